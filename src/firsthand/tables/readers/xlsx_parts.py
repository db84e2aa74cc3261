"""What the sheets of an XLSX share: strings with their runs, number formats and cell styles."""

from __future__ import annotations

import msgspec

from firsthand.tables.grid import Cell
from firsthand.tables.readers import limits
from firsthand.tables.readers.archive import Archive
from firsthand.tables.readers.formats import Format, built_in, read_format


class Text(msgspec.Struct):
    """A string of the workbook, with what of it is raised."""

    text: str
    raised: tuple[tuple[int, int], ...] = ()


class Style(msgspec.Struct, frozen=True):
    """What a style says of a cell."""

    shown: Format = Format()
    bold: bool = False
    indent: int = 0


class Runs:
    """Collects the runs of one string; readings for East Asian pronunciation (`rPh`) are no text."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.raised: list[tuple[int, int]] = []
        self._up = self._in_text = self._phonetic = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take the start of an element within a string."""
        if name == "r":
            self._up = False
        elif name == "vertAlign":
            self._up = attributes.get("val") == "superscript"
        elif name == "rPh":
            self._phonetic = True
        elif name == "t":
            self._in_text = not self._phonetic

    def end(self, name: str) -> None:
        """Take the end of an element within a string."""
        if name == "t":
            self._in_text = False
        elif name == "rPh":
            self._phonetic = False
        elif name == "r":
            self._up = False

    def text(self, data: str) -> None:
        """Take text, which counts only within `t`."""
        if self._in_text:
            if self._up:
                at = sum(map(len, self.pieces))
                self.raised.append((at, at + len(data)))
            self.pieces.append(data)

    def done(self) -> Text:
        """Return the string."""
        return Text("".join(self.pieces)[: limits.TEXT], tuple(self.raised))


class Strings:
    """Parses the shared strings."""

    def __init__(self) -> None:
        self.out: list[Text] = []
        self._runs = Runs()

    def read(self, archive: Archive, path: str) -> list[Text]:
        """Return the shared strings in the order of their numbers. Raises as `Archive.chunks`."""
        archive.parse(path, self._start, self._end, self._text)
        return self.out

    def _text(self, data: str) -> None:
        self._runs.text(data)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "si":
            self._runs = Runs()
        else:
            self._runs.start(name, attributes)

    def _end(self, name: str) -> None:
        if name == "si":
            self.out.append(self._runs.done())
        else:
            self._runs.end(name)


class Styles:
    """Parses number formats, fonts and cell styles."""

    def __init__(self) -> None:
        self.formats: dict[int, str] = {}
        self.bold: list[bool] = []
        self.styles: list[Style] = []
        self._within = ""

    def read(self, archive: Archive, path: str) -> list[Style]:
        """Return the cell styles in the order of their numbers. Raises as `Archive.chunks`."""
        archive.parse(path, self._start, self._end, lambda _: None)
        return self.styles

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "numFmt":
            self.formats[whole(attributes.get("numFmtId"))] = attributes.get("formatCode", "")
        elif name in {"fonts", "cellXfs", "cellStyleXfs", "dxfs"}:
            self._within = name
        elif name == "font" and self._within == "fonts":
            self.bold.append(False)
        elif name == "b" and self._within == "fonts" and self.bold:
            self.bold[-1] = attributes.get("val", "1") not in {"0", "false"}
        elif name == "xf" and self._within == "cellXfs":
            number, font = whole(attributes.get("numFmtId")), whole(attributes.get("fontId"))
            bold = self.bold[font] if 0 <= font < len(self.bold) else False
            code = self.formats.get(number) or built_in(number)
            self.styles.append(Style(read_format(code), bold))
        elif name == "alignment" and self._within == "cellXfs" and self.styles:
            indent = whole(attributes.get("indent"))
            self.styles[-1] = msgspec.structs.replace(self.styles[-1], indent=indent)

    def _end(self, name: str) -> None:
        if name == self._within:
            self._within = ""


def whole(text: str | None) -> int:
    """Return a count that is written in an attribute, 0 where it is none."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 10 else 0


def worded(text: Text, *, bold: bool, indent: int) -> Cell | None:
    """Return the cell of a string, None where it is blank; leading blanks add to its indent."""
    bare = text.text.lstrip()
    if not bare:
        return None
    cut = len(text.text) - len(bare)
    raised = tuple((max(a - cut, 0), b - cut) for a, b in text.raised if b > cut)
    blanks = sum(2 if c == "\u3000" else 1 for c in text.text[:cut])
    return Cell(bare.rstrip(), raised=raised, bold=bold, indent=indent * 2 + blanks)
