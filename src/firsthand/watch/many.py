"""Many series at once: which of many small probabilities are worth raising.

Source: Benjamini and Hochberg 1995; Benjamini and Bogomolov 2014 for families (total, then parts).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from firsthand.watch.panel import Flags
from firsthand.watch.special import Floats


def adjusted(p: Floats) -> Floats:
    """Return Benjamini and Hochberg's adjusted probabilities; NaN stays NaN and is not counted."""
    out = np.full(len(p), np.nan)
    known = np.flatnonzero(~np.isnan(p))
    m = len(known)
    if m:
        order = known[np.argsort(p[known], kind="stable")]
        scaled = p[order] * m / np.arange(1, m + 1)
        out[order] = np.minimum(np.minimum.accumulate(scaled[::-1])[::-1], 1.0)
    return out


def total_then_parts(
    totals: Floats, parts: Sequence[Floats], rate: float
) -> tuple[Flags, list[Flags]]:
    """Return which totals are raised, and which parts of those; other parts are not looked at.

    Args:
        totals: Probability of each family's total.
        parts: Probabilities of each family's parts.
        rate: Rate of false discoveries, over the totals and on average over the raised families.
    """
    raised = adjusted(totals) <= rate
    share = raised.sum() / max(1, (~np.isnan(totals)).sum())
    inside = [
        (adjusted(p) <= rate * share) if up else np.zeros(len(p), bool)
        for p, up in zip(parts, raised, strict=True)
    ]
    return raised, inside
