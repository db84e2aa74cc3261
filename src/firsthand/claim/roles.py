"""Who did what to whom, where, with what and why: the roles of an English clause."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from firsthand.claim.entities import Things, entity_of, known_mention
from firsthand.claim.view import View
from firsthand.model.claim import Role, RoleName
from firsthand.model.span import Span
from firsthand.vocabulary.entry import Mention
from firsthand.vocabulary.gazetteer import gazetteer

_MOVES = frozenset(
    {"border-crossing", "troop-deployment", "labour", "shipping", "test-launch", "training"}
)
_DEALS = frozenset(
    {"trade", "arms-transfer", "technology-transfer", "finance", "production", "shipping"}
)
_GIVES = frozenset(
    "export sell supply deliver ship provide send transfer hand pay wire donate lease smuggle resell give".split()
)
_TAKES = frozenset("import buy purchase receive obtain acquire procure get order seek".split())
_SENDS = frozenset(
    "send deploy dispatch station second move transfer withdraw pull order commit".split()
)
_CAUSES = (("due", "to"), ("because", "of"), ("owing", "to"), ("thanks", "to"), ("in", "response"), ("amid",), ("after",), ("following",), ("over",))  # fmt: skip
_PLACES = frozenset(
    "in at on near across off through inside along around within outside throughout over above".split()
)
_LONGEST = 14


@dataclass(slots=True)
class RoleReader:
    """Reads the roles of one clause."""

    view: View
    kind: str
    things: Things
    mentions: list[Mention]
    starts: list[int] = field(default_factory=list)
    out: list[Role] = field(default_factory=list)

    def read(self) -> tuple[Role, ...]:
        """Return the roles in text order."""
        view = self.view
        self.starts = [m.span[0] for m in self.mentions]
        subject = self._subject()
        verb = view.verb
        if verb is None:
            self._prepositions(0)
            return self._done()
        passive = verb.passive
        if subject[0] < subject[1]:
            self._add("object" if passive else "agent", *subject)
        self._inner(subject)
        after = verb.end
        end = self._object_end(after)
        if end > after and not passive:
            self._add("object", after, end)
            self._inner((after, end))
        self._prepositions(max(end, after))
        self._parties()
        return self._done()

    def _done(self) -> tuple[Role, ...]:
        seen: set[tuple[str, Span]] = set()
        out = []
        for role in sorted(self.out, key=lambda r: (r.span, r.role)):
            if (role.role, role.span[0]) not in seen:
                seen.add((role.role, role.span[0]))
                out.append(role)
        return tuple(out)

    # --- parts of the clause ----------------------------------------------------------------------

    def _subject(self) -> tuple[int, int]:
        """Return the subject: the words before the verb without what leads them in."""
        view, verb = self.view, self.view.verb
        if verb is None:
            return 0, 0
        first, last = 0, verb.start
        if view.tag(0) in "PASRO" or view.tag(0) == "D" and view.low(0) in ("this", "last", "next"):
            comma = next((i for i in range(last) if view.tag(i) == ","), None)
            if comma is not None and view.tag(0) in "PAS":
                first = comma + 1
        if view.tag(first) == "R":
            return 0, 0
        while last > first and view.tag(last - 1) in "A,":
            last -= 1
        return first, last

    def _object_end(self, first: int) -> int:
        view = self.view
        i = first
        while i < len(view.words) and i - first < _LONGEST:
            if view.tag(i) in "PTSR,;:C" and not (
                view.tag(i) == "C" and view.tag(i + 1) in "ND#" and i > first
            ):
                if view.low(i) in (
                    "of",
                    "some",
                    "about",
                    "over",
                    "under",
                    "around",
                    "nearly",
                ) and i + 1 < len(view.words):
                    i += 1
                    continue
                break
            if self._in_time(i):
                break
            i += 1
        return i

    def _in_time(self, i: int) -> bool:
        at = self.view.words[i].start
        return any(m.start <= at < m.end for m in self.view.moments)

    def _phrase_end(self, first: int) -> int:
        """Return where the noun phrase behind a preposition ends."""
        view = self.view
        i = first
        while i < len(view.words) and i - first < _LONGEST:
            tag = view.tag(i)
            if (
                i > first
                and (tag in "PTSR;:" and view.low(i) not in ("of", "and"))
                or tag in ",;"
                or self._in_time(i)
            ):
                break
            if tag in "XV" or (view.verb and view.verb.start <= i < view.verb.end):
                break
            if tag == "C" and view.tag(i + 1) not in "ND#":
                break
            i += 1
        return i

    # --- roles by preposition ---------------------------------------------------------------------

    def _inner(self, span: tuple[int, int]) -> None:
        """Read roles told inside a noun phrase: "exports of steel from Turkey to Kyrgyzstan"."""
        low, high = span
        for i in range(low + 1, high - 1):
            if self.view.tag(i) in "PT" and self.view.low(i) in (
                "from",
                "to",
                "in",
                "into",
                "through",
                "via",
                "between",
            ):
                end = min(self._phrase_end(i + 1), high)
                if self._mention_in(i + 1, end):
                    self._by_preposition(i, end)

    def _prepositions(self, first: int) -> None:
        view = self.view
        i = first
        while i < len(view.words) - 1:
            if view.tag(i) in "PT" and not self._in_time(i):
                if self._special(i):
                    i += 1
                    continue
                end = self._phrase_end(i + 1)
                if end > i + 1:
                    self._by_preposition(i, end)
                    i = max(i + 1, end if view.low(i) not in ("of",) else i + 1)
                    continue
            i += 1

    def _special(self, i: int) -> bool:
        """Read "by using …", "due to …", "to support …"; tell whether the words were one of these."""
        view = self.view
        if view.low(i) in ("by", "through", "via", "with") and view.tag(i + 1) == "G":
            self._add("means", i + 1, self._clause_end(i + 1))
            return True
        if view.tag(i) == "T" and view.tag(i + 1) == "B":
            self._add("purpose", i, self._clause_end(i + 1))
            return True
        for words in _CAUSES:
            if all(view.low(i + k) == w for k, w in enumerate(words)) and view.low(i) not in (
                "over",
                "after",
            ):
                first = i + len(words) + (words == ("in", "response"))
                end = self._clause_end(first)
                if end > first:
                    self._add("cause", first, end)
                    return True
        return view.low(i) in ("due", "because", "owing", "thanks") or view.low(i - 1) in (
            "due",
            "owing",
            "thanks",
        )

    def _clause_end(self, first: int) -> int:
        i = first
        while i < len(self.view.words) and self.view.tag(i) not in ",;:" and not self._in_time(i):
            i += 1
        return i

    def _by_preposition(self, i: int, end: int) -> None:
        low = self.view.low(i)
        mention = self._mention_in(i + 1, end)
        named = mention is not None or self.view.words[i + 1].capital
        if low == "from" and (named or self.kind in _MOVES):
            self._add("origin-place", i + 1, end)
            if self.kind in _DEALS and mention is not None:
                self._add("exporter", i + 1, end)
        elif low in ("to", "into", "towards", "toward", "onto", "for") and (
            named or self.kind in _MOVES
        ):
            self._towards(low, i, end, mention)
        elif low in _PLACES and (mention is not None or self._placelike(i + 1, end)):
            self._add("place", i + 1, end)
            if self.kind in ("labour", "troop-deployment", "training") and mention is not None:
                self._add("host", i + 1, end)
        elif (
            low == "by"
            and self.view.verb
            and self.view.verb.passive
            and self.view.tag(i + 1) not in "#G"
        ):
            self._add("agent", i + 1, end)
        elif low == "by" and mention is not None and mention.form in ("people", "demonym"):
            self._add("agent", i + 1, end)
        elif low in ("via", "through") and named:
            self._add("place", i + 1, end)
        elif low in ("with", "using") and not named and self.kind in ("evasion", "cyber", "combat"):
            self._add("means", i + 1, end)
        elif low == "for" and end > i + 1:
            self._add("purpose", i + 1, end)

    def _towards(self, low: str, i: int, end: int, mention: Mention | None) -> None:
        if low == "for" and mention is None:
            self._add("purpose", i + 1, end)
            return
        if self.kind in _MOVES and self.kind != "shipping":
            self._add("destination", i + 1, end)
            if self.kind in ("labour", "troop-deployment", "training") and mention is not None:
                self._add("host", i + 1, end)
        elif self.kind in _DEALS:
            self._add("recipient" if self.kind != "shipping" else "destination", i + 1, end)
            if self.kind != "finance" and mention is not None:
                self._add("importer", i + 1, end)
        else:
            self._add("recipient" if low == "to" else "destination", i + 1, end)

    def _placelike(self, first: int, end: int) -> bool:
        low = {self.view.low(k) for k in range(first, end)}
        return bool(low & {
            "border", "crossing", "port", "base", "mine", "plant", "factory", "shipyard", "site", "sites", "works",
            "airport", "station", "front", "sea", "strait", "gulf", "bay", "region", "city", "village", "camp", "checkpoint",
            "river", "coast", "waters", "berth", "anchorage", "district", "province", "university", "universities", "school", "market", "line", "range",
        })  # fmt: skip

    # --- parties ----------------------------------------------------------------------------------

    def _parties(self) -> None:
        """Name exporter, importer and sender where the verb tells which side the agent is on."""
        verb = self.view.verb
        main = set(verb.lemmas) if verb else set()
        agents = [r for r in self.out if r.role == "agent"]
        for role in agents:
            if self.kind in ("trade", "arms-transfer", "technology-transfer"):
                if main & _GIVES:
                    self.out.append(self._as(role, "exporter"))
                elif main & _TAKES:
                    self.out.append(self._as(role, "importer"))
            if self.kind in ("labour", "troop-deployment") and main & _SENDS:
                self.out.append(self._as(role, "sender"))
        if self.kind in ("labour", "troop-deployment") and not any(
            r.role == "sender" for r in self.out
        ):
            self._sent_by_name()
        if self.kind == "trade":
            self._possessed()

    def _sent_by_name(self) -> None:
        """Take "North Korean workers" as sent from their country."""
        for role in list(self.out):
            if role.role in ("agent", "object") and role.known:
                mention = self._mention_at(role.span[0])
                if mention is not None and mention.form == "demonym":
                    self.out.append(self._of_mention("sender", mention))
                    return

    def _possessed(self) -> None:
        """Read "Japan's imports of Lao coal" as importer and exporter."""
        view = self.view
        for i, word in enumerate(view.words):
            role: RoleName | None = (
                "importer"
                if word.low.startswith("import")
                else "exporter"
                if word.low.startswith("export")
                else None
            )
            if role is None or word.tag in "XV":
                continue
            owner = self._mention_ending(i)
            if owner is not None:
                self.out.append(self._of_mention(role, owner))
            other = self._mention_after_of(i)
            if other is not None and role == "importer":
                self.out.append(self._of_mention("exporter", other))

    def _mention_ending(self, i: int) -> Mention | None:
        if i == 0:
            return None
        span = (self.view.words[max(0, i - 2)].start, self.view.words[i].start)
        return next(
            (m for m in self.mentions if span[0] <= m.span[0] and m.span[1] <= span[1]), None
        )

    def _mention_after_of(self, i: int) -> Mention | None:
        if self.view.low(i + 1) != "of":
            return None
        return self._mention_in(i + 2, min(i + 5, len(self.view.words)))

    # --- making roles -----------------------------------------------------------------------------

    def _mention_in(self, first: int, end: int) -> Mention | None:
        if first >= end or first >= len(self.view.words):
            return None
        low, high = self.view.words[first].start, self.view.words[end - 1].end
        at = bisect_left(self.starts, low)
        if at < len(self.mentions) and self.mentions[at].span[1] <= high:
            return self.mentions[at]
        return None

    def _mention_at(self, span: Span) -> Mention | None:
        at = bisect_left(self.starts, span[0])
        if at < len(self.mentions) and self.mentions[at].span[1] <= span[1]:
            return self.mentions[at]
        return None

    def _add(self, role: RoleName, first: int, end: int) -> None:
        while end > first and self.view.tag(end - 1) in ",;:PT":
            end -= 1
        if end <= first:
            return
        span = (self.view.words[first].start, self.view.words[end - 1].end)
        mention = self._mention_in(first, end)
        as_place = role in ("place", "origin-place", "destination", "host")
        ident = (
            entity_of(self.things, mention, as_place=as_place)
            if mention
            else self.things.inside(span)
        )
        known = known_mention(mention, as_place=as_place) if mention else None
        if mention is None and ident:
            known = next((e.known for e in self.things.entities if e.id == ident), None)
        self.out.append(
            Role(
                role=role,
                text=self.things.text[span[0] : span[1]],
                span=(span,),
                entity=ident,
                known=known,
            )
        )

    def _of_mention(self, role: RoleName, mention: Mention) -> Role:
        ident = entity_of(self.things, mention, as_place=False)
        text = self.things.text[mention.span[0] : mention.span[1]]
        return Role(
            role=role,
            text=text,
            span=(mention.span,),
            entity=ident,
            known=known_mention(mention, as_place=False),
        )

    @staticmethod
    def _as(role: Role, name: RoleName) -> Role:
        return Role(role=name, text=role.text, span=role.span, entity=role.entity, known=role.known)


def country_of(known: str | None) -> str | None:
    """Return the country that a known place or body belongs to."""
    if known is None:
        return None
    place, body = gazetteer().place(known), gazetteer().body(known)
    if place is not None:
        return place.id if place.kind == "country" else place.country
    return body.country if body else None
