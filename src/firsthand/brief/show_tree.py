"""The tree of one article: voices as they speak, their claims under the last of each chain."""

from __future__ import annotations

from dataclasses import dataclass, field

from firsthand.brief import law
from firsthand.brief.dates import short
from firsthand.brief.ink import (
    INKS,
    Bit,
    Ink,
    Line,
    bit,
    column,
    ellipsis,
    flush,
    length,
    wrap,
)
from firsthand.brief.measure import cells, fit
from firsthand.brief.opened import characters
from firsthand.brief.rows import of_check
from firsthand.brief.view import View
from firsthand.brief.word import listed
from firsthand.model.attribution import Attribution
from firsthand.model.base import Record
from firsthand.model.check import Check
from firsthand.model.claim import Claim
from firsthand.model.extraction import Extraction
from firsthand.model.provision import Assessment, Finding, Touch
from firsthand.model.question import Corroboration
from firsthand.model.span import words_of
from firsthand.model.table import Table

HEADLINES = "headline-list"


class Shown(Record, kw_only=True, frozen=True):
    """What `show` prints.

    Args:
        extraction: The article.
        corroboration: Of this article alone.
        checks: By question.
        assessment: Of this article.
        tables: Those that its numbers were held against.
    """

    extraction: Extraction
    corroboration: Corroboration
    checks: dict[str, tuple[Check, ...]]
    assessment: Assessment = Assessment()
    tables: tuple[Table, ...] = ()


@dataclass
class _Node:
    """A voice under another, or under the outlet."""

    attribution: Attribution | None
    claims: list[Claim] = field(default_factory=list)
    kids: dict[str, _Node] = field(default_factory=dict)


class Tree:
    """The voices of an article under its outlet, and their claims under them."""

    def __init__(self, shown: Shown, view: View) -> None:
        self.shown, self.view = shown, view
        extraction = shown.extraction
        self.by_id = {a.id: a for a in extraction.attributions}
        self.held = _checks_by_claim(shown)
        self.bears = _provisions_by_claim(shown)
        origins = shown.corroboration.origin_list
        self.origins = {o.name.casefold() for o in origins}
        self.known = {o.known for o in origins if o.known}
        self.own: list[Claim] = []
        self.heads: list[Claim] = []
        self.root = _Node(None)
        for claim in extraction.claims:
            self._place(claim)

    def _place(self, claim: Claim) -> None:
        if claim.part == HEADLINES:
            self.heads.append(claim)
        elif not claim.via:
            self.own.append(claim)
        else:
            node = self.root
            for ident in claim.via:
                known = self.by_id.get(ident)
                node = node.kids.setdefault(ident, _Node(known))
            node.claims.append(claim)

    def lines(self) -> list[Line]:
        """Return the tree, the article's own voice and its headlines last."""
        out: list[Line] = []
        nodes = sorted(self.root.kids.values(), key=_place_of)
        more = [(self.own, "own"), (self.heads, "heads")]
        more = [(claims, kind) for claims, kind in more if claims]
        for at, node in enumerate(nodes):
            last = at == len(nodes) - 1 and not more
            out += self._voice(node, "", last=last)
        for at, (claims, kind) in enumerate(more):
            mark, deeper = ("└─ ", "   ") if at == len(more) - 1 else ("├─ ", "│  ")
            first, *rest = self._group(claims, kind)
            out.append((bit(self.view, mark), *first))
            out += [(bit(self.view, deeper), *line) for line in rest]
            for claim in claims if self.view.all else ():
                out += self._claim(claim, deeper, mark="", rest="")
        return out

    def _voice(self, node: _Node, before: str, *, last: bool) -> list[Line]:
        """Return a voice with its cue, its claims and the voices behind it, depth first."""
        out: list[Line] = []
        stack: list[tuple[_Node, str, bool]] = [(node, before, last)]
        while stack:
            each, lead, ends = stack.pop()
            deeper = lead + ("   " if ends else "│  ")
            kids = sorted(each.kids.values(), key=_place_of)
            out.append(self._name(each, lead + ("└─ " if ends else "├─ ")))
            branches = bool(kids) or len(each.claims) > 1
            for n, claim in enumerate(each.claims):
                final = n == len(each.claims) - 1 and not kids
                mark = ("└─ " if final else "├─ ") if branches else ""
                rest = ("   " if final else "│  ") if branches else ""
                out += self._claim(claim, deeper, mark=mark, rest=rest)
            stack += [(k, deeper, k is kids[-1]) for k in reversed(kids)]
        return out

    def _name(self, node: _Node, lead: str) -> Line:
        view, said = self.view, node.attribution
        if said is None:
            return (bit(view, lead), bit(view, "not told"))
        text = self.shown.extraction.text
        if said.in_ == "title":
            text = self.shown.extraction.document.title or ""
        name = said.speaker.name or "nobody named"
        cue = " ".join(words_of(text, said.cue).split())
        right = self._state(said, node)
        room = view.columns - cells(bit(view, lead).text) - length(right) - 2
        called = fit(bit(view, name).text, room, ellipsis=ellipsis(view))
        left: Line = (bit(view, lead), Bit(called, "voice"))
        spare = room - cells(called) - 2
        if cue and spare > 6:
            shown_cue = fit(bit(view, cue).text, spare, ellipsis=ellipsis(view))
            left = (*left, Bit("  "), Bit(shown_cue, "italic"))
        return flush(view, left, right) if right else left

    def _state(self, said: Attribution, node: _Node) -> Line:
        """Say of the last voice of a chain whether it is an origin."""
        if not node.claims:
            return ()
        speaker = said.speaker
        named = (speaker.name or "").casefold() in self.origins
        known = named or speaker.known in self.known
        if known and speaker.number and speaker.number[1] is None:
            return (bit(self.view, f"origin, {speaker.number[0]} or more", "blue"),)
        if known:
            return (bit(self.view, "origin", "blue"),)
        return (bit(self.view, "○ Cannot tell", "yellow"),)

    # --- claims ----------------------------------------------------------------------------------

    def _claim(self, claim: Claim, lead: str, *, mark: str, rest: str) -> list[Line]:
        """Return a claim: its words, then verdict and sum, then what it bears on."""
        view = self.view
        head = bit(view, lead + (mark or "   "))
        under = bit(view, lead + (rest or "   "))
        checks = self.held.get(claim.id, ())
        right = _right(claim, self.bears.get(claim.id, ()), view)
        where = bit(view, f"  {characters(claim.span)}", "dim") if view.roomy else Bit("")
        tail: Line = (*right, where) if where.text else right
        words = self._words(claim)
        status = _status(claim)
        told = wrap(view, [bit(view, status)], view.columns - cells(under.text)) if status else []
        after: list[Line] = [(under, *line) for line in told]
        if not checks:
            return [*self._plain(words, head, under, tail), *after]
        wide = 30 if view.roomy else 29
        out: list[Line] = []
        for n, (check, spelled) in enumerate(checks):
            said = words if n == 0 else spelled
            first = head if n == 0 else under
            out += self._checked(said, first, under, check, wide=wide, tail=tail if n == 0 else ())
        return [*out, *after]

    def _plain(self, words: str, head: Bit, under: Bit, tail: Line) -> list[Line]:
        view = self.view
        room = view.columns - cells(head.text) - length(tail) - (2 if tail else 0)
        if room < 30:
            room, tail = view.columns - cells(head.text), ()
        lines = at_most(wrap(view, [bit(view, words)], room), 3, view)
        out: list[Line] = []
        for n, line in enumerate(lines):
            whole: Line = (head if n == 0 else under, *line)
            out.append(flush(view, whole, tail) if n == 0 and tail else whole)
        return out

    def _checked(
        self, words: str, first: Bit, under: Bit, check: Check, *, wide: int, tail: Line
    ) -> list[Line]:
        view, verdict = self.view, of_check(check)
        where = " ".join(dict.fromkeys([*([check.cell] if check.cell else []), *check.cells]))
        place = f"{check.table} {where}" if view.roomy and check.table else where
        room = max(wide - cells(first.text), 10)
        lines = at_most(wrap(view, [bit(view, words)], room), 4, view) if words else [()]
        sign = column(view, f"{verdict.sign} {verdict.text}", 18, INKS[verdict.tone])
        right: Line = (bit(view, place, "dim"), Bit("  "), *tail) if place else tail
        left = view.columns - wide - 20 - length(right) - 2
        if left < 12:
            right, left = (), view.columns - wide - 20
        sums = wrap(view, [bit(view, verdict.why)], max(left, 8))
        out: list[Line] = []
        for n in range(max(len(lines), len(sums))):
            said = lines[n] if n < len(lines) else ()
            gap = Bit(" " * max(wide - cells((first if n == 0 else under).text) - length(said), 1))
            middle: Line = (sign if n == 0 else Bit(" " * 18),)
            figures = sums[n] if n < len(sums) else ()
            whole: Line = (first if n == 0 else under, *said, gap, *middle, Bit("  "), *figures)
            out.append(flush(view, whole, right) if n == 0 and right else whole)
        return out

    def _words(self, claim: Claim) -> str:
        """Return the words of a claim."""
        text = self.shown.extraction.text
        if claim.in_ == "title":
            text = self.shown.extraction.document.title or ""
        return " ".join(words_of(text, claim.span).split())

    def _group(self, claims: list[Claim], kind: str) -> list[Line]:
        """Return the line of the own voice, or of the headlines."""
        view = self.view
        number = f"{len(claims)} claim{'' if len(claims) == 1 else 's'}"
        if kind == "own":
            laws = sum(c.mode == "law" for c in claims)
            text = f"own voice, {number}" + (f", {laws} of them law" if laws else "")
            state: tuple[str, Ink] = ("○ Cannot tell", "yellow")
        else:
            names = list(dict.fromkeys(n for c in claims for n in c.chain[1:]))
            text = f"headlines, {number}" + (
                f": {listed(names, most=6, told=True)}" if names else ""
            )
            state = ("not counted", "dim")
        right = (bit(view, *state),)
        room = view.columns - 3 - length(right) - 2
        first, *more = wrap(view, [bit(view, text)], room)
        return [_set_right(view, first, right), *more]


def at_most(lines: list[Line], most: int, view: View) -> list[Line]:
    """Return at most so many lines; the last one ends in a sign where there were more."""
    if len(lines) <= most:
        return lines
    return [*lines[: most - 1], (*lines[most - 1], Bit(ellipsis(view)))]


def _set_right(view: View, left: Line, right: Line) -> Line:
    gap = view.columns - 3 - length(left) - length(right)
    return (*left, Bit(" " * max(gap, 1)), *right)


def _place_of(node: _Node) -> tuple[int, int]:
    """Return where a voice first speaks, for the order of the tree."""
    starts = [c.span[0][0] for c in node.claims if c.span]
    for kid in node.kids.values():
        starts.append(_place_of(kid)[0])
    said = node.attribution
    own = said.cue or said.source or said.content if said else ()
    return (min(starts, default=own[0][0] if own else 0), own[0][0] if own else 0)


def _status(claim: Claim) -> str:
    """Say of a claim that it is no event that was done: expected, denied, a rule, background."""
    told = []
    if claim.status in ("expected", "conditional"):
        told.append(claim.status + _due(claim))
    if claim.status == "denied":
        told.append("denied")
    if claim.mode != "news":
        told.append(claim.mode)
    return "; ".join(told)


def _due(claim: Claim) -> str:
    """Say from which day an expectation can be checked."""
    if claim.when is None or claim.when.end is None:
        return ""
    end = claim.when.end
    year = end[:4]
    if end.endswith("12-31") and year.isdigit():
        return f" in {year}; can be checked from 1 Jan {int(year) + 1}"
    return f"; can be checked after {short(end, year=True)}"


def _checks_by_claim(shown: Shown) -> dict[str, tuple[tuple[Check, str], ...]]:
    """Return the checks of each claim, each with the value that it held as the text spells it.

    Those of an answer belong to the claims that give it.
    """
    out: dict[str, dict[str, tuple[Check, str]]] = {}
    for question in shown.corroboration.questions:
        for check in shown.checks.get(question.id, ()):
            at = check.answer
            answer = question.answers[at] if at is not None and at < len(question.answers) else None
            refs = check.claims or (answer.claims if answer else ())
            for ref in refs:
                held = out.setdefault(ref.partition("#")[2], {})
                held.setdefault(question.id + check.id, (check, answer.spelled if answer else ""))
    return {ident: tuple(checks.values()) for ident, checks in out.items()}


def _provisions_by_claim(shown: Shown) -> dict[str, tuple[Finding | Touch, ...]]:
    out: dict[str, list[Finding | Touch]] = {}
    for each in bears(shown):
        for ref in each.claims:
            out.setdefault(ref.partition("#")[2] or ref, []).append(each)
    return {ident: tuple(bears) for ident, bears in out.items()}


def bears(shown: Shown) -> list[Finding | Touch]:
    """Return the findings and touches of an article."""
    return [*shown.assessment.findings, *shown.assessment.touches]


def _right(claim: Claim, bears: tuple[Finding | Touch, ...], view: View) -> Line:
    """Return the provisions of a claim with their standing, or that they are only touched."""
    if not bears:
        return ()
    ranks = list(law.WORDS)
    ordered = sorted(bears, key=lambda b: -ranks.index(b.standing) if isinstance(b, Finding) else 1)
    names = list(dict.fromkeys(law.tiny(b.provision) for b in ordered))
    best = ordered[0]
    word = law.WORDS[best.standing] if isinstance(best, Finding) else "limit"
    most = 3 if view.roomy else 2
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return (bit(view, f"{', '.join(names[:most])}{more}, {word}"),)
