"""What stands around a trigger: its verb group, its subject, the phrases that follow it.

A first reading by closed-class words alone; `newsfacts.syntax` is to replace it.
"""

from __future__ import annotations

import attrs

from newsfacts import Status
from newsfacts.tokens import Tokens
from newsfacts_negotiations.patterns import stops

__all__ = ["Reading"]

Range = tuple[int, int]

_GROUP = frozenset(
    "to will would wo ca has have had is are was were be "
    "been being not n't n’t never set due ready going also could may "
    "might should must can did does do still already yet now fully further".split()
)
_PREPOSITIONS = frozenset(
    "with between to from by on against at in of "
    "for through via over about toward towards into among under".split()
)
_SPEECH = frozenset(
    "said says say told added adding saying reported believed announced stressed emphasized".split()
)
_DETERMINERS = frozenset(
    "the a an this that these those its his her their our my your any some both".split()
)


@attrs.frozen
class Reading:
    """Is a sentence seen from its triggers."""

    view: Tokens
    bounds: Range

    def group(self, index: int) -> Range:
        """Return the verb group that the verb at *index* heads."""
        words = self.view.lower
        start = index
        while start > self.bounds[0] and (
            words[start - 1] in _GROUP or words[start - 1].endswith("ly")
        ):
            start -= 1
        return start, index + 1

    def subject(self, start: int) -> Range | None:
        """Return the phrase before the verb group that starts at *start*."""
        words = self.view.lower
        halt = stops("phrase_stops") | _SPEECH
        end = start
        for _ in range(4):
            first = end
            while first > self.bounds[0] and words[first - 1] not in halt:
                first -= 1
            before = words[first - 1] if first > self.bounds[0] else ""
            if first < end and before not in _PREPOSITIONS:
                return first, end
            if first == self.bounds[0]:
                return None
            end = first - 1
        return None

    def clause(self, index: int) -> Range:
        """Return the tokens from the one at *index* to the end of its clause."""
        words = self.view.lower
        end = index + 1
        while end < self.bounds[1] and words[end] not in stops("clause_stops"):
            end += 1
        return index, end

    def phrase(self, start: int) -> Range | None:
        """Return the phrase that begins at token *start*."""
        words = self.view.lower
        end = start
        while end < self.bounds[1] and words[end] not in stops("phrase_stops"):
            if words[end] == "of" or words[end] in _SPEECH:
                break
            end += 1
        return (start, end) if end > start else None

    def phrases(self, start: int, limit: int) -> list[tuple[str, Range]]:
        """Return the prepositions from *start* on, with the phrase that follows each."""
        words = self.view.lower
        found = []
        for index in range(start, min(limit, self.bounds[1])):
            if words[index] in stops("clause_stops"):
                break
            if words[index] in _PREPOSITIONS:
                phrase = self.phrase(index + 1)
                if phrase:
                    found.append((words[index], phrase))
        return found

    def factuality(self, start: int, index: int) -> tuple[Status, bool]:
        """Return how real the verb at *index* is, its group starting at *start*."""
        group = set(self.view.lower[start:index])
        negated = bool(group & {"not", "n't", "n’t", "never"})
        if group & {"will", "wo", "set", "due", "to"}:
            return Status.PLANNED, negated
        if group & {"would", "could", "may", "might"}:
            return Status.PREDICTED, negated
        if self.view.lower[index].endswith("ing") and group:
            return Status.ONGOING, negated
        return Status.ACTUAL, negated
