"""Train the tagger; a run that was cut off goes on from its last checkpoint.

python train.py --encoder DIR --polnear DIR --work DIR [--chains DIR] [--start FILE] [--epochs 4.25]
"""

from __future__ import annotations

import argparse
import json
import random
import time
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

from data import REACH, WINDOW, Article, read_articles, role_tags, windows
from model import Tagger, groups, load_encoder, warm

CLS, SEP = 101, 102
BATCH = 8


def batches(articles: list[Article], epoch: int, seed: int) -> list[list[tuple[int, int, int]]]:
    """Windows (article, low, high) of one epoch, shuffled, in batches of like length."""
    dice = random.Random(f"{seed}-{epoch}")
    found = [
        (i, lo, hi)
        for i, a in enumerate(articles)
        for lo, hi in windows(a, dice.randrange(WINDOW - 60))
    ]
    dice.shuffle(found)
    found = [
        w
        for start in range(0, len(found), 64 * BATCH)
        for w in sorted(found[start : start + 64 * BATCH], key=lambda w: w[2] - w[1])
    ]
    out = [found[i : i + BATCH] for i in range(0, len(found), BATCH)]
    dice.shuffle(out)
    return out


def tensors(batch: list[tuple[int, int, int]], articles: list[Article]) -> dict[str, torch.Tensor]:
    """Ids, features, mask and cue tags of a batch, and for each whole cue its crop and role tags."""
    size = max(hi - lo for _, lo, hi in batch) + 2
    b = len(batch)
    ids, features = np.zeros((b, size), np.int64), np.zeros((b, size, 3), np.int64)
    mask, cues = np.zeros((b, size), bool), np.full((b, size), -100, np.int64)
    rows, roles = [], []
    for r, (i, lo, hi) in enumerate(batch):
        a, n = articles[i], hi - lo
        ids[r, 0], ids[r, 1 : n + 1], ids[r, n + 1] = CLS, a.pieces.ids[lo:hi], SEP
        features[r, 1 : n + 1] = a.pieces.features[lo:hi]
        mask[r, : n + 2] = True
        cues[r, 1 : n + 1] = a.cues[lo:hi]
        for rel in a.relations:
            if lo <= rel.start and rel.end <= hi:
                rows.append((r, rel.start - lo + 1, rel.end - lo + 1, n))
                roles.append(role_tags(rel, lo, hi))
    span = 2 * REACH
    k = len(rows)
    take, place = np.zeros((k, span), np.int64), np.zeros((k, span), np.int64)
    tags, seen = np.full((k, span), -100, np.int64), np.zeros((k, span), bool)
    distance = np.zeros((k, span), np.int64)
    for j, (r, s, e, n) in enumerate(rows):
        low = max(1, min((s + e) // 2 - REACH, n + 1 - span))
        high = min(n + 1, low + span)
        length = high - low
        at = np.arange(low, high)
        take[j, :length] = at
        seen[j, :length] = True
        tags[j, :length] = roles[j][low - 1 : high - 1]
        distance[j, :length] = np.where(at < s, at - s, np.where(at >= e, at - e + 1, 0))
        place[j, :length] = np.where((at >= s) & (at < e), 1, np.where(cues[r, low:high] > 0, 2, 0))
        tags[j, :length][place[j, :length] == 1] = -100
    where = np.array([row[:3] for row in rows], np.int64).reshape(-1, 3)
    named = {
        "ids": ids,
        "features": features,
        "mask": mask,
        "cues": cues,
        "where": where,
        "take": take,
        "place": place,
        "tags": tags,
        "seen": seen,
        "distance": distance,
    }
    return {name: torch.from_numpy(array) for name, array in named.items()}


def run(model: Tagger, t: dict[str, torch.Tensor]) -> tuple[torch.Tensor, torch.Tensor]:
    """Return the cue logits (B, N, 3) and role logits (K, L, 5)."""
    hidden = model.encoder(
        t["ids"], t["features"], None if bool(t["mask"].all()) else t["mask"][:, None, None, :]
    )
    cue_logits = model.cues(hidden)
    rows = t["where"][:, 0]
    at = torch.arange(hidden.shape[1])
    inside = ((at >= t["where"][:, 1:2]) & (at < t["where"][:, 2:3])).float()
    cue = (inside[:, :, None] * hidden[rows]).sum(1) / inside.sum(1, keepdim=True)
    tokens = hidden[rows[:, None], t["take"]]
    return cue_logits, model.roles(
        tokens, cue, t["distance"], t["place"], t["seen"][:, None, None, :]
    )


def loss_of(model: Tagger, t: dict[str, torch.Tensor]) -> tuple[torch.Tensor, float, float]:
    cue_logits, role_logits = run(model, t)
    cue = F.cross_entropy(cue_logits.flatten(0, 1), t["cues"].flatten(), ignore_index=-100)
    role = (
        F.cross_entropy(role_logits.flatten(0, 1), t["tags"].flatten(), ignore_index=-100)
        if len(role_logits)
        else cue * 0
    )
    return 2 * cue + role, cue.item(), role.item()


def save(path: Path, state: dict) -> None:
    new = path.with_suffix(".new")
    torch.save(state, new)
    new.replace(path)


def main() -> None:
    cli = argparse.ArgumentParser(description=__doc__)
    cli.add_argument("--encoder", type=Path, required=True)
    cli.add_argument("--polnear", type=Path, required=True)
    cli.add_argument("--work", type=Path, required=True)
    cli.add_argument("--chains", type=Path, help="made-up chains, see chains.py")
    cli.add_argument("--start", type=Path, help="weights of an earlier run to begin with")
    cli.add_argument("--rate", type=float, default=2e-4, help="peak of the encoder's learning rate")
    cli.add_argument("--epochs", type=float, default=4.25)
    cli.add_argument("--threads", type=int, default=1)
    cli.add_argument("--seed", type=int, default=1)
    ask = cli.parse_args()
    ask.work.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(ask.threads)
    torch.set_flush_denormal(True)
    torch.manual_seed(ask.seed)
    torch.set_flush_denormal(True)
    articles = list(read_articles(ask.polnear / "train.jsonl.gz"))
    if ask.chains:
        articles += read_articles(ask.chains / "train.jsonl")
    model = Tagger(load_encoder(ask.encoder))
    if ask.start:
        model.load_state_dict(torch.load(ask.start))
    rates = groups(model, ask.rate, 5 * ask.rate, 0.9)
    optimiser = torch.optim.AdamW(rates, weight_decay=0.01)
    average = {k: v.clone() for k, v in model.state_dict().items()}
    per_epoch = len(batches(articles, 0, ask.seed))
    total = int(per_epoch * ask.epochs)
    base = [g["lr"] for g in optimiser.param_groups]
    step, checkpoint = 0, ask.work / "last.pt"
    if checkpoint.exists():
        state = torch.load(checkpoint)
        model.load_state_dict(state["model"])
        optimiser.load_state_dict(state["optimiser"])
        average, step = state["average"], state["step"]
    print(
        f"{len(articles)} articles, {per_epoch} batches an epoch, {total} steps, from step {step}",
        flush=True,
    )
    began, sums, epoch, order = time.time(), np.zeros(2), -1, []
    while step < total:
        if step // per_epoch != epoch:
            epoch = step // per_epoch
            order = batches(articles, epoch, ask.seed)
        index = step % per_epoch
        if index >= len(order):
            step += 1
            continue
        factor = warm(step + 1, total, 100)
        for group, rate in zip(optimiser.param_groups, base, strict=True):
            group["lr"] = rate * factor
        model.train()
        loss, cue, role = loss_of(model, tensors(order[index], articles))
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        step += 1
        decay = min(0.998, step / (step + 20))
        with torch.no_grad():
            for name, value in model.state_dict().items():
                if value.dtype.is_floating_point and name != "encoder.word.weight":
                    average[name].lerp_(value, 1 - decay)
        sums += (cue, role)
        if step % 10 == 0:
            print(
                json.dumps(
                    {
                        "step": step,
                        "epoch": round(step / per_epoch, 2),
                        "cue": round(sums[0] / 10, 4),
                        "role": round(sums[1] / 10, 4),
                        "minutes": round((time.time() - began) / 60, 1),
                    }
                ),
                flush=True,
            )
            sums[:] = 0
        if step % 100 == 0 or step == total:
            save(
                checkpoint,
                {
                    "model": model.state_dict(),
                    "optimiser": optimiser.state_dict(),
                    "average": average,
                    "step": step,
                },
            )
            save(ask.work / "average.pt", average)


if __name__ == "__main__":
    main()
