"""Every rule's own example: the span in brackets, and its value on 2024-03-06."""

import pytest

from newsfacts import Article
from newsfacts.language import Reader
from newsfacts.tokens import tokens
from newsfacts_dates.extract import Dates
from newsfacts_dates.grammar import Rule, load

READER = Reader()


@pytest.mark.parametrize("rule", load().rules, ids=lambda rule: rule.name)
def test_example_of_rule(rule: Rule) -> None:
    before, bracket, rest = rule.example.partition("[")
    inner, _, after = rest.partition("]")
    assert bracket, "the example marks its span"
    article = Article(before + inner + after, published="2024-03-06")
    claims = list(Dates()(article, tokens(READER.read(article.text))))
    ours = [claim for claim in claims if claim.span.start == len(before)]
    assert [(claim.text, claim.value, claim.rule) for claim in ours] == [
        (inner, rule.value, rule.name)
    ]


def test_names_are_unique() -> None:
    names = [rule.name for rule in load().rules]
    assert len(names) == len(set(names))
