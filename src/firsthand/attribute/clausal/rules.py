"""What the shared grammar must know of one language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from firsthand.attribute.draft import Draft, Range, Way
from firsthand.attribute.views import View
from firsthand.model.attribution import SpeakerKind
from firsthand.vocabulary.cues import Cue, Cues


@dataclass(frozen=True, slots=True)
class Rules:
    """One language.

    Args:
        cues: Its lexicon.
        phrase_end: View, start, limit -> index after the noun phrase that begins at start.
        infinitive: Tells an infinitive by its form.
        finite: Tells a verb that is no cue by its form; for where a noun phrase ends.
        bare: Indirect speech may follow a comma without a conjunction.
        verb_last: In subordinate clauses the verb stands at the end.
        article: Noun phrases have articles.
    """

    cues: Cues
    phrase_end: Callable[[View, int, int], int]
    infinitive: Callable[[str], bool]
    finite: Callable[[View, int], bool]
    bare: bool = False
    verb_last: bool = False
    article: bool = False

    def list(self, name: str) -> frozenset[str]:
        """Return a word list of the language."""
        return self.cues.list(name)


@dataclass(slots=True)
class Segment:
    """Tokens [start, end) between marks; `before` and `after` are those marks, "" for none.

    `speech`: it is one quotation. `holes`: ranges of phrases ("citing X") inside it.
    """

    start: int
    end: int
    before: str
    after: str
    speech: bool = False
    holes: list[Range] = field(default_factory=list)

    def __contains__(self, index: int) -> bool:
        return self.start <= index < self.end


@dataclass(slots=True)
class Sentence:
    """A view with its segments and the drafts found so far."""

    view: View
    rules: Rules
    segments: list[Segment]
    kind: Callable[[View, int, int], SpeakerKind | None]
    medium: Callable[[View, int, int], bool]
    drafts: list[Draft] = field(default_factory=list)
    nested: bool = False
    taken: set[int] = field(default_factory=set)
    """Tokens of cues that were read already."""

    @property
    def low(self) -> list[str]:
        """Return the words of the sentence in lower case."""
        return self.view.low

    def word(self, index: int) -> str:
        """Return the word at an index in lower case, "" outside."""
        return self.view.low[index] if 0 <= index < len(self.view) else ""

    def add(self, way: Way, rule: str, cue: Cue, source: Range | None, cues: list[Range]) -> Draft:
        """Add and return a draft."""
        draft = Draft(self.view, way, rule, cue, [source] if source else [], cues)
        self.drafts.append(draft)
        return draft

    def segment_of(self, index: int) -> int:
        """Return the number of the segment in which a token stands."""
        return next((n for n, s in enumerate(self.segments) if s.start <= index < s.end), -1)

    def stop(self, number: int) -> int:
        """Return the index after the last segment before a strong mark, from segment `number`."""
        for segment in self.segments[number:]:
            if segment.after in (";", ".", "?", "!", ""):
                return segment.end
        return self.segments[-1].end if self.segments else 0

    def floor(self, number: int) -> int:
        """Return the number of the first segment behind the last strong mark before `number`."""
        while number > 0 and self.segments[number].before not in (";", ".", "?", "!"):
            number -= 1
        return number


def cut_segments(view: View) -> list[Segment]:
    """Return the segments of a view; brackets of a few words stay inside."""
    found: list[Segment] = []
    start, before = 0, ""
    i = 0
    while i < len(view):
        kind = view.kind[i]
        if kind == "(":
            close = next(
                (j for j in range(i + 1, min(len(view), i + 7)) if view.kind[j] == ")"), None
            )
            if close is not None:
                i = close + 1
                continue
        if kind == "Q":
            if start < i:
                found.append(Segment(start, i, before, "Q"))
                before = "Q"
            found.append(Segment(i, i + 1, before, "Q", speech=True))
            start, before = i + 1, "Q"
        elif kind in (",", ";", ":", "-", ".", "?", "!", "…"):
            if start < i:
                found.append(Segment(start, i, before, kind))
            elif found:
                found[-1].after = kind
            start, before = i + 1, kind
        i += 1
    if start < len(view):
        found.append(Segment(start, len(view), before, ""))
    elif found and found[-1].after == "Q":
        found[-1].after = ""
    return found
