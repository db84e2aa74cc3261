"""The terminal view of a table."""

from __future__ import annotations

import pytest
from wcwidth import wcswidth

from firsthand.tables.inspect import render
from firsthand.tables.load import load_table
from tests.tables.conftest import SHARED, Reader

DEV = SHARED / "tables" / "dev"


@pytest.mark.parametrize(
    "name", ["d01-entries-by-purpose.csv", "d04-suchurip.xlsx", "d12-tsentrobank.xlsx"]
)
@pytest.mark.parametrize("width", [60, 80, 120])
def test_no_line_is_wider_than_the_terminal(name: str, width: int) -> None:
    assert all(
        wcswidth(line) <= width for line in render(load_table(DEV / name), width=width).splitlines()
    )


def test_series_show_labels_unit_cells_and_marks() -> None:
    text = render(
        load_table(SHARED / "cases" / "a-border-entries" / "tables" / "table-4-2.csv"), width=80
    )
    assert "s2 DPRK / Education" in text
    assert "2024 1,720 r D6" in text
    assert "Invented Border Service · published 2026-02-09" in text


def test_what_is_left_out_is_said() -> None:
    text = render(load_table(DEV / "d04-suchurip.xlsx"), width=80, limit=3)
    assert "the first 3 of them" in text
    assert "57 more series" in text


def test_doubts_and_unplaced_cells_are_listed(read: Reader) -> None:
    text = render(read("c,FY2023,FY2024,2024\nx,1,2,=2\n"), width=80)
    assert "B2:B2: 2023 or 2022/2023" in text
    assert "D2: =2" in text


def test_control_characters_do_not_reach_the_terminal(read: Reader) -> None:
    text = render(read("c,2023\n\x1b[31mred\u202e,1\n"), width=80)
    assert "\x1b" not in text
    assert "\u202e" not in text
