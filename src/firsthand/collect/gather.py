"""Captures from files, folders and standard input; what cannot be taken becomes a notice."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from firsthand.collect.captured import Captured, SideNote
from firsthand.collect.side_files import META, SOURCES, SideFiles
from firsthand.model.document import Capture, How
from firsthand.model.notice import Notice

MOST_BYTES = 64_000_000
"""Most bytes of one input."""

# How browsers name the folder of a saved page in the languages of their users.
_PAGE_FOLDERS = (
    "_files", ".files", "-Dateien", "_Dateien", "_fichiers", "_archivos", "_file", "_bestanden",
    "_pliki", "_soubory", "_arquivos", "_ficheiros", "_dosyalar", "-filer", "_tiedostot",
    "_elemei", "_fajlovi", "_datoteke", "_fitxers", "_failid", "_bylos", "_faili",
)  # fmt: skip
_PAGES = (".html", ".htm", ".xhtml", ".mht", ".mhtml")
# What lies beside articles and is none: no notice, or a folder of pictures would bury the rest.
_NOT_TEXT = frozenset({
    ".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif", ".ico", ".bmp", ".tif", ".tiff",
    ".css", ".js", ".mjs", ".map", ".woff", ".woff2", ".ttf", ".otf", ".eot", ".mp3", ".mp4",
    ".m4a", ".webm", ".ogg", ".wav", ".mov", ".avi", ".lock", ".log", ".tmp", ".bak", ".swp",
    ".pyc", ".py",
})  # fmt: skip
# What says something of a folder and is no article in it.
_ABOUT_FOLDER = ("readme", "licence", "license", "copying", "changelog")


def gather(inputs: Sequence[str], *, stdin: BinaryIO | None) -> Iterator[Captured | Notice]:
    """Yield what the inputs hold, in their order; folders are walked in the order of names.

    Hidden files, side files and the folders of saved pages are passed over. The same bytes with
    the same side notes are one article: the second time gives a notice. Nothing is raised.

    Args:
        inputs: Paths, or `-` for standard input.
        stdin: Where `-` is read from.
    """
    seen: dict[tuple[str, SideNote], str] = {}
    folders: dict[Path, SideFiles] = {}
    for given in inputs:
        found = _from_stdin(stdin) if given == "-" else _from_path(Path(given), folders)
        for each in found:
            yield _once(each, seen) if isinstance(each, Captured) else each


def _once(captured: Captured, seen: dict[tuple[str, SideNote], str]) -> Captured | Notice:
    # One text under two names is one article, unless side files say that two outlets ran it.
    key = (captured.capture.sha256, captured.side)
    first = seen.get(key)
    if first is None:
        seen[key] = captured.subject
        return captured
    return Notice(
        subject=captured.subject, code="duplicate",
        message=f"{captured.subject} has the same bytes as {first} and is counted once",
    )  # fmt: skip


def _from_stdin(stdin: BinaryIO | None) -> Iterator[Captured | Notice]:
    if stdin is None:
        yield _unreadable("-", "there is no standard input")
        return
    data = stdin.read(MOST_BYTES + 1)
    yield _captured("stdin", "-", data, how="stdin")


def _from_path(
    path: Path, folders: dict[Path, SideFiles], named: str | None = None
) -> Iterator[Captured | Notice]:
    subject = named or str(path)
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        reason = "is a link to nothing" if path.is_symlink() else "is not there"
        yield _unreadable(subject, f"it {reason}")
        return
    except (OSError, ValueError) as error:
        yield _unreadable(subject, _reason(error))
        return
    if stat.S_ISDIR(mode):
        yield from _from_folder(path, subject, folders)
    elif stat.S_ISREG(mode):
        yield from _from_file(path, subject, folders)
    else:  # reading a pipe or a device could wait for ever
        yield _unreadable(subject, "it is neither a file nor a folder")


def _from_folder(
    path: Path, subject: str, folders: dict[Path, SideFiles]
) -> Iterator[Captured | Notice]:
    try:
        entries = sorted(os.scandir(path), key=lambda entry: entry.name)
    except OSError as error:
        yield _unreadable(subject, _reason(error))
        return
    names = {entry.name for entry in entries}
    for entry in entries:
        below = f"{subject.rstrip('/')}/{entry.name}"
        if _passed_over(entry, names):
            continue
        yield from _from_path(Path(entry.path), folders, below)


def _passed_over(entry: os.DirEntry[str], names: set[str]) -> bool:
    name = entry.name
    if name.startswith(".") or name == SOURCES or name.endswith((META, "~")):
        return True
    if entry.is_dir():
        # A link to a folder may lead back here.
        return entry.is_symlink() or name == "__MACOSX" or _is_page_folder(name, names)
    path = Path(name.lower())
    return path.suffix in _NOT_TEXT or path.stem in _ABOUT_FOLDER


def _is_page_folder(name: str, names: set[str]) -> bool:
    for ending in _PAGE_FOLDERS:
        stem = name.removesuffix(ending)
        if stem != name and any(stem + page in names for page in (*_PAGES, "")):
            return True
    return False


def _from_file(
    path: Path, subject: str, folders: dict[Path, SideFiles]
) -> Iterator[Captured | Notice]:
    folder = path.parent
    if folder not in folders:
        folders[folder] = SideFiles(folder)
    side_files = folders[folder]
    try:
        with path.open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            data = b"" if size > MOST_BYTES else file.read(MOST_BYTES + 1)
    except OSError as error:
        yield _unreadable(subject, _reason(error))
        return
    side, items = side_files.notes_for(path)
    while side_files.notices:
        yield side_files.notices.pop(0)
    if size > MOST_BYTES:
        yield _too_large(subject, size)
    else:
        yield _captured(path.name, subject, data, side=side, items=items)


def _captured(
    name: str,
    subject: str,
    data: bytes,
    *,
    how: How = "file",
    side: SideNote | None = None,
    items: dict[str, SideNote] | None = None,
) -> Captured | Notice:
    if len(data) > MOST_BYTES:
        return _too_large(subject, None)
    if not data.strip(b" \t\r\n\x00\xef\xbb\xbf"):
        return Notice(subject=subject, code="empty", message=f"{subject} is empty")
    capture = Capture(
        sha256=hashlib.sha256(data).hexdigest(),
        got=datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        how=how,
        file=None if how == "stdin" else name,
    )
    return Captured(
        name=name, subject=subject, data=data, capture=capture,
        side=side or SideNote(), items=items or {},
    )  # fmt: skip


def _too_large(subject: str, size: int | None) -> Notice:
    told = f"{size:,} bytes" if size else f"more than {MOST_BYTES:,} bytes"
    return Notice(
        subject=subject, code="too-large", message=f"{subject} has {told}, too many for one page",
        hint=f"Up to {MOST_BYTES:,} bytes are read; save the article alone.",
    )  # fmt: skip


def _unreadable(subject: str, reason: str) -> Notice:
    return Notice(
        subject=subject, code="unreadable", message=f"{subject} cannot be read: {reason}",
        hint="Check the name and the permission.",
    )  # fmt: skip


def _reason(error: Exception) -> str:
    told = error.strerror if isinstance(error, OSError) else str(error)
    return (told or type(error).__name__).lower()
