"""Seats of power: whether "Tel Aviv" or "Washington" is the government or the city."""

from __future__ import annotations

import re

__all__ = ["stands_for_government"]

_ADVERB = r"(?:repeatedly|again|now|also|has|had|would|will|should|must|never|later|long|still|quickly|strongly|immediately)"
_ACTS = re.compile(
    rf" (?:{_ADVERB} )*(?:regime|spokes\w+|officials?|adviser|aide|leadership|said|says|to stop|to halt"
    r"|to (?:accept|allow|end|lift|release|withdraw|agree|sign|act|pay|take|join|impose|respect)"
    r"|(?:has|had|have|is|would|will|should|must|wants|sees|insists|fears|hopes|seeks|considers|believes|denies"
    r"|rejects|accuses|blames|supports|backs|regards|views|plans|refuses|claims|warns)\b"
    r"|(?:accused|agreed|announced|backed|blamed|called|condemned|considered|criticised|criticized|decided|demanded"
    r"|denied|dismissed|expelled|imposed|insisted|launched|ordered|pledged|pressed|promised|proposed|recalled|recognised"
    r"|recognized|refused|rejected|responded|retaliated|sanctioned|severed|signed|sought|suspended|threatened|urged"
    r"|violated|vowed|wanted|warned|welcomed)\b)"
    r"|['’]s (?:policy|policies|decision|refusal|demand|demands|response|position|foreign|support|allies|ally|aggression"
    r"|relations|role|stance|claims?|government|nuclear|interests|proxies|insistence|actions|offer|proposal|plan|rejection)\b"
    r"| and (?:\w+ ){0,3}(?:have|governments|are|were|agreed|signed)\b"
)
_PLACED = re.compile(
    r"\b(?:in|at|near|from|around|outside|inside|into|capital|city|centre|center|downtown|through|across|of|capital,"
    r"|northern|southern|eastern|western|central|visit to|trip to|flew to|travel(?:l?ed|s)? to|arrived in|to)\s+\Z"
)
_TAKES = re.compile(
    r"\b(?:ordered|urged|accus\w+|ally|allies|told|warned|asked|pressed|called on|blam\w+|forc\w+"
    r"|(?:relations|ties|talks|deal|agreement|tensions|dispute|negotiations|contacts) (?:with|between)|pressure on"
    r"|condemned by|backed by|supported by|imposed by|rejected by|sponsored by|loyal to|sanctions (?:on|against))\s+\Z",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"\b(?:relations|ties|talks|deal|tensions|negotiations|war|dispute|mediat\w+) between (?:\w+ ){1,2}and\s+\Z",
    re.IGNORECASE,
)


def stands_for_government(text: str, start: int, end: int) -> bool:
    """Tell by what it does: "Tel Aviv violated them" is a government, "in Tel Aviv" a city.

    Args:
        text: the article's text.
        start: where the seat's name begins.
        end: where it ends.
    """
    before = text[max(0, start - 48) : start]
    if _TAKES.search(before) or _BETWEEN.search(before):
        return True
    if _PLACED.search(before):
        return False
    return _ACTS.match(text, end) is not None
