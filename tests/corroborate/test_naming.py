"""Origins by name, and the held table that is theirs."""

from __future__ import annotations

from firsthand.corroborate.engine import corroborate
from firsthand.model.table import Series, Table, Value
from tests.corroborate.make import Said, article, entries, sentence


def table(publisher: str | None, value: float, title: str = "Entries by nationality") -> Table:
    values = (Value(period="2025", value=value, printed=f"{value:,}", cell="E5"),)
    return Table(
        table="entries.csv", sha256="", title=title, publisher=publisher, vintage="2026-02-09",
        series=(Series(id="s1", values=values),),
    )  # fmt: skip


def case(words: str = "the Vessin port authority") -> list:  # type: ignore[type-arg]
    return [
        article(
            "a", sentence(tail=f", according to {words}."), Said(words, "according to"),
            entries(by=1), outlet="A",
        )
    ]  # fmt: skip


def test_a_table_of_the_origin_is_held() -> None:
    (origin,) = corroborate(case(), tables=[table("Vessin Port Authority", 5)]).origin_list
    assert (origin.held, origin.published) == ("entries.csv", "2026-02-09")


def test_a_table_without_a_publisher_is_known_by_its_figures() -> None:
    (origin,) = corroborate(case(), tables=[table(None, 18642)]).origin_list
    assert origin.held == "entries.csv"


def test_a_table_of_somebody_else_is_not() -> None:
    (origin,) = corroborate(case(), tables=[table("Ministry of Fisheries", 77)]).origin_list
    assert origin.held is None


def test_a_known_body_gives_its_id_and_another_its_name() -> None:
    (known,) = corroborate(case("Rosstat")).origin_list
    assert known.id in {"rosstat", known.known}
    (unknown,) = corroborate(case()).origin_list
    assert (unknown.id, unknown.known, unknown.name) == (
        "vessin-port-authority", None, "Vessin port authority",
    )  # fmt: skip


def test_ids_of_origins_are_unique() -> None:
    found = corroborate(
        [
            article(
                n, sentence(tail=f", {words} said."), Said(words, kind="person", name=words),
                entries(by=1), outlet=n,
            )
            for n, words in (("a", "Kim Min"), ("b", "Park Jun"))
        ]
    )  # fmt: skip
    assert len({o.id for o in found.origin_list}) == len(found.origin_list) == 2
