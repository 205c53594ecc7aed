"""Parts of speech by rule: one pass over a sentence, each ambiguous word decided by its neighbours.

A tag is one character, so that a sentence is a string and grammar over it a regular expression
(chunks.py). Words come from closed.toml (closed classes) and lexicon.txt (readings of open-class
words, commonest first); suffixes serve for the rest. The rules over neighbours follow Brill
(1992), "A simple rule-based part of speech tagger", written out by hand.
"""

from __future__ import annotations

from newsfacts.syntax.lexicon import Lexicon, lexicon

__all__ = ["UD", "tag"]

UD = {
    "N": "NOUN", "S": "NOUN", "P": "PROPN", "t": "PROPN", "D": "DET", "$": "PRON", "r": "PRON",
    "E": "PRON", "w": "PRON", "C": "NUM", "J": "ADJ", "R": "ADV", "Q": "PART", "V": "VERB",
    "v": "VERB", "z": "VERB", "d": "VERB", "n": "VERB", "g": "VERB", "M": "AUX", "B": "AUX",
    "H": "AUX", "O": "AUX", "T": "PART", "I": "ADP", "c": "CCONJ", "s": "SCONJ", "A": "X",
    "-": "PUNCT", "'": "PART", ",": "PUNCT", ".": "PUNCT", '"': "PUNCT", "(": "PUNCT",
    ")": "PUNCT", ":": "PUNCT", "X": "X",
}  # fmt: skip
"""The Universal Dependencies tag of each code.

N S P t: noun, plural, proper, of time. D $ r E w: determiner, possessive, personal, "there",
relative. C J R Q: number, adjective, adverb, negation. V v z d n g: base, present, third person,
past, past participle, -ing. M B H O T: modal, be, have, do, infinitive's "to". I c s: preposition,
coordinator, subordinator. A -: prefix and hyphen inside a word. ' is the possessive ending.
"""

_NOMINAL = "NSPJCt"
_FINITE = frozenset("MBHO")
_STOPS = frozenset(',.:sw"()c')


def tag(words: list[str], lower: list[str], glued: list[bool]) -> str:
    """Return the codes of a sentence's *words*, one character a word.

    Args:
        words: the words as they stand.
        lower: the same in lower case.
        glued: for each word, whether it follows the one before without a space.
    """
    return _Sentence(words, lower, glued, lexicon()).run()


class _Sentence:
    """Holds one sentence while it is tagged."""

    __slots__ = ("cands", "finite", "glued", "lex", "lower", "n", "tags", "verb", "words")

    def __init__(self, words: list[str], lower: list[str], glued: list[bool], lex: Lexicon) -> None:
        self.words, self.lower, self.glued, self.lex = words, lower, glued, lex
        self.n = len(words)
        self.cands = lex.candidates(words, lower)
        self.tags: list[str] = []
        self.verb = self.finite = ""
        """The codes of the last verb and of the last finite one."""

    def run(self) -> str:
        """Decide word by word, left to right."""
        tags, cands, lower = self.tags, self.cands, self.lower
        for i in range(self.n):
            code = cands[i]
            if len(code) > 1 or code in "Dg" or lower[i] in _SPECIAL:
                code = self._decide(i, code)
            if code in "VvzdngBHM":
                self.verb = code
                if code in "vzdBHM":
                    self.finite = code
            tags.append(code)
        self._compounds()
        self._quantifiers()
        return "".join(tags)

    def _compounds(self) -> None:
        """Retag what hyphens join: "Qatar-based" modifies, "de-escalate" is its last part."""
        tags, glued, words = self.tags, self.glued, self.words
        for i in range(1, self.n - 1):
            if words[i] not in ("-", "–", "‑") or not (glued[i] and glued[i + 1]):
                continue
            tags[i] = "-"
            last = i + 1
            if self.lower[i - 1] in self.lex.prefixes:
                tags[i - 1] = "A"
            elif tags[last] in "dnVvzgRI" or (
                tags[i - 1] == "C" and tags[last] in "N" and last + 1 < self.n
            ):
                nominal = last + 1 < self.n and tags[last + 1] in "NSPJ-'"
                tags[last] = "J" if nominal or tags[last] in "dng" else "N"
                if tags[i - 1] not in "NSPCJ":
                    tags[i - 1] = "J"
            elif tags[i - 1] not in "NSPCJ":
                tags[i - 1] = "J"

    def _quantifiers(self) -> None:
        """Retag "more than", "at least" before a number as adverbs of it."""
        tags, lower = self.tags, self.lower
        for i in range(1, self.n - 1):
            if lower[i] in self.lex.quantifier_ends and tags[i + 1] in "CD":
                for length in (3, 2):
                    first = i + 1 - length
                    if first >= 0 and " ".join(lower[first : i + 1]) in self.lex.quantifiers:
                        tags[first : i + 1] = "R" * length
                        break

    def _previous(self, i: int, skip: str) -> int:
        """Return the index of the last word before *i* whose code is not in *skip*; -1 if none."""
        i -= 1
        tags = self.tags
        while i >= 0 and tags[i] in skip:
            i -= 1
        return i

    def _next(self, i: int) -> str:
        """Return the candidates of the word after *i*."""
        return self.cands[i + 1] if i + 1 < self.n else "."

    def _starts_phrase(self, i: int) -> bool:
        """Tell whether a noun phrase seems to start at *i*."""
        return i < self.n and (self.cands[i][0] in "D$rPCJNSt" or self.lower[i] == "that")

    def _finite_ahead(self, i: int) -> bool:
        """Tell whether a plain finite verb follows before the clause ends."""
        cands = self.cands
        for j in range(i, min(i + 15, self.n)):
            code = cands[j]
            if code[0] in _FINITE or code in ("d", "z"):
                return True
            if code[0] in _STOPS or self.lower[j] in ("that", "which"):
                return False
        return False

    def _decide(self, i: int, code: str) -> str:
        """Decide on the word at *i* with candidates *code*."""
        word = self.lower[i]
        special = _SPECIAL.get(word)
        if special is not None:
            return special(self, i)
        if code == "D":
            follows = self._next(i)
            stands_alone = word in self.lex.lone_determiners and not (
                set(follows) & set("NSPJCtAR$D") or self.lower[i + 1 : i + 2] == ["of"]
            )
            return "r" if stands_alone else "D"
        if len(code) == 1 and code != "g":
            return code
        p = self._previous(i, "-")
        prev = self.tags[p] if p >= 0 else ""
        if self.glued[i] and p >= 0 and self.tags[p] == "A":
            p = self._previous(p, "-")
            prev = self.tags[p] if p >= 0 else ""
        v = self._previous(i, "RQ-A")
        before_adverbs = self.tags[v] if v >= 0 else ""
        if not set(code) & set("Vzdng"):
            return self._nominal(i, code, prev)
        return self._verbal(i, code, prev, before_adverbs, p, v)

    def _nominal(self, i: int, code: str, prev: str) -> str:
        """Decide between noun, adjective and adverb."""
        follows = self._next(i)[0]
        if "J" in code:
            if follows in "NSPJ" or (follows in "dngVz" and set(self._next(i)) & set("NSJ")):
                return "J" if "J" in code and (code[0] == "J" or follows not in "P") else code[0]
            if prev == "B":
                return "J"
            if code[0] == "J" and prev in "D$J'" and prev and "N" in code:
                return "N"
        return code[0]

    def _verbal(  # noqa: C901, PLR0911, PLR0912 - the rules of one word, in order
        self, i: int, code: str, prev: str, before: str, p: int, v: int
    ) -> str:
        """Decide on a word that can be a verb."""
        follows = self._next(i)
        if "V" in code:
            if before == "T":
                return self._after_to(i, code, v)
            if before in ("M", "O") or (v >= 0 and self.lower[v] in self.lex.bare):
                return "V"
            if before == "E":
                return "v"
        if before == "H":
            if "n" in code:
                return "n"
            return "d" if "d" in code else self._noun(i, code)
        if before == "B":
            if "g" in code:
                return "g"
            if code[0] == "J":
                return "J"
            if "n" in code:
                return "n"
            return "J" if "J" in code and follows[0] not in "NSP" else self._noun(i, code)
        if prev in ("D", "$", "'"):
            return self._modifier(i, code)
        if prev == "C" and not (p > 0 and self.tags[p - 1] == "t"):
            if set(code) & set("NSJ"):
                return self._noun(i, code)
            return "n" if "n" in code else code[0]
        if prev == "J" and not self._predicate(p):
            return self._modifier(i, code)
        if prev == "I":
            return self._after_preposition(i, code, p)
        if prev in ("r", "w") and self.lower[p] not in self.lex.object_pronouns:
            for wanted in "dVz":
                if wanted in code:
                    return "v" if wanted == "V" else wanted
            return "g" if "g" in code else code[0]
        if "d" in code or "n" in code:
            return self._past(i, code, prev, before)
        if "g" in code:
            return self._ing(i, code, prev)
        if prev and prev in "VvzdngHO":
            return self._noun(i, code)
        if "z" in code:
            return self._third(i, code, prev)
        return self._base(i, code, prev)

    def _after_to(self, i: int, code: str, v: int) -> str:
        """Decide after "to": mostly an infinitive."""
        before = self.lower[v - 1] if v else ""
        if before in self.lex.to_noun and "N" in code and not self._starts_phrase(i + 1):
            return "N"
        return "V"

    def _predicate(self, p: int) -> bool:
        """Tell whether the adjective at *p* stands after "be"."""
        q = self._previous(p, "RQ")
        return q >= 0 and self.tags[q] == "B"

    def _noun(self, i: int, code: str) -> str:
        """Return the nominal reading."""
        follows = self._next(i)
        if (
            "J" in code
            and set(follows) & set("NS")
            and follows[0] in "NSPJ"
            and (code[0] == "J" or "N" not in code)
        ):
            return "J"
        for wanted in "NS":
            if wanted in code:
                return wanted
        if "J" in code:
            return "J"
        if "n" in code or "g" in code or "d" in code:
            return "J" if set(follows) & set("NSPJ") else "N"
        return code[0]

    def _modifier(self, i: int, code: str) -> str:
        """Decide within a noun phrase."""
        if "g" in code and code[0] == "g":
            follows = self._next(i)
            if set(follows) & set("NSJ") and follows[0] not in "DI":
                return "J"
            return "g" if follows[0] in "D$rP" else "N"
        return self._noun(i, code)

    def _after_preposition(self, i: int, code: str, p: int) -> str:
        """Decide after a preposition."""
        word = self.lower[p]
        follows = self._next(i)
        if "g" in code:
            if code[0] == "g" or follows[0] in "D$rC":
                return "g"
            return "g" if self.lower[i + 1 : i + 2] == ["with"] else "N"
        if ("n" in code) and word in ("as", "than") and follows[0] not in "NSJ":
            return "n"
        if p > 0 and self.tags[p - 1] in "VvzdngN" and word in self.lex.particles and "d" in code:
            return self._past(i, code, "N", "N")
        return self._noun(i, code)

    def _past(self, i: int, code: str, prev: str, before: str) -> str:  # noqa: C901, PLR0911, PLR0912
        """Decide between past tense and participle."""
        word, follows = self.lower[i], self._next(i)
        if "n" not in code:
            nominal = set(code) & set("NJ")
            if nominal and prev and prev in "Vvzdn":
                return self._noun(i, code)
            return "d"
        if "d" not in code and "V" not in code:
            if set(follows) & set("NS") and follows[0] not in "DI" and prev in ("", "c", ",", "I"):
                return "J"
            return "n" if code[0] in "nJ" or prev in "NSP" else code[0]
        if word in self.lex.says:
            return "d" if "d" in code else "n"
        if follows[0] == "I" and self.lower[i + 1] == "by":
            return "n"
        if prev and prev in "Vvzdng":
            if set(follows) & set("NS") and follows[0] not in "DI":
                return "J"
            return "n"
        if prev == "s":
            return "n"
        if prev in ("", "c", ",", '"'):
            if prev != "" and self.verb in ("d", "z", "v", "B", "H") and self._starts_phrase(i + 1):
                if follows[0] in "NSJ" and code[0] == "J":
                    return "J"
                return "d"
            if set(follows) & set("NS") and follows[0] in "NSJ" and prev != ",":
                return "J"
            if prev == "c" and self.verb in ("n", "d"):
                return self.verb
            if prev == "c" and self.finite in ("d", "z", "v", "H"):
                return "d"
            return "n" if follows[0] in "IsRT." or prev == "" else "d"
        if prev in (")",) or before in "NSPtCrJR)":
            if self.verb == "n" and self._ellipsis(i):
                return "n"
            objectless = not self._starts_phrase(i + 1) and self.lower[i + 1 : i + 2] != ["that"]
            if objectless and word in self.lex.transitive:
                return "n"
            if self._finite_ahead(i + 1) and objectless:
                return "n"
            return "d"
        return "n" if code[0] in "nJ" else "d"

    def _ellipsis(self, i: int) -> bool:
        """Tell whether "was" is understood: "a woman was killed and four children wounded"."""
        j = i - 1
        while j >= 0 and self.tags[j] in "NSPJCRD$-A'I":
            j -= 1
        return j > 0 and self.tags[j] == "c" and not self._starts_phrase(i + 1)

    def _ing(self, i: int, code: str, prev: str) -> str:
        """Decide between a participle or gerund and a noun."""
        follows = self._next(i)
        if follows[0] in "D$rC" or self.lower[i + 1 : i + 2] == ["that"]:
            return "g"
        if code[0] == "N":
            return "N"
        if prev in ("", "c") and set(follows) & set("NS") and follows[0] in "NS":
            return "g"
        if "J" in code and follows[0] in "NS":
            return "J"
        return "g"

    def _third(self, i: int, code: str, prev: str) -> str:
        """Decide between a plural and a third person."""
        if "S" not in code and "N" not in code:
            return "z"
        nominal = "S" if "S" in code else "N"
        if prev in ("N", "P", "t", ")"):
            follows = self._next(i)
            complement = follows[0] in "D$rPCgT" or self.lower[i + 1 : i + 2] in (
                ["to"],
                ["that"],
                ["for"],
                ["on"],
                ["against"],
                ["with"],
                ["over"],
            )
            if code[0] == "S" and self.lower[i + 1 : i + 2] == ["that"] and i + 2 < self.n:
                complement = not set(self.cands[i + 2]) & set("MBHOvzd")
            if code[0] == "z":
                complement = complement or follows[0] in "IRNSJ"
            return "z" if complement and not self._finite_ahead(i + 1) else nominal
        return "z" if code[0] == "z" and prev in (",", "c") else nominal

    def _base(self, i: int, code: str, prev: str) -> str:
        """Decide between a noun or adjective and a base form."""
        if "N" not in code and "J" not in code:
            return "V" if prev in ("", "c") and self.verb in ("", "V") else "v"
        if prev == "S" and (self._starts_phrase(i + 1) or self._next(i)[0] in "TIR"):
            complement = (
                code[0] == "V"
                or self._next(i)[0] in "D$rPTt"
                or "that" in self.lower[i + 1 : i + 2]
            )
            if complement and not self._finite_ahead(i + 1):
                return "v"
        if prev in (",", "c") and self.verb == "V" and self._next(i)[0] in "D$rP":
            return "V"
        if prev in (",", "c", "S", "P") and code[0] == "V" and self._starts_phrase(i + 1):
            return "v"
        return self._noun(i, code)

    def _that(self, i: int) -> str:
        """Decide on "that": determiner, relative pronoun, pronoun or subordinator."""
        follows = self._next(i)
        prev = self.tags[i - 1] if i else ""
        verbal = follows[0] in "MBHOR" or (
            bool(set(follows) & set("vzd")) and not set(follows) & set("NS")
        )
        if verbal:
            return "w" if prev and prev in "NSP)," else "r"
        if prev == "I" and follows[0] in "NJ" and self.lower[i - 1] not in ("except", "in"):
            return "D"
        if (prev and prev in 'NSPVvzdngJR,RBrtC"') or prev in ("c", ")"):
            return "s"
        return "D" if set(follows) & set("NJ") else "r"

    def _to(self, i: int) -> str:
        """Decide on "to": of the infinitive, or a preposition."""
        j = i + 1
        while j < self.n and (self.cands[j][0] in "RQ" or self.cands[j] == "A"):
            j += 1
        if j + 1 < self.n and self.lower[j] in self.lex.prefixes and self.words[j + 1] == "-":
            j += 2
        if j < self.n and ("V" in self.cands[j] or self.lower[j] in ("be", "have", "do")):
            return "T"
        return "I"

    def _clitic(self, i: int) -> str:
        """Decide on "'s": possessive, "is" or "has"."""
        prev = self.tags[i - 1] if i else ""
        if prev in ("r", "w", "E") or (i and self.lower[i - 1] in ("that", "what", "here", "let")):
            return "B"
        follows = self._next(i)
        if follows[0] in "DQr" or (follows in ("g", "n") and prev in "rP"):
            return "B"
        return "'"

    def _her(self, i: int) -> str:
        """Decide on "her": possessive before a noun."""
        return "$" if set(self._next(i)) & set("NSJCP") and self._next(i)[0] not in "IDT" else "r"

    def _wh(self, i: int) -> str:
        """Decide on "which" and "what": determiner or pronoun."""
        prev = self.tags[i - 1] if i else ""
        if prev in (",", "I", "N", "S", "P", ")"):
            return "w"
        return "D" if self._next(i)[0] in "NS" else "w"

    def _may(self, i: int) -> str:
        """Decide on "May" and "March"."""
        if self.words[i][0].isupper() and (i or self._next(i)[0] == "C"):
            return "t"
        return "M" if self.lower[i] == "may" else self._verbal_word(i, "NV")

    def _will(self, i: int) -> str:
        """Decide on "will": a noun after a determiner."""
        return "N" if i and self.tags[i - 1] in "D$J'" else "M"

    def _as(self, i: int) -> str:
        """Decide on words that are prepositions before phrases and open clauses before verbs."""
        if self.words[i][0].isupper() and self.lower[i] == "us":
            return "P"
        for j in range(i + 1, min(i + 9, self.n)):
            code = self.cands[j]
            if (
                code[0] in "BMHO"
                or (code[0] in "dvz" and "n" not in code)
                or (self.lower[j] in self.lex.says)
            ):
                return "s" if j > i + 1 else "I"
            if code[0] in '.,:"sw' or self.lower[j] in ("that", "which"):
                break
            if (
                "d" in code
                and self.tags
                and self.cands[j - 1][0] in "rNSPt"
                and self._starts_phrase(j + 1)
            ):
                return "s"
        return "I"

    def _us(self, i: int) -> str:
        """Decide on "us", or "US" the country."""
        return "P" if self.words[i] == "US" else "r"

    def _so(self, i: int) -> str:
        """Decide on "so": it opens a clause before a pronoun."""
        return "s" if self._next(i)[0] == "r" else "R"

    def _more(self, i: int) -> str:
        """Decide on "more" and "most": an adjective before a noun."""
        return "J" if set(self._next(i)) & set("NS") and self._next(i)[0] in "NSV" else "R"

    def _verbal_word(self, i: int, code: str) -> str:
        p = self._previous(i, "-")
        v = self._previous(i, "RQ-A")
        return self._verbal(
            i, code, self.tags[p] if p >= 0 else "", self.tags[v] if v >= 0 else "", p, v
        )


_SPECIAL = {
    "that": _Sentence._that, "to": _Sentence._to, "'s": _Sentence._clitic,
    "’s": _Sentence._clitic, "her": _Sentence._her, "which": _Sentence._wh,
    "what": _Sentence._wh, "may": _Sentence._may, "march": _Sentence._may,
    "will": _Sentence._will, "as": _Sentence._as, "since": _Sentence._as,
    "after": _Sentence._as, "before": _Sentence._as, "until": _Sentence._as,
    "because": _Sentence._as, "us": _Sentence._us, "more": _Sentence._more,
    "most": _Sentence._more, "less": _Sentence._more, "so": _Sentence._so,
}  # fmt: skip
