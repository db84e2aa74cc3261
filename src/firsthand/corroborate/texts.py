"""Texts ready for comparison: weighted words and word pairs, and the sentences that are stock.

The weight of a word is the logarithm of its rarity among the articles of the case. A case of ten
articles says little about rarity, so that fewer than `SMALL_CASE` count as that many.
A stock sentence (a footer, a weather line) comes back over weeks, or in articles that share nothing
else; it is no sign of copying and is passed over.
"""

from __future__ import annotations

import math
from collections import Counter, OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import TypeVar

from firsthand.corroborate.times import Published
from firsthand.corroborate.words import Passage, passages
from firsthand.model.document import Document
from firsthand.model.span import Span

T = TypeVar("T")

SMALL_CASE = 300
STOCK_COPIES = 5
"""Articles in which a sentence stands before it can be stock."""
STOCK_PART = 0.02
"""Part of all articles that must hold a sentence too; 1 % and 0.5 % find fewer copies."""
STOCK_MINUTES = 21 * 24 * 60
"""Copies of one report appear within days; a sentence that returns for longer is stock."""
STOCK_SHARE = 0.12
"""Mean share of other words in common to two articles with a sentence, below which it is stock."""
CREDIT_WORDS = 14
"""A sentence of at most so many words that names another title only gives it credit."""
_SAMPLE = 8
_KEPT = 3000
"""Prepared texts held in memory at a time."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A passage with its features, each with its weight: words with meaning, and pairs of them.

    `credit`: it only says from whom the article has it.
    """

    key: str
    words: tuple[str, ...]
    pairs: frozenset[tuple[str, str]]
    features: dict[str, float]
    total: float
    credit: bool = False


@dataclass(frozen=True, slots=True)
class Text:
    """The sentences of one article that can tell whom it copied.

    `where` gives for a feature the numbers of the sentences that hold it, `weights` its weight;
    `numbers` are the figures of two digits or more.
    """

    sentences: tuple[Sentence, ...]
    where: dict[str, tuple[int, ...]]
    weights: dict[str, float]
    numbers: frozenset[str]
    whole: tuple[float, float]
    """Summed weight of all words, and of all pairs."""


class Corpus:
    """All texts of a case, prepared when they are asked for.

    Args:
        documents: In any order; `times` and `credited` are parallel to it.
        credited: Where each document names another title.
    """

    def __init__(
        self,
        documents: Sequence[Document],
        times: Sequence[Published],
        credited: Sequence[Sequence[Span]] | None = None,
    ) -> None:
        self._documents = documents
        self._credits = credited or [()] * len(documents)
        self._frequency: Counter[str] = Counter()
        self._ready: OrderedDict[int, Text] = OrderedDict()
        self._passages: OrderedDict[int, tuple[Passage, ...]] = OrderedDict()
        holders: dict[str, list[int]] = {}
        for at in range(len(documents)):
            own = self.passages(at)
            self._frequency.update({word for passage in own for word in passage.content})
            for key in {passage.key for passage in own}:
                holders.setdefault(key, []).append(at)
        self._size = max(len(documents), SMALL_CASE)
        self.stock = frozenset(
            key
            for key, held in holders.items()
            if len(held) >= max(STOCK_COPIES, STOCK_PART * len(documents))
            and self._is_stock(key, held, times)
        )

    def __len__(self) -> int:
        return len(self._documents)

    def passages(self, at: int) -> tuple[Passage, ...]:
        """Return the passages of one document."""
        return _remember(self._passages, at, lambda: passages(self._documents[at]))

    def text(self, at: int) -> Text:
        """Return one text, ready for comparison."""
        return _remember(self._ready, at, lambda: self._prepare(at))

    def credit_keys(self, at: int) -> frozenset[str]:
        """Return the sentences of one document that only give credit, stock ones too."""
        return frozenset(p.key for p in self.passages(at) if self._is_credit(p, at))

    def weight(self, word: str) -> float:
        """Return how much a shared word tells; never negative."""
        return max(0.0, math.log((self._size + 1) / (self._frequency[word] + 0.5)))

    def _prepare(self, at: int) -> Text:
        found = [self._sentence(p, at) for p in self.passages(at) if p.key not in self.stock]
        where: dict[str, list[int]] = {}
        weights: dict[str, float] = {}
        for number, sentence in enumerate(found):
            weights.update(sentence.features)
            for feature in sentence.features:
                where.setdefault(feature, []).append(number)
        return Text(
            tuple(found),
            {feature: tuple(places) for feature, places in where.items()},
            weights,
            frozenset(f for f in weights if f[0].isdigit() and len(f) > 1 and " " not in f),
            (
                sum(w for f, w in weights.items() if " " not in f),
                sum(w for f, w in weights.items() if " " in f),
            ),
        )

    def _is_credit(self, passage: Passage, at: int) -> bool:
        return len(passage.words) <= CREDIT_WORDS and any(
            passage.span[0] <= start < passage.span[1] for start, _ in self._credits[at]
        )

    def _sentence(self, passage: Passage, at: int) -> Sentence:
        features = {word: self.weight(word) for word in passage.content}
        for left, right in pairwise(passage.content):
            features[f"{left} {right}"] = (self.weight(left) + self.weight(right)) / 2
        return Sentence(
            passage.key,
            passage.words,
            frozenset(pairwise(passage.words)),
            features,
            sum(features.values()),
            credit=self._is_credit(passage, at),
        )

    def _is_stock(self, key: str, held: Sequence[int], times: Sequence[Published]) -> bool:
        told = sorted(times[at].first for at in held if math.isfinite(times[at].first))
        if len(told) >= STOCK_COPIES:
            edge = len(told) // 10
            if told[-1 - edge] - told[edge] > STOCK_MINUTES:
                return True
        step = max(1, len(held) // _SAMPLE)
        others = [
            {w for p in self.passages(at) if p.key != key for w in p.content}
            for at in held[::step][:_SAMPLE]
        ]
        # Where it is all there is (a brief of one sentence), nothing beside it can tell.
        more = [words for words in others if words]
        if len(more) * 2 < len(others) or len(more) < 2:
            return False
        shares = [len(a & b) / len(a | b) for a, b in combinations(more, 2)]
        return sum(shares) / len(shares) < STOCK_SHARE


def _remember(kept: OrderedDict[int, T], at: int, make: Callable[[], T]) -> T:
    found = kept.get(at)
    if found is None:
        found = kept[at] = make()
        if len(kept) > _KEPT:
            kept.popitem(last=False)
    return found
