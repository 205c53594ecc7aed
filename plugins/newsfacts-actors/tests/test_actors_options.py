"""The user's own knowledge: TOML tables, options, and entities of a spaCy pipeline."""

import pytest
import spacy

from newsfacts import Article, Options
from newsfacts.errors import OptionsError
from newsfacts.language import Reader
from newsfacts_actors import newsfacts_extractors
from newsfacts_actors.extract import Actors

TABLE = """
[[actor]]
name = "Sons of the Ridge"
type = "armed_group"
country = "COL"
aliases = ["SOR", "Ridge Sons"]

[[actor]]
id = "the_wagner_company"
name = "Wagner"
type = "organisation"
demonyms = ["Wagnerite"]
"""


def test_table_extends_and_overrides(read, tmp_path):
    table = tmp_path / "own.toml"
    table.write_text(TABLE, "utf-8")
    claims = read("Ridge Sons fought Wagner and two Wagnerite allies.", table=str(table))
    assert {i: str(c.type) for i, c in claims.items()} == {
        "sons_of_the_ridge": "armed_group",
        "the_wagner_company": "organisation",
    }
    assert claims["sons_of_the_ridge"].country == "COL"
    assert [str(m.form) for m in claims["the_wagner_company"].mentions] == ["name", "demonym"]


def test_options_are_structured_and_checked():
    (made,) = newsfacts_extractors(
        Options("actors", {"actor": [{"name": "Sons of the Ridge", "type": "armed_group"}]})
    )
    text = "The Sons of the Ridge withdrew."
    claims = list(made.function(Article(text), Reader().reading(text).tokens))
    assert [claim.actor for claim in claims] == ["sons_of_the_ridge"]
    assert made.name == "actors"
    with pytest.raises(OptionsError, match="no option tabel"):
        newsfacts_extractors(Options("actors", {"tabel": "x"}))


def test_names_to_ignore(names):
    text = "The Guardian met Wagner fighters."
    assert ("Wagner", "armed_group") in names(text)
    assert ("Wagner", "armed_group") not in names(text, ignore=("Wagner",))


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("[[actor]]\nname = 'X'\ntype = 'tribe'\n", "actor 'X': 'tribe'"),
        ("[[actor]]\nname = 'X'\ntype = 'state'\ncolour = 'red'\n", "colour"),
        ("[actors]\n", "holds"),
    ],
)
def test_a_wrong_table_says_what_is_wrong(read, tmp_path, content, message):
    table = tmp_path / "own.toml"
    table.write_text(content, "utf-8")
    with pytest.raises(ValueError, match=message):
        read("Nothing.", table=str(table))


def test_entities_of_the_users_pipeline_fill_gaps():
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns(
        [
            {"label": "PERSON", "pattern": "k.d. quell"},
            {"label": "ORG", "pattern": "Hamas"},
            {"label": "GPE", "pattern": "Torvane"},
            {"label": "DATE", "pattern": "Monday"},
        ]
    )
    text = "On Monday k.d. quell sang for Hamas. Reports say Torvane was calm."
    article = Article(text)
    plain = {c.actor: c for c in Actors()(article, Reader().reading(text).tokens)}
    helped = {c.actor: c for c in Actors()(article, Reader(nlp).reading(text).tokens)}
    assert "k_d_quell" not in plain
    assert plain["torvane"].type == "other"
    assert (helped["k_d_quell"].type, helped["k_d_quell"].rule) == ("person", "spacy")
    assert helped["torvane"].type == "place"
    assert helped["hamas"] == plain["hamas"]
    assert set(helped) == {"k_d_quell", "hamas", "torvane"}
