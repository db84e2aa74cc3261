"""Every attribution knows its rule and why it hangs where it hangs."""

from __future__ import annotations

from hypothesis import given, settings

from firsthand.attribute.engine import attribute
from firsthand.model.document import Document
from tests.attribute.make import article
from tests.attribute.odd_texts import noisy


def reasons(text: str) -> dict[str, tuple[str, ...]]:
    return attribute(article(text), fast=True).why


@settings(max_examples=60, deadline=None)
@given(noisy("en"))
def test_each_attribution_has_reasons(text: str) -> None:
    attributed = attribute(article(text), fast=True)
    assert set(attributed.why) == {a.id for a in attributed.attributions}
    assert all(all(words) for words in attributed.why.values())


def test_the_rule_is_told_first_and_the_parent_last() -> None:
    why = reasons("Reuters reported, citing a trader, that it was sold.")
    assert why["a1"] == (
        "report: source before, content behind",
        "steps over “citing a trader”",
        "stands in nobody's content: the article speaks",
    )
    assert why["a2"][0] == "“citing”: the source behind it"
    assert why["a2"][-1] == "the words say on whose word it comes"


def test_what_else_could_have_been_the_parent_is_told() -> None:
    why = reasons("Reuters said that the court found that the mate admitted that it was sold.")
    assert "stands in the wider words of “Reuters” too" in why["a3"]


def test_ids_count_in_the_order_of_the_text_after_the_title() -> None:
    text = "Holm said it left. Berg said it rained."
    document = Document(
        document="d", text=text, text_sha256="", language="en", title="It left, says Holm"
    )
    found = attribute(document, fast=True).attributions
    assert [a.id for a in found] == ["a1", "a2", "a3"]
    assert [a.in_ == "title" for a in found] == [True, False, False]
