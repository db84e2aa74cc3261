"""Russian and Ukrainian: noun phrases, names, and what the shared grammar must know."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable

from firsthand.attribute.clausal.rules import Rules
from firsthand.attribute.phrase import MEDIA, PERSONS, Phrase, kind_of, known_body
from firsthand.attribute.views import View
from firsthand.model.attribution import Anonymity, SpeakerKind
from firsthand.vocabulary.cues import cues
from firsthand.vocabulary.gazetteer import gazetteer
from firsthand.vocabulary.heads import kind_of_head

_WORD = re.compile(r"[^\W_](?:[\w&]|['’·.‑-](?=\w))*\.?")
_QUOTED = re.compile(r"[«“\"„]([^«»“”\"„]{2,60})[»”\"“]?\s*\Z")
_BRACKET = re.compile(r"\s*\(([^()]{2,40})\)")
_FINITE = re.compile(
    r"(?:ает|яет|ует|ают|яют|уют|ится|ется|ются|лся|лась|лось|лись|ил|ила|или|ило|ал|ала|али|ало|ел|ела|ели|ело|уть|ють|ється|ються|ться)\Z"
)
_PLURAL = re.compile(r"(?:ы|и|ов|ев|ей|ам|ям|ами|ями|ах|ях|ів|ї|ї|ых|их|ые|ие|і)\Z")
_ADJECTIVAL = re.compile(r"(?:ному|ным|ной|нных|ными|ннему|тому|тым|емому|имому|ним|ній)\Z")
_DEMONYM = re.compile(
    r"(?:ский|ская|ское|ские|ского|ской|ському|ський|ська|ське|цький|цька|кий|ому|ему)\Z"
)


def phrase_end(view: View, start: int, limit: int) -> int:
    """Return the index after the noun phrase that begins at `start`: before a verb or a time."""
    i = start
    while i < limit:
        low = view.low[i]
        known = i not in view.quoted and not view.capital(i)
        if known and i > start and (_is_cue(view, i) or _finite(view, i)):
            break
        if (
            i > start
            and known
            and low in ("в", "во", "у", "на", "с", "со", "до", "за", "після", "після", "после")
            and _time_follows(view, i + 1, limit)
            and not _ADJECTIVAL.search(view.low[i - 1])
        ):
            break
        if i > start and view.kind[i] == "n" and len(low) == 4:
            break
        i += 1
    return i


def _is_cue(view: View, i: int) -> bool:
    return any(view.low[i] in cues(lang).verbs for lang in ("ru", "uk"))


def _finite(view: View, i: int) -> bool:
    return bool(_FINITE.search(view.low[i])) and len(view.low[i]) > 4


def _time_follows(view: View, i: int, limit: int) -> bool:
    times = cues("ru").list("times") | cues("uk").list("times")
    return i < limit and (view.kind[i] == "n" or view.low[i] in times)


@functools.cache
def rules(language: str) -> Rules:
    """Return the rules of Russian ("ru") or Ukrainian ("uk")."""
    endings = ("ть", "ти", "ться", "тися", "чь", "сти", "зти", "йти")
    return Rules(
        cues(language), phrase_end, lambda word: word.endswith(endings), _finite,
    )  # fmt: skip


def reader(language: str) -> Callable[[str], Phrase]:
    """Return the function that reads a source span of one language."""

    @functools.lru_cache(maxsize=4096)
    def read(words: str) -> Phrase:
        return _read(words, language)

    return read


def _read(words: str, language: str) -> Phrase:
    words = " ".join(words.split())
    low = words.lower()
    lists = cues(language).list
    if low in lists("pronouns"):
        plural = low in ("они", "их", "им", "них", "вони", "їх", "їм")
        return Phrase(None, "unknown", "named", pronoun=low, plural=plural)
    if (
        low.split(" ")[0] in lists("possessives")
        and len(low.split(" ")) <= 2
        and low.endswith(("собственным", "словам", "власними", "собственных"))
    ):
        return Phrase(None, "unknown", "named", pronoun=low.split(" ")[0])
    aliases = tuple(_BRACKET.findall(words))
    bare = _BRACKET.sub("", words).strip(" ,")
    tokens = _WORD.findall(bare)
    name, proper, described = _name(bare, tokens, language)
    kind = _kind(bare, name, language, proper=proper)
    heads = frozenset(stem(t.lower()) for t in tokens)
    return Phrase(
        name,
        kind,
        _anonymity(tokens, kind, language, proper=proper),
        heads,
        proper,
        _is_plural(tokens, kind),
        len(tokens) <= 2 and not proper,
        None,
        known_body(name) or known_body(bare),
        (*aliases, *((described,) if described else ())),
    )


def stem(word: str) -> str:
    """Return a word without its case ending, for comparing mentions."""
    return word[: max(4, len(word) - 2)] if len(word) > 5 else word[: max(3, len(word) - 1)]


def _name(bare: str, tokens: list[str], language: str) -> tuple[str, bool, str | None]:
    quoted = _QUOTED.search(bare)
    whole_kind = kind_of_head(bare, language)
    if quoted is not None and whole_kind != "document":
        return quoted.group(1), True, bare[: quoted.start()].strip() or None
    if bare[:1] in '«„“"' and whole_kind != "document":
        return bare.strip('«»„“”" '), True, None
    if whole_kind == "document" or not tokens:
        return bare, False, None
    if len(tokens) > 1 and _medium_noun(tokens[0], language):
        return " ".join(tokens[1:]), True, tokens[0]
    if known_body(bare):
        return bare, True, None
    run = _capital_run(tokens)
    if len(run) == len(tokens) > 2 and kind_of_head(tokens[0], language) is not None:
        run = run[1:]
    while (
        run
        and len(run) > 1
        and any(m.form == "name" for m in gazetteer().find(run[0]))
        and len(run) > 2
    ):
        run = run[1:]
    if (
        run
        and len(run) < len(tokens)
        and whole_kind in MEDIA | {"office-holder", "person", "military", "research-body", None}
    ):
        if len(run) > 2 and whole_kind in PERSONS:
            run = run[-2:]
        if whole_kind in MEDIA or _person(run):
            return " ".join(run), True, " ".join(tokens[: len(tokens) - len(run)])
    if run and len(run) == len(tokens):
        return bare, whole_kind is None or bare.isupper(), None
    if (
        len(tokens) > 1
        and tokens[0][0].isupper()
        and _DEMONYM.search(tokens[0].lower())
        and tokens[1][0].isupper()
    ):
        return " ".join(tokens[1:]), True, bare
    return bare, False, None


def _medium_noun(token: str, language: str) -> bool:
    """Tell the noun that stands before the name of an outlet: "агентство Reuters"."""
    lists = cues(language).list
    low = token.lower()
    return any(
        low[:5] == word[:5] and abs(len(low) - len(word)) <= 2
        for word in lists("agency") | lists("outlet")
    )


def _capital_run(tokens: list[str]) -> list[str]:
    start = len(tokens)
    while start > 0 and (
        tokens[start - 1][0].isupper()
        or (tokens[start - 1].lower() in ("of", "the", "de", "al") and start < len(tokens))
    ):
        start -= 1
    return tokens[start:]


def _person(run: list[str]) -> bool:
    """Tell a personal name from places and abbreviations: "министр | Данияр Сеитов"."""
    if any(t.isupper() and len(t) > 1 for t in run) and not any(t.isascii() for t in run):
        return False
    return not any(gazetteer().find(t) for t in run) and len(run) <= 3


def _kind(bare: str, name: str, language: str, *, proper: bool) -> SpeakerKind:
    found = kind_of(bare, name if proper else None, language)
    if (
        found in ("government", None)
        and proper
        and name != bare
        and _medium_noun(bare.split()[0].strip("«"), language)
    ):
        return "news-agency" if bare.lower().startswith(("агентств", "агенц")) else "news-outlet"
    if found is not None:
        return found
    tokens = name.split()
    if (
        proper
        and 2 <= len(tokens) <= 3
        and all(t[0].isupper() for t in tokens)
        and not name.isascii()
    ):
        return "person"
    return "unknown"


def _is_plural(tokens: list[str], kind: SpeakerKind) -> bool:
    head = tokens[0].lower() if tokens else ""
    return kind == "crowd" or (
        kind in ("person", "office-holder", "unknown", "research-body")
        and len(head) > 4
        and head.endswith(("ы", "и", "ов", "ів", "і"))
        and not head.endswith(("сти", "ции"))
    )


def _anonymity(tokens: list[str], kind: SpeakerKind, language: str, *, proper: bool) -> Anonymity:
    if proper or not tokens:
        return "named"
    first = tokens[0].lower()
    lists = cues(language).list
    if (
        first in lists("indefinite")
        or first[0].isdigit()
        or (kind == "unknown" and kind_of_head(" ".join(tokens), language) == "unknown")
    ):
        return "described"
    if any(t.lower() in lists("source_words") for t in tokens[:2]):
        return "described"
    if kind == "document":
        return "described" if not _identified(tokens) else "named"
    if first in lists("possessives"):
        return "named"
    head = _head(tokens, language)
    if (
        kind in ("person", "office-holder", "crowd", "research-body")
        and _PLURAL.search(head)
        and not any(t[0].isupper() for t in tokens[1:])
    ):
        return "described"
    if kind == "person" and not any(t[0].isupper() for t in tokens[1:]) and len(tokens) == 1:
        return "named"
    return "named"


def _head(tokens: list[str], language: str) -> str:
    return next(
        (t.lower() for t in tokens if kind_of_head(t, language) is not None), tokens[0].lower()
    )


def _identified(tokens: list[str]) -> bool:
    """Tell whether a document's issuer or matter is told: more than one noun or a name."""
    return (
        any(t[0].isupper() or t.isascii() for t in tokens[1:])
        or len(tokens) > 2
        or (
            len(tokens) == 2
            and not _DEMONYM.search(tokens[0].lower())
            and not tokens[0]
            .lower()
            .endswith(("ой", "ые", "ых", "ый", "ая", "ое", "ие", "ій", "і", "ний", "на"))
        )
    )
