"""Names and their types, on sentences written for the purpose, one rule or trap each."""

import pytest

KNOWN = [
    (
        "Talks between Sudan and the Rapid Support Forces (RSF) stalled in Jeddah.",
        [
            ("Sudan", "state"),
            ("Rapid Support Forces", "armed_group"),
            ("RSF", "armed_group"),
            ("Jeddah", "place"),
        ],
    ),
    (
        "The Arakan Army shelled Sittwe, the Tatmadaw said.",
        [("Arakan Army", "armed_group"), ("Sittwe", "place"), ("Tatmadaw", "military")],
    ),
    (
        "Colombian negotiators met the ELN in Havana.",
        [("Colombian", "state"), ("ELN", "armed_group"), ("Havana", "place")],
    ),
    (
        "Ethiopia’s government accused the TPLF of looting in Amhara region.",
        [("Ethiopia", "state"), ("TPLF", "armed_group"), ("Amhara", "place")],
    ),
    (
        "Hundreds of Yemenis fled Hodeidah, according to Save the Children.",
        [("Yemenis", "population"), ("Hodeidah", "place"), ("Save the Children", "ngo")],
    ),
    (
        "The Philippine army fought Abu Sayyaf gunmen on Jolo.",
        [("Philippine army", "military"), ("Abu Sayyaf", "armed_group"), ("Jolo", "place")],
    ),
    (
        "Nepal's Maoists and the Seven Party Alliance signed.",
        [("Nepal", "state"), ("Maoists", "armed_group"), ("Seven Party Alliance", "organisation")],
    ),
    (
        "Indian police and Pakistani troops exchanged fire.",
        [("Indian police", "police"), ("Pakistani", "state")],
    ),
    (
        "An Iranian-backed militia and a Saudi-led coalition agreed.",
        [("Iranian", "state"), ("Saudi", "state")],
    ),
    ("Israeli-Palestinian talks resumed.", [("Israeli", "state"), ("Palestinian", "population")]),
    ("Xinhua and The Guardian reported it.", [("Xinhua", "media"), ("The Guardian", "media")]),
    (
        "Shells fell on el-Fasher and Al-Aqsa Mosque.",
        [("el-Fasher", "place"), ("Al-Aqsa Mosque", "place")],
    ),
    ("KYIV, Ukraine - It was calm.", [("KYIV", "place"), ("Ukraine", "state")]),
    (
        "Militiamen attacked Velbre Taborn and Wadi Qelt.",
        [("Velbre Taborn", "other"), ("Wadi Qelt", "place")],
    ),
    ("The rebels seized Brelkovo on Monday.", [("Brelkovo", "place")]),
    (
        "The Russian military said it hit Ukrainian military bases.",
        [("Russian military", "military"), ("Ukrainian", "state")],
    ),
    (
        "Troops left Santa Cruz Velmar for North Darfur.",
        [("Santa Cruz Velmar", "place"), ("North Darfur", "place")],
    ),
    ("US troops left, and Americans cheered.", [("US", "state"), ("Americans", "population")]),
    # force: a state's possessive before its force or ministry is one name with it
    (
        "Sudan's army and Kenya’s foreign ministry met Ukraine's air force.",
        [
            ("Sudan's army", "military"),
            ("Kenya’s foreign ministry", "government_body"),
            ("Ukraine's air force", "military"),
        ],
    ),
    ("Israel's military operation went on.", [("Israel", "state")]),
    # organs of the United Nations by what they do
    (
        "The U.N. refugee agency and the UN's food agency left.",
        [("U.N. refugee agency", "igo"), ("UN's food agency", "igo")],
    ),
    ("The UN agency staff left.", [("UN", "igo")]),
    # peoples of two names
    (
        "Turkish Cypriots met Greek Cypriot envoys.",
        [("Turkish Cypriots", "population"), ("Greek Cypriot", "population")],
    ),
    ("Villages in the High Atlas shook.", [("High Atlas", "place")]),
    # an airline is no state, a side of a border no person
    ("Air Koryo left Chad.", [("Air Koryo", "organisation"), ("Chad", "state")]),
    ("The South said that Chad was ready.", [("Chad", "state")]),
    # a state's name at a sentence's start is no bird, though it is a common word
    ("They crossed the river. Turkey closed the bridge.", [("Turkey", "state")]),
]

UNKNOWN = [
    # title: a title or a role before a name makes it a person's
    ("Foreign Minister Okwudili Banda resigned.", [("Okwudili Banda", "person")]),
    ("The rebels' leader Brukto Gashaw was captured.", [("Brukto Gashaw", "person")]),
    (
        "U.S. Secretary of State Marlowe Quint flew home.",
        [("U.S.", "state"), ("Marlowe Quint", "person")],
    ),
    ("Gen. Tulsi Rambahadur denied it.", [("Tulsi Rambahadur", "person")]),
    # given_name: a first word from the list of given names
    ("It was written by Olena Vasht of the north.", [("Olena Vasht", "person")]),
    # particle: small words within persons' names
    ("They freed Tarvin el-Masqari at dawn.", [("Tarvin el-Masqari", "person")]),
    ("A letter from Joost van der Velp arrived.", [("Joost van der Velp", "person")]),
    # nickname: in quotation marks before the surname
    (
        'Haiti freed Brukto "El Chato" Gashaw.',
        [("Haiti", "state"), ('Brukto "El Chato" Gashaw', "person")],
    ),
    (
        "Haiti freed Brukto “Kota” Gashaw’s men.",
        [("Haiti", "state"), ("Brukto “Kota” Gashaw", "person")],
    ),
    # speaker and age: who speaks, or is so many years old
    ("“We ran,” Nadvirna Quist, 34, said.", [("Nadvirna Quist", "person")]),
    (
        "The road is closed, Pelbrin Oru, a resident of the valley, told reporters.",
        [("Pelbrin Oru", "person")],
    ),
    # place: what stands in front or behind
    ("Shells hit the town of Velkomorsk overnight.", [("Velkomorsk", "place")]),
    ("Villagers fled Ganjwara district on foot.", [("Ganjwara", "place")]),
    (
        "They marched along Tremaine Road to Kestrel Bay.",
        [("Tremaine Road", "place"), ("Kestrel Bay", "place")],
    ),
    # organisation: a head, with what belongs to it
    (
        "The National Commission for Missing Persons opened an inquiry.",
        [("National Commission for Missing Persons", "government_body")],
    ),
    ("She joined the Velmar Workers' Union in May.", [("Velmar Workers' Union", "organisation")]),
    (
        "The Institute of Relief and Works Studies closed.",
        [("Institute of Relief and Works Studies", "organisation")],
    ),
    # a preposition that begins a sentence shows a place, before a possessive it does not
    ("In Velmar Oudrim, a rescuer wept.", [("Velmar Oudrim", "place")]),
    ("Near Tarkuzan, two shells fell.", [("Tarkuzan", "place")]),
    ("In Tarkuzan's view, two shells fell.", [("Tarkuzan", "other")]),
    # numerals end the names of persons, and of persons only
    ("King Felmar VI spoke.", [("Felmar VI", "person")]),
    ("Benigno Tulfaro III left.", [("Benigno Tulfaro III", "person")]),
    # a syllable in small letters after a hyphen, but no participle
    ("Trade Minister Kim Dor-soo resigned.", [("Kim Dor-soo", "person")]),
    ("Kim Dor-led talks stalled.", [("Kim Dor", "person")]),
    # companies by their heads
    (
        "Its rival Brightmoor Snacks bought Golden Star Lines.",
        [("Brightmoor Snacks", "organisation"), ("Golden Star Lines", "organisation")],
    ),
    # a creed begins the name of a party, not of a parliament
    ("The Communist Party of Velmar left.", [("Communist Party of Velmar", "organisation")]),
    ("The Islamic Front agreed.", [("Islamic Front", "armed_group")]),
    # two bodies that a tail would join
    (
        "The Ministry of Trade of Velmar and the Labour Bank met.",
        [("Ministry of Trade of Velmar", "government_body"), ("Labour Bank", "organisation")],
    ),
    # who sends the article
    ("VELMAR, May 3 (VNA) - It rained.", [("VELMAR", "place"), ("VNA", "media")]),
    # acronym
    ("Staff of UNQWA Velmar left.", [("UNQWA Velmar", "organisation")]),
    ("Fighters of the GVK withdrew.", [("GVK", "organisation")]),
    ("Then the INS said NO to them.", [("INS", "organisation")]),
]

TRAPS = [
    # months, weekdays, feasts, tongues and operations name no actor
    ("In May and April, during Ramadan, Operation Silver Anvil began on a Tuesday.", []),
    ("He spoke in Arabic before Hurricane Lorna.", []),
    # a sentence's first word is no name because it has a capital
    (
        "Rebels attacked. Meanwhile, Mediators waited. Hostilities resumed.",
        [("Mediators", "other")],
    ),
    ("Gunmen fled. Negotiators met. Protesters gathered.", []),
    # states that are given names
    (
        "Jordan Palmerstone met Chad Ruiz in Jordan.",
        [("Jordan Palmerstone", "person"), ("Chad Ruiz", "person"), ("Jordan", "state")],
    ),
    ("Troops from Chad entered Georgia.", [("Chad", "state"), ("Georgia", "state")]),
    # the West Bank is not the West
    ("The West condemned raids in the West Bank.", [("West", "other"), ("West Bank", "place")]),
    # treaties and wars are none either
    ("Under the Ostend Accords and the Treaty, World War II ended.", []),
    # a storm is no actor where it is named without "Hurricane" either
    ("Hurricane Lorna hit the coast. By noon Lorna had passed.", []),
    # a currency is no state
    ("It costs US$ 2.3 billion, or US$5 a head.", []),
    # the party and state of a lawmaker; the state is one
    (
        "Olena Vasht (D-N.C.) and Tarvin Quist, R-Ohio, voted against it.",
        [
            ("Olena Vasht", "person"),
            ("N.C.", "place"),
            ("Tarvin Quist", "person"),
            ("Ohio", "place"),
        ],
    ),
    # a currency is none either
    ("Families were given Rs 50,000 and Tk 3,000.", []),
    # contractions
    ("“I'm here and I've seen it,” he said.", []),
]


@pytest.mark.parametrize(("text", "expected"), KNOWN + UNKNOWN)
def test_names_and_their_types(names, text, expected):
    assert names(text) == expected


@pytest.mark.parametrize(("text", "expected"), TRAPS)
def test_what_only_looks_like_a_name(names, text, expected):
    assert names(text) == expected


def test_headline_in_title_case_gives_only_what_is_known_or_seen_below(names):
    text = (
        "Rebels Seize Northern Towns As Sudan Talks Collapse Again\n"
        "Fighters of the RSF entered two towns. Commander Wad Qureshan led them."
    )
    assert names(text) == [
        ("Sudan", "state"),
        ("RSF", "armed_group"),
        ("Wad Qureshan", "person"),
    ]


def test_dateline_in_capitals_is_the_place(names):
    assert names("KHARTOUM, Sudan (AP) -- Shelling resumed.") == [
        ("KHARTOUM", "place"),
        ("Sudan", "state"),
        ("AP", "media"),
    ]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("VELMAR-MONTANA, Switzerland (Reuters) - Snow fell.", "VELMAR-MONTANA"),
        ("NEW YORK (AP) -- Snow fell.", "NEW YORK"),
        ("OUDRIM LAKE (AP) -- Snow fell.", "OUDRIM LAKE"),
    ],
)
def test_dateline_of_several_words_is_one_place(names, text, place):
    assert names(text)[0] == (place, "place")


def test_text_all_in_capitals(names):
    text = (
        "PRESIDENT JUAN PEREZQUIN SAID FARC GUERRILLAS ATTACKED BOGOTA ON MONDAY.\n"
        "PEREZQUIN BLAMED CUBA FOR IT."
    )
    assert names(text) == [
        ("JUAN PEREZQUIN", "person"),
        ("FARC", "armed_group"),
        ("BOGOTA", "place"),
        ("PEREZQUIN", "person"),
        ("CUBA", "state"),
    ]


def test_a_given_name_that_is_a_city_in_capitals(names):
    assert names("ORLANDO PEREZQUIN LEFT ORLANDO ON MONDAY.") == [
        ("ORLANDO PEREZQUIN", "person"),
        ("ORLANDO", "place"),
    ]


def test_common_word_at_an_opening_is_a_name_where_another_holds_it(names):
    assert names("Price resigned. Then Olena Price spoke.") == [
        ("Price", "person"),
        ("Olena Price", "person"),
    ]
    assert names("Price resigned. Then Olena Vasht spoke.") == [("Olena Vasht", "person")]


def test_mentions_are_bare_names(read):
    text = "Former Kenyan President Wanjala Otemba met Hamas officials, the BBC news service said."
    spans = [mention.text for claim in read(text).values() for mention in claim.mentions]
    assert spans == ["Kenyan", "Wanjala Otemba", "Hamas", "BBC"]


def test_rule_names_what_fired(read):
    text = "Commander Bastu Wel of the Free Valley Movement met Reuters and the Malian army."
    assert {claim.name: claim.rule for claim in read(text).values()} == {
        "Bastu Wel": "title",
        "Free Valley Movement": "organisation",
        "Reuters": "table",
        "Malian army": "force",
    }
