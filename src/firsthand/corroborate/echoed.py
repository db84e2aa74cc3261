"""Values that stand in copied text though no claim was found there: they count for the copy too."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

import msgspec
from msgspec import UNSET

from firsthand.corroborate.articles import Held
from firsthand.corroborate.copying import Drawn
from firsthand.corroborate.groups import Group
from firsthand.corroborate.readings import Reading
from firsthand.corroborate.words import Passage, passages
from firsthand.model.span import hull


def add_echoed(
    groups: Sequence[Group], held: Sequence[Held], drawn: Sequence[Sequence[Drawn]]
) -> None:
    """Enter into each question the copies that hold the very sentence with a value and gave none.

    Articles are gone through in order of publication, so that a copy of a copy counts as well.
    """
    holders = {g.number: {r.at for r in g.readings} for g in groups}
    by_article: dict[int, list[tuple[Group, Reading]]] = {}
    for group in groups:
        for reading in group.readings:
            by_article.setdefault(reading.at, []).append((group, reading))
    for at, sources in enumerate(drawn):
        for source in sources:
            for group, reading in by_article.get(source.earlier, []):
                if at in holders[group.number] or reading.title or reading.shape == "event":
                    continue
                own = _copied(reading, held[source.earlier], at, held[at])
                if own is not None:
                    group.add(own)
                    holders[group.number].add(at)
                    by_article.setdefault(at, []).append((group, own))


def _copied(reading: Reading, source: Held, at: int, copy: Held) -> Reading | None:
    """Return the reading as it stands in a copy that has its sentence word for word, else None."""
    start, end = hull(reading.span)
    passage = _around(passages(source.document), start)
    if passage is None or reading.document != source.id:
        return None
    spelled = source.document.text[start:end]
    for own in passages(copy.document):
        if own.words != passage.words:
            continue
        place = copy.document.text.find(spelled, *own.span)
        if place >= 0:
            span = (place, place + len(spelled))
            claim = msgspec.structs.replace(
                reading.claim,
                attribution=None,
                via=(),
                chain=(),
                span=(own.span,),
                in_=UNSET,
                when=None,
            )
            return replace(reading, at=at, document=copy.id, claim=claim, span=(span,), echoed=True)
    return None


def _around(found: Iterable[Passage], place: int) -> Passage | None:
    return next((p for p in found if p.span[0] <= place < p.span[1]), None)
