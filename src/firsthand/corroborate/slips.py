"""How one printed number differs from another: the slips that are made in copying."""

from __future__ import annotations

from functools import lru_cache

MEMORY = 100_000
"""Numbers whose digits are remembered; the same few are held against each other all the time."""
PLACES = "two digits changed places"
DIGIT = "one digit differs"
ZERO = "a zero too many or too few"
ROUNDED = "rounded"
OTHER = "another value"


@lru_cache(maxsize=MEMORY)
def digits_of(value: float) -> str:
    """Return the digits of a number, with its decimal point where it has one."""
    whole = abs(value)
    return f"{whole:.0f}" if whole == int(whole) else f"{whole:.6f}".rstrip("0")


@lru_cache(maxsize=MEMORY)
def significant(value: float) -> int:
    """Return how many digits of a number carry information: 18,642 has five, 15,000 two."""
    return len(digits_of(value).replace(".", "").strip("0")) or 1


def slip(was: float, now: float) -> str | None:
    """Name the slip of the pen that makes one number of another; None where it is none."""
    old, new = digits_of(was), digits_of(now)
    if old == new:
        return None
    if len(old) == len(new):
        off = [i for i, (a, b) in enumerate(zip(old, new, strict=True)) if a != b]
        if len(off) == 2 and sorted(old) == sorted(new):
            return PLACES
        if len(off) == 1:
            return DIGIT
    if "." not in old + new and old.rstrip("0") == new.rstrip("0"):
        return ZERO
    return None


@lru_cache(maxsize=MEMORY)
def half_step(value: float) -> float:
    """Return half of the last digit that a number says: 15,000 is 500, 41 is 0.5, 40.7 is 0.05."""
    text = digits_of(value)
    if "." in text:
        return 0.5 * 10.0 ** -len(text.partition(".")[2])
    return 0.5 * 10.0 ** (len(text) - len(text.rstrip("0"))) if text.strip("0") else 0.5


def rounds_to(exact: float, told: float) -> bool:
    """Tell whether a number is another one rounded or cut off at the precision of the former."""
    step = 2 * half_step(told)
    return abs(exact - told) <= step / 2 or told <= abs(exact) < told + step


def what_changed(was: float, now: float) -> str:
    """Say how a number differs from the one before it; never who changed it."""
    found = slip(was, now)
    if found:
        return found
    return ROUNDED if rounds_to(was, now) and significant(now) < significant(was) else OTHER


def akin_sizes(later: float | None, earlier: float | None) -> float:
    """Return how well one size may come from another: 1 equal, 0.7 rounded, 0.5 a slip, 0 not."""
    if later is None or earlier is None:
        return 0.0
    if same_size(later, earlier):
        return 1.0
    if significant(later) < significant(earlier) and rounds_to(earlier, later):
        return 0.7
    return 0.5 if significant(later) > 1 and slip(earlier, later) else 0.0


def same_size(one: float, other: float) -> bool:
    """Tell whether two sizes are one; signs do not count."""
    return abs(abs(one) - abs(other)) <= 1e-9 * max(1.0, abs(one))
