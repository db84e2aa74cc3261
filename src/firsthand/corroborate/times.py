"""When an article was published, as an interval of minutes: who can have copied whom."""

from __future__ import annotations

import math
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

_MINUTE = timedelta(minutes=1)
_ZERO = datetime(1970, 1, 1, tzinfo=UTC)


class Published(NamedTuple):
    """First and last minute since 1970 (UTC) at which an article can have been published.

    An instant gives one minute, a day or a month all of it, an unknown time everything.
    """

    first: float
    last: float

    def can_follow(self, other: Published) -> bool:
        """Tell whether this may be the later one of two."""
        return other.first <= self.last

    def follows(self, other: Published) -> bool:
        """Tell whether this is the later one without doubt."""
        return other.last < self.first


NEVER_TOLD = Published(-math.inf, math.inf)


def published(text: str | None) -> Published:
    """Read an ISO date or instant; one without a zone is taken as UTC.

    What cannot be read is a time that was never told.
    """
    if not text:
        return NEVER_TOLD
    try:
        if len(text) == 7:
            first = datetime.fromisoformat(f"{text}-01").replace(tzinfo=UTC)
            after = (first + timedelta(days=31)).replace(day=1)
            return Published(_minutes(first), _minutes(after) - 1)
        moment = datetime.fromisoformat(text)
    except ValueError:
        return NEVER_TOLD
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    start = _minutes(moment)
    return Published(start, start + 24 * 60 - 1) if len(text) == 10 else Published(start, start)


def _minutes(moment: datetime) -> float:
    return (moment - _ZERO) // _MINUTE
