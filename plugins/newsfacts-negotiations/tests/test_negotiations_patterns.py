"""Patterns: what their language takes, and where they match."""

import pytest

from newsfacts_negotiations.patterns import match, parse
from newsfacts_negotiations.words import class_forms, noun_forms, verb_forms


def anything(index, tag):
    return True


def where(pattern, text, anchor):
    words = text.split()
    found = match(parse(pattern), words, words.index(anchor), (0, len(words)), anything)
    return None if found is None else " ".join(words[found.start : found.end])


@pytest.mark.parametrize(
    ("pattern", "text", "anchor", "expected"),
    [
        (
            "hold/v ~ <talks>",
            "they held a new round of talks today",
            "held",
            "held a new round of talks",
        ),
        ("hold/v ~ <talks>", "they held him before the talks", "held", None),
        (
            "*<talks> ~~ resume/v",
            "talks between them resumed",
            "talks",
            "talks between them resumed",
        ),
        ("*<talks> ~~ resume/v", "talks but they resumed", "talks", None),
        ("go/v back? to ~ *<talks>", "went to the talks", "talks", "went to the talks"),
        ("go/v back? to ~ *<talks>", "went back to the talks", "talks", "went back to the talks"),
        ("take/v part? ~~ in ~ *<talks>", "took gladly in talks", "talks", "took gladly in talks"),
        ("agree/v to _/v", "agreed to go", "agreed", "agreed to go"),
        ("declare/v ~ <truce>", "declared a cease - fire", "declared", "declared a cease - fire"),
        ("declare/v ~ <truce>", "declared a cease there", "declared", None),
    ],
)
def test_a_pattern_matches(pattern, text, anchor, expected):
    assert where(pattern, text, anchor) == expected


@pytest.mark.parametrize("pattern", ["<nowhere>", "hold/x", "~ <"])
def test_a_malformed_pattern_is_refused(pattern):
    with pytest.raises((ValueError, KeyError)):
        parse(pattern)


def test_a_tag_is_asked_for():
    words = ["the", "offer"]
    assert match(parse("offer/v"), words, 1, (0, 2), lambda index, tag: tag == "n") is None


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("release", "release releases released releasing"),
        ("deny", "deny denies denied denying"),
        ("break", "break breaks broke broken breaking"),
        ("commit", "commit commits committed committing"),
        ("free", "free frees freed freeing"),
        ("travel", "travel travels traveled travelled traveling travelling"),
        ("reject", "reject rejects rejected rejecting"),
    ],
)
def test_verbs_are_inflected(lemma, forms):
    assert set(verb_forms(lemma)) == set(forms.split())


def test_nouns_are_inflected():
    assert noun_forms("treaty") == ("treaty", "treaties")
    assert noun_forms("truce") == ("truce", "truces")
    assert {"ceasefires", "cessation of hostilities"} <= class_forms("truce")
