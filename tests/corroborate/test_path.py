"""How a value travelled: steps, edges and their order."""

from __future__ import annotations

from firsthand.corroborate.engine import corroborate
from firsthand.corroborate.lines import in_numbers, lines
from firsthand.model.extraction import Extraction
from firsthand.model.question import OriginCount
from tests.corroborate.make import Said, Seen, article, entries, only, sentence


def wire() -> list[Extraction]:
    """An office, a radio that opened its table, an agency that cites the radio, a paper that signs it."""
    return [
        article(
            "radio",
            sentence(
                tail=", according to the Russian border service, whose table we have examined."
            ),
            Said("the Russian border service", "according to"),
            entries(by=1),
            Seen("opened", "we have examined"),
            outlet="Peninsula Radio",
            on="2026-02-11T06:00:00Z",
        ),
        article(
            "agency",
            sentence(tail=", Peninsula Radio reported, citing the Russian border service."),
            Said("Peninsula Radio", "reported", kind="news-outlet", stance="reports"),
            Said("the Russian border service", "citing", under=1),
            entries(by=2),
            outlet="Yonsan News Agency",
            on="2026-02-11T09:00:00Z",
        ),
        article(
            "paper",
            f"(Yonsan) - {sentence(tail=', Peninsula Radio reported, citing the Russian border service.')}",
            Said("Peninsula Radio", "reported", kind="news-outlet", stance="reports"),
            Said("the Russian border service", "citing", under=1),
            entries(by=2),
            Seen("signed", "(Yonsan)", "Yonsan"),
            outlet="Harbour Gazette",
            on="2026-02-12",
        ),
    ]


def test_the_path_runs_from_the_origin_through_each_copy() -> None:
    question = only(corroborate(wire()))
    (origin,) = {s.origin for s in question.path}
    assert [(s.document, s.came_from, s.how) for s in question.path] == [
        ("radio", origin, "opened"),
        ("agency", "radio", "credit"),
        ("paper", "agency", "credit"),
    ]
    assert [s.changed for s in question.path] == [False, False, False]


def test_edges_say_who_had_it_from_whom_and_with_which_words() -> None:
    case = wire()
    found = {(e.source, e.target): e for e in only(corroborate(case)).edges}
    assert found["agency", "radio"].kind == "cites"
    assert found["paper", "agency"].kind == "syndicates"
    words = {e.id: e.text for e in case}
    (start, end) = found["paper", "agency"].span[0]
    assert words["paper"][start:end] == "(Yonsan)"


def test_a_title_that_is_named_and_not_held_is_a_step_of_its_own() -> None:
    alone = article(
        "press",
        sentence(tail=", Yonhap reports, according to Radio Free Asia, citing Rosstat."),
        Said("Yonhap", "reports", kind="news-agency"),
        Said("Radio Free Asia", "according to", kind="news-outlet", under=1),
        Said("Rosstat", "citing", kind="statistics-office", under=2),
        entries(by=3),
        outlet="Some Press",
    )
    found = corroborate([alone])
    question = only(found)
    steps = {s.document: s for s in question.path}
    held = {a.document for a in found.article_list}
    assert set(steps) - held == {"Yonhap", "Radio Free Asia"}
    assert steps["press"].came_from == "Yonhap"
    assert steps["Yonhap"].came_from == "Radio Free Asia"
    assert steps["Radio Free Asia"].came_from == steps["press"].origin
    assert all(steps[d].how == "named" for d in steps)


def test_an_article_with_two_values_has_a_step_under_each_origin() -> None:
    text = f"{sentence()[:-1]}, Seoul said. {sentence('12,000')[:-1]}, Kyiv said."
    two = article(
        "two", text, Said("Seoul"), Said("Kyiv"), entries(by=1), entries("12,000", by=2), outlet="A"
    )
    question = only(corroborate([two]))
    assert sorted((s.document, s.spelled) for s in question.path) == [
        ("two", "12,000"), ("two", "18,642"),
    ]  # fmt: skip
    assert len({s.origin for s in question.path}) == 2


def test_lines_name_group_sources_and_origins() -> None:
    told = list(lines(corroborate(wire())))
    by_article = {t["article"]: t for t in told if "article" in t}
    assert {t["group"] for t in by_article.values()} == {"radio"}
    assert by_article["paper"]["derived_from"][0] == "agency"
    assert len({tuple(t["origins"]) for t in by_article.values()}) == 1
    (count,) = [t["count"] for t in told if "count" in t]
    assert count == {"value": 1, "low": 1, "high": 1}


def test_a_count_that_cannot_be_told_is_the_middle_in_lines() -> None:
    assert in_numbers(OriginCount(value=None, low=0, high=1, effective=0)) == {
        "value": 0.5, "low": 0, "high": 1,
    }  # fmt: skip
    assert in_numbers(OriginCount(value=1, low=1, high=None, effective=1))["high"] > 1


def test_an_article_without_a_question_stands_alone_in_lines() -> None:
    (line,) = lines(corroborate([article("a", "Light rain is expected.", outlet="A")]))
    assert (line["question_or_story"], line["group"], line["derived_from"]) == (None, "a", [])
