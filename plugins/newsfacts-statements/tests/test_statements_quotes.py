import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsfacts_statements.quotes import quotes


def read(text):
    return [text[quote.start : quote.end] for quote in quotes(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"Yes," he said. "No."', ['"Yes,"', '"No."']),
        ("“Yes,” he said. “No.”", ["“Yes,”", "“No.”"]),
        ("‘It’s done,’ he said of the officials’ plan.", ["‘It’s done,’"]),
        ("'It's late,' she said.", ["'It's late,'"]),
        ("``TeX,'' he said.", ["``TeX,''"]),
        ("''Wire,'' he said.", ["''Wire,''"]),
        ("„Ja“ is German; «oui» is French.", ["«oui»"]),
        ("“She told us ‘go’,” he said.", ["“She told us ‘go’,”"]),
        ("“One.\n\n“Two,” he said.", ["“One.\n\n“Two,”"]),
        ('"One.\n\n"Two," he said.', ['"One.\n\n"Two,"']),
        ("the officials' plan and the rebels' plan", []),
        ("the class of '98 rocks", []),
        ("a 5' 10\" man", []),
        (
            "“Open, then a new paragraph.\n\nNo mark here. “Yes,” he said.",
            ["“Open, then a new paragraph.", "“Yes,”"],
        ),
    ],
)
def test_marks_pair(text, expected):
    assert read(text) == expected


@given(st.text(alphabet="\"'“”‘’`«» \n.,aA", max_size=200))
def test_any_marks_give_ordered_ranges(text):
    end = 0
    for quote in quotes(text):
        assert end <= quote.start < quote.end <= len(text)
        end = quote.end
