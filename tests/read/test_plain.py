"""A plain text is kept to the letter; a header is only seen where one is."""

from __future__ import annotations

import pytest

from firsthand.read.plain import read_plain

BODY = "The port of Lukow took in 214 wagons in October.\n\nNobody knows what is in them.\n"

HEADERS = {
    "Wagons by night\nHarbour Gazette, 2026-02-12\n\n": ("Wagons by night", "Harbour Gazette", "2026-02-12"),
    "Wagons by night\n2026-02-12 | Harbour Gazette\n\n": ("Wagons by night", "Harbour Gazette", "2026-02-12"),
    "Wagons by night\nHarbour Gazette (12 February 2026)\n\n": ("Wagons by night", "Harbour Gazette", "2026-02-12"),
    "Wagons by night\nBy Ada Renn\nHarbour Gazette - Feb. 12, 2026, 9:05 a.m. EST\n\n":
        ("Wagons by night", "Harbour Gazette", "2026-02-12T09:05:00-05:00"),
    "Wagons by night\n\nHarbour Gazette, 12 Feb 2026\n\n": ("Wagons by night", "Harbour Gazette", "2026-02-12"),
    "Title: Wagons by night\nSource: Harbour Gazette\nDate: 12.02.2026\nURL: https://hg.example/1\n\n":
        ("Wagons by night", "Harbour Gazette", "2026-02-12"),
    "Nachtwaggons\nQuelliner Anzeiger, 12. Februar 2026\n\n": ("Nachtwaggons", "Quelliner Anzeiger", "2026-02-12"),
    "Вагоны ночью\nРубеж-Инфо, 12 февраля 2026 г.\n\n": ("Вагоны ночью", "Рубеж-Инфо", "2026-02-12"),
    "밤의 화차\n연산뉴스, 2026년 2월 12일\n\n": ("밤의 화차", "연산뉴스", "2026-02-12"),
    "Wagons by night\nhttps://hg.example/1\n2026-02-12\n\n": ("Wagons by night", None, "2026-02-12"),
}  # fmt: skip


@pytest.mark.parametrize("head", HEADERS)
def test_a_header_gives_title_outlet_and_date(head: str) -> None:
    draft = read_plain(head + BODY)
    told = draft.described
    assert (told.title, told.outlet, told.published) == HEADERS[head]
    assert draft.whole == head + BODY
    assert draft.marks[-1] == (
        "body",
        len(head.rstrip("\n")) + (len(head) - len(head.rstrip("\n"))) - 1,
    ) or (
        draft.marks[-1][0] == "body" and (head + BODY)[draft.marks[-1][1] :].strip() == BODY.strip()
    )


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        "The table came out on Monday.\nOn 2026-02-12 the ministry withdrew it, saying that it was wrong.\n",
        "Nobody saw the wagons.\nThe office, which on 12 February 2026 had counted 214 of them, is silent now.\n",
        "SEOUL, Feb. 12, 2026 - The service told lawmakers that 15,000 are there.\nIt gave no source.\n",
        "- 214 wagons\n- 2026-02-12\n",
        "One line only, 2026-02-12",
    ],
)
def test_an_article_without_a_header_is_body_from_its_first_letter(text: str) -> None:
    draft = read_plain(text)
    assert (draft.described.title, draft.described.outlet) == (None, None)
    assert draft.marks[0] == ("body", 0)


LISTS = [
    "Related:\n- One headline here\n- Another headline here\n",
    "Related\n\n* One headline here\n* Another headline here\n",
    "Read more:\nOne headline here\nAnother headline here\n",
    "Читайте также:\n— Один заголовок\n— Другой заголовок\n",
    "Mehr zum Thema:\n• Eine Überschrift\n• Noch eine Überschrift\n",
    "Читайте також:\n- Один заголовок\n",
    "[관련기사]\n▶ 첫 번째 기사 제목\n▶ 두 번째 기사 제목\n",
    "関連記事\n・見出しその一\n・見出しその二\n",
    "READ ALSO: One headline that stands alone\n",
]


@pytest.mark.parametrize("tail", LISTS)
def test_headlines_of_other_articles_are_a_part_of_their_own(tail: str) -> None:
    draft = read_plain(BODY + "\n" + tail)
    kinds = [kind for kind, _ in draft.marks]
    assert kinds == ["body", "headline-list"]
    assert (BODY + "\n" + tail)[draft.marks[1][1] :] == tail


@pytest.mark.parametrize(
    "text",
    [
        "More: the office counted 214.\n\nIt did.\n",
        "These came:\n- 112 from the south\n- 102 from the bridge\n",
        "Related matters were not discussed.\n\nNobody asked.\n",
        "Background: the port has no pier.\n",
    ],
)
def test_lists_and_colons_of_the_article_stay_in_it(text: str) -> None:
    assert [kind for kind, _ in read_plain(text).marks] == ["body"]


def test_a_list_in_the_middle_does_not_swallow_what_follows() -> None:
    text = "One.\n\nRelated:\n- A headline\n- Another\n\nTwo goes on here.\n"
    draft = read_plain(text)
    assert [kind for kind, _ in draft.marks] == ["body", "headline-list", "body"]
    assert text[draft.marks[2][1] :] == "Two goes on here.\n"


def test_a_copyright_line_at_the_end_is_no_part_of_the_body() -> None:
    draft = read_plain(BODY + "\n© 2026 Harbour Media. All rights reserved.\n")
    assert [kind for kind, _ in draft.marks] == ["body", "boilerplate"]
