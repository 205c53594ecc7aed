import datetime as dt

import attrs
import pytest

from newsfacts import Interval, Mention, MentionForm, Party, Quantity, Span, Status


@attrs.frozen
class Named(Span):
    name: str = "it"


@pytest.mark.parametrize("kind", [Span, Named, lambda *given: Mention(*given, MentionForm.NAME)])
@pytest.mark.parametrize(
    ("start", "end", "text"), [(-1, 2, "abc"), (3, 3, ""), (5, 4, "x"), (0, 4, "abc")]
)
def test_a_span_of_any_kind_holds_just_its_text(kind, start, end, text):
    with pytest.raises(ValueError, match="a span holds"):
        kind(start, end, text)


def test_a_span_of_another_kind_has_its_own_fields_too():
    named = Named(0, 3, "Oki", name="Oki")
    assert (named.end, named.text, named.name) == (3, "Oki", "Oki")
    assert attrs.evolve(named, name="it") == Named(0, 3, "Oki")
    assert Mention(0, 3, "Oki", MentionForm.NAME).form is MentionForm.NAME


def test_a_span_cannot_be_changed():
    with pytest.raises(AttributeError):
        Span(0, 3, "abc").start = 1


def test_spans_overlap_where_they_share_a_code_point():
    assert Span(0, 3, "abc").overlaps(Span(2, 4, "cd"))
    assert not Span(0, 3, "abc").overlaps(Span(3, 4, "d"))


def test_a_span_contains_itself_and_what_lies_within():
    outer = Span(2, 6, "cdef")
    assert outer.contains(outer)
    assert outer.contains(Span(3, 6, "def"))
    assert not outer.contains(Span(1, 3, "bc"))


def test_values_compare_by_value_and_are_immutable():
    assert Interval(None, None) == Interval(None, None)
    assert Quantity(value=3) != Quantity(value=4)
    with pytest.raises(AttributeError):
        Quantity(value=3).value = 4


def test_a_party_at_a_span_bears_its_offsets():
    assert Party.at(Span(4, 9, "Egypt"), "egypt") == Party("Egypt", "egypt", 4, 9)
    assert Party("Egypt").start is None


def test_a_status_is_its_word():
    assert Status.ACTUAL == "actual"
    assert f"{Status.PLANNED}" == "planned"


def test_an_interval_tells_its_days():
    moments = Interval(
        dt.datetime(2024, 5, 3, 18, tzinfo=dt.UTC), dt.datetime(2024, 5, 4, 6, tzinfo=dt.UTC)
    )
    assert (moments.start_day, moments.end_day) == (dt.date(2024, 5, 3), dt.date(2024, 5, 4))
    assert moments.days == 1
    assert Interval(dt.date(2024, 5, 3), None).days is None
