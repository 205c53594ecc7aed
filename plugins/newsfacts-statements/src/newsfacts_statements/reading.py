"""What the rules ask of a unit's tokens: verb groups, the noun phrase beside one, extents.

A shallow reading by closed-class words: no tags, no parse. Every answer is a half-open range of
tokens, or None.
"""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from newsfacts.syntax import Syntax
from newsfacts.tokens import Tokens
from newsfacts_statements.lexicon import Cue, Form, Words, cues
from newsfacts_statements.units import Quotations, Unit

__all__ = ["Group", "Range", "Reading"]

Range = tuple[int, int]

_BE = frozenset("is are was were be been being am 's ’s 're ’re".split())
_HAVE = frozenset("has have had having 've ’ve".split())
_HEDGES = frozenset("reportedly allegedly apparently".split())
_DASHES = frozenset(("–", "—", "--", "-"))
_STOPS = frozenset((".", "!", "?", "…", "...", ";"))
_PREDICATES = frozenset(("VERB", "AUX", "PRON"))
_NOMINAL = frozenset(("NOUN", "PROPN", "NUM", "PRON"))
_BREAKS = frozenset((",", ":", "(", ")", "[", "]")) | _DASHES | _STOPS
_POSSESSIVES = frozenset(("'s", "’s", "'", "’"))
_DETERMINERS_ALONE = frozenset("that all both many some most this these those another each".split())
_SUBJECT_PRONOUNS = frozenset("i he she it we they you who some".split())
_ALWAYS_VERBS = frozenset("said told wrote says saying telling".split())
_LEADING_TIME = frozenset("late early on in at last this next".split())


@attrs.frozen
class Group:
    """Is a cue verb with its auxiliaries: range, sense, and how it is used."""

    start: int
    head: int
    end: int
    """The token after the verb and its particle."""
    cue: Cue
    form: Form
    passive: bool
    finite: bool
    infinitive: bool
    negated: bool
    hedge: Range | None


@attrs.frozen
class Reading:
    """Answers the rules' questions about one unit of a text."""

    view: Tokens
    syntax: Syntax
    lower: list[str]
    quotations: Quotations
    words: Words
    unit: Unit

    # -- quotations -------------------------------------------------------------------------

    def quote_at(self, index: int) -> int | None:
        """Return the end of the quotation that begins at *index*, if one does within the unit."""
        end = self.quotations.closes.get(index)
        return end if end is not None and end <= self.unit.end else None

    def quote_before(self, index: int) -> int | None:
        """Return the first token of the quotation that ends before *index*, if one does."""
        first = self.quotations.opens.get(index)
        return first if first is not None and first >= self.unit.start else None

    def outside_quotes(self) -> Iterator[int]:
        """Yield the tokens of the unit that no quotation holds, in order."""
        index = self.unit.start
        while index < self.unit.end:
            end = self.quote_at(index)
            if end is None:
                yield index
                index += 1
            else:
                index = end

    # -- verb groups ------------------------------------------------------------------------

    def groups(self) -> list[Group]:
        """Return the cue verbs of the unit outside its quotations, in order."""
        known = cues()
        found = []
        index = self.unit.start
        while index < self.unit.end:
            end = self.quote_at(index)
            if end is not None:
                index = end
                continue
            senses = known.get(self.lower[index])
            group = self._group(index, senses) if senses else None
            if group is not None:
                found.append(group)
                index = group.end
            else:
                index += 1
        return found

    def _group(self, head: int, senses: tuple[tuple[Cue, Form], ...]) -> Group | None:
        """Read the verb group of the cue word at *head*; None where it is no verb."""
        lower = self.lower
        for cue, form in senses:
            end = head + 1 + len(cue.particle)
            if tuple(lower[head + 1 : end]) == cue.particle and end <= self.unit.end:
                break
        else:
            return None
        forms = {form for other, form in senses if other == cue}
        start = head
        hedge = None
        negated = infinitive = False
        chain = []
        floor = max(self.unit.start, head - 8)
        while start > floor:
            word = lower[start - 1]
            if word in self.words.negations:
                negated = True
            elif word in self.words.auxiliaries or word in _HAVE:
                if word in _POSSESSIVES and not self._contraction(start - 1, forms):
                    break
                chain.append(word)
            elif word == "to":
                infinitive = not chain
                break
            elif word in _HEDGES:
                hedge = (start - 1, start)
            elif word not in self.words.adverbs and not (
                word.endswith("ly") and len(word) > 4 and self.words.pronouns.isdisjoint((word,))  # noqa: PLR2004
            ):
                break
            start -= 1
        # adverbs that lead the group belong to what stands before
        passive = bool(chain) and chain[0] in _BE and bool(forms & {"participle", "past"})
        passive = passive and "ing" not in forms
        finite = bool(chain) or bool(forms & {"past", "s", "base"})
        if "ing" in forms:
            finite = bool(chain) and chain[0] in _BE
        if not chain and not infinitive and self._noun(start, head, forms):
            return None
        return Group(
            start, head, end, cue, _main(forms), passive, finite, infinitive, negated, hedge
        )

    def _contraction(self, index: int, forms: set[Form]) -> bool:
        """Tell whether the 's at *index* is a verb: after a pronoun."""
        before = self.lower[index - 1] if index > self.unit.start else ""
        return before in self.words.pronouns or bool(forms & {"ing"} and before == "there")

    def _noun(self, start: int, head: int, forms: set[Form]) -> bool:
        """Tell whether the cue word without auxiliary is a noun, an adjective or a name here."""
        if self.lower[head] in _ALWAYS_VERBS:
            return False
        before = self.lower[start - 1] if start > self.unit.start else ""
        if before in _POSSESSIVES:
            return True
        if before in _SUBJECT_PRONOUNS or before in self.words.adverbs:
            return False
        return self.syntax.tag(head) != "VERB"

    # -- noun phrases -----------------------------------------------------------------------

    def source_left(self, end: int) -> Range | None:
        """Return the noun phrase that ends before *end*: the subject of a verb there."""
        end = self._over_parenthesis(end)
        if end <= self.unit.start:
            return None
        end = self._untimed(self.unit.start, end)
        while end - 1 > self.unit.start and self.lower[end - 1] in ("here", "there", "both", "all"):
            end -= 1
        start = self._left_edge(end)
        start = self._trim(start, end)
        return (start, end) if start < end else None

    def _untimed(self, start: int, end: int) -> int:
        """Leave out when something was said: "Hamas on Wednesday", "Smith Tuesday"."""
        at = end
        while at > start and (self.lower[at - 1] in self.words.times or self.lower[at - 1].isdigit()):
            at -= 1
        if at == end:
            return end
        while at > start and self.lower[at - 1] in ("on", "in", "late", "early", "at"):
            at -= 1
        return at if at > start else end

    def _over_parenthesis(self, end: int) -> int:
        """Step left over what stands between commas or dashes after a noun phrase."""
        lower, floor = self.lower, self.unit.start
        for _ in range(3):
            mark = lower[end - 1] if end > floor else ""
            if mark not in {",", ")"} and mark not in _DASHES:
                break
            partner = "(" if mark == ")" else mark
            begin = end - 2
            limit = max(floor, end - 40)
            while begin > limit and lower[begin] != partner:
                begin -= 1
            if begin <= limit or lower[begin] != partner:
                return floor
            end = begin
            if lower[end - 1].isdigit() and end - 2 > floor and lower[end - 2] == ",":
                end -= 2
        return end

    def _left_edge(self, end: int) -> int:
        """Return where the noun phrase that ends before *end* begins, prepositions included."""
        syntax, floor = self.syntax, max(self.unit.start, end - 30)
        quote = self.quote_before(end)
        if quote is not None:
            return end
        start = self._base(end - 1, floor)
        if start is None:
            return end
        while start - 1 > floor:
            before = syntax.tag(start - 1)
            if before not in {"ADP", "CCONJ"} or self.lower[start - 1] == "but":
                break
            if syntax.tag(start - 2) not in _NOMINAL:
                break
            further = self._base(start - 2, floor)
            if further is None or (before == "CCONJ" and not self._leads(further)):
                break
            start = further
        return start

    def _base(self, index: int, floor: int) -> int | None:
        """Return where the base noun phrase that holds *index* begins."""
        phrase = self.syntax.noun_phrase(index)
        if phrase is None:
            return self._plain_words(index, floor)
        start = max(phrase[0], floor)
        for end in range(index, start, -1):
            if end in self.quotations.opens:
                return end
        return start

    def _plain_words(self, index: int, floor: int) -> int | None:
        """Return where the run of open-class words that ends at *index* begins."""
        words, start = self.words, index + 1
        while start > floor:
            word = self.lower[start - 1]
            if not (word[0].isalpha() or word == "-") or word in words.closed or start in self.quotations.opens:
                break
            start -= 1
        while start > floor and self.lower[start - 1] in words.determiners:
            start -= 1
        return start if start <= index else None

    def _leads(self, start: int) -> bool:
        """Tell whether a noun phrase leads its clause: no verb or preposition before it."""
        if start <= self.unit.start:
            return True
        return self.syntax.tag(start - 1) in {"PUNCT", "SCONJ", "CCONJ", "ADV"}

    def _trim(self, start: int, end: int) -> int:
        """Leave out what leads a noun phrase without belonging to it: "On Wednesday", "also"."""
        lower, words = self.lower, self.words
        while start < end and (
            lower[start] in words.coordinators
            or lower[start] in words.adverbs
            or lower[start] in words.prepositions
            or lower[start] in words.times
            or lower[start].isdigit()
            and lower[start - 1] in words.times
        ):
            if lower[start] in words.prepositions and lower[start] not in _LEADING_TIME:
                # "With Hamas": the phrase after it is the subject
                pass
            start += 1
        return start

    def source_right(self, start: int) -> Range | None:
        """Return the noun phrase that begins at *start*: the subject after its verb."""
        lower, words, end = self.lower, self.words, start
        while end < self.unit.end:
            word = lower[end]
            if word in _BREAKS or word in words.subordinators or word in words.auxiliaries:
                if word not in _POSSESSIVES:
                    break
            if word in words.prepositions and (word not in ("of", "for", "at", "in", "from", "with") or end == start):
                break
            if word in ("in", "at", "for", "from", "with") and self._adverbial(end):
                break
            if word in words.times or word in words.negations:
                break
            if self.quote_at(end) is not None:
                break
            end += 1
            if word in words.pronouns:
                break
        return (start, end) if end > start else None

    def _adverbial(self, index: int) -> bool:
        """Tell whether the preposition at *index* begins an adverbial of a speech verb."""
        rest = self.lower[index + 1 : index + 5]
        return any(word in _VENUES for word in rest) or any(w in self.words.times for w in rest[:2])

    # -- extents ----------------------------------------------------------------------------

    def clause_end(self, start: int, groups: list[Group], own: Group | None = None) -> int:
        """Return where the content that begins at *start* ends within the unit."""
        lower, end = self.lower, self.unit.end
        fronted = own is not None and self._fronted(own)
        heads = {group.start: group for group in groups}
        clause = own is not None and own.cue.frames <= {"quote", "clause", "that", "person"}
        index = start
        while index < end:
            quote = self.quote_at(index)
            if quote is not None:
                index = quote
                continue
            word = lower[index]
            if word == ";" or (index > start and word in _STOPS and index + 1 >= end):
                return self.bare(start, index)
            if index == start:
                pass
            elif word == ",":
                if fronted or self._breaks(index, end, heads):
                    return self.bare(start, index)
                if not clause and own is not None and self._list_ends(index, own):
                    return self.bare(start, index)
            elif word in self.words.coordinators:
                if own is not None and (
                    self._same_subject(index, own, heads, clause=clause)
                    or self._new_clause(index, heads, clause=clause)
                ):
                    return self.bare(start, index)
            elif not clause and own is not None and self._adjunct_after(index, own):
                return self.bare(start, index)
            if not clause and self._finite_verb(index):
                clause = True
            index += 1
        return self.bare(start, end)

    def finite_within(self, start: int, end: int) -> bool:
        """Tell whether a finite verb stands in a range outside its quotations."""
        index = start
        while index < end:
            quote = self.quote_at(index)
            if quote is not None:
                index = quote
                continue
            if self._finite_verb(index):
                return True
            index += 1
        return False

    def _finite_verb(self, index: int) -> bool:
        """Tell whether a finite verb group begins at *index*."""
        if self.syntax.tag(index) not in {"VERB", "AUX"}:
            return False
        group = self.syntax.verb_group(index)
        return group is not None and group.form == "finite"

    def _list_ends(self, comma: int, own: Group) -> bool:
        """Tell whether a noun phrase or infinitive ends at this comma: no list goes on."""
        after = comma + 1
        if after >= self.unit.end:
            return True
        word = self.lower[after]
        if word in {"and", "or"}:
            return after + 1 >= self.unit.end or self.syntax.tag(after + 1) in _PREDICATES
        if self.syntax.tag(after) in _PREDICATES or word in self.words.subordinators or word == "but":
            return True
        return own.cue.frames.isdisjoint({"object", "to"})

    def phrase_end(self, start: int) -> int:
        """Return where the noun phrase that begins at *start* ends, its "of" and "in" included."""
        index = start
        while index < self.unit.end:
            quote = self.quote_at(index)
            if quote is not None:
                index = quote
                continue
            word = self.lower[index]
            if word in _BREAKS or word in self.words.subordinators or self._finite_verb(index):
                break
            index += 1
        return index

    def _fronted(self, own: Group) -> bool:
        """Tell whether the cue stands in a subordinate clause that leads its sentence."""
        first = self.lower[self.unit.start]
        if first not in _LEADING:
            return False
        return "," not in self.lower[self.unit.start : own.start]

    def _same_subject(
        self, index: int, own: Group, heads: dict[int, Group], *, clause: bool
    ) -> bool:
        """Tell whether "and demanded" follows: the same subject's next verb.

        Within a clause another verb is the clause's own, unless it is a cue of the same form.
        """
        if index + 1 >= self.unit.end:
            return False
        group = heads.get(index + 1)
        if group is not None and group.head > own.head and not group.infinitive:
            return _alike(group, own)
        if clause:
            return False
        verb = self.syntax.verb_group(index + 1)
        return verb is not None and verb.start == index + 1 and verb.form == "finite"

    def _new_clause(self, index: int, heads: dict[int, Group], *, clause: bool) -> bool:
        """Tell whether "and the minister said" follows: a clause with a subject of its own.

        A clause that is content may go on so, unless the verb is one of speech.
        """
        phrase = self.syntax.noun_phrase(index + 1) if index + 1 < self.unit.end else None
        if phrase is None or phrase[0] != index + 1:
            return False
        at = phrase[1]
        if at < self.unit.end and self.lower[at] == ",":
            apposition = self.syntax.noun_phrase(at + 1) if at + 1 < self.unit.end else None
            if apposition is None or apposition[1] >= self.unit.end:
                return False
            at = apposition[1] + (self.lower[apposition[1]] == ",")
        if at >= self.unit.end:
            return False
        group = heads.get(at)
        if group is not None and group.finite and "quote" in group.cue.frames:
            return True
        return not clause and self._finite_verb(at)

    def _adjunct_after(self, index: int, own: Group) -> bool:
        """Tell whether an adjunct begins at *index* after a noun phrase or infinitive."""
        word = self.lower[index]
        if word in _ADJUNCTS:
            return True
        if word == "as":
            stop = index + 1
            while stop < self.unit.end and self.lower[stop] not in _BREAKS:
                stop += 1
            return self.finite_within(index + 1, stop)
        return word in _ADVERBIAL_PREPOSITIONS and self._adverbial(index)

    def _breaks(self, comma: int, end: int, heads: dict[int, Group]) -> bool:
        """Tell whether the clause ends at this comma: another attribution goes on after it."""
        after = comma + 1
        if after >= end:
            return True
        word = self.lower[after]
        group = heads.get(after)
        if group is not None and group.form == "ing" and not group.finite:
            return True
        if word in {"according", "despite"} or (word == "as" and after + 1 < end and self._cue_near(after, end, heads)):
            return True
        if word in ("but", "and", "while", "though", "although"):
            return self._cue_near(after, end, heads)
        return self._cue_last(after, end, heads)

    def _cue_near(self, index: int, end: int, heads: dict[int, Group]) -> bool:
        """Tell whether a finite cue verb with its subject follows within a few words."""
        for at in range(index + 1, min(end, index + 9)):
            if self.lower[at] in _BREAKS:
                return False
            group = heads.get(at)
            if group is not None:
                return group.finite
        return False

    def _cue_last(self, index: int, end: int, heads: dict[int, Group]) -> bool:
        """Tell whether "X said" follows and closes the unit."""
        for at in range(index + 1, min(end, index + 14)):
            group = heads.get(at)
            if group is not None and group.finite:
                return "quote" in group.cue.frames and self.closes(group.end)
            if self.lower[at] in _STOPS:
                return False
        return False

    def closes(self, index: int) -> bool:
        """Tell whether nothing but adverbials follows at *index*: no content to the right."""
        if index >= self.unit.end:
            return True
        index = self.over_adverbials(index)
        return index >= self.unit.end or self.lower[index] in _STOPS or self.lower[index] == ","

    def over_adverbials(self, index: int) -> int:
        """Step over when, where and how something was said: "Thursday", "in a statement"."""
        lower, words, end = self.lower, self.words, self.unit.end
        while index < end:
            word = lower[index]
            if word in words.times or (word.endswith("ly") and word in words.adverbs):
                index += 1
                if index < end and lower[index].isdigit():
                    index += 1
                    if index < end and lower[index] == "," and index + 2 < end and lower[index + 1].isdigit():
                        index += 3
            elif word in words.adverbs and word in ("later", "earlier", "again", "also", "however"):
                index += 1
            elif word in _ADVERBIAL_PREPOSITIONS and self._adverbial(index):
                index += 1
                while index < end and not self._adverbial_over(index):
                    index += 1
            else:
                break
        return index

    def _adverbial_over(self, index: int) -> bool:
        """Tell whether an adverbial has ended before *index*."""
        before = self.lower[index - 1]
        word = self.lower[index]
        if word in _BREAKS or word in self.words.subordinators or self.quote_at(index) is not None:
            return True
        return (before in _VENUES or before in self.words.times) and (
            word not in self.words.prepositions
            and word not in _VENUES
            and word not in self.words.times
            and not word.isdigit()
        )

    def bare(self, start: int, end: int) -> int:
        """Leave out final punctuation, unless a quotation ends there."""
        while end > start and self.lower[end - 1] in _BREAKS and end not in self.quotations.opens:
            end -= 1
        return end


_LEADING = frozenset("while after although though as because since when if whereas once before unless".split())
_ADJUNCTS = frozenset("after when while because although though during whereas".split())


def _alike(one: Group, other: Group) -> bool:
    """Tell whether two verbs can share a subject: both finite in one tense, or both participles."""
    if one.finite != other.finite:
        return False
    if not one.finite:
        return one.form == other.form
    present = {"base", "s"}
    return (one.form in present) == (other.form in present)


_ADVERBIAL_PREPOSITIONS = frozenset("in on at during by via through to after from".split())
_VENUES = frozenset(
    """statement statements interview interviews conference briefing telephone phone email e-mail letter
    speech twitter facebook television tv radio website release report post tweet reporters journalists
    press news testimony address message call video blog column memo note op-ed rally event hearing
    friday monday tuesday wednesday thursday saturday sunday""".split()
)


def _main(forms: set[Form]) -> Form:
    for form in ("ing", "s", "past", "participle", "base"):
        if form in forms:
            return form  # type: ignore[return-value]
    raise AssertionError(forms)
