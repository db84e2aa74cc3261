"""Settings of the methods: records read from YAML, and the named defaults that come with Firsthand."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

import msgspec
import yaml

from firsthand.errors import InputError, VocabularyError


@dataclass(frozen=True, slots=True, kw_only=True)
class Flexible:
    """Farrington's method with the improvements of Noufaily and others."""

    b: int
    w: int
    periods: int
    left_out: int
    weights_threshold: float
    trend_below: float
    limit: str
    alpha: float
    trend: bool
    reweight: bool
    limit54: tuple[float, int]
    power: str
    population_offset: bool
    calendar: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Classic:
    """Farrington's method as first published."""

    b: int
    w: int
    alpha: float
    power: str
    trend: bool
    reweight: bool
    limit54: tuple[float, int]
    population_offset: bool
    calendar: bool
    fast: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Ears:
    """One of the three charts of the Early Aberration Reporting System."""

    variant: str
    alpha: float
    baseline: int
    least_deviation: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Cusum:
    """A cumulative sum of transformed counts, without reset."""

    transform: str
    k: float
    h: float
    alpha: float
    seasonal: bool
    from_share: float
    at_most: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Glr:
    """A likelihood ratio chart for counts, Poisson or negative binomial."""

    alpha: float | None
    theta: float | None
    limit: float
    seasonal: bool
    trend: bool
    harmonics: int
    from_share: float
    at_most: int


Method = Flexible | Classic | Ears | Cusum | Glr


@dataclass(frozen=True, slots=True)
class Setting:
    """One named setting of one method, for series of one frequency."""

    name: str
    method: str
    frequency: int
    of: Method


_NAMES = {
    "periods": "noPeriods",
    "left_out": "pastWeeksNotIncluded",
    "weights_threshold": "weightsThreshold",
    "trend_below": "pThresholdTrend",
    "threshold_method": "thresholdMethod",
    "population_offset": "populationOffset",
    "fit_function": "fitFun",
    "least_deviation": "minSigma",
    "power": "powertrans",
    "limit": "c.ARL",
}
"""Our names of fields -> those of R's `surveillance`, which settings files use."""


class _Written(msgspec.Struct, kw_only=True, rename=_NAMES):
    """A setting as it is written; names follow R's `surveillance`, which users know."""

    method: str
    frequency: float
    kind: str | None = None
    epoch: str = "index"
    b: float = 5
    w: float = 3
    alpha: float | None = None
    periods: float = 1
    left_out: float | None = None
    weights_threshold: float = 2.58
    trend_below: float = 0.05
    threshold_method: str = "delta"
    trend: bool = True
    reweight: bool = True
    limit54: tuple[float, float] = (5.0, 4.0)
    power: str = "2/3"
    population_offset: bool = False
    fit_function: str = ""
    variant: str = "C1"
    baseline: float = 7
    least_deviation: float = 0.0
    trans: str = "standard"
    k: float = 1.04
    h: float = 2.26
    m: str = "mean"
    theta: float | None = None
    mu0: str = "mean"
    limit: float = 5.0
    S: float = 1
    change: str = "intercept"
    Mtilde: float = 1
    M: float = -1
    dir: str = "inc"
    ret: str = "value"
    from_share: float = 0.6
    at_most: float = 150


def _limit54(w: _Written) -> tuple[float, int]:
    return w.limit54[0], int(w.limit54[1])


def _flexible(w: _Written) -> Method:
    return Flexible(
        b=int(w.b),
        w=int(w.w),
        periods=int(w.periods),
        left_out=int(w.w if w.left_out is None else w.left_out),
        weights_threshold=w.weights_threshold,
        trend_below=w.trend_below,
        limit=_one_of(w.threshold_method, ("delta", "nbPlugin", "muan")),
        alpha=0.05 if w.alpha is None else w.alpha,
        trend=w.trend,
        reweight=w.reweight,
        limit54=_limit54(w),
        power=_one_of(w.power, ("2/3", "1/2", "none")),
        population_offset=w.population_offset,
        calendar=w.epoch == "date",
    )


def _classic(w: _Written) -> Method:
    return Classic(
        b=int(w.b),
        w=int(w.w),
        alpha=0.05 if w.alpha is None else w.alpha,
        power=_one_of(w.power, ("2/3", "1/2", "none")),
        trend=w.trend,
        reweight=w.reweight,
        limit54=_limit54(w),
        population_offset=w.population_offset or w.fit_function.endswith("populationOffset"),
        calendar=w.epoch == "date",
        fast=w.fit_function.endswith("fast"),
    )


def _ears(w: _Written) -> Method:
    usual = 0.025 if w.variant == "C3" else 0.001
    return Ears(
        variant=_one_of(w.variant, ("C1", "C2", "C3")),
        alpha=usual if w.alpha is None else w.alpha,
        baseline=int(w.baseline),
        least_deviation=w.least_deviation,
    )


TRANSFORMS = (
    "standard", "rossi", "anscombe", "anscombe2nd", "pearsonNegBin", "anscombeNegBin", "none",
)  # fmt: skip


def _cusum(w: _Written) -> Method:
    return Cusum(
        transform=_one_of(w.trans, TRANSFORMS),
        k=w.k,
        h=w.h,
        alpha=0.1 if w.alpha is None else w.alpha,
        seasonal=_one_of(w.m, ("mean", "glm")) == "glm",
        from_share=w.from_share,
        at_most=int(w.at_most),
    )


def _glr(w: _Written) -> Method:
    for given, known in ((w.change, "intercept"), (w.dir, "inc"), (w.ret, "value")):
        _one_of(given, (known,))
    return Glr(
        alpha=0.0 if w.method == "glrpois" else w.alpha,
        theta=w.theta,
        limit=w.limit,
        seasonal=_one_of(w.mu0, ("mean", "model")) == "model",
        trend=w.trend,
        harmonics=int(w.S),
        from_share=w.from_share,
        at_most=int(w.at_most),
    )


def _one_of(value: str, known: tuple[str, ...]) -> str:
    if value not in known:
        raise ValueError(f"{value!r} is not one of {', '.join(known)}")
    return value


METHODS = {
    "farringtonFlexible": _flexible,
    "farrington": _classic,
    "earsC": _ears,
    "cusum": _cusum,
    "glrnb": _glr,
    "glrpois": _glr,
}


def read_settings(path: Path) -> dict[str, Setting]:
    """Return the settings of a YAML file by their names.

    Raises:
        InputError: The file cannot be read.
        VocabularyError: A setting has a field or a value that its method does not know.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"cannot read the settings: {error}", where=str(path)) from error
    return _settings(text, str(path))


@cache
def known_settings() -> dict[str, Setting]:
    """Return the settings that come with Firsthand (`farrington-2013-monthly` and its kin)."""
    source = files("firsthand.watch") / "data" / "methods.yaml"
    return _settings(source.read_text(encoding="utf-8"), "watch/data/methods.yaml")


def _settings(text: str, where: str) -> dict[str, Setting]:
    try:
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
        raw = yaml.load(text, Loader=yaml.CSafeLoader) or {}
    except yaml.YAMLError as error:
        raise VocabularyError(f"is no YAML: {error}", where=where) from error
    if not isinstance(raw, dict) or not isinstance(node, yaml.MappingNode):
        raise VocabularyError(
            "holds no settings", where=where, hint="Write name: {method: …, frequency: …}."
        )
    lines = {key.value: key.start_mark.line + 1 for key, _ in node.value}
    return {
        str(name): _setting(str(name), entry, f"{where}:{lines.get(str(name), 1)}")
        for name, entry in raw.items()
    }


def _setting(name: str, entry: object, where: str) -> Setting:
    try:
        written = msgspec.convert(entry, _Written)
        if isinstance(entry, dict) and "trend" not in entry and written.method.startswith("glr"):
            written.trend = False
        method = METHODS.get(written.method)
        if method is None:
            raise ValueError(f"method {written.method!r} is not one of {', '.join(METHODS)}")
        return Setting(name, written.method, int(written.frequency), method(written))
    except (msgspec.ValidationError, ValueError) as error:
        raise VocabularyError(
            f"setting {name} cannot be used: {error}", where=where, hint="See docs/watch.md."
        ) from error
