"""The quantities of a clause: value, unit, relation, whole, basis, rounding."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from msgspec import UNSET

from firsthand.claim.comparing import (
    basis_of, bound_of, day_text, direction_of, told_when,
)  # fmt: skip
from firsthand.claim.counting import Count, count_of, is_money, phrase_end, place, plural_of, unit_in
from firsthand.claim.number_grammar import Number
from firsthand.claim.periods import Setting, period
from firsthand.claim.ranges import pair_at, sign_after, tidy
from firsthand.claim.times import Moment
from firsthand.claim.traps import counts
from firsthand.claim.verb_groups import lemma
from firsthand.claim.view import View
from firsthand.model.claim import Quantity, Relation
from firsthand.vocabulary.quantity_words import Vague, quantity_words
from firsthand.vocabulary.units import sort_of, unit_names

Signs = dict[int, tuple[int, Relation]]
_STATES = frozenset(
    "be is are was were number total reach stand amount average hit exceed come remain double triple halve be become".split()
)
_FRACTION_LIMIT = 12


@dataclass(slots=True)
class Reader:
    """Reads the quantities of one clause.

    `signs`: words about exactness, by where the number behind them begins. `used`: times that belong to a quantity
    or to what it compares with, and so are no period of the claim.
    """

    view: View
    reads: Setting
    signs: Signs
    used: list[Moment] = field(default_factory=list)
    out: list[Quantity] = field(default_factory=list)
    taken: list[tuple[int, int]] = field(default_factory=list)

    def read(self) -> list[Quantity]:
        """Return the quantities in text order."""
        numbers = [millions(self.view, n) for n in self.view.numbers if counts(self.view, n)]
        self._ratios(numbers)
        self._vague()
        self._folds()
        at = 0
        while at < len(numbers):
            number = numbers[at]
            if self._is_taken(number.start, number.end):
                at += 1
                continue
            if at + 1 < len(numbers) and self._range(number, numbers[at + 1]):
                at += 2
                continue
            self._one(number)
            at += 1
        self.out.sort(key=lambda q: q.span)
        return self.out

    def _is_taken(self, start: int, end: int) -> bool:
        return any(a < end and start < b for a, b in self.taken)

    # --- signs ------------------------------------------------------------------------------------

    def sign(self, count: Count) -> Relation | None:
        """Return what the words around a number say of its exactness."""
        found: Relation | None = None
        before = self.signs.get(count.start)
        if before is None and count.first < len(self.view.words):
            before = self.signs.get(self.view.words[count.first].start)
        if before and self.view.words and before[0] >= self.view.words[0].start:
            found = before[1]
            outer = self._outer(before[0])
            found = outer or found
        end = count.end if count.noun <= count.last else self.view.words[count.noun - 1].end
        for at in (count.end, end):
            after = sign_after(self.view.text, at, self.view.language)
            if after and found in (None, "~"):
                return after[1]
        return found if found != "=" else None

    def _outer(self, start: int) -> Relation | None:
        """Return a sign in front of another: "well over about"."""
        return None

    # --- ratios: one in three, every second -------------------------------------------------------

    def _ratios(self, numbers: list[Number]) -> None:
        view = self.view
        for one, two in zip(numbers, numbers[1:], strict=False):
            if one.value >= two.value or one.value > 10 or one.value != int(one.value):
                continue
            gap = view.text[one.end : two.start]
            if one.value == 1 and re.fullmatch(r"\s(?:[^\W\d]{2,20}\s)?(?:for|per) every\s", gap):
                self._share(one.start, two.end, 1 / two.value, place(view, two)[1])
                continue
            if re.fullmatch(
                r"\s(?:[^\W\d]{2,20}\s)?(?:in|out of|of every|in every)\s(?:every\s)?", gap
            ):
                self._share(one.start, two.end, one.value / two.value, place(view, two)[1])
        for i in range(len(view.words) - 2):
            if (
                view.low(i) == "every"
                and view.low(i + 1) in self.reads.words.ordinals
                and view.tag(i + 2) in "NZB"
            ):
                part = self.reads.words.ordinals[view.low(i + 1)]
                if part > 1 and not self._time_noun(i + 2):
                    self._share(view.words[i].start, view.words[i + 2].end, 1 / part, i + 2)

    def _time_noun(self, i: int) -> bool:
        return (
            self.view.low(i) in self.reads.words.units
            or self.view.low(i) in self.reads.words.weekdays
        )

    def _share(self, start: int, end: int, value: float, noun: int) -> None:
        count = Count(start, end, self.view.at(start), noun, "fraction", noun)
        whole_end = self._whole_end(noun)
        whole = self.view.phrase(noun + (self.view.low(noun) == "of"), whole_end) or None
        self._add(
            count,
            tidy(round(value, 6)),
            "fraction",
            "share",
            whole=whole,
            bound=bound_of(self.sign(count)),
        )

    def _whole_end(self, first: int) -> int:
        """Return where the words of a whole end: before the verb or a mark."""
        view = self.view
        i = first
        while i < len(view.words):
            if view.verb and view.verb.start <= i < view.verb.end:
                break
            if view.tag(i) in ",;:" or (view.tag(i) in "XV" and i > first):
                break
            if (moment := self._moment_at(i)) and moment.lead != "at":
                break
            i += 1
        return i

    def _moment_at(self, i: int) -> Moment | None:
        at = self.view.words[i].start
        return next((m for m in self.view.moments if m.start <= at < m.end), None)

    # --- vague words ------------------------------------------------------------------------------

    def _vague(self) -> None:
        view = self.view
        table = _vague_table(view.language)
        i = 0
        while i < len(view.words):
            found = next((v for v in table.get(view.low(i), ()) if view.has_words(i, v[0])), None)
            if found is None or self._unfit(i):
                i += 1
                continue
            phrase, vague = found
            length = len(phrase.split())
            self._vague_one(i, i + length, phrase, vague)
            i += length

    def _unfit(self, i: int) -> bool:
        """Tell a vague word that counts nothing here: "two dozen" is a number, "several times" a habit."""
        low = self.view.low(i + 1)
        several = self.view.low(i) == "several"
        return (
            self.view.tag(i - 1) == "#"
            or several
            and low in ("times", "of", "reasons", "ways")
            or self._is_taken(self.view.words[i].start, self.view.words[i].end)
        )

    def _vague_one(self, first: int, last: int, phrase: str, vague: Vague) -> None:
        view, words = self.view, quantity_words(self.view.language)
        start, end = view.words[first].start, view.words[last - 1].end
        if phrase.endswith(" of"):
            end = view.words[last - 2].end
        elif view.low(last) == "of":
            last += 1
        unit_at = unit_in(
            view, last, phrase_end(view, last, words), unit_names(view.language), words
        )
        if unit_at is None and not (view.verb and view.verb.start == last):
            return
        unit = unit_at[0] if unit_at else None
        count = Count(start, end, first, last, unit, unit_at[1] if unit_at else last)
        high = None if vague.high is None else tidy(vague.high)
        self._add(count, (tidy(vague.low), high), unit, "range")

    # --- folds ------------------------------------------------------------------------------------

    def _folds(self) -> None:
        view, words = self.view, quantity_words(self.view.language)
        for i, word in enumerate(view.words):
            value = words.folds.get(word.low)
            if (
                value is None
                or not self._multiplies(i, word.low)
                or self._is_taken(word.start, word.end)
            ):
                continue
            last = i + 1
            while view.low(last) in ("as", "many", "much", "more") and last < i + 3:
                last += 1
            start = word.start
            count = Count(start, view.words[last - 1].end, i, last, "times", last)
            sign = bound_of(self.sign(count._replace(start=start)))
            self._compare(count, tidy(value), "times", "fold", sign, start_at=last)
        for i, word in enumerate(view.words):
            if (
                word.low == "half"
                and view.low(i + 1) == "as"
                and view.low(i + 2) in ("many", "much", "large", "big")
            ):
                count = Count(word.start, view.words[i + 2].end, i, i + 3, "times", i + 3)
                self._compare(
                    count, 0.5, "times", "fold", bound_of(self.sign(count)), start_at=i + 3
                )

    def _multiplies(self, i: int, low: str) -> bool:
        view = self.view
        after, tag = view.low(i + 1), view.tag(i + 1)
        if low in ("twice", "thrice"):
            return after in ("as", "the", "that", "what", "its", "last", "their")
        if low.endswith("fold"):
            return True
        if low in ("double", "triple", "treble", "quadruple", "quintuple"):
            if view.tag(i - 1) in "TX":
                return True
            return (
                after in ("the", "that", "what", "its", "their", "last", "those")
                and view.low(i - 1) != "a"
            )
        if view.tag(i - 1) == "D" and tag in "N":
            return False  # "the doubled guard"
        return True

    def _number_fold(self, number: Number, count: Count) -> bool:
        """Read "12-fold", "twelve-fold", "three times as many", "ten times higher"."""
        view, words = self.view, quantity_words(self.view.language)
        tail = view.text[number.end : number.end + 6].lower()
        fold = re.match(r"[-‑ ]?fold\b", tail)
        if fold:
            last = view.at(number.end + fold.end())
            done = count._replace(end=number.end + fold.end(), last=last, noun=last)
            self._compare(
                done, tidy(number.value), "times", "fold", bound_of(self.sign(count)), start_at=last
            )
            return True
        if view.low(count.last) not in ("times", "x"):
            return False
        if view.low(count.last + 1) not in words.times_after:
            return self._events(count, number)
        last = count.last + 1
        done = count._replace(end=view.words[last - 1].end, last=last, noun=last)
        start = last
        while view.low(start) in (
            "as",
            "many",
            "much",
            "more",
            "higher",
            "larger",
            "bigger",
            "greater",
            "lower",
        ):
            start += 1
        self._compare(
            done, tidy(number.value), "times", "fold", bound_of(self.sign(count)), start_at=start
        )
        return True

    def _events(self, count: Count, number: Number) -> bool:
        """Count what the verb does: "crossed the border 9,145 times"."""
        view, words = self.view, quantity_words(self.view.language)
        verbs = view.verb.lemmas if view.verb else ()
        unit = next(
            (words.counted_by_verb[v] for v in verbs if v in words.counted_by_verb), "times"
        )
        done = count._replace(noun=count.last + 1)
        self._add(done, tidy(number.value), unit, self.sign(count) or "=", step=number.step)
        return True

    # --- plain numbers ----------------------------------------------------------------------------

    def _range(self, left: Number, right: Number) -> bool:
        """Read two numbers that make one range; False where they are two counts."""
        view = self.view
        if right.start - left.end > 30 or self._is_taken(right.start, right.end):
            return False
        if "ordinal" in (left.sort, right.sort) or (left.sort == "fraction") != (
            right.sort == "fraction"
        ):
            return False
        span = self._pair(left, right)
        if span is None:
            return False
        low, high = self._ends(left, right)
        if not low < high:
            return False
        lead = place(view, left)[0] - 1
        lead -= view.tag(lead) in "$€£¥₽₩"
        if view.low(lead) == "from" and self._moves():
            return False
        count = count_of(view, right)
        start = left.start if count.start == right.start else count_of(view, left).start
        done = count._replace(start=min(start, left.start), first=place(view, left)[0])
        unit = self._unit(done, right)
        self._add(done, (tidy(low), tidy(high)), unit, "range")
        return True

    def _moves(self) -> bool:
        """Tell whether the verb tells a rise or fall: then "from 40 to 60" is two values."""
        words = quantity_words(self.view.language)
        verb = self.view.verb
        known = words.ups | words.downs
        if verb and any(each in known for each in (*verb.words, *verb.lemmas)):
            return True
        return any(
            self.view.low(i) in known
            for i in range(max(0, len(self.view.words)))
            if self.view.tag(i) in "NZBEV"
        )

    def _pair(self, left: Number, right: Number) -> tuple[int, int] | None:
        text, language = self.view.text, self.view.language
        found = pair_at(text, left, right, language)
        if found:
            return found
        gap = text[left.end : right.start]
        low, high = self._bounds_of(left, right)
        if low and high:
            return left.start, right.end
        if re.fullmatch(r"\s?(?:m|bn|million|billion|thousand)?\s?(?:to|and|-|–)\s?[$€£¥]\s?", gap):
            return left.start, right.end
        if (
            re.fullmatch(r" or ", gap)
            and right.value - left.value <= max(2, left.value)
            and left.value < right.value
        ):
            return left.start, right.end
        return None

    def _bounds_of(self, left: Number, right: Number) -> tuple[bool, bool]:
        """Read "at least 6,000 but no more than 7,500"."""
        one, two = self.signs.get(left.start), self.signs.get(right.start)
        joined = re.fullmatch(
            r",?\s(?:but|and|or)\s.{2,24}", self.view.text[left.end : right.start]
        )
        return (
            bool(joined and one and one[1] in (">", ">=")), bool(joined and two and two[1] in ("<", "<=")),
        )  # fmt: skip

    @staticmethod
    def _ends(left: Number, right: Number) -> tuple[float, float]:
        """Share the scale of "4.5 to 5 billion" and "2–3 thousand"."""
        scale = 1.0
        for each in (1e12, 1e9, 1e6, 1e3):
            if (
                right.value >= each
                and left.value < 1000
                and right.value / each < 1000
                and right.step >= 1
                and not right.spelled
            ):
                scale = each
                break
        written = right.value / scale
        grows = scale > 1 and left.value < written + 1000 and right.end - right.start > 3
        return (left.value * scale if grows and left.value <= written else left.value), right.value

    def _one(self, number: Number) -> None:
        view = self.view
        count = count_of(view, number)
        if self._number_fold(number, count):
            return
        if count.unit in ("percent", "percentage-points", "basis-points"):
            return self._rate(number, count)
        if number.sort == "fraction":
            return self._fraction(number, count)
        return self._plain(number, count)

    def _rate(self, number: Number, count: Count) -> None:
        """Read a per cent: a change, a share, or a rate that stands by itself."""
        view, unit = self.view, count.unit
        sign = bound_of(self.sign(count))
        value = tidy(number.value)
        start = count.start
        count = count._replace(
            end=view.words[count.noun - 1].end if count.noun > count.last else count.end
        )
        change = direction_of(view, count)
        if change is not None:
            signed = abs(value) * change.sign
            return self._compare(
                count,
                signed,
                unit,
                "change",
                sign,
                start_at=min(count.noun, change.end),
                more_at=change.end,
            )
        whole = self._whole(count)
        if whole:
            return self._add(
                count._replace(start=start), value, unit, "share", whole=whole, bound=sign
            )
        return self._add(count, value, unit, sign or "=", step=number.step)

    def _whole(self, count: Count) -> str | None:
        """Return the words of which a per cent or fraction is a share; None where it is none."""
        view, words = self.view, quantity_words(self.view.language)
        i = count.noun
        if view.low(i) == "of":
            if view.low(i + 1) in words.whole_pronouns and view.tag(i + 2) not in ("N",):
                return self._antecedent() or view.low(i + 1)
            end = self._whole_end(i + 1)
            return view.phrase(i + 1, end) or None
        lead = self._led_whole()
        if lead:
            return lead
        verbs = view.verb.lemmas if view.verb else ()
        takes = any(
            v
            in (
                "account",
                "represent",
                "constitute",
                "make",
                "hold",
                "own",
                "form",
                "comprise",
                "take",
                "keep",
                "supply",
                "cover",
            )
            for v in verbs
        )
        if view.low(count.first - 1) in words.rest or view.low(count.first - 2) in words.rest:
            return self._earlier_whole() or self._antecedent() or "the whole"
        if (
            takes
            and count.first > (view.verb.start if view.verb else 0)
            and count.unit != "percentage-points"
        ):
            return (
                self._earlier_whole()
                or self._antecedent()
                or ("the total" if "account" in verbs else None)
            )
        if view.sort == "gap" or (
            view.verb and count.first < view.verb.start and count.noun >= view.verb.start
        ):
            return self._earlier_whole() or self._antecedent()
        return None

    def _led_whole(self) -> str | None:
        """Return the whole that opens the clause: "Of the 480 passports seized, two thirds"."""
        view = self.view
        if view.low(0) != "of":
            return None
        if view.low(1) in ("whom", "which", "these", "those", "them"):
            return self._antecedent() or view.low(1)
        end = next((i for i in range(1, len(view.words)) if view.tag(i) == ","), 0)
        return view.phrase(1, end) or None

    def _earlier_whole(self) -> str | None:
        before: View | None = self.view
        while before is not None:
            for quantity in reversed(before.quantities if before is not self.view else self.out):
                if quantity.relation == "share" and quantity.of:
                    return quantity.of
            before = before.before
        return None

    def _antecedent(self) -> str | None:
        """Return the last count of the clause or of the one before as words: number and noun."""
        for quantity in reversed(sorted(self.out, key=lambda q: q.span)):
            if quantity.relation not in ("share", "fold", "change"):
                return self._named(self.view, quantity)
        before = self.view.before
        while before is not None:
            for quantity in reversed(before.quantities):
                if quantity.relation not in ("share", "fold", "change"):
                    return self._named(before, quantity)
            before = before.before
        return None

    @staticmethod
    def _named(view: View, quantity: Quantity) -> str:
        last = view.at(quantity.span[-1][1])
        words = quantity_words(view.language)
        return view.phrase(view.at(quantity.span[0][0]), phrase_end(view, last, words))

    def _fraction(self, number: Number, count: Count) -> None:
        """Read a fraction: a share of a whole, a change, or nothing ("a quarter century")."""
        view = self.view
        value = tidy(round(number.value, 6))
        fraction = count._replace(unit="fraction", noun=count.last)
        change = direction_of(view, fraction)
        sign = bound_of(self.sign(count))
        if change is not None and value < 1:
            percent = tidy(round(value * 100 * change.sign, 4))
            end = view.words[change.end - 2].end if change.end > count.last + 1 else count.end
            return self._compare(
                fraction._replace(end=max(count.end, end)),
                percent,
                "percent",
                "change",
                sign,
                start_at=min(count.last, change.end),
                more_at=change.end,
            )
        if value > 1:
            return self._plain(number, count)
        whole = self._whole(fraction)
        if whole is None and (view.tag(count.last) == "D" or view.low(count.last) == "what"):
            whole = view.phrase(count.last, self._whole_end(count.last)) or None
        text = view.text[number.start : number.end].lower()
        if whole is None and (view.tag(count.last) in "NEG" or text in ("half", "quarter")):
            if not (text == "half" and view.verb and view.verb.start == count.last):
                return None
        if (
            whole
            and view.low(count.last) == "of"
            and view.low(count.last + 1) in quantity_words(view.language).whole_pronouns
        ):
            fraction = fraction._replace(end=view.words[count.last + 1].end)
        if 0 < value < 1 / _FRACTION_LIMIT and whole is None:
            return None
        return self._add(
            fraction, value, "fraction", "share", whole=whole or self._antecedent(), bound=sign
        )

    def _plain(self, number: Number, count: Count) -> None:
        view, words = self.view, quantity_words(self.view.language)
        change = direction_of(view, count) if number.value != 1 else None
        unit = self._unit(count, number)
        if change is not None and sort_of(unit) != "time":
            value = tidy(number.value) * change.sign
            return self._compare(
                count,
                value,
                unit,
                "change",
                bound_of(self.sign(count)),
                start_at=min(count.noun, change.end),
                more_at=change.end,
            )
        whole = self._part_of(count, number)
        own = self._own_time(count, number)
        start = count.start
        lead = self._further(count)
        relation = self.sign(count) or "="
        self._add(
            count._replace(start=lead if lead is not None else start), tidy(number.value), unit, relation,
            whole=whole, when=own, step=number.step,
        )  # fmt: skip
        del words

    def _further(self, count: Count) -> int | None:
        """Return where "another 300" begins."""
        view = self.view
        if view.low(count.first - 1) == "another":
            return view.words[count.first - 1].start
        return None

    def _part_of(self, count: Count, number: Number) -> str | None:
        """Return the whole of which a count is a part: "of these", "the remaining 160", "the first 60"."""
        view, words = self.view, quantity_words(self.view.language)
        if count.whole:
            if count.whole in words.whole_pronouns:
                return self._antecedent() or count.whole
            return count.whole
        counted = any(view.tag(k) in "#$€£¥₽₩" for k in (count.noun + 1, count.noun + 2))
        if view.low(count.noun) == "of" and counted and sort_of(unit_of(count)) in ("money", "mass", "volume"):
            return view.phrase(count.noun + 1, self._whole_end(count.noun + 1)) or None
        if view.low(0) == "of" and view.verb and count.first < view.verb.start + 3:
            lead = self._led_whole()
            if lead and not (
                view.words[0].start < number.start
                and f"{view.text[number.start : number.end]}" in lead
            ):
                return lead
        near = {view.low(count.first - 1), view.low(count.first - 2)}
        if near & words.rest or (
            near & {"first", "last"}
            and view.low(count.first - 2) in ("the", "its", "their")
            or (
                view.low(count.first - 1) in ("the",)
                and view.low(count.last) in ("that", "who", "which")
            )
        ):
            return self._antecedent()
        return None

    # --- units by what stood before ---------------------------------------------------------------

    def _unit(self, count: Count, number: Number) -> str | None:
        """Return the unit of a number, from what stood before where nothing behind it tells."""
        unit = count.unit
        if unit is None and self._voted(count):
            unit = "votes"
        if unit is None:
            unit = self._inherited(count)
        if unit == "persons" and self._enters(count):
            return "person-entries"
        if unit in ("persons", None) and self._part_of_entries(count):
            return "person-entries"
        return unit

    def _voted(self, count: Count) -> bool:
        """Tell the numbers of a vote: "voted 55 to 34", "by 31 to 12"."""
        view = self.view
        verbs = set(view.verb.lemmas) if view.verb else set()
        if not verbs & {"vote", "pass", "approve", "ratify", "adopt", "reject", "back", "elect"}:
            return False
        after = view.low(count.last) in ("to", "against", "-", "–") and view.tag(count.last + 1) == "#"
        return after or (view.low(count.first - 1) in ("to", "against") and view.tag(count.first - 2) in "#N")

    def _inherited(self, count: Count) -> str | None:
        view = self.view
        near = [
            q
            for q in self.out
            if q.unit
            and q.relation not in ("share", "fold", "change")
            and sort_of(q.unit) not in ("time", "ratio")
        ]
        subject = self._subject_unit() if self._of_subject(count) else None
        linked = (
            view.low(count.first - 1) in ("to", "from", "against", "and", "or", "than")
            or count.whole
        )
        goods = [q for q in near if sort_of(q.unit) != "money"]
        if goods and not linked and not subject and sort_of(near[-1].unit) == "money":
            return goods[-1].unit
        if near and (linked or not subject):
            return near[-1].unit
        ahead = self._unit_ahead(count)
        if linked and ahead:
            return ahead
        if subject:
            return subject
        if near:
            return near[-1].unit
        before = view.before
        while before is not None:
            for quantity in reversed(before.quantities):
                if (
                    quantity.unit
                    and sort_of(quantity.unit) not in ("ratio", "time")
                    and quantity.relation not in ("share", "fold")
                ):
                    return quantity.unit
            named = Reader(before, self.reads, self.signs)._things_unit()
            if named:
                return named
            before = before.before
        return ahead

    def _of_subject(self, count: Count) -> bool:
        """Tell whether a number without a noun speaks of the subject: "fell to 318", not "counted only 12"."""
        view, words = self.view, quantity_words(self.view.language)
        if view.verb is None or count.first < view.verb.start:
            return True
        known = words.ups | words.downs | _STATES
        return any(v in known for v in (*view.verb.lemmas, *view.verb.words))

    def _things_unit(self) -> str | None:
        """Return the unit of things that a clause names without counting: "a battalion", "armoured lorries"."""
        subject = self._subject_unit()
        if subject:
            return subject
        view, words = self.view, quantity_words(self.view.language)
        names = unit_names(view.language)
        for i in range(view.verb.end if view.verb else 0, len(view.words)):
            if view.tag(i) in "NZBE" and not view.in_time(i):
                found = unit_in(view, i, phrase_end(view, i, words), names, words)
                if found and sort_of(found[0]) in (
                    "people",
                    "transport",
                    "arms",
                    "papers",
                    "count",
                ):
                    return found[0]
        return None

    def _unit_ahead(self, count: Count) -> str | None:
        """Return the unit that a later number of the clause carries: "from 1,200 to 450 soldiers"."""
        for number in self.view.numbers:
            if number.start > count.end and number.start - count.end < 60:
                later = count_of(self.view, number)
                if later.unit and later.listed and sort_of(later.unit) not in ("ratio", "time"):
                    return later.unit
        return None

    def _subject_unit(self) -> str | None:
        """Return the unit that the subject names: "asylum applications fell to 318"."""
        view, words = self.view, quantity_words(self.view.language)
        if not view.verb or view.verb.start == 0:
            return None
        first = 0
        while first < view.verb.start and (view.tag(first) in "DA," or view.in_time(first)):
            first += 1
        names = unit_names(view.language)
        if view.tag(first) == "#":
            return None
        for i in range(first, view.verb.start):
            if view.low(i) in ("in", "of") and names.word(view.low(i + 1)):
                unit = names.word(view.low(i + 1))[0]
                if sort_of(unit) == "money":
                    return unit
        if view.low(first) in ("number", "total", "count", "amount", "sum", "tally") and view.low(first + 1) == "of":
            first += 2
        found = unit_in(
            view, first, min(phrase_end(view, first, words), view.verb.start), names, words
        )
        if found and sort_of(found[0]) and sort_of(found[0]) != "time":
            return found[0]
        return None

    def _enters(self, count: Count) -> bool:
        """Tell whether counted people cross a border, so that entries are what is counted."""
        view, words = self.view, quantity_words(self.view.language)
        if not view.verb:
            return False
        main = view.verb.lemmas[-1] if view.verb.lemmas else ""
        return (
            main in words.entry_verbs
            and count.first < view.verb.start
            and not self._restricted(count)
        )

    def _restricted(self, count: Count) -> bool:
        return any(
            self.view.low(i) in ("who", "that")
            for i in range(count.first, self.view.verb.start if self.view.verb else 0)
        )

    def _part_of_entries(self, count: Count) -> bool:
        """Tell "Of these entries, 7,887 individuals" from a count of persons."""
        view, words = self.view, quantity_words(self.view.language)
        if view.low(0) != "of":
            return False
        end = next((i for i in range(1, len(view.words)) if view.tag(i) == ","), 0)
        return any(view.low(i) in words.entry_nouns for i in range(1, end))

    def _own_time(self, count: Count, number: Number) -> Moment | None:
        """Return the time that belongs to a number alone: "from 1,430 tonnes in 2021", "11 in the same period"."""
        view = self.view
        lead = view.low(count.first - 1)
        tail = max(count.noun, count.last)
        moment = next((m for m in view.moments if 0 <= view.at(m.start) - tail <= 1), None)
        if moment is None:
            moment = next(
                (
                    m
                    for m in view.moments
                    if m.means in ("year",)
                    and view.low(tail) in ("of", "recorded", "in")
                    and 0 <= view.at(m.core) - tail <= 2
                ),
                None,
            )
        if moment is None:
            return None
        others = sum(1 for m in view.moments if m.means != "year" or m.start != m.core) > 1
        upward = lead == "from" and view.low(count.first - 2) in ("up", "down")
        compares = upward or lead in ("against", "than") or view.low(count.first - 2) in ("than", "with")
        if compares and moment.means == "ago":
            # "compared with 5.6 bn a year ago" counts back from the claim's period.
            self.used.append(moment)
            return moment._replace(means="unit-before")
        if compares or ("from" in (lead, view.low(count.first - 2)) and self._moves()):
            return moment
        if moment.means in ("same-year", "same-before", "unit-before"):
            return moment
        if self._moves() and others and lead in ("of",):
            return moment
        compared = view.low(count.first - 1) in ("the", "$", "€", "£") and any(
            view.low(k) in ("than", "triple", "double", "against", "from")
            for k in range(max(0, count.first - 3), count.first)
        )
        return moment if compared else None

    # --- making the record ------------------------------------------------------------------------

    def _compare(
        self, count: Count, value: float, unit: str | None, relation: Relation, bound: Relation | None,
        *, start_at: int, more_at: int | None = None,
    ) -> None:  # fmt: skip
        """Add a fold or change with what it compares with."""
        found = basis_of(self.view, start_at, self.reads)
        if found.basis is None and more_at is not None and more_at != start_at:
            found = basis_of(self.view, more_at, self.reads)
        if found.moment is not None and found.moment.lead != "since":
            self.used.append(found.moment)
        self._add(count, value, unit, relation, bound=bound, basis=found.basis)

    def _add(
        self, count: Count, value: object, unit: str | None, relation: Relation, *,
        whole: str | None = None, bound: Relation | None = None, basis: object = None,
        when: Moment | None = None, step: float | None = None,
    ) -> None:  # fmt: skip
        told = UNSET
        if when is not None:
            self.used.append(when)
            span = period(when._replace(lead="at"), self.reads)
            told = told_when(self.view, when, span)
        self.taken.append((count.start, count.end))
        self.out.append(
            Quantity(
                span=((count.start, count.end),),
                value=value,
                unit=unit,
                relation=relation,
                of=whole,  # type: ignore[arg-type]
                basis=basis,
                bound=bound if bound is not None else UNSET,
                when=told,  # type: ignore[arg-type]
                rounding=tidy(step / 2) if step else UNSET,
            )  # fmt: skip
        )


def unit_of(count: Count) -> str | None:
    """Return the unit of a count without its rate."""
    return count.unit.split("/")[0] if count.unit else None


def millions(view: View, number: Number) -> Number:
    """Return "€60m" as sixty million: behind a currency mark m is no metre."""
    text = view.text
    if not number.attached or text[number.end : number.end + 1] not in ("m", "M"):
        return number
    if text[number.end + 1 : number.end + 2].isalnum() or not is_money(text, number.start):
        return number
    value = float(f"{number.value * 1e6:.15g}")
    return number._replace(end=number.end + 1, value=value, attached=False, step=number.step * 1e6)


@cache
def _vague_table(language: str) -> dict[str, tuple[tuple[str, Vague], ...]]:
    table: dict[str, list[tuple[str, Vague]]] = {}
    for vague in quantity_words(language).vague:
        for phrase in vague.words:
            table.setdefault(phrase.split()[0], []).append((phrase, vague))
    return {k: tuple(sorted(v, key=lambda p: -len(p[0]))) for k, v in table.items()}


__all__ = ["Reader", "day_text", "lemma", "plural_of"]
