"""Quality on gold of claims and numbers; a floor is the figure when it was set, less three points."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from firsthand.claim.numbers import find_numbers
from firsthand.model.base import to_json
from tests.attribute.make import DATA, SHARED, digest, read_row, rows, score

CLAIMS = DATA / "claims" / "own.jsonl"
NUMBERS = SHARED / "numbers" / "recognizers-dev.jsonl"
DIGESTS = {"own.jsonl": "d351ca799771", "recognizers-dev.jsonl": "4b833ed8760b"}
CLAIM_FLOORS = [
    ("en", "claims", 96.6), ("en", "quantities", 95.4), ("en", "period", 93.7), ("en", "kind", 96.0),
    ("de", "claims", 92.0), ("de", "quantities", 97.0), ("de", "period", 97.0), ("de", "kind", 97.0),
    ("ru", "claims", 88.4), ("ru", "quantities", 81.2), ("ru", "period", 97.0), ("ru", "kind", 97.0),
    ("all", "status", 97.0), ("all", "polarity", 97.0), ("all", "hard", 97.0), ("all", "basis", 97.0),
    ("all", "of", 80.3), ("all", "implied", 78.8), ("all", "bound", 77.0),
]  # fmt: skip
TRAP_CEILING = 3.0
NUMBER_FLOORS = {"english": 94.3, "german": 92.5, "korean": 90.2, "japanese": 87.0}
_RIGHT = re.compile(r"^(\w+)\s+all\s+right\s+([\d.]+)", re.MULTILINE)


@pytest.mark.parametrize("gold", [CLAIMS, NUMBERS], ids=lambda path: path.name)
def test_the_gold_is_the_one_that_was_measured(gold: Path) -> None:
    assert digest(gold) == DIGESTS[gold.name], "measure again and set the floors"


@pytest.fixture(scope="module")
def claims(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    told = tmp_path_factory.mktemp("claims") / "told.jsonl"
    told.write_bytes(b"".join(to_json(read_row(r).line()) + b"\n" for r in rows(CLAIMS)))
    return dict(json.loads(score("claims.py", CLAIMS, told, "--json")))


@pytest.fixture(scope="module")
def numbers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, float]:
    told = tmp_path_factory.mktemp("numbers") / "told.jsonl"
    cases = [r for r in rows(NUMBERS) if r["language"] in NUMBER_FLOORS]
    found = [(r["id"], find_numbers(r["text"], language=r["language"])) for r in cases]
    lines = [to_json({"id": ident, "quantities": each}) for ident, each in found]
    told.write_bytes(b"\n".join(lines))
    return {
        name: float(right) for name, right in _RIGHT.findall(score("numbers.py", NUMBERS, told))
    }


@pytest.mark.parametrize(("group", "measure", "floor"), CLAIM_FLOORS)
def test_the_floor_of_claims_holds(
    claims: dict[str, Any], group: str, measure: str, floor: float
) -> None:
    figure = claims[group][measure]
    name = {"claims": "f1", "quantities": "all"}.get(measure, "rate")
    assert figure[name] >= floor


@pytest.mark.parametrize("measure", ["traps", "law", "back"])
def test_numbers_that_count_nothing_and_rules_are_not_told_as_events(
    claims: dict[str, Any], measure: str
) -> None:
    assert claims["all"][measure]["rate"] <= TRAP_CEILING


@pytest.mark.parametrize(("language", "floor"), NUMBER_FLOORS.items())
def test_the_floor_of_numbers_holds(numbers: dict[str, float], language: str, floor: float) -> None:
    assert numbers[language] >= floor
