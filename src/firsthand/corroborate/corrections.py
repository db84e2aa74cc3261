"""Which values were taken back, by which article, on which day.

An article that withdraws or corrects is held against the earlier article of its own title that it
shares most questions with. Where it gives another value, the old one is taken back; where it gives
none, only words that withdraw the whole report take it back. A later version of an article takes
back what it no longer gives.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from firsthand.corroborate.articles import Held
from firsthand.corroborate.groups import Group
from firsthand.corroborate.readings import Reading
from firsthand.corroborate.traces import same_value
from firsthand.corroborate.voice_lists import voice_words
from firsthand.corroborate.words import folded
from firsthand.model.span import Spans, words_of


@dataclass(frozen=True, slots=True)
class Correction:
    """One article takes back what another of its title, or its own older version, told.

    Args:
        by: Number of the article that corrects.
        of: Number of the article that is corrected.
        document: Id of the document that corrects.
        older: Id of the version that is corrected; None where it is an article of its own.
        span: The words that correct.
        whole: The whole report is withdrawn.
    """

    by: int
    of: int
    document: str
    older: str | None
    span: Spans
    whole: bool

    def takes_back(self, group: Group) -> list[Reading]:
        """Return the readings of a question that are taken back."""
        mine, theirs = [], []
        for reading in group.readings:
            if reading.at == self.by and reading.document == self.document:
                mine.append(reading)
            elif reading.at == self.of and self.older in (None, reading.document):
                theirs.append(reading)
        fresh = [r for r in mine if not any(same_value(r, t) for t in theirs)]
        if self.older:
            return [t for t in theirs if fresh and not any(same_value(t, m) for m in mine)]
        if fresh or (self.whole and theirs):
            return [t for t in theirs if not any(same_value(t, f) for f in fresh)]
        return []


def corrections(held: Sequence[Held], groups: Sequence[Group]) -> list[Correction]:
    """Return all corrections, in the order of the articles that make them."""
    found: list[Correction] = []
    for at, article in enumerate(held):
        found.extend(_of_versions(at, article))
        signs = [s for s in article.extraction.signs if s.kind == "withdraws"]
        target = _target(at, held, groups) if signs else None
        if target is not None:
            text = article.document.text
            whole = any(_withdraws(words_of(text, s.span)) for s in signs)
            found.append(Correction(at, target, article.id, None, signs[0].span, whole))
    return found


def _of_versions(at: int, article: Held) -> Iterable[Correction]:
    for older in article.older:
        yield Correction(at, at, article.id, older.id, (), whole=False)


def _target(at: int, held: Sequence[Held], groups: Sequence[Group]) -> int | None:
    """Return the earlier article of the same title with most questions in common, the latest of them."""
    mine = held[at]
    shared: dict[int, int] = {}
    for group in groups:
        holders = {r.at for r in group.readings}
        if at in holders:
            for other in holders - {at}:
                same = held[other].imprint.outlet == mine.imprint.outlet
                if same and mine.time.can_follow(held[other].time) and other < at:
                    shared[other] = shared.get(other, 0) + 1
    return max(shared, key=lambda o: (shared[o], o), default=None)


def _withdraws(words: str) -> bool:
    return bool(set(folded(words)) & {w for t in voice_words().withdraw for w in folded(t)})
