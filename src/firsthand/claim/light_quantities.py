"""Quantities of clauses in languages with the light grammar: the records of the English grammar, by fewer rules."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from msgspec import UNSET

from firsthand.claim.comparing import bound_of, day_text, told_when
from firsthand.claim.counting import Count, at_home, place
from firsthand.claim.number_grammar import Number
from firsthand.claim.periods import Setting, period
from firsthand.claim.ranges import pair_at, percent_end, sign_after, tidy
from firsthand.claim.times import Moment
from firsthand.claim.traps import word_before
from firsthand.claim.view import View
from firsthand.model.attribution import When
from firsthand.model.claim import Basis, Quantity, Relation
from firsthand.vocabulary.light_words import Light, light_words
from firsthand.vocabulary.number_words import number_words
from firsthand.vocabulary.units import money_marks, sort_of, unit_names

_YEAR = re.compile(r"(?:1[6-9]|20|21)\d\d$")
_CAPITAL = re.compile(r"[A-ZÄÖÜА-ЯЁІЇЄҐ]")
_RELATIVE = frozenset(
    {
        "unit-before",
        "same-year",
        "same-before",
        "year-before",
        "month-before",
        "quarter-before",
        "week-before",
    }
)
_REACH = 5


@dataclass(slots=True)
class LightReader:
    """Reads the quantities of one clause; `used` are times that belong to a quantity or its basis."""

    view: View
    reads: Setting
    signs: dict[int, tuple[int, Relation]]
    used: list[Moment] = field(default_factory=list)
    out: list[Quantity] = field(default_factory=list)
    taken: list[tuple[int, int]] = field(default_factory=list)

    @property
    def light(self) -> Light:
        """Return the words of the clause's language."""
        return light_words(self.view.language)

    def read(self) -> list[Quantity]:
        """Return the quantities in text order."""
        numbers = [n for n in self.view.numbers if self._counts(n)]
        self._ratios()
        self._folds(numbers)
        self._vague()
        at = 0
        while at < len(numbers):
            number = numbers[at]
            if self._is_taken(number.start, number.end):
                at += 1
                continue
            if at + 1 < len(numbers) and self._pair(number, numbers[at + 1]):
                at += 2
                continue
            self._one(number)
            at += 1
        self.out.sort(key=lambda q: q.span)
        return self.out

    def _is_taken(self, start: int, end: int) -> bool:
        return any(a < end and start < b for a, b in self.taken)

    # --- what counts ------------------------------------------------------------------------------

    def _counts(self, number: Number) -> bool:
        """Tell a count from a number in a name, a date or a pronoun."""
        view, text = self.view, self.view.text
        if number.sort == "ordinal" or any(
            m.start < number.end and number.start < m.end for m in view.moments
        ):
            return False
        before = text[number.start - 1 : number.start]
        if before in ("-", "‑", "/", "#", "№") and before or before.isalpha():
            return False
        first, last = place(view, number)
        low = view.low(first - 1) or word_before(text, number.start)
        if low in self.light.words.names and not number.spelled:
            return False
        if number.spelled and number.value == 1 and view.tag(last) != "V":
            return False
        if (
            view.low(first - 1) in ("die", "beide", "обе", "оба", "эти", "обидва")
            and number.value <= 3
            and view.low(last) in self.light.words.pairs
        ):
            return False
        written = text[number.start : number.end]
        if _YEAR.fullmatch(written) and self._unit_behind(last) is None:
            return False
        named = (
            first > 1
            and _CAPITAL.match(text[view.words[first - 1].start :])
            and view.words[first - 1].end + 1 >= number.start
        )
        if named and self._name_before(first, last):
            return False
        return ":" not in text[max(0, number.start - 2) : number.end + 2]

    def _name_before(self, first: int, last: int) -> bool:
        if self._unit_behind(last) is not None:
            return False
        return self.view.language != "de" or self.view.tag(last) in ("", ",", ".")

    def _unit_behind(self, last: int) -> tuple[str, int] | None:
        """Return the unit told behind a number and the index after its word, past adjectives."""
        view, names = self.view, unit_names(self.view.language)
        if view.language == "uk":
            names = unit_names("uk")
        row = [w.low for w in view.words]
        if last < len(row) and view.words[last].start in view.people:
            return "persons", last + 1
        for i in range(last, min(last + _REACH, len(row))):
            if view.tag(i) in ",;:.V#(" or (view.tag(i) in "PC" and i > last):
                break
            if any(m.start <= view.words[i].start < m.end for m in view.moments):
                break
            end, found = names.at(row, i)
            if found and not (view.tag(i) == "P"):
                return at_home(found, view.countries), end
            if view.tag(i) == "P":
                break
        return None

    # --- ratios, folds, vague words ---------------------------------------------------------------

    def _ratios(self) -> None:
        view, words = self.view, self.light.words
        start, end = view.words[0].start, view.words[-1].end
        for pattern in _ratio_patterns(view.language):
            for match in pattern.finditer(
                view.text.lower() if len(view.text.lower()) == len(view.text) else view.text,
                start,
                end,
            ):
                groups = match.groupdict()
                if groups.get("nth"):
                    value = 1 / words.nths[groups["nth"]]
                else:
                    value = self._small(groups["one"]) / max(self._small(groups["many"]), 1)
                if 0 < value < 1:
                    self._add(
                        match.start(),
                        match.end(),
                        tidy(round(value, 6)),
                        "fraction",
                        "share",
                        whole=self._whole(view.at(match.end())) or self._antecedent(),
                    )

    def _small(self, word: str) -> float:
        if word.isdigit():
            return float(word)
        return number_words(self.view.language).cardinals.get(word, 1.0)

    def _folds(self, numbers: list[Number]) -> None:
        view, words = self.view, self.light.words
        for i, word in enumerate(view.words):
            value = words.folds.get(word.low)
            if value is None:
                continue
            if word.low in words.fold_need and not any(
                view.has_words(i + 1, each) or view.low(i + 1) == each for each in words.fold_next
            ):
                continue
            end = i + 1
            while view.low(end) in (
                "so",
                "viele",
                "viel",
                "soviel",
                "mehr",
                "больше",
                "более",
                "меньше",
                "более,",
                "hoch",
                "groß",
            ):
                end += 1
            self._compare(
                word.start,
                view.words[end - 1].end,
                tidy(value),
                "times",
                "fold",
                self._sign(word.start, word.end),
                end,
            )
        for number in numbers:
            first, last = place(view, number)
            tail = view.low(last)
            glued = view.text[number.end : number.end + 8].lower()
            fold = next(
                (
                    f
                    for f in words.fold_words
                    if tail == f or (f.startswith("-") and glued.startswith(f))
                ),
                None,
            )
            if fold is None or self._is_taken(number.start, number.end):
                continue
            if tail in ("раз", "раза", "mal", "разів", "рази") and not self._multiplied(
                first, last + 1
            ):
                continue
            stop = (
                view.words[last].end
                if tail == fold and last < len(view.words)
                else number.end + len(fold)
            )
            self._compare(
                number.start,
                stop,
                tidy(number.value),
                "times",
                "fold",
                self._sign(number.start, stop),
                last + 1,
            )

    def _multiplied(self, first: int, after: int) -> bool:
        """Tell "в три раза больше" and "dreimal so viel" from things that happened three times."""
        view = self.view
        if view.low(first - 1) in ("в", "у") or view.low(after) in (
            "больше",
            "выше",
            "меньше",
            "ниже",
            "so",
            "mehr",
            "höher",
            "більше",
            "вище",
            "менше",
        ):
            return True
        return any(
            self.light.has("ups", w.low) or self.light.has("downs", w.low) for w in view.words
        )

    def _vague(self) -> None:
        view = self.view
        for i in range(len(view.words)):
            for vague in self.light.words.vague:
                phrase = next((p for p in vague.words if view.has_words(i, p)), None)
                if phrase is None or self._is_taken(view.words[i].start, view.words[i].end):
                    continue
                last = i + len(phrase.split())
                unit = self._unit_behind(last) or self._unit_behind(
                    last + (view.low(last) in ("von",))
                )
                if unit is None:
                    continue
                high = None if vague.high is None else tidy(vague.high)
                self._add(
                    view.words[i].start,
                    view.words[last - 1].end,
                    (tidy(vague.low), high),
                    unit[0],
                    "range",
                )
                break

    # --- plain numbers ----------------------------------------------------------------------------

    def _pair(self, left: Number, right: Number) -> bool:
        view = self.view
        if (
            right.start - left.end > 24
            or "ordinal" in (left.sort, right.sort)
            or self._is_taken(right.start, right.end)
        ):
            return False
        if pair_at(view.text, left, right, view.language) is None:
            return False
        low, high = left.value, right.value
        if right.value >= 1000 and left.value < 1000 and right.end - right.start > 4:
            scale = next((s for s in (1e12, 1e9, 1e6, 1e3) if right.value >= s), 1.0)
            low = left.value * scale if left.value * scale <= high else low
        if self._moves(left, right):
            if low != left.value:
                self.view.numbers = [
                    n._replace(value=low) if n is left else n for n in self.view.numbers
                ]
                self._one(left._replace(value=low))
                self._one(right)
                return True
            return False
        if not low < high:
            return False
        _, last = place(view, right)
        unit = self._unit_of(right, last)
        self._add(left.start, unit[1], (tidy(low), tidy(high)), unit[0], "range")
        return True

    def _moves(self, left: Number, right: Number) -> bool:
        view = self.view
        first, _ = place(view, left)
        stretch = view.phrase(max(0, first - 1), place(view, right)[0]).lower()
        if not any(re.match(p, stretch) for p in self.light.words.pair_up):
            return False
        return any(
            self.light.has("ups", w.low) or self.light.has("downs", w.low) for w in view.words
        )

    def _unit_of(self, number: Number, last: int) -> tuple[str | None, int]:
        """Return the unit of a number and where its words end: a mark before it, a noun behind, or what stood before."""
        view = self.view
        for mark, name in money_marks().items():
            if view.text.startswith(mark, max(0, number.start - len(mark) - 1)) and view.text[
                number.start - 1 : number.start
            ] in (mark[-1:], " "):
                if view.text[max(0, number.start - len(mark) - 1) : number.start].strip() == mark:
                    return name, number.end
        found = self._unit_behind(last)
        if found:
            unit, at = found
            end = view.words[at - 1].end if sort_of(unit) == "money" else number.end
            return self._rated(unit, at), end
        return self._inherited(number, last), number.end

    def _rated(self, unit: str, at: int) -> str:
        view, words = self.view, self.light.words
        for i in range(at, min(at + 3, len(view.words))):
            if view.low(i) in words.adverbs_per:
                return f"{unit}/{words.adverbs_per[view.low(i)]}"
            for each in words.each:
                name = view.low(i + len(each.split()))
                inside = any(m.start <= view.words[i].start < m.end for m in view.moments)
                if view.has_words(i, each) and name in words.periods and not inside:
                    return f"{unit}/{words.periods[name]}"
        near = {view.low(k) for k in range(max(0, view.at(0)), len(view.words))}
        adverb = next((words.adverbs_per[w] for w in near if w in words.adverbs_per), None)
        return f"{unit}/{adverb}" if adverb and sort_of(unit) != "time" else unit

    def _inherited(self, number: Number, last: int) -> str | None:
        view = self.view
        for i in range(last, len(view.words)):
            if view.words[i].start - number.end > 60:
                break
            if view.tag(i) == "#" and (later := self._unit_behind(i + 1)):
                return later[0]
        for quantity in reversed(self.out):
            if quantity.unit and sort_of(quantity.unit) not in ("ratio", "time"):
                return quantity.unit
        before = view.before
        while before is not None:
            for quantity in reversed(before.quantities):
                if quantity.unit and sort_of(quantity.unit) not in ("ratio", "time"):
                    return quantity.unit
            before = before.before
        return self._named_unit()

    def _named_unit(self) -> str | None:
        """Return the unit of something that the clause names: "Zahl der Anträge fiel auf 318"."""
        names = unit_names(self.view.language)
        row = [w.low for w in self.view.words]
        for i in range(len(row)):
            _, found = names.at(row, i)
            if found and sort_of(found[0]) in (
                "people",
                "papers",
                "arms",
                "transport",
                "mass",
                "volume",
            ):
                return found[0]
        return None

    def _one(self, number: Number) -> None:
        view = self.view
        _, last = place(view, number)
        rate = percent_end(view.text, number.end, view.language)
        sign = self._sign(number.start, number.end)
        if rate:
            points = "punkt" in rate[1] or "пункт" in rate[1] or "п.п" in rate[1]
            return self._rate(
                number.start,
                rate[0],
                tidy(number.value),
                "percentage-points" if points else "percent",
                sign,
            )
        if number.sort == "fraction" and number.value < 1:
            return self._fraction(number, sign)
        unit, end = self._unit_of(number, last)
        if unit == "persons" and self._enters():
            unit = "person-entries"
        first, _ = place(view, number)
        change = self._amount(first)
        if change:
            return self._compare(
                number.start, end, tidy(number.value * change), unit, "change", bound_of(sign), last
            )
        self._add(
            number.start, end, tidy(number.value), unit, sign or "=", whole=self._part_of(first, last),
            step=number.step, when=self._own_time(first, last),
        )  # fmt: skip

    def _enters(self) -> bool:
        verbs = self.view.verb.words if self.view.verb else ()
        return any(self.light.has("entry_verbs", v) for v in verbs)

    def _amount(self, first: int) -> int:
        """Return 1 or -1 where a count tells how much something rose or fell: "um 300", "на 300 больше"."""
        view = self.view
        if view.low(first - 1) not in ("um", "на"):
            return 0
        if view.low(first - 1) == "на" and not self._direction():
            return 0
        return self._direction()

    def _direction(self) -> int:
        ups = [w.low for w in self.view.words if self.light.has("ups", w.low)]
        downs = [w.low for w in self.view.words if self.light.has("downs", w.low)]
        if downs and (not ups or ups[0] in ("mehr", "больше", "более", "höher")):
            return -1
        return 1 if ups else 0

    def _own_time(self, first: int, last: int) -> Moment | None:
        """Return the time of a value to compare with: "gegenüber 12 im Vorjahr", "с 11 в 2023 году"."""
        view = self.view
        lead = view.low(first - 1)
        moment = next((m for m in view.moments if 0 <= view.at(m.start) - last <= 2), None)
        if moment is None:
            return None
        if (
            lead in ("gegenüber", "nach", "als", "von", "с", "против", "чем", "від", "з", "проти")
            or moment.means in _RELATIVE
        ):
            return moment
        return None

    def _rate(self, start: int, end: int, value: float, unit: str, sign: Relation | None) -> None:
        """Read a per cent as change, share or plain rate."""
        view = self.view
        first = view.at(start)
        after = view.at(end)
        whole = self._whole(after)
        by = view.low(first - 1) in ("um", "на") or view.low(first - 2) in ("um", "на")
        if by or (
            self._direction() and not whole and view.low(first - 1) not in ("auf", "до", "bei")
        ):
            direction = self._direction()
            if direction:
                return self._compare(
                    start, end, value * direction, unit, "change", bound_of(sign), after
                )
        if whole:
            return self._add(start, end, value, unit, "share", whole=whole, bound=bound_of(sign))
        return self._add(start, end, value, unit, sign or "=")

    def _fraction(self, number: Number, sign: Relation | None) -> None:
        view = self.view
        first, last = place(view, number)
        value = tidy(round(number.value, 6))
        if view.low(first - 1) in ("um", "на") and self._direction():
            return self._compare(
                number.start,
                number.end,
                tidy(round(value * 100 * self._direction(), 4)),
                "percent",
                "change",
                bound_of(sign),
                last,
            )
        whole = self._whole(last) or self._antecedent()
        if whole is None:
            return None
        return self._add(
            number.start, number.end, value, "fraction", "share", whole=whole, bound=bound_of(sign)
        )

    def _whole(self, at: int) -> str | None:
        """Return the words of which something is a share: "der Lieferungen", "из 90 беспилотников"."""
        view, words = self.view, self.light.words
        low = view.low(at)
        if low in words.whole_pronouns:
            return self._antecedent() or low
        if low in words.of:
            if view.low(at + 1) in words.whole_pronouns:
                return self._antecedent() or view.low(at + 1)
            return (
                view.phrase(at + (low in ("von", "из", "от", "з", "із")), self._phrase_end(at + 1))
                or None
            )
        if (
            view.language in ("ru", "uk")
            and view.tag(at) == "N"
            and re.search(r"(?:ов|ев|ей|ий|ых|их|ок|ин|ек|ии|ы|а|я|и|і|ів|їв)$", low)
        ):
            return view.phrase(at, self._phrase_end(at)) or None
        return None

    def _phrase_end(self, first: int) -> int:
        view = self.view
        i = first
        while i < len(view.words) and view.tag(i) not in ",;:.VPC":
            i += 1
        return i

    def _part_of(self, first: int, last: int) -> str | None:
        """Return the whole of a count: "15 der 210 Studenten", "davon 12", "остальные 30"."""
        view, words = self.view, self.light.words
        if view.low(last) in words.of and (
            view.tag(last + 1) == "#"
            or view.low(last + 1) in words.whole_pronouns
            or view.low(last) in ("из", "von", "з", "із", "davon")
        ):
            if view.low(last + 1) in words.whole_pronouns or view.low(last) in words.whole_pronouns:
                return self._antecedent() or view.low(last + 1)
            return view.phrase(last, self._phrase_end(last + 1)) or None
        near = {view.low(first - 1), view.low(first - 2)}
        lead = {view.low(0), view.low(1)} & words.whole_pronouns
        if near & words.rest or near & words.whole_pronouns or lead:
            return self._antecedent()
        return None

    def _antecedent(self) -> str | None:
        for view, quantities in self._earlier():
            for quantity in reversed(quantities):
                if quantity.relation not in ("share", "fold", "change"):
                    first, last = view.at(quantity.span[0][0]), view.at(quantity.span[-1][1])
                    return view.phrase(first, min(last + 3, self._noun_end(view, last)))
        return None

    @staticmethod
    def _noun_end(view: View, first: int) -> int:
        i = first
        while i < len(view.words) and view.tag(i) not in ",;:.VPC":
            i += 1
        return i

    def _earlier(self) -> list[tuple[View, list[Quantity]]]:
        out = [(self.view, self.out)]
        before = self.view.before
        while before is not None and len(out) < 4:
            out.append((before, before.quantities))
            before = before.before
        return out

    # --- signs and comparisons --------------------------------------------------------------------

    def _sign(self, start: int, end: int) -> Relation | None:
        found = self.signs.get(start)
        if found and self.view.words and found[0] >= self.view.words[0].start and found[1] != "=":
            return found[1]
        after = sign_after(self.view.text, end, self.view.language)
        return after[1] if after and after[1] != "=" else None

    def _compare(
        self,
        start: int,
        end: int,
        value: float,
        unit: str | None,
        relation: Relation,
        bound: Relation | None,
        at: int,
    ) -> None:
        basis = self._basis(at)
        self._add(start, end, tidy(value), unit, relation, bound=bound_of(bound), basis=basis)

    def _basis(self, at: int) -> Basis | None:
        """Return what stands behind "als", "gegenüber", "чем", "по сравнению с"."""
        view, words = self.view, self.light.words
        for moment in view.moments:
            if moment.means in _RELATIVE and view.at(moment.start) >= at - 8:
                return self._timed(moment)
        for i in range(at, min(at + 10, len(view.words))):
            opener = next((t for t in words.than if view.has_words(i, t)), None)
            if opener is None:
                continue
            first = i + len(opener.split())
            if opener in ("к", "nach") and not any(
                m.start <= view.words[min(first, len(view.words) - 1)].start < m.end
                for m in view.moments
            ):
                continue
            moment_ = next(
                (
                    m
                    for m in view.moments
                    if view.words[i].start <= m.start
                    and view.at(m.start) - first <= 3
                    or m.core == view.words[min(first, len(view.words) - 1)].start
                ),
                None,
            )
            if moment_ is not None:
                return self._timed(moment_)
            end = first
            while end < len(view.words) and view.tag(end) not in ",;:.V":
                end += 1
            if end > first:
                return Basis(text=view.phrase(first, end))
        return None

    def _timed(self, moment: Moment) -> Basis:
        self.used.append(moment)
        span = period(moment._replace(lead="at"), self.reads)
        text = self.view.text[moment.core : moment.end]
        return Basis(
            text=text,
            start=day_text(span.start) if span else None,
            end=day_text(span.end) if span else None,
        )

    def _add(
        self, start: int, end: int, value: object, unit: str | None, relation: Relation, *,
        whole: str | None = None, bound: Relation | None = None, basis: Basis | None = None,
        step: float | None = None, when: Moment | None = None,
    ) -> None:  # fmt: skip
        self.taken.append((start, end))
        told: When | None = None
        if when is not None:
            self.used.append(when)
            told = told_when(self.view, when, period(when._replace(lead="at"), self.reads))
        self.out.append(
            Quantity(
                span=((start, end),),
                value=value,
                unit=unit,
                relation=relation,
                of=whole,
                basis=basis,  # type: ignore[arg-type]
                bound=bound if bound is not None else UNSET,
                rounding=tidy(step / 2) if step else UNSET,  # type: ignore[arg-type]
                when=told if told is not None else UNSET,
            )  # fmt: skip
        )


@cache
def _ratio_patterns(language: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rf"(?<!\w)(?:{p})(?!\w)") for p in light_words(language).words.ratios)


__all__ = ["Count", "LightReader"]
