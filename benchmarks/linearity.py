"""Whether time grows with the length of one article and no faster: prose and hostile text.

    uv run python benchmarks/linearity.py PATH... [--characters 10000000] [--json FILE]

For each kind of text the table has the CPU seconds for n and 2n characters and their quotient, up
to the length named. 2.2 is the bound.
"""

from __future__ import annotations

import argparse
from itertools import cycle

from measuring import Row, cpu, distinct_articles, report

from newsfacts import Article, Pipeline

HOSTILE = {
    "full stops": ".",
    "exclamation marks": "!",
    "dollar signs": "$",
    "digits": "1",
    "numbers": "1,000 ",
    "straight quotes": '"',
    "opening quotes": "\u201c",
    "brackets": "((",
    "one endless word": "abcdefgh",
    "one endless line": "the talks went on and ",
    "line breaks": "\n",
    "spaces": " ",
    "spaced stops": ". ",
    "capitals": "Abu Ali ",
    "said": 'he said "no" ',
    "killed": "12 killed and ",
    "days": "on Tuesday ",
}


def main() -> None:
    """Read the command line, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--characters", type=int, default=10_000_000)
    parser.add_argument("--hostile", type=int, default=1_000_000)
    parser.add_argument("--json")
    given = parser.parse_args()
    texts = [each.text for each in distinct_articles(given.paths)]
    pipeline = Pipeline.discover()
    pipeline.run(Article(texts[0], published="2024-05-03"))
    rows = []
    size = given.characters
    while size > given.characters // 8:
        rows.append(row("prose", prose(texts, size), pipeline))
        size //= 2
    for name, piece in HOSTILE.items():
        text = (piece * (given.hostile // len(piece) + 1))[: given.hostile]
        rows.append(row(name, text, pipeline))
    report("Linearity", rows, given.json)


def prose(texts: list[str], size: int) -> str:
    """Return *size* characters of one text after another, over again if need be."""
    parts: list[str] = []
    length = 0
    for text in cycle(texts):
        parts.append(text)
        length += len(text) + 2
        if length > size:
            return "\n\n".join(parts)[:size]
    raise AssertionError("there are no texts")


def row(name: str, text: str, pipeline: Pipeline) -> Row:
    """Return the times for the half and the whole of *text*."""
    half, whole = (
        cpu(lambda part=part: pipeline.run(Article(part, published="2024-05-03")))
        for part in (text[: len(text) // 2], text)
    )
    return {
        "text": name,
        "characters": len(text),
        "half s": half,
        "whole s": whole,
        "quotient": whole / half,
    }


if __name__ == "__main__":
    main()
