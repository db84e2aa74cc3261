"""The word lists of this stage, read from `corroborate/data/NAME.yaml`."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TypeVar

import msgspec

from firsthand.vocabulary.data_file import parse_data

S = TypeVar("S", bound=msgspec.Struct)


@cache
def _text(name: str) -> str:
    return files("firsthand.corroborate").joinpath("data", f"{name}.yaml").read_text("utf-8")


def load(name: str, kind: type[S]) -> S:
    """Return `corroborate/data/NAME.yaml` as a record of `kind`.

    Raises:
        VocabularyError: the file is not YAML or an entry does not fit; `where` is FILE:LINE.
    """
    return parse_data(_text(name), f"{name}.yaml", kind)
