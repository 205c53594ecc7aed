"""Plugins as they come: real distributions in a folder on sys.path, some of them broken."""

import sys
import textwrap

import attrs
import pytest
from click.testing import CliRunner

from newsfacts import Article, Options, Pipeline
from newsfacts.cli import cli
from newsfacts.errors import OptionsError, PluginError
from newsfacts.plugins import find_plugins, load_plugins

GOOD = """
    import re
    from collections.abc import Iterator
    from newsfacts import Article, DateClaim, extractor, hookimpl

    def {name}_years(article: Article) -> Iterator[DateClaim]:
        for found in re.finditer("20[0-9][0-9]", article.text):
            yield DateClaim(span=article.span(*found.span()), type="DATE", value="{name}")

    @hookimpl
    def newsfacts_extractors(options):
        return [extractor({name}_years)]
"""
HOOK = "from newsfacts import hookimpl\n@hookimpl\n"
HUNGRY = """
    from collections.abc import Iterator
    from newsfacts import {kind}, DateClaim, extractor, hookimpl

    def hungry(food: tuple[{kind}, ...]{default}) -> Iterator[DateClaim]:
        yield from ()

    @hookimpl
    def newsfacts_extractors():
        return [extractor(hungry)]
"""


@pytest.fixture
def install(tmp_path, monkeypatch):
    """Return a function that installs a plugin; nothing else is installed."""
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    modules = set(sys.modules)
    real = __import__("importlib.metadata", fromlist=["entry_points"]).entry_points
    monkeypatch.setattr(
        "newsfacts.plugins.entry_points",
        lambda group: [e for e in real(group=group) if not e.dist.name.startswith("newsfacts")],
    )

    def make(name, source, distribution=None, module=None):
        distribution = distribution or f"acme-{name}"
        module = module or f"{distribution.replace('-', '_')}_plugin"
        (tmp_path / f"{module}.py").write_text(textwrap.dedent(source))
        info = tmp_path / f"{distribution.replace('-', '_')}-1.2.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(
            f"Metadata-Version: 2.1\nName: {distribution}\nVersion: 1.2\n"
        )
        (info / "entry_points.txt").write_text(f"[newsfacts]\n{name} = {module}\n")

    yield make
    for name in set(sys.modules) - modules:
        if name.startswith("acme_"):
            del sys.modules[name]


def run(**arguments):
    pipeline = Pipeline.discover(**arguments)
    extraction = pipeline.run(Article("In 2024.", id="a"), strict=True)
    return [claim.value for claim in extraction], pipeline.diagnostics


def test_a_plugin_is_found_loaded_and_named(install):
    install("good", GOOD.format(name="good"))
    pipeline = Pipeline.discover()
    (claim,) = pipeline.run(Article("In 2024.", id="a"))
    assert claim.extractor == "acme-good 1.2:good_years"
    assert not pipeline.diagnostics


def test_finding_imports_nothing(install):
    install("bomb", "raise SystemExit('imported')")
    assert [(p.name, p.label) for p in find_plugins()] == [("bomb", "acme-bomb 1.2")]
    assert "acme_bomb_plugin" not in sys.modules
    for arguments in (["--help"], ["plugins"], ["plugins", "--json"]):
        result = CliRunner().invoke(cli, arguments)
        assert result.exit_code == 0, result.output
    assert "acme_bomb_plugin" not in sys.modules


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ("raise SystemExit('no')", "SystemExit: no"),
        ("import nowhere_at_all", "No module named 'nowhere_at_all'"),
        ("", "offers no hook; mark its function newsfacts_extractors with"),
        (
            HOOK + "def newsfacts_extractor(options): return []",
            "unknown hook 'newsfacts_extractor'",
        ),
        (
            HOOK + "def newsfacts_extractors(option): return []",
            "Argument(s) {'option'} are declared in the hookimpl but can not be found",
        ),
        (
            HOOK + "def newsfacts_extractors(): pass",
            "returned None; return a list of extractors",
        ),
        (
            HOOK + "def newsfacts_extractors(): return [print]",
            "which is no Extractor; wrap a function in newsfacts.extractor",
        ),
        (
            HOOK + "def newsfacts_extractors():\n    yield 1 / 0",
            "ZeroDivisionError",
        ),
    ],
    ids=["exit", "import", "nothing", "misspelt", "argument", "none", "function", "generator"],
)
def test_a_broken_plugin_is_a_diagnostic_and_the_next_one_is_fine(install, source, says):
    install("broken", source)
    install("good", GOOD.format(name="good"))
    values, (diagnostic,) = run()
    assert values == ["good"]
    assert (diagnostic.plugin, diagnostic.distribution) == ("broken", "acme-broken 1.2")
    assert says in diagnostic.message
    listed = CliRunner().invoke(cli, ["plugins", "--load"])
    assert listed.exit_code == 0
    assert "good_years: provides date" in listed.output
    assert "failed: plugin 'broken'" in listed.output


def test_two_plugins_of_one_name_are_both_left_out(install):
    install("twin", GOOD.format(name="one"), distribution="acme-one")
    install("twin", GOOD.format(name="two"), distribution="acme-two")
    install("good", GOOD.format(name="good"))
    values, diagnostics = run()
    assert values == ["good"]
    assert len(diagnostics) == 2
    for diagnostic in diagnostics:
        assert "two plugins are called 'twin': acme-one 1.2 and acme-two 1.2" in diagnostic.message


def test_a_need_without_provider_says_who_has_it(install):
    install("hungry", HUNGRY.format(kind="ActorClaim", default=""))
    install("good", GOOD.format(name="good"))
    values, (diagnostic,) = run()
    assert values == ["good"]
    assert (diagnostic.code, diagnostic.plugin) == ("need-without-provider", "hungry")
    assert "acme-hungry 1.2" in diagnostic.message
    assert "install newsfacts-actors" in diagnostic.message


def test_two_extractors_of_one_name_are_both_left_out(install):
    install("one", GOOD.format(name="same"))
    install("two", GOOD.format(name="same"))
    values, diagnostics = run()
    assert values == []
    assert {d.code for d in diagnostics} == {"duplicate-extractor"}


def test_only_keeps_the_providers_of_what_it_names(install):
    install("good", GOOD.format(name="good"))
    install("other", HUNGRY.format(kind="StatementClaim", default=" = ()"))
    eater = HUNGRY.replace("DateClaim", "ActorClaim").format(kind="DateClaim", default=" = ()")
    install("eater", eater.replace("import DateClaim, ActorClaim", "import ActorClaim, DateClaim"))
    pipeline = Pipeline.discover(only=["eater"], block=["other"])
    assert [each.plugin for each in pipeline.plan.order] == ["good", "eater"]
    (diagnostic,) = pipeline.diagnostics
    assert (diagnostic.code, diagnostic.severity) == ("provider-kept", "warning")
    assert "acme-good 1.2: good_years: kept, for 'hungry' takes its claims" in str(diagnostic)


def test_only_leaves_out_what_nobody_named_or_needs(install):
    for name in ("good", "other"):
        install(name, GOOD.format(name=name))
    assert run(only=["good"]) == (["good"], ())


def test_a_blocked_plugin_is_not_imported(install):
    install("bomb", "raise SystemExit('imported')")
    assert run(block=["bomb"]) == ([], ())


@pytest.mark.parametrize("argument", ["only", "block", "options"])
def test_an_unknown_plugin_is_refused_with_those_that_there_are(install, argument):
    install("good", GOOD.format(name="good"))
    value = {"gud": {}} if argument == "options" else ["gud"]
    with pytest.raises(PluginError, match=f"{argument}: no plugin called gud; installed are good"):
        Pipeline.discover(**{argument: value})


def test_options_reach_the_plugin_and_unknown_ones_are_refused(install):
    configured = (
        GOOD.replace(
            "    @hookimpl",
            """    @attrs.define
    class Settings:
        loud: bool = False
        limit: int = 3
        order: typing.Literal["up", "down"] = "up"

    @hookimpl""",
        )
        .replace(
            "return",
            """print(options.structure(Settings))
        return""",
        )
        .replace("import re", "import attrs, re, typing")
    )
    install("good", configured.format(name="good"))
    result = CliRunner().invoke(
        cli, ["plan", "--option", "good.loud=yes", "--option", "good.limit=7"]
    )
    assert "Settings(loud=True, limit=7, order='up')" in result.output
    for setting, says in [
        ("good.lout=1", "plugin 'good' has no option lout; it has limit, loud, order"),
        ("good.loud=maybe", "'maybe' is neither true nor false"),
        ("good.limit=many", "invalid literal for int"),
        ("good.order=left", "options of plugin 'good': must be 'up' or 'down' @ $.order"),
    ]:
        result = CliRunner().invoke(cli, ["plan", "--option", setting])
        assert result.exit_code == 1
        assert says in result.output


def test_options_are_a_mapping_that_knows_what_was_read():
    given = {"colour": "red", "depth": 3}
    options = Options("good", given)
    given["colour"] = "blue"
    assert options["colour"] == "red"
    with pytest.raises(OptionsError, match=r"plugin 'good' has no option depth$"):
        options.refuse_unread()
    assert (dict(options), len(options)) == ({"colour": "red", "depth": 3}, 2)
    options.refuse_unread()
    assert not Options("good")
    with pytest.raises(KeyError):
        options["nothing"]


def test_options_go_by_what_their_class_takes_not_by_the_names_of_its_fields():
    @attrs.frozen
    class Settings:
        _limit: int = 3
        far: int = attrs.field(default=1, alias="reach")
        both: int = attrs.field(init=False, default=0)

    options = Options("good", {"limit": "7", "reach": "2"})
    assert options.structure(Settings) == Settings(limit=7, reach=2)
    for name in ("_limit", "far", "both"):
        with pytest.raises(OptionsError, match=f"no option {name}; it has limit, reach"):
            Options("good", {name: 1}).structure(Settings)


def test_where_nothing_is_installed_that_is_said(install):
    with pytest.raises(PluginError, match="only: no plugin called x; installed are none"):
        Pipeline.discover(only=["x"])


def test_options_that_a_plugin_never_reads_are_refused(install):
    install("good", GOOD.format(name="good"))
    _, (diagnostic,) = run(options={"good": {"colour": 1}})
    assert "plugin 'good' has no option colour" in diagnostic.message


@pytest.mark.parametrize("argument", ["only", "block"])
def test_one_string_is_not_taken_for_a_list_of_letters(argument):
    with pytest.raises(TypeError, match=rf"give a list of names: {argument}=\['dates'\]"):
        Pipeline.discover(**{argument: "dates"})


def test_loading_is_one_plugin_at_a_time(install):
    install("good", GOOD.format(name="good"))
    loaded = load_plugins(find_plugins())
    assert [(each.plugin, each.distribution) for each in loaded.extractors] == [
        ("good", "acme-good 1.2")
    ]
