"""A path is drawn so that everything on it can be read."""

from __future__ import annotations

import random
from itertools import combinations

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from packs import PACKS, pack

from firsthand.brief.drawing import Area, Drawing, Line
from firsthand.brief.fold import fold, quiet
from firsthand.brief.layout import MIDDLE, WIDE, draw
from firsthand.brief.narrow import draw_narrow
from firsthand.brief.story import Story
from firsthand.brief.svg import svg
from firsthand.brief.tell import tell
from firsthand.model.document import House
from firsthand.model.question import (
    About,
    Article,
    Corroboration,
    Origin,
    OriginCount,
    Question,
    Step,
)

COUNT = OriginCount(value=1, low=1, high=1, effective=1.0)


def world(seed: int, n: int, *, days: int, kinds: str) -> tuple[Question, Corroboration]:
    """Make up a path: who had it from whom, some of it changed, uncredited, withdrawn, not held."""
    rng = random.Random(seed)
    steps: list[Step] = []
    origins = [
        Origin(id=f"o{i}", name=f"Sample ministry, register {i}") for i in range(1 + seed % 3)
    ]
    for i in range(n):
        shape = kinds[seed % len(kinds)]
        up = {"star": 0, "chain": i - 1, "any": rng.randrange(i) if i else 0}[
            {"s": "star", "c": "chain", "a": "any"}[shape]
        ]
        root = i == 0 or rng.random() < 0.04
        value = 5710 + (rng.random() < 0.1) * rng.choice((90, 1000, -540))
        day = 1 + (i * days) // n
        how = rng.choice(["credit"] * 6 + ["wording"])
        withdrawn = f"2026-03-{day:02d}" if rng.random() < 0.2 and value != 5710 else None
        held = rng.random() > 0.05
        steps.append(
            Step(
                document=f"d{i}",
                value=value,
                spelled=f"{value:,}",
                came_from=rng.choice(origins).id if root else f"d{up}",
                how="opened" if root else how,  # type: ignore[arg-type]
                on=f"2026-03-{day:02d}" if held else None,
                changed=value != 5710 and rng.random() < 0.7,
                withdrawn=withdrawn,
                words="reports that according to" if rng.random() < 0.8 else None,
                origin=origins[0].id,
            )
        )
    held_docs = [s.document for s in steps if s.on]
    question = Question(
        id="q-0123456789", ask="How many?", says="So many", kind="other",
        about=About(measure="persons"), articles=len(held_docs), outlets=len(held_docs),
        publishers=len(held_docs), origins=COUNT, path=tuple(steps),
    )  # fmt: skip
    names = (
        "Sample outlet",
        "Народная газета примера",
        "조선 견본 신문사",
        "An outlet with a very long name of its own",
    )
    articles = tuple(
        Article(document=d, outlet=House(id=d, name=f"{names[i % 4]} {i}"))
        for i, d in enumerate(held_docs)
    )
    case = Corroboration(
        articles=n, outlets=n, publishers=n, origins=COUNT,
        article_list=articles, origin_list=tuple(origins),
    )  # fmt: skip
    return question, case


def overlap(a: Area, b: Area, slack: float = 0.6) -> bool:
    return (
        a[0] + slack < b[2] and b[0] + slack < a[2] and a[1] + slack < b[3] and b[1] + slack < a[3]
    )


def band(line: Line, at: int) -> Area:
    """The box that a straight piece of a line covers, its width counted crosswise only."""
    (x, y), (u, v) = line.points[at], line.points[at + 1]
    across, down = (0.0, line.width / 2) if y == v else (line.width / 2, 0.0)
    return (min(x, u) - across, min(y, v) - down, max(x, u) + across, max(y, v) + down)


def check_readable(drawing: Drawing) -> None:
    texts = [t.area for t in drawing.texts]
    solid = [p.area for p in drawing.pills]
    for a, b in combinations(range(len(texts)), 2):
        assert not overlap(texts[a], texts[b]), (drawing.texts[a], drawing.texts[b])
    for text, t in zip(texts, drawing.texts, strict=True):
        assert text[2] <= drawing.width + 1, t
        assert not any(overlap(text, p) for p in solid), t
    for a, b in combinations(solid, 2):
        assert not overlap(a, b)
    pieces = [band(line, i) for line in drawing.lines for i in range(len(line.points) - 1)]
    for piece in pieces:
        for pill in drawing.pills:
            assert not overlap(piece, pill.area, 1.1), (piece, pill)
        for t, text in zip(drawing.texts, texts, strict=True):
            assert not overlap(piece, text), (piece, t)


def check_lanes(drawing: Drawing) -> None:
    """In the narrow drawing a line ends in the middle of a mark or stays clear of it."""
    for line in drawing.lines:
        ends = {line.points[0], line.points[-1]}
        for mark in drawing.marks:
            for i in range(len(line.points) - 1):
                piece = band(line, i)
                on_it = (mark.x, mark.y) in ends or any((mark.x, mark.y) == p for p in line.points)
                assert on_it or not overlap(piece, mark.area, 0.3), (line, mark)


def folded(question: Question, case: Corroboration, limit: int = 40) -> Story:
    return fold(tell(question, case, last_read="10 Jun"), limit=limit)


@settings(max_examples=60, deadline=None)
@given(
    st.integers(0, 10**6),
    st.integers(1, 60),
    st.integers(1, 28),
    st.sampled_from(["a", "s", "c"]),
)
def test_no_label_overlaps_and_no_line_crosses_a_pill(
    seed: int, n: int, days: int, kind: str
) -> None:
    question, case = world(seed, n, days=days, kinds=kind)
    for sheet in (WIDE, MIDDLE):
        check_readable(draw(folded(question, case), sheet))
    drawing = draw_narrow(folded(question, case, 24))
    check_readable(msgspec.structs.replace(drawing, lines=()))
    check_lanes(drawing)


@pytest.mark.parametrize("kind", ["a", "s", "c"])
@pytest.mark.parametrize("days", [1, 9, 28])
def test_two_hundred_rows_are_still_readable(kind: str, days: int) -> None:
    question, case = world(7, 200, days=days, kinds=kind)
    story = tell(question, case, last_read="10 Jun")
    assert len(story.rows) == 200
    check_readable(draw(story, WIDE))
    drawing = draw_narrow(story)
    check_readable(msgspec.structs.replace(drawing, lines=()))
    check_lanes(drawing)


@pytest.mark.parametrize("name", PACKS)
def test_the_packs_are_readable(name: str) -> None:
    parts = pack(name)
    for question in parts.corroboration.questions:
        check_readable(draw(folded(question, parts.corroboration)))
        check_readable(draw(folded(question, parts.corroboration), MIDDLE))
        check_lanes(draw_narrow(folded(question, parts.corroboration)))


@given(st.integers(0, 10**6), st.integers(15, 120))
@settings(max_examples=40, deadline=None)
def test_folding_hides_nothing_that_matters(seed: int, n: int) -> None:
    question, case = world(seed, n, days=9, kinds="a")
    before, after = tell(question, case), folded(question, case)
    kept = {r.id for r in after.rows}
    for row in before.rows:
        assert row.id in kept or quiet(before, row)
    articles = {d for r in before.rows for d in r.documents}
    assert {d for r in after.rows for d in r.documents} == articles


def test_the_number_of_slabs_is_the_number_of_origins() -> None:
    parts = pack("e-troop-numbers")
    story = folded(parts.corroboration.questions[0], parts.corroboration)
    assert len(draw(story).boxes) == len(draw_narrow(story).boxes) == 3


def test_a_withdrawn_value_is_stopped_and_its_copy_runs_on() -> None:
    parts = pack("e-troop-numbers")
    story = folded(parts.corroboration.questions[0], parts.corroboration)
    drawing = draw(story)
    assert [r.kind for r in drawing.rules].count("stop") == 1
    assert [r.kind for r in drawing.rules].count("cutoff") == 1
    assert sum(p.gone for p in drawing.pills) == 1
    assert any(run.text == "still printed" for t in drawing.texts for run in t.runs)


def test_hostile_names_are_escaped_in_the_drawing() -> None:
    question, case = world(0, 3, days=1, kinds="c")
    bad = '"><script>alert(1)</script>'
    articles = tuple(
        msgspec.structs.replace(a, outlet=House(id="x", name=bad)) for a in case.article_list
    )
    case = msgspec.structs.replace(case, article_list=articles)
    out = svg(draw(folded(question, case)), 'p"1', title=bad, desc=bad)
    assert "<script" not in out
    assert "style=" not in out
