"""Official tables in eight languages are read as their gold says, cell by cell."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from firsthand.model.base import to_json
from firsthand.tables.load import load_table
from tests.tables.conftest import GOLD, SHARED, scorer

DEV = SHARED / "tables" / "dev"
PATHS = [*sorted(DEV.glob("*.gold.json")), *sorted(GOLD.glob("*.gold.json"))]


def table_of(gold: Path) -> Path:
    stem = gold.name.removesuffix(".gold.json")
    return next(p for p in gold.parent.iterdir() if p.name.rpartition(".")[0] == stem)


@pytest.mark.parametrize("gold", PATHS, ids=lambda p: p.name.removesuffix(".gold.json"))
def test_every_cell_has_value_period_labels_unit_and_flags(gold: Path) -> None:
    score = scorer()
    told = json.loads(to_json(load_table(table_of(gold))))
    errors: list[object] = []
    count = score.score(score.load(gold), told, lambda *what: errors.append(what))
    assert count["right"] == count["cells"], errors[:5]
    assert count["false"] == 0, errors[:5]
    assert count["silent"] == 0, errors[:5]


def test_the_gold_has_tables_of_every_container() -> None:
    endings = {table_of(path).suffix for path in PATHS}
    assert {".csv", ".tsv", ".xlsx", ".xls", ".ods", ".html", ".json", ".xml"} <= endings
