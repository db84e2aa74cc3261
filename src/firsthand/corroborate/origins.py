"""Which voices are one across documents, and which origins stand behind each value.

One origin may be named differently: by its known id, by more or fewer words, by its country or
capital, by whoever speaks for it, or only as "official figures". Within one question such names
meet; a name that fits two is left apart. A voice in an echo is the voice of what it echoes.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import cast

from firsthand.corroborate.articles import Held
from firsthand.corroborate.houses import Groups
from firsthand.corroborate.sorts import is_holder, is_of_sort
from firsthand.corroborate.traces import Trace, akin
from firsthand.corroborate.voices import OFFICIAL, Voice, may_be_anyone, printed_name
from firsthand.model.attribution import Anonymity, SpeakerKind
from firsthand.model.question import Origin
from firsthand.vocabulary.gazetteer import gazetteer

Node = tuple[str, ...]
DEEPEST = 150
"""Copies of copies that are followed; deeper chains end in no voice."""


@dataclass(frozen=True, slots=True)
class Ends:
    """What stands behind one value of one article.

    Args:
        nodes: The voices, before those that are one are put together; empty: cannot tell.
        root: Where the search ended when there is no voice: an article's title or a named title.
        own: The article tells the voices itself.
    """

    nodes: frozenset[Node]
    root: Hashable
    own: bool


class Cast:
    """All voices of a case; those found to be one are put together."""

    def __init__(self, held: Sequence[Held]) -> None:
        self._held = held
        self._groups = Groups()
        self._voices: dict[Node, Voice] = {}
        self._known: dict[Hashable, Node] = {}
        self._beside: defaultdict[str, list[Node]] = defaultdict(list)
        """Voices by their document: who speaks for a house of one text is that house."""
        self._members: dict[Node, list[Voice]] | None = None

    def add(self, voice: Voice) -> Node:
        """Take a voice in; those of one known body, or with the same words, meet at once."""
        node = voice.key
        if node in self._voices:
            return node
        self._voices[node] = voice
        self._members = None
        for beside in self._beside[voice.document]:
            if _speaks_for(voice, self._voices[beside]):
                self._groups.join(beside, node)
        self._beside[voice.document].append(node)
        for same in _marks(voice):
            first = self._known.setdefault(same, node)
            if first != node and not _clash(self._voices[first], voice):
                self._groups.join(first, node)
        return node

    def add_reporter(self, at: int, name: str) -> Node:
        """Take in a title whose own people had access; `name` is empty for the article's own title."""
        held = self._held[at]
        house = held.document.outlet or held.document.publisher
        words = name or (house.name if house else held.id)
        node = ("title", name.casefold() or held.imprint.outlet, words)
        if node not in self._voices:
            self._voices[node] = _reporter(words, held)
            self._members = None
        return node

    def of(self, node: Node) -> Node:
        """Return the origin of a voice: the representative of all that are one with it."""
        return cast("Node", self._groups.find(node))

    def voice(self, node: Node) -> Voice:
        """Return the voice of a node."""
        return self._voices[node]

    def members(self, node: Node) -> list[Voice]:
        """Return all voices that are one origin, in a fixed order."""
        if self._members is None:
            self._members = {}
            for each in sorted(self._voices):
                self._members.setdefault(self.of(each), []).append(self._voices[each])
        return self._members[self.of(node)]

    def join(self, one: Node, other: Node) -> None:
        """Put two voices together."""
        self._members = None
        self._groups.join(one, other)

    def ends(self, traces: Sequence[Trace]) -> list[Ends]:
        """Return what stands behind each trace of a question, and let names of one origin meet."""
        found: dict[int, Ends] = {}
        for number in range(len(traces)):
            self._end(number, traces, found, ())
        told = [found[n] for n in range(len(traces))]
        self._learn(traces, told)
        self._meet(traces, told)
        return told

    def _end(
        self, number: int, traces: Sequence[Trace], found: dict[int, Ends], seen: tuple[int, ...]
    ) -> Ends:
        if number in found:
            return found[number]
        trace = traces[number]
        behind = self._behind(number, traces, found, seen)
        own = frozenset(self.add(v) for v in trace.voices)
        if trace.reporter is not None:
            own = frozenset({self.add_reporter(trace.at, trace.reporter)})
        echo = trace.reporter is not None or not own
        if behind and behind.nodes and (echo or self._echoes(own, behind.nodes)):
            self._join_echoed(own, behind.nodes)
            ends = Ends(behind.nodes, behind.root, own=False)
        elif own:
            ends = Ends(own, trace.at, own=True)
        elif behind:
            ends = Ends(frozenset(), behind.root, own=False)
        else:
            title = self._held[trace.at].imprint.outlet
            ends = Ends(frozenset(), trace.named[-1].casefold() if trace.named else title, own=True)
        if number not in seen:
            found[number] = ends
        return ends

    def _behind(
        self, number: int, traces: Sequence[Trace], found: dict[int, Ends], seen: tuple[int, ...]
    ) -> Ends | None:
        """Return the ends of the value of the source from which this one came; a loop has none."""
        trace = traces[number]
        options = [
            (akin(trace.first, o.first), -n)
            for n, o in enumerate(traces)
            if o.at == trace.source and n != number
        ]
        if not options or number in seen or len(seen) > DEEPEST:
            return None
        return self._end(-max(options)[1], traces, found, (*seen, number))

    def _echoes(self, mine: Iterable[Node], theirs: Iterable[Node]) -> bool:
        """Tell whether the voices of an echo can be those of what it echoes, under another name."""
        others = [self.voice(n) for n in theirs]
        return all(
            voice.anonymity != "named" or voice.generic or any(_one(voice, o) for o in others)
            for voice in map(self.voice, mine)
        )

    def _join_echoed(self, mine: Iterable[Node], theirs: Iterable[Node]) -> None:
        """Put each named voice of an echo together with the one voice of the source that it can be."""
        for node in mine:
            voice = self._voices[node]
            fit = {self.of(o) for o in theirs if _one(voice, self._voices[o])}
            if voice.anonymity == "named" and not voice.generic and len(fit) == 1:
                self.join(node, fit.pop())

    def join_holders(self, nodes: Iterable[Node]) -> None:
        """Put a bare house ("the prosecution") together with the one named holder of its office."""
        voices = {n: self._voices[n] for n in nodes}
        for node, house in voices.items():
            held = [n for n, v in voices.items() if n != node and is_holder(v, house)]
            if len({self.of(n) for n in held}) == 1:
                self.join(node, held[0])

    def _learn(self, traces: Sequence[Trace], told: list[Ends]) -> None:
        """Let a value have the voice that its copies name, where its own article tells none of it."""
        for number, trace in enumerate(traces):
            if told[number].nodes and not trace.assumed:
                continue
            named = {
                node
                for other, ends in zip(traces, told, strict=True)
                if other.source == trace.at and akin(other.first, trace.first) == 1.0
                for node in (self.add(v) for v in other.voices)
                if self.voice(node).anonymity == "named" and not self.voice(node).generic
            }
            if len({self.of(n) for n in named}) == 1:
                told[number] = Ends(frozenset(named), trace.at, own=False)
                for other, copy in enumerate(traces):
                    if copy.source == trace.at and akin(copy.first, trace.first) > 0:
                        told[other] = Ends(frozenset(named), trace.at, own=False)

    def _meet(self, traces: Sequence[Trace], told: Sequence[Ends]) -> None:
        """Put together the names of one origin among the voices of a question."""
        places: dict[Node, list[Trace]] = {}
        for trace, ends in zip(traces, told, strict=True):
            for node in ends.nodes:
                places.setdefault(node, []).append(trace)
        for node in sorted(places):
            fitting = {
                self.of(other)
                for other in sorted(places)
                if self.of(other) != self.of(node)
                and self._meets(node, other, places[node], places[other])
            }
            if len(fitting) == 1:
                self.join(node, fitting.pop())

    def _meets(
        self, node: Node, other: Node, here: Sequence[Trace], there: Sequence[Trace]
    ) -> bool:
        voice, second = self.voice(node), self.voice(other)
        if is_of_sort(voice, second) or is_of_sort(second, voice):
            return any(akin(a.first, b.first) for a in here for b in there)
        if any(v.anonymity == "described" and not _paper(v) for v in (voice, second)):
            return _is_described_in(voice, second) and any(
                akin(a.first, b.first) for a in here for b in there
            )
        if _one(voice, second):
            return True
        same = any(akin(a.first, b.first) for a in here for b in there)
        return same and (_by_land(voice, second) or (voice.generic and _official(second)))


def _marks(voice: Voice) -> list[Hashable]:
    """Return what makes two named voices one wherever they speak."""
    if voice.anonymity != "named" or voice.generic:
        return []
    marks: list[Hashable] = [("known", voice.known)] if voice.known else []
    if len(voice.core) > 1 or voice.kind in ("person", "company"):
        marks.append(voice.core)
    return marks


def _clash(one: Voice, other: Voice) -> bool:
    return bool(one.known and other.known and one.known != other.known) or bool(
        one.lands and other.lands and not one.lands & other.lands
    )


def _speaks_for(one: Voice, other: Voice) -> bool:
    """Tell whether one speaks for the other in their own text ("its chief executive, Dario Venn")."""
    if _clash(one, other):
        return False
    return any(
        a.body and a.body == b.core and b.anonymity == "named" and not b.generic
        for a, b in ((one, other), (other, one))
    )


def _one(one: Voice, other: Voice) -> bool:
    """Tell whether two names can mean one origin: more or fewer words, or who speaks for it."""
    if _clash(one, other) or not one.core or not other.core:
        return False
    if one.known and one.known == other.known:
        return True
    for a, b in ((one, other), (other, one)):
        if a.core <= b.core and a.core - a.lands:
            return True
        if a.body and (a.body <= b.core or b.core <= a.body) and (b.core - b.lands):
            return True
    return False


def _paper(voice: Voice) -> bool:
    """Tell whether a voice is somebody's papers or nobody in person: it may go by many names."""
    return voice.generic or voice.kind == "document"


def _is_described_in(one: Voice, other: Voice) -> bool:
    """Tell whether one source that is only described is named elsewhere with the same description."""
    for a, b in ((one, other), (other, one)):
        telling = a.core - a.lands
        if a.anonymity == "described" and b.anonymity == "named" and not may_be_anyone(a):
            return bool(telling) and telling <= b.described
    return False


def _by_land(one: Voice, other: Voice) -> bool:
    """Tell whether one voice is a country or capital and the other a body of it."""
    return any(
        a.core and a.core <= a.lands and a.lands & b.lands and _official(b)
        for a, b in ((one, other), (other, one))
    )


def _official(voice: Voice) -> bool:
    return voice.kind in OFFICIAL or voice.kind == "office-holder" or bool(voice.body)


def _reporter(name: str, held: Held) -> Voice:
    known = next(iter(gazetteer().lookup(name)), None)
    body = gazetteer().body(known) if known else None
    return Voice(
        name=name,
        kind=body.kind if body else "news-outlet",
        anonymity="named",
        known=body.id if body else None,
        core=frozenset(name.casefold().split()),
        lands=frozenset(),
        document=held.id,
    )


def origin_record(ident: str, voices: Sequence[Voice], held: str | None, on: str | None) -> Origin:
    """Return an origin as it is printed: its best name, and what most of its voices say of it."""
    named = [v for v in voices if v.anonymity == "named" and not v.generic] or list(voices)
    known = next((v.known for v in named if v.known), None)
    body = gazetteer().body(known) if known else None
    names = Counter(printed_name(v.name) for v in named)
    name = max(names, key=lambda n: (names[n], len(n), n))
    kinds: Counter[SpeakerKind] = Counter(v.kind for v in named if v.kind != "unknown")
    anonymity: Anonymity = named[0].anonymity
    return Origin(
        id=ident,
        name=body.name if body and (name.isupper() or not name.isascii()) else name,
        kind=body.kind if body else max(kinds, key=lambda k: (kinds[k], k), default="unknown"),
        anonymity=anonymity,
        known=known,
        held=held,
        published=on,
    )
