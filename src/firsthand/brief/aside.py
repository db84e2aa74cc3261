"""What was set aside, and why: inputs that count neither as an article nor as an origin."""

from __future__ import annotations

from firsthand.model.base import Record
from firsthand.model.brief import Brief
from firsthand.model.document import Reading

WORDS: dict[Reading, str] = {
    "stub": "stub",
    "list": "list",
    "empty": "empty",
    "language-not-read": "not read",
    "full": "read",
}
_HINTS: dict[str, str] = {
    "stub": "Save the whole page and add it",
    "empty": "Look whether the file is whole",
    "list": "Add the articles that it lists",
}


class Aside(Record, frozen=True):
    """One input that was set aside."""

    name: str
    verdict: str
    why: str
    hint: str | None = None


def set_aside(brief: Brief) -> tuple[Aside, ...]:
    """Return what was set aside: documents first, then inputs that could not be read."""
    out: dict[str, Aside] = {}
    for document in brief.aside:
        held = document.capture.file if document.capture else None
        name = held or document.document
        key = document.reading
        out[document.document] = Aside(name, WORDS[key], document.sign or "", _HINTS.get(key))
    known = {a.name for a in out.values()} | set(out)
    for notice in brief.notices:
        if notice.set_aside and notice.subject not in known:
            hint = notice.hint.rstrip(".") if notice.hint else None
            out[f"{notice.subject}:{len(out)}"] = Aside(
                notice.subject, notice.code.replace("-", " "), notice.message, hint
            )
    return tuple(out.values())


def summary(brief: Brief) -> str:
    """Say in a few words what was set aside: "2 stubs, 1 in a language not read"."""
    names = {
        "stub": ("stub", "stubs"),
        "list": ("list", "lists"),
        "empty": ("empty", "empty"),
        "not read": ("in a language not read", "in languages not read"),
    }
    counts: dict[str, int] = {}
    for each in set_aside(brief):
        counts[each.verdict] = counts.get(each.verdict, 0) + 1
    said = []
    for verdict, number in counts.items():
        one, many = names.get(verdict, (verdict, verdict))
        said.append(f"{number:,} {one if number == 1 else many}")
    return ", ".join(said)
