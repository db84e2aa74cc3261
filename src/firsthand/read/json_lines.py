"""Reads documents given as JSON: one object, a list of them, a line each, or a JSON Feed."""

from __future__ import annotations

import msgspec

from firsthand.collect.side_files import note_from
from firsthand.errors import InputError
from firsthand.model.document import PartKind
from firsthand.model.notice import Notice
from firsthand.read.addresses import clean_url
from firsthand.read.dates import parse_date
from firsthand.read.described import Described
from firsthand.read.draft import Draft
from firsthand.read.plain import body_marks

BY = "given/1"
_HINT = (
    'A document is {"document": "…", "text": "…"}, with language, published and outlet if known.'
)


def read_json(text: str, subject: str) -> tuple[list[Draft], list[Notice]]:
    """Return the documents of a JSON text, and a notice for each line that is none.

    Raises:
        InputError: no document stands in it.
    """
    values, notices = _values(text, subject)
    if len(values) == 1 and "jsonfeed.org" in str(values[0][1].get("version", "")):
        from firsthand.read.json_feed import read_json_feed

        return read_json_feed(values[0][1]), notices
    drafts = []
    for where, value in values:
        words = value.get("text")
        if isinstance(words, str):
            drafts.append(given_document(value, words))
        else:
            notices.append(_bad(where, "has no text"))
    if not drafts:
        raise InputError("it is JSON and holds no document with a text", hint=_HINT)
    return drafts, notices


def given_document(value: dict[str, object], text: str) -> Draft:
    """Return a document of ours: its text is kept to the letter."""
    note = note_from({key: each for key, each in value.items() if key != "text"})
    described = Described(
        title=note.title, authors=note.authors, url=note.url, canonical_url=clean_url(note.url),
        outlet=note.outlet.name if note.outlet else None,
        outlet_id=note.outlet.id if note.outlet else None,
        publisher=note.publisher.name if note.publisher else None,
        publisher_id=note.publisher.id if note.publisher else None,
        published=(parse_date(note.published) or note.published) if note.published else None,
        modified=(parse_date(note.modified) or note.modified) if note.modified else None,
        language=note.language, sample=bool(note.sample), guid=note.document,
    )  # fmt: skip
    marks: list[tuple[PartKind, int]] = []
    start = 0
    if (
        note.title
        and text.startswith(note.title)
        and text[len(note.title) :][:1] in ("", "\n", "\r")
    ):
        marks, start = [("title", 0)], len(note.title)
    marks.extend(body_marks(text, start))
    return Draft(by=BY, described=described, whole=text, marks=marks)


def _values(text: str, subject: str) -> tuple[list[tuple[str, dict[str, object]]], list[Notice]]:
    """Return the objects with their places; a text that is no JSON as a whole is read by lines."""
    try:
        whole = msgspec.json.decode(text)
    except (ValueError, RecursionError):
        return _by_line(text, subject)
    given = whole if isinstance(whole, list) else [whole]
    if isinstance(whole, dict) and "text" not in whole and isinstance(whole.get("documents"), list):
        given = whole["documents"]
    places = [f"{subject}[{at}]" if len(given) > 1 else subject for at in range(len(given))]
    values = [
        (place, each) for place, each in zip(places, given, strict=True) if isinstance(each, dict)
    ]
    notices = [
        _bad(p, "is no object")
        for p, e in zip(places, given, strict=True)
        if not isinstance(e, dict)
    ]
    return values, notices


def _by_line(text: str, subject: str) -> tuple[list[tuple[str, dict[str, object]]], list[Notice]]:
    values: list[tuple[str, dict[str, object]]] = []
    notices: list[Notice] = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        where = f"{subject}:{number}"
        try:
            value = msgspec.json.decode(line)
        except (ValueError, RecursionError) as error:
            notices.append(_bad(where, f"is no JSON: {error}"))
            continue
        if isinstance(value, dict):
            values.append((where, value))
        else:
            notices.append(_bad(where, "is no object"))
    if not values:
        raise InputError("it is no JSON", hint=_HINT)
    return values, notices


def _bad(where: str, problem: str) -> Notice:
    return Notice(subject=where, code="damaged", message=f"{where} {problem}", hint=_HINT)
