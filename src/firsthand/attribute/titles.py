"""Joins what a title says, where it stands apart, to what the text says."""

from __future__ import annotations

from typing import Any

from firsthand.model.attribution import Attribution, Entity, Speaker

Part = tuple[tuple[Entity, ...], tuple[Attribution, ...], dict[str, tuple[str, ...]]]


def join_title(body: Part, title: Part) -> Part:
    """Return entities, attributions and reasons of both, the title's first.

    An entity of the title is that of the text with the same name or id of the gazetteer; a surname
    is its only bearer in the text. Mentions count in the text, so the title adds none.
    """
    entities = list(body[0])
    renamed: dict[str, Entity] = {}
    for entity in title[0]:
        known = _same(entity, entities)
        if known is None:
            known = Entity(
                id=f"e{len(entities) + 1}", name=entity.name, kind=entity.kind, known=entity.known
            )
            entities.append(known)
        renamed[entity.id] = known
    moved = tuple(_moved(a, renamed) for a in title[1])
    return tuple(entities), (*moved, *body[1]), {**title[2], **body[2]}


def _same(entity: Entity, entities: list[Entity]) -> Entity | None:
    name = entity.name.lower()
    for other in entities:
        if other.name.lower() == name or (entity.known and other.known == entity.known):
            return other
    bearers = [e for e in entities if e.kind == "person" and name in e.name.lower().split()[1:]]
    return bearers[0] if len(bearers) == 1 else None


def _moved(attribution: Attribution, renamed: dict[str, Entity]) -> Attribution:
    speaker = attribution.speaker
    if speaker.entity is None:
        return attribution
    entity = renamed[speaker.entity]
    fields: dict[str, Any] = {n: getattr(speaker, n) for n in speaker.__struct_fields__}
    own: dict[str, Any] = {n: getattr(attribution, n) for n in attribution.__struct_fields__}
    fields.update(entity=entity.id, name=entity.name or speaker.name)
    return Attribution(**{**own, "speaker": Speaker(**fields)})
