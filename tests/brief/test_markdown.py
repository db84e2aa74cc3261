"""Markdown prints the same sentences, and text from documents stays text."""

from __future__ import annotations

import re

import pytest
from packs import PACKS, pack, with_set_aside
from test_html import evil_parts

from firsthand.brief.compose import compose
from firsthand.brief.markdown import render, text
from firsthand.brief.parts import Parts
from firsthand.model.question import Corroboration, OriginCount


def unescaped(line: str) -> str:
    return re.sub(r"\\(.)", r"\1", line).replace("**", "").replace("&amp;", "&")


@pytest.mark.parametrize("name", PACKS)
def test_it_holds_every_sentence_with_its_sources(name: str) -> None:
    brief = compose(with_set_aside(pack(name)))
    out = unescaped(render(brief))
    for sentence in (*brief.sentences, *brief.missing):
        assert sentence.sentence in out
    assert f"# {brief.headline}" in out
    assert "3 set aside" in out
    assert "Draft, not reviewed" in out


def test_every_quotation_has_its_place() -> None:
    out = render(compose(pack(PACKS[0])))
    assert re.search(r"> — Free Peninsula Radio, par\. \d+, characters \d+–\d+", out)


def test_hostile_text_neither_links_nor_opens_html() -> None:
    out = render(compose(evil_parts()))
    assert not re.search(r"(?<!\\)<", out.replace("&lt;", ""))
    assert text("[a](http://b) <b> # x") == r"\[a\](http://b) \<b\> # x"
    assert text("# head") == r"\# head"
    assert text("1. one\n\n- two") == r"\1. one - two"


def test_an_empty_case_makes_a_page() -> None:
    none = OriginCount(value=None, low=0, high=0, effective=0.0)
    empty = Corroboration(articles=0, outlets=0, publishers=0, origins=none)
    assert render(compose(Parts(corroboration=empty))).startswith("# No articles")
