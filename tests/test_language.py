import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.attrs import ORTH

from newsfacts.language import Reader
from newsfacts.sentences import sentence_starts, titles
from newsfacts.tokens import tokens

READER = Reader()
PLAIN = spacy.blank("en")
for rank in sorted(titles()):  # which here keep their full stop
    PLAIN.tokenizer.add_special_case(f"{rank.capitalize()}.", [{ORTH: f"{rank.capitalize()}."}])
hostile = st.text() | st.text(alphabet="a .\n\"'“”!?$-A1\u200f😀", max_size=400)


def sentences(text):
    view = tokens(READER.read(text))
    return [view.span(first, last).text for first, last in view.sentences]


@given(hostile)
def test_tokens_add_up_to_the_text(text):
    doc = READER.read(text)
    assert doc.text == text
    view = tokens(doc)
    assert [
        text[s : s + len(w)] for s, w in zip(view.starts, view.words, strict=True)
    ] == view.words
    assert "".join(view.words) == "".join(text.split())
    ranges = [n for first, last in view.sentences for n in range(first, last)]
    assert ranges == list(range(len(view)))


@given(st.text(alphabet=st.characters(codec="ascii"), max_size=300))
def test_tokens_are_those_of_blank_english(text):
    plain = PLAIN.tokenizer
    for piece in text.split():
        assert tokens(READER.read(piece)).words == [token.text for token in plain(piece)]


@pytest.mark.parametrize(
    "text", ["$" * 8000, '"' * 10_000, "x" * 50_000, "a-" * 9_000, "1." * 9000]
)
def test_long_runs_are_cut_not_lost(text):
    doc = READER.read(text)
    assert doc.text == text
    assert max(map(len, tokens(doc).words)) <= 200


@pytest.mark.parametrize(
    "expected",
    [
        ["He left.", "She stayed."],
        ["U.S. President Joan Smith met Gen. Ali on Oct. 7.", "They spoke."],
        ["It came from the U.S.", "The talks went on."],
        ["Did he go?", "“No.”", "He stayed!"],
        ['"We will wait," he said.', '"Not long."'],
        ["A headline without a stop", "The first paragraph."],
        ["Asked, he said: “No.”", "She agreed."],
        ["J. Smith and Dr. Jones spoke at 3.5 percent."],
        ["Mr. Lee won 3-2 vs. Kim at No. 3 St. Mary Ave. in Rome."],
        ["Is this the end?", "No.", "He said so."],
    ],
)
def test_sentences_end_where_a_reader_ends_them(expected):
    joined = "\n\n".join(expected) if "headline" in expected[0] else " ".join(expected)
    assert sentences(joined) == expected


@pytest.mark.parametrize(
    "expected",
    [
        ["BOGOTA, May 2 (Wire) --", "Two men died."],
        ["DAVAO CITY, Philippines --", "A quake struck."],
        ["MEXICO CITY (Wire).-", "Teachers left."],
        ["KHARTOUM, Sudan (AP) —", "Shells fell."],
        ["Kathmandu, March 4 -", "The parties signed."],
        ["GAZA/CAIRO, Oct 10 (Wire) -", "Trucks left."],
        ["MAIDUGURI:", "No fewer than two died."],
        ["7 JUL 89", "LIMA, 7 JUL 89 (WIRE) --", "[TEXT] THE ARMY LEFT."],
        ["THE WAR -- A DISASTER FOR ALL."],
        ["The plan - a bad one - failed."],
        ["POLICE: Two hurt in crash", "They are well."],
    ],
)
def test_a_dateline_is_a_sentence_of_its_own(expected):
    lined = "\n\n".join(expected[-3:]) if len(expected) == 3 or "POLICE" in expected[0] else None
    text = lined.replace("--\n\n", "-- ") if lined else " ".join(expected)
    assert sentences(text) == expected


def test_sentences_glued_together_are_parted():
    text = (
        "It was over by Friday.In an hour they left.“We lost,” he said. St.Louis and Node.js stay."
    )
    assert sentences(text) == [
        "It was over by Friday.",
        "In an hour they left.",
        "“We lost,” he said.",
        "St.Louis and Node.js stay.",
    ]
    on_elm = ["It was on Elm St. The man left.", "St. Louis and Mt. Elm are far."]
    assert sentences(" ".join(on_elm)) == ["It was on Elm St.", "The man left.", on_elm[1]]
    assert sentences('They left."It hurt," she said.') == ["They left.", '"It hurt," she said.']


def test_a_wrapped_line_goes_on_and_a_new_line_begins():
    assert sentences("The talks\nwent on.\nThe end") == ["The talks\nwent on.", "The end"]


def test_sentence_starts_are_offsets():
    text = "One. Two.\n\nThree"
    assert [text[start:] for start in sentence_starts(text)] == ["Two.\n\nThree", "Three"]


def test_the_users_own_pipeline_keeps_its_sentences():
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer", config={"punct_chars": [";"]})
    view = tokens(Reader(nlp).read("One. Two; three"))
    assert len(view.sentences) == 2
    bare = tokens(Reader(spacy.blank("en")).read("One. Two; three"))
    assert [bare.span(a, b).text for a, b in bare.sentences] == ["One.", "Two; three"]


def test_tokens_are_made_once_a_document():
    doc = READER.read("One. Two.")
    assert tokens(doc) is tokens(doc)


def test_tokens_are_found_by_offset():
    view = tokens(READER.read("Abbas met Biden.\nEgypt spoke."))
    assert view.words[view.at(6)] == "met"
    assert view.words[view.at(7)] == "met"
    assert view.at(0) == 0
    assert view.sentence(view.at(20)) == 1
    assert view.sentence_range(1) == (0, 4)
    assert view.lower[0] == "abbas"
    assert view.span(0, 2).text == "Abbas met"
    assert view.end(0) == 5


def test_the_vocabulary_is_renewed_past_a_bound(monkeypatch):
    monkeypatch.setattr("newsfacts.language._VOCABULARY_SIZE", 1500)
    reader = Reader()
    sizes = []
    for batch in range(30):
        doc = reader.read(" ".join(f"w{batch}x{n}" for n in range(100)))
        sizes.append(len(doc.vocab))
        assert doc[0].text == f"w{batch}x0"
    assert max(sizes) < 2500


# Built like news: quotes, possessives, compounds, sums, stops, contractions.
pieces = st.builds(
    "".join,
    st.tuples(
        st.sampled_from(["", "", '"', "“", "‘", "(", "[", "``", "''"]),
        st.one_of(
            st.text("abcXYZ", min_size=1, max_size=4),
            st.from_regex(r"\A[a-zA-Z]{1,3}-[a-z]{1,3}\Z"),
            st.from_regex(r"\A([A-Z]\.){1,3}\Z"),
            st.from_regex(r"\A[a-z]{1,3}\.[A-Z][a-z]{1,3}\Z"),
            st.from_regex(r"\A\$?[0-9]{1,3}([.,:][0-9]{1,3})?%?\Z"),
            st.from_regex(r"\A[0-9]{1,2}-[a-z]{1,4}(-old)?\Z"),
            st.sampled_from(sorted(run for run in PLAIN.tokenizer.rules if not run.isspace())),
        ),
        st.sampled_from(["", "", "'s", "’s", "'S", "n't"]),
        st.sampled_from(["", "", ".", ",", ";", ":", "!", "?", ")", "]", ".)", ".,"]),
        st.sampled_from(["", "", '"', "”", "’", "'", "''"]),
        st.sampled_from(["", ",", ";", ":"]),
    ),
)


@settings(max_examples=2000, deadline=None)
@given(pieces)
def test_the_quick_pattern_splits_as_spacy_does(piece):
    expected = [token.text for token in PLAIN.tokenizer(piece)]
    assert tokens(READER.read(piece)).words == expected


@given(hostile)
def test_every_word_is_there_in_lower_case_too(text):
    view = READER.reading(text).tokens
    assert [word.lower() for word in view.lower] == [word.lower() for word in view.words]
    assert view.lower == tokens(PLAIN(text)).lower


def test_equal_words_of_two_texts_are_one_object():
    first, second = (READER.reading(f"{opening} Talks.").tokens for opening in ("Long", "Brief"))
    assert first.words[1] is second.words[1]
    assert first.lower[1] is second.lower[1]


def test_wide_gaps_anywhere_leave_every_word_in_its_place():
    text = "  \n One,\t\t two \u2003\n\nthree.  \n"
    view = READER.reading(text).tokens
    assert [text[start : view.end(at)] for at, start in enumerate(view.starts)] == view.words
    assert view.words == ["One", ",", "two", "three", "."]


def test_a_body_is_no_pronoun():
    reader = Reader()
    said = reader.reading("The World Health Organization (WHO) said so. WHO staff left.").tokens
    assert said.lower.count("WHO") == 2
    assert "who" in reader.reading("THE MAN WHO FELL DIED.").tokens.lower
