"""What a number counts, how it stands to the truth, and which numbers count nothing."""

from __future__ import annotations

import pytest

from firsthand.model.claim import Quantity
from firsthand.model.span import words_of
from tests.attribute.make import read


def counted(text: str, language: str = "en") -> list[Quantity]:
    return [q for claim in read(text, language).claims for q in claim.quantities]


def implied(quantity: Quantity) -> dict[str, object]:
    return {i.what: i.value for i in quantity.implied} if quantity.implied else {}


def test_a_fold_is_times_and_implies_its_basis() -> None:
    fold, now = counted("Imports rose threefold to 900 tonnes in 2025.")
    assert (fold.value, fold.unit, fold.relation) == (3, "times", "fold")
    assert implied(fold) == {"basis": 300}
    assert (now.value, now.unit, now.relation) == (900, "tonnes", "=")


def test_halved_is_a_fold_of_a_half() -> None:
    fold, _ = counted("Imports halved to 900 tonnes in 2025.")
    assert (fold.value, fold.relation) == (0.5, "fold")
    assert implied(fold) == {"basis": 1800}


def test_a_sign_on_a_fold_stands_in_bound() -> None:
    fold, _ = counted("Imports more than doubled to 900 tonnes in 2025.")
    assert (fold.value, fold.relation, fold.bound) == (2, "fold", ">")


def test_a_share_has_a_whole() -> None:
    (share,) = counted("Workers accounted for 40 per cent of the entries in 2025.")
    assert (share.value, share.unit, share.relation) == (40, "percent", "share")
    assert share.of is not None
    assert "entries" in share.of


def test_one_in_three_is_a_share() -> None:
    text = "One in three visas was refused in 2025."
    (share,) = counted(text)
    assert words_of(text, share.span) == "One in three"
    assert share.value == pytest.approx(1 / 3, rel=1e-4)
    assert (share.unit, share.relation, share.of) == ("fraction", "share", "visas")


def test_a_fraction_of_a_count_implies_part_and_rest() -> None:
    share, whole = counted("A quarter of the 400 workers left in May.")
    assert (share.value, share.unit, share.relation) == (0.25, "fraction", "share")
    assert implied(share) == {"part": 100, "rest": 300}
    assert (whole.value, whole.unit) == (400, "workers")


def test_a_fall_is_a_negative_change() -> None:
    change, now = counted("Exports fell by 12 per cent to 880 tonnes in 2025.")
    assert (change.value, change.unit, change.relation) == (-12, "percent", "change")
    assert implied(change) == {"basis": 1000}
    assert (now.value, now.relation) == (880, "=")


def test_percentage_points_are_a_unit_of_their_own() -> None:
    (change,) = counted("Traffic fell by 3 percentage points.")
    assert (change.value, change.unit, change.relation) == (-3, "percentage-points", "change")


def test_from_and_to_are_two_values_that_imply_the_change() -> None:
    before, after = counted("Exports rose from 200 tonnes to 300 tonnes in 2025.")
    assert [before.value, after.value] == [200, 300]
    assert implied(after) == {"fold": 1.5, "change": 100}


def test_the_earlier_value_has_a_period_of_its_own() -> None:
    _, before = counted("The mill produced 900 tonnes in 2025, up from 600 tonnes in 2024.")
    assert before.value == 600
    assert before.when
    assert (before.when.start, before.when.end) == ("2024-01-01", "2024-12-31")


@pytest.mark.parametrize(("word", "low"), [("Dozens", 20), ("Hundreds", 200), ("Thousands", 2000)])
def test_a_vague_word_is_a_range(word: str, low: int) -> None:
    (quantity,) = counted(f"{word} of workers arrived in Vladivostok.")
    assert quantity.relation == "range"
    assert isinstance(quantity.value, tuple)
    assert quantity.value[0] == low
    assert quantity.unit == "workers"


def test_between_is_a_range() -> None:
    (quantity,) = counted("Between 40 and 60 barges left the estuary in May.")
    assert (quantity.value, quantity.relation) == ((40, 60), "range")


@pytest.mark.parametrize(
    ("lead", "relation"),
    [
        ("At least", ">="),
        ("More than", ">"),
        ("Fewer than", "<"),
        ("Up to", "<="),
        ("About", "~"),
        ("Some", "~"),
        ("Nearly", "~"),
        ("Exactly", "="),
    ],
)
def test_the_words_in_front_give_the_relation(lead: str, relation: str) -> None:
    (quantity,) = counted(f"{lead} 40 barges left the estuary.")
    assert (quantity.value, quantity.relation) == (40, relation)


@pytest.mark.parametrize(
    "text",
    [
        "The third convoy reached the port.",
        "Boeing 747 freighters landed at Terminal 2 on Monday.",
        "Resolution 2397 requires states to repatriate all workers by December 2019.",
        "Under a 2018 law, employers must register foreign workers.",
        "The pact, signed in 2003, was renewed on 2 March 2026.",
        "The plant will begin mass production in 2027.",
    ],
)
def test_ordinals_names_and_dates_are_no_quantities(text: str) -> None:
    assert counted(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The ministry counted 900 entries in 2025; of these, 300 were for work.",
        "In 2025, 900 entries were counted. Of these, 300 were for work.",
    ],
)
def test_of_these_is_a_part_of_the_count_before(text: str) -> None:
    whole, part = counted(text)
    assert (whole.value, part.value, part.relation) == (900, 300, "=")
    assert part.of == "900 entries"
    assert part.unit == whole.unit == "person-entries"
    assert implied(part) == {"share": pytest.approx(1 / 3, rel=1e-4), "rest": 600}


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Russia recorded 1,200 entries by North Koreans in 2024.", "person-entries"),
        ("Some 1,200 workers worked at the sawmill in 2024.", "workers"),
        ("The country issued 1,200 visas to students in 2024.", "visas"),
        ("The wall of the prison held 1,200 people in 2024.", "persons"),
    ],
)
def test_entries_persons_workers_and_visas_are_different_units(text: str, unit: str) -> None:
    (quantity,) = counted(text)
    assert (quantity.value, quantity.unit) == (1200, unit)


def test_money_has_its_currency() -> None:
    (quantity,) = counted("The company earned $2.3 million in 2025.")
    assert (quantity.value, quantity.unit) == (2_300_000, "USD")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Im Jahr 2025 kamen rund 300 Arbeiter nach Wladiwostok."),
        ("ru", "В 2025 году прибыли около 300 рабочих."),
    ],
)
def test_german_and_russian_counts_are_read(language: str, text: str) -> None:
    (quantity,) = counted(text, language)
    assert (quantity.value, quantity.unit, quantity.relation) == (300, "workers", "~")


def test_by_and_to_tell_a_change_and_a_level() -> None:
    change, level = counted("The firm raised its bid by $300 million to $2.2 billion.")
    assert (change.value, change.relation) == (300_000_000, "change")
    assert (level.value, level.unit, level.relation) == (2_200_000_000, "USD", "=")


def test_from_and_to_of_a_rise_are_two_values() -> None:
    fold, old, new = counted("The price tripled from 130 to 390 euros.")
    assert (fold.value, old.value, new.value) == (3, 130, 390)


def test_a_day_is_not_what_a_change_compares_with() -> None:
    change, _ = counted("The bank cut its rate by 25 basis points to 2.6 percent on Thursday.")
    assert (change.value, change.unit, change.basis) == (-25, "basis-points", None)


def test_one_thing_of_a_row_is_not_counted() -> None:
    (people,) = counted("Flooding stranded 90 truckers near mile marker 62.")
    assert (people.value, people.unit) == (90, "workers")


def test_two_of_them_are_what_was_counted_before() -> None:
    _, two = counted("Malware crippled 17 hospitals; doctors at two of them used paper.")
    assert (two.value, two.unit) == (2, "hospitals")


def test_a_third_of_three_hundred_is_a_hundred() -> None:
    share = counted("A third of the 300 workers fled.")[0]
    assert implied(share) == {"part": 100, "rest": 200}


@pytest.mark.parametrize(
    ("text", "language", "unit"),
    [
        ("Das Beben zerstörte mindestens 1.400 Häuser.", "de", "häuser"),
        ("Ни одна из 19 новых шахт не открылась.", "ru", "шахт"),
    ],
)
def test_a_noun_that_no_list_has_is_its_own_unit(text: str, language: str, unit: str) -> None:
    assert counted(text, language)[-1].unit == unit


def test_what_it_fell_to_is_no_bound() -> None:
    change, level = counted("Экспорт угля упал на 12 % до 7,9 млн тонн.", "ru")
    assert (change.value, level.value, level.relation) == (-12, 7_900_000, "=")


def test_a_handful_of_a_counted_whole_is_a_range() -> None:
    few, whole = counted("Only a handful of the 2,400 refugees have been resettled.")
    assert (few.value, few.unit, few.of) == ((3, 9), "persons", "the 2,400 refugees")
    assert whole.value == 2400


def test_eight_out_of_ten_is_a_share() -> None:
    (share,) = counted("Eight out of ten households in the delta lost their crops.")
    assert (share.value, share.relation, share.of) == (0.8, "share", "households in the delta")


def test_what_the_number_of_names_is_the_unit() -> None:
    told = counted("Vietnam plans to cut the number of ministries from 22 to 17.")
    assert [(q.value, q.unit) for q in told] == [(22, "ministries"), (17, "ministries")]


def test_a_share_of_them_is_of_the_count_of_now() -> None:
    share = counted("The firm employs 4,300 people, up from 3,100 in 2019; 60 % of them are women.")
    assert share[-1].of == "4,300 people"


def test_a_value_to_compare_with_is_no_change() -> None:
    now, before = counted("Die Inflation stieg auf 67 Prozent, nach 64,9 Prozent im Januar.", "de")
    assert (now.relation, before.relation) == ("=", "=")


def test_twice_as_few_is_a_half() -> None:
    _, fold = counted("Через переход прошло 85 тыс. человек, вдвое меньше, чем в 2024 году.", "ru")
    assert (fold.value, fold.unit) == (0.5, "times")


def test_pieces_are_what_was_named() -> None:
    text = "Das Werk baute 900 Panzer, davon gingen 40 Stück nach Polen."
    assert [q.unit for q in counted(text, "de")] == ["tanks", "tanks"]


def test_a_particle_of_a_verb_tells_no_rise() -> None:
    length, _ = counted("Insurgents blew up 4 km of pipeline and killed three guards.")
    assert (length.value, length.unit, length.relation) == (4, "km", "=")


def test_what_was_halved_is_not_what_it_compares_with() -> None:
    fold, _ = counted("The court halved the fine to 30 million euros.")
    assert (fold.value, fold.basis) == (0.5, None)


def test_times_last_year_s_level_compares_with_last_year() -> None:
    fold = counted("Imports averaged 9 tonnes a month, three times last year's level.")[-1]
    assert fold.basis
    assert (fold.basis.start, fold.basis.end) == ("2025-01-01", "2025-12-31")
