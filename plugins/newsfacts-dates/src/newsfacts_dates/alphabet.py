"""Words as single characters, so that the grammar matches tokens with plain regular expressions.

Every word is in some of the sets of words that the patterns speak of (MONTH, `past|last`, ...); all
words in the same sets share a code character. A text then is a string of codes, one a token, and a
set of a pattern is the character class of all codes that are in it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

import attrs

__all__ = ["FILLER", "Alphabet", "Lexicon", "Shape"]

FILLER = "\0"
"""The code of every word that the grammar does not know."""
_KNOWN_WORDS = 20_000
_LONGEST_WORD = 40

Lexicon = Mapping[str, Mapping[str, str | int]]
"""Class, word, what the word means there."""


@attrs.frozen
class Shape:
    """Is a kind of word that is known by its form: `10:30`, `1990s`, `21st`."""

    pattern: re.Pattern[str]
    classes: tuple[str, ...]


class Alphabet(dict[str, str]):
    """Maps each word to its code; grows with the words it is asked for, up to a bound.

    A word of the lexicon in lower case stands for the word in any case; one with a capital only
    for itself and the word all in capitals.
    """

    def __init__(
        self, lexicon: Lexicon, shapes: Iterable[Shape], sets: Mapping[str, frozenset[str]]
    ) -> None:
        """Give a code to every combination of *sets* that a word can be in.

        Args:
            lexicon: the classes of words known one by one.
            shapes: the classes of words known by their form.
            sets: by any name, the classes and words of each set; each word that is no class of
                *lexicon* or *shapes* counts as itself.
        """
        super().__init__()
        of_item: dict[str, set[str]] = {}
        for name, every in sets.items():
            for item in every:
                of_item.setdefault(item, set()).add(name)
        self._shapes = [
            Shape(shape.pattern, tuple(_union(of_item, shape.classes))) for shape in shapes
        ]
        self._sets: dict[str, set[str]] = {}
        for name, words in lexicon.items():
            for word in words:
                self._sets.setdefault(word, set()).update(of_item.get(name, ()))
        known = set(lexicon).union(*(shape.classes for shape in shapes))
        for word in of_item.keys() - known:
            self._sets.setdefault(word, set()).update(of_item[word])
        signatures = Counter(map(self._signature, sorted(self.listed())))
        signatures.update(frozenset(shape.classes) for shape in self._shapes)
        # Sets with codes under 256 alone make small, fast character classes: so the words of names,
        # each in a set of its own, come last.
        ranked = sorted(signatures, key=lambda each: (-len(each), sorted(each)))
        self._codes = {each: chr(at) for at, each in enumerate(ranked, 1)}
        self._codes[frozenset()] = FILLER

    def __missing__(self, word: str) -> str:
        """Work out the code of a word not met before."""
        if len(self) > _KNOWN_WORDS:
            self.clear()
        unknown = word.isalpha() and self._sets.keys().isdisjoint(
            (word, word.lower(), word.capitalize())
        )
        code = FILLER if unknown else self._codes[self._signature(word)]
        if len(word) <= _LONGEST_WORD:
            self[word] = code
        return code

    def listed(self) -> Iterator[str]:
        """Yield every word of the lexicon as it is written: small, with a capital, in capitals."""
        for word in self._sets:
            yield from (word, word.capitalize(), word.upper())

    def codes(self, name: str) -> str:
        """Return the codes of the words in the set called *name*, in order."""
        return "".join(sorted(code for sets, code in self._codes.items() if name in sets))

    def _signature(self, word: str) -> frozenset[str]:
        """Return all sets that *word* is in: by its form, in lower case, by its shape.

        A word in capitals is also what it is with one: in texts all in capitals MARCH is March.
        """
        plain = word.replace("’", "'")
        forms = [plain, plain.lower()]
        if len(plain) > 1 and plain.isupper():
            forms.append(plain.capitalize())
        sets = _union(self._sets, forms)
        if any(map(str.isdigit, word[:12])):
            for shape in self._shapes:
                if shape.pattern.fullmatch(word):
                    return sets.union(shape.classes)
        return sets


def _union(sets: Mapping[str, Iterable[str]], keys: Iterable[str]) -> frozenset[str]:
    return frozenset[str]().union(*(sets.get(key, ()) for key in keys))
