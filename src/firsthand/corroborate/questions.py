"""Puts a question together: its key and id, its answers, its counts."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

import msgspec

from firsthand.corroborate.answers import Given, conflict
from firsthand.corroborate.articles import Held
from firsthand.corroborate.asking import ask, says
from firsthand.corroborate.groups import Group
from firsthand.corroborate.origins import Cast, Ends
from firsthand.corroborate.periods import Period
from firsthand.corroborate.readings import Reading
from firsthand.corroborate.traces import Trace
from firsthand.corroborate.voices import Voice
from firsthand.model.question import About, Answer, Edge, OriginCount, Question, Step
from firsthand.vocabulary.gazetteer import gazetteer

T = TypeVar("T", bound=Hashable)
CONFLICT, ECHO, DENIED, WITHDRAWN = (
    "answers conflict", "many articles on one origin", "denied", "withdrawn",
)  # fmt: skip
"""Reasons for which a question leads; the brief adds those of checks and provisions."""
_PLACES = frozenset({"place", "destination"})
_TOPICS = 3


@dataclass(frozen=True, slots=True)
class Drafted:
    """All that was found out about one question, its parts parallel to `traces`."""

    group: Group
    traces: Sequence[Trace]
    ends: Sequence[Ends]
    given: Sequence[Given]


def about(group: Group) -> About:
    """Return the key of a question: what most of its readings tell."""
    readings = [r for r in group.readings if not r.echoed]
    first = readings[0]
    period = usual_period(readings)
    base = _usual(r.slots.base for r in readings)
    place = _place(readings)
    names = [n for n, count in group.names.items() if count * 2 >= len(readings) and n != place]
    if not names and not place:
        names = [n for n, _ in sorted(group.names.items(), key=lambda i: (-i[1], i[0]))[:2]]
    unit = _usual(r.unit for r in readings) or "number"
    return About(
        measure="event" if first.shape == "event" else unit,
        parties=tuple(sorted(names)),
        place=place,
        topic=_topic(group),
        start=period[0] if period else None,
        end=period[1] if period else None,
        base_start=base[0] if base else None,
        base_end=base[1] if base else None,
    )


def _topic(group: Group) -> tuple[str, ...]:
    """Return what narrows a question: its purpose or whole, and for an event its telling words."""
    words = group.words if group.readings[0].shape == "event" else group.narrow
    least = sum(not r.echoed for r in group.readings) / 3
    ranked = sorted((w for w in words if words[w] >= least), key=lambda w: (-words[w], w))
    return tuple(sorted(ranked[:_TOPICS]))


def _place(readings: Sequence[Reading]) -> str | None:
    told: Counter[str] = Counter()
    for reading in readings:
        for role in reading.claim.roles:
            if role.role in _PLACES and (role.known or role.text):
                told[role.known or role.text.casefold()] += 1
    if not told:
        for reading in readings:
            for name in reading.slots.names.geo:
                place = gazetteer().place(name)
                told.update([name] if place and place.kind != "country" else [])
    return max(told, key=lambda p: (told[p], p), default=None)


def usual_period(readings: Sequence[Reading]) -> Period | None:
    """Return the usual period of those that tell the year, then of those not beside a revision."""
    readings = [r for r in readings if not r.corrects] or readings
    for some in (
        [r for r in readings if not r.slots.yearless and not r.revised],
        [r for r in readings if not r.revised],
        readings,
    ):
        period = _usual(r.slots.period for r in some)
        if period:
            return period
    return None


def _usual(told: Iterable[T | None]) -> T | None:
    """Return what is told most often; ties go to the last in order of their letters."""
    counts = Counter(t for t in told if t is not None)
    return max(counts, key=lambda t: (counts[t], str(t)), default=None)


def question_id(key: About, kind: str, shape: str, again: int) -> str:
    """Return `q-` and ten hexadecimal digits over a key; `again` tells questions of one key apart."""
    parts = [kind, shape, *msgspec.structs.astuple(key), *([again] if again else [])]
    return "q-" + hashlib.sha256(msgspec.json.encode(parts)).hexdigest()[:10]


class Composer:
    """Makes question records; ids are unique in a case."""

    def __init__(self, held: Sequence[Held], cast: Cast, origin_ids: dict[Hashable, str]) -> None:
        self._held = held
        self._cast = cast
        self._origin_ids = origin_ids
        self._used: Counter[str] = Counter()

    def compose(
        self,
        drafted: Drafted,
        *,
        count: OriginCount,
        edges: tuple[Edge, ...],
        path: tuple[Step, ...],
        kin: Sequence[Reading] = (),
    ) -> Question:
        """Return a question as it is printed; `kin` are readings of one that lends it words."""
        group, given = drafted.group, drafted.given
        key = about(group)
        kind = group.usual_kind
        shape = group.shape
        plain = question_id(key, kind, shape, 0)
        again = self._used[plain]
        self._used[plain] += 1
        held = [self._held[at] for at in sorted({t.at for t in drafted.traces})]
        verdict = conflict(given)
        question = Question(
            id=question_id(key, kind, shape, again) if again else plain,
            ask=ask(key, group.readings, self._held, kin),
            says=says(key, given[0].readings, self._held, kin),
            kind=kind,
            about=key,
            articles=len(held),
            outlets=len({h.imprint.outlet for h in held}),
            publishers=len({h.imprint.house for h in held}),
            origins=count,
            answers=tuple(self._answer(g, drafted) for g in given),
            conflict=verdict,
            edges=edges,
            path=path,
        )
        return msgspec.structs.replace(question, reasons=reasons(question))

    def _answer(self, given: Given, drafted: Drafted) -> Answer:
        ends = [drafted.ends[n] for n in given.traces]
        nodes = {self._cast.of(n) for e in ends for n in e.nodes}
        voices: list[Voice] = [v for n in given.traces for v in drafted.traces[n].voices]
        quoted = min(given.readings, key=lambda r: (r.title, r.at, r.order))
        return Answer(
            value=given.value,
            unit=_usual(r.unit for r in given.readings),
            relation=given.relation,
            spelled=quoted.spelled,
            documents=tuple(self._held[at].id for at in given.articles),
            claims=tuple(dict.fromkeys(r.ident for r in given.readings if not r.echoed)),
            origin_ids=tuple(sorted(self._origin_ids[n] for n in nodes)),
            speakers=tuple(dict.fromkeys(v.name for v in voices)),
            retracted_by=given.retracted_by,
            note=given.note,
        )


def reasons(question: Question) -> tuple[str, ...]:
    """Return why a question leads, as far as corroboration can tell."""
    told = {a.value for a in question.answers if isinstance(a.value, bool)}
    found = {
        CONFLICT: question.conflict == "differs",
        ECHO: question.articles > 1 and question.origins.value == 1,
        DENIED: told == {True, False},
        WITHDRAWN: any(a.retracted_by for a in question.answers),
    }
    return tuple(name for name, holds in found.items() if holds)
