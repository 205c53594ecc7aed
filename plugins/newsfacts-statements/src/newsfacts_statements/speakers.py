"""Who a source is: the actor or name behind its words, through pronouns, titles, "the statement"."""

from __future__ import annotations

from newsfacts import ActorClaim, ActorId
from newsfacts.tokens import Tokens
from newsfacts_statements.lexicon import words
from newsfacts_statements.reading import Range

__all__ = ["Speakers"]

_PRONOUNS = frozenset("he she they it who".split())
_PAPERS = frozenset("statement letter release communique communiqué post tweet message".split())
_SMALL = frozenset("of the for and al de la von van bin ben in".split())


class Speakers:
    """Resolves sources in the order of the text; each resolved one helps the next."""

    def __init__(self, view: Tokens, actors: tuple[ActorClaim, ...]) -> None:
        self._view = view
        self._mentions = sorted(
            (
                (mention.start, mention.end, actor)
                for actor in actors
                for mention in actor.mentions
                if mention.form != "demonym"
            ),
            key=lambda item: item[:2],
        )
        self._last: tuple[ActorId | None, str] | None = None
        self._known: dict[str, tuple[ActorId | None, str]] = {}

    def resolve(self, source: Range) -> tuple[ActorId | None, str | None]:
        """Return the actor and the name behind the words of *source*."""
        lower = self._view.lower[source[0] : source[1]]
        if len(lower) == 1 and lower[0] in _PRONOUNS and self._last:
            return self._last
        if lower[-1] in _PAPERS and lower[0] in {"the", "its", "his", "her", "their", "this"} and self._last:
            return self._last
        found = self._actor(source) or self._named(source)
        self._last = found
        return found

    def _actor(self, source: Range) -> tuple[ActorId | None, str] | None:
        span = self._view.span(*source)
        inside = [m for m in self._mentions if span.start <= m[0] and m[1] <= span.end]
        if not inside:
            return None
        last = inside[-1]
        if last[1] != span.end:
            return None
        return last[2].actor, last[2].name

    def _named(self, source: Range) -> tuple[ActorId | None, str]:
        """Return the name in the source, or its words where it has none."""
        view = self._view
        name = self._proper(source)
        if name:
            text = view.span(*name).text
            last = view.words[name[1] - 1].lower()
            known = self._known.get(last)
            if known and name[1] - name[0] == 1:
                return known
            found = (None, text)
            self._known.setdefault(last, found)
            return found
        return None, view.span(*source).text

    def _proper(self, source: Range) -> Range | None:
        """Return the last run of capitalised words, where it ends the source."""
        view, end = self._view, source[1]
        start = end
        while start > source[0]:
            word = view.words[start - 1]
            if not (word[:1].isupper() or (word.lower() in _SMALL and start < end)):
                break
            start -= 1
        while start < end and view.words[start].lower() in _SMALL | words().determiners:
            start += 1
        return (start, end) if start < end else None
