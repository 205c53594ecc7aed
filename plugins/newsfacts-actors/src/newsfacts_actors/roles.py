"""The role of a person as the text gives it: "Palestinian President", "a senior Hamas leader"."""

from __future__ import annotations

import re

from newsfacts_actors.knowledge import Knowledge, Words, normal

__all__ = ["role_after", "role_before"]

_WORDS = re.compile(r"[\w’'.&-]+")
_GAP = frozenset((" ", "\u00a0", "-"))
_MODIFIERS = frozenset(
    "former senior acting deputy top outgoing interim vice veteran late prominent chief political military rebel"
    " opposition prime foreign defence defense interior finance health justice energy security national special"
    " regional executive press exiled ousted deposed jailed newly elected supreme spiritual human rights peace"
    " army police party government local".split()
)
_LINKS = frozenset("of for and to the in on 's".split())
_APPOSED = re.compile(r", ((?:an?|the|its|his|their|one of the )?[^\W\d][^,.;:()\n]{2,90})(?=[,.;:)\n]|\Z)")
_ARTICLE = re.compile(r"(?:an?|the|its|his|their)\s+", re.IGNORECASE)
_LONGEST = 9


def role_before(text: str, start: int, known: Knowledge, lexicon: Words) -> tuple[int, int] | None:
    """Return the offsets of the role that leads up to a name at *start*, None if there is none."""
    window = max(0, start - 90)
    before = [match.span() for match in _WORDS.finditer(text, window, start)]
    begin = None
    edge = start
    for first, last in reversed(before[-_LONGEST:]):
        if text[last:edge] not in _GAP or (first == window and window):
            break
        word = text[first:last]
        bare = word.rstrip(".")
        plain = normal(word).removesuffix("'s")
        if bare in lexicon.title_heads or word in lexicon.roles:
            begin = first
        elif bare in lexicon.titles or word in _MODIFIERS or bare in lexicon.portfolios or plain in known.names:
            begin = first if begin is not None else None
            if begin is None:
                break
        elif word not in _LINKS or begin is None:
            break
        edge = first
    if begin is None:
        return None
    end = start
    while end > begin and text[end - 1].isspace():
        end -= 1
    return begin, end


def role_after(text: str, end: int, lexicon: Words) -> tuple[int, int] | None:
    """Return the offsets of the role in apposition to a name that ends at *end*, or None."""
    match = _APPOSED.match(text, end)
    if match is None:
        return None
    words = match[1].split()
    place = next((n for n, word in enumerate(words) if word in lexicon.roles), None)
    if place is None or place > _LONGEST:
        return None
    cut = next(
        (n for n, word in enumerate(words) if word in ("who", "whose", "that", "which", "said", "told")),
        len(words),
    )
    if cut <= place:
        return None
    start = match.start(1)
    article = _ARTICLE.match(text, start)
    begin = article.end() if article else start
    stop = start + len(re.match(r"(?:\S+\s*){%d}" % cut, match[1]).group().rstrip())  # type: ignore[union-attr]
    return (begin, stop) if stop > begin else None
