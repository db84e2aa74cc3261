"""German: noun phrases, names, and what the shared grammar must know."""

from __future__ import annotations

import functools
import re

from firsthand.attribute.clausal.rules import Rules
from firsthand.attribute.phrase import MEDIA, PERSONS, Phrase, kind_of, known_body
from firsthand.attribute.views import View
from firsthand.model.attribution import Anonymity, SpeakerKind
from firsthand.vocabulary.cues import cues
from firsthand.vocabulary.heads import kind_of_head

_WORD = re.compile(r"[^\W_](?:[\w&]|['’·.‑-](?=\w))*\.?")
_QUOTED = re.compile(r"[„“\"»«‚‘]([^„“”\"»«‚‘’]{2,60})[“”\"«»‘’]?")
_BRACKET = re.compile(r"\s*\(([^()]{2,40})\)")
_RELATIVE = re.compile(r",\s+(?:der|die|das|den|dem|dessen|deren|welche[rsnm]?)\b.*\Z", re.S)
_ADJECTIVE = re.compile(r"(?:e|en|er|em|es|te|ten)\Z")
_OCCUPATION = re.compile(
    r"(?:meister|leiter|chef|chefin|in|er|or|ist|ant|ent|at|mann|frau|anwalt|wirt|rat|rätin)\Z"
)
_LINKS = frozenset(
    {"von", "vom", "aus", "für", "in", "im", "bei", "beim", "an", "am", "zur", "zum", "mit", "des",
     "der", "und", "of", "the"}
)  # fmt: skip


def phrase_end(view: View, start: int, limit: int) -> int:
    """Return the index after the noun phrase that begins at `start`."""
    i, seen = start, False
    while i < limit and _belongs(view, i, limit, seen=seen):
        seen = seen or view.capital(i) or i in view.quoted
        i += 1
    articles = cues("de").list("articles")
    while i > start and not view.capital(i - 1):
        if view.low[i - 1] not in _LINKS | articles and view.kind[i - 1] != "(":
            break
        i -= 1
    return i


def _belongs(view: View, i: int, limit: int, *, seen: bool) -> bool:
    """Tell whether token `i` goes on with a noun phrase; `seen`: a noun stands in it already."""
    words = cues("de").list
    low, kind = view.low[i], view.kind[i]
    if kind == "n":
        return not seen or view.low[i - 1] in _LINKS
    if kind != "w":
        return kind in ("&", "(", ")")
    if view.capital(i) or i in view.quoted:
        return not (
            seen and (low in words("times") or (low in words("articles") and view.capital(i)))
        )
    if low == "mit":
        return not seen and _noun_within(view, i + 1, limit)
    if low in words("articles") | words("possessives") | words("indefinite"):
        return not seen or (low in ("der", "des") and _noun_within(view, i + 1, limit))
    if low in _LINKS or low in words("prepositions"):
        linked = low in _LINKS and _noun_within(view, i + 1, limit)
        return seen and linked and not _time_within(view, i + 1, limit)
    verb = low in cues("de").verbs or low in words("auxiliaries")
    return bool(_ADJECTIVE.search(low)) and _noun_next(view, i + 1, limit) and not verb


def _noun_next(view: View, i: int, limit: int) -> bool:
    """Tell whether a noun follows after adjectives alone."""
    while i < limit and view.kind[i] == "w" and not view.capital(i) and i not in view.quoted:
        if not _ADJECTIVE.search(view.low[i]) or view.low[i] in cues("de").list("articles"):
            return False
        i += 1
    return i < limit and view.kind[i] == "w"


def _noun_within(view: View, i: int, limit: int) -> bool:
    """Tell whether a noun follows after articles and adjectives."""
    words = cues("de").list
    for j in range(i, min(limit, i + 4)):
        if view.kind[j] == "n":
            continue
        if view.kind[j] != "w":
            return False
        if view.capital(j) or j in view.quoted:
            return True
        if (
            not _ADJECTIVE.search(view.low[j])
            and view.low[j] not in words("articles")
            and view.low[j] not in ("der", "sache")
        ):
            return False
        if view.low[j] in cues("de").verbs and view.low[j] not in words("articles"):
            return False
    return False


def _time_within(view: View, i: int, limit: int) -> bool:
    return any(view.low[j] in cues("de").list("times") for j in range(i, min(limit, i + 2))) or (
        i < limit and view.kind[i] == "n" and len(view.low[i]) == 4
    )


@functools.cache
def rules() -> Rules:
    """Return the rules of German."""
    return Rules(
        cues("de"), phrase_end, lambda word: word.endswith("en"), lambda view, i: False,
        bare=True, verb_last=True, article=True,
    )  # fmt: skip


@functools.lru_cache(maxsize=4096)
def read_german(words: str) -> Phrase:
    """Return what a German source span says of itself."""
    words = " ".join(words.split())
    low = words.lower()
    if low in cues("de").list("pronouns") or low in ("ihm", "ihr"):
        return Phrase(None, "unknown", "named", pronoun=low, plural=low == "ihnen")
    bare = _RELATIVE.sub("", words)
    aliases = tuple(_BRACKET.findall(bare))
    bare = _BRACKET.sub("", bare).strip(" ,")
    tokens = _WORD.findall(bare)
    first = tokens[0].lower() if tokens else ""
    definite = first in ("der", "die", "das", "den", "dem", "des")
    core = tokens[1:] if definite and len(tokens) > 1 else tokens
    name, proper, described = _name(bare, core)
    kind = _kind(bare, name, proper=proper)
    heads = frozenset(t.lower() for t in core if t[0].isupper())
    return Phrase(
        name,
        kind,
        _anonymity(tokens, kind, proper=proper),
        heads,
        proper,
        _plural(first, low),
        definite,
        None,
        known_body(name) or known_body(" ".join(core)),
        (*aliases, *((described,) if described else ())),
    )


def _name(bare: str, core: list[str]) -> tuple[str, bool, str | None]:
    quoted = _QUOTED.search(bare)
    joined = " ".join(core)
    if quoted is not None and quoted.end() >= len(bare) - 1:
        return quoted.group(1).strip(), True, bare[: quoted.start()].strip() or None
    if bare[:1] in '„“"»«' or bare.rstrip()[-1:] in '„“"»«”':
        return bare.strip("„“”\"»«' "), True, None
    if known_body(joined):
        return joined, True, None
    for i in range(len(core) - 1, 0, -1):
        kind = kind_of_head(core[i - 1], "de")
        rest = core[i:]
        if not rest or not all(t[0].isupper() for t in rest) or rest[0].lower() in ("der", "des"):
            continue
        person = kind in PERSONS | {"military"}
        person = person or (
            kind is None and len(rest) == 2 and bool(_OCCUPATION.search(core[i - 1]))
        )
        if kind in MEDIA or (person and _person(rest)):
            return " ".join(rest), True, " ".join(core[:i])
    if (
        len(core) <= 3
        and core
        and all(t[0].isupper() for t in core)
        and kind_of_head(joined, "de") is None
    ):
        return joined, True, None
    return joined, False, None


def _person(tokens: list[str]) -> bool:
    return len(tokens) <= 4 and kind_of_head(" ".join(tokens), "de") is None


def _kind(bare: str, name: str, *, proper: bool) -> SpeakerKind:
    found = kind_of(bare, name if proper else None, "de")
    if found is not None:
        return found
    role = proper and bare.endswith(name) and name != bare
    return "person" if role and len(name.split()) in (2, 3) else "unknown"


def _plural(first: str, low: str) -> bool:
    return first in ("zwei", "drei", "vier", "fünf", "mehrere", "einige") or low.endswith(
        ("leute", "personen", "quellen")
    )


def _anonymity(tokens: list[str], kind: SpeakerKind, *, proper: bool) -> Anonymity:
    if proper:
        return "named"
    first = tokens[0].lower() if tokens else ""
    words = cues("de").list
    if kind == "document":
        detail = any(t.lower() in ("des", "der", "von") for t in tokens[1:])
        generic = (
            first in words("indefinite")
            or first[:1].islower()
            or first in words("materials")
            or len(tokens) == 1
        )
        return (
            "described"
            if generic and not detail and first not in words("articles") - words("indefinite")
            else "named"
        )
    circle = any(t.lower().endswith(("kreise", "kreisen")) for t in tokens)
    if first in words("indefinite") or kind == "unknown" or circle:
        return "described"
    if first in words("articles") | words("possessives"):
        return "named"
    if kind in ("crowd", "office-holder", "person", "research-body") and not any(
        t in ("der", "des", "von") for t in tokens
    ):
        return "described"
    return "named"


def continues(view: View) -> bool:
    """Tell indirect speech that goes on without a cue: its verb stands in the subjunctive."""
    words = cues("de").list("subjunctives")
    own = any(view.low[i] in cues("de").verbs for i in range(len(view)) if not view.capital(i))
    if len(view) and view.low[0] in cues("de").list("backward"):
        return True
    return not own and any(view.low[i] in words for i in range(len(view)))
