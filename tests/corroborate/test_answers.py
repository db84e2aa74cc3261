"""Values beside each other: conflicts, revisions, retractions."""

from __future__ import annotations

import msgspec
import pytest

from firsthand.corroborate.engine import corroborate
from firsthand.model.extraction import Extraction
from tests.corroborate.make import BEFORE, Said, Seen, Told, article, entries, only, sentence


def silence(ident: str, n: str, value: float, relation: str = "=") -> Extraction:
    text = f"The Ostrel Star was silent for {n} hours in March, {ident} Institute said."
    return article(
        ident,
        text,
        Said(f"{ident} Institute", kind="research-body"),
        Told(
            f"The Ostrel Star was silent for {n} hours in March",
            n, "hours", value=value, relation=relation, by=1, kind="shipping",
            when=("2025-03-01", "2025-03-31"),
        ),
        outlet=f"{ident} Post",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("told", "conflict"),
    [
        ([("A", "41", 41, "=")], "none"),
        ([("A", "41", 41, "="), ("B", "36", 36, "=")], "differs"),
        ([("A", "40.7", 40.7, "="), ("B", "41", 41, "=")], "within-rounding"),
        ([("A", "40.7", 40.7, "="), ("B", "41", 41, "="), ("C", "40", 40, "=")], "within-rounding"),
        ([("A", "41", 41, "="), ("B", "42", 42, "=")], "differs"),
        ([("A", "41", 41, "="), ("B", "40", 40, "=")], "within-rounding"),
        ([("A", "41", 41, "="), ("B", "30", 30, ">=")], "none"),
        ([("A", "41", 41, "="), ("B", "60", 60, ">=")], "differs"),
        ([("A", "41", 41, "="), ("B", "about 40", 40, "~")], "within-rounding"),
        ([("A", "41", 41, "="), ("B", "40 to 45", (40, 45), "range")], "none"),
    ],
)
def test_values_conflict_where_neither_bound_nor_rounding_allows_both(
    told: list[tuple[str, str, float, str]], conflict: str
) -> None:
    assert only(corroborate([silence(*t) for t in told])).conflict == conflict


def test_a_value_before_revision_is_told_as_such() -> None:
    text = "The total of 4,512 given a year ago is now 4,655, the Russian border service said."
    words = "The total of 4,512 given a year ago is now 4,655"
    made = article(
        "a",
        text,
        Said("the Russian border service"),
        Told(words, "4,512", by=1, when=BEFORE),
        Told(words, "4,655", by=1, when=BEFORE),
        outlet="Alpha Post",
    )
    both = (*made.claims[0].quantities, *made.claims[1].quantities)
    claim = msgspec.structs.replace(made.claims[0], quantities=both)
    question = only(corroborate([msgspec.structs.replace(made, claims=(claim,))]))
    notes = {a.value: a.note for a in question.answers}
    assert notes == {4512: "the value before revision, told as such", 4655: None}
    assert question.conflict == "differs"


def test_a_later_version_takes_back_what_it_no_longer_gives() -> None:
    url = "https://alpha.example/entries"
    old = article("v1", sentence("81,642"), entries("81,642"), outlet="Alpha", url=url)
    new = article("v2", sentence(), entries(), outlet="Alpha", url=url, modified="2026-02-13")
    other = article("b", sentence(), entries(), outlet="Beta")
    question = only(corroborate([old, new, other]))
    assert {a.value: a.retracted_by for a in question.answers} == {81642: "v2", 18642: None}
    assert question.articles == 2


def test_a_correction_of_something_else_takes_no_value_back() -> None:
    first = article("a", sentence(), entries(), outlet="Alpha")
    fix = article(
        "f",
        f"Correction: a name was misspelt. {sentence()}",
        entries(),
        Seen("withdraws", "Correction:"),
        outlet="Alpha",
        on="2026-02-13",
    )
    assert only(corroborate([first, fix])).answers[0].retracted_by is None


def test_a_withdrawal_without_a_new_value_takes_the_whole_report_back() -> None:
    first = article("a", sentence(), entries(), outlet="Alpha")
    fix = article(
        "f",
        f"We withdraw our report that {sentence()}",
        entries(),
        Seen("withdraws", "We withdraw our report"),
        outlet="Alpha",
        on="2026-02-13",
    )
    assert only(corroborate([first, fix])).answers[0].retracted_by == "f"
