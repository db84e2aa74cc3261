"""Shares: held against part and whole, and told with the count beside which they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from firsthand.check.draft import Draft
from firsthand.check.figures import show, show_percent
from firsthand.check.ratios import pair_of_parts, share_draft
from firsthand.check.said import Said, said_in
from firsthand.check.subject import Subject, Told
from firsthand.check.within import within_draft
from firsthand.model.claim import Claim
from firsthand.model.span import hull
from firsthand.model.table import Table

BESIDE = 60
"""Code points between a share's clause and the clause with the count of the part."""
_RATIOS = frozenset({"fold", "share", "change"})


def share_of(subject: Subject, said: Said, tables: Sequence[Table]) -> Draft | None:
    """Return the check of a share against the table's part and whole, else against its own text."""
    pair = pair_of_parts(subject, said, tables)
    return share_draft(said, pair) if pair else within_draft(said)


def with_share(subject: Subject, draft: Draft) -> Draft:
    """Add to the sum of a part, told as one, what share of the table's whole it is."""
    said = draft.said
    told_as_part = said is not None and said.quantity is not None and said.quantity.of is not None
    if said is None or not told_as_part or draft.verdict not in _HELD or len(draft.cells) != 1:
        return draft
    pair = pair_of_parts(subject, said, [draft.cells[0].chosen.table])
    if pair is None or pair.base == 0:
        return draft
    words = f"{show(pair.top)} / {show(pair.base)} = {show_percent(pair.top / pair.base)}"
    return draft._replace(arithmetic=f"{draft.arithmetic}; {words}")


_HELD = frozenset({"agrees", "agrees-within-rounding"})


def lent_shares(subjects: Mapping[str, Subject]) -> Iterator[tuple[str, Said, str]]:
    """Yield the shares whose claim stands beside a count: question, share, question of the count.

    "Education leads with 11,207, which is three in five": the share is about that count.
    """
    counted = _counted(subjects)
    printed = _printed(subjects)
    for name, subject in subjects.items():
        for place, answer in enumerate(subject.question.answers):
            if answer.relation != "share":
                continue
            said = said_in(subject, answer, place)
            told = said.told if said else ()
            hosts = (_by_number(each, printed) or _host(each, counted) for each in told)
            host = next(filter(None, hosts), None)
            if said and host and host != name:
                yield name, said, host


def _counted(subjects: Mapping[str, Subject]) -> dict[str, str]:
    """Claim -> the question that its count answers."""
    found: dict[str, str] = {}
    for name, subject in subjects.items():
        for answer in subject.question.answers:
            number = isinstance(answer.value, int | float) and not isinstance(answer.value, bool)
            if number and answer.relation not in _RATIOS and answer.unit != "times":
                for claim in answer.claims:
                    found.setdefault(claim, name)
    return found


def _host(told: Told, counted: Mapping[str, str]) -> str | None:
    near = [
        (gap, claim.id)
        for claim in told.extraction.claims
        if (gap := _gap(told, claim)) is not None and f"{told.extraction.id}#{claim.id}" in counted
    ]
    return counted[f"{told.extraction.id}#{min(near)[1]}"] if near else None


def _printed(subjects: Mapping[str, Subject]) -> dict[str, str]:
    """Figure as printed -> the question whose count it is; figures of few digits say too little."""
    found: dict[str, str] = {}
    for name, subject in subjects.items():
        for answer in subject.question.answers:
            value = answer.value
            if not isinstance(value, int) or isinstance(value, bool):
                continue
            if answer.relation not in _RATIOS and value >= _LEAST:
                found.setdefault(f"{value:,}", name)
    return found


def _by_number(told: Told, printed: Mapping[str, str]) -> str | None:
    """The count printed just before the share, though no claim was made of its clause."""
    start = hull(told.claim.span)[0] if told.claim.span else 0
    figures = _FIGURE.findall(told.extraction.text, max(0, start - BESIDE), start)
    return next((printed[figure] for figure in reversed(figures) if figure in printed), None)


_LEAST = 1000
_FIGURE = re.compile(r"(?<![\w.,])\d{1,3}(?:,\d{3})+(?![\w])")


def _gap(told: Told, count: Claim) -> int | None:
    """Code points between two clauses of one sentence; None where they are none."""
    share = told.claim
    if not share.span or not count.span or share.in_ != count.in_:
        return None
    (a, b), (c, d) = hull(share.span), hull(count.span)
    gap = max(0, c - b, a - d)
    between = told.extraction.text[min(b, d) : max(a, c)]
    return gap if gap <= BESIDE and ". " not in between and "\n" not in between else None
