"""Invented texts with the findings that a careful reader expects; the floor may only rise."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from firsthand.model.provision import Assessment
from firsthand.provisions.engine import assess_document
from firsthand.run.extract import extract_document
from tests.provisions.make import document

DATA = Path(__file__).parents[1] / "data" / "provisions"
ROWS = {
    row["id"]: row
    for name in ("own", "second", "third", "none")
    for row in map(json.loads, (DATA / f"{name}.jsonl").read_text(encoding="utf-8").splitlines())
}
TRAPS = sorted(i for i, row in ROWS.items() if "trap" in row)
FLOOR = 222
"""Texts of 233 with the very findings and standings that are expected."""


@cache
def assessed(ident: str) -> Assessment:
    row = ROWS[ident]
    made = document(row["text"], published=row["published"], language=row["language"])
    return assess_document(extract_document(made.document))


def differences(row: dict[str, Any]) -> list[str]:
    made = {f.provision: f.standing for f in assessed(row["id"]).findings}
    wanted = {f["provision"]: f["standing"] for f in row["findings"]}
    free = set(row.get("also", ()))
    touched = {t.provision for t in assessed(row["id"]).touches} | made.keys()
    return [
        *(f"{p} is missing" for p in wanted.keys() - made.keys()),
        *(f"{p} is too much" for p in made.keys() - wanted.keys() - free),
        *(f"{p} is {made[p]}" for p in wanted.keys() & made.keys() if made[p] != wanted[p]),
        *(f"{p} is not touched" for p in set(row.get("touches", ())) - touched),
    ]


def test_the_floor_holds() -> None:
    wrong = {i: found for i, row in ROWS.items() if (found := differences(row))}
    assert len(ROWS) - len(wrong) >= FLOOR, wrong


@pytest.mark.parametrize("ident", TRAPS)
def test_a_trap_gives_no_finding(ident: str) -> None:
    free = set(ROWS[ident].get("also", ()))
    assert {f.provision for f in assessed(ident).findings} <= free


def test_half_of_the_texts_are_traps() -> None:
    assert len(ROWS) >= 40
    assert len(TRAPS) * 5 >= len(ROWS) * 2


def test_every_finding_shows_its_words_and_its_day() -> None:
    for ident, row in ROWS.items():
        for finding in assessed(ident).findings:
            assert finding.on
            assert finding.standing == "breach-stated" or any(m.span for m in finding.matched)
            for matched in finding.matched:
                assert all(row["text"][a:b].strip() for a, b in matched.span)
