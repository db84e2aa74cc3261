"""What a claim gives to a question."""

from __future__ import annotations

import pytest

from firsthand.corroborate.articles import sort_documents
from firsthand.corroborate.readings import Reading, readings_of
from firsthand.corroborate.titles import Titles
from tests.corroborate.make import YEAR, Told, article, entries, sentence


def read(*told: object, text: str, **more: object) -> list[Reading]:
    held = sort_documents([article("a", text, *told, outlet="Alpha Post", **more)]).held  # type: ignore[arg-type]
    return readings_of(0, held[0], Titles(held))


def test_a_count_is_read_with_its_unit_period_and_parties() -> None:
    (reading,) = read(entries(), text=sentence())
    assert (reading.size, reading.unit, reading.shape) == (18642, "person-entries", "count")
    assert reading.slots.period == YEAR
    assert reading.slots.names.geo == {"kp", "ru"}
    assert not reading.weak


@pytest.mark.parametrize(
    "told",
    [
        entries(mode="law"),
        entries(mode="background"),
        entries(mode="comment"),
        entries(status="conditional"),
        entries(kind="obligation"),
        entries(part="headline-list"),
        entries(part="boilerplate"),
        Told(sentence()[:-1], kind="policy-stance"),
    ],
)
def test_law_comment_conditions_and_headline_lists_answer_nothing(told: Told) -> None:
    assert read(told, text=sentence()) == []


def test_hours_and_minutes_are_one_value() -> None:
    text = "The ship was silent for 40 hours and 42 minutes in March."
    claim = Told(text[:-1], "40", "hours", kind="shipping")
    made = article("a", text, claim, Told(text[:-1], "42", "minutes", kind="shipping"))
    both = (*made.claims[0].quantities, *made.claims[1].quantities)
    joined = _with(made, quantities=both)
    (reading,) = _read(joined)
    assert (reading.value, reading.spelled) == (40.7, "40 hours and 42 minutes")


def test_from_one_value_to_another_is_a_change() -> None:
    text = "Its draught had gone from 8.9 to 7.1 metres."
    made = article(
        "a",
        text,
        Told(text[:-1], "8.9", "metres", value=8.9),
        Told(text[:-1], "7.1", "metres", value=7.1),
    )
    (reading,) = _read(
        _with(made, quantities=(*made.claims[0].quantities, *made.claims[1].quantities))
    )
    assert (reading.shape, reading.value) == ("change", -1.8)


def test_higher_by_a_measure_is_a_change_and_no_value() -> None:
    text = "It lay higher in the water by 1.8 metres."
    (reading,) = read(Told(text[:-1], "1.8", "metres", value=1.8), text=text)
    assert reading.shape == "change"


def test_a_share_beside_its_count_is_no_reading_of_its_own() -> None:
    text = "Education leads with 11,207, which is three in five."
    made = article(
        "a",
        text,
        Told(text[:-1], "11,207"),
        Told(text[:-1], "three in five", "fraction", value=0.6, relation="share"),
    )
    found = _read(_with(made, quantities=(*made.claims[0].quantities, *made.claims[1].quantities)))
    assert [r.value for r in found] == [11207]


def test_a_share_of_a_count_told_with_it_is_a_reading() -> None:
    text = "That is 40 per cent of the 500,000 barrels that may be delivered."
    made = article(
        "a",
        text,
        Told(text[:-1], "40", "percent", relation="share", of="the 500,000 barrels"),
        Told(text[:-1], "500,000", "barrels"),
    )
    both = _with(made, quantities=(*made.claims[0].quantities, *made.claims[1].quantities))
    assert [r.value for r in _read(both)] == [40, 500000]


def test_small_counts_of_the_reporting_are_asides() -> None:
    text = "Two institutes have looked at the ship."
    found = read(Told(text[:-1], "Two", "institutes", value=2, kind="shipping"), text=text)
    assert found == []


def test_a_denied_claim_answers_no() -> None:
    text = "The Ostrel Star met a North Korean ship."
    (reading,) = read(Told(text[:-1], status="denied", kind="shipping"), text=text)
    assert reading.value is False


def test_of_those_sent_the_dead_are_no_part() -> None:
    text = "North Korea sent 13,800 soldiers to Russia, of whom 3,900 were killed."
    found = read(
        Told(
            "North Korea sent 13,800 soldiers to Russia",
            "13,800",
            "troops",
            kind="troop-deployment",
        ),
        Told("of whom 3,900 were killed", "3,900", "troops", kind="combat", of="whom"),
        text=text,
    )
    assert [r.part for r in found] == [False, False]


def test_of_these_entries_some_are_a_part() -> None:
    text = f"{sentence()} Of these 11,207 were for education."
    found = read(
        entries(), Told("Of these 11,207 were for education", "11,207", of="these"), text=text
    )
    assert [r.part for r in found] == [False, True]


def _read(extraction: object) -> list[Reading]:
    held = sort_documents([extraction]).held  # type: ignore[list-item]
    return readings_of(0, held[0], Titles(held))


def _with(extraction, *, quantities):  # type: ignore[no-untyped-def]
    import msgspec

    claim = msgspec.structs.replace(extraction.claims[0], quantities=quantities)
    return msgspec.structs.replace(extraction, claims=(claim,))
