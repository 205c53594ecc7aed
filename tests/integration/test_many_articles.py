"""Runs over many articles from the outside: several processes, interrupted, killed, continued."""

import json
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ARTICLES = 600
"""More than two workers are ever ahead: whoever starts first cannot read all before the other."""
SENTENCES = [
    "Egypt said on Tuesday that talks with Norway would resume within days.",
    "At least {n} people were killed in the north since May 3, officials said.",
    "The prime minister met delegates from {n} countries in Cairo last week.",
]


@pytest.fixture(scope="module")
def articles(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("articles") / "articles.jsonl"
    chance = random.Random(9)  # noqa: S311 - no secret
    with path.open("w") as file:
        for number in range(ARTICLES):
            text = " ".join(chance.choices(SENTENCES, k=12)).replace("{n}", str(number + 2))
            article = {"id": f"a{number}", "text": text, "published": "2024-05-07"}
            file.write(json.dumps(article) + "\n")
    return path


@pytest.fixture(scope="module")
def whole(articles) -> bytes:
    return subprocess.run(command(articles, "--format", "jsonl"), check=True, capture_output=True).stdout  # fmt: skip # noqa: E501


def command(articles, *arguments):
    return [sys.executable, "-m", "newsfacts", "extract", str(articles), *map(str, arguments)]


def interrupted(arguments, partial, size, by):
    """Run until the output has passed *size* bytes; end it; return it and its last words."""
    process = subprocess.Popen(
        arguments,
        stderr=subprocess.PIPE,
        start_new_session=True,
        preexec_fn=hearing_ctrl_c,  # noqa: PLW1509 - there are no other threads
    )
    while process.poll() is None and not (partial.exists() and partial.stat().st_size > size):
        time.sleep(0.005)
    process.send_signal(by)
    return process, process.communicate()[1]


def hearing_ctrl_c():
    """Undo what a shell does to commands in its background, which ignore Ctrl-C."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def others_of(session: int) -> str:
    """Return the processes of a session, once they have had the time to end."""
    for _ in range(200):
        found = subprocess.run(
            ["ps", "-o", "pid=,args=", "-s", str(session)],
            check=False,
            capture_output=True,
            text=True,
        ).stdout
        if not found:
            break
        time.sleep(0.05)
    return found


@pytest.mark.slow
def test_a_killed_run_goes_on_to_the_bytes_of_an_uninterrupted_one(articles, whole, tmp_path):
    target, partial = tmp_path / "out.jsonl", tmp_path / ".out.jsonl.partial"
    arguments = command(articles, "-o", target, "--resume", "--jobs", 2)
    chance = random.Random(2)  # noqa: S311 - no secret
    for size in sorted(chance.randrange(len(whole) * 3 // 4) for _ in range(2)):
        process, _ = interrupted(arguments, partial, size, signal.SIGKILL)
        assert process.returncode == -signal.SIGKILL
        assert not target.exists()
    done = (tmp_path / ".out.jsonl.journal").read_bytes().count(b"\n")
    assert 1 < done < ARTICLES
    subprocess.run(arguments, check=True)
    assert target.read_bytes() == whole
    assert [path.name for path in tmp_path.iterdir()] == ["out.jsonl"]


def test_ctrl_c_leaves_no_process_and_says_how_to_go_on(articles, tmp_path):
    partial = tmp_path / ".out.jsonl.partial"
    arguments = command(articles, "-o", tmp_path / "out.jsonl", "--jobs", 2)
    process, said = interrupted(arguments, partial, 1000, signal.SIGINT)
    assert process.returncode == 1
    assert b"--resume" in said
    assert others_of(process.pid) == ""
