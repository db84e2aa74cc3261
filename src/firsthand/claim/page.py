"""A document as the claim stage reads it: what its whole text holds is found once, clauses take their part."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from firsthand.attribute.engine import Attributed
from firsthand.claim.calendar import Direction
from firsthand.claim.clause_parts import Clause
from firsthand.claim.entities import Things, name_things
from firsthand.claim.grammars import Grammar, grammar_of
from firsthand.claim.light_clauses import LightClause, light_verb
from firsthand.claim.number_grammar import Number
from firsthand.claim.numbers import plain_numbers
from firsthand.claim.periods import Setting, setting
from firsthand.claim.pieces import Paths
from firsthand.claim.ranges import excluded, signs_before
from firsthand.claim.roles import country_of
from firsthand.claim.sheet import Signs
from firsthand.claim.tagging import Word
from firsthand.claim.times import Moment, find_times
from firsthand.claim.verb_groups import Group
from firsthand.claim.view import View
from firsthand.model.claim import Claim
from firsthand.model.document import Document
from firsthand.model.span import Span
from firsthand.vocabulary.gazetteer import gazetteer
from firsthand.vocabulary.number_words import language_code, number_words
from firsthand.vocabulary.units import unit_names

T = TypeVar("T")
_NUMBERED = re.compile(r"IMO[ :]{0,2}\d{7}\b")
"""A ship's number, where "IMO" names no body."""


@dataclass(slots=True)
class Page:
    """A document with what was found in its whole text, and the claims noted so far."""

    document: Document
    language: str
    grammar: Grammar
    numbers: list[Number]
    moments: tuple[Moment, ...]
    signs: Signs
    paths: Paths
    things: Things
    claims: list[Claim] = field(default_factory=list)
    number_starts: list[int] = field(default_factory=list)
    moment_starts: list[int] = field(default_factory=list)
    mention_starts: list[int] = field(default_factory=list)
    published: date | None = None
    """The day of publication."""

    def __post_init__(self) -> None:
        on = self.document.published_on
        self.published = date.fromisoformat(on) if on else None
        self.number_starts = [n.start for n in self.numbers]
        self.moment_starts = [m.start for m in self.moments]
        self.mention_starts = [m.span[0] for m in self.things.mentions]

    def setting(self, view: View, way: Direction) -> Setting:
        """Return what the times of a clause are read against, the countries in it first."""
        on = self.document.published_on
        return setting(self.language, on, direction=way, countries=view.countries)


def page_of(document: Document, attributed: Attributed) -> Page | None:
    """Return a document with its numbers, times, signs and names found; None without a grammar for it."""
    language = language_code(document.language)
    grammar = grammar_of(language)
    if grammar is None:
        return None
    text = document.text
    found = excluded(text, plain_numbers(text, language), number_words(language))
    names = tuple(m for m in gazetteer().find(text) if not _NUMBERED.match(text, m.span[0]))
    things = Things(list(attributed.entities), text, names)
    name_things(things)
    paths = Paths({a.id: a for a in attributed.attributions})
    return Page(
        document,
        language,
        grammar,
        found,
        find_times(text, language),
        signs_before(text, language),
        paths,
        things,
    )


def view_of(page: Page, clause: Clause, words: list[Word], before: View | None) -> View:
    """Lay an English clause out, with the numbers and times of the page that stand in it."""
    row: list[Word] = []
    for low, high in clause.ranges:
        row.extend(words[low:high])
    view = View(page.document.text, page.language, row, sort=clause.sort, before=before)
    view.conditional, view.shares = clause.conditional, clause.shared_subject
    verb = clause.verb
    start = _place(clause, verb.start) if verb is not None else None
    if verb is not None and start is not None:
        last = _place(clause, verb.end - 1)
        last = start if last is None else last
        view.verb = Group(start, last + 1, verb.lemmas, verb.words, verb.passive)
    _fill(page, view)
    return view


def _place(clause: Clause, index: int) -> int | None:
    """Return where a word of the sentence stands in the row of a clause; None where it was left out."""
    passed = 0
    for low, high in clause.ranges:
        if low <= index < high:
            return passed + index - low
        passed += high - low
    return None


def light_view(page: Page, clause: LightClause, words: list[Word], before: View | None) -> View:
    """Lay a clause of the light grammar out."""
    row = [words[i] for low, high in clause.ranges for i in range(low, high)]
    view = View(page.document.text, page.language, row, sort=clause.sort, before=before)
    view.conditional, view.shares = clause.conditional, clause.shared
    view.verb = light_verb(row)
    _fill(page, view)
    view.moments = [m for m in view.moments if not _is_count(page, view, m)]
    return view


def plain_view(page: Page, words: list[Word], before: View | None) -> View:
    """Lay a claim of a language without clause grammar out."""
    view = View(page.document.text, page.language, words, before=before)
    _fill(page, view)
    return view


def _fill(page: Page, view: View) -> None:
    """Give a clause the numbers, times and names of the page that stand in it."""
    for span in view.spans:
        view.numbers.extend(_within(page.numbers, page.number_starts, span))
        view.moments.extend(_within(page.moments, page.moment_starts, span))
        view.mentions.extend(_within(page.things.mentions, page.mention_starts, span))
    countries = (country_of(i) for m in view.mentions for i in m.ids[:1])
    view.countries = tuple(c for c in countries if c)
    view.people = frozenset(m.span[0] for m in view.mentions if m.form == "people")


def _within(row: list[T] | tuple[T, ...], starts: list[int], span: Span) -> list[T] | tuple[T, ...]:
    return row[bisect_left(starts, span[0]) : bisect_right(starts, span[1] - 1)]


def _is_count(page: Page, view: View, moment: Moment) -> bool:
    """Tell "bis zu 2000 Soldaten" from a year: words of exactness before it, or a counted thing behind."""
    bare = moment.means == "year" and moment.start == moment.core
    if not bare or not page.document.text[moment.core].isdigit():
        return False
    if page.signs.get(moment.core, (0, "="))[1] != "=":
        return True
    row = [word.low for word in view.words]
    after = view.at(moment.end)
    return after < len(row) and bool(unit_names(page.language).at(row, after)[1])
