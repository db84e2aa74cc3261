"""The shipped model: places in the text, the same in any company, no network, long texts in parts."""

from __future__ import annotations

import socket

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.attribute.tagger.engine import CHAPTER, Seen, _chapters, tag
from firsthand.attribute.tagger.model import OnnxScorer, shipped
from firsthand.attribute.tagger.pieces import cut_pieces
from firsthand.attribute.tagger.windows import WINDOW, best_centred, cut_windows

SAID = (
    'The harbour office said on Friday that two tankers had left.\n\n"We saw them," a clerk said.'
)
ODD = "\"“”«»'\n\u202e\U0001f600\0\r\u200b"


def seen(text: str) -> Seen:
    return tag(cut_pieces(text), shipped())


def words(text: str) -> list[tuple[str, str, str]]:
    return [
        tuple(" ".join(text[a:b] for a, b in spans) for spans in (t.source, t.cue, t.content))  # type: ignore[misc]
        for t in seen(text).tagged
    ]


def test_who_said_what_is_found() -> None:
    assert words(SAID) == [
        ("The harbour office", "said", "two tankers had left"),
        ("a clerk", "said", '"We saw them,"'),
    ]


def test_a_text_is_read_alike_alone_and_after_others() -> None:
    alone = seen(SAID).tagged
    seen("Nobody knows. " * 300)
    assert seen(SAID).tagged == alone


@settings(max_examples=25, deadline=None)
@given(st.text(st.sampled_from(f"{ODD} aBz.,said:"), max_size=120))
def test_any_text_gives_places_inside_it(text: str) -> None:
    for each in seen(text).tagged:
        for start, end in (*each.source, *each.cue, *each.content):
            assert 0 <= start < end <= len(text)
        assert 0 <= each.confidence <= 1


def test_loading_the_model_opens_no_socket(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", refused)
    assert tag(cut_pieces(SAID), OnnxScorer()).tagged


def test_a_long_text_is_cut_between_its_paragraphs() -> None:
    pieces = cut_pieces("The clerk said so.\n\n" * (CHAPTER // 4))
    chapters = _chapters(pieces)
    assert [low for low, _ in chapters[1:]] == [high for _, high in chapters[:-1]]
    assert all(pieces.features[low, 2] == 3 and high - low <= CHAPTER for low, high in chapters)


@given(st.integers(1, 3000), st.integers(20, WINDOW))
def test_every_piece_has_one_window(n: int, stride: int) -> None:
    windows = cut_windows(n, stride)
    shares = best_centred(windows)
    assert [t for low, high in shares for t in range(low, high)] == list(range(n))
    assert all(w[0] <= s[0] and s[1] <= w[1] for w, s in zip(windows, shares, strict=True))
