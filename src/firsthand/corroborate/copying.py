"""Who drew on whom, by the texts: for each article the likeliest earlier one, or none.

A logit weighs how much of an article stands in another, what both lack, who is credited and how
soon it followed; among the candidates of an article and "none of them" the weights make a
probability. They were fitted on two invented worlds with known provenance
(`benchmarks/corroboration.py fit`, which is run again after a change of `texts`, `sieve` or
`likeness`); docs/corroboration.md has the figures on other worlds.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.corroborate.articles import Held
from firsthand.corroborate.credits import Credit
from firsthand.corroborate.likeness import Likeness, compare
from firsthand.corroborate.sieve import propose
from firsthand.corroborate.texts import Corpus
from firsthand.corroborate.times import Published

COPIED = 0.5
"""Probability that an article drew on any of its candidates, from which the likeliest is told."""
MERGED_WORDS = 0.1
"""Share of an article's words in a credited second source, from which it drew on that one too."""
MOST_FIGURES = 4
BIAS = -4.57
WEIGHTS = {
    "words": 4.9,
    "back": 3.0,
    "order": 0.4,
    "new": -0.3,
    "own_figures": -0.56,
    "credited": 7.8,
    "inherited": 2.0,
    "unexplained": 1.9,
    "unsure": -2.3,
    "title": 0.9,
    "less_words": 2.5,
    "less_back": 2.5,
    "less_order": 2.1,
    "gap": -0.86,
    "cited": 1.0,
    "credit_line": 2.3,
}


@dataclass(frozen=True, slots=True)
class Drawn:
    """One article drew on another, by the texts.

    Args:
        earlier: Number of the article that was drawn on.
        probability: That it did, and on this one.
        credited: The words that credit it; None where it is not credited, or only through a third.
        likeness: How alike the texts are.
    """

    earlier: int
    probability: float
    credited: Credit | None
    likeness: Likeness


@dataclass(frozen=True, slots=True)
class Candidate:
    """What speaks for one article as the source of another; keys as in `WEIGHTS`."""

    earlier: int
    likeness: Likeness
    features: dict[str, float]

    def score(self) -> float:
        """Return the weight of evidence, as a logarithm of odds."""
        return BIAS + sum(WEIGHTS[name] * value for name, value in self.features.items())


class Copying:
    """Compares the articles of a case; numbers of articles are places in `held`."""

    def __init__(self, held: Sequence[Held], credited: Sequence[Sequence[Credit]]) -> None:
        self.held = held
        self.times: list[Published] = [h.time for h in held]
        self.credits = [{c.title: c for c in each} for each in credited]
        spans = [[s for c in each for s in c.spans] for each in credited]
        self.corpus = Corpus([h.document for h in held], self.times, spans)
        self._proposed = propose(self.corpus, self.times)
        self._lines = [self.corpus.credit_keys(at) for at in range(len(held))]
        articles = Counter(h.imprint.outlet for h in held)
        named = Counter(title for each in self.credits for title in each)
        self._cited = {t: math.log1p(named[t] / n) for t, n in articles.items()}

    def candidates(self, at: int) -> list[Candidate]:
        """Return the articles on which one may have drawn, with the evidence for each."""
        own = self.held[at].imprint.outlet
        others = [o for o in self._proposed[at] if self.held[o].imprint.outlet != own]
        found = [(o, compare(self.corpus.text(at), self.corpus.text(o))) for o in others]
        best = [
            max((getattr(like, name) for _, like in found), default=0.0)
            for name in ("words", "back", "order")
        ]
        return [Candidate(o, like, self._features(at, o, like, best)) for o, like in found]

    def shared(self, later: int, earlier: int) -> float:
        """Return the summed weight of the words that two articles share."""
        return compare(self.corpus.text(later), self.corpus.text(earlier)).shared

    def drawn(self) -> list[tuple[Drawn, ...]]:
        """Return for each article those that it drew on, the likeliest first."""
        options = [self._weighed(at) for at in range(len(self.held))]
        chosen = _without_loops(options)
        return [self._with_second(at, first, options[at]) for at, first in enumerate(chosen)]

    def _weighed(self, at: int) -> list[Drawn]:
        candidates = self.candidates(at)
        odds = [math.exp(min(50.0, c.score())) for c in candidates]
        whole = 1.0 + sum(odds)
        if (whole - 1) / whole < COPIED:
            return []
        found = [
            Drawn(c.earlier, o / whole, self._credit(at, c.earlier), c.likeness)
            for c, o in zip(candidates, odds, strict=True)
        ]
        return sorted(found, key=lambda d: (-d.probability, d.earlier))

    def _credit(self, at: int, other: int) -> Credit | None:
        return self.credits[at].get(self.held[other].imprint.outlet)

    def _with_second(self, at: int, first: Drawn | None, options: list[Drawn]) -> tuple[Drawn, ...]:
        """Add the credited titles that the likeliest source does not explain."""
        if first is None:
            return ()
        source = self.held[first.earlier].imprint.outlet
        left = self.credits[at].keys() - {source} - self.credits[first.earlier].keys()
        second: dict[str, Drawn] = {}
        for each in options:
            title = self.held[each.earlier].imprint.outlet
            if title in left and each.likeness.words >= MERGED_WORDS:
                known = second.get(title)
                if known is None or each.likeness.words > known.likeness.words:
                    second[title] = each
        return (first, *sorted(second.values(), key=lambda d: d.earlier))

    def _features(
        self, at: int, other: int, like: Likeness, best: Sequence[float]
    ) -> dict[str, float]:
        mine, theirs = self.credits[at], self.credits[other]
        title = self.held[other].imprint.outlet
        return {
            "words": like.words,
            "back": like.back,
            "order": like.order,
            "new": like.new,
            "own_figures": min(like.own_figures, MOST_FIGURES),
            "credited": title in mine,
            "inherited": len(mine.keys() & theirs.keys()),
            "unexplained": len(mine.keys() - theirs.keys() - {title}),
            "unsure": not self.times[at].follows(self.times[other]),
            "title": self._title(at) == self._title(other),
            "less_words": like.words - best[0],
            "less_back": like.back - best[1],
            "less_order": like.order - best[2],
            "gap": _gap(self.times[at], self.times[other]),
            "cited": self._cited[title],
            "credit_line": len(self._lines[at] & self._lines[other]),
        }

    def _title(self, at: int) -> str:
        return (self.held[at].document.title or self.held[at].id).casefold()


def _gap(later: Published, earlier: Published) -> float:
    """Return the logarithm of the hours between two instants; 0 where they are not known."""
    if later.first != later.last or earlier.first != earlier.last:
        return 0.0
    return math.log10(1 + max(0.0, later.first - earlier.first) / 60)


def _without_loops(options: Sequence[Sequence[Drawn]]) -> list[Drawn | None]:
    """Choose a source for each article, the surest first, so that nobody draws on himself."""
    chosen: list[Drawn | None] = [None] * len(options)
    ranked = sorted(
        (
            (-each.probability, at, each.earlier, each)
            for at, some in enumerate(options)
            for each in some
        ),
        key=lambda r: r[:3],
    )
    for _, at, _, each in ranked:
        if chosen[at] is None and not _reaches(chosen, each.earlier, at):
            chosen[at] = each
    return chosen


def _reaches(chosen: Sequence[Drawn | None], start: int, goal: int) -> bool:
    at = start
    while at != goal:
        step = chosen[at]
        if step is None:
            return False
        at = step.earlier
    return True
