"""The grammar's chains and the tagger's spans: each keeps what it is better at."""

from __future__ import annotations

import json

import numpy as np
import pytest

from firsthand.attribute import engine
from firsthand.attribute.engine import attribute
from firsthand.attribute.tagger.engine import Seen, Tagged
from firsthand.model.span import Span, Spans
from firsthand.run.extract import extract_document
from tests.attribute.make import SHARED, article

TEXT = "The port authority said nine ships had left. The crews hope that wages come."


def span(words: str) -> Spans:
    start = TEXT.index(words)
    found: Span = (start, start + len(words))
    return (found,)


def told(*tagged: Tagged, monkeypatch: pytest.MonkeyPatch) -> engine.Attributed:
    seen = Seen(list(tagged), np.zeros((0, 2), dtype=np.int64), np.zeros(0, dtype=np.float32))
    monkeypatch.setattr(engine, "tag_document", lambda *_: seen)
    return attribute(article(TEXT, "en"))


def test_a_voice_that_both_see_is_told_in_the_tagger_s_spans(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    both = Tagged(span("The port authority"), span("said"), span("nine ships"), 0.9)
    found = told(both, monkeypatch=monkeypatch)
    assert [a.content for a in found.told] == [span("nine ships")]
    assert [a.content for a in found.attributions] == [span("nine ships had left")]
    assert found.told[0].confidence == 0.9


def test_a_hope_is_told_and_carries_no_voice(monkeypatch: pytest.MonkeyPatch) -> None:
    hope = Tagged(span("The crews"), span("hope"), span("that wages come"), 0.9)
    found = told(hope, monkeypatch=monkeypatch)
    assert [a.speaker.name for a in found.told] == ["port authority", "crews"] or len(
        found.told
    ) == 2
    assert len(found.attributions) == 1


def test_the_rules_alone_never_ask_the_tagger(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "tag_document", None)
    found = attribute(article(TEXT, "en"), fast=True)
    assert found.told == found.attributions != ()


def test_the_tagger_leaves_the_chains_of_the_real_article_alone() -> None:
    rows = (SHARED / "attribution" / "chains" / "seed.jsonl").read_text("utf-8").splitlines()
    row = json.loads(rows[0])
    document = article(row["text"], row["language"], published=row["published"])
    alone, both = (extract_document(document, fast=fast) for fast in (True, False))
    assert [c.chain for c in both.claims] == [c.chain for c in alone.claims]
    assert len(both.attributions) > len(alone.attributions)
