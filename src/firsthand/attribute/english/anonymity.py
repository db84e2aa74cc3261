"""Tells whether an English source is named or described, and how many people it is."""

from __future__ import annotations

import re

from firsthand.attribute.english.proper import WORD
from firsthand.model.attribution import Anonymity, SpeakerKind
from firsthand.vocabulary.cues import cues

_NUMBERS = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "dozen": 12,
}


_ACCESS = re.compile(
    r"\b((?:familiar|close|privy|with (?:direct )?(?:knowledge|access)|(?:directly )?involved"
    r"|briefed|who (?:had|has|have|was|were|is|are|saw|took|attended|spoke)"
    r"|near|inside|within|in the|at the)\b.*)\Z",
    re.S,
)


def anonymity_of(words: str, name: str, kind: SpeakerKind, *, proper: bool) -> Anonymity:
    """Return how far a source span lets its speaker be known."""
    if proper:
        return "named"
    low = words.lower()
    first = low.split(" ", 1)[0]
    if kind == "document":
        return _document_anonymity(name, first)
    if kind == "international-body" and re.search(r"\b[A-Z]{2,}\b", words):
        return "named"
    if first in (
        "a",
        "an",
        "some",
        "several",
        "many",
        "another",
        "unnamed",
        "anonymous",
        "one",
        "others",
        "our",
        "most",
        "few",
        "dozens",
        "various",
    ):
        if (
            re.search(r"\b(?:at|of|from|for|with) (?:the )?[A-Z]", words)
            and first not in ("a", "an", "one", "another", "some", "its")
            and kind == "research-body"
        ):
            return "named"
        return "described"
    if first in _NUMBERS or first[0].isdigit() or "unnamed" in low or "anonym" in low:
        return "described"
    if first in ("its", "their", "his", "her", "my") and re.search(
        r"\b(?:spokes\w+|official|aide|adviser|advisor|source|partner|contact|officer|envoy|cousin|friend|colleague)s?\b",
        low,
    ):
        return "described"
    if first in ("the", "this", "that", "these", "those", "their", "his", "her", "my", "its"):
        return "described" if kind == "unknown" and re.search(r"\bsources?\b", low) else "named"
    if kind == "crowd" and len(low.split()) == 1:
        return "described"
    if is_plural(words, kind) and kind != "government":
        if kind in ("research-body",) and re.search(r"\b(?:at|of|from|with) (?:the )?[A-Z]", words):
            return "named"
        if "'s " in words or "’s " in words:
            return "named"
        return "described"
    return "named"


def _document_anonymity(name: str, first: str) -> Anonymity:
    """A document is named when its issuer or title is told, or what it is exactly."""
    generic = cues("en").list("doc_generic")
    tokens = [t for t in WORD.findall(name) if t.lower() not in ("the", "and", "&")]
    if tokens and tokens[0].lower() in ("a", "an"):
        tokens = tokens[1:]
    capital = any(t[0].isupper() for t in tokens[1:]) or (len(tokens) > 1 and tokens[0].isupper())
    if capital:
        return "named"
    plain = [
        t.lower()
        for t in tokens
        if t.lower() not in cues("en").list("document_openers") and not t[0].isdigit()
    ]
    if (
        plain
        and (plain[0] in generic or all(t in generic for t in plain))
        and first not in ("the", "their", "its", "his", "her")
    ):
        return "described"
    if len(plain) > 1 and tokens[0][0].isupper() and plain[0] in generic:
        return "described"
    return "named"


def is_plural(words: str, kind: SpeakerKind, *, proper: bool = False) -> bool:
    """Tell whether "they" may stand for a source span."""
    if proper:
        return False
    tokens = WORD.findall(words)
    cut = next(
        (
            i
            for i, t in enumerate(tokens)
            if t.lower()
            in (
                "of",
                "at",
                "in",
                "from",
                "for",
                "with",
                "who",
                "close",
                "familiar",
                "briefed",
                "on",
                "near",
                "involved",
            )
        ),
        len(tokens),
    )
    head = tokens[cut - 1].lower() if cut else ""
    return head in ("people", "police", "data", "media", "fishermen", "women", "men") or (
        head.endswith("s") and not head.endswith(("ss", "us", "'s"))
    )


def number_told(low: str) -> tuple[int, int | None] | None:
    """Return how many people a described source is."""
    first = low.split(" ", 1)[0]
    if first in ("a", "an", "another", "one", "its"):
        return 1, 1
    if first in _NUMBERS:
        return _NUMBERS[first], _NUMBERS[first]
    digits = first.replace(",", "")
    if digits.isdigit() and len(digits) < 8:
        return int(digits), int(digits)
    return 1, None


def access_told(words: str) -> str | None:
    """Return the words that say how a described source knows: "familiar with the talks"."""
    found = _ACCESS.search(words)
    return found.group(1)[:120] if found else None
