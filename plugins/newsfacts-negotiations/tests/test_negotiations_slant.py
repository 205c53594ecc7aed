"""What an article is about, by its words."""

import pytest

from newsfacts_negotiations.crowds import counted, crowd, faces_power, names_power
from newsfacts_negotiations.slant import Slant


def slant(text):
    return Slant(text.split())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", (True, True, True, False, False)),
        ("the minister spoke", (True, True, True, False, True)),
        ("the bank raised its profits", (False, False, True, False, False)),
        ("voters cast ballots in the primary", (True, False, False, False, False)),
        ("the suspect was arrested", (False, False, True, False, False)),
        ("rebels and army held peace talks on a truce after the siege", (True,) * 5),
    ],
)
def test_an_article_is_weighed(text, expected):
    weighed = slant(text)
    found = weighed.worldly(), weighed.diplomatic(), weighed.informed(), weighed.charged()
    assert (*found, weighed.touched()) == expected


def test_crowds_are_told_by_list_and_by_ending():
    assert all(map(crowd, ("students", "ferrymen", "anarchists")))
    assert not any(map(crowd, ("ministers", "lenders", "yemen", "tables", "investors")))


def test_numbers_are_counted_and_powers_named():
    assert counted("thousands")
    assert counted("40")
    assert not counted("minister")
    assert faces_power(["the", "amnesty"])
    assert names_power(["the", "junta"])
    assert not names_power(["the", "amnesty"])
