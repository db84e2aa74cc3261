"""One article in a terminal: who says that who says what. The tree hangs from the outlet.

Voices stand under the outlet in the order in which they speak, each with its cue as in the text;
under the last voice of a chain its claims, with verdict, sum and provisions. The article's own
voice and its headlines are a line each, unless all is asked for.
"""

from __future__ import annotations

from firsthand.brief import law
from firsthand.brief.dates import short
from firsthand.brief.ink import (
    Line,
    bit,
    flushed,
    paint,
    wrap,
)
from firsthand.brief.show_tree import HEADLINES, Shown, Tree, at_most, bears
from firsthand.brief.terminal import origins_of_case
from firsthand.brief.view import View

RELAYS = ("news-agency", "news-outlet")
_LANGUAGES = {
    "en": "English", "de": "German", "ru": "Russian", "uk": "Ukrainian", "ko": "Korean",
    "ja": "Japanese", "zh": "Chinese", "fr": "French", "es": "Spanish", "mn": "Mongolian",
}  # fmt: skip
_READ = {
    "full": "read in full",
    "stub": "a stub",
    "list": "a list",
    "empty": "empty",
    "language-not-read": "in a language not read",
}


def render(shown: Shown, view: View) -> str:
    """Return what `firsthand show` prints on standard output."""
    lines = [*_head(shown, view), ()]
    lines += Tree(shown, view).lines()
    foot = [*_notes(shown, view), *_missing(shown, view)]
    return paint(view, [*lines, *([()] if foot else []), *foot])


def _head(shown: Shown, view: View) -> list[Line]:
    document, case = shown.extraction.document, shown.corroboration
    parts = [
        document.house_name or document.document,
        short((document.published or "")[:10] or None, year=True),
        _LANGUAGES.get(document.language or "", document.language or "language not told"),
        _READ[document.reading] + (f": {document.sign}" if document.sign else ""),
        "sample data" if document.sample else "",
    ]
    first = wrap(view, [bit(view, " · ".join(p for p in parts if p), "bold")], view.columns)
    counts = [
        f"{case.articles} article{'' if case.articles == 1 else 's'}",
        f"{case.outlets} outlet{'' if case.outlets == 1 else 's'}",
        f"{case.publishers} publisher{'' if case.publishers == 1 else 's'}",
    ]
    left: Line = (
        *(bit(view, f"{c}   ") for c in counts),
        bit(view, origins_of_case(case.origins), "blue"),
    )
    number = len(shown.extraction.claims)
    claims = bit(view, f"{number:,} claim{'' if number == 1 else 's'}")
    return [*first, *flushed(view, left, (claims,))]


# --- foot ----------------------------------------------------------------------------------------


def _notes(shown: Shown, view: View) -> list[Line]:
    """Say of each table what it is not, in its own words."""
    out: list[Line] = []
    used = {c.table for checks in shown.checks.values() for c in checks}
    for table in shown.tables:
        if table.table not in used or not table.notes:
            continue
        notes = " ".join(n.strip().rstrip(".") + "." for n in table.notes[:3])
        lines = wrap(view, [bit(view, f"Table {table.table}: {notes}")], view.columns - 4)
        out += at_most(lines, 4, view)
    if not all(law.is_verified(b.provision) for b in bears(shown)):
        out.append((bit(view, f"? {law.UNVERIFIED}", "dim"),))
    return out


def _missing(shown: Shown, view: View) -> list[Line]:
    """Name the reports and tables that the article rests on and that are not held."""
    spoken = {i for c in shown.extraction.claims if c.part != HEADLINES for i in c.via}
    speakers = [a.speaker for a in shown.extraction.attributions if a.id in spoken]
    house = (shown.extraction.document.house_name or "").casefold()
    relays = [s.name for s in speakers if s.kind in RELAYS and s.name]
    names = [f"the {n} report" for n in dict.fromkeys(relays) if n.casefold() != house]
    origins = shown.corroboration.origin_list
    offices = [o.name for o in origins if o.kind == "statistics-office" and o.held is None]
    names += [f"the table of {n}" for n in offices]
    if not names:
        return []
    return wrap(view, [bit(view, "Missing: " + ", ".join(names))], view.columns)
