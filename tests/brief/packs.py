"""The three invented packs as finished records: what the stages before the brief would hand over.

Their gold tells questions, answers, checks and findings; texts are read here in the plainest way,
and spans are looked up by the value's words, so that a brief can be made without any engine.
"""

from __future__ import annotations

import csv
import hashlib
import html
import json
import re
import xml.etree.ElementTree as ET
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from firsthand.brief.parts import Options, Parts
from firsthand.model.attribution import Attribution, Speaker
from firsthand.model.check import Check, Credibility
from firsthand.model.claim import Claim, Quantity, Role
from firsthand.model.document import Capture, Document, House, Part
from firsthand.model.extraction import Extraction
from firsthand.model.provision import Assessment, Finding, Matched, Touch
from firsthand.model.question import (
    About,
    Answer,
    Article,
    Corroboration,
    Edge,
    Origin,
    OriginCount,
    Question,
    Step,
)
from firsthand.model.table import Series, Table, Value

CASES = Path(__file__).parents[2].parent / "shared" / "cases"
PACKS = ("a-border-entries", "c-ship-to-ship", "e-troop-numbers")
BY = "fixture/1"
SAYS = {
    "a-border-entries": {
        "q1": "North Koreans entered Russia 18,642 times in 2025",
        "q2": "11,207 of the entries were put down to education",
        "q3": "Entries rose four-fold from 2024 to 2025",
        "q4": "There were 4,655 entries in 2024",
        "q5": "418 are enrolled at universities and colleges",
        "q6": "340 North Koreans work on one site in Tuvalsk",
        "q7": "About 15,000 North Korean workers are in Russia",
    },
    "c-ship-to-ship": {
        "q1": "The Ostrel Star sent no position for 41 hours",
        "q2": "About 2,900 tonnes of oil were handed over",
        "q3": "The Ostrel Star met a North Korean vessel at sea",
        "q4": "The draught changed by 1.8 metres",
    },
    "e-troop-numbers": {
        "q1": "13,800 North Korean soldiers have been sent to Russia",
        "q2": "3,900 of them have been killed or wounded",
    },
}
TOUCHES = {
    ("a-border-entries", "q1"): ("UNSCR-2397-OP8", "Entries do not show income"),
    ("a-border-entries", "q2"): ("UNSCR-2397-OP8", "Stated purpose, not work"),
}
SIGN = {"~": "about ", ">=": "at least ", ">": "more than "}
CUES = re.compile(
    r"\b(?:has examined|reported(?: on)? Wednesday, citing|according to|citing|had the story|"
    r"We downloaded|official figures show|writes|wrote|told|said|says|quoted|reports|We withdraw)\b"
)


def strip(page: str) -> str:
    """Return the words of a page, a block a line."""
    page = re.sub(r"(?is)<(script|style|nav|aside|footer|form|title|section)\b.*?</\1>", " ", page)
    page = re.sub(r"(?i)</?(p|div|h1|h2|br|tr|td|article|main|header|li)\b[^>]*>", "\n", page)
    lines = (" ".join(html.unescape(re.sub(r"<[^>]+>", " ", s)).split()) for s in page.split("\n"))
    return "\n\n".join(s for s in lines if len(s) > 40)


def text_of(case: Path, known: dict[str, Any]) -> str:
    raw = (case / "articles" / known["file"]).read_text(encoding="utf-8")
    if known["file"].endswith(".rss.xml"):
        item = ET.fromstring(raw).findall(".//item")[known["item"] - 1]
        body = strip("<p>" + (item.findtext("description") or "") + "</p>")
    elif known["file"].endswith(".html"):
        body = strip(raw)
    else:
        body = "\n\n".join(p.strip() for p in re.split(r"\n\s*\n|\n---\n", raw)[1:] if p.strip())
    return known["title"] + "\n\n" + body


def document(case: Path, known: dict[str, Any]) -> Document:
    text = text_of(case, known)
    end = len(known["title"])
    slug = known["publisher"].lower().replace(" ", "-")
    return Document(
        document=known["document"],
        text=text,
        text_sha256=hashlib.sha256(text.encode()).hexdigest(),
        language="en",
        title=known["title"],
        published=known["published"],
        url=known["url"],
        outlet=House(id=known["outlet"].lower().replace(" ", "-"), name=known["outlet"]),
        publisher=House(id=slug, name=known["publisher"]),
        capture=Capture(
            sha256=hashlib.sha256((case / "articles" / known["file"]).read_bytes()).hexdigest(),
            got="2026-11-24T12:00:00Z",
            file=known["file"],
        ),
        parts=(
            Part(part="title", span=((0, end),)),
            Part(part="body", span=((end, len(text)),)),
        ),
        sample=True,
        by=BY,
    )


def spelled(answer: dict[str, Any]) -> str:
    if "spelled" in answer:
        return str(answer["spelled"])
    value = answer["value"]
    if isinstance(value, bool):
        return "yes" if value else "no"
    return SIGN.get(answer.get("relation", "="), "") + f"{value:,}"


def sentence_with(text: str, words: str, after: int) -> tuple[int, int]:
    """The sentence of the body that holds the words; the first one where none does."""
    at = text.find(words, after)
    at = at if at >= 0 else after + 2
    start = max(text.rfind(mark, 0, at) for mark in (". ", "\n")) + 1
    while text[start : start + 1] == " ":
        start += 1
    ends = [e for e in (text.find(mark, at) for mark in (". ", "\n")) if e >= 0]
    end = min(ends, default=len(text))
    return start, end + (text[end : end + 1] == ".")


def claims_of(case: str, gold: dict[str, Any], docs: dict[str, Document]) -> dict[str, list[Any]]:
    """Claims and attributions by document; a claim for each answer that it gives."""
    out: dict[str, list[Any]] = {d: [[], []] for d in docs}
    names = {o["id"]: o["name"] for o in gold["origin_list"]}
    for q in gold["questions"]:
        for a in q["answers"]:
            for ident in a["documents"]:
                doc = docs[ident]
                words = re.sub(r"[^\d,.].*", "", re.sub(r"^\D+", "", spelled(a))) or spelled(a)
                start, end = sentence_with(doc.text, words, len(doc.title or ""))
                at = doc.text.find(words, start, end)
                number = (at, at + len(words)) if at >= 0 else (start, start + 1)
                claims, said = out[ident]
                ident_c, ident_a = f"c{len(claims) + 1}", f"a{len(said) + 1}"
                cue = CUES.search(doc.text, start, end)
                source = names[a["origin_ids"][0]]
                if cue:
                    near = doc.text.rfind(" ", 0, max(cue.start() - 1, 0))
                    said.append(
                        Attribution(
                            id=ident_a,
                            parent=None,
                            source=((near + 1, cue.start() - 1),),
                            cue=(cue.span(),),
                            content=((start, end),),
                            speaker=Speaker(name=source, anonymity=origin(gold, a)["anonymity"]),
                            stance="reports",
                            by=BY,
                        )
                    )
                claims.append(
                    Claim(
                        id=ident_c,
                        attribution=ident_a if cue else None,
                        via=(ident_a,) if cue else (),
                        span=((start, end),),
                        kind=q["kind"],
                        quantities=quantities(a, number),
                        roles=(Role(role="agent", text="", span=((start, start + 1),)),),
                        chain=(doc.house_name or "", *((source,) if cue else ())),
                        by=BY,
                    )
                )
                a.setdefault("claims", []).append(f"{ident}#{ident_c}")
    return out


def origin(gold: dict[str, Any], answer: dict[str, Any]) -> dict[str, Any]:
    return next(o for o in gold["origin_list"] if o["id"] == answer["origin_ids"][0])


def quantities(answer: dict[str, Any], span: tuple[int, int]) -> tuple[Quantity, ...]:
    if isinstance(answer["value"], bool):
        return ()
    return (
        Quantity(
            span=(span,),
            value=answer["value"],
            unit=answer["unit"],
            relation=answer.get("relation", "="),
        ),
    )


def steps(gold: dict[str, Any], q: dict[str, Any], docs: dict[str, Document]) -> tuple[Step, ...]:
    """A row for each value of each article, from the edges of the gold."""
    cites: dict[str, list[Any]] = {}
    for p in gold["provenance"]:
        cites.setdefault(p["from"], []).append(p)
    retracted = {a["retracted_by"]: a for a in q["answers"] if a.get("retracted_by")}
    rows = []
    for n, a in enumerate(q["answers"]):
        verdict = q["checks"][n]["verdict"] if n < len(q["checks"]) else ""
        own, doc_rows = a["origin_ids"][0], list(a["documents"])
        for ident in doc_rows:
            if a.get("retracted_by") == ident:
                continue
            found = [p for p in cites.get(ident, []) if leads(cites, p["to"], own, ())]
            p = min(
                found,
                key=lambda p: ("withdraws" not in p.get("note", ""), p["to"] not in doc_rows),
                default=None,
            )
            how = {"own-access": "opened", "rewrites-without-credit": "wording"}.get(
                p["kind"] if p else "", "credit"
            )
            text = docs[ident].text
            cue = CUES.search(text, len(docs[ident].title or ""))
            gone = docs[a["retracted_by"]] if a.get("retracted_by") else None
            taken = gone and gone.outlet == docs[ident].outlet
            right = next(x for x in q["answers"] if x["origin_ids"][0] == own)
            rows.append(
                Step(
                    document=ident,
                    value=a["value"],
                    spelled=spelled(a),
                    came_from=p["to"] if p else None,
                    how=how,
                    on=docs[ident].published_on,
                    changed=a is not right
                    and not verdict.startswith("agrees")
                    and bool(p)
                    and p["to"] not in a["documents"]
                    and not a.get("note", "").startswith("the value before"),
                    withdrawn=gone.published_on if taken and gone else None,
                    words=cue.group() if cue and how != "wording" else None,
                    span=(cue.span(),) if cue else (),
                    origin=own,
                    note=a.get("note"),
                )
            )
    assert all(r in docs for r in retracted)
    return tuple(sorted(rows, key=lambda s: s.on or ""))


def leads(cites: dict[str, list[Any]], ident: str, to: str, seen: tuple[str, ...]) -> bool:
    if ident == to:
        return True
    return ident not in seen and any(
        leads(cites, p["to"], to, (*seen, ident)) for p in cites.get(ident, [])
    )


def table(path: Path) -> Table:
    """Read a table of figures: a header row, then a series a row."""
    if path.suffix == ".xlsx":
        from python_calamine import CalamineWorkbook

        rows = [
            [str(c) for c in r]
            for r in CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
        ]
    else:
        raw = path.read_text(encoding="utf-8")
        rows = list(
            csv.reader(raw.splitlines(), delimiter=";" if raw.count(";") > raw.count(",") else ",")
        )
    head = next(i for i, r in enumerate(rows) if sum(bool(c.strip()) for c in r) >= 3)
    names, series = rows[head], []
    for at, row in enumerate(rows[head + 1 :], head + 2):
        cells = {i: number(c) for i, c in enumerate(row)}
        figures = [i for i, n in cells.items() if n is not None and i]
        if not figures:
            continue
        dims = {
            names[i]: c for i, c in enumerate(row) if i not in figures and c and i < figures[-1]
        }
        series.append(
            Series(
                id=f"s{len(series) + 1}",
                dims=dims,
                unit="person-entries" if "table-4-2" in path.name else None,
                frequency="annual",
                values=tuple(
                    Value(
                        period=names[i].removesuffix("(p)"),
                        value=cells[i],
                        printed=row[i],
                        cell=f"{chr(65 + i)}{at}",
                        flags=("provisional",) if names[i].endswith("(p)") else (),
                    )
                    for i in figures
                ),
            )
        )
    title = next((r[0] for r in rows[:head] if r[0]), None)
    notes = tuple(r[0] for r in rows[head + 1 :] if r[0] and not any(r[1:]))
    return Table(
        table=path.name,
        sha256=hashlib.sha256(path.read_bytes()).hexdigest(),
        title=title,
        notes=notes,
        series=tuple(series),
    )


def number(cell: str) -> float | None:
    plain = cell.replace(",", "").removesuffix(" r").removesuffix(" p").strip()
    if plain == "-":
        return 0
    try:
        value = float(plain)
    except ValueError:
        return None
    return int(value) if value.is_integer() else value


def cell_of(tables: tuple[Table, ...], check: dict[str, Any]) -> str | None:
    words = {w.strip().casefold() for w in check["row"].split("/")}
    for t in tables:
        if t.table != check["table"]:
            continue
        for s in t.series:
            labels = {v.casefold() for v in s.dims.values()}
            if labels & words and labels <= words | {"2025"}:
                fits = [v for v in s.values if v.period in check["row"]]
                return (fits or [s.values[-1]])[0].cell
        return t.series[0].values[0].cell
    return None


def checks(q: dict[str, Any], tables: tuple[Table, ...]) -> tuple[Check, ...]:
    out = []
    for n, c in enumerate(q["checks"]):
        out.append(
            Check(
                id=c["id"],
                kind=c["kind"],
                verdict=c["verdict"],
                arithmetic=c["arithmetic"],
                table=c["table"],
                row=c["row"],
                cell=cell_of(tables, c),
                answer=min(n, len(q["answers"]) - 1),
                flags=("provisional",) if "2025" in c["row"] else (),
            )
        )
    return tuple(out)


def question(
    gold: dict[str, Any], q: dict[str, Any], docs: dict[str, Document], says: str
) -> Question:
    first = q["answers"][0]
    unit = first["unit"] or "event"
    names = {o["id"]: o["name"] for o in gold["origin_list"]}
    return Question(
        id="q-" + hashlib.sha256((gold["case"] + q["id"]).encode()).hexdigest()[:10],
        ask=q["ask"],
        says=says,
        kind=q["kind"],
        about=About(measure=unit, parties=("kp", "ru"), start="2025-01-01", end="2025-12-31"),
        articles=q["articles"],
        outlets=q["outlets"],
        publishers=q["publishers"],
        origins=OriginCount(**q["origins"], effective=float(q["origins"]["value"])),
        answers=tuple(
            Answer(
                value=a["value"],
                unit=a["unit"],
                relation=a.get("relation", "="),
                spelled=spelled(a),
                documents=tuple(a["documents"]),
                claims=tuple(a["claims"]),
                origin_ids=tuple(a["origin_ids"]),
                speakers=tuple(names[i] for i in a["origin_ids"]),
                retracted_by=a.get("retracted_by"),
                note=a.get("note"),
            )
            for a in q["answers"]
        ),
        conflict=q["conflict"],
        edges=tuple(edge(p) for p in gold["provenance"] if p["from"] in asked(q)),
        path=steps(gold, q, docs),
    )


def asked(q: dict[str, Any]) -> set[str]:
    return {d for a in q["answers"] for d in a["documents"]}


def edge(p: dict[str, Any]) -> Edge:
    kind = "corrects" if "withdraws" in p.get("note", "") else p["kind"]
    soft = 0.85 if kind == "rewrites-without-credit" else 1.0
    return Edge(source=p["from"], target=p["to"], kind=kind, probability=soft, why=p.get("note"))


def assessment(case: str, q: dict[str, Any], says: Question) -> Assessment:
    touch = TOUCHES.get((case, q["id"]))
    listed = [
        *q.get("touches", ()),
        *([{"provision": touch[0], "limit": touch[1]}] if touch else []),
    ]
    first = says.answers[0].claims[0]
    return Assessment(
        findings=tuple(
            Finding(
                provision=f["provision"],
                standing=f["standing"],
                in_force=f["in_force"],
                on=f["on"],
                matched=(Matched(element="conduct", document=first.split("#")[0]),),
                missing=("income earned abroad",) if "OP8" in f["provision"] else (),
                speakers=says.answers[0].speakers,
                claims=(first,),
                verified=f["provision"] != "UNSCR-2375-OP11",
            )
            for f in q["findings"]
        ),
        touches=tuple(
            Touch(provision=t["provision"], limit=t["limit"], claims=(first,)) for t in listed
        ),
    )


@cache
def pack(name: str) -> Parts:
    """Return one of the packs as the parts of a brief."""
    case = CASES / name
    gold = json.loads((case / "gold.json").read_text(encoding="utf-8"))
    docs = {d["document"]: document(case, d) for d in gold["documents"]}
    found = claims_of(name, gold, docs)
    tables = tuple(table(p) for p in sorted((case / "tables").iterdir()))
    questions = [question(gold, q, docs, SAYS[name][q["id"]]) for q in gold["questions"]]
    held = {"border-table": "table-4-2.csv", "enrolment-register": "enrolment.csv"}
    return Parts(
        corroboration=Corroboration(
            articles=gold["articles"],
            outlets=gold["outlets"],
            publishers=gold["publishers"],
            origins=OriginCount(**gold["origins"], effective=float(gold["origins"]["value"])),
            questions=tuple(questions),
            article_list=tuple(article(d) for d in docs.values()),
            origin_list=tuple(
                Origin(
                    **o, held=held.get(o["id"]), published="2026-02-09" if o["id"] in held else None
                )
                for o in gold["origin_list"]
            ),
            edges=tuple(edge(p) for p in gold["provenance"]),
        ),
        extractions=tuple(
            Extraction(document=d, claims=tuple(found[i][0]), attributions=tuple(found[i][1]))
            for i, d in docs.items()
        ),
        checks={q.id: checks(g, tables) for q, g in zip(questions, gold["questions"], strict=True)},
        grades={q.id: Credibility(grade=3, why=("one origin",)) for q in questions},
        assessments={
            q.id: assessment(name, g, q) for q, g in zip(questions, gold["questions"], strict=True)
        },
        tables=tables,
        options=Options(title=gold["title"], made="2026-11-24T12:00:00Z"),
    )


def article(d: Document) -> Article:
    return Article(
        document=d.document,
        title=d.title,
        outlet=d.outlet,
        publisher=d.publisher,
        house=d.publisher.id if d.publisher else None,
        published=d.published,
        url=d.url,
    )


def with_set_aside(parts: Parts) -> Parts:
    """Return the parts with three inputs set aside, as the mock-ups have them."""
    aside = []
    for name, verdict, sign in (
        ("north-standard-0213", "stub", "pay wall after 41 words"),
        ("kvartal-0212", "stub", "consent page, no text"),
        ("steppe-evening-0214", "language-not-read", "Mongolian; its figures were compared"),
    ):
        text = "Invented."
        aside.append(
            Document(
                document=name,
                text=text,
                text_sha256=hashlib.sha256(text.encode()).hexdigest(),
                reading=verdict,  # type: ignore[arg-type]
                sign=sign,
                capture=Capture(sha256="0" * 64, got="2026-11-24T12:00:00Z", file=name + ".html"),
                sample=True,
            )
        )
    base = parts.corroboration
    corroboration = msgspec.structs.replace(base, set_aside={"stub": 2, "language-not-read": 1})
    return msgspec.structs.replace(parts, aside=tuple(aside), corroboration=corroboration)
