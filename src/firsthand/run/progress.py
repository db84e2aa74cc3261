"""How far a long piece of work is, told to whoever wants to show it."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[str, int, int], None]
"""Called with the stage in words ("reading"), how many are done, and of how many (0: not known)."""


def silent(stage: str, done: int, total: int) -> None:
    """Tell nobody."""
