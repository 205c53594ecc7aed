"""Subjects, objects, agents and governors, a verb at a time."""

from functools import cache

import pytest

from newsfacts.language import Reader
from newsfacts.syntax import Syntax, VerbGroup, syntax


@cache
def reader() -> Reader:
    return Reader()


def read(text: str) -> Syntax:
    return syntax(reader().read(text))


def group_of(reading: Syntax, word: str) -> VerbGroup:
    group = reading.verb_group(reading.tokens.words.index(word))
    assert group is not None, word
    return group


def words(reading: Syntax, found: tuple[int, int] | None) -> str | None:
    return None if found is None else reading.tokens.span(*found).text


@pytest.mark.parametrize(
    ("text", "verb", "subject", "object_", "governor"),
    [
        # plain, with phrases between
        ("A member of the delegation in Cairo left.", "left", "A member", None, None),
        (
            "On Friday, after talks in Oslo, rebels signed a deal.",
            "signed",
            "rebels",
            "a deal",
            None,
        ),
        ("Last week the army took the town.", "took", "the army", "the town", None),
        ("LIMA (AP) -- A court freed the mayor.", "freed", "A court", "the mayor", None),
        ("The army called off the raid.", "called", "The army", "the raid", None),
        ("The king gave the rebels a deadline.", "gave", "The king", "a deadline", None),
        ("The envoys say talks face new obstacles.", "face", "talks", "new obstacles", "say"),
        ("Gunmen killed at least 12 men in Gao.", "killed", "Gunmen", "at least 12 men", None),
        ("There were no survivors.", "were", "no survivors", None, None),
        ("Talks between Kyiv and Moscow have stalled.", "stalled", "Talks", None, None),
        # relative clauses
        ("Rebels, who hold the port, fled.", "hold", "Rebels", "the port", None),
        ("Rebels, who hold the port, fled.", "fled", "Rebels", None, None),
        ("He praised the deal that ended the war.", "ended", "the deal", "the war", None),
        ("The plan which the army made failed.", "made", "the army", None, None),
        ("A source whose country mediates resigned.", "resigned", "A source", None, None),
        ("Ivan Petrov, a former spokesman, resigned.", "resigned", "Ivan Petrov", None, None),
        ("A team that travelled to Gao last week left.", "left", "A team", None, None),
        # compounds
        (
            "Several ethnic armed groups signed it.",
            "signed",
            "Several ethnic armed groups",
            "it",
            None,
        ),
        ("An envoy held phone calls with Chad.", "held", "An envoy", "phone calls", None),
        # a semicolon begins anew
        (
            "Mali proposed a truce; Chad, for its part, rejected a pause.",
            "rejected",
            "Chad",
            "a pause",
            None,
        ),
        (
            "Lee asked both to wait; Chad, whose own traders have been hit, has carried a letter.",
            "carried",
            "Chad",
            "a letter",
            None,
        ),
        # asides between a subject and its verb
        ("Mali, diplomats say, at first rejected a pause.", "rejected", "Mali", "a pause", None),
        ("Mali flatly and publicly rejected a pause.", "rejected", "Mali", "a pause", None),
        ("Mali itself rejected a pause.", "rejected", "Mali", "a pause", None),
        ("Mali later that day rejected a pause.", "rejected", "Mali", "a pause", None),
        ("Mali (backed by Chad) rejected a pause.", "rejected", "Mali", "a pause", None),
        ("Mali — which had lost a town — rejected a pause.", "rejected", "Mali", "a pause", None),
        ("Mali and Chad have each rejected a pause.", "rejected", "Mali", "a pause", None),
        ("A: The talks are frozen.", "frozen", "The talks", None, None),
        ("The accord, signed in May, has been broken.", "broken", "The accord", None, None),
        ("Mr Ford, a doctor, resigned on Monday.", "resigned", "Mr Ford", None, None),
        # relative clauses whose verb comes late
        ("The men whose release the rebels demand are ill.", "demand", "the rebels", None, None),
        ("He hid a letter, which Chad says was stolen.", "stolen", "a letter", None, "says"),
        ("The talks which Mali suspended failed.", "failed", "The talks", None, None),
        # participles
        (
            "The army struck the port, killing nine men.",
            "killing",
            "The army",
            "nine men",
            "struck",
        ),
        ("The soldiers killed in Lagos were buried.", "buried", "The soldiers", None, None),
        ("The soldiers killed in Lagos were buried.", "killed", "The soldiers", None, None),
        ("Militants holding hostages said so.", "said", "Militants", None, None),
        ("Militants holding hostages said so.", "holding", "Militants", "hostages", None),
        ("The talks, mediated by Oman, broke down.", "mediated", "The talks", None, None),
        ("The talks, mediated by Oman, broke down.", "broke", "The talks", None, None),
        ("Asked about it, the mayor smiled.", "Asked", "the mayor", None, "smiled"),
        (
            "Rebels took a base, officials said, killing ten men.",
            "killing",
            "Rebels",
            "ten men",
            "took",
        ),
        # infinitives and control
        ("The rebels agreed to free the hostages.", "free", "The rebels", "the hostages", "agreed"),
        ("Paris urged Chad to free the mayor.", "free", "Chad", "the mayor", "urged"),
        ("Paris called on Chad to free the mayor.", "free", "Chad", "the mayor", "called"),
        ("The envoy is expected to visit Juba.", "visit", "The envoy", "Juba", "expected"),
        ("They want to meet and sign a deal.", "sign", "They", "a deal", "want"),
        ("Israel's decision to close the road failed.", "close", "Israel", "the road", None),
        ("Israel's decision to close the road failed.", "failed", "Israel's decision", None, None),
        ("The aim is for the talks to resume.", "resume", "the talks", None, "is"),
        # coordination
        ("The army took the town and burned it.", "burned", "The army", "it", None),
        ("The army took the town and rebels fled.", "fled", "rebels", None, None),
        ("A man was killed and two boys hurt.", "hurt", "two boys", None, None),
        ("The heads of the Greek and Turkish sides met.", "met", "The heads", None, None),
        (
            "Monks blocked the road, forcing Lee to turn and leaving four hurt.",
            "leaving",
            "Monks",
            "four hurt",
            "blocked",
        ),
        # a subject waits for its verb
        ("Mr. Deng, who left Gao, warned Chad of war.", "warned", "Mr. Deng", "Chad", None),
        ("Lee, who visited Oslo, promised aid.", "promised", "Lee", "aid", None),
        # content clauses
        ("He said the army had left.", "left", "the army", None, "said"),
        ("He said that the army had left.", "left", "the army", None, "said"),
        ("He said rebels who hold the port left.", "left", "rebels", None, "said"),
        ("He said the army and the rebels had met.", "met", "the army", None, "said"),
        ("He said it rained and that the army left.", "left", "the army", None, "said"),
        ("The talks failed, officials said.", "failed", "The talks", None, "said"),
        ("The talks failed, a man told Reuters on Monday.", "failed", "The talks", None, "told"),
        ('"We lost," said Ana Diaz.', "said", "Ana Diaz", None, None),
        ('"We lost," he said, adding that it hurt.', "adding", "he", None, "said"),
        # adverbial clauses
        ("If talks fail, the war will resume.", "fail", "talks", None, "resume"),
        ("If talks fail, the war will resume.", "resume", "the war", None, None),
        ("If talks fail, women who fled will starve.", "starve", "women", None, None),
        (
            "The army left after protesters blocked a road.",
            "blocked",
            "protesters",
            "a road",
            "left",
        ),
    ],
)
def test_links(text, verb, subject, object_, governor):
    reading = read(text)
    group = group_of(reading, verb)
    above = reading.governor(group)
    assert words(reading, reading.subject(group)) == subject
    assert words(reading, reading.object(group)) == object_
    if governor is not None:
        assert above is not None
        assert governor in reading.tokens.words[above.start : above.end]


def test_a_main_verb_has_no_governor():
    reading = read("The army left the town.")
    assert reading.governor(group_of(reading, "left")) is None


def test_agent_of_a_passive():
    reading = read("A mosque was hit in Gao by two rockets on Monday.")
    group = group_of(reading, "hit")
    assert words(reading, reading.agent(group)) == "two rockets"
    assert reading.object(group) is None


def test_a_time_is_no_agent():
    reading = read("The road will be opened by Friday.")
    assert reading.agent(group_of(reading, "opened")) is None


@pytest.mark.parametrize(
    ("text", "word", "clause"),
    [
        ("Rebels, who hold the port, fled.", "port", "who hold the port,"),
        ("The army struck, killing nine men.", "men", "killing nine men"),
        ("If talks fail, the war will resume.", "talks", "If talks fail,"),
        ("If talks fail, the war will resume.", "war", "the war will resume"),
        ("He said the army had left.", "army", "the army had left"),
        ("They agreed to free ten men.", "men", "to free ten men"),
    ],
)
def test_clause(text, word, clause):
    reading = read(text)
    assert words(reading, reading.clause(reading.tokens.words.index(word))) == clause


@pytest.mark.parametrize(
    ("text", "head", "expected"),
    [
        (
            "It has reportedly not been held.",
            "held",
            ("passive", "present", True, False, None, True),
        ),
        ("They will meet.", "meet", ("active", "future", False, False, "will", False)),
        ("They were meeting.", "meeting", ("active", "past", False, True, None, False)),
        ("They won't sign.", "sign", ("active", "future", False, False, "will", True)),
        ("It is being built.", "built", ("passive", "present", False, True, None, False)),
        ("They would “take” it.", "take", ("active", "past", False, False, "would", False)),
    ],
)
def test_verb_group(text, head, expected):
    group = group_of(read(text), head)
    got = (group.voice, group.tense, group.perfect, group.progressive, group.modal, group.negated)
    assert got == expected
    assert group.form == "finite"


@pytest.mark.parametrize(
    ("text", "word", "form"),
    [
        ("They plan to meet.", "meet", "infinitive"),
        ("They left after meeting him.", "meeting", "gerund"),
        ("They left, taking it.", "taking", "participle"),
        ("The men arrested in Rome left.", "arrested", "participle"),
        ("They left.", "left", "finite"),
    ],
)
def test_forms(text, word, form):
    assert group_of(read(text), word).form == form
