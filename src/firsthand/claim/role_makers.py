"""Making roles from words of a clause: their entity, their id in the gazetteer."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from firsthand.claim.entities import Things, entity_of, known_mention
from firsthand.claim.view import View
from firsthand.model.claim import Role, RoleName
from firsthand.model.span import Span
from firsthand.vocabulary.entry import Mention

_PLACES = frozenset({"place", "origin-place", "destination", "host"})


@dataclass(slots=True)
class Maker:
    """Makes the roles of one clause; `out` in the order in which they were found."""

    view: View
    things: Things
    out: list[Role] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.starts = [m.span[0] for m in self.view.mentions]

    def mention_in(self, first: int, end: int) -> Mention | None:
        """Return the first known name that begins and ends within words."""
        words = self.view.words
        if first >= end or first >= len(words):
            return None
        return self.mention_at((words[first].start, words[end - 1].end))

    def mention_at(self, span: Span) -> Mention | None:
        """Return the first known name within a stretch of text."""
        mentions = self.view.mentions
        at = bisect_left(self.starts, span[0])
        return mentions[at] if at < len(mentions) and mentions[at].span[1] <= span[1] else None

    def mention_before(self, i: int) -> Mention | None:
        """Return the known name within the two words in front of a word."""
        words = self.view.words
        return self.mention_at((words[max(0, i - 2)].start, words[i].start)) if i else None

    def add(self, role: RoleName, first: int, end: int) -> None:
        """Add a role told by words of the clause; nothing where they are only marks."""
        view = self.view
        if len(view.spans) > 1:
            end = next((k for k in range(first + 1, end) if self._is_parted(k)), end)
        while end > first and (view.tag(end - 1) in ",;:PT" or self._is_verbal(first, end - 1)):
            end -= 1
        if end <= first:
            return
        span = (view.words[first].start, view.words[end - 1].end)
        mention = self.mention_in(first, end)
        as_place = role in _PLACES
        if mention is not None:
            ident = entity_of(self.things, mention, as_place=as_place)
            self._note(role, span, ident, known_mention(mention, as_place=as_place))
            return
        inside = self.things.inside(span)
        self._note(role, span, inside, self.things.known_of(inside) if inside else None)

    def _is_parted(self, i: int) -> bool:
        """Tell whether words of another voice or clause were left out in front of a word."""
        words = self.view.words
        return any(c.isalnum() for c in self.view.text[words[i - 1].end : words[i].start])

    def _is_verbal(self, first: int, i: int) -> bool:
        """Tell the end of a German verb behind its objects: "an die Ukraine geliefert", "nach Russland ein"."""
        view = self.view
        return (
            view.language == "de"
            and i > first
            and view.low(i).isalpha()
            and not view.words[i].capital
        )

    def of_mention(self, role: RoleName, mention: Mention) -> None:
        """Add a role told by a known name alone."""
        ident = entity_of(self.things, mention, as_place=False)
        self._note(role, mention.span, ident, known_mention(mention, as_place=False))

    def again(self, role: Role, name: RoleName) -> None:
        """Add the bearer of a role in another one."""
        self._note(name, role.span[0], role.entity, role.known)

    def _note(self, role: RoleName, span: Span, ident: str | None, known: str | None) -> None:
        text = self.things.text[span[0] : span[1]]
        self.out.append(Role(role=role, text=text, span=(span,), entity=ident, known=known))
