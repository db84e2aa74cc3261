"""Spans count code points, half open."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from firsthand.model.span import covers, hull, merged, overlap, words_of

SPANS = st.lists(
    st.tuples(st.integers(0, 50), st.integers(0, 10)).map(lambda t: (t[0], t[0] + t[1])), max_size=6
)


@given(SPANS)
def test_merging_keeps_every_position_and_is_idempotent(spans: list[tuple[int, int]]) -> None:
    def positions(s):  # type: ignore[no-untyped-def]
        return {i for a, b in s for i in range(a, b)}

    once = merged(spans)
    assert positions(once) == positions(spans)
    assert merged(once) == once
    assert all(a[1] < b[0] for a, b in itertools.pairwise(once))


def test_overlap_counts_shared_positions() -> None:
    assert overlap([(0, 5), (10, 12)], [(3, 11)]) == 3


def test_covers_asks_for_one_piece_around_each() -> None:
    assert covers([(0, 10)], [(1, 3), (4, 10)])
    assert not covers([(0, 3), (3, 6)], [(2, 4)])


def test_hull_goes_from_the_first_to_the_last() -> None:
    assert hull([(5, 6), (1, 2)]) == (1, 6)


def test_words_of_joins_broken_pieces_visibly() -> None:
    assert words_of("one two three", [(0, 3), (8, 13)]) == "one … three"
