"""Base noun phrases and verb groups: regular expressions over a sentence's string of tags.

The codes are those of tagger.py. A base noun phrase runs from its determiner to its head noun and
takes in possessors ("Israel's"), numbers and comparators ("at least 12 soldiers"), not what
follows the head. A verb group runs from the first auxiliary or "to" to the main verb and takes in
negation and adverbs between ("has reportedly not been held").
"""

from __future__ import annotations

import re

from newsfacts.syntax.lexicon import lemma
from newsfacts.syntax.values import Form, Tense, VerbGroup

__all__ = ["noun_phrases", "verb_groups"]

_BODY = r"""(?:
    R*[JCA] (?:,J)* (?:,?cJ(?=[JNSPC]))?     # adjectives, "Palestinian and Israeli"
  | [NSP'-] | t(?=[NS'-]) | Cc(?=C)
  | <[JNSP]+"(?=[JNSP]) | <(?=[JNSP])        # 'a "lasting" truce'
)*"""
_NOUN_PHRASE = re.compile(
    rf"""
      [rE]                                              # a pronoun, "there"
    | DJ?tC[NS]+                                        # "the Feb. 1 meeting"
    | D?J?t (?:C(?:,C)?)? (?:'{_BODY}[NSPC])?           # "next Friday", "May 10, 2021"
    | (?!<) (?:R{{1,3}}(?=[CDJ$]))? (?:[D$][D$]?(?:R(?=[JC]))?)? {_BODY} [NSPC]
    | D(?=[^JNSPC$D])
    """,
    re.VERBOSE,
)
_ADVERBS = r"(?:[RQ\"<]|I?tC?|,R,|A-)*"
_BE = rf"B(?:{_ADVERBS}B)?(?:{_ADVERBS}[ng])?"
_HAVE = rf"H(?:{_ADVERBS}(?:{_BE}|[ndH]))?"
_FINITE = rf"(?:[MO](?:{_ADVERBS}(?:{_HAVE}|{_BE}|V|O))?|{_HAVE}|{_BE}|[vzdVngO])"
_VERB_GROUP = re.compile(rf"Q?(?:T(?:[RQ<]|A-)*|A-)?{_FINITE}")
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
    return [_group(tags, lower, match) for match in _VERB_GROUP.finditer(tags)]


def _group(tags: str, lower: list[str], match: re.Match[str]) -> VerbGroup:
    """Read voice, tense and form off the tags of one group."""
    start, end = match.span()
    codes = match.group()
    chain = [i for i in range(start, end) if tags[i] in "TMBHOVvzdng"]
    head = chain[-1]
    infinitive = tags[chain[0]] == "T"
    verbs = chain[1:] if infinitive and len(chain) > 1 else chain
    first = verbs[0]
    modal = lower[first] if tags[first] == "M" else None
    auxiliaries = verbs[:-1]
    passive = tags[head] == "n" and (not auxiliaries or (tags[auxiliaries[-1]] == "B"))
    perfect = any(tags[i] == "H" for i in auxiliaries) and tags[head] in "ndBg"
    progressive = bool(auxiliaries) and (
        tags[head] == "g" or (len(auxiliaries) > 1 and lower[auxiliaries[-1]] == "being")
    )
    form: Form
    tense: Tense | None
    if infinitive:
        form, tense = "infinitive", None
    elif modal is not None:
        form = "finite"
        tense = "future" if modal in _FUTURE else "past" if modal in _PAST_MODALS else "present"
    else:
        form, tense = _form(tags, lower, first, start)
    return VerbGroup(
        start=start,
        end=end,
        head=head,
        lemma=lower[head] if tags[head] in "Vv" else lemma(lower[head], "verb"),
        voice="passive" if passive else "active",
        tense=tense,
        perfect=perfect,
        progressive=progressive,
        modal=_FULL.get(modal, modal) if modal else None,
        negated="Q" in codes,
        form=form,
    )


def _form(tags: str, lower: list[str], first: int, start: int) -> tuple[Form, Tense | None]:
    """Return form and tense of a group without "to" and modal by its *first* verb."""
    code, word = tags[first], lower[first]
    if code in "vz":
        return "finite", "present"
    if code == "d":
        return "finite", "past"
    if code in "BHO":
        if word in ("being", "having"):
            return _ing_form(tags, start), None
        if word in ("be", "been"):
            return "infinitive", None
        return "finite", "present" if word in _PRESENT else "past"
    if code == "n":
        return "participle", None
    if code == "g":
        return _ing_form(tags, start), None
    before = tags[start - 1] if start else ""
    return ("finite", "present") if before in ("", "<", ":") else ("infinitive", None)


def _ing_form(tags: str, start: int) -> Form:
    """Tell a gerund, after a preposition or a verb, from a participle."""
    before = tags[start - 1] if start else ""
    return "gerund" if before and before in "IsVvzdng" else "participle"
