"""Reads a Markdown text: front matter as metadata, the rest as paragraphs without marks."""

from __future__ import annotations

import re

import yaml

from firsthand.collect.side_files import note_from
from firsthand.read.addresses import clean_url
from firsthand.read.content import Piece
from firsthand.read.dates import parse_date
from firsthand.read.described import Described
from firsthand.read.draft import Draft
from firsthand.read.header import read_header
from firsthand.read.phrases import fold, is_line, opener
from firsthand.read.scan import without
from firsthand.read.verdict import Signals

BY = "markdown/1"
_FRONT = re.compile(
    r"\A\ufeff?---[ \t]*\r?\n(.{0,65536}?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL
)
_HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+(.*?)[ \t#]*\Z")
_ITEM = re.compile(r"\s{0,12}(?:[-*+]|\d{1,3}[.)])\s{1,4}(.*)\Z")
_RULE = re.compile(r" {0,3}(?:[-*_] ?){3,80}\Z")
_FENCE = re.compile(r" {0,3}(?:```|~~~)")
_IMAGE = re.compile(r"!\[([^\]\n]{0,300})\]\([^()\s]{0,2000}(?:\s\"[^\"\n]{0,300}\")?\)")
_FOOTNOTE = re.compile(r"\[\^[\w-]{1,40}\]:?")
_LINK = re.compile(
    r"\[([^\[\]\n]{1,500})\]\([^()\s]{0,2000}(?:\s\"[^\"\n]{0,300}\")?\)|\[([^\[\]\n]{1,500})\]\[[^\[\]\n]{0,80}\]"
)
_STRONG = re.compile(r"(\*\*|__)(?=\S)([^\n]{1,2000}?)(?<=\S)\1")
_EMPHASIS = re.compile(r"(?<![\w*])([*_])(?=[^\s*_])([^*_\n]{1,1000}?)(?<=\S)\1(?![\w*])")
_TAG = re.compile(r"<(https?://[^<>\s]{1,2000})>|</?[a-zA-Z][^<>\n]{0,300}>")
_ESCAPED = re.compile("[\ue020-\ue07f]")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!|>~-])")


def read_markdown(text: str) -> Draft:
    """Return a Markdown text; its first heading is the title where the front matter gives none."""
    described, rest = _front_matter(text)
    lines = without(rest, "<!--", "-->").splitlines()
    described, lines = _plain_header(described, lines)
    pieces, headlines = _sorted_pieces(described, _raw_pieces(lines))
    return Draft(by=BY, described=described, pieces=pieces, headlines=headlines, signals=Signals())


def _front_matter(text: str) -> tuple[Described, str]:
    """Part the front matter from the text; one that is no YAML mapping says nothing."""
    found = _FRONT.match(text)
    if not found:
        return Described(), text
    try:
        # Everything stays text: no dates or truth values are guessed, no objects are built.
        plain = yaml.load(found[1], Loader=yaml.CBaseLoader)  # noqa: S506
    except yaml.YAMLError:
        return Described(), text[found.end() :]
    if not isinstance(plain, dict):
        return Described(), text[found.end() :]
    note = note_from({str(key): value for key, value in plain.items() if _is_plain(value)})
    described = Described(
        title=note.title, authors=note.authors, url=note.url, canonical_url=clean_url(note.url),
        outlet=note.outlet.name if note.outlet else None,
        publisher=note.publisher.name if note.publisher else None,
        published=(parse_date(note.published) or note.published) if note.published else None,
        modified=(parse_date(note.modified) or note.modified) if note.modified else None,
        language=note.language, sample=bool(note.sample), guid=note.document,
    )  # fmt: skip
    return described, text[found.end() :]


def _is_plain(value: object) -> bool:
    """Tell whether a value is shallow: aliases can nest lists without end."""
    if isinstance(value, list):
        return len(value) < 100 and all(isinstance(each, str) for each in value)
    if isinstance(value, dict):
        return all(isinstance(each, str) for each in value.values())
    return isinstance(value, str)


def _plain_header(described: Described, lines: list[str]) -> tuple[Described, list[str]]:
    """Read "# Title" with "Harbour Gazette, 2026-02-12" below it where no front matter stands."""
    if described.title or described.outlet or described.published:
        return described, lines
    heads = [_HEADING.sub(r"\2", line) + "\n" for line in lines[:12]]
    header = read_header([_inline(line.rstrip("\n")) + "\n" for line in heads])
    if header is None:
        return described, lines
    taken = length = 0
    for line in heads:
        if length >= header.body_start:
            break
        length += len(_inline(line.rstrip("\n"))) + 1
        taken += 1
    return header.described, lines[taken:]


def _raw_pieces(lines: list[str]) -> list[tuple[str, str]]:
    """Return (kind, marked text) a block: heading, item, quote, table, code or paragraph."""
    found: list[tuple[str, str]] = []
    open_kind = ""
    fenced = False
    for line in lines:
        if _FENCE.match(line):
            fenced, open_kind = not fenced, ""
            continue
        kind, words = ("code", line) if fenced else _kind_of(line)
        if not words.strip():
            open_kind = ""
        elif kind == "underline":
            if open_kind == "paragraph":
                found[-1] = ("heading1", found[-1][1])
            open_kind = ""
        elif kind == open_kind and kind in ("paragraph", "quote"):
            joiner = "\n" if found[-1][1].endswith(("  ", "\\")) else " "
            found[-1] = (kind, found[-1][1].rstrip(" \\") + joiner + words.strip())
        elif kind == "paragraph" and open_kind == "item" and line.startswith(" "):
            found[-1] = ("item", f"{found[-1][1]} {words.strip()}")
        elif kind == open_kind and kind in ("table", "code"):
            found[-1] = (kind, found[-1][1] + "\n" + words)
        else:
            found.append((kind, words))
            open_kind = kind
    return found


def _kind_of(line: str) -> tuple[str, str]:
    heading = _HEADING.match(line)
    if heading:
        return f"heading{len(heading[1])}", heading[2]
    if re.fullmatch(r" {0,3}=+\s*", line):
        return "underline", line
    if _RULE.match(line):
        return "blank", ""
    item = _ITEM.match(line)
    if item:
        return "item", item[1]
    if line.lstrip().startswith(">"):
        return "quote", line.lstrip()[1:].strip()
    if line.lstrip().startswith("|"):
        return "table", line
    return "paragraph", line


def _sorted_pieces(
    described: Described, raw: list[tuple[str, str]]
) -> tuple[list[Piece], list[tuple[str, list[str]]]]:
    """Take the title out, and headlines of other articles apart."""
    pieces: list[Piece] = []
    headlines: list[tuple[str, list[str]]] = []
    heading = False
    for kind, marked in raw:
        words = _table(marked) if kind == "table" else _inline(marked)
        if not words:
            continue
        if kind.startswith("heading") and not pieces and described.title in (None, words):
            described.title = words
            continue
        if not pieces and described.title and fold(words) == fold(described.title):
            continue
        opened = opener("related", words)
        if is_line("related", words) and (
            kind.startswith("heading") or words.endswith(":") or marked.startswith("**")
        ):
            headlines.append((words, []))
            heading = True
        elif heading and kind == "item":
            headlines[-1][1].append(words)
        elif (
            opened
            and " " in opened.phrase
            and opened.end < len(words)
            and kind in ("paragraph", "item")
        ):
            headlines.append(("", [words[opened.end :].strip()]))
        else:
            heading = False
            pieces.append(Piece("table" if kind == "table" else "body", words, item=kind == "item"))
    return pieces, [(head, lines) for head, lines in headlines if lines]


def _inline(marked: str) -> str:
    """Return a line without its marks: links as their words, emphasis as its words."""
    # Escaped marks are set aside as characters that no text has, so that they are not taken for marks.
    words = _ESCAPE.sub(lambda match: chr(0xE000 + ord(match[1])), marked)
    words = _FOOTNOTE.sub("", _IMAGE.sub("", words))
    words = _LINK.sub(lambda match: match[1] or match[2], words)
    words = _TAG.sub(lambda match: match[1] or "", words)
    words = _STRONG.sub(r"\2", words)
    words = _EMPHASIS.sub(r"\2", words)
    return _ESCAPED.sub(lambda match: chr(ord(match[0]) - 0xE000), words).strip()


def _table(marked: str) -> str:
    rows = []
    for line in marked.splitlines():
        cells = [_inline(cell) for cell in line.strip().strip("|").split("|")]
        if not all(re.fullmatch(r":?-*:?", cell) for cell in cells):
            rows.append(" | ".join(cells))
    return "\n".join(rows)
