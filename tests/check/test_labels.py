"""How a table's labels meet a question."""

from __future__ import annotations

import pytest

from firsthand.check.labels import meet, wide_of
from firsthand.check.subject import in_context, subject_of
from firsthand.model.question import About
from tests.check.make import answer, claim, extraction, question, series, table


def meeting(
    text: str, dims: dict[str, str], kind: str = "trade", context: bool = False, **about: object
):
    made = extraction(
        "d", text, [claim(text.split("|")[0], kind=kind, span=((0, len(text.split("|")[0])),))]
    )
    asked = question(
        About(**{"measure": "tonnes", "parties": ("kp",), **about}),
        [answer(1, "tonnes", claims=("d#c1",))],
        kind=kind,
    )
    subject = subject_of(asked, {"d": made})
    rows = series(dims, {"2024": 1})
    return meet(in_context(subject) if context else subject, wide_of(table(rows)), rows)


@pytest.mark.parametrize(
    ("dims", "met"),
    [
        ({"Origin": "DPRK", "Goods": "Coal"}, True),
        ({"Origin": "DPRK", "Goods": "Coal; briquettes, ovoids"}, True),
        ({"Origin": "DPRK", "Goods": "Total"}, True),
        ({"Origin": "DPRK", "Goods": "2701"}, True),
        ({"Origin": "DPRK", "Goods": "Coal (2701)"}, True),
        ({"Origin": "DPRK", "Goods": "Coal", "Pit": "Pit 7"}, False),
        ({"Origin": "DPRK", "Goods": "Frozen squid"}, False),
        ({"Origin": "DPRK", "Goods": "Coal", "Port": "Port Quellin"}, False),
        ({"Origin": "Mongolia", "Goods": "Coal"}, False),
        ({"Goods": "Coal"}, False),
    ],
)
def test_every_label_has_to_fit(dims: dict[str, str], met: bool) -> None:
    assert (meeting("North Korea exported coal", dims) is not None) is met


def test_more_of_the_question_scores_higher() -> None:
    coal = meeting("North Korea exported coal", {"Origin": "DPRK", "Goods": "Coal"})
    total = meeting("North Korea exported coal", {"Origin": "DPRK", "Goods": "Total"})
    longer = meeting(
        "North Korea exported coal", {"Origin": "DPRK", "Goods": "Coal, not agglomerated"}
    )
    assert coal
    assert total
    assert longer
    assert coal.score > longer.score >= total.score


def test_a_body_stands_for_its_state() -> None:
    assert (
        meeting("The North exported coal", {"Seller": "KCNA", "Goods": "Coal"}, parties=("kp",))
        is not None
    )


def test_words_around_a_claim_count_only_where_the_context_is_asked() -> None:
    text = "It rose to 12 tonnes|. North Korea sells coal."
    dims = {"Origin": "DPRK", "Goods": "Coal"}
    assert meeting(text, dims, parties=()) is None
    assert (
        meeting(
            "Coal rose to 12 tonnes|. North Korea sells it.",
            {"Goods": "Coal", "Name": "Chon Ma"},
            context=True,
        )
        is None
    )


@pytest.mark.parametrize(
    ("label", "met"), [("Vladivostok", True), ("Vladivostok East", True), ("Nakhodka", False)]
)
def test_a_city_is_met_by_its_own_name_and_not_by_its_country(label: str, met: bool) -> None:
    text = "North Korea exported coal through Vladivostok east of Russia"
    assert (meeting(text, {"Port": label}, parties=("kp", "ru")) is not None) is met


def test_a_name_inside_a_longer_word_is_not_met() -> None:
    text = "North Korea exported coal|together"
    assert meeting(text, {"Origin": "DPRK", "Asset": "Ether"}) is None


def test_a_proper_name_in_the_title_ties_a_table_to_the_question() -> None:
    text = "The wallets of Larkspur Vault lost coin"
    made = extraction("d", text, [claim(text, kind="finance")])
    asked = question(
        About(measure="USD", parties=("larkspur vault",)),
        [answer(1, "USD", claims=("d#c1",))],
        kind="finance",
    )
    rows = series({"Asset": "Total"}, {"2024": 1})
    subject = subject_of(asked, {"d": made})
    for title, met in (("Outflows of Larkspur Vault, US dollars", True), ("Outflows", False)):
        assert (meet(subject, wide_of(table(rows, title=title)), rows) is not None) is met
