"""The grammar as loaded: the lexicon's alphabet, and for each code the rules that begin with it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import attrs

from newsfacts_dates.alphabet import FILLER, Alphabet, Lexicon, Shape
from newsfacts_dates.patterns import Pattern, expand, items, parse

__all__ = ["Grammar", "Rule", "Slots", "lexicon", "load", "words_of"]

Slots = Mapping[str, tuple[str, ...]]
"""For each slot of a rule its words in an expression, in lower case."""
_KNOWN_MATCHES = 10_000
_KNOWN_WORDS = 10_000


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
    _starts: Mapping[str, tuple[int, ...]]
    """For each code the rules that can begin with it, in order."""
    _compiled: dict[str, re.Pattern[str]] = attrs.field(factory=dict)
    _by_rules: dict[tuple[int, ...], re.Pattern[str]] = attrs.field(factory=dict)
    _own: dict[int, re.Pattern[str]] = attrs.field(factory=dict)
    known_slots: dict[tuple[int | str, ...], Slots] = attrs.field(factory=dict)
    """The slots of matches met before, by rule and words: news repeats its dates.

    A match with slots in what it only looks at is not kept, as those words are not in its key."""

    def match(self, codes: str, start: int) -> tuple[int, int] | None:
        """Return the first rule that fits from *start*, as an index, and where its match ends."""
        code = codes[start]
        pattern = self._compiled.get(code)
        if pattern is None:
            indices = self._starts.get(code)
            if indices is None:
                return None
            pattern = self._compiled[code] = self._alternation(indices)
        found = pattern.match(codes, start)
        if found is None or found.lastgroup is None:
            return None
        return int(found.lastgroup[1:]), found.end()

    def slots(self, index: int, codes: str, start: int) -> Iterator[tuple[str, int, int]]:
        """Yield each slot of the rule at *index* that is filled in its match at *start*.

        Slots are left out of the alternation, whose matches would carry hundreds of groups.
        """
        pattern = self._own.get(index)
        if pattern is None:
            pattern = self._own[index] = re.compile(self.patterns[index].regex)
        match = pattern.match(codes, start)
        if match is not None:
            for number, name in enumerate(self.patterns[index].slots, 1):
                first, last = match.span(number)
                if first >= 0:
                    yield name, first, last

    def remember_slots(self, key: tuple[int | str, ...], slots: Slots) -> None:
        """Keep the slots of a match for the next of that rule and those words, up to a bound."""
        if len(self.known_slots) >= _KNOWN_MATCHES:
            self.known_slots.clear()
        self.known_slots[key] = slots

    def _alternation(self, indices: tuple[int, ...]) -> re.Pattern[str]:
        """Compile the rules at *indices* at their first use, once for all codes with them."""
        pattern = self._by_rules.get(indices)
        if pattern is None:
            regexes = (f"(?P<r{at}>{self.patterns[at].plain})" for at in indices)
            pattern = self._by_rules[indices] = re.compile("|".join(regexes))
        return pattern


class OddTriggers(dict[str, bool]):
    """Tells of words that are not of letters alone whether they give rise to a match.

    There is no end of such words (numbers), so it learns them as they come, up to a bound.
    """

    def __init__(self, alphabet: Alphabet, codes: frozenset[str]) -> None:
        """Take the words of which *alphabet* gives one of *codes*."""
        super().__init__()
        self._alphabet, self._codes = alphabet, codes

    def __missing__(self, word: str) -> bool:
        """Work out a word not met before."""
        if len(self) > _KNOWN_WORDS:
            self.clear()
        found = self[word] = self._alphabet[word] in self._codes
        return found


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
    expanded = [expand(rule.pattern, fragments) for rule in rules]
    triggers = set(raw["triggers"].split())
    triggers.update(_rarest(name) for name in names)
    known = set(lexicon()).union(*(shape.classes for shape in shapes))
    mentioned = {item for pattern in expanded for item in items(pattern) if _is_word(item)}
    alphabet = Alphabet(lexicon(), shapes, sorted((mentioned | triggers) - known))

    def characters(item: str) -> str:
        return f"[{''.join(sorted(alphabet.codes(item)))}]"

    patterns = tuple(parse(pattern, characters) for pattern in expanded)
    of_triggers = _codes(alphabet, triggers)
    return Grammar(
        alphabet,
        rules,
        patterns,
        frozenset(word for word in alphabet.listed() if alphabet[word] in of_triggers),
        OddTriggers(alphabet, of_triggers),
        _starts(alphabet, patterns),
    )


def _is_word(item: str) -> bool:
    return (item[0].isalnum() and not item.endswith("=")) or item[0] == "'"


def _items_of(name: str) -> str:
    """Return *name* as a pattern."""
    marks = {"-": "HYPHEN", "'": "POSS"}
    return " ".join(marks.get(word, word) for word in words_of(name))


def _rarest(name: str) -> str:
    """Return the word of *name* that is to give rise to a match: the longest."""
    return max(words_of(name), key=len)


def _codes(alphabet: Alphabet, classes: Iterable[str]) -> frozenset[str]:
    return frozenset[str]().union(*map(alphabet.codes, classes))


def _starts(alphabet: Alphabet, patterns: tuple[Pattern, ...]) -> dict[str, tuple[int, ...]]:
    """Return for each code the patterns that can begin with it, in order."""
    by_code: dict[str, list[int]] = {}
    for index, pattern in enumerate(patterns):
        for code in _codes(alphabet, pattern.first):
            by_code.setdefault(code, []).append(index)
    return {code: tuple(indices) for code, indices in by_code.items() if code != FILLER}
