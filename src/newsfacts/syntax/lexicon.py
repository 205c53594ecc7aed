"""The word lists of the tagger, loaded once when first needed: readings, lemmas, closed classes."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files

import attrs

from newsfacts.tokens import NO_PRONOUNS

__all__ = ["Lexicon", "guess", "inflected", "lemma", "lexicon"]

_CODES = {
    "NN": "N", "NNS": "S", "VB": "V", "VBZ": "z", "VBD": "d", "VBN": "n", "VBG": "g", "JJ": "J",
    "RB": "R", "NNP": "P",
}  # fmt: skip
_PUNCTUATION = {
    **dict.fromkeys(".?!…", "."),
    **dict.fromkeys(";:—–-/", ":"),
    **dict.fromkeys('"“”«»„', '"'),
    "''": '"', "``": '"', "--": ":", "...": ".", "‘": '"', "’": '"', "'": '"', ",": ",",
    "(": "(", "[": "(", ")": ")", "]": ")", "&": "c", "%": "N", "$": "C", "€": "C", "£": "C",
}  # fmt: skip
_SUFFIXES = (
    ("ing", "gN"), ("ed", "nd"), ("ly", "R"), ("ous", "J"), ("ful", "J"), ("less", "J"),
    ("able", "J"), ("ible", "J"), ("ive", "JN"), ("ic", "J"), ("al", "JN"), ("ish", "J"),
    ("ary", "JN"), ("ss", "N"), ("us", "N"), ("is", "N"), ("ize", "V"), ("ise", "VN"), ("s", "S"),
)  # fmt: skip
_PREFIXES = ("re", "un", "dis", "over", "out", "mis", "under", "de")
_STEM = 4
"""Letters that what stands behind a prefix has, at least."""
_AUXILIARIES = {
    **dict.fromkeys("be am is are was were been being 's ’s 're ’re 'm ’m ai".split(), "be"),
    **dict.fromkeys("have has had having 've ’ve".split(), "have"),
    **dict.fromkeys("do does did done doing".split(), "do"),
}
_DOUBLED = re.compile(r"([^aeiou])\1\Z")
_SHORT = re.compile(r"[^aeiou]*[aeiou][^aeiouwxy]")
"""A stem that would have doubled its last letter, had it ended there: "hoped" is not "hop"."""
_HEADLINE_WORDS = 4
_MOST_MET = 30_000
"""Words; past it the ones met so far are forgotten."""
_OPENERS = frozenset('":.(')
"""Codes of marks after which a capital says nothing."""


@attrs.frozen(eq=False)
class Lexicon:
    """Is what the tagger knows of words."""

    readings: dict[str, str]
    """Codes that a word in lower case can have, commonest first."""
    capitalised: dict[str, str]
    """The same of words that are written with a capital and are no names: "Israeli"."""
    closed: frozenset[str]
    object_pronouns: frozenset[str]
    says: frozenset[str]
    transitive: frozenset[str]
    loose: frozenset[str]
    bare: frozenset[str]
    to_noun: frozenset[str]
    quantifiers: frozenset[str]
    quantifier_ends: frozenset[str]
    quantifier_starts: frozenset[str]
    particles: frozenset[str]
    prefixes: frozenset[str]
    _met: _Met = attrs.field(
        init=False,
        default=attrs.Factory(lambda self: _Met(self), takes_self=True),  # noqa: PLW0108 - the class comes below
    )

    def candidates(self, words: list[str], lower: list[str]) -> list[str]:
        """Return for each word of a sentence the codes it can have, commonest first."""
        met = self._met
        if len(met) > _MOST_MET:
            met.forget()
        found = list(map(met.__getitem__, words))
        closed = self.closed
        if met.small.isdisjoint(words) and met.headline(words):
            return list(map(met.in_headline.__getitem__, words))
        if not NO_PRONOUNS.isdisjoint(lower):
            pairs = zip(lower, found, strict=True)
            found = ["P" if low in NO_PRONOUNS else code for low, code in pairs]
        marks, openers, size = met.marks, _OPENERS, len(words)
        for opener in [-1, *[i for i, code in enumerate(found) if code in openers]]:
            i = opener + 1
            while i < size and words[i] in marks and found[i] not in openers:
                i += 1
            if i < size and words[i][0].isupper() and lower[i] not in closed:
                found[i] = self.capital(words[i], lower[i], opening=True, headline=False)
        return found

    def capital(self, word: str, low: str, *, opening: bool, headline: bool) -> str:
        """Return the candidates of a word with a capital."""
        known = self.capitalised.get(word.title() if headline else word)
        if known:
            return known
        if headline or (opening and not word.isupper()):
            return self.readings.get(low) or "P"
        return "P"


class _Met(dict[str, str]):
    """Is the codes of the words met so far as they stand within a sentence; look up any word."""

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__()
        self._lexicon = lexicon
        self.marks: set[str] = set()
        """The words met that begin with neither letter nor digit."""
        self.small: set[str] = set()
        """The words met that no headline has: with a small letter, of no closed class."""
        self.capitals: set[str] = set()
        """The words met with a capital, of no closed class."""
        self.common: set[str] = set()
        """Those of them that are words, in lower case, as well."""
        self.shouted: set[str] = set()
        """The words of closed classes that were met in capitals."""
        self.in_headline: dict[str, str] = {}
        """The codes of the words met as they stand in a headline."""

    def __missing__(self, word: str) -> str:
        """Find the codes of *word*, and know them from now on."""
        lex, first, low = self._lexicon, word[0], word.lower()
        closed = low in lex.closed
        if first.islower() or closed:
            code = lex.readings.get(low) or guess(low)
            if not closed:
                self.small.add(word)
            elif first.isalpha() and len(word) > 1 and word.isupper():
                self.shouted.add(word)
        elif first.isupper():
            code = lex.capital(word, low, opening=False, headline=False)
        elif first.isdigit():
            code = "C"
        else:
            code = lex.readings.get(low) or _PUNCTUATION.get(word) or punctuation(word)
            self.marks.add(word)
        self[word] = self.in_headline[word] = code
        if closed or first.islower():
            return code
        if first.isalpha():
            self.capitals.add(word)
            if low in lex.readings:
                self.common.add(word)
        if first.isupper():
            self.in_headline[word] = lex.capital(word, low, opening=True, headline=True)
        return code

    def headline(self, words: list[str]) -> bool:
        """Tell whether capitals say nothing here: a headline or a text in capitals.

        None of *words*, which were all met, is a small one.
        """
        capitals = sum(map(self.capitals.__contains__, words))
        if capitals < _HEADLINE_WORDS and self.shouted.isdisjoint(words):
            return False
        return 2 * sum(map(self.common.__contains__, words)) >= capitals

    def forget(self) -> None:
        """Begin anew."""
        self.clear()
        self.in_headline.clear()
        for words in (self.marks, self.small, self.capitals, self.common, self.shouted):
            words.clear()


def guess(word: str) -> str:
    """Guess the codes of an unknown word in lower case by its prefix or its ending."""
    for prefix in _PREFIXES:
        rest = word.removeprefix(prefix)
        if rest != word and len(rest) >= _STEM and rest in lexicon().readings:
            return lexicon().readings[rest]  # "reconvene" is what "convene" is
    for suffix, code in _SUFFIXES:
        if word.endswith(suffix) and len(word) > len(suffix) + 2:
            return code
    return "N"


def punctuation(word: str) -> str:
    """Return the code of a token that begins with neither letter nor digit."""
    if any(letter.isdigit() for letter in word):
        return "C"
    return "N" if any(letter.isalpha() for letter in word) else ":"


@cache
def lexicon() -> Lexicon:
    """Load the word lists."""
    closed = tomllib.loads(_read("closed.toml"))
    readings: dict[str, str] = {}
    capitalised: dict[str, str] = {}
    for line in _read("lexicon.txt").splitlines():
        if line.startswith("#"):
            continue
        tags, _, listed = line.partition(": ")
        into = readings
        if tags.startswith("capitalised "):
            tags, into = tags.removeprefix("capitalised "), capitalised
        code = "".join(_CODES[one] for one in tags.split())
        into.update(dict.fromkeys(listed.split(), code))
    codes = {code: listed.split() for code, listed in closed["codes"].items()}
    lists = {name: frozenset(listed.split()) for name, listed in closed["lists"].items()}
    for code, listed_words in codes.items():
        readings.update(dict.fromkeys(listed_words, code))
    quantifiers = frozenset(closed["quantifiers"])
    return Lexicon(
        readings=readings,
        capitalised=capitalised,
        closed=frozenset(word for listed in codes.values() for word in listed),
        quantifiers=quantifiers,
        quantifier_starts=frozenset(
            [*(phrase.split()[0] for phrase in quantifiers), *"about nearly almost around".split()]
        ),
        quantifier_ends=frozenset(phrase.split()[-1] for phrase in quantifiers),
        **lists,
    )


@cache
def _irregular() -> dict[str, dict[str, str]]:
    """Load the irregular lemmas of nouns and of verbs."""
    tables: dict[str, dict[str, str]] = {}
    for line in _read("lemmas.txt").splitlines():
        if not line.startswith("#"):
            kind, _, pairs = line.partition(": ")
            tables[kind] = dict(pair.split(">") for pair in pairs.split())
    return tables


@lru_cache(_MOST_MET)
def lemma(word: str, kind: str) -> str:
    """Return the lemma of *word*, in lower case, as a *kind*: "noun" or "verb"."""
    stem = word.removesuffix("ing").removesuffix("ed")
    if kind == "verb" and _DOUBLED.search(stem) and "V" in lexicon().readings.get(stem, ""):
        return stem
    odd = _AUXILIARIES.get(word) if kind == "verb" else None
    odd = odd or _irregular()[kind].get(word)
    if odd:
        return odd
    readings, wanted = lexicon().readings, "V" if kind == "verb" else "N"
    known = readings.get(word, "")
    if wanted in known and not (kind == "noun" and known[0] == "S"):
        return word
    for base in _bases(word, kind):
        if wanted in readings.get(base, ""):
            return base
    return next(iter(_bases(word, kind)), word)


def _bases(word: str, kind: str) -> list[str]:
    """Return what *word* can be a regular form of, likeliest first."""
    if word.endswith("ies") and word not in ("dies", "lies", "ties"):
        return [word[:-3] + "y"]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        shorter = word[:-2]
        if word.endswith("es") and shorter.endswith(("s", "x", "z", "ch", "sh")):
            return [shorter, word[:-1]]
        return [word[:-1], shorter]
    if kind == "verb":
        for ending in ("ing", "ed"):
            stem = word.removesuffix(ending)
            if stem != word and len(stem) > 1:
                bases = [stem, stem + "e"]
                if ending == "ed" and stem.endswith("i"):
                    bases = [stem[:-1] + "y"]
                elif stem[-1] == stem[-2]:
                    bases.insert(1, stem[:-1])
                elif _SHORT.fullmatch(stem):
                    return bases[::-1]
                return sorted(bases, key=len, reverse=stem[-1] in "cvuzg" or stem.endswith("at"))
    return []


def inflected(base: str, kind: str) -> set[str]:
    """Return the forms of *base* as a *kind*, "noun" or "verb", and some words that are none.

    Whatever `lemma` takes for one is there, but for nouns in "-ers".
    """
    found = {base, base + "s", base + "es", *_irregular_forms().get(base, ())}
    endings = ["s"]
    if kind == "verb":
        stems = (base, base + base[-1], base.removesuffix("e"))
        found |= {stem + ending for stem in stems for ending in ("ing", "ed")}
        endings.append("d")
    return found | {base[:-1] + "ie" + ending for ending in endings if base.endswith("y")}


@cache
def _irregular_forms() -> dict[str, list[str]]:
    """Return the irregular forms of each lemma."""
    forms: dict[str, list[str]] = {}
    for table in (*_irregular().values(), _AUXILIARIES):
        for word, base in table.items():
            forms.setdefault(base, []).append(word)
    return forms


def _read(name: str) -> str:
    return files("newsfacts.syntax").joinpath("data", name).read_text("utf-8")
