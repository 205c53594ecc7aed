"""Roles, affiliations, countries, and what refers to actors without their names."""

import pytest


@pytest.mark.parametrize(
    ("text", "role", "affiliation", "country"),
    [
        ("Malian President Odu Keltan resigned.", "Malian President", "mali", "MLI"),
        ("Former Hamas leader Odu Keltan resigned.", "Former Hamas leader", "hamas", "PSE"),
        (
            "Odu Keltan, a senior Hezbollah commander, resigned.",
            "senior Hezbollah commander",
            "hezbollah",
            "LBN",
        ),
        (
            "UN Middle East peace envoy Odu Keltan resigned.",
            "UN Middle East peace envoy",
            "un",
            None,
        ),
        (
            "Odu Keltan, the Red Cross's regional director, resigned.",
            "Red Cross's regional director",
            "icrc",
            None,
        ),
        (
            "Odu Keltan, Mali's ambassador to the UN, resigned.",
            "Mali's ambassador to the UN",
            "mali",
            "MLI",
        ),
        ("Defence Minister Odu Keltan resigned.", "Defence Minister", None, None),
        ("Yesterday, in tears, Minister Odu Keltan resigned.", "Minister", None, None),
    ],
)
def test_role_affiliation_country(read, text, role, affiliation, country):
    claim = read(text)["odu_keltan"]
    assert (claim.role, claim.affiliation, claim.country) == (role, affiliation, country)


def test_a_person_without_a_role_has_none(read):
    claim = read("Then Amira Keltan, whose house was hit, wept.")["amira_keltan"]
    assert (claim.role, claim.affiliation) == (None, None)


def forms(claim):
    return [(m.text, str(m.form)) for m in claim.mentions if m.form not in ("name", "demonym")]


def test_title_of_the_one_who_holds_it(read):
    claims = read(
        "Malian President Odu Keltan met Nigerian President Ife Bassen. The Malian president left."
    )
    assert forms(claims["odu_keltan"]) == [("The Malian president", "title")]
    assert forms(claims["ife_bassen"]) == []


def test_title_that_two_hold_is_nobody(read):
    claims = read(
        "Malian President Odu Keltan met Nigerian President Ife Bassen. The president left."
    )
    assert not any(forms(claim) for claim in claims.values())


def test_premier_is_prime_minister(read):
    claims = read("Thai Prime Minister Somrak Devan spoke. The premier was calm.")
    assert forms(claims["somrak_devan"]) == [("The premier", "title")]


def test_common_noun_of_the_one_group_nearby(read):
    claims = read("Boko Haram attacked Chibok. The group denied it.")
    assert forms(claims["boko_haram"]) == [("The group", "nominal")]
    claims = read("Boko Haram fought Ansaru. The group denied it.")
    assert not any(forms(claim) for claim in claims.values())


def test_pronoun_of_the_one_person_nearby_outside_quotations(read):
    claims = read("Envoy Odu Keltan arrived. He smiled. “He is late,” a guard said.")
    assert forms(claims["odu_keltan"]) == [("He", "pronoun")]
    claims = read("Odu Keltan's aide met envoy Ife Bassen. He smiled.")
    assert not any(forms(claim) for claim in claims.values())


@pytest.mark.parametrize(
    "role",
    [
        "Secretary of State",
        "Minister of Defence and Veterans Affairs",
        "Minister for Foreign Affairs",
    ],
)
def test_the_field_of_an_office_is_part_of_the_role(read, role):
    person = read(f"{role} Ana Ruiz arrived.")["ana_ruiz"]
    assert person.role == role


def test_role_that_a_comma_parts_from_the_name(read):
    found = read("Turkey's foreign minister, Melvut Carsoglan, said so.")
    person = found["melvut_carsoglan"]
    assert (person.role, person.affiliation) == ("Turkey's foreign minister", "turkey")


def test_a_name_in_a_list_takes_no_role_from_the_one_before(read):
    found = read("They met the minister, Aldo Brenti and others.")
    assert found["aldo_brenti"].role is None
