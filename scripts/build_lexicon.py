"""Builds the word lists of `newsfacts.syntax`: which parts of speech a word can have, and lemmas.

Run with the two sources installed beside (neither is needed at run time):

    uv run --no-project --with textblob --with spacy-lookups-data scripts/build_lexicon.py

Sources: the lexicon of Brill's tagger (MIT and University of Pennsylvania 1993, MIT licence, as
shipped in textblob) gives the commonest tag of a word; WordNet 3.0 (WordNet licence, as shipped in
spacy-lookups-data, MIT) gives its other readings and irregular lemmas; the word probabilities of
spacy-lookups-data keep the common words and drop rare readings.
"""

from __future__ import annotations

import gzip
import json
from collections import defaultdict
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent.parent / "src/newsfacts/syntax/data"
RAREST = -17.0
"""Log probability below which a word is left out."""
RARE_READING = 5.5
"""A noun keeps its verb reading where the verb's past is at most this much rarer."""
OPEN = {"NN", "NNS", "VB", "VBD", "VBN", "VBG", "VBZ", "JJ", "JJR", "JJS", "RB", "RBR", "RBS"}
SAME = {"VBP": "VB", "JJR": "JJ", "JJS": "JJ", "RBR": "RB", "RBS": "RB", "NNPS": "NNS"}
LIKELIER = 1.0
"""A word is a name where its capitalised form is this much likelier, as log probability."""
PASTS = [
    "arose",
    "ate",
    "awoke",
    "bade",
    "began",
    "bit",
    "blew",
    "broke",
    "chose",
    "came",
    "did",
    "drank",
    "drew",
    "drove",
    "fell",
    "flew",
    "forbade",
    "forgave",
    "forgot",
    "forsook",
    "froze",
    "gave",
    "went",
    "grew",
    "hid",
    "knew",
    "lay",
    "mistook",
    "overcame",
    "overthrew",
    "overtook",
    "partook",
    "ran",
    "rang",
    "rose",
    "sang",
    "sank",
    "saw",
    "shook",
    "shrank",
    "sprang",
    "stank",
    "stole",
    "strode",
    "strove",
    "swam",
    "swore",
    "swung",
    "spoke",
    "threw",
    "took",
    "tore",
    "undertook",
    "underwent",
    "outgrew",
    "withdrew",
    "woke",
    "wore",
    "wove",
    "wrote",
    "became",
    "overran",
    "foresaw",
    "outdid",
    "redid",
    "undid",
    "withstrew",
    "slew",
    "shot-down",
]
PARTICIPLES = [
    "arisen",
    "eaten",
    "awoken",
    "bidden",
    "begun",
    "bitten",
    "blown",
    "broken",
    "chosen",
    "done",
    "drunk",
    "drawn",
    "driven",
    "fallen",
    "flown",
    "forbidden",
    "forgiven",
    "forgotten",
    "forsaken",
    "frozen",
    "given",
    "gone",
    "grown",
    "hidden",
    "known",
    "lain",
    "mistaken",
    "overthrown",
    "overtaken",
    "partaken",
    "rung",
    "risen",
    "sung",
    "sunk",
    "seen",
    "shaken",
    "shrunk",
    "sprung",
    "stolen",
    "stridden",
    "striven",
    "swum",
    "sworn",
    "spoken",
    "thrown",
    "taken",
    "torn",
    "undertaken",
    "undergone",
    "outgrown",
    "withdrawn",
    "woken",
    "worn",
    "woven",
    "written",
    "foreseen",
    "outdone",
    "redone",
    "undone",
    "slain",
    "proven",
    "shown",
    "sewn",
    "sown",
    "mown",
    "hewn",
]
DEMONYMS = """Afghan Arab Basque Catalan Czech Dutch French Greek Kazakh Kurd Kyrgyz Slovak Swiss Tajik
Tamil Thai Turkmen Uzbek""".split()
SURE_DEMONYM = ("ian", "ean", "can", "ese", "ish", "nch", "tch", "eek", "wiss")
DEMONYM = (*SURE_DEMONYM, "an", "ese", "ish", "i", "ic", "ch", "sh", "ss", "ot")
NO_NOUN = [
    "say",
    "go",
    "get",
    "see",
    "know",
    "think",
    "make",
    "come",
    "give",
    "tell",
    "find",
    "become",
    "let",
    "keep",
    "seem",
    "begin",
    "send",
    "pay",
    "continue",
    "kill",
    "meet",
    "announce",
    "agree",
    "want",
    "hear",
    "bring",
    "live",
    "believe",
    "happen",
    "provide",
    "sit",
    "lose",
    "include",
    "understand",
    "add",
    "spend",
    "grow",
    "open",
    "remember",
    "consider",
    "appear",
    "serve",
    "die",
    "expect",
    "suggest",
    "reach",
    "remain",
    "raise",
    "decide",
    "require",
    "vow",
    "urge",
    "ask",
    "try",
    "need",
    "put",
    "mean",
    "leave",
    "carry",
    "take",
]
UNCHANGED = """set hit cut put hurt let shut spread cast bet bid cost burst split thrust shed quit rid read upset
broadcast forecast wed slit""".split()
BOTH = ("come", "become", "overcome", "run", "overrun")


def load(name: str) -> Any:
    """Read one table of spacy-lookups-data."""
    blob = files("spacy_lookups_data").joinpath(f"data/en_{name}.json.gz").read_bytes()
    return json.loads(gzip.decompress(blob))


def brill() -> dict[str, str]:
    """Read the commonest open-class tag of each word."""
    spec = find_spec("textblob")  # found, not imported: importing it needs NLTK
    assert spec and spec.origin
    text = Path(spec.origin).with_name("en").joinpath("en-lexicon.txt").read_text("utf-8")
    pairs = (line.split() for line in text.splitlines() if not line.startswith(";"))
    return {pair[0]: SAME.get(pair[1], pair[1]) for pair in pairs if len(pair) == 2}


def forms(lemma: str) -> dict[str, str]:
    """Return the regular inflections of *lemma* as a noun and a verb, tag to form."""
    if lemma.endswith(("s", "x", "z", "ch", "sh")):
        third = lemma + "es"
    elif lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        third = lemma[:-1] + "ies"
    else:
        third = lemma + "s"
    if lemma.endswith("e"):
        past, gerund = lemma + "d", (lemma if lemma.endswith("ee") else lemma[:-1]) + "ing"
    elif lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        past, gerund = lemma[:-1] + "ied", lemma + "ing"
    else:
        past, gerund = lemma + "ed", lemma + "ing"
    return {"s": third, "ed": past, "ing": gerund}


def main() -> None:
    """Write lexicon.txt and lemmas.txt."""
    commonest, index, exceptions = brill(), load("lemma_index"), load("lemma_exc")
    probability: dict[str, float] = defaultdict(lambda: -25.0)
    for word, value in load("lexeme_prob").items():
        probability[word] = value
    readings: dict[str, set[str]] = defaultdict(set)
    groups: dict[str, list[str]] = defaultdict(list)
    irregular: dict[str, dict[str, list[str]]] = {
        "noun": defaultdict(list),
        "verb": defaultdict(list),
    }
    for kind, table in irregular.items():
        for form, lemmas in exceptions[kind].items():
            for lemma in lemmas:
                table[lemma].append(form)

    def usual(word: str) -> str:
        return commonest.get(word, "")

    def name(word: str) -> bool:
        """Tell a name, which WordNet writes small too, from a word."""
        title = word.title()
        commoner = probability[title] > probability[word] + LIKELIER
        return word not in commonest and (title in commonest or commoner)

    for noun in index["noun"]:
        if usual(noun) == "VB" and noun in NO_NOUN:
            continue
        if name(noun):
            continue
        readings[noun].add("NN")
        for form in irregular["noun"].get(noun, [forms(noun)["s"]]):
            if form != noun:
                readings[form].add("NNS")
    for verb in index["verb"]:
        odd = irregular["verb"].get(verb, [])
        regular = forms(verb)
        gerunds = [form for form in odd if form.endswith("ing")] or [regular["ing"]]
        pasts = [form for form in odd if not form.endswith(("ing", "s"))]
        if not pasts or regular["ed"] in commonest:
            pasts.append(regular["ed"])
        used = max(probability[form] for form in pasts)
        if used < probability[verb] - RARE_READING and not usual(verb).startswith("VB"):
            continue
        readings[verb].add("VB")
        readings[regular["s"]].add("VBZ")
        for form in gerunds:
            readings[form] |= {"VBG", "NN"} if "NN" in usual(form) else {"VBG"}
        for form in pasts:
            readings[form] |= (
                {"VBD"} if form in PASTS else {"VBN"} if form in PARTICIPLES else {"VBD", "VBN"}
            )
    for adjective in index["adj"]:
        if name(adjective):
            title = adjective.title()
            demonym = title.endswith(SURE_DEMONYM) or usual(title) != "NNP"
            if title.isalpha() and title.isascii() and demonym and title.endswith(DEMONYM):
                groups["capitalised JJ"].append(adjective.title())
        elif not adjective.endswith(("ed", "ing")) or usual(adjective) == "JJ":
            readings[adjective].add("JJ")
    for adverb in index["adv"]:
        if adverb.endswith("ly") or usual(adverb) == "RB":
            readings[adverb].add("RB")
    for word, tag in commonest.items():
        if tag in OPEN and word.islower():
            readings[word].add(tag)

    for verb in UNCHANGED:
        readings[verb] |= {"VB", "VBD", "VBN"}
    for word, tags in readings.items():
        if tags & {"VBD", "VBN"} and usual(word) != "JJ":
            tags.discard("JJ")
    kept: set[str] = set()
    for word, tags in sorted(readings.items()):
        if not (word.isascii() and word.isalpha() and word.islower() and len(word) > 1):
            continue
        if probability[word] < RAREST and word not in commonest:
            continue
        usually = usual(word)
        order = sorted(
            tags, key=lambda tag: (tag != usually, "NN NNS JJ VB VBZ VBD VBN VBG RB".find(tag), tag)
        )
        groups[" ".join(order)].append(word)
        kept.add(word)
    for word, tag in commonest.items():
        capital = word.isalpha() and word.istitle() and word.isascii()
        if capital and tag == "JJ" and probability[word] > RAREST and word.lower() not in kept:
            groups[f"capitalised {tag}"].append(word)
    groups["capitalised JJ"] += DEMONYMS
    for word in sorted(kept):
        title = word.title()
        likely = probability[title] > probability[word] + LIKELIER
        adjective = title in groups["capitalised JJ"]
        if likely and not adjective and usual(title) == "NNP" and "NN" in readings[word]:
            groups["capitalised NNP"].append(title)
    lines = [
        "# Parts of speech a word can have, commonest first. Made by scripts/build_lexicon.py from Brill's lexicon (MIT)",
        "# and WordNet 3.0 (WordNet licence); see there.",
    ]
    lines += [f"{tags}: {' '.join(sorted(set(words)))}" for tags, words in sorted(groups.items())]
    (DATA / "lexicon.txt").write_text("\n".join(lines) + "\n", "utf-8")
    lemmas: dict[str, set[str]] = {"noun": set(), "verb": set()}
    for kind, table in irregular.items():
        for lemma, odd in table.items():
            regular_forms = set(forms(lemma).values())
            lemmas[kind] |= {
                f"{form}>{lemma}"
                for form in odd
                if form in kept and lemma in kept and form != lemma and form not in regular_forms
            }
    lines = [
        "# Irregular lemmas, form>lemma. Made by scripts/build_lexicon.py from WordNet 3.0 (WordNet licence)."
    ]
    lines += [f"{kind}: {' '.join(sorted(pairs))}" for kind, pairs in lemmas.items()]
    (DATA / "lemmas.txt").write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
