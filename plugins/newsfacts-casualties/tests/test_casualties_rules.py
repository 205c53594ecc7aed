"""Every rule of the plugin on sentences of our own, each with all that is to be read in it."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from newsfacts.language import Reader
from newsfacts_casualties.claims import CasualtyClaim
from newsfacts_casualties.extract import Casualties

CASES = tomllib.loads(Path(__file__).with_name("casualties.toml").read_text("utf-8"))["case"]
RULES = {
    "along_with", "attribute", "broken_down", "compared", "counted_effect", "done_to", "fronted",
    "gapped", "graded", "headed", "itemised", "listed", "mostly", "object", "owner", "part",
    "restated", "subject", "tabled", "totalled", "suffers", "toll", "toll_before",
}  # fmt: skip
READER = Reader()


def read(text: str) -> list[CasualtyClaim]:
    return list(Casualties()(READER.read(text)))


def shown(number: float | None) -> str:
    return "" if number is None else f"{number:g}" if isinstance(number, float) else str(number)


def count(claim: CasualtyClaim) -> str:
    quantity = claim.count
    if quantity.comparator == "exact":
        return shown(quantity.value)
    return f"{quantity.comparator} {shown(quantity.low)}..{shown(quantity.high)}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:40])
def test_finds_just_what_is_said(case: dict) -> None:
    claims = read(case["text"])
    wanted = [re.split(r" (?=\w+=)", line) for line in case["find"]]
    assert [f"{c.text} -> {c.effect} {count(c)}" for c in claims] == [line[0] for line in wanted]
    by_id = {claim.id: claim for claim in claims}
    for claim, (_, *details) in zip(claims, wanted, strict=True):
        for detail in details:
            key, _, value = detail.partition("=")
            got = getattr(claim, key)
            if key == "part_of" and got is not None:
                got = by_id[got].text
            assert str(got).lower() == value.lower(), detail
    if case["rule"]:
        assert case["rule"] in {claim.rule for claim in claims}


def test_every_rule_has_an_example() -> None:
    assert {case["rule"] for case in CASES} - {""} == RULES
