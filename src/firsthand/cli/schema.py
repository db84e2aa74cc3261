"""`firsthand schema`: the JSON Schema of the records."""

from __future__ import annotations

import click
import msgspec

from firsthand.cli.output import print_text
from firsthand.model import brief, check, claim, document, extraction, provision, question, table
from firsthand.model.attribution import Attribution
from firsthand.model.base import Record

RECORDS: dict[str, type[Record]] = {
    "document": document.Document,
    "attribution": Attribution,
    "claim": claim.Claim,
    "number": claim.Found,
    "extraction": extraction.Extraction,
    "table": table.Table,
    "question": question.Question,
    "corroboration": question.Corroboration,
    "check": check.Check,
    "finding": provision.Finding,
    "assessment": provision.Assessment,
    "sentence": brief.Sentence,
    "brief": brief.Brief,
}


@click.command(
    epilog="""\b
Examples:
  firsthand schema claim
  firsthand schema > firsthand.schema.json"""
)
@click.argument("record", required=False, type=click.Choice(list(RECORDS)))
def command(record: str | None) -> None:
    """Print the JSON Schema (2020-12) of RECORD, or of all records."""
    kinds = [RECORDS[record]] if record else list(RECORDS.values())
    schemas, parts = msgspec.json.schema_components(kinds, ref_template="#/$defs/{name}")
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    body = schemas[0] if record else {"title": "Firsthand, schema 1", "anyOf": list(schemas)}
    whole = msgspec.json.encode({**head, **body, "$defs": parts})
    print_text(msgspec.json.format(whole, indent=1).decode())
