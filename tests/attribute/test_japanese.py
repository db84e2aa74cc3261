"""Japanese at a simple level."""

from __future__ import annotations

import pytest

from firsthand.attribute.engine import attribute
from firsthand.model.span import words_of
from tests.attribute.make import article

CASES = [
    ("税関によると、船は港を出た。", ["税関"]),
    ("外務省は、船が出たと述べた。", ["外務省"]),
    ("NHKは税関を引用し、船が出たと報じた。", ["NHK", "税関"]),
    ("「船は出た」と大臣は語った。", ["大臣"]),
]


@pytest.mark.parametrize(("text", "names"), CASES)
def test_voices_are_named_by_their_particles(text: str, names: list[str]) -> None:
    assert [a.speaker.name for a in attribute(article(text, "ja")).attributions] == names


def test_the_cited_one_stands_behind_the_one_who_cites() -> None:
    text = "NHKは税関を引用し、船が出たと報じた。"
    outer, inner = attribute(article(text, "ja")).attributions
    assert (outer.parent, inner.parent) == (None, outer.id)
    assert words_of(text, inner.content) == "船が出た"
