"""What the tests of actors share: a text read into claims, and claims made comparable."""

from collections.abc import Callable

import pytest

from newsfacts import ActorClaim, Article
from newsfacts.language import Reader
from newsfacts_actors.extract import Actors

_READER = Reader()


@pytest.fixture
def read() -> Callable[..., dict[str, ActorClaim]]:
    """Return a function from a text to its actors by id."""

    def run(text: str, **options: object) -> dict[str, ActorClaim]:
        claims = Actors(**options)(Article(text), _READER.reading(text).tokens)
        return {claim.actor: claim for claim in claims}

    return run


@pytest.fixture
def names(read) -> Callable[..., list[tuple[str, str]]]:
    """Return a function from a text to its mentions by name and their types, in order."""

    def run(text: str, **options: object) -> list[tuple[str, str]]:
        mentions = sorted(
            (mention.start, mention.text, str(claim.type))
            for claim in read(text, **options).values()
            for mention in claim.mentions
            if mention.form in ("name", "demonym", "metonym")
        )
        return [(text, kind) for _, text, kind in mentions]

    return run
