"""The house behind a page is what its footer says it is, in several languages."""

from __future__ import annotations

import pytest

from firsthand.read.houses import clean_name, house, same_name
from firsthand.read.imprint import answers_for, read_imprint

LINES = {
    "Harbour Weekend is published by Harbour Media. Visitors since 2003: 4,118,220": "Harbour Media",
    "© 2026 East Ledger Foundation. All rights reserved.": "East Ledger Foundation",
    "Norrsund Press · Imprint · Privacy": "Norrsund Press",
    "Copyright © 2003–2026 Quay Press Ltd. All Rights Reserved.": "Quay Press Ltd.",
    "© Meridian Group plc 2025": "Meridian Group plc",
    "Meridian Group plc © 2025": "Meridian Group plc",
    "© 2025 by Chronicle Holdings, Inc. or its affiliates": "Chronicle Holdings, Inc.",
    "(c) 2025 Sound Trust | Terms | Privacy": "Sound Trust",
    "The Post is owned and operated by Post Union GmbH, Halden": "Post Union GmbH",
    "Headlines from Eastern Digest, published by Digest Publishing": "Digest Publishing",
    "Quelliner Anzeiger ist ein Angebot der Quellin Medienhaus GmbH. Alle Rechte vorbehalten.": "Quellin Medienhaus GmbH",
    "Herausgeber: Hafenblatt Verlag GmbH & Co. KG": "Hafenblatt Verlag GmbH & Co. KG",
    "Сетевое издание «Рубеж». Учредитель: ООО «Рубеж Медиа». Главный редактор: Гаврик О. П.": "ООО «Рубеж Медиа»",
    "Издатель — АО «Дельта»": "АО «Дельта»",
    "© 2025 ТОВ «Східний Медіа». Усі права захищені.": "ТОВ «Східний Медіа»",
    "제호 : 연산뉴스 | 발행처 : (주)연산미디어 | 대표전화 : 02-000-0000": "(주)연산미디어",
    "Copyright ⓒ 연산뉴스. All rights reserved. 무단 전재 금지": "연산뉴스",
    "運営会社：株式会社潮風メディア": "株式会社潮風メディア",
    "© 1999 J. Marrow & Sons, printers": "J. Marrow & Sons",
}
SILENT = [
    "Contact · Imprint · Privacy",
    "All rights reserved.",
    "© 2026",
    "Follow us on the way to the port.",
    "The table was published on Monday by the office.",
    "Copyright of this article belongs to the authors",
    "Powered by WordPress",
    "I read the study published by the Institute for Northern Economies last year.",
    "The report, published by the Ministry of Crossings, gives no names.",
]


@pytest.mark.parametrize("line", LINES)
def test_a_footer_names_the_house(line: str) -> None:
    assert read_imprint([line], None).publisher == LINES[line]


@pytest.mark.parametrize("line", SILENT)
def test_a_footer_without_a_name_gives_none(line: str) -> None:
    assert read_imprint([line], None).publisher is None


@pytest.mark.parametrize(
    "line",
    [
        "This website is operated by Quay Press.",
        "Published by Quay Press, Halden",
        "The Post, published by Quay Press",
    ],
)
def test_the_subject_may_be_the_site_the_outlet_or_nothing(line: str) -> None:
    assert read_imprint([line], "The Post").publisher == "Quay Press"


def test_said_words_win_over_a_copyright_line() -> None:
    lines = ["© 2026 The Weekend", "The Weekend is published by Harbour Media."]
    found = read_imprint(lines, "The Weekend")
    assert (found.publisher, found.outlet, found.sure) == ("Harbour Media", "The Weekend", True)


def test_metadata_give_way_where_they_only_repeat_the_outlet() -> None:
    footer = read_imprint(["© 2026 Trust Ltd."], "The Post")
    assert answers_for(footer, "The Post", "The Post") == "Trust Ltd."
    assert answers_for(footer, "Union Press", "The Post") == "Union Press"
    assert answers_for(read_imprint([], "The Post"), None, "The Post") is None


def test_names_lose_the_marks_round_them() -> None:
    assert clean_name(" «Рубеж» — ") == "Рубеж"
    assert clean_name("Quay Press Ltd.") == "Quay Press Ltd."
    assert clean_name("https://a.example") is None
    assert clean_name("123") is None
    assert clean_name("x" * 200) is None
    assert same_name("The Harbour Gazette", "harbour-gazette")


def test_a_house_is_known_by_its_domain_or_its_name() -> None:
    one, other = house("Harbour Gazette", "https://www.hg.example/x"), house("Harbour Gazette")
    assert one is not None
    assert other is not None
    assert (one.id, other.id) == ("hg.example", "harbour-gazette")
    assert house(None, "https://hg.example") is None
