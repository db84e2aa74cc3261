"""Speech and reports that go on behind the sentence with the cue."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from firsthand.attribute.candidate import Candidate
from firsthand.attribute.views import Unit, View, trimmed
from firsthand.model.span import Spans, merged


def go_on(
    candidates: Sequence[Candidate], all_units: Sequence[Unit], continues: Callable[[View], bool]
) -> None:
    """Add to contents the sentences in which the same voice goes on.

    A unit that is nothing but direct speech belongs to the quotation before it, in the same
    paragraph or behind a quotation that stays open or a colon; a sentence that `continues` ("Of
    these entries, …") belongs to the voices that the sentence before it ends with.
    """
    by_unit: dict[int, list[Candidate]] = {}
    for candidate in candidates:
        by_unit.setdefault(candidate.place[2], []).append(candidate)
    speaking: list[Candidate] = []
    before_cue: list[Unit] = []
    went_on: list[Candidate] = []
    for number, unit in enumerate(all_units):
        own = by_unit.get(number, [])
        before = all_units[number - 1] if number else None
        if unit.speech and not _outer(own, unit):
            if not speaking or not _joins(before, unit):
                speaking = []
            _extend(speaking, unit)
            left_open = any(not quote.closed for quote in unit.quotes)
            before_cue = [*before_cue, unit] if left_open and not speaking else []
            went_on = speaking
            continue
        goes_on = before is not None and before.paragraph == unit.paragraph and continues(unit.view)
        last = _ending(by_unit.get(number - 1, []), before) if before is not None else []
        went_on = (last or went_on) if goes_on else []
        _extend(went_on, unit)
        speaking = [c for c in own if _speaks(c, unit)]
        for earlier in before_cue if unit.quotes and unit.quotes[0].start == unit.span[0] else ():
            _extend(speaking, earlier)  # “It left.¶ “It came back,” said X
        before_cue = []


def _outer(own: Sequence[Candidate], unit: Unit) -> bool:
    """Tell whether a unit of speech names its own speaker inside ("X, — said Y, — …")."""
    return (
        any(c.way == "verb" and c.source and len(c.content) > 1 for c in own)
        and len(unit.quotes) <= 1
    )


def _speaks(candidate: Candidate, unit: Unit) -> bool:
    """Tell whether a candidate's content is direct speech of this unit, or a colon opens it."""
    if not candidate.source or (candidate.hint is not None and candidate.way not in ("verb",)):
        return False
    return any(
        (q.start <= a < q.end and b <= q.end) or a <= q.start < b
        for a, b in candidate.content
        for q in unit.quotes
    )


def _joins(before: Unit | None, unit: Unit) -> bool:
    if before is None:
        return False
    if before.paragraph == unit.paragraph:
        return True
    return any(not quote.closed for quote in before.quotes) or before.view.kind[-1:] == [":"]


def _extend(voices: Sequence[Candidate], unit: Unit) -> None:
    span = trimmed(unit.view.text, *unit.span)
    if span is None:
        return
    for voice in voices:
        voice.content = _merge(voice.content, (span,))


def _merge(left: Spans, right: Spans) -> Spans:
    joined = list(merged((*left, *right)))
    return tuple(joined)


def _ending(own: Sequence[Candidate], before: Unit) -> list[Candidate]:
    """Return the candidates whose content reaches the end of the unit before."""
    end = before.span[1] - 2
    return [c for c in own if c.content and c.content[-1][1] >= end]


def carry(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Turn "The institute cites X" into a source behind what the institute said before.

    Where the one who cites has not spoken before, its own sentence stays as it is.
    """
    kept: list[Candidate] = []
    for candidate in candidates:
        earlier = _spoke_before(candidate, kept) if candidate.carried else None
        if earlier is None:
            kept.append(candidate)
            continue
        inner = Candidate(
            candidate.content,
            candidate.cue,
            earlier.content,
            "citing",
            f"{candidate.rule}: behind the sentence before",
            candidate.known,
            candidate.by,
            hint=earlier,
            shares=earlier,
            place=candidate.place,
        )
        inner.why.append("the same speaker names the source of what was said before")
        kept.append(inner)
    return kept


def _spoke_before(candidate: Candidate, kept: Sequence[Candidate]) -> Candidate | None:
    own = candidate.speaker.entity if candidate.speaker else None
    for earlier in reversed(kept):
        if candidate.place[2] - earlier.place[2] > 1 or earlier.place[0] != candidate.place[0]:
            return None
        if (
            own is not None
            and earlier.speaker is not None
            and earlier.speaker.entity == own
            and earlier.place[2] < candidate.place[2]
        ):
            return earlier
    return None
