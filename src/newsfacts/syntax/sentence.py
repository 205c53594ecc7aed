"""A sentence while it is tagged: its words, what each can be, what is decided so far."""

from __future__ import annotations

import attrs

from newsfacts.syntax.lexicon import Lexicon

__all__ = ["HYPHENS", "Can", "Sentence"]

_AHEAD = 15
"""How many words a look ahead for a finite verb takes in."""
_FAR_AHEAD = 25
_FINITE = frozenset("MBHO")
_VERBS = frozenset("VvzdngBHM")
_FINITE_VERBS = frozenset("vzdBHM")
_STOPS = frozenset(",.:sw<>()c")
_NO_PHRASE = frozenset("VvzdngBHMOTIc,:.s")
_FINITE_OR_STOP = frozenset("vzdBHMOcw,")
HYPHENS = frozenset("-–‑")


class Can(dict[str, bool]):
    """Tells of a word's candidates whether any is among some codes; each answer is kept."""

    def __init__(self, codes: str) -> None:
        super().__init__()
        self._codes = frozenset(codes)

    def __missing__(self, candidates: str) -> bool:
        answer = self[candidates] = not self._codes.isdisjoint(candidates)
        return answer


_NOMINAL = Can("NSPJ")
_FINITE_FORM = Can("MBHOdz")


@attrs.define(eq=False)
class Sentence:
    """Holds one sentence; `tags` grows from left to right."""

    words: list[str]
    lower: list[str]
    starts: list[int]
    """The offset of each word."""
    cands: list[str]
    """The codes each word can have, commonest first."""
    lex: Lexicon
    hyphens: bool
    """Whether it holds a hyphen between words."""
    tags: list[str] = attrs.field(factory=list)
    """The codes decided so far."""
    quoted: bool = False
    """Whether a straight quotation mark is open."""

    @property
    def verb(self) -> str:
        """The code of the last verb so far."""
        for code in reversed(self.tags):
            if code in _VERBS:
                return code
        return ""

    @property
    def finite(self) -> str:
        """The code of the last finite verb so far."""
        for code in reversed(self.tags):
            if code in _FINITE_VERBS:
                return code
        return ""

    def previous(self, i: int, skip: str) -> int:
        """Return the index of the last word before *i* whose code is not in *skip*; -1 if none."""
        i -= 1
        tags = self.tags
        while i >= 0 and tags[i] in skip:
            i -= 1
        return i

    def code(self, i: int) -> str:
        """Return the code decided for *i*, "" before the sentence."""
        return self.tags[i] if i >= 0 else ""

    def following(self, i: int) -> str:
        """Return the candidates of the word after *i*."""
        return self.cands[i + 1] if i + 1 < len(self.cands) else "."

    def word(self, i: int) -> str:
        """Return the word at *i* in lower case, "" outside the sentence."""
        return self.lower[i] if 0 <= i < len(self.lower) else ""

    def noun_follows(self, i: int) -> bool:
        """Tell whether the word after *i* can be a noun or adjective."""
        following = self.following(i)
        return _NOMINAL[following] and following[0] not in "DITH"

    def noun_before(self, i: int) -> str:
        """Return the code before the noun phrase that ends before *i*."""
        return self.code(self.previous(i, "NSPJCD$'-"))

    def starts_phrase(self, i: int) -> bool:
        """Tell whether a noun phrase seems to start at *i*."""
        if i >= len(self.cands):
            return False
        first = self.cands[i][0]
        if first in "D$rPCJNSt":
            return True
        number = first in "RI" and self.lower[i] in self.lex.quantifier_starts
        return number and "C" in self.cands[i + 1 : i + 4]

    def relative_open(self, i: int) -> bool:
        """Tell whether a relative clause waits for its verb: "whose release the rebels" demand."""
        for j in range(i - 1, -1, -1):
            if self.tags[j] == "w" or self.lower[j] == "whose":
                return j < i - 2  # not "whose army leaders"
            if self.tags[j] in _NO_PHRASE:
                return False
        return False

    def clause_open(self, i: int) -> bool:
        """Tell whether a subordinate clause waits for its verb: "if the siege" ends."""
        for j in range(i - 1, -1, -1):
            if self.tags[j] == "s":
                return True
            if self.tags[j] in _FINITE_OR_STOP:
                return False
        return False

    def aside_closes(self, i: int) -> bool:
        """Tell whether a comma follows and after it the verb: ", *signed* in May, has been"."""
        for j in range(i + 1, min(i + _AHEAD, len(self.cands) - 1)):
            if self.lower[j] == ",":
                after = self.cands[j + 1]
                return after[0] in _FINITE or after in ("d", "z")
            if self.cands[j][0] in _FINITE and self.words[j].islower():  # not "May"
                return False
        return False

    def joined(self, i: int) -> bool:
        """Tell whether a hyphen joins the word at *i* to the one before it."""
        return i > 1 and self.words[i - 1] in HYPHENS and self.glued(i) and self.glued(i - 1)

    def glued(self, i: int) -> bool:
        """Tell whether the word at *i* follows the one before without a space."""
        return i > 0 and self.starts[i] == self.starts[i - 1] + len(self.words[i - 1])

    def verb_ahead(self, i: int) -> bool:
        """Tell whether a word that can be a finite verb follows in the sentence."""
        return any(map(_FINITE_FORM.__getitem__, self.cands[i : i + _FAR_AHEAD]))

    def finite_ahead(self, i: int) -> bool:
        """Tell whether a plain finite verb follows before the clause ends."""
        cands = self.cands
        for j in range(i, min(i + _AHEAD, len(cands))):
            code = cands[j]
            if (code[0] in _FINITE and cands[j - 1][0] != "T") or code in ("d", "z"):
                return True
            if code[0] in _STOPS or self.lower[j] in ("that", "which"):
                return False
        return False
