"""A reading is full unless a sign says otherwise, and the sign is told."""

from __future__ import annotations

import pytest

from firsthand.read.phrases import cut_off
from firsthand.read.verdict import Signals, count_words, judge

WHOLE = "A ferry with 61 on board ran aground off Halden; nobody was hurt, police said."
LONG = "The office counted every wagon. " * 120


@pytest.mark.parametrize(
    ("body", "signals", "reading"),
    [
        (WHOLE, Signals(), "full"),
        (WHOLE, Signals(is_item=True), "full"),
        (WHOLE + "…", Signals(), "stub"),
        (WHOLE + " [...]", Signals(), "stub"),
        (WHOLE + " Read more", Signals(), "stub"),
        (WHOLE[:-14] + " the", Signals(is_item=True), "stub"),
        (WHOLE, Signals(cut="Read more"), "stub"),
        (WHOLE, Signals(free=False), "stub"),
        (LONG, Signals(free=False), "full"),
        (WHOLE, Signals(wall="subscribe to continue"), "stub"),
        (LONG, Signals(wall="subscribe to continue"), "full"),
        (LONG + "…", Signals(), "full"),
        ("", Signals(), "empty"),
        ("Photo", Signals(), "empty"),
        ("Read on.", Signals(), "empty"),
        ("It is closed.", Signals(), "full"),
        ("", Signals(scripts=True), "stub"),
        ("", Signals(consent=True), "stub"),
        ("", Signals(free=False), "stub"),
        (WHOLE, Signals(is_list=True), "list"),
    ],
)
def test_each_sign_gives_its_reading(body: str, signals: Signals, reading: str) -> None:
    verdict = judge(body, "en", signals)
    assert verdict.reading == reading
    assert (verdict.sign is None) == (reading == "full")


def test_a_language_without_grammar_is_kept_and_not_read() -> None:
    verdict = judge("Le port a reçu 214 wagons.", "fr", Signals())
    assert verdict.reading == "language-not-read"
    assert judge(WHOLE, None, Signals()).reading == "full"


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("He left. He came back… Weiterlesen", "weiterlesen"),
        ("Он ушёл и не вернулся.\nЧитать далее", "читать далее"),
        ("그는 떠났다고 전해졌다.\n더보기", "더보기"),
        ("彼は去ったという…", "…"),
        ("He waited … and left.", None),
        ("Read more", None),
        ("", None),
    ],
)
def test_a_cut_is_seen_in_the_languages_of_the_grammars(text: str, sign: str | None) -> None:
    assert cut_off(text) == sign


def test_two_letters_of_japanese_or_korean_count_as_a_word() -> None:
    assert count_words("북한 노동자 96명") == 4
    assert count_words("two words, 3 here") == 4
