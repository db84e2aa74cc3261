"""Texts as folded words and passages."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from firsthand.corroborate.words import common_words, folded, meaningful, passages
from firsthand.model.document import Document, Part


def document(text: str, **more: object) -> Document:
    return Document(document="d", text=text, text_sha256="", **more)  # type: ignore[arg-type]


def test_grouped_digits_and_plurals_fold_to_one_form() -> None:
    assert folded("18,642 entries") == folded("18642 entry")
    assert folded("the ministry's") == ("the", "ministry")


def test_scripts_without_blanks_give_a_word_a_character() -> None:
    assert folded("北朝鮮の") == ("北", "朝", "鮮", "の")


def test_common_words_carry_no_meaning() -> None:
    assert meaningful(folded("The ministry said that it was cold")) == ("ministry", "cold")
    assert {"the", "der", "и"} <= common_words()


def test_headlines_and_boilerplate_are_no_passages() -> None:
    text = "A title\nThe port closed. It snowed.\nMost read: cabbage"
    parts = (
        Part(part="title", span=((0, 7),)),
        Part(part="body", span=((8, 35),)),
        Part(part="headline-list", span=((36, 54),)),
    )
    found = passages(document(text, parts=parts))
    assert [text[slice(*p.span)] for p in found] == ["The port closed.", "It snowed."]


@given(st.text(max_size=300))
def test_passages_lie_in_the_text_in_order(text: str) -> None:
    found = passages(document(text))
    assert all(0 <= a < b <= len(text) for a, b in (p.span for p in found))
    assert [p.span for p in found] == sorted(p.span for p in found)
    assert all(p.words for p in found)


def test_a_megabyte_of_digits_is_read_in_no_time() -> None:
    assert len(folded("1," * 500_000)) > 0
