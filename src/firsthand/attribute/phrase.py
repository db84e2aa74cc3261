"""What a source span says of itself: name, kind, whether named, how many, with what access."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from firsthand.model.attribution import Anonymity, SpeakerKind
from firsthand.vocabulary.cues import cues, languages
from firsthand.vocabulary.gazetteer import gazetteer
from firsthand.vocabulary.heads import kind_of_head

MEDIA: frozenset[SpeakerKind] = frozenset({"news-agency", "news-outlet"})
PERSONS: frozenset[SpeakerKind] = frozenset({"person", "office-holder"})
_DOUBTFUL = frozenset({"company", "unknown", "document", "person", "office-holder", "crowd"})
"""Kinds of heads that are words of outlets' names too: "Insider", "Ledger", "Register"."""
_AGENCY = re.compile(r"(?:News Agency|Newswire|Agency|Agence)\Z|\A(?:Interfax|Agence)\b")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A source span, read on its own.

    Args:
        name: Without article, title or apposition; None for a pronoun.
        words: Content words in lower case, for matching descriptions.
        proper: The name is a proper one.
        pronoun: The pronoun in lower case where the span is one.
        aliases: Other names in the span: an acronym in brackets, the description beside a name.
        number: How many people, low and high; None where no number is told.
        access: What is said of their access.
    """

    name: str | None
    kind: SpeakerKind
    anonymity: Anonymity
    words: frozenset[str] = frozenset()
    proper: bool = False
    plural: bool = False
    definite: bool = False
    pronoun: str | None = None
    known: str | None = None
    aliases: tuple[str, ...] = ()
    number: tuple[int, int | None] | None = None
    access: str | None = None


@functools.lru_cache(maxsize=4096)
def known_body(name: str) -> str | None:
    """Return the id of a known body or place whose name this is, best first; None for none.

    A common word is no name unless the gazetteer takes it for one in running text: "Report".
    """
    if name.islower():
        return None
    found = gazetteer().lookup(name)
    if found and name.isalpha() and name.isascii() and not gazetteer().find(f"{name} said"):
        return None
    return found[0] if found else None


@functools.lru_cache(maxsize=4096)
def kind_of(words: str, name: str | None, language: str) -> SpeakerKind | None:
    """Return the kind of a speaker: by the gazetteer, its nouns, then the shape of its name."""
    book = gazetteer()
    ids = [id_ for each in (name, words) if each and (id_ := known_body(each))]
    for id_ in ids:
        body = book.body(id_)
        if body is not None:
            return body.kind
    by_head = kind_of_head(words, language)
    if by_head is None and any(book.place(id_) is not None for id_ in ids):
        return "government"
    if by_head is None and language in languages():
        documents = cues(language).list("documents")
        head = words.lower().split(" of ")[0].split()
        if any(word in documents for word in head) or (
            language == "de" and any(w.endswith(tuple(documents)) for w in head)
        ):
            return "document"
    if by_head is not None and not (name and by_head in _DOUBTFUL and _shapes()[0].search(name)):
        return by_head
    mentions = book.find(words)
    whole = next((m for m in mentions if m.span[1] == len(words.rstrip(".’'s"))), None)
    if whole is not None:
        body = book.body(whole.ids[0])
        if body is not None:
            return body.kind
        if whole.form in ("people", "capital"):
            return "government"
    return shape_of(name) if name else by_head


@functools.cache
def _shapes() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Return patterns for the names of outlets, of companies and of organisations."""
    outlets, companies, bodies = (
        "|".join(re.escape(word) for word in sorted(cues("en").list(name)))
        for name in ("outlet_names", "company_names", "body_names")
    )
    return (
        re.compile(rf"(?i:\b(?:{outlets}))\Z|\A(?:The )?(?i:{outlets}) of (?:the )?[A-Z]"),
        re.compile(rf"(?i:\b(?:{companies})\b)\.?"),
        re.compile(rf"(?i:\b(?:{bodies})\b)\.?"),
    )


def shape_of(name: str) -> SpeakerKind | None:
    """Guess a kind from the shape of an unknown proper name."""
    if _shapes()[0].search(name):
        return "news-outlet"
    if _AGENCY.search(name):
        return "news-agency"
    if _shapes()[1].search(name):
        return "company"
    return None


def looks_like_body(name: str) -> bool:
    """Tell whether a proper name has the word of an organisation in it."""
    return bool(_shapes()[2].search(name) or _shapes()[0].search(name))
