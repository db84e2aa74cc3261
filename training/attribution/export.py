"""Export a checkpoint to the two graphs that Firsthand runs, weights in int8.

    python export.py --encoder DIR --model ONE.pt [TWO.pt …] --out ../../src/firsthand/attribute/tagger/data

Several checkpoints give the mean of their weights, which is worth more than any of them (Wortsman and
others 2022, Model soups).

Dynamic quantisation, one scale a channel for weights: activations get their scale in each call, and a
call is always one window, so that a text has the same spans alone and in any batch.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from firsthand.attribute.tagger.windows import REACH
from model import Tagger, load_encoder


class Encode(nn.Module):
    """One window: ids (N,), features (N, 3) -> states (N, W), cue logits (N, 3)."""

    def __init__(self, model: Tagger) -> None:
        super().__init__()
        self.model = model

    def forward(self, ids: Tensor, features: Tensor) -> tuple[Tensor, Tensor]:
        states = self.model.encoder(ids[None], features[None])
        return states[0], self.model.cues(states)[0]


class Roles(nn.Module):
    """K cues at once."""

    def __init__(self, model: Tagger) -> None:
        super().__init__()
        self.head = model.roles

    def forward(self, states: Tensor, cue: Tensor, distance: Tensor, place: Tensor) -> Tensor:
        return self.head(states, cue, distance, place, None)


def write(
    module: nn.Module,
    given: tuple[Tensor, ...],
    names: dict[str, dict[int, str]],
    outputs: list[str],
    path: Path,
    *,
    quantise: bool,
) -> None:
    """Export a module and quantise it."""
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        torch.onnx.export(
            module.eval(),
            given,
            str(plain),
            input_names=list(names),
            output_names=outputs,
            dynamic_axes=names,
            opset_version=17,
            dynamo=False,
        )
        if quantise:
            quantize_dynamic(str(plain), str(path), per_channel=True, weight_type=QuantType.QInt8)
        else:
            shutil.copy(plain, path)
    print(f"{path.name}: {path.stat().st_size / 1e6:.1f} MB")


def mean(states: list[dict[str, Tensor]]) -> dict[str, Tensor]:
    """Return the mean of weights; what is no fraction is taken from the first."""
    first = states[0]
    return {
        name: sum(s[name] for s in states) / len(states) if value.is_floating_point() else value
        for name, value in first.items()
    }


def main() -> None:
    cli = argparse.ArgumentParser(description=__doc__)
    cli.add_argument("--encoder", type=Path, required=True)
    cli.add_argument("--model", type=Path, nargs="+", required=True)
    cli.add_argument("--out", type=Path, required=True)
    cli.add_argument(
        "--float", action="store_true", help="keep float32, to measure what int8 costs"
    )
    ask = cli.parse_args()
    model = Tagger(load_encoder(ask.encoder))
    model.load_state_dict(mean([torch.load(path) for path in ask.model]))
    model.eval()
    ask.out.mkdir(parents=True, exist_ok=True)
    n, width = 256, model.encoder.word.weight.shape[1]
    write(Encode(model), (torch.ones(n, dtype=torch.long), torch.zeros(n, 3, dtype=torch.long)),
          {"ids": {0: "n"}, "features": {0: "n"}}, ["states", "cues"], ask.out / "encoder.onnx", quantise=not ask.float)  # fmt: skip
    k, length = 2, 2 * REACH
    write(Roles(model), (torch.zeros(k, length, width), torch.zeros(k, width), torch.ones(k, length, dtype=torch.long), torch.zeros(k, length, dtype=torch.long)),
          {"states": {0: "k", 1: "l"}, "cue": {0: "k"}, "distance": {0: "k", 1: "l"}, "place": {0: "k", 1: "l"}}, ["tags"], ask.out / "roles.onnx", quantise=not ask.float)  # fmt: skip
    shutil.copy(ask.encoder / "vocab.txt", ask.out / "vocabulary.txt")


if __name__ == "__main__":
    main()
