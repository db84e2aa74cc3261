"""The day on which something was said, from the words beside the cue."""

from __future__ import annotations

from firsthand.model.attribution import When
from firsthand.model.span import Span


def when_said(span: Span | None, text: str, published: str | None) -> When | None:
    """Return when it was said; days count back from publication. None where no time is told."""
    if span is None:
        return None
    return When(text=text[span[0] : span[1]], span=(span,))
