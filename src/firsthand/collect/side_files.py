"""Side files: `NAME.meta.json` beside a file, and `sources.csv` in its folder.

Both say what a page does not say of itself; they win over everything that the page says. A row of
`sources.csv` whose file is `*` is about every file of the folder, one such as `feed.xml#2` about an
item of a feed.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from pathlib import Path

import msgspec

from firsthand.collect.captured import SideNote
from firsthand.model.document import House
from firsthand.model.notice import Notice

SOURCES = "sources.csv"
META = ".meta.json"
MOST_BYTES = 4_000_000
_FIELDS = {
    "document": "document", "id": "document", "title": "title", "headline": "title",
    "outlet": "outlet", "source": "outlet", "publisher": "publisher", "house": "publisher",
    "published": "published", "date": "published", "modified": "modified", "updated": "modified",
    "url": "url", "link": "url", "address": "url", "language": "language", "lang": "language",
    "authors": "authors", "author": "authors", "sample": "sample",
}  # fmt: skip
_FILE_COLUMNS = ("file", "name", "path")
_YES = frozenset({"true", "yes", "1", "x"})


class SideFiles:
    """The side files of one folder, read once.

    `notices` tells what in them could not be used.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.notices: list[Notice] = []
        self._rows = self._read_sources()

    def notes_for(self, path: Path) -> tuple[SideNote, dict[str, SideNote]]:
        """Return what is said of a file, and of the items in it by guid or number."""
        whole: dict[str, object] = {}
        items: dict[str, SideNote] = {}
        for name, fields in self._rows.items():
            base, mark, item = name.partition("#")
            if base == "*":
                whole = {**fields, **whole}  # what is said of all gives way to what is said of one
            elif base not in (path.name, path.stem):
                continue
            elif mark:
                items[item] = note_from(fields)
            else:
                whole.update(fields)
        for meta in (path.with_name(path.stem + META), path.with_name(path.name + META)):
            whole.update(self._read_meta(meta))
        return note_from(whole), items

    def _read_meta(self, path: Path) -> Mapping[str, object]:
        if not path.is_file():
            return {}
        try:
            plain = msgspec.json.decode(_bounded(path))
        except (OSError, ValueError) as error:
            return self._bad(path.name, f"is no JSON object: {error}")
        if not isinstance(plain, dict):
            return self._bad(path.name, "is no JSON object")
        return plain

    def _read_sources(self) -> dict[str, dict[str, object]]:
        path = self.folder / SOURCES
        if not path.is_file():
            return {}
        try:
            text = _bounded(path).decode("utf-8-sig")
        except (OSError, ValueError) as error:
            self._bad(SOURCES, f"cannot be read: {error}")
            return {}
        lines = text.splitlines()
        first = lines[0] if lines else ""
        delimiter = max(",;\t", key=first.count)
        rows = csv.DictReader(io.StringIO(text), delimiter=delimiter)
        try:
            return self._rows_by_file(rows)
        except csv.Error as error:
            self._bad(SOURCES, f"line {rows.line_num}: {error}")
            return {}

    def _rows_by_file(self, rows: csv.DictReader[str]) -> dict[str, dict[str, object]]:
        found: dict[str, dict[str, object]] = {}
        for row in rows:
            plain = {str(key).strip().lower(): value for key, value in row.items() if key}
            name = next((plain[each] for each in _FILE_COLUMNS if plain.get(each)), None)
            if name is None:
                self._bad(SOURCES, f"line {rows.line_num}: no file is named")
                continue
            # A row may name the file by its path below the folder; items of a feed as FILE#GUID.
            base, mark, item = name.strip().replace("\\", "/").partition("#")
            found[base.rpartition("/")[2] + mark + item] = {
                key: value.strip() for key, value in plain.items() if value and value.strip()
            }
        return found

    def _bad(self, name: str, problem: str) -> dict[str, object]:
        self.notices.append(
            Notice(
                subject=name,
                code="damaged",
                message=f"The side file {name} {problem}",
                hint="It was left out; correct it and run again.",
                set_aside=False,
            )
        )
        return {}


def note_from(plain: Mapping[str, object]) -> SideNote:
    """Return the fields that a side file gives; names that it does not know are passed over.

    A house is a name, or `{"id", "name"}`; authors are a list, or names parted by semicolons.
    """
    fields: dict[str, object] = {}
    for key, value in plain.items():
        field = _FIELDS.get(key.strip().lower())
        if field is None or value in (None, "", []):
            continue
        if field in ("outlet", "publisher"):
            fields[field] = _house(value)
        elif field == "authors":
            names = value if isinstance(value, list) else str(value).split(";")
            fields[field] = tuple(str(name).strip() for name in names if str(name).strip())
        elif field == "sample":
            fields[field] = value is True or str(value).lower() in _YES
        else:
            fields[field] = str(value).strip()
    return msgspec.convert(fields, SideNote)


def _house(value: object) -> House | None:
    if isinstance(value, dict):
        name = str(value.get("name") or value.get("id") or "").strip()
        return House(id=str(value.get("id") or ""), name=name) if name else None
    return House(id="", name=str(value).strip())


def _bounded(path: Path) -> bytes:
    with path.open("rb") as file:
        data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise ValueError(f"more than {MOST_BYTES:,} bytes")
    return data
