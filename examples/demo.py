"""Write the brief of the bundled case and say where it is; this is what `make demo` runs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
FIRSTHAND = [sys.executable, "-m", "firsthand"]


def run(*words: str) -> None:
    """Print a command as a user would type it, then run it."""
    print("$ firsthand", *words, flush=True)
    code = subprocess.run([*FIRSTHAND, *words], check=False).returncode
    if code not in (0, 1):  # 1: done, some inputs set aside
        sys.exit(code)
    print(flush=True)


def main() -> None:
    """Brief the sample case in the terminal and as a page, then watch the real figures."""
    out = Path("demo")
    out.mkdir(exist_ok=True)
    here = HERE.relative_to(Path.cwd()) if HERE.is_relative_to(Path.cwd()) else HERE
    case = here / "border-entries"
    tables = [
        part
        for t in sorted((HERE / "border-entries" / "tables").iterdir())
        for part in ("--table", str(case / "tables" / t.name))
    ]
    run("brief", str(case / "articles"), *tables)
    run("brief", str(case / "articles"), *tables, "-o", str(out / "brief.html"))
    figures = str(here / "entries-2024")
    run("watch", figures)
    run("watch", figures, "-o", str(out / "watched.html"))
    print(
        f"The brief: {out / 'brief.html'}, the figures: {out / 'watched.html'} (open in a browser)"
    )


if __name__ == "__main__":
    main()
