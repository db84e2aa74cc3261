"""What a change is measured from: a period in its heading that is not the figure's own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from firsthand.tables.lexicon import alternation, fold, heading_words, plain_dashes
from firsthand.tables.periods import Found
from firsthand.tables.units import is_comparison

_FROM_DIGIT = re.compile(r"\d.*", re.DOTALL)


def is_base(found: Found) -> bool:
    """Tell whether the one period of a comparison is what it is measured from: "% change on 2022"."""
    before, after = _bases()
    return bool(
        before.search(plain_dashes(fold(found.before)))
        or before.search(_FROM_DIGIT.sub("", plain_dashes(fold(found.text))).rstrip())
        or after.match(plain_dashes(fold(found.behind)))
    )


def names_base(text: str, found: Sequence[Found]) -> bool:
    """Tell whether a heading compares two periods, or a period with a base."""
    return bool(found) and is_comparison(text) and (len(found) > 1 or is_base(found[0]))


@cache
def _bases() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = heading_words()
    spaced, dense = (
        [w for w in words.base_before if (w[:1] >= "\u3040") is flag] for flag in (False, True)
    )
    return (
        re.compile(rf"(?:(?<![^\W\d_])(?:{alternation(spaced)})|{alternation(dense)})\Z"),
        re.compile(alternation(list(words.base_after))),
    )
