"""What the words around a number say of its exactness: "at least", "about", "or more"."""

from __future__ import annotations

from firsthand.claim.counting import Count
from firsthand.claim.ranges import sign_after
from firsthand.claim.sheet import Sheet
from firsthand.model.claim import Relation


def sign_of(sheet: Sheet, count: Count) -> Relation | None:
    """Return how exact a count is said to be; None where nothing says so."""
    view = sheet.view
    found: Relation | None = None
    before = sheet.signs.get(count.start)
    if before is None and count.first < len(view.words):
        before = sheet.signs.get(view.words[count.first].start)
    if before and view.words and before[0] >= view.words[0].start:
        found = before[1]
    end = count.end if count.noun <= count.last else view.words[count.noun - 1].end
    for at in (count.end, end):
        after = sign_after(view.text, at, view.language)
        if after and found in (None, "~"):
            return after[1]
    return found if found != "=" else None
