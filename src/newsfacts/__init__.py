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
from newsfacts.extraction import Diagnostic, Extraction
from newsfacts.extractors import Extractor, Note, extractor
from newsfacts.hookspecs import hookimpl
from newsfacts.options import Options
from newsfacts.pipeline import Pipeline, extract
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
    "Diagnostic",
    "Extraction",
    "Extractor",
    "Interval",
    "Mention",
    "MentionForm",
    "Note",
    "Options",
    "Party",
    "Pipeline",
    "Quantity",
    "Span",
    "SpeechAct",
    "StatementClaim",
    "Status",
    "TimexType",
    "extract",
    "extractor",
    "hookimpl",
]
