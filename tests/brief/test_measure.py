"""Texts that do not fit are cut with a sign, and never in the middle of a figure."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from firsthand.brief.measure import cells, cut, fit, pad, width, wrap


def test_a_figure_goes_whole() -> None:
    assert fit("entered Russia 18,642 times", 19) == "entered Russia…"
    assert fit("entered Russia 18,642 times", 22) == "entered Russia 18,642…"
    assert "18,6" not in cut("entered Russia 18,642 times", 16, width("entered Russia 18,64…", 16))
    assert fit("North Koreans entered", 9) in ("North…", "North Ko…")


@given(st.text(st.characters(codec="latin-1"), max_size=60), st.integers(1, 60))
def test_a_text_fits_its_columns(text: str, room: int) -> None:
    out = fit(text, room)
    assert cells(out) <= max(room, cells(text) if cells(text) <= room else 1)
    assert out == text or out.endswith("…")


@given(st.text(st.characters(min_codepoint=32, max_codepoint=0x2FFF), max_size=60))
def test_a_text_fits_its_pixels(text: str) -> None:
    for room in (40.0, 120.0):
        out = cut(text, 14, room)
        assert width(out, 14) <= max(room, width("…", 14))
        assert all(width(line, 14) <= max(room, width("…", 14)) for line in wrap(text, 14, room))


def test_hangul_takes_two_columns_a_letter() -> None:
    assert cells("조선") == 4
    assert pad("조선", 6) == "조선  "
    assert pad("a", 3, right=True) == "  a"
