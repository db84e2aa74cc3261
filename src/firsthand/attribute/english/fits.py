"""Tells whether an English verb may have such a content from such a source."""

from __future__ import annotations

from firsthand.attribute.draft import Range
from firsthand.attribute.english.after import After
from firsthand.attribute.english.frame import Mode, Reader
from firsthand.attribute.english.groups import VerbGroup

_FACT_KINDS = frozenset({"document", "research-body", "statistics-office"})


def fits(reader: Reader, group: VerbGroup, after: After, source: Range, mode: Mode) -> bool:
    """Tell whether the verb may have such a content from such a source."""
    cue, tagged = group.cue, reader.tagged
    if after.opener == "inf" and cue.stance == "asks":
        unnamed = tagged.word(after.content + 1) in ("named", "identified", "quoted")
        if reader.nested or unnamed:
            return False  # "who asked not to be named"
    if tagged.word(after.content) in ("otherwise", "so", "as") and after.opener == "np":
        return False  # "pictures suggest otherwise"
    if cue.sense == "show" and cue.takes.isdisjoint({"clause", "that"}):
        return (
            reader.kind(reader.view, *source) == "document"
            and tagged.at(source[0]) == "D"
            and tagged.low[source[0]] in ("a", "an")
            and mode == "pre"
        )
    if after.opener == "np" and cue.sense == "show":
        return reader.kind(reader.view, *source) in _FACT_KINDS or tagged.tag[source[0]] == "H"
    if cue.lemma in tagged.cues.list("inanimate") and not _speaks_itself(reader, source):
        return False
    if cue.lemma == "find" and after.opener == "clause":
        return reader.kind(reader.view, *source) in _FACT_KINDS
    if after.opener == "np" and "value" in cue.takes and "np" not in cue.takes:
        return tagged.tag[after.content] == "#" or tagged.low[after.content] in tagged.cues.list(
            "qualifiers"
        )
    if "as" in cue.takes and cue.stance == "denies" and after.opener == "np":
        return _reported(reader, after)
    if cue.lemma in tagged.cues.list("valuing"):
        return _has_value(reader, after)
    if cue.lemma in ("give", "set"):
        return _has_value(reader, after, links=("as",) if cue.lemma == "give" else ("at",))
    if cue.lemma in ("call", "describe", "term", "label", "dub", "brand", "deem"):
        person = tagged.tag[min(after.content, len(tagged) - 1)] == "H"  # "called him a liar"
        return (
            after.opener == "np"
            and not person
            and tagged.at(source[0] - 1) != "R"
            and tagged.at(source[0]) != "H"
        )
    return True


def _speaks_itself(reader: Reader, source: Range) -> bool:
    """Tell whether a subject can say something: "The deal underscored …" says nothing."""
    return (
        reader.tagged.tag[source[0]] in ("H", "R") or reader.kind(reader.view, *source) is not None
    )


_LINKS = ("at", "to", "from", "between", "above", "below", "as", "upwards", "in")


def _has_value(reader: Reader, after: After, *, links: tuple[str, ...] = _LINKS) -> bool:
    """Tell whether "at", "to" or "from" and a number follow: "put inflation at 9.97 percent"."""
    tagged = reader.tagged
    limit = reader.ceiling(after.content)
    return any(
        tagged.low[i] in links
        and any(tagged.tag[j] == "#" for j in range(i + 1, min(limit, i + 5)))
        for i in range(after.content, limit)
    )


def _reported(reader: Reader, after: After) -> bool:
    """Tell whether what is dismissed is something that was said: a report, a claim, "it"."""
    tagged = reader.tagged
    limit = reader.ceiling(after.content)
    nouns = tagged.cues.nouns
    if tagged.tag[after.content] == "H" and limit - after.content <= 4:
        return True
    return any(
        tagged.low[i] in nouns or tagged.low[i].removesuffix("s") in nouns
        for i in range(after.content, min(limit, after.content + 6))
    )
