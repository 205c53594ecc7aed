"""Every example in the documentation and the README files runs.

Python blocks run as they are, those with prompts as doctests; in console blocks every
`$ newsfacts ...` runs in a folder that holds `seeds/` and what earlier blocks wrote.
"""

import doctest
import shlex
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest
from sybil import Sybil
from sybil.parsers.myst import CodeBlockParser, PythonCodeBlockParser, SkipParser

ROOT = Path(__file__).parents[2]
PAGES = sorted(
    path
    for pattern in ("README.md", "docs/**/*.md", "plugins/*/README.md")
    for path in ROOT.glob(pattern)
    if not {"_build", "acme-sanctions"} & set(path.parts)
)
HEAVY = {"howto/corpus.md", "howto/dataframes.md", "howto/dossier.md", "howto/tables.md"}
"""Pages whose examples need packages that are not in the default environment, or long."""


def run_console(example):
    for line in example.parsed.splitlines():
        if not line.startswith("$ newsfacts "):
            continue
        command, _, redirected = line[2:].partition(" > ")
        arguments = [sys.executable, "-m", *shlex.split(command)]
        result = subprocess.run(arguments, capture_output=True, text=True, check=False)
        assert result.returncode == 0, f"{line}\n{result.stderr}"
        if redirected:
            Path(redirected.strip()).write_text(result.stdout, encoding="utf-8")


SYBIL = Sybil(
    parsers=[
        PythonCodeBlockParser(doctest_optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE),
        CodeBlockParser(language="console", evaluator=run_console),
        SkipParser(),
    ]
)


def name_of(path):
    return str(path.relative_to(ROOT)).removeprefix("docs/")


def marks_of(page):
    """Return what pytest is to know of a page: heavy packages warn of each other's ways."""
    heavy = name_of(page) in HEAVY
    return [pytest.mark.slow, pytest.mark.filterwarnings("default")] if heavy else []


@pytest.mark.parametrize(
    "page",
    [pytest.param(page, marks=marks_of(page), id=name_of(page)) for page in PAGES],
)
def test_every_example_runs(page, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    for example in SYBIL.parse(page).examples():
        example.evaluate()
    capsys.readouterr()


SOURCES = [*ROOT.glob("src/**/*.py"), *ROOT.glob("plugins/*/src/**/*.py")]
WITH_EXAMPLES = sorted(path for path in SOURCES if ">>> " in path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", WITH_EXAMPLES, ids=lambda path: path.name)
def test_every_example_in_a_docstring_runs(path):
    parts = path.relative_to(ROOT).with_suffix("").parts
    module = import_module(".".join(parts[parts.index("src") + 1 :]))
    results = doctest.testmod(module)
    assert results.attempted
    assert not results.failed
