"""What imports what: one way inside, nothing heavy at the start, plugins only the public face."""

import ast
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

import newsfacts

ROOT = Path(__file__).parent.parent
CORE = ROOT / "src" / "newsfacts"
ORDER = [
    "errors",
    "values",
    "article",
    "claims",
    "extractors",
    "extraction",
    "options",
    "plan",
    "hookspecs",
    "plugins",
    "discovery",
    "pipeline",
]
PLUGIN_FILES = sorted(ROOT.glob("plugins/*/src/**/*.py"))


def imported(path):
    """Return (module, names) of every import in a file."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from ((alias.name, []) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or "", [alias.name for alias in node.names]


def test_imports_in_the_core_go_one_way():
    for place, name in enumerate(ORDER):
        for module, _ in imported(CORE / f"{name}.py"):
            inner = module.removeprefix("newsfacts.").partition(".")[0]
            if module.startswith("newsfacts.") and inner in ORDER:
                assert ORDER.index(inner) < place, f"{name} imports {inner}"


def test_only_two_modules_know_pluggy():
    knowing = {
        path.stem
        for path in CORE.rglob("*.py")
        for module, _ in imported(path)
        if module.partition(".")[0] == "pluggy"
    }
    assert knowing == {"hookspecs", "plugins"}


@pytest.mark.parametrize("path", PLUGIN_FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_plugins_use_only_the_public_face_and_not_each_other(path):
    own = path.relative_to(ROOT / "plugins").parts[2]
    for module, names in imported(path):
        top = module.partition(".")[0]
        if top.startswith("newsfacts_"):
            assert top == own, f"{path.name} imports {module}"
        elif top == "newsfacts":
            public = import_module(module).__all__
            assert set(names) <= set(public), f"{path.name}: {set(names) - set(public)} of {module}"


@pytest.mark.parametrize("heavy", ["spacy", "dateparser", "cattrs", "rich", "click", "numpy"])
def test_importing_newsfacts_imports_nothing_heavy(heavy):
    code = f"import newsfacts, sys; sys.exit({heavy!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_help_imports_neither_spacy_nor_rich():
    code = (
        "import sys; from click.testing import CliRunner; from newsfacts.cli import cli\n"
        "assert CliRunner().invoke(cli, ['--help']).exit_code == 0\n"
        "assert CliRunner().invoke(cli, ['plugins']).exit_code == 0\n"
        "sys.exit(bool({'spacy', 'rich', 'newsfacts_dates'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_all_is_sorted_and_there():
    assert newsfacts.__all__ == sorted(newsfacts.__all__)
    for name in newsfacts.__all__:
        assert getattr(newsfacts, name) is not None
