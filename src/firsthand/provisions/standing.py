"""How firmly a breach stands: possible, alleged, breach stated, found."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from typing import NamedTuple

from firsthand.model.attribution import Attribution
from firsthand.model.provision import Matched, Standing
from firsthand.model.span import hull, words_of
from firsthand.provisions.match import Met
from firsthand.provisions.reading import Reading, Scene
from firsthand.provisions.records import STANDINGS, Provision, Regime
from firsthand.provisions.statements import Statement, says_so

RULE_REACH = 8
"""Sentences after a conduct in which its article may restate the rule."""
_FINDS = frozenset({"asserts", "reports", "confirms"})
_HANDED = re.compile(r"\b(?:to|told|before|by the)\s+(?:the\s+)?(?:UN\s+|U\.N\.\s+)?\Z")


class Stood(NamedTuple):
    """A standing with the words that raised it above what the conduct alone gives."""

    standing: Standing
    words: tuple[Matched, ...]


def standing_of(
    scene: Scene, provision: Provision, met: Met, *, said: tuple[Statement, ...]
) -> Stood:
    """Return the standing of a claim that tells a conduct.

    `possible` where the conduct is arguable or an element only inferred, else `alleged`; raised to
    `breach-stated` by a statement in the same passage, or by a paragraph restated in the words of the
    conduct in the same article, and to `found` by a body with the mandate.

    Args:
        said: The document's statements about named provisions.
    """
    base: Standing = "possible" if met.conduct.standing or met.inferred else "alleged"
    words: list[Matched] = []
    for statement in said:
        if not _same_passage(scene, statement) and not _bars_later(scene, statement, met):
            continue
        named = says_so(scene.reading, statement, provision, conduct=met.conduct)
        if named:
            base = "breach-stated"
            document = scene.reading.extraction.id
            words.append(Matched(element="named as broken", document=document, span=(named.span,)))
            break
    if base != "possible" and is_found(scene):
        base = "found"
    return Stood(base, tuple(words))


def stronger(left: Standing, right: Standing) -> Standing:
    """Return the stronger of two standings."""
    return max(left, right, key=STANDINGS.index)


def is_found(scene: Scene) -> bool:
    """Tell whether the claim hangs on the word of a body with the mandate to find a breach."""
    by_id = {each.id: each for each in scene.reading.extraction.attributions}
    inner = by_id.get(scene.claim.attribution or "")
    if inner is None or inner.stance not in _FINDS:
        return False
    if scene.reading.terms(("inquiry",), (*inner.cue, *scene.own)):
        return False
    return _has_mandate(scene.reading, inner)


def _has_mandate(reading: Reading, attribution: Attribution) -> bool:
    pattern = _mandates(reading.regime)
    name = attribution.speaker.name or ""
    words = words_of(reading.text, attribution.source)
    for text in (words, name):
        match = pattern.search(text)
        if match and not _HANDED.search(text[: match.start()]):
            return True
    return False


@cache
def _mandates(regime: Regime) -> re.Pattern[str]:
    longest_first = sorted(regime.found_by, key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(map(re.escape, longest_first)) + r")\b")


def _bars_later(scene: Scene, statement: Statement, met: Met) -> bool:
    """Tell whether the article restates, some sentences on, the paragraph that bars this very conduct.

    Reports end with the rule: "Paragraph 8 of resolution 2371 has forbidden all exports of coal". The
    sentence has to have words for all that the conduct requires.
    """
    if not statement.bars or not scene.sentence or not any(n.paragraph for n in statement.named):
        return False
    reading = scene.reading
    starts = [start for start, _ in reading.sentences]
    here, there = (bisect_left(starts, at) for at in (scene.sentence[0][0], statement.sentence[0]))
    if not 0 < there - here <= RULE_REACH:
        return False
    required = [e for e in met.conduct.elements if e.required and e.terms]
    return bool(required) and all(reading.terms(e.terms, [statement.sentence]) for e in required)


def _same_passage(scene: Scene, statement: Statement) -> bool:
    if not scene.passage:
        return False
    start, end = hull(scene.passage)
    return start <= statement.sentence[0] and statement.sentence[1] <= end
