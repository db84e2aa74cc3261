"""Journeys use only the command line: what a person types, and what comes back."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
GOOD = """Border entries rise four-fold
Harbour Gazette, 2026-02-12

North Koreans entered Russia 18,642 times in 2025, the Russian border service said on Wednesday.

The service said that 4,655 entries were counted in 2024.
"""

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def firsthand(tmp_path: Path) -> Run:
    """Run a command in an empty folder and return what came of it."""

    def run(
        *words: str | Path, given: str | bytes = "", seconds: int = 100, **environ: str
    ) -> subprocess.CompletedProcess[str]:
        data = given.encode() if isinstance(given, str) else given
        done = subprocess.run(
            [sys.executable, "-m", "firsthand", *map(str, words)],
            cwd=tmp_path, input=data, capture_output=True, timeout=seconds, check=False,
            env={**os.environ, "PYTHONPATH": str(ROOT / "src"), **environ},
        )  # fmt: skip
        out, err = (text.decode("utf-8", "replace") for text in (done.stdout, done.stderr))
        assert "Traceback" not in err, err
        return subprocess.CompletedProcess(done.args, done.returncode, out, err)

    return run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with one good article."""
    articles = tmp_path / "articles"
    articles.mkdir()
    (articles / "gazette.txt").write_text(GOOD, encoding="utf-8")
    return articles
