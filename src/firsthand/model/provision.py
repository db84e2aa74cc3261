"""What a claim would breach or touch."""

from __future__ import annotations

from typing import Literal

from firsthand.model.base import Record
from firsthand.model.span import Spans

Standing = Literal["possible", "alleged", "breach-stated", "found"]


class Matched(Record, kw_only=True, frozen=True):
    """An element of a provision and the words that show it."""

    element: str
    document: str | None = None
    span: Spans = ()


class Finding(Record, kw_only=True, frozen=True):
    """A provision whose conduct somebody in the texts describes. `on` is the day that decides."""

    provision: str
    standing: Standing
    in_force: bool
    on: str | None
    matched: tuple[Matched, ...] = ()
    missing: tuple[str, ...] = ()
    note: str | None = None
    speakers: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    """DOCUMENT#CLAIM."""
    verified: bool = True
    """False where the paragraph's number has not been checked against the text of the resolution."""


class Touch(Record, kw_only=True, frozen=True):
    """A provision that a claim bears on with a limit, and never breaches by itself."""

    provision: str
    limit: str
    verified: bool = True
    claims: tuple[str, ...] = ()


class Assessment(Record, kw_only=True, frozen=True):
    """Findings and touches of one question, one document or one claim."""

    findings: tuple[Finding, ...] = ()
    touches: tuple[Touch, ...] = ()
    by: str = "provisions/1"
