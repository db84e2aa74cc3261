"""Settings and series files: what is read, and how a bad one is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from firsthand.errors import InputError, UsageError, VocabularyError
from firsthand.watch.lines import setting_of
from firsthand.watch.panel import frequency_of
from firsthand.watch.series_file import read_panels
from firsthand.watch.settings import Flexible, known_settings, read_settings


def test_named_defaults_are_those_of_2013() -> None:
    of = known_settings()["farrington-2013-weekly"].of
    assert isinstance(of, Flexible)
    assert (of.b, of.w, of.periods, of.left_out, of.weights_threshold) == (5, 3, 10, 26, 2.58)


def test_unknown_limit_names_file_and_line(tmp_path: Path) -> None:
    path = tmp_path / "s.yaml"
    path.write_text(
        "A: {method: earsC, frequency: 12}\nB: {method: farringtonFlexible, frequency: 12, thresholdMethod: magic}\n"
    )
    with pytest.raises(VocabularyError, match=r"s\.yaml:2: setting B cannot be used: 'magic'"):
        read_settings(path)


def test_unknown_setting_lists_those_that_are_known() -> None:
    with pytest.raises(UsageError, match="farrington-2013-monthly"):
        setting_of("nothing", None)


def test_bad_date_names_its_line(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("series,date,count\na,2020-01-01,3\na,2020-13-01,4\n")
    with pytest.raises(InputError, match=r"x\.csv:3"):
        read_panels(path)


def test_series_of_different_steps_are_kept_apart(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    months = [f"m,2020-{i:02d}-01,{i}" for i in range(1, 7)]
    years = [f"a,{y}-01-01,NA" for y in range(2000, 2004)]
    path.write_text("\n".join(["series,date,count", *months, *years]) + "\n")
    panels = read_panels(path)
    assert {f: p.names for f, p in panels.items()} == {12: ("m",), 1: ("a",)}


def test_one_date_counts_as_a_year() -> None:
    import numpy as np

    assert frequency_of(np.array(["2020-01-01"], dtype="datetime64[D]")) == 1
