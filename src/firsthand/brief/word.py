"""Words of our own sentences: numbers, plurals, lists, the nouns for voices, the estimative scale.

Sentences are short and declarative. "Differs" is written, never "false"; a party is named, alleged
or designated and no word here moves it from one to another.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from firsthand.brief.measure import cells, fit
from firsthand.corroborate.asking import MONTHS
from firsthand.model.attribution import SpeakerKind
from firsthand.model.base import Record
from firsthand.model.question import Origin
from firsthand.vocabulary.data_file import parse_data

_NUMBERS = (
    *("no", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
NOUNS: dict[SpeakerKind, str] = {
    "person": "person",
    "office-holder": "official",
    "government": "government",
    "intelligence-service": "service",
    "statistics-office": "office",
    "military": "military body",
    "international-body": "international body",
    "company": "company",
    "news-agency": "agency",
    "news-outlet": "outlet",
    "research-body": "research body",
    "document": "document",
    "crowd": "group",
    "unknown": "voice",
}
_PLURALS = {"body": "bodies", "agency": "agencies", "company": "companies", "copy": "copies"}
_WITH_THE = re.compile(
    r"(?:^|\s)(?:Service|Ministry|Office|Agency|Council|Institute|Cent(?:re|er)|Bureau|Committee|"
    r"Department|Commission|Directorate|Administration|Authority|Union|Police|Army|Bank|Fund|Group|"
    r"Federation|Foundation|Panel|Parliament|Government|Observatory|Register|Embassy|Consulate|"
    r"Association|Organi[sz]ation|Programme|Committee|Staff|Court)(?:$|\s+(?:of|for|on|to)\b)",
    re.IGNORECASE,
)
_DETERMINED = re.compile(
    r"(?:an?|the|one|two|three|four|five|six|seven|eight|nine|ten|several|some|many|few|its|his|her|"
    r"their|our|we|he|she|it|they|who|which|this|that|other|another|no|nobody|those|these|sources|officials|people|\d)\b",
    re.IGNORECASE,
)


def count(value: int, noun: str, *, capital: bool = False) -> str:
    """Print a number with its noun, in words up to twelve: "eight articles", "1,204 articles"."""
    text = f"{cardinal(value)} {noun if value == 1 else plural(noun)}"
    return sentence_case(text) if capital else text


def cardinal(value: int) -> str:
    """Print a whole number, in words up to twelve; nought is "no"."""
    return _NUMBERS[value] if 0 <= value < len(_NUMBERS) else f"{value:,}"


def number_words() -> dict[str, int]:
    """Return the words that `cardinal` prints, with their numbers."""
    return {word: at for at, word in enumerate(_NUMBERS) if at}


def plural(noun: str) -> str:
    """Return the plural of one of our own nouns."""
    head, _, last = noun.rpartition(" ")
    more = _PLURALS.get(last, last + "s")
    return f"{head} {more}".strip()


def sentence_case(text: str) -> str:
    """Raise the first letter and leave the rest as it is."""
    return text[:1].upper() + text[1:]


def listed(names: Sequence[str], *, most: int = 3, told: bool = False) -> str:
    """Join names: "A, B and C"; more than `most` end in "and others", or told in "and 4 more".

    A sentence prints no number that it has not counted, so that its lists end in "others".
    """
    names = list(dict.fromkeys(names))
    if len(names) > most:
        kept = names[: most - 1]
        rest = f"{len(names) - len(kept):,} more" if told else "others"
        return f"{', '.join(kept)} and {rest}"
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def the(name: str) -> str:
    """Put the article before an office, "the National Intelligence Service", and a common noun."""
    if _DETERMINED.match(name) or re.search(r"['’]s?\s", name):
        return name
    return f"the {name}" if name[:1].islower() or _WITH_THE.search(name) else name


def voice(origin: Origin) -> str:
    """Return the noun for an origin: a table that is held, else what kind of voice it is."""
    if origin.kind == "statistics-office" and origin.held:
        return "table"
    noun = NOUNS[origin.kind]
    hidden = origin.anonymity != "named" and origin.kind not in ("unknown", "document")
    return f"unnamed {noun}" if hidden else noun


_COMMON = frozenset(
    (
        *("a", "about", "all", "almost", "an", "around", "at", "between", "both", "by", "each"),
        *("every", "few", "fewer", "for", "from", "half", "in", "its", "less", "many", "more"),
        *("most", "nearly", "no", "nobody", "none", "of", "on", "only", "other", "others"),
        *("over", "several", "some", "that", "the", "their", "there", "these", "they", "this"),
        *("those", "to", "under", "up", "within"),
    )
)
_DANGLING = frozenset(
    (
        *("a", "about", "after", "all", "among", "an", "and", "are", "around", "as", "at", "be"),
        *("because", "before", "between", "but", "by", "did", "during", "for", "from", "had"),
        *("has", "have", "her", "his", "if", "in", "including", "into", "is", "its", "more"),
        *("no", "not", "of", "off", "on", "only", "or", "our", "over", "since", "some", "than"),
        *("that", "the", "their", "through", "to", "under", "until", "up", "was", "were"),
        *("when", "where", "which", "while", "who", "whose", "will", "with", "within", "without"),
    )
)
"""Words that lead on to what was cut off: none of them stands before the sign of a cut."""


_MONTHS = frozenset(month.casefold() for month in MONTHS)


def lower_common(text: str) -> str:
    """Lower the first letter within a sentence where the first word is no name and no number."""
    first, _, rest = text.partition(" ")
    return f"{first.lower()} {rest}" if first.casefold() in _COMMON else text


def clause(says: str, room: int = 84) -> str:
    """Return a claim as part of a sentence: no full stop, cut behind a word that can end it."""
    plain = " ".join(says.split()).rstrip(" .;")
    if cells(plain) <= room:
        return plain
    short = fit(plain, room).removesuffix("…")
    words = short if plain[len(short) :].startswith(" ") else short.rpartition(" ")[0]
    kept = (words or short).split()
    while len(kept) > 2 and _dangles(kept[-1]):
        kept.pop()
    return " ".join(kept).rstrip(" ,;:–—") + "…"


def _dangles(word: str) -> bool:
    """Tell whether a cut behind a word breaks a date or leaves it pointing at nothing."""
    plain = word.strip(",;:–—(").casefold()
    part_of_date = (plain.isdigit() and len(plain) <= 4) or plain in _MONTHS
    return not plain or part_of_date or plain in _DANGLING


# --- the estimative scale ------------------------------------------------------------------------


class Band(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One word of the scale for probabilities from `low` up to `high` per cent."""

    word: str
    adverb: str
    low: int
    high: int


class Scale(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A published scale of estimative words."""

    name: str
    source: str
    bands: tuple[Band, ...]

    def adverb(self, percent: int) -> str:
        """Return the adverb for a probability; outside the bands the nearest one."""
        fitting = [b for b in self.bands if b.low <= percent]
        return (fitting or self.bands)[-1 if fitting else 0].adverb


@cache
def scale() -> Scale:
    """Return the scale that every estimative word of a brief follows.

    Raises:
        VocabularyError: `data/estimative.yaml` has a bad entry.
    """
    return parse_data(data("estimative.yaml"), "estimative.yaml", Scale)


class Lack(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a unit does not tell, and the unit under which it would be found."""

    unit: str
    gap: str


class Caution(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a unit does not say."""

    unit: str
    lead: str
    says: str
    lacks: tuple[Lack, ...] = ()


class Purpose(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Labels of tables that bear on a subject of provisions."""

    subject: str
    word: str
    labels: tuple[str, ...]


class Cautions(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The cautions that a brief prints beside units."""

    cautions: tuple[Caution, ...]
    purposes: tuple[Purpose, ...] = ()


@cache
def cautions() -> Cautions:
    """Return the cautions.

    Raises:
        VocabularyError: `data/cautions.yaml` has a bad entry.
    """
    return parse_data(data("cautions.yaml"), "cautions.yaml", Cautions)


def data(name: str) -> str:
    """Return the text of a data file of the brief."""
    return files("firsthand.brief").joinpath("data", name).read_text("utf-8")
