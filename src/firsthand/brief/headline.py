"""The headline: what was found about the first claim, in counts; never a topic."""

from __future__ import annotations

from firsthand.brief.facts import Facts, article_ids
from firsthand.brief.finds import miscopied, parted
from firsthand.brief.finds_law import still_printing
from firsthand.brief.word import cardinal, count, plural, sentence_case, voice
from firsthand.model.brief import Dossier


def headline(leading: tuple[Dossier, ...], facts: Facts, *, about: str | None = None) -> str:
    """Return the headline of a brief: articles, what they rest on, and what happened on the way."""
    case = facts.corroboration
    if not leading:
        none = f"no claim with “{about}”" if about and case.questions else "no claim to compare"
        return sentence_case(f"{count(case.articles, 'article')}, {none}")
    first = leading[0]
    parts = [count(first.question.articles, "article"), _origins(first, facts)]
    parts += _twists(first, facts)[:2]
    return sentence_case(", ".join(p for p in parts if p))


def _origins(dossier: Dossier, facts: Facts) -> str:
    told = dossier.question.origins
    voices = facts.voices(dossier.question)
    if told.value is None or not voices:
        return "no origin that can be told"
    nouns = {voice(v) for v in voices}
    noun = nouns.pop() if len(nouns) == 1 else "origin"
    return f"{cardinal(told.value)} {noun if told.value == 1 else plural(noun)}"


def _twists(dossier: Dossier, facts: Facts) -> list[str]:
    """Say what happened, the gravest first."""
    question = dossier.question
    out: list[str] = []
    gone = next((n for n, a in enumerate(question.answers) if a.retracted_by), None)
    apart = {a.value for a in parted(dossier, facts).values()}
    if apart:
        out.append(count(len(apart), "value"))
    changed = len(article_ids(facts, (d for _, a in miscopied(dossier) for d in a.documents)))
    if changed:
        out.append(f"{count(changed, 'copy')} that {'differs' if changed == 1 else 'differ'}")
    if gone is not None:
        still = len(still_printing(dossier, gone, facts))
        out.append("one withdrawn" if not still else "one withdrawn and still printed")
    told = {a.value for a in question.answers if isinstance(a.value, bool)}
    if told == {True, False}:
        out.append("one denial")
    off = sum(c.verdict == "differs" for c in dossier.checks)
    if not out and off:
        out.append(f"{count(off, 'number')} that {'differs' if off == 1 else 'differ'}")
    if any(f.standing in ("breach-stated", "found") for f in dossier.findings):
        out.append("a breach stated")
    good = [c for c in dossier.checks if c.verdict.startswith("agrees")]
    if not out and good:
        out.append(f"{count(len(good), 'number')} that {'holds' if len(good) == 1 else 'hold'}")
    return out
