"""The unit of a count: the noun that it stands with, else what the clause or the one before speaks of."""

from __future__ import annotations

from firsthand.claim.counting import Count, count_of, phrase_end, unit_in
from firsthand.claim.sheet import COMPARED, Sheet
from firsthand.claim.view import View
from firsthand.vocabulary.quantity_words import quantity_words
from firsthand.vocabulary.units import sort_of, unit_names

_THINGS = frozenset({"people", "transport", "arms", "papers", "count"})
_LINKS = frozenset({"to", "from", "against", "and", "or", "than"})
_AHEAD = 60


def unit_for(sheet: Sheet, count: Count) -> str | None:
    """Return the unit of a count, from what stood before where nothing behind it tells."""
    unit = count.unit
    if unit is None and _voted(sheet.view, count):
        unit = "votes"
    if unit is None:
        unit = _inherited(sheet, count)
    if unit == "persons" and _enters(sheet.view, count):
        return "person-entries"
    if unit in ("persons", None) and _part_of_entries(sheet.view):
        return "person-entries"
    return unit


def _voted(view: View, count: Count) -> bool:
    """Tell the numbers of a vote: "voted 55 to 34", "by 31 to 12"."""
    verbs = view.verb.lemmas if view.verb else ()
    if quantity_words(view.language).vote_verbs.isdisjoint(verbs):
        return False
    before, after = view.low(count.first - 1), view.low(count.last)
    if after in ("to", "against", "-", "–") and view.tag(count.last + 1) == "#":
        return True
    return before in ("to", "against") and view.tag(count.first - 2) in "#N"


def _inherited(sheet: Sheet, count: Count) -> str | None:
    view, words = sheet.view, quantity_words(sheet.view.language)
    near = [
        q.unit
        for q in sorted(sheet.out, key=lambda q: q.span)
        if q.unit and q.relation not in COMPARED and sort_of(q.unit) not in ("time", "ratio")
    ]
    subject = _total_unit(view, count) or (subject_unit(view) if _of_subject(view, count) else None)
    linked = view.low(count.first - 1) in _LINKS or count.whole is not None
    if count.whole in words.whole_pronouns and not near:
        told = _unit_before(sheet)
        if told:
            return told
    goods = [unit for unit in near if sort_of(unit) != "money"]
    if goods and not linked and not subject and sort_of(near[-1]) == "money":
        return goods[-1]
    if near and (linked or not subject):
        return near[-1]
    ahead = _unit_ahead(view, count)
    if linked and ahead:
        return ahead
    return subject or (near[-1] if near else _unit_before(sheet) or ahead)


def _total_unit(view: View, count: Count) -> str | None:
    """Return what "the number of" in front of a count numbers: "cut the number of ministries to 17"."""
    words, names = quantity_words(view.language), unit_names(view.language)
    for i in range(min(count.first, len(view.words)) - 2, -1, -1):
        if view.low(i) in words.totals and view.low(i + 1) == "of":
            first = i + 2
            while view.tag(first) == "D":
                first += 1
            found = unit_in(view, first, phrase_end(view, first, words), names, words)
            return found[0] if found else None
    return None


def _unit_before(sheet: Sheet) -> str | None:
    """Return the unit that the nearest clause before counts or names."""
    for view, quantities in sheet.earlier():
        if view is sheet.view:
            continue
        for quantity in reversed(quantities):
            counts = quantity.relation not in ("share", "fold")
            if quantity.unit and counts and sort_of(quantity.unit) not in ("ratio", "time"):
                return quantity.unit
        named = _things_unit(view)
        if named:
            return named
    return None


def _of_subject(view: View, count: Count) -> bool:
    """Tell whether a number without a noun speaks of the subject: "fell to 318", not "counted only 12"."""
    words = quantity_words(view.language)
    if view.verb is None or count.first < view.verb.start:
        return True
    if view.tag(count.first - 1) == "(" and view.tag(count.last) == ")":
        return True  # "more people fled in January (31,000)"
    known = words.ups | words.downs | words.states
    return any(v in known for v in (*view.verb.lemmas, *view.verb.words))


def _things_unit(view: View) -> str | None:
    """Return the unit of things that a clause names without counting: "a battalion", "armoured lorries"."""
    subject = subject_unit(view)
    if subject:
        return subject
    words, names = quantity_words(view.language), unit_names(view.language)
    for i in range(view.verb.end if view.verb else 0, len(view.words)):
        if view.tag(i) in "NZBE" and not view.in_time(i):
            found = unit_in(view, i, phrase_end(view, i, words), names, words)
            if found and sort_of(found[0]) in _THINGS:
                return found[0]
    return None


def _unit_ahead(view: View, count: Count) -> str | None:
    """Return the unit that a later number of the clause carries: "from 1,200 to 450 soldiers"."""
    for number in view.numbers:
        if number.start > count.end and number.start - count.end < _AHEAD:
            later = count_of(view, number)
            if later.unit and later.listed and sort_of(later.unit) not in ("ratio", "time"):
                return later.unit
    return None


def subject_unit(view: View) -> str | None:
    """Return the unit that the subject names: "asylum applications fell to 318"."""
    words, names = quantity_words(view.language), unit_names(view.language)
    if not view.verb or view.verb.start == 0:
        return None
    first = 0
    while first < view.verb.start and (view.tag(first) in "DA," or view.in_time(first)):
        first += 1
    if view.tag(first) == "#":
        return None
    for i in range(first, view.verb.start):
        named = names.word(view.low(i + 1)) if view.low(i) in ("in", "of") else ()
        if named and sort_of(named[0]) == "money":
            return named[0]
    if view.low(first) in words.totals and view.low(first + 1) == "of":
        first += 2
    end = min(phrase_end(view, first, words), view.verb.start)
    found = unit_in(view, first, end, names, words)
    return found[0] if found and sort_of(found[0]) not in (None, "time") else None


def _enters(view: View, count: Count) -> bool:
    """Tell whether counted people cross a border, so that entries are what is counted."""
    if not view.verb or count.first >= view.verb.start:
        return False
    restricted = any(view.low(i) in ("who", "that") for i in range(count.first, view.verb.start))
    main = view.verb.lemmas[-1] if view.verb.lemmas else ""
    return main in quantity_words(view.language).entry_verbs and not restricted


def _part_of_entries(view: View) -> bool:
    """Tell "Of these entries, 7,887 individuals" from a count of persons."""
    if view.low(0) != "of":
        return False
    end = next((i for i in range(1, len(view.words)) if view.tag(i) == ","), 0)
    nouns = quantity_words(view.language).entry_nouns
    return any(view.low(i) in nouns for i in range(1, end))
