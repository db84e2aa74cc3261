"""Ids are unique in a run; captures of one address are versions of one article."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from firsthand.model.document import Capture, Document
from firsthand.read.identity import finish, versions


def document(ident: str, digest: str = "a" * 64, **fields: str | None) -> Document:
    saved = fields.pop("saved", None)
    capture = Capture(sha256=digest, got="2026-01-01T00:00:00Z", saved=saved)
    return Document(document=ident, text="x", text_sha256=digest, capture=capture, **fields)  # type: ignore[arg-type]


def test_the_first_keeps_its_id_and_later_ones_get_six_digits() -> None:
    given_ = [document("x"), document("x", "b" * 64), document("y"), document("x", "b" * 64)]
    found = [each.document for each in finish(given_)]
    assert found == ["x", "x~bbbbbb", "y", "x~bbbbbbbbbbbb"]


@given(st.lists(st.tuples(st.sampled_from("xyz"), st.sampled_from("ab")), max_size=40))
def test_ids_are_unique_and_the_order_stays(given_: list[tuple[str, str]]) -> None:
    documents = [document(ident, digest * 64) for ident, digest in given_]
    found = finish(documents)
    assert len({each.document for each in found}) == len(found)
    assert [each.document[0] for each in found] == [ident for ident, _ in given_]
    assert finish(found) == found


def test_versions_of_one_address_end_with_the_newest() -> None:
    url = "https://a.example/x"
    old = document("1", canonical_url=url, published="2026-02-01", saved="2026-02-01T10:00:00Z")
    new = document("2", canonical_url=url, published="2026-02-01", modified="2026-02-03")
    other = document("3", canonical_url="https://a.example/y")
    (found,) = versions([new, other, old])
    assert found.documents == ("1", "2")
    assert found.newest == "2"
    assert versions([other, document("4")]) == ()
