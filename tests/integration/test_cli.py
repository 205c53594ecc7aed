import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from newsfacts.cli import cli
from newsfacts.output import writing_to

SEEDS = Path(__file__).parents[2] / "seeds"
TEXT = "Egypt will host talks on Tuesday, a minister said. At least 12 people were killed."


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "one.txt").write_text(TEXT)
    (tmp_path / "two.txt").write_text("Nothing.")
    return tmp_path


def run(*arguments, **more):
    return CliRunner().invoke(cli, [str(a) for a in arguments], **more)


def newsfacts(*arguments, **more):
    command = [sys.executable, "-m", "newsfacts", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, **more)


def test_records_go_to_standard_output_alone(folder):
    (folder / "bad.txt").write_bytes(b"\xff")
    result = run("extract", folder, folder / "none.txt", "--published", "2024-05-03")
    assert result.exit_code == 1
    records = [json.loads(line) for line in result.stdout.splitlines()]
    assert {record["article"] for record in records} == {"one"}
    assert "bad.txt: byte 0 is not UTF-8" in result.stderr
    assert "none.txt: No such file" in result.stderr


def test_the_kinds_of_the_first_party_are_all_there(folder):
    result = run("extract", folder / "one.txt", "--published", "2024-05-03")
    assert result.exit_code == 0
    kinds = {json.loads(line)["kind"] for line in result.stdout.splitlines()}
    assert kinds == {"actor", "casualty", "date", "negotiation", "statement"}


def test_a_table_is_for_people(folder):
    result = run("extract", folder, "--format", "table", "--published", "2024-05-03")
    assert result.exit_code == 0
    assert "who says so" in result.stdout
    assert "one, published 2024-05-03" in result.stdout


def test_a_second_run_and_another_hash_seed_give_the_same_bytes(folder):
    runs = {
        newsfacts("extract", SEEDS, env={**os.environ, "PYTHONHASHSEED": seed}).stdout
        for seed in ("0", "1", "99")
    }
    assert len(runs) == 1
    assert len(runs.pop().splitlines()) > 100


def test_every_text_equals_its_slice_and_ids_are_unique():
    seen = set()
    for line in run("extract", SEEDS).stdout.splitlines():
        record = json.loads(line)
        text = (SEEDS / f"{record['article']}.txt").read_bytes().decode()
        span = record["span"]
        assert span["text"] == text[span["start"] : span["end"]]
        assert (record["article"], record["id"]) not in seen
        seen.add((record["article"], record["id"]))


def test_a_file_is_written_whole_or_not_at_all(folder):
    target = folder / "out.jsonl"
    assert run("extract", folder / "one.txt", "-o", target).exit_code == 0
    before = target.read_bytes()
    assert before == run("extract", folder / "one.txt").stdout_bytes
    with pytest.raises(KeyboardInterrupt), writing_to(target) as file:  # noqa: PT012
        file.write("half")
        raise KeyboardInterrupt
    assert target.read_bytes() == before
    assert sorted(path.name for path in folder.iterdir()) == ["one.txt", "out.jsonl", "two.txt"]


def test_a_file_that_was_there_survives_a_kill(folder):
    target = folder / "out.jsonl"
    target.write_text("before")
    script = (
        "import os, signal, pathlib\n"
        "from newsfacts.output import writing_to\n"
        f"with writing_to(pathlib.Path({str(target)!r})) as file:\n"
        "    file.write('half'); file.flush(); os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    killed = subprocess.run([sys.executable, "-c", script], check=False)
    assert killed.returncode == -signal.SIGKILL
    assert target.read_text() == "before"


@pytest.mark.parametrize("command", ["extract", "timeline"])
def test_a_pipe_or_a_device_is_written_to_and_never_replaced(folder, command):
    pipe = folder / "pipe"
    os.mkfifo(pipe)
    arguments = (command, folder / "one.txt", "--published", "2024-05-03")
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        result = run(*arguments, "-o", pipe)
        assert pipe.is_fifo()
        assert os.read(reader, 1 << 16).decode() == run(*arguments).stdout != ""
    finally:
        os.close(reader)
    assert result.exit_code == 0
    assert run("extract", folder, "--resume", "-o", pipe).exit_code == 2


@pytest.mark.parametrize("command", ["extract", "timeline"])
def test_a_link_goes_on_to_lead_to_its_file(folder, command):
    (folder / "link.jsonl").symlink_to("target.jsonl")
    result = run(
        command, folder / "one.txt", "--published", "2024-05-03", "-o", folder / "link.jsonl"
    )
    assert result.exit_code == 0
    assert (folder / "link.jsonl").is_symlink()
    assert json.loads((folder / "target.jsonl").read_text().splitlines()[0])


def test_a_file_that_cannot_be_written_is_named(folder):
    result = run("extract", folder / "one.txt", "-o", folder / "nowhere" / "out.jsonl")
    assert result.exit_code == 1
    assert "out.jsonl: No such file or directory" in result.stderr


def test_a_closed_pipe_ends_quietly():
    command = f"{sys.executable} -m newsfacts extract {SEEDS} | head -c 1"
    result = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)  # noqa: S602
    assert (result.stdout, result.stderr) == ("{", "")


def test_an_article_without_a_date_says_so_once(folder):
    result = run("extract", folder / "one.txt")
    assert result.exit_code == 0
    (warning,) = result.stderr.splitlines()
    assert "one" in warning
    assert "publication date" in warning
    dates = [r for r in map(json.loads, result.stdout.splitlines()) if r["kind"] == "date"]
    assert [(r["value"], r["interval"]) for r in dates] == [("XXXX-WXX-2", None)]


def test_an_empty_article_gives_nothing(tmp_path):
    (tmp_path / "empty.txt").write_text("")
    result = run("extract", tmp_path)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")


@pytest.mark.parametrize(
    ("arguments", "status", "says"),
    [
        (["extract"], 2, "Missing argument 'PATH...'"),
        (["extract", "x", "--published", "soon"], 2, "'soon' is no date; write YYYY-MM-DD"),
        (["extract", "x", "--option", "dates"], 2, "write PLUGIN.KEY=VALUE"),
        (["extract", "x", "--only", "dats"], 1, "only: no plugin called dats; installed are"),
        (["extract", "x", "--option", "dates.colour=1"], 1, "plugin 'dates' has no option colour"),
        (["extract", "x", "--config", "none.toml"], 1, "none.toml: No such file or directory"),
    ],
)
def test_a_wrong_command_line_says_what_to_do(arguments, status, says):
    result = run(*arguments)
    assert result.exit_code == status
    assert says in result.stderr


def test_a_config_file_sets_options_and_the_command_line_overrides_them(tmp_path, folder):
    path = tmp_path / "newsfacts.toml"
    path.write_text('[dates]\ndate_order = "DMY"\n')
    (folder / "one.txt").write_text("It happened on 10/7/2023.")

    def value(*more):
        result = run("extract", folder / "one.txt", "--config", path, "--only", "dates", *more)
        return json.loads(result.stdout)["value"]

    assert value() == "2023-07-10"
    assert value("--option", "dates.date_order=MDY") == "2023-10-07"


@pytest.mark.parametrize("content", ["nope", "dates = 3"])
def test_a_config_file_that_is_none_is_named(tmp_path, content):
    path = tmp_path / "newsfacts.toml"
    path.write_text(content)
    result = run("plan", "--config", path)
    assert result.exit_code == 1
    assert str(path) in result.stderr


def test_show_marks_the_article(folder):
    result = run("show", folder / "one.txt", "--published", "2024-05-03")
    assert result.exit_code == 0
    assert "Egypt will host talks" in result.stdout


def test_show_writes_utf_8_whatever_the_terminal_says_it_takes(tmp_path):
    (tmp_path / "a.txt").write_text("“Twelve people were killed,” Erdoğan said.", encoding="utf-8")
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    command = [sys.executable, "-m", "newsfacts", "show", tmp_path / "a.txt"]
    shown = subprocess.run(command, capture_output=True, check=True, env=environment).stdout
    assert "“Twelve people were killed,” Erdoğan said." in shown.decode()


def test_strict_shows_where_an_error_arose(folder):
    (folder / "bad.txt").write_bytes(b"\xff")
    result = run("extract", folder, "--strict")
    assert result.exit_code == 1
    assert "newsfacts.errors.ArticleError" in result.stderr


def test_plugins_lists_the_first_party_with_what_each_does():
    rows = json.loads(run("plugins", "--load", "--json").stdout)
    assert [row["name"] for row in rows] == [
        "actors", "casualties", "dates", "negotiations", "statements",
    ]  # fmt: skip
    assert all(row["error"] is None and row["extractors"] for row in rows)


def test_the_plan_runs_dates_and_actors_before_statements_and_those_before_events():
    lines = run("plan").stdout.splitlines()
    order = [line.split()[1] for line in lines if line[0].isdigit()]
    assert order[:2] == ["actors", "dates"]
    assert order.index("statements") >= 2
    assert set(order) == {"actors", "casualties", "dates", "negotiations", "statements"}


def test_every_record_of_the_seeds_fits_the_schema():
    from jsonschema import Draft202012Validator

    validator = Draft202012Validator(json.loads(run("schema").stdout))
    for line in run("extract", SEEDS).stdout.splitlines():
        validator.validate(json.loads(line))
