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
_OUTLET = re.compile(
    r"(?:Times|Posts?|Herald|News|Daily|Gazette|Tribune|Journal|Observer|Chronicle|Radio|TV|Press|Telegraph|Guardian|Standard|"
    r"Mirror|Review|Wire|Insider|Today|Weekly|Bulletin|Magazine|Monitor|Globe|Mail|Sun|Star|Express|Echo|Courier|Dispatch|Broadcasting|"
    r"Television|Media|Independent|Ledger|Examiner|Inquirer|Sentinel|Zeitung|Blatt|Nachrichten|Kurier|Presse|Rundfunk|Anzeiger|Tagblatt|"
    r"Tageblatt|Abendblatt|Rundschau|Shimbun|Ilbo|Pravda|Gazeta|Novosti|Le Monde|Jazeera|Arabiya)\Z"
)
_AGENCY = re.compile(r"(?:News Agency|Newswire|Agency|Agence)\Z|\A(?:Interfax|Agence)\b")
_BODY = re.compile(
    r"\b(?:Ministry|Department|Office|Service|Agency|Council|Commission|Committee|Court|Parliament|Senate|Congress|Police|Guard|Bank|"
    r"University|Institute|Centre|Center|Foundation|Union|Organisation|Organization|Association|Corporation|Company|Group|Board|Bureau|"
    r"Authority|Administration|Programme|Program|Fund|Treasury|Institution|Academy|Society|Federation|League|Party|Forum|Observatory|"
    r"Laboratory|Lab|Project|Initiative|Network|Force|Forces|Command|Army|Navy|Staff|House|Kremlin|Registry|Chamber|Exchange|"
    r"Airlines|Airways|Shipping|Lines|Oil|Gas|Energy|Holding|Holdings|Ltd|Inc|GmbH|AG|SA|LLC|PLC|Co)\b\.?"
)
_COMPANY = re.compile(
    r"\b(?:Ltd|Inc|GmbH|AG|LLC|PLC|Corp|Holdings?|Shipping|Airlines|Airways|Lines|Oil|Petroleum|Motors|Industries|Analytics|Intelligence|Bank)\b\.?"
)


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
    if by_head is not None and (name is None or by_head != "company" or not _OUTLET.search(name)):
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


def shape_of(name: str) -> SpeakerKind | None:
    """Guess a kind from the shape of an unknown proper name."""
    if _OUTLET.search(name):
        return "news-outlet"
    if _AGENCY.search(name):
        return "news-agency"
    if _COMPANY.search(name):
        return "company"
    return None


def looks_like_body(name: str) -> bool:
    """Tell whether a proper name has the word of an organisation in it."""
    return bool(_BODY.search(name) or _OUTLET.search(name))
