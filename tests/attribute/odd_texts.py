"""Odd texts in which voices and figures still stand: constructions with noise thrown in."""

from __future__ import annotations

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from firsthand.model.extraction import Extraction
from tests.attribute.make import read

FRAMES = {
    "en": [
        "The ministry said that {}.", "According to Yonhap, {}.", '"{}," Holm said, "and {}."',
        "The customs service, citing a manifest, said that {}.", "The minister told Reuters that {}.",
        "Yonhap reported that, according to Radio Free Asia, citing the statistics service, {}.",
        "The company denied that {}.", "“{},” said Marta Holm.", "{}.", "Ministry: {}",
        "It was reportedly true that {}.",
    ],
    "de": ["Laut dem Zollamt {}.", "Das Ministerium teilte mit, dass {}.", "{}.",
           "Der Sprecher sagte, {}.", "Der Minister bestritt, dass {}.", "„{}“, sagte Holm."],
    "ru": ["По данным таможни, {}.", "Министр заявил, что {}.", "«{}», — сказал Холм.", "{}.",
           "Агентство Рейтер сообщило со ссылкой на таможню, что {}."],
    "uk": ["За даними митниці, {}.", "Міністр заявив, що {}.", "{}.",
           "Укрінформ повідомив із посиланням на митницю, що {}."],
    "ko": ["관세청에 따르면 {}.", "국방부는 {}고 밝혔다.", "연합뉴스는 관세청을 인용해 {}고 보도했다."],
}  # fmt: skip
FACTS = {
    "en": [
        "forty barges left in May", "13,221 North Koreans entered Russia in 2024", "they left",
        "imports rose threefold to 900 tonnes last year", "one in three visas was refused",
        "exports fell by 12 per cent since March", "of these, 300 were for work",
        "the plant will close next year", "dozens of workers must leave by December 2019",
    ],
    "de": ["die Fähre sei verkauft worden", "300 Arbeiter kamen 2025", "1,5 Millionen Euro fehlten"],
    "ru": ["сорок барж покинули порт в мае", "прибыли 300 рабочих", "экспорт вырос на 12 процентов"],
    "uk": ["сорок барж залишили порт у травні", "прибули 300 робітників"],
    "ko": ["바지선 40척이 항구를 떠났다", "병력 3000명이 도착했다"],
}  # fmt: skip
NOISE = st.sampled_from([
    "“", "”", "„", "«", "»", "‘", "’", '"', "'", "「", "\u0000", "\u202e", "\u200f", "😀", "👩‍👩‍👧",
    "\r\n", "\n\n", "\u2028", "\ufeff", "\u0301", " ", ", ", ": ", " — ", "(", ")", "…", "ﬁ", "１２",
    "\u00a0", "İ", "ẞ", "½", "٣", "1e9", "$", "%", " of these, ", " said ", " citing ",
])  # fmt: skip


@st.composite
def noisy(draw: st.DrawFn, language: str) -> str:
    """Return one to four sentences with up to three pieces of noise at any place."""
    sentences = []
    for _ in range(draw(st.integers(1, 4))):
        frame = draw(st.sampled_from(FRAMES[language]))
        facts = [draw(st.sampled_from(FACTS[language])) for _ in range(frame.count("{}"))]
        sentences.append(frame.format(*facts))
    text = draw(st.sampled_from([" ", "\n\n", "\r\n\r\n", ""])).join(sentences)
    for _ in range(draw(st.integers(0, 3))):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(st.one_of(NOISE, st.text(max_size=4))) + text[at:]
    return text


def odd_texts(languages: tuple[str, ...]) -> st.SearchStrategy[tuple[str, str]]:
    """Texts with their language; one in four is any Unicode at all."""
    kept = [st.tuples(noisy(language), st.just(language)) for language in languages]
    wild = st.tuples(st.text(max_size=200), st.sampled_from(languages))
    return st.integers(0, 3).flatmap(lambda turn: st.one_of(kept) if turn else wild)


def readings(*languages: str) -> st.SearchStrategy[Extraction]:
    return odd_texts(languages).map(lambda pair: read(*pair))


many = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
