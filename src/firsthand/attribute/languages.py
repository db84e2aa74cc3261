"""The languages that have a grammar, behind one interface."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass

from firsthand.attribute.draft import Draft
from firsthand.attribute.speakers import Language, Mention
from firsthand.attribute.views import View
from firsthand.model.attribution import SpeakerKind

KindOf = Callable[[View, int, int], SpeakerKind | None]
IsMedium = Callable[[View, int, int], bool]
Read = Callable[[View, KindOf, IsMedium, bool], list[Draft]]


@dataclass(frozen=True, slots=True)
class Grammar:
    """How a language is read.

    `read`: view, kind, medium, nested -> drafts. `mentions`: view, unit -> noun phrases.
    `continues`: tells a sentence that goes on with the voice of the one before.
    """

    by: str
    read: Read
    language: Language
    mentions: Callable[[View, int], list[Mention]]
    continues: Callable[[View], bool]


def _english() -> Grammar:
    from firsthand.attribute.english import grammar, mentions, names

    return Grammar(
        "grammar-en/1",
        lambda view, kind, medium, nested: grammar.read_view(view, kind, medium, nested=nested),
        Language(names.read_english, PRONOUNS_EN, GENERIC_EN),
        mentions.mentions_of,
        grammar.continues,
    )


PRONOUNS_EN = {
    "he": "he", "she": "she", "it": "it", "they": "they", "him": "he", "her": "she", "them": "they", "this": "it", "both": "they",
}  # fmt: skip
_ORG: frozenset[SpeakerKind] = frozenset(
    {"government", "international-body", "intelligence-service", "statistics-office", "military"}
)
_MEDIA: frozenset[SpeakerKind] = frozenset({"news-agency", "news-outlet"})
GENERIC_EN: dict[str, frozenset[SpeakerKind]] = {
    **dict.fromkeys(("agency",), _ORG | {"news-agency"}),
    **dict.fromkeys(("broadcaster", "newspaper", "paper", "daily", "weekly", "outlet", "magazine", "site", "website", "portal", "station", "channel", "publication", "journal", "tabloid", "network"), _MEDIA),
    **dict.fromkeys(("service", "bureau", "office", "authority", "body", "watchdog", "regulator"), _ORG),
    **dict.fromkeys(("group", "organisation", "organization", "ngo", "centre", "center", "institute", "institution", "think-tank", "researchers", "analysts"), frozenset({"research-body", "crowd", "international-body"})),
    **dict.fromkeys(("company", "firm", "maker", "manufacturer", "operator", "bank", "shipowner", "airline", "trader"), frozenset({"company"})),
    **dict.fromkeys(("minister", "president", "official", "spokesman", "spokeswoman", "envoy", "ambassador", "governor", "mayor", "lawmaker", "senator", "prosecutor", "judge", "diplomat"), frozenset({"office-holder"})),
    **dict.fromkeys(("economist", "analyst", "researcher", "man", "woman", "person", "captain", "driver", "witness", "lawyer"), frozenset({"person"})),
    **dict.fromkeys(("government", "kremlin", "side"), frozenset({"government"})),
    **dict.fromkeys(("alliance", "bloc", "union", "court", "panel", "committee", "commission"), frozenset({"international-body"})),
}  # fmt: skip


@functools.cache
def grammar_of(language: str) -> Grammar | None:
    """Return the grammar of a language (ISO 639-1); None where there is none."""
    make = _MAKERS.get(language)
    return make() if make else None


_MAKERS: dict[str, Callable[[], Grammar]] = {"en": _english}
