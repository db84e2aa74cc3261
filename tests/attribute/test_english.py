"""English constructions: who is the source, what is the content, from whom it was had."""

from __future__ import annotations

import pytest

from firsthand.model.extraction import Extraction
from tests.attribute.make import OUTLET, only, read, told, voices


def parents(extraction: Extraction) -> dict[str | None, str | None]:
    """Name of each speaker -> name of the speaker from whom it was had."""
    names = {a.id: a.speaker.name for a in extraction.attributions}
    return {a.speaker.name: names[a.parent] if a.parent else None for a in extraction.attributions}


def test_said_that_gives_source_cue_and_content() -> None:
    extraction = read("The harbour master said that forty barges had left the estuary.")
    wanted = ("The harbour master", "said", "forty barges had left the estuary", "asserts")
    assert told(extraction) == [wanted]


def test_according_to_gives_the_rest_of_the_sentence() -> None:
    extraction = read("According to the customs service, forty barges left the estuary on Monday.")
    ((source, cue, content, _),) = told(extraction)
    assert (source, cue) == ("the customs service", "According to")
    assert content == "forty barges left the estuary on Monday"


def test_citing_is_a_voice_behind_the_one_who_cites() -> None:
    extraction = read(
        "The customs service, citing a cargo manifest, said that forty barges had left."
    )
    assert parents(extraction) == {
        "customs service": None,
        "a cargo manifest": "customs service",
    }
    assert extraction.claims[0].chain == (OUTLET, "customs service", "a cargo manifest")


def test_citing_after_the_verb_is_the_same() -> None:
    extraction = read("Yonhap said, citing Radio Free Asia, that 300 workers had arrived.")
    assert parents(extraction) == {"Yonhap": None, "Radio Free Asia": "Yonhap"}


def test_an_inverted_quote_has_its_speaker_behind_the_verb() -> None:
    extraction = read('"Forty barges left the estuary," said Marta Holm, the harbour master.')
    assert told(extraction) == [("Marta Holm", "said", "Forty barges left the estuary", "asserts")]
    assert only(extraction).speaker.kind == "person"


def test_an_interrupted_quote_is_one_content() -> None:
    extraction = read('"Forty barges left," Holm said, "and none of them came back."')
    pieces = only(extraction).content
    assert [extraction.text[a:b] for a, b in pieces] == [
        "Forty barges left",
        "and none of them came back",
    ]


def test_a_quote_that_goes_on_in_the_next_sentence_keeps_its_speaker() -> None:
    extraction = read('"Forty barges left the estuary," said Holm. "Nobody stopped them."')
    ((source, _, content, _),) = told(extraction)
    assert source == "Holm"
    assert content == "Forty barges left the estuary … Nobody stopped them"


def test_told_a_medium_makes_the_medium_the_outer_voice() -> None:
    extraction = read("The minister told Reuters that forty barges had left.")
    assert parents(extraction) == {"minister": "Reuters", "Reuters": None}
    assert extraction.claims[0].chain == (OUTLET, "Reuters", "minister")


def test_told_the_outlet_itself_adds_no_voice() -> None:
    extraction = read("Holm told the Fjord Gazette that the barges had left.")
    assert voices(extraction) == ["Holm"]


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Forty barges reportedly left the estuary in May.", "reportedly"),
        ("The plant has reportedly been closed.", "reportedly"),
        ("It is said that the bridge was closed.", "It is said"),
    ],
)
def test_reportedly_has_an_empty_source(text: str, cue: str) -> None:
    extraction = read(text)
    attribution = only(extraction)
    assert attribution.source == ()
    assert [extraction.text[a:b] for a, b in attribution.cue] == [cue]
    assert (attribution.speaker.name, attribution.speaker.anonymity) == (None, "none")
    assert extraction.claims[0].chain == (OUTLET,)


def test_a_headline_colon_is_a_cue() -> None:
    extraction = read("Customs service: forty barges left the estuary")
    wanted = ("Customs service", ":", "forty barges left the estuary", "asserts")
    assert told(extraction) == [wanted]


def test_a_denial_is_linked_to_what_it_denies() -> None:
    extraction = read(
        "The customs service said that forty barges had left the estuary."
        " The harbour master denied this."
    )
    first, second = extraction.attributions
    assert (second.stance, second.denies) == ("denies", first.id)


def test_a_denial_of_the_same_words_is_linked_too() -> None:
    extraction = read(
        "The ministry said that the plant was closed. The union denied that the plant was closed."
    )
    first, second = extraction.attributions
    assert second.denies == first.id


def test_an_acronym_is_the_body_that_was_named_with_it() -> None:
    extraction = read(
        "The National Intelligence Service (NIS) said that troops had arrived."
        " The NIS added that more would follow."
    )
    first, second = extraction.attributions
    assert first.speaker.name == second.speaker.name == "National Intelligence Service"
    assert first.speaker.entity == second.speaker.entity
    assert second.speaker.kind == "intelligence-service"


def test_the_ministry_is_the_ministry_named_before() -> None:
    extraction = read(
        "The Ministry of Fisheries said that the quota was full."
        " The ministry added that fines would follow."
    )
    assert voices(extraction) == ["Ministry of Fisheries", "Ministry of Fisheries"]


def test_a_pronoun_is_the_speaker_before() -> None:
    extraction = read("The harbour master said that forty barges had left. They ran, she added.")
    assert voices(extraction) == ["harbour master", "harbour master"]


def test_a_nested_chain_is_three_deep() -> None:
    extraction = read(
        "Yonhap reported that, according to Radio Free Asia, citing the statistics service,"
        " 300 workers had arrived."
    )
    assert parents(extraction) == {
        "Yonhap": None,
        "Radio Free Asia": "Yonhap",
        "statistics service": "Radio Free Asia",
    }
    (claim,) = extraction.claims
    assert claim.via == tuple(a.id for a in extraction.attributions)
    assert claim.chain == (OUTLET, "Yonhap", "Radio Free Asia", "statistics service")


def test_a_described_source_keeps_its_description() -> None:
    extraction = read(
        "Two officials familiar with the matter said that the freighter had been seized."
    )
    speaker = only(extraction).speaker
    assert speaker.anonymity == "described"
    assert speaker.name == "Two officials familiar with the matter"


@pytest.mark.parametrize(
    ("cue", "stance"),
    [
        ("said", "asserts"),
        ("alleged", "alleges"),
        ("confirmed", "confirms"),
        ("denied", "denies"),
        ("doubted", "doubts"),
        ("warned", "expects"),
        ("reported", "reports"),
    ],
)
def test_the_verb_gives_the_stance(cue: str, stance: str) -> None:
    assert only(read(f"Holm {cue} that the barges carried coal.")).stance == stance


def test_the_day_of_the_saying_is_kept_with_the_attribution() -> None:
    extraction = read("On Monday, Holm said that the barges carried coal.")
    when = only(extraction).when
    assert when is not None
    assert (when.start, when.end) == ("2026-03-02", "2026-03-02")
    assert extraction.claims[0].when is None


def test_the_article_speaks_where_nobody_is_cited() -> None:
    extraction = read("Forty barges left the estuary. It rained all night.")
    assert extraction.attributions == ()
    assert [c.attribution for c in extraction.claims] == [None, None]


def test_a_cue_word_as_a_noun_is_no_attribution() -> None:
    assert read("The claims department moved to a bigger house.").attributions == ()
