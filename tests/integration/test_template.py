"""Plugins in a fresh environment: one made from the template, and the tutorial's.

These install packages, so they are marked slow: `uv run --group slow pytest -m slow`.
"""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ANSWERS = {"plugin": "acme", "kind": "flood", "author": "Somebody"}

pytestmark = pytest.mark.slow


def run(*command, **more):
    result = subprocess.run(
        [str(each) for each in command], capture_output=True, text=True, check=False, **more
    )
    assert result.returncode == 0, f"{command}\n{result.stdout}\n{result.stderr}"
    return result.stdout


@pytest.fixture(scope="module")
def fresh(tmp_path_factory):
    """Return a folder with a fresh environment that has newsfacts, two plugins and pytest."""
    folder = tmp_path_factory.mktemp("fresh")
    run("uv", "venv", "-q", "--python", sys.executable, folder / "venv")
    plugins = [ROOT / "plugins" / f"newsfacts-{name}" for name in ("dates", "actors")]
    install(folder, ROOT, *plugins, "pytest")
    return folder


def install(folder, *what):
    run("uv", "pip", "install", "-q", "--python", folder / "venv" / "bin" / "python", *what)


@pytest.fixture(scope="module")
def generated(fresh):
    """Return the project that the template makes, installed."""
    import copier

    project = fresh / "generated"
    copier.run_copy(str(ROOT / "templates" / "plugin"), project, ANSWERS, quiet=True, defaults=True)
    install(fresh, project)
    return project


def test_what_the_template_makes_passes_its_own_tests(fresh, generated):
    out = run(fresh / "venv/bin/python", "-m", "pytest", "-q", cwd=generated)
    assert "4 passed" in out


def test_what_the_template_makes_is_listed_and_runs(fresh, generated, tmp_path):
    newsfacts = fresh / "venv/bin/newsfacts"
    assert "acme  acme-floods 0.1.0" in run(newsfacts, "plugins")
    assert "floods: provides acme.flood; takes date" in run(newsfacts, "plugins", "--load")
    (tmp_path / "a.txt").write_text("The flood came on Friday.")
    out = run(newsfacts, "extract", tmp_path, "--published", "2024-05-06", "--only", "acme")
    (claim,) = (r for r in map(json.loads, out.splitlines()) if r["kind"] == "acme.flood")
    assert claim["extractor"] == "acme-floods 0.1.0:floods"
    assert claim["interval"]["start"] == "2024-05-03"


def test_what_the_template_makes_is_clean(fresh, generated):
    run(sys.executable, "-m", "ruff", "check", cwd=generated)
    python = fresh / "venv/bin/python"
    run(sys.executable, "-m", "mypy", "--python-executable", python, cwd=generated)


def test_the_template_refuses_names_that_are_none(tmp_path):
    import copier

    with pytest.raises(ValueError, match="one word of small letters"):
        copier.run_copy(
            str(ROOT / "templates" / "plugin"),
            tmp_path,
            ANSWERS | {"kind": "Big flood"},
            quiet=True,
        )


def test_the_tutorial_s_plugin_installs_and_passes_its_tests(fresh):
    project = fresh / "acme-sanctions"
    shutil.copytree(ROOT / "docs" / "tutorial" / "acme-sanctions", project)
    other = fresh / "tutorial"
    other.mkdir()
    run("uv", "venv", "-q", "--python", sys.executable, other / "venv")
    plugins = [ROOT / "plugins" / f"newsfacts-{name}" for name in ("dates", "actors")]
    install(other, ROOT, *plugins, project, "pytest")
    assert "passed" in run(other / "venv/bin/python", "-m", "pytest", "-q", cwd=project)
    assert "acme  acme-sanctions 0.1.0" in run(other / "venv/bin/newsfacts", "plugins")
