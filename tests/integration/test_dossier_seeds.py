"""The five example articles together: all that must be found between them, and nothing else."""

import json
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from newsfacts import Pipeline
from newsfacts.cli import cli
from newsfacts.dossier import Dossier, RelationKind
from newsfacts.inputs import read_articles
from newsfacts.plugins import find_plugins, load_linkers

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="module")
def dossier():
    return Dossier(Pipeline.discover().map(read_articles([SEEDS])))


def pairs(dossier, kind):
    """Return (article, words) of either side of each relation of a kind."""
    return [
        tuple((one.article.id[:3], one.claim.text) for one in relation.evidence)
        for relation in dossier.relations
        if relation.kind is kind
    ]


def test_actors_are_one_across_articles(dossier):
    found = {actor.id: actor for actor in dossier.actors}
    assert [each[:3] for each in found["moussa_abu_marzouk"].articles] == ["000", "002"]
    sisi = found["abdel_fattah_el_sisi"]
    assert [each[:3] for each in sisi.articles] == ["000", "003"]
    assert {"Abdel-Fattah el-Sissi", "Abdel Fattah al-Sisi"} <= set(sisi.names)
    assert len({actor.id for actor in dossier.actors}) == len(dossier.actors)


def test_the_toll_of_gaza_does_not_mix_the_wars(dossier):
    killed = [
        (str(series.start), [(str(p.day), p.low, p.value, p.high) for p in series.points])
        for series in dossier.series
        if dict(series.labels).get("effect") == "killed"
        and dict(series.labels)["group"] == "Palestinians"
        and dict(series.labels)["place"] == "Gaza"
    ]
    assert killed == [
        ("2014-07-05", [("2014-08-23", 2090, 2090, None)]),
        ("2021-05-10", [("2021-05-20", 232, 232, 232)]),
        (
            "2023-10-07",
            [
                ("2024-03-06", 30600, 30600, None),
                ("2024-05-03", 34622, 34622, None),
                ("2025-03-27", 50200, 50200, None),
            ],
        ),
    ]


def test_what_articles_corroborate(dossier):
    found = [
        [(m.article.id[:3], m.claim.count.value, m.claim.unit, m.voice) for m in fact.members]
        for fact in dossier.facts
        if fact.corroborated
    ]  # fmt: skip
    assert found == [
        [("001", 85, "percent", "un"), ("004", 85, "percent", "un")],
        [("001", 60, "percent", "un"), ("004", 60, "percent", "un")],
    ]


def test_what_is_contradicted_and_nothing_else(dossier):
    found = pairs(dossier, RelationKind.CONTRADICTS)
    assert [tuple(article for article, _ in pair) for pair in found] == [
        ("001", "001"), ("002", "002"), ("002", "002"),
    ]  # fmt: skip
    wanted = [
        ("ended without a breakthrough", "still ongoing"),
        ("predicted a truce", "a truce would begin"),
        ("a ceasefire would be reached", "a truce would begin"),
    ]
    for ((_, one), (_, other)), (first, second) in zip(found, wanted, strict=True):
        assert first in one
        assert second in other


def test_what_supersedes_what_and_nothing_else(dossier):
    found = [
        [(one.article.id[:3], one.claim.effect, one.claim.count.value) for one in each.evidence]
        for each in dossier.relations
        if each.kind is RelationKind.SUPERSEDES
    ]
    assert found == [
        [("001", "killed", 30600), ("004", "killed", 34622)],
        [("001", "injured", 72000), ("003", "injured", 113900)],
        [("004", "killed", 34622), ("003", "killed", 50200)],
    ]
    assert not pairs(dossier, RelationKind.REALISES)


def test_a_fact_holds_no_two_claims_that_differ(dossier):
    for fact in dossier.facts:
        claims = [one.claim for one in fact.members]
        assert len({(claim.kind, claim.negated) for claim in claims}) == 1
        assert len({getattr(claim, "event", None) for claim in claims}) == 1
        assert len({getattr(claim, "effect", None) for claim in claims}) == 1


def test_the_course_of_talks_is_told_in_order(dossier):
    courses = [each for each in dossier.series if each.labels[0][0] == "course of talks"]
    assert any(each.labels[0][1] == "Hamas – Israel" for each in courses)
    for course in courses:
        days = [point.day for point in course.points]
        assert days == sorted(days)
    mediators = {
        each.labels[0][1]
        for each in dossier.series
        if each.labels[0][0] == "mediator" and each.labels[1][1] == "Hamas – Israel"
    }
    assert {"Egypt", "Qatar", "United States"} <= mediators


def run(*arguments):
    result = CliRunner().invoke(cli, [str(each) for each in arguments])
    assert result.exit_code == 0, result.output
    return result.stdout


def test_commands_write_rows_whose_words_stand_in_the_articles():
    texts = {path.stem: path.read_bytes().decode() for path in SEEDS.glob("*.txt")}
    rows = [json.loads(line) for line in run("timeline", SEEDS).splitlines()]
    quoted = [each for row in rows for each in row["claims"]]
    quoted += [json.loads(line) for line in run("tolls", SEEDS).splitlines()]
    assert len(quoted) > 100
    for each in quoted:
        assert texts[each["article"]][each["start"] : each["end"]] == each["text"]
    ids = {row["fact"] for row in rows}
    assert {each["with"] for row in rows for each in row["relations"]} <= ids
    assert [row["day"] for row in rows] == sorted(row["day"] for row in rows)


def test_tables_are_for_people():
    assert "34,622" in run("tolls", SEEDS, "--format", "table")
    assert "negotiation" not in run("timeline", SEEDS, "--kind", "casualty", "--format", "table")


def test_a_stored_dossier_takes_a_day_more(tmp_path):
    store = tmp_path / "dossier.duckdb"
    first, *rest = sorted(SEEDS.glob("*.txt"))
    full = run("timeline", first, *rest, "--published", "2024-05-03")
    for path in (*rest, first):
        run("timeline", path, "--published", "2024-05-03", "--store", store)
    assert run("timeline", "--store", store) == full


def test_a_report_is_written_whole(tmp_path):
    run("report", SEEDS, "-o", tmp_path / "report.html")
    page = (tmp_path / "report.html").read_text()
    assert page.startswith("<!DOCTYPE html>")
    assert page.rstrip().endswith("</html>")
    assert len(page) < 2_000_000


@pytest.mark.parametrize("command", ["tolls", "timeline", "report"])
def test_an_output_that_cannot_be_written_is_told_before_anything_is_read(command, tmp_path):
    target = tmp_path / "none" / "out"
    result = CliRunner().invoke(cli, [command, str(tmp_path / "unread.txt"), "-o", str(target)])
    assert result.exit_code == 1
    assert f"{target}: No such file or directory" in result.stderr
    assert "unread.txt" not in result.stderr


@pytest.mark.parametrize("library", ["jinja2", "vl_convert"])
def test_a_report_without_its_libraries_reads_nothing(monkeypatch, tmp_path, library):
    monkeypatch.setitem(sys.modules, library, None)
    unread, target = tmp_path / "unread.txt", tmp_path / "report.html"
    result = CliRunner().invoke(cli, ["report", str(unread), "-o", str(target)])
    assert result.exit_code == 1
    assert "install newsfacts[report]" in result.stderr
    assert "unread.txt" not in result.stderr
    assert not list(tmp_path.iterdir())


def test_a_kind_of_which_there_are_no_facts_is_told():
    result = CliRunner().invoke(cli, ["timeline", str(SEEDS), "--kind", "negotiations"])
    assert (result.exit_code, result.stdout) == (0, "")
    assert "no facts of kind 'negotiations'; kinds found: casualty, negotiation" in result.stderr


def test_nothing_to_read_is_a_wrong_command_line():
    assert CliRunner().invoke(cli, ["tolls"]).exit_code == 2


def test_the_installed_plugins_link_their_own_kinds():
    linkers, diagnostics = load_linkers(find_plugins())
    assert not diagnostics
    assert {each.kind.kind for each in linkers} >= {"casualty", "negotiation"}
