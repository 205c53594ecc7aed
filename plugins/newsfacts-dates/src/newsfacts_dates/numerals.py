"""Numbers in words and digits, as durations and ordinals use them."""

from __future__ import annotations

from collections.abc import Sequence

from newsfacts_dates.grammar import lexicon

__all__ = ["number", "ordinal", "spoken_year"]

_THOUSAND = 1000


def number(words: Sequence[str]) -> float | None:
    """Return the number that *words* say ("two hundred and ten", "2,090", "a dozen"), else None.

    Args:
        words: in lower case; hyphens and "and" may stand among them.
    """
    values = lexicon()["NUM"]
    total, current, seen = 0.0, 0.0, False
    for word in words:
        if word in ("and", "-", "–", "‑", "a", "an"):
            continue
        if word[0].isdigit():
            try:
                current += float(word.replace(",", "").replace("½", ".5"))
            except ValueError:
                return None
        elif word in values:
            value = int(values[word])
            if value in (12, 100) and word in ("dozen", "hundred"):
                current = max(current, 1) * value
            elif value >= _THOUSAND:
                total += max(current, 1) * value
                current = 0
            else:
                current += value
        else:
            return None
        seen = True
    return total + current if seen else None


def ordinal(word: str) -> int | None:
    """Return the number of an ordinal ("third", "11th"), else None."""
    if word[0].isdigit():
        digits = word.rstrip("stndrh")
        return int(digits) if digits.isdigit() else None
    value = lexicon()["ORD"].get(word)
    return None if value is None else int(value)


def spoken_year(words: Sequence[str]) -> int | None:
    """Return the year that is read in two halves ("nineteen ninety-six"), else None."""
    parts = [word for word in words if word not in ("-", "–")]
    if parts == ["two", "thousand"]:
        return 2000
    century, rest = number(parts[:1]), number(parts[1:])
    if century is None or rest is None:
        return None
    return int(century) * 100 + int(rest)
