"""Every method against the recorded outputs of R's `surveillance`, on a part that runs in seconds."""

from __future__ import annotations

import csv
import gzip
from functools import cache
from pathlib import Path

import pytest

from firsthand.watch.judge import judge, lines
from firsthand.watch.panel import Panel
from firsthand.watch.series_file import read_panels
from firsthand.watch.settings import Setting, read_settings

REFERENCE = Path(__file__).parents[2].parent / "shared" / "reference" / "surveillance"
# One setting of each kind of limit, calendar, exposure, chart and transformation.
SETTINGS = {
    "farringtonFlexible": ["FM01", "FM05", "FM10", "FM16", "FM19", "FM26", "FA03", "FW23"],
    "farrington": ["CM02", "CM03", "CM05", "CM07", "CA01"],
    "earsC": ["EM01", "EM02", "EM03", "EA06"],
    "cusum": ["UM01", "UM02", "UM03", "UM04", "UM05", "UM06", "UM07", "UM08"],
    "glrnb": ["GM01", "GM02", "GM03", "GM04", "GM05", "GM06"],
}
COMPARED = {"expected", "upperbound", "alarm", "score", "statistic", "status", "phi", "observed"}
# Slopes of exactly nothing are kept or dropped by the last bit of rounding.
ROUNDING = {"farringtonFlexible": 0.002, "farrington": 0.002}


@cache
def given() -> tuple[dict[str, Setting], dict[int, Panel]]:
    return read_settings(REFERENCE / "settings.yaml"), read_panels(REFERENCE / "series.csv")


@cache
def expected(method: str) -> list[dict[str, str]]:
    with gzip.open(REFERENCE / f"expected_{method}.csv.gz", "rt") as stream:
        return list(csv.DictReader(stream))


def alike(mine: str, theirs: str) -> bool:
    try:
        return mine == theirs or abs(float(mine) - float(theirs)) <= 1e-6 * max(
            1.0, abs(float(theirs))
        )
    except ValueError:
        return False


@pytest.mark.parametrize(
    ("method", "name"), [(m, s) for m, names in SETTINGS.items() for s in names]
)
def test_lines_agree_with_the_reference(method: str, name: str) -> None:
    settings, panels = given()
    judged = judge(panels[settings[name].frequency], settings[name])
    mine = {(v[0], v[3]): dict(zip(judged.names, v, strict=True)) for v in lines(judged)}
    theirs = [r for r in expected(method) if r["setting"] == name]
    wrong = [
        (row["series"], row["index"])
        for row in theirs
        if not all(alike(mine.get((row["series"], row["index"]), {}).get(c, "absent"), row[c]) for c in COMPARED & row.keys())
    ]  # fmt: skip
    assert len(wrong) <= ROUNDING.get(method, 0) * len(theirs), wrong[:5]
