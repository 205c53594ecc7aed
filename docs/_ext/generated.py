"""Reference that is read off the code when the site is built, so that it cannot go stale.

`{kind} module:Class` shows a claim kind: docstring, key, and a table of its fields;
`{commands}` shows every command and option; autodoc is told the descriptions of attrs fields.
"""

import inspect
import re
from abc import abstractmethod
from importlib import import_module
from typing import get_type_hints

import attrs
import click
from docutils import nodes
from docutils.parsers.rst import Directive
from docutils.statemachine import StringList
from sphinx.application import Sphinx

from newsfacts.claims import Claim
from newsfacts.cli import cli


class Generated(Directive):
    """Is a directive that writes reStructuredText and has it parsed."""

    has_content = False

    def run(self):
        section = nodes.section()
        section.document = self.state.document
        self.state.nested_parse(StringList(list(self.lines()), source="generated"), 0, section)
        return section.children

    @abstractmethod
    def lines(self):
        """Yield the lines of reStructuredText."""


class Kind(Generated):
    """Shows one claim kind."""

    required_arguments = 1

    def lines(self):
        module, _, name = self.arguments[0].partition(":")
        kind = getattr(import_module(module), name)
        common = {field.name for field in attrs.fields(Claim)}
        fields = [f for f in attrs.fields(kind) if kind is Claim or f.name not in common]
        key = ", ".join(f"``{path}``" for path in kind.key) or "nothing more"
        said = "It can be attributed." if kind.attributable else "It is never attributed."
        yield from as_rst((inspect.getdoc(kind) or "").splitlines())
        yield ""
        if kind is not Claim:
            yield f"Its id is made of kind, offsets and {key}. {said} Class ``{module}.{name}``."
            yield ""
        yield from table(
            ("field", "type", "meaning"),
            [
                (f"``{f.name}``", f"``{type_of(kind, f)}``", f.metadata["doc"].replace("`", "``"))
                for f in fields
            ],
        )


class Values(Generated):
    """Shows the values of an enumeration, or the fields of a value that claims hold."""

    required_arguments = 1

    def lines(self):
        module, _, name = self.arguments[0].partition(":")
        cls = getattr(import_module(module), name)
        yield from as_rst((inspect.getdoc(cls) or "").splitlines())
        yield ""
        if attrs.has(cls):
            rows = [
                (f"``{f.name}``", f"``{type_of(cls, f)}``", f.metadata["doc"].replace("`", "``"))
                for f in attrs.fields(cls)
            ]
            yield from table(("field", "type", "meaning"), rows)
        else:
            yield ", ".join(f"``{member.value}``" for member in cls)
            yield ""


class Commands(Generated):
    """Shows every command."""

    def lines(self):
        for name, command in sorted(cli.commands.items()):
            context = click.Context(command, info_name=f"newsfacts {name}", parent=None)
            yield f".. rubric:: newsfacts {name}"
            yield ""
            yield ".. code-block:: text"
            yield ""
            yield from (f"   {line}" for line in command.get_help(context).splitlines())
            yield ""


def table(heads, rows):
    """Yield a list table."""
    yield ".. list-table::"
    yield "   :header-rows: 1"
    yield ""
    for row in (heads, *rows):
        for place, cell in enumerate(row):
            yield f"   {'* -' if place == 0 else '  -'} {cell}"
    yield ""


def type_of(cls, field):
    """Return the type of a field as it is written."""
    hint = get_type_hints(cls)[field.name]
    text = hint.__name__ if isinstance(hint, type) and not hasattr(hint, "__args__") else str(hint)
    for module in ("newsfacts.values.", "newsfacts.claims.", "datetime.", "typing."):
        text = text.replace(module, "")
    return text


CODE = re.compile(r"(?<!`)`([^`]+)`(?!`)(\w*)")


def as_rst(lines):
    """Return lines of a docstring, written as people read them, as reStructuredText."""
    marked = [CODE.sub(lambda m: f"``{m[1]}``" + (f"\\ {m[2]}" if m[2] else ""), x) for x in lines]
    for here, blank, code in zip(marked, marked[1:], marked[2:], strict=False):
        if here.endswith(":") and not blank and code.startswith("    "):
            marked[marked.index(here)] = f"{here}:"
    return marked


def before_napoleon(app, what, name, obj, options, lines):  # noqa: ARG001, PLR0917 - Sphinx calls it
    """Add what attrs fields say of themselves; keep napoleon off the descriptions of values."""
    lines[:] = as_rst(lines)
    if what == "class" and attrs.has(obj):
        own = [f for f in attrs.fields(obj) if not f.inherited and f.metadata.get("doc")]
        if own:
            lines += ["", "Attributes:"]
            lines += as_rst(f"    {f.name}: {f.metadata['doc']}" for f in own)
    app.newsfacts_kept = list(lines) if what in VALUES else None


def after_napoleon(app, what, name, obj, options, lines):  # noqa: ARG001, PLR0917 - Sphinx calls it
    """Undo what napoleon does to a value: it takes what precedes a colon for a type."""
    if app.newsfacts_kept is not None:
        lines[:] = app.newsfacts_kept


VALUES = {"attribute", "data", "property"}


def setup(app: Sphinx):
    app.add_directive("kind", Kind)
    app.add_directive("values", Values)
    app.add_directive("commands", Commands)
    app.connect("autodoc-process-docstring", before_napoleon, priority=400)
    app.connect("autodoc-process-docstring", after_napoleon, priority=600)
    return {"parallel_read_safe": True}
