"""Dates as a brief prints them: 11 Feb 2026, and ranges such as 6–16 Feb 2026."""

from __future__ import annotations

from datetime import date

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def day_of(iso: str | None) -> date | None:
    """Return the day on which an ISO date, month or year begins; None where it cannot be told."""
    if not iso:
        return None
    padded = f"{iso}-01-01" if len(iso) == 4 else f"{iso}-01" if len(iso) == 7 else iso[:10]
    try:
        return date.fromisoformat(padded)
    except ValueError:
        return None


def short(iso: str | None, *, year: bool = False) -> str:
    """Print a date at its own precision: "11 Feb", "Feb 2026", "2026"; "no date" for None."""
    day = day_of(iso)
    if day is None or iso is None:
        return "no date"
    if len(iso) == 4:
        return iso
    month = MONTHS[day.month - 1]
    if len(iso) == 7:
        return f"{month} {day.year}"
    return f"{day.day} {month} {day.year}" if year else f"{day.day} {month}"


def span(days: list[str | None]) -> str:
    """Print the range that the dates cover, "6–16 Feb 2026"; empty where none is known."""
    known = sorted(d for d in map(day_of, days) if d)
    if not known:
        return ""
    first, last = known[0], known[-1]
    end = short(last.isoformat(), year=True)
    if first == last:
        return end
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{end}"
    return f"{short(first.isoformat(), year=first.year != last.year)} – {end}"
