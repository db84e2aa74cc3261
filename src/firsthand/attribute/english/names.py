"""Reads an English source: "Japan's NHK", "Minister Lena Okafor", "two people briefed on …"."""

from __future__ import annotations

import functools
import re

from firsthand.attribute.english.anonymity import access_told, anonymity_of, is_plural, number_told
from firsthand.attribute.english.proper import WORD, name_of
from firsthand.attribute.phrase import Phrase, kind_of, known_body, looks_like_body
from firsthand.model.attribution import SpeakerKind
from firsthand.vocabulary.cues import cues
from firsthand.vocabulary.gazetteer import gazetteer

_BRACKET = re.compile(r"\s*\(([^()]{2,40})\)")


_CLAUSE = re.compile(
    r",?\s+(?:who|which|whose|whom|that|speaking|reached|asked|citing|quoting|at a"
    r"|in an interview|on condition)\b.*\Z",
    re.S,
)


_PARTICIPLE = re.compile(
    r"\s+(?:supplied|obtained|provided|published|released|seen|reviewed|leaked|collected|compiled|filed|issued|submitted|dated|shared|posted|"
    r"gathered|unsealed|unearthed|disclosed|signed|made available|sent|quoted|cited|recorded|kept|held|taken)\b.*\Z",
    re.S,
)


_ISSUED = re.compile(
    r"\s(?:(?:published|released|issued|compiled|filed|submitted|posted|kept|provided)\sby\s"
    r"(?:the\s)?(?:[\w’'-]+\s){0,2}[A-Z]"
    r"|that\s(?:the\s)?(?:[\w’'-]+\s){0,2}[A-Z][^,;]{1,60}\s(?:published|released|issued|posted"
    r"|put|compiled|uploaded|keeps|maintains|filed|submitted|collected)\b)"
)


_KEEPS = frozenset({"data", "figures", "information", "numbers", "statistics"})


_AGENCY_OF = re.compile(
    r"(?:[A-Z][\w’'-]*\s+agency\Z)|\b(?:state|news|press|wire|official|private)?\s*agency\s+[A-Z][\w’'-]*\Z"
)


_LABEL = re.compile(
    r"\A(?:the\s+)?\S+-(?:affiliated|backed|based|owned|run|linked|controlled|aligned|funded|sponsored)\s+(?=[A-Z])",
    re.I,
)


_ROLES: frozenset[SpeakerKind] = frozenset({"office-holder", "person", "military"})


def heads_of(words: str) -> frozenset[str]:
    """Return the content words of a phrase, for matching "the agency" with what was named."""
    return frozenset(
        w.lower().replace("’", "'").removesuffix("'s") for w in WORD.findall(words)
    ) - cues("en").list("not_heads")


@functools.lru_cache(maxsize=4096)
def read_english(words: str) -> Phrase:
    """Return what a source span says of itself; `words` as they stand in the text."""
    words = re.sub(r"['’]s\Z", "", " ".join(words.split()))
    low = words.lower().replace("’", "'")
    lists = cues("en").list
    if low in lists("pronouns") | lists("objects") | {"it", "they", "he", "she"}:
        return Phrase(
            None, "unknown", "named", pronoun=low, plural=low in ("they", "them", "we", "us")
        )
    bare = _CLAUSE.sub("", words) or words
    aliases = tuple(_BRACKET.findall(bare))
    bare = _BRACKET.sub("", bare).strip(" ,")
    bare = _LABEL.sub("", bare)
    name, proper, described = name_of(bare)
    kind = _kind(bare, name, proper=proper)
    if kind == "government" and proper and known_body(name) is None and _AGENCY_OF.search(bare):
        kind = "news-agency"  # "Iran's Mehr agency", "the state agency Kuna"
    if kind == "document":
        name = _document_name(name, words)
    definite = low.startswith(("the ", "this ", "that ", "these ", "those "))
    anonymity = anonymity_of(words, name, kind, proper=proper)
    shown = name[4:] if name.lower().startswith("the ") else name
    known = known_body(name) or known_body(bare) or _known_inside(bare, name, proper=proper)
    return Phrase(
        shown,
        kind,
        anonymity,
        heads_of(bare if proper else _head_part(bare)),
        proper,
        is_plural(bare, kind, proper=proper),
        definite,
        None,
        known,
        (*aliases, *((described,) if described else ())),
        number_told(low) if anonymity == "described" and kind != "document" else None,
        access_told(words) if anonymity == "described" else None,
    )  # fmt: skip


def _head_part(bare: str) -> str:
    """Return a description without what hangs on its noun: "a briefing | by the council"."""
    tokens = bare.split()
    cut = next(
        (i for i, t in enumerate(tokens) if i and t.lower() in cues("en").list("outside_names")),
        len(tokens),
    )
    return " ".join(tokens[:cut])


def _known_inside(bare: str, name: str, *, proper: bool) -> str | None:
    """Return the id of a known body that ends the phrase: "Russia's federal statistics service"."""
    if not any(c.isupper() for c in bare):
        return None
    for mention in gazetteer().find(bare):
        if mention.span[1] >= len(bare) - 1 and mention.form in ("name", "people", "capital"):
            whole = bare[mention.span[0] :].rstrip(".")
            if whole.endswith(name) or not proper:
                return mention.ids[0]
    return None


def _kind(bare: str, name: str, *, proper: bool) -> SpeakerKind:
    found = kind_of(bare, name if proper else None, "en")
    if found == "news-outlet" and not proper and bare.lower().split()[-1] == "papers":
        return "document"  # "port papers"
    if found is not None:
        return found
    tokens = name.split()
    if not proper and _head_part(bare).split()[-1].lower() in cues("en").list("agents"):
        return "crowd"
    if (
        proper
        and 2 <= len(tokens) <= 4
        and not looks_like_body(name)
        and all(t[0].isupper() for t in tokens)
    ):
        return "person"
    return "unknown"


def _document_name(name: str, words: str) -> str:
    """Return the name of a document: with the body that issued it, without who got hold of it."""
    if _ISSUED.search(words):
        return words
    figures = any(w in _KEEPS for w in name.lower().split()[:3])
    if figures and (" by " in name or not _PARTICIPLE.search(name)):
        return name
    return _PARTICIPLE.sub("", name) or name
