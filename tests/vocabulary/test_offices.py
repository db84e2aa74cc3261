"""Offices of any country, joined from the country's name and a common noun."""

from __future__ import annotations

import pytest

from firsthand.vocabulary.gazetteer import gazetteer


def bodies(text: str) -> list[tuple[str, str]]:
    return [(text[slice(*m.span)], m.ids[0]) for m in gazetteer().find(text)]


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("Russia's federal statistics service", "rosstat"),
        ("South Korea's spy agency", "nis"),
        ("the Mongolian interior ministry", "mn-interior-ministry"),
        ("Ministry of Foreign Affairs of Ghana", "gh-foreign-ministry"),
        ("foreign ministry in Hanoi", "vn-foreign-ministry"),
        ("Hanoi's foreign ministry", "vn-foreign-ministry"),
        ("das kasachische Verteidigungsministerium", "kz-defence-ministry"),
        ("Verteidigungsministerium in Astana", "kz-defence-ministry"),
        ("Минобороны Казахстана", "kz-defence-ministry"),
        ("министерства обороны Казахстана", "kz-defence-ministry"),
        ("казахстанское Минобороны", "kz-defence-ministry"),
        ("Міністерство оборони Казахстану", "kz-defence-ministry"),
        ("카자흐스탄 국방부는", "kz-defence-ministry"),
        ("カザフスタン国防省", "kz-defence-ministry"),
        ("Chinese embassy", "cn-embassy"),
    ],
)  # fmt: skip
def test_one_office_has_one_id_in_every_language(text: str, id_: str) -> None:
    assert [found for _, found in bodies(text)] == [id_]


def test_the_government_of_a_country_is_the_country() -> None:
    assert bodies("Greenland's government") == [("Greenland's government", "gl")]
    assert bodies("власти Китая") == [("власти Китая", "cn")]


def test_city_police_are_not_the_country_s() -> None:
    assert bodies("Moscow police") == [("Moscow", "ru")]
    assert bodies("police in Moscow") == [("Moscow", "ru")]


def test_an_embassy_in_a_capital_is_not_of_that_country() -> None:
    assert bodies("the embassy in Moscow") == [("Moscow", "ru")]
    assert bodies("посольство в Москве") == [("Москве", "ru")]


def test_a_common_noun_alone_names_nobody() -> None:
    assert bodies("the interior ministry, the central bank and customs") == []


def test_an_office_without_an_entry_has_a_body() -> None:
    body = gazetteer().body("mn-interior-ministry")
    assert body is not None
    assert (body.name, body.kind, body.country) == (
        "Mongolian interior ministry",
        "government",
        "mn",
    )
    assert body.office == "interior-ministry"
    assert gazetteer().body("zz-interior-ministry") is None
    assert gazetteer().body("mn-no-such-office") is None


def test_a_people_has_no_offices() -> None:
    assert bodies("Russians police") == [("Russians", "ru")]
