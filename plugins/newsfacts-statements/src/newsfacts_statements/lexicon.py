"""The words that attribute, and the closed-class words around them, read from the data files.

A cue verb stands in `data/cues.toml` as a lemma with the frames it takes; here each of its forms is
spelled out, so that finding cues is one dictionary lookup a token.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, Literal, NamedTuple

import attrs

from newsfacts import SpeechAct

__all__ = ["Cue", "Form", "Sense", "Words", "cues", "table", "words"]

Form = Literal["base", "s", "past", "participle", "ing"]

_VOWELS = "aeiou"
_ADVERBS = frozenset("later earlier again also however here".split())
_EVIDENCE_VERBS = frozenset("show indicate find reveal suggest demonstrate".split())
_PARTICLES = frozenset("to of for on upon out about against with in back it clear plain".split())


@attrs.frozen
class Cue:
    """Is a cue verb: its lemma, its particle ("call *for*"), the act, and the frames it takes."""

    lemma: str
    particle: tuple[str, ...]
    act: SpeechAct
    frames: frozenset[str]
    shows: bool = attrs.field(init=False)
    """Whether evidence can be its subject: a poll shows."""
    says: bool = attrs.field(init=False)
    """Whether content can stand before it: "...", he said."""
    rightward: bool = attrs.field(init=False)
    """Whether all that it can attribute stands to its right."""

    @shows.default
    def _shows(self) -> bool:
        return self.lemma in _EVIDENCE_VERBS

    @says.default
    def _says(self) -> bool:
        return not self.frames.isdisjoint(("quote", "clause"))

    @rightward.default
    def _rightward(self) -> bool:
        return not self.shows and self.frames.isdisjoint(("quote", "clause", "aside", "hedge"))


class Sense(NamedTuple):
    """Is a cue verb, and which of its forms a word can be."""

    cue: Cue
    forms: frozenset[Form]
    form: Form
    """The form that it is where it is a verb without auxiliaries."""


@attrs.frozen
class Words:
    """Is the closed-class words, by what they do at the border of a source or an extent."""

    auxiliaries: frozenset[str]
    negations: frozenset[str]
    adverbs: frozenset[str]
    subordinators: frozenset[str]
    prepositions: frozenset[str]
    coordinators: frozenset[str]
    determiners: frozenset[str]
    pronouns: frozenset[str]
    times: frozenset[str]

    venues: frozenset[str]
    press: frozenset[str]
    """Whom news is told."""
    figures: frozenset[str]
    """What is put at a number."""
    empty: frozenset[str]
    """Verbs after "declined to" that leave nothing said."""
    verbs: frozenset[str]
    """Forms of cue verbs that are never nouns or adjectives."""
    plurals: frozenset[str]
    """Nouns that are many without an "s"."""
    objects: frozenset[str]
    """Pronouns that no subject leads with."""
    audiences: frozenset[str]
    """Who is addressed."""
    feared: frozenset[str]
    """What those feared to have met with it do not say."""
    postnominal: frozenset[str]
    """Adjectives that stand after their noun, before a preposition."""
    evidence: frozenset[str]
    """What shows something without speaking."""
    light: frozenset[str]
    """Verbs whose object is what their subject says or feels."""
    phrasal: frozenset[str]
    """Verbs with a particle, "call-off", that say nothing, though the verb alone would."""
    closed: frozenset[str] = attrs.field(init=False)
    """All that no noun phrase without a determiner holds."""
    leaders: frozenset[str] = attrs.field(init=False)
    """What leads a noun phrase without belonging to it."""
    timing: frozenset[str] = attrs.field(init=False)
    """What tells by itself when or how something was said."""
    verbal: frozenset[str] = attrs.field(init=False)
    """What stands between a subject and its verb, adverbs in "-ly" aside."""

    @closed.default
    def _closed(self) -> frozenset[str]:
        return self.leaders_of_clauses | self.determiners | self.pronouns

    @leaders.default
    def _leaders(self) -> frozenset[str]:
        return self.coordinators | self.adverbs | self.prepositions | self.times

    @timing.default
    def _timing(self) -> frozenset[str]:
        manner = [adverb for adverb in self.adverbs if adverb.endswith("ly")]
        return self.times.union(_ADVERBS, manner)

    @verbal.default
    def _verbal(self) -> frozenset[str]:
        return self.auxiliaries | self.negations | self.adverbs

    @property
    def leaders_of_clauses(self) -> frozenset[str]:
        """Verbs' company and what joins clauses and phrases."""
        return (
            self.auxiliaries
            | self.negations
            | self.adverbs
            | self.subordinators
            | self.prepositions
            | self.coordinators
        )


def table(name: str) -> dict[str, Any]:
    """Read the data file *name*."""
    return tomllib.loads(files(__package__).joinpath("data", name).read_text("utf-8"))


@cache
def words() -> Words:
    """Load the closed-class words, once."""
    return Words(**{name: frozenset(value.split()) for name, value in table("words.toml").items()})


@cache
def cues() -> dict[str, tuple[Sense, ...]]:
    """Load the cue verbs, once: for each form in lower case, what it can be a form of.

    Verbs with the longest particle come first.
    """
    irregular = _irregular()
    found: dict[str, dict[Cue, set[Form]]] = {}
    for entry in table("cues.toml")["verbs"]:
        for verb, *particle in _lemmas(entry["lemmas"]):
            cue = Cue(verb, tuple(particle), SpeechAct(entry["act"]), frozenset(entry["frames"]))
            for form, kind in _forms(verb, irregular):
                found.setdefault(form, {}).setdefault(cue, set()).add(kind)
    return {
        form: tuple(
            Sense(cue, frozenset(senses[cue]), _likeliest(senses[cue]))
            for cue in sorted(senses, key=lambda cue: -len(cue.particle))
        )
        for form, senses in found.items()
    }


def _likeliest(forms: set[Form]) -> Form:
    """Return what a word with several forms is: "read" and "put" are the past."""
    if "ing" in forms:
        return "ing"
    return "past" if "past" in forms else max(forms)


def _lemmas(text: str) -> list[list[str]]:
    """Split a list of lemmas: a particle belongs to the verb before it."""
    lemmas: list[list[str]] = []
    for word in text.split():
        if word in _PARTICLES:
            lemmas[-1].append(word)
        else:
            lemmas.append([word])
    return lemmas


@cache
def _irregular() -> dict[str, tuple[str, str]]:
    lines = files(__package__).joinpath("data", "irregular.txt").read_text("utf-8").splitlines()
    table = (line.split() for line in lines if line and not line.startswith("#"))
    return {base: (past, participle) for base, past, participle in table}


def _forms(verb: str, irregular: dict[str, tuple[str, str]]) -> list[tuple[str, Form]]:
    """Spell out the forms of *verb* by the rules of English spelling."""
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        third, past, gerund = verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"
    elif verb.endswith("e"):
        stem = verb if verb.endswith("ee") else verb[:-1]
        third, past, gerund = verb + "s", verb + "d", stem + "ing"
    else:
        third = verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
        past, gerund = verb + "ed", verb + "ing"
    forms: list[tuple[str, Form]] = [(verb, "base"), (third, "s"), (gerund, "ing")]
    past_form, participle = irregular.get(verb, (past, past))
    forms += [(past_form, "past"), (participle, "participle")]
    if _doubles(verb):
        forms += [(verb + verb[-1] + "ing", "ing"), (verb + verb[-1] + "ed", "past")]
    return forms


def _doubles(verb: str) -> bool:
    """Tell whether the last consonant of *verb* can double: "quip", "admit", "chat"."""
    return re.fullmatch(r".*[^aeiou][aiou][tprmbgdn]", verb) is not None
