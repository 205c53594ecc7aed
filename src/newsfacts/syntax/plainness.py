"""Which sentences tell what is done and nothing else, by their words alone.

Few words make an event less than real: modals, denials, "if", "to", "fears", "was preparing". Where
a sentence holds none of them, `Syntax.factuality` need not parse it to say that it is actual. These
are necessary conditions, wider than the rules of factuality.py and mood.py that decide.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise

from newsfacts.syntax.lexicon import guess, inflected, lexicon
from newsfacts.syntax.predicates import predicates
from newsfacts.values import Status

__all__ = ["is_plain"]

_TWO_WORDS = frozenset("instead rather ahead way".split())
"""Words of phrases that bear on an event: "instead of", "rather than", "ahead of", "under way"."""
_GO_ON = ("continue", "persist")
_WOULD = ("'d", "’d")
_ADVERBS = 8
"""Tokens at most from "was" to the "-ing" that it goes with, adverbs and dates between."""
_NO_ADVERBS = frozenset(
    "the a an his their its in at of by for with from and or while when".split()
)
"""What stands between no "was" and its "-ing", so that "was hurt in fighting" is not under way."""


def is_plain(lower: Sequence[str], *, past: bool = False) -> bool:
    """Tell whether no word of a sentence can make what it tells less than done, or hedge it.

    Args:
        lower: the words of the sentence in lower case.
        past: whether only its finite past passives are asked about ("were killed"), which "to" and
            "will" in another clause leave as they are.
    """
    if "had" in lower[:1] or not _on_all().isdisjoint(lower):
        return False  # "had 12 been killed, ..." is a condition
    if past and "that" not in lower:
        return True  # it begins what a noun governs, conditions aside
    if not _on_contents().isdisjoint(lower):
        return False
    if past:
        return True
    return _on_others().isdisjoint(lower) and not _has_infinitive(lower) and not _goes_on(lower)


@cache
def _on_all() -> frozenset[str]:
    """Return the words that bear on events of any tense and mood, in all their forms."""
    words = predicates()
    return _TWO_WORDS.union(
        _closed("Q"),
        words.negating_subjects,
        words.negators,
        words.almost,
        words.conditions,
        words.hedge_adverbs,
        _forms(words.negating),
        _forms(words.of_past),
    )


@cache
def _on_contents() -> frozenset[str]:
    """Return the words that bear on what nouns govern: "fears that 12 were killed"."""
    words = predicates()
    nouns = words.negating_nouns.union(words.nouns)
    return words.hedge_adjectives.union(*(inflected(noun, "noun") for noun in nouns))


@cache
def _on_others() -> frozenset[str]:
    """Return the words that bear on events, but for finite past passives, in all their forms."""
    words = predicates()
    tables = (words.verbs, words.modifiers, words.prepositions)
    return _closed("M").union(
        words.near, _forms(_GO_ON), _WOULD, *(_forms(_unreal(one)) for one in tables)
    )


def _closed(code: str) -> frozenset[str]:
    """Return the words that can only be of one closed class."""
    readings = lexicon().readings
    return frozenset(word for word in readings if readings[word] == code)


def _unreal(table: Mapping[str, Status]) -> Iterable[str]:
    """Yield the words that make an event less than actual."""
    return (word for word, status in table.items() if status is not Status.ACTUAL)


def _forms(verbs: Iterable[str]) -> Iterator[str]:
    """Yield each verb, without a particle, and whatever `lemma` may take for a form of it."""
    for word in verbs:
        yield from inflected(word.partition("_")[0], "verb")


@cache
def _be() -> frozenset[str]:
    return frozenset(inflected("be", "verb"))


def _has_infinitive(lower: Sequence[str]) -> bool:
    """Tell whether a verb may follow a "to": not in "taken to the hospital"."""
    if "to" not in lower:
        return False
    lex = lexicon()
    for word, after in pairwise(lower):
        if word == "to":
            codes = lex.readings.get(after) or guess(after)
            if "V" in codes or codes[0] in 'BHORQ"' or after in lex.prefixes:
                return True
    return False


def _goes_on(lower: Sequence[str]) -> bool:
    """Tell whether a form of "be" may stand with an "-ing": "were still fighting"."""
    if _be().isdisjoint(lower):
        return False
    for at in [at for at, word in enumerate(lower) if word.endswith("ing")]:
        codes = lexicon().readings.get(lower[at], "g")
        verbal = ("g" in codes or codes == "B") and lower[at - 1] not in _NO_ADVERBS
        if verbal and not _be().isdisjoint(lower[max(0, at - _ADVERBS) : at]):
            return True
    return False
