"""Names the provisions that claims would breach or touch, in force on the day of the conduct.

The stages, in order: the document is read once (`reading`); each claim passes the gate (`gate`),
is held against every conduct (`match`), gets a standing (`standing`) and a day (`validity`); what
the claims of one question or one document give is joined (`join`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from firsthand.model.claim import Claim
from firsthand.model.extraction import Extraction
from firsthand.model.provision import Assessment
from firsthand.model.question import Corroboration, Question
from firsthand.provisions.claims import Assessed, assess_claim
from firsthand.provisions.join import join, shared_findings
from firsthand.provisions.reading import read_document
from firsthand.provisions.statements import statements
from firsthand.provisions.unread import unread_claims


def assess(
    corroboration: Corroboration, extractions: Sequence[Extraction], *, as_of: str | None = None
) -> dict[str, Assessment]:
    """Return the findings and touches of every question, by its id.

    A question whose claims bear on no provision has an empty assessment. What fewer than a third
    of its telling claims tell is beside the question, unless somebody says that the provision is broken.

    Args:
        as_of: Only what was published up to that day counts (ISO).
    """
    chosen = [e for e in extractions if _up_to(e, as_of)]
    of_claim = {
        (extraction.id, assessed.claim.id): assessed
        for extraction in chosen for assessed in _assess_all(extraction)
    }  # fmt: skip
    published = {e.id: e.document.published_on for e in chosen}
    return {
        question.id: _of_question(question, of_claim, published)
        for question in corroboration.questions
    }


def assess_document(extraction: Extraction) -> Assessment:
    """Return the findings and touches of one document.

    Sentences of which no claim was made are held against the law too; they name no claim.
    """
    reading = read_document(extraction)
    said = statements(reading)
    told = [assess_claim(reading, claim, said=said) for claim in _own_parts(extraction)]
    told += [_unclaimed(assess_claim(reading, c, said=said)) for c in unread_claims(reading)]
    return join(told, published=extraction.document.published_on)


def _unclaimed(assessed: Assessed) -> Assessed:
    replace = msgspec.structs.replace
    return assessed._replace(
        findings=tuple(replace(finding, claims=()) for finding in assessed.findings),
        touches=tuple(replace(touch, claims=()) for touch in assessed.touches),
    )


def _of_question(
    question: Question,
    of_claim: dict[tuple[str, str], Assessed],
    published: dict[str, str | None],
) -> Assessment:
    idents = dict.fromkeys(ident for answer in question.answers for ident in answer.claims)
    keys = [_split(ident) for ident in idents]
    kind = question.kind if question.about.measure == "event" else None
    found = shared_findings([of_claim[key] for key in keys if key in of_claim], kind=kind)
    days = [day for document, _ in keys if (day := published.get(document))]
    end = question.about.end
    return join(found, published=min(days, default=None), period_end=end)


def _split(ident: str) -> tuple[str, str]:
    document, _, claim = ident.rpartition("#")
    return document, claim


def _assess_all(extraction: Extraction) -> list[Assessed]:
    if not extraction.claims:
        return []
    reading = read_document(extraction)
    said = statements(reading)
    return [assess_claim(reading, claim, said=said) for claim in _own_parts(extraction)]


def _own_parts(extraction: Extraction) -> Iterable[Claim]:
    return (claim for claim in extraction.claims if claim.part != "boilerplate")


def _up_to(extraction: Extraction, as_of: str | None) -> bool:
    day = extraction.document.published_on
    return as_of is None or day is None or day <= as_of
