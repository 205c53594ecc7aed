"""newsfacts reads news articles and gives back claims that a program can use."""

from newsfacts.article import Article
from newsfacts.claims import (
    ActorClaim,
    ActorType,
    Claim,
    DateClaim,
    Mention,
    MentionForm,
    SpeechAct,
    StatementClaim,
    TimexType,
)
from newsfacts.extractors import Extractor, extractor
from newsfacts.hookspecs import hookimpl
from newsfacts.options import Options
from newsfacts.values import (
    ActorId,
    Attribution,
    ClaimId,
    Comparator,
    Interval,
    Party,
    Quantity,
    Span,
    Status,
)

__all__ = [
    "ActorClaim",
    "ActorId",
    "ActorType",
    "Article",
    "Attribution",
    "Claim",
    "ClaimId",
    "Comparator",
    "DateClaim",
    "Extractor",
    "Interval",
    "Mention",
    "MentionForm",
    "Options",
    "Party",
    "Quantity",
    "Span",
    "SpeechAct",
    "StatementClaim",
    "Status",
    "TimexType",
    "extractor",
    "hookimpl",
]
