"""Who does what to whom, from where to where, and on which side of a deal."""

from __future__ import annotations

import pytest

from firsthand.model.claim import Role
from tests.attribute.make import read


def roles(text: str, language: str = "en") -> dict[str, list[tuple[str, str | None]]]:
    out: dict[str, list[tuple[str, str | None]]] = {}
    for claim in read(text, language).claims:
        for role in claim.roles:
            out.setdefault(role.role, []).append((role.text, role.known))
    return out


def all_roles(text: str) -> list[Role]:
    return [role for claim in read(text).claims for role in claim.roles]


def test_a_seller_is_exporter_and_whom_it_goes_to_importer() -> None:
    found = roles("Iran exported 120 tonnes of dates to Russia from Bushehr in May.")
    assert found["exporter"][0] == ("Iran", "ir")
    assert found["importer"] == [("Russia", "ru")]
    assert [known for _, known in found["origin-place"]] == ["bushehr"]


def test_a_buyer_is_importer() -> None:
    found = roles("Japan bought 300 tonnes of coal from Laos.")
    assert found["importer"] == [("Japan", "jp")]
    assert found["exporter"] == [("Laos", "la")]


def test_imports_belong_to_the_country_in_front_of_them() -> None:
    found = roles("Japan’s imports of Lao coal fell by 12 %.")
    assert found["importer"] == [("Japan", "jp")]
    assert [known for _, known in found["exporter"]] == ["la"]


def test_people_of_a_country_are_sent_from_it() -> None:
    found = roles("North Korean workers were dispatched to Tver.")
    assert [known for _, known in found["sender"]] == ["kp"]
    assert found["destination"] == found["host"]


def test_whoever_acts_in_the_passive_stands_behind_by() -> None:
    found = roles("The bridge was shelled by Ukrainian troops in May.")
    assert found["object"] == [("The bridge", None)]
    assert [known for _, known in found["agent"]] == ["ua"]


def test_what_is_entered_is_a_destination() -> None:
    found = roles("Some 300 Uzbeks entered Russia in 2024.")
    assert found["destination"] == [("Russia", "ru")]


def test_means_cause_and_purpose_are_told_by_their_words() -> None:
    found = roles("The firm evaded sanctions by using forged papers.")
    assert found["means"] == [("using forged papers", None)]
    found = roles("Workers were hired due to shortages.")
    assert found["cause"] == [("shortages", None)]


@pytest.mark.parametrize(
    ("language", "text", "role", "known"),
    [
        ("de", "Die Firma lieferte im Mai 18 Haubitzen an die Ukraine.", "importer", "ua"),
        ("de", "Im Mai feuerte Nordkorea zwei Raketen ab.", "agent", "kp"),
        ("ru", "Россия ввезла из КНДР 120 тонн угля.", "exporter", "kp"),
        ("ru", "В 2024 году в Россию въехали 300 граждан Китая.", "destination", "ru"),
        ("ko", "북한은 러시아에 노동자를 보냈다.", "agent", "kp"),
        ("ja", "北朝鮮はロシアに労働者を派遣した。", "destination", "ru"),
    ],
)
def test_other_languages_have_roles_too(language: str, text: str, role: str, known: str) -> None:
    assert known in [ident for _, ident in roles(text, language)[role]]


def test_a_ship_s_number_is_no_body() -> None:
    found = all_roles("The tanker Alma, IMO 9235713, sailed from Novorossiysk to Sikka.")
    assert all(role.known != "imo" for role in found)
