"""The brief as Markdown: the same sentences, their evidence below, for notes and for repositories.

Text from documents is escaped, so that it can neither open a link nor begin a heading or HTML.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from firsthand.brief import law
from firsthand.brief.aside import set_aside, summary
from firsthand.brief.dates import short
from firsthand.brief.describe import Tag, twin
from firsthand.brief.facts import Facts, article_ids
from firsthand.brief.opened import characters
from firsthand.brief.page import crumb
from firsthand.brief.rows import answer_value, of_check, row
from firsthand.brief.select import printed_rule
from firsthand.brief.sources import Sources, paragraphs_of, ranges, sources
from firsthand.brief.terminal import origins_of_case
from firsthand.brief.tree import story_of
from firsthand.brief.word import listed, scale, sentence_case
from firsthand.model.brief import Brief, Dossier, Sentence
from firsthand.model.span import words_of

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|~])")
_STARTS = re.compile(r"^(\s*)([#+=-]|\d+[.)])")


def text(value: str) -> str:
    """Escape a text for a line of Markdown; line breaks and runs of blanks become one blank."""
    plain = " ".join(value.split())
    return _STARTS.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", plain)).replace("&", "&amp;")


def render(brief: Brief) -> str:
    """Return the brief as Markdown with a newline at its end."""
    facts = Facts(brief.corroboration, brief.extractions, brief.tables, brief.dossiers)
    known = sources(brief, facts)
    parts = [
        *_head(brief),
        *_said(brief, known),
        *_claims(brief, facts),
        *_path(brief),
        *_gaps(brief, known),
        *_aside(brief),
        *_sources(known),
        *_opened(brief, facts),
        *_law(brief),
        *_hashes(brief),
    ]
    return "\n".join(parts).rstrip() + "\n"


def _head(brief: Brief) -> Iterator[str]:
    case = brief.corroboration
    yield f"# {text(brief.headline)}"
    yield ""
    sample = " · **Sample data**" if brief.sample else ""
    yield f"{text(crumb(brief))}{sample} · **Draft, not reviewed**"
    yield ""
    aside = set_aside(brief)
    told = f" · {len(aside):,} set aside: {text(summary(brief))}" if aside else ""
    yield (
        f"{case.articles:,} articles · {case.outlets:,} outlets · {case.publishers:,} publishers · "
        f"{origins_of_case(case.origins)}{told}"
    )
    yield ""


def _sentence(sentence: Sentence, known: Sources) -> str:
    lead = sentence.lead or ""
    rest = text(sentence.sentence.removeprefix(lead))
    numbers = known.refs(sentence)
    refs = f" [{ranges(numbers)}]" if numbers else ""
    bold = f"**{text(lead)}**" if lead else ""
    return f"{bold}{' ' if bold and rest else ''}{rest}{refs}"


def _said(brief: Brief, known: Sources) -> Iterator[str]:
    yield "## What can be said"
    yield ""
    for at, each in enumerate(brief.sentences, 1):
        yield f"{at}. {_sentence(each, known)}"
    yield ""


def _claims(brief: Brief, facts: Facts) -> Iterator[str]:
    leading = brief.dossiers[: brief.leading]
    yield f"## Leading claims, {brief.leading} of {len(brief.dossiers):,}"
    yield ""
    if leading:
        yield "| | Claim | Origins | Articles | Number | Provisions |"
        yield "| --: | --- | --: | --: | --- | --- |"
    for at, dossier in enumerate(leading, 1):
        each = row(dossier, facts)
        number = f"{each.number.sign} {each.number.text}"
        why = f": {text(each.number.why)}" if each.number.why else ""
        names = ", ".join(law.tiny(p) for p in each.provisions) or "none"
        remark = f"; {text(each.remark)}" if each.remark else ""
        says = f"{text(each.says)} ({text(each.via)})"
        cells = (str(at), says, each.origins, f"{each.articles:,}", number + why, names + remark)
        yield f"| {' | '.join(cells)} |"
    reasons = any(d.question.reasons for d in leading)
    yield ""
    yield printed_rule(brief.top, reasons=reasons or not leading)
    yield ""
    for dossier in brief.dossiers[brief.leading :]:
        each = row(dossier, facts)
        count = f"{each.origin_note}, {each.articles:,} articles"
        yield f"- {text(each.says)} ({count}; {each.number.sign} {each.number.text})"
    if brief.leading < len(brief.dossiers):
        yield ""


def _path(brief: Brief) -> Iterator[str]:
    if not brief.leading or not brief.dossiers[0].question.path:
        return
    yield "## How claim 1 travelled"
    yield ""
    depth = 0
    for tag in twin(story_of(brief.dossiers[0], brief)):
        depth += {"ol": 1, "/ol": -1}.get(tag.name, 0)
        if tag.item is not None:
            yield "  " * depth + "- " + _item(tag)
    yield ""


def _item(tag: Tag) -> str:
    item = tag.item
    if item is None:
        return ""
    words = f" *{text(item.words)}*" if item.words else ""
    ours = f" {text(item.ours)}" if item.ours else ""
    return f"**{text(item.name)}**{ours}{words} {text(item.facts)}"


def _gaps(brief: Brief, known: Sources) -> Iterator[str]:
    if brief.missing:
        yield "## What is missing"
        yield ""
        yield from (f"- {_sentence(gap, known)}" for gap in brief.missing)
        yield ""


def _aside(brief: Brief) -> Iterator[str]:
    aside = set_aside(brief)
    if aside:
        yield "## What was set aside"
        yield ""
        for each in aside:
            hint = f" {text(each.hint)}." if each.hint else ""
            yield f"- {text(each.name)}: {each.verdict}, {text(each.why)}.{hint}"
        yield ""


def _sources(known: Sources) -> Iterator[str]:
    if known.listed:
        yield "## Sources"
        yield ""
        for source in known.listed:
            where = f", {source.where}" if source.where else ""
            yield f"{source.number}. {text(source.label)}{where}"
        yield ""


# --- evidence ------------------------------------------------------------------------------------


def _opened(brief: Brief, facts: Facts) -> Iterator[str]:
    """Yield each leading claim with its answers, the words they rest on, and its sums."""
    for at, dossier in enumerate(brief.dossiers[: brief.leading], 1):
        question = dossier.question
        yield f"## Claim {at}: {text(question.says)}"
        yield ""
        if question.reasons:
            yield f"It leads because: {', '.join(question.reasons)}."
            yield ""
        for n, answer in enumerate(question.answers):
            outlets = facts.outlets(article_ids(facts, answer.documents))
            gone = ", withdrawn" if answer.retracted_by else ""
            value = text(answer_value(answer))
            names = text(listed(outlets, most=8, told=True))
            yield f"**{value}**{gone}: {len(answer.documents):,} articles, {names}"
            yield ""
            yield from _quotes(dossier, n, facts)
            yield ""
        for check in dossier.checks:
            verdict = of_check(check)
            cell = ", ".join(filter(None, (check.table, check.row, check.cell)))
            yield f"- {verdict.sign} {verdict.text}: {text(verdict.why)} ({text(cell)})"
        yield from _bearing(dossier)
        yield ""


def _quotes(dossier: Dossier, at: int, facts: Facts) -> Iterator[str]:
    for ref in dossier.question.answers[at].claims:
        if ref not in facts.claims:
            continue
        document, claim = facts.claims[ref]
        held = facts.documents[document]
        title = claim.in_ == "title"
        source = (held.document.title or "") if title else held.text
        numbers = [] if title else paragraphs_of(held.document, claim.span)
        place = f"par. {ranges(numbers)}" if numbers else "title"
        where = f"{facts.outlet(document)}, {place}, characters {characters(claim.span)}"
        yield f"> {text(words_of(source, claim.span))}"
        yield ">"
        yield f"> — {text(where)}"
        yield ""


def _bearing(dossier: Dossier) -> Iterator[str]:
    for finding in dossier.findings:
        missing = f"; not shown: {', '.join(finding.missing)}" if finding.missing else ""
        force = "in force" if finding.in_force else "not in force"
        on = f" on {finding.on}" if finding.on else ""
        name = sentence_case(law.full(finding.provision))
        yield f"- {name}: {law.WORDS[finding.standing]}; {force}{on}{text(missing)}"
    for touch in dossier.touches:
        yield f"- {sentence_case(law.full(touch.provision))}: touched; {text(touch.limit)}"


def _law(brief: Brief) -> Iterator[str]:
    names = dict.fromkeys(p for d in brief.dossiers[: brief.leading] for p in law.named(d))
    found = [p for p in map(law.provision, names) if p is not None]
    if found:
        yield "## Provisions"
        yield ""
    for each in found:
        ends = f" to {short(each.ends, year=True)}" if each.ends else ""
        force = f"in force from {short(each.in_force_from, year=True)}{ends}"
        yield f"- **{sentence_case(law.full(each.id))}** ({force}): {text(each.obligation)}"
    if found:
        yield ""


def _hashes(brief: Brief) -> Iterator[str]:
    yield "## Annex A: hashes"
    yield ""
    for extraction in brief.extractions:
        document = extraction.document
        yield f"- {text(document.document)}: text `{document.text_sha256}`"
    yield from (f"- {text(t.table)}: file `{t.sha256}`" for t in brief.tables)
    yield ""
    yield f"Made {brief.made} by {text(', '.join(brief.engines))}."
    yield f"Estimative words follow {scale().name}: {scale().source}."
