"""Frames hold what the records hold, and say what they need."""

from __future__ import annotations

import sys
import types
from pathlib import Path

import pytest

import firsthand
from firsthand.watch.notebook import columns, frame, plot

ROOT = Path(__file__).parents[2]
QUARTERS = ROOT / "examples" / "entries-2024" / "quarters.csv"


def test_a_frame_of_a_table_has_a_row_a_figure_and_a_column_a_dimension() -> None:
    table = firsthand.load_table(QUARTERS)
    held = columns(table)
    assert len(set(map(len, held.values()))) == 1
    assert sum(v or 0 for v in held["value"]) == sum(
        v.value for s in table.series for v in s.values
    )
    assert set(held["purpose"]) == {"Total", "Education", "Business"}
    assert held["cell"][held["value"].index(5591)] == "C2"


def test_the_judged_figure_has_its_probability_beside_it() -> None:
    watched = firsthand.watch(QUARTERS)
    held = columns(watched)
    judged = [i for i, tail in enumerate(held["tail"]) if tail is not None]
    assert [held["period"][i] for i in judged] == ["2024-Q3", "2024-Q3"]
    assert all(held["alarm"][i] == "above" for i in judged)
    assert {n for n in held if n.startswith("label")} == {"label 1"}


def test_a_dimension_of_a_later_series_is_blank_before() -> None:
    entries = firsthand.load_table(
        ROOT / "examples" / "border-entries" / "tables" / "table-4-2.csv"
    )
    held = columns(entries)
    assert len(set(map(len, held.values()))) == 1


def test_without_pandas_the_error_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(firsthand.FirsthandError, match=r"firsthand\[notebook\]"):
        frame(firsthand.watch(QUARTERS))


def test_pandas_is_given_the_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", types.SimpleNamespace(DataFrame=dict))
    table = firsthand.load_table(QUARTERS)
    assert frame(table) == columns(table)


def test_a_plot_is_a_drawing_that_a_notebook_shows() -> None:
    drawing = plot(firsthand.watch(QUARTERS).series[0])
    assert drawing._repr_svg_() == drawing.svg
    assert drawing.svg.startswith("<svg xmlns=")
    assert "2024-Q3, above" in drawing.svg
