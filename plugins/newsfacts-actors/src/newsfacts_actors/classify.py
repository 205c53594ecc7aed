"""What a name of no table is: person, place, organisation, by its own words and those around it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsfacts_actors.found import Chunk, Verdict
from newsfacts_actors.kinds import ORGANISATION, OTHER, PERSON, PLACE
from newsfacts_actors.knowledge import Words
from newsfacts_actors.runs import PARTICLES, Word

__all__ = [
    "GIVEN",
    "MOST_TITLED",
    "TITLED",
    "apposition",
    "by_its_surroundings",
    "by_its_words",
    "initial",
    "previous_word",
]

_SPACES = frozenset((" ", "\u00a0"))
_AGE = re.compile(r", \d{1,3}(?=[,.;])| \(\d{1,3}\)|, (?:a|an|the) \d{1,2}-year-old|, aged? \d")
_SAYS = (
    "said says told added stressed warned noted stated explained argued insisted wrote tweeted"
    " recalled admitted announced threatened replied vowed denied testified declined resigned"
    " pleaded"
)
_BEFORE_SAYS = "also later then has had"
_SPEAKS = re.compile(
    rf",? (?:(?:{'|'.join(_BEFORE_SAYS.split())}) )?(?:{'|'.join(_SAYS.split())})\b"
)
_TELLS = frozenset((*_SAYS.split(), *_BEFORE_SAYS.split()))
"""Words with which what `_SPEAKS` finds begins."""
_NEXT = re.compile(r"[ ](\w+)")
_APPOSED = re.compile(r", (?:who|whose)\b|, (?=[\w“])([^,.;:()\n]{3,100})(?=[,.;:)\n]|\Z)")
_ACRONYM = re.compile(r"[A-Z]{4,} [A-Z][a-z]")
"""A word of so many capitals before another; fewer may be initials."""
_LONGEST_WORD = 30
_FEW = 4
MOST_TITLED = 5
"""Words of the longest name after a title that is a person's all alone."""
TITLED: Verdict = PERSON, "title"
GIVEN: Verdict = PERSON, "given_name"
_OWNING = ("'", "’")


def initial(word: str) -> bool:
    """Tell whether *word* is a single letter, with or without its full stop."""
    return len(word.rstrip(".")) == 1


def previous_word(text: str, offset: int) -> str:
    """Return the word that stands right before *offset* with one space between, else ""."""
    if text[offset - 1 : offset] not in _SPACES:
        return ""
    begin = offset - _LONGEST_WORD if offset > _LONGEST_WORD else 0
    word = text[text.rfind(" ", begin, offset - 1) + 1 or begin : offset - 1]
    return word if word.isalpha() else word.rpartition("\n")[2].lstrip("“\"‘'(")


def apposition(text: str, end: int, lexicon: Words) -> bool:
    """Tell whether what follows *end* describes a person: ", a senior aide to the king,"."""
    match = _APPOSED.match(text, end)
    if match is None:
        return False
    phrase = match[1]
    return phrase is None or any(word in lexicon.roles for word in phrase.split()[:9])


def by_its_words(
    chunk: Sequence[Word], big: Sequence[Word], lexicon: Words, *, titled: bool
) -> Verdict | None:
    """Say what an unknown name is by its own words, None if they do not tell.

    Args:
        chunk: the words of the name.
        big: those of them that have a capital.
        lexicon: the closed lists.
        titled: whether a title or role stands before it.
    """
    several = len(big) > 1
    if several and big[-1].text in lexicon.firm_place_heads:
        return PLACE, "place"
    if titled and len(big) <= MOST_TITLED:
        return TITLED
    if not several:
        return None
    if big[0].text in lexicon.given or _initials(big):
        return GIVEN
    if big[-1].text in lexicon.place_heads or big[0].text in lexicon.place_before:
        return PLACE, "place"
    if any(word.small and word.text in PARTICLES for word in chunk):
        return PERSON, "particle"
    return None


def by_its_surroundings(
    text: str, start: int, before: str, chunk: Chunk, lexicon: Words
) -> Verdict:
    """Say what an unknown name is that its own words do not tell.

    Args:
        text: the article's text.
        start: where the name begins.
        before: the word before it.
        chunk: the name.
        lexicon: the closed lists.
    """
    end = start + len(chunk.name)
    after = text[end : end + 1]
    apposed = after == ","
    if (apposed or text.startswith(" (", end)) and _AGE.match(text, end):
        return PERSON, "age"
    following = _NEXT.match(text, end) if after == " " else None
    word = following[1] if following is not None else ""
    if word in lexicon.place_after or _placed(text, start, after, before, lexicon):
        return PLACE, "place"
    plain = chunk.plain
    if chunk.size == 1 and len(plain) > 1 and plain.isupper():
        return ORGANISATION, "acronym"
    if chunk.size == 1 and plain in lexicon.given:
        return GIVEN
    if apposed:
        if _SPEAKS.match(text, end) or apposition(text, end, lexicon):
            return PERSON, "speaker"
    elif word in _TELLS and _SPEAKS.match(text, end):
        return PERSON, "speaker"
    if chunk.size > 1 and _located(plain, lexicon):
        return ORGANISATION, "acronym"
    if chunk.personal and 1 < chunk.size <= _FEW and before not in lexicon.struck:
        return PERSON, "shape"
    return OTHER, "shape"


def _located(plain: str, lexicon: Words) -> bool:
    """Tell whether a name is a body's and says where it is: "UNRWA Gaza"."""
    return _ACRONYM.match(plain) is not None and plain.split()[1] not in lexicon.given


def _initials(big: Sequence[Word]) -> bool:
    """Tell "J.P. Morgan" and "Hani S. Kamal" by their initials."""
    return any(word.text.endswith(".") and len(word.text) <= _FEW for word in big[:2]) and not big[
        -1
    ].text.endswith(".")


def _placed(text: str, start: int, after: str, before: str, lexicon: Words) -> bool:
    """Tell whether "in", "near" or "city of" leads up to the name."""
    if before in lexicon.locative or before in lexicon.taken:
        return True
    if before == "of":
        return previous_word(text, start - 3) in lexicon.city_words
    if before[:1].isupper() and before.istitle() and before.lower() in lexicon.locative:
        return after not in _OWNING
    return before in lexicon.city_words
