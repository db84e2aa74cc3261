"""Finds the proper name in an English source span, without title, possessor and apposition."""

from __future__ import annotations

import re

from firsthand.attribute.phrase import known_body, looks_like_body
from firsthand.vocabulary.cues import cues
from firsthand.vocabulary.gazetteer import gazetteer
from firsthand.vocabulary.heads import kind_of_head

WORD = re.compile(r"[^\W_](?:[\w&]|['’·.‑-](?=\w))*\.?|&")


_POSSESSIVE = re.compile(r"['’]s?\Z")


def name_of(bare: str) -> tuple[str, bool, str | None]:
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
    tokens = WORD.findall(words)
    if (
        len(tokens) == 1
        and (kind_of_head(words, "en") is not None or words.lower() in cues("en").list("agents"))
        and known_body(words) is None
        and not words.isupper()
    ):
        return False  # "Sources", "Police" at the head of a sentence
    if (
        len(tokens) > 2
        and tokens[1].lower() in cues("en").list("outside_names")
        and _common(tokens[0])
    ):
        return False  # "Officials in Hanoi"
    counted = [t for t in tokens if t.lower() not in cues("en").list("inside_names")]
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
    tokens = WORD.findall(bare)
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
    tokens = WORD.findall(rest)
    if _is_proper(rest):
        return _strip_titles(rest, tokens)
    if any(t.lower() in cues("en").list("outside_names") for t in tokens[1:]):
        return _titled(rest, tokens)
    if tokens[0][0].isupper():
        run = _leading_run(tokens)
        if all(
            t.lower() in cues("en").list("medium_nouns") for t in tokens[len(run) :]
        ) and not _is_demonym(" ".join(run)):
            return " ".join(run), True, None
        return rest, False, None
    return _trailing(tokens)


def _titled(bare: str, tokens: list[str]) -> tuple[str, bool, str | None]:
    if _is_proper(bare):
        if tokens[0].lower() in cues("en").list("inside_names") - {"al", "el", "la", "le", "de"}:
            return bare, False, None
        return _strip_titles(bare, tokens)
    cut = next(
        (i for i, t in enumerate(tokens) if i and t.lower() in cues("en").list("outside_names")),
        None,
    )
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
        and all(t.lower() in cues("en").list("medium_nouns") for t in tokens[len(run) :])
        and not _is_demonym(" ".join(run))
        and kind_of_head(bare.lower(), "en") in (None, kind_of_head(tokens[-1].lower(), "en"))
        and (
            tokens[-1].lower() not in ("group", "company", "firm", "bank", "institute", "service")
            or known_body(" ".join(run))
        )
    ):
        return " ".join(run), True, None
    return _trailing(tokens)


def _leading_run(tokens: list[str]) -> list[str]:
    run: list[str] = []
    for token in tokens:
        if not (token[0].isupper() or (run and token.lower() in cues("en").list("inside_names"))):
            break
        run.append(token)
    while run and run[-1].lower() in cues("en").list("inside_names"):
        run.pop()
    return run


def _trailing(tokens: list[str]) -> tuple[str, bool, str | None]:
    """Return the capitalised words at the end: "the research group | Windward Lens"."""
    start = len(tokens)
    while start > 0 and (
        tokens[start - 1][0].isupper()
        or (tokens[start - 1].lower() in cues("en").list("inside_names") and start < len(tokens))
    ):
        start -= 1
    while (
        start < len(tokens)
        and tokens[start].lower() in cues("en").list("inside_names")
        and not tokens[start][0].isupper()
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
