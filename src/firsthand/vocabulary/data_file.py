"""A YAML data file of the package as a checked record; a bad entry is named with file and line."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import TypeVar

import msgspec
import yaml

from firsthand.errors import VocabularyError

R = TypeVar("R", bound=msgspec.Struct)
_STEP = re.compile(r"\.([^.\[\]]+)|\[(\d+|\.\.\.)\]")


@cache
def data_text(path: str) -> str:
    """Return the text of `vocabulary/data/PATH`."""
    return files("firsthand.vocabulary").joinpath("data", *path.split("/")).read_text("utf-8")


def load_data(path: str, kind: type[R]) -> R:
    """Return `vocabulary/data/PATH` as a record of `kind`.

    Raises:
        VocabularyError: the file is not YAML or an entry does not fit; `where` is FILE:LINE.
    """
    return parse_data(data_text(path), path, kind)


def parse_data(text: str, name: str, kind: type[R]) -> R:
    """Read YAML text as a record of `kind`; `name` is used in errors.

    Raises:
        VocabularyError: as in `load_data`.
    """
    try:
        root = yaml.compose(text, Loader=yaml.CSafeLoader)
        plain = yaml.load(text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise VocabularyError(f"not YAML: {error.problem}", where=f"{name}:{line}") from error
    try:
        return msgspec.convert(plain, kind)
    except msgspec.ValidationError as error:
        message, _, place = str(error).partition(" - at ")
        path = place.partition("$")[2].rstrip("`")
        line = line_of(root, _told_key(path, plain, kind))
        raise VocabularyError(
            f"bad entry: {message}", where=f"{name}:{line}", hint="Correct it or take it out"
        ) from error


def _told_key(path: str, plain: object, kind: type[msgspec.Struct]) -> str:
    """Return the path with the key that msgspec prints as `[...]`, found by trying each alone."""
    head, marked, tail = path.partition("[...]")
    field = head.removeprefix(".")
    if not marked or not isinstance(plain, dict) or not isinstance(plain.get(field), dict):
        return path
    for key, value in plain[field].items():
        try:
            msgspec.convert({**plain, field: {key: value}}, kind)
        except msgspec.ValidationError:
            return f"{head}.{key}{tail}"
    return path


def line_of(node: yaml.Node | None, path: str) -> int:
    """Return the line, from 1, at which a path such as `.cardinals.two` stands."""
    for key, index in _STEP.findall(path):
        found = None
        if isinstance(node, yaml.MappingNode):
            found = next((v for k, v in node.value if k.value == key), None)
        elif isinstance(node, yaml.SequenceNode) and index.isdigit():
            found = node.value[int(index)]
        if found is None:
            break
        node = found
    return node.start_mark.line + 1 if node else 1
