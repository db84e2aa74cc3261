"""The language of a text: told by its script, its small words, and what its page declares."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from firsthand.read.lexicon import word_lists

READABLE = ("en", "de", "ru", "uk", "ko", "ja")
"""Languages that have a grammar: the others are kept and not read."""

_SAMPLE = 20_000
_WORD = re.compile(r"[^\W\d_]+")
_SCRIPTS = (
    ("ko", "가", "힣"), ("ja", "ぁ", "ヿ"), ("zh", "一", "鿿"), ("cyrillic", "Ѐ", "ԯ"),
    ("ar", "؀", "ۿ"), ("he", "א", "ת"), ("el", "Ͱ", "Ͽ"), ("th", "ก", "๛"), ("hi", "ऀ", "ॿ"),
    ("hy", "԰", "֏"), ("ka", "ა", "ჿ"),
)  # fmt: skip
_LETTERS_OF = {script: re.compile(f"[{first}-{last}]") for script, first, last in _SCRIPTS}
_LATIN_LETTER = re.compile("[A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ]")
_LATIN = ("en", "de", "nl", "fr", "es", "pt", "it", "pl", "cs", "sv", "da", "no", "fi", "tr", "ro",
          "hu", "id", "vi")  # fmt: skip
_CYRILLIC = ("ru", "uk", "bg", "sr", "be")
# Letters that one language of the script has and the readable ones lack, or the other way round.
_LETTERS = {
    "ru": "ыэъё", "uk": "іїєґ", "be": "ўі", "sr": "ђјљњћџ", "bg": "ъ", "mk": "ѓќѕј",
    "kk": "әғқңөұү",
}  # fmt: skip
_ALIASES = {
    "english": "en", "german": "de", "deutsch": "de", "russian": "ru", "русский": "ru",
    "ukrainian": "uk", "українська": "uk", "korean": "ko", "한국어": "ko", "japanese": "ja",
    "日本語": "ja", "french": "fr", "spanish": "es", "chinese": "zh", "ua": "uk", "jp": "ja",
    "kr": "ko", "nb": "no", "nn": "no", "iw": "he",
}  # fmt: skip


def code_of(name: str | None) -> str | None:
    """Return the two-letter code that a declaration means: `en-GB`, `ru_RU`, `english`."""
    if not name:
        return None
    word = re.split(r"[-_,;. ]", name.strip().lower())[0]
    code = _ALIASES.get(word, word)
    return code if len(code) == 2 and code.isascii() and code.isalpha() else None


def language_of(text: str, declared: str | None = None) -> str | None:
    """Return the language of a text as ISO 639-1; None where neither text nor page tells.

    What the page declares holds unless the text clearly contradicts it.
    """
    told = code_of(declared)
    sample = text[:_SAMPLE]
    script = _script(sample)
    if script is None:
        return told
    if script not in ("latin", "cyrillic"):
        return told if told and told == script else _unless_same_script(script, told)
    scores = _scores(sample, _LATIN if script == "latin" else _CYRILLIC)
    best = max(scores, key=lambda language: (scores[language], language == told))
    if script == "cyrillic":
        return _cyrillic(sample, best, scores, told)
    return _latin(sample, best, scores, told)


def _latin(text: str, best: str, scores: dict[str, int], told: str | None) -> str | None:
    if told in (*_CYRILLIC, *(script for script, _, _ in _SCRIPTS)):
        told = None  # its text would not be in Latin letters
    if told not in scores:
        if told is None and best not in READABLE:
            # Not to read a text takes more evidence than to read it.
            ours = max(("en", "de"), key=lambda each: scores[each])
            sure = scores[best] >= 3 and scores[best] >= 2 * scores[ours]
            best = best if sure else ours
        if scores[best] >= 2 or told:
            return best if scores[best] >= 2 else told
        return _by_letters(text) if len(text) > 200 else None
    if scores[best] >= 3 and scores[told] * 3 < scores[best] * 2:
        return best
    if scores[told] == 0 and scores[best] and _by_letters(text) == best:
        return best
    return told


def _unless_same_script(script: str, told: str | None) -> str:
    """Return the declared language where several share a script (Persian and Arabic, say)."""
    kin = {"ar": ("fa", "ur", "ps"), "hi": ("ne", "mr"), "zh": ("ja",), "he": ("yi",)}
    return told if told and told in kin.get(script, ()) else script


def _script(text: str) -> str | None:
    """Return the script that most letters are in; `ja` for any text with a tenth of kana."""
    counts = {"latin": len(_LATIN_LETTER.findall(text))}
    if not text.isascii():
        counts |= {script: len(letter.findall(text)) for script, letter in _LETTERS_OF.items()}
    if not any(counts.values()):
        return None
    kana, han = counts.get("ja", 0), counts.get("zh", 0)
    if kana * 10 > han + kana and han + kana > counts["latin"] / 3:
        return "ja"
    # A page in Korean, Japanese or Chinese is full of Latin names and units.
    weights = {
        script: n * (3 if script in ("ko", "ja", "zh") else 1) for script, n in counts.items()
    }
    return max(weights, key=lambda script: weights[script])


@cache
def _languages_of_words() -> dict[str, tuple[str, ...]]:
    """Return each small word -> the languages that have it."""
    found: dict[str, list[str]] = {}
    for language, lists in word_lists("stop_words").items():
        for word in lists["words"]:
            found.setdefault(word, []).append(language)
    return {word: tuple(languages) for word, languages in found.items()}


def _scores(text: str, languages: tuple[str, ...]) -> dict[str, int]:
    """Count the small words of each language."""
    known = _languages_of_words()
    scores = dict.fromkeys(languages, 0)
    for word, count in Counter(_WORD.findall(text.lower())).items():
        for language in known.get(word, ()):
            if language in scores:
                scores[language] += count
    return scores


def _cyrillic(text: str, best: str, scores: dict[str, int], told: str | None) -> str:
    letters = Counter(text.lower())
    share = {language: sum(letters[char] for char in own) for language, own in _LETTERS.items()}
    length = sum(1 for char in text if "Ѐ" <= char <= "ԯ")
    if share["kk"] * 30 > length:
        return "kk"
    if letters["ў"] and share["be"] > share["ru"] - letters["ы"] - letters["э"] - letters["ё"]:
        return "be"
    if share["sr"] * 40 > length:
        return "sr"
    if share["uk"] > 3 * (letters["ы"] + letters["э"] + letters["ъ"]):
        return "uk"
    if letters["ы"] + letters["э"] or (told == "ru" and not letters["і"]):
        return "ru"
    if best == "bg" and scores["bg"] > scores["ru"] and letters["ъ"]:
        return "bg"
    return told if told in scores and told else (best if scores[best] else "ru")


def _by_letters(text: str) -> str | None:
    """Ask the detector of resiliparse where small words do not tell; it needs a few sentences."""
    if len(text) < 80:
        return None
    from resiliparse.parse.lang import detect_fast

    language, rank = detect_fast(text)
    return language if isinstance(language, str) and rank and rank < 1000 else None
