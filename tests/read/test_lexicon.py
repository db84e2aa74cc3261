"""A bad line in a word file is refused with its place."""

from __future__ import annotations

import pytest

from firsthand.errors import VocabularyError
from firsthand.read.lexicon import parse_word_lists


def test_lists_are_read_by_language_and_name() -> None:
    lists = parse_word_lists("en:\n  related: [Related, 'Read more']\n", "boxes.yaml")
    assert lists == {"en": {"related": ("Related", "Read more")}}


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("en:\n  related: [one,\n    no]\n", 3),
        ("en:\n  related: one\n", 2),
        ("en: [one]\n", 1),
        ("- en\n", 1),
        ("en:\n  related: [one\n", 3),
        ("en:\n  a: [x]\n  b: ['']\n", 3),
    ],
)
def test_a_bad_line_is_named(source: str, line: int) -> None:
    with pytest.raises(VocabularyError) as caught:
        parse_word_lists(source, "boxes.yaml")
    assert caught.value.where == f"boxes.yaml:{line}"
