"""What a brief knows, looked up by id; and the evidence that stands for it.

What composes a sentence and what verifies it see the same case through it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from firsthand.brief.telling import told_apart
from firsthand.corroborate.houses import Imprint, imprints
from firsthand.model.brief import Dossier, Evidence
from firsthand.model.check import Check
from firsthand.model.claim import Claim
from firsthand.model.extraction import Extraction
from firsthand.model.question import Answer, Article, Corroboration, Origin, Question
from firsthand.model.table import Series, Table, Value


@dataclass(frozen=True)
class Facts:
    """The records of a case by their ids; `first` is the question that leads its brief."""

    corroboration: Corroboration
    extractions: tuple[Extraction, ...]
    tables: tuple[Table, ...]
    dossiers: tuple[Dossier, ...]
    first: str | None = None

    @cached_property
    def articles(self) -> dict[str, Article]:
        """Articles by document, versions too."""
        out = {a.document: a for a in self.corroboration.article_list}
        for article in self.corroboration.article_list:
            out.update(dict.fromkeys(article.versions, article))
        return out

    @cached_property
    def documents(self) -> dict[str, Extraction]:
        """Extractions by document."""
        return {e.id: e for e in self.extractions}

    @cached_property
    def claims(self) -> dict[str, tuple[str, Claim]]:
        """Documents and claims by DOCUMENT#CLAIM."""
        return {f"{e.id}#{c.id}": (e.id, c) for e in self.extractions for c in e.claims}

    @cached_property
    def origins(self) -> dict[str, Origin]:
        """Origins by id."""
        return {o.id: o for o in self.corroboration.origin_list}

    @cached_property
    def table(self) -> dict[str, Table]:
        """Tables by file name."""
        return {t.table: t for t in self.tables}

    @cached_property
    def questions(self) -> dict[str, Dossier]:
        """Dossiers by question."""
        return {d.question.id: d for d in self.dossiers}

    @cached_property
    def told(self) -> dict[str, str]:
        """Every claim as a sentence of a list, by question; no two begin alike."""
        return told_apart(self.dossiers)

    @cached_property
    def cells(self) -> dict[tuple[str, str], tuple[Series, Value]]:
        """Series and value by table and cell; SHEET!CELL names a cell of one sheet."""
        out: dict[tuple[str, str], tuple[Series, Value]] = {}
        for table in self.tables:
            for series in table.series:
                for value in series.values:
                    out.setdefault((table.table, value.cell), (series, value))
                    if series.sheet:
                        out[table.table, f"{series.sheet}!{value.cell}"] = (series, value)
        return out

    @cached_property
    def imprints(self) -> dict[str, Imprint]:
        """Title and house of each document, found again from the texts."""
        return imprints(self.extractions)

    def outlet(self, document: str) -> str:
        """Return the title that a reader sees, else the publisher, else the document's id."""
        article = self.articles.get(document)
        house = article and (article.outlet or article.publisher)
        return house.name if house else document

    def outlets(self, documents: Iterable[str]) -> list[str]:
        """Return the names of the outlets in the order of their articles, each once."""
        return list(dict.fromkeys(self.outlet(d) for d in documents))

    def voices(self, question: Question) -> list[Origin]:
        """Return the origins of a question in the order of its answers."""
        ids = dict.fromkeys(i for a in question.answers for i in a.origin_ids)
        return [self.origins[i] for i in ids if i in self.origins]


def article_ids(facts: Facts, documents: Iterable[str]) -> list[str]:
    """Return the documents as articles: versions of one address are one."""
    found = (facts.articles[d].document if d in facts.articles else d for d in documents)
    return list(dict.fromkeys(found))


def asked(question: Question) -> list[str]:
    """Return the documents that answer a question, in the order of its answers."""
    return list(dict.fromkeys(d for a in question.answers for d in a.documents))


def live(question: Question) -> list[tuple[int, Answer]]:
    """Return the answers that nobody withdrew, with their places."""
    return [(n, a) for n, a in enumerate(question.answers) if a.retracted_by is None]


def said_in(facts: Facts, answers: Iterable[Answer]) -> tuple[Evidence, ...]:
    """Return the words of the claims that give the answers, one span a document and answer."""
    out: list[Evidence] = []
    for answer in answers:
        seen: set[str] = set()
        for ref in answer.claims:
            found = facts.claims.get(ref)
            if found is None or found[0] in seen:
                continue
            seen.add(found[0])
            out.append(words(found[0], found[1]))
        # An article that only copies gives no claim of its own to the answer: its words do.
        for document in answer.documents:
            if document not in seen:
                out.extend(_echoing(facts, document, answer))
    return unique(out)


def _echoing(facts: Facts, document: str, answer: Answer) -> tuple[Evidence, ...]:
    """Return the first words of a document that give the value of an answer."""
    extraction = facts.documents.get(document)
    for claim in extraction.claims if extraction else ():
        if any(q.value == answer.value for q in claim.quantities):
            return (words(document, claim),)
    return _printed(document, extraction.text, answer) if extraction else ()


def _printed(document: str, text: str, answer: Answer) -> tuple[Evidence, ...]:
    """Return the figure of an answer where a text prints it outside any claim: 11,207 or 11 207."""
    if isinstance(answer.value, bool) or not isinstance(answer.value, int):
        return ()
    groups = f"{answer.value:,}".split(",")
    figure = "[,. \u00a0\u202f]?".join(groups)
    found = re.search(rf"(?<![\w.,]){figure}(?!\w|[.,]\d)", text)
    return (Evidence(document=document, span=(found.span(),)),) if found else ()


def words(document: str, claim: Claim) -> Evidence:
    """Return the words of a claim."""
    if claim.in_ == "title":
        return Evidence(document=document, span=claim.span, in_="title")
    return Evidence(document=document, span=claim.span)


def by_ref(facts: Facts, refs: Iterable[str]) -> tuple[Evidence, ...]:
    """Return the words of claims named as DOCUMENT#CLAIM; unknown ones are left out."""
    return unique(words(*facts.claims[ref]) for ref in refs if ref in facts.claims)


def checked(question: Question, checks: Iterable[Check]) -> tuple[Evidence, ...]:
    """Return the checks, and the cells that went into them."""
    out: list[Evidence] = []
    for check in checks:
        out.append(Evidence(check=f"{question.id}/{check.id}"))
        if check.table:
            cells = dict.fromkeys([*([check.cell] if check.cell else []), *check.cells])
            out.extend(Evidence(table=check.table, cell=cell) for cell in cells)
    return unique(out)


def unique(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Return the evidence in order, each once."""
    return tuple(dict.fromkeys(evidence))
