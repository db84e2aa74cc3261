"""Shares printed beside a count though no claim tells them: "Almost two thirds of them, 11,207, came …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from firsthand.check.draft import Draft
from firsthand.check.ratios import pair_of_parts, share_draft
from firsthand.check.said import Said
from firsthand.check.subject import Subject
from firsthand.claim.numbers import find_numbers
from firsthand.model.claim import Found
from firsthand.model.extraction import Extraction
from firsthand.model.span import Span, overlap
from firsthand.model.table import Table

LEAST = 1000
"""Counts below this stand beside too many other numbers."""
_AROUND = 60
"""Code points around a count in which a share beside it is looked for."""
_SHARE_FIRST = re.compile(
    r"(?: of (?:them|these|those|all|the (?:total|\w{3,20})|all \w{3,20}))?(?:, (?:or |some |about )?| ?\()\Z"
)
_COUNT_FIRST = re.compile(
    r"(?:, (?:or|which is|that is|i\.e\.|equal to) | \(| or )(?:some |about |almost |nearly )?\Z"
)


def printed_shares(
    subject: Subject, said: Said, tables: Sequence[Table], texts: Mapping[str, Extraction]
) -> Iterator[Draft]:
    """Yield the checks of shares that articles print directly beside a count that a table has.

    Args:
        said: The count, as one answer gives it; the table has to have it as a part of a whole. A
            question that nothing narrows counts no part: "a quarter of them came in March".
        texts: Documents by id.
    """
    number, place = said.number, said.place
    if number is None or place is None or number < LEAST or number != int(number):
        return
    if not subject.topics:
        return
    pair = pair_of_parts(subject, said, tables)
    if pair is None or pair.top != number:
        return
    for document in subject.question.answers[place].documents:
        extraction = texts.get(document)
        for share, spelled in _beside(extraction, f"{int(number):,}") if extraction else ():
            yield share_draft(_said(share, spelled), pair)


def _beside(extraction: Extraction, figure: str) -> Iterator[tuple[Found, str]]:
    """Yield the shares beside a printed figure that stand in no quantity of a claim."""
    text = extraction.text
    told = [q for claim in extraction.claims for q in claim.quantities if q.relation == "share"]
    taken = [span for quantity in told for span in quantity.span]
    at = text.find(figure)
    while at >= 0:
        start, end = max(0, at - _AROUND), at + len(figure)
        piece = text[start : end + _AROUND]
        for found in find_numbers(piece, language=extraction.document.language):
            a, b = start + found.span[0], start + found.span[1]
            free = _is_share(found) and not overlap([(a, b)], taken)
            if free and _adjoins(text, (a, b), (at, end)):
                yield found, text[a:b]
        at = text.find(figure, end)


def _is_share(found: Found) -> bool:
    value = found.value
    if isinstance(value, tuple):
        return False
    return found.kind == "percent" or (found.kind == "number" and 0 < value < 1)


def _adjoins(text: str, share: Span, count: Span) -> bool:
    """Tell whether only joining words stand between a share and a count; "of 11,207, half" is none."""
    if share[1] <= count[0]:
        return _SHARE_FIRST.match(text, share[1], count[0]) is not None
    return _COUNT_FIRST.match(text, count[1], share[0]) is not None


def _said(share: Found, spelled: str) -> Said:
    return Said(
        value=share.value,
        unit="percent" if share.kind == "percent" else "fraction",
        relation="share",
        spelled=spelled,
        rounding=None,
        bound=None,
        place=None,
        told=(),
        quantity=None,
    )
