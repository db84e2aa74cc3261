"""Words of a text with what they can be: verb, noun, number, joining word. English by its lexicon."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache
from typing import NamedTuple

from firsthand.vocabulary.clause_words import VerbList, Verbs, clause_words, verbs_of
from firsthand.vocabulary.cues import cues
from firsthand.vocabulary.data_file import load_data
from firsthand.vocabulary.kinds import kind_verbs
from firsthand.vocabulary.number_words import number_words
from firsthand.vocabulary.time_words import time_words

TOKEN = re.compile(
    r"\d+(?:[.,:\u00a0\u202f]\d+)*(?![^\W\d_])|[^\W_]+(?:[-‑'’./&][^\W_]+)*(?:['’](?=\s))?|[^\w\s]|_"
)
_WORD_OF = tuple.__new__
_REMEMBERED = 20_000
"""Words whose tag is remembered: news uses few, hostile text endless ones."""


class Word(NamedTuple):
    """A word or mark and its tag.

    Tags: X auxiliary or modal, V past form, E past form or participle, Z third person, B base form, G ing form,
    N noun or anything else, D determiner, O pronoun, P preposition, C coordinator, S subordinator, R relative,
    A adverb, T "to", # number, and the mark itself for punctuation.
    """

    start: int
    end: int
    low: str
    tag: str
    capital: bool


def words_of_text(text: str, language: str, start: int = 0, end: int | None = None) -> list[Word]:
    """Return the words of a stretch of text in order."""
    read = _reader(language)
    find, out, place = text.index, [], start
    # Between two tokens stands nothing but space, so that each is found where the last one ended.
    for written in TOKEN.findall(text, start, len(text) if end is None else end):
        first = find(written, place)
        place = first + len(written)
        out.append(_WORD_OF(Word, (first, place, *read(written))))
    return _settled(out) if language == "en" else out


@cache
def _reader(language: str) -> Callable[[str], tuple[str, str, bool]]:
    """Return what reads a word by itself: lower case, tag, capital. Known words are remembered."""
    tags = _tags(language)

    @lru_cache(maxsize=_REMEMBERED)
    def read(written: str) -> tuple[str, str, bool]:
        low = written.lower()
        if len(low) != len(written):
            low = written
        return low, _tag(written, low, tags), written[0].isupper()

    return read


class Tags(NamedTuple):
    """Closed classes and verb forms of a language."""

    closed: dict[str, str]
    verbs: Verbs
    nouns: frozenset[str]
    participles: frozenset[str]


@cache
def english_verbs() -> Verbs:
    """Return the forms of all English verbs that the data files list."""
    news = load_data("cues/en_verbs.yaml", VerbList)
    known = verbs_of((*news.irregular, *news.regular, *kind_verbs()), "en")
    lemmas, tenses = dict(known.lemmas), dict(known.tenses)
    for form, readings in cues("en").verbs.items():
        lemmas.setdefault(form, readings[0].cue.lemma.split()[0])
        told = {reading.tense for reading in readings}
        if "past" in told and form.endswith(("d", "t")):
            told.add("participle")
        tenses[form] = tenses.get(form, frozenset()) | told
    return Verbs(lemmas, tenses)


@cache
def _tags(language: str) -> Tags:
    if language != "en":
        return Tags({}, Verbs({}, {}), frozenset(), frozenset())
    data = clause_words("en")
    closed: dict[str, str] = {}
    for tag, listed in (
        ("A", data.adverbs), ("P", data.prepositions), ("O", data.pronouns), ("D", data.determiners),
        ("S", [w for w in data.subordinators if " " not in w]), ("R", data.relatives),
        ("C", data.coordinators), ("X", data.be), ("X", data.have), ("X", data.do),
        ("X", data.modals),
    ):  # fmt: skip
        closed.update(dict.fromkeys(listed, tag))
    numbers = number_words("en")
    for table in (numbers.cardinals, numbers.multipliers, numbers.scales, numbers.groups):
        closed.update(dict.fromkeys(table, "#"))
    months = time_words("en")
    closed.update(
        dict.fromkeys(
            (m for m in (months.months if months else ()) if m not in ("may", "march")), "N"
        )
    )
    closed.update(
        {"one": "O", "to": "T", "not": "A", "that": "S", "being": "G", "having": "G", "been": "E"}
    )
    return Tags(closed, english_verbs(), frozenset(data.nouns), frozenset(data.participles))


_FORMS = (("past", "participle"), ("past",), ("participle",), ("third",), ("ing",), ("base",))


def _tag(written: str, low: str, tags: Tags) -> str:
    first = written[0]
    if first.isdigit():
        return "#"
    if not first.isalnum():
        return first
    closed = tags.closed.get(low)
    if closed:
        return closed
    tenses = tags.verbs.tenses.get(low)
    if tenses is None:
        if low.endswith("ly") and not first.isupper() and low not in tags.nouns:
            return "A"
        if (
            low.endswith("ed")
            and len(low) > 4
            and written.islower()
            and low not in tags.participles
        ):
            return "E"  # a verb that no list has: "sentenced"
        return "G" if low.endswith("ing") and len(low) > 5 and written.islower() else "N"
    if "past" in tenses and "participle" in tenses:
        return "B" if "base" in tenses else "E"
    if "past" in tenses:
        return "V"
    if "participle" in tenses:
        return "E"
    return "Z" if "third" in tenses else "G" if "ing" in tenses else "B"


def _settled(words: list[Word]) -> list[Word]:
    """Return the words with tags that their neighbours rule out corrected."""
    out = list(words)
    last = len(words) - 1
    before: Word | None = None
    for i, each in enumerate(words):
        word = each
        if word.tag in _UNSETTLED or word.low in _LOOSE:
            tag = _in_context(word, before, words[i + 1] if i < last else None)
            if tag != word.tag:
                word = out[i] = each._replace(tag=tag)
        before = word
    return out


@cache
def _ordinals() -> frozenset[str]:
    return frozenset(number_words("en").ordinals)


_UNSETTLED = frozenset("XDEVZBGO")
"""Tags that depend on the words beside."""
_LOOSE = frozenset({"since", "yet"})


def _in_context(word: Word, before: Word | None, after: Word | None) -> str:
    tag = word.tag
    if (
        word.low == "may"
        and word.capital
        and (before is None or before.tag in "P#" or (after and after.tag == "#"))
    ):
        return "N"  # the month
    if word.low == "yet":
        joins = before is None or before.tag in ",;:" or before.low == "and"
        return tag if joins else "A"  # "has not yet decided"
    if word.low == "since" and (
        (before is not None and before.tag == "X") or after is None or after.tag in ",.;"
    ):
        return "A"
    if (
        tag == "X"
        and word.capital
        and before is not None
        and before.tag not in '.!?:;“"'
        and word.low in ("can", "will", "may", "does")
    ):
        return "N"  # a name: "Can Tho"
    if (
        tag == "D"
        and word.low in ("more", "fewer", "less")
        and before is not None
        and before.tag == "#"
    ):
        return "N"
    if tag in "EVZBG" and word.capital and before is not None and before.tag not in '.!?:;“"':
        return "N"  # a name: "the Rising Sun"
    if (
        tag in "ZB"
        and before is not None
        and (before.tag in "DP" or before.low.endswith(("'s", "’s")) or before.low in _ordinals())
    ):
        return "N"  # "the exports", "of supplies", "the third convoy"
    if (
        tag in "EVG"
        and before is not None
        and before.tag == "D"
        and before.low not in clause_words("en").pointers
    ):
        return "N"  # "the seized ships", "a sharply reduced fee"
    if tag == "O" and word.low in ("that", "this") and after is not None and after.tag in "N#":
        return "D"
    return tag
