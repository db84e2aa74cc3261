"""The language is what the text is in, whatever its page declares."""

from __future__ import annotations

import pytest

from firsthand.read.languages import READABLE, code_of, language_of

TEXTS = {
    "en": "North Koreans entered Russia 18,642 times in the year, the radio reported, citing the border service.",
    "de": "Nordkorea hat nach Angaben des Dienstes 13.800 Soldaten nach Russland geschickt, von denen 3.900 fielen.",
    "ru": "Северная Корея отправила в Россию 13 800 солдат, из которых 3900 были убиты или ранены.",
    "uk": "Північна Корея відправила до Росії 13 800 солдатів, з яких 3900 було вбито або поранено.",
    "ko": "북한은 러시아에 13,800명의 병력을 파견했다고 국정원이 밝혔다. KN-23 미사일도 보냈다.",
    "ja": "北朝鮮はロシアに1万3800人の兵士を派遣したと情報機関が明らかにした。",
    "zh": "朝鲜已向俄罗斯派遣了13800名士兵，其中3900人伤亡，情报机构表示。",
    "fr": "La Corée du Nord a envoyé 13 800 soldats en Russie, dont 3 900 ont été tués, selon les services.",
    "es": "Corea del Norte ha enviado 13.800 soldados a Rusia, de los cuales 3.900 han muerto en la guerra.",
    "pl": "Korea Północna wysłała do Rosji 13 800 żołnierzy, z których 3900 zginęło, jak podał wywiad.",
    "nl": "Noord-Korea heeft 13.800 soldaten naar Rusland gestuurd, van wie er 3.900 zijn gedood.",
    "bg": "Северна Корея изпрати 13 800 войници в Русия, от които 3900 са убити, съобщи разузнаването.",
    "be": "Паўночная Карэя накіравала ў Расію 13 800 салдат, з якіх 3900 былі забітыя.",
    "ar": "أرسلت كوريا الشمالية جنودا إلى روسيا",
}  # fmt: skip


# Bulgarian and Russian share nearly all their letters: there a declaration may decide.
PAIRS = [
    (language, declared)
    for language in TEXTS
    for declared in (None, "en-GB", "ru")
    if (language, declared) != ("bg", "ru")
]


@pytest.mark.parametrize(("language", "declared"), PAIRS)
def test_a_clear_text_wins_over_a_declaration(language: str, declared: str | None) -> None:
    assert language_of(TEXTS[language], declared) == language


def test_a_declaration_decides_where_the_text_does_not() -> None:
    assert language_of("A tanker goes quiet", "en") == "en"
    assert language_of("1,117 / 2,204", "uk-UA") == "uk"
    assert language_of("1,117") is None
    assert language_of("") is None


def test_a_headline_is_not_left_unread_for_one_foreign_word() -> None:
    assert (
        language_of("Hezbollah-affiliated Al-Manar: drone falls near Marjayoun; army: no aircraft")
        is None
    )
    assert (
        language_of('El Comercio: Police report cites guard: crates "smelled of mercury"') is None
    )


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("en-GB", "en"),
        ("ru_RU", "ru"),
        ("English", "en"),
        ("ua", "uk"),
        ("x", None),
        ("", None),
        (None, None),
    ],
)
def test_declarations_are_read_in_their_usual_spellings(name: str | None, code: str | None) -> None:
    assert code_of(name) == code


def test_the_readable_languages_are_those_with_a_grammar() -> None:
    assert set(READABLE) == {"en", "de", "ru", "uk", "ko", "ja"}
