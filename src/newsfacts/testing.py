"""What authors of extractors test with: plain functions, for any test runner.

`marked` writes an article and the spans in it in one string; `run` runs one extractor with the
claims it needs; `check_extractor` asserts what every extractor owes; `evaluate` measures it
against annotated records.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import wraps
from typing import TYPE_CHECKING, Any, Final

import attrs

from newsfacts.article import Article
from newsfacts.claims import Claim
from newsfacts.evaluation import Evaluation, evaluate
from newsfacts.extraction import Code, Extraction
from newsfacts.extractors import Extractor, Note, extractor
from newsfacts.pipeline import Pipeline
from newsfacts.schema import schema_of
from newsfacts.serialize import claim_of, dumps, records_of
from newsfacts.tokens import Tokens, tokens
from newsfacts.values import Span

if TYPE_CHECKING:  # spaCy is imported when the first article is read
    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["HOSTILE_TEXTS", "Evaluation", "check_extractor", "evaluate", "marked", "run"]

Function = Callable[..., Iterable[Claim | Note]]


def marked(text: str, *, marks: str = "[]", **metadata: Any) -> tuple[Article, tuple[Span, ...]]:
    """Return the article that *text* holds, and the spans marked in it.

    The marks are left out of the article. They may nest; the spans come in the order in which
    they open.

        >>> article, (day, week) = marked("He left on [Friday], [a week] later.")
        >>> article.text
        'He left on Friday, a week later.'
        >>> day
        Span(start=11, end=17, text='Friday')

    Args:
        text: the article's text with marks in it.
        marks: the two characters that open and close a span, where the text itself has brackets.
        **metadata: what else `Article` takes, as in `published="2024-05-03"`.

    Raises:
        ValueError: if a mark is not closed, not opened, or marks nothing.
    """
    opening, closing = marks[:1], marks[1:]
    plain: list[str] = []
    opened: list[int] = []
    ranges: list[list[int]] = []
    for place, character in enumerate(text):
        if character == opening:
            opened.append(len(ranges))
            ranges.append([len(plain)])
        elif character == closing:
            if not opened:
                raise ValueError(f"{closing!r} at {place} closes nothing")
            ranges[opened.pop()].append(len(plain))
        else:
            plain.append(character)
    if opened:
        raise ValueError(f"{len(opened)} of the marks {opening!r} are never closed")
    article = Article("".join(plain), **metadata)
    return article, tuple(article.span(start, end) for start, end in ranges)


def run(
    function: Extractor | Function,
    article: Article,
    given: Iterable[Claim] = (),
    *,
    nlp: str | Language | None = None,
) -> Extraction:
    """Return what one extractor yields for *article*, checked as a pipeline checks it.

    Args:
        function: the extractor, or the function.
        article: what it reads.
        given: claims of *article* that other extractors would have made; what it needs of a kind
            that is not among them is an empty tuple. Given statements attribute its claims.
        nlp: as for `Pipeline`.

    Returns:
        An extraction of its claims alone; what it notes is in `diagnostics`.

    Raises:
        Exception: what the extractor raises, or `ExtractorError` if it yields what no claim may
            be, with a note that names extractor and article.
        TypeError: if its signature does not say what it needs and provides.
    """
    claims = tuple(given)
    return _Bench(_extractor(function), [type(claim) for claim in claims], nlp).run(article, claims)


def _extractor(function: Extractor | Function) -> Extractor:
    return function if isinstance(function, Extractor) else extractor(function)


class _Bench:
    """Runs one extractor over articles, in one pipeline, on claims that are handed to it."""

    def __init__(
        self, one: Extractor, kinds: Iterable[type[Claim]], nlp: str | Language | None
    ) -> None:
        needed = [need.kind for need in one.needs if need.kind]
        given = Extractor(
            f"given to {one.name}", lambda: self._given, needs=(), provides=(*needed, *kinds)
        )
        self.one = one
        self._given: tuple[Claim, ...] = ()
        self._pipeline = Pipeline([one, given], nlp=nlp)

    def run(self, article: Article, given: tuple[Claim, ...] = ()) -> Extraction:
        """Return what the extractor yields, or raise what it raises."""
        self._given = given
        extraction = self._pipeline.run(article)
        for diagnostic in extraction.diagnostics:
            if diagnostic.error is not None:
                raise diagnostic.error
        own = tuple(claim for claim in extraction if claim.extractor == self.one.label)
        return attrs.evolve(extraction, claims=own)


HOSTILE_TEXTS: Final[Mapping[str, str]] = {
    "empty": "",
    "white space": " \t\r\n\u00a0\u2003" * 50,
    "one endless word": "a" * 20_000,
    "one endless line": "the man said that " * 1_000,
    "only capitals": "ABBAS SAID U.S. " * 500,
    "straight quotes": '"' * 10_000,
    "curly quotes that never close": "\u201che \u2018said " * 1_500,
    "brackets that never close": "([{<" * 2_000,
    "digits": "1234567890" * 1_000,
    "numbers and units": "1,000 2.5 10/7/2023 15:00 -3% $4m " * 300,
    "full stops": "." * 10_000,
    "lone punctuation": ", ; : - \u2014 ... ?! ' \u2019 " * 300,
    "emoji": "\U0001f468\u200d\U0001f469\u200d\U0001f467 \U0001f1fa\U0001f1f3 \u2764\ufe0f " * 300,
    "combining marks": "e\u0301" * 3_000 + "\u0301" * 1_000,
    "right to left": "\u202eعباس\u202c قال \u200f2014\u200e " * 300,
    "control characters": "a\x00b\x07c\x1bd\x7fe\ufeff " * 300,
    "many lines": "a\n" * 5_000,
    "Windows line ends": "He left.\r\nShe stayed.\r\n" * 300,
}
"""Texts that no extractor may raise on, by what they are: small enough to run in every test, large
enough that quadratic work is felt."""

_CUTS = (0.25, 0.5, 0.9)
"""Parts of an article's text at which it is cut off, in the middle of whatever stands there."""


def check_extractor(
    function: Extractor | Function,
    articles: Iterable[Article],
    given: Callable[[Article], Iterable[Claim]] = lambda _: (),
    *,
    nlp: str | Language | None = None,
) -> None:
    """Assert what every extractor owes, on *articles*, on them cut off or bare, on hostile text.

    It runs twice and yields the same; it raises nothing; its spans are the article's own words and
    its references lead somewhere; no two claims have one id; every claim names its rule; records
    of its claims are read back as the same claims, and their kinds have a JSON Schema; it leaves
    the document and the claims it was given as they were.

    Args:
        function: the extractor, or the function.
        articles: ordinary articles in which it finds something.
        given: returns the claims that other extractors would have made of an article.
        nlp: as for `Pipeline`.

    Raises:
        AssertionError: at the first thing that it owes and does not do; names it and the article.
        TypeError: if its signature does not say what it needs and provides.
    """
    one = _extractor(function)
    schema_of(one.provides)
    bench = _Bench(attrs.evolve(one, function=_watched(one.function)), [Claim], nlp)
    found = False
    for article in articles:
        found |= bool(_check(bench, article, tuple(given(article))))
        for other in _mistreated(article):
            _check(bench, other)
    if not found:
        raise AssertionError(f"{one.label} finds nothing in these articles; give it some to find")
    for name, text in HOSTILE_TEXTS.items():
        _check(bench, Article(text, id=f"hostile: {name}", published="2024-05-03"))


def _mistreated(article: Article) -> Iterator[Article]:
    """Yield *article* without metadata, in capitals, on one line, and cut off."""
    bare = Article(article.text, id=f"{article.id}, bare")
    yield bare
    yield attrs.evolve(bare, text=article.text.upper(), id=f"{article.id}, in capitals")
    yield attrs.evolve(bare, text=" ".join(article.text.split()), id=f"{article.id}, on one line")
    for part in _CUTS:
        cut = int(len(article.text) * part)
        yield attrs.evolve(bare, text=article.text[:cut], id=f"{article.id}, cut at {cut}")


def _check(bench: _Bench, article: Article, given: tuple[Claim, ...] = ()) -> tuple[Claim, ...]:
    """Check an extractor on one article and return what it found."""

    def owes(what: str) -> AssertionError:
        return AssertionError(f"{bench.one.label}, article {article.id!r}: {what}")

    try:
        extractions = [bench.run(article, given) for _ in range(2)]
        first, second = ([dumps(record) for record in records_of(each)] for each in extractions)
    except _TouchedError as error:
        raise owes(str(error)) from None
    except Exception as error:
        raise owes(f"it must not raise {type(error).__name__}: {error}") from error
    if first != second:
        raise owes("a second run must give the same claims")
    for diagnostic in extractions[0].diagnostics:
        if diagnostic.code == Code.DUPLICATE_CLAIM:
            raise owes(f"no two claims may have one id: {diagnostic.message}")
    claims = extractions[0].claims
    kinds = {claim.kind: type(claim) for claim in claims}
    for claim, record in zip(claims, first, strict=True):
        if not claim.rule:
            raise owes(f"every claim must name its rule: {claim.kind} {claim.text[:40]!r}")
        if claim_of(json.loads(record), kinds) != claim:
            raise owes(f"a record must be read back as the same claim: {record:.200}")
    return claims


class _TouchedError(Exception):
    """Says that an extractor changed what it was given."""


def _watched(function: Function) -> Function:
    """Return *function*, with what it is given compared before and after."""

    @wraps(function, updated=())
    def watched(**arguments: Any) -> Sequence[Claim | Note]:
        before = {name: _state(value) for name, value in arguments.items()}
        yielded = list(function(**arguments))
        for name, value in arguments.items():
            if _state(value) != before[name]:
                raise _TouchedError(f"it must leave {name!r} as it was given")
        return yielded

    return watched


def _state(value: Any) -> Any:
    """Return what can be seen of an argument, apart from the argument itself."""
    if isinstance(value, Article | tuple):
        return copy.deepcopy(value)
    if isinstance(value, Tokens):
        return _state_of_tokens(value), value.doc and _state_of_doc(value.doc)
    return _state_of_doc(value)


def _state_of_tokens(view: Tokens) -> Any:
    lists = [list(each) for each in (view.words, view.starts, view.lower, view.sentences)]
    return lists, sorted(key for key in view.memo if not key.startswith("newsfacts."))


def _state_of_doc(doc: Doc) -> Any:
    from spacy import attrs as symbols

    columns = [
        symbols.ORTH, symbols.SPACY, symbols.SENT_START, symbols.LEMMA, symbols.TAG, symbols.POS,
        symbols.HEAD, symbols.DEP, symbols.ENT_IOB, symbols.ENT_TYPE,
    ]  # fmt: skip
    return (
        doc.to_array(columns).tobytes(),
        _state_of_tokens(tokens(doc)),
        sorted(str(key) for key in doc.user_data if not str(key).startswith("newsfacts.")),
        sorted(doc.spans),
        dict(doc.cats),
    )
