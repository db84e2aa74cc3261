"""From extractions of many documents to questions with answers, origins and paths.

1. Articles are told from versions and from what is set aside; titles and houses are found.
2. Who credits whom, and who drew on whose text.
3. Claims are read as values and grouped into questions; values in copied text count for the copy.
4. Each value of each article is traced to whom it was had from, and to the voices at the end.
5. Voices that are one are put together and counted by the seven rules.
"""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.corroborate.articles import sort_documents
from firsthand.corroborate.assembly import Assembly
from firsthand.corroborate.copying import Copying
from firsthand.corroborate.credits import credits_of
from firsthand.corroborate.echoed import add_echoed
from firsthand.corroborate.grouping import group_readings
from firsthand.corroborate.implied import add_implied
from firsthand.corroborate.readings import readings_of
from firsthand.corroborate.titles import Titles
from firsthand.corroborate.traces import Evidence
from firsthand.corroborate.unclaimed import add_unclaimed
from firsthand.corroborate.worth import worth_asking
from firsthand.model.extraction import Extraction
from firsthand.model.question import Corroboration
from firsthand.model.table import Table


def corroborate(
    extractions: Sequence[Extraction], *, tables: Sequence[Table] = (), as_of: str | None = None
) -> Corroboration:
    """Return the questions of a case with their answers, origins and paths, and its four counts.

    Args:
        extractions: In any order; the result does not depend on it. Ids of documents are unique.
        tables: Held tables; one that an origin published is named in `Origin.held`.
        as_of: Only what was published up to this day counts (ISO date).

    Returns:
        Questions with most articles first. No document at all gives no question and counts of 0.
    """
    shelf = sort_documents(extractions, as_of=as_of)
    held = shelf.held
    titles = Titles(held)
    credited = [credits_of(h, titles) for h in held]
    copying = Copying(held, credited)
    evidence = Evidence(held, credited, copying.drawn(), titles, copying.shared)
    readings = [r for at, h in enumerate(held) for r in readings_of(at, h, titles)]
    groups = [
        g for g in group_readings(readings, evidence.sources()) if worth_asking(g, held, titles)
    ]
    add_implied(groups, readings)
    add_echoed(groups, held, evidence.drawn)
    add_unclaimed(groups, held)
    return Assembly(evidence, groups, tables).told(shelf.set_aside)
