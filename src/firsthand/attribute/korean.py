"""The grammar of Korean reporting: "X는 (Y를 인용해) C고 말했다", "X에 따르면 C"."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from dataclasses import dataclass

from firsthand.attribute.draft import Draft, Range, Way
from firsthand.attribute.particles import Spans, bounds, read_phrase
from firsthand.attribute.phrase import Phrase
from firsthand.attribute.speakers import Mention
from firsthand.attribute.views import View
from firsthand.model.attribution import SpeakerKind
from firsthand.vocabulary.cues import Cue, cues
from firsthand.vocabulary.heads import kind_of_head

LONGEST = 24
"""Letters of a word in which the form of a verb is looked up."""
_WORD = re.compile(r"\S+")
_QUOTED_END = re.compile(
    r"(?:(?:다|라|자|냐|까|려)(?P<mark>[\"”’'」』]?)고|[\"”’'」』](?:이?라고|고|라며|이라며))[,]?\Z"
)
_GOES_ON = re.compile(r"(?:고|며|지만|으나|는데|으며)[,]\Z")
_THING_END = re.compile(r"것으로\Z")
_TOPIC = re.compile(r"(?:께서는|께서|측은|측이|은|는|이|가)[,]?\Z")
_BY = re.compile(r"(.+?)(?:에|의 말에|의 설명에|의 발표에) (?:따르면|의하면),?\s*")
_CITING = re.compile(
    r"\s*(.+?)(?:을|를)\s?"
    r"(?:인용해|인용하여|인용|근거로|토대로|바탕으로|분석한 결과|조사한 결과)[,]?(?=\s)"
)
_SEEN = re.compile(
    r"(.+?)(?:이|가)\s(?:단독\s)?(?:입수한|확인한|열람한|확보한|본|검토한)\s(\S+?)(?:에는|에서는|에|엔|은|는)\s"
)
_TIME = re.compile(
    r"(?:\d{1,2}일(?:\([^)]*\))?|\d{1,2}월|\d{4}년|오전|오후|이날|지난\S*|올해|작년|최근|어제|오늘)\Z"
)
_ADJUNCT = re.compile(
    r"(?:에서|뒤|후|직후|에게|에|통해|관련해|대해|모두|함께|또|또한|이어|공동으로|처음으로)[,]?\Z"
)
_HEADING = re.compile(r"\s*([^:：“\"]{1,20})[:：]\s+(?=\S)")
_BOTH = re.compile(r"(\S+?)(?:과|와)\s(\S+?)(?:은|는|이|가)\s(?:모두|함께|각각|공동)")
COLON = Cue(":", "say", None, 0.0, voice=True, takes=frozenset({"clause"}))


@dataclass(slots=True)
class _Clause:
    """A stretch of text with its words, and who stands above it."""

    start: int
    end: int
    subject: Range | None = None


class _Reader:
    def __init__(
        self, view: View, kind: Callable[[View, int, int], SpeakerKind | None],
        medium: Callable[[View, int, int], bool],
    ) -> None:  # fmt: skip
        self.text = view.text
        self.spans = Spans(view.text)
        self.kind, self.medium = kind, medium
        self.drafts: list[Draft] = []

    def add(
        self, way: Way, rule: str, cue: Cue, source: Range | None, cue_range: Range | None
    ) -> Draft:
        draft = Draft(
            self.spans.view,
            way,
            rule,
            cue,
            [source] if source else [],
            [cue_range] if cue_range else [],
        )
        self.drafts.append(draft)
        return draft

    def words(self, start: int, end: int) -> list[tuple[int, int]]:
        return [m.span() for m in _WORD.finditer(self.text, start, end)]

    def read(self, start: int, end: int, depth: int = 0) -> None:
        """Read a clause; what is said in it is read in turn."""
        if depth > 8 or end - start < 4:
            return
        if self._by(start, end, depth) or self._seen(start, end, depth):
            return
        words = self.words(start, end)
        cut = self._second_clause(words)
        if cut is not None:
            self.read(start, cut[0], depth + 1)
            self.read(cut[1], end, depth + 1)
            return
        found = self._verb(words)
        if found is None:
            self._nobody(words, start, end)
            return
        at, cue = found
        self._frame(words, at, cue, (start, end), depth)

    def _by(self, start: int, end: int, depth: int) -> bool:
        match = _BY.match(self.text, start, min(end, start + 120))
        if match is None:
            return False
        source = self.spans.at(*match.span(1))
        after = self.text.find("따르면", match.end(1), match.end())
        at = after if after >= 0 else match.end(1)
        cue = Cue("따르면", "say", None, 0.0, voice=True, takes=frozenset())
        draft = self.add("by", "“에 따르면” and its source", cue, source, self.spans.at(at, at + 3))
        draft.content = _some(self.spans.at(match.end(), end))
        self.read(match.end(), end, depth + 1)
        return True

    def _seen(self, start: int, end: int, depth: int) -> bool:
        match = _SEEN.match(self.text, start, min(end, start + 120))
        if match is None:
            return False
        outer_source, inner_source = self.spans.at(*match.span(1)), self.spans.at(*match.span(2))
        if (
            outer_source is None
            or inner_source is None
            or not self.medium(self.spans.view, *outer_source)
        ):
            return False
        words = self.words(match.end(), end)
        found = self._verb(words)
        quoted = self._quoted_end(words, found[0]) if found else None
        if found is None or quoted is None:
            return False
        cue = Cue("입수한", "see", "reports", 0.0, voice=True, takes=frozenset())
        verb = match.group().split(" ")[1]
        place = self.text.index(verb, match.end(1))
        outer = self.add(
            "via",
            "an outlet has seen a document",
            cue,
            outer_source,
            self.spans.at(place, place + len(verb)),
        )
        outer.content = _some(self.spans.at(match.start(2), end))
        inner = self.add(
            "verb",
            f"{found[1].lemma}: what a document says",
            found[1],
            inner_source,
            self.spans.at(words[found[0]][0], end),
        )
        stop = quoted[1]
        inner.content = _some(self.spans.at(match.end(), stop))
        inner.parent = outer
        self.read(match.end(), stop, depth + 1)
        return True

    def _second_clause(self, words: list[tuple[int, int]]) -> tuple[int, int] | None:
        """Return where "A는 C고 밝혔고, | B는 …" parts: end of one clause, start of the next."""
        for at in range(1, len(words) - 2):
            word = self.text[words[at][0] : words[at][1]]
            before = self.text[words[at - 1][0] : words[at - 1][1]]
            joins = _GOES_ON.search(word) and cue_verb(word) is not None
            if joins and (_QUOTED_END.search(before) or _THING_END.search(before)):
                return words[at][1] - 1, words[at][1]
        return None

    def _verb(self, words: list[tuple[int, int]]) -> tuple[int, Cue] | None:
        """Return the last word that is a cue verb, within the last three words."""
        for at in range(len(words) - 1, max(-1, len(words) - 4), -1):
            cue = cue_verb(self.text[words[at][0] : words[at][1]])
            if cue is not None and cue.voice:
                return at, cue
        return None

    def _quoted_end(self, words: list[tuple[int, int]], verb: int) -> tuple[int, int] | None:
        """Return the word that ends what is said before a verb, and where its content ends."""
        for at in range(verb - 1, max(-1, verb - 8), -1):
            word = self.text[words[at][0] : words[at][1]]
            if _QUOTED_END.search(word):
                cut = min(
                    i for i in (word.rfind(m) for m in ("고", "라며", "라고", '"', "”")) if i >= 0
                )
                return at, words[at][0] + cut
            if _THING_END.search(word):
                return at, words[at][1] - 2
        return None

    def _frame(
        self, words: list[tuple[int, int]], verb: int, cue: Cue, span: tuple[int, int], depth: int
    ) -> None:
        quoted = self._quoted_end(words, verb)
        subject = self._subject(words, quoted[0] if quoted else verb, span[0])
        behind = self._subject_between(words, quoted[0], verb) if quoted else None
        if subject is None and behind is None:
            if quoted is not None and _is_thing(self.text, words[quoted[0]]):
                self._nobody(words, *span)
            return
        begin = span[0] if behind is not None else (subject or (0, 0, 0))[2]
        sources = [behind] if behind is not None else self._members(subject, span)
        begin, citing = self._inserts(begin, words[quoted[0]][0] if quoted else words[verb][0])
        stop = quoted[1] if quoted else words[verb][0]
        if quoted is None and "value" not in cue.takes and "np" not in cue.takes:
            return
        content = _some(self.spans.at(begin, stop))
        for source in sources:
            draft = self.add(
                "verb",
                f"{cue.lemma}: content before its verb",
                cue,
                source,
                self.spans.at(*words[verb]),
            )
            draft.content = content
            for place, mark in citing:
                deeper = self.add("citing", "“인용해”: the source behind it", cue, place, mark)
                deeper.parent = deeper.shares = draft
        self.read(begin, stop, depth + 1)

    def _subject(
        self, words: list[tuple[int, int]], limit: int, start: int
    ) -> tuple[int, int, int] | None:
        """Return start and end of the subject without its particle, and where the rest begins."""
        first: tuple[int, int, int] | None = None
        for at in range(limit):
            low, high = words[at]
            word = self.text[low:high]
            particle = _TOPIC.search(word)
            if particle is None or particle.start() == 0 or _QUOTED_END.search(word):
                continue
            found = (start, low + particle.start(), high)
            if particle.group().rstrip(",") in ("은", "는", "께서는", "측은"):
                return found if first is None or at - 3 <= 0 or first[1] == found[1] else first
            if first is None:
                first = found
            if at > 8:
                break
        return first

    def _subject_between(
        self, words: list[tuple[int, int]], quoted: int, verb: int
    ) -> Range | None:
        """Return a subject that stands between what is said and its verb."""
        for at in range(quoted + 1, verb):
            low, high = words[at]
            particle = _TOPIC.search(self.text[low:high])
            if particle is not None and particle.start() > 0:
                return self.spans.at(words[quoted + 1][0], low + particle.start())
        return None

    def _members(self, subject: tuple[int, int, int] | None, span: tuple[int, int]) -> list[Range]:
        if subject is None:
            return []
        both = _BOTH.match(self.text, subject[0], span[1])
        if both is not None:
            return [r for r in (self.spans.at(*both.span(1)), self.spans.at(*both.span(2))) if r]
        one = self.spans.at(subject[0], subject[1])
        return [one] if one else []

    def _inserts(self, begin: int, limit: int) -> tuple[int, list[tuple[Range, Range]]]:
        """Step over times, places and "X를 인용해" behind the subject."""
        citing: list[tuple[Range, Range]] = []
        for _ in range(8):
            match = _CITING.match(self.text, begin, limit)
            if match is not None and match.end() - begin < 80:
                source, mark = (
                    self.spans.at(*match.span(1)),
                    self.spans.at(match.end(1) + 1, match.end()),
                )
                if source is not None and mark is not None:
                    citing.append((source, mark))
                begin = match.end()
                continue
            word = _WORD.search(self.text, begin, limit)
            if word is None:
                break
            if _TIME.search(word.group()) or (_ADJUNCT.search(word.group()) and word.end() < limit):
                begin = word.end()
                continue
            following = _WORD.search(self.text, word.end(), limit)
            third = _WORD.search(self.text, following.end(), limit) if following else None
            if following is not None and following.group().rstrip(",") in (
                "뒤",
                "후",
                "직후",
                "통해",
            ):
                begin = following.end()
            elif third is not None and third.group().rstrip(",") in ("뒤", "후", "직후", "통해"):
                begin = third.end()
            else:
                break
        return begin, citing

    def _nobody(self, words: list[tuple[int, int]], start: int, end: int) -> None:
        """Read "… 것으로 알려졌다": the passive names nobody."""
        if not words:
            return
        low, high = words[-1]
        last = self.text[low:high]
        known = next((p for p in _nobody_phrases() if last.startswith(p[0])), None)
        if known is None or len(words) < 2:
            return
        before = self.text[words[-2][0] : words[-2][1]]
        if not (_THING_END.search(before) or _QUOTED_END.search(before)):
            return
        draft = self.add(
            "nobody", f"“{known[0]}”: nobody is named", known[1], None, self.spans.at(low, high)
        )
        cut = before.rindex("으로") if _THING_END.search(before) else before.rindex("고")
        draft.content = _some(self.spans.at(start, words[-2][0] + cut))


def _is_thing(text: str, word: tuple[int, int]) -> bool:
    return bool(_THING_END.search(text[word[0] : word[1]]))


def _some(range_: Range | None) -> list[Range]:
    return [range_] if range_ is not None else []


@functools.cache
def _nobody_phrases() -> tuple[tuple[str, Cue], ...]:
    phrases = (phrase for each in cues("ko").phrases.values() for phrase in each)
    return tuple((" ".join(p.words), p.cue) for p in phrases if p.role == "nobody")


def cue_verb(word: str) -> Cue | None:
    """Return the cue whose form a word begins with, the longest form first; None for none."""
    return _cue_verb(word.strip("\"”’'.,")[:LONGEST])


@functools.lru_cache(maxsize=2048)
def _cue_verb(bare: str) -> Cue | None:
    verbs = cues("ko").verbs
    for length in range(len(bare), 0, -1):
        forms = verbs.get(bare[:length])
        if forms and (length > 1 or len(bare) <= 2):
            return forms[0].cue
    return None


def read_view(
    view: View, kind: Callable[[View, int, int], SpeakerKind | None],
    medium: Callable[[View, int, int], bool], *, nested: bool,
) -> list[Draft]:  # fmt: skip
    """Return the drafts of a Korean view; arguments as for English."""
    start, end = bounds(view)
    while end > start and view.text[end - 1] in '.!?”"':
        end -= 1
    reader = _Reader(view, kind, medium)
    heading = _HEADING.match(view.text, start, end)
    if heading is not None and not nested:
        source = reader.spans.at(*heading.span(1))
        if source is not None and kind(reader.spans.view, *source) is not None:
            colon = view.text.index(heading.group().strip()[-1], heading.end(1))
            reader.spans.view.starts.append(colon)
            reader.spans.view.ends.append(colon + 1)
            reader.spans.view.low.append(":")
            reader.spans.view.kind.append("w")
            index = len(reader.spans.view) - 1
            draft = reader.add(
                "heading", "a colon after a voice", COLON, source, (index, index + 1)
            )
            draft.content = _some(reader.spans.at(heading.end(), end))
            start = heading.end()
    reader.read(start, end)
    return [d for d in reader.drafts if d.content or d.shares]


@functools.lru_cache(maxsize=2048)
def read_korean(words: str) -> Phrase:
    """Return what a Korean source span says of itself."""
    bare = " ".join(words.split()).strip("\"“”‘’'《》〈〉 ,")
    tokens = bare.split(" ")
    lists = cues("ko").list
    if len(tokens) >= 2 and tokens[-1] in lists("titles") and _is_person(tokens[-2]):
        return read_phrase(bare, tokens[-2], "ko", titled=True)
    bracket = re.match(r"(.+?)\s*\([^)]{2,30}\)\Z", bare)
    return read_phrase(bare, bracket.group(1) if bracket else bare, "ko", titled=False)


def _is_person(name: str) -> bool:
    surnames = cues("ko").list("surnames")
    plain = 2 <= len(name) <= 4 and name[0] in surnames and all("가" <= c <= "힣" for c in name)
    return plain and kind_of_head(name, "ko") is None


def mentions_of(view: View, unit: int) -> list[Mention]:
    """Return the subjects of a Korean view."""
    start, end = bounds(view)
    found: list[Mention] = []
    for match in _WORD.finditer(view.text, start, end):
        particle = _TOPIC.search(match.group())
        if particle is not None and particle.start() > 1:
            span = (match.start(), match.start() + particle.start())
            found.append(Mention(span, unit, read_korean(view.text[span[0] : span[1]]), not found))
    return found
