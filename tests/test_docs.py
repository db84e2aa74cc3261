"""A page that lies fails the build: examples run, and generated pages are current."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
BLOCK = re.compile(r"^```(sh|python)\n(.*?)^```", re.DOTALL | re.MULTILINE)
LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#\s]+)")


def blocks(language: str) -> list[tuple[str, str]]:
    """Return (name, code) of the examples in one language."""
    return [
        (f"{page.name}-{i}", code)
        for page in PAGES
        for i, (kind, code) in enumerate(BLOCK.findall(page.read_text(encoding="utf-8")))
        if kind == language
    ]


def place(tmp_path: Path) -> Path:
    """Return a folder that looks like the checkout's root to an example."""
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    return tmp_path


@pytest.mark.parametrize(("name", "code"), blocks("sh"), ids=[n for n, _ in blocks("sh")])
def test_shell_examples_run(name: str, code: str, tmp_path: Path) -> None:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", code], cwd=place(tmp_path), env={**os.environ, "PATH": path},
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, f"{name}: exit {done.returncode}\n{done.stderr}"


@pytest.mark.parametrize(("name", "code"), blocks("python"), ids=[n for n, _ in blocks("python")])
def test_python_examples_run(name: str, code: str, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code], cwd=place(tmp_path), capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, f"{name}:\n{done.stderr}"


def test_the_command_reference_is_current() -> None:
    """`make docs` writes it; nobody edits it."""
    done = subprocess.run(
        [sys.executable, str(ROOT / "docs" / "generate.py"), "--check"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_links_lead_somewhere(page: Path) -> None:
    for target in LINK.findall(page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), f"{page.name} links to {target}, which is not there"


def test_every_name_of_the_front_door_is_shown() -> None:
    """Each of the names that a newcomer meets stands in docs/python.md."""
    import firsthand

    shown = (ROOT / "docs" / "python.md").read_text(encoding="utf-8")
    assert [
        n for n in firsthand.__all__ if n != "__version__" and f"firsthand.{n}" not in shown
    ] == []
    assert len(firsthand.__all__) <= 15
    assert list(firsthand.__all__) == sorted(firsthand.__all__)
