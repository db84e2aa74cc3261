"""Word lists are found in one pass, whatever stands between the words."""

from __future__ import annotations

import time

from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.check.words import WordLists, split_term

LISTS = WordLists(
    {
        "coal": ["coal", "anthracite"],
        "transfer": ["ship to ship", "export*"],
        "worker": ["worker*", "construction worker*"],
        "decoys": ["coal-fired", "Workers' Party"],
    }
)


def names(text: str) -> list[str]:
    return [hit.list for hit in LISTS.find(text)]


def test_a_star_stands_for_any_ending() -> None:
    assert names("exported, exports, exporters; reexported") == ["transfer"] * 3


def test_hyphens_and_line_breaks_part_words() -> None:
    assert names("a ship-to-\nship transfer") == ["transfer"]


def test_a_decoy_covers_what_lies_in_it() -> None:
    assert names("The Workers’ Party opened a coal-fired plant near a coal pit") == ["coal"]


def test_the_longer_term_of_a_list_counts_once() -> None:
    hits = LISTS.find("construction workers")
    assert [(hit.list, hit.span) for hit in hits] == [("worker", (0, 20))]


@settings(deadline=None)
@given(st.text(alphabet="coalship-to tworkers'’.\n\x00é", max_size=200))
def test_spans_slice_the_text(text: str) -> None:
    for hit in LISTS.find(text):
        start, end = hit.span
        assert split_term(text[start:end])
        assert 0 <= start < end <= len(text)


def test_a_hostile_text_takes_linear_time() -> None:
    start = time.process_time()
    LISTS.find("coal-fired " * 40_000)
    LISTS.find("1" * 1_000_000)
    LISTS.find("," * 1_000_000)
    assert time.process_time() - start < 5
