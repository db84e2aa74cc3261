"""What number formats show."""

from __future__ import annotations

import pytest

from firsthand.tables.readers.formats import built_in, number_cell, read_format


def shown(number: float, code: str) -> str:
    return number_cell(number, read_format(code), epoch_1904=False, bold=False, indent=0).text


@pytest.mark.parametrize(
    ("number", "code", "text"),
    [
        (1234.5, "General", "1234.5"), (120, "#,##0.0", "120.0"), (0.429, "0.0%", "42.9%"), (-5, "#,##0;(#,##0)", "-5"),
        (45292, "mmm yyyy", "2024-01"), (45292, "dd.mm.yyyy", "2024-01-01"), (45292, "yyyy", "2024"),
        (5011, '#,##0" r"', "5011 r"), (0.5, "hh:mm", "12:00"), (45292, '[$-419]mmmm yyyy;@', "2024-01"),
        (1e20, "0", "100000000000000000000"),
    ],
)  # fmt: skip
def test_a_format_tells_what_a_reader_sees(number: float, code: str, text: str) -> None:
    assert shown(number, code) == text


def test_a_per_cent_format_multiplies_without_binary_rounding() -> None:
    cell = number_cell(0.129, read_format("0.0%"), epoch_1904=False, bold=False, indent=0)
    assert (cell.number, cell.percent) == (12.9, True)


def test_the_epoch_of_1904_shifts_dates() -> None:
    cell = number_cell(
        0.5 + 43830, read_format("yyyy-mm-dd"), epoch_1904=True, bold=False, indent=0
    )
    assert cell.day == "2024-01-01"


def test_formats_known_by_number() -> None:
    assert read_format(built_in(10)).percent
    assert read_format(built_in(14)).precision == "day"
    assert read_format(built_in(17)).precision == "month"
