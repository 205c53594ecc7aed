"""Where a count plays that its own sentence does not place."""

from __future__ import annotations

import datetime as dt

import pytest

from newsfacts import (
    ActorClaim,
    ActorId,
    ActorType,
    Article,
    DateClaim,
    Interval,
    Mention,
    MentionForm,
    TimexType,
)
from newsfacts.language import Reader
from newsfacts_casualties.extract import Casualties

READER = Reader()


def place(text: str, name: str, kind: ActorType = ActorType.PLACE) -> ActorClaim:
    starts = [at for at in range(len(text)) if text.startswith(name, at)]
    spans = [Mention(at, at + len(name), name, MentionForm.NAME) for at in starts]
    span = Article(text).span(starts[0], starts[0] + len(name))
    return ActorClaim(
        span=span, actor=ActorId(name.lower()), name=name, type=kind, mentions=tuple(spans)
    )


def places(text: str, *names: str, dates: tuple[DateClaim, ...] = ()) -> list[str | None]:
    actors = tuple(place(text, name) for name in names)
    return [claim.place for claim in Casualties()(READER.read(text), dates, actors)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A bus fell into a gorge near Marwa, killing nine. Two were hurt.", ["Marwa", "Marwa"]),
        ("Gunmen stormed a hall in central Marwa. Nine people were killed.", ["Marwa"]),
        ("A bomb killed nine in Marwa. Rebels hold Tamra. Two were hurt.", ["Marwa", None]),
        ("A bomb killed nine in Marwa. Two died near Tamra.", ["Marwa", "Tamra"]),
        ("Two people died near Tamra. One was hurt.", ["Tamra", "Tamra"]),
        ("A bomb killed nine in Marwa. The war has killed 4,000 people.", ["Marwa", None]),
        ("Nine people died in Marwa. Two hostages were freed.", ["Marwa", None]),
        ("Nine people died in Marwa. Two would have died had it rained.", ["Marwa", None]),
    ],
)  # fmt: skip
def test_a_count_takes_the_place_of_the_event_that_goes_on(text, found):
    assert places(text, *(name for name in ("Marwa", "Tamra") if name in text)) == found


def test_another_time_is_another_event():
    text = "A bomb killed nine in Marwa on May 10. In 2019 six people died."
    spans = [(text.index("May"), dt.date(2021, 5, 10), dt.date(2021, 5, 11))]
    spans.append((text.index("2019"), dt.date(2019, 1, 1), dt.date(2020, 1, 1)))
    dates = tuple(
        DateClaim(
            span=Article(text).span(at, text.index(" ", at) if at < spans[1][0] else at + 4),
            type=TimexType.DATE,
            value=start.isoformat(),
            interval=Interval(start, end),
        )
        for at, start, end in spans
    )
    assert places(text, "Marwa", dates=dates) == ["Marwa", None]


def test_the_dateline_places_what_nothing_else_does():
    text = "MARWA, May 10 (KNA) - A bomb killed nine people on a bus."
    assert places(text) == ["MARWA"]
    assert places("Marwa is calm. A bomb killed nine people on a bus.") == [None]


@pytest.mark.parametrize(
    "text",
    [
        "Jets bombed the rebel-held town of Marwa on Monday, killing 12.",
        "A quake that struck the hills of western Marwa killed 12.",
        "Twelve people died in the hills and forests of Marwa.",
        "Twelve people died in shelling of nearby Marwa.",
        "An attack in Marwa the same day left 12 farmers dead.",
    ],
)
def test_what_leads_to_a_name(text):
    assert places(text) == ["Marwa"]


def test_capitals_name_places_that_are_known():
    text = "REBELS ATTACKED THE TOWN OF MARWA AT DAWN IN FORCE, KILLING 12 PEOPLE."
    assert places(text, "MARWA") == ["MARWA"]
    assert places(text) == [None]


def test_a_label_places_its_paragraph():
    text = "Marwa: Shells killed 12 people.\nSorvia: Police killed seven gunmen. A guard was hurt."
    assert places(text, "Marwa", "Sorvia") == ["Marwa", "Sorvia", "Sorvia"]


@pytest.mark.parametrize(
    "text",
    [
        "The Marwa bombing killed 12.",
        "The Marwa bridge collapse killed 12.",
        "Marwa was hit by shells that killed 12.",
        "The city of Marwa reported 12 dead.",
        "A landslide swept through Marwa, killing 12.",
        "A bomb killed 12 people in the market of Marwa.",
        "Marwa, May 3 - Police shot dead two men.",
        "Marwa, Sorvia, 3 May (AP) - Police shot dead two men.",
    ],
)
def test_what_else_names_the_place(text):
    assert places(text, "Marwa") == ["Marwa"]


def test_an_opening_without_a_day_is_no_dateline():
    assert places("Lee, Holt - old foes - met. Police shot dead two men.") == [None]


def test_headlines_in_capitals_name_what_the_text_names():
    text = "23 DEAD AS FERRY SINKS OFF CORDEN ISLAND\nThe ferry sank off Corden Island."
    assert places(text, "Corden Island") == ["CORDEN ISLAND"]


@pytest.mark.parametrize(
    "text",
    [
        "He spoke of the Marwa massacre, while the attack of a lone man killed 12.",
        "The Department of Marwa Affairs says 12 people died.",
    ],
)
def test_what_names_no_place_of_the_count(text):
    assert places(text, "Marwa") == [None]


@pytest.mark.parametrize(
    "text",
    [
        "TWO DEAD IN FIRE\n\nBy Ann Lee\n\nMARWA, Sorvia — A fire killed two people.",
        "MARWA, May 3: Police shot dead two men.",
        "MARWA, 11 OCT 89 (RADIO SORVIA) -- Police shot dead two men.",
        "MARWA, Sorvia — Two nurses were shot dead at a clinic here on Sunday.",
    ],
)
def test_a_dateline_may_stand_below_the_headline(text):
    assert set(places(text)) <= {"MARWA", None}
    assert places(text)[-1] == "MARWA"


def test_a_heading_in_capitals_is_no_dateline():
    assert places("UNREST\n\nMARWA POLICE - MEDIA RELEASE\n\nA fire killed two people.") == [None]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Nord: Troops met herders at Marwa. Two people died.", ["Marwa"]),
        ("Nine hikers died at Marwa. Their route was from Holt to Tamra. Two drowned.",
         ["Marwa", "Marwa"]),
        ("Rebels died in Marwa, nine in all. In the capital, a bomb went off. It killed two.",
         [None]),
        ("A bomb killed nine in Marwa. In the north, two people died.", ["Marwa", None]),
    ],
)  # fmt: skip
def test_where_a_count_goes_on(text, found):
    assert places(text, *(n for n in ("Nord", "Marwa", "Tamra", "Holt") if n in text)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Rockets hit the base north of Marwa, killing two.", ["Marwa"]),
        ("In Tamra, 20 km north of Marwa, two people died.", ["Tamra"]),
        ("Rebels raided Tamra village in Marwa, killing two.", ["Tamra"]),
        ("A jet crashed near the town of Tamra in eastern Marwa, killing two.", ["Tamra"]),
        ("A stampede in the Sorvian city of Marwa killed two.", ["Marwa"]),
        ("Divers recovered two bodies from Lake Marwa.", ["Lake Marwa"]),
        ("Landslides struck the Marwa hills, where two people died.", ["Marwa hills"]),
        ("In the capital, Marwa, two people died.", ["Marwa"]),
        ("Two people died in Sorvia's Marwa region.", ["Marwa region"]),
        ("Two people died on Route 9 in Marwa.", ["Marwa"]),
        ("Marwa reported two deaths on Monday.", ["Marwa"]),
        ("Marwa accounts for two of the deaths.", ["Marwa"]),
        ("Marwa confirmed two men had left.", []),
        ("Road crashes have killed nine people, of whom two died in Marwa.", [None, "Marwa"]),
        ("Two people died; rebels hold Marwa.", [None]),
        ("12 DEAD AS FERRY SINKS OFF QORRIN ISLAND", ["QORRIN ISLAND"]),
    ],
)  # fmt: skip
def test_the_place_that_a_sentence_names(text, found):
    names = [name for name in ("Marwa", "Sorvia", "Tamra") if f"{name} " in text.replace("'", " ")]
    assert places(text, *names) == found
