import re
from functools import cache
from pathlib import Path

import pytest

from newsfacts.language import Reader
from newsfacts.syntax import Factuality, syntax
from newsfacts.values import Status


@cache
def reader() -> Reader:
    return Reader()


EVENT = re.compile(r"(?P<word>[\w’'-]+)\{(?P<status>\w+)(?P<denied> not)?(?: ~(?P<hedge>[^}]+))?\}")
SENTENCES = [
    line
    for line in (Path(__file__).parent / "data/factuality.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize("line", SENTENCES)
def test_factuality(line: str):
    text = EVENT.sub(r"\g<word>", line)
    reading = syntax(reader().read(text))
    removed = 0
    for event in EVENT.finditer(line):
        fact = reading.factuality(reading.tokens.at(event.start() - removed))
        hedge = reading.tokens.span(*fact.hedge).text if fact.hedge else None
        removed += len(event.group()) - len(event["word"])
        expected = (Status(event["status"]), event["denied"] is not None, event["hedge"])
        assert (fact.status, fact.negated, hedge) == expected, event["word"]


def test_table_covers_every_status():
    named = {event["status"] for line in SENTENCES for event in EVENT.finditer(line)}
    assert named == {status.value for status in Status}


def test_hedge_counts_tokens_of_the_document():
    reading = syntax(reader().read("It rained. The army has reportedly left."))
    fact = reading.factuality(reading.tokens.words.index("left"))
    assert fact.hedge is not None
    assert reading.tokens.span(*fact.hedge).text == "reportedly"


def test_a_word_that_is_no_event_is_actual():
    reading = syntax(reader().read("Yes."))
    assert reading.factuality(0) == Factuality(status=Status.ACTUAL, negated=False, hedge=None)
