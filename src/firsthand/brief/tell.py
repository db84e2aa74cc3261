"""From the steps of a question to its story: rows, origins, what changed, what was withdrawn."""

from __future__ import annotations

from firsthand.brief.dates import short
from firsthand.brief.story import NEVER, NO_ORIGIN, Row, Slab, Story, arrange
from firsthand.brief.values import shown
from firsthand.model.question import Corroboration, Origin, Question, Step

UNKNOWN = "cannot tell where it changed"


def tell(question: Question, case: Corroboration, *, last_read: str | None = None) -> Story:
    """Return the path of a question as a story, nothing folded.

    A question without a path gives a story without rows.
    """
    rows = _rows(question, case)
    slabs = _slabs(rows, case)
    counts = (
        _plural(question.articles, "article"),
        _plural(question.outlets, "outlet"),
        _plural(question.publishers, "publisher"),
    )
    story = Story(slabs=slabs, rows=rows, last_read=last_read, counts=counts)
    arrange(story)
    _values(story)
    _withdrawals(story, question)
    return story


def _rows(question: Question, case: Corroboration) -> list[Row]:
    articles = {a.document: a for a in case.article_list}
    origins = {o.id for o in case.origin_list}
    relations = {a.spelled: a.relation for a in question.answers}
    rows, of_document = [], dict[str, list[Row]]()
    for at, step in enumerate(question.path):
        article = articles.get(step.document)
        house = article and (article.outlet or article.publisher)
        row = Row(
            id=f"r{at}",
            document=step.document,
            label=house.name if house else step.document,
            on=(step.on or "")[:10] or None,
            value=step.value,
            spelled=shown(step.value, step.spelled, relations.get(step.spelled, "=")),
            parent="",
            documents=frozenset({step.document} if article else ()),
            words=step.words or "",
            opened=step.how == "opened",
            credited=step.how != "wording",
            held=article is not None,
            changed=step.changed,
            withdrawn=(step.withdrawn or "")[:10] or None,
            remark=(step.note or "").partition(";")[0] if step.changed else "",
        )
        rows.append(row)
        of_document.setdefault(step.document, []).append(row)
    for row, step in zip(list(rows), question.path, strict=True):
        row.parent = _parent(row, step, of_document, origins=origins, rows=rows)
    _cut_loops(rows)
    return rows


def _parent(
    row: Row,
    step: Step,
    of_document: dict[str, list[Row]],
    *,
    origins: set[str],
    rows: list[Row],
) -> str:
    """Return the id of the row or slab from which a row had its value."""
    source = step.came_from
    own = step.origin if step.origin in origins else NO_ORIGIN
    if source is None or source == step.document:
        return own
    if source in origins and source not in of_document:
        return source
    others = [r for r in of_document.get(source, ()) if r is not row]
    if others:
        return min(others, key=lambda r: r.value != row.value).id
    if source in of_document:
        return own
    named = Row(
        id=f"n{len(rows)}",
        document=source,
        label=source,
        on=None,
        value=row.value,
        spelled=row.spelled,
        parent=own,
        held=False,
    )
    rows.append(named)
    of_document[source] = [named]
    return named.id


def _cut_loops(rows: list[Row]) -> None:
    """Hang the earliest copy of each loop of citations under no origin."""
    by_id = {r.id: r for r in rows}
    safe: set[str] = set()
    for row in rows:
        trail: list[str] = []
        each: Row | None = row
        while each is not None and each.id not in safe:
            if each.id in trail:
                loop = [by_id[i] for i in trail[trail.index(each.id) :]]
                min(loop, key=lambda r: (r.on or NEVER, r.id)).parent = NO_ORIGIN
                break
            trail.append(each.id)
            each = by_id.get(each.parent)
        safe.update(trail)


def _slabs(rows: list[Row], case: Corroboration) -> list[Slab]:
    known = {o.id: o for o in case.origin_list}
    held = {r.id for r in rows}
    slabs = []
    for ident in dict.fromkeys(r.parent for r in rows if r.parent not in held):
        origin = known.get(ident)
        if origin is None:
            slabs.append(Slab(NO_ORIGIN, "Origin cannot be told", "", (), held=False))
            continue
        held_too = origin.held is not None
        slabs.append(Slab(ident, origin.name, "", _notes(origin), held_too, source=origin.kind))
    for row in rows:
        if row.parent not in held and row.parent not in known:
            row.parent = NO_ORIGIN
    return slabs


def _notes(origin: Origin) -> tuple[str, ...]:
    told = (f"published {short(origin.published, year=True)}",) if origin.published else ()
    return (*told, f"held: {origin.held}" if origin.held else "not held")


def _values(story: Story) -> None:
    """Say of each row whether its value differs, and what came in where it changed."""
    rows = story.by_id()
    for slab in story.slabs:
        roots = story.kids.get(slab.id, [])
        true = next((r for r in roots if not r.changed), None) or next(
            (r for r in story.rows if r.origin == slab.id and not r.changed), None
        )
        slab.value = true.value if true else None
        slab.spelled = true.spelled if true else ""
        for row in (r for r in story.rows if r.origin == slab.id):
            up = rows.get(row.parent)
            row.differs = row.changed or bool(up and up.differs and up.value == row.value)
            if not row.changed:
                continue
            row.was = up.spelled if up else slab.spelled
            earlier = up.held if up else slab.held or bool(slab.spelled)
            row.remark = (row.remark or change(row.was, row.spelled)) if earlier else UNKNOWN


def change(was: str, now: str) -> str:
    """Say how two printed values differ; never who changed them."""
    old, new = ([c for c in v if c.isdigit()] for v in (was, now))
    if old and len(old) == len(new):
        off = [i for i, (a, b) in enumerate(zip(old, new, strict=True)) if a != b]
        if len(off) == 2 and sorted(old) == sorted(new):
            return "two digits changed places"
        if len(off) == 1:
            return "one digit differs"
    if old and new and "".join(old).rstrip("0") == "".join(new).rstrip("0"):
        return "a zero too many or too few"
    return "another value"


def _withdrawals(story: Story, question: Question) -> None:
    rows = story.by_id()
    corrects = {(e.source, e.target) for e in question.edges if e.kind == "corrects"}
    gone = [r for r in story.rows if r.withdrawn]
    for row in story.rows:
        up = rows.get(row.parent)
        if up and up.withdrawn and not row.withdrawn:
            same = up.label == row.label and (row.on or "") >= up.withdrawn
            row.withdraws = (row.document, up.document) in corrects or same
    # A value that is the origin's own too is printed on only by those who had it from there.
    for one in gone:
        behind = {r.id for r in story.below(one.id)}
        for row in story.rows:
            same = row.value == one.value and row.origin == one.origin
            reached = row.id in behind or one.differs
            row.still = row.still or (same and reached and row.held and not row.withdrawn)


def _plural(count: int, noun: str) -> str:
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"
