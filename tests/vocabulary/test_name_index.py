"""The index of names agrees with a plain search over the list."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from firsthand.vocabulary.names import NameIndex
from firsthand.vocabulary.tokens import cut_tokens

WORDS = st.sampled_from(
    ["Ab", "ab", "Abc", "Abcd", "U.S.", "x-y", "서울", "서", "NK뉴스", "a b", "É"]
)
NAMES = st.lists(WORDS, min_size=1, max_size=3).map(" ".join)


@given(st.sets(NAMES, max_size=8), st.lists(WORDS, max_size=8).map(" ".join))
def test_the_index_finds_what_a_plain_search_finds(names: set[str], text: str) -> None:
    index: NameIndex[str] = NameIndex()
    for name in names:
        index.add(name, name)
    tokens = cut_tokens(text)
    for first, start in enumerate(tokens.starts):
        found = {(tokens.ends[end - 1], name) for end, name in index.ends_from(tokens, first)}
        plain = {
            (start + len(n), n) for n in names
            if text.startswith(n, start) and start + len(n) in tokens.ends
        }  # fmt: skip
        assert found == plain


def test_of_two_values_the_first_stays() -> None:
    index: NameIndex[int] = NameIndex()
    index.add("Name", 1)
    index.add("Name", 2)
    assert index.ends_from(cut_tokens("Name"), 0) == [(1, 1)]


def test_stems_take_endings_only() -> None:
    index: NameIndex[int] = NameIndex()
    index.add("russisch~", 1)
    assert all(index.ends_from(cut_tokens(w), 0) for w in ("russisch", "russischen"))
    assert not index.ends_from(cut_tokens("russischster"), 0)


def test_exact_names_have_no_other_spelling() -> None:
    index: NameIndex[int] = NameIndex(lambda name: (name.upper(),))
    index.add("Malé", 1, exact=True)
    index.add("Oslo", 2)
    assert not index.ends_from(cut_tokens("MALÉ"), 0)
    assert index.ends_from(cut_tokens("OSLO"), 0) == [(1, 2)]
