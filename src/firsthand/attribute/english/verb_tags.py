"""Tags the verbs of an English sentence: finite ones, those inside a group, -ing forms."""

from __future__ import annotations

import functools

import msgspec

from firsthand.attribute.english.words import Tagged
from firsthand.attribute.views import View
from firsthand.vocabulary.data_file import load_data
from firsthand.vocabulary.heads import kind_of_head
from firsthand.vocabulary.inflect_verbs import verb_forms


class VerbFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Verbs without a voice."""

    irregular: tuple[str, ...]
    regular: tuple[str, ...]
    nounlike: tuple[str, ...]


@functools.cache
def plain_verbs() -> dict[str, frozenset[str]]:
    """Return the forms of verbs that are no cues, each with its tenses."""
    file = load_data("cues/en_verbs.yaml", VerbFile)
    found: dict[str, set[str]] = {}
    for entry in (*file.irregular, *file.regular):
        for form, tense, _ in verb_forms(entry.split(), "en"):
            found.setdefault(form, set()).add(tense)
    for entry in file.nounlike:
        for form, tense, _ in verb_forms(entry.split(), "en"):
            if tense not in ("base", "third"):
                found.setdefault(form, set()).add(tense)
    return {form: frozenset(tenses) for form, tenses in found.items()}


def tag_words(view: View) -> Tagged:
    """Return a view with the class of every token."""
    tagged = Tagged(view)
    tag_verbs(tagged)
    tag_demonstratives(tagged)
    return tagged


def tag_demonstratives(tagged: Tagged) -> None:
    """Tell "that night" and "after that" from the conjunction."""
    for i, tag in enumerate(tagged.tag):
        if tag != "T":
            continue
        if tagged.word(i + 1) in tagged.cues.list("times") and tagged.at(i - 1) not in ("V", "B"):
            tagged.tag[i] = "D"
        elif tagged.at(i + 1) in (".", ";", "?", "!", "") and tagged.at(i - 1) in ("V", "B"):
            tagged.tag[i] = "H"  # "denied that."
        elif tagged.at(i - 1) == "P" and tagged.at(i + 1) in (",", ".", "", "V", "X"):
            tagged.tag[i] = "H"


def tag_verbs(tagged: Tagged) -> None:
    """Tag the finite verbs that are no cues, so that clauses can be told from noun phrases."""
    plain, known = plain_verbs(), tagged.cues.verbs
    for i, word in enumerate(tagged.low):
        if tagged.tag[i] != "N" or (word not in plain and word not in known):
            if _unknown_past(tagged, i):
                tagged.tag[i] = "V"
            continue
        if tagged.view.capital(i) and i and not tagged.view.headline:
            continue
        tenses = set(plain.get(word, ()))
        for reading in known.get(word, ()):
            tenses.add(reading.tense)
        tag = _verb_tag(tagged, i, tenses)
        if tag:
            tagged.tag[i] = tag


def _unknown_past(tagged: Tagged, i: int) -> bool:
    """Tell a past form of a verb that no list has: "soldiers torched the market"."""
    word = tagged.low[i]
    plain = (
        tagged.tag[i] == "N"
        and word.endswith("ed")
        and len(word) > 4
        and not tagged.view.capital(i)
    )
    if plain and tagged.at(i - 1) == "H":
        return tagged.at(i + 1) in ("D", "#", "H", "N", "P")
    return plain and tagged.at(i - 1) == "N" and tagged.at(i + 1) in ("D", "#", "H")


def _verb_tag(tagged: Tagged, i: int, tenses: set[str]) -> str:
    before, after = tagged.at(i - 1), tagged.at(i + 1)
    word = tagged.low[i]
    j = i - 1
    while j >= 0 and tagged.tag[j] == "A":
        j -= 1
    led = tagged.at(j)
    if "ing" in tenses and word.endswith("ing"):
        noun = word in tagged.cues.list("ing_nouns") and before in ("D", "N", "#", "P", "V")
        return "" if before == "D" or noun else "G"
    if led == "X" or tagged.word(j) in ("to", "having", "been", "being", "be"):
        if tagged.word(j) == "to" and "base" not in tenses:
            return ""
        return "B"  # inside a group: the auxiliary before it is the finite part
    if before == "D" and not _stands_alone(tagged, i):
        return ""
    if tagged.word(i - 1).endswith("'s"):
        return ""
    if "past" in tenses or "participle" in tenses:
        return _past_tag(tagged, i, tenses)
    if "third" in tenses and "base" not in tenses:
        return "V" if _third_finite(tagged, i) else ""
    if "base" in tenses:
        subject = led == "H" or tagged.word(j) == "who"
        subject = subject or (led == "N" and tagged.plural(j) and head_plural(tagged, j))
        follows = after in (
            "D",
            "T",
            "#",
            "Q",
            ":",
            "H",
            "A",
            "P",
            "R",
            "S",
        ) or _named_next(tagged, i)
        cue = word in tagged.cues.verbs
        if (
            word in tagged.cues.list("base_verbs")
            and led in ("N", ")")
            and before in ("N", "A", ")")
        ):
            return "V"
        if cue and led == "N" and not subject:
            subject = head_plural(tagged, j)
        if cue and subject and after in (",", ".", "") and _set_off(tagged, j):
            return "V"
        if (cue and led == "," and after in ("T", "Q", ":")) or (
            word == "say" and led in (",", "Q", ")")
        ):
            return "V"
        return "V" if subject and (follows or (led == "H" and word != "state")) else ""
    return ""


def _stands_alone(tagged: Tagged, i: int) -> bool:
    """Tell a determiner that is a subject of its own: "another put the number at 50"."""
    alone = tagged.low[i - 1] in (
        "another",
        "others",
        "some",
        "many",
        "both",
        "most",
        "several",
        "few",
    )
    return alone and tagged.at(i + 1) in ("D", "T", "#", "Q", ":", "H")


def head_plural(tagged: Tagged, i: int) -> bool:
    """Tell whether the noun phrase that ends at `i` has a plural head: "figures from the FAO"."""
    head = i
    while i >= 0 and tagged.tag[i] in ("N", "D", "#", "P", "C", "B"):
        if tagged.tag[i] in ("P", "B"):
            head = i - 1
        elif tagged.low[i] in ("a", "an"):
            return False  # "a media request to …"
        i -= 1
    return head >= 0 and tagged.tag[head] == "N" and tagged.plural(head)


def _set_off(tagged: Tagged, i: int) -> bool:
    """Tell whether a comma or quotation stands in front of the noun phrase that ends at `i`."""
    while i >= 0 and tagged.tag[i] in ("N", "D", "#", "A", "P", "B"):
        i -= 1
    return tagged.at(i) in (",", "Q", "-")


def _past_tag(tagged: Tagged, i: int, tenses: set[str]) -> str:
    word, after = tagged.low[i], tagged.word(i + 1)
    if "past" not in tenses:
        return "B"
    if i == 0 and not tagged.view.headline:
        return "B"
    if tagged.at(i - 1) in ("P",) and tagged.word(i - 1) not in ("after",):
        return ""
    if after == "by":
        return "B"
    if (
        tagged.at(i - 1) in (",", "S")
        and tagged.at(i + 1) == "N"
        and not _named_next(tagged, i)
        and word.endswith("ed")
        and not any("clause" in r.cue.takes for r in tagged.cues.verbs.get(word, ()))
    ):
        return ""  # "elected officials", "leaked files"
    if (
        word in tagged.cues.list("reduced")
        and tagged.at(i - 1) in ("N", ",")
        and tagged.at(i + 1) in ("P", "D", "A")
    ):
        return "V" if _takes_object(tagged, i) else "B"
    return "V"


def _takes_object(tagged: Tagged, i: int) -> bool:
    """Tell whether a past form, not a participle, stands here: it has an object of its own."""
    return tagged.at(i + 1) in ("D", "#", "H", "T") and tagged.at(i - 1) != ","


def _third_finite(tagged: Tagged, i: int) -> bool:
    before, after = tagged.at(i - 1), tagged.at(i + 1)
    if before == "B" and after in ("#", "T", "D"):
        return True
    if before in ("H", "R", "A", ")", ","):
        return (after not in ("V", "X") or before == "H") and not _is_subject(tagged, i)
    if before not in ("N", "T", "#", "P"):
        return i == 0 and tagged.view.headline
    readings = tagged.cues.verbs.get(tagged.low[i], ())
    if any(r.cue.particle and r.cue.particle[0] == tagged.word(i + 1) for r in readings):
        return True
    if tagged.word(i + 1) == "of" or after in ("V", "X"):
        return False
    if before == "P" or (tagged.low[i] in tagged.cues.list("noun_forms") and _of_whom(tagged, i)):
        return False
    cue = tagged.low[i] in tagged.cues.verbs
    if cue and tagged.low[i] in tagged.cues.list("counting") and _figure_next(tagged, i):
        return True
    if cue and tagged.low[i] not in tagged.cues.list("noun_forms"):
        return True
    if cue and after in (".", ",", "") and not tagged.view.capital(i - 1) and before != "H":
        head = kind_of_head(tagged.low[i - 1], "en") is not None
        return head and _set_off(tagged, i - 1)  # ", its annual report shows."
    if cue and after == "N" and tagged.view.capital(i - 1) and not tagged.view.capital(i + 1):
        return True
    if tagged.view.headline or (cue and after in ("T", "Q", ":", "D", "#", "H", "R", "", ".", ",")):
        return not (after in (".", ",", "") and not cue)
    if after in ("D", "T", "#", "Q", "H", "A", "R") or _named_next(tagged, i):
        return True
    return tagged.word(i + 1) in ("to", "that", "in", "from", "on", "at") and not tagged.plural(
        i - 1
    )


def _of_whom(tagged: Tagged, i: int) -> bool:
    """Tell a plural noun with a source: "figures from", "claims by"."""
    return tagged.word(i + 1) in ("from", "by") and tagged.at(i + 2) in ("N", "D")


def _is_subject(tagged: Tagged, i: int) -> bool:
    """Tell a noun behind a comma: "…, figures from the ministry show", "…, reports say"."""
    if tagged.at(i - 1) != "," or tagged.low[i] not in tagged.cues.list("noun_forms"):
        return False
    following = tagged.cues.verbs.get(tagged.word(i + 1), ())
    return tagged.at(i + 1) == "P" or any(reading.tense == "base" for reading in following)


def _figure_next(tagged: Tagged, i: int) -> bool:
    i += 1
    while tagged.word(i) in tagged.cues.list("qualifiers"):
        i += 1
    return tagged.at(i) in ("#", "$", "€", "£")


def _named_next(tagged: Tagged, i: int) -> bool:
    return i + 1 < len(tagged.tag) and tagged.view.capital(i + 1) and tagged.tag[i + 1] == "N"
