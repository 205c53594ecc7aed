"""Figures reckoned by hand on small records, written here."""

import json

import pytest
from click.testing import CliRunner
from hypothesis import given, strategies
from toys import article, flood

from newsfacts import Extraction
from newsfacts.cli import cli
from newsfacts.errors import RecordError
from newsfacts.evaluation import evaluate, load_records
from newsfacts.evaluation.matching import close, iou, match
from newsfacts.evaluation.naming import same


def record(kind, start, end, **fields):
    return {"article": "a", "kind": kind, "span": {"start": start, "end": end}} | fields


def span(start, end):
    return {"start": start, "end": end, "text": "x" * (end - start)}


def test_what_two_stretches_share():
    assert iou((0, 10), (5, 15)) == pytest.approx(5 / 15)
    assert iou((0, 5), (5, 9)) == 0
    assert close((0, 10), (0, 70)) == pytest.approx(1 / 7)  # 60 longer is still of a size
    assert close((0, 10), (0, 71)) == 0


def test_a_date_is_found_strictly_or_loosely_with_or_without_its_value():
    week = {"start": "2024-05-03", "end": "2024-05-10"}
    expected = [
        record("date", 0, 4, type="DATE", value="2024", interval=None),
        record("date", 10, 16, type="DATE", value="2024-05-03", interval=week),
        record("date", 30, 36, type="DATE", value="P1W", interval=None),
    ]
    predicted = [
        record("date", 0, 4, type="DATE", value="2023", interval=None),
        record("date", 12, 16, type="TIME", value="2024-05-03", interval=week),
    ]
    figures = evaluate(expected, predicted).figures["date"]
    assert figures == pytest.approx(
        {
            "strict": 2 * (1 / 2) * (1 / 3) / (1 / 2 + 1 / 3),
            "strict_p": 1 / 2,
            "strict_r": 1 / 3,
            "relaxed": 2 * 1 * (2 / 3) / (1 + 2 / 3),
            "value": 2 * (1 / 2) * (1 / 3) / (1 / 2 + 1 / 3),
            "interval": 2 * 1 * (2 / 3) / (1 + 2 / 3),
            "type": 1 / 2,
        }
    )


def test_optional_records_count_neither_for_nor_against():
    expected = [record("date", 0, 4, value="2024"), record("date", 10, 20, optional=True)]
    found_all = evaluate(expected, [record("date", 0, 4), record("date", 10, 20)])
    found_one = evaluate(expected, [record("date", 0, 4)])
    found_by = evaluate(expected, [record("date", 0, 4), record("date", 19, 25)])
    for result in (found_all, found_one, found_by):
        assert result["date.strict"] == 1
        assert result.kinds["date"].missed == result.kinds["date"].spurious == ()


def test_actors_are_compared_mention_by_mention_and_identity_over_all_of_them():
    mentions = [span(0, 4), span(10, 14), span(20, 24)]
    expected = [
        record("actor", 0, 4, actor="a", type="person", mentions=mentions[:2]),
        record("actor", 20, 24, actor="b", type="person", mentions=mentions[2:]),
    ]
    forms = [{**mention, "form": "name"} for mention in mentions]
    predicted = [
        record("actor", 0, 4, actor="one", type="person", mentions=forms),
        record(
            "actor",
            40,
            44,
            actor="two",
            type="person",
            mentions=[{**span(40, 44), "form": "pronoun"}],
        ),
        record(
            "actor",
            50,
            54,
            actor="three",
            type="place",
            mentions=[{**span(50, 54), "form": "name"}],
        ),
    ]
    figures = evaluate(expected, predicted).figures["actor"]
    assert figures["strict"] == figures["relaxed"] == figures["type"] == 1
    assert figures["costless"] == 2  # a pronoun, and a place where none is expected
    # One id for three mentions of two actors: precision (2/3 + 2/3 + 1/3) / 3, recall 1.
    assert figures["identity"] == pytest.approx(2 * (5 / 9) / (5 / 9 + 1))


def test_statements_are_matched_by_half_of_their_content():
    expected = [
        record(
            "statement",
            0,
            20,
            content=[span(0, 8), span(12, 20)],
            source=span(30, 40),
            cue=span(41, 45),
            quotation="direct",
            speaker_name="the Israeli premier",
        ),
        record(
            "statement",
            50,
            70,
            content=[span(50, 70)],
            source=None,
            cue=span(45, 49),
            quotation="indirect",
        ),
    ]
    predicted = [
        record(
            "statement",
            0,
            20,
            content=[span(0, 20)],
            source=span(35, 50),
            cue=None,
            quotation="mixed",
            speaker="israel",
        ),
        record("statement", 50, 59, content=[span(50, 59)], quotation="indirect"),
    ]
    figures = evaluate(expected, predicted).figures["statement"]
    assert figures == {
        "content_p": 1 / 2,
        "content_r": 1 / 2,
        "content_f1": 1 / 2,
        "source": 1,
        "cue": 0,
        "quotation": 0,
        "speaker": 1,  # of the words that tell a party, "israel" is in both
    }


def test_casualties_need_the_same_effect_and_then_their_fields():
    exact = {"value": 232, "low": 232, "high": 232, "comparator": "exact"}
    expected = [
        record(
            "casualty",
            0,
            16,
            ref="1",
            effect="killed",
            count=exact,
            unit="people",
            group="Palestinians",
            place="Gaza",
            interval={"start": "2021-05-10", "end": None},
            attribution={"source": "health officials"},
        ),
        record(
            "casualty",
            20,
            31,
            ref="2",
            part_of="1",
            effect="killed",
            count=exact,
            unit="people",
            attribution=None,
        ),
        record("casualty", 40, 60, ref="3", effect="injured", count={"value": None, "low": 1901}),
    ]
    predicted = [
        record(
            "casualty",
            0,
            16,
            id="x",
            effect="killed",
            count={**exact, "comparator": "about"},
            unit="people",
            group="a Palestinian",
            place={"text": "Gaza", "actor": "gaza"},
            interval={"start": "2021-05-10T00:00", "end": "2021-05-20"},
            attribution={"source": "they", "speaker_name": "health officials in Gaza"},
        ),
        record(
            "casualty",
            20,
            31,
            id="y",
            part_of="x",
            effect="killed",
            count=exact,
            unit="men",
            attribution={"source": "Reuters"},
        ),
        record("casualty", 40, 60, id="z", effect="missing", count={"value": None, "low": 1901}),
    ]
    figures = evaluate(expected, predicted).figures["casualty"]
    assert figures == pytest.approx(
        {
            "claim_p": 2 / 3,
            "claim_r": 2 / 3,
            "claim_f1": 2 / 3,
            "touched_r": 1,
            "value": 1,
            "comparator": 1 / 2,
            "bounds": 1,
            "unit": 1 / 2,
            "group": 1,
            "since": 1,
            "place": 1,
            "breakdown": 1,
            "source": 1 / 2,
        }
    )


def test_negotiations_have_roles_as_words_or_as_parties():
    expected = [
        record(
            "negotiation",
            0,
            20,
            event="offer",
            status="planned",
            negated=False,
            initiator="Egypt",
            counterpart="Israeli delegation",
            mediator=None,
        )
    ]
    egypt = [{"text": "Cairo", "actor": "egypt", "start": 0, "end": 5}]
    predicted = [
        record(
            "negotiation",
            5,
            20,
            event="offer",
            status="actual",
            initiator=egypt,
            counterpart=[],
            venue=None,
        )
    ]
    figures = evaluate(expected, predicted).figures["negotiation"]
    assert figures["claim_f1"] == figures["touched_r"] == figures["negated"] == 1
    assert (figures["initiator"], figures["counterpart"], figures["status"]) == (1, 0, 0)
    assert figures["source"] == 1  # neither is attributed


def test_any_other_kind_is_compared_field_by_field():
    expected = [
        record("acme.sanction", 0, 20, target="Israel", since=span(5, 9), size=3, note="mine"),
        record("acme.sanction", 30, 50, target="Egypt", since=None, size=4),
    ]
    predicted = [
        record(
            "acme.sanction", 0, 20, target=[{"text": "Israeli firms"}], since=span(8, 12), size=3
        ),
        record("acme.sanction", 32, 50, target=None, since=None, size=5, rule="r"),
        record("acme.sanction", 90, 99),
    ]
    assert evaluate(expected, predicted).figures == {
        "acme.sanction": {
            "claim_p": 2 / 3,
            "claim_r": 1,
            "claim_f1": pytest.approx(4 / 5),
            "strict_f1": pytest.approx(2 / 5),
            "since": 1,
            "size": 1 / 2,
            "target": 1 / 2,
        }
    }


def test_kinds_that_nobody_expects_are_not_looked_at():
    result = evaluate([record("date", 0, 4)], [record("actor", 0, 4, form="name")])
    assert list(result.kinds) == ["date"]


def test_extractions_can_be_compared_as_they_are():
    text = article()
    extraction = Extraction(text, (flood(text, "Floods"),))
    result = evaluate([extraction], [extraction])
    assert set(result.figures["acme.flood"].values()) == {1.0}


@given(strategies.lists(strategies.tuples(strategies.integers(0, 50), strategies.integers(1, 9))))
def test_what_is_compared_with_itself_is_perfect(stretches):
    records = [record("date", start, start + length) for start, length in set(stretches)]
    matching = match(
        records,
        records,
        lambda a, b: iou(
            (a["span"]["start"], a["span"]["end"]), (b["span"]["start"], b["span"]["end"])
        ),
    )
    assert matching.f1 == bool(records)


@pytest.mark.parametrize(
    ("wanted", "found", "answer"),
    [
        ("the Israeli army", {"text": "troops", "actor": "israel"}, True),
        ("US", "the United States", True),
        ("Israel", "Egypt", False),
        ("Israel", None, False),
        (None, None, True),
        ("the president", None, True),  # a title alone names nobody
        (["Egypt", "Qatar"], [{"text": "Qatari mediators"}], True),
    ],
)
def test_two_roles_name_the_same_party(wanted, found, answer):
    assert same(wanted, found) is answer


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("{", "line 2: not JSON: Expecting"),
        ("[" * 100_000, "line 2: not JSON"),
        ("[]", "line 2: not a record but"),
        ('{"article": "a", "kind": "date"}', "line 2: a record to compare needs 'span'"),
        ('{"article": "a", "kind": "date", "span": {"start": 1}}', "line 2: a span needs"),
    ],
)
def test_a_line_that_is_no_record_is_named(tmp_path, line, says):
    path = tmp_path / "records.jsonl"
    path.write_text(f"\n{line}\n")
    with pytest.raises(RecordError, match=says):
        list(load_records(path))


def test_records_of_no_common_article_are_refused():
    with pytest.raises(RecordError, match="no article id is in both"):
        evaluate([record("date", 0, 4)], [{**record("date", 0, 4), "article": "b"}])


@pytest.fixture
def files(tmp_path):
    expected, predicted = tmp_path / "expected.jsonl", tmp_path / "predicted.jsonl"
    wanted = [record("date", 0, 4, value="2024"), record("date", 6, 9), record("actor", 0, 4)]
    expected.write_text("".join(json.dumps(each) + "\n" for each in wanted))
    predicted.write_text(json.dumps(record("date", 0, 4, value="2024")) + "\n")
    return expected, predicted


def run(*arguments):
    return CliRunner().invoke(cli, ["evaluate", *map(str, arguments)])


def test_the_command_prints_a_line_a_kind(files):
    result = run(*files, "--kind", "date")
    assert result.exit_code == 0
    assert result.stdout.startswith("date  strict 0.667  strict_p 1.000  strict_r 0.500")
    figures = json.loads(run(*files, "--json").stdout)
    assert figures["date"]["strict_r"] == 0.5
    assert figures["actor"]["strict"] == 0


def test_the_command_lists_what_was_missed(files):
    lines = run(*files, "--misses", "--kind", "date").stdout.splitlines()
    assert lines[1:] == ["missed    date  a  6    ''"]


@pytest.mark.parametrize(
    ("floor", "status", "says"),
    [
        ("date.strict_p>=1", 0, ""),
        ("date.strict_r>=.6", 1, "date.strict_r is 0.500, not 0.6"),
        ("date.colour>=.6", 1, "there is no figure date.colour"),
        ("date.strict", 2, "write KIND.FIGURE>=NUMBER"),
    ],
)
def test_the_command_can_require_figures(files, floor, status, says):
    result = run(*files, "--require", floor)
    assert result.exit_code == status
    assert says in result.stderr


def test_the_command_refuses_a_kind_that_nobody_annotated(files):
    result = run(*files, "--kind", "date", "--kind", "dates")
    assert result.exit_code == 1
    assert "expected.jsonl: no records of kind dates; kinds found: actor, date" in result.stderr


def test_the_command_names_a_line_that_is_no_record(files):
    files[1].write_text("{}\n")
    result = run(*files)
    assert result.exit_code == 1
    assert "predicted.jsonl: line 1: a record to compare needs 'article'" in result.stderr
