"""The records are the contract: they print, read back, and carry what later stages need."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from firsthand.cli.schema import RECORDS
from firsthand.model.attribution import Attribution, Speaker, When
from firsthand.model.base import Record, from_json, to_json
from firsthand.model.claim import Claim
from firsthand.model.document import Document
from firsthand.model.extraction import Extraction, from_line
from tests.model.strategies import record


@pytest.mark.parametrize("kind", RECORDS.values(), ids=RECORDS)
@given(data=st.data())
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
def test_printing_and_reading_back_returns_the_record(
    kind: type[Record], data: st.DataObject
) -> None:
    """A gold file is scored against a run with nothing in between."""
    drawn = data.draw(record(kind))
    back = from_json(to_json(drawn), kind)
    assert to_json(back) == to_json(drawn)


@given(data=st.data())
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
def test_an_extraction_comes_back_from_its_printed_line(data: st.DataObject) -> None:
    """What `extract` printed can be taken up again by the stages behind it."""
    drawn = data.draw(record(Extraction))
    line = msgspec.json.encode(drawn.line())
    assert to_json(from_line(line, drawn.text)) == to_json(drawn)


def test_a_record_cannot_be_changed() -> None:
    """A stage cannot quietly alter what an earlier one said."""
    with pytest.raises(AttributeError):
        When(text="in 2024").text = "in 2025"  # type: ignore[misc]


def test_a_period_prints_from_and_to() -> None:
    """The contract's words, although `from` is no name in Python."""
    assert msgspec.to_builtins(When(text="by 2026", end="2026-12-31")) == {
        "text": "by 2026", "span": None, "from": None, "to": "2026-12-31",
    }  # fmt: skip


def test_a_span_in_the_title_says_so_and_others_do_not() -> None:
    """`in` is printed only where the offsets do not count in the text."""
    claim = Claim(id="c1", attribution=None, span=((0, 1),), kind="other", by="t/1")
    assert b'"in"' not in to_json(claim)
    assert b'"in":"title"' in to_json(msgspec.structs.replace(claim, in_="title"))


def test_an_extraction_finds_its_attributions_by_id() -> None:
    """`via` lists ids; whoever follows them must land."""
    a = Attribution(
        id="a1",
        parent=None,
        source=(),
        cue=(),
        content=(),
        speaker=Speaker(name=None),
        stance="reports",
        by="t/1",
    )
    e = Extraction(document=Document(document="d", text="", text_sha256=""), attributions=(a,))
    assert e.attribution("a1") is a
    with pytest.raises(KeyError):
        e.attribution("a2")


def test_published_on_is_a_day_or_nothing() -> None:
    """A month is never padded to a day."""
    made = Document(document="d", text="", text_sha256="", published="2025-02-09T06:20:00Z")
    assert made.published_on == "2025-02-09"
    assert msgspec.structs.replace(made, published="2025-02").published_on is None
