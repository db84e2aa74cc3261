"""A clause laid out for reading: its words in a row, its numbers and times, its verb."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from firsthand.claim.calendar import Interval
from firsthand.claim.number_grammar import Number
from firsthand.claim.tagging import Word
from firsthand.claim.times import Moment
from firsthand.claim.verb_groups import Group
from firsthand.model.attribution import When
from firsthand.model.claim import Quantity, Status
from firsthand.model.span import Span, Spans, merged
from firsthand.vocabulary.entry import Mention

_JOINS_WORDS = 2


@dataclass(slots=True)
class View:
    """A clause in a row.

    `words`: its words, holes closed. `verb`: its verb group, indexes into `words`. `before`: the clause that it
    leans on. `sentence`: number of its sentence in the document. `conditional`: an if-clause governs it. `countries`: those it
    speaks of, for money of one name. `shares`: its subject is that of the
    clause before. `people`: where names of peoples begin. `quantities`, `kind`, `when` and
    `span` are filled while it is read.
    """

    text: str
    language: str
    words: list[Word]
    numbers: list[Number] = field(default_factory=list)
    moments: list[Moment] = field(default_factory=list)
    verb: Group | None = None
    sort: str = "main"
    sentence: int = -1
    conditional: bool = False
    before: View | None = None
    quantities: list[Quantity] = field(default_factory=list)
    countries: tuple[str, ...] = ()
    shares: bool = False
    people: frozenset[int] = frozenset()
    kind: str | None = None
    status: Status | None = None
    when: When | None = None
    span: Interval | None = None
    mentions: list[Mention] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    lows: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    size: int = 0
    spans: Spans = ()

    def __post_init__(self) -> None:
        self.size = len(self.words)
        if self.words:
            starts, _, lows, tags, _ = zip(*self.words, strict=True)
            self.starts, self.lows, self.tags = list(starts), list(lows), list(tags)
        self.spans = self._spans()

    def _spans(self) -> Spans:
        """Return the spans of the clause: words that only spaces and marks part are one piece."""
        if not self.words:
            return ()
        out: list[Span] = []
        text = self.text
        first, last = self.words[0].start, self.words[0].end
        for start, end, *_ in self.words:
            if start - last > _JOINS_WORDS or (
                start - last > 0 and any(map(str.isalnum, text[last:start]))
            ):
                out.append((first, last))
                first = start
            last = end
        out.append((first, last))
        return merged(out) if len(out) > 1 else tuple(out)

    def at(self, offset: int) -> int:
        """Return the index of the word at or after an offset of the text."""
        return bisect_left(self.starts, offset)

    def low(self, index: int) -> str:
        """Return a word in lower case; "" outside the clause."""
        return self.lows[index] if 0 <= index < self.size else ""

    def tag(self, index: int) -> str:
        """Return a word's tag; "" outside the clause."""
        return self.tags[index] if 0 <= index < self.size else ""

    def phrase(self, first: int, last: int) -> str:
        """Return the text from one word to before another."""
        if first >= last or first >= len(self.words):
            return ""
        return self.text[self.words[first].start : self.words[last - 1].end]

    def in_time(self, index: int) -> bool:
        """Tell whether a word belongs to a time."""
        if not self.moments or not 0 <= index < self.size:
            return False
        at = self.starts[index]
        return any(m.start <= at < m.end for m in self.moments)

    def subject_words(self) -> list[str]:
        """Return the words before the verb, those of the clause before where the subject is shared."""
        if self.shares and self.before is not None:
            return self.before.subject_words()
        return [w.low for w in self.words[: self.verb.start]] if self.verb else []

    def has_words(self, index: int, phrase: str) -> bool:
        """Tell whether a phrase in lower case stands at an index."""
        first = self.low(index)
        if not first or not phrase.startswith(first):
            return False
        parts = phrase.split(" ")
        return self.lows[index : index + len(parts)] == parts
