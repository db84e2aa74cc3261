"""Numbers and times as other libraries read them; run by the interpreter that has them, without Firsthand.

    PYTHON benchmarks/number_readers.py READER < CASES.jsonl > TOLD.jsonl

READER: recognizers (Recognizers-Text), quantulum3, text2num, dateparser. A line in has "id", "text", "language"
and "kind"; a line out "id" and "values": the values of that kind, whatever their places; for dateparser "times":
[[words, day]]. A line without "values" is a kind or language that the library does not offer.
"""

from __future__ import annotations

import json
import re
import sys
import warnings
from collections.abc import Callable
from typing import Any

warnings.filterwarnings("ignore")
CODES = {
    "english": "en", "german": "de", "french": "fr", "spanish": "es", "japanese": "ja",
    "korean": "ko", "chinese": "zh",
}  # fmt: skip
NTH = {
    "en": r"(?:st|nd|rd|th)\b",
    "de": r"\.(?!\d)",
    "fr": r"(?:er|e|ème|ère|re|nd)\b",
    "es": r"\.?[ºª]",
}
DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
Row = dict[str, Any]


def recognizers() -> Callable[[Row], Row]:
    from recognizers_number import (
        Culture,
        recognize_number,
        recognize_ordinal,
        recognize_percentage,
    )

    cultures = {
        name: getattr(Culture, name.title()) for name in CODES if hasattr(Culture, name.title())
    }
    readers = {
        "number": recognize_number,
        "ordinal": recognize_ordinal,
        "percent": recognize_percentage,
    }

    def read(row: Row) -> Row:
        reader, culture = readers.get(row["kind"]), cultures.get(row["language"])
        if reader is None or culture is None:
            return {}
        told = [x.resolution["value"] for x in reader(row["text"], culture)]
        return {"values": [float(v.rstrip("%").replace(",", ".")) for v in told if v]}

    return read


def quantulum3() -> Callable[[Row], Row]:
    from quantulum3 import parser

    def read(row: Row) -> Row:
        if row["language"] != "english" or row["kind"] == "ordinal":
            return {}
        found = parser.parse(row["text"])
        percent = [q for q in found if q.unit.name == "percentage"]
        if row["kind"] == "percent":
            return {"values": [q.value for q in percent]}
        if row["kind"] == "range":
            told = [q for q in found if q.uncertainty]
            return {"values": [[q.value - q.uncertainty, q.value + q.uncertainty] for q in told]}
        return {"values": [q.value for q in found if q not in percent]}

    return read


def text2num() -> Callable[[Row], Row]:
    from text_to_num import alpha2digit

    def read(row: Row) -> Row:
        code = CODES.get(row["language"])
        if code not in ("en", "de", "fr", "es") or row["kind"] not in ("number", "ordinal"):
            return {}
        written = alpha2digit(row["text"], code)
        nth = NTH[code]
        ordinals = re.findall(rf"\b(\d+){nth}", written)
        if row["kind"] == "ordinal":
            return {"values": [float(v) for v in ordinals]}
        plain = re.sub(rf"\b\d+{nth}", " ", written)
        values = []
        for digits in DIGITS.findall(plain):
            point = "." if code == "en" else ","
            group = "," if code == "en" else "."
            try:
                values.append(float(digits.replace(group, "").replace(point, ".")))
            except ValueError:
                continue
        return {"values": values}

    return read


def dateparser() -> Callable[[Row], Row]:
    from datetime import datetime

    from dateparser.search import search_dates

    def read(row: Row) -> Row:
        settings = {"RELATIVE_BASE": datetime.fromisoformat(row["published"])}
        found = search_dates(row["text"], languages=[row["language"]], settings=settings) or []
        return {"times": [[words, day.date().isoformat()] for words, day in found]}

    return read


READERS = {
    "recognizers": recognizers,
    "quantulum3": quantulum3,
    "text2num": text2num,
    "dateparser": dateparser,
}


def main() -> None:
    read = READERS[sys.argv[1]]()
    for line in sys.stdin:
        row = json.loads(line)
        try:
            told = read(row)
        except Exception as err:  # a case on which a library stops counts as wrong, and is told
            told = {"values": None, "times": None, "error": repr(err)[:80]}
        print(json.dumps({"id": row["id"], **told}))


if __name__ == "__main__":
    main()
