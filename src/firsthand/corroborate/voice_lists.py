"""Word lists about voices: what they hold in their hands, whom they speak for, what says nothing."""

from __future__ import annotations

from functools import cache

import msgspec

from firsthand.corroborate.data_file import load
from firsthand.corroborate.words import folded
from firsthand.model.attribution import SpeakerKind

OUTLETS: frozenset[SpeakerKind] = frozenset({"news-agency", "news-outlet"})
PEOPLE: frozenset[SpeakerKind] = frozenset({"person", "office-holder", "unknown"})


class VoiceWords(msgspec.Struct):
    """The lists of `data/voices.yaml`, as they stand there."""

    papers: list[str]
    official: list[str]
    speaks_for: list[str]
    independent: list[str]
    own: list[str]
    anyone: list[str]
    plural: list[str]
    rules: list[str]
    notes: list[str]
    in_hand: list[str]
    withdraw: list[str]
    before_revision: list[str]
    after_revision: list[str]
    bodies: list[str]
    sorts: dict[str, list[str]]
    holders: dict[str, list[str]]


@cache
def voice_words() -> VoiceWords:
    """Return the lists about voices.

    Raises:
        VocabularyError: the data file has a bad entry.
    """
    return load("voices", VoiceWords)


@cache
def word_set(name: str) -> frozenset[str]:
    """Return the terms of one list, folded."""
    return frozenset(" ".join(folded(w)) for w in getattr(voice_words(), name))
