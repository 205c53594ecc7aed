"""Frames that cover many triggers: particles, subjects, denials; and whose words count."""

import pytest

from newsfacts.language import Reader
from newsfacts_negotiations.extract import negotiations
from newsfacts_negotiations.gates import WORDED
from newsfacts_negotiations.patterns import match, parse
from newsfacts_negotiations.shortlist import allowed
from newsfacts_negotiations.triggers import triggers
from newsfacts_negotiations.words import class_forms, verb_forms


@pytest.fixture(scope="module")
def reader():
    return Reader()


def acts(reader, text):
    return [(claim.event, claim.status, claim.negated) for claim in negotiations(reader.read(text))]


@pytest.mark.parametrize(
    ("text", "event", "status", "negated"),
    [
        ("The talks were called off by the rebels.", "break_off", "actual", False),
        ("A compromise was hammered out by the mediators.", "agree", "actual", False),
        ("Contacts with the rebels were severed by the junta.", "break_off", "actual", False),
        ("The talks, begun in Oslo, have broken down.", "break_off", "actual", False),
        ("Talks to reunify the island collapsed.", "break_off", "actual", False),
        ("The rebel troops will be withdrawn by the general.", "implement", "planned", False),
        ("The junta made no overture to the rebels.", "offer", "actual", True),
        ("The rebels no longer insist on a vote.", "demand", "actual", True),
        ("Rebels to free hostages", "implement", "planned", False),
        ("The front is not ready to compromise.", "reject", "actual", False),
        ("The envoy said that both armies should withdraw.", "call", "actual", False),
        ("The striking teachers rejected the offer of the government.", "reject", "actual", False),
        ("A team of clerics mediated between the two camps.", "mediate", "actual", False),
    ],
)
def test_a_frame_is_read(reader, text, event, status, negated):
    assert (event, status, negated) in acts(reader, text)


def test_a_withdrawal_and_its_beginning_are_one_act(reader):
    text = "The withdrawal of Togolese troops from Chad began in January."
    assert acts(reader, text) == [("implement", "actual", False)]


@pytest.mark.parametrize(
    "text",
    [
        "The candidate urged voters to support his campaign in the primary.",
        "The judge rejected the suspect's appeal and refused bail.",
        "Police said the suspect, charged with robbery, was released on bond.",
        "Fiji and Tonga will meet in the final match of the tournament.",
        "The senator promised voters lower taxes at a campaign rally.",
        "The nominee endorsed the candidate for governor at the convention.",
    ],
)
def test_campaigns_courts_and_sport_are_passed_over(reader, text):
    assert acts(reader, text) == []


def test_words_of_a_process_count_in_such_an_article_too(reader):
    text = "The campaign for the primary election went on; voters cast ballots at polls. "
    found = acts(reader, text + "The rebels rejected the envoy's plan for the border.")
    assert found == [("reject", "actual", False)]


def test_an_element_takes_several_classes_and_words():
    element = parse("put/v ~ <truce>|<talks>|summit").elements[1]
    assert element.classes == {"truce", "talks"}
    assert {"truces", "negotiations", "summit"} <= element.forms.keys()


def names(listed):
    return {trigger.name for both in listed.values() for each in both for trigger in each}


@pytest.mark.parametrize(
    ("pattern", "words", "there"),
    [
        ("hold/v ~ <talks>", "held a new round of talks", True),
        ("hold/v ~ <talks>", "a new round of talks held", False),
        ("hold/v ~ <talks>", "held a b c d e f g h talks", False),
        ("*<talks> ~~ stall/v", "talks between the two sides have stalled", True),
        ("go/v ahead? with ~ <talks>", "went with the talks", True),
        ("put ~ *<talks> ~ off", "put the new talks further off", True),
        ("put ~ *<talks> ~ off", "the new talks put off", False),
    ],
)
def test_a_pattern_looks_for_its_words_where_they_can_stand(pattern, words, there):
    parsed, tokens = parse(pattern), words.split()
    anchor = next(
        at for at, word in enumerate(tokens) if word in parsed.elements[parsed.anchor].forms
    )
    near = [
        forms.isdisjoint(tokens[max(0, anchor + first) : anchor + last])
        for forms, first, last in parsed.around
    ]
    found = match(parsed, tokens, anchor, (0, len(tokens)), lambda at, tag: bool(tokens[at] + tag))
    assert (found is not None) is there
    assert any(near) is not there


def test_generic_triggers_are_left_out_on_demand():
    words = "the envoy urged both to accept the truce".split()
    listed = names(allowed(words, generic=True))
    generic = {trigger.name for trigger in triggers() if trigger.generic}
    assert "urge" in listed & generic
    assert names(allowed(words, generic=False)) == listed - generic


@pytest.mark.parametrize("trigger", triggers(), ids=lambda trigger: trigger.name)
def test_a_trigger_is_allowed_only_with_a_word_of_each_telling_element(trigger):
    elements = [each for each in trigger.pattern.elements if each.forms and not each.optional]
    forms = [
        min(sequence for rest in each.forms.values() for sequence in rest) for each in elements
    ]
    words = [word for form in forms for word in form]
    if trigger.gate in WORDED:
        words.append(min(class_forms(WORDED[trigger.gate])))
    words += {"refusal": ["will", "not"], "promise": ["will"]}.get(trigger.when, ["not"])
    assert trigger.name in names(allowed(words, generic=True))
    anchor = trigger.pattern.elements[trigger.pattern.anchor]
    for left_out in elements:
        if not left_out.telling.isdisjoint(("the", "a", ",", ".")):
            continue  # next to no sentence lacks these, so that they are not asked for
        kept = [word for word in words if word not in left_out.telling]
        assert anchor is left_out or all(
            trigger not in anchored for anchored, _ in allowed(kept, generic=True).values()
        )


def test_a_gate_that_wants_a_word_of_a_class_allows_nothing_without_one():
    assert "decry-plan" in names(allowed("they condemned the proposal".split(), generic=True))
    assert "decry-plan" not in names(allowed("they condemned the raid".split(), generic=True))


def test_a_form_of_several_words_is_allowed_only_with_those_after_the_first():
    assert "talks-begin" in names(allowed("back channel began".split(), generic=True))
    assert "talks-begin" not in names(allowed("back they began".split(), generic=True))


def test_words_of_no_trigger_allow_none():
    assert allowed("the weather was mild".split(), generic=True) == {}
    assert allowed([], generic=True) == {}


@pytest.mark.parametrize(
    ("lemma", "form"), [("have", "has"), ("submit", "submitted"), ("confer", "conferring")]
)
def test_forms_that_spelling_rules_miss(lemma, form):
    assert form in verb_forms(lemma)
