"""Text comes out of bytes whatever they declare; what is no text is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.errors import InputError
from firsthand.read.decode import declared_encoding, decode

TEXTS = {
    "Порт Луков принял в октябре 214 вагонов без маркировки, сообщили в порту.": (
        "cp1251", "koi8-r", "cp866", "iso8859-5", "utf-16-le", "utf-16-be", "utf-16", "utf-32", "utf-8-sig"),
    "Nordkorea schickt Soldaten, sagt die Behörde für Müßiggang. „Größe“": ("cp1252", "utf-16-le"),
    "북한 노동자 96명이 러시아 투발스크 건설 현장에 도착했다고 밝혔다.": ("euc-kr", "cp949", "utf-16-le"),
    "北朝鮮の労働者96人がロシアの建設現場に到着したと消息筋が明らかにした。": ("cp932", "euc-jp"),
    "Korea Północna wysłała żołnierzy, których liczby nie znamy": ("cp1250", "iso8859-2"),
}  # fmt: skip
PAIRS = [
    pytest.param(text, encoding, id=encoding)
    for text, encodings in TEXTS.items()
    for encoding in encodings
]


@pytest.mark.parametrize(("text", "encoding"), PAIRS)
def test_the_encoding_is_told_without_a_declaration(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize(("text", "encoding"), PAIRS)
@pytest.mark.parametrize("declared", ["utf-8", "iso-8859-1"])
def test_a_wrong_declaration_gives_way_to_the_bytes(
    text: str, encoding: str, declared: str
) -> None:
    page = f'<meta charset="{declared}"><p>{text}</p>'
    decoded = decode(page.encode(encoding))
    assert decoded.text == page


def test_a_right_declaration_is_believed_and_a_wrong_one_told() -> None:
    russian = "<meta charset=koi8-r>Порт Луков принял вагоны"
    assert decode(russian.encode("koi8-r")).doubt is None
    told = decode(russian.encode("cp1251"))
    assert told.text == russian
    assert told.doubt is not None
    assert "koi8-r" in told.doubt


def test_a_single_bad_byte_costs_one_letter() -> None:
    data = ("Größe und Maß und Übermaß sind groß. " * 9).encode() + b"\xff."
    decoded = decode(data)
    assert decoded.encoding == "utf-8"
    assert decoded.text.count("\ufffd") == 1
    assert decoded.doubt == "1 characters could not be decoded"


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (b'<meta charset="windows-1251">', "cp1251"),
        (b'<META http-equiv=Content-Type content="text/html; charset=iso-8859-1">', "cp1252"),
        (b'<?xml version="1.0" encoding="EUC-KR"?>', "cp949"),
        (b"<meta charset=x-user-defined>", None),
        (b"<p>no head</p>", None),
    ],
)
def test_declarations_mean_what_browsers_take_them_for(head: bytes, name: str | None) -> None:
    assert declared_encoding(head) == name


@given(st.text(max_size=400).filter(lambda text: "\x00" not in text))
def test_utf8_comes_back_to_the_letter(text: str) -> None:
    try:
        decoded = decode(text.encode())
    except InputError:
        return  # control characters without end, or the first bytes of a picture
    assert decoded.text == text.removeprefix("\ufeff")


@given(st.binary(max_size=400))
def test_any_bytes_give_text_that_can_be_written_or_an_error_of_ours(data: bytes) -> None:
    try:
        decode(data).text.encode("utf-8")
    except InputError:
        return
