"""Write the list of common English words of newsfacts-actors from spacy-lookups-data.

    uv run --no-project --with spacy-lookups-data python scripts/make_common_words.py

spacy-lookups-data (MIT) carries log probabilities of a million word forms, case kept, and lemma
tables made from WordNet (WordNet licence). A word is common where it is
written small more often than with a capital, and stands in the lemma tables or is frequent.
"""

import gzip
import json
from pathlib import Path

import spacy_lookups_data  # type: ignore[import-not-found]

TARGET = Path("plugins/newsfacts-actors/src/newsfacts_actors/data/common_words.txt")
HEADER = """\
# English words that are written small more often than with a capital, so that a capital at the
# start of a sentence says nothing. Source: spacy-lookups-data, by scripts/make_common_words.py.
"""
KEPT = 42_000
FREQUENT = -15.5
RARE = -99.0


def table(name: str) -> dict[str, object]:
    """Load one of the tables of the package."""
    folder = Path(spacy_lookups_data.__file__).parent / "data"
    loaded: dict[str, object] = json.loads(
        gzip.decompress((folder / f"{name}.json.gz").read_bytes())
    )
    return loaded


def words() -> list[str]:
    """Return the words, the most frequent KEPT of them, in alphabetical order."""
    probabilities = table("en_lexeme_prob")
    forms = set(table("en_lemma_lookup"))
    for lemmas in table("en_lemma_index").values():
        forms.update(lemmas)  # type: ignore[arg-type]
    small = [
        (-float(probability), word)  # type: ignore[arg-type]
        for word, probability in probabilities.items()
        if (word in forms or float(probability) > FREQUENT)  # type: ignore[arg-type]
        and len(word) > 1
        and word.isascii()
        and word.isalpha()
        and word.islower()
        and float(probability) > float(probabilities.get(word.capitalize(), RARE))  # type: ignore[arg-type]
    ]
    return sorted(word for _, word in sorted(small)[:KEPT])


def main() -> None:
    """Write the list, many words a line."""
    TARGET.write_text(HEADER + "\n".join(words()) + "\n", "utf-8")


if __name__ == "__main__":
    main()
