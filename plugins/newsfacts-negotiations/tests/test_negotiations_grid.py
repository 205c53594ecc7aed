"""Acts crossed with the frames that news puts verbs in: what one verb has, all should have.

A cell is a sentence. `MISSED` lists the cells that are not read yet; one that is read leaves it.
"""

import pytest

from newsfacts.language import Reader
from newsfacts_negotiations.extract import negotiations

ACTS = {
    "reject": ("reject", "rejected", "rejecting", "the truce plan", "rejection of the truce plan"),
    "sign": ("sign", "signed", "signing", "the accord", "signing of the accord"),
    "accept": ("accept", "accepted", "accepting", "the truce", "acceptance of the truce"),
    "propose": ("propose", "proposed", "proposing", "peace talks", "offer of peace talks"),
    "demand": (
        "demand",
        "demanded",
        "demanding",
        "the withdrawal of the army",
        "demand for a withdrawal",
    ),
    "threaten": ("threaten", "threatened", "threatening", "war", "threat of war"),
    "violate": ("violate", "violated", "violating", "the truce", "violation of the truce"),
    "declare": ("declare", "declared", "declaring", "a truce", "declaration of a truce"),
    "welcome": ("welcome", "welcomed", "welcoming", "the accord", "endorsement of the accord"),
    "suspend": (
        "suspend",
        "suspended",
        "suspending",
        "the peace talks",
        "suspension of the peace talks",
    ),
    "boycott": (
        "boycott",
        "boycotted",
        "boycotting",
        "the peace talks",
        "boycott of the peace talks",
    ),
    "delay": ("delay", "delayed", "delaying", "the peace talks", "delay of the peace talks"),
    "implement": (
        "implement",
        "implemented",
        "implementing",
        "the accord",
        "implementation of the accord",
    ),
    "release": ("release", "released", "releasing", "40 prisoners", "release of 40 prisoners"),
    "broker": ("broker", "brokered", "brokering", "the truce", "mediation"),
    "resume": (
        "resume",
        "resumed",
        "resuming",
        "the peace talks",
        "resumption of the peace talks",
    ),
    "extend": ("extend", "extended", "extending", "the truce", "extension of the truce"),
}
"""By act: base, past and -ing of its verb, an object, and the act as a noun."""

EVENTS = {
    "sign": "agree",
    "accept": "agree",
    "propose": "offer",
    "declare": "ceasefire",
    "welcome": "endorse",
    "suspend": "break_off",
    "boycott": "reject",
    "delay": "stall",
    "release": "implement",
    "broker": "mediate",
    "extend": "ceasefire",
}

FRAMES = {
    "plain": "Chad {past} {thing} on Monday.",
    "perfect": "Chad has {past} {thing}.",
    "adverbs": "Chad on Monday flatly and publicly {past} {thing}.",
    "aside": "Chad, diplomats say, at first {past} {thing}.",
    "bracket": "Chad (with Niger) {past} {thing}.",
    "itself": "Chad itself {past} {thing}.",
    "passive by": "{Thing} {was} {past} by Chad on Monday.",
    "reduced": "{Thing} {past} by Chad on Monday angered Niger.",
    "relative object": "{Thing} that Chad {past} on Monday angered Niger.",
    "relative subject": "Chad, which {past} {thing} on Monday, is short of food.",
    "fronted": "{Ing} {thing}, Chad angered Niger.",
    "trailing": "Chad angered Niger, {ing} {thing} on Monday.",
    "after": "After {ing} {thing}, Chad closed the border.",
    "coordinate": "Chad closed the border and {past} {thing}.",
    "third": "Chad closed the border, recalled its envoy and {past} {thing}.",
    "decided": "Chad has decided to {base} {thing}.",
    "pronoun": "Chad closed the border. It also {past} {thing}.",
    "cleft": "It was Chad that {past} {thing}.",
    "told": "Niger said Chad had {past} {thing}.",
    "accused": "Niger accused Chad of {ing} {thing}.",
    "noun": "Chad's {noun} angered Niger.",
    "main verb": "The envoys that arrived in Oslo on Monday {past} {thing}.",
}

MISSED = {("welcome", "decided")}  # praise is told once it is given


@pytest.fixture(scope="module")
def reader():
    return Reader()


def sentence(act, frame):
    base, past, ing, thing, noun = ACTS[act]
    return FRAMES[frame].format(
        base=base,
        past=past,
        ing=ing,
        Ing=ing.capitalize(),
        thing=thing,
        Thing=thing[0].upper() + thing[1:],
        was="were" if thing.endswith("s") else "was",
        noun=noun,
    )


@pytest.mark.parametrize("act", ACTS)
def test_every_frame_is_read(reader, act):
    event = EVENTS.get(act, act)
    missed = {
        (act, frame)
        for frame in FRAMES
        if event not in {claim.event for claim in negotiations(reader.read(sentence(act, frame)))}
    }
    assert missed == {cell for cell in MISSED if cell[0] == act}
