"""Odd figures of a question that another article prints though no claim was found around them.

11,207 is hardly printed twice by chance: an article about the same countries that prints it answers
the question as well, whatever its sentence looks like ("Education leads with 11,207").
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace

import msgspec
from msgspec import UNSET

from firsthand.corroborate.articles import Held
from firsthand.corroborate.groups import Group
from firsthand.corroborate.lexicon import family
from firsthand.corroborate.names import NameFinder, is_country
from firsthand.corroborate.readings import Reading
from firsthand.corroborate.slips import significant
from firsthand.corroborate.words import Passage, passages
from firsthand.model.extraction import Extraction
from firsthand.model.span import Span, overlap
from firsthand.vocabulary.units import unit_names

ODD_DIGITS = 4
"""Significant digits from which a figure is hardly printed twice by chance."""
_FIGURE = re.compile(
    r"(?<![\w.,$€£¥])(?:\d{1,3}(?:[,.\u00a0\u202f ]\d{3}){1,4}|\d{5,12})(?!\w|[.,]\d|[ \u00a0]?%)"
)
_NEXT = re.compile(r"[ \u00a0-]([^\W\d_]{2,20})")


def add_unclaimed(groups: Sequence[Group], held: Sequence[Held]) -> None:
    """Enter into each question the articles that print one of its odd figures outside any claim."""
    by_value: dict[int, list[Group]] = {}
    for group in groups:
        for size in dict.fromkeys(r.size for r in group.readings if _is_odd(r)):
            by_value.setdefault(int(size or 0), []).append(group)
    for at, article in enumerate(held):
        extraction = article.extraction
        lands: frozenset[str] | None = None
        for value, span, passage in _unclaimed(extraction, by_value):
            lands = NameFinder(extraction, []).countries() if lands is None else lands
            unit = _unit_behind(extraction, span)
            fit = [g for g in by_value[value] if _fits(g, at, lands, unit=unit)]
            if fit:
                best = max(fit, key=lambda g: (len(g.readings), -g.number))
                best.add(_reading(best, value, at, extraction, span=span, passage=passage))


def _is_odd(reading: Reading) -> bool:
    size = reading.size
    counted = reading.shape == "count" and reading.relation in ("=", "~")
    return counted and size is not None and size == int(size) and significant(size) >= ODD_DIGITS


def _unclaimed(
    extraction: Extraction, wanted: Container[int]
) -> Iterator[tuple[int, Span, Passage]]:
    """Yield the wanted figures of an article's own text that are in no quantity of a claim, once each."""
    taken = [s for c in extraction.claims if c.in_ != "title" for q in c.quantities for s in q.span]
    seen: set[int] = set()
    for passage in passages(extraction.document):
        for match in _FIGURE.finditer(extraction.text, *passage.span):
            value = int(re.sub(r"\D", "", match[0]))
            if value in wanted and value not in seen and not overlap([match.span()], taken):
                seen.add(value)
                yield value, match.span(), passage


def _unit_behind(extraction: Extraction, span: Span) -> str | None:
    """Return the family of the unit that stands behind a figure, where it is one that is known."""
    behind = _NEXT.match(extraction.text, span[1])
    units = (
        unit_names(extraction.document.language or "en").word(behind[1].casefold())
        if behind
        else ()
    )
    return family(units[0]) if units else None


def _fits(group: Group, at: int, lands: frozenset[str], *, unit: str | None) -> bool:
    """Tell whether an article may answer a question: it gives it no value, and its countries are told."""
    if group.of_article.get(at) or (unit and group.family and unit != group.family):
        return False
    told = {n for n in (*group.names, *group.lent) if is_country(n)}
    return bool(told & lands)


def _reading(
    group: Group, value: int, at: int, extraction: Extraction, *, span: Span, passage: Passage
) -> Reading:
    """Return the reading that is told best in the group, laid over the figure."""
    same = [r for r in group.readings if r.size == value]
    first = min(same, key=lambda r: (r.title, r.weak, r.at, r.order))
    claim = msgspec.structs.replace(
        first.claim, attribution=None, via=(), chain=(), span=(passage.span,), in_=UNSET, when=None
    )
    return replace(
        first,
        at=at,
        document=extraction.id,
        claim=claim,
        span=(span,),
        spelled=extraction.text[slice(*span)],
        echoed=True,
    )
