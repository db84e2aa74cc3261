"""The kind of a claim by what is done and what it is done with, with the rules that gave it."""

from __future__ import annotations

import pytest

from tests.attribute.make import read


def kinds(text: str, language: str = "en") -> list[str]:
    return [claim.kind for claim in read(text, language).claims]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Belarus delivered 40 howitzers to the army.", "arms-transfer"),
        ("Fishermen from Oman sold 30 tonnes of tuna to Japan.", "trade"),
        ("The tanker switched off its transponder near Crete.", "shipping"),
        ("The shipyard built six ferries in 2025.", "production"),
        ("Hackers stole 2.7 million passwords from the ministry.", "cyber"),
        ("Iran launched a satellite on Sunday.", "test-launch"),
        ("Drones hit an oil depot near Rostov.", "combat"),
        ("The two governments signed a fisheries accord in May.", "treaty"),
        ("The bank moved 12 million euros to Cyprus.", "finance"),
        ("Some 600 cadets finished a course at the academy.", "training"),
        ("Latvia hired 300 welders from Uzbekistan.", "labour"),
        ("Some 4,000 refugees crossed the border on Monday.", "border-crossing"),
        ("Two battalions were stationed in Kharkiv.", "troop-deployment"),
        ("Norway opposes the embargo.", "policy-stance"),
        ("The ministry put the company on its sanctions list.", "designation"),
        ("The firm circumvented the sanctions.", "evasion"),
    ],
)
def test_what_is_done_with_what_gives_the_kind(text: str, kind: str) -> None:
    assert kinds(text) == [kind]


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("de", "Am Dienstag feuerte das Land zwei Raketen ab.", "test-launch"),
        ("de", "Die Werft baute sechs Fähren.", "production"),
        ("de", "Etwa 15 Studenten arbeiteten auf Baustellen in Kaliningrad.", "labour"),
        ("ru", "Хакеры похитили пароли министерства.", "cyber"),
        ("ru", "Парламент ратифицировал договор.", "treaty"),
        ("uk", "Завод планує випустити 400 дронів.", "production"),
        ("ko", "북한은 탄도미사일 2발을 발사했다.", "test-launch"),
        ("ja", "北朝鮮は労働者を派遣した。", "labour"),
    ],
)
def test_other_languages_have_their_own_words(language: str, text: str, kind: str) -> None:
    assert kinds(text, language) == [kind]


def test_what_no_rule_fits_is_other() -> None:
    assert kinds("The ferry timetable changed in autumn.") in (["other"], ["shipping"])
    assert kinds("The festival drew a large crowd.") == ["other"]


def test_a_clause_without_a_subject_goes_on_from_the_one_before() -> None:
    first, second = kinds("Belarus delivered 40 howitzers in May and 12 more are to follow.")
    assert first == second == "arms-transfer"


def test_the_rules_that_gave_a_kind_are_told() -> None:
    (claim,) = read("Belarus delivered 40 howitzers to the army.").claims
    assert any("kind arms-transfer" in why and "howitzers" in why for why in claim.why)
