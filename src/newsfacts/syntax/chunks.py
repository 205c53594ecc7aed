"""Base noun phrases and verb groups: regular expressions over a sentence's string of tags.

The codes are those of tagger.py. A base noun phrase runs from its determiner to its head noun and
takes in possessors ("Israel's"), numbers and comparators ("at least 12 soldiers"), not what
follows the head. A verb group runs from the first auxiliary or "to" to the main verb and takes in
negation and adverbs between ("has reportedly not been held").
"""

from __future__ import annotations

import re
from functools import lru_cache

from newsfacts.syntax.lexicon import lemma
from newsfacts.syntax.values import Form, Tense, VerbGroup

__all__ = ["finite_ranges", "noun_phrases", "verb_groups"]

_BODY = r"""(?:
    R*[JCA] (?:,J)* (?:,?cJ(?=[JNSPC]))?     # adjectives, "Palestinian and Israeli"
  | [NSP'-] | t(?=[NS'-]) | Cc(?=C)
  | <[JNSP]+"(?=[JNSP]) | <(?=[JNSP])        # 'a "lasting" truce'
)*"""
_NOUN_PHRASE = re.compile(
    rf"""(?=[rEDJtRCANSP$'<-])(?:                       # nothing else begins one
      [rE]                                              # a pronoun, "there"
    | DJ?tC[NS]+                                        # "the Feb. 1 meeting"
    | D?J?t (?:C(?:,C)?)? (?:'{_BODY}[NSPC])?           # "next Friday", "May 10, 2021"
    | (?!<) (?:R{{1,3}}(?=[CDJ$]))? (?:[D$][D$]?(?:R(?=[JC]))?)? {_BODY} [NSPC]
    | D(?=[^JNSPC$D])
    )""",
    re.VERBOSE,
)
_ADVERBS = r"(?:[RQ\"<]|I?tC?|,R,|A-)*"
_BE = rf"B(?:{_ADVERBS}B)?(?:{_ADVERBS}[ng])?"
_HAVE = rf"H(?:{_ADVERBS}(?:{_BE}|[ndH]))?"
_FINITE = rf"(?:[MO](?:{_ADVERBS}(?:{_HAVE}|{_BE}|V|O))?|{_HAVE}|{_BE}|[vzdVngO])"
_VERB_GROUP = re.compile(rf"(?=[QTABHMOvzdVng])Q?(?:T(?:[RQ<]|A-)*|A-)?{_FINITE}")
_REMEMBERED = 1 << 14
"""Verb groups, but for the main verb, that are kept at a time."""
_OPEN = frozenset("Vvzdng")
"""Codes of main verbs."""
_PRESENT = frozenset(
    [
        "is",
        "are",
        "am",
        "'s",
        "’s",
        "'re",
        "’re",
        "'m",
        "’m",
        "has",
        "have",
        "'ve",
        "’ve",
        "do",
        "does",
    ]
)
_FUTURE = frozenset(["will", "shall", "wo", "'ll", "’ll"])
_PAST_MODALS = frozenset(["would", "could", "might", "should", "'d", "’d"])
_FULL = {"wo": "will", "'ll": "will", "’ll": "will", "ca": "can", "'d": "would", "’d": "would"}


def noun_phrases(tags: str) -> list[tuple[int, int]]:
    """Return the half-open ranges of the base noun phrases of a sentence."""
    return [match.span() for match in _NOUN_PHRASE.finditer(tags)]


def verb_groups(tags: str, lower: list[str]) -> list[VerbGroup]:
    """Return the verb groups of a sentence; indices count from its start."""
    groups = []
    for match in _VERB_GROUP.finditer(tags):
        start, end = match.span()
        codes, before = match[0], tags[start - 1] if start else ""
        code, last = codes[-1], lower[end - 1]
        if code in _OPEN:
            name = last if code in "Vv" else lemma(last, "verb")
            group = _group(codes, tuple(lower[start : end - 1]), before)
        else:
            group = _group(codes, tuple(lower[start:end]), before)
            name = group.lemma
        groups.append(group.moved(start, name))
    return groups


def finite_ranges(tags: str, lower: list[str]) -> list[tuple[int, int]]:
    """Return the half-open ranges of a sentence's finite verb groups, without making these."""
    found = []
    for match in _VERB_GROUP.finditer(tags):
        start, end = match.span()
        last = end - 1 if tags[end - 1] in _OPEN else end
        before = tags[start - 1] if start else ""
        if _group(match[0], tuple(lower[start:last]), before).form == "finite":
            found.append((start, end))
    return found


@lru_cache(_REMEMBERED)
def _group(codes: str, lower: tuple[str, ...], before: str) -> VerbGroup:
    """Read one group by itself, with indices from its start.

    Args:
        codes: the codes of its words.
        lower: its words; a main verb at the end may be left out, for it changes nothing but the
            lemma.
        before: the code before it.
    """
    chain = [i for i, code in enumerate(codes) if code in "TMBHOVvzdng"]
    head = chain[-1]
    infinitive = codes[chain[0]] == "T"
    verbs = chain[1:] if infinitive and len(chain) > 1 else chain
    first = verbs[0]
    modal = lower[first] if codes[first] == "M" else None
    auxiliaries = verbs[:-1]
    passive = codes[head] == "n" and (not auxiliaries or (codes[auxiliaries[-1]] == "B"))
    perfect = any(codes[i] == "H" for i in auxiliaries) and codes[head] in "ndBg"
    progressive = bool(auxiliaries) and (
        codes[head] == "g" or (len(auxiliaries) > 1 and lower[auxiliaries[-1]] == "being")
    )
    form: Form
    tense: Tense | None
    if infinitive:
        form, tense = "infinitive", None
    elif modal is not None:
        form = "finite"
        tense = "future" if modal in _FUTURE else "past" if modal in _PAST_MODALS else "present"
    else:
        form, tense = _form(codes[first], "".join(lower[first : first + 1]), before)
    return VerbGroup(
        start=0,
        end=len(codes),
        head=head,
        lemma=lemma(lower[head], "verb") if codes[head] not in _OPEN else "",
        voice="passive" if passive else "active",
        tense=tense,
        perfect=perfect,
        progressive=progressive,
        modal=_FULL.get(modal, modal) if modal else None,
        negated="Q" in codes,
        form=form,
    )


def _form(code: str, word: str, before: str) -> tuple[Form, Tense | None]:
    """Return form and tense of a group without "to" and modal by its first verb."""
    if code in "vz":
        return "finite", "present"
    if code == "d":
        return "finite", "past"
    if code in "BHO":
        if word in ("being", "having"):
            return _ing_form(before), None
        if word in ("be", "been"):
            return "infinitive", None
        return "finite", "present" if word in _PRESENT else "past"
    if code == "n":
        return "participle", None
    if code == "g":
        return _ing_form(before), None
    return ("finite", "present") if before in ("", "<", ":") else ("infinitive", None)


def _ing_form(before: str) -> Form:
    """Tell a gerund, after a preposition or a verb, from a participle."""
    return "gerund" if before and before in "IsVvzdng" else "participle"
