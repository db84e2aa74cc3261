"""Units in the words of headings: "mln EUR", "тыс. т", "금액 (천달러)", "(in thousands of persons)"."""

from __future__ import annotations

import re
from functools import cache, lru_cache

import msgspec

from firsthand.tables.lexicon import (
    alternation,
    bounded,
    fold,
    heading_words,
    plain_dashes,
    unit_words,
)

COUNT = "number"
"""What `UnitWord.unit` holds where the words count without saying what."""

RATIOS = frozenset({"percent", "percentage-points", "times", "fraction", "basis-points"})
"""Units that no multiplier of a title touches."""


class UnitWord(msgspec.Struct, frozen=True):
    """What words say of a unit.

    Args:
        unit: Canonical name; `number` where they only say that things are counted; None: a multiplier alone.
        factor: By which a figure is multiplied; None: they name none.
        whole: The text is nothing but the unit.
    """

    unit: str | None = None
    factor: int | None = None
    whole: bool = False


@cache
def _names() -> dict[str, str]:
    words = unit_words()
    table: dict[str, str] = {fold(word): COUNT for word in words.counts}
    for lists in (words.units, words.currencies):
        for unit, forms in lists.items():
            table |= {fold(form).rstrip("~"): unit for form in (*forms, unit)}
    return table


@cache
def _factors() -> dict[str, int]:
    return {
        fold(word): factor for factor, forms in unit_words().multipliers.items() for word in forms
    }


@cache
def _expression() -> re.Pattern[str]:
    words = unit_words()
    names = [
        form
        for lists in (words.units, words.currencies)
        for unit, forms in lists.items()
        for form in (*forms, unit)
    ]
    factor = alternation(list(_factors()))
    unit = alternation([*names, *words.counts])
    leads, of = alternation(words.leads), alternation(words.of)
    counts = alternation([word for word in words.counts if len(word) > 3])
    return re.compile(
        rf"(?:(?:{leads})\s?[:.]?\s?){{0,2}}(?:(?:{counts})\s(?:(?:{of})\s)?)?"
        rf"(?:(?P<factor>{factor})\.?(?:(?<=\d)|\s|(?![a-zà-ÿа-яёіїєґ])))?\s?(?:(?:{of})['\s]\s?)?"
        rf"(?:(?P<unit>{unit})\.?(?![^\W\d_])(?:\s?(?:/|(?:{alternation(words.per)})(?=\s))\s?(?P<per>[^\W\d_]{{1,16}}³?))?)?\.?"
    )


@cache
def _reversed() -> re.Pattern[str]:
    """Units whose multiplier follows: "USD million", "EUR '000", "persons (thousands)"."""
    words = unit_words()
    names = [
        form
        for lists in (words.units, words.currencies)
        for unit, forms in lists.items()
        for form in (*forms, unit)
    ]
    leads, factors = alternation(words.leads), alternation(list(_factors()))
    return re.compile(
        rf"(?:(?:{leads})\s?[:.]?\s?){{0,2}}(?P<unit>{alternation([*names, *words.counts])})\.?"
        rf"\s?[,(]?\s?(?:{leads})?\s?(?P<factor>{factors})\.?\)?"
    )


@lru_cache(maxsize=20_000)
def read_unit(text: str) -> UnitWord | None:
    """Return what a text that is nothing but a unit says; None where it says more, or something else."""
    folded = plain_dashes(fold(text)).strip(" ,;:()[]")
    if not folded or len(folded) > 60:
        return None
    if scaled := _scaled().get(folded) or _scaled().get(_bare(folded)):
        return scaled
    for pattern in (_expression(), _reversed()):
        found = pattern.fullmatch(folded) or pattern.fullmatch(folded.rstrip("."))
        if found and (found["unit"] or found["factor"]):
            unit = _names_of(found["unit"]) if found["unit"] else None
            factor = _factors()[found["factor"]] if found["factor"] else None
            if unit and "per" in pattern.groupindex and found["per"]:
                per = _each(found["per"])
                return UnitWord(f"{unit}/{per}", factor, whole=True) if per else None
            return UnitWord(unit, factor, whole=True)
    return None


def _each(word: str) -> str | None:
    """Return the singular by which a rate is told ("tonne" of USD/t); None for a word that is no unit."""
    folded = word.rstrip(". ")
    named = next(
        (name for name, forms in unit_words().each.items() if folded in map(fold, forms)), None
    )
    if named:
        return named
    unit = _names().get(folded)
    return unit.removesuffix("s") if unit and unit != COUNT and unit[0].islower() else unit


@cache
def _scaled() -> dict[str, UnitWord]:
    return {
        fold(word): UnitWord(unit, factor, whole=True)
        for unit, factors in unit_words().scaled.items()
        for factor, words in factors.items()
        for word in words
    }


def _bare(folded: str) -> str:
    """Return a text without the words that lead a unit in."""
    lead = _lead_in().match(folded)
    return folded[lead.end() :] if lead else folded


def _names_of(form: str) -> str | None:
    names = _names()
    if form in names:
        return names[form]
    return next((names[form[:n]] for n in range(len(form), 1, -1) if form[:n] in names), None)


_COLUMN_NAME = re.compile(r"[^\W_]{1,40}(?:_[^\W_]{1,40}){1,6}")
_BRACKETED = re.compile(r"[(（\[]([^()（）\[\]]{1,60})[)）\]]")
# A full stop parts sentences behind a long word or a bracket, not behind "Mio." and "тыс.".
_PIECES = re.compile(
    r"[,;:/–—]\s|\s[-–—]\s|(?<=[^\W\d_][^\W\d_][^\W\d_][^\W\d_])\.\s|(?<=\))\.\s|[、。，；]"
)


@lru_cache(maxsize=20_000)
def find_unit(text: str) -> UnitWord | None:
    """Return the unit that a heading or title tells: as a whole, in brackets, or behind a comma.

    "Fees, thousand EUR" and "Value (USD million)" tell one; nouns in running words do not.
    """
    if whole := read_unit(text):
        return whole
    if _COLUMN_NAME.fullmatch(text):
        return _of_column_name(text)
    first, *others = _PIECES.split(text)
    tried = [*reversed(_BRACKETED.findall(text)), *reversed(others)]
    if others and (lead := read_unit(first)) and not is_noun(lead) and lead.unit != COUNT:
        return msgspec.structs.replace(lead, whole=False)
    for piece in tried:
        for part in (piece, *reversed(re.split(r"[,;]\s", piece))):
            found = read_unit(part)
            if found and (found.unit or found.factor):
                return _with_noun(msgspec.structs.replace(found, whole=False), text)
    return _led(text) or _counted(text)


def _of_column_name(text: str) -> UnitWord | None:
    """Return the unit at the end of a name as programs write it: deadweight_t, value_thousand_usd."""
    parts = text.split("_")
    ends = (read_unit(" ".join(parts[at:])) for at in range(1, len(parts)))
    found = next((unit for unit in ends if unit and (unit.unit or unit.factor)), None)
    return msgspec.structs.replace(found, whole=False) if found else None


def _with_noun(found: UnitWord, text: str) -> UnitWord:
    """A multiplier alone takes its unit from the noun that the same text counts."""
    if found.unit is None and (noun := counted_noun(text)):
        return msgspec.structs.replace(found, unit=noun)
    return found


def _counted(text: str) -> UnitWord | None:
    """Read "Number of students enrolled on 1 October"."""
    folded = plain_dashes(fold(text))
    lead = _number_of().match(folded)
    noun = counted_noun(folded[lead.end() : lead.end() + 40]) if lead else None
    return UnitWord(noun) if noun else None


@cache
def _number_of() -> re.Pattern[str]:
    words = unit_words()
    counts = alternation([word for word in words.counts if len(word) > 3])
    return re.compile(rf"(?:{counts})\s(?:(?:{alternation(words.of)})\s)?")


@cache
def _lead() -> re.Pattern[str]:
    # Single letters and "on"-like prepositions need a multiplier or currency behind them to lead a unit in.
    return re.compile(rf"(?<![^\W\d_])(?:{alternation(unit_words().leads)})[\s:]\s?", re.IGNORECASE)


def _led(text: str) -> UnitWord | None:
    """Read "… in thousands of euros" and "… в тыс. тонн" at the end of a text."""
    folded = plain_dashes(fold(text))
    for lead in list(_lead().finditer(folded))[-4:]:
        found = read_unit(folded[lead.end() :])
        if found and (found.factor or found.unit not in {None, COUNT}):
            return msgspec.structs.replace(found, whole=False)
    return None


_NOUNS = frozenset({
    "persons", "person-entries", "person-exits", "workers", "troops", "visas", "permits", "passports", "households",
    "votes", "containers", "vessels", "aircraft", "vehicles", "wagons", "flights", "port-calls",
})  # fmt: skip


@cache
def _nouns() -> re.Pattern[str]:
    forms = [
        form
        for unit, words in unit_words().units.items()
        if unit in _NOUNS
        for form in words
        if len(form) > 1 or not form.isascii()
    ]
    return re.compile(rf"(?:{bounded(forms)})(?![a-zа-яёіїєґà-ÿ])")


_PAIR = re.compile(
    r"(?P<name>[^\W\d_][^,;:、，；：()]{0,30}?)\s?(?:[-–—:：=]\s?|\s|（|\()(?P<unit>[^,;、，；：]{1,30}?)[)）]?\.?$"
)


@lru_cache(maxsize=5_000)
def named_units(text: str) -> dict[str, UnitWord]:
    """Return units told by the name of their measure: "Unit: quantity - tonnes; value - USD million"."""
    lead = _lead_in().match(plain_dashes(fold(text)))
    if not lead:
        return {}
    out = {}
    for piece in re.split(
        r"[,;、，；]\s?", plain_dashes(fold(text))[lead.end() :].strip(" ()（）")
    ):
        found = _PAIR.match(piece.strip())
        if found and not read_unit(piece) and (unit := read_unit(found["unit"])):
            out[found["name"].strip()] = unit
    return out if len(out) > 1 else {}


@cache
def _lead_in() -> re.Pattern[str]:
    words = [word for word in unit_words().leads if len(word) > 2 or not word.isascii()]
    return re.compile(rf"[(（]?(?:{alternation(words)})\s?[:：.]?\s?")


def is_noun(found: UnitWord) -> bool:
    """Tell whether a unit is a counted noun alone ("vehicles"), which a label may be without being a unit."""
    return found.whole and found.factor is None and found.unit in _NOUNS


def counted_noun(text: str) -> str | None:
    """Return the unit of the last counted noun of a text ("Visas issued" -> visas); None without one."""
    found = _nouns().findall(plain_dashes(fold(text)))
    return _names_of(found[0]) if found else None


@lru_cache(maxsize=5_000)
def all_units(text: str) -> tuple[UnitWord, ...]:
    """Return every unit that a list such as "(million USD, %)" names."""
    pieces = [*_BRACKETED.findall(text), text]
    found = [
        unit
        for piece in pieces
        for part in re.split(r"[,;、，；]", piece)
        if (unit := read_unit(part))
    ]
    return tuple(dict.fromkeys(found))


@cache
def _rates() -> re.Pattern[str]:
    return re.compile(bounded(heading_words().rates, stems=True))


@lru_cache(maxsize=20_000)
def is_rate(text: str) -> bool:
    """Tell whether a heading names a ratio by itself: rate, index, share."""
    return _rates().search(plain_dashes(fold(text))) is not None


@cache
def _kinds_of_measure() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = heading_words()
    return re.compile(bounded(words.money, stems=True)), re.compile(
        bounded(words.amounts, stems=True)
    )


@lru_cache(maxsize=20_000)
def is_money(text: str) -> bool:
    """Tell whether a heading names a measure of money: value, amount, 金額."""
    return _kinds_of_measure()[0].search(plain_dashes(fold(text))) is not None


@lru_cache(maxsize=20_000)
def is_amount(text: str) -> bool:
    """Tell whether a heading names a measure of amounts: quantity, weight, number."""
    return _kinds_of_measure()[1].search(plain_dashes(fold(text))) is not None


@cache
def _comparisons() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = heading_words()
    change, share = (bounded(stems, stems=True) for stems in (words.change, words.share))
    return re.compile(change), re.compile(share)


@lru_cache(maxsize=20_000)
def is_comparison(text: str) -> bool:
    """Tell whether a heading compares periods or parts: change, growth, index, share."""
    folded = plain_dashes(fold(text))
    return any(pattern.search(folded) for pattern in _comparisons())
