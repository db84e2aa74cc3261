"""Quality on our own gold of chains; a floor is the figure when it was set, less three points."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from firsthand.model.base import to_json
from tests.attribute.make import DATA, digest, read_row, rows, score

LANGUAGES = ("en", "de", "ru", "uk", "ko")
DIGESTS = {
    "en": "5b5dc1003601",
    "de": "8253744b8434",
    "ru": "d0992e21dfde",
    "uk": "39275da13c99",
    "ko": "0951f6be6d74",
}
FLOORS = [
    ("en", "chain", 85.6), ("en", "parents", 90.0), ("en", "found", 89.3), ("en", "stance", 94.3),
    ("de", "chain", 91.8), ("de", "parents", 94.3), ("de", "found", 93.4), ("de", "stance", 96.1),
    ("ru", "chain", 92.5), ("ru", "parents", 85.4), ("ru", "found", 93.3), ("ru", "stance", 95.1),
    ("uk", "chain", 97.0), ("uk", "parents", 97.0), ("uk", "found", 97.0), ("uk", "stance", 97.0),
    ("ko", "parents", 97.0), ("ko", "found", 97.0), ("ko", "stance", 90.3), ("ko", "anonymity", 97.0),
    ("en", "anonymity", 92.5), ("de", "anonymity", 94.2), ("ru", "anonymity", 96.0),
]  # fmt: skip
"""Korean has no claims yet, hence no floor of chains."""


@pytest.fixture(scope="module")
def scored(tmp_path_factory: pytest.TempPathFactory) -> Any:
    @cache
    def of(language: str) -> dict[str, Any]:
        gold = DATA / "chains" / f"{language}.jsonl"
        told = tmp_path_factory.mktemp("chains") / f"{language}.jsonl"
        told.write_bytes(b"".join(to_json(read_row(r).line()) + b"\n" for r in rows(gold)))
        return dict(json.loads(score("chains.py", gold, told, "--json"))["all"])

    return of


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_gold_is_the_one_that_was_measured(language: str) -> None:
    gold: Path = DATA / "chains" / f"{language}.jsonl"
    assert digest(gold) == DIGESTS[language], "measure again and set the floors"


@pytest.mark.parametrize(("language", "measure", "floor"), FLOORS)
def test_the_floor_holds(scored: Any, language: str, measure: str, floor: float) -> None:
    figure = scored(language)[measure]
    assert (figure["f1"] if isinstance(figure, dict) else figure) >= floor
