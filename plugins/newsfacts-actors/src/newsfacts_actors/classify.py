"""What a name of no table is: person, place, organisation, by its own words and those around it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsfacts import ActorType
from newsfacts_actors.knowledge import Words
from newsfacts_actors.runs import PARTICLES, Word

__all__ = ["apposition", "classify", "previous_word"]

_SPACES = (" ", "\u00a0")
_AGE = re.compile(r", \d{1,3}(?=[,.;])| \(\d{1,3}\)|, (?:a|an|the) \d{1,2}-year-old|, aged? \d")
_SPEAKS = re.compile(
    r",? (?:(?:also|later|then|has|had) )?(?:said|says|told|added|stressed|warned|noted|stated"
    r"|explained|argued|insisted"
    r"|wrote|tweeted|recalled|admitted|announced|threatened|replied|vowed|denied|testified|declined|resigned|pleaded)\b"
)
_NEXT = re.compile(r"[ ](\w+)")
_APPOSED = re.compile(r", (?:who|whose)\b|, (?=[\w“])([^,.;:()\n]{3,100})(?=[,.;:)\n]|\Z)")
_FEW = 4


def previous_word(text: str, offset: int) -> str:
    """Return the word that stands right before *offset* with one space between, else ""."""
    before = text[max(0, offset - 30) : offset]
    if before[-1:] not in _SPACES:
        return ""
    return before[:-1].rpartition(" ")[2].rpartition("\n")[2].lstrip("“\"‘'(")


def apposition(text: str, end: int, lexicon: Words) -> bool:
    """Tell whether what follows *end* describes a person: ", a senior aide to the king,"."""
    match = _APPOSED.match(text, end)
    if match is None:
        return False
    phrase = match[1]
    return phrase is None or any(word in lexicon.roles for word in phrase.split()[:9])


def classify(
    text: str, chunk: Sequence[Word], lexicon: Words, *, titled: bool
) -> tuple[ActorType, str]:
    """Say what an unknown name is, and by which rule.

    Args:
        text: the article's text.
        chunk: the words of the name.
        lexicon: the closed lists.
        titled: whether a title or role stands before it.
    """
    big = [word for word in chunk if not word.small]
    start, end = chunk[0].start, chunk[-1].end
    if len(big) > 1 and big[-1].text in lexicon.firm_place_heads:
        return ActorType.PLACE, "place"
    if titled and len(big) <= _FEW + 1:
        return ActorType.PERSON, "title"
    if len(big) > 1:
        own = _by_its_words(chunk, big, lexicon)
        if own is not None:
            return own
    if _AGE.match(text, end):
        return ActorType.PERSON, "age"
    if _placed(text, start, end, lexicon):
        return ActorType.PLACE, "place"
    if len(big) == 1:
        return _single(text, big[0], lexicon)
    if _SPEAKS.match(text, end) or apposition(text, end, lexicon):
        return ActorType.PERSON, "speaker"
    if _personal(text, big, lexicon):
        return ActorType.PERSON, "shape"
    return ActorType.OTHER, "shape"


def _by_its_words(
    chunk: Sequence[Word], big: Sequence[Word], lexicon: Words
) -> tuple[ActorType, str] | None:
    """Say what a name of several words is by them alone, None if they do not tell."""
    if big[0].text in lexicon.given or _initials(big):
        return ActorType.PERSON, "given_name"
    if big[-1].text in lexicon.place_heads or big[0].text in lexicon.place_before:
        return ActorType.PLACE, "place"
    if any(word.small and word.text in PARTICLES for word in chunk):
        return ActorType.PERSON, "particle"
    return None


def _personal(text: str, big: Sequence[Word], lexicon: Words) -> bool:
    """Tell whether a name of unknown words alone is more likely a person's than any other."""
    return (
        len(big) <= _FEW
        and all(word.text.lower() not in lexicon.common for word in big)
        and previous_word(text, big[0].start) not in lexicon.struck
    )


def _initials(big: Sequence[Word]) -> bool:
    """Tell "J.P. Morgan" and "Hani S. Kamal" by their initials."""
    return any(word.text.endswith(".") and len(word.text) <= _FEW for word in big[:2]) and not big[
        -1
    ].text.endswith(".")


def _placed(text: str, start: int, end: int, lexicon: Words) -> bool:
    """Tell whether "in", "near" or "city of" leads up to the name, or "district" follows it."""
    following = _NEXT.match(text, end)
    if following is not None and following[1] in lexicon.place_after:
        return True
    before = previous_word(text, start)
    if before in lexicon.locative or before in lexicon.taken:
        return True
    if before == "of":
        return previous_word(text, start - 3) in lexicon.city_words
    return before in lexicon.city_words


def _single(text: str, word: Word, lexicon: Words) -> tuple[ActorType, str]:
    """Say what a name of one word is."""
    if word.text.isupper() and len(word.text) > 1:
        return ActorType.ORGANISATION, "acronym"
    if word.text in lexicon.given:
        return ActorType.PERSON, "given_name"
    if _SPEAKS.match(text, word.end) or apposition(text, word.end, lexicon):
        return ActorType.PERSON, "speaker"
    return ActorType.OTHER, "shape"
