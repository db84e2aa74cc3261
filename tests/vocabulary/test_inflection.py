"""Stems of Russian and Ukrainian names."""

from __future__ import annotations

import pytest

from firsthand.vocabulary.inflection import ENDINGS, stem_cyrillic


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("Москва", "Москв~"), ("Южная Корея", "Южн~ Коре~"), ("Росстат", "Росстат~"),
        ("Служба разведки", "Служб~ разведк~"), ("Україна", "Україн~"),
        ("ТАСС", "ТАСС"), ("Того", "Того"), ("Мали", "Мали"), ("Чита", "Чит~"), ("Куб~", "Куб~"), ("Reuters", "Reuters"), ("Санкт-Петербург", "Санкт~-Петербург~"),
    ],
)  # fmt: skip
def test_words_of_names_become_stems(name: str, stem: str) -> None:
    assert stem_cyrillic(name) == stem


def test_stemming_twice_changes_nothing() -> None:
    once = stem_cyrillic("Федеральная служба безопасности России")
    assert stem_cyrillic(once) == once


def test_suffixes_that_make_another_word_are_no_endings() -> None:
    """Россияне and украинский are not forms of Россия and Украина."""
    assert not {"яне", "ский", "цы", "ка"} & ENDINGS
