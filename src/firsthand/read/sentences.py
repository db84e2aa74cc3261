"""Sentences of a text: spans that never cross a paragraph, a list item or a blank line.

A full stop ends a sentence unless an abbreviation, an initial, an ordinal or a decimal explains it;
what follows decides the doubtful ones. The lists stand in `data/sentences.yaml`.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from firsthand.model.span import Span
from firsthand.read.lexicon import word_lists

CLOSERS = "\"'”’»›)]}“„」』）】〉》"
OPENERS = "\"'“‘„«‹([{”’「『（【〈《-–—¿¡ *_"
DASHES = ("-", "–", "—")
_STOP = re.compile(rf"(?:[.!?…‽]+|[。！？｡]+)[{re.escape(CLOSERS)}]{{0,6}}")
_LAST_WORD = re.compile(r"[^\s(\[{\"“„«'‘「『（/—–]+\Z")
_NEXT_WORD = re.compile(r"\w[\w'’-]*")
_DOTTED = re.compile(r"(?:[^\W\d]{1,3}\.)+[^\W\d]{1,3}\Z")
_ORDINAL = re.compile(r"(?:\d{1,3}|[IVXLC]{1,6})\Z")
_LIST_MARK = re.compile(r"[ \t]*(?:[-*•‣▪◦·–—►■]|\(?(?:\d{1,3}|[A-Za-zА-яа-я])[.)])[ \t]")
_WRAP_WIDTHS = range(40, 121)
_LOOK = 48  # no abbreviation and no opener is longer


class Rules:
    """The lists of one language, ready to be asked."""

    def __init__(self, language: str) -> None:
        own = word_lists("sentences").get(language) or word_lists("sentences")["en"]
        self.openers = frozenset(own["openers"])
        self.ordinals = language == "de"
        self.korean = language == "ko"
        self._kinds: dict[str, set[str]] = {}
        self._spaced: dict[str, list[str]] = {}
        for kind in ("never", "number", "may_end"):
            for form in own[kind]:
                self._kinds.setdefault(form, set()).add(kind)
                if " " in form:
                    self._spaced.setdefault(form.rpartition(" ")[2], []).append(form)

    def kinds(self, before: str, token: str) -> frozenset[str]:
        """Return the lists that know `token`, the last word of `before`.

        A spaced form that ends with it ("z. B", "и т. д") wins over the word alone.
        """
        for form in self._spaced.get(token, ()):
            if before.endswith(form) and not before[: -len(form)][-1:].isalnum():
                return frozenset(self._kinds[form])
        found = self._kinds.get(token) or (len(token) > 1 and self._kinds.get(token.lower()))
        return frozenset(found or ())


@cache
def rules_for(language: str) -> Rules:
    """Return the rules of a language; English ones where there are none of its own."""
    return Rules(language)


def sentences(text: str, language: str | None) -> tuple[Span, ...]:
    """Return the spans of the sentences in text order, without the white space around them.

    A line break ends a sentence unless the lines are wrapped by hand. None as language: told by
    script. A text without a full stop is a sentence a line.
    """
    rules = rules_for(language or language_by_script(text))
    spans: list[Span] = []
    for start, end in paragraphs(text):
        spans.extend(_split(text, start, end, rules))
    return tuple(spans)


def language_by_script(text: str) -> str:
    """Guess a language from the script of the first letters; English where it is Latin or none."""
    sample = text[:2000]
    cyrillic = sum("Ѐ" <= char <= "ӿ" for char in sample)
    kana = sum("぀" <= char <= "ヿ" for char in sample)
    hangul = sum("가" <= char <= "힣" for char in sample)
    latin = sum(char.isascii() and char.isalpha() for char in sample)
    most = max(cyrillic, kana, hangul, latin)
    if most == latin:
        return "en"
    if most == cyrillic:
        return "uk" if any(char in "іїєґІЇЄҐ" for char in sample) else "ru"
    return "ja" if most == kana else "ko"


def paragraphs(text: str) -> list[Span]:
    """Return the paragraphs: lines, with those joined that only a wrap at the margin parts."""
    block: list[Span] = []
    found: list[Span] = []
    position = 0
    for line in text.splitlines(keepends=True):
        end = position + len(line)
        bare = line.strip()
        if bare:
            start = position + line.index(bare[0])
            block.append((start, start + len(bare)))
        else:
            found.extend(_unwrapped(text, block))
            block = []
        position = end
    found.extend(_unwrapped(text, block))
    return found


def _unwrapped(text: str, block: list[Span]) -> list[Span]:
    """Join the lines of one block where they are wrapped."""
    joined: list[Span] = []
    wrapped = _is_wrapped(text, block)
    for start, end in block:
        if joined and _continues(text, joined[-1], (start, end), wrapped=wrapped):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _is_wrapped(text: str, block: list[Span]) -> bool:
    """Tell whether no line but the last had room for the first word of the line after it."""
    width = max((end - start for start, end in block), default=0)
    if len(block) < 3 or width not in _WRAP_WIDTHS:
        return False
    for (start, end), (following, stop) in pairwise(block):
        if _LIST_MARK.match(text, following):
            continue
        space = text.find(" ", following, stop)
        word = (space if space >= 0 else stop) - following
        if end - start + 1 + word <= width and text[end - 1] not in ".!?:":
            return False
    return True


def _continues(text: str, above: Span, line: Span, *, wrapped: bool) -> bool:
    if _LIST_MARK.match(text, line[0]) or text[above[1] - 1] in "。":
        return False
    if wrapped:
        return text[above[1] - 1] not in ":"
    last_line = text.rfind("\n", above[0], above[1]) + 1
    long_enough = above[1] - max(last_line, above[0]) >= _WRAP_WIDTHS.start
    return long_enough and text[line[0]].islower() and text[above[1] - 1] not in ".!?…:;"


def _split(text: str, start: int, end: int, rules: Rules) -> list[Span]:
    found: list[Span] = []
    begin = start
    depth, scanned = 0, start
    closed_later = text.count("」", start, end) + text.count("』", start, end)
    for stop in _STOP.finditer(text, start, end):
        depth, closed_later, scanned = _brackets(text, scanned, stop.start(), depth, closed_later)
        if depth > 0 and closed_later > 0:
            continue
        if stop.end() < end and not _ends(text, begin, stop, end, rules):
            continue
        found.append((begin, stop.end()))
        begin = stop.end()
        while begin < end and text[begin].isspace():
            begin += 1
    if begin < end:
        found.append((begin, end))
    return found


def _brackets(text: str, start: int, stop: int, depth: int, later: int) -> tuple[int, int, int]:
    """Follow Japanese quotation brackets: a sentence goes on round a quotation of several."""
    between = text[start:stop]
    opened = between.count("「") + between.count("『")
    closed = between.count("」") + between.count("』")
    return max(0, depth + opened - closed), later - closed, stop


def _ends(text: str, begin: int, stop: re.Match[str], end: int, rules: Rules) -> bool:
    """Tell whether the stop ends a sentence, from the word before it and the one after it."""
    mark = stop.group()
    if mark[0] in "。！？｡":
        return True
    after = text[stop.end() : min(end, stop.end() + _LOOK)]
    if not after[0].isspace():
        glued = "가" <= text[stop.start() - 1] <= "힣" and "가" <= after[0] <= "힣"
        return glued and rules.korean and stop.start() > begin
    following = after.lstrip().lstrip(OPENERS)
    if following and following[0].islower():
        return False
    if mark[0] != "." or mark.startswith(".."):
        return True
    before = text[max(begin, stop.start() - _LOOK) : stop.start()]
    return not _explained(before, following, rules, dash=after.lstrip()[:1] in DASHES)


def _explained(before: str, following: str, rules: Rules, *, dash: bool) -> bool:
    """Tell whether the word before a full stop explains it without a sentence's end."""
    last = _LAST_WORD.search(before)
    token = last.group().lstrip(CLOSERS + OPENERS) if last else ""
    if not token:
        return False
    alone = last is not None and not before[: last.start()].strip(OPENERS)
    if alone and len(token) <= 3 and (token.isdigit() or len(token) == 1):
        return True  # the mark of a list item
    next_word = _NEXT_WORD.match(following)
    opener = next_word is not None and next_word.group().lower() in rules.openers
    if next_word and next_word.end() == 1 and following[1:2] == ".":
        opener = False  # one initial after another
    if dash:
        opener = False  # a dateline: "FAIRVIEW, W.Va. - The coal"
    figure = following[:1].isdigit() or following[:1] in "§№"
    kinds = rules.kinds(before, token)
    if "may_end" in kinds:
        return not opener
    if "never" in kinds or ("number" in kinds and figure):
        return True
    if _is_lettered(token) or (rules.ordinals and _ORDINAL.match(token)):
        return not opener
    return rules.korean and token[-1].isdigit()


def _is_lettered(token: str) -> bool:
    """Tell whether a token is an initial or dotted letters: J, U.S, Ж.-П."""
    bare = token.replace("-", "").replace("’", "").replace("'", "")
    return (len(bare) == 1 and bare.isalpha()) or bool(_DOTTED.match(bare))
