"""Counts as news agencies word them, read by all first-party plugins together."""

import datetime as dt

import pytest

from newsfacts import Article

COMPARATORS = [
    ("some 40", "about"),
    ("around 40", "about"),
    ("perhaps 40", "about"),
    ("an estimated 40", "about"),
    ("close on 40", "nearly"),
    ("up to 40", "at_most"),
    ("in excess of 40", "more_than"),
    ("upwards of 40", "more_than"),
    ("no fewer than 40", "at_least"),
]
FRAMES = [
    ("The raid killed {} villagers.", "killed"),
    ("It has left {} villagers dead.", "killed"),
    ("A war that has wounded {} villagers goes on.", "injured"),
    ("The floods displaced {} villagers.", "displaced"),
    ("Police say {} villagers died.", "killed"),
]


@pytest.fixture
def counts(pipeline):
    """Return a function from a text to its casualties."""

    def run(text):
        claims = pipeline.run(Article(text, published="2024-03-06")).claims
        return [claim for claim in claims if claim.kind == "casualty"]

    return run


@pytest.mark.parametrize(("frame", "effect"), FRAMES)
@pytest.mark.parametrize(("words", "comparator"), COMPARATORS)
def test_every_comparator_goes_with_every_verb(counts, frame, effect, words, comparator):
    (claim,) = counts(frame.format(words))
    assert (claim.effect, claim.count.comparator) == (effect, comparator)
    assert claim.text == f"{words} villagers"


@pytest.mark.parametrize("words", ["an additional 40", "an initial 40", "a further 40"])
def test_words_that_do_not_compare_are_no_part_of_the_count(counts, words):
    (claim,) = counts(f"The raid killed {words} villagers.")
    assert claim.text == "40 villagers"


@pytest.mark.parametrize(
    "text",
    [
        "Aid groups put the death toll in the hundreds.",
        "Rescuers estimate the death toll of the flood in the hundreds.",
        "The dead number in the hundreds.",
        "The death toll runs into the low hundreds.",
    ],
)
def test_a_toll_is_put_in_the_hundreds(counts, text):
    (claim,) = counts(text)
    assert (claim.effect, claim.status) == ("killed", "actual")
    assert (claim.count.low, claim.count.high) == (200, 999)


def test_losses_in_the_millions_are_nobody(counts):
    text = "Five were injured, and losses are estimated to be in the millions."
    assert [claim.count.value for claim in counts(text)] == [5]


def test_an_estimate_of_what_happened_is_no_forecast(counts):
    (claim,) = counts("The agency estimates that 300 families have been displaced.")
    assert claim.status == "actual"
    (claim,) = counts("The agency estimates that 300 families will be displaced.")
    assert claim.status == "predicted"


def test_who_is_prompted_to_flee_flees(counts):
    (claim,) = counts("The shelling went on, prompting 300 families to flee.")
    assert claim.status == "actual"


def test_a_superlative_names_no_place_by_its_owner(counts):
    (claim,) = counts("A flood hit Europe's poorest state, displacing 60 people.")
    assert claim.place is None
    (claim,) = counts("War came to Chad's north, displacing 700 people in Sudan's Darfur.")
    assert claim.place is not None


@pytest.mark.parametrize(
    "text",
    [
        "The war that began in January has killed 900 people.",
        "The war between the army and the rebels that began in January has killed 900 people.",
        "Launched in January, the war has killed 900 people.",
        "The war began in January and has killed 900 people.",
    ],
)
def test_what_has_gone_on_since_it_began_has_no_end(counts, text):
    (claim,) = counts(text)
    assert claim.interval.start == dt.date(2024, 1, 1)
    assert claim.interval.end is None


def test_what_began_and_killed_at_once_has_an_end(counts):
    (claim,) = counts("The army began a raid in January that killed 90 people.")
    assert claim.interval.end == dt.date(2024, 2, 1)


def test_neither_of_two_sides_did_it_alone(counts):
    text = "Fighting between the army, led by Ali Deng, and Hamas has killed 900 people."
    assert [claim.perpetrator for claim in counts(text)] == [None]
    assert [claim.perpetrator for claim in counts("Hamas has killed 900 people.")] == ["hamas"]
