"""Which way a clause looks: of weekdays and months that do not say it, by construction."""

import datetime as dt

import pytest

from newsfacts import Article, DateClaim
from newsfacts.language import Reader
from newsfacts.tokens import tokens
from newsfacts_dates.extract import Dates

READER = Reader()
WEDNESDAY = dt.date(2024, 3, 6)


def value(text: str) -> str:
    things = Dates()(Article(text, published=WEDNESDAY), tokens(READER.read(text)))
    return [thing.value for thing in things if isinstance(thing, DateClaim)][-1]


@pytest.mark.parametrize(
    "text",
    [
        "The mediator has invited both sides to a meeting on Monday.",
        "The minister has called an emergency session on Monday.",
        "The union has announced a strike on Monday.",
        "Ahead of talks on Monday, both sides traded fire.",
        "The court adjourned the case to Monday.",
        "The hearing was postponed to Monday.",
        "The ban, effective Monday, covers rice.",
        "The ban comes into force on Monday.",
        "He takes over from his deputy on Monday.",
        "His term ends on Monday.",
        "The deadline passes on Monday.",
        "A rally is being held on Monday.",
        "The council plans to vote on the text Monday.",
        "Aid trucks could enter as soon as Monday.",
        "More snow was forecast for Monday.",
    ],
)
def test_what_lies_ahead(text: str) -> None:
    assert value(text) == "2024-03-11"


@pytest.mark.parametrize(
    "text",
    [
        "The mediator invited both sides to a meeting on Monday.",
        "The union has announced it on Monday.",
        "A delegation had been due in Cairo on Monday.",
        "A rally was being held on Monday.",
        "The ban came into force on Monday.",
        "He has been held since Monday.",
        "He came to power on Monday.",
    ],
)
def test_what_lies_behind(text: str) -> None:
    assert value(text) == "2024-03-04"
