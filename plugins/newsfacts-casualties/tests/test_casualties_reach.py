"""What words alone can refuse or settle: each answer agrees with the grammar that is not asked."""

from __future__ import annotations

import pytest

from newsfacts.language import Reader
from newsfacts.quantities import quantities
from newsfacts.syntax import Syntax, syntax
from newsfacts.tokens import Tokens, tokens
from newsfacts_casualties.composed import counted_phrases
from newsfacts_casualties.effects import Hit
from newsfacts_casualties.linking import links
from newsfacts_casualties.people import People
from newsfacts_casualties.reach import counts, names, reaches, settled, strikes_pronoun
from newsfacts_casualties.reality import reality
from newsfacts_casualties.spotting import passages
from newsfacts_casualties.uncounted import counts_nothing

READER = Reader()


def first_hit(text: str) -> tuple[Tokens, int, int, list[Hit]]:
    view = tokens(READER.read(text))
    return view, *next(passages(view))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Three nurses were killed in Marwa.", True),
        ("Three nurses killed in Marwa were buried.", True),
        ("Rebels killed three nurses.", True),
        ("Shells hit the town and three nurses were killed.", True),
        ("Ann Lee and three nurses were killed.", False),
        ("ANN LEE AND THREE NURSES WERE KILLED.", False),
        ("REBELS ATTACKED THEM, AND THREE NURSES WERE KILLED.", True),
        ("A couple and three nurses were killed.", False),
        ("Rebels killed three nurses, Ann Lee among them.", False),
        ("Three nurses were killed along with Ann Lee.", False),
        ("Three nurses from the town were killed.", False),
    ],
)
def test_a_count_that_touches_its_verb_and_is_in_no_list_is_all_it_strikes(text, expected):
    view, start, end, hits = first_hit(text)
    phrases = counted_phrases(view, quantities(text), end)
    linked = links(view, start, end, phrases, hits)
    assert settled(view, hits[-1], linked, end) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A shooting on Monday sent four clerks to a clinic.", False),
        ("The kidnapping in Marwa on Monday shocked three cities.", False),
        ("He was killed during a robbery at a farm.", False),
        ("They released on Monday the first of two books.", False),
        ("The shooting happened at about 12.", False),
        ("The shooting at the farm of two clerks went on.", False),
        ("Rebels were shooting at least 12 clerks a day.", True),
        ("After the shooting, 12 clerks were questioned.", False),
        ("Rebels took four of the clerks hostage.", True),
        ("Both sides agreed on a swap of 40 prisoners.", True),
        ("Rebels freed the mayor plus 40 clerks.", True),
        ("Rebels were killing up to 12 clerks a day.", True),
        ("Rebels were killing the mayor's two brothers.", True),
        ("Rebels killed a clerk in Marwa.", True),
        ("Rebels killed her brother and a clerk.", True),
        ("A clerk who had been missing was found dead.", True),
        ("He was killed along with a clerk.", True),
        ("He was killed on Monday near Marwa as well as two clerks.", True),
        ("Wounded in Marwa since Monday: 12.", True),
        ("Officials put the wounded at 50.", True),
        ("The confirmed dead now number 71.", True),
        ("Since January 96 clerks have been killed.", True),
    ],
)
def test_numbers_are_read_only_where_they_can_count_for_an_effect_word(text, expected):
    view, start, end, hits = first_hit(text)
    assert counts(view, start, end, hits) is expected
    if not expected:
        phrases = counted_phrases(view, quantities(text), end)
        assert links(view, start, end, phrases, hits) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels killed 12 clerks.", True),
        ("Rebels killed Ann Lee and 12 clerks.", True),
        ("A mayor was killed along with 12 clerks.", True),
        ("The mayor was killed near a town of 12 clerks.", False),
        ("12 clerks were killed.", True),
        ("12 clerks saw the killing of Ann Lee.", False),
        ("12 clerks saw Ann Lee's death.", True),
    ],
)
def test_a_count_is_struck_on_the_side_of_an_effect_word(text, expected):
    view, _, end, hits = first_hit(text)
    assert reaches(view.lower, hits[0], view.lower.index("12"), end) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On Monday Ann Lee was killed.", True),
        ("On Monday in the hills some soldiers were killed.", False),
        ("ON MONDAY ANN LEE WAS KILLED.", True),
        ("THE STATE SAID THAT GUERRILLAS WERE KILLED.", False),
        ("THE STATE SAID THAT ITS MINISTER WAS KILLED.", True),
        ("The killing of a clerk, a school nurse, and the former mayor Ann Lee went on.", True),
    ],
)
def test_words_tell_whether_somebody_is_named_where_he_can_be_struck(text, expected):
    view, start, end, hits = first_hit(text)
    people = People.among(syntax(view), ())
    assert names(view, start, end, hits[0], people) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She was later killed in Marwa.", True),
        ("Rebels killed him.", True),
        ("They died in Marwa.", True),
        ("Rebels killed her brother.", False),
        ("His brother was killed.", False),
        ("Ann Lee died.", False),
        ("Ann's death moved her.", False),
    ],
)
def test_an_effect_word_may_strike_a_pronoun_alone(text, expected):
    view, start, end, hits = first_hit(text)
    assert strikes_pronoun(view.lower, start, end, hits[0]) is expected


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        ("They were killed on 12 October.", "12", True),
        ("They were killed on Oct. 12, police said.", "12", True),
        ("Since January 96 clerks were killed.", "96", False),
        ("They were killed in 2014.", "2014", True),
        ("Rebels killed 2014 soldiers.", "2014", False),
        ("Rebels killed at least 2014.", "2014", False),
        ("From October 7 to 12 died.", "7", False),
        ("A ransom of $12 million was paid.", "12", True),
        ("It burned for three weeks.", "three", True),
        ("Killed were a man and a boy 12 years old.", "12", False),
        ("It was the third attack.", "third", True),
        ("A third died.", "third", False),
        ("Twelve died.", "twelve", False),
        ("There were no wins.", "no", False),
    ],
)
def test_the_words_beside_a_number_may_show_that_it_counts_nobody(text, number, expected):
    view = tokens(READER.read(text))
    at = view.lower.index(number)
    assert counts_nothing(view.lower, at, len(view)) is expected
    if expected:
        phrases = counted_phrases(view, quantities(text), len(view))
        assert not any(phrase.start <= at < phrase.end for phrase in phrases)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("He said he will go to Marwa, where 12 clerks died.", False),
        ("He said he will go to Marwa, where 12 clerks were fatally shot.", False),
        ("He said he will go to Marwa, where 12 clerks were later killed.", False),
        ("He will go to Marwa, which 12 clerks fled.", False),
        ("He said 12 clerks could have died.", True),
        ("He said 12 clerks had to have died.", True),
        ("He feared that 12 clerks died.", True),
        ("He said 12 clerks would starve and died of it.", True),
        ("He said 12 clerks are to be later killed.", True),
        ("He said 12 clerks were reportedly shot.", True),
        ("If 12 clerks died, he will go.", True),
    ],
)
def test_of_finite_past_verbs_words_tell_what_grammar_would(text, asked):
    view, _, _, hits = first_hit(text)
    hit = next(hit for hit in hits if hit.start > view.lower.index("12"))
    at = view.lower.index("12"), view.lower.index("clerks") + 1
    judged: list[int] = []
    with pytest.MonkeyPatch.context() as patch:
        factuality = Syntax.factuality
        spy = lambda self, i: judged.append(i) or factuality(self, i)  # noqa: E731
        patch.setattr(Syntax, "factuality", spy)
        told = reality(Syntax(view), hit, *at)
        assert bool(judged) is asked
        patch.setattr("newsfacts_casualties.reality._is_past", lambda *_: False)
        assert reality(Syntax(view), hit, *at) == told
