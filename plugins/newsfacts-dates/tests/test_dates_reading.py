"""What the extractor makes of sentences: direction, the text's own anchors, options, no dates."""

import datetime as dt

import pytest

import newsfacts_dates
from newsfacts import Article, DateClaim, Interval, Note, Options, Pipeline
from newsfacts.errors import PluginError
from newsfacts_dates.extract import Dates

WEDNESDAY = dt.date(2024, 3, 6)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The talks ended Friday.", "2024-03-01"),
        ("The court will rule on Friday.", "2024-03-08"),
        ("On Friday, the court will rule.", "2024-03-08"),
        ("On Friday, the court ruled.", "2024-03-01"),
        ("The talks are to be held on Friday.", "2024-03-08"),
        ("He said he would leave on Friday.", "2024-03-08"),
        ("They will resume talks that ended Friday.", "2024-03-01"),
        ("The truce is set to expire Friday.", "2024-03-08"),
        ("They agreed on a truce starting Friday.", "2024-03-08"),
        ("He refused to testify on Friday.", "2024-03-01"),
        ("He spoke to reporters Friday.", "2024-03-01"),
        ("It could come as early as Friday.", "2024-03-08"),
        ("It was a reply to Friday's ruling.", "2024-03-01"),
        ("They vowed calm ahead of Friday's vote.", "2024-03-08"),
        ("They met on Wednesday.", "2024-03-06"),
        ("They will meet on Wednesday.", "2024-03-06"),
        ("They could leave on Friday.", "2024-03-08"),
        ("He could not be reached on Friday.", "2024-03-01"),
        ("Neither man could be found Friday.", "2024-03-01"),
        ("The result could be announced on Friday.", "2024-03-08"),
        ("They gave him until Friday to leave.", "2024-03-08"),
        ("The trial was adjourned until Friday.", "2024-03-08"),
        ("They stayed until Friday.", "2024-03-01"),
        ("It had been scheduled to end Friday.", "2024-03-01"),
        ("A round that was to begin this Friday is off.", "2024-03-08"),
        ("It would be paid on a still unspecified day after Friday.", "2024-03-08"),
        ("The plant closed in May.", "2023-05"),
        ("They decided to meet in April.", "2024-04"),
        ("They have been at war since April.", "2023-04"),
        ("The plant will close in May.", "2024-05"),
        ("Since the attack of Oct. 7 they fled.", "2023-10-07"),
        ("The vote of April 9 looms.", "2024-04-09"),
        ("Over the weekend both met.", "2024-W09-WE"),
        ("Both will meet over the weekend.", "2024-W10-WE"),
    ],
)
def test_direction(read, text: str, value: str) -> None:
    assert [claim.value for claim in read(text)] == [value]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("They march every other Friday.", "every other Friday", "XXXX-WXX-5"),
        ("He waited for over an hour.", "over an hour", "PT1H"),
        (
            "Issued Monday, May 6, 2019, 06:30 hrs.",
            "Monday, May 6, 2019, 06:30 hrs",
            "2019-05-06T06:30",
        ),
        ("He left earlier that evening.", "earlier that evening", "XXXX-XX-XXTEV"),
        ("It rains every few months.", "every few months", "PXM"),
        ("It opens every third day.", "every third day", "P3D"),
        ("It opens three weeks from next Monday.", "three weeks from next Monday", "2024-04-01"),
        ("It may end the week after next.", "the week after next", "2024-W12"),
        ("It fell half a century ago.", "half a century ago", "197"),
        ("It is due in the next 12 to 18 months.", "the next 12 to 18 months", "P12M/P18M"),
        ("They met in the summer of '69.", "the summer of '69", "1969-SU"),
        ("They met in the spring last year.", "the spring last year", "2023-SP"),
        ("Prices fall this year.", "this year", "2024"),
        ("It grew in the 2012 financial year.", "the 2012 financial year", "2012"),
        ("It was at the end of the 19th century.", "the end of the 19th century", "18"),
        ("It closed early in 2012.", "early in 2012", "2012"),
        ("It closed earlier this month.", "earlier this month", "2024-03"),
        ("There has been talk lately.", "lately", "PAST_REF"),
    ],
)
def test_words_and_value(read, text: str, words: str, value: str) -> None:
    assert [(claim.text, claim.value) for claim in read(text)] == [(words, value)]


@pytest.mark.parametrize(
    "text",
    [
        "You may go.",
        "They march on.",
        "Theresa May resigned.",
        "He came second and sat down.",
        "We said so.",
        "About 85% of them fled.",
        "Some 2000 people fled.",
        "It cost $1990 in all.",
        "Resolution No. 1701 stands.",
        "They put the toll at 12.",
        "He won 21-19.",
        "Amira, a 14-year-old girl, fled.",
        "He is 55 years old.",
        "She is 33 years of age.",
        "He wrote in the Sunday Times.",
        "It was the third in as many weeks.",
        "Three-quarters of them fled.",
        "About one-quarter of them fled.",
        "A quarter of them fled.",
        "Ramadan Shallah spoke.",
        "He told USA Today so.",
        "A video, 1:37 long, exists.",
        "Version 3.11 is out.",
        "He understood the past well.",
    ],
)
def test_no_dates(read, text: str) -> None:
    assert [(claim.text, claim.rule) for claim in read(text)] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He came on May 4, 2019, and left two days later.", ["2019-05-04", "2019-05-06"]),
        ("He came in 2019 and left the same year.", ["2019", "2019"]),
        ("It shut in May 2019. The next month it fell.", ["2019-05", "2019-06"]),
        ("He left the same day.", ["XXXX-XX-XX"]),
        ("It is the 3rd day of the war that began on March 4.", ["2024-03-06", "2024-03-04"]),
        ("It enters the eighth month of war.", ["XXXX-XX"]),
        ("On Monday they left at 7 pm.", ["2024-03-04", "2024-03-04T19:00"]),
        ("They left at 7 pm.", ["2024-03-06T19:00"]),
        ("They meet on April 24 and 25.", ["2024-04-24", "2024-04-25"]),
    ],
)
def test_anchors_in_the_text(read, text: str, expected: list[str]) -> None:
    assert [claim.value for claim in read(text)] == expected


def test_past_durations_end_with_publication(read) -> None:
    (claim,) = read("In the past seven weeks many fled.")
    assert claim.interval == Interval(dt.date(2024, 1, 17), WEDNESDAY)


def test_late_on_a_day_is_that_day_and_its_end(read) -> None:
    (claim,) = read("Late on Tuesday he left.")
    assert (claim.text, claim.value, claim.mod) == ("Late on Tuesday", "2024-03-05", "END")


def test_a_match_never_crosses_a_sentence(read) -> None:
    assert [claim.text for claim in read("He left in May\n\n10 men stayed.")] == ["May"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He left on July 8.", "XXXX-07-08"),
        ("He left on Tuesday.", "XXXX-WXX-2"),
        ("He left last week.", "XXXX-WXX"),
        ("He left yesterday.", "XXXX-XX-XX"),
    ],
)
def test_without_publication_nothing_is_resolved(extract, text: str, value: str) -> None:
    claim, note = extract(text, None)
    assert (claim.value, claim.interval) == (value, None)
    assert isinstance(note, Note)
    assert note.code == "no-publication-date"


@pytest.mark.parametrize(
    ("head", "value"),
    [
        ("Published March 6, 2024. Shells fell on Tuesday.", "2024-03-05"),
        ("Published March 6, 2024 5:30 pm EST. Shells fell on Tuesday.", "2024-03-05"),
        ("PARIS, Wednesday, March 6. Shells fell on Tuesday, the worst since 2023.", "2024-03-05"),
        ("PARIS, Wednesday, March 7. Shells fell on Tuesday, the worst since 2020.", "XXXX-WXX-2"),
        ("Shells fell on Tuesday.", "XXXX-WXX-2"),
    ],
)
def test_publication_is_inferred_only_on_request(read, head: str, value: str) -> None:
    inferring = read(head, None, Dates(infer_published=True))
    assert [claim.value for claim in inferring if claim.text == "Tuesday"] == [value]
    assert [c.value for c in read(head, None) if c.text == "Tuesday"] == ["XXXX-WXX-2"]


def test_order_of_numeric_dates(read) -> None:
    assert [claim.value for claim in read("Dated 10/7/2023.")] == ["2023-10-07"]
    british = read("Dated 10/7/2023.", dates=Dates(date_order="DMY"))
    assert [claim.value for claim in british] == ["2023-07-10"]
    assert [claim.value for claim in read("Dated 23/7/2023.")] == ["2023-07-23"]


def test_names_of_the_users_own(read) -> None:
    ours = Dates(names={"Founders' Day": "03-01"})
    assert [claim.value for claim in read("It fell on Founders' Day.", dates=ours)] == [
        "2024-03-01"
    ]
    with pytest.raises(ValueError, match="no time of the year"):
        Dates(names={"Never Day": "soon"})


def test_options_reach_the_extractor() -> None:
    (offered,) = newsfacts_dates.newsfacts_extractors(Options("dates", {"date_order": "DMY"}))
    assert offered.name == "dates"
    claims = Pipeline([offered]).run(Article("Dated 10/7/2023.")).claims
    assert [claim.value for claim in claims if isinstance(claim, DateClaim)] == ["2023-07-10"]
    with pytest.raises(PluginError):
        newsfacts_dates.newsfacts_extractors(Options("dates", {"date_order": "YDM"}))


@pytest.mark.parametrize(
    "text",
    ["", "\n\n", "9" * 5000, "may " * 3000, "two and " * 3000, "the last " * 3000, "'" * 5000,
     "\u202e\u200f May 5", "🙂 on Friday 🙂", "31 February 2024", "10/10/10/10", "24:61", "the"],
)  # fmt: skip
def test_hostile_texts(read, text: str) -> None:
    for claim in read(text):
        assert text[claim.span.start : claim.span.end] == claim.text


@pytest.mark.parametrize(
    "text", ["past {} days", "two-{} weeks", "the last {}", "nearly {} and a half years ago"]
)
def test_long_runs_of_numbers_are_read_to_a_bound(read, text: str) -> None:
    for claim in read(text.format("two-" * 20_000 + "two")):
        assert len(claim.text) < 200
    for claim in read(text.format("two " * 20_000 + "two")):
        assert len(claim.text) < 200
