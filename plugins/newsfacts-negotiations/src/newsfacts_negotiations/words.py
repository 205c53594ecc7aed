"""Word classes and word forms: what the patterns of `triggers` are made of.

A pattern names lemmas; the forms that a text can show are made here, once, by the rules of English
spelling and the irregular verbs of `data/words.toml`, so that reading a text needs no lemmatiser.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

__all__ = ["class_forms", "noun_forms", "noun_like", "verb_forms", "word_list"]

_SIBILANT = re.compile(r"(?:s|x|z|ch|sh)\Z")
_CONSONANT_Y = re.compile(r"[^aeiou]y\Z")
_DOUBLING = re.compile(r"\A[^aeiou]*[aeiou][^aeiouwxy]\Z")


@cache
def _words() -> dict[str, Any]:
    """Load the lexicon."""
    return tomllib.loads(
        files("newsfacts_negotiations").joinpath("data/words.toml").read_text("utf-8")
    )


@cache
def word_list(name: str) -> frozenset[str]:
    """Load the words of `data/<name>.txt`."""
    text = files("newsfacts_negotiations").joinpath(f"data/{name}.txt").read_text("utf-8")
    return frozenset(
        word for line in text.splitlines() if not line.startswith("#") for word in line.split()
    )


@cache
def noun_forms(lemma: str) -> tuple[str, ...]:
    """Return the singular and the plural of *lemma*; of a phrase ("code of conduct") as it is."""
    if " " in lemma:
        return (lemma,)
    if _SIBILANT.search(lemma):
        return lemma, lemma + "es"
    if _CONSONANT_Y.search(lemma):
        return lemma, lemma[:-1] + "ies"
    return lemma, lemma + "s"


@cache
def verb_forms(lemma: str) -> tuple[str, ...]:
    """Return the forms of the verb *lemma*: base, third person, past, participles."""
    irregular: dict[str, str] = _words()["irregular"]
    if lemma in _words()["either"]:
        final = lemma[-1]
        return (
            lemma,
            lemma + "s",
            *(lemma + end for end in ("ed", f"{final}ed", "ing", f"{final}ing")),
        )
    third = noun_forms(lemma)[1]
    if lemma in _words()["third"]:
        third = _words()["third"][lemma]
    elif lemma.endswith("o"):
        third = lemma + "es"
    stem = lemma
    if lemma.endswith("ie"):
        present = lemma[:-2] + "ying"
    elif lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")):
        present = lemma[:-1] + "ing"
    else:
        if _DOUBLING.match(lemma) or lemma in _words()["doubling"]:
            stem = lemma + lemma[-1]
        present = stem + "ing"
    if lemma in irregular:
        return (lemma, third, *irregular[lemma].split(), present)
    if lemma.endswith("e"):
        past = lemma + "d"
    elif _CONSONANT_Y.search(lemma):
        past = lemma[:-1] + "ied"
    else:
        past = stem + "ed"
    return lemma, third, past, present


@cache
def noun_like() -> frozenset[str]:
    """Return the verb forms that are nouns as well: of these alone the tag decides."""
    return frozenset(form for verb in _words()["also_nouns"] for form in verb_forms(verb))


@cache
def class_forms(name: str) -> frozenset[str]:
    """Return every form of the words of class *name*, phrases with single spaces.

    Raises:
        KeyError: if there is no such class.
    """
    forms: set[str] = set()
    entry = _words()["class"][name]
    for noun in entry.get("nouns", ()):
        forms.update(noun_forms(noun))
    for verb in entry.get("verbs", ()):
        forms.update(verb_forms(verb))
    forms.update(entry.get("exact", ()))
    for other in entry.get("include", ()):
        forms |= class_forms(other)
    return frozenset(forms)
