"""Where verbs stand and where none does, by the words alone: "the status quo", "new charges".

Most of what is asked for its finite verbs is short and has none, and its sentence need not be
tagged to say so. A word tells by what it can be (lexicon.txt), one of several readings by the words
beside it. Each answer follows from the tagger's rules (openclass.py), whatever else stands in the
sentence.
"""

from __future__ import annotations

from collections.abc import Sequence

from newsfacts.syntax.lexicon import guess, lexicon
from newsfacts.syntax.particular import PARTICULAR
from newsfacts.syntax.sentence import HYPHENS

__all__ = ["is_parted", "is_verb", "is_verbless"]

_FINITE = frozenset("VvzdMBHOQ")
"""Codes that can begin a finite verb group: "not told" begins with "not"."""
_PARTICULAR = frozenset("'s ’s 'd ’d may march will back".split())
"""Words that particular.py can make verbs, whatever the lexicon says."""
_ANYWHERE: frozenset[str] = frozenset()
_DETERMINERS = frozenset("the a an my your his its our their every".split())
_PREPOSITIONS = frozenset("of in at by with from into between among".split())
_PLAIN_BASES = frozenset("be have do".split())
_NO_FINITE = frozenset("NSJdng")
"""Readings one of which a word after a determiner has rather than that of a finite verb."""
_VERBS = frozenset("Vzdn")
"""Words with none but one of these readings are verbs anywhere."""
_NOUNS = frozenset("NS")
_NOMINAL = frozenset("NSP")
_MODIFIERS = frozenset("JC")
_BEFORE_ING = _NOMINAL | {",", "c"}
_BEFORE_THIRD = frozenset((",", "c", "S"))
_NOMINAL_OR_VERB = frozenset("NSVz")
_OPENERS = _DETERMINERS | _PREPOSITIONS
"""Words after which what can be a noun is no verb."""
_APART = frozenset("NSPVzdngJMBHOTEs")
"""Codes of what neither stands before a determiner in its noun phrase nor joins two phrases."""
_MOST_KEPT = 30_000
"""Words; past it those met so far are forgotten."""


class _Befores(dict[str, frozenset[str] | None]):
    """Is the words after which each word is no finite verb; None for one that never is."""

    def __missing__(self, word: str) -> frozenset[str] | None:
        if len(self) >= _MOST_KEPT:
            self.clear()
        befores = self[word] = _befores(word)
        return befores


def _befores(word: str) -> frozenset[str] | None:
    if word in _PARTICULAR:
        return _ANYWHERE
    codes = lexicon().readings.get(word) or (guess(word) if word[0].isalpha() else "")
    if _FINITE.isdisjoint(codes):
        return None
    befores = set()
    if word in _PLAIN_BASES or ("V" in codes and codes[0] != "R"):
        befores.add("to")
    if codes == "V" or (len(codes) > 1 and not _NO_FINITE.isdisjoint(codes)):
        befores |= _DETERMINERS
    if "N" in codes or "S" in codes:
        befores |= _PREPOSITIONS
    return frozenset(befores)


_BEFORES = _Befores()


def is_verbless(lower: Sequence[str], start: int, end: int) -> bool:
    """Tell whether no word of a range can begin a finite verb group.

    Args:
        lower: the words of a text in lower case.
        start: the index of the first word of the range.
        end: the index after its last.
    """
    befores, before = _BEFORES, ""
    for word in lower[start:end]:
        known = befores[word]
        if known is not None and before not in known:
            return False
        before = word
    return True


def is_verb(words: Sequence[str], lower: Sequence[str], i: int) -> bool | None:
    """Tell whether a word of an open class is a verb; None where that takes grammar.

    Args:
        words: the words of a text as they stand.
        lower: the same in lower case.
        i: the index of the word, which neither begins nor ends its sentence.
    """
    codes = _open_codes(words, lower, i)
    if codes in _VERBS:
        return True
    before = _code(words, lower, i - 1) if codes else None
    if before is None:
        return None
    if "g" in codes:
        return _is_ing_verb(codes, before, lower, i)
    if "d" in codes and "n" in codes:
        # "officials announced plans", whatever their tense
        return None if _NOMINAL.isdisjoint(before) else True
    if "n" in codes or "d" in codes or _NOUNS.isdisjoint(codes):
        return None
    if before in _MODIFIERS:
        return False  # "new charges", "three suspects"
    if "z" in codes and before in _BEFORE_THIRD:
        return before != "S" and codes[0] == "z"  # "and calls", "officials reports"
    return None


def _open_codes(words: Sequence[str], lower: Sequence[str], i: int) -> str:
    """Return the codes of a small word of an open class, no part of a longer one, else ""."""
    word, lex = lower[i], lexicon()
    if not words[i][0].islower() or word in PARTICULAR or word in lex.closed:
        return ""
    if lower[i + 1] in HYPHENS or lower[i - 1] in HYPHENS:
        return ""
    return lex.readings.get(word, "")


def _code(words: Sequence[str], lower: Sequence[str], i: int) -> str | None:
    """Return the code of the word at *i* where the word alone tells it; "P" for most names.

    A small word that is of no closed class follows, so that capitals are no headline's.
    """
    word, lex = lower[i], lexicon()
    if word == ",":
        return word
    if word in PARTICULAR:
        return None
    if words[i][0].islower() or word in lex.closed:
        codes = lex.readings.get(word, "")
        if i and _NOMINAL_OR_VERB.issuperset(codes) and lower[i - 1] in _OPENERS:
            codes = next(filter("NS".__contains__, codes), "")  # "the ministers"
    elif words[i][0].isupper() and i and words[i - 1][0].islower():
        codes = lex.capitalised.get(words[i], "P")  # it does not open its sentence
    else:
        return None
    return codes if len(codes) == 1 else None


def _is_ing_verb(codes: str, before: str, lower: Sequence[str], i: int) -> bool | None:
    """Tell a gerund or participle from a noun by the code and the words beside it."""
    sure = codes[0] == "g"
    if before == "I" and sure and lower[i - 1] != "of":
        return True  # "for questioning"
    after = lower[i + 1]
    if before not in _BEFORE_ING or after == "that" or "J" in codes:
        return None
    follows = lexicon().readings.get(after, "")[:1]
    return True if sure or (follows and follows in "D$rC") or after.isdigit() else None


def is_parted(words: Sequence[str], lower: Sequence[str], i: int) -> bool:
    """Tell whether *i* begins a noun phrase that goes with no word before it.

    "approved the plan", "a move the army made"; False where only grammar can tell.

    Args:
        words: the words of a text as they stand.
        lower: the same in lower case.
        i: the index of the word, which does not begin its sentence.
    """
    before = lower[i - 1]
    if lower[i] not in _DETERMINERS or before in PARTICULAR or before in HYPHENS:
        return False
    codes = lexicon().readings.get(before) or ("P" if words[i - 1][0].isupper() else "")
    return codes != "" and _APART.issuperset(codes)
