"""Reads an English source span: "Japan's NHK", "Trade Minister Lena Okafor", "two people briefed on …"."""

from __future__ import annotations

import functools
import re

from firsthand.attribute.phrase import PERSONS, Phrase, kind_of, known_body, looks_like_body
from firsthand.model.attribution import Anonymity, SpeakerKind
from firsthand.vocabulary.cues import cues
from firsthand.vocabulary.gazetteer import gazetteer
from firsthand.vocabulary.heads import kind_of_head

_WORD = re.compile(r"[^\W_](?:[\w&]|['’·.‑-](?=\w))*\.?|&")
_BRACKET = re.compile(r"\s*\(([^()]{2,40})\)")
_CLAUSE = re.compile(
    r",?\s+(?:who|which|whose|whom|that|speaking|reached|asked|citing|quoting|at a|in an interview|on condition)\b.*\Z",
    re.S,
)
_PARTICIPLE = re.compile(
    r"\s+(?:supplied|obtained|provided|published|released|seen|reviewed|leaked|collected|compiled|filed|issued|submitted|dated|shared|posted|"
    r"gathered|signed|made available|sent|quoted|cited|recorded|kept|held|taken)\b.*\Z",
    re.S,
)
_KEEPS = frozenset({"data", "figures", "information", "numbers", "statistics"})
_INNER = frozenset(
    {
        "of",
        "the",
        "for",
        "and",
        "de",
        "du",
        "des",
        "del",
        "della",
        "di",
        "da",
        "do",
        "dos",
        "van",
        "von",
        "der",
        "den",
        "al",
        "el",
        "ul",
        "bin",
        "ibn",
        "la",
        "le",
        "les",
        "y",
        "e",
        "on",
        "in",
        "to",
        "against",
        "&",
        "et",
        "und",
        "für",
    }
)
_POSSESSIVE = re.compile(r"['’]s?\Z")
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
    r"\b((?:familiar|close|privy|with (?:direct )?(?:knowledge|access)|(?:directly )?involved|briefed|who (?:had|has|have|was|were|is|are|saw|took|attended|spoke)|near|inside|within|in the|at the)\b.*)\Z",
    re.S,
)
_AGENCY_OF = re.compile(
    r"(?:[A-Z][\w’'-]*\s+agency\Z)|\b(?:state|news|press|wire|official|private)?\s*agency\s+[A-Z][\w’'-]*\Z"
)
_CUTS = frozenset(
    {
        "of",
        "from",
        "at",
        "for",
        "in",
        "with",
        "to",
        "on",
        "by",
        "about",
        "into",
        "near",
        "within",
        "inside",
        "close",
        "familiar",
        "briefed",
        "involved",
    }
)
_LABEL = re.compile(
    r"\A(?:the\s+)?\S+-(?:affiliated|backed|based|owned|run|linked|controlled|aligned|funded|sponsored)\s+(?=[A-Z])",
    re.I,
)
_MEDIUM_NOUNS = frozenset(
    {
        "agency",
        "newspaper",
        "daily",
        "weekly",
        "portal",
        "channel",
        "broadcaster",
        "magazine",
        "website",
        "outlet",
        "paper",
        "news",
        "site",
        "radio",
        "television",
        "service",
        "newswire",
        "wire",
        "group",
        "company",
        "firm",
        "bank",
        "institute",
        "blog",
    }
)
_ROLES: frozenset[SpeakerKind] = frozenset({"office-holder", "person", "military"})
_DOCUMENT = frozenset(
    {
        "a",
        "an",
        "some",
        "leaked",
        "internal",
        "secret",
        "classified",
        "confidential",
        "satellite",
        "new",
        "recent",
        "unpublished",
        "official",
        "several",
        "many",
        "other",
    }
)


def heads_of(words: str) -> frozenset[str]:
    """Return the content words of a phrase, for matching "the agency" with what was named."""
    return (
        frozenset(w.lower().replace("’", "'").removesuffix("'s") for w in _WORD.findall(words))
        - _STOP
    )


_STOP = frozenset(
    {"the", "a", "an", "of", "and", "its", "their", "his", "her", "in", "at", "for", "on", "to"}
)


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
    name, proper, described = _name(bare)
    kind = _kind(bare, name, proper=proper)
    if kind == "government" and proper and known_body(name) is None and _AGENCY_OF.search(bare):
        kind = "news-agency"  # "Iran's Mehr agency", "the state agency Kuna"
    if kind == "document":
        name = _document_name(name)
    definite = low.startswith(("the ", "this ", "that ", "these ", "those "))
    anonymity = _anonymity(words, name, kind, proper=proper)
    shown = name[4:] if name.lower().startswith("the ") else name
    known = known_body(name) or known_body(bare) or _known_inside(bare, name, proper=proper)
    return Phrase(
        shown, kind, anonymity, heads_of(bare if proper else _head_part(bare)), proper, _plural(bare, kind, proper=proper), definite, None, known,
        (*aliases, *((described,) if described else ())),
        _number(low) if anonymity == "described" and kind != "document" else None,
        _access(words) if anonymity == "described" else None,
    )  # fmt: skip


def _head_part(bare: str) -> str:
    """Return a description without what hangs on its noun: "a briefing | by the council"."""
    tokens = bare.split()
    cut = next((i for i, t in enumerate(tokens) if i and t.lower() in _CUTS), len(tokens))
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


def _name(bare: str) -> tuple[str, bool, str | None]:
    """Return the name, whether it is a proper one, and the description that stood beside it."""
    parts = [part.strip() for part in bare.split(", ") if part.strip()]
    if (
        len(parts) > 1
        and re.search(r"\b(?:and|or)\b", parts[-1])
        and _is_proper(parts[0])
        and len(parts[0].split()) < 4
    ):
        return bare, False, None  # Iceland, Norway and Denmark
    if (len(parts) > 1 and not re.search(r"\b(?:and|or)\b", parts[-1])) or len(parts) == 2:
        for part in sorted(parts, key=lambda p: not _is_proper(_without_article(p))):
            name, proper, _ = _name_of_part(part)
            if proper:
                other = next((p for p in parts if p is not part), None)
                return name, True, other
        return _name_of_part(parts[0])
    return _name_of_part(bare)


def _without_article(words: str) -> str:
    return re.sub(r"\A(?:the|The|an|An|a|A)\s+", "", words)


def _is_proper(words: str) -> bool:
    """Tell whether all words that count are capitalised."""
    tokens = _WORD.findall(words)
    if (
        len(tokens) == 1
        and kind_of_head(words, "en") is not None
        and known_body(words) is None
        and not words.isupper()
    ):
        return False  # "Sources", "Police" at the head of a sentence
    if len(tokens) > 2 and tokens[1].lower() in _CUTS and _common(tokens[0]):
        return False  # "Officials in Hanoi"
    counted = [t for t in tokens if t.lower() not in _INNER]
    return bool(counted) and all(t[0].isupper() or t[0].isdigit() or _camel(t) for t in counted)


def _common(word: str) -> bool:
    """Tell a common noun for people that only a sentence's start makes a capital of."""
    kind = kind_of_head(word.lower(), "en")
    return kind in (
        "person",
        "office-holder",
        "crowd",
        "unknown",
        "research-body",
    ) and not known_body(word)


def _camel(token: str) -> bool:
    return any(c.isupper() for c in token[1:]) and "-" in token


def _name_of_part(part: str) -> tuple[str, bool, str | None]:
    bare = _without_article(part)
    tokens = _WORD.findall(bare)
    if not tokens:
        return part, False, None
    owner = next(
        (
            i
            for i, t in enumerate(tokens[:-1])
            if _POSSESSIVE.search(t) and t[-1] in "s'’" and ("'" in t or "’" in t)
        ),
        None,
    )
    if owner is not None and tokens[owner][0].isupper():
        rest = " ".join(tokens[owner + 1 :])
        capitals = all(t[0].isupper() for t in tokens[owner + 1 :])
        if owner == 0 and capitals and not gazetteer().find(_POSSESSIVE.sub("", tokens[0])):
            return bare, True, None  # Lloyd's List
        name, proper, described = _after_owner(rest)
        if proper and name not in ("Mr", "Mrs"):
            return name, True, described or part
        return (part if not part.startswith(("The ", "the ")) else bare), False, None
    if known_body(bare):
        return bare, True, None
    name, proper, described = _titled(bare, tokens)
    if proper:
        return name, proper, described
    return part, False, None


def _after_owner(rest: str) -> tuple[str, bool, str | None]:
    """Read what stands behind a possessive: "NHK", "Mehr agency", "energy minister Ali Khan"."""
    tokens = _WORD.findall(rest)
    if _is_proper(rest):
        return _strip_titles(rest, tokens)
    if any(t.lower() in _CUTS for t in tokens[1:]):
        return _titled(rest, tokens)
    if tokens[0][0].isupper():
        run = _leading_run(tokens)
        if all(t.lower() in _MEDIUM_NOUNS for t in tokens[len(run) :]) and not _is_demonym(
            " ".join(run)
        ):
            return " ".join(run), True, None
        return rest, False, None
    return _trailing(tokens)


def _titled(bare: str, tokens: list[str]) -> tuple[str, bool, str | None]:
    if _is_proper(bare):
        if tokens[0].lower() in _INNER - {"al", "el", "la", "le", "de"}:
            return bare, False, None
        return _strip_titles(bare, tokens)
    cut = next((i for i, t in enumerate(tokens) if i and t.lower() in _CUTS), None)
    if cut is not None:
        front = " ".join(tokens[:cut])
        if (
            _is_proper(front)
            and len(tokens[:cut]) > 1
            and kind_of_head(front, "en")
            not in (
                "government",
                "international-body",
                "company",
                "research-body",
                "document",
                "statistics-office",
            )
            and not looks_like_body(front)
        ):
            return _strip_titles(front, tokens[:cut])
        head_run = _trailing(tokens[:cut])
        if (head_run[1] and not tokens[0][0].isupper()) or (
            head_run[1] and tokens[0].lower() in cues("en").list("titles")
        ):
            return head_run
        return bare, False, None
    run = _leading_run(tokens)
    if (
        run
        and len(run) < len(tokens)
        and all(t.lower() in _MEDIUM_NOUNS for t in tokens[len(run) :])
    ):
        if not _is_demonym(" ".join(run)) and (
            tokens[-1].lower() not in ("group", "company", "firm", "bank", "institute", "service")
            or known_body(" ".join(run))
        ):
            return " ".join(run), True, None
    return _trailing(tokens)


def _leading_run(tokens: list[str]) -> list[str]:
    run: list[str] = []
    for token in tokens:
        if not (token[0].isupper() or (run and token.lower() in _INNER)):
            break
        run.append(token)
    while run and run[-1].lower() in _INNER:
        run.pop()
    return run


def _trailing(tokens: list[str]) -> tuple[str, bool, str | None]:
    """Return the capitalised words at the end: "the research group | Windward Lens"."""
    start = len(tokens)
    while start > 0 and (
        tokens[start - 1][0].isupper()
        or (tokens[start - 1].lower() in _INNER and start < len(tokens))
    ):
        start -= 1
    while (
        start < len(tokens) and tokens[start].lower() in _INNER and not tokens[start][0].isupper()
    ):
        start += 1
    if start == len(tokens) or start == 0:
        if start == 0 and tokens and _is_proper(" ".join(tokens)):
            return _strip_titles(" ".join(tokens), tokens)
        return " ".join(tokens), False, None
    before = tokens[start - 1].lower()
    if before in ("and", "or", "nor"):
        return " ".join(tokens), False, None
    name, proper, _ = _strip_titles(" ".join(tokens[start:]), tokens[start:])
    return name, proper, " ".join(tokens[:start])


def _strip_titles(name: str, tokens: list[str]) -> tuple[str, bool, str | None]:
    """Leave out "Trade Minister" before a person's name."""
    titles = cues("en").list("titles")
    if known_body(name):
        return name, True, None
    last = -1
    for i, token in enumerate(tokens[:-1]):
        if token.lower().rstrip(".") in titles:
            last = i
        elif last >= 0 or i > 2:
            break
    if (
        last >= 0
        and not looks_like_body(" ".join(tokens[last + 1 :]))
        and tokens[last + 1].lower() not in ("of", "for", "and")
    ):
        joined = " ".join(tokens[last + 1 :])
        role = " ".join(tokens[: last + 1])
        if tokens[last].lower().rstrip(".") not in (
            "foreign",
            "defence",
            "defense",
            "interior",
            "trade",
            "finance",
            "economy",
            "energy",
            "vice",
            "prime",
            "deputy",
            "former",
            "acting",
            "senior",
            "chief",
        ):
            return joined, True, role
    return name, True, None


def _is_demonym(words: str) -> bool:
    return any(
        m.form in ("demonym", "people") or (m.form == "name" and gazetteer().place(m.ids[0]))
        for m in gazetteer().find(words)
    )


def _kind(bare: str, name: str, *, proper: bool) -> SpeakerKind:
    found = kind_of(bare, name if proper else None, "en")
    if found is not None:
        return found
    tokens = name.split()
    if (
        proper
        and 2 <= len(tokens) <= 4
        and not looks_like_body(name)
        and all(t[0].isupper() for t in tokens)
    ):
        return "person"
    return "unknown"


def _document_name(name: str) -> str:
    if name.split(" ")[0].lower() in ("data", "figures") or any(
        w in _KEEPS for w in name.lower().split()[:3]
    ):
        return name
    return _PARTICIPLE.sub("", name) or name


def _anonymity(words: str, name: str, kind: SpeakerKind, *, proper: bool) -> Anonymity:
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
    if _plural(words, kind) and kind != "government":
        if kind in ("research-body",) and re.search(r"\b(?:at|of|from|with) (?:the )?[A-Z]", words):
            return "named"
        if "'s " in words or "’s " in words:
            return "named"
        return "described"
    return "named"


def _document_anonymity(name: str, first: str) -> Anonymity:
    """A document is named when its issuer or title is told, or what it is exactly."""
    generic = cues("en").list("doc_generic")
    tokens = [t for t in _WORD.findall(name) if t.lower() not in ("the", "and", "&")]
    if tokens and tokens[0].lower() in ("a", "an"):
        tokens = tokens[1:]
    capital = any(t[0].isupper() for t in tokens[1:]) or (len(tokens) > 1 and tokens[0].isupper())
    if capital:
        return "named"
    plain = [t.lower() for t in tokens if t.lower() not in _DOCUMENT and not t[0].isdigit()]
    if (
        plain
        and (plain[0] in generic or all(t in generic for t in plain))
        and first not in ("the", "their", "its", "his", "her")
    ):
        return "described"
    if len(plain) > 1 and tokens[0][0].isupper() and plain[0] in generic:
        return "described"
    return "named"


def _plural(words: str, kind: SpeakerKind, *, proper: bool = False) -> bool:
    if proper:
        return False
    tokens = _WORD.findall(words)
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


def _number(low: str) -> tuple[int, int | None] | None:
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


def _access(words: str) -> str | None:
    found = _ACCESS.search(words)
    return found.group(1)[:120] if found and PERSONS is not None else None
