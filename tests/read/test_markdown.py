"""Markdown gives its words without its marks, its front matter as metadata."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.read.markdown import read_markdown

FRONT = """---
title: "Bridge closed"
outlet: Ostrel Broadcasting
publisher: {id: ot.example, name: Ostrel Trust}
date: 2025-05-05T10:00:00+02:00
author:
  - Ada Renn
  - Tomas Vik
url: https://ob.example/bridge?utm_source=x
sample: true
---

# Bridge closed

The bridge at Ostrel is closed.
"""


def test_front_matter_is_metadata() -> None:
    draft = read_markdown(FRONT)
    told = draft.described
    assert (told.title, told.outlet, told.publisher) == (
        "Bridge closed",
        "Ostrel Broadcasting",
        "Ostrel Trust",
    )
    assert told.published == "2025-05-05T10:00:00+02:00"
    assert told.authors == ("Ada Renn", "Tomas Vik")
    assert told.canonical_url == "https://ob.example/bridge"
    assert told.sample
    assert [piece.text for piece in draft.pieces] == ["The bridge at Ostrel is closed."]


@pytest.mark.parametrize("front", ["---\n: [\n---\n", "---\n- a\n---\n", "---\nno end of it\n", ""])
def test_front_matter_that_is_none_does_no_harm(front: str) -> None:
    draft = read_markdown(front + "\n# Bridge closed\n\nIt is closed.\n")
    assert draft.pieces[-1].text == "It is closed."


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("It is **closed** and *will* stay __so__.", "It is closed and will stay so."),
        ("See [the register](https://x.example \"t\") or <https://y.example>.", "See the register or https://y.example."),
        ("See [the register][1].", "See the register."),
        ("![A bridge](b.png)It is closed.", "It is closed."),
        ("A file_name_here and 2 * 3 * 4 stay.", "A file_name_here and 2 * 3 * 4 stay."),
        ("An escaped \\*star\\* stays.", "An escaped *star* stays."),
        ("A note.[^1]", "A note."),
        ("A <b>bold</b> word.<!-- hidden -->", "A bold word."),
        ("Two lines\nof one paragraph.", "Two lines of one paragraph."),
        ("> Quoted\n> words.", "Quoted words."),
    ],
)  # fmt: skip
def test_marks_give_way_to_words(marked: str, words: str) -> None:
    draft = read_markdown(f"# Title\n\n{marked}\n")
    assert [piece.text for piece in draft.pieces] == [words]


def test_lists_tables_and_headings_keep_their_shape() -> None:
    draft = read_markdown(
        "Title\n=====\n\n## Part\n\n- one\n- two\n\n| A | B |\n|---|--:|\n| 1 | 2 |\n\n```\ncode\n```\n"
    )
    assert draft.described.title == "Title"
    found = [(piece.kind, piece.text, piece.item) for piece in draft.pieces]
    assert found == [
        ("body", "Part", False), ("body", "one", True), ("body", "two", True),
        ("table", "A | B\n1 | 2", False), ("body", "code", False),
    ]  # fmt: skip


def test_headlines_of_others_are_kept_apart() -> None:
    draft = read_markdown(
        "# T\n\nIt is closed.\n\n**Related**\n\n- [One](1)\n- [Two](2)\n\nRead more: [Three](3)\n"
    )
    assert [piece.text for piece in draft.pieces] == ["It is closed."]
    assert draft.headlines == [("Related", ["One", "Two"]), ("", ["Three"])]


@given(st.text(alphabet="*_[]()!#>-|`<\\ \nab1", max_size=300))
def test_any_marks_give_pieces_with_words(text: str) -> None:
    assert all(piece.text.strip() for piece in read_markdown(text).pieces)
