"""Forms of the verbs in a cue file, made from their principal parts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

Tense = Literal["base", "third", "past", "participle", "ing"]
Forms = list[tuple[str, Tense]]
_VOWELS = "aeiou"
_DOUBLING = frozenset(
    {"admit", "commit", "submit", "permit", "rebut", "forget", "plan", "chat", "tip", "stop", "ban",
     "slam", "beg", "refer", "prefer", "infer", "defer", "regret", "rig", "pin", "cut", "put", "let",
     "set", "log", "blog", "quip", "spot", "bar", "jam", "man", "rob", "scrap", "ship", "shop", "slip",
     "stem", "step", "swap", "top", "trap", "wrap", "rub", "pen", "hit", "get", "run", "win", "begin",
     "sit", "shut", "split", "spin", "swim", "dig", "rid", "quit", "drop", "drag", "fit", "fret", "dub",
     "cap", "grab", "kidnap", "equip", "enrol", "label", "signal", "cancel", "propel", "repel", "expel", "compel",
     "travel", "control", "patrol", "fuel", "model", "tot", "jot", "nod", "occur", "recur", "transfer", "cram", "skip"}
)  # fmt: skip


def verb_forms(parts: Sequence[str], language: str) -> Forms:
    """Return the forms of a verb with their tense.

    Args:
        parts: English: base, or base, past and participle. Other languages: see `docs/attribution.md`;
            forms that no rule makes are given whole.
        language: ISO 639-1.
    """
    make = _BY_LANGUAGE.get(language)
    return make(parts) if make else [(part, "past") for part in parts]


def _english(parts: Sequence[str]) -> Forms:
    base = parts[0]
    past = parts[1] if len(parts) > 1 else _english_past(base)
    participle = parts[2] if len(parts) > 2 else past
    forms: Forms = [
        (base, "base"), (_english_third(base), "third"), (past, "past"), (_english_ing(base), "ing"),
    ]  # fmt: skip
    if participle != past:
        forms.append((participle, "participle"))
    return forms


def _english_third(base: str) -> str:
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        return f"{base}es"
    if base.endswith("y") and base[-2] not in _VOWELS:
        return f"{base[:-1]}ies"
    return f"{base}s"


def _english_past(base: str) -> str:
    if base.endswith("e"):
        return f"{base}d"
    if base.endswith("y") and base[-2] not in _VOWELS:
        return f"{base[:-1]}ied"
    return f"{base}{base[-1]}ed" if base in _DOUBLING else f"{base}ed"


def _english_ing(base: str) -> str:
    if base.endswith("ie"):
        return f"{base[:-2]}ying"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        return f"{base[:-1]}ing"
    return f"{base}{base[-1]}ing" if base in _DOUBLING else f"{base}ing"


_BY_LANGUAGE: dict[str, Callable[[Sequence[str]], Forms]] = {"en": _english}
