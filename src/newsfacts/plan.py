"""The plan: extractors in an order in which each finds what it needs.

All providers of a kind run before its consumers; ties are broken by name, so that the order is the
same whatever order plugins were found in.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from graphlib import CycleError, TopologicalSorter
from typing import Final

import attrs

from newsfacts.claims import Claim
from newsfacts.errors import PlanError
from newsfacts.extraction import Code
from newsfacts.extractors import Extractor, Need

__all__ = ["Plan", "Problem", "arrange"]

FIRST_PARTY: Final = {
    "date": "newsfacts-dates",
    "actor": "newsfacts-actors",
    "statement": "newsfacts-statements",
    "casualty": "newsfacts-casualties",
    "negotiation": "newsfacts-negotiations",
}
"""Which first-party distribution provides a kind: what to install where it is missing."""


@attrs.frozen
class Problem:
    """Is an extractor that cannot run, and why."""

    code: Code
    """That of the diagnostic that it becomes."""
    extractor: Extractor
    """The one that cannot run."""
    message: str
    """A sentence for people."""


@attrs.frozen
class Plan:
    """Is an order of extractors in which every need is met before it arises."""

    order: tuple[Extractor, ...]
    """The extractors, first to last."""
    _met: dict[type[Claim] | None, tuple[Extractor, ...]] = attrs.field(
        init=False, eq=False, repr=False, factory=dict
    )

    @classmethod
    def of(cls, extractors: Iterable[Extractor]) -> Plan:
        """Return the plan for *extractors*.

        Raises:
            PlanError: if a need has no provider, a cycle stands, or two extractors share a name.
        """
        plan, problems = arrange(tuple(extractors))
        if problems:
            raise PlanError("; ".join(problem.message for problem in problems))
        return plan

    @property
    def kinds(self) -> dict[str, type[Claim]]:
        """The claim kinds that these extractors provide, by name."""
        provided = (kind for extractor in self.order for kind in extractor.provides)
        return {kind.kind: kind for kind in sorted(provided, key=lambda kind: kind.kind)}

    def providers(self, need: Need) -> tuple[Extractor, ...]:
        """Return the extractors whose claims meet *need*, in the order of the plan."""
        met = self._met.get(need.kind)
        if met is None:
            met = tuple(each for each in self.order if _provides(each, need))
            self._met[need.kind] = met
        return met

    def explain(self) -> str:
        """Return the plan as text: one line an extractor, with where its needs are met."""
        lines = []
        for number, extractor in enumerate(self.order, 1):
            kinds = ", ".join(kind.kind for kind in extractor.provides)
            lines.append(f"{number}. {extractor.name} ({extractor.label}) provides {kinds}")
            for need in extractor.needs:
                if need.kind is None:
                    continue
                names = ", ".join(provider.name for provider in self.providers(need))
                met = f"from {names}" if names else f"missing: {_who_has(need.kind)}"
                wanted = "needs" if need.required else "takes"
                lines.append(f"   {wanted} {need.kind.kind} {met}")
        return "\n".join(lines)


def arrange(extractors: Sequence[Extractor]) -> tuple[Plan, tuple[Problem, ...]]:
    """Return the plan for those *extractors* that can run, and why the others cannot."""
    problems = list(_namesakes(extractors))
    remaining = _without(extractors, problems)
    while True:
        found = list(_unmet(remaining)) or list(_circular(remaining))
        if not found:
            break
        problems += found
        remaining = _without(remaining, found)
    sorter = TopologicalSorter(_graph(remaining))
    sorter.prepare()
    order: list[Extractor] = []
    by_name = {extractor.name: extractor for extractor in remaining}
    while sorter.is_active():
        ready = sorted(sorter.get_ready())
        order += [by_name[name] for name in ready]
        sorter.done(*ready)
    return Plan(tuple(order)), tuple(problems)


def _without(extractors: Sequence[Extractor], problems: Sequence[Problem]) -> list[Extractor]:
    names = {problem.extractor.name for problem in problems}
    return [extractor for extractor in extractors if extractor.name not in names]


def _provides(extractor: Extractor, need: Need) -> bool:
    return need.kind is not None and any(issubclass(kind, need.kind) for kind in extractor.provides)


def _graph(extractors: Sequence[Extractor]) -> dict[str, set[str]]:
    """Return for each extractor the names of those that must run before it."""
    return {
        consumer.name: {
            provider.name
            for need in consumer.needs
            for provider in extractors
            if _provides(provider, need)
        }
        for consumer in extractors
    }


def _namesakes(extractors: Sequence[Extractor]) -> Iterable[Problem]:
    counts = Counter(extractor.name for extractor in extractors)
    for extractor in extractors:
        if counts[extractor.name] > 1:
            labels = " and ".join(e.label for e in extractors if e.name == extractor.name)
            message = (
                f"two extractors are called {extractor.name!r}: {labels}; "
                f"give one another name, or block its plugin"
            )
            yield Problem(Code.DUPLICATE_EXTRACTOR, extractor, message)


def _unmet(extractors: Sequence[Extractor]) -> Iterable[Problem]:
    for consumer in extractors:
        for need in consumer.needs:
            if need.kind is None or not need.required:
                continue
            if not any(_provides(provider, need) for provider in extractors):
                message = (
                    f"extractor {consumer.name!r} ({consumer.label}) needs {need.kind.kind} claims "
                    f"({need.parameter}: tuple[{need.kind.__name__}, ...]), which no extractor "
                    f"here provides; {_who_has(need.kind)}"
                )
                yield Problem(Code.NEED_WITHOUT_PROVIDER, consumer, message)


def _who_has(kind: type[Claim]) -> str:
    name = getattr(kind, "kind", None)
    if name in FIRST_PARTY:
        return f"install {FIRST_PARTY[name]}"
    return f"install the plugin that provides {name or kind.__name__}"


def _circular(extractors: Sequence[Extractor]) -> Iterable[Problem]:
    try:
        TopologicalSorter(_graph(extractors)).prepare()
    except CycleError as error:
        cycle: list[str] = error.args[1]
        path = " before ".join(cycle)
        for extractor in extractors:
            if extractor.name in cycle:
                message = f"extractors need each other's claims: {path}"
                yield Problem(Code.CYCLE, extractor, message)
