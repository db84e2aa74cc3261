"""Reads the law of `provisions/data/` and refuses a bad entry with its file and line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from importlib.resources import files
from typing import NamedTuple, NoReturn

import yaml

from firsthand.check.words import WordLists
from firsthand.errors import VocabularyError
from firsthand.model.base import Record
from firsthand.provisions.records import Conduct, Element, Provision, Regime, Role
from firsthand.vocabulary.data_file import line_of, parse_data

LANGUAGES = ("en", "de", "ru")
_STAR_ALONE = re.compile(r"(?:^|\s)\*")


class Law(NamedTuple):
    """All that is in the data files, by id and name."""

    provisions: dict[str, Provision]
    roles: dict[str, Role]
    regimes: dict[str, Regime]


class _Provisions(Record, frozen=True, kw_only=True):
    provisions: tuple[Provision, ...]


class _Roles(Record, frozen=True, kw_only=True):
    roles: dict[str, Role]


class _Regimes(Record, frozen=True, kw_only=True):
    regimes: dict[str, Regime]


class _Terms(Record, frozen=True, kw_only=True):
    lists: dict[str, dict[str, tuple[str, ...]]]


@cache
def law() -> Law:
    """Return the law that Firsthand ships, read once in a process.

    Raises:
        VocabularyError: an entry does not fit; `where` is FILE:LINE.
    """
    texts = dict(_data_files())
    roles = parse_data(texts["roles.yaml"], "roles.yaml", _Roles).roles
    regimes = parse_data(texts["parties.yaml"], "parties.yaml", _Regimes).regimes
    lists = _all_lists().keys()
    found: dict[str, Provision] = {}
    for name, text in texts.items():
        if name not in ("roles.yaml", "parties.yaml"):
            for provision in parse_provisions(text, name, roles=roles, lists=lists):
                found[provision.id] = provision
    check_references(found, texts, regimes)
    return Law(found, roles, regimes)


def parse_provisions(
    text: str, name: str, *, roles: dict[str, Role], lists: Iterable[str]
) -> tuple[Provision, ...]:
    """Read one file of provisions; `name` is used in errors.

    Raises:
        VocabularyError: an entry does not fit, or names a role or word list that is not there.
    """
    entries = parse_data(text, name, _Provisions).provisions
    known = frozenset(lists)
    for at, provision in enumerate(entries):
        problem = _dates(provision) or next(
            (p for conduct in (*provision.match, *provision.touch)
             if (p := _conduct(conduct, roles, known))), None,
        )  # fmt: skip
        if not problem and any(c.limit is None for c in provision.touch):
            problem = "a touch needs a limit"
        if problem:
            _refuse(f"{provision.id}: {problem}", text, name, f".provisions[{at}]")
    return entries


def check_references(
    found: dict[str, Provision], texts: dict[str, str], regimes: dict[str, Regime]
) -> None:
    """Hold that provisions name each other and their regimes rightly.

    Raises:
        VocabularyError: a reference leads nowhere.
    """
    for provision in found.values():
        named = (
            *provision.amends, *provision.strengthened_by, *provision.supersedes,
            *provision.superseded_by,
        )  # fmt: skip
        lost = [f"no provision {other!r}" for other in named if other not in found]
        if provision.match and provision.regime not in regimes:
            lost.append(f"no regime {provision.regime!r}, whose party a match needs")
        for problem in lost:
            for name, text in texts.items():
                line = next(
                    (n for n, row in enumerate(text.split("\n"), 1)
                     if row.strip() == f"- id: {provision.id}"), None,
                )  # fmt: skip
                if line:
                    raise VocabularyError(f"{provision.id}: {problem}", where=f"{name}:{line}")


def _dates(provision: Provision) -> str | None:
    for field in ("adopted", "in_force_from", "ends", "deadline"):
        value = getattr(provision, field)
        if value is not None:
            try:
                date.fromisoformat(value)
            except ValueError:
                return f"{field} {value!r} is no ISO date"
    if provision.ends is not None and provision.ends < provision.in_force_from:
        return f"it ends on {provision.ends}, before it comes into force"
    return None


def _conduct(conduct: Conduct, roles: dict[str, Role], lists: frozenset[str]) -> str | None:
    for role in conduct.roles:
        if role not in roles:
            return f"no role {role!r} in roles.yaml"
    for name in conduct.unless:
        if name not in lists:
            return f"no word list {name!r} in terms/"
    for element in conduct.elements:
        if problem := _element(element, conduct, lists):
            return problem
    return None


def _element(element: Element, conduct: Conduct, lists: frozenset[str]) -> str | None:
    for name in (*element.terms, *element.weak):
        if name not in lists:
            return f"no word list {name!r} in terms/"
    if element.role is not None and element.role not in conduct.roles:
        return f"the element {element.name!r} names the role {element.role!r}, which has nobody"
    shown = element.role or element.terms or element.kinds or element.quantity
    if element.required and not shown:
        return f"nothing can show the element {element.name!r}"
    return None


def _refuse(problem: str, text: str, name: str, path: str) -> NoReturn:
    line = line_of(yaml.compose(text, Loader=yaml.CSafeLoader), path)
    raise VocabularyError(problem, where=f"{name}:{line}", hint="See docs/provisions.md.")


@cache
def word_lists(language: str) -> WordLists:
    """Return the word lists of a language, English ones where there are none of its own.

    Raises:
        VocabularyError: a list is no list of terms, or a term would match any word.
    """
    chosen = language if language in LANGUAGES else "en"
    return WordLists({name: by.get(chosen, ()) for name, by in _all_lists().items()})


def parse_terms(text: str, name: str) -> dict[str, dict[str, tuple[str, ...]]]:
    """Read one file of word lists (list name, language, terms); `name` is used in errors.

    Raises:
        VocabularyError: as in `word_lists`.
    """
    lists = parse_data(text, name, _Terms).lists
    for list_name, by_language in lists.items():
        for terms in by_language.values():
            for term in terms:
                if _STAR_ALONE.search(term) or not any(map(str.isalnum, term)):
                    problem = f"{term!r} in {list_name} would match any word"
                    _refuse(problem, text, name, f".lists.{list_name}")
    return lists


def _data_files() -> Iterator[tuple[str, str]]:
    folder = files("firsthand.provisions").joinpath("data")
    for path in sorted(folder.iterdir(), key=lambda each: each.name):
        if path.name.endswith(".yaml"):
            yield path.name, path.read_text("utf-8")


@cache
def _all_lists() -> dict[str, dict[str, tuple[str, ...]]]:
    folder = files("firsthand.provisions").joinpath("data", "terms")
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for path in sorted(folder.iterdir(), key=lambda each: each.name):
        found.update(parse_terms(path.read_text("utf-8"), path.name))
    return found
