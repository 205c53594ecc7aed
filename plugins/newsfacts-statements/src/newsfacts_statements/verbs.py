"""Cue verbs with their auxiliaries: which words are verbs here, and how they are used."""

from __future__ import annotations

from newsfacts_statements.forms import no_verb
from newsfacts_statements.lexicon import Form, Sense, cues
from newsfacts_statements.reading import POSSESSIVES, Group, Groups, Range, Reading

__all__ = ["cue_verbs"]

_BE = frozenset("is are was were be been being am 's ’s 're ’re".split())
_HAVE = frozenset("has have had having 've ’ve".split())
_S: frozenset[Form] = frozenset(("s",))
_PRESENT: frozenset[Form] = frozenset(("base", "s"))
_PARTICIPLE: frozenset[Form] = frozenset(("participle",))
_PASSIVE: frozenset[Form] = frozenset(("participle", "past"))
_HEDGES = frozenset("reportedly allegedly apparently".split())
_SUBJECT_PRONOUNS = frozenset("i he she it we they you who some".split())
_DETERMINERS = frozenset("a an the its their his my our your".split())
_OWNING = POSSESSIVES | _DETERMINERS
_FINAL = frozenset((".", ""))
_LONGEST = 8
"""Auxiliaries and adverbs that a verb group takes."""
_SHORTEST_ADVERB = 5
"""Letters: "only" and "early" are in the word list, "Ely" is a place."""


def cue_verbs(reading: Reading) -> Groups:
    """Return the cue verbs of a unit outside its quotations, by their first token."""
    known, lower, start = cues(), reading.lower, reading.start
    found: Groups = {}
    last = 0
    for index in reading.cue_words:
        senses = known.get(lower[index])
        if senses is None or index < last:
            continue
        before = lower[index - 1] if index > start else ""
        if before in _DETERMINERS and lower[index] != "said":
            continue  # "the claim": a noun, whatever else stands there
        sense = senses[0]
        if sense.cue.particle:
            fitting = _sense(reading, index, senses)
            if fitting is None:
                continue
            sense = fitting
        if not sense.cue.particle and _phrasal(reading, index, sense.cue.lemma):
            continue
        group = _group(reading, index, sense, before)
        if group is not None:
            found[group.start] = group
            last = group.end
    return found


def _group(reading: Reading, head: int, sense: Sense, before: str) -> Group | None:
    """Read the verb group of the cue word at *head*, after *before*; None where it is no verb."""
    cue, forms, form = sense
    start, negated, hedge = head, False, None
    infinitive = by_be = False
    chain: list[str] | None = None
    if before in reading.words.verbal or before.endswith("ly"):
        start, chain, negated, hedge = _auxiliaries(reading, head)
        before = reading.word(start - 1)
    if chain:
        by_be = chain[0] in _BE
        if forms == _S or ((by_be or chain[0] in _HAVE) and forms <= _PRESENT):
            return None  # "there were fears", "it has plans"
    elif before == "to":
        infinitive = True
    elif (
        (before in _OWNING or reading.lower[head] not in reading.words.verbs)
        and not (cue.shows and before in reading.words.evidence and _closes(reading, start, head))
        and _noun(reading, start, head, forms, before)
    ):
        return None
    end = head + 1 + len(cue.particle)
    passive = by_be and not forms.isdisjoint(_PASSIVE)
    finite = by_be if form == "ing" else bool(chain) or forms != _PARTICIPLE
    return Group(start, head, end, cue, form, passive, finite, infinitive, negated, hedge)


def _closes(reading: Reading, start: int, head: int) -> bool:
    """Tell whether the sentence ends with the cue word: "..., government data show."."""
    return reading.word(head + 1) in _FINAL and "," in reading.lower[reading.start : start]


def _sense(reading: Reading, head: int, senses: tuple[Sense, ...]) -> Sense | None:
    """Return the sense with the longest particle that stands after the verb."""
    for sense in senses:
        particle = sense.cue.particle
        if not particle:
            return sense
        end = head + 1 + len(particle)
        if end <= reading.end and tuple(reading.lower[head + 1 : end]) == particle:
            return sense
    return None


def _phrasal(reading: Reading, head: int, lemma: str) -> bool:
    """Tell whether a particle makes another verb of the cue: "called off the strike"."""
    return f"{lemma}-{reading.word(head + 1)}" in reading.words.phrasal


def _auxiliaries(reading: Reading, head: int) -> tuple[int, list[str], bool, Range | None]:
    """Walk left over auxiliaries and adverbs: start, auxiliaries last first, negated, hedge."""
    words, lower, start = reading.words, reading.lower, head
    chain: list[str] = []
    negated, hedge = False, None
    floor = max(reading.start, head - _LONGEST)
    while start > floor:
        word = lower[start - 1]
        if word not in words.verbal and not (word.endswith("ly") and len(word) >= _SHORTEST_ADVERB):
            break
        if word in words.negations:
            negated = True
        elif word in words.auxiliaries:
            if word in POSSESSIVES and reading.word(start - 2) not in words.pronouns:
                break
            chain.append(word)
        elif word in _HEDGES:
            hedge = (start - 1, start)
        start -= 1
    return start, chain, negated, hedge


def _noun(reading: Reading, start: int, head: int, forms: frozenset[Form], before: str) -> bool:
    """Tell whether the cue word without auxiliary is a noun, an adjective or a name here."""
    if before in _OWNING:
        return reading.lower[head] != "said"
    words = reading.words
    if before == "," and reading.word(head + 1) == "that":
        return False  # "the fund, UNICEF, estimates that"
    if before in _SUBJECT_PRONOUNS or before in words.adverbs:
        return False
    told = no_verb(reading, start, head, forms, before)
    if told is not None:
        return told
    if reading.syntax.is_verb(head):
        return False
    return "past" not in forms or reading.syntax.tag(head) == "ADJ"
