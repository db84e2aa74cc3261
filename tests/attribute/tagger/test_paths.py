"""Best paths against all paths, tried one by one."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from firsthand.attribute.tagger.paths import (
    CONTENT_BIAS,
    CUE_BIAS,
    Crop,
    Floats,
    best_contents,
    best_cues,
    best_source,
)

FIRST = [True] * 6


def log_probabilities(seed: int, shape: tuple[int, ...]) -> Floats:
    logits = np.random.default_rng(seed).normal(0, 2, shape)
    scores: Floats = (logits - np.log(np.exp(logits).sum(-1, keepdims=True))).astype(np.float32)
    return scores


def ranges(tags: tuple[int, ...]) -> list[tuple[int, int]]:
    found, start = [], -1
    for t, tag in enumerate((*tags, 0)):
        if start >= 0 and tag != 2:
            found.append((start, t))
            start = -1
        if tag == 1:
            start = t
    return found


def best_by_trying(score: np.ndarray) -> list[tuple[int, int]]:
    legal = [
        tags
        for tags in product(range(3), repeat=len(score))
        if tags[0] != 2 and all(b != 2 or a for a, b in pairwise(tags))
    ]
    return ranges(max(legal, key=lambda tags: sum(score[t, tag] for t, tag in enumerate(tags))))


@given(st.integers(0, 10_000))
def test_cues_are_the_best_of_all_paths(seed: int) -> None:
    scores = log_probabilities(seed, (6, 3))
    biased = scores.astype(float) - [CUE_BIAS, 0, 0]
    assert best_cues(scores, FIRST) == best_by_trying(biased)


@given(st.integers(0, 10_000))
def test_a_source_never_stands_on_its_cue(seed: int) -> None:
    found = best_source(Crop((2, 3), 0, log_probabilities(seed, (6, 5))), FIRST)
    assert all(2 not in range(a, b) for a, b in found)


@given(st.integers(0, 10_000))
def test_contents_are_the_best_of_all_paths(seed: int) -> None:
    cues = [(0, 1), (3, 4)]
    crops = [Crop(c, 0, log_probabilities(seed + n, (5, 5))) for n, c in enumerate(cues)]

    def gain(j: int, t: int, tag: int) -> float:
        lp = crops[j].scores[t].astype(float)
        if any(a <= t < b for a, b in cues):
            return -1e9
        return float(lp[tag] - (np.logaddexp(np.logaddexp(lp[0], lp[1]), lp[2]) - CONTENT_BIAS))

    def worth(states: tuple[tuple[int, int], ...]) -> float:
        return sum(gain(j, t, tag) for t, (j, tag) in enumerate(states) if j >= 0)

    every = [(-1, 0), *((j, tag) for j in (0, 1) for tag in (3, 4))]
    legal = (
        states
        for states in product(every, repeat=5)
        if all(
            tag != 4 or (t and states[t - 1][0] == j and states[t - 1][1])
            for t, (j, tag) in enumerate(states)
        )
    )
    best = max(map(worth, legal))
    found = best_contents(crops, [True] * 5)
    told = sum(
        gain(j, t, 3 if t == a else 4)
        for j, spans in enumerate(found)
        for a, b in spans
        for t in range(a, b)
    )
    assert abs(told - best) < 1e-6


def test_no_tag_changes_inside_a_word() -> None:
    scores = log_probabilities(3, (6, 3))
    inside = [True, False, False, True, False, False]
    assert all(a in (0, 3) and b in (3, 6) for a, b in best_cues(scores, inside))
