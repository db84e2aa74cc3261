"""Tokens of names: words, single signs of unspaced scripts, marks."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from firsthand.vocabulary.tokens import cut_tokens, ends_word, inside_word, name_tokens


@given(st.text(max_size=80))
def test_tokens_slice_the_text_and_leave_only_whitespace(text: str) -> None:
    tokens = cut_tokens(text)
    spans = list(zip(tokens.starts, tokens.ends, strict=True))
    assert tokens.words == [text[a:b] for a, b in spans]
    assert "".join(tokens.words) == "".join(text.split())


def test_spaced_words_are_whole_and_unspaced_signs_single() -> None:
    assert cut_tokens("데일리NK는 U.S.").words == ["데", "일", "리", "NK", "는", "U", ".", "S", "."]


def test_whitespace_tells_names_apart() -> None:
    assert list(name_tokens("Interfax-Ukraine")) == ["Interfax", "-", "Ukraine"]
    assert list(name_tokens("RIA  Novosti")) == ["RIA", " Novosti"]
    assert list(name_tokens("RIA\n\nNovosti")) == ["RIA", "\n"]


def test_apostrophes_and_hyphens_are_one() -> None:
    assert list(name_tokens("Lloyd’s")) == list(name_tokens("Lloyd's"))
    assert list(name_tokens("Dong‑A")) == list(name_tokens("Dong-A"))


def test_words_of_hangul_end_before_a_particle_or_a_blank() -> None:
    tokens = cut_tokens("국방부는 군사")
    assert ends_word(tokens, 3)
    assert not ends_word(tokens, 1)
    assert inside_word(tokens, 1)
    assert not inside_word(tokens, 4)
    assert ends_word(tokens, len(tokens))
