"""The brief in a terminal: counts, sentences, claims and the path of the first, in thirty lines.

What does not fit goes in this order: branches in which nothing happens, then claims from the last
upward; never a sentence, a count, a differing value or a withdrawal.
"""

from __future__ import annotations

from firsthand.brief import law
from firsthand.brief.aside import set_aside
from firsthand.brief.dates import span
from firsthand.brief.facts import Facts
from firsthand.brief.ink import (
    INKS,
    Bit,
    Ink,
    Line,
    bit,
    column,
    ellipsis,
    flush,
    flushed,
    paint,
    wrap,
)
from firsthand.brief.measure import cells, fit
from firsthand.brief.opened import claim_at, opened
from firsthand.brief.rows import Number, Row, row
from firsthand.brief.sources import Sources, ranges, sources
from firsthand.brief.tree import sums, tree
from firsthand.brief.view import View
from firsthand.model.brief import Brief, Dossier, Sentence
from firsthand.model.question import OriginCount

LINES = 30
"""Lines of the first view."""


def render(brief: Brief, view: View) -> str:
    """Return what `firsthand brief` prints on standard output.

    Raises:
        UsageError: `view.path` or `view.open` names a claim that is not there.
    """
    facts = Facts(brief.corroboration, brief.extractions, brief.tables, brief.dossiers)
    known = sources(brief, facts)
    if view.open is not None:
        return paint(view, opened(brief, facts, view))
    head = [*_head(brief, view), (), *_sentences(brief, known, view)]
    if view.path is not None or view.all:
        at = 1 if view.path is None else view.path
        if not brief.dossiers and view.path is None:
            return paint(view, [*head, *_rest(brief, known, view)])
        claims = _claims(brief, facts, view) if view.all else []
        lines = [*head, *([()] if claims else []), *claims]
        lines += [(), *_path(brief, facts, view, at=at, room=10**6)]
        return paint(view, [*lines, *(_rest(brief, known, view) if view.all else [])])
    return paint(view, _first_view(brief, facts, view, head=head))


def notices(brief: Brief, view: View) -> str:
    """Return what goes to standard error: what was set aside and what to do; empty for nothing."""
    aside = set_aside(brief)
    if not aside:
        return ""
    number = len(aside)
    noun = "input" if number == 1 else "inputs"
    said = f"○ {number:,} {noun} set aside; none counts as an article or an origin"
    lines: list[Line] = [(bit(view, said, "yellow"),)]
    wide = min(max(cells(a.name) for a in aside) + 4, view.columns // 2)
    for each in aside[: None if view.all else 12]:
        words = (column(view, each.name, wide), column(view, each.verdict, 10), bit(view, each.why))
        lines.append((Bit("  "), *words))
    if len(aside) > 12 and not view.all:
        lines.append((Bit(f"  and {len(aside) - 12:,} more"),))
    hints = list(dict.fromkeys(a.hint for a in aside if a.hint))
    lines += [(bit(view, f"  Next: {h[:1].lower()}{h[1:]}"),) for h in hints[:3]]
    return paint(view, lines)


# --- head and sentences --------------------------------------------------------------------------


def _head(brief: Brief, view: View) -> list[Line]:
    case = brief.corroboration
    days = span([a.published for a in case.article_list])
    parts = [days, f"as of {brief.as_of}" if brief.as_of else ""]
    parts += ["sample data"] if brief.sample else []
    tail = bit(view, "".join(f" · {p}" for p in parts if p), "bold")
    draft = bit(view, "Draft, not reviewed", "red")
    room = view.columns - cells(draft.text) - cells(tail.text) - 2
    title = fit(bit(view, brief.title).text, max(room, 8), ellipsis=ellipsis(view))
    first = flushed(view, (Bit(title, "bold"), tail), (draft,))
    counts = [
        _plural(case.articles, "article"),
        _plural(case.outlets, "outlet"),
        _plural(case.publishers, "publisher"),
    ]
    told = case.cannot_tell.get("publishers", 0)
    counts[2] += f", {told} of them not told" if told else ""
    origins = bit(view, origins_of_case(case.origins), "blue")
    left_side = (*(bit(view, c + "   ") for c in counts), origins)
    number = len(set_aside(brief)) or sum(case.set_aside.values())
    right: Line = (bit(view, f"{number:,} set aside", "yellow"),) if number else ()
    *more, last = wrap(view, list(left_side), view.columns)
    return [*first, *more, *flushed(view, last, right)]


def origins_of_case(told: OriginCount) -> str:
    """Print the origins of a case or an article, the part that cannot be told apart."""
    if told.value is None:
        high = "or more" if told.high is None else f"to {told.high}"
        return f"{told.low} {high} origins, cannot tell"
    words = f"{told.value:,}"
    open_end = told.high is None
    if not open_end and told.high is not None and told.high > told.value:
        words += f" + {told.high - told.value} cannot tell"
    noun = "origin" if words == "1" and not open_end else "origins"
    return f"{words} {noun}" + (" or more" if open_end else "")


def _plural(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _sentences(brief: Brief, known: Sources, view: View) -> list[Line]:
    out: list[Line] = []
    for at, sentence in enumerate(brief.sentences, 1):
        out += _sentence(at, sentence, known, view)
    return out


def _sentence(at: int, sentence: Sentence, known: Sources, view: View) -> list[Line]:
    """Return a sentence with its number before it and the numbers of its sources behind it."""
    lead = sentence.lead or ""
    refs = known.refs(sentence)
    mark = bit(view, f"[{ranges(refs)}]", "dim") if refs else Bit("")
    bits = [bit(view, lead, "bold"), bit(view, sentence.sentence.removeprefix(lead))]
    if view.roomy and refs:
        bits.append(bit(view, f" {mark.text}", "dim"))
    lines = wrap(view, bits, view.columns - 3)
    out: list[Line] = []
    for n, line in enumerate(lines):
        out.append((column(view, f"{at}" if n == 0 else "", 3), *line))
    if refs and not view.roomy:
        used = sum(cells(b.text) for b in out[-1])
        if used + cells(mark.text) + 1 <= view.columns:
            out[-1] = flush(view, out[-1], (mark,))
        else:
            out.append(flush(view, (), (mark,)))
    return out


# --- claims --------------------------------------------------------------------------------------


def _claims(brief: Brief, facts: Facts, view: View, *, most: int | None = None) -> list[Line]:
    """Return the list of claims: leading ones, with `--all` the others too."""
    shown = brief.dossiers if view.all else brief.dossiers[: brief.leading]
    shown = shown[:most]
    if not shown:
        return []
    total = len(brief.dossiers)
    title = f"Leading claims, {brief.leading} of {total}"
    wide = _text_room(view) + 3
    head: Line = (column(view, title, wide, "bold"), Bit(" origins articles number"))
    if view.roomy:
        head = (*head, Bit(" " * (_sum_room(view) - 5)), Bit("provisions"))
    out = [head]
    for at, dossier in enumerate(shown, 1):
        if at == brief.leading + 1:
            out.append((bit(view, "Other claims", "bold"),))
        each = row(dossier, facts)
        out.append(_claim(at, each, dossier, view))
        if view.all and not view.roomy and each.provisions:
            out += _under(_provisions(each, dossier, view), view)
    left = brief.leading - len(shown)
    if left > 0:
        out.append((bit(view, f"   and {_plural(left, 'more claim')}: --all", "dim"),))
    return out


def _under(text: str, view: View) -> list[Line]:
    return [(Bit("   "), *line) for line in wrap(view, [bit(view, text, "dim")], view.columns - 3)]


def _text_room(view: View) -> int:
    """Return the columns of a claim's sentence; sums and provisions take 53 more where shown."""
    return view.columns - (73 if view.roomy else 42)


def _sum_room(view: View) -> int:
    return 34


def _claim(at: int, each: Row, dossier: Dossier, view: View) -> Line:
    one = each.origins == "1" and each.articles > 1
    ink: Ink = "yellow" if one or "?" in each.origins else "blue"
    line: Line = (
        column(view, f"{at}", 2, right=True),
        Bit(" "),
        column(view, each.says, _text_room(view)),
        column(view, each.origins, 5, ink, right=True),
        column(view, f"{each.articles:,}", 7, right=True),
        Bit(" " * 5),
        *_number(each.number, view, dossier),
    )
    return (*line, Bit(" "), bit(view, _provisions(each, dossier, view))) if view.roomy else line


def _number(number: Number, view: View, dossier: Dossier) -> Line:
    """Return the verdict, and the sum where there is room for the whole of it."""
    text = number.text
    if number.tone == "bad" and text[0].isdigit():
        part, _, _ = text.partition(" differ")
        text = f"Differs, {part}"
    verdict = bit(view, f"{number.sign} {text}", INKS[number.tone])
    if not view.roomy:
        return (verdict,)
    verdict = bit(view, f"{number.sign} {text.partition(', ')[0]}", INKS[number.tone])
    room = _sum_room(view) - cells(verdict.text) - 2
    said = next((s for s in _shorter(number.why) if cells(bit(view, s).text) <= room), "")
    used = cells(verdict.text) + 2 + cells(bit(view, said).text)
    return (verdict, Bit("  "), bit(view, said), Bit(" " * max(0, _sum_room(view) - used)))


def _shorter(sums: str) -> tuple[str, ...]:
    """Return a sum and what may stand for it: without remarks, then without its reading."""
    plain = sums.partition(";")[0].partition(" (")[0]
    _, equals, end = plain.rpartition(" = ")
    result = f"= {end}" if equals else plain
    return sums, plain, plain.partition(", which")[0], result, result.partition(",")[0]


def _provisions(each: Row, dossier: Dossier, view: View) -> str:
    if not each.provisions:
        return "none"
    names = [law.tiny(p) for p in each.provisions]
    if view.all:
        best = law.strongest(dossier)
        return ", ".join(names) + f", {law.WORDS[best] if best else 'limit'}"
    limited = not dossier.findings
    return names[0] + ", limit" if limited else ", ".join(names[:2])


# --- the first view ------------------------------------------------------------------------------


def _first_view(brief: Brief, facts: Facts, view: View, *, head: list[Line]) -> list[Line]:
    """Return the first screen: as much of path and claims as stands in thirty lines."""
    mark = _legend(brief, view)
    room = LINES - len(head) - len(mark) - 2
    shown = brief.leading
    claims: list[Line] = []
    path: list[Line] = []
    while shown:
        claims = _claims(brief, facts, view, most=shown)
        path = _path(brief, facts, view, at=1, room=room - len(claims), few=shown == 1)
        if len(claims) + len(path) <= room or shown == 1:
            break
        # The line that says how many are left out takes the place of one claim.
        shown = max(1, shown - (1 if shown < brief.leading else 2))
        if shown == brief.leading - 1:
            break
    out = [*head, *([()] if claims else []), *claims, *([()] if path else []), *path]
    return [*out, *mark]


def _path(
    brief: Brief, facts: Facts, view: View, *, at: int, room: int, few: bool = False
) -> list[Line]:
    """Return sums and path of a claim; with `few`, sums that hold give way to what differs."""
    dossier = claim_at(brief, at)
    checks: list[Line] = []
    if not view.roomy or room > 10**5:
        checks = sums(dossier, facts, view, at=at)
    whole = len(tree(dossier, brief, view, room=10**6))
    if few and len(checks) + whole > room:
        checks = sums(dossier, facts, view, at=at, most=0)
    return [*checks, *tree(dossier, brief, view, room=max(room - len(checks), 3))]


def _legend(brief: Brief, view: View) -> list[Line]:
    """Explain the mark of paragraphs whose number is not verified, where one is printed."""
    if not view.roomy:
        return []
    printed = (p for d in brief.dossiers[: brief.leading] for p in law.named(d)[:2])
    if all(law.is_verified(p) for p in printed):
        return []
    return [(bit(view, f"? {law.UNVERIFIED}", "dim"),)]


def _rest(brief: Brief, known: Sources, view: View) -> list[Line]:
    """Return what only `--all` prints: what is missing, and the sources."""
    out: list[Line] = []
    if brief.missing:
        out += [(), (bit(view, "What is missing", "bold"),)]
        for gap in brief.missing:
            lines = wrap(view, [bit(view, gap.sentence)], view.columns - 3)
            out += [(Bit(" - " if n == 0 else "   "), *line) for n, line in enumerate(lines)]
    if known.listed:
        out += [(), (bit(view, "Sources", "bold"),)]
    for source in known.listed:
        text = ", ".join(filter(None, (source.label, source.where)))
        lines = wrap(view, [bit(view, text)], view.columns - 5)
        number = column(view, f"{source.number}", 3, right=True)
        out += [(number if n == 0 else Bit("   "), Bit("  "), *s) for n, s in enumerate(lines)]
    return out
