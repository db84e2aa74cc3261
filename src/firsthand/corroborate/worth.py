"""Which groups of claims are worth a question of their own.

What is counted always is. A yes or no is where several titles give it, where somebody denies it, or
where a named party is said, on somebody's word, to have done or to intend what a provision may name.
The rest (that a table was put on a website, that a firm did not reply) is the telling of the story.
"""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.corroborate.articles import Held
from firsthand.corroborate.clauses import hangs
from firsthand.corroborate.groups import Group
from firsthand.corroborate.lexicon import question_words
from firsthand.corroborate.phrases import asking_words
from firsthand.corroborate.readings import Reading
from firsthand.corroborate.titles import Titles

SEVERAL = 2


def worth_asking(group: Group, held: Sequence[Held], titles: Titles) -> bool:
    """Tell whether a group makes a question."""
    readings = group.readings
    if readings[0].shape != "event":
        return True
    readings = [r for r in readings if not hangs(r.spelled) and not _of_nobody(r)]
    if len({held[r.at].imprint.outlet for r in readings}) >= SEVERAL:
        return any(_parties(r, titles) for r in readings)
    denied = any(r.claim.status == "denied" or r.claim.strength == "denies" for r in readings)
    return any(_by_itself(r, titles, denied=denied) for r in readings)


def _by_itself(reading: Reading, titles: Titles, *, denied: bool) -> bool:
    parties = _parties(reading, titles)
    if reading.title or not parties:
        return False
    if denied:
        return True
    if (reading.claim.who or "").casefold() in asking_words().pointing:
        return parties >= SEVERAL
    return reading.value is True and (bool(reading.claim.via) or parties >= SEVERAL)


def _of_nobody(reading: Reading) -> bool:
    """Tell whether it only says what nobody does ("Nobody learns that much Russian")."""
    return (reading.claim.who or "").casefold() in question_words().nobody


def _parties(reading: Reading, titles: Titles) -> int:
    """Return how many places, parties and things are named, titles of the case left out."""
    names = reading.slots.names
    return len(names.geo) + sum(titles.meant(n) is None for n in names.own)
