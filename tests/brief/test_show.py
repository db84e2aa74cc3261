"""One article: who says that who says what, with verdicts and provisions, in the terminal's columns."""

from __future__ import annotations

import hashlib

import pytest
from wcwidth import wcswidth

from firsthand.brief.show import Shown, render
from firsthand.brief.view import View
from firsthand.model.attribution import Attribution, Speaker, SpeakerKind, When
from firsthand.model.check import Check
from firsthand.model.claim import Claim
from firsthand.model.document import Document, House
from firsthand.model.extraction import Extraction
from firsthand.model.provision import Assessment, Finding, Touch
from firsthand.model.question import (
    About,
    Answer,
    Corroboration,
    Origin,
    OriginCount,
    Question,
)
from firsthand.model.table import Series, Table, Value

TEXT = (
    "The Northern Wire reports that, according to Radio Sample, citing the Sample statistics "
    "office, 4,210 welders entered Palvania in 2024.\n"
    "Two officials said the welders would begin work on a site this year.\n"
    "The law forbids it.\n"
    "Sample Gazette: ferries carried more people\n"
)


def spans(words: str) -> tuple[tuple[int, int], ...]:
    at = TEXT.index(words)
    return ((at, at + len(words)),)


def said(
    ident: str, parent: str | None, who: str, cue: str, content: str, kind: SpeakerKind
) -> Attribution:
    described = who.startswith("Two")
    speaker = Speaker(
        name=who, kind=kind, anonymity="described" if described else "named",
        number=(1, None) if described else None,
    )  # fmt: skip
    return Attribution(
        id=ident, parent=parent, source=spans(who), cue=spans(cue), content=spans(content),
        speaker=speaker, stance="reports", by="t/1",
    )  # fmt: skip


ENTRY, WORK = "4,210 welders entered Palvania in 2024", "the welders would begin work on a site"
CLAIMS = (
    Claim(
        id="c1", attribution="a3", via=("a1", "a2", "a3"), span=spans(ENTRY), by="t/1",
        kind="border-crossing",
        chain=("The Outlet", "Northern Wire", "Radio Sample", "Sample statistics office"),
    ),
    Claim(
        id="c2", attribution="a4", via=("a4",), span=spans(WORK), kind="labour", by="t/1",
        status="expected", chain=("The Outlet", "Two officials"),
        when=When(text="this year", start="2025-01-01", end="2025-12-31"),
    ),
    Claim(
        id="c3", attribution=None, span=spans("The law forbids it"), kind="obligation", by="t/1",
        mode="law", chain=("The Outlet",),
    ),
    Claim(
        id="c4", attribution="a5", via=("a5",), span=spans("ferries carried more people"),
        kind="other", by="t/1", part="headline-list", chain=("The Outlet", "Sample Gazette"),
    ),
)  # fmt: skip
ATTRIBUTIONS = (
    said("a1", None, "Northern Wire", "reports that", ENTRY, "news-agency"),
    said("a2", "a1", "Radio Sample", "according to", ENTRY, "news-outlet"),
    said("a3", "a2", "Sample statistics office", "citing", ENTRY, "statistics-office"),
    said("a4", None, "Two officials", "said", WORK, "office-holder"),
    said("a5", None, "Sample Gazette", ":", "ferries carried more people", "news-outlet"),
)


def shown() -> Shown:
    document = Document(
        document="d1", text=TEXT, text_sha256=hashlib.sha256(TEXT.encode()).hexdigest(),
        language="en", published="2025-02-09", outlet=House(id="o", name="The Outlet"),
    )  # fmt: skip
    question = Question(
        id="q-1", ask="How many?", says="So many", kind="border-crossing",
        about=About(measure="person-entries"), articles=1, outlets=1, publishers=1,
        origins=OriginCount(value=1, low=1, high=1, effective=1.0),
        answers=(Answer(value=4210, spelled="4,210", documents=("d1",), claims=("d1#c1",)),),
    )  # fmt: skip
    case = Corroboration(
        articles=1, outlets=1, publishers=1, questions=(question,),
        origins=OriginCount(value=2, low=2, high=None, effective=2.0),
        origin_list=(
            Origin(id="o1", name="Sample statistics office", kind="statistics-office"),
            Origin(id="o2", name="Two officials", anonymity="described"),
        ),
    )  # fmt: skip
    checks = (
        Check(id="k1", kind="value", verdict="agrees", arithmetic="4,210 = 4,210",
              table="t.csv", cell="B2", answer=0),
        Check(id="k2", kind="fold", verdict="agrees-within-rounding",
              arithmetic="4,210 / 1,050 = 4.0095, which rounds to 4", table="t.csv", cell="B2",
              cells=("B2", "C2"), answer=0),
    )  # fmt: skip
    table = Table(
        table="t.csv", sha256="0" * 64, notes=("A person who crosses twice is counted twice.",),
        series=(Series(id="s1", values=(Value(period="2024", value=4210, printed="4,210", cell="B2"),)),),
    )  # fmt: skip
    return Shown(
        extraction=Extraction(document=document, attributions=ATTRIBUTIONS, claims=CLAIMS),
        corroboration=case,
        checks={"q-1": checks},
        assessment=Assessment(
            findings=(
                Finding(provision="UNSCR-2397-OP8", standing="alleged", in_force=True, on=None,
                        claims=("d1#c2",)),
            ),
            touches=(Touch(provision="UNSCR-2375-OP11", limit="none", claims=("d1#c2",)),),
        ),
        tables=(table,),
    )  # fmt: skip


def test_the_chain_nests_and_ends_in_its_origin() -> None:
    out = render(shown(), View(width=80)).splitlines()
    tree = [line for line in out if "─" in line]
    assert tree[0].startswith("├─ Northern Wire  reports that")
    assert tree[1].startswith("│  └─ Radio Sample  according to")
    assert tree[2].startswith("│     └─ Sample statistics office  citing")
    assert tree[2].endswith("origin")
    assert "origin" not in tree[1]


def test_sums_verdicts_and_cells_stand_beside_the_claim() -> None:
    out = render(shown(), View(width=80))
    assert "✓ Holds" in out
    assert "✓ Holds, rounded" in out
    assert "4,210 ÷ 1,050" in out
    assert "B2 C2" in out
    wide = render(shown(), View(width=120))
    assert "t.csv B2" in wide
    (start, end) = CLAIMS[0].span[0]
    assert f"{start}–{end}" in wide


def test_an_expectation_says_when_it_can_be_checked() -> None:
    out = " ".join(render(shown(), View(width=120)).split())
    assert "expected in 2025; can be checked from 1 Jan 2026" in out


def test_provisions_print_their_standing_and_their_mark() -> None:
    out = render(shown(), View(width=120))
    assert "2397/8, 2375/11?, alleged" in out
    assert "? paragraph number not verified" in out


def test_own_voice_and_headlines_are_a_line_each() -> None:
    out = render(shown(), View(width=80))
    assert "own voice, 1 claim, 1 of them law" in out
    assert "headlines, 1 claim: Sample Gazette" in out
    assert "ferries carried" not in out
    assert "ferries carried" in render(shown(), View(width=80, all=True))


def test_described_sources_without_a_number_are_open_upward() -> None:
    out = render(shown(), View(width=80))
    assert "origin, 1 or more" in out
    assert "2 origins or more" in out


def test_what_is_missing_and_what_the_table_is_not() -> None:
    out = " ".join(render(shown(), View(width=80)).split())
    assert "Table t.csv: A person who crosses twice is counted twice." in out
    assert "Missing: the Northern Wire report, the Radio Sample report, the table of Sample" in out


@pytest.mark.parametrize("width", [60, 80, 100, 120])
@pytest.mark.parametrize("unicode", [True, False])
def test_no_line_is_wider_than_the_terminal(width: int, unicode: bool) -> None:
    for all_ in (True, False):
        out = render(shown(), View(width=width, unicode=unicode, all=all_))
        assert max(wcswidth(line) for line in out.splitlines()) <= width
        assert unicode or out.isascii()


def test_a_stub_says_why_it_was_not_read() -> None:
    given = shown()
    document = Document(
        document="d1", text="x", text_sha256="0", reading="stub", sign="pay wall after 41 words"
    )
    none = OriginCount(value=None, low=0, high=0, effective=0.0)
    case = Corroboration(articles=0, outlets=0, publishers=0, origins=none)
    bare = Shown(extraction=Extraction(document=document), corroboration=case, checks={})
    assert "a stub: pay wall after 41 words" in render(bare, View())
    assert given.extraction.document.reading == "full"
