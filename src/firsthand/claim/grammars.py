"""The three grammars of claims: English in full, a light one for German and its like, a plain one without clauses."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import NamedTuple, Protocol

from firsthand.claim.calendar import Interval, is_ahead
from firsthand.claim.entities import Things
from firsthand.claim.kinding import Kinded, kind_in_context
from firsthand.claim.laws import is_new, law_of
from firsthand.claim.light_modes import (
    light_law,
    light_new,
    light_past,
    light_polarity,
    light_status,
)  # fmt: skip
from firsthand.claim.light_quantities import read_light_quantities
from firsthand.claim.modes import is_past, polarity_of, status_of
from firsthand.claim.periods import Setting
from firsthand.claim.plain import plain_kind, plain_law, plain_polarity, plain_roles, plain_status
from firsthand.claim.plain_quantities import read_plain_quantities
from firsthand.claim.quantities import Counted, read_quantities
from firsthand.claim.roles import roles_of
from firsthand.claim.sheet import Signs
from firsthand.claim.view import View
from firsthand.model.attribution import Stance
from firsthand.model.claim import Polarity, Role, Status
from firsthand.vocabulary.light_words import LIGHT_LANGUAGES
from firsthand.vocabulary.plain_words import PLAIN_LANGUAGES


class Judge(Protocol):
    """Returns the status of a clause and the words that give it."""

    def __call__(
        self,
        view: View,
        stance: Stance | None,
        published: date | None,
        span: Interval | None = None,
        *,
        headline: bool = False,
    ) -> tuple[Status, str]:
        """Return status and words; `stance` and `span` are the clause's."""
        ...


class Grammar(NamedTuple):
    """How the clauses of a language are read; `by` names it in the claims."""

    name: str
    by: str
    status: Judge
    quantities: Callable[[View, Setting, Signs], Counted]
    polarity: Callable[[View, str], tuple[Polarity, str]]
    law: Callable[[View], tuple[bool, str]]
    is_new: Callable[[View, Interval | None, date | None], bool]
    is_past: Callable[[View], bool]
    kind: Callable[[View, str | None], Kinded]
    roles: Callable[[View, str, Things], tuple[Role, ...]]


_ENGLISH = Grammar(
    "english", "claims-en/1", status_of, read_quantities, polarity_of, law_of, is_new, is_past,
    kind_in_context, roles_of,
)  # fmt: skip
_LIGHT = Grammar(
    "light", "claims-light/1", light_status, read_light_quantities, light_polarity, light_law,
    light_new, light_past, kind_in_context, roles_of,
)  # fmt: skip
_PLAIN = Grammar(
    "plain", "claims-plain/1", plain_status, read_plain_quantities, plain_polarity, plain_law,
    lambda _, span, published: is_ahead(span, published),
    lambda view: view.status in (None, "done"), plain_kind, plain_roles,
)  # fmt: skip


def grammar_of(language: str) -> Grammar | None:
    """Return the grammar that reads a language; None where none does."""
    if language == "en":
        return _ENGLISH
    if language in LIGHT_LANGUAGES:
        return _LIGHT
    return _PLAIN if language in PLAIN_LANGUAGES else None
