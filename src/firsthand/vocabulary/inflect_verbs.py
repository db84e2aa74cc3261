"""Forms of the verbs in a cue file, made from their principal parts."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Literal

Tense = Literal["base", "third", "past", "participle", "ing"]
Forms = list[tuple[str, Tense, str]]
"""Form, tense, and the separable part that stands elsewhere in the clause ("teilte … mit")."""
_VOWELS = "aeiou"
_DOUBLING = frozenset({
    "admit", "commit", "submit", "permit", "rebut", "forget", "plan", "chat", "tip", "stop",
    "ban", "slam", "beg", "refer", "prefer", "infer", "defer", "regret", "rig", "pin", "cut",
    "put", "let", "set", "log", "blog", "quip", "spot", "bar", "jam", "man", "rob", "scrap",
    "ship", "shop", "slip", "stem", "step", "swap", "top", "trap", "wrap", "rub", "pen", "hit",
    "get", "run", "win", "begin", "sit", "shut", "split", "spin", "swim", "dig", "rid", "quit",
    "drop", "drag", "fit", "fret", "dub", "cap", "grab", "kidnap", "equip", "enrol", "label",
    "signal", "cancel", "propel", "repel", "expel", "compel", "travel", "control", "patrol",
    "fuel", "model", "tot", "jot", "nod", "occur", "recur", "transfer", "cram", "skip",
})  # fmt: skip


def verb_forms(parts: Sequence[str], language: str) -> Forms:
    """Return the forms of a verb with their tense.

    Args:
        parts: English: base, or base, past and participle. Other languages: as
            `docs/attribution.md` says; where no rule makes forms they are given whole.
        language: ISO 639-1.

    Raises:
        ValueError: the language asks for another number of parts.
    """
    make = _BY_LANGUAGE.get(language)
    if make is None:
        return [(part, "past", "") for part in parts]
    counts = _PARTS[language]
    if len(parts) not in counts:
        told = " or ".join(str(count) for count in counts)
        raise ValueError(f"verb {' '.join(parts)!r} has {len(parts)} parts, not {told}")
    return make(parts)


def _english(parts: Sequence[str]) -> Forms:
    base = parts[0]
    past = parts[1] if len(parts) > 1 else _english_past(base)
    participle = parts[2] if len(parts) > 2 else past
    forms: Forms = [
        (base, "base", ""),
        (_english_third(base), "third", ""),
        (past, "past", ""),
        (_english_ing(base), "ing", ""),
    ]
    if participle != past:
        forms.append((participle, "participle", ""))
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


_INSEPARABLE = ("be", "er", "ver", "ent", "ge", "zer", "miss", "wider", "unter", "über", "hinter")


def _german(parts: Sequence[str]) -> Forms:
    """Infinitive ("mit|teilen"), for strong verbs also present, past and participle."""
    first, _, stem_verb = parts[0].rpartition("|")
    stem = stem_verb[:-2] if stem_verb.endswith("en") else stem_verb[:-1]
    soft = "e" if stem.endswith(("d", "t", "chn", "ffn", "dn", "tm")) else ""
    present = parts[1] if len(parts) > 1 else f"{stem}{soft}t"
    past = parts[2] if len(parts) > 2 else f"{stem}{soft}te"
    several = f"{past}n" if past.endswith("e") else f"{past}en"
    finite = {present, past, several, stem_verb, f"{stem}e", f"{stem}{soft}t"}
    forms: Forms = [(form, "past", first) for form in sorted(finite)]
    if first:
        forms += [(f"{first}{form}", "past", "") for form in sorted(finite)]
        forms.append((f"{first}zu{stem_verb}", "base", ""))
    forms.append((_german_participle(parts, first, stem, soft), "participle", ""))
    return forms


def _german_participle(parts: Sequence[str], first: str, stem: str, soft: str) -> str:
    if len(parts) > 3:
        return parts[3]
    if first:
        return f"{first}ge{stem}{soft}t"
    if stem.startswith(_INSEPARABLE) or stem.endswith("ier"):
        return f"{stem}{soft}t"
    return f"ge{stem}{soft}t"


def _slavic(
    parts: Sequence[str], *, past_mark: str, plural: Mapping[str, tuple[str, ...]]
) -> Forms:
    """Infinitive, present and past of the masculine; "-" for none."""
    infinitive, present, past = parts[0], parts[1], parts[2]
    forms: Forms = [(infinitive, "base", "")]
    own = "ся" if present.endswith("ся") or past.endswith(("ся", "сь")) else ""
    if present != "-":
        bare = present.removesuffix("ся")
        forms.append((present, "third", ""))
        for ending, others in plural.items():
            if bare.endswith(ending):
                stem = bare[: -len(ending)]
                forms += [(f"{stem}{other}{own}", "third", "") for other in others]
                forms.append((f"{stem}{_gerund(ending)}{'сь' if own else ''}", "ing", ""))
                break
    if past != "-":
        forms += [(form, "past", "") for form in _slavic_pasts(past, past_mark, own=bool(own))]
    return forms


def _gerund(ending: str) -> str:
    return "ючи" if ending in ("є", "єть") else "я"


def _slavic_pasts(past: str, mark: str, *, own: bool) -> list[str]:
    bare = past.removesuffix("ся").removesuffix("сь")
    stem = bare.removesuffix("ло").removesuffix("о") if bare.endswith("ло") else bare
    stem = stem.removesuffix("л") if mark == "л" else stem.removesuffix("в")
    cyrillic_l = "л"
    found = [past]
    for ending in ("а", "о", "и"):
        form = f"{stem}{cyrillic_l}{ending}"
        found += [f"{form}ся", f"{form}сь"] if own else [form]
    if not own:
        found.append(f"{stem}вши" if mark == "в" else f"{stem}в")
    return found


_RUSSIAN_PLURAL = {"ет": ("ют", "ут"), "ёт": ("ют", "ут"), "ит": ("ят", "ат")}
_UKRAINIAN_PLURAL = {
    "єть": ("ють",),
    "еть": ("уть", "ють"),
    "є": ("ють",),
    "ить": ("ять", "ать"),
    "е": ("уть", "ють"),
}


def _russian(parts: Sequence[str]) -> Forms:
    return _slavic(parts, past_mark="л", plural=_RUSSIAN_PLURAL)


def _ukrainian(parts: Sequence[str]) -> Forms:
    return _slavic(parts, past_mark="в", plural=_UKRAINIAN_PLURAL)


_PARTS = {"en": (1, 3), "de": (1, 4), "ru": (3,), "uk": (3,)}
"""How many parts an entry has: see `docs/attribution.md`."""
_BY_LANGUAGE: dict[str, Callable[[Sequence[str]], Forms]] = {
    "en": _english, "de": _german, "ru": _russian, "uk": _ukrainian,
}  # fmt: skip
