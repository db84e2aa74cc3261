"""Small questions, claims and tables for the tests of `check`."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

from firsthand.check.engine import check
from firsthand.model.check import Check
from firsthand.model.claim import Claim, Quantity
from firsthand.model.document import Document
from firsthand.model.extraction import Extraction
from firsthand.model.question import About, Answer, Corroboration, OriginCount, Question
from firsthand.model.table import Series, Table, Value

ONE = OriginCount(value=1, low=1, high=1, effective=1.0)
YEAR = {"start": "2025-01-01", "end": "2025-12-31"}


def quantity(text: str, words: str, value: Any, **fields: Any) -> Quantity:
    """A quantity whose span is found by its words."""
    at = text.index(words)
    return Quantity(span=((at, at + len(words)),), value=value, **fields)


def extraction(
    ident: str, text: str, claims: Sequence[Claim], published: str = "2026-02-12"
) -> Extraction:
    document = Document(
        document=ident,
        text=text,
        text_sha256=hashlib.sha256(text.encode()).hexdigest(),
        language="en",
        published=published,
    )
    return Extraction(document=document, claims=tuple(claims))


def claim(
    text: str, quantities: Sequence[Quantity] = (), ident: str = "c1", **fields: Any
) -> Claim:
    """A claim over the whole text unless `span` says otherwise."""
    base = {
        "attribution": None,
        "span": ((0, len(text)),),
        "kind": "border-crossing",
        "by": "test/1",
    }
    return Claim(id=ident, quantities=tuple(quantities), **{**base, **fields})


def answer(value: Any, unit: str | None, **fields: Any) -> Answer:
    return Answer(value=value, unit=unit, spelled=fields.pop("spelled", str(value)), **fields)


def question(
    about: About, answers: Sequence[Answer], kind: str = "border-crossing", **fields: Any
) -> Question:
    base: dict[str, Any] = {
        "id": "q-1",
        "ask": "",
        "says": "",
        "articles": 1,
        "outlets": 1,
        "publishers": 1,
    }
    return Question(
        kind=kind, about=about, answers=tuple(answers), **{**base, "origins": ONE, **fields}
    )


def case(*questions: Question) -> Corroboration:
    return Corroboration(articles=1, outlets=1, publishers=1, origins=ONE, questions=questions)


def series(dims: dict[str, str], values: dict[str, Any], **fields: Any) -> Series:
    """A series with cells C1, C2 … in the order of the periods; a value may be a whole `Value`."""
    made = tuple(
        v if isinstance(v, Value) else Value(period=p, value=v, printed=f"{v:,}", cell=f"C{n}")
        for n, (p, v) in enumerate(values.items(), 1)
    )
    name = "-".join(dims.values()) or "s1"
    return Series(id=name, dims=dims, values=made, **{"frequency": "annual", **fields})


def table(*rows: Series, name: str = "table.csv", **fields: Any) -> Table:
    return Table(table=name, sha256="0" * 64, series=rows, **fields)


ENTRIES = table(
    series({"Nationality": "DPRK", "Purpose": "Total"}, {"2024": 4655, "2025": 18642}, unit="person-entries"),
    series({"Nationality": "DPRK", "Purpose": "Education"}, {"2024": 1720, "2025": 11207}, unit="person-entries"),
    series({"Nationality": "DPRK", "Purpose": "Tourism"}, {"2024": 1502, "2025": 5121}, unit="person-entries"),
    series({"Nationality": "Mongolia", "Purpose": "Total"}, {"2024": 64950, "2025": 18642}, unit="person-entries"),
    name="entries.csv",
    title="Entries of foreign nationals by nationality and purpose",
)  # fmt: skip


def run(
    asked: Question, texts: Sequence[Extraction] = (), tables: Sequence[Table] = (), **fields: Any
) -> tuple[Check, ...]:
    return check(case(asked), texts, tables, **fields)[asked.id]


def verdicts(checks: Sequence[Check]) -> list[tuple[str, str]]:
    return [(c.kind, c.verdict) for c in checks]
