"""Grammar of Japanese reporting, simple: "Xは(Yを引用し)Cと述べた", "Xによると、C"."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable

from firsthand.attribute.draft import Draft, Range, Way
from firsthand.attribute.particles import Spans, bounds, read_phrase
from firsthand.attribute.phrase import Phrase
from firsthand.attribute.speakers import Mention
from firsthand.attribute.views import View
from firsthand.model.attribution import SpeakerKind
from firsthand.vocabulary.cues import Cue, cues

_BY = re.compile(r"([^。、「」]{1,40}?)(?:によると|によれば|の話では|の発表では)、?")
_CITING = re.compile(
    r"([^。、はが「」]{1,40}?)(?:を引用して|を引用し|の話として|を基に|に基づいて|に基づき|を分析した結果)、?"
)
_TOPIC = re.compile(r"([^。「」]{1,40}?)(?:は|が)、?")
_QUOTED_FIRST = re.compile(
    r"[「『]?([^「」『』]{2,400})[」』]と、?([^。、「」]{1,30}?)(?:は|が)、?"
)
_TIME = re.compile(
    r"(?:\d{1,2}日|[一二三四五六七八九十]+日|昨日|今日|同日|先月|今月|昨年|今年|この日)(?:、|の|に)?"
)
_HEADING = re.compile(r"([^:：。「」]{1,16})[:：]\s*(?=\S)")
COLON = Cue(":", "say", None, 0.0, voice=True, takes=frozenset({"clause"}))


@functools.cache
def _endings() -> tuple[tuple[str, Cue], ...]:
    """Return verb forms with their cues, the longest first."""
    verbs = cues("ja").verbs
    return tuple(
        sorted(
            ((form, readings[0].cue) for form, readings in verbs.items()), key=lambda p: -len(p[0])
        )
    )


@functools.cache
def _nobody() -> tuple[tuple[str, Cue], ...]:
    phrases = (p for each in cues("ja").phrases.values() for p in each if p.role == "nobody")
    return tuple(sorted((("".join(p.words), p.cue) for p in phrases), key=lambda p: -len(p[0])))


class _Reader:
    def __init__(self, view: View, medium: Callable[[View, int, int], bool]) -> None:
        self.text = view.text
        self.spans = Spans(view.text)
        self.medium = medium
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

    def read(self, start: int, end: int, depth: int = 0) -> None:
        """Read a clause; what is said in it is read in turn."""
        if depth > 6 or end - start < 4:
            return
        by = _BY.match(self.text, start, end)
        if by is not None:
            cue = Cue("によると", "say", None, 0.0, voice=True, takes=frozenset())
            draft = self.add(
                "by",
                "“によると” and its source",
                cue,
                self.spans.at(*by.span(1)),
                self.spans.at(by.end(1), by.end()),
            )
            draft.content = self._content(by.end(), end)
            self.read(by.end(), end, depth + 1)
            return
        words = self.text[start:end]
        found = next(((form, cue) for form, cue in _endings() if words.endswith(f"と{form}")), None)
        if found is None:
            if not self._quoted_first(start, end):
                self._read_nobody(words, start, end)
            return
        form, cue = found
        self._frame(start, end - len(form) - 1, (end - len(form), end), cue, depth)

    def _frame(self, start: int, stop: int, place: tuple[int, int], cue: Cue, depth: int) -> None:
        topic = _TOPIC.match(self.text, start, stop)
        if topic is None:
            return
        begin = topic.end()
        source = self.spans.at(*topic.span(1))
        draft = self.add(
            "verb", f"{cue.lemma}: content before its verb", cue, source, self.spans.at(*place)
        )
        for _ in range(4):
            time = _TIME.match(self.text, begin, stop)
            if time is not None:
                begin = time.end()
                continue
            citing = _CITING.match(self.text, begin, stop)
            if citing is None:
                break
            deeper = self.add(
                "citing",
                "“を引用し”: the source behind it",
                cue,
                self.spans.at(*citing.span(1)),
                self.spans.at(citing.end(1), citing.end()),
            )
            deeper.parent = deeper.shares = draft
            begin = citing.end()
        draft.content = self._content(begin, stop)
        self.read(begin, stop, depth + 1)

    def _quoted_first(self, start: int, end: int) -> bool:
        """Read "「C」とXは語った": the words stand in front of the one who speaks."""
        quoted = _QUOTED_FIRST.match(self.text, start, end)
        if quoted is None:
            return False
        verb = self.text[quoted.end() : end]
        cue = next((cue for form, cue in _endings() if verb.endswith(form)), None)
        if cue is None:
            return False
        rule = f"{cue.lemma}: a quotation before its source"
        source, place = self.spans.at(*quoted.span(2)), self.spans.at(quoted.end(), end)
        self.add("verb", rule, cue, source, place).content = self._content(*quoted.span(1))
        return True

    def _read_nobody(self, words: str, start: int, end: int) -> None:
        found = next(((form, cue) for form, cue in _nobody() if words.endswith(form)), None)
        if found is None:
            return
        form, cue = found
        draft = self.add(
            "nobody", f"“{form}”: nobody is named", cue, None, self.spans.at(end - len(form), end)
        )
        draft.content = self._content(start, end - len(form))

    def _content(self, start: int, end: int) -> list[Range]:
        found = self.spans.at(start, end)
        return [found] if found is not None else []


def read_view(
    view: View, kind: Callable[[View, int, int], SpeakerKind | None],
    medium: Callable[[View, int, int], bool], *, nested: bool,
) -> list[Draft]:  # fmt: skip
    """Return the drafts of a Japanese view; arguments as for English."""
    start, end = bounds(view)
    while end > start and view.text[end - 1] in "。.!?！？":
        end -= 1
    reader = _Reader(view, medium)
    heading = _HEADING.match(view.text, start, end)
    if heading is not None and not nested:
        source = reader.spans.at(*heading.span(1))
        if source is not None and kind(reader.spans.view, *source) not in (None, "unknown"):
            draft = reader.add("heading", "a colon after a voice", COLON, source, source)
            draft.content = reader._content(heading.end(), end)
            start = heading.end()
    reader.read(start, end)
    return [d for d in reader.drafts if d.content or d.shares]


@functools.lru_cache(maxsize=2048)
def read_japanese(words: str) -> Phrase:
    """Return what a Japanese source span says of itself."""
    bare = "".join(words.split()).strip("「」『』、。")
    titles = cues("ja").list("titles")
    title = next(
        (
            t
            for t in sorted(titles, key=len, reverse=True)
            if bare.endswith(t) and len(bare) > len(t) + 1
        ),
        None,
    )
    rest = bare[: -len(title)] if title else bare
    person = (
        title is not None
        and re.fullmatch(r"[\u4e00-\u9fff]{2,4}|[\u30a1-\u30fa\u30fc・]{3,}", rest) is not None
    )
    return read_phrase(bare, rest if person else bare, "ja", titled=person)


def mentions_of(view: View, unit: int) -> list[Mention]:
    """Return the topic of a Japanese view."""
    start, end = bounds(view)
    topic = _TOPIC.match(view.text, start, end)
    if topic is None:
        return []
    return [Mention(topic.span(1), unit, read_japanese(topic.group(1)), subject=True)]
