"""What other plugins know of an article: who is named where, and who says what."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

import attrs

from newsfacts import ActorClaim, ActorType, Mention, Party, Span, StatementClaim
from newsfacts.lazy import lazy
from newsfacts.syntax import Syntax

__all__ = ["Known", "Range"]

Range = tuple[int, int]

_POWERS = frozenset({ActorType.STATE, ActorType.ARMED_GROUP, ActorType.IGO})
_NESTED = 32
"""Statements before a word of which one can hold it."""


def _place(named: tuple[Mention, ActorClaim]) -> tuple[int, int]:
    """Return where a mention begins and ends."""
    return named[0].start, named[0].end


def _start(said: tuple[Span, StatementClaim]) -> int:
    """Return where what is said begins."""
    return said[0].start


@attrs.frozen(slots=False)
class Known:
    """Is the actors and speakers of one article; lists are made when first asked for."""

    reading: Syntax
    actors: tuple[ActorClaim, ...] = ()
    statements: tuple[StatementClaim, ...] = ()

    @lazy
    def mentions(self) -> list[tuple[Mention, ActorClaim]]:
        """The mentions of actors, in the order of the text."""
        found = [(mention, actor) for actor in self.actors for mention in actor.mentions]
        found.sort(key=_place)
        return found

    @lazy
    def starts(self) -> list[int]:
        """The offset of each mention."""
        return [mention.start for mention, _ in self.mentions]

    @lazy
    def quoted(self) -> list[tuple[Span, StatementClaim]]:
        """What is said by somebody known, in the order of the text."""
        return sorted(
            (
                (content, statement)
                for statement in self.statements
                if statement.speaker_name or statement.source
                for content in statement.content
            ),
            key=_start,
        )

    @lazy
    def powers(self) -> list[tuple[int, int, str]]:
        """Where powers are named, and which, in the order of the text; none if there is but one."""
        powers = [actor for actor in self.actors if actor.type in _POWERS]
        if len({actor.actor for actor in powers}) == 1:
            return []
        return sorted((m.start, m.end, actor.actor) for actor in powers for m in actor.mentions)

    def named(self, phrase: Range) -> list[tuple[Mention, ActorClaim]]:
        """Return the mentions of actors that lie within the tokens of *phrase*."""
        if phrase[0] >= phrase[1]:
            return []
        start, end = self.reading.tokens.starts[phrase[0]], self.reading.tokens.end(phrase[1] - 1)
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
        return [pair for pair in self.mentions[first:last] if pair[0].end <= end]

    def of_powers(self, bounds: Range) -> bool:
        """Tell whether two powers are named within *bounds*."""
        powers = self.powers
        if not powers:
            return False
        tokens = self.reading.tokens
        start, end = tokens.starts[bounds[0]], tokens.end(bounds[1] - 1)
        near = powers[bisect_left(powers, (start,)) : bisect_left(powers, (end,))]
        return len({actor for _, last, actor in near if last <= end}) > 1

    def goes_on(self, phrase: Range) -> bool:
        """Tell whether a name that begins in *phrase* ends behind it."""
        end = self.reading.tokens.end(phrase[1] - 1)
        at = bisect_left(self.starts, end) - 1
        return at >= 0 and self.mentions[at][0].end > end

    def speaker(self, span: Span) -> Party | None:
        """Return who says the words of *span*: the speaker of the smallest statement around them.

        Such a party bears no offsets; None where nobody is quoted with them.
        """
        at = bisect_right(self.quoted, span.start, key=_start)
        around = [
            (len(content), statement)
            for content, statement in self.quoted[max(0, at - _NESTED) : at]
            if content.contains(span)
        ]
        if not around:
            return None
        statement = min(around, key=lambda pair: pair[0])[1]
        source = statement.source.text if statement.source else ""
        return Party(statement.speaker_name or source, statement.speaker)
