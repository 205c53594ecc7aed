"""The pipeline: an article goes in, extractors run in the order of the plan, claims come out.

A failure is a value: an extractor that raises, or yields what no claim may be, costs its own claims
for that article and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from newsfacts.article import Article
from newsfacts.attributing import attributions
from newsfacts.checks import faults
from newsfacts.claims import Claim, StatementClaim
from newsfacts.discovery import discover, listed
from newsfacts.errors import ArticleError, ExtractorError
from newsfacts.extraction import Code, Diagnostic, Extraction
from newsfacts.extractors import Extractor, Need, Note, extractor
from newsfacts.lazy import lazy
from newsfacts.plan import Plan
from newsfacts.stamping import stamped
from newsfacts.values import UNSET

if TYPE_CHECKING:  # spaCy is imported when the first article is read
    from spacy.language import Language

    from newsfacts.language import Reader, Reading

__all__ = ["Pipeline", "extract"]


class Pipeline:
    """Runs extractors over articles, in an order in which each finds what it needs.

    `Pipeline([...])` takes extractors (plain functions too) and looks at nothing else;
    `Pipeline.discover()` takes those of the installed plugins.
    """

    def __init__(
        self,
        extractors: Iterable[Extractor | Callable[..., Iterable[Claim | Note]]],
        *,
        nlp: str | Language | None = None,
    ) -> None:
        """Plan *extractors*.

        Args:
            extractors: what to run, in any order.
            nlp: a spaCy Language, or the name of an installed one; blank English by default.

        Raises:
            PlanError: if a need has no provider, a cycle stands, or two extractors share a name.
            TypeError: if a function's signature does not say what it needs and provides.
        """
        self._plan = Plan.of(
            each if isinstance(each, Extractor) else extractor(each) for each in extractors
        )
        self._diagnostics: tuple[Diagnostic, ...] = ()
        self._nlp = nlp
        self._reader: Reader | None = None
        self._recipe: tuple[Any, ...] = (_made, (self._plan.order, nlp))

    @classmethod
    def discover(
        cls,
        *,
        only: Iterable[str] | None = None,
        block: Iterable[str] = (),
        options: Mapping[str, Mapping[str, Any]] | None = None,
        nlp: str | Language | None = None,
    ) -> Pipeline:
        """Return a pipeline of the installed plugins; what cannot run is in `diagnostics`.

        Args:
            only: names of plugins to run; the providers of what they need or take are kept too.
            block: names of plugins to leave out; they are not imported.
            options: settings by plugin name.
            nlp: as for the constructor.

        Raises:
            PluginError: if *only*, *block* or *options* name a plugin that is not installed.
            TypeError: if *only* or *block* is one string instead of a list of them.
        """
        only = None if only is None else listed("only", only)
        block = listed("block", block)
        plan, diagnostics = discover(only=only, block=block, options=options)
        pipeline = cls(plan.order, nlp=nlp)
        pipeline._diagnostics = diagnostics
        pipeline._recipe = (_discovered, (only, block, options, nlp))
        return pipeline

    @property
    def plan(self) -> Plan:
        """The order in which the extractors run."""
        return self._plan

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What there was to say when the pipeline was built."""
        return self._diagnostics

    def __repr__(self) -> str:
        """Return the extractors in order."""
        return f"Pipeline([{', '.join(each.name for each in self._plan.order)}])"

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle what the pipeline is made from: plugins by name, other extractors by import."""
        return self._recipe

    def run(self, article: Article, *, strict: bool = False) -> Extraction:
        """Return what the extractors read in *article*.

        Args:
            article: the article.
            strict: raise what went wrong once all extractors have run.

        Raises:
            ArticleError: if it is no `Article`.
            ExceptionGroup: with *strict*, of every error, each with a note on where it arose.
        """
        (extraction,) = self.together([article])
        return _sound(extraction) if strict else extraction

    def together(self, articles: Iterable[Article]) -> Iterator[Extraction]:
        """Yield what the extractors read in each of *articles*, each extractor all in turn.

        So what an extractor uses stays in the processor's caches: with sixteen articles a twelfth
        faster than one by one. All are held at once; `map` takes them a few at a time.

        Args:
            articles: a handful.
        """
        runs = [_Run(article, self._plan, self._read) for article in map(_checked, articles)]
        for each in self._plan.order:
            for run in runs:
                run.step(each)
        return (run.extraction() for run in runs)

    def map(
        self, articles: Iterable[Article], *, jobs: int = 1, strict: bool = False
    ) -> Iterator[Extraction]:
        """Yield what the extractors read in each of *articles*, in order.

        Args:
            articles: read as needed, a few ahead; with several jobs a bounded number.
            jobs: how many processes read them. With more than one, extractors must be importable
                (not lambdas), and a script does its work under `if __name__ == "__main__":`. A
                process that dies costs the article that it was reading, which then has a
                diagnostic `worker-died`.
            strict: as for `run`.

        Raises:
            ArticleError: once what came before is handed on, if one is no `Article`.
            ExceptionGroup: as `run` does.
            TypeError: with several jobs, if the pipeline cannot be pickled.
            ValueError: if *jobs* is less than one.
            WorkerError: with several jobs, if a process cannot start.
        """
        from newsfacts.workers import spread

        sound = (_checked(article) for article in articles)
        for article, (claims, diagnostics) in spread(self, sound, jobs=jobs, finish=_parts):
            extraction = Extraction(article, claims, diagnostics)
            yield _sound(extraction) if strict else extraction

    def _read(self, text: str) -> Reading:
        if self._reader is None:
            from newsfacts.language import Reader

            self._reader = Reader(self._nlp)
        return self._reader.reading(text)


_PLACE = attrgetter("span.start", "span.end", "kind", "id")
"""By what the claims of an article are sorted."""


class _Run:
    """Is one article's way through the plan."""

    def __init__(self, article: Article, plan: Plan, read: Callable[[str], Reading]) -> None:
        self.article = article
        self.plan = plan
        self.read = read
        self.known: set[str] = set()
        self.by_extractor: dict[str, tuple[Claim, ...]] = {}
        self.by_kind: dict[type[Claim], tuple[Claim, ...]] = {}
        self.diagnostics: list[Diagnostic] = []
        self.failed: set[str] = set()

    def step(self, each: Extractor) -> None:
        """Run one extractor, whose turn it is."""
        if self._misses_provider(each):
            return
        try:
            self._take(each, each.function(**self._arguments(each)))
        except Exception as error:  # noqa: BLE001 - an extractor can raise anything
            self.failed.add(each.name)
            self._fail(each, error)

    def extraction(self) -> Extraction:
        """Return what stands after the last extractor."""
        if "reading" in self.__dict__:
            self.reading.let_go()
        ordered = sorted(self._finished(), key=_PLACE)
        return Extraction(self.article, tuple(ordered), tuple(self.diagnostics))

    def _finished(self) -> Iterator[Claim]:
        """Yield every claim with its origin and, if statements were looked for, who says so."""
        looked = any(
            issubclass(kind, StatementClaim)
            for each in self.plan.order
            if each.name in self.by_extractor
            for kind in each.provides
        )
        claims = [claim for claims in self.by_extractor.values() for claim in claims]
        found = attributions(claims) if looked else {}
        labels = {each.name: each.label for each in self.plan.order}
        for name, made in self.by_extractor.items():
            label = labels[name]
            for claim in made:
                attribution, hedge = claim.attribution, claim.hedge
                if not claim.attributable:
                    attribution = None
                elif attribution is UNSET and looked:
                    attribution, cue = found.get(claim.id, (None, None))
                    hedge = hedge or cue
                yield stamped(claim, label, attribution, hedge)

    def _misses_provider(self, each: Extractor) -> bool:
        """Skip an extractor if all providers of what it requires failed."""
        for need in each.needs:
            if need.kind is None or not need.required:
                continue
            providers = self.plan.providers(need)
            if all(provider.name in self.failed for provider in providers):
                names = ", ".join(provider.name for provider in providers)
                self._say(
                    each,
                    Code.SKIPPED,
                    f"skipped: it needs {need.kind.kind} claims, and {names} failed",
                )
                self.failed.add(each.name)
                return True
        return False

    @lazy
    def reading(self) -> Reading:
        """The article as it is read, once, and only if an extractor wants its tokens or Doc."""
        return self.read(self.article.text)

    def _arguments(self, each: Extractor) -> dict[str, Any]:
        return {need.parameter: self._argument(need) for need in each.needs}

    def _argument(self, need: Need) -> Any:
        if need.kind is not None:
            return self._claims_for(need)
        if need.source == "article":
            return self.article
        return self.reading.tokens if need.source == "tokens" else self.reading.doc

    def _claims_for(self, need: Need) -> tuple[Claim, ...]:
        """Return the claims of a kind, whose providers have all had their turn."""
        kind = need.kind or Claim
        known = self.by_kind.get(kind)
        if known is None:
            found: list[Claim] = []
            for provider in self.plan.providers(need):
                claims = self.by_extractor.get(provider.name, ())
                if all(issubclass(provided, kind) for provided in provider.provides):
                    found += claims
                else:
                    found += [claim for claim in claims if isinstance(claim, kind)]
            known = self.by_kind[kind] = tuple(found)
        return known

    def _take(self, each: Extractor, yielded: Iterable[Claim | Note]) -> None:
        """Check what an extractor yields; take all of it, or raise and take nothing."""
        fresh: dict[str, Claim] = {}
        notes: list[tuple[str, str]] = []
        text, known, provides = self.article.text, self.known, each.provides
        for thing in yielded:
            if isinstance(thing, provides):
                if thing.id in fresh or thing.id in known:
                    message = f"a second claim of id {thing.id} ({thing.kind} {thing.text[:40]!r})"
                    notes.append((Code.DUPLICATE_CLAIM, f"{message} was dropped"))
                else:
                    fresh[thing.id] = thing
            elif isinstance(thing, Note):
                notes.append((thing.code, thing.message))
            else:
                declared = ", ".join(kind.__name__ for kind in provides)
                raise ExtractorError(
                    f"it yielded {type(thing).__name__}, its return annotation says {declared}"
                )
        known.update(fresh)  # the claims of one extractor may refer to each other
        try:
            for claim in fresh.values():
                for fault in faults(claim, text, known):
                    raise ExtractorError(f"{claim.kind} claim {claim.text[:40]!r}: {fault}")
        except Exception:
            known.difference_update(fresh)
            raise
        self.by_extractor[each.name] = tuple(fresh.values())
        for code, message in notes:
            self._say(each, code, message, severity="warning")

    def _fail(self, each: Extractor, error: Exception) -> None:
        error.add_note(f"in extractor {each.label}, article {self.article.id!r}")
        says = (
            str(error) if isinstance(error, ExtractorError) else f"{type(error).__name__}: {error}"
        )
        self._say(each, Code.EXTRACTOR_FAILED, f"its claims are dropped: {says}", error=error)

    def _say(self, each: Extractor, code: str, message: str, **more: Any) -> None:
        self.diagnostics.append(
            Diagnostic(
                code=code,
                message=message,
                plugin=each.plugin,
                distribution=each.distribution,
                extractor=each.name,
                article=self.article.id,
                **more,
            )
        )


def _made(extractors: tuple[Extractor, ...], nlp: str | Language | None) -> Pipeline:
    """Build a pipeline from its pickled recipe."""
    return Pipeline(extractors, nlp=nlp)


def _discovered(
    only: tuple[str, ...] | None,
    block: tuple[str, ...],
    options: Mapping[str, Mapping[str, Any]] | None,
    nlp: str | Language | None,
) -> Pipeline:
    """Build a pipeline of the installed plugins from its pickled recipe."""
    return Pipeline.discover(only=only, block=block, options=options, nlp=nlp)


def _checked(article: Article) -> Article:
    """Return *article* if it is one.

    Raises:
        ArticleError: if it is something else; of what could not be read, it is the reason.
    """
    if isinstance(article, Article):
        return article
    if isinstance(article, ArticleError):
        raise article
    raise ArticleError(
        f"a pipeline reads an Article, not {type(article).__name__}: make one with "
        f"newsfacts.Article(text), or call newsfacts.extract(text)"
    )


def _parts(extraction: Extraction) -> tuple[tuple[Claim, ...], tuple[Diagnostic, ...]]:
    """Return what a worker sends back: all but the article, which is known already."""
    return extraction.claims, extraction.diagnostics


def _sound(extraction: Extraction) -> Extraction:
    """Return *extraction* if nothing went wrong; raise it if something did."""
    errors = [each.error for each in extraction.diagnostics if isinstance(each.error, Exception)]
    if errors:
        raise ExceptionGroup(f"article {extraction.article.id!r}", errors)
    return extraction


@cache
def _installed() -> Pipeline:
    """Build the pipeline of the installed plugins once, for `extract`."""
    return Pipeline.discover()


def extract(text: str, **metadata: Any) -> Extraction:
    """Return what the installed plugins read in *text*.

    Args:
        text: the article's text.
        **metadata: what else is known of it, as `Article` takes it: `published` (a date or an ISO
            8601 string), `id`, `headline`, `publisher`, `url`, `author`, `language`.
    """
    return _installed().run(Article(text, **metadata))
