from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsfacts import ActorClaim, ActorType, Mention, MentionForm, Options, Span
from newsfacts.language import Reader
from newsfacts_statements import newsfacts_extractors
from newsfacts_statements.extract import Statements

READER = Reader()


def read(text, **options):
    return list(Statements(**options)(READER.reading(text).tokens))


def examples():
    """Read the blocks of the example file: rule, text, source, cue, content."""
    path = Path(__file__).parent / "data" / "statements.txt"
    blocks = path.read_text("utf-8").strip().split("\n\n")[1:]
    return [tuple(block.splitlines()) for block in blocks]


@pytest.mark.parametrize(("rule", "text", "source", "cue", "content"), examples())
def test_one_statement(rule, text, source, cue, content):
    (claim,) = read(text)
    assert claim.rule == rule
    assert (claim.source.text if claim.source else "-") == source
    assert claim.cue.text == cue
    assert " // ".join(piece.text for piece in claim.content) == content


TWO = [
    # text, then rule, source, content of each
    (
        "Norway accused Ruiz of lying and demanded an inquiry.",
        ("subject-verb-content", "Norway", "Ruiz of lying"),
        ("same-subject", "Norway", "an inquiry"),
    ),
    (
        "“The bridge is open,” Ruiz told reporters, adding that nobody was hurt.",
        ("content-subject-verb", "Ruiz", "“The bridge is open,”"),
        ("participle", "Ruiz", "nobody was hurt"),
    ),
    (
        "The bridge is open, Ruiz said on Monday, Reuters reported.",
        ("content-subject-verb", "Ruiz", "The bridge is open"),
        ("content-subject-verb", "Reuters", "The bridge is open, Ruiz said on Monday"),
    ),
    (
        "While Norway demanded a truce, Ruiz vowed to fight.",
        ("subject-verb-content", "Norway", "a truce"),
        ("subject-verb-content", "Ruiz", "to fight"),
    ),
    (
        "The agency quoted Ruiz as saying that the bridge was open.",
        ("subject-verb-content", "The agency", "Ruiz as saying that the bridge was open"),
        ("quoted-as-saying", "Ruiz", "the bridge was open"),
    ),
    (
        "Asked if a truce was near, Berg said no.",
        ("asked", None, "if a truce was near"),
        ("subject-verb-content", "Berg", "no"),
    ),
    (
        "The rebels have vowed to keep a truce, Norway and Chad said in a letter after the talks.",
        ("subject-verb-content", "The rebels", "to keep a truce"),
        ("content-subject-verb", "Norway and Chad", "The rebels have vowed to keep a truce"),
    ),
    (
        "Police quoted a man saying the bridge was open.",
        ("subject-verb-content", "Police", "a man saying the bridge was open"),
        ("noun-participle", "a man", "the bridge was open"),
    ),
    (
        "The mayor concluded by saying that the bridge was open.",
        ("subject-verb-content", "The mayor", "the bridge was open"),
        ("participle", "The mayor", "the bridge was open"),
    ),
    (
        "Berg: truce near\nForeign minister Anna Berg said on Monday that a truce was near.",
        ("headline-colon", "Berg", "truce near"),
        ("subject-verb-content", "Foreign minister Anna Berg", "a truce was near"),
    ),
    (
        "Norway rejected what it called abuses.",
        ("subject-verb-content", "Norway", "what it called abuses"),
        ("relative-object", "it", "abuses"),
    ),
    (
        "Norway said four soldiers had died, Sweden said it lost two.",
        ("subject-verb-content", "Norway", "four soldiers had died"),
        ("subject-verb-content", "Sweden", "it lost two"),
    ),
]


@pytest.mark.parametrize(("text", "first", "second"), TWO)
def test_two_statements(text, first, second):
    claims = read(text)
    assert [(c.rule, c.source and c.source.text, c.text) for c in claims] == [first, second]


NOTHING = [
    "The bridge fell into the river on Monday.",
    "He has lived in the United States since May.",
    "The “iron dome” fell.",
    "Update: truce near\nThe guns fell silent.",
    "The suspended leader of the group read the charges against him.",
    "The negotiator declined to comment.",
    "The king declared three days of national mourning.",
    "The two sides agreed to a truce of seven days.",
    "The army put its camp at 12 sites.",
    "The mayor rejected the call.",
    "The mayor told us at the start.",
    "The guards said when.",
    "The mayor reports to the council.",
    "YESTERDAY THE REBELS MADE PROPOSALS FOR TALKS.",
    "THE OFFICER IN CHARGE OF THE PRISON FELL.",
    "The storm has claimed at least 46 lives in the north.",
    "Boat sinks off the coast, dozens feared drowned",
    "The staff held by the rebels were freed.",
    "She asked not to be named.",
    "Ruiz declined to give his name.",
    "Investigators were questioning him on Saturday.",
    "Photos can be ordered by visiting the site.",
    "Ruiz addressed the nation on Monday.",
    "It was the first reported death of a general.",
    "She declined to be identified.",
    "Police were called to the house.",
    "Witnesses are asked to call the police.",
    "A woman called 911.",
    "The president called an election for May.",
    "The envoy called the minister on Friday.",
    "What he said next surprised everyone.",
    "A proposal that would end the war was lost.",
    "The car was gone; it was reported stolen on Friday.",
    'Q: "Will it rain?"',
    'He gave one reason: "fear".',
]


@pytest.mark.parametrize("text", NOTHING)
def test_nothing_is_said(text):
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ruiz threatened to leave.", "threat"),
        ("Ruiz predicted a truce.", "prediction"),
        ("Ruiz urged Norway to act.", "demand"),
        ("Ruiz ordered the army to leave.", "order"),
        ("Ruiz asked for help.", "request"),
        ("Ruiz vowed to fight.", "commitment"),
        ("Ruiz blamed Norway.", "accusation"),
        ("Ruiz thinks that it is over.", "belief"),
        ("Ruiz fears that it is over.", "concern"),
        ("Ruiz noted that it was over.", "speech"),
    ],
)
def test_act(text, expected):
    (claim,) = read(text)
    assert claim.act == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“It is over,” Ruiz said.", "direct"),
        ("Ruiz said it was over.", "indirect"),
        ("Ruiz said it was “over and done”.", "mixed"),
    ],
)
def test_quotation(text, expected):
    (claim,) = read(text)
    assert claim.quotation == expected


def test_a_particle_can_make_another_verb_of_a_cue():
    assert not read("The union on Thursday called off a nine-day walkout.")
    assert len(read("The union on Thursday called the plan a walkout.")) == 1


@pytest.mark.parametrize("nobody", ["No group", "Nobody", "None of the rebels"])
def test_what_nobody_says_is_negated(nobody):
    (claim,) = read(f"{nobody} claimed that the bridge was open.")
    assert claim.negated
    assert claim.source.text == nobody


def test_a_denied_attribution_is_negated():
    (claim,) = read("Ruiz did not say whether the talks would resume.")
    assert claim.negated


def test_a_hedge_stays_with_its_statement():
    reported, believed = read("Ruiz reportedly said it was over. She is believed to be abroad.")
    assert (reported.hedge, believed.hedge) == ("reportedly", "is believed")


def test_speech_only_leaves_beliefs_out():
    text = "Ruiz thinks that it is over. Berg said that it was not."
    assert [claim.cue.text for claim in read(text, speech_only=True)] == ["said"]


def test_options_reach_the_extractor():
    (extractor,) = newsfacts_extractors(Options("statements", {"speech_only": "true"}))
    assert extractor.name == "statements"
    assert extractor.function == Statements(speech_only=True)


def actor(text, name, identity, kind, *mentions):
    found = []
    for words, form in mentions:
        start = text.index(words)
        found.append(Mention(start, start + len(words), words, form))
    span = Span(found[0].start, found[0].end, found[0].text)
    return ActorClaim(span=span, actor=identity, name=name, type=kind, mentions=tuple(found))


def test_an_actor_that_ends_the_source_speaks():
    text = "Mayor Ana Ruiz said it was over. A Norwegian official said it was not."
    ruiz = actor(text, "Ana Ruiz", "ana_ruiz", ActorType.PERSON, ("Ana Ruiz", MentionForm.NAME))
    norway = actor(text, "Norway", "norway", ActorType.STATE, ("Norwegian", MentionForm.DEMONYM))
    first, second = Statements()(READER.reading(text).tokens, (ruiz, norway))
    assert (first.speaker, first.speaker_name) == ("ana_ruiz", "Ana Ruiz")
    assert (second.speaker, second.speaker_name) == (None, "A Norwegian official")


def test_an_actor_in_apposition_speaks():
    text = "A senior official, Ana Ruiz, said it was over."
    ruiz = actor(text, "Ana Ruiz", "ana_ruiz", ActorType.PERSON, ("Ana Ruiz", MentionForm.NAME))
    (claim,) = Statements()(READER.reading(text).tokens, (ruiz,))
    assert (claim.speaker, claim.source.text) == ("ana_ruiz", "A senior official")


@pytest.mark.parametrize(
    ("source", "speaker"),
    [
        ("The foreign minister", "ana_ruiz"),
        ("The Norwegian foreign minister", "ana_ruiz"),
        ("The minister", None),  # there are two
        ("The president", None),  # he was one
        ("The former president", "juan_berg"),
        ("The Norwegian official", None),
    ],
)
def test_an_office_speaks_for_the_one_who_holds_it(source, speaker):
    text = f"Ruiz, Moe and Berg met. {source} said it was over."
    roles = {"Ruiz": "Norwegian Foreign Minister", "Moe": "Defence Minister"}
    full = {"Ruiz": "Ana Ruiz", "Moe": "Kim Moe", "Berg": "Juan Berg"}
    actors = tuple(
        attrs.evolve(
            actor(
                text,
                full[last],
                full[last].lower().replace(" ", "_"),
                ActorType.PERSON,
                (last, MentionForm.NAME),
            ),
            role=roles.get(last, "former President"),
        )
        for last in full
    )
    (claim,) = Statements()(READER.reading(text).tokens, actors)
    assert claim.speaker == speaker


@given(st.text(alphabet="\"'“”‘’ \n.,:said that he told Ruiz according to", max_size=200))
def test_any_text_reads(text):
    for claim in read(text):
        for span in (claim.span, claim.source, claim.cue, *claim.content):
            assert span is None or span.text == text[span.start : span.end]
        assert claim.span.start == claim.content[0].start


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The rebels warned that they would attack the port.", "threat"),
        ("The general warned that looters would be punished.", "threat"),
        ("The envoy warned that the conflict could lead to civil war.", "concern"),
        ("The ministry warned that the river would rise.", "concern"),
    ],
)
def test_who_warns_of_what_others_do_threatens_nobody(text, act):
    (claim,) = read(text)
    assert claim.act == act


def test_a_counted_subject_is_whole_in_what_is_expected():
    (claim,) = read("Up to 1.2 million more farmers were thought to have lost their crops.")
    assert claim.text.startswith("Up to 1.2 million more farmers")
