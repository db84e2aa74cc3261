"""The gate: no sentence goes out whose evidence does not open or whose counts do not hold.

It stands between a composed brief and everything that prints it. Spans must be those of a record
of their document, cells those that a check held or that the sentence reads out, provisions those of
the claim; each count is made again, each absence looked for again, and no figure may stand in a
sentence that neither a count nor its evidence accounts for.
"""

from __future__ import annotations

from functools import cached_property

from msgspec import UNSET

from firsthand.brief import law
from firsthand.brief.facts import Facts
from firsthand.brief.figures import figures, uncovered
from firsthand.brief.missing import ELEMENT, REPORT, TABLE, UNIT, WORDS, has_unit
from firsthand.brief.recount import recount
from firsthand.brief.values import shown
from firsthand.brief.word import scale
from firsthand.errors import EvidenceError
from firsthand.model.attribution import Attribution
from firsthand.model.brief import Brief, Dossier, Evidence, Sentence
from firsthand.model.extraction import Extraction
from firsthand.model.question import Answer
from firsthand.model.span import Spans

_FIELDS = ("span", "cell", "provision", "check", "judgement", "absence")


def verify(brief: Brief) -> None:
    """Hold every sentence of a brief against its evidence.

    Raises:
        EvidenceError: the first sentence that does not hold, with the reason.
    """
    gate = _Gate(brief)
    for sentence in (*brief.sentences, *brief.missing):
        gate.hold(sentence)
    for dossier in brief.dossiers[: brief.leading]:
        gate.hold_claim(dossier)
    gate.hold_counts()


class _Gate:
    def __init__(self, brief: Brief) -> None:
        self.brief = brief
        self.facts = Facts(brief.corroboration, brief.extractions, brief.tables, brief.dossiers)
        self._spans: dict[str, set[Spans]] = {}

    def hold(self, sentence: Sentence) -> None:
        """Hold one sentence."""
        if not sentence.evidence:
            _stop(sentence.sentence, "it has no evidence")
        if sentence.lead and not sentence.sentence.startswith(sentence.lead):
            _stop(sentence.sentence, "its lead is not its beginning")
        for each in sentence.evidence:
            problem = self.problem(each, sentence)
            if problem:
                _stop(sentence.sentence, problem)
        self._hold_counts_of(sentence)
        gone = self._withdrawn(sentence)
        if gone:
            _stop(sentence.sentence, f"{gone} was withdrawn, and its words are no evidence here")
        loose = uncovered(sentence, self.facts)
        if loose:
            _stop(sentence.sentence, f"nothing accounts for the figure {sorted(loose)[0]}")

    def _withdrawn(self, sentence: Sentence) -> str | None:
        """Return a withdrawn value that a sentence prints without the words that gave it."""
        dossier = self.facts.questions.get(sentence.question or "")
        answers = dossier.question.answers if dossier else ()
        standing = {f for a in answers if a.retracted_by is None for f in figures(a.spelled)}
        printed = figures(sentence.sentence)
        shown = {each.document for each in sentence.evidence}
        for answer in answers:
            own = {f for f in figures(answer.spelled) if len(f) > 2} - standing
            if answer.retracted_by and own & printed and shown.isdisjoint(answer.documents):
                return answer.spelled
        return None

    def _other_value(self, what: str, sentence: Sentence) -> str | None:
        """Return the figure of another answer that stands where the counted one's should."""
        kind, _, rest = what.partition(":")
        ident, _, at = rest.partition("/")
        if kind != "answer":
            return None
        answers = self.facts.questions[ident].question.answers
        printed = figures(sentence.sentence)
        own = _figures_of(answers[int(at)])
        others = {f for a in answers for f in _figures_of(a) if len(f) > 2} - own
        wrong = sorted(printed & others) if own and not own & printed else []
        return wrong[0] if wrong else None

    def hold_claim(self, dossier: Dossier) -> None:
        """Hold a leading claim: its articles, claims, checks and provisions are there."""
        question = dossier.question
        for answer in question.answers:
            for ref in answer.claims:
                if ref not in self.facts.claims:
                    _stop(question.says, f"no claim {ref} is held")
        for name, told in (("articles", question.articles), ("outlets", question.outlets)):
            found, _ = recount(f"{name}:{question.id}", self.facts)
            if found != told:
                _stop(question.says, f"it counts {told} {name}, and {found} answer it")
        for check in dossier.checks:
            problem = self._check(f"{question.id}/{check.id}")
            if problem:
                _stop(question.says, problem)
        for ident in law.named(dossier):
            if law.provision(ident) is None:
                _stop(question.says, f"there is no provision {ident}")

    def hold_counts(self) -> None:
        """Hold the counts over the whole case."""
        case = self.brief.corroboration
        told = {"articles": case.articles, "outlets": case.outlets, "publishers": case.publishers}
        for name, value in told.items():
            found, _ = recount(name, self.facts)
            if found != value:
                _stop("the counts of the case", f"{value} {name} are told and {found} are held")

    # --- evidence --------------------------------------------------------------------------------

    def problem(self, each: Evidence, sentence: Sentence) -> str | None:
        """Return why a piece of evidence does not open; None where it does."""
        given = [name for name in _FIELDS if getattr(each, name) is not UNSET]
        if len(given) != 1:
            return f"a piece of its evidence names {len(given)} places, not one"
        if isinstance(each.document, str) and not isinstance(each.span, type(UNSET)):
            return self._span(each.document, each.span, title=each.in_ == "title")
        if isinstance(each.table, str) and isinstance(each.cell, str):
            return self._cell(each.table, each.cell, sentence)
        if isinstance(each.provision, str):
            return self._provision(each.provision, sentence)
        if isinstance(each.check, str):
            return self._check(each.check)
        if isinstance(each.absence, str):
            return self._absence(each)
        return f"its {given[0]} cannot be opened here"

    def _span(self, document: str, span: Spans, *, title: bool) -> str | None:
        extraction = self.facts.documents.get(document)
        if extraction is None:
            return f"the document {document} is not held"
        length = len((extraction.document.title or "") if title else extraction.text)
        if not span or any(not 0 <= start < end <= length for start, end in span):
            return f"the characters {span} are outside {document}"
        if document not in self._spans:
            self._spans[document] = self._known(extraction)
        if span not in self._spans[document] and not self._prints_answer(extraction, span):
            return f"the characters {span} of {document} are no words of a record"
        return None

    def _known(self, extraction: Extraction) -> set[Spans]:
        """Return every span that a record of a document names."""
        found: set[Spans] = {each for a in extraction.attributions for each in _of(a)}
        for claim in extraction.claims:
            found.add(claim.span)
            found.update(q.span for q in claim.quantities)
            found.update(r.span for r in claim.roles)
        found.update(s.span for s in extraction.signs)
        return found | self._elsewhere.get(extraction.id, set())

    def _prints_answer(self, extraction: Extraction, span: Spans) -> bool:
        """Tell whether the characters are, and no more, the figure of an answer that it gives."""
        if len(span) != 1:
            return False
        (start, end), text = span[0], extraction.text
        figure, around = text[start:end], text[max(0, start - 1) : start] + text[end : end + 1]
        if not (figure[:1].isdigit() and figure[-1:].isdigit()) or any(map(str.isdigit, around)):
            return False
        if any(c.isalpha() for c in figure):
            return False
        digits = "".join(filter(str.isdigit, figure))
        answers = (a for d in self.brief.dossiers for a in d.question.answers)
        return any(
            extraction.id in a.documents
            and not isinstance(a.value, bool)
            and str(a.value) == digits
            for a in answers
        )

    @cached_property
    def _elsewhere(self) -> dict[str, set[Spans]]:
        """Spans by document that the records of questions and provisions name."""
        found: dict[str, set[Spans]] = {}
        case = self.brief.corroboration
        for dossier in self.brief.dossiers:
            for step in dossier.question.path:
                found.setdefault(step.document, set()).add(step.span)
            for edge in dossier.question.edges:
                found.setdefault(edge.source, set()).add(edge.span)
            for finding in dossier.findings:
                for match in finding.matched:
                    found.setdefault(match.document or "", set()).add(match.span)
        for edge in case.edges:
            found.setdefault(edge.source, set()).add(edge.span)
        return found

    def _cell(self, table: str, cell: str, sentence: Sentence) -> str | None:
        if (table, cell) not in self.facts.cells:
            return f"the table {table} has no figure in {cell}"
        read = f"cell:{table}!{cell}" in {c.what for c in sentence.counts}
        dossier = self.facts.questions.get(sentence.question or "")
        checks = dossier.checks if dossier else ()
        held = any(c.table == table and cell in (c.cell, *c.cells) for c in checks)
        return None if read or held else f"no check of the claim held {cell} of {table}"

    def _provision(self, ident: str, sentence: Sentence) -> str | None:
        if law.provision(ident) is None:
            return f"there is no provision {ident}"
        dossier = self.facts.questions.get(sentence.question or "")
        if dossier is None or ident not in law.named(dossier):
            return f"the claim is not held against {ident}"
        return None

    def _check(self, ref: str) -> str | None:
        ident, _, name = ref.partition("/")
        dossier = self.facts.questions.get(ident)
        check = next((c for c in dossier.checks if c.id == name), None) if dossier else None
        if check is None:
            return f"there is no check {ref}"
        if check.table is None:
            return None
        if check.table not in self.facts.table:
            return f"the table {check.table} is not held"
        cells = [c for c in (check.cell, *check.cells) if c]
        gone = next((c for c in cells if (check.table, c) not in self.facts.cells), None)
        return f"the table {check.table} has no figure in {gone}" if gone else None

    def _absence(self, each: Evidence) -> str | None:
        looked, searched = str(each.absence), each.in_
        held = {e.id for e in self.brief.extractions}
        if not isinstance(searched, tuple) or not set(searched) <= held:
            return f"{looked!r} was looked for in documents that are not held"
        if set(searched) != held:
            return f"{looked!r} was not looked for in every document"
        return f"{looked!r} is held after all" if self._found(looked) else None

    def _found(self, looked: str) -> bool:
        """Look again for what a sentence says is missing."""
        kind = next((k for k in (REPORT, TABLE, WORDS, UNIT, ELEMENT) if looked.startswith(k)), "")
        name = looked.removeprefix(kind)
        if kind == UNIT:
            return has_unit(self.facts, name)
        if kind == REPORT:
            return any(
                self.facts.outlet(d).casefold() == name.casefold() for d in self.facts.documents
            )
        if kind in (TABLE, WORDS):
            origins = [o for o in self.brief.corroboration.origin_list if o.name == name]
            return not origins or any(o.held for o in origins)
        if kind == ELEMENT:
            element, _, ident = name.rpartition(" of ")
            found = [f for d in self.brief.dossiers for f in d.findings if f.provision == ident]
            return not any(element in f.missing for f in found)
        return bool(self.brief.corroboration.questions)

    # --- counts ----------------------------------------------------------------------------------

    def _hold_counts_of(self, sentence: Sentence) -> None:
        listed = {
            self.facts.articles[e.document].document
            for e in sentence.evidence
            if isinstance(e.document, str) and e.document in self.facts.articles
        }
        for count in sentence.counts:
            try:
                found, documents = recount(count.what, self.facts)
            except KeyError:
                _stop(sentence.sentence, f"nothing can be counted as {count.what}")
            if found != count.value:
                _stop(sentence.sentence, f"{count.what} is {found}, not {count.value}")
            other = self._other_value(count.what, sentence)
            if other:
                _stop(sentence.sentence, f"it counts who gives one answer and prints {other}")
            unlisted = documents - listed
            if unlisted:
                _stop(sentence.sentence, f"it counts {sorted(unlisted)[0]} and does not list it")
            if count.what.startswith("percent:") and count.value < 100:
                word = scale().adverb(count.value)
                if word not in sentence.sentence:
                    _stop(sentence.sentence, f"its estimative word is not {word!r}")


def _figures_of(answer: Answer) -> set[str]:
    shown_as = shown(answer.value, answer.spelled, answer.relation)
    return figures(answer.spelled) | figures(shown_as)


def _of(attribution: Attribution) -> tuple[Spans, Spans, Spans]:
    return attribution.source, attribution.cue, attribution.content


def _stop(sentence: str, reason: str) -> None:
    raise EvidenceError(
        f"the sentence {sentence!r} does not hold: {reason}",
        where="brief",
        hint="Nothing was written; please report this with the inputs.",
    )
