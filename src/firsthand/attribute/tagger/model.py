"""The shipped model: two ONNX graphs, run by onnxruntime on one thread."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from firsthand.attribute.tagger.paths import Floats
from firsthand.attribute.tagger.pieces import Ints

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

DATA = Path(__file__).parent / "data"
CLS, SEP = 101, 102
"""Marks around a window, in the encoder's vocabulary."""


class OnnxScorer:
    """The trained tagger; a call is one window, so that neighbours never change a text's spans."""

    def __init__(self, folder: Path = DATA) -> None:
        self._encoder = _session(folder / "encoder.onnx")
        self._roles = _session(folder / "roles.onnx")

    def encode(self, ids: Ints, features: Ints) -> tuple[Floats, Floats]:
        """Return the states (N, W) and cue logits (N, 3) of one window."""
        marked = np.concatenate([[CLS], ids, [SEP]]).astype(np.int64)
        padded = np.pad(features, ((1, 1), (0, 0)))
        states, cues = self._encoder.run(None, {"ids": marked, "features": padded})
        return states[1:-1], cues[1:-1]

    def roles(self, states: Floats, cues: Floats, distance: Ints, place: Ints) -> Floats:
        """Return the logits (K, L, 5) of K cues."""
        given = {"states": states, "cue": cues, "distance": distance, "place": place}
        tags: Floats = self._roles.run(None, given)[0]
        return tags


def _session(path: Path) -> InferenceSession:
    import onnxruntime as ort

    options = ort.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return ort.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


@cache
def shipped() -> OnnxScorer:
    """Return the shipped scorer; loaded once a process, from the package alone."""
    return OnnxScorer()
