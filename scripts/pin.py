"""Pins every dependency, for uv and for pip.

Writes `[tool.uv] constraint-dependencies` in pyproject.toml (which `uv run` heeds) and
constraints.txt (run-time dependencies with hashes, for pip). Neither records a download address;
uv.lock does, and is not committed. Run it to take newer versions:

    uv run scripts/pin.py
"""

import re
import subprocess
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PYPROJECT = ROOT / "pyproject.toml"
PINS = re.compile(r"^constraint-dependencies = \[(\n  .*)*\n?\]$", re.MULTILINE)


def main() -> None:
    """Resolve afresh, without the old pins, and write the new ones."""
    _write_pins([])
    _uv("lock", "--upgrade")
    everything = _uv("export", "--all-packages", "--all-groups", "--all-extras", "--no-hashes")
    _write_pins(line for line in everything.splitlines() if line)
    _uv("lock")
    runtime = _uv("export", "--all-extras", "--no-default-groups")
    (ROOT / "constraints.txt").write_text(runtime, encoding="utf-8")


def _uv(*arguments: str) -> str:
    export = ("--no-emit-workspace", "--no-header", "--no-annotate", "-q")
    extra = export if arguments[0] == "export" else ("-q",)
    command = ["uv", *arguments, *extra]
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout


def _write_pins(pins: Iterable[str]) -> None:
    lines = [f'  "{pin}",' for pin in pins]
    block = "\n".join(["constraint-dependencies = [", *lines, "]"])
    text = PYPROJECT.read_text(encoding="utf-8")
    PYPROJECT.write_text(PINS.sub(lambda _: block, text), encoding="utf-8")


if __name__ == "__main__":
    main()
