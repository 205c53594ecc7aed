"""Nouns, adjectives, adverbs and verbs of more than one reading, decided by their neighbours.

The rules follow Brill (1992), written out by hand: what stands before decides first (a determiner,
"to", a modal, an auxiliary, a preposition, a pronoun), then what follows.
"""

from __future__ import annotations

from newsfacts.syntax.lexicon import lemma
from newsfacts.syntax.predicates import predicates
from newsfacts.syntax.sentence import Can, Sentence

__all__ = ["decide"]

_BREAKS = ("", "c", ",", '"', "<")
_TIMES = frozenset("last this next late early earlier".split())
_VERBS = "VvzdngHO"
_VERBAL = Can("Vzdng")
_PARTICIPIAL = Can("dng")
_NOUN = Can("SN")
_NOUN_OR_ADJECTIVE = Can("NSJ")
_SINGULAR_OR_ADJECTIVE = Can("NJ")
_FINITE = Can("MBHOvzd")
_CALLED_ON = frozenset(("on", "upon"))
"""What makes "called" active though no object follows: it is a prepositional verb."""
_ASIDES = frozenset("likelihood probability turn fact effect principle practice theory".split())
"""Nouns of asides between a modal and its verb."""
_ACCUSING = frozenset(
    "accuse accuses accused accusing suspect suspects suspected convict convicted guilty".split()
)
_ACCUSED = 8
"""Words before "of" in which the verb of accusing is looked for."""
_MAKING = frozenset("make makes made making".split())
"""What takes a bare infinitive only behind an object: in "made progress" there is none."""
_AUXILIARIES = frozenset("TMOEHB")
_NOUN_OPENERS = frozenset("RD$'CJI")
_BEFORE_QUOTE = frozenset("D$JICTM")


def decide(s: Sentence, i: int, code: str) -> str:
    """Return the code of the word at *i*, whose candidates are *code*."""
    tags, p = s.tags, i - 1
    if s.hyphens and s.joined(i):
        if s.lower[i - 2] not in s.lex.prefixes and _PARTICIPIAL[code]:
            return "J"
        p = i - 3
    before = tags[p] if p >= 0 else ""
    if before == "<" and p and tags[p - 1] in _BEFORE_QUOTE:
        p -= 1
        before = tags[p]
    if not _VERBAL[code]:
        return _nominal(s, i, code, before)
    v = p
    while v >= 0 and tags[v] in 'RQ"<':
        v -= 1
    governor = tags[v] if v >= 0 else ""
    bare = s.lower[v] in s.lex.bare and not (s.lower[v] in _MAKING and "N" in code)
    if governor and (governor in _AUXILIARIES or bare):
        decided = _after_auxiliary(s, i, code, v)
        if decided:
            return decided
    if before in _NOUN_OPENERS:
        decided = _after_noun_opener(s, i, code, p)
    elif before in ("r", "w"):
        decided = _after_pronoun(s, i, code, p)
    else:
        decided = ""
    return decided or _by_form(s, i, code, before, governor)


def _modal_aside(s: Sentence, p: int) -> bool:
    """Tell whether the noun at *p* ends an aside right after a modal: "would in turn"."""
    if s.word(p) not in _ASIDES:
        return False
    opening = s.previous(p, "DJ")
    return s.code(opening) == "I" and s.code(opening - 1) == "M"


def _nominal(s: Sentence, i: int, code: str, before: str) -> str:
    """Decide between noun, adjective and adverb."""
    follows = s.following(i)[0]
    if "R" in code and before not in ("B", "D", "$") and follows in ".,)":
        return "R"
    if code[0] == "R" and "N" in code and before in ("D", "$"):
        return "J" if "J" in code and s.noun_follows(i) else "N"
    if "J" in code:
        if before and before in "NSP" and follows == "d" and s.word(i) == "first":
            return "R"  # "the rebels first rejected the plan"
        if code[0] == "J" and "N" in code and before and before in "NSP" and _ends_title(s, i):
            return "N"
        if follows in "NSPJ" or (follows in "dngVz" and s.noun_follows(i)):
            clause = (
                follows in "dn"
                and "N" in code
                and s.cands[min(i + 2, len(s.cands) - 1)][0] in "ITR.D"
            )
            return "J" if code[0] == "J" and not clause else "N" if "N" in code else "J"
        if before == "B":
            return "J"
        if code[0] == "J" and before and before in "D$J'" and "N" in code:
            return "N"
    return code[0]


def _ends_title(s: Sentence, i: int) -> bool:
    """Tell "the army chief warned Chad" and "the army chief, Ali Deng, left" from "morale low,"."""
    follows = s.following(i)
    if follows == ",":
        return i + 2 < len(s.words) and s.words[i + 2][:1].isupper()
    return follows[0] in "dzMBH"


def _after_auxiliary(s: Sentence, i: int, code: str, v: int) -> str:
    """Decide after "to", a modal, "do", "have" or "be"; "" elsewhere."""
    before = s.code(v)
    if "V" in code:
        if before == "T":
            noun = s.word(v - 1) in s.lex.to_noun and "N" in code and not s.starts_phrase(i + 1)
            return "N" if noun else "V"
        if before in ("M", "O") or s.word(v) in s.lex.bare:
            return "V"
        if before == "E":
            return "v"
    if before == "H":
        return "n" if "n" in code else "d" if "d" in code else _noun(s, i, code)
    return _after_be(s, i, code) if before == "B" else ""


def _after_be(s: Sentence, i: int, code: str) -> str:
    """Decide after "be"."""
    if "g" in code:
        return "g"
    if code[0] == "J" and not ("n" in code and s.word(i + 1) == "by"):
        return "J"
    if "n" in code:
        return "n"
    return "J" if "J" in code and s.following(i)[0] not in "NSP" else _noun(s, i, code)


def _after_noun_opener(s: Sentence, i: int, code: str, p: int) -> str:
    """Decide after a determiner, possessive, number, adjective or preposition; "" elsewhere."""
    before = s.code(p)
    if before == "R" and s.noun_follows(i) and s.code(s.previous(p, "R")) in ("D", "$"):
        return _modifier(s, i, code)
    if before in ("D", "$", "'"):
        return _modifier(s, i, code)
    if before == "C" and s.code(p - 1) != "t":
        if _NOUN_OR_ADJECTIVE[code]:
            return _noun(s, i, code)
        if "n" in code and s.noun_follows(i) and s.following(i)[0] in "NS":
            return "J"  # "14 armed groups signed"
        return "n" if "n" in code else code[0]
    if before == "J" and (s.noun_follows(i) or not _predicate(s, p)):
        return _modifier(s, i, code)
    if before == "I":
        return _after_preposition(s, i, code, p)
    return ""


def _predicate(s: Sentence, p: int) -> bool:
    """Tell whether the adjective at *p* stands after "be"."""
    return s.code(s.previous(p, "RQ")) == "B"


def _after_preposition(s: Sentence, i: int, code: str, p: int) -> str:
    """Decide after a preposition."""
    word, follows = s.word(p), s.following(i)
    if "g" in code:
        if word == "of" and s.code(p - 1) in ("N", "S", "C") and follows[0] in ".,Ic:)":
            return "g" if _accused(s, p) else "N"  # "years of fighting"
        means = word == "by" and s.code(s.previous(p - 1, "R")) != "B" and s.code(p - 1) in "dn"
        if (means or s.word(p - 1) == "instead") and follows[0] in "NSP":
            return "g"  # "by offering talks", not "hit by building costs"
        gerund = code[0] == "g" or follows[0] in "D$rC" or s.word(i + 1) in ("with", "to")
        return "g" if gerund else "N"
    if "n" in code and word in ("as", "than") and follows[0] not in "NSJ":
        return "n"
    if "d" in code and word in s.lex.particles and s.code(p - 1) in tuple("VvzdngN"):
        return _past(s, i, code, "N", "N")
    return _noun(s, i, code)


def _accused(s: Sentence, p: int) -> bool:
    """Tell whether "of" at *p* names what somebody is accused of."""
    for word in s.lower[p - 1 : max(0, p - _ACCUSED) : -1]:
        if word == "of":
            return False  # "accused of years of fighting"
        if word in _ACCUSING:
            return True
    return False


def _after_pronoun(s: Sentence, i: int, code: str, p: int) -> str:
    """Decide after a pronoun: a finite verb, but a participle after an object; "" elsewhere."""
    if s.word(p) in s.lex.object_pronouns:
        return "n" if "n" in code else ""
    if s.code(p) == "w" and code[0] in "NSJ" and s.noun_follows(i) and s.finite_ahead(i + 1):
        return code[0]
    for wanted in "dVzg":
        if wanted in code:
            return "v" if wanted == "V" else wanted
    return code[0]


def _by_form(s: Sentence, i: int, code: str, prev: str, before: str) -> str:
    """Decide by the form of the word itself."""
    if "d" in code or "n" in code:
        return _past(s, i, code, prev, before)
    if "g" in code:
        return _ing(s, i, code, prev)
    if prev and prev in _VERBS and (set(code) - {"V", "z"}):
        return _noun(s, i, code)
    if "z" in code:
        return _third(s, i, code, before)
    if prev == "N" and "V" in code and _modal_aside(s, i - 1):
        return "V"  # "will in all likelihood refuse"
    return _base(s, i, code, prev, before)


def _noun(s: Sentence, i: int, code: str) -> str:
    """Return the nominal reading."""
    if "J" in code and s.noun_follows(i) and (code[0] == "J" or "N" not in code):
        follows = s.following(i)[0]
        if follows in "NSPJ" or _NOUN[s.following(i)]:
            return "J"
    if "n" in code and s.word(i).endswith("ed") and s.noun_follows(i):
        return "J"
    for wanted in code:
        if wanted in "NS":
            return wanted
    if "J" in code:
        return "J"
    if _PARTICIPIAL[code]:
        return "J" if s.noun_follows(i) else "N"
    return code[0]


def _modifier(s: Sentence, i: int, code: str) -> str:
    """Decide within a noun phrase."""
    if code[0] == "g":
        if _ends_clause(s, i):
            return "N"  # "if the shelling stops, ..."
        if s.noun_follows(i) and s.following(i)[0] != "P":
            return "J"
        return "g" if s.following(i)[0] in "D$rP" else "N"
    return _noun(s, i, code)


def _ends_clause(s: Sentence, i: int) -> bool:
    """Tell whether the word after *i* can be the verb that a subordinate clause ends with."""
    return "z" in s.following(i) and s.following(i + 1) in ",." and s.clause_open(i)


def _past(s: Sentence, i: int, code: str, prev: str, before: str) -> str:  # noqa: C901 - the rules in order
    """Decide between past tense and participle."""
    if "n" not in code:
        verbal = not (prev and prev in "Vvzdn") or not _SINGULAR_OR_ADJECTIVE[code]
        verbal = verbal or s.following(i)[0] in "D$"  # "news that it left shook the town"
        return "d" if verbal else _noun(s, i, code)
    word, noun = s.lower[i], s.noun_follows(i)
    if "d" not in code and "V" not in code:
        if noun and prev in ("", "c", ",", "I"):
            return "J"
        return "n" if code[0] in "nJ" or prev in ("N", "S", "P") else code[0]
    if word in s.lex.says:
        return "d" if "d" in code else "n"
    after = s.word(i + 1)
    if after == "by" or prev == "s":
        return "n"
    if prev and prev in _VERBS:
        relative = prev in "zdv" and ("w" in s.tags or "whose" in s.lower[:i])
        return "d" if relative else "J" if noun else "n"
    if prev in _BREAKS or (prev == "R" and before in ("c", ",")):
        return _past_after_break(s, i, code, prev)
    if prev == "t" or after in s.lex.particles:
        return "d"
    if word == "called" and after in _CALLED_ON:
        return "d"
    if s.verb == "n" and _ellipsis(s, i):
        return "n"
    loose = word in s.lex.loose and (s.finite or s.verb_ahead(i + 1))
    object_ = s.starts_phrase(i + 1)
    objectless = (not object_ and not noun and after != "that") or after in _TIMES
    if objectless and (word in s.lex.transitive or loose or s.finite_ahead(i + 1)):
        return "n"
    if before and before in "NSPCrJR)t":
        return "d"
    return "n" if code[0] in "nJ" else "d"


def _past_after_break(s: Sentence, i: int, code: str, prev: str) -> str:
    """Decide on a past form that begins a sentence or follows a comma or coordinator."""
    noun, object_ = s.noun_follows(i), s.starts_phrase(i + 1)
    if prev and object_ and s.verb and s.verb in "dzvBHng":
        return "J" if noun and code[0] == "J" and s.following(i)[0] in "NSJ" else "d"
    if noun and s.following(i)[0] in "NSJ" and prev != ",":
        only = prev == "R" and not s.finite and not s.finite_ahead(i + 1)
        return "d" if only else "J"  # "Chad flatly and publicly threatened war"
    if prev == "c" and s.verb in ("n", "d"):
        return s.verb
    if prev == "c" and s.finite in ("d", "z", "v", "H"):
        return "d"
    if prev == "," and s.finite == "" and s.word(i) not in s.lex.transitive:
        # "Mr Ford, a doctor, resigned", not "the accord, signed in May, has been broken"
        return "n" if not object_ and s.aside_closes(i) else "d"
    return "n" if prev == "" or s.following(i)[0] in "IsRT." else "d"


def _ellipsis(s: Sentence, i: int) -> bool:
    """Tell whether "was" is understood: "a woman was killed and four children wounded"."""
    j = s.previous(i, "NSPJCRD$-A'I")
    return s.code(j) == "c" and not s.starts_phrase(i + 1)


def _ing(s: Sentence, i: int, code: str, prev: str) -> str:
    """Decide between a participle or gerund and a noun."""
    follows = s.following(i)[0]
    content = s.word(i + 1) == "that" and s.following(i + 1)[0] not in "BMHO"
    if (follows in "D$rC" and s.word(i + 1) != "that") or content:
        return "g"
    if code[0] == "N" and prev == "S" and follows == "I":
        return "g"
    if code[0] == "N" or (prev == "s" and follows in "MBHO"):
        return "N"
    if prev == "" and (follows in "zd" or (follows == "I" and s.finite_ahead(i + 1))):
        return "N"  # "Fighting in the city has stopped"
    if prev in ("", "c") and follows in "NS" and s.noun_follows(i):
        return "g"
    return "J" if "J" in code and follows in "NS" else "g"


_COMPLEMENTS = frozenset("to that for on against with over".split())


def _third(s: Sentence, i: int, code: str, before: str) -> str:
    """Decide between a plural and a third person."""
    if not _NOUN[code] or (before in ("N", "P") and s.relative_open(i)):
        return "z"
    nominal = "S" if "S" in code else "N"
    if before not in ("N", "P", "t", ")"):
        return "z" if code[0] == "z" and before in (",", "c") else nominal
    governing = s.previous(i, "N")
    if s.code(governing) in ("d", "V") and s.word(governing) not in s.lex.says:
        return nominal  # "held phone calls with Chad"
    following, word = s.following(i)[0], s.word(i + 1)
    complement = following in "D$rPCg" or word in _COMPLEMENTS
    if code[0] == "S" and word == "to" and s.noun_before(i) == "I":
        return nominal  # "for the talks to resume"
    if code[0] == "S" and word in ("that", "which"):
        stated = word == "that" and lemma(s.lower[i], "verb") in predicates().clausal
        complement = stated and not _FINITE[s.following(i + 1)]
    if following in ",." and s.clause_open(i):
        return "z"  # "unless the siege ends, ...", "will fight on unless the siege ends."
    if word in s.lex.particles and s.starts_phrase(i + 2):
        complement = True  # "Ruritania rules out talks"
    if code[0] == "z":
        complement = complement or following in "IRNSJ"
    elif word in _TIMES or (not s.finite and following == "S" and s.following(i + 1)[0] in "IT.,"):
        complement = True
    return "z" if complement and not s.finite_ahead(i + 1) else nominal


def _base(s: Sentence, i: int, code: str, prev: str, before: str) -> str:
    """Decide between a noun or adjective and a base form."""
    following = s.following(i)[0]
    if not _SINGULAR_OR_ADJECTIVE[code]:
        imperative = prev in ("", "<", ":")
        return "V" if imperative or (prev in ("c", ",") and s.verb == "V") else "v"
    if before == "S" and (s.relative_open(i) or (following in ",." and s.clause_open(i))):
        return "v"
    if before == "S" and (s.starts_phrase(i + 1) or following in "TIR"):
        complement = code[0] == "V" or following in "D$rTtNSJ" or not s.finite
        # A noun has no determiner behind it: "officials fear the toll will rise".
        if complement and (following in "D$" or not s.finite_ahead(i + 1)):
            return "v"
    if prev in (",", "c") and s.verb == "V" and following in "D$rP":
        return "V"
    if prev in (",", "c", "S", "P") and code[0] == "V" and s.starts_phrase(i + 1):
        return "V" if prev == "c" and s.verb == "V" else "v"  # "to lay down arms and start talks"
    return _noun(s, i, code)
