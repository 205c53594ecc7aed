"""Words as single characters, so that the grammar matches tokens with plain regular expressions.

Every word has a set of classes (MONTH, UNIT, the very word `ago`, ...); all words of one set share
a code character. A text then is a string of codes, one a token, and a pattern's item is the
character class of all codes whose set holds it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

import attrs

__all__ = ["FILLER", "Alphabet", "Lexicon", "Shape"]

FILLER = "_"
"""The code of every word that the grammar does not know."""
_FIRST_CODE = 0x100
_KNOWN_WORDS = 100_000
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

    def __init__(self, lexicon: Lexicon, shapes: Iterable[Shape], literals: Iterable[str]) -> None:
        """Give a code to every set of classes that a word can have."""
        super().__init__()
        self._shapes = tuple(shapes)
        self._classes: dict[str, set[str]] = {}
        for name, words in lexicon.items():
            for word in words:
                self._classes.setdefault(word, set()).add(name)
        for literal in literals:
            self._classes.setdefault(literal, set()).add(literal)
        self._codes: dict[frozenset[str], str] = {frozenset(): FILLER}
        for shape in self._shapes:
            self._code(frozenset(shape.classes))
        for word in self._classes:
            self._code(self._signature(word))
            self._code(self._signature(word.capitalize()))
            self._code(self._signature(word.upper()))

    def __missing__(self, word: str) -> str:
        """Work out the code of a word not met before."""
        if len(self) > _KNOWN_WORDS:
            self.clear()
        unknown = word.isalpha() and self._classes.keys().isdisjoint(
            (word, word.lower(), word.capitalize())
        )
        code = FILLER if unknown else self._codes[self._signature(word)]
        if len(word) <= _LONGEST_WORD:
            self[word] = code
        return code

    def listed(self) -> Iterator[str]:
        """Yield every word of the lexicon as it is written: small, with a capital, in capitals."""
        for word in self._classes:
            yield from (word, word.capitalize(), word.upper())

    def codes(self, item: str) -> frozenset[str]:
        """Return the codes of the words that *item*, a class or a word, stands for.

        Raises:
            KeyError: if no word is in that class.
        """
        found = frozenset(code for classes, code in self._codes.items() if item in classes)
        if not found:
            raise KeyError(f"no word is in the class {item!r}")
        return found

    def _code(self, classes: frozenset[str]) -> str:
        return self._codes.setdefault(classes, chr(_FIRST_CODE + len(self._codes)))

    def _signature(self, word: str) -> frozenset[str]:
        """Return all classes of *word*: by its form, in lower case, by its shape.

        A word in capitals is also what it is with one: in texts all in capitals MARCH is March.
        """
        plain = word.replace("’", "'")
        classes = self._classes.get(plain, set()) | self._classes.get(plain.lower(), set())
        if len(plain) > 1 and plain.isupper():
            classes = classes | self._classes.get(plain.capitalize(), set())
        if any(map(str.isdigit, word[:12])):
            for shape in self._shapes:
                if shape.pattern.fullmatch(word):
                    return frozenset(classes | set(shape.classes))
        return frozenset(classes)
