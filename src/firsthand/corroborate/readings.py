"""What each claim gives to a question: a value of something, or a yes or no.

Readings come from affirmed, denied and expected claims of an article's own text and its title. Law,
background, comment and stances give none, nor do conditions, lists of headlines and boilerplate, nor
an affirmed event that names nobody.
A share beside the count of the same part is arithmetic about it and no reading of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from msgspec import UNSET

from firsthand.corroborate.articles import Held
from firsthand.corroborate.counted import counted
from firsthand.corroborate.lexicon import factor, family, question_words
from firsthand.corroborate.names import NameFinder, Names
from firsthand.corroborate.periods import Period, shifted
from firsthand.corroborate.titles import Titles
from firsthand.corroborate.voice_lists import voice_words
from firsthand.corroborate.words import folded, meaningful
from firsthand.model.attribution import When
from firsthand.model.claim import Bounds, Claim, Number, Quantity, Relation, Role
from firsthand.model.extraction import Extraction
from firsthand.model.span import Span, Spans, hull, overlap, words_of
from firsthand.vocabulary.gazetteer import gazetteer

LEAD = 500
"""Letters at the head of a text in which its parties are mostly named."""
Shape = Literal["count", "fold", "change", "share", "event"]
_SHAPES: dict[str, Shape] = {"fold": "fold", "change": "change", "share": "share"}
_MODES = frozenset({"news", "forecast"})
_PARTS = frozenset({"title", "body", "caption", "table", "quote-box"})
_FROM = frozenset({"sender", "exporter", "origin-place"})
_TO = frozenset({"recipient", "importer", "destination", "host"})
_YEAR = re.compile(r"(?:1[89]|20)\d\d\Z")
_NAMES_YEAR = re.compile(r"\d{4}|['’]\d\d")
_YEAR_BEFORE = re.compile(
    r"\b(?:(?:a|one) year (?:earlier|before|ago)|the (?:year|same \w{1,12}(?: months)?) before"
    r"|(?:of|in) the (?:previous|preceding) year"
    r"|ein Jahr (?:zuvor|davor|früher)|im Vorjahr|годом ранее|год назад)\b",
    re.IGNORECASE,
)
_RULE = "obligation"
_NO_UNIT = frozenset({"numbers", "figures", "counts", "totals", "values"})
_NARROW = frozenset({"purpose", "means"})


@dataclass(frozen=True, slots=True)
class Slots:
    """What a reading is about; empty where it is not told.

    Args:
        names: Places, parties and things named in the claim.
        context: Names told before it in the same article where the claim names nobody, else those
            with which the article begins.
        words: Folded words with meaning of the claim, figures and names left out.
        narrow: Words that make it a part of a whole: its purpose, or what it is a part of.
        period: First and last day.
        yearless: The words do not name the year ("in March"), so that it is a guess.
        base: The period that a fold or a change compares with.
        source, goal: Names from which and to which something went.
        countries: All that the article names, or names places, people or bodies of.
        speakers: Names of those who speak in the article, titles of the case left out.
    """

    names: Names
    context: Names
    words: frozenset[str]
    narrow: frozenset[str]
    period: Period | None
    yearless: bool
    base: Period | None
    source: frozenset[str]
    goal: frozenset[str]
    countries: frozenset[str] = frozenset()
    speakers: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Reading:
    """One value that one claim gives.

    Args:
        at: Number of the article in the shelf.
        document: The version that it stands in.
        order: Place of the claim in its document, for readers that look back.
        value: As told; for events true, or false for who denies it.
        size: The value in the unit of its family, for comparison; None for a range without an end.
        part: It counts a part of a whole.
    """

    at: int
    document: str
    order: int
    claim: Claim
    quantity: Quantity | None
    shape: Shape
    unit: str | None
    value: Number | Bounds | bool
    size: float | None
    relation: Relation
    spelled: str
    span: Spans
    slots: Slots
    part: bool = False
    weak: bool = False
    """Too little is told to open a question with: it is not said what is counted."""
    revised: bool = False
    """The words beside it tell of a value before and one after a revision."""
    corrects: bool = False
    """The article takes something back."""
    echoed: bool = False
    """It stands in copied text; the claim is that of the source, laid over the copy."""

    @property
    def title(self) -> bool:
        """Whether it stands in the title."""
        return self.claim.part == "title" or self.claim.in_ == "title"

    @property
    def ident(self) -> str:
        """DOCUMENT#CLAIM."""
        return f"{self.document}#{self.claim.id}"


def readings_of(at: int, held: Held, titles: Titles) -> list[Reading]:
    """Return the readings of an article, those of its older versions first.

    Args:
        titles: Those of the case; their names tell who speaks, not what a claim is about.
    """
    found: list[Reading] = []
    for version in (*held.older, held.extraction):
        found.extend(_Reader(at, version, titles).read())
    return found


class _Reader:
    def __init__(self, at: int, extraction: Extraction, titles: Titles) -> None:
        self.at = at
        self.extraction = extraction
        self._titles = titles
        self._body = NameFinder(extraction, self._voices(extraction.text))
        self._title: NameFinder | None = None
        self._claims = {c.id: c for c in extraction.claims}
        self._lead = self._before = self._lead_names()
        self._countries = self._body.countries()
        self._speakers = self._body.speakers()
        if self._title is not None:
            self._countries |= self._title.countries()
        self._last: Period | None = None
        self._corrects = any(s.kind == "withdraws" for s in extraction.signs)

    def read(self) -> Iterable[Reading]:
        for order, claim in enumerate(self.extraction.claims):
            if not _asks(claim):
                continue
            told = list(self._counted(claim, order))
            yield from told
            barred = {*question_words().only_counted, *question_words().no_question}
            if not told and claim.kind not in barred:
                event = self._event(claim, order)
                if _is_note(event.spelled):
                    continue
                if _any(event.slots.names) or claim.status == "denied":
                    yield event

    def _counted(self, claim: Claim, order: int) -> Iterable[Reading]:
        if claim.status == "denied":
            return
        for quantity, printed in counted(claim, self._finder(claim).text):
            yield self._reading(claim, order, quantity, printed)

    def _reading(self, claim: Claim, order: int, quantity: Quantity, printed: Span) -> Reading:
        shape = _SHAPES.get(quantity.relation, "count")
        spans = (printed,)
        slots = self._slots(claim, quantity)
        return Reading(
            at=self.at,
            document=self.extraction.id,
            order=order,
            claim=claim,
            quantity=quantity,
            shape=shape,
            unit=_counted_unit(quantity),
            value=quantity.value,
            size=_size(quantity),
            relation=quantity.relation,
            spelled=words_of(self._finder(claim).text, spans),
            span=spans,
            slots=slots,
            part=shape == "count" and self._is_part(claim, quantity, order),
            weak=_counted_unit(quantity) is None,
            corrects=self._corrects,
            revised=len(claim.quantities) > 1 and _tells_revision(self._finder(claim), claim),
        )

    def _event(self, claim: Claim, order: int) -> Reading:
        denied = (claim.status == "denied") != (claim.polarity == "negated")
        return Reading(
            at=self.at,
            document=self.extraction.id,
            order=order,
            claim=claim,
            quantity=None,
            shape="event",
            unit=None,
            value=not denied,
            size=None,
            relation="=",
            spelled=words_of(self._finder(claim).text, claim.span),
            span=claim.span,
            slots=self._slots(claim, None),
        )

    def _finder(self, claim: Claim) -> NameFinder:
        if claim.in_ != "title":
            return self._body
        if self._title is None:
            self._title = self._title_finder(self.extraction.document.title or "")
        return self._title

    def _title_finder(self, title: str) -> NameFinder:
        return NameFinder(self.extraction, self._voices(title), title=True)

    def _voices(self, text: str) -> list[Span]:
        return [span for _, span in self._titles.mentions(text, [(0, len(text))])]

    def _slots(self, claim: Claim, quantity: Quantity | None) -> Slots:
        finder = self._finder(claim)
        whole = self._whole(claim, quantity)
        names = finder.within(claim.span)
        if whole is not None:
            names = _joined(names, self._finder(whole).within(whole.span))
        when = _when(claim, quantity, whole)
        basis = quantity.basis if quantity else None
        period = self._period(claim, when)
        names = _joined(names, _of_roles(claim))
        context = self._lead if _any(names) else self._before
        if _any(names):
            self._before = names
        words = meaningful(folded(finder.without_names(claim.span)))
        return Slots(
            names=names,
            context=context,
            words=frozenset(w for w in words if not w[0].isdigit()),
            narrow=self._narrow(claim, quantity),
            period=period,
            yearless=when is not None and bool(when.text) and not _NAMES_YEAR.search(when.text),
            base=(basis.start, basis.end) if basis and (basis.start or basis.end) else None,
            source=_ends(claim, _FROM),
            goal=_ends(claim, _TO),
            countries=self._countries,
            speakers=self._speakers,
        )

    def _period(self, claim: Claim, when: When | None) -> Period | None:
        """Return a time as told, or a year before the last one told where the words say only that."""
        if when and (when.start or when.end):
            self._last = (when.start, when.end)
            return self._last
        ratio = any(q.relation in _SHAPES for q in claim.quantities)
        words = words_of(self._finder(claim).text, claim.span, gap=" ")
        before = self._last and not ratio and _YEAR_BEFORE.search(words)
        return shifted(self._last, -1) if self._last and before else None

    def _lead_names(self) -> Names:
        """Return the names with which an article begins: those of its title, else of its first words."""
        title = self.extraction.document.title
        if title:
            self._title = self._title_finder(title)
            names = self._title.within(((0, len(title)),))
            if _any(names):
                return names
        return self._body.within(((0, LEAD),), sources=True)

    def _whole(self, claim: Claim, quantity: Quantity | None) -> Claim | None:
        """Return the claim of which a quantity is a part, where it is told by its id."""
        of = quantity.of if quantity else None
        parent = claim.part_of if claim.part_of is not UNSET else None
        return self._claims.get(of or "") or self._claims.get(parent or "")

    def _is_part(self, claim: Claim, quantity: Quantity, order: int) -> bool:
        """Tell whether it counts a part of what the claims before it count, or what one purpose took.

        Of those who were sent some were killed: that is another matter, and no part.
        """
        if _purposes(claim):
            return True
        if quantity.of is None or _YEAR.match(quantity.of):
            return False
        whole = self._whole(claim, quantity) or next(
            (
                c
                for c in reversed(self.extraction.claims[:order])
                if any(family(q.unit) == family(quantity.unit) for q in c.quantities)
            ),
            None,
        )
        return whole is None or whole.kind == claim.kind

    def _narrow(self, claim: Claim, quantity: Quantity | None) -> frozenset[str]:
        told = [r.text for r in _purposes(claim)]
        year = quantity and quantity.of and _YEAR.match(quantity.of)
        if quantity and quantity.of and quantity.of not in self._claims and not year:
            told.append(quantity.of)
        return frozenset(w for text in told for w in meaningful(folded(text)) if not w[0].isdigit())


def _asks(claim: Claim) -> bool:
    """Tell whether a claim can answer anything; a number may, whatever the stance around it."""
    barred = question_words().no_question
    return (
        claim.mode in _MODES
        and claim.status != "conditional"
        and claim.part in _PARTS
        and (claim.kind not in barred or (bool(claim.quantities) and claim.kind != _RULE))
    )


def _is_note(words: str) -> bool:
    """Tell whether it is a note on data or method ("Data note: vessel tracks by …"): nothing happened."""
    head, colon, _ = words[:40].partition(":")
    return bool(colon) and head.strip().casefold() in voice_words().notes


def _when(claim: Claim, quantity: Quantity | None, whole: Claim | None) -> When | None:
    """Return the time of a quantity: its own, that of what it is compared with, its claim's.

    "A four-fold rise on the 4,655 entries of 2024": the number after a fold is what it compares with.
    """
    if quantity and quantity.when is not UNSET and quantity.when:
        return quantity.when
    if quantity and quantity.of and _YEAR.match(quantity.of):
        return When(text=quantity.of, start=f"{quantity.of}-01-01", end=f"{quantity.of}-12-31")
    if quantity and quantity.relation not in _SHAPES:
        for other in claim.quantities:
            basis = other.basis if other.relation in ("fold", "change") else None
            if basis and (basis.start or basis.end) and hull(other.span) < hull(quantity.span):
                return When(text=basis.text, start=basis.start, end=basis.end)
    return claim.when or (whole.when if whole else None)


def _purposes(claim: Claim) -> list[Role]:
    """Return the purposes and means; what is only a measure ("for 41 hours") is none."""
    numbers = [s for q in claim.quantities for s in q.span]
    return [r for r in claim.roles if r.role in _NARROW and not overlap(r.span, numbers)]


def _tells_revision(finder: NameFinder, claim: Claim) -> bool:
    words = set(folded(words_of(finder.text, claim.span, gap=" ")))
    return bool(words & set(voice_words().before_revision)) and bool(
        words & set(voice_words().after_revision)
    )


def _counted_unit(quantity: Quantity) -> str | None:
    """Return the unit, None where the word only says that it is a number."""
    return None if quantity.unit in _NO_UNIT else quantity.unit


def _size(quantity: Quantity) -> float | None:
    value = quantity.value
    if isinstance(value, tuple):
        low, high = value
        return None if low is None or high is None else (low + high) / 2 * factor(quantity.unit)
    return value * factor(quantity.unit)


def _joined(one: Names, other: Names) -> Names:
    return Names(one.geo | other.geo, one.own | other.own, one.bodies | other.bodies)


def _any(*some: Names) -> bool:
    return any(names.geo or names.own for names in some)


def _of_roles(claim: Claim) -> Names:
    known = {r.known for r in claim.roles if r.known}
    places = {k for k in known if gazetteer().place(k)}
    return Names(frozenset(places), frozenset(), frozenset(known - places))


def _ends(claim: Claim, roles: frozenset[str]) -> frozenset[str]:
    return frozenset(r.known or " ".join(folded(r.text)) for r in claim.roles if r.role in roles)


def family_of(reading: Reading) -> str | None:
    """Return the family of a reading's unit; `event` for a yes or no."""
    return "event" if reading.shape == "event" else family(reading.unit)
