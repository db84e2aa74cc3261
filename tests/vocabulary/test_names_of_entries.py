"""The names that ship: each is found in a sentence, and they are as many as the field needs."""

from __future__ import annotations

from collections import Counter

import pytest

from firsthand.vocabulary.gazetteer import gazetteer
from firsthand.vocabulary.loader import load_entries
from firsthand.vocabulary.rows import DATA

ENTRIES = load_entries(DATA)
KINDS = Counter(body.kind for body in ENTRIES.bodies.values())


def names() -> list[tuple[str, str]]:
    """Return (id, name as written) of all that are looked for."""
    found = []
    for place in ENTRIES.places.values():
        found += [(place.id, n) for n in (*place.aliases, *place.demonyms, *place.people)]
    for body in ENTRIES.bodies.values():
        found += [(body.id, n) for n in (body.name, *body.aliases)]
    return found


def sentence(name: str) -> str:
    """Return the name where even a common word is one: in quotation marks, or Hanja before Hangul."""
    return f"오늘 {name} 매체가" if len(name) == 1 else f"They saw «{name}» in it."


def test_every_name_is_found_in_a_sentence() -> None:
    gazette = gazetteer()
    missed = []
    for id_, written in names():
        name = written.removeprefix("=").removesuffix("?").replace("~", "")
        text = sentence(name)
        start = text.index(name)
        hits = [m for m in gazette.find(text) if m.span == (start, start + len(name))]
        weak_country = written.endswith("?") and id_ in ENTRIES.places
        if not weak_country and not (hits and id_ in gazette_ids(hits[0].ids)):
            missed.append((id_, written, hits))
    assert not missed


def gazette_ids(ids: tuple[str, ...]) -> set[str]:
    """Return ids with those that a capital's country stands for."""
    return {
        *ids,
        *(place.capital for i in ids if (place := ENTRIES.places.get(i)) and place.capital),
    }


@pytest.mark.parametrize(
    ("kind", "least"),
    [
        ("news-agency", 180), ("news-outlet", 700), ("intelligence-service", 80),
        ("statistics-office", 60), ("government", 200), ("military", 60),
        ("international-body", 100), ("research-body", 120), ("company", 300),
    ],
)  # fmt: skip
def test_each_kind_of_body_is_covered(kind: str, least: int) -> None:
    assert KINDS[kind] >= least


@pytest.mark.parametrize(
    ("kind", "least"),
    [("country", 230), ("region", 320), ("city", 800), ("sea", 40), ("strait", 20)],
)
def test_each_kind_of_place_is_covered(kind: str, least: int) -> None:
    assert Counter(place.kind for place in ENTRIES.places.values())[kind] >= least


def test_sovereign_states_have_a_capital_and_an_adjective() -> None:
    """Those without are territories, or states whose adjective is their name."""
    bare = {
        place.id for place in ENTRIES.places.values()
        if place.kind == "country" and not (place.capital and place.demonyms)
    }  # fmt: skip
    assert not bare & {"ru", "kp", "kr", "cn", "us", "ua", "jp", "de", "ir", "nl", "in", "br", "za"}
    assert len(bare) < 70


@pytest.mark.parametrize("script", [("가", "힣"), ("А", "я"), ("ァ", "鿿")])
@pytest.mark.parametrize(
    "id_", ["ru", "kp", "us", "ua", "de", "yonhap", "reuters", "kyodo", "tass", "nis", "un-security-council"]
)  # fmt: skip
def test_important_names_are_there_in_each_script(id_: str, script: tuple[str, str]) -> None:
    entry = ENTRIES.places.get(id_) or ENTRIES.bodies[id_]
    first, last = script
    assert any(first <= letter <= last for name in entry.aliases for letter in name)
