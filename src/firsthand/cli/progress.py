"""Progress on standard error, on a terminal only."""

from __future__ import annotations

import sys
import time

from firsthand.run.progress import Progress, silent

QUIET_S = 0.4
"""Seconds before anything is shown: short work leaves no trace (guide.md, Loading)."""
EVERY_S = 0.1
"""Seconds between two drawings."""


class Line:
    """One line that is drawn over itself."""

    def __init__(self) -> None:
        self.began = self.drawn = time.monotonic()
        self.shown = False

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Draw how far the stage is."""
        now = time.monotonic()
        if now - self.began < QUIET_S or (now - self.drawn < EVERY_S and done != total):
            return
        self.drawn, self.shown = now, True
        of = f" of {total:,}" if total else ""
        sys.stderr.write(f"\r\x1b[K{stage} {done:,}{of}")
        sys.stderr.flush()

    def close(self) -> None:
        """Wipe the line."""
        if self.shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


def progress_line() -> Line | None:
    """Return a line to draw on, None where standard error is no terminal."""
    return Line() if sys.stderr.isatty() else None


def reporter(line: Line | None) -> Progress:
    """Return what a stage calls."""
    return line or silent
