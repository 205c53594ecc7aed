"""The grammar's data: every rule, word class and shape is sound, and nothing it can say fails."""

import datetime as dt
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsfacts import Article, DateClaim
from newsfacts.language import Reader
from newsfacts.tokens import tokens
from newsfacts_dates import names
from newsfacts_dates.alphabet import FILLER, Alphabet, Shape
from newsfacts_dates.extract import Dates
from newsfacts_dates.grammar import _character_class, _toml, lexicon, load, words_of
from newsfacts_dates.guards import _GUARDS, _WRITTEN_SMALL
from newsfacts_dates.patterns import ANY, expand, items, parse
from newsfacts_dates.resolve import _RESOLVERS

READER = Reader()
GRAMMAR = load(tuple(sorted(names.built_in())))
SHAPES = _toml("lexicon.toml")["shape"]
WORDS_OF_CLASS = {name: sorted(words) for name, words in lexicon().items()}
for _shape in SHAPES:
    for _name in _shape["classes"]:
        WORDS_OF_CLASS.setdefault(_name, []).append(_shape["example"])


@st.composite
def spoken(draw: st.DrawFn, parts: list[str]) -> str:
    """Draw words that fit a pattern: alternatives and repetitions at random."""
    words: list[str] = []
    options: list[list[str]] = [words]
    while parts and parts[0] != ")":
        part = parts.pop(0)
        if part == "|":
            options.append([])
            continue
        if part.endswith("="):
            continue
        if part.startswith("("):
            said = draw(spoken(parts))
            parts.pop(0)
            if part != "(":
                continue
        else:
            said = draw(st.sampled_from(WORDS_OF_CLASS.get(part, [part])))
        operator = parts.pop(0) if parts and parts[0] in "?*+" else ""
        if not operator or operator == "+" or draw(st.booleans()):
            options[-1].append(said)
    return " ".join(draw(st.sampled_from(options)))


def expressions() -> st.SearchStrategy[str]:
    raw = _toml("rules.toml")
    fragments = {**raw["fragments"], "names": "Easter | Ramadan | 9/11"}
    patterns = [expand(rule["pattern"], fragments) for rule in raw["rule"]]
    return st.sampled_from(patterns).flatmap(lambda pattern: spoken(items(pattern)))


@settings(deadline=None, max_examples=600)
@given(
    st.lists(expressions(), min_size=1, max_size=4),
    st.sampled_from([None, dt.date(2024, 2, 29), dt.date.min, dt.date.max]),
)
def test_all_that_the_grammar_can_say_resolves_or_is_left(
    said: list[str], published: dt.date | None
) -> None:
    text = f"They met in {' and will meet in '.join(said)} in Rome."
    article = Article(text, published=published)
    for thing in Dates()(article, tokens(READER.read(text))):
        if isinstance(thing, DateClaim):
            assert thing.value
            assert not re.search(r"None|[a-z]", thing.value)


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape["example"])
def test_example_of_shape(shape: dict[str, str]) -> None:
    first = next(each for each in SHAPES if re.fullmatch(each["pattern"], shape["example"]))
    assert first is shape


def test_every_class_that_a_rule_speaks_of_exists() -> None:
    raw = _toml("rules.toml")
    patterns = [*raw["fragments"].values(), *(rule["pattern"] for rule in raw["rule"])]
    spoken_of = {item for pattern in patterns for item in items(pattern) if item.isupper()}
    words = {"FY"}
    assert spoken_of.union(filter(str.isupper, raw["triggers"].split())) <= (
        WORDS_OF_CLASS.keys() | words
    )


def test_words_with_capitals_match_only_so() -> None:
    alphabet = Alphabet(lexicon(), [], {"m": frozenset(("MONTH",))})
    month = alphabet.codes("m")
    assert alphabet["May"] in month
    assert alphabet["may"] not in month
    assert alphabet["JULY"] in month
    assert alphabet["july"] in month


def test_words_that_no_set_tells_apart_share_a_code() -> None:
    sets = {"months": frozenset(("MONTH",)), "past or last": frozenset(("past", "last"))}
    alphabet = Alphabet(lexicon(), [], sets)
    assert alphabet["July"] == alphabet["march".capitalize()]
    assert alphabet["past"] == alphabet["Last"] != alphabet["July"]
    assert alphabet["next"] == FILLER


def test_the_alphabet_stays_bounded() -> None:
    alphabet = Alphabet({}, [Shape(re.compile("[0-9]+"), ("N",))], {"n": frozenset(("N",))})
    for number in range(50_000):
        assert alphabet[str(number)] != FILLER
    assert len(alphabet) <= 20_001


def letters(words: frozenset[str]) -> str:
    return f"[{''.join(sorted(words))}]"


@pytest.mark.parametrize("pattern", ["a )", "( a", "a § b"])
def test_patterns_that_cannot_be_read(pattern: str) -> None:
    with pytest.raises(ValueError, match=r"bracket|left over|cannot read"):
        parse(pattern, letters)


def test_what_a_pattern_begins_with() -> None:
    pattern = parse("(a | b?) (?!x) n=c d", letters)
    assert pattern.starts == {("[a]", "[c]"), ("[b]", "[c]"), ("[c]", "[d]")}
    assert pattern.slots == ("n",)
    assert re.fullmatch(pattern.regex, "acd")


def test_what_a_pattern_looks_at_comes_next() -> None:
    assert parse("a (?=b c) d", letters).starts == {("[a]", "[b]")}
    assert parse("(?=b c) d e", letters).starts == {("[b]", ANY)}
    assert parse("(?=b?) d e", letters).starts == {("[d]", "[e]")}


def test_alternative_items_make_one_set() -> None:
    pattern = parse("n=(a | (b | c))? (d e | f)", letters)
    assert pattern.regex == "([abc])?(?:[d][e]|[f])"
    ends = {("[d]", "[e]"), ("[f]",)}
    assert pattern.starts == {("[abc]", "[d]"), ("[abc]", "[f]"), *ends}


def test_a_repeated_item_can_follow_itself() -> None:
    assert parse("a+ b", letters).starts == {("[a]", "[a]"), ("[a]", "[b]")}
    assert parse("a* b?", letters).starts == {
        (),
        ("[a]",),
        ("[a]", "[a]"),
        ("[a]", "[b]"),
        ("[b]",),
    }


def test_codes_as_a_character_class() -> None:
    codes = "\x01\x02\x03(-]^az{"
    assert all(re.fullmatch(_character_class("".join(sorted(codes))), code) for code in codes)
    assert not re.search(_character_class("".join(sorted(codes))), "\x00\x04.bx)[")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("New Year's Eve", ["New", "Year", "'s", "Eve"]),
        ("Eid al-Fitr", ["Eid", "al", "-", "Fitr"]),
        ("9/11", ["9/11"]),
        ("Presidents’ Day", ["Presidents", "'", "Day"]),
    ],
)
def test_words_of_names(name: str, words: list[str]) -> None:
    assert words_of(name) == words
    assert [token.text for token in READER.read(name.replace("’", "'"))] == words


def test_every_guard_and_resolver_is_of_a_rule() -> None:
    rules = {rule.name for rule in GRAMMAR.rules}
    assert set(_GUARDS) <= rules
    assert rules >= _WRITTEN_SMALL
    assert {rule.resolve for rule in GRAMMAR.rules} == set(_RESOLVERS)
