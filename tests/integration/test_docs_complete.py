"""The reference and the code tell the same: what is public is described, and nothing else is."""

import ast
import inspect
import json
import re
import sys
import tomllib
from enum import Enum
from functools import cache
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from pkgutil import walk_packages

import attrs
import click
import pytest

import newsfacts
from newsfacts import Pipeline, errors, hookspecs
from newsfacts.claims import Claim
from newsfacts.cli import cli
from newsfacts.extraction import Code
from newsfacts.serialize import claim_of, record_of

ROOT = Path(__file__).parents[2]
REFERENCE = ROOT / "docs" / "reference"
INTERNAL = {
    "attributing", "checks", "cli", "discovery", "journal", "lazy", "number_kinds",
    "numerals", "output", "quantity_words", "render", "render_html", "sentences", "stamping",
    "structuring", "tabular", "telling", "tokenizing", "workers",
}  # fmt: skip
"""Modules that are nobody's but the core's: the reference leaves them out."""
PACKAGES = {"dossier", "evaluation", "syntax"}
"""Packages whose `__init__` is public, and whose modules are not."""


def reference():
    return "\n".join(path.read_text() for path in REFERENCE.rglob("*.md"))


def described_modules():
    return set(re.findall(r"automodule:: (newsfacts[\w.]*)", reference()))


def modules():
    for found in walk_packages(newsfacts.__path__, "newsfacts."):
        first, *rest = found.name.split(".")[1:]
        if first in INTERNAL or (first in PACKAGES and rest) or first == "__main__":
            continue
        yield found.name


MODULES = sorted(modules())


@cache
def described_in_source(cls):
    """Return the fields of a class that a docstring of their own follows."""
    tree = ast.parse(inspect.getsource(sys.modules[cls.__module__]))
    (body,) = (
        node.body
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef) and node.name == cls.__name__
    )
    return {
        field.target.id
        for field, after in pairwise(body)
        if isinstance(field, ast.AnnAssign)
        and isinstance(after, ast.Expr)
        and isinstance(after.value, ast.Constant)
    }


def undescribed_fields(cls):
    """Yield the fields of a class that say nothing of themselves."""
    for field in attrs.fields(cls):
        if field.inherited or field.name.startswith("_") or field.metadata.get("doc"):
            continue
        if field.name not in described_in_source(cls):
            yield field.name


def public_parts(cls):
    """Yield the methods and properties that a class defines itself."""
    for name, member in vars(cls).items():
        if not name.startswith("_") and isinstance(
            member, property | classmethod | staticmethod | type(public_parts)
        ):
            yield name, member


def test_every_public_module_has_its_place_in_the_reference():
    assert set(MODULES) == described_modules()


@pytest.mark.parametrize("module", MODULES)
def test_every_public_name_is_described(module):
    for name in import_module(module).__all__:
        thing = getattr(import_module(module), name)
        if inspect.isclass(thing) or inspect.isroutine(thing):
            assert inspect.getdoc(thing), f"{name} has no docstring"
        if inspect.isclass(thing) and thing.__module__.startswith("newsfacts"):
            assert thing.__doc__, f"{name} has no docstring of its own"
            for part, member in public_parts(thing):
                assert inspect.getdoc(member), f"{name}.{part} has no docstring"
            if attrs.has(thing):
                assert not list(undescribed_fields(thing)), name


@pytest.mark.parametrize("module", ["newsfacts", *MODULES])
def test_all_is_what_is_public(module):
    module = import_module(module)
    public = set(module.__all__)
    assert len(public) == len(module.__all__)
    for name, thing in vars(module).items():
        defined_here = getattr(thing, "__module__", None) == module.__name__
        if not name.startswith("_") and defined_here and callable(thing):
            assert name in public or is_alias(thing), f"{module.__name__}.{name}"


def is_alias(thing):
    """Tell a type variable or an alias, which carry the module's name too."""
    return not (inspect.isclass(thing) or inspect.isfunction(thing))


def test_every_name_of_newsfacts_is_in_the_reference():
    page = (REFERENCE / "index.md").read_text()
    assert set(re.findall(r"`(\w+) <newsfacts\.", page)) == set(newsfacts.__all__)


def test_every_argument_of_the_hook_is_described():
    described = inspect.getdoc(hookspecs.newsfacts_extractors)
    for name in inspect.signature(hookspecs.newsfacts_extractors).parameters:
        assert f"\n    {name}: " in described


@pytest.mark.parametrize("kind", Pipeline.discover().plan.kinds.values(), ids=lambda k: k.kind)
def test_every_kind_and_each_of_its_fields_is_described(kind):
    page = (REFERENCE / "kinds.md").read_text()
    assert f":: {kind.__module__}:{kind.__name__}\n" in page
    for field in attrs.fields(kind):
        assert field.metadata.get("doc"), f"{kind.__name__}.{field.name} has no description"
    module = import_module(kind.__module__)
    for name in module.__all__:
        thing = getattr(module, name)
        is_value = inspect.isclass(thing) and (attrs.has(thing) or issubclass(thing, Enum))
        if is_value and thing is not Claim:
            assert f":: {kind.__module__}:{name}\n" in page, f"{name} is not on the page of kinds"


def test_the_record_that_the_reference_shows_is_one():
    page = (REFERENCE / "records.md").read_text()
    record = json.loads(re.search(r"```json\n(.*?)```", page, re.DOTALL)[1])
    kinds = Pipeline.discover().plan.kinds
    assert record_of(claim_of(record, kinds), record["article"]) == record


def test_the_reference_describes_no_kind_that_is_not():
    for module, name in re.findall(r":: (newsfacts\w*\.\w+):(\w+)", reference()):
        assert name in import_module(module).__all__


def codes_written_as_strings():
    """Yield every diagnostic's code that stands in the sources as a string."""
    for path in (*ROOT.glob("src/**/*.py"), *ROOT.glob("plugins/*/src/**/*.py")):
        for call in ast.walk(ast.parse(path.read_text())):
            if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Name):
                continue
            if call.func.id in {"Note", "Problem"}:
                values = call.args[:1]
            elif call.func.id == "Diagnostic":
                values = [each.value for each in call.keywords if each.arg == "code"]
            else:
                continue
            yield from (
                (call.func.id, value.value) for value in values if isinstance(value, ast.Constant)
            )


def test_every_code_of_a_diagnostic_is_in_the_reference():
    described = set(
        re.findall(r"^\| `([\w-]+)` \|", (REFERENCE / "diagnostics.md").read_text(), re.MULTILINE)
    )
    written = list(codes_written_as_strings())
    assert {maker for maker, _ in written} == {"Note"}, "codes of the core are members of Code"
    assert described == {*Code, *(code for _, code in written)}


def test_the_tree_of_errors_is_as_it_is_drawn():
    drawn = re.findall(r"^([│├└─ ]*)(\w+Error)\b", errors.__doc__, re.MULTILINE)
    assert [name for _, name in drawn if name not in errors.__all__] == []
    above = {}
    for indent, name in drawn:
        depth = len(indent) // 4
        above[depth] = getattr(errors, name)
        if depth:
            assert issubclass(above[depth], above[depth - 1])
    assert {name for _, name in drawn} == set(errors.__all__)


@pytest.mark.parametrize("name", sorted(cli.commands))
def test_every_command_and_option_says_what_it_does(name):
    command = cli.commands[name]
    assert command.help
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert parameter.help, f"newsfacts {name} {parameter.opts[0]}"


def test_links_between_pages_lead_somewhere():
    pages = [ROOT / "README.md", *ROOT.glob("plugins/*/README.md"), *(ROOT / "docs").rglob("*.md")]
    for page in pages:
        if "_build" in page.parts:
            continue
        for target in re.findall(r"\]\((?!https?:|#)([^)\s#]+)[^)]*\)", page.read_text()):
            assert (page.parent / target).exists(), f"{page.relative_to(ROOT)}: {target}"


def test_news_fragments_are_one_line_of_a_known_type():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["towncrier"]
    types = {each["directory"] for each in settings["type"]}
    for path in (ROOT / settings["directory"]).glob("*.*"):
        if path.name.startswith(".") or path.name == "README.md":
            continue
        _, kind, suffix = path.name.split(".")
        assert kind in types
        assert suffix == "md"
        assert len(path.read_text().strip().splitlines()) == 1, path.name
