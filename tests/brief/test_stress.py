"""The gate stops no brief on valid input: whole packs, each article alone, pairs, random subsets."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest

from firsthand.model.extraction import Extraction
from firsthand.model.table import Table
from firsthand.run.pipeline import Asked, Inputs, brief_of, extract_inputs, load_tables, make_brief

ROOT = Path(__file__).parents[2]
PACKS = sorted([*(ROOT / "tests/data/cases").iterdir(), *(ROOT.parent / "shared/cases").iterdir()])
NAMES = [p.name for p in PACKS]
RANDOM = 60


def inputs_of(pack: Path) -> tuple[list[str], list[str]]:
    """Return the articles and the tables of a pack."""
    articles = pack / "articles"
    folder = pack / "tables"
    texts = sorted(articles.iterdir()) if articles.is_dir() else [pack / "article.txt"]
    tables = sorted(folder.iterdir()) if folder.is_dir() else sorted(pack.glob("*.csv"))
    return [str(p) for p in texts], [str(p) for p in tables]


@cache
def extracted(name: str) -> tuple[tuple[Extraction, ...], tuple[Table, ...]]:
    """Return a pack read once: subsets are then a matter of the stages behind reading."""
    articles, tables = inputs_of(PACKS[NAMES.index(name)])
    held, notices = load_tables(tables)
    assert not notices
    return extract_inputs(articles).extractions, tuple(held)


def holds(extractions: Sequence[Extraction], tables: Sequence[Table], **asked: object) -> None:
    """Compose and verify; what goes wrong is an exception."""
    read = Inputs(documents=tuple(e.document for e in extractions), extractions=tuple(extractions))
    brief = brief_of(read, tables, asked=Asked(**asked))  # type: ignore[arg-type]
    assert brief.headline


def alone_and_in_pairs(extractions: Sequence[Extraction]) -> Iterator[tuple[Extraction, ...]]:
    for size in (1, 2):
        yield from combinations(extractions, size)


def test_every_article_of_a_pack_with_a_withdrawal_is_briefed_alone_and_whole() -> None:
    extractions, tables = extracted("wheat-quarter")
    holds(extractions, tables)
    for each in extractions:
        holds([each], tables)
        holds([each], [])


def test_the_words_of_a_pack_may_choose_what_leads() -> None:
    extractions, tables = extracted("wheat-quarter")
    for about in ("wheat", "no such word"):
        holds(extractions, tables, about=about, top=1)


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_a_whole_pack_is_briefed_from_its_files(name: str) -> None:
    articles, tables = inputs_of(PACKS[NAMES.index(name)])
    assert make_brief(articles, tables).sentences


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_articles_alone_and_in_pairs_are_briefed(name: str) -> None:
    extractions, tables = extracted(name)
    for some in alone_and_in_pairs(extractions):
        holds(some, tables)
        holds(some, [])


@pytest.mark.slow
def test_random_articles_of_all_packs_together_are_briefed() -> None:
    """Articles of different matters, with the tables of any: nothing joins, nothing stops."""
    rng = random.Random(11)
    documents = {e.id: e for name in NAMES for e in extracted(name)[0]}
    tables = [t for name in NAMES for t in extracted(name)[1]]
    for _ in range(RANDOM):
        some = rng.sample(sorted(documents), rng.randint(1, 14))
        holds([documents[i] for i in some], rng.sample(tables, rng.randint(0, 3)))
