"""Who asserts a claim: the rule that gives every attributable claim its attribution.

A claim gets the smallest statement content that wholly contains its span, other than itself, and
only where that statement has a source (ties: the earlier one). A statement without a source ("is
believed to") gives its cue as a hedge alone. A statement inside another is relayed by it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter

from newsfacts.claims import Claim, StatementClaim
from newsfacts.values import UNSET, Attribution, ClaimId, Span

__all__ = ["attributions"]

_Content = tuple[int, int, int, int, StatementClaim]
"""start, end, size, rank, statement: rank orders the statements by their place in the text."""


def attributions(
    claims: Iterable[Claim],
) -> dict[ClaimId, tuple[Attribution | None, str | None]]:
    """Return attribution and hedge of every attributable claim that stands within a statement.

    Claims made with an attribution, None included, are left out: somebody has decided.
    """
    everything = list(claims)
    statements = [each for each in everything if isinstance(each, StatementClaim)]
    if not statements:
        return {}
    statements.sort(key=_place)
    undecided = [each for each in everything if each.attributable and each.attribution is UNSET]
    undecided.sort(key=_place)
    parents: dict[ClaimId, StatementClaim] = {}
    hedges: dict[ClaimId, str] = {}
    for claim, holding in _held(undecided, _contents(statements)):
        for statement in holding:
            if statement.source is not None:
                parents[claim.id] = statement
                break
            if statement.cue is not None:
                hedges.setdefault(claim.id, statement.cue.text)
    made: dict[ClaimId, Attribution | None] = {}
    return {
        claim.id: (_resolve(claim.id, parents, made), hedges.get(claim.id))
        for claim in undecided
        if claim.id in parents or claim.id in hedges
    }


def _held(
    claims: Iterable[Claim], contents: Sequence[_Content]
) -> Iterator[tuple[Claim, list[StatementClaim]]]:
    """Yield each claim with the statements that hold it, the smallest first; both are in order."""
    active: list[_Content] = []
    upcoming = 0
    for claim in claims:
        start = claim.span.start
        while upcoming < len(contents) and contents[upcoming][0] <= start:
            active.append(contents[upcoming])
            upcoming += 1
        if active:
            active = [content for content in active if content[1] > start]
            holding = [content for content in active if _holds(content, claim, active)]
            holding.sort(key=itemgetter(2, 3))
            yield claim, [content[4] for content in holding]


def _place(claim: Claim) -> tuple[int, int]:
    """Return where a claim stands, the longer first."""
    return claim.span.start, -claim.span.end


def _contents(statements: Iterable[StatementClaim]) -> list[_Content]:
    """Return every content span with its statement, both in the order of the text."""
    return sorted(
        (
            (span.start, span.end, len(span), rank, statement)
            for rank, statement in enumerate(statements)
            for span in statement.content
        ),
        key=itemgetter(0, 1, 3),
    )


def _holds(content: _Content, claim: Claim, active: Sequence[_Content]) -> bool:
    """Tell whether *claim* stands within *content*, a statement only within one outside of it."""
    start, end, size, rank, statement = content
    if not (start <= claim.span.start and claim.span.end <= end) or statement.id == claim.id:
        return False
    if not isinstance(claim, StatementClaim) or size > len(claim.span):
        return True
    # Two statements of one content: the earlier holds the later, never both each other.
    own = next((other[3] for other in active if other[4].id == claim.id), -1)
    return rank < own


def _resolve(
    claim_id: ClaimId,
    parents: dict[ClaimId, StatementClaim],
    made: dict[ClaimId, Attribution | None],
) -> Attribution | None:
    """Make the attribution of a claim from the innermost statement outwards, each once."""
    chain: list[ClaimId] = []
    current: ClaimId | None = claim_id
    while current is not None and current not in made:
        chain.append(current)
        parent = parents.get(current)
        current = parent.id if parent else None
    for link in reversed(chain):
        parent = parents.get(link)
        made[link] = _attribution(parent, made[parent.id]) if parent else None
    return made[claim_id]


def _attribution(statement: StatementClaim, via: Attribution | None) -> Attribution:
    """Return the attribution that *statement* gives; nobody relays themselves ("said he fears")."""
    source: Span | None = statement.source
    while via is not None and _same_speaker(statement, via):
        via = via.via
    return Attribution(
        statement=statement.id,
        source=source.text if source else "",
        speaker=statement.speaker,
        speaker_name=statement.speaker_name,
        via=via,
    )


def _same_speaker(statement: StatementClaim, via: Attribution) -> bool:
    """Tell whether both are known to be one: by id, else by name."""
    if statement.speaker is not None or via.speaker is not None:
        return statement.speaker == via.speaker
    return statement.speaker_name is not None and statement.speaker_name == via.speaker_name
