"""Lines that tell who made a report and claim nothing: "Reporting by …; editing by …", "Photo: …"."""

from __future__ import annotations

import re
from functools import cache

from firsthand.vocabulary.credit_words import credit_words

_LONGEST = 240
_WORD = re.compile(r"[^\W\d_]+")


def is_credit(sentence: str) -> bool:
    """Tell whether a line only names who wrote, edited or pictured: nothing but names and such words."""
    line = sentence.strip().strip("()[]*—–-_ .")
    if not line or len(line) > _LONGEST:
        return False
    opened = _opener().match(line)
    if opened is None:
        return False
    joins = credit_words().joins
    rest = _WORD.findall(line[opened.end() :])
    return bool(rest) and all(word[0].isupper() or word.lower() in joins for word in rest)


@cache
def _opener() -> re.Pattern[str]:
    words = credit_words()
    made, by, labels = (
        "|".join(map(re.escape, sorted(listed, key=len, reverse=True)))
        for listed in (words.made, words.by, words.labels)
    )
    return re.compile(
        rf"(?:{made})(?: and (?:{made}))? (?:{by})\b|by (?=\S)|(?:{labels})\s?[:/]", re.IGNORECASE
    )
