"""Names in running text: the longest, at word boundaries, in the forms that grammar gives them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.vocabulary.gazetteer import gazetteer

FRAGMENTS = (
    "Yonhap", "North Koreans", "the ", "U.S.", "U.N. Security Council", "Росстат", "Минобороны",
    "России", "연합뉴스", "북한", "北", "ロシア", "朝鲜", "’s", "'s", " ", "\n\n", "-", ".", "е", "는",
    "defence ministry", " of ", "Moscow", "«", "»", "Bild", "국방부", "Mehr", "\u0301", "~", "\x00",
)  # fmt: skip
MIXED = st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=4), max_size=30).map("".join)


def told(text: str) -> list[tuple[str, tuple[str, ...], str]]:
    return [(text[slice(*m.span)], m.ids, m.form) for m in gazetteer().find(text)]


def ids(text: str) -> list[str]:
    return [m.ids[0] for m in gazetteer().find(text)]


@given(MIXED)
def test_mentions_slice_the_text_in_order_and_do_not_overlap(text: str) -> None:
    end = 0
    for mention in gazetteer().find(text):
        start, after = mention.span
        assert end <= start < after <= len(text)
        assert mention.ids
        assert text[start:after].strip() == text[start:after]
        end = after


@given(MIXED)
def test_finding_is_repeatable(text: str) -> None:
    """What a text had warmed up must not change what the next reading finds."""
    assert gazetteer().find(text) == gazetteer().find(text)


@given(MIXED)
def test_every_id_that_is_found_can_be_looked_up(text: str) -> None:
    gazette = gazetteer()
    for mention in gazette.find(text):
        assert all(gazette.body(i) or gazette.place(i) for i in mention.ids)


def test_the_longest_name_wins() -> None:
    assert ids("Interfax-Ukraine and Interfax") == ["interfax-ukraine", "interfax"]
    assert ids("the U.N. Security Council") == ["un-security-council"]
    assert ids("Washington Post in Washington") == ["washington-post", "us"]


def test_a_possessive_ending_is_no_part_of_the_name() -> None:
    assert told("Yonhap's report") == [("Yonhap", ("yonhap",), "name")]
    assert told("Japan’s NHK") == [("Japan", ("jp",), "name"), ("NHK", ("nhk",), "name")]


@pytest.mark.parametrize(
    ("text", "form", "id_"),
    [
        ("a Russian port", "demonym", "ru"), ("North Koreans came", "people", "kp"),
        ("Moscow said", "capital", "ru"), ("from Russia", "name", "ru"),
        ("N. Koreans", "people", "kp"), ("S. Korean", "demonym", "kr"),
        ("russische Häfen", "demonym", "ru"), ("российских портов", "demonym", "ru"),
        ("українськими портами", "demonym", "ua"), ("in Pjöngjang", "capital", "kp"),
    ],
)  # fmt: skip
def test_forms_of_a_country(text: str, form: str, id_: str) -> None:
    (mention,) = gazetteer().find(text)
    assert (mention.form, mention.ids[0]) == (form, id_)


def test_a_capital_gives_the_country_before_the_city() -> None:
    assert told("Seoul") == [("Seoul", ("kr", "seoul"), "capital")]


@pytest.mark.parametrize(
    "text",
    ["Росстата", "Росстату", "Росстатом", "по данным Росстата", "Сеулом", "Владивостоке", "Північної Кореї", "Одеси", "Українською правдою", "Баку"],
)  # fmt: skip
def test_inflected_cyrillic_names_are_found(text: str) -> None:
    assert len(gazetteer().find(text)) == 1


@pytest.mark.parametrize("text", ["Южной Кореи", "Южную Корею", "Южная Корея", "Південною Кореєю"])
def test_every_word_of_a_name_is_inflected(text: str) -> None:
    assert told(text) == [(text, ("kr",), "name")]


@pytest.mark.parametrize(
    ("text", "id_"),
    [("연합뉴스는", "yonhap"), ("자유아시아방송에", "rfa"), ("북한이", "kp"), ("データを北朝鮮が", "kp"),
     ("据韩联社报道", "yonhap"), ("国連安保理は", "un-security-council"), ("데일리NK가", "daily-nk")],
)  # fmt: skip
def test_particles_may_follow_names_of_unspaced_scripts(text: str, id_: str) -> None:
    assert ids(text) == [id_]


@pytest.mark.parametrize(
    "text",
    ["Tassels", "Nisan", "preuters", "iranians", "nis", "남북한", "マリオ", "ブイラン", "Того не было",
     "Island nations", "Mehr als hundert", "Report says so", "Minsk agreements", "发展中国家"],
)  # fmt: skip
def test_parts_of_words_and_common_words_are_no_names(text: str) -> None:
    assert not gazetteer().find(text)


@pytest.mark.parametrize(
    ("text", "id_"),
    [("„Bild“ schreibt", "bild"), ("the newspaper Bild", "bild"), ("citing Mehr, it", "mehr"),
     ("Mehr reported", "mehr"), ("газета «Правда»", "pravda-russia"), ("北 매체", "kp"),
     ("인도 외교부", "in-mea"), ("수단 정부", "sd"), ("золото из Мали", "ml"), ("по словам Того", "tg")],
)  # fmt: skip
def test_common_words_are_names_where_something_says_so(text: str, id_: str) -> None:
    assert ids(text) == [id_]


def test_names_are_found_in_capitals_and_without_accents() -> None:
    assert ids("SEOUL (YONHAP) - NORTH KOREA") == ["kr", "yonhap", "kp"]
    assert ids("El Pais, Suddeutsche Zeitung, Tromso") == [
        "el-pais",
        "suddeutsche-zeitung",
        "tromso",
    ]


def test_a_name_may_break_over_lines_but_not_over_paragraphs() -> None:
    assert ids("Radio Free\n  Asia") == ["rfa"]
    assert "rfa" not in ids("Radio Free\n\nAsia")


def test_two_bearers_of_a_name_are_both_given_best_first() -> None:
    assert told("Korea")[0][1] == ("kr", "kp")
    assert told("Georgia")[0][1] == ("ge", "us-georgia")


def test_lookup_takes_a_whole_name_only() -> None:
    gazette = gazetteer()
    assert gazette.lookup("D.P.R.K.") == ("kp",)
    assert gazette.lookup("yonhap’s") == ("yonhap",)
    assert gazette.lookup("Росстата") == ("rosstat",)
    assert gazette.lookup("Yonhap and Kyodo") == ()
    assert gazette.lookup("") == ()


def test_lookup_of_a_capital_gives_what_find_gives() -> None:
    assert gazetteer().lookup("Moscow") == ("ru", "moscow")


def test_records_are_complete() -> None:
    body, place = gazetteer().body("rosstat"), gazetteer().place("moscow")
    assert body is not None
    assert (body.kind, body.country, body.domain) == ("statistics-office", "ru", "rosstat.gov.ru")
    assert place is not None
    assert (place.kind, place.country) == ("city", "ru")
    assert gazetteer().body("nobody") is None
    assert gazetteer().place("nowhere") is None


@pytest.mark.parametrize(
    ("unit", "each"),
    [("Росси", 0), ("U.", 0), ("北", 0), ("Moscow ", 1), ("\n", 0), ("of the ", 0)],
)
def test_long_repetitions_are_read_to_their_end(unit: str, each: int) -> None:
    """A hang here would be a way to stop the program with one page."""
    assert len(gazetteer().find(unit * 20_000)) == each * 20_000
