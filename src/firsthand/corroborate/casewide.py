"""The origins of a case: those of its questions, and voices with an opinion or material beside them."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from firsthand.corroborate.counting import Tally
from firsthand.corroborate.links import material_of, title_of
from firsthand.corroborate.origins import Cast
from firsthand.corroborate.questions import Drafted
from firsthand.corroborate.traces import Evidence
from firsthand.corroborate.voice_lists import OUTLETS, word_set
from firsthand.corroborate.voices import Voice, is_own, speaking, voice_named
from firsthand.corroborate.words import OWN_PARTS, folded
from firsthand.model.extraction import Extraction

_NO_VOICE = frozenset({"law", "background"})
_NO_KIND = frozenset({"obligation"})


def case_tally(evidence: Evidence, cast: Cast, drafted: Sequence[Drafted]) -> tuple[Tally, Tally]:
    """Return the origins of a case as they count, and all that stand behind any of its questions.

    Named voices count also where what they say makes no question. Described ones in an article that
    echoes another do not, nor does the own voice of an article that rests on others.
    """
    told, every = Tally(), Tally()
    rests, echoes = _standing(evidence, drafted)
    roots: dict[int, set[Hashable]] = {}
    for draft in drafted:
        for trace, end in zip(draft.traces, draft.ends, strict=True):
            for node in sorted(end.nodes):
                origin = cast.of(node)
                every.enter(origin)
                described = cast.voice(node).anonymity != "named"
                own = trace.reporter is not None and end.own
                if not (own and trace.at in rests) and not (described and trace.at in echoes):
                    told.enter(origin)
            if not end.nodes:
                roots.setdefault(trace.at, set()).add(end.root)
    for held in evidence.held:
        for voice in _other_voices(held.extraction, evidence):
            told.enter(cast.of(cast.add(voice)))
    cast.join_holders(dict.fromkeys([*told.order, *every.order]))
    told.settle(cast)
    every.settle(cast)
    for origin in told.order:
        every.enter(origin)
    for at, ends in sorted(roots.items()):
        if at not in rests:
            told.roots |= ends
    told.analysts = max((_analysts(d) for d in drafted), default=0)
    return told, every


def _is_somebody(voice: Voice) -> bool:
    """Tell whether a voice is named, or one house ("the motorists' club")."""
    words = folded(voice.name)
    house = bool(words) and words[-1] in word_set("bodies") and not voice.plural
    return voice.anonymity == "named" or (house and voice.number in (None, (1, 1)))


def _standing(evidence: Evidence, drafted: Sequence[Drafted]) -> tuple[set[int], set[int]]:
    """Return the articles that rest on a voice or another article, and those that echo one uncredited."""
    rests: set[int] = set()
    echoes = {at for at, some in enumerate(evidence.drawn) if any(not d.credited for d in some)}
    for draft in drafted:
        for trace, end in zip(draft.traces, draft.ends, strict=True):
            if trace.source is not None or (end.nodes and trace.reporter is None):
                rests.add(trace.at)
            if trace.source is not None and trace.how == "wording":
                echoes.add(trace.at)
    return rests, echoes


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
        voice = speaking(extraction, last) if last else None
        if voice is None or voice.generic or not _is_somebody(voice):
            continue
        if voice.kind in OUTLETS or is_own(voice.name) or title_of(voice, evidence.titles):
            continue
        found.append(voice)
    found += [voice_named(extraction, s.of) for s in material_of(extraction) if s.of]
    return found
