"""From a document to everything that is said in it."""

from __future__ import annotations

from firsthand.attribute.engine import attribute
from firsthand.claim.engine import extract_claims
from firsthand.model.document import Document
from firsthand.model.extraction import Extraction


def extract_document(document: Document, *, fast: bool = False) -> Extraction:
    """Return the document with its entities, attributions, claims and signs of access.

    `fast`: by the grammar alone, without the trained tagger.

    A document that was not read (`language-not-read`, `empty`) has none of them; its text is kept.
    """
    if document.reading in ("language-not-read", "empty"):
        return Extraction(document=document)
    attributed = attribute(document, fast=fast)
    claimed = extract_claims(document, attributed)
    return Extraction(
        document=document,
        entities=claimed.entities,
        attributions=attributed.told,
        claims=claimed.claims,
        signs=attributed.signs,
    )
