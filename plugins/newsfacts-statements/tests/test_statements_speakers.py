import pytest

from newsfacts import ActorClaim, ActorId, ActorType, Mention, MentionForm, Span
from newsfacts.language import Reader
from newsfacts_statements.extract import Statements

READER = Reader()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Mayor Ana Ruiz said it was over. “At last,” she added.", ["Ana Ruiz", "Ana Ruiz"]),
        ("Ana Ruiz was there. Ruiz said it was over.", ["Ana Ruiz"]),
        ("Ana Ruiz has been under pressure. She said it was over.", ["Ana Ruiz"]),
        ("Ruiz said she believed it was over.", ["Ruiz", "Ruiz"]),
        ("Prime Minister Ana Ruiz said it was over.", ["Ana Ruiz"]),
        ("A senior official, Ana Ruiz, said it was over.", ["Ana Ruiz"]),
        ("Norway said it was over. “We leave,” the statement added.", ["Norway", "Norway"]),
        ("A rebel source said it was over. “Yes,” said the source.", ["A rebel source"] * 2),
        ("Ana Ruiz said it was over. She kept her promise to leave.", ["Ana Ruiz"] * 2),
        ("An aide to Governor Ana Ruiz said it was over.", ["An aide to Governor Ana Ruiz"]),
        ("Secretary of State Ana Ruiz said it was over.", ["Ana Ruiz"]),
        (
            "Ana Ruiz said it was over. Juan Berg said no. She added that they had left.",
            ["Ana Ruiz", "Juan Berg", "Ana Ruiz"],
        ),
        (
            "Mrs. Kim Ruiz said it was over. Mr. Lee Berg said no. She added that they had left.",
            ["Kim Ruiz", "Lee Berg", "Kim Ruiz"],
        ),
        ("Ana Ruiz spoke. He said it was over.", ["He"]),
        ("The defence council met in Oslo, it said.", ["The defence council"]),
        ("Health officials in Lima said it was over.", ["Health officials in Lima"]),
        ("Norway left. In a letter sent late Friday, it said it was over.", ["Norway"]),
        ("A source who spoke on condition of anonymity said it was over.", ["A source"]),
        ("A neighbor who lives in the area said it was over.", ["A neighbor"]),
        ("Doctors from around Lima said it was over.", ["Doctors from around Lima"]),
        ("It was two days after Ana Ruiz said it was over.", ["Ana Ruiz"]),
        ("An official who declined to be identified said it was over.", ["An official"]),
    ],
)
def test_speaker_name(text, names):
    assert [claim.speaker_name for claim in Statements()(READER.reading(text).tokens)] == names


@pytest.mark.parametrize(
    ("source", "speaker"),
    [
        ("Secretary of State Ana Ruiz", "ana_ruiz"),
        ("An aide to Governor Ana Ruiz", None),
        ("Officials of Ana Ruiz", None),
    ],
)
def test_an_office_leads_up_to_its_holder(source, speaker):
    text = f"{source} said it was over."
    at = text.index("Ana")
    ruiz = ActorClaim(
        span=Span(at, at + 8, "Ana Ruiz"),
        actor=ActorId("ana_ruiz"),
        name="Ana Ruiz",
        type=ActorType.PERSON,
        mentions=(Mention(at, at + 8, "Ana Ruiz", MentionForm.NAME),),
    )
    (claim,) = Statements()(READER.reading(text).tokens, (ruiz,))
    assert claim.speaker == speaker
