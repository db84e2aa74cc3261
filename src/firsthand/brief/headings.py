"""A claim worded by a headline, worded again by the body's sentence that gives the same answer."""

from __future__ import annotations

from firsthand.brief.facts import Facts
from firsthand.brief.telling import leading
from firsthand.brief.word import sentence_case
from firsthand.corroborate.asking import asking_words
from firsthand.model.claim import Claim
from firsthand.model.question import Question
from firsthand.model.span import words_of

_LONGEST = 200
"""Characters of a sentence that a list still prints."""
_SHORTEST = 4
"""Words under which a clause tells no more than a headline."""


def worded(question: Question, facts: Facts) -> str:
    """Return a claim's sentence: the body's words where a headline's stand and the body has some.

    A headline leaves out the verb or the subject more often than not; a sentence that points back
    ("they", "its") is no better.
    """
    answer = leading(question)
    given = [facts.claims[ref] for ref in answer.claims if ref in facts.claims] if answer else []
    heads = [_words(d, c, facts) for d, c in given if _in_title(c)]
    if not any(_same(question.says, head) for head in heads):
        return question.says
    for document, claim in given:
        words = _words(document, claim, facts)
        english = facts.documents[document].document.language in (None, "en")
        if not _in_title(claim) and english and _stands_alone(words):
            return sentence_case(words)
    return question.says


def _in_title(claim: Claim) -> bool:
    return claim.in_ == "title" or claim.part == "title"


def _words(document: str, claim: Claim, facts: Facts) -> str:
    held = facts.documents[document].document
    text = (held.title or "") if claim.in_ == "title" else held.text
    return " ".join(words_of(text, claim.span).split()).strip(" .,;:–—")


def _same(says: str, head: str) -> bool:
    """Tell whether a claim's sentence is a headline's, apart from the period behind it."""
    return bool(head) and says.casefold().startswith(head[:40].casefold())


def _stands_alone(words: str) -> bool:
    found = words.casefold().split()
    points = set(asking_words().pointing)
    long_enough = len(found) >= _SHORTEST and len(words) <= _LONGEST
    return long_enough and "…" not in words and points.isdisjoint(found)
