"""The shape of the house: imports point upwards, modules and functions stay small."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "firsthand"
# The way of the data (docs/decisions/0001): each may import from those before it, never from those after.
ORDER = [
    "errors", "model", "vocabulary", "collect", "read", "tables", "watch", "attribute", "claim",
    "corroborate", "check", "provisions", "brief", "export", "case", "run", "api", "web", "cli", "__main__",
]  # fmt: skip
LINES_OF_MODULE, LINES_OF_FUNCTION, PARAMETERS = 400, 60, 8
FILES = sorted(SOURCE.rglob("*.py"))


def room(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def imported(tree: ast.Module) -> set[str]:
    """Return the rooms of firsthand that a module imports, also inside functions."""
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
            names.update(
                f"{node.module}.{alias.name}" for alias in node.names if node.module == "firsthand"
            )
    return {
        parts[1]
        for name in names
        if (parts := name.split("."))[0] == "firsthand" and len(parts) > 1
    }


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_imports_point_upwards(path: Path) -> None:
    here = room(path)
    if here == "__init__":  # the front door opens on every room
        return
    below = {
        r
        for r in imported(ast.parse(path.read_text()))
        if r in ORDER and ORDER.index(r) > ORDER.index(here)
    }
    assert not below, f"{path.name} in {here} imports from {sorted(below)}, which stand below it"


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_modules_and_functions_stay_small(path: Path) -> None:
    source = path.read_text()
    assert source.count("\n") <= LINES_OF_MODULE, f"{path.name} has {source.count(chr(10))} lines"
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            assert length <= LINES_OF_FUNCTION, f"{path.name}: {node.name} has {length} lines"
            count = len(node.args.args) + len(node.args.kwonlyargs)
            assert count <= PARAMETERS, f"{path.name}: {node.name} takes {count} parameters"


def test_every_room_stands_in_the_order() -> None:
    rooms = {p.name for p in SOURCE.iterdir() if p.is_dir() and not p.name.startswith("__")}
    assert rooms <= set(ORDER), f"rooms without a place in the order: {sorted(rooms - set(ORDER))}"
