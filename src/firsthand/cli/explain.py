"""`firsthand explain`: which rule, cue and alternatives gave an attribution or a claim."""

from __future__ import annotations

import re

import click

from firsthand.cli.exits import DONE, Exit
from firsthand.cli.options import fast_option, given_options
from firsthand.cli.output import print_notices, print_text
from firsthand.errors import UsageError
from firsthand.model.attribution import Attribution
from firsthand.model.claim import Claim
from firsthand.model.document import Document
from firsthand.model.notice import Notice
from firsthand.model.span import Spans, hull, words_of

PLACE = re.compile(r"^(?P<path>.+?)(?::(?P<offset>\d{1,9}))?$", re.DOTALL)


@click.command(
    epilog="""\b
Examples:
  firsthand explain article.html
  firsthand explain article.txt:309 --outlet "Harbour Gazette" --published 2026-02-12"""
)
@click.argument("place", metavar="DOCUMENT[:OFFSET]")
@fast_option
@given_options
def command(place: str, outlet: str | None, published: str | None, *, fast: bool) -> None:
    """Say why DOCUMENT was read as it was.

    Rule, cue and competing readings of each attribution; the rules behind kind, mode and status of
    each claim.

    With OFFSET (a code point of the text) only what stands there.
    """
    from firsthand.attribute.engine import attribute
    from firsthand.claim.engine import extract_claims
    from firsthand.run.given import Given
    from firsthand.run.pipeline import read_stream

    match = PLACE.match(place)
    assert match is not None  # noqa: S101 - the pattern matches any non-empty text
    offset = int(match["offset"]) if match["offset"] else None
    aside: list[Notice] = []
    shown = False
    for each in read_stream([match["path"]], given=Given(outlet=outlet, published=published)):
        if isinstance(each, Notice):
            aside.append(each)
            continue
        if offset is not None and offset >= len(each.text):
            raise UsageError(
                f"offset {offset} is beyond the end",
                where=each.document,
                hint=f"The text has {len(each.text):,} code points.",
            )
        attributed = attribute(each, fast=fast)
        claims = extract_claims(each, attributed).claims
        print_text("\n".join(_lines(each, attributed.told, attributed.why, claims, offset)))
        shown = True
    print_notices(aside)
    if not shown:
        raise UsageError("there is no text to explain", where=match["path"])
    raise Exit(DONE)


def _lines(
    document: Document,
    attributions: tuple[Attribution, ...],
    why: dict[str, tuple[str, ...]],
    claims: tuple[Claim, ...],
    offset: int | None,
) -> list[str]:
    out = [f"{document.document} · {document.language or 'language not told'} · {document.reading}"]
    for a in attributions:
        if _stands_at(offset, (*a.source, *a.cue, *a.content)):
            out += _attribution(document.text, a, why.get(a.id, ()))
    for c in claims:
        if _stands_at(offset, c.span):
            out += _claim(document.text, c)
    if len(out) == 1:
        at = f" at {offset}" if offset is not None else ""
        out.append(
            f"No attribution and no claim{at}: the words are the article's own, or boilerplate."
        )
    return out


def _stands_at(offset: int | None, spans: Spans) -> bool:
    return offset is None or any(a <= offset < b for a, b in spans)


def _attribution(text: str, a: Attribution, why: tuple[str, ...]) -> list[str]:
    speaker = a.speaker.name or "nobody named"
    parent = f", on the word of {a.parent}" if a.parent else ""
    head = f"\n{a.id}  {speaker} ({a.speaker.kind}, {a.speaker.anonymity}) {a.stance}{parent}"
    rows = [("source", a.source), ("cue", a.cue), ("content", a.content)]
    body = [f"    {name:<8} {_place(s):>11}  {_words(text, s)}" for name, s in rows if s]
    return [
        head,
        *body,
        f"    by       {a.by}, confidence {a.confidence:.2f}",
        *(f"    because  {w}" for w in why),
    ]


def _claim(text: str, c: Claim) -> list[str]:
    chain = " ← ".join(c.chain) or "no outlet told"
    head = f"\n{c.id}  {c.kind}, {c.mode}, {c.status}, {c.polarity}; {chain}"
    body = [f"    words    {_place(c.span):>11}  {_words(text, c.span)}"]
    body += [f"    {r.role:<8} {_place(r.span):>11}  {r.text}" for r in c.roles]
    body += [
        f"    number   {_place(q.span):>11}  {q.value} {q.unit or ''} {q.relation}"
        for q in c.quantities
    ]
    if c.when:
        body.append(f"    when     {c.when.text}: {c.when.start or '…'} to {c.when.end or '…'}")
    return [head, *body, *(f"    because  {w}" for w in c.why)]


def _place(spans: Spans) -> str:
    start, end = hull(spans)
    return f"{start}–{end}"


def _words(text: str, spans: Spans, room: int = 90) -> str:
    words = " ".join(words_of(text, spans).split())
    return words if len(words) <= room else f"{words[: room - 1]}…"
