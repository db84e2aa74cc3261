"""A capture read: its documents, and notices on what could not be used."""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec

from firsthand.collect.captured import Captured, SideNote
from firsthand.errors import InputError, TooLargeError
from firsthand.model.base import Record
from firsthand.model.document import Document
from firsthand.model.notice import Notice
from firsthand.read.decode import Decoded, decode
from firsthand.read.draft import Draft, finish_draft
from firsthand.read.mhtml import Unpacked, is_mhtml, unpack

_HTML = re.compile(
    r"\s{0,200}(?:(?:<!--.{0,4000}?-->|<\?xml[^>]{0,200}\?>)\s{0,200}){0,4}"
    r"<(?:!doctype\s+html|html|head|body|title|meta|table|div|p|article)\b",
    re.IGNORECASE | re.DOTALL,
)
_FEED = re.compile(r"<(?:\w{1,12}:)?(?:rss|feed|RDF|channel)[\s>/]", re.IGNORECASE)
_PAGES = frozenset({".html", ".htm", ".xhtml", ".shtml", ".php", ".asp", ".aspx", ".jsp"})
_MARKDOWN = frozenset({".md", ".markdown", ".mdown", ".mkd"})
_CODES = {"stub": "stub", "list": "list", "empty": "empty", "language-not-read": "not-read"}


class ReadResult(Record, kw_only=True, frozen=True):
    """What reading one capture gave; ids are not yet unique among several (`identity.finish`)."""

    documents: tuple[Document, ...] = ()
    notices: tuple[Notice, ...] = ()


def read_capture(captured: Captured) -> ReadResult:
    """Return the documents in a capture, several for a feed or a file of lines.

    What cannot be used becomes a notice; a document that is not full has one too.

    Never raises for what stands in the bytes.
    """
    if captured.is_table:
        return _set_aside(captured, "not-read", "is a table of figures", "Give it with --table.")
    try:
        data, unpacked = captured.data, None
        if is_mhtml(data):
            unpacked = unpack(data)
            data = unpacked.data
        decoded = decode(data)
        drafts, remarks = _drafts(decoded, captured, saved=unpacked)
    except TooLargeError as error:
        return _set_aside(captured, "too-large", error.problem, error.hint)
    except InputError as error:
        return _set_aside(captured, "unreadable", error.problem, error.hint)
    documents, notices = [], [*remarks]
    if decoded.doubt:
        notices.append(_remark(captured.subject, decoded.doubt))
    for number, draft in enumerate(drafts, 1):
        side = _side_for(captured, draft, number)
        document = finish_draft(draft, captured, side)
        notices.extend(_verdict_notice(document, captured.subject, several=len(drafts) > 1))
        if document.text.strip():
            documents.append(document)
    return ReadResult(documents=tuple(documents), notices=tuple(notices))


def _drafts(
    decoded: Decoded, captured: Captured, *, saved: Unpacked | None
) -> tuple[list[Draft], list[Notice]]:
    """Choose the reader: by what the text is, then by what its name says."""
    text, suffix = decoded.text, captured.suffix
    head = text[:6000].lstrip("\ufeff \t\r\n")
    if suffix in (".json", ".jsonl", ".ndjson") or (not suffix and head[:1] in "{["):
        from firsthand.read.json_lines import read_json

        return read_json(text, captured.subject)
    if _FEED.search(head) and head.startswith("<") and not _is_page(head):
        from firsthand.read.feed import read_feed

        return read_feed(text, captured.subject)
    if (
        suffix in _PAGES
        or (suffix not in (".txt", *_MARKDOWN) and _is_page(head))
        or _is_page(head)
    ):
        from firsthand.read.meta_tags import Saved
        from firsthand.read.page import read_page

        note = Saved(saved.url, saved.saved) if saved else None
        return [read_page(text, saved=note)], []
    if suffix in (".xml", ".rss", ".atom", ".rdf"):
        raise InputError("it is XML and no feed", hint="Give the page, or an RSS or Atom feed.")
    if suffix in _MARKDOWN:
        from firsthand.read.markdown import read_markdown

        return [read_markdown(text)], []
    from firsthand.read.plain import read_plain

    return [read_plain(text)], []


def _is_page(head: str) -> bool:
    return bool(_HTML.match(head))


def _side_for(captured: Captured, draft: Draft, number: int) -> SideNote:
    """Return the side note of the whole, with that of the item laid over it if it has one."""
    whole = captured.side
    for key in (draft.described.guid, str(number)):
        item = captured.items.get(key) if key is not None else None
        if item is not None:
            fields = {name: getattr(item, name) for name in item.__struct_fields__}
            told = {name: value for name, value in fields.items() if value not in (None, ())}
            return msgspec.structs.replace(whole, **told)
    return whole


def _verdict_notice(document: Document, subject: str, *, several: bool) -> Iterable[Notice]:
    if document.reading == "full":
        return
    name = f"{subject}#{document.document}" if several else subject
    told = {
        "stub": "holds only a part of its article",
        "list": "lists articles and is none",
        "empty": "holds no text",
        "language-not-read": "is kept and not read",
    }[document.reading]
    yield Notice(
        subject=name,
        code=_CODES[document.reading],
        message=f"{name} {told}: {document.sign}",
        hint="Save the whole article." if document.reading == "stub" else None,
    )


def _set_aside(captured: Captured, code: str, problem: str, hint: str | None) -> ReadResult:
    notice = Notice(
        subject=captured.subject, code=code, message=f"{captured.subject}: {problem}", hint=hint
    )
    return ReadResult(notices=(notice,))


def _remark(subject: str, problem: str) -> Notice:
    return Notice(subject=subject, code="damaged", message=f"{subject}: {problem}", set_aside=False)
