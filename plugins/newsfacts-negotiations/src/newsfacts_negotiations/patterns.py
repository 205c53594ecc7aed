"""Patterns over tokens: the language in which triggers are written, and its matcher.

A pattern is a row of elements: `hold|resume/v ~ <talks>`.

- `hold|resume` is any of the words; `cessation_of_hostilities` is one word of several tokens;
- `/v` takes every form of the verb and wants one, `/n` every form of the noun and wants one,
  without either the word is taken as it stands;
- `_/v` is any verb, `_/n` any noun, `_` any word;
- `<talks>` is any word of that class of `data/words.toml`, `<talks>|summit` of that or another;
- `*` before an element makes it the anchor, the token by which the pattern is found (else the
  first element is);
- `~` lets a stretch of the same phrase stand between two elements ("a new round of"), `~~` one of
  the same clause; `?` after an element makes it optional.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from importlib.resources import files

import attrs

from newsfacts_negotiations.words import class_forms, noun_forms, verb_forms

__all__ = ["Element", "Match", "Pattern", "match", "parse", "stops", "token_forms"]

_WORD = r"(?:<\w+>|[^\s/?<>|]+?)"
_ELEMENT = re.compile(
    rf"(?P<anchor>\*?)(?P<words>{_WORD}(?:\|{_WORD})*)(?:/(?P<tag>[vn]))?(?P<maybe>\??)\Z"
)
_TOKEN = re.compile(r"['’]s\b|n['’]t\b|\w+|[^\w\s]")
_REACH = {"": 0, "~": 7, "~~": 18}
"""The most tokens that nothing, `~` and `~~` stand for."""
_LONGEST = 4
"""The most tokens of one word of a pattern."""


@attrs.frozen
class Element:
    """Is one element of a pattern: the token sequences that it takes, by their first token."""

    forms: dict[str, tuple[tuple[str, ...], ...]]
    tag: str | None
    optional: bool = False
    gap: str = ""
    thing: bool = False
    """Whether it is a word class: a thing that a verb can be said of."""
    classes: frozenset[str] = frozenset()
    """The names of its word classes."""

    wanted: str | None = attrs.field(init=False, eq=False, repr=False)
    """What its first token must be: `v`, `n`, or `c` where a word of a class is not to be a verb;
    None if any."""

    @wanted.default
    def _wanted(self) -> str | None:
        return self.tag or ("c" if self.thing else None)

    @property
    def telling(self) -> frozenset[str]:
        """One word of each token sequence: "channel" of "back channel", which says more."""
        return frozenset(max(each, key=len) for rest in self.forms.values() for each in rest)

    @property
    def longest(self) -> int:
        """How many tokens it takes, at most."""
        return max((len(each) for rest in self.forms.values() for each in rest), default=1)


@attrs.frozen
class Pattern:
    """Is a parsed pattern: its elements, and which of them is the anchor."""

    elements: tuple[Element, ...]
    anchor: int
    around: tuple[tuple[frozenset[str], int, int], ...] = attrs.field(
        init=False, eq=False, repr=False
    )
    """First tokens of its other elements, and from where to where, counted from the anchor, one of
    them must stand: most anchors stand alone, and it costs less to see that than to match."""

    @around.default
    def _windows(self) -> tuple[tuple[frozenset[str], int, int], ...]:
        found = []
        reach = self.elements[self.anchor].longest
        for element in self.elements[self.anchor + 1 :]:
            reach += _REACH[element.gap]
            if element.forms and not element.optional:
                found.append((frozenset(element.forms), 1, reach + 1))
            reach += element.longest
        reach = 0
        for element, after in zip(
            self.elements[: self.anchor][::-1], self.elements[: self.anchor + 1][:0:-1], strict=True
        ):
            reach += _REACH[after.gap] + element.longest
            if element.forms and not element.optional:
                found.append((frozenset(element.forms), -reach, 0))
        return tuple(found)


@attrs.frozen
class Match:
    """Is where a pattern matched: token indices, half-open; the range of each element or None."""

    start: int
    end: int
    anchor: int
    parts: tuple[tuple[int, int] | None, ...]


@cache
def stops(name: str) -> frozenset[str]:
    """Load the words that a gap cannot cross."""
    text = files("newsfacts_negotiations").joinpath(f"data/{name}.txt").read_text("utf-8")
    return frozenset(
        word for line in text.splitlines() if not line.startswith("#") for word in line.split()
    )


def parse(text: str) -> Pattern:
    """Return the pattern that *text* writes.

    Raises:
        ValueError: if an element is malformed.
        KeyError: if it names a word class that is not there.
    """
    elements: list[Element] = []
    anchor = 0
    gap = ""
    for part in text.split():
        if part in ("~", "~~"):
            gap = part
            continue
        found = _ELEMENT.match(part)
        if found is None:
            raise ValueError(f"pattern {text!r}: no element: {part!r}")
        if found["anchor"]:
            anchor = len(elements)
        forms: set[str] = set()
        for word in found["words"].split("|"):
            if word.startswith("<"):
                forms |= class_forms(word[1:-1])
            elif word != "_":
                forms.update(_inflected(word.replace("_", " "), found["tag"]))
        classes = frozenset(re.findall(r"<(\w+)>", found["words"]))
        elements.append(
            Element(
                _by_first(forms), found["tag"], bool(found["maybe"]), gap, bool(classes), classes
            )
        )
        gap = ""
    return Pattern(tuple(elements), anchor)


def _inflected(word: str, tag: str | None) -> tuple[str, ...]:
    """Return the forms of *word*: those of a verb (`v`) or noun (`n`), or itself alone."""
    if tag == "v":
        return verb_forms(word)
    return noun_forms(word) if tag == "n" else (word,)


def token_forms(forms: Iterable[str]) -> list[tuple[str, ...]]:
    """Return the token sequences of *forms* as English tokenises them, longest first."""
    return [tuple(_TOKEN.findall(form)) for form in sorted(forms, key=lambda f: (-len(f), f))]


def _by_first(forms: set[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return the token sequences of *forms* by first token, longest first."""
    table: dict[str, list[tuple[str, ...]]] = {}
    for sequence in token_forms(forms):
        table.setdefault(sequence[0], []).append(sequence)
    return {first: tuple(rest) for first, rest in table.items()}


def match(
    pattern: Pattern,
    words: Sequence[str],
    anchor: int,
    bounds: tuple[int, int],
    fits: Callable[[int, str], bool],
) -> Match | None:
    """Return where *pattern* matches with its anchor at token *anchor*, or None.

    Args:
        pattern: what to look for.
        words: the document's tokens in lower case.
        anchor: a token index.
        bounds: the half-open range of tokens to stay in, a sentence's.
        fits: tells whether the token at an index can be a verb (`v`), a noun (`n`), or a word of a
            class (`c`).
    """
    low, high = bounds
    for forms, first, last in pattern.around:
        if forms.isdisjoint(words[max(low, anchor + first) : min(high, anchor + last)]):
            return None
    # By words alone at first: most fail there, and what fits need not be read for them.
    found = _matched(pattern, anchor, _Matcher(pattern.elements, words, low, high))
    if found is None or _fitting(pattern, found, fits):
        return found
    wanted = pattern.elements[pattern.anchor].wanted
    if wanted is not None and not fits(anchor, wanted):
        return None  # wherever the other elements are
    return _matched(pattern, anchor, _Matcher(pattern.elements, words, low, high, fits))


def _matched(pattern: Pattern, anchor: int, matcher: _Matcher) -> Match | None:
    """Return the first way to match *pattern* with its anchor at token *anchor*."""
    at, count = pattern.anchor, len(pattern.elements)
    for end in matcher.taken(pattern.elements[at], anchor, matcher.high):
        after = matcher.forward(at + 1, end) if at + 1 < count else ()
        before = () if not at or after is None else matcher.backward(at - 1, anchor)
        if after is not None and before is not None:
            parts = (*before, (anchor, end), *after)
            spans = [part for part in parts if part is not None]
            return Match(spans[0][0], spans[-1][1], anchor, parts)
    return None


def _fitting(pattern: Pattern, found: Match, fits: Callable[[int, str], bool]) -> bool:
    """Tell whether each token that an element of *pattern* took fits its tag."""
    for element, part in zip(pattern.elements, found.parts, strict=True):
        if part is not None and element.wanted is not None and not fits(part[0], element.wanted):
            return False
    return True


_Parts = tuple[tuple[int, int] | None, ...]


class _Matcher:
    """Matches the elements of one pattern on either side of its anchor.

    An optional element that is left out leaves its gap to the next: the wider of the two holds.
    Without *fits* words alone decide.
    """

    __slots__ = ("elements", "fits", "high", "low", "words")

    def __init__(
        self,
        elements: tuple[Element, ...],
        words: Sequence[str],
        low: int,
        high: int,
        fits: Callable[[int, str], bool] | None = None,
    ) -> None:
        self.elements, self.words, self.low, self.high = elements, words, low, high
        self.fits = fits

    def forward(self, index: int, start: int, gap: str = "") -> _Parts | None:
        """Return the first way to match the elements from *index* on at or after token *start*."""
        if index == len(self.elements):
            return ()
        element = self.elements[index]
        gap = max(gap, element.gap)
        words, forms, halt = self.words, element.forms, _halt(gap)
        for place in range(start, min(start + _REACH[gap] + 1, self.high)):
            if not forms or words[place] in forms:
                for end in self.taken(element, place, self.high):
                    rest = self.forward(index + 1, end)
                    if rest is not None:
                        return ((place, end), *rest)
            if words[place] in halt and not self._hyphened(place):
                break
        if element.optional:
            rest = self.forward(index + 1, start, gap)
            return None if rest is None else (None, *rest)
        return None

    def backward(self, index: int, end: int, gap: str = "") -> _Parts | None:
        """Return the first way to match the elements up to *index* before token *end*."""
        if index < 0:
            return ()
        element = self.elements[index]
        gap = max(gap, self.elements[index + 1].gap)
        words, forms, halt = self.words, element.forms, _halt(gap)
        for last in range(end - 1, max(end - 2 - _REACH[gap], self.low - 1), -1):
            for start in range(last, max(self.low, last - _LONGEST) - 1, -1):
                if forms and words[start] not in forms:
                    continue
                if last + 1 in self.taken(element, start, last + 1):
                    rest = self.backward(index - 1, start)
                    if rest is not None:
                        return (*rest, (start, last + 1))
            if words[last] in halt and not self._hyphened(last):
                break
        if element.optional:
            rest = self.backward(index - 1, end, gap)
            return None if rest is None else (*rest, None)
        return None

    def _hyphened(self, place: int) -> bool:
        """Tell whether a word is but a part of one: the "to" of "face-to-face"."""
        return self.words[place - 1] == "-" or self.words[place + 1 : place + 2] == ["-"]

    def taken(self, element: Element, start: int, limit: int) -> Sequence[int]:
        """Return the ends of what *element* takes at token *start*."""
        ends = []
        if not element.forms and start < limit and self.words[start][0].isalpha():
            ends.append(start + 1)
        for sequence in element.forms.get(self.words[start], ()):
            end = start + len(sequence)
            if end > limit or (len(sequence) > 1 and tuple(self.words[start:end]) != sequence):
                continue
            ends.append(end)
        if ends and self.fits is not None and element.wanted is not None:
            return ends if self.fits(start, element.wanted) else ()
        return ends


def _halt(gap: str) -> frozenset[str]:
    """Return the words beyond which the next element cannot begin, as its *gap* allows."""
    return stops("clause_stops" if gap == "~~" else "phrase_stops")
