"""Gives each origin its id and its printed record, with the held table that it published."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence

from firsthand.corroborate.origins import Cast, Node, origin_record
from firsthand.corroborate.tablelinks import HeldTable, held_table, table_of
from firsthand.corroborate.words import fold_words
from firsthand.model.question import Origin
from firsthand.model.table import Table

_NO_ID = re.compile(r"[^\w]+")
LONGEST_ID = 48


def name_origins(
    cast: Cast,
    nodes: Iterable[Node],
    *,
    values: Mapping[Node, Sequence[float]],
    tables: Sequence[Table],
) -> tuple[dict[Hashable, str], tuple[Origin, ...]]:
    """Return origin -> id, and the records in the order of the nodes.

    Args:
        nodes: Origins of the case; several that are one are named once.
        values: Origin -> the values that rest on it, by which its table is known.
    """
    held: list[HeldTable] = [held_table(t) for t in tables]
    used: Counter[str] = Counter()
    ids: dict[Hashable, str] = {}
    records = []
    for node in nodes:
        root = cast.of(node)
        if root in ids:
            continue
        voices = cast.members(root)
        table = table_of(voices, values.get(root, ()), held)
        record = origin_record(
            "", voices, table.name if table else None, table.vintage if table else None
        )
        ident = record.known or _slug(record.name)
        used[ident] += 1
        if used[ident] > 1:
            ident = f"{ident}-{used[ident]}"
        ids[root] = ident
        records.append(
            origin_record(
                ident, voices, table.name if table else None, table.vintage if table else None
            )
        )
    return ids, tuple(records)


def _slug(name: str) -> str:
    return _NO_ID.sub("-", fold_words(name)).strip("-")[:LONGEST_ID] or "origin"
