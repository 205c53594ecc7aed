"""The grammar as loaded: the lexicon's alphabet, and for each code the rules that begin with it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

import attrs

from newsfacts_dates.alphabet import Alphabet, Lexicon, Shape
from newsfacts_dates.patterns import ANY, Pattern, Starts, expand, parse

__all__ = ["Grammar", "Rule", "Slots", "lexicon", "load", "words_of"]

Slots = Mapping[str, tuple[str, ...]]
"""For each slot of a rule its words in an expression, in lower case."""
_Match = Callable[[str, int], "re.Match[str] | None"]
_KNOWN_MATCHES = 10_000
_KNOWN_WORDS = 10_000
_FIRST_MARK = 0xE000
"""Stands in a pattern for the first set of words, until all are known: of private use."""


@attrs.frozen
class Rule:
    """Is one rule of data/rules.toml."""

    name: str
    pattern: str
    resolve: str
    """The key of a function in resolve.py."""
    example: str
    """A sentence with the expression in [brackets]."""
    value: str
    """The TIMEX3 value of the example."""
    constant: str = ""
    """The value, where it is always the same."""


@attrs.frozen(eq=False)
class Grammar:
    """Is all that the recogniser needs: codes for words, rules for codes."""

    alphabet: Alphabet
    rules: tuple[Rule, ...]
    patterns: tuple[Pattern, ...]
    triggers: frozenset[str]
    """The words of letters alone of which a match holds at least one, or else an odd one."""
    odd_triggers: OddTriggers
    """Whether a word with other characters than letters can give rise to a match."""
    _beginnings: Beginnings
    known_slots: dict[tuple[int | str, ...], Slots] = attrs.field(factory=dict)
    """The slots of matches met before, by rule and words: news repeats its dates.

    Those of a rule that looks for slots beyond the match are not kept, as its words are not in
    the key."""

    def match(self, codes: str, start: int) -> tuple[int, re.Match[str]] | None:
        """Return the first rule that fits from *start*, as an index, and its match."""
        for index, match in self._beginnings[codes[start : start + 2]]:
            found = match(codes, start)
            if found is not None:
                return index, found
        return None

    def remember_slots(self, key: tuple[int | str, ...], slots: Slots) -> None:
        """Keep the slots of a match for the next of that rule and those words, up to a bound."""
        if len(self.known_slots) >= _KNOWN_MATCHES:
            self.known_slots.clear()
        self.known_slots[key] = slots


class Beginnings(dict[str, tuple[tuple[int, _Match], ...]]):
    """Maps the first two codes of a text, or its only one, to the rules that can match it.

    Most rules begin with one of few words, and are told by the second: without that each place
    would be tried seven times. Rules are compiled at their first use.
    """

    def __init__(self, patterns: Sequence[Pattern], codes: Mapping[str, str]) -> None:
        """Take the patterns, and the codes of each set that they speak of."""
        super().__init__()
        self._regexes = [each.regex for each in patterns]
        self._by_first: dict[str, list[tuple[int, frozenset[str] | None]]] = {}
        """For each first code the rules that it can begin, and the codes that must follow."""
        for index, pattern in enumerate(patterns):
            for first, seconds in _by_first_code(pattern.starts, codes).items():
                self._by_first.setdefault(first, []).append((index, seconds))

    def __missing__(self, beginning: str) -> tuple[tuple[int, _Match], ...]:
        """Work out two codes not met before; there are as many as pairs of codes at most."""
        second = beginning[1:]
        found = self[beginning] = tuple(
            (index, _compiled(self._regexes[index]).match)
            for index, seconds in self._by_first.get(beginning[0], ())
            if seconds is None or second in seconds
        )
        return found


def _by_first_code(starts: Starts, codes: Mapping[str, str]) -> dict[str, frozenset[str] | None]:
    """Return for each code that can come first those that then must follow, None for any."""
    following: dict[str, set[str] | None] = {}
    for first, *rest in starts:
        for code in codes[first]:
            known = following.setdefault(code, set())
            if not rest or rest[0] == ANY:
                following[code] = None
            elif known is not None:
                known.update(codes[rest[0]])
    return {code: None if known is None else frozenset(known) for code, known in following.items()}


class OddTriggers(dict[str, bool]):
    """Tells of words that are not of letters alone whether they give rise to a match.

    There is no end of such words (numbers), so it learns them as they come, up to a bound.
    """

    def __init__(self, alphabet: Alphabet, codes: str) -> None:
        """Take the words of which *alphabet* gives one of *codes*."""
        super().__init__()
        self._alphabet, self._codes = alphabet, codes

    def __missing__(self, word: str) -> bool:
        """Work out a word not met before."""
        if len(self) > _KNOWN_WORDS:
            self.clear()
        found = self[word] = self._alphabet[word] in self._codes
        return found


_compiled = cache(re.compile)


@cache
def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads(files("newsfacts_dates").joinpath(f"data/{name}").read_text("utf-8"))


@cache
def lexicon() -> Lexicon:
    """Return the words of data/lexicon.toml, class by class."""
    return {name: words for name, words in _toml("lexicon.toml").items() if name != "shape"}


def words_of(name: str) -> list[str]:
    """Split a named time (`New Year's Eve`) into words as spaCy's tokenizer does."""
    return re.findall(r"\d+/\d+|[^\W_]+\.?|'s\b|'|-", name.replace("’", "'"))


@cache
def load(names: tuple[str, ...] = ()) -> Grammar:
    """Return the grammar of the data files.

    Args:
        names: the named times, which take the place of NAME in the rules.
    """
    raw = _toml("rules.toml")
    rules = tuple(Rule(**rule) for rule in raw["rule"])
    shapes = [
        Shape(re.compile(shape["pattern"]), tuple(shape["classes"]))
        for shape in _toml("lexicon.toml")["shape"]
    ]
    name_items = [_items_of(name) for name in sorted(names, key=lambda name: (-len(name), name))]
    fragments = {**raw["fragments"], "names": " | ".join(name_items) or "NAME"}
    marks: dict[frozenset[str], str] = {}

    def mark(words: frozenset[str]) -> str:
        return marks.setdefault(words, chr(_FIRST_MARK + len(marks)))

    patterns = [parse(expand(rule.pattern, fragments), mark) for rule in rules]
    giving_rise = mark(frozenset(raw["triggers"].split()).union(map(_rarest, names)))
    used = {giving_rise}.union(*(pattern.regex for pattern in patterns))
    sets = {name: words for words, name in marks.items() if name in used}
    alphabet = Alphabet(lexicon(), shapes, sets)
    codes = {name: alphabet.codes(name) for name in sets}
    classes = str.maketrans({name: _character_class(codes[name]) for name in sets})
    ready = tuple(attrs.evolve(each, regex=each.regex.translate(classes)) for each in patterns)
    return Grammar(
        alphabet,
        rules,
        ready,
        frozenset(word for word in alphabet.listed() if alphabet[word] in codes[giving_rise]),
        OddTriggers(alphabet, codes[giving_rise]),
        Beginnings(ready, codes),
    )


def _character_class(codes: str) -> str:
    """Return the regular expression of *codes*, which are in order."""
    ends = [at for at in range(1, len(codes)) if ord(codes[at]) > ord(codes[at - 1]) + 1]
    firsts = [re.escape(codes[at]) for at in [0, *ends]]
    lasts = [re.escape(codes[at - 1]) for at in [*ends, len(codes)]]
    ranges = (
        first if first == last else f"{first}-{last}"
        for first, last in zip(firsts, lasts, strict=True)
    )
    return f"[{''.join(ranges)}]"


def _items_of(name: str) -> str:
    """Return *name* as a pattern."""
    marks = {"-": "HYPHEN", "'": "POSS"}
    return " ".join(marks.get(word, word) for word in words_of(name))


def _rarest(name: str) -> str:
    """Return the word of *name* that is to give rise to a match: the longest."""
    return max(words_of(name), key=len)
