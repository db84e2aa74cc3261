"""Bytes as text: byte order marks, declared and detected encodings, and bytes that are no text."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from firsthand.errors import InputError

_MAGIC = (
    (b"%PDF-", "a PDF"), (b"PK\x03\x04", "a ZIP or office file"), (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"), (b"GIF8", "a picture"), (b"\x1f\x8b", "a gzip file"),
    (b"\xd0\xcf\x11\xe0", "an old office file"), (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"SQLite format 3", "a database"), (b"Rar!", "an archive"), (b"7z\xbc\xaf", "an archive"),
    (b"BZh9", "an archive"), (b"\xfd7zXZ", "an archive"), (b"RIFF", "a sound or film"),
    (b"OggS", "a sound or film"), (b"ID3", "a sound or film"), (b"wOF", "a font"),
    (b"{\\rtf", "an RTF file"), (b"II*\x00", "a picture"), (b"MM\x00*", "a picture"),
)  # fmt: skip
_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)  # fmt: skip
_DECLARED = re.compile(
    rb"""<meta[^>]{0,300}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([A-Za-z0-9_.:-]{2,40})"""
    rb"""|<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}["']([A-Za-z0-9_.:-]{2,40})""",
    re.IGNORECASE,
)
# What browsers take these names for (WHATWG Encoding Standard, names and labels).
_MEANT = {
    "iso-8859-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "ks_c_5601-1987": "cp949",
    "euc-kr": "cp949", "gb2312": "gb18030", "gbk": "gb18030", "x-sjis": "cp932",
    "shift_jis": "cp932", "windows-31j": "cp932",
}  # fmt: skip
_LOOK = 4096
_SAMPLE = 200_000
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f]")
_COMMON_MARKS = frozenset(".,;:!?()[]<>/=-'\"%#&+*_@|{}…–—«»„“”’。、「」")
_LEGACY = ("windows-1251", "koi8-r", "windows-1252", "iso-8859-2", "euc-kr", "shift_jis")
# Marks of text decoded by the wrong table: control characters, box drawing, letters of two
# scripts in one word, a capital after a small letter, a heap of accented capitals.
_ODD = re.compile(
    "[\x80-\x9f\ufffd\u2500-\u259f]|[a-z][Ѐ-ӿ]|[Ѐ-ӿ][a-z]|[а-яё][А-ЯЁ]|[à-ÿ][À-Þ]|[À-ß]{3}|[À-ÿ]{4}"
    "|[ｦ-ﾟ]{3}|[¤¦©«¬®°-³´-¿×÷][a-zà-ÿ]|[ÃÐÑÂ][\x80-\xbf]"
)


class Decoded(NamedTuple):
    """The text of some bytes, what it was read as, and what was wrong with them, if anything."""

    text: str
    encoding: str
    doubt: str | None = None


def decode(data: bytes) -> Decoded:
    """Return the text of the bytes without its byte order mark.

    A declared encoding is believed unless the bytes contradict it. NUL bytes in a text become
    U+FFFD, as HTML has it.

    Raises:
        InputError: the bytes are no text.
    """
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise InputError(f"it is {what} and no text", hint="Give its text instead.")
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _checked(_replacing(data[len(bom) :], encoding), encoding, None)
    wide = _wide(data)
    if wide:
        return _checked(_replacing(data, wide), wide, None)
    text = _strict(data, "utf-8")
    if text is not None:
        return _checked(text, "utf-8", None)
    return _legacy(data)


def declared_encoding(data: bytes) -> str | None:
    """Return the encoding that HTML or XML declares at its head, as Python names it."""
    found = _DECLARED.search(data[:_LOOK])
    if not found:
        return None
    name = (found.group(1) or found.group(2)).decode("ascii").lower()
    name = _MEANT.get(name, name)
    try:
        return codecs.lookup(name).name
    except LookupError:
        return None


def _legacy(data: bytes) -> Decoded:
    """Decode bytes that are not UTF-8: nearly UTF-8, as declared, or as detected."""
    nearly = data.decode("utf-8", "replace")
    broken = nearly.count("\ufffd")
    if broken * 20 <= sum(char > "\x7f" for char in nearly) - broken:
        return _checked(nearly, "utf-8", f"{broken} characters could not be decoded")
    declared = declared_encoding(data)
    names = [declared] if declared and declared != "utf-8" else []
    sample = data[:_SAMPLE]
    if names and _oddness(sample.decode(names[0], "replace")) < 0.01:
        return _checked(_replacing(data, names[0]), names[0], None)
    from resiliparse.parse.encoding import detect_encoding

    names += [detect_encoding(sample, from_html_meta=False) or "cp1252", *_LEGACY]
    best = min(dict.fromkeys(names), key=lambda name: _oddness(sample.decode(name, "replace")))
    doubt = None
    if declared and codecs.lookup(best).name != declared:
        doubt = f"it says that it is {declared} and is read as {best}"
    text = _replacing(data, best)
    if "\ufffd" in text:
        doubt = doubt or f"{text.count(chr(0xFFFD))} characters could not be decoded"
    return _checked(text, best, doubt)


def _oddness(text: str) -> float:
    """Return the share of the letters beyond ASCII that look wrongly decoded."""
    foreign = sum(char > "\x7f" for char in text) or 1
    return len(_ODD.findall(text)) / foreign


def _wide(data: bytes) -> str | None:
    """Tell UTF-16 without a mark by where its NUL bytes stand and what the pairs then say."""
    head = data[: _LOOK // 2]
    if len(head) < 4 or 0 not in head:
        return None
    even, odd = head[::2].count(0), head[1::2].count(0)
    narrow = sum(byte < 9 for byte in head)
    wide_letters = sum(byte > 0x7F for byte in head)
    if 5 * narrow < len(head) and 3 * wide_letters < len(head):
        return None  # a text in bytes with a stray NUL
    name = "utf-16-le" if odd > even else "utf-16-be"
    text = head[: len(head) // 2 * 2].decode(name, "replace")
    fitting = sum(char.isalnum() or char.isspace() or char in _COMMON_MARKS for char in text)
    return name if 10 * fitting > 9 * len(text) else None


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _replacing(data: bytes, encoding: str) -> str:
    # Lone surrogates cannot be written again as UTF-8.
    return data.decode(encoding, "replace").encode("utf-8", "replace").decode("utf-8")


def _checked(text: str, encoding: str, doubt: str | None) -> Decoded:
    controls = len(_CONTROL.findall(text))
    if controls > 8 and controls * 50 > len(text):
        raise InputError(
            "it is no text: it is full of control bytes", hint="Give its text instead."
        )
    nuls = text.count("\x00")
    if nuls:
        text = text.replace("\x00", "\ufffd")
        doubt = doubt or f"{nuls} NUL bytes stand in it"
    return Decoded(text, encoding, doubt)
