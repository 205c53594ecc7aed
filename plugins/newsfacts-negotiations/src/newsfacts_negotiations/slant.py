"""What an article is about, by counting words: of politics, of conflict, of other things."""

from __future__ import annotations

from functools import cache

import attrs

from newsfacts_negotiations.words import word_list

__all__ = ["Slant", "civil", "elsewhere"]

_FEW = 2
"""Words of campaigns, crime and courts that do not yet make an article one of them."""
_DISPUTE = 3
"""Words of labour disputes that make an article one of them."""
_WORKERS = frozenset({"union", "unions", "strikers", "walkout", "stoppage", "pickets", "lockout"})
"""Words without which strikes may be of aircraft."""
_PLAIN = 6
"""Words of conflict and diplomacy that make an article plainly one of them."""


@cache
def civil() -> frozenset[str]:
    """Return the words of what is no negotiation: campaigns, crime, courts, business, sport."""
    return word_list("civil") | word_list("business")


@cache
def elsewhere() -> frozenset[str]:
    """Return the words of business, sport and private life."""
    return word_list("business") | word_list("apolitical")


@cache
def _telling() -> frozenset[str]:
    """Return all words that tell what an article is about."""
    known = civil() | elsewhere() | word_list("political") | word_list("process")
    return known | word_list("labour")


@attrs.define
class Slant:
    """Counts the words of one article, once, when somebody asks."""

    words: list[str]
    """All of its words, in lower case."""
    _telling: list[str] | None = attrs.field(default=None, init=False)
    _politics: tuple[int, int] | None = attrs.field(default=None, init=False)
    _process: tuple[int, int] | None = attrs.field(default=None, init=False)
    _disputed: bool | None = attrs.field(default=None, init=False)

    def worldly(self) -> bool:
        """Tell whether it has more words of politics than of business, or is of a strike."""
        political, other = self._of_politics()
        return political >= other or self.labour()

    def labour(self) -> bool:
        """Tell whether it is of a labour dispute, whose sides are employers and workers."""
        if self._disputed is None:
            several = self._count(word_list("labour")) >= _DISPUTE
            self._disputed = several and self._count(_WORKERS) > 0
        return self._disputed

    def diplomatic(self) -> bool:
        """Tell whether it has as many words of conflict and diplomacy as of civil life."""
        told, of_civil_life = self._of_process()
        return told >= of_civil_life

    def informed(self) -> bool:
        """Tell whether words that anybody can say are a party's all over the article.

        They are where it has more words of conflict and diplomacy than of campaigns, crime and
        business, or next to none of these.
        """
        return self.diplomatic() or self._of_process()[1] <= _FEW

    def charged(self) -> bool:
        """Tell whether it is plainly of conflict or diplomacy, not only not of other things."""
        told, of_civil_life = self._of_process()
        return told >= _PLAIN and told >= 2 * of_civil_life

    def touched(self) -> bool:
        """Tell whether it has any word of politics, conflict or diplomacy."""
        return self._of_politics()[0] > 0 or self._of_process()[0] > 0

    def _of_politics(self) -> tuple[int, int]:
        """Return how many words of politics there are, and of business, sport, private life."""
        if self._politics is None:
            self._politics = self._count(word_list("political")), self._count(elsewhere())
        return self._politics

    def _of_process(self) -> tuple[int, int]:
        """Return how many words of conflict and diplomacy there are, and of civil life."""
        if self._process is None:
            self._process = self._count(word_list("process")), self._count(civil())
        return self._process

    def _count(self, listed: frozenset[str]) -> int:
        """Return how many of the words are *listed*."""
        if self._telling is None:
            self._telling = list(filter(_telling().__contains__, self.words))
        return sum(map(listed.__contains__, self._telling))
