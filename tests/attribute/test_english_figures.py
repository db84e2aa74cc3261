"""English: voices that give figures."""

from __future__ import annotations

import pytest

from tests.attribute.make import read, told

GAPPED = [
    (
        "The Halden Centre speaks of 41 hours without a signal, the Sanctions Lab of 40 hours.",
        [("The Halden Centre", "41 hours without a signal"), ("the Sanctions Lab", "40 hours")],
    ),
    (
        "Halden puts the cargo at 2,900 tonnes and the Lab at 3,100 tonnes.",
        [("Halden", "the cargo at 2,900 tonnes"), ("the Lab", "the cargo … at 3,100 tonnes")],
    ),
    (
        "Kyiv counts 12,000 men, Seoul as many as 13,800.",
        [("Kyiv", "12,000 men"), ("Seoul", "as many as 13,800")],
    ),
]


@pytest.mark.parametrize(("text", "wanted"), GAPPED)
def test_voices_that_share_a_verb_have_figures_of_their_own(
    text: str, wanted: list[tuple[str, str]]
) -> None:
    assert [(source, content) for source, _, content, _ in told(read(text))] == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Seoul says the North sent 12 ships, China 40 trucks.",
        "The agency put the toll at 12 in May and 14 in June.",
    ],
)
def test_other_figures_of_one_voice_are_not_parted(text: str) -> None:
    assert len(told(read(text))) == 1


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The number given by the ministry is 13,800.", "the ministry", "The number … is 13,800"),
        ("Kyiv's figure is about 12,000.", "Kyiv's", "is about 12,000"),
        ("The list gives the gap as 40 hours.", "The list", "the gap as 40 hours"),
        ("He put the silence at 36 hours.", "He", "the silence at 36 hours"),
    ],
)
def test_a_figure_has_its_voice(text: str, source: str, content: str) -> None:
    ((who, _, what, _),) = told(read(text))
    assert (who, what) == (source, content)


@pytest.mark.parametrize(
    "text",
    [
        "The update gives no source.",
        "The law bars transfers, and transfers are barred by paragraph 11.",
        "Data note: vessel tracks of the port.",
        "The suppliers report in tonnes and the secretariat does the rest.",
        "He studies labour migration.",
        "She put it in a safe.",
    ],
)
def test_words_that_say_nothing_of_anybody(text: str) -> None:
    assert told(read(text)) == []


HEADLINES = [
    ("At least 11,000 dead, says London", "London", "At least 11,000 dead"),
    ("Student visas sold, reports say", "reports", "Student visas sold"),
    ("Egypt said to be back", "", "Egypt … be back"),
    ("Coal rerouted to China: paper", "paper", "Coal rerouted to China"),
    ("Riga port busy – BNS", "BNS", "Riga port busy"),
]


@pytest.mark.parametrize(("text", "source", "content"), HEADLINES)
def test_headlines_leave_out_words(text: str, source: str, content: str) -> None:
    ((who, _, what, _),) = told(read(text))
    assert (who, what) == (source, content)
