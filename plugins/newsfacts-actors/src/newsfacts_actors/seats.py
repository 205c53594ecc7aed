"""Seats of power: whether "Tel Aviv" or "Washington" is the government or the city."""

from __future__ import annotations

import re
from functools import cache

from newsfacts_actors.knowledge import lists

__all__ = ["stands_for_government"]

_WINDOW = 48
_AGENT = re.compile(r"\bby\s+\Z", re.IGNORECASE)
_ENDS = re.compile(
    r"[.,;:!?)\"”]|[’'](?!s\b)|\s+(?:and|or|but|to|in|on|for|that|which|as|after|at|from|with|over"
    r"|since|this|last|is|was|has|had)\b|\s*\Z"
)
"""What shows that a name is not the first word of a longer phrase: "by Moscow residents"."""


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """Return what stands before a government or a city, after a government, and how that ends.

    Whatever stands before ends with one of few words: to look at the last first is cheap.
    """
    words = {
        key: "|".join(text.split()).replace("_", " ") for key, text in lists()["seats"].items()
    }
    takes = re.compile(
        rf"\b(?:{words['takes']}|called on|pressure on|loyal to|sanctions (?:on|against)"
        rf"|(?:{words['gifts']}) from"
        rf"|(?:{words['ties']}) (?:(?:\w+ ){{0,4}}with|between(?: (?:\w+ ){{1,2}}and)?))\s+"
        r"(?:(?-i:[A-Z])\w+ and )?\Z",
        re.IGNORECASE,
    )
    placed = re.compile(
        rf"\b(?:{words['places']}|capital,|(?:visit|trip|flew|travell?ed|travels) to)\s+\Z"
    )
    acts = re.compile(
        rf" (?:on \w+day )?(?:(?:{words['adverbs']}) )*(?:{words['nouns']}|{words['acts']}"
        rf"|to (?:{words['infinitives']})|{words['states']})\b|['’]s (?:{words['possessions']})\b"
        r"| and (?:\w+ ){0,3}(?:have|governments|are|were|agreed|signed)\b"
    )
    ends = re.compile(
        rf"{words['takes']}|{words['places']}|on|to|against|from|with|between|and|by", re.IGNORECASE
    )
    return takes, placed, acts, ends


def stands_for_government(text: str, start: int, end: int) -> bool:
    """Tell by what it does: "Tel Aviv violated them" is a government, "in Tel Aviv" a city.

    Args:
        text: the article's text.
        start: where the seat's name begins.
        end: where it ends.
    """
    takes, placed, acts, ends = _patterns()
    before = text[max(0, start - _WINDOW) : start]
    last = before.split()[-1:]
    if last and last[0].isalnum() and ends.fullmatch(last[0]) is None:
        return acts.match(text, end) is not None
    if takes.search(before) or (_AGENT.search(before) and _ENDS.match(text, end)):
        return True
    return not placed.search(before) and acts.match(text, end) is not None
