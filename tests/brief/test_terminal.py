"""The first view: thirty lines, the columns of the terminal, signs with words, nothing steered."""

from __future__ import annotations

import re

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from packs import PACKS, pack, with_set_aside
from test_layout import world
from wcwidth import wcswidth

from firsthand.brief.compose import compose
from firsthand.brief.fold import unmoved
from firsthand.brief.ink import Bit, wrap
from firsthand.brief.parts import Options, Parts
from firsthand.brief.tell import tell
from firsthand.brief.terminal import notices, origins_of_case, render
from firsthand.brief.view import View
from firsthand.errors import UsageError
from firsthand.model.brief import Brief
from firsthand.model.document import House
from firsthand.model.question import Answer, Corroboration, OriginCount

replace = msgspec.structs.replace
ESCAPE = re.compile(r"\x1b\[[\d;]*m")


def brief(name: str = PACKS[0]) -> Brief:
    return compose(with_set_aside(pack(name)))


@pytest.mark.parametrize("name", PACKS)
@pytest.mark.parametrize("width", [60, 80, 100, 120, 300])
@pytest.mark.parametrize("unicode", [True, False])
def test_no_line_is_wider_than_the_terminal_and_thirty_lines_hold_it(
    name: str, width: int, unicode: bool
) -> None:
    out = render(brief(name), View(width=width, unicode=unicode))
    assert max(wcswidth(line) for line in out.splitlines()) <= min(max(width, 60), 120)
    assert out.count("\n") <= (30 if width >= 80 else 36)


@pytest.mark.parametrize("name", PACKS)
def test_every_sentence_and_count_is_there_whole(name: str) -> None:
    given_brief = brief(name)
    for width in (80, 120):
        out = " ".join(render(given_brief, View(width=width)).split())
        out = re.sub(r" \[[\d, –]+\]", "", out)
        for sentence in given_brief.sentences:
            assert " ".join(sentence.sentence.split()) in out
        case = given_brief.corroboration
        assert f"{case.articles} articles" in out
        assert f"{case.publishers} publishers" in out
        assert "3 set aside" in out
        assert "Draft, not reviewed" in out


def test_colour_changes_no_word_and_no_column() -> None:
    plain = render(brief(), View(width=80))
    coloured = render(brief(), View(width=80, color=True))
    assert "\x1b[31m✕ Differs" in coloured
    assert "\x1b[32m" in coloured
    assert ESCAPE.sub("", coloured) == plain
    assert not re.search(r"\x1b\[(?:4\d|9\d|10\d)", coloured)


@pytest.mark.parametrize("name", PACKS)
@pytest.mark.parametrize("what", [{}, {"all": True}, {"path": 1}, {"open": 1}])
def test_without_unicode_every_sign_has_its_plain_one(name: str, what: dict[str, int]) -> None:
    out = render(brief(name), View(width=80, unicode=False, **what))  # type: ignore[arg-type]
    assert out.isascii()


def test_the_signs_that_stand_for_ours_without_unicode() -> None:
    out = render(brief(), View(width=80, unicode=False))
    for sign in ("ok Holds", "x Differs", "!=18,462", "`..", "|- "):
        assert sign in out


def test_what_differs_or_was_withdrawn_is_never_folded_away() -> None:
    out = render(brief(PACKS[2]), View(width=80))
    assert "≠ 31,800" in out
    assert "withdrawn 8 Jun" in out
    assert "still printed" in out
    out = render(brief(), View(width=80))
    assert "≠ 18,462   no credit" in out
    assert "and 3 behind it" in out


def test_all_prints_every_claim_what_is_missing_and_the_sources() -> None:
    out = render(brief(), View(width=80, all=True))
    assert "418 are enrolled" in out
    assert "What is missing" in out
    assert "2397/8, 2375/17, alleged" in out
    assert re.search(r" 1  Free Peninsula Radio, 11 Feb, par\. ", out)


def test_path_unfolds_the_whole_way() -> None:
    out = render(brief(), View(width=80, path=1))
    assert "Harbour Weekend" in out
    assert "behind it" not in out


def test_open_prints_words_with_their_characters() -> None:
    given_brief = brief()
    out = render(given_brief, View(width=80, open=1))
    claim = given_brief.dossiers[0].question.answers[0].claims[0]
    document, _, ident = claim.partition("#")
    extraction = next(e for e in given_brief.extractions if e.id == document)
    (start, end), *_ = next(c.span for c in extraction.claims if c.id == ident)
    assert f"{start}–{end}" in out
    assert extraction.text[start : start + 40] in out


@pytest.mark.parametrize("what", [{"open": 99}, {"path": 99}, {"path": 0}])
def test_a_claim_that_is_not_there_is_wrong_use(what: dict[str, int]) -> None:
    with pytest.raises(UsageError, match="no claim"):
        render(brief(), View(**what))  # type: ignore[arg-type]


def test_the_notices_name_what_was_set_aside_and_what_to_do() -> None:
    out = notices(brief(), View(width=80))
    assert out.startswith("○ 3 inputs set aside; none counts as an article or an origin\n")
    assert "north-standard-0213.html    stub      pay wall after 41 words" in out
    assert "Next: save the whole page and add it" in out
    assert notices(compose(pack(PACKS[0])), View()) == ""


def test_text_from_documents_cannot_steer_the_terminal() -> None:
    parts = pack(PACKS[0])
    case = parts.corroboration
    evil = "\x1b[2J\x07\u202eoutlet\r\n"
    articles = tuple(
        replace(a, outlet=House(id=a.document, name=evil + a.document)) for a in case.article_list
    )
    given_brief = compose(replace(parts, corroboration=replace(case, article_list=articles)))
    for view in (View(), View(all=True), View(open=1), View(path=1)):
        out = render(given_brief, view)
        assert "\x1b" not in out
        assert "\u202e" not in out
        assert "\r" not in out


def test_part_known_origins_are_written_apart() -> None:
    def told(value: int | None, low: int, high: int | None) -> str:
        return origins_of_case(OriginCount(value=value, low=low, high=high, effective=1.0))

    assert told(1, 1, 1) == "1 origin"
    assert told(6, 6, 6) == "6 origins"
    assert told(3, 3, 6) == "3 + 3 cannot tell origins"
    assert told(2, 2, None) == "2 origins or more"
    assert told(None, 0, 1) == "0 to 1 origins, cannot tell"


def test_an_empty_case_prints_its_counts() -> None:
    none = OriginCount(value=0, low=0, high=0, effective=0.0)
    empty = Corroboration(articles=0, outlets=0, publishers=0, origins=none)
    given_brief = compose(Parts(corroboration=empty, options=Options(title="Empty")))
    for view in (View(), View(all=True)):
        assert "0 articles   0 outlets" in render(given_brief, view)


@pytest.mark.parametrize("seed", range(6))
def test_a_path_of_two_hundred_rows_folds_and_keeps_what_differs(seed: int) -> None:
    question, case = world(seed, 200, days=9, kinds="a")
    documents = tuple(a.document for a in case.article_list)
    answer = Answer(value=5710, unit="persons", spelled="5,710", documents=documents)
    question = replace(question, answers=(answer,))
    case = replace(case, questions=(question,))
    given_brief = compose(Parts(corroboration=case))
    out = render(given_brief, View(width=80))
    story = tell(question, case)
    told = {r.spelled for r in story.rows if r.changed}
    assert all(f"≠ {value}" in out for value in told)
    rows, needed = story.by_id(), set[str]()
    for row in story.rows:
        each = row if not unmoved(row) else None
        while each is not None:
            needed.add(each.id)
            each = rows.get(each.parent)
    # Each row that is needed may have one row of folded leaves beside it.
    assert out.count("\n") <= 30 + 2 * len(needed) + 2 * len(story.slabs)


LETTERS = st.one_of(
    st.characters(codec="latin-1"), st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3)
)


@given(st.text(LETTERS, max_size=200), st.integers(5, 60))
def test_wrapping_keeps_every_letter_and_the_width(text: str, room: int) -> None:
    clean = "".join(c if c.isprintable() else " " for c in text)
    lines = wrap(View(), [Bit(clean)], room)
    printed = "".join(bit.text for line in lines for bit in line)
    assert printed.replace(" ", "") == clean.replace(" ", "")
    assert all(sum(max(wcswidth(b.text), 0) for b in line) <= room for line in lines)
