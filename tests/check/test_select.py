"""The right row is chosen: by party, place, purpose, period and unit, never by a near value."""

from __future__ import annotations

from itertools import permutations

import pytest

from firsthand.model.question import About
from tests.check.make import (
    ENTRIES,
    YEAR,
    answer,
    claim,
    extraction,
    quantity,
    question,
    run,
    series,
    table,
    verdicts,
)

KP = About(measure="person-entries", parties=("kp",), place="ru", **YEAR)
STUDY = About(measure="person-entries", parties=("kp",), topic=("education",), **YEAR)


@pytest.mark.parametrize(
    ("about", "value", "row"),
    [(KP, 18642, "DPRK / Total / 2025"), (STUDY, 11207, "DPRK / Education / 2025")],
)
def test_a_topic_takes_its_own_row_and_no_topic_the_total(
    about: About, value: int, row: str
) -> None:
    (found,) = run(question(about, [answer(value, "person-entries")]), (), [ENTRIES])
    assert (found.verdict, found.row) == ("agrees", row)


def test_another_country_with_the_very_value_is_passed_over() -> None:
    about = About(measure="person-entries", parties=("jp",), **YEAR)
    assert run(question(about, [answer(18642, "person-entries")]), (), [ENTRIES]) == ()


def test_a_topic_that_no_row_has_is_held_against_nothing() -> None:
    about = About(measure="person-entries", parties=("kp",), topic=("ballet",), **YEAR)
    assert run(question(about, [answer(12, "person-entries")]), (), [ENTRIES]) == ()


def test_another_year_is_held_against_nothing() -> None:
    about = About(measure="person-entries", parties=("kp",), start="2019-01-01", end="2019-12-31")
    assert run(question(about, [answer(21000, "person-entries")]), (), [ENTRIES]) == ()


@pytest.mark.parametrize("name", ["DPRK", "North Korea", "Nordkorea", "КНДР"])
def test_the_state_is_known_by_any_name(name: str) -> None:
    rows = series({"Country": name}, {"2025": 18642}, unit="person-entries")
    (found,) = run(
        question(KP, [answer(18642, "person-entries")]), (), [table(rows, title="Entries")]
    )
    assert found.verdict == "agrees"


GAPS = table(
    series({"vessel": "OSTREL STAR", "event": "AIS gap", "measure": "duration (h)"}, {"2025-03-05": 40.7}, frequency="daily"),
    series({"vessel": "OSTREL STAR", "event": "port call Quellin", "measure": "duration (h)"}, {"2025-03-12": 41.4}, frequency="daily"),
    series({"vessel": "CHON MA 7", "event": "port call Nampo", "measure": "duration (h)"}, {"2025-03-09": 42.6}, frequency="daily"),
    title="Event list",
)  # fmt: skip


def test_a_nearly_equal_wrong_row_is_not_taken() -> None:
    text = "The tanker Ostrel Star sent no AIS position for 41 hours."
    about = About(measure="hours", topic=("ostrel star",), start="2025-03-01", end="2025-03-31")
    asked = question(about, [answer(41, "hours", claims=("d#c1",))], kind="shipping")
    (found,) = run(asked, [extraction("d", text, [claim(text, kind="shipping")])], [GAPS])
    assert (found.verdict, found.cell, found.arithmetic) == (
        "agrees-within-rounding",
        "C1",
        "40.7 rounds to 41",
    )


def test_the_order_of_rows_does_not_matter() -> None:
    asked = question(STUDY, [answer(11207, "person-entries")])
    found = {
        run(asked, (), [table(*rows, name=ENTRIES.table, title=ENTRIES.title)])
        for rows in permutations(ENTRIES.series)
    }
    assert len(found) == 1


LEVELS = table(
    series({"country": "DPRK", "level": "university"}, {"2025-10-01": 331}, unit="persons", frequency="daily"),
    series({"country": "DPRK", "level": "college"}, {"2025-10-01": 87}, unit="persons", frequency="daily"),
    series({"country": "DPRK", "level": "all"}, {"2025-10-01": 418}, unit="persons", frequency="daily"),
    name="enrolment.csv",
)  # fmt: skip


def test_several_parts_named_take_their_total() -> None:
    about = About(measure="persons", parties=("kp",), topic=("universities", "colleges"))
    asked = question(about, [answer(418, "persons", claims=("d#c1",))], kind="training")
    text = "418 citizens were enrolled at universities and colleges"
    (found,) = run(asked, [extraction("d", text, [claim(text, kind="training")])], [LEVELS])
    assert (found.verdict, found.row) == ("agrees", "DPRK / all / 2025-10-01")


def test_workers_are_no_students() -> None:
    """Both are persons, yet a register of students is not about labour."""
    asked = question(
        About(measure="workers", parties=("kp",), place="ru"),
        [answer(15000, "workers")],
        kind="labour",
    )
    assert run(asked, (), [LEVELS]) == ()


def test_persons_present_are_not_comparable_with_crossings() -> None:
    asked = question(
        About(measure="workers", parties=("kp",), place="ru"),
        [answer(15000, "workers")],
        kind="labour",
    )
    text = "15,000 are at work"
    found = run(asked, [extraction("d", text, [claim(text)])], [ENTRIES])
    assert verdicts(found) == [("value", "not-comparable")]
    assert found[0].arithmetic == "workers against person-entries in 2025"


def test_one_site_is_no_country() -> None:
    asked = question(
        About(measure="workers", parties=("kp",), place="tuvalsk"),
        [answer(340, "workers")],
        kind="labour",
    )
    assert run(asked, (), [ENTRIES, LEVELS]) == ()


def test_a_running_total_takes_the_last_value_before_publication() -> None:
    rows = series(
        {"measure": "Killed and wounded"},
        {"2025-04": 3820, "2025-05": 4300, "2025-06": 5000},
        frequency="monthly",
    )
    losses = table(rows, title="Losses among DPRK personnel, running total at the end of the month")
    text = "4,300 have been killed or wounded"
    asked = question(
        About(measure="troops", parties=("kp",)),
        [answer(4300, "troops", claims=("d#c1",))],
        kind="combat",
    )
    (found,) = run(
        asked, [extraction("d", text, [claim(text, kind="combat")], "2025-06-05")], [losses]
    )
    assert (found.verdict, found.cell) == ("agrees", "C2")


def test_losses_are_not_the_strength() -> None:
    rows = series({"measure": "Killed"}, {"2025-05": 1180}, frequency="monthly")
    asked = question(
        About(measure="troops", parties=("kp",), place="ru"),
        [answer(13800, "troops")],
        kind="troop-deployment",
    )
    assert run(asked, (), [table(rows, title="Losses among DPRK personnel")]) == ()


def test_nothing_later_than_the_day_of_the_view_is_looked_at() -> None:
    rows = series(
        {"Nationality": "DPRK"}, {"2023": 10, "2024": 20, "2025": 30}, unit="person-entries"
    )
    asked = question(
        About(measure="person-entries", parties=("kp",)), [answer(20, "person-entries")]
    )
    (found,) = run(asked, (), [table(rows, title="Entries")], as_of="2025-06-30")
    assert found.cell == "C2"


def test_a_month_that_nobody_told_may_be_any() -> None:
    months = {f"2025-{n:02}": 10 * n for n in range(1, 10)}
    rows = series({"Nationality": "DPRK"}, months, unit="person-entries", frequency="monthly")
    asked = question(
        About(measure="person-entries", parties=("kp",)), [answer(15, "person-entries")]
    )
    assert run(asked, (), [table(rows, title="Entries")]) == ()


ORE = table(
    series({"Commodity": "Iron ores and concentrates", "Origin": "DPRK"}, {"2022": 48300, "2023": 120450}, unit="tonnes"),
    series({"Commodity": "Iron ores and concentrates", "Origin": "DPRK"}, {"2022": 4010000, "2023": 9870000}, unit="USD"),
    series({"Commodity": "Iron ores and concentrates", "Origin": "Australia"}, {"2023": 735000000}, unit="tonnes"),
    series({"Commodity": "Anthracite", "Origin": "DPRK"}, {"2023": 120450}, unit="tonnes"),
    title="Imports of China by commodity and country of origin",
)  # fmt: skip


def test_plain_words_beside_a_concept_do_not_hide_a_row() -> None:
    text = "China imported 120,450 tonnes of iron ore from North Korea"
    about = About(measure="tonnes", parties=("cn", "kp"), start="2023-01-01", end="2023-12-31")
    asked = question(about, [answer(120450, "tonnes", claims=("d#c1",))], kind="trade")
    (found,) = run(asked, [extraction("d", text, [claim(text, kind="trade")])], [ORE])
    assert (found.verdict, found.row) == ("agrees", "Iron ores and concentrates / DPRK / 2023")


def test_sums_of_money_need_a_unit_or_a_word_of_it() -> None:
    about = About(measure="USD", parties=("kp",), start="2024-01-01", end="2024-12-31")
    asked = question(about, [answer(1340000000, "USD", claims=("d#c1",))], kind="finance")
    text = "North Korean hackers stole 1.34 billion dollars"
    documents = [extraction("d", text, [claim(text, kind="finance")])]
    bare = series({"group": "DPRK", "measure": "stolen"}, {"2024": 1340})
    told = series({"group": "DPRK", "measure": "stolen_usd_million"}, {"2024": 1340})
    assert run(asked, documents, [table(bare)]) == ()
    (found,) = run(asked, documents, [table(told)])
    assert (found.verdict, found.arithmetic) == ("agrees", "1,340,000,000 = 1,340,000,000")


def test_the_end_of_a_year_is_the_stock_of_that_year() -> None:
    text = "1,204 North Korean workers had a permit at the end of 2024"
    about = About(measure="workers", parties=("kp",), start="2024-12-31", end="2024-12-31")
    asked = question(about, [answer(1204, "workers", claims=("d#c1",))], kind="labour")
    rows = series({"Citizenship": "DPRK"}, {"2023": 512, "2024": 1204}, unit="workers")
    stock = table(rows, title="Foreign workers, stock at the end of the year")
    (found,) = run(
        asked, [extraction("d", text, [claim(text, kind="labour")], "2025-02-20")], [stock]
    )
    assert (found.verdict, found.row) == ("agrees", "DPRK / 2024")


def test_each_answer_takes_the_row_of_its_own_words() -> None:
    total = "Russia issued 7,950 visas to North Koreans"
    part = "6,030 of them were student visas"
    rows = [
        series({"Type": name}, {"2025": value}, unit="visas")
        for name, value in (("Total", 7950), ("Student", 6030), ("Business", 1920))
    ]
    about = About(measure="visas", parties=("kp",), **YEAR)
    asked = question(
        about, [answer(7950, "visas", claims=("d#c1",)), answer(6030, "visas", claims=("e#c1",))]
    )
    documents = [extraction("d", total, [claim(total)]), extraction("e", part, [claim(part)])]
    found = run(
        asked, documents, [table(*rows, title="Visas issued to citizens of the DPRK by type")]
    )
    assert [(c.verdict, c.row) for c in found] == [
        ("agrees", "Total / 2025"),
        ("agrees", "Student / 2025"),
    ]


@pytest.mark.parametrize(
    ("months", "found"), [(("2025-01", "2025-03"), [("value", "differs")]), (("2025-01", "2025-12"), [])]
)  # fmt: skip
def test_a_year_of_which_the_table_has_no_more_months_is_the_year_so_far(
    months: tuple[str, str], found: list
) -> None:
    about = About(measure="person-entries", parties=("kp",), start="2025-01-01", end="2025-03-31")
    held = table(
        series({"Nationality": "Mongolia"}, dict.fromkeys(months, 1), unit="person-entries"),
        series({"Nationality": "DPRK"}, {"2025": 18642}, unit="person-entries"),
        title="Entries",
    )
    asked = question(about, [answer(18462, "person-entries")])
    assert verdicts(run(asked, (), [held])) == found


def test_a_word_for_all_of_a_sort_takes_the_total_and_not_the_first_of_the_sort() -> None:
    text = "Tokens worth 90 dollars left Larkspur Vault"
    told = claim(text, kind="finance")
    asked = question(
        About(measure="USD", parties=("larkspur vault",), **YEAR),
        [answer(90, "USD", claims=("d#c1",))],
        kind="finance",
    )
    held = table(
        series({"Asset": "Ether"}, {"2025": 60}, unit="USD"),
        series({"Asset": "Other tokens"}, {"2025": 30}, unit="USD"),
        series({"Asset": "Total"}, {"2025": 90}, unit="USD"),
        title="Outflows from Larkspur Vault, US dollars",
    )
    (found,) = run(asked, [extraction("d", text, [told])], [held])
    assert (found.verdict, found.row) == ("agrees", "Total / 2025")


WIGS = table(
    series({"Commodity": "Wigs, false beards"}, {"2024": 13098, "2025": 23412}),
    series({"Commodity": "All commodities"}, {"2024": 28700, "2025": 36905}),
    title="China: imports from North Korea, thousand US dollars",
)


def test_money_takes_unit_and_multiplier_from_the_title_and_the_row_from_plain_words() -> None:
    text = "China imported wigs worth 23.4 million dollars from North Korea"
    figure = quantity(text, "23.4 million dollars", 23400000, unit="USD")
    asked = question(
        About(measure="USD", parties=("cn", "kp"), **YEAR),
        [answer(23400000, "USD", claims=("d#c1",))],
        kind="trade",
    )
    made = extraction("d", text, [claim(text, [figure], kind="trade")])
    (found,) = run(asked, [made], [WIGS])
    assert (found.verdict, found.row) == ("agrees-within-rounding", "Wigs, false beards / 2025")


def test_without_a_word_of_money_in_the_title_nothing_is_compared() -> None:
    text = "China imported wigs worth 23.4 million dollars from North Korea"
    asked = question(
        About(measure="USD", parties=("cn", "kp"), **YEAR),
        [answer(23400000, "USD", claims=("d#c1",))],
        kind="trade",
    )
    plain = table(*WIGS.series, title="China: imports from North Korea")
    assert run(asked, [extraction("d", text, [claim(text, kind="trade")])], [plain]) == ()
