"""Stems of inflected names: Russian and Ukrainian by rule, German where the data mark them.

Which ending belongs to which declension does not matter for finding a name: a stem with any
ending of the language is the name, as long as the stem is long enough.
"""

from __future__ import annotations

import re

_CYRILLIC = """
а я о е э у ю ы и і ї ь й
ой ей ёй ою ею ию ії ію ією иею ья ье ью ем ом ём ів їв ев ов ам ям ах ях ами ями ям ові еві єві єю
ий ый ій ая яя ое ее ие ые ої ьої ію ой ого его ому ему ым им ім їм ем их ых іх їх
ую юю ыми ими іми їми єму ьому
""".split()  # noqa: SIM905 - a table of endings reads best as words
GERMAN_ENDINGS = ("e", "en", "er", "es", "em", "s", "n", "ns")
ENDINGS = frozenset((*_CYRILLIC, *GERMAN_ENDINGS))
LONGEST_ENDING = max(map(len, ENDINGS))
_MIN_STEM, _MIN_SURE_STEM = 4, 3
_CYRILLIC_WORD = re.compile(r"[а-яёіїєґА-ЯЁІЇЄҐ]+(?![~\w])")
_SURE_TAIL = re.compile(r"(?:ая|яя|ое|ее|ие|ые|ий|ый|ій|а|я|й)$")
_TAIL = re.compile(r"[оеэуюыиіїьє]$")


def stem_cyrillic(name: str) -> str:
    """Return the name with its Russian and Ukrainian words marked as stems ("Москв~").

    Words in capitals and words that leave too little stay as they are: fewer than three letters
    for adjectives and nouns in -а and -й, fewer than four for others, so that "Того" and "Мали"
    have no endings. A word that carries the mark already is left alone.
    """
    return _CYRILLIC_WORD.sub(_stem, name)


def _stem(match: re.Match[str]) -> str:
    word = match[0]
    if word.isupper():
        return word
    stem = _SURE_TAIL.sub("", word)
    if stem != word:
        return f"{stem}~" if len(stem) >= _MIN_SURE_STEM else word
    stem = _TAIL.sub("", word)
    return f"{stem}~" if len(stem) >= _MIN_STEM else word
