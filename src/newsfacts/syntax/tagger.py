"""Parts of speech by rule: one pass over a sentence, each ambiguous word decided by its neighbours.

A tag is one character, so that a sentence is a string and grammar over it a regular expression
(chunks.py). Words come from closed.toml (closed classes) and lexicon.txt (readings of open-class
words, commonest first); endings serve for the rest. particular.py decides on single words,
openclass.py on nouns, adjectives and verbs.
"""

from __future__ import annotations

from newsfacts.syntax.lexicon import lexicon
from newsfacts.syntax.openclass import decide
from newsfacts.syntax.particular import PARTICULAR
from newsfacts.syntax.sentence import HYPHENS, Sentence

__all__ = ["UD", "penn", "tag"]

UD = {
    "N": "NOUN", "S": "NOUN", "P": "PROPN", "t": "PROPN", "D": "DET", "$": "PRON", "r": "PRON",
    "E": "PRON", "w": "PRON", "C": "NUM", "J": "ADJ", "R": "ADV", "Q": "PART", "V": "VERB",
    "v": "VERB", "z": "VERB", "d": "VERB", "n": "VERB", "g": "VERB", "M": "AUX", "B": "AUX",
    "H": "AUX", "O": "AUX", "T": "PART", "I": "ADP", "c": "CCONJ", "s": "SCONJ", "A": "X",
    "-": "PUNCT", "'": "PART", ",": "PUNCT", ".": "PUNCT", '"': "PUNCT", "(": "PUNCT",
    ")": "PUNCT", ":": "PUNCT", "<": "PUNCT", "X": "X",
}  # fmt: skip
"""The Universal Dependencies tag of each code.

N S P t: noun, plural, proper, of time. D $ r E w: determiner, possessive, personal, "there",
relative. C J R Q: number, adjective, adverb, negation. V v z d n g: base, present, third person,
past, past participle, -ing. M B H O T: modal, be, have, do, infinitive's "to". I c s: preposition,
coordinator, subordinator. A -: prefix and hyphen inside a word. ' is the possessive ending, < an
opening and " a closing quotation mark.
"""

_DECIDED = frozenset(UD) - frozenset('gV"')
"""Codes that a word keeps whatever stands beside it, where it has no other."""
_LONGEST_QUANTIFIER = 3
_OPENING = frozenset({*"“‘«„", "``"})
_CLOSING = frozenset("”’»")


def tag(words: list[str], lower: list[str], starts: list[int]) -> str:
    """Return the codes of a sentence's words, one character a word.

    Args:
        words: the words as they stand.
        lower: the same in lower case.
        starts: the offset of each word.
    """
    lex = lexicon()
    cands = lex.candidates(words, lower)
    hyphens = not HYPHENS.isdisjoint(words)
    s = Sentence(words, lower, starts, cands, lex, hyphens)
    tags, particular = s.tags, PARTICULAR
    open_ = [i for i, code in enumerate(cands) if code not in _DECIDED or lower[i] in particular]
    done = 0
    for i in open_:
        if i > done:
            tags += cands[done:i]
        done = i + 1
        code = cands[i]
        if lower[i] in particular:
            code = particular[lower[i]](s, i)
        elif code != '"':
            code = decide(s, i, code)
        tags.append(code if code != '"' else _quote(s, i))
    tags += cands[done:]
    if hyphens:
        _join(s)
    if not lex.quantifier_ends.isdisjoint(lower):
        _quantify(s)
    return "".join(tags)


def _quote(s: Sentence, i: int) -> str:
    """Return the code of a quotation mark: "<" where it opens."""
    word = s.words[i]
    if word in _OPENING:
        return "<"
    if word in _CLOSING:
        return '"'
    after = i + 1 < len(s.words) and s.glued(i + 1)
    opens = after if after != s.glued(i) else not s.quoted
    s.quoted = opens
    return "<" if opens else '"'


def _join(s: Sentence) -> None:
    """Retag what hyphens join: "Qatar-based" modifies, "de-escalate" is its last part."""
    tags = s.tags
    for last in [i + 1 for i, word in enumerate(s.words) if word in HYPHENS]:
        if last >= len(tags) or not s.joined(last):
            continue
        first = last - 2
        tags[last - 1] = "-"
        if s.lower[first] in s.lex.prefixes:
            tags[first] = "A"
            continue
        noun = last + 1 < len(tags) and tags[last + 1] in "NSPJ-'"
        if tags[last] in "VvzRI" or (tags[first] == "C" and tags[last] == "N" and noun):
            tags[last] = "J" if noun else "N"
        if tags[first] not in "NSPCJ":
            tags[first] = "J"


def _quantify(s: Sentence) -> None:
    """Retag "more than", "at least" before a number as adverbs of it."""
    tags, lower = s.tags, s.lower
    for i in [i for i, word in enumerate(lower) if word in s.lex.quantifier_ends]:
        if 0 < i < len(tags) - 1 and tags[i + 1] in "CD":
            for length in range(_LONGEST_QUANTIFIER, 1, -1):
                first = i + 1 - length
                if first >= 0 and " ".join(lower[first : i + 1]) in s.lex.quantifiers:
                    tags[first : i + 1] = "R" * length
                    break


_PENN = {
    "NN": "N", "NNS": "S", "NNP": "P", "NNPS": "P", "DT": "D", "PDT": "D", "WDT": "w", "WP": "w",
    "PRP": "r", "PRP$": "$", "WP$": "$", "EX": "E", "CD": "C", "JJ": "J", "JJR": "J", "JJS": "J",
    "RB": "R", "RBR": "R", "RBS": "R", "WRB": "s", "VB": "V", "VBP": "v", "VBZ": "z", "VBD": "d",
    "VBN": "n", "VBG": "g", "MD": "M", "TO": "T", "IN": "I", "RP": "I", "CC": "c", "POS": "'",
    "HYPH": "-", "AFX": "A", ",": ",", ".": ".", ":": ":", "``": "<", "''": '"', "-LRB-": "(",
    "-RRB-": ")", "$": "C",
}  # fmt: skip
_SUBORDINATORS = frozenset("that if whether because although though unless while whereas".split())


def penn(tags: list[str], lower: list[str]) -> str:
    """Return the codes of words that another tagger gave Penn Treebank *tags*."""
    readings = lexicon().readings
    codes: list[str] = []
    for tag_, word in zip(tags, lower, strict=True):
        code = _PENN.get(tag_, "X")
        closed = readings.get(word, "")
        if code in "VvzdngRM" and closed in tuple("BHOQM"):
            code = closed
        elif tag_ == "IN" and word in _SUBORDINATORS:
            code = "s"
        elif closed == "t" and code == "P":
            code = "t"
        elif tag_ == "VBZ" and word in ("'s", "’s"):
            code = "B"
        codes.append(code)
    return "".join(codes)
