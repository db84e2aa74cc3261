"""What is assumed of official figures, read from a data file that says why."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import msgspec
import yaml

from firsthand.errors import VocabularyError

SOURCE = "watch/data/assumptions.yaml"


class Short(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The count model of short series."""

    variation: float
    prior_shape: float
    prior_weight: float
    level: float
    least: int
    most: int

    def with_variation(self, variation: float) -> Short:
        """Return the same model under another extra variation."""
        return msgspec.structs.replace(self, variation=variation)


class Long(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The setting for long series of one frequency, and the years that it takes at least."""

    setting: str
    years: int


class Composition(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How much shares move without news."""

    variation: float
    level: float
    least: int
    share_from: float


class Shift(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What it takes to call a change of level one."""

    least: int
    level: float


class Mirror(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How far two partners' figures of one trade may lie apart."""

    freight_low: float
    freight_high: float
    on_the_way: float
    rounding: float
    least: float


class Assumptions(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Everything that is assumed."""

    short: Short
    fold_from: float
    long: dict[int, Long]
    false_discovery: float
    composition: Composition
    shift: Shift
    mirror: Mirror
    stopped_after: int


@cache
def assumptions() -> Assumptions:
    """Return the assumptions that come with Firsthand.

    Raises:
        VocabularyError: The data file has a bad entry.
    """
    text = (files("firsthand.watch") / "data" / "assumptions.yaml").read_text(encoding="utf-8")
    try:
        raw = yaml.load(text, Loader=yaml.CSafeLoader)
        return msgspec.convert(raw, Assumptions)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise VocabularyError(f"is no YAML: {error.problem}", where=f"{SOURCE}:{line}") from error
    except msgspec.ValidationError as error:
        raise VocabularyError(f"has a bad entry: {error}", where=f"{SOURCE}:1") from error
