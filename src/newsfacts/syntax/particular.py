"""Words whose part of speech hangs on what stands beside them: "that", "to", "her", "as", "May".

Each function takes the sentence and the index of the word and returns its code (tagger.py).
"""

from __future__ import annotations

from collections.abc import Callable

from newsfacts.syntax.openclass import decide
from newsfacts.syntax.sentence import Can, Sentence

__all__ = ["PARTICULAR"]

_CLAUSE_AHEAD = 9
"""How many words a look for a clause after "as", "since", "after" takes in."""
_VERBAL = Can("Vvzd")
_NOMINAL = Can("NSJ")
_NOUN = Can("NJ")
_PAST = Can("dn")
_FINITE = Can("MBHOvzd")
_UNITS = frozenset(
    "week month year night weekend summer winter spring autumn fall decade century quarter".split()
)
_DAYS = _UNITS | frozenset("day morning afternoon evening".split())
_RANKS = frozenset(
    "secretary attorney director consul governor inspector solicitor major brigadier lieutenant"
    " colonel".split()
)
"""What "general" follows in a title."""
_FLOATING = frozenset(("each", "both", "all"))
"""Quantifiers that stand apart from their noun."""
_POSSESSED = Can("NSJCP")
_DETERMINED = Can("NSPJCtA$DR")


def _that(s: Sentence, i: int) -> str:
    """Decide on "that": determiner, relative pronoun, pronoun or subordinator."""
    j = i
    while s.following(j)[0] in "RQ":
        j += 1
    following, before = s.following(j), s.code(i - 1)
    if following[0] in "MBHOvzd" or (_VERBAL[following] and not _NOMINAL[following]):
        return "w" if before and before in "NSPt)," else "r"
    if following[0] in "D$rE":
        return "s"
    if before == "R" and s.word(j + 1) in _DAYS:
        return "D"  # "later that day"
    if before == "I" and following[0] in "NJ" and s.word(i - 1) not in ("except", "in"):
        return "D"
    if before and before in 'NSPVvzdngJR,BrtCc)"<':
        return "s"
    return "D" if _NOUN[following] else "r"


def _to(s: Sentence, i: int) -> str:
    """Decide on "to": of the infinitive, or a preposition."""
    j = i + 1
    if s.word(j) == "back" and s.starts_phrase(j + 1):
        return "T"
    while j < len(s.cands) and s.cands[j][0] in 'RQ"':
        j += 1
    if s.word(j) in s.lex.prefixes and s.word(j + 1) == "-":
        j += 2
    verb = j < len(s.cands) and ("V" in s.cands[j] or s.lower[j] in ("be", "have", "do"))
    return "T" if verb else "I"


def _clitic(s: Sentence, i: int) -> str:
    """Decide on "'s": possessive or "is"."""
    before, following = s.code(i - 1), s.following(i)
    if before in ("r", "w", "E") or s.word(i - 1) in ("that", "what", "here", "let"):
        return "B"
    noun = s.following(i + 1)[0] in "SJ"  # "Chad's warring sides", not "Ali's leaving today"
    if following[0] in "DQr" or (following in ("g", "n") and before == "P" and not noun):
        return "B"
    return "'"


def _would(s: Sentence, i: int) -> str:
    """Decide on "'d": "had" before a participle that is no base form, else "would"."""
    j = i + 1
    while j < len(s.cands) and s.cands[j][0] in "RQ":
        j += 1
    codes = s.cands[j] if j < len(s.cands) else "."
    perfect = s.word(j) == "been" or (_PAST[codes] and "V" not in codes)
    return "H" if perfect else "M"


def _apostrophe(s: Sentence, i: int) -> str:
    """Decide on a lone apostrophe: possessive after an s unless a quotation is open."""
    if s.glued(i) and s.word(i - 1).endswith("s") and s.noun_follows(i):
        opened = sum(s.lower[j] in ("'", "‘", "’") and s.tags[j] in '"<' for j in range(i))
        return '"' if opened % 2 else "'"
    return '"'


def _her(s: Sentence, i: int) -> str:
    """Decide on "her": possessive before a noun."""
    possessive = s.following(i)[0] not in "IDT" and _POSSESSED[s.following(i)]
    return "$" if possessive else "r"


def _wh(s: Sentence, i: int) -> str:
    """Decide on "which" and "what": determiner or pronoun."""
    if s.code(i - 1) in (",", "I", "N", "S", "P", ")"):
        return "w"
    return "D" if s.following(i)[0] in "NS" else "w"


def _may(s: Sentence, i: int) -> str:
    """Decide on "may": the modal, or the month."""
    return "t" if s.words[i][0].isupper() and (i or s.following(i) == "C") else "M"


def _march(s: Sentence, i: int) -> str:
    """Decide on "march": the month, a noun or a verb."""
    if s.words[i][0].isupper() and (i or s.following(i) == "C"):
        return "t"
    return "V" if s.code(i - 1) in ("T", "M") else "N"


def _will(s: Sentence, i: int) -> str:
    """Decide on "will": a noun after a determiner."""
    return "N" if s.code(i - 1) in ("D", "$", "J", "'") else "M"


def _about(s: Sentence, i: int) -> str:
    """Decide on "about": an adverb before a number."""
    number = s.following(i)[0] == "C" or s.word(i + 2) in ("dozen", "hundred", "thousand")
    return "R" if number and s.code(i - 1) not in ("J", "n") else "I"


def _general(s: Sentence, i: int) -> str:
    """Decide on "general": a noun at the end of a title ("the secretary-general urged")."""
    titled = s.word(i - 2 if s.joined(i) else i - 1) in _RANKS
    return "N" if titled else decide(s, i, s.cands[i])


def _opener(s: Sentence, i: int) -> str:
    """Decide on words that stand before phrases or open clauses: "as", "since", "after"."""
    if s.word(i) == "since" and s.code(i - 1) == "H":
        return "R"
    lower, cands = s.lower, s.cands
    for j in range(i + 1, min(i + _CLAUSE_AHEAD, len(cands))):
        code = cands[j]
        if code[0] in '.,:"sw' or lower[j] in ("that", "which"):
            break
        if code[0] in "BMHO" or code in ("d", "v", "z") or lower[j] in s.lex.says:
            return "s" if j > i + 1 else "I"
        if "d" in code and j > i + 1 and cands[j - 1][0] in "rNSPt":
            objectless = lower[j] in s.lex.transitive or lower[j] in s.lex.loose
            if not objectless or s.starts_phrase(j + 1):
                return "s"
        if code[0] in "vVz" and cands[j - 1][0] in "rSPN" and j > i + 1:
            return "s"
    return "I"


def _back(s: Sentence, i: int) -> str:
    """Decide on "back": an adverb but after "to", a modal or a determiner."""
    before = s.code(i - 1)
    if before == "S" and s.following(i)[0] == "D":
        return "v"
    return "V" if before in ("T", "M") else "N" if before in ("D", "$") else "R"


def _last(s: Sentence, i: int) -> str:
    """Decide on "last" and "next": "met Petro last year", "both sides last carried out a swap"."""
    code, following = s.code(i - 1), s.following(i)
    if code and code in "NSP":
        if s.word(i + 1) in _UNITS:
            s.cands[i + 1] = "t"  # a time of its own, no part of the name before it
            return "J"
        if "d" in following:
            return "R"
    return _first(s, i)


def _us(s: Sentence, i: int) -> str:
    """Decide on "us", or "US" the country."""
    return "P" if s.words[i] == "US" else "r"


def _so(s: Sentence, i: int) -> str:
    """Decide on "so": it opens a clause before a pronoun."""
    return "s" if s.following(i)[0] == "r" else "R"


def _more(s: Sentence, i: int) -> str:
    """Decide on "more" and "most": adjectives before a noun."""
    if s.word(i) == "more" and s.code(i - 1) == "C" and s.noun_follows(i):
        return "J"  # "two million more refugees"
    return "J" if s.following(i)[0] in "NSV" and s.noun_follows(i) else "R"


def _likely(s: Sentence, i: int) -> str:
    """Decide on "likely": an adverb between auxiliary and verb."""
    return "R" if s.code(i - 1) in ("M", "H") else "J"


def _yet(s: Sentence, i: int) -> str:
    """Decide on "yet": an adverb but at the head of a clause."""
    return "c" if s.code(i - 1) in ("", ",", '"', "<") else "R"


def _first(s: Sentence, i: int) -> str:
    """Decide on "first": an adverb in "at first refused", not in "at first light"."""
    if s.word(i - 1) == "at" and not _DETERMINED[s.following(i)]:
        s.tags[-1] = "R"
        return "R"
    return decide(s, i, s.cands[i])


def _earlier(s: Sentence, i: int) -> str:
    """Decide on "earlier": an adjective in "an earlier accord"."""
    return "J" if s.code(i - 1) in ("D", "$") and s.noun_follows(i) else "R"


def _emphatic(s: Sentence, i: int) -> str:
    """Decide on "itself": no object after a noun before a verb, "Chad itself refused"."""
    named = s.code(i - 1) and s.code(i - 1) in "NSP" and _FINITE[s.following(i)]
    return "R" if named else "r"


def _no(s: Sentence, i: int) -> str:
    """Decide on "no": of "no longer", else a determiner."""
    return "Q" if s.word(i + 1) == "longer" else "D"


def _determiner(s: Sentence, i: int) -> str:
    """Decide on words that are determiners before nouns, else pronouns: "this", "some"."""
    word, before = s.lower[i], s.code(i - 1)
    if word in _FLOATING and before and before in "NSPrHBMO" and _PAST[s.following(i)]:
        return "R"  # "Chad and Niger have each refused"
    if word == "those" and not s.noun_follows(i + 1) and s.following(i)[0] == "J":
        return "r"  # "those loyal to the general"
    follows = _DETERMINED[s.following(i)] or s.word(i + 1) == "of"
    return "D" if follows else "r"


PARTICULAR: dict[str, Callable[[Sentence, int], str]] = {
    "that": _that,
    "to": _to,
    "'s": _clitic,
    "’s": _clitic,
    "'d": _would,
    "’d": _would,
    "'": _apostrophe,
    "’": _apostrophe,
    "her": _her,
    "which": _wh,
    "what": _wh,
    "may": _may,
    "march": _march,
    "will": _will,
    "about": _about,
    "general": _general,
    **dict.fromkeys("as since after before until because till".split(), _opener),
    "us": _us,
    **dict.fromkeys(("last", "next"), _last),
    "back": _back,
    "so": _so,
    **dict.fromkeys("more most less".split(), _more),
    "likely": _likely,
    **dict.fromkeys(("first", "once"), _first),
    **dict.fromkeys(("earlier", "later"), _earlier),
    **dict.fromkeys(("himself", "herself", "itself", "themselves"), _emphatic),
    "no": _no,
    "yet": _yet,
    **dict.fromkeys(
        "this these those some many all both each several few much any neither either another"
        "".split(),
        _determiner,
    ),
}
"""What decides on each word, by the word in lower case."""
