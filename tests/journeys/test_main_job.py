"""The main job, from saved reports to a brief, as a person would do it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.journeys.conftest import ROOT, SHARED, Run

CASE = ROOT / "examples" / "border-entries"
TABLES = (
    "--table",
    CASE / "tables" / "table-4-2.csv",
    "--table",
    CASE / "tables" / "enrolment.csv",
)


def test_the_bundled_case_makes_a_brief(firsthand: Run) -> None:
    done = firsthand("brief", CASE / "articles", *TABLES)
    assert done.returncode == 0, done.stderr
    assert "12 articles   9 outlets   8 publishers" in done.stdout
    assert "Draft, not reviewed" in done.stdout
    assert len(done.stdout.splitlines()) <= 30


def test_the_json_carries_the_four_numbers_and_every_sentence_its_evidence(firsthand: Run) -> None:
    done = firsthand("brief", CASE / "articles", *TABLES, "--format", "json")
    case = json.loads(done.stdout)
    assert (case["articles"], case["outlets"], case["publishers"]) == (12, 9, 8)
    assert case["schema"] == 1
    assert all(sentence["evidence"] for sentence in case["brief"])


@pytest.mark.parametrize("ending", ["html", "md", "json", "txt"])
def test_the_ending_of_the_file_chooses_the_format(
    ending: str, tmp_path: Path, firsthand: Run
) -> None:
    done = firsthand("brief", CASE / "articles", *TABLES, "-o", f"brief.{ending}")
    assert done.returncode == 0, done.stderr
    text = (tmp_path / f"brief.{ending}").read_text(encoding="utf-8")
    assert "18,642" in text or "18642" in text
    assert done.stdout == ""


def test_fail_on_tells_by_its_exit_code(firsthand: Run) -> None:
    """A script can stop where a number differs."""
    assert firsthand("brief", CASE / "articles", *TABLES, "--fail-on", "differs").returncode == 10
    insider = CASE / "articles" / "insider-0206.md"
    assert firsthand("brief", insider, "--fail-on", "differs").returncode == 0


def test_as_of_leaves_out_what_came_later_and_says_so(firsthand: Run) -> None:
    done = firsthand(
        "brief", CASE / "articles", *TABLES, "--as-of", "2026-02-12", "--format", "json"
    )
    assert done.returncode == 1
    days = [d["published"][:10] for d in json.loads(done.stdout)["documents"]]
    assert max(days) <= "2026-02-12"
    assert "after 2026-02-12" in done.stderr


def test_colour_never_changes_words(firsthand: Run) -> None:
    plain = firsthand("brief", CASE / "articles", *TABLES, "--color", "never").stdout
    coloured = firsthand("brief", CASE / "articles", *TABLES, "--color", "always").stdout
    assert "\x1b[" in coloured
    assert "\x1b[" not in plain
    import re

    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain


def test_batches_answer_line_by_line_in_order(firsthand: Run) -> None:
    """The contract's batch lines, both names of the id."""
    lines = [
        {"document": "b", "text": "Kyodo reported that 12 boats left.", "language": "en"},
        {"id": "a", "text": "The ministry said that 40 boats left.", "language": "english"},
    ]
    given = "\n".join(map(json.dumps, lines))
    told = [json.loads(line) for line in firsthand("extract", "-", given=given).stdout.splitlines()]
    assert [t["document"] for t in told] == ["b", "a"]
    numbers = [
        json.loads(line) for line in firsthand("numbers", "-", given=given).stdout.splitlines()
    ]
    assert [n["id"] for n in numbers] == ["b", "a"]
    assert [n["quantities"][0]["value"] for n in numbers] == [12, 40]


def test_every_command_has_help_with_an_example(firsthand: Run) -> None:
    from firsthand.cli.main import COMMANDS

    for name in COMMANDS:
        told = firsthand(name, "--help").stdout
        assert "Usage:" in told
        assert "firsthand " in told.split("Usage:")[1], name


def test_wrong_use_is_exit_2_with_a_line(firsthand: Run) -> None:
    assert firsthand("brief").returncode == 2
    assert firsthand("brief", CASE, "--as-of", "yesterday").returncode == 2
    assert firsthand("nonsense").returncode == 2


REAL = (
    SHARED / "cases" / "seed" / "article.txt",
    "--outlet",
    "Euromaidan Press",
    "--published",
    "2025-02-09",
)
REAL_TABLE = ("--table", SHARED / "cases" / "seed" / "entries.csv")


@pytest.fixture
def real(firsthand: Run) -> dict:  # type: ignore[type-arg]
    return json.loads(firsthand("extract", *REAL).stdout)  # type: ignore[no-any-return]


def chain_of(line: dict, words: str) -> list[str]:  # type: ignore[type-arg]
    text = REAL[0].read_text(encoding="utf-8")  # type: ignore[union-attr]
    at = text.index(words)
    return next(c["chain"] for c in line["claims"] if any(a <= at < b for a, b in c["span"]))


def test_the_real_article_gives_its_chains(real: dict) -> None:  # type: ignore[type-arg]
    """Outlet, agency, broadcaster, statistics office: the chain that the whole work is about."""
    assert chain_of(real, "13,221") == [
        "Euromaidan Press",
        "Yonhap",
        "Radio Free Asia",
        "Russia’s federal statistics service",
    ]
    assert chain_of(real, "were dispatched") == [
        "Euromaidan Press",
        "National Intelligence Service",
    ]
    assert chain_of(real, "mass-producing drones co-developed") == [
        "Euromaidan Press",
        "NHK",
        "sources familiar with the matter",
    ]


def test_the_real_article_gives_its_figures(real: dict) -> None:  # type: ignore[type-arg]
    told = {
        (str(q["value"]), q["relation"], q["unit"]) for c in real["claims"] for q in c["quantities"]
    }
    assert {
        ("13221", "=", "person-entries"),
        ("12", "fold", "times"),
        ("7887", "=", "person-entries"),
    } <= told


def test_the_real_article_tells_law_from_news(real: dict) -> None:  # type: ignore[type-arg]
    law = [c for c in real["claims"] if c["mode"] == "law"]
    assert len(law) == 2
    assert any(c["when"] and c["when"]["to"] == "2019-12-31" for c in law)
    assert [c["status"] for c in real["claims"] if "drones co-developed" in str(c)][:1] in (
        [],
        ["expected"],
    )


def test_the_real_article_against_the_table(firsthand: Run) -> None:
    case = json.loads(firsthand("brief", *REAL, *REAL_TABLE, "--format", "json").stdout)
    sums = {
        (c["kind"], c["verdict"]): c["arithmetic"] for q in case["questions"] for c in q["checks"]
    }
    assert "11.84" in sums["fold", "agrees-within-rounding"]
    assert any("59.7" in c["arithmetic"] for q in case["questions"] for c in q["checks"])
    findings = {
        (f["provision"], f["standing"], f["in_force"])
        for q in case["questions"]
        for f in q["findings"]
    }
    assert {("UNSCR-2375-OP17", "alleged", True), ("UNSCR-2397-OP8", "alleged", True)} <= findings
