"""Joins what the tagger saw with what the grammar read: each does what it is better at.

The grammar reads chains: who cites whom, to any depth. The tagger finds far more of the voices of
real news and their borders. Where both see a cue, the grammar's candidate keeps its place in the
chain and is told in the tagger's spans; what the tagger alone sees becomes a voice where its cue is
one of saying or showing, and is told without a voice where it is a thought, a fear or a wish.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from firsthand.attribute.candidate import Candidate, Shown, from_spans
from firsthand.attribute.tagger.engine import Seen, Tagged
from firsthand.attribute.views import Unit
from firsthand.model.span import Span, hull, overlap
from firsthand.vocabulary.cues import carries_voice, cue_of

SURE = 0.5
"""Confidence from which a voice that only the tagger sees may stand behind claims."""
_SAID = frozenset({None, "asserts", "reports", "alleges", "confirms", "doubts"})
LONGEST_CUE = 200
"""Code points; a longer one is not looked for."""


def join(
    candidates: Sequence[Candidate], seen: Seen, units: Sequence[Unit], text: str,
    *, language: str, by: str,
) -> list[Candidate]:  # fmt: skip
    """Return the candidates of both in text order, those of the title first.

    A candidate of the grammar that the tagger saw too has `shown` and the tagger's confidence.
    """
    own = [c for c in candidates if not c.in_title]
    cues = sorted((span, n) for n, c in enumerate(own) for span in c.cue)
    taken: dict[int, Tagged] = {}
    new: list[Candidate] = []
    for each in seen.tagged:
        n = _same(own, cues, each, taken)
        if n is None:
            new.append(_made(each, units, text, language=language, by=by))
        else:
            taken[n] = each
    chained = {id(above) for c in own for above in (c.hint, c.shares) if above is not None}
    kept = [c for c in candidates if c.in_title]
    for n, candidate in enumerate(own):
        in_chain = bool(candidate.hint or candidate.shares) or id(candidate) in chained
        if n in taken:
            _show(candidate, taken[n], in_chain=in_chain)
        elif (chance := seen.chance(candidate.cue)) is not None:
            candidate.why.append(f"the tagger gives its cue {chance:.2f}")
        kept.append(candidate)
    return sorted([*kept, *new], key=lambda c: (not c.in_title, c.start))


def _same(
    own: Sequence[Candidate], cues: Sequence[tuple[Span, int]], tagged: Tagged,
    taken: dict[int, Tagged],
) -> int | None:  # fmt: skip
    """Return the number of the candidate whose cue shares most with the tagged one."""
    low, high = hull(tagged.cue)
    first = bisect_left(cues, ((low - LONGEST_CUE, 0), 0))
    last = bisect_right(cues, ((high, 0), 0))
    near = {n for span, n in cues[first:last] if overlap([span], tagged.cue)} - taken.keys()
    return max(
        near,
        key=lambda n: (
            overlap(own[n].cue, tagged.cue),
            overlap(own[n].content, tagged.content),
            -n,
        ),
        default=None,
    )


def _show(candidate: Candidate, tagged: Tagged, *, in_chain: bool) -> None:
    """Let a candidate be told in the tagger's spans; one of a chain keeps the grammar's."""
    if not in_chain:
        candidate.shown = Shown(tagged.source or candidate.source, tagged.cue, tagged.content)
    candidate.confidence = tagged.confidence
    candidate.why.append(f"the tagger sees it too, with {tagged.confidence:.2f}")


def _made(tagged: Tagged, units: Sequence[Unit], text: str, *, language: str, by: str) -> Candidate:
    spans = (tagged.source, tagged.cue, tagged.content)
    made = from_spans(text, spans, language=language, confidence=tagged.confidence, by=by)
    words = " ".join(text[a:b] for a, b in tagged.cue)
    made.silent = not tagged.source or tagged.confidence < SURE or not _says(words, language)
    number = max(0, bisect_right(units, made.start, key=lambda unit: unit.span[0]) - 1)
    made.place = (0, units[number].paragraph if units else 0, number)
    return made


def _says(cue: str, language: str) -> bool:
    """Tell a verb of saying from one that shows, asks, promises or obliges."""
    known = cue_of(cue, language)
    if known is None or known.sense != "say" or not carries_voice(cue, language):
        return False
    return known.stance == "denies" or (
        known.stance in _SAID and known.takes >= {"clause", "quote"}
    )
