"""What a brief is composed of: the records of all stages before it, and what the user asked for."""

from __future__ import annotations

from msgspec import field

from firsthand.model.base import Record
from firsthand.model.check import Check, Credibility
from firsthand.model.document import Document
from firsthand.model.extraction import Extraction
from firsthand.model.notice import Notice
from firsthand.model.provision import Assessment
from firsthand.model.question import Corroboration
from firsthand.model.table import Table

LEADING = 12
"""At most so many claims lead a brief (the rule printed under the list)."""


class Options(Record, kw_only=True, frozen=True):
    """What the user asked for.

    Args:
        title: Name of the matter; None: the title of the only article, else a plain word.
        as_of: Only what was published up to this day went in; ISO date.
        about: Only claims that hold all of these words lead.
        top: At most so many claims lead.
        made: Instant at which the brief was made, ISO 8601 with Z; None: now.
        sample: The inputs say that they are invented; None: look at the documents.
    """

    title: str | None = None
    as_of: str | None = None
    about: str | None = None
    top: int = LEADING
    made: str | None = None
    sample: bool | None = None


class Parts(Record, kw_only=True, frozen=True):
    """The records of one case, joined by the ids of its questions.

    Args:
        extractions: One for each full document.
        aside: Documents that were read and are not full.
    """

    corroboration: Corroboration
    extractions: tuple[Extraction, ...] = ()
    checks: dict[str, tuple[Check, ...]] = field(default_factory=dict)
    grades: dict[str, Credibility] = field(default_factory=dict)
    assessments: dict[str, Assessment] = field(default_factory=dict)
    tables: tuple[Table, ...] = ()
    aside: tuple[Document, ...] = ()
    notices: tuple[Notice, ...] = ()
    options: Options = Options()
