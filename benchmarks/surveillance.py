"""Agreement with R's `surveillance`, speed, detection of injected outbreaks, false discoveries.

    python benchmarks/surveillance.py [--part agreement|speed|big|detection|discovery]
                                      [--json FILE] [--docs] [--r]

Prints a table a part. `--docs` writes the figures into docs/watch.md (and a plot beside it), `--r`
also times R where `Rscript` with `surveillance` is there (Debian: r-base-core, r-cran-surveillance);
without it, the recorded figures of the reference stand in.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import multiprocessing
import os
import resource
import shutil
import subprocess
import time
from collections import defaultdict
from dataclasses import replace
from pathlib import Path

for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_name, "1")

import numpy as np  # noqa: E402

from firsthand.watch.assumptions import assumptions  # noqa: E402
from firsthand.watch.judge import judge, lines  # noqa: E402
from firsthand.watch.long import honest_tails  # noqa: E402
from firsthand.watch.many import adjusted  # noqa: E402
from firsthand.watch.panel import Panel  # noqa: E402
from firsthand.watch.series_file import read_panels  # noqa: E402
from firsthand.watch.settings import known_settings, read_settings  # noqa: E402
from firsthand.watch.short import parameters, tails  # noqa: E402

ROOT = Path(__file__).resolve().parents[1]
REFERENCE = ROOT.parent / "shared" / "reference" / "surveillance"
METHODS = ("farringtonFlexible", "farrington", "earsC", "cusum", "glrnb")
COMPARED = ("expected", "upperbound", "alarm", "score", "statistic")
# Points a second of R 4.2.2 with surveillance 1.20.3 on one AMD EPYC core, by processor time.
RECORDED = {
    "FM10": 118.6,
    "FW10": 104.8,
    "FW13": 100.1,
    "FM12": 110.4,
    "FM01": 133.1,
    "FW01": 142.9,
}


def table(head: list[str], rows: list[list[object]]) -> str:
    """Return a table in Markdown."""
    out = ["| " + " | ".join(head) + " |", "|" + " --- |" * len(head)]
    out += ["| " + " | ".join(str(c) for c in row) + " |" for row in rows]
    return "\n".join(out)


def same(mine: str, theirs: str) -> bool:
    if mine == theirs:
        return True
    try:
        a, b = (float(x) for x in (mine, theirs))
    except ValueError:
        return False
    return abs(a - b) <= 1e-6 * max(1.0, abs(b))


def agreement() -> tuple[str, dict[str, object]]:
    settings, panels = (
        read_settings(REFERENCE / "settings.yaml"),
        read_panels(REFERENCE / "series.csv"),
    )
    rows, figures = [], {}
    for method in METHODS:
        with gzip.open(REFERENCE / f"expected_{method}.csv.gz", "rt") as stream:
            expected = list(csv.DictReader(stream))
        by_setting = defaultdict(list)
        for row in expected:
            by_setting[row["setting"]].append(row)
        ok = good = status = 0
        odd: dict[str, int] = defaultdict(int)
        for name, theirs in by_setting.items():
            judged = judge(panels[settings[name].frequency], settings[name])
            mine = {(v[0], v[3]): dict(zip(judged.names, v, strict=True)) for v in lines(judged)}
            for row in theirs:
                line = mine.get((row["series"], row["index"]), {})
                status += line.get("status") == row["status"]
                if row["status"] != "ok":
                    continue
                ok += 1
                if all(same(line.get(c, ""), row[c]) for c in COMPARED if c in row):
                    good += 1
                else:
                    odd[row["series"]] += 1
        named = ", ".join(f"{s} {n}" for s, n in sorted(odd.items())) or "none"
        rows.append(
            [
                method,
                f"{ok:,}",
                f"{100 * good / ok:.3f} %",
                f"{100 * status / len(expected):.3f} %",
                named,
            ]
        )
        figures[method] = good / ok
    return table(
        ["method", "rows ok", "within 1e-6", "status alike", "rows that differ, by series"], rows
    ), figures


def made(frequency: int, series: int, points: int, seed: int = 0) -> Panel:
    """Return seasonal Poisson series."""
    rng = np.random.default_rng(seed)
    season = np.exp(0.3 * np.sin(np.arange(points) * 2 * np.pi / frequency))
    counts = rng.poisson(rng.uniform(2, 50, (series, 1)) * season, (series, points)).astype(float)
    days = np.broadcast_to(np.arange(points).astype("datetime64[D]"), (series, points))
    return Panel(
        tuple(str(i) for i in range(series)), counts, days, np.full(series, points),
        np.full((1, 1), np.nan) * np.ones((series, 1)), frequency,
    )  # fmt: skip


def speed(with_r: bool) -> tuple[str, dict[str, object]]:
    settings = read_settings(REFERENCE / "settings.yaml")
    rows, figures = [], {}
    for name, recorded in RECORDED.items():
        setting = settings[name]
        points = setting.frequency * 6 + 100
        panel = made(setting.frequency, 200, points)
        judge(panel.part(np.arange(4)), setting, latest=10)
        start, wall = time.process_time(), time.perf_counter()
        judged = judge(panel, setting, latest=100)
        cpu, wall = time.process_time() - start, time.perf_counter() - wall
        ours = len(judged.at) / cpu
        theirs = (r_speed(setting.of, setting.frequency, panel) if with_r else None) or recorded
        rows.append(
            [
                name,
                setting.of.limit,
                f"{len(judged.at):,}",
                f"{ours:,.0f}",
                f"{len(judged.at) / wall:,.0f}",
                f"{theirs:,.1f}",
                f"{ours / theirs:,.0f}",
            ]
        )
        figures[name] = ours / theirs
    return table(
        [
            "setting",
            "limit",
            "points",
            "points/s (cpu)",
            "points/s (wall)",
            "R, points/s (cpu)",
            "times R",
        ],
        rows,
    ), figures


def r_speed(of: object, frequency: int, panel: Panel) -> float | None:
    """Return points a second of R on this machine, 12 series of 20 points; None without R."""
    if shutil.which("Rscript") is None:
        return None
    data = ROOT / "benchmarks" / "r_speed.csv"
    np.savetxt(data, panel.counts[:12].T, delimiter=",")
    n = panel.counts.shape[1]
    script = f"""
    suppressMessages(library(surveillance))
    x <- as.matrix(read.csv('{data}', header=FALSE)); t <- 0
    ctrl <- list(range={n - 19}:{n}, b={of.b}, w={of.w}, noPeriods={of.periods}, pastWeeksNotIncluded={of.left_out},
      weightsThreshold={of.weights_threshold}, pThresholdTrend={of.trend_below}, thresholdMethod='{of.limit}', alpha={of.alpha})
    for (i in 1:12) {{ s <- sts(x[,i], frequency={frequency}); t <- t + system.time(suppressWarnings(farringtonFlexible(s, ctrl)))[1] }}
    cat(240 / t)
    """
    try:
        done = subprocess.run(["Rscript", "-e", script], capture_output=True, text=True, check=True)
        return float(done.stdout.split()[-1])
    except (subprocess.CalledProcessError, ValueError, IndexError):
        return None
    finally:
        data.unlink()


def _big(job: tuple[int, int, int]) -> tuple[int, float, float]:
    seed, series, latest = job
    panel = made(12, series, 120, seed)
    start = time.process_time()
    judged = judge(panel, known_settings()["farrington-2013-monthly"], latest=latest)
    used = time.process_time() - start
    return len(judged.at), used, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def big() -> tuple[str, dict[str, object]]:
    rows, figures = [], {}
    for name, latest, series in (
        ("latest point of 100,000 series", 1, 100_000),
        ("last five years of 10,000 series", 60, 10_000),
    ):
        jobs = [(i, 5_000, latest) for i in range(series // 5_000)]
        start = time.perf_counter()
        with multiprocessing.get_context("spawn").Pool(2) as pool:
            done = pool.map(_big, jobs, chunksize=1)
        wall, memory = time.perf_counter() - start, 2 * max(m for *_, m in done)
        used = sum(c for _, c, _ in done)
        # What two free cores take for all: processor time counts no waiting for other work.
        whole = used * 100_000 / series / 2
        rows.append(
            [
                name,
                f"{sum(n for n, *_ in done):,}",
                f"{wall:.0f}",
                f"{used:.0f}",
                f"{whole:.0f}",
                f"{memory:,.0f}",
            ]
        )
        figures[name] = {
            "seconds": wall,
            "processor_seconds": used,
            "whole": whole,
            "megabytes": memory,
        }
    return table(
        [
            "monthly series of ten years, two processes",
            "points",
            "seconds",
            "processor seconds",
            "100,000 series on two free cores, seconds",
            "MB, both",
        ],
        rows,
    ), figures


def detection() -> tuple[str, dict[str, object]]:
    settings = read_settings(REFERENCE / "settings.yaml") | known_settings()
    panels = read_panels(REFERENCE / "series.csv")
    with (REFERENCE / "gold.csv").open() as stream:
        gold = [
            g
            for g in csv.DictReader(stream)
            if g["kind"] in ("outbreak", "level_shift", "baseline_outbreak")
        ]
    figures = {}
    for name, setting in settings.items():
        panel = panels.get(setting.frequency)
        if panel is None or setting.frequency == 1:
            continue
        judged = judge(panel, setting)
        if len(judged.at):
            figures[name] = _detected(judged, gold) | {
                "method": setting.method,
                "frequency": setting.frequency,
            }
    rows = []
    for frequency in (12, 52):
        mine = {n: f for n, f in figures.items() if f["frequency"] == frequency}
        for f in mine.values():
            f["frontier"] = not any(
                all(x <= y for x, y in zip(costs(g), costs(f), strict=True)) and costs(g) != costs(f)
                for g in mine.values()
            )  # fmt: skip
        for name, f in sorted(mine.items(), key=lambda kv: (kv[1]["false"], -kv[1]["sensitivity"])):
            delay = "" if np.isnan(f["delay"]) else f"{f['delay']:.1f}"
            rows.append(
                [
                    name,
                    f["method"],
                    f"{f['found']} of {f['judged']}",
                    f"{100 * f['sensitivity']:.0f} %",
                    f"{100 * f['false']:.2f} %",
                    delay,
                    "yes" if f["frontier"] else "",
                ]
            )
    return table(
        [
            "setting",
            "method",
            "outbreaks found",
            "sensitivity",
            "false alarms",
            "mean delay, periods",
            "frontier",
        ],
        rows,
    ), figures


def costs(f: dict[str, object]) -> tuple[float, float, float]:
    """Return what is to be small: outbreaks missed, false alarms, delay (a miss counts as six)."""
    missed = 1 - f["sensitivity"]
    return (
        missed,
        f["false"],
        6 * missed + (0 if np.isnan(f["delay"]) else f["delay"]) * (1 - missed),
    )


def _detected(judged: object, gold: list[dict[str, str]]) -> dict[str, object]:
    panel, alarm = judged.panel, judged.columns["alarm"]
    places = {n: i for i, n in enumerate(panel.names)}
    inside = np.zeros(len(judged.at), bool)
    delays, known = [], 0
    for g in gold:
        if g["series"] not in places:
            continue
        here = (
            (judged.series == places[g["series"]])
            & (judged.at >= int(g["start_index"]) - 1)
            & (judged.at <= int(g["end_index"]) - 1)
        )
        inside |= here
        if (
            g["kind"] == "baseline_outbreak"
            or not (judged.at[here] == int(g["start_index"]) - 1).any()
        ):
            continue
        known += 1
        hits = judged.at[here & (alarm == 1)]
        if len(hits):
            delays.append(int(hits.min()) - int(g["start_index"]) + 1)
    quiet = ~inside & ~np.isnan(alarm)
    return {
        "found": len(delays), "judged": known, "sensitivity": len(delays) / max(known, 1),
        "false": float(alarm[quiet].mean()) if quiet.any() else 0.0,
        "delay": float(np.mean(delays)) if delays else float("nan"),
    }  # fmt: skip


def discovery() -> tuple[str, dict[str, object]]:
    """False discoveries among series that are raised, with none and with a tenth real."""
    rate = assumptions().false_discovery
    rows, figures = [], {}
    for name, simulate in (
        ("short, five earlier figures", _short_law),
        ("monthly, ten years", _long_law),
    ):
        for real, fold in ((0.0, 1.0), (0.1, 3.0), (0.1, 12.0)):
            false, power, runs = [], [], 60 if simulate is _short_law else 200
            for run in range(runs):
                p, truth = simulate(np.random.default_rng(run), 200, real, fold)
                raised = adjusted(p) <= rate
                false.append((raised & ~truth).sum() / max(raised.sum(), 1))
                power.append(raised[truth].mean() if truth.any() else np.nan)
            fdr = float(np.mean(false))
            seen = "" if real == 0 else f"{100 * float(np.mean(power)):.0f} %"
            rows.append(
                [
                    name,
                    f"{real:.0%}",
                    f"{fold:g}" if real else "",
                    f"{fdr:.3f}",
                    f"{fdr / rate:.2f}",
                    seen,
                ]
            )
            figures[f"{name}, {real}, {fold}"] = {"fdr": fdr, "power": seen}
    return table(
        ["series", "real", "times", f"false discoveries, nominal {rate}", "of nominal", "power"],
        rows,
    ), figures


def _short_law(
    rng: np.random.Generator, n: int, real: float, fold: float
) -> tuple[np.ndarray, np.ndarray]:
    model = assumptions().short
    size = 1 / model.variation**2
    level = np.exp(rng.normal(4, 1.5, (n, 1)))
    truth = rng.random(n) < real
    factor = np.ones((n, 6))
    factor[truth, 5] = fold
    y = rng.poisson(level * factor * rng.gamma(size, 1 / size, (n, 6))).astype(float)
    size, a, b = parameters(y[:, :5], model)
    below = tails(y[:, 5], size, a, b)[0]
    above = np.where(y[:, 5] > 0, tails(y[:, 5] - 1, size, a, b)[1], 1.0)
    return np.minimum(1, 2 * np.minimum(above, below)), truth


def _long_law(
    rng: np.random.Generator, n: int, real: float, fold: float
) -> tuple[np.ndarray, np.ndarray]:
    panel = made(12, n, 120)
    level = np.exp(rng.normal(3, 1, (n, 1))) + 2
    mean = level * np.exp(0.3 * np.sin(np.arange(120) * 2 * np.pi / 12))
    phi = rng.choice([1.01, 2.0, 4.0], (n, 1))
    truth = rng.random(n) < real
    mean[truth, -1] *= fold
    y = rng.negative_binomial(mean / (phi - 1), 1 / phi).astype(float)
    judged = judge(replace(panel, counts=y), known_settings()["farrington-2013-monthly"], latest=1)
    p = np.full(n, np.nan)
    good, below, above = honest_tails(judged)
    i, below, above = judged.series[good], below[good], above[good]
    p[i] = np.minimum(1, 2 * np.minimum(below, above))
    return p, truth


PARTS = {
    "agreement": agreement,
    "speed": speed,
    "big": big,
    "detection": detection,
    "discovery": discovery,
}


def plot(figures: dict[str, dict[str, object]]) -> str:
    """Return a plot of sensitivity against false alarms, one mark a setting."""
    marks = {
        "farringtonFlexible": "#0b4f86",
        "farrington": "#7a4b00",
        "earsC": "#837d70",
        "cusum": "#a63a00",
        "glrnb": "#005f48",
    }
    out = [
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 400" role="img"><title>Sensitivity against false alarms</title><desc>One mark a setting; the filled ones with a ring are the defaults.</desc><rect width="720" height="400" fill="#fff"/><g font-family="sans-serif" font-size="13" fill="#565d68">'
    ]
    x = lambda v: 70 + 480 * min(v / 0.12, 1) ** 0.5  # noqa: E731
    y = lambda v: 360 - 330 * v  # noqa: E731
    out += [
        f'<text x="{x(v):.0f}" y="380" text-anchor="middle">{100 * v:g} %</text>'
        for v in (0, 0.01, 0.03, 0.06, 0.12)
    ]
    out += [
        f'<text x="60" y="{y(v) + 4:.0f}" text-anchor="end">{v:.0%}</text><line x1="70" x2="550" y1="{y(v):.0f}" y2="{y(v):.0f}" stroke="#dcd7cc"/>'
        for v in (0, 0.5, 1)
    ]
    for name, f in figures.items():
        shape = "#fff" if f["frequency"] == 52 else marks[f["method"]]
        ring = ' stroke-width="4"' if name.startswith("farrington-2013") else ""
        out.append(
            f'<circle cx="{x(f["false"]):.1f}" cy="{y(f["sensitivity"]):.1f}" r="5" fill="{shape}" stroke="{marks[f["method"]]}"{ring}><title>{name}</title></circle>'
        )
    out += [
        f'<circle cx="580" cy="{60 + 24 * i}" r="5" fill="{c}"/><text x="592" y="{64 + 24 * i}">{m}</text>'
        for i, (m, c) in enumerate(marks.items())
    ]
    return (
        "".join(
            [
                *out,
                '<text x="580" y="196">hollow: weekly</text><text x="580" y="216">thick: defaults</text></g></svg>',
            ]
        )
        + "\n"
    )


def write_docs(texts: dict[str, str], figures: dict[str, object]) -> None:
    path = ROOT / "docs" / "watch.md"
    page = path.read_text()
    for part, text in texts.items():
        head, tail = f"<!-- {part}: written by benchmarks/surveillance.py -->", f"<!-- /{part} -->"
        before, _, rest = page.partition(head)
        page = before + head + "\n" + text + "\n" + tail + rest.partition(tail)[2]
    path.write_text(page)
    if "detection" in figures:
        (ROOT / "docs" / "watch-detection.svg").write_text(plot(figures["detection"]))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--part", action="append", choices=PARTS)
    parser.add_argument("--json", type=Path)
    parser.add_argument("--docs", action="store_true")
    parser.add_argument("--r", action="store_true")
    given = parser.parse_args()
    texts, figures = {}, {}
    for part in given.part or PARTS:
        texts[part], figures[part] = speed(given.r) if part == "speed" else PARTS[part]()
        print(f"\n{part}\n{texts[part]}", flush=True)
    if given.json:
        given.json.write_text(json.dumps(figures, indent=1, default=float))
    if given.docs:
        write_docs(texts, figures)


if __name__ == "__main__":
    main()
