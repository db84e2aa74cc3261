"""Notes explain marks; custom explains the rest."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.tables.marks import read_legend


@pytest.mark.parametrize(
    ("note", "told"),
    [
        ("p = provisional; r = revised; .. = not available; - = nil.", {"p": "provisional", "r": "revised", "..": "missing", "-": "nil"}),
        ("1) Предварительные данные.", {"1": "provisional"}),
        ("* Данные уточнены по сравнению с опубликованными ранее.", {"*": "revised"}),
        ("주: p) 잠정치, r 수정치, - 없음, … 미상, X 비공개", {"p": "provisional", "-": "nil", "...": "missing", "x": "confidential"}),
        ("注1 「－」は該当なし、「ｘ」は秘匿した数値を示す。", {"-": "nil", "x": "confidential"}),
        ("– = nichts vorhanden; . = Zahlenwert unbekannt", {"-": "nil", ".": "missing"}),
        ("к – дані конфіденційні; – явища не було; п – попередні дані.", {"к": "confidential", "-": "nil", "п": "provisional"}),
        ("<5 fewer than five; x suppressed to protect individuals", {"x": "confidential"}),
        ("[c] confidential, [x] not available", {"c": "confidential", "x": "missing"}),
        ("Figures marked (s) are suppressed", {"s": "confidential"}),
        ("( ) = Aussagewert eingeschränkt", {"()": "note"}),
        ("0,0 менее половины единицы", {"0,0": "below_unit"}),
    ],
)  # fmt: skip
def test_a_note_says_what_marks_mean(note: str, told: dict[str, str]) -> None:
    legend = read_legend([note])
    assert {mark: legend.told[mark].kind for mark in told} == told


@pytest.mark.parametrize(
    "note",
    ["2023: consulates closed for 9 months.", "A person who crosses twice is counted twice."],
)
def test_a_sentence_explains_no_mark_that_means_something(note: str) -> None:
    assert all(meaning.kind == "note" for meaning in read_legend([note]).told.values())


def test_the_words_of_a_note_go_on_over_a_semicolon() -> None:
    legend = read_legend(["r = revised; the total was first published as 4,512. p = provisional."])
    assert "first published as 4,512" in (legend.told["r"].words or "")


def test_custom_explains_what_notes_do_not() -> None:
    legend = read_legend([])
    assert legend.meaning("r") is not None
    assert legend.meaning("preliminary") is not None
    assert legend.meaning("qq") is None


@given(st.text(max_size=300))
def test_any_text_is_read_as_a_note(text: str) -> None:
    read_legend([text])
