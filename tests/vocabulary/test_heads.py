"""Bodies and persons that no list has, classified by the noun that decides."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.errors import VocabularyError
from firsthand.vocabulary.data_file import parse_data
from firsthand.vocabulary.heads import HeadFile, kind_of_head, plural

CASES = {
    "en": {
        "Bolivia's statistics institute": "statistics-office",
        "the interior ministry": "government",
        "Latvia's State Security Service": "intelligence-service",
        "a state news agency": "news-agency",
        "the Lebanese daily": "news-outlet",
        "state television": "news-outlet",
        "a Seoul-based monitoring group": "research-body",
        "Benin's pipeline operator": "company",
        "the army": "military",
        "a convoy commander": "military",
        "two Western diplomats": "office-holder",
        "a spokeswoman for the foreign ministry": "office-holder",
        "a spokesman for the shipping company": "company",
        "prosecutors": "office-holder",
        "the prosecutor's office": "government",
        "a U.N. agency": "international-body",
        "a panel of experts": "international-body",
        "the House of Representatives": "government",
        "residents": "crowd",
        "a fisherman": "person",
        "fishermen": "crowd",
        "4,000 internal emails": "document",
        "a source in the security service": "intelligence-service",
        "a government source": "office-holder",
        "two people briefed on the matter": "unknown",
    },
    "de": {
        "das russische Verteidigungsministerium": "government",
        "ein Sprecher des Verteidigungsministeriums": "office-holder",
        "die Nachrichtenagentur": "news-agency",
        "des Auslandsgeheimdienstes": "intelligence-service",
        "die Tageszeitung": "news-outlet",
        "der Generalstab": "military",
        "die Reederei": "company",
        "zwei mit der Sache vertraute Personen": "unknown",
        "aus Regierungskreisen": "office-holder",
        "die Bauernverbände": "crowd",
        "einem internen Vermerk": "document",
    },
    "ru": {
        "глава таможни": "office-holder",
        "пограничной службе": "government",
        "служба внешней разведки": "intelligence-service",
        "статистическое ведомство страны": "statistics-office",
        "агентство «Севера»": "news-agency",
        "профсоюз докеров": "crowd",
        "источник в правительстве": "office-holder",
        "данные региональных бюджетов": "document",
        "Генштаб": "military",
    },
    "uk": {
        "митниця": "government",
        "речниця компанії": "company",
        "прикордонника": "office-holder",
        "джерела в уряді": "office-holder",
        "міністерка торгівлі": "office-holder",
        "служба статистики": "statistics-office",
    },
    "ko": {
        "정부 소식통": "office-holder",
        "평안북도 소식통이": "unknown",
        "러시아 외무부는": "government",
        "산림청": "government",
        "지역 일간지": "news-outlet",
        "민간 연구소": "research-body",
        "군 소식통": "military",
        "위성사진": "document",
    },
    "ja": {
        "韓国国防省は": "government",
        "政府関係者": "office-holder",
        "連邦保安局": "intelligence-service",
        "国営通信": "news-agency",
        "地元紙": "news-outlet",
        "民間調査機関": "research-body",
        "統計局": "statistics-office",
    },
}


@pytest.mark.parametrize(
    ("language", "words", "kind"),
    [(language, w, k) for language, cases in CASES.items() for w, k in cases.items()],
)
def test_the_deciding_noun_gives_the_kind(language: str, words: str, kind: str) -> None:
    assert kind_of_head(words, language) == kind


@pytest.mark.parametrize("words", ["Kyodo", "he", "", "Lena Okafor", "…"])
def test_a_phrase_without_such_a_noun_gives_none(words: str) -> None:
    assert kind_of_head(words, "en") is None


def test_a_language_without_a_grammar_gives_none() -> None:
    assert kind_of_head("ministère", "fr") is None


@given(st.text(max_size=600), st.sampled_from(["en", "de", "ru", "uk", "ko", "ja"]))
def test_any_text_is_taken(words: str, language: str) -> None:
    kind_of_head(words, language)


@pytest.mark.parametrize(
    ("one", "several"),
    [
        ("agency", "agencies"),
        ("fisherman", "fishermen"),
        ("envoy", "envoys"),
        ("witness", "witnesses"),
    ],
)
def test_plurals(one: str, several: str) -> None:
    assert plural(one) == several


def test_a_bad_kind_is_named_with_its_line() -> None:
    text = "en:\n  head: last\n  stops: []\n  given: {}\n  rules:\n    - {kind: newspaper, words: [daily]}\n"
    with pytest.raises(VocabularyError) as caught:
        parse_data(text, "heads.yaml", HeadFile)
    assert caught.value.where == "heads.yaml:6"
