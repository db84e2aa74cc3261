"""A table of a port counts anybody's goods, so that it says nothing of one state's."""

from __future__ import annotations

import pytest

from firsthand.model.claim import Role
from firsthand.model.question import About
from tests.check.make import (
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


def checks(port: str, title: str = "Coal by port of loading, tonnes") -> list[tuple[str, str]]:
    """Checks of 300 tonnes of North Korean coal that went through `port` of Ustgrad."""
    text = f"300 tonnes of North Korean coal went to China through {port} of Ustgrad"
    at = text.index(port)
    known = {"the Russian port": "ru", "the North Korean port": "kp"}.get(port)
    roles = [
        Role(role="agent", text="300 tonnes of North Korean coal", span=((0, 31),), known="kp"),
        Role(role="place", text=f"{port} of Ustgrad", span=((at, len(text)),), known=known),
    ]
    told = claim(
        text, [quantity(text, "300", 300, unit="tonnes")], roles=tuple(roles), kind="trade"
    )
    asked = question(
        About(measure="tonnes", parties=("cn", "kp", "ustgrad"), **YEAR),
        [answer(300, "tonnes", claims=("d#c1",))],
        "trade",
    )
    held = table(series({"Port": "Ustgrad"}, {"2025": 500}, unit="tonnes"), title=title)
    return verdicts(run(asked, [extraction("d", text, [told])], [held]))


@pytest.mark.parametrize(
    ("port", "title", "found"),
    [
        ("the Russian port", "Coal by port of loading, tonnes", []),
        ("the Russian port", "North Korean coal by port of loading, tonnes", [("value", "differs")]),
        ("the North Korean port", "Coal by port of loading, tonnes", [("value", "differs")]),
        ("the port", "Coal by port of loading, tonnes", [("value", "differs")]),
    ],
)  # fmt: skip
def test_goods_of_one_state_are_not_held_against_all_that_passed_a_port_of_another(
    port: str, title: str, found: list
) -> None:
    assert checks(port, title) == found
