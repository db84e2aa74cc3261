"""From what a reader found to a document: text with its parts, houses, verdict and id."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

import msgspec

from firsthand.collect.captured import Captured, SideNote
from firsthand.model.document import Document, House, Part, PartKind
from firsthand.read.addresses import clean_url, domain_of, host_of
from firsthand.read.content import Piece
from firsthand.read.dates import parse_date
from firsthand.read.described import Described
from firsthand.read.houses import house, same_name, slug
from firsthand.read.languages import code_of, language_of
from firsthand.read.verdict import Signals, judge

_SAMPLE_ENDINGS = (".example", ".test", ".invalid")


@dataclass(slots=True)
class Draft:
    """What a reader found in an input, before it is a document.

    Args:
        by: Name and version of the reader.
        pieces: The article's words in order.
        headlines: Lists of headlines of other articles, each a heading (or "") and its lines.
        whole: The text as it stands, where pieces of it are marked by `marks` and not laid out.
        marks: Kind and start of each part of `whole`, in order, the first at 0.
    """

    by: str
    described: Described
    pieces: list[Piece] = field(default_factory=list)
    headlines: list[tuple[str, list[str]]] = field(default_factory=list)
    signals: Signals = field(default_factory=Signals)
    whole: str | None = None
    marks: list[tuple[PartKind, int]] = field(default_factory=list)


def finish_draft(draft: Draft, captured: Captured, side: SideNote) -> Document:
    """Return the document of a draft; side notes win over all that the input says."""
    told = _with_side(draft.described, side)
    if draft.whole is not None:
        text, parts = draft.whole, _parts(draft.marks, len(draft.whole))
    else:
        text, parts = lay_out(draft)
    body = "".join(
        text[start:end] for part in parts if part.part == "body" for start, end in part.span
    )
    listed = "\n".join(line for _, lines in draft.headlines for line in lines)
    language = code_of(side.language) or language_of(body or listed or text, told.language)
    verdict = judge(body.strip(), language, draft.signals)
    outlet, publisher = _houses(told)
    return Document(
        document=_id(told, captured), text=text,
        text_sha256=hashlib.sha256(text.encode()).hexdigest(),
        language=language, title=told.title, published=told.published, modified=told.modified,
        url=told.url, canonical_url=told.canonical_url or clean_url(told.url), authors=told.authors,
        outlet=outlet, publisher=publisher, reading=verdict.reading, sign=verdict.sign,
        capture=msgspec.structs.replace(captured.capture, saved=told.saved), parts=parts,
        sample=told.sample, by=draft.by,
    )  # fmt: skip


def lay_out(draft: Draft) -> tuple[str, tuple[Part, ...]]:
    """Return the text of a draft and its parts: title, the pieces, then headlines of others.

    Paragraphs are parted by blank lines, items of a list and broken lines by line ends. Each part
    runs to where the next begins, so that together they cover the text.
    """
    out: list[str] = []
    marks: list[tuple[PartKind, int]] = []
    length = 0
    before: Piece | None = None
    for piece in _all_pieces(draft):
        line = f"- {piece.text}" if piece.item else piece.text
        if before is not None:
            gap = "\n" if _hangs_on(piece, before) else "\n\n"
            out.append(gap)
            length += len(gap)
        if not marks or marks[-1][0] != piece.kind:
            marks.append((piece.kind, length))
        out.append(line)
        length += len(line)
        before = piece
    return "".join(out), _parts(marks, length)


def _all_pieces(draft: Draft) -> list[Piece]:
    title = [Piece("title", draft.described.title)] if draft.described.title else []
    lists: list[Piece] = []
    for heading, lines in draft.headlines:
        if heading:
            lists.append(Piece("headline-list", heading))
        # The first line follows its heading directly, as lists in mails and texts do.
        lists.extend(Piece("headline-list", line, bool(heading), True) for line in lines)
    return [*title, *draft.pieces, *lists]


def _hangs_on(piece: Piece, before: Piece) -> bool:
    if piece.kind != before.kind:
        return False
    if piece.item:
        return before.item or piece.soft
    if piece.soft and not before.item:
        # Old pages part their paragraphs by single line breaks.
        return len(before.text) < 60 or before.text[-1] not in '.!?…”"»。'
    return False


def _parts(marks: list[tuple[PartKind, int]], length: int) -> tuple[Part, ...]:
    ends = [*(start for _, start in marks[1:]), length] if marks else []
    return tuple(
        Part(part=kind, span=((start, end),))
        for (kind, start), end in zip(marks, ends, strict=True)
        if end > start
    )


def _with_side(told: Described, side: SideNote) -> Described:
    """Return what an input says with what its side file says instead."""
    for name in ("title", "url"):
        if getattr(side, name):
            setattr(told, name, getattr(side, name))
    if side.url:
        told.canonical_url = clean_url(side.url)
    if side.published:
        told.published = parse_date(side.published) or side.published
    if side.modified:
        told.modified = parse_date(side.modified) or side.modified
    if side.authors:
        told.authors = side.authors
    if side.document:
        told.guid = side.document
    if side.outlet:
        told.outlet, told.outlet_id, told.outlet_url = side.outlet.name, side.outlet.id, None
    if side.publisher:
        told.publisher, told.publisher_id = side.publisher.name, side.publisher.id
        told.publisher_url = None
    addresses = (told.canonical_url, told.url, told.outlet_url)
    told.sample = (
        side.sample if side.sample is not None else told.sample or any(map(_is_invented, addresses))
    )
    return told


def _is_invented(url: str | None) -> bool:
    return (host_of(url) or "").endswith(_SAMPLE_ENDINGS)


def _houses(told: Described) -> tuple[House | None, House | None]:
    """Return outlet and publisher; both are one house where they have one name."""
    address = told.canonical_url or told.url or told.outlet_url
    outlet = house(told.outlet or host_of(address), address)
    if outlet and told.outlet_id:
        outlet = House(id=told.outlet_id, name=outlet.name)
    publisher = house(told.publisher, told.publisher_url)
    if publisher and outlet and same_name(publisher.name, outlet.name):
        publisher = outlet
    elif publisher and outlet and publisher.id == domain_of(address):
        # Its address is that of the outlet, which is another title of the same house.
        publisher = House(id=slug(publisher.name), name=publisher.name)
    if publisher and told.publisher_id:
        publisher = House(id=told.publisher_id, name=publisher.name)
    return outlet, publisher


def _id(told: Described, captured: Captured) -> str:
    return told.guid or told.canonical_url or clean_url(told.url) or captured.stem
