"""The path of a claim as a tree in a terminal: it hangs from the origin, dates give direction."""

from __future__ import annotations

from firsthand.brief.dates import short
from firsthand.brief.facts import Facts, article_ids
from firsthand.brief.fold import fold
from firsthand.brief.ink import INKS, Bit, Ink, Line, bit, column, ellipsis, flush, flushed, length
from firsthand.brief.label import OPENS, counted
from firsthand.brief.measure import cells, fit
from firsthand.brief.rows import of_check
from firsthand.brief.story import NO_ORIGIN, Row, Slab, Story
from firsthand.brief.tell import tell
from firsthand.brief.view import View
from firsthand.model.brief import Brief, Dossier
from firsthand.model.check import Check


def story_of(dossier: Dossier, brief: Brief) -> Story:
    """Return the path of a claim, nothing folded, with the day on which the case was last read."""
    read = short((brief.as_of or brief.made)[:10])
    return tell(dossier.question, brief.corroboration, last_read=read)


def tree(dossier: Dossier, brief: Brief, view: View, *, room: int) -> list[Line]:
    """Return the path in at most `room` lines, as far as folding allows."""
    story = story_of(dossier, brief)
    if view.path is None and not view.all:
        rows = max(room - len(story.slabs), 1)
        fold(story, compact=rows, limit=rows, closely=True)
    wide = min(max([6, *(cells(r.spelled) for r in story.rows)]), 16)
    out: list[Line] = []
    for slab in story.slabs:
        out.append(_slab(slab, story, view, wide=wide))
        kids = story.kids.get(slab.id, [])
        stack = [(row, "", row is kids[-1]) for row in reversed(kids)]
        while stack:
            row, before, last = stack.pop()
            branch = _branch(row, before, last=last, most=max(_names(view) - 9, 6))
            out.append(_row(row, story, view, branch=branch, wide=wide))
            inner = story.kids.get(row.id, [])
            deeper = before + ("   " if last else "│  ")
            stack += [(kid, deeper, kid is inner[-1]) for kid in reversed(inner)]
    return out


def _branch(row: Row, before: str, *, last: bool, most: int) -> str:
    line = "─" if row.credited else "╌"
    branch = f"{before}{'└' if last else '├'}{line} "
    return branch if len(branch) <= most else branch[-most:]


def _slab(slab: Slab, story: Story, view: View, *, wide: int) -> Line:
    held = ", held" if slab.held else ", not held" if slab.id != NO_ORIGIN else ""
    published = next((n for n in slab.notes if n.startswith("published ")), "")
    day = " ".join(published.split()[1:3])
    one = len(story.slabs) == 1
    if slab.id == NO_ORIGIN:
        words, ink = "○ Cannot tell", "yellow"
    else:
        words, ink = ("1 origin" if one else "origin"), ("yellow" if one else "blue")
    if view.roomy:
        words = ", ".join([words, *(story.counts if one else [counted(slab.weight)])])
    return (
        *_front(slab.name, day, view, "bold", tail=held),
        Bit("   "),
        column(view, slab.spelled, wide),
        Bit("   "),
        bit(view, words, "yellow" if ink == "yellow" else "blue"),
    )


def _names(view: View) -> int:
    """Return the columns of names with their branches."""
    return 37 if view.roomy else min(31, view.columns - 45)


def _front(name: str, day: str, view: View, ink: Ink = "", *, tail: str = "") -> Line:
    room = _names(view) + (0 if day else 7)
    cut = fit(bit(view, name).text, room - cells(tail) - 1, ellipsis=ellipsis(view))
    return (column(view, cut + tail, room, ink), column(view, day, 7 if day else 0, right=True))


def _row(row: Row, story: Story, view: View, *, branch: str, wide: int) -> Line:
    name = " ".join(filter(None, (row.label, "(again)" if row.again else "")))
    lead = bit(view, branch)
    room = _names(view) - cells(lead.text)
    sign = bit(view, " ≠ " if row.differs else "   ", "red" if row.differs else "")
    value = column(view, row.spelled, wide, "red" if row.differs else "")
    if cells(sign.text) > 3:  # "!=" takes two columns
        sign = Bit(sign.text.rstrip(), sign.ink)
    line: Line = (
        lead,
        column(view, name, room),
        column(view, short(row.on) if row.on else "", 7, right=True),
        sign,
        value,
        Bit("   "),
    )
    root = row.parent in {s.id for s in story.slabs}
    tail = counted(row.weight) if view.roomy and (root or row.weight > 1) else ""
    free = view.columns - length(line) - (cells(tail) + 2 if tail else 0)
    noted = _notes(row, story, view, room=free, root=root)
    full = (*line, *noted)
    return flush(view, full, (bit(view, tail),)) if tail else full


def _notes(row: Row, story: Story, view: View, *, room: int, root: bool) -> list[Bit]:
    """Return what happened at a row, then, where there is room, the words of its text."""
    happened = _happened(row, story, view, root=root)
    text = fit(bit(view, happened).text, room, ellipsis=ellipsis(view))
    ink: Ink = "red" if row.changed or row.withdrawn or row.still else ""
    cues = view.roomy or view.path is not None or view.all
    if not (cues and row.words and not row.withdrawn):
        return [Bit(text, ink)]
    gap = ": " if happened else ""
    left = room - cells(text) - len(gap)
    if left < 8:
        return [Bit(text, ink)]
    return [Bit(text + gap, ink), column(view, row.words, left, "italic")]


def _happened(row: Row, story: Story, view: View, *, root: bool) -> str:
    """Say what happened at a row, what must not be cut first."""
    said = ["withdraws it" if row.withdraws else "", "still printed" if row.still else ""]
    said.append(f"withdrawn {short(row.withdrawn)}" if row.withdrawn else "")
    if row.opened:
        kinds = {s.id: s.source for s in story.slabs}
        said.append("opened the source" if kinds.get(row.parent) in OPENS else "")
    if root and not view.roomy:
        said.append(counted(row.weight))
    said.append("" if row.held else "not held")
    said.append("" if row.credited else "no credit")
    if row.changed and (view.roomy or row.credited or view.path is not None):
        said.append(row.remark)
    elif row.differs and not row.changed and not row.still:
        said.append("inherited")
    said.append(row.more)
    return ", ".join(s for s in said if s)


# --- sums ----------------------------------------------------------------------------------------


def sums(dossier: Dossier, facts: Facts, view: View, *, at: int, most: int = 10**6) -> list[Line]:
    """Return the checks of a claim, a line each: verdict, sum, articles, cell.

    Where there are more than `most`, those that hold give way.
    """
    lines: list[Line] = []
    checks = list(dossier.checks)
    if len(checks) > most:
        checks = [c for c in checks if not c.verdict.startswith("agrees")] or checks[:1]
    verdicts = [of_check(c) for c in checks]
    wide = max((cells(f"{v.sign} {v.text}") for v in verdicts), default=0) + 2
    for n, (check, verdict) in enumerate(zip(checks, verdicts, strict=True)):
        where = " ".join(filter(None, (check.table, check.cell)))
        articles = _articles(dossier, check, facts)
        tail = (bit(view, articles), Bit("   "), bit(view, where, "dim"))
        room = view.columns - 11 - wide - length(tail) - 3
        first, *more = _broken(verdict.why, max(room, 14))
        front: Line = (
            column(view, f"Claim {at}" if n == 0 else "", 11, "bold"),
            column(view, f"{verdict.sign} {verdict.text}", wide, INKS[verdict.tone]),
            bit(view, first),
        )
        lines += flushed(view, front, tail)
        lines += [(Bit(" " * (11 + wide)), bit(view, each)) for each in more]
    return lines


def _articles(dossier: Dossier, check: Check, facts: Facts) -> str:
    answers = dossier.question.answers
    if check.answer is None or check.answer >= len(answers):
        return ""
    return counted(len(article_ids(facts, answers[check.answer].documents)))


def _broken(text: str, room: int) -> list[str]:
    """Break a sum at its equals sign where it is too long for a line, then anywhere at a space."""
    out = [""]
    for word in text.split(" "):
        longer = f"{out[-1]} {word}".strip()
        full = out[-1] and cells(longer) > room
        if full or (word == "=" and cells(text) > room and len(out) == 1):
            out.append(word)
        else:
            out[-1] = longer
    return out
