"""What a question is about, also where its claims leave out what their text said before."""

from __future__ import annotations

import pytest

from firsthand.check.subject import subject_of
from firsthand.model.claim import Role
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
)


@pytest.mark.parametrize(
    ("about", "topics", "local"),
    [
        (About(measure="troops", topic=("soldier",)), (), False),
        (About(measure="persons", topic=("education",)), ("education",), False),
        (
            About(measure="persons", parties=("kp",), place="universities and colleges"),
            ("universities and colleges",),
            False,
        ),
        (About(measure="workers", parties=("kp",), place="one site"), (), True),
        (About(measure="workers", parties=("kp", "ru"), place="building plots"), (), False),
        (About(measure="workers", parties=("kp",), place="ru"), (), False),
    ],
)
def test_topics_and_places(about: About, topics: tuple[str, ...], local: bool) -> None:
    subject = subject_of(question(about, []), {})
    assert (subject.topics, subject.local) == (topics, local)


def test_parties_are_taken_from_the_same_text_where_the_claim_names_none() -> None:
    text = "North Koreans made 18,642 entries in 2025. Of these, 11,207 were put down to education."
    first = claim(
        text,
        [quantity(text, "18,642", 18642, unit="person-entries")],
        span=((0, 42),),
        roles=(Role(role="agent", text="North Koreans", span=((0, 13),), known="kp"),),
    )
    second = claim(
        text,
        [quantity(text, "11,207", 11207, unit="person-entries", of="c1")],
        "c2",
        span=((43, len(text)),),
    )
    about = About(measure="person-entries", topic=("education",), **YEAR)
    asked = question(about, [answer(11207, "person-entries", claims=("d#c2",))])
    (found,) = run(asked, [extraction("d", text, [first, second])], [ENTRIES])
    assert (found.verdict, found.row) == ("agrees", "DPRK / Education / 2025")


def test_the_words_around_do_not_make_a_strength_of_losses() -> None:
    text = "North Korea has sent 13,800 soldiers, of whom 3,900 have been killed or wounded."
    told = claim(
        text,
        [quantity(text, "13,800", 13800, unit="troops")],
        span=((0, 36),),
        kind="troop-deployment",
    )
    losses = table(
        series({"measure": "Killed"}, {"2025-05": 1180}, frequency="monthly"),
        series({"measure": "Killed and wounded"}, {"2025-05": 4300}, frequency="monthly"),
        title="Losses among DPRK personnel",
    )
    asked = question(
        About(measure="troops", parties=("kp",)),
        [answer(13800, "troops", claims=("d#c1",))],
        kind="troop-deployment",
    )
    assert run(asked, [extraction("d", text, [told], "2025-06-05")], [losses]) == ()


def test_the_event_is_taken_from_the_words_around_a_measure() -> None:
    text = "The Ostrel Star sent no AIS position for two days. When it came back its draught had gone from 8.9 to 7.1 metres."
    told = claim(
        text,
        [quantity(text, "8.9", -1.8, unit="metres", relation="change")],
        span=((51, len(text)),),
        kind="shipping",
    )
    rows = [
        series(
            {"vessel": "OSTREL STAR", "event": event, "measure": f"draught {side} (m)"},
            {day: value},
            unit="metres",
            frequency="daily",
        )
        for event, day, values in (
            ("AIS gap", "2025-03-05", (8.9, 7.1)),
            ("port call Quellin", "2025-03-12", (7.1, 8.8)),
        )
        for side, value in zip(("before", "after"), values, strict=True)
    ]
    asked = question(
        About(measure="metres"),
        [answer(-1.8, "metres", relation="change", claims=("d#c1",))],
        kind="shipping",
    )
    (found,) = run(asked, [extraction("d", text, [told])], [table(*rows)])
    assert (found.kind, found.verdict, found.arithmetic) == (
        "difference",
        "agrees",
        "8.9 - 7.1 = 1.8",
    )
