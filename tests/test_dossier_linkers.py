"""The second hook: plugins that offer linkers, none, or something else."""

from types import ModuleType, SimpleNamespace

import pytest
from dossier_toys import FLOODS, report

from newsfacts import hookimpl
from newsfacts.dossier import Dossier, Linker
from newsfacts.extraction import Code
from newsfacts.plugins import Plugin, load_linkers, load_plugins


def plugin(name, **hooks):
    module = ModuleType(f"{name}_module")
    vars(module).update({each: hookimpl(function) for each, function in hooks.items()})
    entry_point = SimpleNamespace(load=lambda: module)
    return Plugin(name, f"{name}_module", f"acme-{name}", "1.0", entry_point)


def no_extractors():
    return []


def floods():
    return [FLOODS]


def test_linkers_are_taken_from_plugins_that_offer_them():
    both = plugin("both", newsfacts_extractors=no_extractors, newsfacts_linkers=floods)
    reader = plugin("reader", newsfacts_extractors=no_extractors)
    linkers, diagnostics = load_linkers([both, reader])
    assert (linkers, diagnostics) == ((FLOODS,), ())


def test_a_plugin_may_only_link():
    only = plugin("only", newsfacts_linkers=floods)
    assert load_plugins([only]).diagnostics == ()
    assert load_linkers([only])[0] == (FLOODS,)


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        (lambda: None, "newsfacts_linkers returned None; return a list of linkers"),
        (lambda: [print], "which is no Linker"),
        (lambda: [1 / 0], "ZeroDivisionError"),
    ],
    ids=["none", "function", "raises"],
)
def test_a_broken_linker_hook_is_a_diagnostic_and_the_next_plugin_is_fine(answer, says):
    broken = plugin("broken", newsfacts_extractors=no_extractors, newsfacts_linkers=answer)
    good = plugin("good", newsfacts_linkers=floods)
    linkers, (said,) = load_linkers([broken, good])
    assert linkers == (FLOODS,)
    assert (said.code, said.plugin) == (Code.PLUGIN_FAILED, "broken")
    assert says in said.message


def test_options_reach_the_linkers_of_their_plugin():
    seen = []

    def linkers(options):
        seen.append(dict(options))
        return []

    load_linkers([plugin("set", newsfacts_linkers=linkers)], {"set": {"days": 4}, "other": {}})
    assert seen == [{"days": 4}]


def test_the_most_special_linker_is_taken():
    def alone(_):
        return None

    base = Linker(kind=FLOODS.kind.__mro__[1], fact=alone)
    found = Dossier([report(4, "2024-05-01")], linkers=[base, FLOODS])
    assert found.linker(FLOODS.kind) is FLOODS
