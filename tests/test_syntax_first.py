from newsfacts.language import Reader
from newsfacts.syntax import Syntax, syntax
from newsfacts.values import Status


def read(text: str) -> Syntax:
    return syntax(Reader().read(text))


def phrase(reading: Syntax, found: tuple[int, int] | None) -> str | None:
    return None if found is None else reading.tokens.span(*found).text


def test_subject_of_control_infinitive():
    reading = read("The rebels have not agreed to release the hostages.")
    group = reading.verb_group(reading.tokens.words.index("release"))
    assert group is not None
    assert group.form == "infinitive"
    assert phrase(reading, reading.subject(group)) == "The rebels"
    assert phrase(reading, reading.object(group)) == "the hostages"
    fact = reading.factuality(group.head)
    assert (fact.status, fact.negated) == (Status.PLANNED, True)


def test_participle_takes_the_main_subject():
    reading = read("The army resumed its campaign in March, killing 85 people.")
    group = reading.verb_group(reading.tokens.words.index("killing"))
    assert group is not None
    assert phrase(reading, reading.subject(group)) == "The army"
    assert reading.factuality(group.head).status is Status.ACTUAL


def test_memoised():
    doc = Reader().read("Talks resumed.")
    assert syntax(doc) is syntax(doc)
