"""Place, period and perpetrator of a count, and what any text may not do to the extractor."""

from __future__ import annotations

import datetime as dt
import sys
from itertools import product

import attrs
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

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
from newsfacts.tokens import tokens
from newsfacts_casualties.claims import CasualtyClaim, Effect
from newsfacts_casualties.effects import inflect
from newsfacts_casualties.extract import Casualties
from newsfacts_casualties.spotting import passages

READER = Reader()


def date(text: str, words: str, start: dt.date, end: dt.date | None) -> DateClaim:
    at = text.index(words)
    return DateClaim(
        span=Article(text).span(at, at + len(words)),
        type=TimexType.DATE,
        value=start.isoformat(),
        interval=Interval(start, end),
    )


def actor(text: str, words: str, kind: ActorType = ActorType.STATE) -> ActorClaim:
    at = text.index(words)
    mention = Mention(at, at + len(words), words, MentionForm.NAME)
    return ActorClaim(
        span=Article(text).span(at, at + len(words)),
        actor=ActorId(words.lower()),
        name=words,
        type=kind,
        mentions=(mention,),
    )


def read(
    text: str, dates: tuple[DateClaim, ...] = (), actors: tuple[ActorClaim, ...] = ()
) -> list[CasualtyClaim]:
    return list(Casualties()(READER.read(text), dates, actors))


MAY_10 = dt.date(2021, 5, 10)
MAY_11 = dt.date(2021, 5, 11)


def test_since_runs_from_the_day_to_no_end():
    text = "Since the fighting began on May 10, medics say 45 people have been killed."
    (claim,) = read(text, (date(text, "May 10", MAY_10, MAY_11),))
    assert claim.interval == Interval(MAY_10, None)


@pytest.mark.parametrize(
    "text",
    [
        "It was the deadliest attack since May 10, killing 45 people.",
        "Soldiers killed 45 people, one of the worst abuses in the country since May 10.",
    ],
)
def test_a_comparison_dates_nothing(text):
    (claim,) = read(text, (date(text, "May 10", MAY_10, MAY_11),))
    assert claim.interval is None


def test_a_clause_hangs_on_the_date_of_a_comparison():
    text = "It was the worst fire since May 10, when a blaze killed three people."
    (claim,) = read(text, (date(text, "May 10", MAY_10, MAY_11),))
    assert claim.interval == Interval(MAY_10, MAY_11)


def test_what_was_reported_since_a_day_stands_under_it():
    text = "Nine deaths and 412 cases have been reported since May 10."
    claims = read(text, (date(text, "May 10", MAY_10, MAY_11),))
    assert {claim.interval for claim in claims} == {Interval(MAY_10, None)}


def test_a_day_of_its_own_is_that_day():
    text = "A bomb killed 45 people on May 10."
    (claim,) = read(text, (date(text, "May 10", MAY_10, MAY_11),))
    assert claim.interval == Interval(MAY_10, MAY_11)


def test_the_day_of_speaking_is_no_period():
    text = "The mayor said on May 10 that 45 people have been killed."
    (claim,) = read(text, (date(text, "May 10", MAY_10, MAY_11),))
    assert claim.interval is None


def test_a_period_carries_on_in_its_paragraph_and_no_farther():
    text = (
        "Since May 10, 45 people have been killed. Another 60 were wounded.\n\n"
        "Two guards died in a fire."
    )
    claims = read(text, (date(text, "May 10", MAY_10, MAY_11),))
    since = Interval(MAY_10, None)
    assert [claim.interval for claim in claims] == [since, since, None]


def test_the_same_period_is_the_last_one():
    text = (
        "Since May 10, 45 people have been killed.\n\n"
        "Over the same period, 300 houses were destroyed."
    )
    claims = read(text, (date(text, "May 10", MAY_10, MAY_11),))
    assert claims[1].interval == claims[0].interval == Interval(MAY_10, None)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Six people were killed in the town of Marwa.", "Marwa"),
        ("In Marwa, six people were killed.", "Marwa"),
        ("Six people were killed across the northern Marwa Valley.", "Marwa Valley"),
        ("The flood displaced 85 percent of Marwa's population.", "Marwa"),
        ("Some 900 people fled from Marwa.", "Marwa"),
        ("A ferry sank off Marwa island, killing six people.", "Marwa"),
        ("Six people were killed in Russian air strikes.", None),
        ("Six people were killed in May.", None),
    ],
)
def test_places(text, place):
    assert read(text)[0].place == place


@pytest.mark.parametrize(
    ("text", "perpetrator"),
    [
        ("Ruritania has launched an offensive on the coast, killing 45 people.", "ruritania"),
        ("Six people were killed by Ruritania on the coast.", "ruritania"),
        ("Six people were wounded in one Ruritania attack.", None),
        ("The Ruritania offensive has left 45 people homeless.", "ruritania"),
        ("Ruritania has lost 64 soldiers.", None),
        ("Ruritania said six people were killed.", None),
        ("Ruritania says six soldiers killed", None),
        ("Ruritania left the talks after a bomb killed six people.", None),
        ("Six people were killed while Ruritania watched.", None),
        ("A strike by Ruritania hit a school, killing six people.", "ruritania"),
    ],
)
def test_perpetrators(text, perpetrator):
    (claim,) = read(text, actors=(actor(text, "Ruritania"),))
    assert claim.perpetrator == perpetrator
    assert claim.perpetrator_basis == ("explicit" if perpetrator else None)


def test_an_attack_is_of_those_whose_adjective_it_bears():
    text = "Six people were wounded in one Ruritanian attack."
    (told,) = actor(text, "Ruritanian").mentions
    state = attrs.evolve(
        actor(text, "Ruritanian"), mentions=(attrs.evolve(told, form=MentionForm.DEMONYM),)
    )
    assert read(text, actors=(state,))[0].perpetrator == state.actor


def test_an_organisation_is_no_place():
    text = "The toll could rise to 40, experts at the Marwa Geological Survey said."
    survey = actor(text, "Marwa Geological Survey", ActorType.ORGANISATION)
    assert read(text, actors=(survey,))[0].place is None
    state = actor(text, "Marwa", ActorType.STATE)
    assert read(text, actors=(state,))[0].place is None


def test_a_year_dates_no_other_sentence():
    text = "In 1960, a quake killed 120 people. A flood killed 40 people."
    year = Interval(dt.date(1960, 1, 1), dt.date(1961, 1, 1))
    claims = read(text, (date(text, "1960", dt.date(1960, 1, 1), dt.date(1961, 1, 1)),))
    assert [claim.interval for claim in claims] == [year, None]


def test_what_may_come_stands_under_no_earlier_date():
    text = "On May 10 a quake killed 120 people. The toll could rise to 400."
    claims = read(text, (date(text, "May 10", MAY_10, MAY_11),))
    assert [claim.interval for claim in claims] == [Interval(MAY_10, MAY_11), None]


def test_the_date_of_a_captivity_is_not_that_of_the_release():
    text = "The rebels agreed to free a lawmaker held captive since May 10."
    claims = read(text, (date(text, "May 10", MAY_10, MAY_11),))
    assert {claim.effect: claim.interval for claim in claims} == {
        Effect.RELEASED: None,
        Effect.CAPTIVE: Interval(MAY_10, None),
    }


def test_who_is_fired_at_is_no_place():
    assert read("Six people were killed when a guard fired eight shots at Torres.")[0].place is None


def test_rebels_act_for_themselves_not_for_their_country():
    text = "Ruritania's Zorblatt rebels killed six people."
    rebels = actor(text, "Zorblatt", ActorType.ARMED_GROUP)
    assert read(text, actors=(actor(text, "Ruritania"), rebels))[0].perpetrator == rebels.actor


def test_a_place_is_no_perpetrator():
    text = "Six people were killed by Ruritania on the coast."
    assert read(text, actors=(actor(text, "Ruritania", ActorType.PLACE),))[0].perpetrator is None


def test_a_victim_known_to_be_no_person_is_none():
    text = "Marwa Steel was killed by rising prices."
    assert read(text, actors=(actor(text, "Marwa Steel", ActorType.ORGANISATION),)) == []
    assert [claim.text for claim in read(text)] == ["Marwa Steel"]


def test_somebody_named_is_told_of_once_an_effect():
    text = "Ann Holt was shot. Ann Holt was killed at once. Holt died young."
    assert [(claim.effect, claim.text) for claim in read(text)] == [
        (Effect.INJURED, "Ann Holt"),
        (Effect.KILLED, "Ann Holt"),
    ]


def test_points_group_thousands_where_asked():
    doc = READER.read("The quake killed 2.090 people.")
    assert [claim.count.value for claim in Casualties(points_group=True)(doc)] == [2090]


def test_verbs_are_inflected():
    assert inflect("injure")[0] == ["injure", "injures", "injuring", "injured", "injured"]
    assert inflect("bury")[0] == ["bury", "buries", "burying", "buried", "buried"]
    assert inflect("gun guns gunning gunned gunned | down")[1] == "down"


def test_effect_words_are_found_by_their_anchors():
    for text in ("Ten died.", "The death toll is ten.", "Ten are living in tents.", "Ten dead."):
        view = tokens(READER.read(text))
        assert [found for *_, found in passages(view)]


WORDS = (
    "killed were was 12 12,000 people and , ( ) including of them three a woman who in the Marwa "
    "died toll rose to from injured - ' \u2019s \u201c 85% no one half ages 24 said . \n \u200f "
    "🙂 lost by another most IDPs"
).split(" ")


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join))
@example("")
@example("killed 12 " * 40)
def test_any_text_gives_claims_with_spans_of_it(text):
    claims = read(text)
    ids = [claim.id for claim in claims]
    assert len(set(ids)) == len(ids)
    for claim in claims:
        assert text[claim.span.start : claim.span.end] == claim.span.text
        assert claim.part_of is None or claim.part_of in ids


def steps(text: str) -> int:
    """Count the calls of Python functions that reading *text* takes, tokenizing aside."""
    doc, made = READER.read(text), 0

    def counted(frame: object, event: str, arg: object) -> None:
        nonlocal made
        made += event == "call"

    sys.setprofile(counted)
    try:
        list(Casualties()(doc))
    finally:
        sys.setprofile(None)
    return made


@pytest.mark.parametrize(
    "piece",
    [
        "12 people , and 3 killed ",
        "12 killed and ",
        "killed: Ann Lee, Jo Holt, ",
        "killed 1 2 3 4 5 6 ",
        "killed 11111111 ",
        "suffered a ",
        "was killed or ",
        "Lee's death 's ",
        "12 were killed, mostly women and ",
    ],
)
def test_work_grows_with_the_text_and_not_faster(piece):
    read(piece)  # what is loaded once is loaded
    once, twice = steps(piece * 300), steps(piece * 600)
    assert 0 < twice <= 2.2 * once


def test_many_victims_of_one_surname_cost_no_more_than_of_many():
    names = [f"{''.join(each).title()} Lee" for each in product("bdfgklmnrst", "aeiou", "lmnrst")]
    text = " ".join(f"Here {name} was killed." for name in names)
    half = " ".join(f"Here {name} was killed." for name in names[::2])
    assert len(read(text)) > 0.9 * len(names)
    assert steps(text) <= 2.2 * steps(half)


def test_a_last_name_alone_is_told_of_before_and_after():
    assert len(read("Ann Lee was killed. Lee was killed. Bo Lee was killed.")) == 2
    assert len(read("Mayor Lee was killed. Ann Lee was killed.")) == 1


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Six people were killed on a bus in the Kasvian city of Marwa.", "Marwa"),
        ("The quake that struck Marwa on Monday has killed 31 people.", "Marwa"),
        ("24 inmates were killed in clashes at the Litoral prison.", "Litoral prison"),
        ("2,452 migrants died in the Kasvia last year.", "Kasvia"),
        ("Nine people died in Kasvian air strikes.", None),
    ],
)
def test_places_struck_and_sites(text, place):
    assert [claim.place for claim in read(text)] == [place]


def test_who_is_told_of_the_dead_is_not_dead():
    text = '"Nobody is left," said Bea Marsh, 46, whose two sons were killed.'
    assert [claim.text for claim in read(text)] == ["two sons"]


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("The general escaped but during the attack seven people were killed.", ["people"]),
        ("Skip Ad Loading A pupil was injured on Tuesday.", ["pupil"]),
        ("The troops killed four miners in Marwa, Governor Ann Lee said.", ["miners"]),
        ("Ann Lee and two miners were killed.", ["Ann Lee", "miners"]),
        ("Gunmen killed two miners and Ann Lee.", ["miners", "Ann Lee"]),
        ("Two miners were killed along with Ann Lee.", ["miners", "Ann Lee"]),
    ],
)
def test_a_count_that_touches_its_verb_is_all_that_it_strikes_but_for_lists(text, groups):
    assert [claim.group for claim in read(text)] == groups


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("The shooting of Marwa shocked Ann Lee.", []),
        ("Bo was killed.", []),
        ("A nurse, Mrs Bo, was killed.", ["nurse, Mrs Bo"]),
        ("Police said Ann al-Sharif was killed.", ["Ann al-Sharif"]),
        ("Officials in Marwa said Minister Bo was killed.", ["Bo"]),
    ],
)
def test_a_name_needs_company(text, groups):
    states = (actor(text, "Marwa"),) if "Marwa" in text else ()
    assert [claim.group for claim in read(text, actors=states)] == groups
