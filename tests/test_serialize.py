import datetime as dt
import json

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from toys import FloodClaim, article, flood, floods, names, said, years

from newsfacts import (
    ActorClaim,
    Attribution,
    Comparator,
    DateClaim,
    Interval,
    Party,
    Pipeline,
    Quantity,
    StatementClaim,
    Status,
)
from newsfacts.errors import RecordError
from newsfacts.schema import schema_of
from newsfacts.serialize import RawClaim, claim_of, dumps, loads, record_of, records_of
from newsfacts.values import UNSET

KINDS = {kind.kind: kind for kind in (ActorClaim, DateClaim, StatementClaim, FloodClaim)}
WHERE = article()
numbers = st.none() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
bounds = st.none() | st.dates() | st.datetimes(timezones=st.none() | st.just(dt.UTC))
attributions = st.deferred(
    lambda: st.builds(Attribution, source=st.text(), via=st.none() | attributions)
)
claims = st.builds(
    FloodClaim,
    span=st.just(WHERE.span(0, 5)),
    status=st.sampled_from(Status),
    negated=st.booleans(),
    hedge=st.none() | st.text(),
    attribution=st.none() | st.just(UNSET) | attributions,
    depth=st.builds(
        Quantity, value=numbers, low=numbers, high=numbers, comparator=st.sampled_from(Comparator)
    ),
    river=st.none() | st.builds(Party, st.text(), st.none() | st.text()),
    causes=st.lists(st.just(WHERE.span(6, 9)), max_size=2).map(tuple),
) | st.builds(
    DateClaim,
    span=st.just(WHERE.span(0, 5)),
    type=st.sampled_from(["DATE", "SET"]),
    value=st.text(),
    attribution=st.none(),
    interval=st.none() | st.builds(Interval, bounds, bounds),
)


@given(claims)
def test_records_round_trip_and_fit_their_schema(claim):
    line = dumps(record_of(claim, "a"))
    record = json.loads(line)
    back = claim_of(record, KINDS)
    assert back == claim
    assert dumps(record_of(back, "a")) == line
    Draft202012Validator(schema_of(KINDS.values())).validate(record)


def test_a_record_says_what_the_contract_says():
    extraction = Pipeline([floods, names, said]).run(article())
    records = list(records_of(extraction))
    record = next(each for each in records if each["kind"] == "acme.flood")
    assert list(record)[:8] == [
        "article", "id", "kind", "span", "status", "negated", "hedge", "attribution",
    ]  # fmt: skip
    assert list(record)[-2:] == ["extractor", "rule"]
    assert record["span"] == {"start": 17, "end": 23, "text": "Floods"}
    assert record["attribution"]["speaker_name"] == "Egypt"
    actor = next(each for each in records if each["kind"] == "actor")
    assert actor["mentions"] == [{"start": 0, "end": 5, "text": "Abbas", "form": "name"}]
    for each in records:
        assert each["span"]["text"] == WHERE.text[each["span"]["start"] : each["span"]["end"]]
        assert claim_of(each, KINDS) == extraction[each["id"]]


def test_undecided_attribution_is_left_out_and_stays_undecided():
    record = record_of(flood(WHERE, "Floods"), "a")
    assert "attribution" not in record
    assert claim_of(record, KINDS).attribution is UNSET


def test_a_record_of_an_unknown_kind_is_kept_verbatim():
    record = {"article": "a", "id": "1", "kind": "x.y", "span": {"start": 0, "end": 1, "text": "A"}}
    record["whatever"] = [1, {"two": None}]
    raw = claim_of(record)
    assert isinstance(raw, RawClaim)
    assert (raw.kind, raw.id, raw.span.text) == ("x.y", "1", "A")
    assert record_of(raw, "elsewhere") == record


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"id": None}, "id None is not that of its kind, span and key"),
        ({"status": "maybe"}, "'maybe' is not a valid Status @ $.status"),
        ({"colour": 1}, "kind 'date' has no field colour"),
        ({"span": {"start": 3, "end": 2, "text": ""}}, "a span holds at least one code point"),
        ({"interval": {"start": 3, "end": None}}, "3 is no ISO 8601 date"),
        ({"value": ...}, "required field missing @ $.value"),
        ({"article": ...}, "a claim record has no 'article'"),
    ],
)
def test_a_record_that_does_not_fit_says_which_field(change, says):
    claim = DateClaim(span=WHERE.span(0, 5), type="DATE", value="2024", attribution=None)
    record = {**record_of(claim, "a"), **change}
    record = {key: value for key, value in record.items() if value is not ...}
    with pytest.raises(RecordError) as raised:
        claim_of(record)
    assert says in str(raised.value)


def test_lines_are_read_one_by_one_and_a_bad_one_is_named():
    good = dumps(record_of(next(years(article("In 2024."))), "a"))
    assert [(a, c.value) for a, c in loads([good, "", good])] == [("a", "2024")] * 2
    for bad, says in [
        ("{", "line 2: not JSON: Expecting"),
        ("[" * 100_000, "line 2: not JSON: maximum recursion"),
        ("[]", "line 2: not a JSON object"),
        (good.replace('"date"', '["date"]'), "line 2: a record's 'kind' is a string"),
    ]:
        with pytest.raises(RecordError, match=says):
            list(loads([good, bad]))


def test_not_a_number_is_not_written():
    claim = flood(WHERE, "Floods", depth=Quantity(value=float("nan")))
    with pytest.raises(ValueError, match="Out of range"):
        dumps(record_of(claim, "a"))


def test_the_schema_describes_every_field():
    schema = schema_of(KINDS.values())
    Draft202012Validator.check_schema(schema)
    for kind in KINDS:
        assert schema["$defs"][kind]["description"]
    for definition in schema["$defs"].values():
        for name, field in definition["properties"].items():
            assert field.get("description") or "const" in field, name


def test_the_schema_refuses_what_is_no_record():
    validator = Draft202012Validator(schema_of(KINDS.values()))
    record = json.loads(dumps(record_of(next(years(article("In 2024."))), "a")))
    assert validator.is_valid(record)
    assert not validator.is_valid(record | {"extra": 1})
    assert not validator.is_valid(record | {"negated": "no"})
    assert not validator.is_valid({key: record[key] for key in record if key != "value"})


def test_a_field_without_schema_is_refused():
    @attrs.frozen(kw_only=True)
    class Odd(FloodClaim):
        kind = "acme.odd"
        function: object = None

    with pytest.raises(TypeError, match="has no JSON Schema"):
        schema_of([Odd])
