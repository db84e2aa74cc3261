"""Tags of English words and groups of verbs: enough to tell a clause from a noun phrase."""

from __future__ import annotations

import functools
from dataclasses import dataclass

import msgspec

from firsthand.attribute.views import NUMBER, SPEECH, View
from firsthand.vocabulary.cues import Cue, Cues, cues
from firsthand.vocabulary.data_file import load_data
from firsthand.vocabulary.inflect_verbs import verb_forms


class VerbFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Verbs without a voice."""

    irregular: tuple[str, ...]
    regular: tuple[str, ...]


@functools.cache
def plain_verbs() -> dict[str, frozenset[str]]:
    """Return the forms of verbs that are no cues, each with its tenses."""
    file = load_data("cues/en_verbs.yaml", VerbFile)
    found: dict[str, set[str]] = {}
    for entry in (*file.irregular, *file.regular):
        for form, tense, _ in verb_forms(entry.split(), "en"):
            found.setdefault(form, set()).add(tense)
    return {form: frozenset(tenses) for form, tenses in found.items()}


@dataclass(slots=True)
class VerbGroup:
    """A cue verb with its auxiliaries: tokens [start, end), the cue itself at `head`.

    `form`: finite | passive | ing | infinitive | participle. `end` covers the particle too.
    """

    start: int
    head: int
    end: int
    cue: Cue
    form: str
    negated: bool = False
    modal: bool = False


class Tagged:
    """A view with the class of every token.

    D determiner, P preposition, C conjunction, S subordinator, R relative, T "that", H pronoun as
    subject, X auxiliary, V finite verb, G -ing form, A adverb, N noun, name or adjective, B be or
    have inside a group, # number, Q speech; marks stand for themselves.
    """

    def __init__(self, view: View) -> None:
        self.view = view
        self.low = view.low
        self.cues: Cues = cues("en")
        self.tag = self._first_tags()
        self._verbs()
        self._demonstrative()

    def __len__(self) -> int:
        return len(self.tag)

    def at(self, index: int) -> str:
        """Return the tag at an index, "" outside."""
        return self.tag[index] if 0 <= index < len(self.tag) else ""

    def word(self, index: int) -> str:
        """Return the word in lower case at an index, "" outside."""
        return self.low[index] if 0 <= index < len(self.low) else ""

    def plural(self, index: int) -> bool:
        """Guess whether a noun stands in the plural."""
        word = self.word(index)
        return (word.endswith("s") and not word.endswith(("ss", "us", "is", "'s"))) or word in (
            "data", "people", "police", "media", "men", "women", "fishermen", "children",
        )  # fmt: skip

    def _first_tags(self) -> list[str]:
        classes = _classes()
        tags: list[str] = []
        for i, kind in enumerate(self.view.kind):
            if kind == SPEECH:
                tags.append("Q")
            elif kind == NUMBER:
                tags.append("#")
            elif kind != "w":
                tags.append(kind)
            else:
                word = self.low[i]
                tag = classes.get(word, "N")
                if (
                    tag == "N"
                    and word.endswith("ly")
                    and word not in self.cues.list("no_adverbs")
                    and not self.view.capital(i)
                ):
                    tag = "A"
                if word == "may" and "#" in (tags[i - 1] if i else "", self._number_at(i + 1)):
                    tag = "N"  # 3 May
                if word in ("late", "early") and self.word(i + 1) in self._before_times():
                    tag = "A"
                if (
                    tag != "N"
                    and i
                    and self.view.capital(i)
                    and tag in "HADS"
                    and self._named(i, tags)
                ):
                    tag = "N"
                tags.append(tag)
        return tags

    def _number_at(self, index: int) -> str:
        return "#" if index < len(self.low) and self.view.kind[index] == NUMBER else ""

    def _before_times(self) -> frozenset[str]:
        return self.cues.list("times") | {"on", "in", "at"}

    def _demonstrative(self) -> None:
        """Tell "that night" and "after that" from the conjunction."""
        for i, tag in enumerate(self.tag):
            if tag != "T":
                continue
            if self.word(i + 1) in self.cues.list("times") and self.at(i - 1) not in ("V", "B"):
                self.tag[i] = "D"
            elif self.at(i - 1) == "P" and self.at(i + 1) in (",", ".", "", "V", "X"):
                self.tag[i] = "H"

    def _named(self, i: int, tags: list[str]) -> bool:
        """Tell whether a function word is part of a name ("the Times of All Seasons")."""
        return (
            self.view.raw(i) not in ("I",)
            and (tags[i - 1] in "ND")
            and not self.view.raw(i).isupper()
        )

    def _verbs(self) -> None:
        plain, known = plain_verbs(), self.cues.verbs
        for i, word in enumerate(self.low):
            if self.tag[i] != "N" or (word not in plain and word not in known):
                if self._unknown_past(i):
                    self.tag[i] = "V"
                continue
            if self.view.capital(i) and i and not self.view.headline:
                continue
            tenses = set(plain.get(word, ()))
            for reading in known.get(word, ()):
                tenses.add(reading.tense)
            tag = self._verb_tag(i, tenses)
            if tag:
                self.tag[i] = tag

    def _unknown_past(self, i: int) -> bool:
        """Tell a past form of a verb that no list has: "soldiers torched the market"."""
        word = self.low[i]
        plain = (
            self.tag[i] == "N"
            and word.endswith("ed")
            and len(word) > 4
            and not self.view.capital(i)
        )
        return plain and self.at(i - 1) in ("N", "H") and self.at(i + 1) in ("D", "#", "H")

    def _verb_tag(self, i: int, tenses: set[str]) -> str:
        before, after = self.at(i - 1), self.at(i + 1)
        word = self.low[i]
        j = i - 1
        while j >= 0 and self.tag[j] == "A":
            j -= 1
        led = self.at(j)
        if "ing" in tenses and word.endswith("ing"):
            noun = word in self.cues.list("ing_nouns") and before in ("D", "N", "#", "P", "V")
            return "" if before == "D" or noun else "G"
        if led == "X" or self.word(j) in ("to", "having", "been", "being", "be"):
            if self.word(j) == "to" and "base" not in tenses:
                return ""
            return "B"  # inside a group: the auxiliary before it is the finite part
        if before == "D" or self.word(i - 1).endswith("'s"):
            return ""
        if "past" in tenses or "participle" in tenses:
            return self._past_tag(i, tenses)
        if "third" in tenses and "base" not in tenses:
            return "V" if self._third_finite(i) else ""
        if "base" in tenses:
            subject = led == "H" or self.word(j) == "who"
            subject = subject or (led == "N" and self.plural(j) and self._head_plural(j))
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
            ) or self._named_next(i)
            cue = word in self.cues.verbs
            if (
                word in self.cues.list("base_verbs")
                and led in ("N", ")")
                and before in ("N", "A", ")")
            ):
                return "V"
            if cue and led == "N" and not subject:
                subject = self._head_plural(j)
            if cue and subject and after in (",", ".", "") and self._set_off(j):
                return "V"
            if (cue and led == "," and after in ("T", "Q", ":")) or (
                word == "say" and led in (",", "Q", ")")
            ):
                return "V"
            return "V" if subject and (follows or (led == "H" and word != "state")) else ""
        return ""

    def _head_plural(self, i: int) -> bool:
        """Tell whether the noun phrase that ends at `i` has a plural head: "figures from the FAO"."""
        head = i
        while i >= 0 and self.tag[i] in ("N", "D", "#", "P", "C", "B"):
            if self.tag[i] in ("P", "B"):
                head = i - 1
            elif self.low[i] in ("a", "an"):
                return False  # "a media request to …"
            i -= 1
        return head >= 0 and self.tag[head] == "N" and self.plural(head)

    def _set_off(self, i: int) -> bool:
        """Tell whether a comma or quotation stands in front of the noun phrase that ends at `i`."""
        while i >= 0 and self.tag[i] in ("N", "D", "#", "A"):
            i -= 1
        return self.at(i) in (",", "Q", "-")

    def _past_tag(self, i: int, tenses: set[str]) -> str:
        word, after = self.low[i], self.word(i + 1)
        if "past" not in tenses:
            return "B"
        if i == 0 and not self.view.headline:
            return "B"
        if self.at(i - 1) in ("P",) and self.word(i - 1) not in ("after",):
            return ""
        if after == "by":
            return "B"
        if (
            self.at(i - 1) in (",", "S")
            and self.at(i + 1) == "N"
            and not self._named_next(i)
            and word.endswith("ed")
            and not any("clause" in r.cue.takes for r in self.cues.verbs.get(word, ()))
        ):
            return ""  # "elected officials", "leaked files"
        if (
            word in self.cues.list("reduced")
            and self.at(i - 1) in ("N", ",")
            and self.at(i + 1) in ("P", "D", "A")
        ):
            return "V" if self._takes_object(i) else "B"
        return "V"

    def _takes_object(self, i: int) -> bool:
        """Tell whether a past form, not a participle, stands here: it has an object of its own."""
        return self.at(i + 1) in ("D", "#", "H", "T") and self.at(i - 1) != ","

    def _third_finite(self, i: int) -> bool:
        before, after = self.at(i - 1), self.at(i + 1)
        if before == "B" and after in ("#", "T", "D"):
            return True
        if before in ("H", "R", "A", ")", ","):
            return after not in ("V", "X") or before == "H"
        if before not in ("N", "T", "#", "P"):
            return i == 0 and self.view.headline
        readings = self.cues.verbs.get(self.low[i], ())
        if any(r.cue.particle and r.cue.particle[0] == self.word(i + 1) for r in readings):
            return True
        if self.word(i + 1) == "of" or after in ("V", "X"):
            return False
        if before == "P":
            return False
        cue = self.low[i] in self.cues.verbs
        if cue and self.low[i] not in self.cues.list("noun_forms"):
            return True
        if cue and after in (".", ",", "") and not self.view.capital(i - 1) and before != "H":
            return False
        if cue and after == "N" and self.view.capital(i - 1) and not self.view.capital(i + 1):
            return True
        if self.view.headline or (
            cue and after in ("T", "Q", ":", "D", "#", "H", "R", "", ".", ",")
        ):
            return not (after in (".", ",", "") and not cue)
        if after in ("D", "T", "#", "Q", "H", "A", "R") or self._named_next(i):
            return True
        return self.word(i + 1) in ("to", "that", "in", "from", "on", "at") and not self.plural(
            i - 1
        )

    def _named_next(self, i: int) -> bool:
        return i + 1 < len(self.tag) and self.view.capital(i + 1) and self.tag[i + 1] == "N"

    def finite(self, i: int) -> bool:
        """Tell whether a finite verb stands at an index."""
        return self.tag[i] in ("V", "X") and self.low[i] not in ("being", "been", "be", "having")

    def clause(self, start: int, end: int) -> bool:
        """Tell whether a finite verb stands in [start, end), relative clauses not counted."""
        i = start
        while i < end:
            if self.tag[i] == "R" and i > start and self.tag[i - 1] in ("N", ",", "P"):
                i = self._after_relative(i, end)
                continue
            if self.finite(i):
                return True
            i += 1
        return False

    def clause_verb(self, start: int, end: int) -> bool:
        """Tell whether any finite verb stands in [start, end)."""
        return any(self.finite(i) for i in range(start, end))

    def _after_relative(self, i: int, end: int) -> int:
        """Return the index after a relative clause: after its first verb and what follows it."""
        while i < end and not self.finite(i):
            i += 1
        while i < end and self.tag[i] in ("X", "V", "B", "A"):
            i += 1
        while i < end and self.tag[i] not in (",", "V", "X", "-"):
            i += 1
        return i + 1 if i < end and self.tag[i] == "," else i

    def groups(self) -> list[VerbGroup]:
        """Return the cue verbs of the view with their auxiliaries, in order."""
        found: list[VerbGroup] = []
        for i, word in enumerate(self.low):
            readings = self.cues.verbs.get(word)
            if not readings or self.tag[i] not in ("V", "B", "G"):
                continue
            if self.view.capital(i) and i and not self.view.headline:
                continue
            for reading in readings:
                end = self._particle(i, reading.cue.particle)
                if end:
                    group = self._group(i, end, reading.cue, reading.tense)
                    if group is not None:
                        found.append(group)
                    break
        return found

    def _particle(self, i: int, particle: tuple[str, ...]) -> int:
        end = i + 1
        for word in particle:
            if self.word(end) != word:
                return 0
            end += 1
        return end

    def _group(self, i: int, end: int, cue: Cue, tense: str) -> VerbGroup | None:
        words = self.cues
        start = i
        auxiliaries: list[str] = []
        while start > 0 and (
            self.tag[start - 1] in ("X", "A")
            or self.low[start - 1] in ("been", "being", "having", "be")
            or self.low[start - 1] in ("to", "not", "never", "turn")
            or (self.low[start - 1] == "in" and self.word(start) == "turn")
        ):
            if (
                self.tag[start - 1] == "A"
                and not self._has_auxiliary(start - 1)
                and self.tag[start - 1] != "X"
            ):
                if self.low[start - 1] not in words.list("negations") and self.low[
                    start - 1
                ] not in self.cues.list("preverbal"):
                    break
            start -= 1
            auxiliaries.append(self.low[start])
        negated = any(word in words.list("negations") for word in auxiliaries)
        modal = any(word in words.list("modals") for word in auxiliaries)
        be = any(word in words.list("be") for word in auxiliaries)
        first = "first" in auxiliaries and be and "to" in auxiliaries
        if first:  # "was first to report"
            form, modal = "finite", False
        elif self.tag[i] == "G":
            form = "finite" if be else "ing"
        elif be and tense in ("past", "participle"):
            form = "passive"
        elif "to" in auxiliaries:
            form = "infinitive"
        elif self.tag[i] == "B" and not auxiliaries:
            form = "participle"
        else:
            form = "finite"
        return VerbGroup(start, i, end, cue, form, negated, modal)

    def _has_auxiliary(self, i: int) -> bool:
        """Tell whether an auxiliary stands left of the adverbs that end at `i`."""
        while i >= 0 and self.tag[i] == "A":
            i -= 1
        return self.at(i) == "X"


@functools.cache
def _classes() -> dict[str, str]:
    """Return the class of every function word; the later list wins."""
    lists = cues("en").list
    found: dict[str, str] = {}
    for name, tag in (
        ("adverbs", "A"), ("determiners", "D"), ("prepositions", "P"), ("conjunctions", "C"),
        ("objects", "H"), ("pronouns", "H"), ("possessives", "D"), ("auxiliaries", "X"),
    ):  # fmt: skip
        found.update(dict.fromkeys(lists(name), tag))
    for word in (
        "after",
        "before",
        "because",
        "since",
        "while",
        "if",
        "unless",
        "although",
        "though",
        "whereas",
        "as",
        "until",
        "when",
        "whenever",
        "once",
        "whilst",
        "lest",
    ):
        found[word] = "S"
    for word in ("who", "which", "whose", "whom"):
        found[word] = "R"
    for word in ("whether", "how", "why", "what", "where"):
        found[word] = "R"
    for word in (
        "this",
        "these",
        "those",
        "some",
        "many",
        "both",
        "all",
        "most",
        "one",
        "another",
        "another",
        "no",
        "each",
        "several",
        "few",
        "any",
        "more",
        "other",
        "certain",
        "such",
    ):
        found[word] = "D"
    for word in ("being", "been", "having", "be"):
        found[word] = "B"
    for word in (
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "dozens",
        "hundreds",
        "thousands",
        "half",
    ):
        found[word] = "#"
    found.update(
        {
            "that": "T",
            "to": "P",
            "not": "A",
            "never": "A",
            "her": "D",
            "there": "H",
            "another": "D",
            "none": "H",
        }
    )
    return found
