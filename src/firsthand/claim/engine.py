"""From a document and its attributions to claims: pieces, clauses, quantities, periods, kinds, roles."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from datetime import date

from firsthand.attribute.engine import Attributed
from firsthand.claim.calendar import Direction, Interval
from firsthand.claim.clauses import Clause, cut_clauses
from firsthand.claim.comparing import RELATIVE, told_when
from firsthand.claim.entities import Things, name_things
from firsthand.claim.implied import with_implied
from firsthand.claim.kinding import kind_in_context
from firsthand.claim.light_clauses import cut_light, light_verb, light_words_of
from firsthand.claim.light_modes import light_law, light_new, light_polarity, light_status
from firsthand.claim.light_quantities import read_light_quantities
from firsthand.claim.modes import (
    background_of, is_new, law_of, polarity_of, status_of, tense_of, weakest,
)  # fmt: skip
from firsthand.claim.number_grammar import Number
from firsthand.claim.numbers import plain_numbers
from firsthand.claim.periods import Setting, period, setting
from firsthand.claim.pieces import Paths, Piece, pieces
from firsthand.claim.quantities import read_quantities
from firsthand.claim.ranges import excluded, signs_before
from firsthand.claim.roles import RoleReader, country_of
from firsthand.claim.tagging import Word, words_of_text
from firsthand.claim.times import Moment, find_times
from firsthand.claim.verb_groups import Group
from firsthand.claim.view import View
from firsthand.model.attribution import Attribution, Entity, Stance, When
from firsthand.model.claim import Claim, Mode, Relation, Role, Status
from firsthand.model.document import Document
from firsthand.vocabulary.entry import Mention
from firsthand.vocabulary.gazetteer import gazetteer
from firsthand.vocabulary.number_words import language_code, number_words
from firsthand.vocabulary.units import unit_names

BY = "claims-en/1"
_READ = ("en", "de", "ru")


@dataclass(frozen=True)
class Claimed:
    """What the claim stage found: the attributed entities with those of the claims, and the claims."""

    entities: tuple[Entity, ...] = ()
    claims: tuple[Claim, ...] = ()


@dataclass(slots=True)
class Page:
    """A document with what was found in its whole text once."""

    document: Document
    language: str
    numbers: list[Number]
    moments: tuple[Moment, ...]
    signs: dict[int, tuple[int, Relation]]
    published: date | None
    paths: Paths
    things: Things
    claims: list[Claim] = field(default_factory=list)
    number_starts: list[int] = field(default_factory=list)
    moment_starts: list[int] = field(default_factory=list)
    mention_starts: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.number_starts = [n.start for n in self.numbers]
        self.moment_starts = [m.start for m in self.moments]
        self.mention_starts = [m.span[0] for m in self.things.mentions]

    def within(self, view: View) -> list[Mention]:
        """Return the known names that stand in a clause."""
        out: list[Mention] = []
        for start, end in view.spans:
            low, high = (
                bisect_left(self.mention_starts, start),
                bisect_right(self.mention_starts, end - 1),
            )
            out.extend(self.things.mentions[low:high])
        return out


def extract_claims(document: Document, attributed: Attributed) -> Claimed:
    """Return the claims of a document, in text order; none for a language without a grammar."""
    language = language_code(document.language)
    if language not in _READ:
        return Claimed(entities=attributed.entities)
    page = _page(document, attributed, language)
    before: View | None = None
    for piece in pieces(document, attributed):
        before = _read_piece(page, piece, before)
    return Claimed(entities=tuple(page.things.entities), claims=tuple(page.claims))


def _page(document: Document, attributed: Attributed, language: str) -> Page:
    text = document.text
    found = excluded(text, plain_numbers(text, language), number_words(language))
    on = document.published_on
    things = Things(list(attributed.entities), text, gazetteer().find(text))
    name_things(things)
    return Page(
        document, language, found, find_times(text, language), signs_before(text, language),
        date.fromisoformat(on) if on else None, Paths({a.id: a for a in attributed.attributions}),
        things,
    )  # fmt: skip


def _read_piece(page: Page, piece: Piece, before: View | None) -> View | None:
    """Read one piece into claims; return its last clause, on which the next sentence may lean."""
    if page.language != "en":
        return _read_light(page, piece, before)
    words: list[Word] = []
    for start, end in piece.spans:
        words.extend(words_of_text(page.document.text, page.language, start, end))
    if not words:
        return before
    clauses = cut_clauses(words, headline=piece.headline)
    views: list[View] = []
    for clause in _joined(words, clauses):
        lead = _lead(words, clause)
        view = _view(page, clause, words, before)
        if not _tells(view, clause, piece):
            continue
        if clause.sort in ("relative", "participle") or clause.shared_subject:
            alone = clause.sort != "main" and not clause.shared_subject
            view.before = views[0] if alone and views else (views[-1] if views else before)
        _claim(page, piece, view, lead)
        views.append(view)
        before = view
    if not views and piece.whole and len(words) > _SHORTEST:
        before = _read_whole(page, piece, words, before)
    return before


_SHORTEST = 4


def _read_whole(page: Page, piece: Piece, words: list[Word], before: View | None) -> View:
    """Read a sentence in which no verb was found as one claim."""
    clause = Clause([(0, len(words) - (words[-1].tag in ".!?"))])
    view = _view(page, clause, words, before)
    _claim(page, piece, view, "")
    return view


def _read_light(page: Page, piece: Piece, before: View | None) -> View | None:
    """Read one piece by the light grammar; return its last clause."""
    words: list[Word] = []
    for start, end in piece.spans:
        words.extend(light_words_of(page.document.text, page.language, start, end))
    views: list[View] = []
    for clause in cut_light(words, page.language):
        row = [words[i] for low, high in clause.ranges for i in range(low, high)]
        view = _filled(
            page, View(page.document.text, page.language, row, sort=clause.sort, before=before)
        )
        view.conditional, view.shares, view.verb = (
            clause.conditional,
            clause.shared,
            light_verb(row),
        )
        if views and (clause.sort == "relative" or clause.shared):
            view.before = views[0] if clause.sort == "relative" else views[-1]
        named = len([w for w in row if len(w.low) > 3]) >= 2 or view.numbers
        if view.verb is None and not (
            named and (piece.headline or piece.attribution or view.numbers)
        ):
            continue
        _claim(page, piece, view, "")
        views.append(view)
        before = view
    return before


def _joined(words: list[Word], clauses: list[Clause]) -> list[Clause]:
    """Take a participle clause that counts back into a main clause that does not: "…, adding 200 men"."""
    if not clauses or clauses[0].sort != "main":
        return clauses
    out: list[Clause] = []
    for clause in clauses:
        head = out[0] if out else None
        if clause.sort == "participle" and head is not None and head.ranges and len(clauses) == 2:
            if _counts(words, clause) and not _counts(words, head):
                head.ranges = [*head.ranges, *clause.ranges]
                continue
        out.append(clause)
    return out


def _counts(words: list[Word], clause: Clause) -> bool:
    return any(
        words[i].tag == "#" and not _yearlike(words[i].low)
        for a, b in clause.ranges
        for i in range(a, b)
    )


def _yearlike(low: str) -> bool:
    return len(low) == 4 and low.isdigit() and low[:2] in ("19", "20")


def _lead(words: list[Word], clause: Clause) -> str:
    """Return the word in front of a clause ("nor", "but")."""
    first = clause.ranges[0][0]
    return words[first - 1].low if first else ""


def _tells(view: View, clause: Clause, piece: Piece) -> bool:
    """Tell whether a clause is a claim: it has a verb, or counts something, or is a headline."""
    if clause.sort in ("phrase", "condition") or len(view.words) < 2:
        return False
    if len(view.words) == 2 and not view.numbers and view.verb is None:
        return False
    if view.verb is not None:
        return True
    if clause.sort == "gap":
        return True
    length = len(view.words)
    if piece.headline and length >= 4:
        return True
    return piece.attribution is not None and length >= 3


def _view(page: Page, clause: Clause, words: list[Word], before: View | None) -> View:
    """Lay a clause out, with the numbers and times of the page that stand in it."""
    row: list[Word] = []
    where: dict[int, int] = {}
    for low, high in clause.ranges:
        for i in range(low, high):
            where[i] = len(row)
            row.append(words[i])
    view = View(page.document.text, page.language, row, sort=clause.sort, before=before)
    view.conditional = clause.conditional
    view.shares = clause.shared_subject
    if clause.verb is not None and clause.verb.start in where:
        last = where.get(clause.verb.end - 1, where[clause.verb.start])
        view.verb = Group(
            where[clause.verb.start],
            last + 1,
            clause.verb.lemmas,
            clause.verb.words,
            clause.verb.passive,
        )
    return _filled(page, view)


def _filled(page: Page, view: View) -> View:
    """Give a clause the numbers, times and countries of the page that stand in it."""
    for start, end in view.spans:
        view.numbers.extend(
            page.numbers[
                bisect_left(page.number_starts, start) : bisect_right(page.number_starts, end - 1)
            ]
        )
        view.moments.extend(
            page.moments[
                bisect_left(page.moment_starts, start) : bisect_right(page.moment_starts, end - 1)
            ]
        )
    if page.language != "en":
        view.moments = [m for m in view.moments if not _is_count(page, view, m)]
    view.mentions = page.within(view)
    countries = (country_of(i) for m in view.mentions for i in m.ids[:1])
    view.countries = tuple(c for c in countries if c)
    view.people = frozenset(m.span[0] for m in view.mentions if m.form == "people")
    return view


def _is_count(page: Page, view: View, moment: Moment) -> bool:
    """Tell "bis zu 2000 Soldaten" from a year: words about exactness stand before it, a counted thing behind."""
    if moment.means != "year" or moment.start != moment.core or not page.document.text[moment.core].isdigit():
        return False
    if page.signs.get(moment.core, (0, "="))[1] != "=":
        return True
    row = [word.low for word in view.words]
    after = view.at(moment.end)
    return after < len(row) and bool(unit_names(page.language).at(row, after)[1])


def _claim(page: Page, piece: Piece, view: View, lead: str) -> None:
    """Read one clause and add its claim."""
    stance = _stance(piece)
    judge = status_of if page.language == "en" else light_status
    first, _ = judge(view, stance, page.published, headline=piece.headline)
    way: Direction = "future" if first in ("expected", "conditional") else "past"
    reads = _setting(page, way, view)
    moment, span = _period(view, reads, None, page)
    head = view.before if view.sort == "participle" else None
    if span is None and head is not None:
        span = head.span
    read = read_quantities if page.language == "en" else read_light_quantities
    counted = read(view, reads._replace(anchor=span), page.signs)
    view.quantities = counted.quantities
    view.quantities = with_implied(view)
    moment, span = _period(view, reads, counted.used, page)
    if moment is None:
        moment, span = _relative_period(view, reads, counted.used)
    inherited = _inherited_period(view, piece) if moment is None else None
    status, because = judge(view, stance, page.published, span, headline=piece.headline)
    if status == "expected" and way == "past":
        reads = _setting(page, "future", view)
        moment, span = _period(view, reads, counted.used, page)
    view.span, view.when = span, told_when(view, moment, span) if moment is not None else None
    if view.when is None and inherited is not None:
        view.span, view.when = inherited.span, inherited.when
    _add(page, piece, view, lead, status, because)


def _inherited_period(view: View, piece: Piece) -> View | None:
    """Return the clause whose period this one shares: its head, or what "of these" goes back to."""
    head = view.before
    if head is None or head.when is None:
        return None
    if view.sort == "participle" or (view.sort == "relative" and view.shares):
        return head
    shared = view.shares and head.sort == view.sort and tense_of(head) == tense_of(view)
    perfect = {"has", "have"}
    if (
        view.verb
        and head.verb
        and (set(view.verb.words) & perfect) != (set(head.verb.words) & perfect)
    ):
        shared = False
    back = view.low(0) == "of" and view.low(1) in ("these", "those", "them", "which", "whom")
    return head if shared or back else None


def _stance(piece: Piece) -> Stance | None:
    if piece.denied:
        return "denies"
    return piece.attribution.stance if piece.attribution else None


def _setting(page: Page, way: Direction, view: View) -> Setting:
    """Return what the times of a clause are read against, the countries in it first."""
    return setting(
        page.language, page.document.published_on, direction=way, countries=view.countries
    )


def _period(
    view: View, reads: Setting, used: list[Moment] | None, page: Page
) -> tuple[Moment | None, Interval | None]:
    """Return the time that places the clause, and its days."""
    best: tuple[float, Moment, Interval] | None = None
    first, used = used is None, used or []
    for moment in view.moments:
        bare = moment.means == "year" and moment.start == moment.core and page.language == "en"
        if moment in used or bare:
            continue
        if moment.lead == "than" or moment.means in _RELATIVE or (first and moment.means in RELATIVE):
            continue
        span = period(moment, reads)
        if span is None:
            continue
        rank = _rank(view, moment) - (0.5 if moment.lead == "until" else 0.0)
        if rank < 0:
            continue
        if best is None or rank > best[0]:
            best = rank, moment, span
    return (best[1], best[2]) if best else (None, None)


_RELATIVE = frozenset({"same-year", "same-before", "unit-before"})


def _relative_period(
    view: View, reads: Setting, used: list[Moment]
) -> tuple[Moment | None, Interval | None]:
    """Return a time that counts back from the clause before: "the month before"."""
    head = view.before.span if view.before else None
    for moment in view.moments:
        if moment.means == "unit-before" and moment not in used and head is not None:
            span = period(moment, reads._replace(anchor=head))
            if span is not None:
                return moment, span
    return None, None


def _is_tight(moment: Moment) -> bool:
    """Tell a time that clings to a participle: "registered after February 2022", not "developed with Russia this year"."""
    return moment.lead != "at" or moment.means in ("year", "part-year", "years", "decade") or "year" in moment.fields


def _rank(view: View, moment: Moment) -> int:
    """Return how likely a time places the whole clause: not one inside a noun phrase or relative clause."""
    at = view.at(moment.start)
    verb = view.verb
    behind = verb is not None and at >= verb.start
    rank = 2 if behind or at <= 1 else 1
    for k in range(max(1, at - 8), at):
        if view.tag(k) == "R" or (view.low(k) == "that" and view.tag(k - 1) == "N"):
            rank = -1 if verb and k > verb.end else 0
        if (
            view.tag(k) == "E"
            and view.tag(k - 1) == "N"
            and not (verb and verb.start <= k < verb.end)
        ):
            # In the object a participle keeps its time to itself: "companies registered after 2022".
            inner = verb is not None and k > verb.end and _is_tight(moment)
            rank = -1 if inner else min(rank, 0)
    return rank


def _add(page: Page, piece: Piece, view: View, lead: str, status: Status, because: str) -> None:
    span = view.span
    kind, why, _, _ = kind_in_context(view, view.before.kind if view.before else None)
    english = page.language == "en"
    polarity, negation = (polarity_of if english else light_polarity)(view, lead)
    mode: Mode = "news"
    law, rule = (law_of if english else light_law)(view)
    reasons = [f"kind {kind}: {each}" for each in why] + [f"status {status}: {because}"]
    if kind == "assessment" and status == "done" and view.verb is not None:
        status = "ongoing"
    if law:
        kind, reasons = "obligation", [f"kind obligation: {rule}", reasons[-1]]
        new = (is_new if english else light_new)(view, span, page.published)
        mode = "news" if new else "law"
        status = status if new or status in ("denied", "done") else "ongoing"
    else:
        old, reason = background_of(view, span, page.published)
        if old:
            mode = "background"
            reasons.append(f"background: {reason}")
    view.kind, view.status = kind, status
    if negation:
        reasons.append(f"negated: {negation}")
    roles = RoleReader(view, kind, page.things, view.mentions).read()
    path = page.paths.path(piece.attribution)
    page.claims.append(
        Claim(
            id=f"c{len(page.claims) + 1}",
            attribution=piece.attribution.id if piece.attribution else None,
            via=tuple(a.id for a in path),
            span=view.spans,
            kind=kind,
            mode=mode,
            status=status,
            polarity=polarity,
            strength=weakest([a.stance for a in path]),
            when=view.when,
            quantities=tuple(view.quantities),
            chain=_chain(page, path),
            by=BY,
            part=piece.part,
            why=tuple(reasons),
            did=view.phrase(view.verb.start, view.verb.end) if view.verb else None,
            roles=roles,
            who=_who(view, roles),
            where=_where(roles),
        )  # fmt: skip
    )


def _who(view: View, roles: tuple[Role, ...]) -> str | None:
    """Return the words of the subject, whatever its role."""
    told = next((r.text for r in roles if r.role == "agent"), None)
    if view.verb is not None and view.verb.passive:
        return next((r.text for r in roles if r.role == "object"), told)
    return told


def _where(roles: tuple[Role, ...]) -> str | None:
    order = ("place", "destination", "host", "origin-place")
    return next((r.text for name in order for r in roles if r.role == name), None)


def _chain(page: Page, path: tuple[Attribution, ...]) -> tuple[str, ...]:
    house = page.document.house_name
    names = [a.speaker.name for a in path if a.speaker.name]
    return ((house,) if house else ()) + tuple(names)
