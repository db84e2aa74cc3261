"""Who did what to whom, where, with what and why: the roles of a clause."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from firsthand.claim.entities import Things
from firsthand.claim.role_makers import Maker
from firsthand.claim.view import View
from firsthand.model.claim import Role
from firsthand.model.span import Span
from firsthand.vocabulary.entry import Mention
from firsthand.vocabulary.gazetteer import gazetteer
from firsthand.vocabulary.light_words import light_words
from firsthand.vocabulary.role_words import RoleWords, role_words, sides

_MOVES = frozenset(
    {"border-crossing", "troop-deployment", "labour", "shipping", "test-launch", "training"}
)
_DEALS = frozenset(
    {"trade", "arms-transfer", "technology-transfer", "finance", "production", "shipping"}
)
_TRADES = frozenset({"trade", "arms-transfer", "technology-transfer"})
_HOSTED = frozenset({"labour", "troop-deployment", "training"})
_SENT = frozenset({"labour", "troop-deployment"})
_TOOLED = frozenset({"evasion", "cyber", "combat"})
_LONGEST = 14


def roles_of(view: View, kind: str, things: Things) -> tuple[Role, ...]:
    """Return the roles of a clause in text order. `things`: gains the entities that the roles name."""
    return _Reader(view, kind, Maker(view, things), role_words(view.language)).read()


@dataclass(slots=True)
class _Reader:
    """Reads the roles of one clause."""

    view: View
    kind: str
    make: Maker
    words: RoleWords
    main: frozenset[str] = field(default_factory=frozenset)

    def read(self) -> tuple[Role, ...]:
        view, verb = self.view, self.view.verb
        if verb is None:
            self._prepositions(0)
            self._parties()
            return self._told()
        lexicon = sides(view.language)
        doing = verb.lemmas if view.language == "en" else [w.low for w in view.words]
        self.main = frozenset(side for x in doing for side in lexicon.word(x))
        subject, after = self._subject(), verb.end
        if view.language != "en" and subject[0] == subject[1]:
            after = self._late_subject_end(after)
            subject = verb.end, after
        if subject[0] < subject[1]:
            self.make.add("object" if verb.passive else "agent", *subject)
        self._inner((-1, subject[0] if subject[0] < verb.start else verb.start))
        self._inner(subject)
        end = self._object_end(after)
        if end > after and not verb.passive and view.tag(after) != "E":
            self.make.add("object", after, end)
            self._inner((after, end))
        self._prepositions(max(end, after))
        self._parties()
        return self._told()

    def _told(self) -> tuple[Role, ...]:
        seen: set[tuple[str, Span]] = set()
        out = []
        for role in sorted(self.make.out, key=lambda r: (r.span, r.role)):
            if (role.role, role.span[0]) not in seen:
                seen.add((role.role, role.span[0]))
                out.append(role)
        return tuple(out)

    # --- parts of the clause ----------------------------------------------------------------------

    def _subject(self) -> tuple[int, int]:
        """Return the subject: the words before the verb without what leads them in."""
        view = self.view
        first, last = 0, view.verb.start if view.verb else 0
        if view.language != "en":
            while first < last and (view.in_time(first) or view.tag(first) in "P,"):
                first = self._phrase_end(first + 1) if view.tag(first) == "P" else first + 1
        elif view.tag(0) in "PAS":
            first = next((i + 1 for i in range(last) if view.tag(i) == ","), 0)
        if view.tag(first) == "R":
            return 0, 0
        light = light_words(view.language) if view.language != "en" else None
        while last > first:
            negates = light is not None and light.has("negations", view.low(last - 1))
            if view.tag(last - 1) not in "A," and not negates:
                break
            last -= 1
        return first, last

    def _late_subject_end(self, first: int) -> int:
        """Return where the subject ends that stands behind the verb: "feuerte Nordkorea | zwei Raketen"."""
        view = self.view
        i = first
        while i < len(view.words) and view.tag(i) not in "P,;:C" and not view.in_time(i):
            if self._new_count(i, first):
                break
            i += 1
        return i

    def _new_count(self, i: int, first: int) -> bool:
        """Tell whether a number begins the next phrase, where no article parts phrases: "КНДР | 120 тонн"."""
        light = self.view.language != "en"
        return light and i > first and self.view.tag(i) == "#" and self.view.tag(i - 1) != "#"

    def _object_end(self, first: int) -> int:
        view = self.view
        i = first
        limit = min(len(view.words), first + _LONGEST)
        while i < limit and not view.in_time(i):
            listed = view.tag(i) == "C" and view.tag(i + 1) in "ND#" and i > first
            loose = view.low(i) in self.words.loose and i + 1 < len(view.words)
            if view.tag(i) in "PTSR,;:C" and not (listed or loose):
                break
            i += 1
        return i

    def _phrase_end(self, first: int) -> int:
        """Return where the noun phrase behind a preposition ends."""
        view = self.view
        i = first
        limit = min(len(view.words), first + _LONGEST)
        while i < limit and not view.in_time(i):
            tag, goes_on = view.tag(i), view.low(i) in self.words.goes_on
            if (
                tag in ",;XV"
                or self._new_count(i, first)
                or (i > first and tag in "PTSR:" and not goes_on)
            ):
                break
            if view.verb and view.verb.start <= i < view.verb.end:
                break
            if tag == "C" and view.tag(i + 1) not in "ND#":
                break
            i += 1
        return i

    def _clause_end(self, first: int) -> int:
        i = first
        while (
            i < len(self.view.words) and self.view.tag(i) not in ",;:" and not self.view.in_time(i)
        ):
            i += 1
        return i

    # --- roles by preposition ---------------------------------------------------------------------

    def _inner(self, span: tuple[int, int]) -> None:
        """Read roles told inside a noun phrase or in front of it: "exports of steel from Turkey to Kyrgyzstan"."""
        low, high = span
        for i in range(low + 1, high - 1):
            if self.view.tag(i) in "PT" and self.view.low(i) in self.words.inner:
                end = min(self._phrase_end(i + 1), high)
                if self.make.mention_in(i + 1, end):
                    self._by_preposition(i, end)

    def _prepositions(self, first: int) -> None:
        view = self.view
        i = first
        while i < len(view.words) - 1:
            if view.tag(i) in "PT" and not view.in_time(i) and not self._special(i):
                end = self._phrase_end(i + 1)
                if end > i + 1:
                    self._by_preposition(i, end)
                    i = i + 1 if view.low(i) in self.words.goes_on else end
                    continue
            i += 1

    def _special(self, i: int) -> bool:
        """Read "by using …", "due to …", "to support …"; tell whether the words were one of these."""
        view, words = self.view, self.words
        low = view.low(i)
        if view.tag(i + 1) == "G" and low in words.by | words.through | words.with_:
            self.make.add("means", i + 1, self._clause_end(i + 1))
            return True
        if view.tag(i) == "T" and view.tag(i + 1) == "B":
            self.make.add("purpose", i, self._clause_end(i + 1))
            return True
        # A group may begin before its preposition: "because of" is read at "of", "due to" at "to".
        for cause, place in _causes(view.language).get(low, ()):
            first, length = i - place, len(cause.split())
            if first >= 0 and view.has_words(first, cause):
                self.make.add("cause", first + length, self._clause_end(first + length))
                return True
        return False

    def _by_preposition(self, i: int, end: int) -> None:
        view, words, add = self.view, self.words, self.make.add
        low, first = view.low(i), i + 1
        mention = self.make.mention_in(first, end)
        named = mention is not None or view.words[first].capital
        moves = named or self.kind in _MOVES
        passive = view.verb is not None and view.verb.passive
        agent = (passive and view.tag(first) not in "#G") or (
            mention is not None and mention.form in ("people", "demonym")
        )
        if low in words.by and agent:
            add("agent", first, end)
        elif low in words.origin and moves:
            add("origin-place", first, end)
            if self.kind in _TRADES and mention is not None:
                add("exporter", first, end)
        elif low in words.towards and moves and not self._rests(low, mention):
            self._towards(low, first, end, mention)
        elif low in words.places and (mention is not None or self._placelike(first, end)):
            add("place", first, end)
            if self.kind in _HOSTED and mention is not None:
                add("host", first, end)
        elif low in words.through and named:
            add("place", first, end)
        elif low in words.with_ and not named and self.kind in _TOOLED:
            add("means", first, end)
        elif low in words.purpose:
            add("purpose", first, end)

    def _rests(self, low: str, mention: Mention | None) -> bool:
        """Tell "в России" from "в Россию": where one preposition tells both, the kind decides."""
        if low not in self.words.places:
            return False
        return (
            mention is None
            or (self.kind not in _MOVES and self.kind not in _DEALS)
            or (self.kind in _HOSTED and not self.main)
        )

    def _towards(self, low: str, first: int, end: int, mention: Mention | None) -> None:
        add = self.make.add
        if low in self.words.purpose and mention is None:
            add("purpose", first, end)
        elif self.kind in _MOVES and self.kind != "shipping":
            add("destination", first, end)
            if self.kind in _HOSTED and mention is not None:
                add("host", first, end)
        elif self.kind in _DEALS:
            add("destination" if self.kind == "shipping" else "recipient", first, end)
            if self.kind in _TRADES and mention is not None:
                add("importer", first, end)
        else:
            add("recipient" if low == "to" else "destination", first, end)

    def _placelike(self, first: int, end: int) -> bool:
        return any(self.view.low(k) in self.words.place_nouns for k in range(first, end))

    # --- parties ----------------------------------------------------------------------------------

    def _parties(self) -> None:
        """Name exporter, importer and sender where the verb tells which side the agent is on."""
        make = self.make
        for role in [r for r in make.out if r.role == "agent"]:
            if self.kind in _TRADES and "gives" in self.main:
                make.again(role, "exporter")
            elif self.kind in _TRADES and "takes" in self.main:
                make.again(role, "importer")
            if self.kind in _SENT and "sends" in self.main:
                make.again(role, "sender")
        if self.kind == "border-crossing" and self._enters():
            for role in [r for r in make.out if r.role == "object" and r.known]:
                make.again(role, "destination")
        if self.kind in _SENT and all(r.role != "sender" for r in make.out):
            self._sent_by_name()
        if self.kind == "trade":
            self._possessed()

    def _sent_by_name(self) -> None:
        """Take "North Korean workers" as sent from their country."""
        for role in self.make.out:
            if role.role in ("agent", "object") and role.known:
                mention = self.make.mention_at(role.span[0])
                if mention is not None and mention.form == "demonym":
                    self.make.of_mention("sender", mention)
                    return
        if self.view.verb is None:
            named = next((m for m in self.view.mentions if m.form in ("demonym", "people")), None)
            if named is not None:
                self.make.of_mention("sender", named)

    def _enters(self) -> bool:
        verb = self.view.verb
        return verb is not None and any(
            "enters" in sides(self.view.language).word(x) for x in verb.lemmas
        )

    def _possessed(self) -> None:
        """Read "Japan's imports of Lao coal" as importer and exporter."""
        view, words = self.view, self.words
        for i, word in enumerate(view.words):
            if word.tag in "XV" or not word.low.startswith(words.imports + words.exports):
                continue
            imports = word.low.startswith(words.imports)
            owner = self.make.mention_before(i)
            if owner is not None:
                self.make.of_mention("importer" if imports else "exporter", owner)
            if imports and view.low(i + 1) == "of":
                other = self.make.mention_in(i + 2, min(i + 5, len(view.words)))
                if other is not None:
                    self.make.of_mention("exporter", other)


@cache
def _causes(language: str) -> dict[str, tuple[tuple[str, int], ...]]:
    """Return the groups in front of a cause by each of their words, with its place in the group."""
    out: dict[str, list[tuple[str, int]]] = {}
    for cause in role_words(language).causes:
        for place, word in enumerate(cause.split()):
            out.setdefault(word, []).append((cause, place))
    return {word: tuple(listed) for word, listed in out.items()}


@cache
def country_of(known: str | None) -> str | None:
    """Return the country that a known place or body belongs to."""
    if known is None:
        return None
    place, body = gazetteer().place(known), gazetteer().body(known)
    if place is not None:
        return place.id if place.kind == "country" else place.country
    return body.country if body else None
