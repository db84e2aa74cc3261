"""Marks may overlap as they like: the text stays whole and every anchor stands once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from firsthand.brief.marks import anchor, paragraphs
from firsthand.model.attribution import Attribution, Speaker
from firsthand.model.claim import Claim
from firsthand.model.document import Document
from firsthand.model.extraction import Extraction
from firsthand.model.span import Spans

SAYS = Speaker(name="Somebody")


def extraction(text: str, spans: list[tuple[int, int]]) -> Extraction:
    document = Document(document="d", text=text, text_sha256="0")
    third = max(len(spans) // 3, 1)
    attributions = tuple(
        Attribution(
            id=f"a{n}", parent=None, source=(s,), cue=(spans[(n + 1) % len(spans)],),
            content=(spans[(n + 2) % len(spans)],), speaker=SAYS, stance="reports", by="t/1",
        )
        for n, s in enumerate(spans[:third])
    )  # fmt: skip
    claims = tuple(
        Claim(id=f"c{n}", attribution=None, span=(s,), kind="other", by="t/1")
        for n, s in enumerate(spans)
    )
    return Extraction(document=document, attributions=attributions, claims=claims)


@given(st.data())
def test_the_text_stays_whole_and_each_anchor_stands_once(data: st.DataObject) -> None:
    text = data.draw(st.text(st.sampled_from("ab \n조"), min_size=4, max_size=80))
    ends = st.integers(0, len(text) - 1)
    pairs = data.draw(st.lists(st.tuples(ends, ends), min_size=1, max_size=9))
    spans = [(min(a, b), max(a, b) + 1) for a, b in pairs]
    wanted: list[Spans] = [(s,) for s in spans if text[s[0]].strip()]
    found = paragraphs(extraction(text, spans), "d1", anchors=wanted, claims={})
    printed = ["".join(piece.text for piece in p.pieces) for p in found]
    assert printed == [line for line in text.split("\n") if line.strip()]
    ids = [i for p in found for piece in p.pieces for i in piece.ids]
    assert sorted(ids) == sorted({anchor("d1", w) for w in wanted})


def test_only_passages_with_an_anchor_are_kept_where_texts_are_not_whole() -> None:
    text = "One.\n\nTwo here.\n\nThree.\n\nFour."
    at = text.index("here")
    found = paragraphs(
        extraction(text, [(0, 3)]), "d1", anchors=[((at, at + 4),)], claims={}, whole=False
    )
    assert [p.number for p in found] == [2]
    assert found[0].cut


def test_many_lines_with_many_marks_stay_linear() -> None:
    """Were each line held against each mark, this would take minutes."""
    text = "Somebody said something.\n" * 20_000
    spans = [(n * 25, n * 25 + 8) for n in range(0, 20_000, 2)]
    assert len(paragraphs(extraction(text, spans), "d1", anchors=[], claims={})) == 20_000
