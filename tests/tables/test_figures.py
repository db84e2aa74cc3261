"""One cell of figures: numbers, bounds, signs and the marks beside them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.tables.figures import Figure, Known, Style, agree_style, read_figure
from firsthand.tables.grid import Cell


def figure(text: str, decimal: str | None = None, **more: object) -> Figure:
    read = read_figure(Cell(text, **more), Style(decimal))  # type: ignore[arg-type]
    assert read is not None
    return read


@pytest.mark.parametrize(
    ("text", "decimal", "value"),
    [
        ("13,221", None, 13221), ("1 334,9", ",", 1334.9), ("1\u202f082.1", ".", 1082.1), ("2.159.300", ",", 2159300),
        ("1'234", None, 1234), ("0,5", ",", 0.5), ("-12", None, -12), ("−12.5", ".", -12.5), ("△ 3.2", ".", -3.2),
        ("(1,234)", None, -1234), ("$1,234", None, 1234), ("12.5 %", ".", 12.5), ("1,23,456", None, 123456),
        ("１２３", None, 123), ("1.5e3", ".", 1500.0),
    ],
)  # fmt: skip
def test_a_number_is_read_as_its_office_prints_it(
    text: str, decimal: str | None, value: float
) -> None:
    assert figure(text, decimal).value == value


@pytest.mark.parametrize(
    ("text", "value", "marks"),
    [
        ("4,655 r", 4655, ("r",)), ("6,438r", 6438, ("r",)), ("204¹", 204, ("1",)), ("201,41)", 201.4, ("1",)),
        ("1228,3*", 1228.3, ("*",)), ("12 (p)", 12, ("p",)), ("1,204 [r]", 1204, ("r",)), ("r 1,204", 1204, ("r",)),
        ("12 p r", 12, ("p", "r")), ("5011 r", 5011, ("r",)),
    ],
)  # fmt: skip
def test_marks_beside_a_number_are_no_part_of_it(
    text: str, value: float, marks: tuple[str, ...]
) -> None:
    read = figure(text, "," if "," in text and text[-1] in "*)" else None)
    assert read.value == value
    assert tuple(mark for mark in read.marks if mark) == marks


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("<5", None, 5), ("fewer than 5", None, 5), ("1–9", 1, 9), ("1 to 4", 1, 4), ("≥50", 50, None),
        ("5미만", None, 5), ("500 and over", 500, None), ("менее 5", None, 5), ("100以上", 100, None),
    ],
)  # fmt: skip
def test_a_bound_has_a_low_and_a_high_end(text: str, low: int | None, high: int | None) -> None:
    read = figure(text)
    assert (read.bound, read.value, read.low, read.high) == (True, None, low, high)


@pytest.mark.parametrize("text", ["..", "…", "-", "–", "n/a", "н/д", "x", ":", "－", "[c]", "n.d."])
def test_signs_stand_in_a_numbers_stead(text: str) -> None:
    assert figure(text).sign is not None


@pytest.mark.parametrize(
    "text", ["=1+2", "@SUM(A1)", "C12", "5a", "hello", "12 apples", "see note 3"]
)
def test_words_codes_and_formulas_are_no_figures(text: str) -> None:
    assert read_figure(Cell(text), Style()) is None


def test_a_raised_mark_is_no_digit() -> None:
    read = figure("2041", raised=((3, 4),))
    assert (read.value, read.marks) == (204, ("1",))


def test_a_number_in_brackets_is_positive_where_the_notes_explain_brackets() -> None:
    read = read_figure(Cell("(12)"), Style(), Known(marks=frozenset({"()"})))
    assert read is not None
    assert (read.value, read.marks) == (12, ("()",))


def test_the_table_agrees_on_its_decimal_sign() -> None:
    assert agree_style([(0, "1,234"), (0, "12,5")]) == Style(",")
    assert agree_style([(0, "1,234.5"), (0, "2,345")]) == Style(".")
    assert agree_style([(0, "1,234"), (0, "2,345")]) == Style()


def test_grouped_and_ungrouped_thousands_in_one_column_leave_the_sign_in_doubt() -> None:
    assert not agree_style([(1, "1,234"), (1, "56789")]).sure
    assert agree_style([(0, "56789"), (1, "1,234")]).sure


@given(st.integers(-(10**12), 10**12))
def test_a_grouped_number_is_read_back(number: int) -> None:
    assert figure(f"{number:,}").value == number


@given(
    st.decimals(
        allow_nan=False, allow_infinity=False, min_value=-(10**9), max_value=10**9, places=2
    )
)
def test_a_decimal_comma_is_read_back(number: object) -> None:
    assert figure(str(number).replace(".", ","), ",").value == float(str(number))


@given(st.text(max_size=90))
def test_any_text_is_a_figure_or_none(text: str) -> None:
    read = read_figure(Cell(text or "x"), Style())
    assert read is None or read.bound or read.sign is not None or read.value is not None
