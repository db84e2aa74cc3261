"""Tag labelled articles with a checkpoint (or the shipped model) and print contract lines.

python evaluate.py --encoder DIR --model average.pt --gold dev.jsonl.gz -o predictions.jsonl
"""

from __future__ import annotations

import argparse
import gzip
import json
import time
from pathlib import Path

import numpy as np
import torch
from train import CLS, SEP

from firsthand.attribute.tagger.engine import STRIDE, tag
from firsthand.attribute.tagger.pieces import cut_pieces
from model import Tagger, load_encoder


class TorchScorer:
    """A checkpoint as the runtime's scorer."""

    def __init__(self, model: Tagger) -> None:
        self.model = model.eval()

    @torch.inference_mode()
    def encode(self, ids: np.ndarray, features: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """One window."""
        marked = torch.from_numpy(np.concatenate([[CLS], ids, [SEP]]))[None]
        padded = torch.from_numpy(np.pad(features, ((1, 1), (0, 0))))[None]
        states = self.model.encoder(marked, padded)
        return states[0, 1:-1].numpy(), self.model.cues(states)[0, 1:-1].numpy()

    @torch.inference_mode()
    def roles(
        self, states: np.ndarray, cues: np.ndarray, distance: np.ndarray, place: np.ndarray
    ) -> np.ndarray:
        """The role head for K cues."""
        given = (torch.from_numpy(x) for x in (states, cues, distance, place))
        return self.model.roles(*given, None).numpy()


def main() -> None:
    cli = argparse.ArgumentParser(description=__doc__)
    cli.add_argument("--encoder", type=Path, required=True)
    cli.add_argument("--model", type=Path, required=True)
    cli.add_argument("--gold", type=Path, required=True)
    cli.add_argument("--stride", type=int, default=STRIDE)
    cli.add_argument("-o", "--output", type=Path, required=True)
    ask = cli.parse_args()
    torch.set_num_threads(1)
    model = Tagger(load_encoder(ask.encoder))
    model.load_state_dict(torch.load(ask.model))
    scorer, began, n = TorchScorer(model), time.time(), 0
    with gzip.open(ask.gold, "rt", encoding="utf-8") as lines, ask.output.open("w") as out:
        for line in lines:
            row = json.loads(line)
            found = tag(cut_pieces(row["text"]), scorer, stride=ask.stride)
            told = [
                {
                    "id": f"a{i}",
                    "source": t.source,
                    "cue": t.cue,
                    "content": t.content,
                    "confidence": t.confidence,
                }
                for i, t in enumerate(found, 1)
            ]
            out.write(json.dumps({"document": row["document"], "attributions": told}) + "\n")
            n += 1
    print(f"{n} articles in {time.time() - began:.1f} s")


if __name__ == "__main__":
    main()
