"""Make passages with nested attributions, which PolNeAR hardly has: lines of the contract with gold.

    python chains.py -o FOLDER [--passages 1500] [--seed 1]

Sources come from Firsthand's own gazetteer, phrases from chains.yaml; what is said is invented.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from pathlib import Path

import yaml

from firsthand.vocabulary.gazetteer import gazetteer

WORDS = yaml.safe_load((Path(__file__).parent / "chains.yaml").read_text("utf-8"))
MEDIA = ("news-agency", "news-outlet")
DEEPEST = 3


class Passage:
    """A text in the making, and who says what in it."""

    def __init__(self, dice: random.Random) -> None:
        self.dice, self.text = dice, ""
        self.attributions: list[dict[str, list[list[int]]]] = []

    def pick(self, name: str) -> str:
        """Return a phrase of a list, its slots filled."""
        return self.fill(self.dice.choice(WORDS[name]))

    def fill(self, words: str) -> str:
        dice = self.dice
        slots = {
            "n": lambda: dice.choice([str(dice.randint(2, 99)), f"{dice.randint(1, 99)},{dice.randint(100, 999)}"]),
            "place": lambda: dice.choice(WORDS["places"]), "good": lambda: dice.choice(WORDS["good"]),
            "people": lambda: dice.choice(WORDS["peoples"]), "year": lambda: str(dice.randint(2012, 2026)),
            "month": lambda: dice.choice("January March May June August October December".split()),
            "weekday": lambda: dice.choice("Monday Tuesday Thursday Friday Sunday".split()),
            "verb2": lambda: self.fill(dice.choice(WORDS["verbs"])),
        }  # fmt: skip
        return re.sub(r"<(\w+)>", lambda m: slots[m[1]](), words)

    def put(self, words: str) -> list[int]:
        """Add words; return their range."""
        start = len(self.text)
        if not self.text or self.text.endswith((". ", "\n", "“", '"')):
            words = words[:1].upper() + words[1:]
        self.text += words
        return [start, len(self.text)]

    def outlet(self) -> list[int]:
        return self.put(self.named(MEDIA, describe=0.0))

    def source(self) -> list[int]:
        """Add one who says: a body, a person, somebody described, or a document."""
        kind = self.dice.random()
        if kind < 0.3:
            return self.put(self.pick("described"))
        if kind < 0.55:
            return self.put(self.pick("documents"))
        if kind < 0.75:
            first, last = self.pick("firsts"), self.pick("lasts")
            titled = f"{self.pick('offices')} {first} {last}"
            return self.put(
                self.dice.choice([titled, f"{first} {last}", f"the {self.pick('offices').lower()}"])
            )
        return self.put(self.named((), describe=0.2))

    def named(self, kinds: tuple[str, ...], *, describe: float) -> str:
        bodies = BODIES[kinds]
        name = self.dice.choice(bodies)
        if name.split()[0] in ("Ministry", "Committee", "Bureau", "Office", "Federal", "National"):
            name = f"the {name}"
        return f"an official at {name}" if self.dice.random() < describe else name

    def clause(self) -> list[int]:
        """Add what is said."""
        return self.put(self.fill(f"{self.dice.choice(WORDS['subjects'])} {self.dice.choice(WORDS['verbs'])}{self.dice.choice(WORDS['tails'])}"))  # fmt: skip

    def told(self, source: list[list[int]], cue: list[list[int]], content: list[list[int]]) -> None:
        self.attributions.append({"source": source, "cue": cue, "content": content})

    def say(self, depth: int, *, outer: bool) -> list[int]:
        """Add an attribution of `depth` voices and return its range."""
        start = len(self.text)
        if depth == 0:
            self.clause()
        else:
            forms = [
                "front",
                "back",
                "according",
                "according-back",
                "citing",
                "citing-back",
                "passive",
                "quoted",
                "showing",
            ]
            getattr(self, f"say_{self.dice.choice(forms).replace('-', '_')}")(depth, outer)
        return [start, len(self.text)]

    def teller(self, outer: bool) -> tuple[list[int], str]:
        return (
            (self.outlet(), "outer")
            if outer and self.dice.random() < 0.7
            else (self.source(), "speaking")
        )

    def say_front(self, depth: int, outer: bool) -> None:
        who, verbs = self.teller(outer)
        self.put(" ")
        cue = self.put(self.pick(verbs))
        self.put(self.dice.choice([" that ", " that ", " "]))
        self.told([who], [cue], [self.say(depth - 1, outer=False)])

    def say_back(self, depth: int, outer: bool) -> None:
        quoted = depth == 1 and self.dice.random() < 0.4
        if quoted:
            self.text += '"'
        content = self.say(min(depth - 1, 1), outer=False)
        self.put(',"' if quoted else ",")
        self.put(" ")
        who, verbs = self.teller(outer)
        self.put(" ")
        self.told([who], [self.put(self.pick(verbs))], [content])

    def say_according(self, depth: int, outer: bool) -> None:
        cue = self.put(self.pick("according"))
        self.put(" ")
        who = self.outlet() if outer and self.dice.random() < 0.5 else self.source()
        inner = None
        if depth > 1 and self.dice.random() < 0.6:
            inner = self.behind(" ")
        self.put(", ")
        content = self.say(0 if inner else depth - 1, outer=False)
        self.told([who], [cue], [content])
        if inner:
            self.told([inner[1]], [inner[0]], [content])

    def behind(self, gap: str) -> tuple[list[int], list[int]]:
        """Add ", citing X"."""
        self.put(f",{gap}")
        cue = self.put(self.pick("citing"))
        self.put(" ")
        return cue, self.source()

    def say_according_back(self, depth: int, outer: bool) -> None:
        content = self.say(min(depth - 1, 1), outer=False)
        self.put(", ")
        cue = self.put(self.pick("according"))
        self.put(" ")
        self.told([self.source()], [cue], [content])

    def say_citing(self, depth: int, outer: bool) -> None:
        who = self.outlet()
        cited = self.behind(" ")
        more = self.behind(" ") if depth > 2 else None
        self.put(", ")
        cue = self.put(self.pick("outer"))
        self.put(" that ")
        content = self.say(max(0, depth - 3), outer=False)
        self.told([who], [cue], [content])
        for inner in filter(None, (cited, more)):
            self.told([inner[1]], [inner[0]], [content])

    def say_citing_back(self, depth: int, outer: bool) -> None:
        content = self.say(max(0, depth - 2), outer=False)
        self.put(", ")
        who = self.outlet()
        self.put(" ")
        cue = self.put(self.pick("outer"))
        inner = self.behind(" ")
        self.told([who], [cue], [content])
        self.told([inner[1]], [inner[0]], [content])

    def say_passive(self, depth: int, outer: bool) -> None:
        paper = self.dice.random() < 0.7
        who = self.put(self.pick("documents")) if paper else self.source()
        comma = not paper or self.dice.random() < 0.3
        self.put(", " if comma else " ")
        cue = self.put(
            self.pick("passive") if paper else self.dice.choice(["quoted by", "cited by"])
        )
        self.put(" ")
        by = self.outlet()
        self.put(", " if comma else " ")
        low = len(self.text)
        verb = self.put(self.pick("showing"))
        self.put(" that ")
        content = self.say(max(0, depth - 2), outer=False)
        self.told([by], [cue], [who, [low, len(self.text)]])
        self.told([who], [verb], [content])

    def say_quoted(self, depth: int, outer: bool) -> None:
        by = self.outlet()
        self.put(" ")
        cue = self.put(self.dice.choice(["quoted", "cited", "quotes"]))
        self.put(" ")
        low = len(self.text)
        who = self.source()
        self.put(" ")
        verb = self.put(self.pick("saying"))
        self.put(self.dice.choice([" that ", " that ", " "]))
        content = self.say(max(0, depth - 2), outer=False)
        self.told([by], [cue], [[low, len(self.text)]])
        self.told([who], [verb], [content])

    def say_showing(self, depth: int, outer: bool) -> None:
        who = self.put(self.pick("documents"))
        self.put(" ")
        cue = self.put(self.pick("showing"))
        self.put(self.dice.choice([" that ", " "]))
        self.told([who], [cue], [self.say(depth - 1, outer=False)])


def _bodies() -> dict[tuple[str, ...], list[str]]:
    every = [b for b in gazetteer().bodies() if b.name.isascii()]
    return {(): [b.name for b in every], MEDIA: [b.name for b in every if b.kind in MEDIA]}


BODIES = _bodies()


def passage(number: int, seed: int) -> dict[str, object]:
    """Return one line: a few sentences, most of them with voices, some with none."""
    made = Passage(random.Random(f"{seed}-{number}"))
    for _ in range(made.dice.randint(2, 9)):
        lead = made.pick("leads")
        if lead:
            made.put(lead)
        if made.dice.random() < 0.3:
            made.clause()
        else:
            made.say(made.dice.choice([1, 1, 2, 2, DEEPEST]), outer=True)
        made.put(made.dice.choice([". ", ". ", ".\n\n"]))
    rows = [{"id": f"a{n}", **a} for n, a in enumerate(made.attributions, 1)]
    return {"document": f"chain-{number:05}", "text": made.text.rstrip(), "attributions": rows}


def main() -> None:
    """Write the passages."""
    cli = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    cli.add_argument("-o", "--output", type=Path, required=True)
    cli.add_argument("--passages", type=int, default=1500)
    cli.add_argument("--seed", type=int, default=1)
    ask = cli.parse_args()
    ask.output.mkdir(parents=True, exist_ok=True)
    with (ask.output / "train.jsonl").open("w", encoding="utf-8") as out:
        for number in range(ask.passages):
            out.write(json.dumps(passage(number, ask.seed), ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
