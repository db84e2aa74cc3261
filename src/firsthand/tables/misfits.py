"""Records of a delimited file that do not fit its grid: a lost quotation mark, a shifted or cut-off row."""

from __future__ import annotations

from collections import Counter

from firsthand.tables.layout import Block
from firsthand.tables.view import View


def misfits(view: View, block: Block) -> frozenset[int]:
    """Return the body rows whose number of fields shows that their cells may stand in the wrong columns.

    A longer record is one where its surplus holds something; a shorter one only where all others agree with the
    heading, since programs also drop blank fields at the end.
    """
    lengths = view.grid.lengths
    if not lengths or not block.heads:
        return frozenset()
    wide = max(lengths[row] for row in block.heads)
    counts = Counter(lengths[row] for row in block.body)
    common, times = counts.most_common(1)[0]
    usual = max(wide, common)
    long = {row for row in block.body if lengths[row] > usual and max(view.grid.rows[row]) >= usual}
    if common != wide or times < 0.8 * len(block.body) or wide < 2:
        return frozenset(long)
    short = {row for row in block.body if 1 < lengths[row] < wide}
    return frozenset(long | short)
