"""The user's own actors, in TOML or as options, that extend the tables or override them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from pathlib import Path

import attrs

from newsfacts import ActorType, MentionForm
from newsfacts_actors.knowledge import Entity, Knowledge, Known, bridged, normal, reach, slug

__all__ = ["UserActor", "extended", "read_table"]


@attrs.frozen(kw_only=True)
class UserActor:
    """Is an actor that the user adds; its names win over those of the tables.

    In TOML:

        [[actor]]
        name = "Blue Line Brigade"
        type = "armed_group"
        country = "LBN"
        aliases = ["BLB"]
    """

    name: str
    type: ActorType
    id: str | None = None
    """By default made from the name."""
    country: str | None = None
    """ISO 3166-1 alpha-3."""
    aliases: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    """Cities or buildings that stand for it."""

    def entity(self) -> Entity:
        """Return it as the tables hold it."""
        return Entity(self.id or slug(self.name), self.type, self.name, self.country)


def read_table(path: str | Path) -> tuple[UserActor, ...]:
    """Read the actors of a TOML file.

    Raises:
        OSError: if it cannot be read.
        ValueError: if it is no TOML, or an actor in it lacks a name or has an unknown type or key.
    """
    with Path(path).open("rb") as file:
        raw = tomllib.load(file)
    unknown = sorted(set(raw) - {"actor"})
    if unknown:
        raise ValueError(f"{path}: a table of actors holds [[actor]], not {', '.join(unknown)}")
    return tuple(_actor(str(path), fields) for fields in raw.get("actor", []))


def _actor(path: str, fields: dict[str, object]) -> UserActor:
    """Make one actor of what TOML gives."""
    lists = {"aliases", "demonyms", "seats"}
    plain = {key: tuple(value) if key in lists else value for key, value in fields.items()}  # type: ignore[arg-type]
    try:
        return UserActor(**{**plain, "type": ActorType(plain.get("type"))})  # type: ignore[arg-type]
    except (TypeError, ValueError) as error:
        raise ValueError(f"{path}: actor {fields.get('name')!r}: {error}") from error


def extended(known: Knowledge, actors: Iterable[UserActor], ignored: Iterable[str]) -> Knowledge:
    """Return the tables with *actors* added and the names *ignored* taken out."""
    names = dict(known.names)
    rivals = dict(known.rivals)
    for name in ignored:
        names.pop(normal(name), None)
    for actor in actors:
        entity = actor.entity()
        forms = [
            *((name, Known(entity, MentionForm.NAME)) for name in (actor.name, *actor.aliases)),
            *((name, Known(entity, MentionForm.DEMONYM)) for name in actor.demonyms),
            *((name, Known(entity, MentionForm.METONYM, seat=True)) for name in actor.seats),
        ]
        for name, meaning in forms:
            names[normal(name)] = meaning
            rivals.pop(normal(name), None)
    return attrs.evolve(
        known, names=names, bridged=bridged(names), rivals=rivals, reach=reach(names)
    )
