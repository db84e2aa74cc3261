"""The page is one file that loads and runs nothing, and whose every link opens in it."""

from __future__ import annotations

import base64
import hashlib
import html
import re
from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser

import msgspec
import pytest
from packs import PACKS, pack, with_set_aside
from test_layout import world

from firsthand.brief.compose import compose
from firsthand.brief.html import render
from firsthand.brief.parts import Options, Parts
from firsthand.model.brief import Brief
from firsthand.model.claim import Claim
from firsthand.model.document import Document, House
from firsthand.model.extraction import Extraction
from firsthand.model.question import Answer, Corroboration, OriginCount

replace = msgspec.structs.replace
EVIL = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>&amp;{{ 7*7 }}</style></title>\x00"


@dataclass
class Page(HTMLParser):
    """Tags, ids and links of a page."""

    tags: Counter[str] = field(default_factory=Counter)
    ids: Counter[str] = field(default_factory=Counter)
    links: list[str] = field(default_factory=list)
    attributes: Counter[str] = field(default_factory=Counter)
    text: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        for name, value in attrs:
            self.attributes[name] += 1
            if name == "id":
                self.ids[value or ""] += 1
            if name == "href":
                self.links.append(value or "")

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def parse(page: str) -> Page:
    parser = Page()
    parser.feed(page)
    return parser


def brief(name: str = PACKS[0]) -> Brief:
    return compose(with_set_aside(pack(name)))


@pytest.mark.parametrize("name", PACKS)
def test_every_link_opens_in_the_same_file_and_every_id_is_once(name: str) -> None:
    page = parse(render(brief(name)))
    assert all(link.startswith("#") for link in page.links)
    assert {link[1:] for link in page.links} <= set(page.ids)
    assert [i for i, n in page.ids.items() if n > 1] == []


@pytest.mark.parametrize("name", PACKS)
def test_it_has_no_script_no_remote_part_and_no_inline_style(name: str) -> None:
    out = render(brief(name))
    page = parse(out)
    assert not {"script", "img", "link", "iframe", "object", "form", "base"} & set(page.tags)
    assert page.attributes["style"] == 0
    assert not [a for a in page.attributes if a.startswith("on")]
    assert page.attributes["src"] == 0


def test_the_policy_names_the_digest_of_the_one_style() -> None:
    out = render(brief())
    style = re.search(r"<style>(.*?)</style>", out, re.DOTALL)
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', out)
    assert style
    assert policy
    digest = base64.b64encode(hashlib.sha256(style.group(1).encode()).digest()).decode()
    assert f"style-src 'sha256-{digest}'" in html.unescape(policy.group(1))
    assert "default-src 'none'" in html.unescape(policy.group(1))
    assert "@import" not in style.group(1)
    assert "url(" not in style.group(1)


@pytest.mark.parametrize("name", PACKS)
def test_every_sentence_leads_to_its_evidence(name: str) -> None:
    given = brief(name)
    page = parse(render(given))
    for number, sentence in enumerate((*given.sentences, *given.missing), 1):
        assert f"#e{number}" in page.links
        for each in sentence.evidence:
            if isinstance(each.span, tuple):
                (start, end), *_ = each.span
                assert any(i.endswith(f"-{start}-{end}") for i in page.ids)
            if isinstance(each.provision, str):
                assert f"p-{each.provision}" in page.ids
            if isinstance(each.cell, str):
                assert any(i.endswith(f"-{each.cell}") and i.startswith("t") for i in page.ids)


def test_the_words_of_a_text_stand_in_it_whole() -> None:
    given = brief()
    page = " ".join("".join(parse(render(given)).text).split())
    for extraction in given.extractions:
        if "digest-3" in extraction.id or "digest-1" not in extraction.id:
            continue
        for line in extraction.text.split("\n"):
            assert " ".join(line.split()) in re.sub(r"(source|cue|content|claim) \d+", "", page)


def evil_parts() -> Parts:
    parts = pack(PACKS[0])
    case = parts.corroboration
    articles = tuple(
        replace(a, outlet=House(id=a.document, name=EVIL), title=EVIL) for a in case.article_list
    )
    origins = tuple(replace(o, name=EVIL) for o in case.origin_list)
    questions = tuple(
        replace(
            q,
            says=EVIL,
            ask=EVIL,
            path=tuple(replace(s, words=EVIL, spelled=EVIL, note=EVIL) for s in q.path),
            answers=tuple(replace(a, spelled=EVIL, note=EVIL) for a in q.answers),
        )
        for q in case.questions
    )
    extractions = tuple(
        replace(
            e,
            document=replace(
                e.document, title=EVIL, url="javascript:alert(1)", language='en" onload="x',
                authors=(EVIL,), outlet=House(id="x", name=EVIL),
            ),
        )
        for e in parts.extractions
    )  # fmt: skip
    tables = tuple(replace(t, title=EVIL, notes=(EVIL,)) for t in parts.tables)
    return replace(
        parts,
        corroboration=replace(
            case, article_list=articles, origin_list=origins, questions=questions
        ),
        extractions=extractions,
        tables=tables,
        options=Options(title=EVIL, about=None),
    )


def test_hostile_text_is_escaped_everywhere() -> None:
    out = render(compose(evil_parts()))
    page = parse(out)
    assert not {"script", "img"} & set(page.tags)
    assert page.tags["style"] == 1
    assert "{{ 7*7 }}" in "".join(page.text)
    assert page.attributes["onload"] == 0
    assert page.attributes["onerror"] == 0
    assert all(link.startswith("#") for link in page.links)


def many(number: int, answering: int) -> Brief:
    """A case of many articles, some of which answer the one question."""
    question, case = world(3, answering, days=20, kinds="a")
    text = "Sample paragraph one.\n\n5,710 people came, a ministry said.\n\n" + "Filler. " * 200
    extractions, articles = [], []
    for n in range(number):
        ident = f"d{n}"
        document = Document(
            document=ident, text=text, text_sha256=f"{n:064d}", title=f"Title {n}",
            published="2026-03-01", outlet=House(id=ident, name=f"Outlet {n}"),
        )  # fmt: skip
        claim = Claim(id="c1", attribution=None, span=((23, 57),), kind="other", by="t/1")
        extractions.append(Extraction(document=document, claims=(claim,)))
        articles.append(
            replace(
                case.article_list[0], document=ident, outlet=House(id=ident, name=f"Outlet {n}")
            )
        )
    documents = tuple(f"d{n}" for n in range(answering))
    answer = Answer(
        value=5710, unit="persons", spelled="5,710", documents=documents,
        claims=tuple(f"{d}#c1" for d in documents), origin_ids=("o0",),
    )  # fmt: skip
    question = replace(
        question, answers=(answer,), articles=answering, outlets=answering, publishers=answering
    )
    case = replace(
        case, articles=number, outlets=number, publishers=number, questions=(question,),
        article_list=tuple(articles),
    )  # fmt: skip
    return compose(Parts(corroboration=case, extractions=tuple(extractions)))


def test_articles_without_evidence_take_one_line_each() -> None:
    out = render(many(3000, 10))
    page = parse(out)
    assert sum(re.fullmatch(r"d\d+", i) is not None for i in page.ids) == 10
    assert "in the JSON of this brief" in out
    assert len(out) < 1_500_000


def test_of_very_many_documents_only_the_passages_with_evidence_are_printed() -> None:
    out = render(many(400, 400))
    assert "only the passages with evidence are printed" in out
    assert out.count("Filler.") == 0
    assert len(out) < 3_000_000
    page = parse(out)
    assert {link[1:] for link in page.links} <= set(page.ids)


def test_a_case_without_anything_still_makes_a_page() -> None:
    none = OriginCount(value=None, low=0, high=None, effective=0.0)
    empty = Corroboration(articles=0, outlets=0, publishers=0, origins=none)
    page = parse(render(compose(Parts(corroboration=empty))))
    assert page.tags["h1"] == 1
    assert {link[1:] for link in page.links} <= set(page.ids)


def test_unverified_paragraph_numbers_are_marked_where_they_are_printed() -> None:
    out = render(brief(PACKS[1]))
    assert "paragraph 11 (paragraph number not verified)" in out
    assert "paragraph number not verified</span>" in out


def test_the_scale_the_engines_and_the_limits_are_named() -> None:
    out = render(brief(PACKS[2]))
    assert "ICD 203" in out
    assert "corroborate/1" in out
    assert "not legal advice" in out


def test_a_deep_chain_of_copies_is_no_recursion() -> None:
    question, case = world(1, 1500, days=20, kinds="c")
    question = replace(
        question, answers=(Answer(value=5710, spelled="5,710", documents=("d0",)),), articles=1
    )
    render(compose(Parts(corroboration=replace(case, questions=(question,)))))
