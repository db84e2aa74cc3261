"""A frame: one cue in its sentence, with what stands around it, before its content is cut out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from firsthand.attribute.draft import Draft, Range, Way
from firsthand.attribute.english.words import Tagged
from firsthand.attribute.views import View
from firsthand.model.attribution import SpeakerKind
from firsthand.vocabulary.cues import Cue

Mode = Literal["pre", "post", "lead", "joined", "held"]
"""pre: X said C. post: C, X said. lead: As X said, C. joined: … and said C. held: content told."""


@dataclass(slots=True)
class Frame:
    """A draft with its place among the tokens.

    `left` first token of the frame, `mark` the token before it (-1 for none), `stop` the token
    after cue and adjuncts, `content` the first token of what follows (modes pre, lead, joined).
    """

    draft: Draft
    mode: Mode
    left: int
    stop: int
    content: int
    opener: str = "none"
    subject: Range = (0, 0)
    head: int = 0
    relative: bool = False
    """The subject is a relative pronoun: the frame lies within a noun phrase."""

    @property
    def mark(self) -> int:
        """Return the index of the token before the frame, -1 for none."""
        return self.left - 1


@dataclass(slots=True)
class Reader:
    """What the rules of English share while they read one view."""

    tagged: Tagged
    kind: Callable[[View, int, int], SpeakerKind | None]
    """Kind of the body or person that tokens [start, end) name."""
    medium: Callable[[View, int, int], bool]
    """Tell whether tokens [start, end) name an outlet or agency that is not the publisher."""
    frames: list[Frame] = field(default_factory=list)
    extra: list[Draft] = field(default_factory=list)
    """Drafts whose content is known and that stand in nobody's way."""
    nested: bool = False
    """The view stands inside somebody's direct speech."""
    labels: set[int] = field(default_factory=set)
    """Indices of words in front of a colon that only label what follows: "Data note:"."""
    opened: set[int] = field(default_factory=set)
    """Indices behind a heading such as "NHK:" or "BNS -", where a new stretch begins."""

    @property
    def view(self) -> View:
        """Return the view that is read."""
        return self.tagged.view

    def draft(self, way: Way, rule: str, cue: Cue, source: list[Range], cues: list[Range]) -> Draft:
        """Return a draft over this view."""
        return Draft(self.view, way, rule, cue, list(source), list(cues))

    def floor(self, index: int) -> int:
        """Return where the stretch between strong marks begins in which `index` stands."""
        i = index
        while i > 0 and self.tagged.tag[i - 1] not in (";", "•", "|"):
            if i in self.opened and i != index + 1:
                break
            if self.tagged.tag[i - 1] in (":", ".", "?", "!") and i - 1 != index:
                break
            i -= 1
        return i

    def ceiling(self, index: int) -> int:
        """Return the index after the stretch between strong marks in which `index` stands."""
        i = index
        tags = self.tagged.tag
        while i < len(tags) and tags[i] not in (";", "•", "|"):
            ends = tags[i] in (".", "?", "!") and i + 1 < len(tags) and tags[i + 1] != "Q"
            if ends and not self.view.text[self.view.starts[i + 1]].islower():
                break
            i += 1
        while i > index and tags[i - 1] in (".", "?", "!", "…"):
            i -= 1
        return i
