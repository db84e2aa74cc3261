"""How figures are written for people."""

from __future__ import annotations


def figure(value: float) -> str:
    """Return a number with separators, whole where it is, else with at most two decimals."""
    if value != value:
        return "none"
    if abs(value) >= 100 or value == round(value):
        return f"{value:,.0f}"
    return f"{value:,.2f}".rstrip("0").rstrip(".")


def per_cent(share: float) -> str:
    """Return a share in per cent, with a decimal below 10."""
    return f"{share * 100:.1f} %" if share < 0.1 else f"{share * 100:.0f} %"


def times(ratio: float) -> str:
    """Return a ratio as people say it: 11.8 times, or 12 % of."""
    return f"{ratio:,.1f} times" if ratio >= 1 else f"{per_cent(ratio)} of"


def chance(p: float) -> str:
    """Return a probability in words that do not feign precision."""
    if p < 1e-6:
        return "less than one in a million"
    if p > 0.1:
        return f"about {p * 100:.0f} in 100"
    return f"about one in {float(f'{1 / p:.2g}'):,.0f}"
