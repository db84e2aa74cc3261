"""The tagger: a small encoder, a cue head, and a role head that looks at the text from each cue."""

from __future__ import annotations

import json
from pathlib import Path

import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from torch import Tensor, nn

from firsthand.attribute.tagger.pieces import BORDERS, CASES, QUOTES

WIDTH = 128
"""Width of the role head."""
BUCKETS = 24
"""Buckets of the signed, logarithmic distance to the cue."""


class Layer(nn.Module):
    """One encoder layer, post-norm as in BERT."""

    def __init__(self, width: int, heads: int, inner: int, dropout: float) -> None:
        super().__init__()
        self.heads, self.dropout = heads, dropout
        self.query, self.key, self.value = (nn.Linear(width, width) for _ in range(3))
        self.output = nn.Linear(width, width)
        self.norm1, self.norm2 = nn.LayerNorm(width, eps=1e-12), nn.LayerNorm(width, eps=1e-12)
        self.up, self.down = nn.Linear(width, inner), nn.Linear(inner, width)
        self.drop = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        b, n, w = x.shape

        def split(t: Tensor) -> Tensor:
            return t.view(b, n, self.heads, w // self.heads).transpose(1, 2)

        q, k, v = split(self.query(x)), split(self.key(x)), split(self.value(x))
        mixed = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        mixed = mixed.transpose(1, 2).reshape(b, n, w)
        x = self.norm1(x + self.drop(self.output(mixed)))
        return self.norm2(x + self.drop(self.down(F.gelu(self.up(x)))))


class Encoder(nn.Module):
    """MiniLM with three more input embeddings: case, quotation, border."""

    def __init__(self, config: dict, dropout: float = 0.1) -> None:
        super().__init__()
        width = config["hidden_size"]
        self.word = nn.Embedding(config["vocab_size"], width)
        self.position = nn.Embedding(config["max_position_embeddings"], width)
        self.kind = nn.Parameter(torch.zeros(width))
        self.features = nn.ModuleList(nn.Embedding(n, width) for n in (CASES, QUOTES, BORDERS))
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.drop = nn.Dropout(dropout)
        self.layers = nn.ModuleList(
            Layer(width, config["num_attention_heads"], config["intermediate_size"], dropout)
            for _ in range(config["num_hidden_layers"])
        )
        for each in self.features:
            nn.init.zeros_(each.weight)

    def forward(self, ids: Tensor, features: Tensor, mask: Tensor | None = None) -> Tensor:
        x = self.word(ids) + self.position.weight[: ids.shape[1]] + self.kind
        for i, each in enumerate(self.features):
            x = x + each(features[..., i])
        x = self.drop(self.norm(x))
        for layer in self.layers:
            x = layer(x, mask)
        return x


def load_encoder(folder: Path) -> Encoder:
    """Build the encoder from the package's weights."""
    config = json.loads((folder / "config.json").read_text())
    encoder, given = Encoder(config), load_file(str(folder / "model.safetensors"))
    given = {k.removeprefix("bert."): v for k, v in given.items()}
    state = encoder.state_dict()
    state["word.weight"] = given["embeddings.word_embeddings.weight"]
    state["position.weight"] = given["embeddings.position_embeddings.weight"]
    state["kind"] = given["embeddings.token_type_embeddings.weight"][0]
    state["norm.weight"] = given["embeddings.LayerNorm.weight"]
    state["norm.bias"] = given["embeddings.LayerNorm.bias"]
    names = {
        "query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value",
        "output": "attention.output.dense", "norm1": "attention.output.LayerNorm",
        "up": "intermediate.dense", "down": "output.dense", "norm2": "output.LayerNorm",
    }  # fmt: skip
    for i in range(len(encoder.layers)):
        for ours, theirs in names.items():
            for part in ("weight", "bias"):
                state[f"layers.{i}.{ours}.{part}"] = given[f"encoder.layer.{i}.{theirs}.{part}"]
    encoder.load_state_dict(state)
    return encoder


class RoleHead(nn.Module):
    """For each cue, a tag for every piece around it: nothing, source or content (begin, inside)."""

    def __init__(self, width: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.token, self.cue, self.gate = (nn.Linear(width, WIDTH) for _ in range(3))
        self.distance = nn.Embedding(2 * BUCKETS + 1, WIDTH)
        self.place = nn.Embedding(3, WIDTH)  # nothing, this cue, another cue
        self.near = nn.Conv1d(WIDTH, WIDTH, 5, padding=2)
        self.norm0, self.norm1 = nn.LayerNorm(WIDTH), nn.LayerNorm(WIDTH)
        self.layer = Layer(WIDTH, 4, 2 * WIDTH, dropout)
        self.drop = nn.Dropout(dropout)
        self.tags = nn.Linear(WIDTH, 5)

    def forward(
        self, tokens: Tensor, cue: Tensor, distance: Tensor, place: Tensor, mask: Tensor | None
    ) -> Tensor:
        """tokens (K, L, W), cue (K, W), distance (K, L) signed pieces, place (K, L) -> (K, L, 5)."""
        bucket = torch.sign(distance) * torch.clamp(
            (torch.log2(1.0 + distance.abs().float()) * 3.2).round(), max=BUCKETS
        )
        x = self.token(tokens) * (1 + torch.tanh(self.gate(cue)))[:, None] + self.cue(cue)[:, None]
        x = self.norm0(x + self.distance(bucket.long() + BUCKETS) + self.place(place))
        x = self.norm1(x + F.gelu(self.near(self.drop(x).transpose(1, 2))).transpose(1, 2))
        return self.tags(self.drop(self.layer(x, mask)))


class Tagger(nn.Module):
    """Encoder, cue head (BIO) and role head."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        width = encoder.word.weight.shape[1]
        self.encoder = encoder
        self.cues = nn.Sequential(
            nn.Linear(width, width), nn.GELU(), nn.Dropout(0.1), nn.Linear(width, 3)
        )
        self.roles = RoleHead(width)


def groups(model: Tagger, rate: float, head_rate: float, decay: float) -> list[dict]:
    """Parameter groups with a rate that falls with depth; word embeddings stay as they are."""
    model.encoder.word.weight.requires_grad_(False)
    n = len(model.encoder.layers)
    out = [
        {
            "params": [
                *model.cues.parameters(),
                *model.roles.parameters(),
                *model.encoder.features.parameters(),
            ],
            "lr": head_rate,
        }
    ]
    out += [
        {"params": list(layer.parameters()), "lr": rate * decay ** (n - 1 - i)}
        for i, layer in enumerate(model.encoder.layers)
    ]
    low = [model.encoder.position.weight, model.encoder.kind, *model.encoder.norm.parameters()]
    return [*out, {"params": low, "lr": rate * decay**n}]


def warm(step: int, total: int, warmup: int) -> float:
    """Factor of the rate: linear up, then linear down to zero."""
    return step / warmup if step < warmup else max(0.0, (total - step) / (total - warmup))
