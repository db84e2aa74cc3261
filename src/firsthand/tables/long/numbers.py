"""Plain figures of a column, read all at once; what is not plain is told apart."""

from __future__ import annotations

import msgspec
import numpy as np
from numpy.typing import NDArray

from firsthand.tables.long.cutting import Piece

_DOT, _COMMA, _MINUS, _ZERO = 46, 44, 45, 48
LONGEST = 15
"""Digits of a plain figure: more do not fit a float."""
ODD = 255
"""In `decimals`: the figure is not plain, or there is none."""


class Figures(msgspec.Struct):
    """Figures by record; `decimals` tells how they are printed, ODD those that are read one by one."""

    values: NDArray[np.float64]
    decimals: NDArray[np.uint8]


def read_figures(piece: Piece, column: int, decimal: str) -> Figures:
    """Read the plain figures of a column: digits, one sign before them, one point between them.

    A figure that would be printed otherwise than it stands (leading zeros, ".5", "12.") is not plain.
    """
    starts, ends = piece.starts[:, column], piece.ends[:, column]
    data, point = piece.data, _COMMA if decimal == "," else _DOT
    sizes = ends - starts
    first = data[starts]
    minus = (first == _MINUS) & (sizes > 1)
    mantissa = np.zeros(len(starts), dtype=np.int64)
    digits = np.zeros(len(starts), dtype=np.int8)
    after = np.full(len(starts), -1, dtype=np.int8)
    plain = (sizes > 0) & (sizes <= LONGEST + 2)
    for offset in range(min(int(sizes.max(initial=0)), LONGEST + 2)):
        inside = plain & (offset < sizes)
        char = data[np.minimum(starts + offset, len(data) - 1)]
        digit = char - np.uint8(_ZERO)
        is_digit = inside & (digit < 10)
        is_point = inside & (char == point) & (after < 0) & (digits > 0)
        mantissa = np.where(is_digit, mantissa * 10 + digit, mantissa)
        digits += is_digit
        after += is_digit & (after >= 0)
        after = np.where(is_point, np.int8(0), after)
        plain &= ~inside | is_digit | is_point | (minus & (offset == 0))
    plain &= (digits > 0) & (digits <= LONGEST) & (after != 0)
    whole = digits - np.maximum(after, 0)
    led = data[np.minimum(starts + minus, len(data) - 1)] == _ZERO
    plain &= ~led | (whole == 1)
    # A mantissa below 2**53 over a power of ten below 10**22 is rounded once, as reading the text would.
    values = mantissa / np.power(10.0, np.maximum(after, 0))
    values = np.where(minus, -values, values)
    return Figures(
        np.where(plain, values, np.nan),
        np.where(plain, np.maximum(after, 0), ODD).astype(np.uint8),
    )


def spelled(value: float, decimals: int, decimal: str) -> str:
    """Return a plain figure as it was printed."""
    text = f"{value:.{decimals}f}"
    return text.replace(".", decimal) if decimals and decimal == "," else text
