"""Noun phrases of a view in a comma language that a pronoun may stand for."""

from __future__ import annotations

from collections.abc import Callable

from firsthand.attribute.clausal.rules import Rules, cut_segments
from firsthand.attribute.phrase import Phrase
from firsthand.attribute.speakers import Mention
from firsthand.attribute.views import View


def mentions_of(
    view: View, unit: int, rules: Rules, read: Callable[[str], Phrase]
) -> list[Mention]:
    """Return the noun phrases of a view in order; the first of the first clause is its subject."""
    found: list[Mention] = []
    for number, segment in enumerate(cut_segments(view)):
        i = segment.start
        while i < segment.end and not segment.speech:
            end = rules.phrase_end(view, i, segment.end)
            if end <= i:
                i += 1
                continue
            span = view.span(i, end)
            if span is not None and end - i <= 10:
                subject = number == 0 and not any(m.subject for m in found)
                found.append(Mention(span, unit, read(view.text[span[0] : span[1]]), subject))
            i = end
    return found
