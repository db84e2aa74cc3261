"""Voices: who stands at the end of a chain, in one document, ready to be compared with others."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from firsthand.corroborate.introduced import LONG_SOURCE, introduced, whose_papers
from firsthand.corroborate.voice_lists import PEOPLE, voice_words, word_set
from firsthand.corroborate.words import common_words, folded
from firsthand.model.attribution import Anonymity, Attribution, Speaker, SpeakerKind
from firsthand.model.extraction import Extraction
from firsthand.model.span import words_of
from firsthand.vocabulary.gazetteer import gazetteer
from firsthand.vocabulary.heads import kind_of_head

OFFICIAL: frozenset[SpeakerKind] = frozenset(
    {"government", "statistics-office", "intelligence-service", "military", "international-body"}
)
_OFFICES: frozenset[SpeakerKind] = OFFICIAL | {"company", "research-body"}
_PAPERS_OF = re.compile(
    r"((?:[\w.'’-]{1,40} ){1,6}?)(of|from|by|that|which) ((?:the |its |own )?\w.{1,120})\Z"
)
_WHOSE_PAPERS = re.compile(
    r"\b([a-z]{3,20})(?: [\d.]{1,8})? (?:of|by|from|that) (?:the |its )?"
    r"(?:[A-Z][\w'’-]{0,30}|[a-z]{3,30})(?: (?:of |and )?(?:[A-Z][\w'’-]{0,30}|"
    r"(?:service|ministry|office|agency|police|customs|board|committee|bureau|border|statistics|registry)\b)){0,5}"
)
_APPOSITION = re.compile(r"(?:a|an|the|its|his|her|their|who) ")
_NAME_BEFORE = re.compile(r"(?<!\w)([A-Z][\w'’-]{1,20}(?: [A-Z][\w'’.-]{0,20}){1,3}), \Z")
_RELATIVE = frozenset({"that", "which"})
_DEED = re.compile(
    r" (?:(?:has|have|had|is|are|was|were|will|would|now|also|recently|regularly|itself) |(?:put|gave|made|kept|sent|ran"
    r"|set|took|wrote|sold|showed|keeps|has|had|puts|gives|makes|sends|runs|writes)\b|[a-z]{3,20}(?:ed|es|ishes)\b).*\Z"
)
_ALONE = re.compile(
    r" (?:itself|themselves|ourselves|himself|herself|myself|selbst|самостоятельно)\Z"
)
_ARTICLE = re.compile(r"\A(?:the|a|an|its|their|der|die|das) ", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+){0,4}")


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody or something that speaks in one document.

    Args:
        name: As the document names it; the description where nobody is named.
        core: Folded words of the name, places and peoples as their ids, without papers and titles.
        lands: Ids of countries in name and description.
        number: How many people a described source is; None: one, or not told.
        plural: Several people, their number not told.
        generic: It names nobody, yet officials ("official figures").
        body: Core of the body that it speaks for; empty where it speaks for itself.
        document: The document in which it speaks.
    """

    name: str
    kind: SpeakerKind
    anonymity: Anonymity
    known: str | None
    core: frozenset[str]
    lands: frozenset[str]
    document: str
    number: tuple[int, int | None] | None = None
    plural: bool = False
    generic: bool = False
    body: frozenset[str] = frozenset()
    described: frozenset[str] = frozenset()
    """Core of all that stands in the source beside and in the name: "Ilya Marn, a former foreman"."""

    @property
    def key(self) -> tuple[str, str, str]:
        """What makes it one voice within its document."""
        return self.document, self.known or "", " ".join(sorted(self.core)) or self.name


def voice_of(extraction: Extraction, attribution: Attribution) -> Voice | None:
    """Return the voice of an attribution; None where nobody is named or described."""
    speaker = attribution.speaker
    text = extraction.document.title or "" if attribution.in_ == "title" else extraction.text
    source = words_of(text, attribution.source, gap=" ")[:LONG_SOURCE]
    name = speaker.name or source
    if not name or speaker.anonymity == "none" or _is_rule(speaker):
        return None
    anonymity = speaker.anonymity
    before = _name_before(text, attribution) if anonymity == "described" else None
    if before:
        name, source, anonymity = before, f"{before}, {source}", "named"
    whose = whose_papers(text, attribution, name)
    if whose:
        name, source, anonymity = whose, f"{source} by {whose}", "named"
    if anonymity == "named" and speaker.kind in PEOPLE:
        source = introduced(extraction, attribution, source)
    return _voice(
        extraction.id,
        name,
        source=source,
        known=speaker.known,
        kind=speaker.kind,
        anonymity=anonymity,
        number=speaker.number,
    )


def _is_rule(speaker: Speaker) -> bool:
    """Tell whether a rule is taken for a speaker ("barred by paragraph 11"): nobody had it from there."""
    return speaker.kind in ("unknown", "document") and core_of(speaker.name or "")[0] <= word_set(
        "rules"
    )


def _name_before(text: str, attribution: Attribution) -> str | None:
    """Return the name to which a description is only an apposition: "Ilya Marn, a former foreman"."""
    if not attribution.source:
        return None
    start = attribution.source[0][0]
    if not _APPOSITION.match(text[start : start + 8]):
        return None
    found = _NAME_BEFORE.search(text[max(0, start - 60) : start])
    return found[1] if found else None


def speaking(extraction: Extraction, attribution: Attribution) -> Voice | None:
    """Return the voice of an attribution by its fullest name in the document.

    A bare noun stands for the one voice whose name holds it ("centre" for "Halden Maritime Centre"),
    a bare office for the one named person of the document ("owner" for "managing director Vasko").
    """
    voice = voice_of(extraction, attribution)
    if voice is None or voice.known or voice.generic or voice.name[1:] != voice.name[1:].lower():
        return voice
    others = [v for a in extraction.attributions if (v := voice_of(extraction, a))]
    fuller = {v.key: v for v in others if voice.core < v.core and v.anonymity == "named"}
    if not fuller and voice.core and voice.core <= word_set("speaks_for"):
        fuller = {v.key: v for v in others if _is_person_by_name(v)}
    return next(iter(fuller.values())) if len(fuller) == 1 else voice


def _is_person_by_name(voice: Voice) -> bool:
    return (
        voice.kind in ("person", "office-holder")
        and voice.name != voice.name.lower()
        and not voice.core <= word_set("speaks_for")
    )


def voice_named(extraction: Extraction, words: str) -> Voice:
    """Return the voice whose papers or material an article says that it had in its hands."""
    known = next(
        (i for m in gazetteer().find(words) for i in m.ids[:1] if gazetteer().body(i)), None
    )
    body = gazetteer().body(known) if known else None
    kind = body.kind if body else "document"
    return _voice(
        extraction.id, words, source=words, known=known, kind=kind, anonymity="named", number=None
    )


def papers_named(sentence: str) -> str | None:
    """Return the words of a sentence that name papers and whose they are, else a known body.

    >>> papers_named("We downloaded table 4.2 of the Russian border service ourselves.")
    'table 4.2 of the Russian border service'
    """
    for match in _WHOSE_PAPERS.finditer(sentence):
        if folded(match[1])[-1:] and folded(match[1])[-1] in word_set("papers"):
            return match[0].strip()
    bodies = (m for m in gazetteer().find(sentence) if gazetteer().body(m.ids[0]))
    return next((sentence[slice(*m.span)] for m in bodies), None)


def is_own(name: str) -> bool:
    """Tell whether words mean the paper or its people."""
    key = " ".join(folded(printed_name(name)))
    return key in word_set("own") or any(key.startswith(f"{own} ") for own in word_set("own"))


def is_own_reporter(name: str) -> bool:
    """Tell whether words mean people of the paper who had access; a bare "we" shows none."""
    return is_own(name) and len(folded(name)) > 1


def may_be_anyone(voice: Voice) -> bool:
    """Tell whether a described source may be the same people as another."""
    return not voice.core - word_set("anyone") - word_set("official") - voice.lands


def _voice(
    document: str,
    name: str,
    *,
    source: str,
    known: str | None,
    kind: SpeakerKind,
    anonymity: Anonymity,
    number: tuple[int, int | None] | None,
) -> Voice:
    bare = printed_name(name)
    whose = kind_of_head(bare, "en") if bare != _ARTICLE.sub("", name) else None
    kind = whose or kind
    core, lands = core_of(bare)
    described, around = core_of(source)
    nobody = known is None and core <= word_set("anyone")
    if nobody or (known is None and kind not in _OFFICES and bare == bare.lower()):
        anonymity = "described"  # a name has a capital, or is that of an office
    elif anonymity == "described" and bare != _ARTICLE.sub("", name) and bare != bare.lower():
        anonymity = "named"  # "a count by Commander Marn" names him
    nothing = whose is None and bare != _ARTICLE.sub("", name) and bare == bare.lower()
    generic = known is None and (
        nothing or not core - word_set("official") - word_set("papers") - lands
    )
    body = gazetteer().body(known) if known else None
    return Voice(
        name=name,
        kind=body.kind if body else kind,
        anonymity=anonymity,
        known=known,
        core=core,
        lands=lands | around | _land_of(known),
        document=document,
        number=number,
        plural=anonymity == "described" and number is None and _is_plural(source or name),
        generic=generic and (kind != "person"),
        body=_body(name, source) if kind in PEOPLE else frozenset(),
        described=described,
    )


def _without_deed(clause: str) -> str:
    """Return who stands in a relative clause: "the border service put on its website"."""
    return _DEED.sub("", clause)


@cache
def core_of(name: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the telling words of a name, places as their ids, and the ids of its countries.

    Names of papers are dropped unless nothing else is told.
    """
    lands: set[str] = set()
    words: list[str] = []
    at = 0
    for mention in gazetteer().find(name):
        words += folded(name[at : mention.span[0]])
        inside = name[slice(*mention.span)]
        place = gazetteer().place(mention.ids[0])
        # The name of a body may hold that of a country: "Russian border service".
        for word, ids in [(inside, mention.ids)] if place else _words_inside(inside):
            land = gazetteer().place(ids[0]) if ids else None
            words += [land.id] if land else folded(word)
            lands.update([land.country or land.id] if land else [])
        at = mention.span[1]
    words += folded(name[at:])
    telling = [w for w in words if w not in common_words() and not w[0].isdigit() and len(w) > 1]
    bare = [w for w in telling if w not in word_set("papers")]
    return frozenset(bare or telling or words), frozenset(lands)


def _words_inside(name: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(m[0], gazetteer().lookup(m[0])) for m in _WORD.finditer(name)]


def _land_of(known: str | None) -> frozenset[str]:
    body = gazetteer().body(known) if known else None
    place = gazetteer().place(known) if known else None
    land = body.country if body else place.country or place.id if place else None
    return frozenset({land} if land else ())


def _is_plural(description: str) -> bool:
    """Tell whether the head of a description is a plural; English nouns by their ending."""
    words = [w.casefold() for w in _WORD.findall(description)]
    if not words or words[0] in ("a", "an", "one", "another", "ein", "eine", "один", "одна"):
        return False
    stops = {
        "of",
        "in",
        "at",
        "from",
        "with",
        "who",
        "familiar",
        "for",
        "on",
        "close",
        "to",
        "that",
    }
    head = next((words[i - 1] for i, w in enumerate(words) if w in stops and i), words[-1])
    return head in voice_words().plural or (head.endswith("s") and not head.endswith(("ss", "us")))


def _body(name: str, source: str) -> frozenset[str]:
    """Return the core of the body for which a person speaks, as the words around the name tell it."""
    own = set(folded(name))
    words = [w for w in folded(source) if w not in own]
    if not words or set(words) & word_set("independent") or not set(words) & word_set("speaks_for"):
        return frozenset()
    rest = source.replace(name, " ")
    core, _ = core_of(rest)
    return core - word_set("speaks_for") - own


def printed_name(name: str) -> str:
    """Return a name for people to read: no article, and whose papers they are instead of the papers.

    >>> printed_name("data of the Russian border service")
    'Russian border service'
    """
    found = _PAPERS_OF.match(name)
    if found:
        told = [w for w in folded(found[1]) if not w[0].isdigit()]
        heads = [w for w in told if w in word_set("papers") or w not in common_words()]
        if heads and all(w in word_set("papers") for w in heads):
            name = _without_deed(found[3]) if found[2] in _RELATIVE else found[3]
    name = _ALONE.sub("", name)
    return _ARTICLE.sub("", name).strip(" .,;:\"'’") or name
