"""Which claims answer one question."""

from __future__ import annotations

import pytest

from firsthand.corroborate.engine import corroborate
from firsthand.model.extraction import Extraction
from firsthand.model.question import Question
from tests.corroborate.make import BEFORE, YEAR, Said, Seen, Told, article, entries, sentence


def asked(*case: Extraction) -> list[set[object]]:
    """Return the values of each question."""
    return sorted(({a.value for a in q.answers} for q in corroborate(case).questions), key=str)


def one(ident: str, text: str, *told: object, **more: object) -> Extraction:
    return article(ident, text, *told, outlet=f"{ident} Post", **more)  # type: ignore[arg-type]


def test_other_wording_and_a_missing_place_are_one_question() -> None:
    assert asked(
        one("a", sentence(), entries()),
        one(
            "b",
            "It counts 18,640 entries by nationals of North Korea in 2025.",
            Told("18,640 entries by nationals of North Korea in 2025", "18,640", when=YEAR),
        ),
    ) == [{18642, 18640}]


def test_two_years_are_two_questions() -> None:
    text = f"{sentence()} North Koreans entered Russia 4,655 times in 2024."
    second = Told("North Koreans entered Russia 4,655 times in 2024", "4,655", when=BEFORE)
    assert asked(one("a", text, entries(), second)) == [{18642}, {4655}]


def test_two_countries_are_two_questions() -> None:
    other = "Mongolians entered Russia 66,013 times in 2025."
    assert asked(
        one("a", sentence(), entries()),
        one("b", other, Told(other[:-1], "66,013", when=YEAR)),
    ) == [{18642}, {66013}]


def test_two_places_of_which_nobody_knows_more_are_two_questions() -> None:
    made = [
        one(
            p,
            f"In March 12{n} containers were moved through {p}.",
            Told(
                f"In March 12{n} containers were moved through {p}",
                f"12{n}",
                "containers",
                kind="trade",
                when=("2026-03-01", "2026-03-31"),
            ),
        )
        for n, p in enumerate(("Vessin", "Little Vessin", "Maruva"))
    ]
    assert len(asked(*made)) == 3


def test_a_part_is_another_question_than_the_whole() -> None:
    text = f"{sentence()} Of these, 11,207 were put down to education."
    part = Told("Of these, 11,207 were put down to education", "11,207", of="these")
    assert asked(one("a", text, entries(), part), one("b", text, entries(), part)) == [
        {11207}, {18642},
    ]  # fmt: skip


def test_the_sent_and_the_fallen_are_two_questions() -> None:
    text = "North Korea sent 13,800 soldiers to Russia, of whom 3,900 were killed."
    assert asked(
        one(
            "a",
            text,
            Told(
                "North Korea sent 13,800 soldiers to Russia",
                "13,800",
                "troops",
                kind="troop-deployment",
            ),
            Told("of whom 3,900 were killed", "3,900", "troops", kind="combat", of="whom"),
        )
    ) == [{13800}, {3900}]


def test_a_fold_is_another_question_than_its_count() -> None:
    text = f"{sentence()} That is four times as many as in 2024."
    fold = Told(
        "That is four times as many as in 2024",
        "four times",
        "times",
        value=4,
        relation="fold",
        base=BEFORE,
    )
    assert asked(one("a", text, entries(), fold)) == [{18642}, {4}]


def test_a_headline_and_its_body_give_one_answer_of_one_article() -> None:
    text = f"18,642 North Koreans\n{sentence()}"
    title = Told("18,642 North Koreans", "18,642", None, part="title")
    (question,) = corroborate([one("a", text, title, entries())]).questions
    assert [(a.value, a.documents) for a in question.answers] == [(18642, ("a",))]


def test_a_bare_number_joins_by_its_value_and_opens_nothing() -> None:
    text = f"{sentence()} The number stands at 18,642, and at 77 elsewhere."
    told = (
        Told("The number stands at 18,642", "18,642", None, kind="other"),
        Told("at 77 elsewhere", "77", None, kind="other"),
    )
    assert asked(one("a", sentence(), entries()), one("b", text, *told)) == [{18642}]


def test_two_services_in_one_article_answer_one_question() -> None:
    text = "Kyiv counts 12,000 North Korean soldiers in Russia, Seoul counts 13,800 North Korean soldiers in Russia."
    told = (
        Said("Kyiv", "counts"), Said("Seoul", "counts"),
        Told("12,000 North Korean soldiers in Russia", "12,000", "troops", by=1, kind="troop-deployment"),
        Told("13,800 North Korean soldiers in Russia", "13,800", "troops", by=2, kind="troop-deployment"),
    )  # fmt: skip
    assert asked(one("a", text, *told)) == [{12000, 13800}]


def question_of(text: str, told: Told) -> Question:
    return corroborate([one("a", text, told)]).questions[0]


@pytest.mark.parametrize("outlet", ["a", "zz"])
def test_the_id_is_over_the_key_and_not_over_who_tells_it(outlet: str) -> None:
    made = corroborate([one(outlet, sentence(), entries())]).questions[0]
    assert made.id == question_of(sentence(), entries()).id
    assert made.id.startswith("q-")
    assert len(made.id) == 12


def test_events_need_several_titles_a_denial_or_a_voice_with_parties() -> None:
    text = "A ship met the Ostrel Star off Russia."
    bare = Told(text[:-1], kind="shipping")
    assert (
        asked(
            one(
                "a",
                "The table was put on a website.",
                Told("The table was put on a website", kind="trade"),
            )
        )
        == []
    )
    assert asked(one("a", text, bare), one("b", text, bare)) == [{True}]


def test_a_denial_gathers_those_who_affirm_it_in_other_words() -> None:
    met = "The Ostrel Star met a North Korean ship off Russia."
    handed = "The Ostrel Star handed 2,900 tonnes to a North Korean ship off Russia."
    denial = "The Ostrel Star met no North Korean ship, its owner said."
    found = corroborate(
        [
            one("a", met, Told(met[:-1], kind="shipping")),
            one("b", handed, Told(handed[:-1], "2,900", "tonnes", kind="shipping")),
            one(
                "c",
                denial,
                Said("its owner", kind="person"),
                Told(
                    "The Ostrel Star met no North Korean ship",
                    kind="shipping",
                    status="denied",
                    by=1,
                ),
            ),
        ]
    )
    event = next(q for q in found.questions if q.about.measure == "event")
    assert {a.value: set(a.documents) for a in event.answers} == {True: {"a", "b"}, False: {"c"}}
    assert event.conflict == "differs"
    assert "denied" in event.reasons


def handed(ident: str, words: str) -> Extraction:
    return one(ident, words, Told(words[:-1], "2,900", "tonnes", kind="shipping"))


def test_who_denies_is_a_party_to_what_is_denied() -> None:
    """The owner of the Ostrel Star denies "that it met any ship": of the Star others tell."""
    denial = "The owner of the Ostrel Star denies that it met any ship."
    found = corroborate(
        [
            one(
                "a",
                "The Ostrel Star met a North Korean ship.",
                Told("The Ostrel Star met a North Korean ship", kind="shipping"),
            ),
            handed("b", "The Ostrel Star handed 2,900 tonnes to a North Korean ship."),
            handed("c", "The Kestrel Sun handed 2,900 tonnes to a North Korean ship."),
            one(
                "d",
                denial,
                Said("The owner of the Ostrel Star", "denies", kind="person", stance="denies"),
                Told("it met any ship", kind="shipping", status="denied", by=1),
            ),
        ]
    )
    event = next(q for q in found.questions if q.about.measure == "event")
    assert {a.value: set(a.documents) for a in event.answers} == {True: {"a", "b"}, False: {"d"}}


def test_a_denied_count_is_answered_by_who_gives_it_and_names_the_denier() -> None:
    """ "Any of the fourteen": another article tells of fourteen and of the firm, one only of the firm."""

    def told(ident: str, number: str) -> Extraction:
        text = f"{number} North Koreans worked at firms. One firm was Larkspur Vault."
        hired = Told(f"{number} North Koreans worked at firms", number, "workers", kind="labour")
        return one(ident, text, hired, Told("One firm was Larkspur Vault", kind="finance"))

    denial = "Larkspur Vault denied that it employed any of the 14 North Koreans."
    found = corroborate(
        [
            told("a", "14"),
            told("b", "340"),
            one(
                "c",
                denial,
                Said("Larkspur Vault", "denied", kind="company", stance="denies"),
                Told(
                    "it employed any of the 14 North Koreans",
                    "14",
                    "persons",
                    kind="labour",
                    status="denied",
                    by=1,
                ),
            ),
        ]
    )
    event = next(q for q in found.questions if {a.value for a in q.answers} == {True, False})
    assert {a.value: set(a.documents) for a in event.answers} == {True: {"a"}, False: {"c"}}


def test_open_and_closed_periods_lie_side_by_side() -> None:
    """ "Since July" has no end and "by March" no beginning; neither stops the grouping."""
    periods = [("2025-07-01", None), (None, "2026-03-31"), YEAR]
    told = [one(f"a{n}", sentence(), entries(when=when)) for n, when in enumerate(periods)]
    assert sum(q.articles for q in corroborate(told).questions) == len(told)


def test_a_day_without_a_year_does_not_outvote_the_months_of_others() -> None:
    """ "In our report of 7 June" is the day of the saying, whatever it is taken for."""
    june = ("2025-06-07", "2025-06-07")
    taken = one(
        "c",
        "On 7 June we wrote that North Koreans entered Russia 18,462 times in 2025.",
        Seen("withdraws", "we wrote"),
        entries("18,462", when=june),
    )
    found = corroborate([one("a", sentence(), entries()), one("b", sentence(), entries()), taken])
    (question,) = [q for q in found.questions if q.articles == 3]
    assert (question.about.start, question.about.end) == YEAR
