"""Builds the word lists of `newsfacts.syntax`: which parts of speech a word can have, and lemmas.

Run with the two sources installed beside (neither is needed at run time):

    uv run --no-project --with textblob --with spacy-lookups-data scripts/build_lexicon.py

Sources: the lexicon of Brill's tagger (MIT and University of Pennsylvania 1993, MIT licence, as
shipped in textblob) gives the commonest tag of a word; WordNet 3.0 (WordNet licence, as shipped in
spacy-lookups-data, MIT) gives its other readings and irregular lemmas; the word probabilities of
spacy-lookups-data keep the common words and drop rare readings. build_lexicon.toml holds what was
listed by hand.
"""

from __future__ import annotations

import gzip
import json
import tomllib
from collections import defaultdict
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import Any

HERE = Path(__file__)
DATA = HERE.parent.parent / "src/newsfacts/syntax/data"
HAND = {
    name: words.split()
    for name, words in tomllib.loads(HERE.with_suffix(".toml").read_text("utf-8")).items()
}
RAREST = -17.0
"""Log probability below which a word is left out."""
RARE_READING = 5.5
"""A noun keeps its verb reading where the verb's past is at most this much rarer."""
LIKELIER = 1.0
"""A word is a name where its capitalised form is this much likelier."""
OPEN = {"NN", "NNS", "VB", "VBD", "VBN", "VBG", "VBZ", "JJ", "RB"}
SAME = {"VBP": "VB", "JJR": "JJ", "JJS": "JJ", "RBR": "RB", "RBS": "RB", "NNPS": "NNS"}
ORDER = "NN NNS JJ VB VBZ VBD VBN VBG RB"
SURE_DEMONYM = ("ian", "ean", "can", "ese", "ish", "nch", "tch", "eek", "wiss")
DEMONYM = (*SURE_DEMONYM, "an", "i", "ic", "ch", "sh", "ss", "ot")
VOWELS = "aeiou"
PAIR = 2

Table = dict[str, set[str]]


def load(name: str) -> Any:
    """Read one table of spacy-lookups-data."""
    blob = files("spacy_lookups_data").joinpath(f"data/en_{name}.json.gz").read_bytes()
    return json.loads(gzip.decompress(blob))


def brill() -> dict[str, str]:
    """Read the commonest tag of each word."""
    spec = find_spec("textblob")  # found, not imported: importing it needs NLTK
    if spec is None or spec.origin is None:
        raise SystemExit("textblob is not installed")
    text = Path(spec.origin).with_name("en").joinpath("en-lexicon.txt").read_text("utf-8")
    lines = (line.split() for line in text.splitlines() if not line.startswith(";"))
    pairs = (pair for pair in lines if len(pair) == PAIR)
    return {word: SAME.get(tag, tag) for word, tag in pairs}


def regular(lemma: str) -> dict[str, str]:
    """Return the regular inflections of *lemma*: third person or plural, past, -ing."""
    changes = lemma.endswith("y") and lemma[-2:-1] not in VOWELS
    if lemma.endswith(("s", "x", "z", "ch", "sh")):
        third = lemma + "es"
    else:
        third = lemma[:-1] + "ies" if changes else lemma + "s"
    if lemma.endswith("e"):
        stem = lemma if lemma.endswith("ee") else lemma[:-1]
        return {"s": third, "ed": lemma + "d", "ing": stem + "ing"}
    past = lemma[:-1] + "ied" if changes else lemma + "ed"
    return {"s": third, "ed": past, "ing": lemma + "ing"}


class Builder:
    """Gathers readings from the sources."""

    def __init__(self) -> None:
        """Read the sources."""
        self.commonest = brill()
        self.index = load("lemma_index")
        self.probability: dict[str, float] = defaultdict(lambda: -25.0, load("lexeme_prob"))
        self.irregular: dict[str, dict[str, list[str]]] = {}
        for kind, table in load("lemma_exc").items():
            forms: dict[str, list[str]] = defaultdict(list)
            for form, lemmas in table.items():
                for lemma in lemmas:
                    forms[lemma].append(form)
            self.irregular[kind] = forms
        self.readings: Table = defaultdict(set)
        self.capitalised: Table = defaultdict(set)

    def usual(self, word: str) -> str:
        """Return the commonest tag of *word*, "" where Brill's lexicon lacks it."""
        return self.commonest.get(word, "")

    def is_name(self, word: str) -> bool:
        """Tell a name, which WordNet writes small too, from a word."""
        title = word.title()
        likelier = self.probability[title] > self.probability[word] + LIKELIER
        return word not in self.commonest and (title in self.commonest or likelier)

    def nouns(self) -> None:
        """Add nouns and their plurals."""
        for noun in self.index["noun"]:
            rare = self.usual(noun) == "VB" and noun in HAND["no_noun"]
            if rare or self.is_name(noun):
                continue
            self.readings[noun].add("NN")
            for form in self.irregular["noun"].get(noun, [regular(noun)["s"]]):
                if form != noun:
                    self.readings[form].add("NNS")

    def verbs(self) -> None:
        """Add verbs and their forms."""
        for verb in self.index["verb"]:
            odd, forms = self.irregular["verb"].get(verb, []), regular(verb)
            gerunds = [form for form in odd if form.endswith("ing")] or [forms["ing"]]
            pasts = [form for form in odd if not form.endswith(("ing", "s"))]
            if not pasts or forms["ed"] in self.commonest:
                pasts.append(forms["ed"])
            likeliest = max(self.probability[form] for form in pasts)
            rare = likeliest < self.probability[verb] - RARE_READING
            if rare and not self.usual(verb).startswith("VB"):
                continue
            self.readings[verb].add("VB")
            self.readings[forms["s"]].add("VBZ")
            for form in gerunds:
                self.readings[form] |= {"VBG", "NN"} if "NN" in self.usual(form) else {"VBG"}
            for form in pasts:
                self.readings[form] |= {"VBD", "VBN"}
        for verb in HAND["unchanged"]:
            self.readings[verb] |= {"VB", "VBD", "VBN"}
        for form in HAND["pasts"]:
            self.readings[form].discard("VBN")
        for form in HAND["participles"]:
            self.readings[form].discard("VBD")

    def modifiers(self) -> None:
        """Add adjectives and adverbs; a participle is an adjective only where commonly one."""
        for adjective in self.index["adj"]:
            if self.is_name(adjective):
                self.demonym(adjective.title())
            elif not adjective.endswith(("ed", "ing")) or self.usual(adjective) == "JJ":
                self.readings[adjective].add("JJ")
        for adverb in self.index["adv"]:
            if adverb.endswith("ly") or self.usual(adverb) == "RB":
                self.readings[adverb].add("RB")

    def demonym(self, title: str) -> None:
        """Add an adjective that is written with a capital."""
        sure = title.endswith(SURE_DEMONYM) or self.usual(title) != "NNP"
        if title.isalpha() and title.isascii() and sure and title.endswith(DEMONYM):
            self.capitalised["JJ"].add(title)

    def brill_tags(self) -> None:
        """Add the commonest tags."""
        for word, tag in self.commonest.items():
            if tag in OPEN and word.islower():
                self.readings[word].add(tag)
            plain = word.isalpha() and word.istitle() and word.isascii()
            if plain and tag == "JJ" and self.probability[word] > RAREST:
                self.capitalised["JJ"].add(word)
        for word, tags in self.readings.items():
            if tags & {"VBD", "VBN"} and self.usual(word) != "JJ":
                tags.discard("JJ")
        for word in HAND["adjectives"]:
            self.readings[word].add("JJ")
            self.commonest[word] = "JJ"
        for word in HAND["verbs"]:
            self.readings[word].discard("JJ")
            self.commonest[word] = "VBD"

    def keep(self) -> Table:
        """Return the common words by their tags, commonest first, and the capitalised ones."""
        groups: Table = defaultdict(set)
        for word, tags in self.readings.items():
            plain = word.isascii() and word.isalpha() and word.islower() and len(word) > 1
            if not tags or not plain:
                continue
            if self.probability[word] < RAREST and word not in self.commonest:
                continue
            usual = self.usual(word)
            order = sorted(tags, key=lambda tag: (tag != usual, ORDER.find(tag), tag))
            groups[" ".join(order)].add(word)
        kept = {word for words in groups.values() for word in words}
        adjectives = {w for w in self.capitalised["JJ"] if w.lower() not in kept}
        groups["capitalised JJ"] = adjectives | set(HAND["demonyms"])
        for word in kept:
            title = word.title()
            likely = self.probability[title] > self.probability[word] + LIKELIER
            name = likely and self.usual(title) == "NNP" and "NN" in self.readings[word]
            if name and title not in groups["capitalised JJ"]:
                groups["capitalised NNP"].add(title)
        return groups

    def lemmas(self, kept: set[str]) -> Table:
        """Return the irregular forms with their lemmas, by part of speech."""
        found: Table = {}
        for kind in ("noun", "verb"):
            found[kind] = {
                f"{form}>{lemma}"
                for lemma, odd in self.irregular[kind].items()
                for form in odd
                if form in kept and lemma in kept and form not in (lemma, *regular(lemma).values())
            }
        return found


def write(name: str, head: str, groups: Table) -> None:
    """Write one data file, a line a group."""
    lines = [head, *(f"{key}: {' '.join(sorted(groups[key]))}" for key in sorted(groups))]
    (DATA / name).write_text("\n".join(lines) + "\n", "utf-8")


def main() -> None:
    """Write lexicon.txt and lemmas.txt."""
    builder = Builder()
    builder.nouns()
    builder.verbs()
    builder.modifiers()
    builder.brill_tags()
    groups = builder.keep()
    kept = {word for words in groups.values() for word in words}
    made = "Made by scripts/build_lexicon.py from"
    write(
        "lexicon.txt",
        "# Parts of speech a word can have (Penn Treebank tags), commonest first.\n"
        f"# {made} Brill's lexicon (MIT licence) and WordNet 3.0 (WordNet licence).",
        groups,
    )
    write(
        "lemmas.txt",
        f"# Irregular lemmas, form>lemma. {made} WordNet 3.0 (WordNet licence).",
        builder.lemmas(kept),
    )


if __name__ == "__main__":
    main()
