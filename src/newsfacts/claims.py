"""The claim, and the three kinds that plugins share: dates, actors and statements.

A kind is a subclass of `Claim` that names itself (`kind`), says what tells two of its claims of one
span apart (`key`), and whether somebody in the article can be the one who says it (`attributable`).
Every field carries its description as `metadata["doc"]`; the JSON Schema and the docs show it.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from hashlib import blake2b
from operator import attrgetter
from typing import Any, ClassVar, Literal

import attrs

from newsfacts.values import (
    UNSET,
    ActorId,
    Attribution,
    ClaimId,
    Interval,
    Span,
    Status,
    Unset,
)

__all__ = [
    "ActorClaim",
    "ActorType",
    "Claim",
    "DateClaim",
    "Mention",
    "MentionForm",
    "Quotation",
    "SpeechAct",
    "StatementClaim",
    "TimexType",
]


_SHORT = 60
"""Code points of a claim's words that its repr shows."""


@cache
def _getters(key: tuple[str, ...]) -> tuple[attrgetter[Any], ...]:
    """Return what gets each of the dotted paths of a kind's key."""
    return tuple(map(attrgetter, key))


@attrs.frozen(kw_only=True)
class Claim:
    """Is what an article, or somebody in it, asserts in the words of `span`.

    Subclasses set `kind`, and `key` where two of their claims can share a span.
    """

    kind: ClassVar[str]
    """A bare singular word for first-party kinds, `<entry point name>.<kind>` for others."""
    key: ClassVar[tuple[str, ...]] = ()
    """The fields (dotted paths allowed) that tell two claims of one kind and span apart."""
    attributable: ClassVar[bool] = True
    """Whether somebody in the article can be the one who asserts it."""

    span: Span = attrs.field(metadata={"doc": "the words that make the claim"})
    status: Status = attrs.field(
        default=Status.ACTUAL, metadata={"doc": "how real it is, as the text puts it"}
    )
    negated: bool = attrs.field(default=False, metadata={"doc": "whether the text denies it"})
    hedge: str | None = attrs.field(
        default=None, metadata={"doc": "the hedging words, as in 'reportedly'"}
    )
    attribution: Attribution | Unset | None = attrs.field(
        default=UNSET,
        metadata={"doc": "who says so; null where the article itself asserts it"},
    )
    rule: str = attrs.field(default="", metadata={"doc": "the rule that fired"})
    extractor: str = attrs.field(
        default="", metadata={"doc": "distribution, version and function; the pipeline fills it in"}
    )
    id: ClaimId = attrs.field(
        init=False,
        metadata={"doc": "unique in the article; the same in every run and release"},
    )

    def __attrs_post_init__(self) -> None:
        """Make the id: a hash of kind, offsets and key; never of rule or attribution."""
        span = self.span
        words = f"{self.kind}\x1f{span.start}\x1f{span.end}"
        for get in _getters(self.key):
            value = get(self)
            if isinstance(value, Span):
                words += f"\x1f{value.start}-{value.end}"
            else:
                words += f"\x1f{value!s}"
        # After all fields, for the key names fields of subclasses; frozen, hence around it.
        _set_id(self, blake2b(words.encode(), digest_size=8).hexdigest())

    def __init_subclass__(cls) -> None:
        """Give a kind the short repr, which attrs would replace by one of all its fields."""
        super().__init_subclass__()
        if "__repr__" not in cls.__dict__:
            cls.__repr__ = Claim.__repr__  # type: ignore[method-assign]

    def __repr__(self) -> str:
        """Return kind, offsets, words and what it claims."""
        words = self.text if len(self.text) <= _SHORT else f"{self.text[: _SHORT - 1]}…"
        where = f"{self.span.start}-{self.span.end} {words!r}"
        return f"<{type(self).__name__} {where}: {self.summary}>"

    def _repr_html_(self) -> str:
        """Return what it claims, its words and who says so for a notebook."""
        from newsfacts.render_html import claim_html

        return claim_html(self)

    @property
    def text(self) -> str:
        """The words that make the claim."""
        return self.span.text

    @property
    def summary(self) -> str:
        """What it claims, on one line for people; a kind says it better than its key can."""
        return " ".join(str(attrgetter(path)(self)) for path in self.key)


_set_id = Claim.__dict__["id"].__set__


class TimexType(StrEnum):
    """Says what a temporal expression is (TIMEX3 `type`)."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@attrs.frozen(kw_only=True)
class DateClaim(Claim):
    """Is a temporal expression and the time it stands for (TimeML TIMEX3).

    Its span leaves out a leading preposition.
    """

    kind: ClassVar[str] = "date"
    key: ClassVar[tuple[str, ...]] = ("type",)
    attributable: ClassVar[bool] = False

    type: TimexType = attrs.field(metadata={"doc": "TIMEX3 type"})
    value: str = attrs.field(metadata={"doc": "TIMEX3 value, as in 2014-08-19TEV, P7W, PAST_REF"})
    mod: str | None = attrs.field(
        default=None, metadata={"doc": "TIMEX3 mod, as in START, MID, END, APPROX"}
    )
    interval: Interval | None = attrs.field(
        default=None, metadata={"doc": "the time it covers, null where nothing can be said"}
    )

    @property
    def summary(self) -> str:
        """Type, value and mod."""
        return " ".join(filter(None, (self.type, self.value, self.mod)))


class ActorType(StrEnum):
    """Says what an actor is."""

    PERSON = "person"
    STATE = "state"
    ARMED_GROUP = "armed_group"
    ORGANISATION = "organisation"
    IGO = "igo"
    NGO = "ngo"
    MILITARY = "military"
    POLICE = "police"
    GOVERNMENT_BODY = "government_body"
    MEDIA = "media"
    POPULATION = "population"
    PLACE = "place"
    OTHER = "other"


class MentionForm(StrEnum):
    """Says how a mention names its actor."""

    NAME = "name"
    DEMONYM = "demonym"
    """"Israeli"; a demonym with a national force ("Israeli army") is a name"""
    TITLE = "title"
    """"the Israeli premier" """
    METONYM = "metonym"
    """a seat of power for its government: "Tel Aviv" """
    NOMINAL = "nominal"
    """"the movement" """
    PRONOUN = "pronoun"


@attrs.frozen
class Mention(Span):
    """Is a span that names an actor, and the form in which it does."""

    form: MentionForm = attrs.field(metadata={"doc": "how the words name the actor"})

    def __init__(self, start: int, end: int, text: str, form: MentionForm) -> None:
        # As that of a span, which it calls only to refuse: nothing but spans is made as often.
        if not 0 <= start < end or len(text) != end - start:
            super().__init__(start, end, text)
        _set_start(self, start)
        _set_end(self, end)
        _set_text(self, text)
        _set_form(self, form)


_set_start = Span.__dict__["start"].__set__
_set_end = Span.__dict__["end"].__set__
_set_text = Span.__dict__["text"].__set__
_set_form = Mention.__dict__["form"].__set__


@attrs.frozen(kw_only=True)
class ActorClaim(Claim):
    """Is an actor of the article, one claim an actor, with all its mentions; span is the first."""

    kind: ClassVar[str] = "actor"
    key: ClassVar[tuple[str, ...]] = ("actor",)
    attributable: ClassVar[bool] = False

    actor: ActorId = attrs.field(metadata={"doc": "the actor's id, the same in every article"})
    name: str = attrs.field(metadata={"doc": "the actor's name"})
    type: ActorType = attrs.field(metadata={"doc": "what the actor is"})
    role: str | None = attrs.field(
        default=None, metadata={"doc": "role as the text gives it: 'Palestinian President'"}
    )
    affiliation: ActorId | None = attrs.field(
        default=None, metadata={"doc": "the actor it belongs to, where the text says"}
    )
    country: str | None = attrs.field(
        default=None, metadata={"doc": "ISO 3166-1 alpha-3, null where unknown"}
    )
    mentions: tuple[Mention, ...] = attrs.field(
        default=(), metadata={"doc": "every mention, in the order of the text"}
    )

    @property
    def summary(self) -> str:
        """Name, type, role and number of mentions."""
        about = ", ".join(filter(None, (self.type, self.role)))
        count = len(self.mentions)
        return f"{self.name} ({about}), {count} mention{'s' * (count != 1)}"


Quotation = Literal["direct", "indirect", "mixed"]
"""Says whether a statement's content stands in quotation marks wholly, not at all, or partly."""


class SpeechAct(StrEnum):
    """Says what a speaker does with a statement."""

    SPEECH = "speech"
    DEMAND = "demand"
    ACCUSATION = "accusation"
    COMMITMENT = "commitment"
    THREAT = "threat"
    BELIEF = "belief"
    PREDICTION = "prediction"
    REQUEST = "request"
    ORDER = "order"
    CONCERN = "concern"


@attrs.frozen(kw_only=True)
class StatementClaim(Claim):
    """Is an attribution relation as PARC and PolNeAR define it: who (source) says (cue) what.

    `span` is the hull of the content; `negated` says that the attribution is denied ("did not
    say"), not that the content is negative. Without a source it is a hedge alone ("is believed").
    """

    kind: ClassVar[str] = "statement"
    key: ClassVar[tuple[str, ...]] = ("cue",)

    source: Span | None = attrs.field(
        default=None, metadata={"doc": "the source's whole noun phrase, title included"}
    )
    cue: Span | None = attrs.field(default=None, metadata={"doc": "the words that attribute"})
    content: tuple[Span, ...] = attrs.field(
        metadata={"doc": "what is said; leaves out 'that', keeps the quotation marks"}
    )
    quotation: Quotation = attrs.field(metadata={"doc": "direct, indirect or mixed speech"})
    speaker: ActorId | None = attrs.field(
        default=None, metadata={"doc": "the actor who speaks, null where unknown"}
    )
    speaker_name: str | None = attrs.field(
        default=None, metadata={"doc": "the speaker's name, resolved through pronouns and titles"}
    )
    act: SpeechAct = attrs.field(
        default=SpeechAct.SPEECH, metadata={"doc": "what the speaker does with it"}
    )

    @property
    def summary(self) -> str:
        """Speaker, cue and act."""
        who = self.speaker_name or (self.source.text if self.source else "nobody named")
        cue = self.cue.text if self.cue else "says"
        return f"{who} {'not ' if self.negated else ''}{cue!r} ({self.act})"
