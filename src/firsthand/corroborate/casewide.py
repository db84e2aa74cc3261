"""The origins of a case: those of its questions, and voices with an opinion or material beside them."""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.corroborate.counting import Tally
from firsthand.corroborate.links import material_of
from firsthand.corroborate.origins import Cast
from firsthand.corroborate.questions import Drafted
from firsthand.corroborate.tracing import Evidence
from firsthand.corroborate.voices import OUTLETS, Voice, is_own, voice_named, voice_of
from firsthand.corroborate.words import OWN_PARTS
from firsthand.model.extraction import Extraction

_NO_VOICE = frozenset({"law", "background"})
_NO_KIND = frozenset({"obligation"})


def case_tally(evidence: Evidence, cast: Cast, drafted: Sequence[Drafted]) -> Tally:
    """Return the origins of a case with the open ends of articles that rest on nobody else.

    Named voices count also where what they say makes no question; described ones do not, as they
    are mostly the same people again.
    """
    tally = Tally()
    resting: set[int] = set()
    roots: dict[int, set[object]] = {}
    for draft in drafted:
        for trace, end in zip(draft.traces, draft.ends, strict=True):
            for node in sorted(end.nodes):
                tally.enter(cast.of(node))
            if end.nodes:
                resting.add(trace.at)
            else:
                roots.setdefault(trace.at, set()).add(end.root)
    for at, held in enumerate(evidence.held):
        echo = any(d.credited is None for d in evidence.drawn[at])
        for voice in _other_voices(held.extraction, evidence):
            if not echo or voice.anonymity == "named":
                tally.enter(cast.of(cast.add(voice)))
    for at, ends in sorted(roots.items()):
        if at not in resting:
            tally.roots |= ends
    tally.analysts = max((_analysts(d) for d in drafted), default=0)
    return tally


def _analysts(draft: Drafted) -> int:
    single = Tally()
    single.take_analysts(draft.traces)
    return single.analysts


def _other_voices(extraction: Extraction, evidence: Evidence) -> list[Voice]:
    """Return named voices that end a chain of some claim, and raw material that is named."""
    by_id = {a.id: a for a in extraction.attributions}
    found = []
    for claim in extraction.claims:
        if claim.mode in _NO_VOICE or claim.kind in _NO_KIND or not claim.via:
            continue
        if claim.part not in OWN_PARTS or claim.in_ == "title":
            continue
        last = by_id.get(claim.via[-1])
        voice = voice_of(extraction, last) if last else None
        if voice is None or voice.generic or voice.anonymity != "named":
            continue
        if (
            voice.kind in OUTLETS
            or is_own(voice.name)
            or evidence.titles.meant(voice.name, voice.known)
        ):
            continue
        found.append(voice)
    found += [voice_named(extraction, s.of) for s in material_of(extraction) if s.of]
    return found
