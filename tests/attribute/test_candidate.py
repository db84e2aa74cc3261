"""Spans of any finder become voices: the steps behind the grammar ask for nothing else."""

from __future__ import annotations

from firsthand.attribute.candidate import Candidate, from_spans
from firsthand.attribute.engine import Found, finish
from firsthand.attribute.languages import Grammar, grammar_of
from firsthand.attribute.views import units
from firsthand.model.attribution import Attribution
from firsthand.model.span import Spans
from tests.attribute.make import article

TEXT = (
    "Marta Holm, a trader, told the court that the crew had denied the charge."
    " She said so twice. It was reportedly sold."
)


def spans(words: str, text: str = TEXT) -> Spans:
    if not words:
        return ()
    start = text.index(words)
    return ((start, start + len(words)),)


def found(*triples: tuple[str, str, str], text: str = TEXT) -> tuple[Attribution, ...]:
    candidates: list[Candidate] = []
    for source, cue, content in triples:
        pieces = (spans(source, text), spans(cue, text), spans(content, text))
        candidate = from_spans(text, pieces, language="en", confidence=0.8, by="tagger/1")
        candidates.append(candidate)
    grammar = grammar_of("en")
    assert isinstance(grammar, Grammar)
    read = units(text, (0, len(text)), "en")
    for candidate in candidates:
        number = next(n for n, u in enumerate(read) if u.span[0] <= candidate.start < u.span[1])
        candidate.place = (0, 0, number)
    _, written = finish(article(text), Found(read, candidates), grammar, "en")
    return written.voices


def test_a_voice_in_the_content_of_another_comes_on_its_word() -> None:
    outer, inner = found(
        ("Marta Holm", "told", "the crew had denied the charge"),
        ("the crew", "denied", "the charge"),
    )
    assert (outer.parent, inner.parent) == (None, outer.id)


def test_the_lexicon_tells_the_stance_of_a_tagged_cue() -> None:
    (attribution,) = found(("the crew", "had denied", "the charge"))
    assert attribution.stance == "denies"


def test_a_pronoun_is_resolved_for_tagged_spans() -> None:
    first, second = found(
        ("Marta Holm", "told", "the crew had denied the charge"), ("She", "said", "so twice")
    )
    assert first.speaker.entity == second.speaker.entity
    assert second.speaker.name == "Marta Holm"


def test_confidence_and_finder_are_kept() -> None:
    (attribution,) = found(("the crew", "denied", "the charge"))
    assert (attribution.confidence, attribution.by) == (0.8, "tagger/1")


def test_a_tagged_adverb_names_nobody() -> None:
    (attribution,) = found(("", "reportedly", "sold"))
    assert (attribution.speaker.name, attribution.speaker.anonymity) == (None, "none")
