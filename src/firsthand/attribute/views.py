"""Cuts a stretch of text into units, and each unit into views of tokens.

A unit is a sentence, or several that one quotation holds together. Its view shows direct speech as
one token, so that a grammar sees `Q, X said`; the speech has views of its own. Names and single
words in quotation marks are no speech: their marks are left out and the words stay tokens.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from operator import itemgetter

from firsthand.attribute.datelines import head_of
from firsthand.attribute.quotes import MARKS, Quotation, quotations
from firsthand.model.span import Span
from firsthand.read.sentences import paragraphs, sentences
from firsthand.vocabulary.cues import cues

_TOKEN = re.compile(
    r"\d[\d.,:/]*\d|\d"  # numbers, dates, times
    r"|(?:[A-ZА-Я]\.){2,}"  # U.S.
    r"|[^\W\d_](?:[\w&]|['’·‑-](?=\w)|\.(?=\w))*"  # words, with hyphens, apostrophes and inner dots
    r"|—|–|--|…|\.{3}|[^\w\s]"
)
_LIST_MARK = re.compile(r"(?:[-*•‣▪◦·–—►■]|\(?\d{1,3}[.)])[ \t]+")
_DASHES = frozenset({"—", "–", "--", "-", "―", "‒"})
_SPEECH_END = frozenset(",.!?…")
WORD, NUMBER, SPEECH = "w", "n", "Q"
DEEPEST = 6
"""Quotations within quotations that are read; deeper ones are words of the outer one."""
MAX_TOKENS = 600
"""A sentence of news has fewer words; what is longer (a table without breaks) is cut."""


@dataclass(slots=True)
class View:
    """Tokens that a grammar reads, in text order.

    `kind`: w word, n number, Q direct speech, - any dash, else the mark itself. `low`: the word in
    lower case with straight apostrophes. `inner`: for Q the words without the marks.
    """

    text: str
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    low: list[str] = field(default_factory=list)
    kind: list[str] = field(default_factory=list)
    inner: dict[int, Span] = field(default_factory=dict)
    quoted: set[int] = field(default_factory=set)
    """Tokens that stand in quotation marks without being speech: names, single words."""
    headline: bool = False

    def __len__(self) -> int:
        return len(self.low)

    def raw(self, index: int) -> str:
        """Return the token as it stands in the text."""
        return self.text[self.starts[index] : self.ends[index]]

    def capital(self, index: int) -> bool:
        """Tell whether the token begins with a capital letter."""
        return self.kind[index] == WORD and self.text[self.starts[index]].isupper()

    def words(self, start: int, end: int) -> str:
        """Return the text from token `start` up to token `end` (exclusive)."""
        return self.text[self.starts[start] : self.ends[end - 1]] if start < end else ""

    def span(self, start: int, end: int) -> Span | None:
        """Return the span of tokens [start, end) without marks and quotation marks at its edges."""
        while start < end and self.kind[start] not in (WORD, NUMBER, SPEECH):
            if self.kind[start] in "$€£¥₩₽":
                break
            start += 1
        while end > start and self.kind[end - 1] not in (WORD, NUMBER, SPEECH):
            if self.kind[end - 1] in "%€$£)":
                break
            end -= 1
        if start >= end:
            return None
        first = self.inner.get(start, (self.starts[start], 0))[0]
        last = self.inner.get(end - 1, (0, self.ends[end - 1]))[1]
        return trimmed(self.text, first, last)


@dataclass(slots=True)
class Unit:
    """One sentence with what is quoted in it; `speech`: the whole unit is one quotation."""

    span: Span
    view: View
    quotes: tuple[Quotation, ...]
    paragraph: int
    speech: bool = False
    first: bool = False
    """It begins its paragraph."""
    heads: bool = False
    """It stands in the title."""
    inner: list[Unit] = field(default_factory=list)
    """The sentences inside its direct speech."""


def trimmed(text: str, start: int, end: int) -> Span | None:
    """Return the range without blanks, quotation marks and closing punctuation at its edges."""
    while start < end and (
        text[start].isspace() or text[start] in MARKS or text[start] in ",;:—–.*•"
    ):
        start += 1
    while end > start and (
        text[end - 1].isspace() or text[end - 1] in MARKS or text[end - 1] in ",;:.!?…—–*"
    ):
        end -= 1
    return (start, end) if start < end else None


def units(text: str, span: Span, language: str, *, headline: bool = False) -> list[Unit]:
    """Return the units of text[span], in order, paragraph by paragraph."""
    begin, stop = span
    piece = text[begin:stop]
    bounds = [(begin + a, begin + b) for a, b in sentences(piece, language)]
    found: list[Unit] = []
    index = 0
    for number, (low, high) in enumerate(paragraphs(piece)):
        start, end = begin + low, begin + high
        own: list[Span] = []
        while index < len(bounds) and bounds[index][0] < end:
            own.append(bounds[index])
            index += 1
        first = True
        if own and (mark := _LIST_MARK.match(text, own[0][0], own[0][1])):
            own[0] = (min(mark.end(), own[0][1]), own[0][1])
        if own and not headline and (head := head_of(text, *own[0])):
            own = _behind(own, head.span[1])
        for unit in _units_of_paragraph(text, (start, end), own):
            unit.paragraph, unit.first, unit.view.headline = number, first, headline
            first = False
            found.append(unit)
    return found


def _behind(own: list[Span], at: int) -> list[Span]:
    """Return the sentences behind the head of a report, which may hold full stops."""
    return [(max(at, start), end) for start, end in own if end > at]


def _units_of_paragraph(text: str, span: Span, own: Sequence[Span]) -> Iterator[Unit]:
    quotes = quotations(text, *span)
    starts = [quote.start for quote in quotes]
    for start, end in _joined(own, quotes):
        inside = tuple(quotes[bisect_left(starts, start) : bisect_left(starts, end)])
        yield _unit(text, (start, end), inside, own)


def _joined(own: Sequence[Span], quotes: Sequence[Quotation]) -> Iterator[Span]:
    """Join sentences that end inside a quotation with the next."""
    open_from, at = -1, 0
    for start, end in own:
        while at < len(quotes) and quotes[at].end < end:
            at += 1
        inside = at < len(quotes) and quotes[at].start < end < quotes[at].end
        begin = start if open_from < 0 else open_from
        if inside:
            open_from = begin
        else:
            open_from = -1
            yield begin, end
    if open_from >= 0:
        yield open_from, own[-1][1]


def _unit(
    text: str, span: Span, quotes: tuple[Quotation, ...], own: Sequence[Span], *, depth: int = 0
) -> Unit:
    view = View(text)
    speech = [q for q in quotes if _is_speech(text, q, span)] if depth < DEEPEST else []
    position = span[0]
    for quote in speech:
        _fill(view, position, quote.start)
        view.starts.append(quote.start)
        view.ends.append(quote.end)
        view.low.append("")
        view.kind.append(SPEECH)
        view.inner[len(view) - 1] = (quote.inner, quote.outer)
        position = quote.end
    _fill(view, position, span[1])
    spoken = set(speech)
    for quote in quotes[:MAX_TOKENS]:
        if quote not in spoken:
            view.quoted |= {i for i, at in enumerate(view.starts) if quote.start < at < quote.end}
    unit = Unit(span, view, quotes, 0)
    unit.speech = all(kind == SPEECH or kind in ".,!?-…" for kind in view.kind) and bool(speech)
    for quote in speech:
        for start, end in _sentences_within(own, quote):
            deeper = tuple(quotations(text, start, end))
            unit.inner.append(_unit(text, (start, end), deeper, own, depth=depth + 1))
    return unit


def _sentences_within(own: Sequence[Span], quote: Quotation) -> Iterator[Span]:
    for index in range(bisect_right(own, quote.inner, key=itemgetter(1)), len(own)):
        low, high = own[index]
        if low >= quote.outer:
            return
        yield max(low, quote.inner), min(high, quote.outer)


def _is_speech(text: str, quote: Quotation, span: Span) -> bool:
    """Tell direct speech from a name or a few words in quotation marks."""
    words = text[quote.inner : quote.outer]
    if not quote.closed:
        return True
    before = text[max(span[0], quote.start - 3) : quote.start].rstrip()
    after = text[quote.end : quote.end + 3].lstrip()
    count = words.count(" ") + 1
    if words[-1:] in _SPEECH_END or before.endswith(":"):
        return True
    if count >= 4:
        return True
    clause_follows = after[:1] in {",", "—", "–"} and (not before or before[-1] in ",:—")
    return clause_follows and count >= 2


def _shortened(view: View, stop: int) -> bool:
    """Tell whether the last token, which ends at `stop`, is an initial or a shortened word."""
    if not view.kind or view.kind[-1] != WORD or view.ends[-1] != stop:
        return False
    last = len(view) - 1
    if len(view.low[last]) == 1:
        return view.capital(last)
    return view.capital(last) and view.low[last] in cues("en").list("shortened")


def _fill(view: View, start: int, end: int) -> None:
    """Add the tokens of text[start:end]; quotation marks are left out."""
    text = view.text
    for match in _TOKEN.finditer(text, start, end):
        if len(view) >= MAX_TOKENS:
            return
        word = match.group()
        char = word[0]
        if char in MARKS and len(word) == 1:
            continue
        if char.isalpha():
            kind = WORD
        elif char.isdigit():
            kind = NUMBER
        elif word in _DASHES:
            kind = "-"
        else:
            kind = char
        stop = match.end()
        if kind == "." and stop < end and _shortened(view, match.start()):
            view.ends[-1] = stop  # "Dr." and initials end no sentence
            continue
        view.starts.append(match.start())
        view.ends.append(stop)
        view.low.append(word.lower().replace("’", "'"))
        view.kind.append(kind)
