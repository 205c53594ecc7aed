"""Where acts are: triggers tried at the tokens that can anchor them, the best kept."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from newsfacts.tokens import Tokens
from newsfacts_negotiations.patterns import Match, match
from newsfacts_negotiations.triggers import Trigger, anchored

__all__ = ["Act", "find"]


@attrs.frozen
class Act:
    trigger: Trigger
    match: Match
    start: int
    end: int


_DET = frozenset("a an the this that its their his her our my your no any some every each of 's ’s s' new more".split())


def find(view: Tokens) -> Iterator[Act]:
    index = anchored()
    words = view.lower
    def fits(i: int, tag: str) -> bool:
        prev = words[i-1] if i else ""
        if tag == "v":
            if words[i].endswith(("ed",)): return True
            return prev not in _DET
        return prev not in ("to", "will", "would")
    for i, word in enumerate(words):
        entries = index.get(word)
        if entries is None:
            continue
        bounds = view.sentence_range(i)
        best = None
        for t in entries:
            m = match(t.pattern, words, i, bounds, fits)
            if m is None: continue
            if t.when == "refusal":
                w = words[max(bounds[0], i-5):i]
                if not (("not" in w or "n't" in w or "never" in w) and ({"will","would","wo","cannot","can"} & set(w))): continue
            n = sum(p is not None for p in m.parts) + (t.when is not None)
            if best is None or n > best[0]:
                best = (n, t, m)
        if best:
            _, t, m = best
            yield Act(t, m, m.start, m.end)
