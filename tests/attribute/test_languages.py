"""The constructions of German, Russian, Ukrainian and Korean."""

from __future__ import annotations

import pytest

from tests.attribute.make import OUTLET, only, read, told

SIMPLE = [
    ("de", "Laut dem Zollamt verließen vierzig Lastkähne den Hafen.", "Zollamt"),
    ("de", "Dem Zollamt zufolge verließen vierzig Lastkähne den Hafen.", "Zollamt"),
    ("de", "Das Ministerium teilte mit, dass vierzig Lastkähne kamen.", "Ministerium"),
    ("ru", "По данным таможни, сорок барж покинули порт.", "таможни"),
    ("ru", "По словам министра, сорок барж покинули порт.", "министра"),
    ("ru", "Министр заявил, что сорок барж покинули порт.", "Министр"),
    ("uk", "За даними митниці, сорок барж залишили порт.", "митниці"),
    ("uk", "Міністр заявив, що сорок барж залишили порт.", "Міністр"),
    ("ko", "관세청에 따르면 바지선 40척이 항구를 떠났다.", "관세청"),
    ("ko", "국방부는 병력 3000명이 도착했다고 밝혔다.", "국방부"),
]
CHAINS = [
    ("ru", "Агентство Рейтер сообщило со ссылкой на таможню, что сорок барж покинули порт.",
     ["Рейтер", "таможню"]),
    ("uk", "Укрінформ повідомив із посиланням на митницю, що сорок барж залишили порт.",
     ["Укрінформ", "митницю"]),
    ("ko", "연합뉴스는 관세청을 인용해 바지선 40척이 항구를 떠났다고 보도했다.",
     ["연합뉴스", "관세청"]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "name"), SIMPLE)
def test_a_single_voice_is_found(language: str, text: str, name: str) -> None:
    attribution = only(read(text, language))
    assert attribution.speaker.name == name
    assert attribution.parent is None


@pytest.mark.parametrize(("language", "text", "names"), CHAINS)
def test_a_voice_that_is_cited_hangs_on_the_one_that_cites(
    language: str, text: str, names: list[str]
) -> None:
    outer, inner = read(text, language).attributions
    assert [outer.speaker.name, inner.speaker.name] == names
    assert (outer.parent, inner.parent) == (None, outer.id)
    assert outer.content == inner.content


def test_german_konjunktiv_goes_on_in_the_next_sentence() -> None:
    extraction = read(
        "Der Sprecher sagte, die Fähre sei verkauft worden."
        " Sie habe zwölf Millionen Euro gekostet.",
        "de",
    )
    ((source, cue, content, _),) = told(extraction)
    assert (source, cue) == ("Der Sprecher", "sagte")
    assert content.endswith("Sie habe zwölf Millionen Euro gekostet")
    assert {c.chain for c in extraction.claims} == {(OUTLET, "Sprecher")}


def test_german_indicative_is_the_article_again() -> None:
    extraction = read(
        "Der Sprecher sagte, die Fähre sei verkauft worden. Sie kostete zwölf Millionen Euro.", "de"
    )
    assert only(extraction).content[-1][1] < extraction.text.index("Sie kostete")


def test_russian_content_leaves_the_source_out() -> None:
    extraction = read("По данным таможни, сорок барж покинули порт.", "ru")
    assert told(extraction) == [("таможни", "По данным", "сорок барж покинули порт", "reports")]


def test_a_german_denial_is_a_denial() -> None:
    text = "Der Minister bestritt, dass 300 Arbeiter angekommen seien."
    assert only(read(text, "de")).stance == "denies"


def test_korean_content_ends_before_the_quoting_particle() -> None:
    extraction = read("국방부는 병력 3000명이 도착했다고 밝혔다.", "ko")
    assert told(extraction)[0][2] == "병력 3000명이 도착했다"
