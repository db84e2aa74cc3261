"""How a question is worded."""

from __future__ import annotations

import pytest

from firsthand.corroborate.clauses import hangs
from firsthand.corroborate.engine import corroborate
from firsthand.corroborate.phrases import name_of, period_words, unit_words
from firsthand.model.question import Question
from tests.corroborate.make import BEFORE, YEAR, Told, article, entries, only, sentence


def question(text: str, told: Told, **more: object) -> Question:
    return only(corroborate([article("a", text, told, outlet="A", **more)]))  # type: ignore[arg-type]


def test_the_number_gives_way_to_how_many() -> None:
    made = question(sentence(), entries())
    assert made.ask == "North Koreans entered Russia how many times in 2025?"
    assert made.says == "North Koreans entered Russia 18,642 times in 2025"


def test_words_before_a_number_go_with_it() -> None:
    text = "A total of 1,257 containers passed Maruva in Russia."
    told = Told(text[:-1], "1,257", "containers", kind="trade")
    assert question(text, told).ask == "How many containers passed Maruva in Russia?"


def test_last_year_is_told_as_the_year() -> None:
    text = "Last year 1,257 containers passed Maruva in Russia."
    made = article("a", text, Told(text[:-1], "1,257", "containers", kind="trade"), outlet="A")
    import msgspec

    from firsthand.model.attribution import When

    when = When(text="Last year", span=((0, 9),), start="2025-01-01", end="2025-12-31")
    claim = msgspec.structs.replace(made.claims[0], when=when)
    found = only(corroborate([msgspec.structs.replace(made, claims=(claim,))]))
    assert found.says == "In 2025 1,257 containers passed Maruva in Russia"


def test_money_is_asked_for_with_how_much() -> None:
    text = "Hackers took 1.46 billion dollars from Korbex."
    told = Told(text[:-1], "1.46 billion dollars", "USD", value=1_460_000_000, kind="finance")
    assert question(text, told).ask == "Hackers took how much from Korbex?"


def test_a_fold_asks_by_what_factor() -> None:
    text = "Entries of North Koreans to Russia rose four-fold in 2025."
    told = Told(text[:-1], "four-fold", "times", value=4, relation="fold", when=YEAR, base=BEFORE)
    assert question(text, told).ask.startswith("By what factor did ")
    assert question(text, told).ask.endswith(" change from 2024 to 2025?")


@pytest.mark.parametrize(
    ("text", "who", "ask"),
    [
        ("The Ostrel Star met a North Korean ship.", "The Ostrel Star", "Did the Ostrel Star meet a North Korean ship?"),
        ("North Korea has sent ships to Russia.", "North Korea", "Has North Korea sent ships to Russia?"),
        ("North Korea delivered ships to Russia.", "North Korea", "Did North Korea deliver ships to Russia?"),
        ("A meeting at sea of North Korea and Russia.", None, "Is it so that a meeting at sea of North Korea and Russia?"),
    ],
)  # fmt: skip
def test_an_event_is_asked_with_did(text: str, who: str | None, ask: str) -> None:
    told = Told(text[:-1], kind="shipping", who=who)
    both = [article(n, text, told, outlet=n) for n in ("a", "b")]
    assert only(corroborate(both)).ask == ask


def test_a_text_in_another_language_is_asked_from_its_key() -> None:
    text = "В 2025 году граждане КНДР въехали в Россию 18 642 раза."
    told = Told(text[:-1], "18 642", value=18642, when=YEAR)
    made = question(text, told, language="ru")
    assert made.ask.startswith("How many entries: ")
    assert made.ask.endswith("in 2025?")


@pytest.mark.parametrize(
    ("period", "words"),
    [
        (YEAR, "in 2025"),
        (("2024-01-01", "2025-12-31"), "from 2024 to 2025"),
        (("2025-03-01", "2025-03-31"), "in March 2025"),
        (("2025-03-03", "2025-03-05"), "from 3 to 5 March 2025"),
        (("2025-10-01", "2025-10-01"), "on 1 October 2025"),
        ((None, "2026-12-31"), "by 31 December 2026"),
        (("2025-03-01", None), "since 1 March 2025"),
        (None, ""),
    ],
)
def test_periods_are_told_in_words(period: object, words: str) -> None:
    assert period_words(period) == words  # type: ignore[arg-type]


def test_units_and_names_are_told_in_words() -> None:
    assert unit_words("person-entries") == "entries"
    assert unit_words("port-calls") == "port calls"
    assert name_of("kp") == "North Korea"
    assert name_of("ostrel star") == "Ostrel Star"


def test_what_only_points_back_is_worded_as_the_year_after() -> None:
    text = f"{sentence()} In 2024 it stood at 4,655."
    before = Told("In 2024 it stood at 4,655", "4,655", value=4655, when=BEFORE)
    found = corroborate([article("a", text, entries(), before, outlet="A")])
    by_start = {q.about.start: q for q in found.questions}
    assert by_start["2024-01-01"].ask == "North Koreans entered Russia how many times in 2024?"
    assert by_start["2024-01-01"].says == "North Koreans entered Russia 4,655 times in 2024"


def test_a_clause_that_hangs_is_told_with_the_one_before() -> None:
    text = "North Korea sent 13,800 troops to Russia, of whom 3,900 died."
    sent = Told(
        text.split(",", 2)[0] + ",800 troops to Russia",
        "13,800",
        "troops",
        value=13800,
        kind="troop-deployment",
    )
    dead = Told("of whom 3,900 died", "3,900", "troops", value=3900, kind="combat")
    found = corroborate([article("a", text, sent, dead, outlet="A")])
    assert "North Korea sent 13,800 troops to Russia, of whom 3,900 died" in {
        q.says for q in found.questions
    }


@pytest.mark.parametrize(
    ("words", "so"),
    [("which is three in five", True), ("of whom 40 died", True), ("That is much", False), ("of 40 ships two sank", False), ("", False)],
)  # fmt: skip
def test_clauses_that_hang_are_known(words: str, so: bool) -> None:
    assert hangs(words) is so


def test_a_share_without_words_of_its_own_is_asked_for_shortly() -> None:
    text = "Education leads, which is three in five."
    told = Told("which is three in five", "three in five", "fraction", value=0.6, relation="share")
    assert question(text, told).ask == "What share: in these reports?"


def test_a_common_noun_begins_small_inside_a_question() -> None:
    text = "Insurers are looking at the Ostrel Star in Russia."
    told = Told(text[:-1], kind="finance", who="Insurers")
    both = [article(n, text, told, outlet=n) for n in ("a", "b")]
    assert only(corroborate(both)).ask == "Are insurers looking at the Ostrel Star in Russia?"


def test_what_nobody_does_asks_nothing() -> None:
    text = "Nobody learns that much Russian."
    told = Told(text[:-1], kind="border-crossing", who="Nobody")
    assert not corroborate([article(n, text, told, outlet=n) for n in ("a", "b")]).questions


def test_a_rule_is_nobodys_word() -> None:
    text = "Ship-to-ship transfers with North Korean vessels are barred by paragraph 11 in Russia."
    told = Told(text[:-1], kind="shipping", who="paragraph")
    both = [article(n, text, told, outlet=n) for n in ("a", "b")]
    assert "paragraph" not in {o.name for o in corroborate(both).origin_list}
