"""How long it takes before anything is read: imports, `--help`, a pipeline that is ready.

    uv run python benchmarks/startup.py [--json FILE]

Each is run in fresh processes, warm (files in the cache), the best of five; wall clock.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time

from measuring import Row, report

READY = (
    "from newsfacts import Article, Pipeline; p = Pipeline.discover(); "
    "p.run(Article('Egypt said on Tuesday that 3 people were killed before talks resumed.'))"
)
CASES = {
    "python": ["-c", "pass"],
    "import newsfacts": ["-c", "import newsfacts"],
    "newsfacts --help": ["-m", "newsfacts", "--help"],
    "import spacy": ["-c", "import spacy"],
    "a pipeline has read a sentence": ["-c", READY],
}
BOUNDS = {
    "import newsfacts": ("python", 0.15),
    "newsfacts --help": (None, 0.3),
    "a pipeline has read a sentence": ("import spacy", 1.0),
}


def main() -> None:
    """Measure, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--json")
    given = parser.parse_args()
    seconds = {name: best(arguments) for name, arguments in CASES.items()}
    report("Start", [row(name, seconds) for name in CASES], given.json)


def row(name: str, seconds: dict[str, float]) -> Row:
    """Return what a case takes, alone and beyond what it is compared with."""
    beyond, bound = BOUNDS.get(name, (None, None))
    return {
        "what": name,
        "s": seconds[name],
        "beyond": beyond or "",
        "s beyond": seconds[name] - (seconds[beyond] if beyond else 0),
        "bound s": bound or "",
    }


def best(arguments: list[str]) -> float:
    """Return the least wall-clock seconds of five runs of Python with *arguments*."""
    runs = []
    for _ in range(5):
        start = time.perf_counter()
        command = [sys.executable, *arguments]
        subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - our own
        runs.append(time.perf_counter() - start)
    return min(runs)


if __name__ == "__main__":
    main()
