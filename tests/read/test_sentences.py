"""Sentences survive abbreviations, initials, decimals, quotes and lists, in six languages."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.read.sentences import language_by_script, paragraphs, sentences

# "|" stands where a sentence ends; it is taken out before splitting.
MARKED = {
    "titles and initials": ("en", "Mr. J. R. Smith met Gen. Ivan P. Orlov.| They spoke."),
    "dotted letters": ("en", "The U.S. Treasury acted.| It left the U.S.| The rest stayed."),
    "decimals": ("en", "Trade rose 3.5 per cent to $4.2 million.| Coal fell."),
    "times": ("en", "They met at 5 p.m. Monday.| Nobody came."),
    "clock at the end": ("en", "They met at 5 p.m.| The rest left."),
    "company": ("en", "Quay Inc. Chair Lil Aster resigned.| Quay Inc.| The firm is gone."),
    "numbers": ("en", "See No. 5 and Art. 12, paras. 3 to 5.| She said no.| Nobody did."),
    "names with a point": ("en", "N. Korea sent it to St. Petersburg.| S. Korea protested."),
    "dateline": ("en", "LUKOW, W.Va. - The coal was gone.| ”Mr. Brandt left.| It was late."),
    "decimal at the end": ("en", "Trade rose by 3.5.| Coal fell."),
    "quotes": ("en", '"We do not know!" he said.| "Really?"| She left.'),
    "ellipsis": ("en", "They waited ... and waited …| Then it came."),
    "months": ("en", "On Feb. 9 and Dec. 22 it ran out.| Done."),
    "ordinals": ("de", "Am 22. Dezember lief die Frist ab.| Der 2. Weltkrieg war vorbei."),
    "spaced": ("de", "Das gilt z. B. für Kim, d. h. für alle, u. a. Bauarbeiter.| Das war es."),
    "age": ("de", "Er wurde 12.| Danach ging er."),
    "professor": ("de", "Prof. Dr. Müller sagte: „Nein!“, und ging.| Laut Art. 5 Abs. 2 galt es."),
    "years": ("ru", "В 2024 г. Северная Корея отправила 10 тыс. рабочих.| Затем г. Москва молчал."),
    "and so on": ("ru", "Уголь, сталь и т. д.| Однако ООН против."),
    "direct speech": ("ru", "«Вы уверены?» — спросил он.| — Да! — ответил В. В. Орлов."),
    "ukrainian": ("uk", "У 2024 р. Росія прийняла 5 тис. осіб.| Це сказав ген. Гайда на вул. Лесі."),
    "korean": ("ko", '연합은 2025. 2. 9. 보도했다.| 정부는 "모른다"고 밝혔다.|그는 떠났다.'),
    "japanese": ("ja", "彼は「数は不明だ。調べる」と述べた。|本当か？|終わり。"),
}  # fmt: skip


@pytest.mark.parametrize("name", MARKED)
def test_a_sentence_ends_where_a_reader_ends_it(name: str) -> None:
    language, marked = MARKED[name]
    text = marked.replace("|", "")
    found = [text[start:end] for start, end in sentences(text, language)]
    assert found == [each.strip() for each in marked.split("|")]


def test_list_items_and_headlines_stay_apart() -> None:
    text = "Related:\n- 400 held in Lukow. Two freed\n- Coal again\n1. First item\n2. Second item"
    assert len(sentences(text, "en")) == 6


def test_a_headline_and_the_line_below_are_two() -> None:
    text = "Trips to the north rise four-fold\nHarbour Gazette, 2026-02-12\n\nThey rose."
    assert len(sentences(text, "en")) == 3


def test_lines_wrapped_at_the_margin_are_one_paragraph() -> None:
    text = (
        "The office counted every crossing at the two bridges and at the one\n"
        "station, as it has done in each of the years since the border opened\n"
        "again. It did not count persons."
    )
    assert len(paragraphs(text)) == 1
    assert len(sentences(text, "en")) == 2


def test_script_tells_the_lists_where_no_language_is_given() -> None:
    texts = {"en": "Coal", "ru": "Уголь", "uk": "Вугілля", "ko": "석탄", "ja": "これは石炭だ"}
    assert {language_by_script(text) for text in texts.values()} == set(texts)
    assert sentences("Это т. е. Москва. Да.", None)[0] == (0, 17)


@given(
    st.text(alphabet="aB1 .!?\"'«»「」。\n\tдЯ한—-", max_size=200),
    st.sampled_from([None, "de", "ko", "ja"]),
)
def test_sentences_cover_every_word_in_order(text: str, language: str | None) -> None:
    spans = sentences(text, language)
    assert all(start < end for start, end in spans)
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))
    outside = list(text)
    for start, end in spans:
        assert not text[start].isspace()
        assert not text[end - 1].isspace()
        outside[start:end] = " " * (end - start)
    assert not "".join(outside).strip()


@pytest.mark.parametrize("junk", [".", ". ", '."', "a.", "「", "。「", "1. ", "\n", "A. "])
def test_a_long_run_of_marks_is_split_in_linear_time(junk: str) -> None:
    """Ten times the text may not take a hundred times as long: this one would not end."""
    text = junk * 100_000
    assert all(start < end for start, end in sentences(text, "de"))
