"""Numbers of nine languages: what is read, where it stands, and that hostile text is bounded."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.claim.numbers import find_numbers
from firsthand.model.claim import Found
from firsthand.vocabulary.number_words import LANGUAGES


def told(text: str, language: str = "en") -> list[tuple[str, str, object]]:
    found = find_numbers(text, language=language)
    return [(f.kind, text[f.span[0] : f.span[1]], f.value) for f in found]


def values(text: str, language: str) -> list[object]:
    return [f.value for f in find_numbers(text, language=language) if f.kind == "number"]


def test_a_per_cent_counts_once_and_in_hundredths() -> None:
    assert told("up 12 % on the year") == [("percent", "12 %", 12)]


def test_a_number_inside_a_larger_reading_is_told_in_both() -> None:
    kinds = [kind for kind, _, _ in told("more than 30 ships")]
    assert sorted(kinds) == ["number", "range"]


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "twenty-three thousand four hundred", 23_400),
        ("en", "1.5 million", 1_500_000),
        ("en", "half a dozen", 6),
        ("de", "dreiundzwanzigtausendvierhundert", 23_400),
        ("de", "4,5 Mio. Euro", 4_500_000),
        ("de", "1.204", 1204),
        ("ru", "двадцать три тысячи четыреста", 23_400),
        ("ru", "14,5 млн", 14_500_000),
        ("uk", "двадцять три тисячі чотириста", 23_400),
        ("ko", "1만3221", 13_221),
        ("ko", "이만 삼천", 23_000),
        ("ja", "二万三千四百", 23_400),
        ("ja", "1万5000", 15_000),
        ("zh", "两万三千四百", 23_400),
        ("fr", "vingt-trois mille quatre cents", 23_400),
        ("es", "veintitrés mil cuatrocientos", 23_400),
    ],
)
def test_number_words_and_digits_are_read(language: str, text: str, value: float) -> None:
    assert values(text, language) == [value]


@pytest.mark.parametrize(
    ("language", "text"), [("en", "the third ship"), ("de", "das dritte Schiff"), ("ja", "第三")]
)
def test_an_ordinal_is_no_count(language: str, text: str) -> None:
    assert [kind for kind, _, _ in told(text, language)] == ["ordinal"]


@given(st.integers(min_value=0, max_value=10**12))
def test_printing_and_reading_agree_with_marks_of_thousands(number: int) -> None:
    text = f"{number:,}"
    assert [f.value for f in find_numbers(text, language="en")] == [number]
    german = text.replace(",", ".")
    assert [f.value for f in find_numbers(german, language="de")] == [number]


@given(st.decimals(min_value=0, max_value=10**6, places=3, allow_nan=False))
def test_printing_and_reading_agree_with_decimals(number: object) -> None:
    text = f"{number} tonnes"
    (found,) = find_numbers(text, language="en")
    assert found.value == pytest.approx(float(str(number)))


@given(st.text(max_size=80), st.sampled_from(LANGUAGES))
def test_every_number_stands_in_the_text_in_order(text: str, language: str) -> None:
    found: tuple[Found, ...] = find_numbers(text, language=language)
    assert all(0 <= f.span[0] < f.span[1] <= len(text) for f in found)
    assert list(found) == sorted(found, key=lambda f: (f.span, f.kind))


@pytest.mark.parametrize("unit", ["7", ",", ".", "million ", "1,", "1 ", "-", "½", "zwei", "十"])
@pytest.mark.parametrize("language", ["en", "de", "ja"])
def test_a_long_row_of_one_sign_takes_bounded_time(unit: str, language: str) -> None:
    text = unit * (200_000 // len(unit))
    start = time.process_time()
    find_numbers(text, language=language)
    assert time.process_time() - start < 20


def test_swiss_thousands_are_read() -> None:
    (found,) = find_numbers("Die Bank zahlte 2'025'000 Franken.", language="de")
    assert found.value == 2_025_000
