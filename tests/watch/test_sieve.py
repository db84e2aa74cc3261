"""A long table by its arrays says what the same table says series by series."""

from __future__ import annotations

from pathlib import Path

import msgspec
import numpy as np
import pytest

from firsthand.model.alarm import Watched
from firsthand.model.table import Table
from firsthand.tables.long import load
from firsthand.tables.long.series import LongSeries
from firsthand.tables.mapping import Mapping
from firsthand.watch import sift
from firsthand.watch.assumptions import assumptions
from firsthand.watch.engine import STATES, watch
from firsthand.watch.page import render as page
from firsthand.watch.sieve import ALARM, sieve
from firsthand.watch.text import render

MONTHS = [f"{y}-{m:02}" for y in range(2017, 2025) for m in range(1, 13)]
KINDS = {
    "month": MONTHS,
    "year": [str(y) for y in range(2012, 2025)],
    "quarter": [f"{y}-Q{q}" for y in range(2017, 2025) for q in range(1, 5)],
    "week": [f"{y}-W{w:02}" for y in range(2019, 2025) for w in range(1, 53)],
    "first": [f"{m}-01" for m in MONTHS],
    "mixed": [*(str(y) for y in range(2020, 2025)), *MONTHS[-30:]],
    "few": ["2022", "2023", "2024"],
    "running": [f"{y}-01/{y}-{m:02}" for y in range(2019, 2025) for m in (3, 6, 9)],
}


def lines(seed: int) -> str:
    """Return a long file with every kind of series and of trouble."""
    rng = np.random.default_rng(seed)
    out = ["country,item,unit,period,value\n"]
    for kind, periods in KINDS.items():
        for number in range(12):
            level = float(rng.choice([0.4, 3, 40, 900]))
            values = rng.poisson(level, len(periods)).astype(float)
            if number == 1:
                values[-1] = 60 * level + 30
            if number == 2:
                values[len(values) // 2 :] *= 8
            if number == 3:
                values -= 2
            unit = "percent" if number == 4 else "persons"
            told = [f"{v:.0f}" for v in values]
            if number == 5:
                told[-2] = ".."
            if number == 6:
                told[-1] = "<5"
            rows = list(zip(periods, told, strict=True))
            if number == 7:
                del rows[len(rows) // 2]
            if number == 8:
                del rows[-2:]
            out += [f"{kind},item {number},{unit},{p},{v}\n" for p, v in rows]
    return "".join(out)


def shares() -> str:
    """Return yearly purposes of which one takes over the total."""
    out = ["country,purpose,unit,period,value\n"]
    for country in range(30):
        parts = {
            name: [100 + 7 * (country + n) % 40 for n in range(8)] for name in ("work", "study")
        }
        if country == 3:
            parts["study"][-1] = 4000
        parts["Total"] = [sum(p) for p in zip(*parts.values(), strict=True)]
        out += [
            f"C{country},{name},persons,{2017 + n},{v}\n"
            for name, values in parts.items()
            for n, v in enumerate(values)
        ]
    return "".join(out)


@pytest.fixture
def loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def both(text: str) -> tuple[Table, Table]:
        monkeypatch.setattr(load, "FROM", 0)
        path = tmp_path / "long.csv"
        path.write_text(text, encoding="utf-8")
        table = load.load_long(path, Mapping())
        assert table is not None
        return table, msgspec.structs.replace(table, series=tuple(table.series))

    return both


@pytest.mark.parametrize("seed", [1, 2])
def test_states_and_tails_are_those_of_series_one_by_one(loaded, seed: int) -> None:
    long, plain = loaded(lines(seed))
    assert isinstance(long.series, LongSeries)
    found = sieve(long.series, assumptions())
    assert [long.series.head(n)[0].dims for n in range(len(long.series))] == [
        s.dims for s in plain.series
    ]
    slow = {v.series: v for v in watch([plain]).series}
    raw = {n: slow[f"s{n + 1}"] for n in range(len(long.series))}
    state = np.array([STATES[v.state] for v in raw.values()])
    told = np.array([np.nan if v.tail is None else v.tail for v in raw.values()])
    controlled = np.array(["does not survive" in v.words for v in raw.values()])
    now = np.where(controlled, ALARM, state)
    odd = np.flatnonzero(now != found.state)
    assert not len(odd), [
        (plain.series[i].dims, now[i], found.state[i], told[i], found.tail[i]) for i in odd
    ]
    assert np.allclose(found.tail, told, rtol=1e-3, atol=1e-9, equal_nan=True)
    sure = told < 0.01
    assert np.allclose(found.tail[sure], told[sure], rtol=1e-9)


@pytest.mark.parametrize("text", [lines(3), shares()], ids=["kinds", "shares"])
def test_what_is_told_is_the_same(loaded, text: str) -> None:
    long, plain = loaded(text)
    one, other = watch([long]), watch([plain])
    assert alarms(one) == alarms(other) != []
    key = lambda o: (o.kind, o.series, o.period, o.words, o.cells)  # noqa: E731
    assert sorted(map(key, one.oddities)) == sorted(map(key, other.oddities))
    assert one.tally == msgspec.structs.replace(other.tally, left_out=one.tally.left_out)


def alarms(watched: Watched) -> list[tuple[object, ...]]:
    return [
        (v.series, v.direction, v.words, v.points) for v in watched.series if v.state == "alarm"
    ]


def test_a_changed_share_is_found(loaded) -> None:
    long, _ = loaded(shares())
    kinds = [o for o in watch([long]).oddities if o.kind == "composition"]
    assert {o.labels for o in kinds} == {("C3", "study"), ("C3", "work")}


def test_only_the_least_likely_series_are_told_and_the_rest_is_counted(
    loaded, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sift, "TOLD", 3)
    long, plain = loaded(lines(1))
    watched = watch([long])
    assert len(watched.series) == 3
    assert watched.tally.series == len(plain.series)
    assert watched.tally.left_out == len(plain.series) - 3
    assert watched.tally.oddities_left_out > 0
    least = sorted(v.tail for v in watch([plain]).series if v.tail is not None)[:3]
    assert sorted(v.tail for v in watched.series) == pytest.approx(least)
    assert f"{len(plain.series)} series" in render(watched, width=80)
    assert f"{len(plain.series) - 3} more" in page(watched)


def test_totals_come_first_also_by_arrays(loaded) -> None:
    long, plain = loaded(shares())
    first = [alarms(watch([t], total_first=True)) for t in (long, plain)]
    assert first[0] == first[1]
