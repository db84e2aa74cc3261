"""Who can have copied whom, by the time of publication."""

from __future__ import annotations

import pytest

from firsthand.corroborate.times import NEVER_TOLD, published


def test_an_instant_follows_an_earlier_one() -> None:
    first, second = published("2026-02-11T06:20:00Z"), published("2026-02-11T09:05:00Z")
    assert second.follows(first)
    assert second.can_follow(first)
    assert not first.can_follow(second)


def test_zones_are_honoured() -> None:
    assert published("2026-02-11T09:00:00+09:00") == published("2026-02-11T00:00:00Z")


def test_a_bare_day_may_be_before_or_after_an_instant_of_it() -> None:
    day, instant = published("2026-02-11"), published("2026-02-11T06:20:00Z")
    assert day.can_follow(instant)
    assert instant.can_follow(day)
    assert not day.follows(instant)


@pytest.mark.parametrize("text", [None, "", "soon", "2026-13-40"])
def test_what_is_not_told_may_be_any_time(text: str | None) -> None:
    assert published(text) == NEVER_TOLD
    assert published(text).can_follow(published("2026-02-11"))


def test_a_month_is_all_its_days() -> None:
    assert published("2026-02").can_follow(published("2026-02-28"))
    assert not published("2026-02").can_follow(published("2026-03-01"))
