"""What an element of a page is, from its tag, its role and the names that its makers gave it."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Literal

from firsthand.read.dom import Element
from firsthand.read.lexicon import word_lists

Zone = Literal["drop", "related", "caption", "quote", "lead", "byline", "wall", "title", "table"]

BLOCK_TAGS = frozenset({
    "p", "div", "section", "article", "main", "header", "footer", "aside", "nav", "h1", "h2",
    "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "table", "tbody", "thead",
    "tfoot", "tr", "td", "th", "caption", "figure", "figcaption", "blockquote", "pre", "form",
    "fieldset", "address", "hr", "center", "details", "summary", "body", "html", "menu", "dir",
    "hgroup", "search", "dialog", "template", "amp-ad", "noscript", "video", "audio", "picture",
    "canvas",
})  # fmt: skip
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_NO_TEXT = frozenset({
    "script", "style", "svg", "math", "iframe", "template", "noscript", "button", "input", "select",
    "textarea", "option", "label", "nav", "menu", "head", "object", "embed", "video", "audio",
    "canvas", "dialog", "noembed", "map", "noframes", "meter", "progress", "datalist", "amp-ad",
    "amp-sidebar", "!", "title", "rp", "rt", "search",
})  # fmt: skip
_DROP_ROLES = frozenset(
    {"navigation", "search", "dialog", "alertdialog", "menu", "menubar", "toolbar", "banner",
     "contentinfo", "tooltip", "status", "form", "button"}
)  # fmt: skip
_HIDDEN_STYLE = re.compile(
    r"display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden", re.IGNORECASE
)
_ORDER: tuple[tuple[str, Zone], ...] = (
    ("wall", "wall"), ("related", "related"), ("caption", "caption"), ("quote", "quote"),
    ("byline", "byline"), ("lead", "lead"), ("drop", "drop"),
)  # fmt: skip


@cache
def _pattern(name: str) -> re.Pattern[str]:
    words = sorted(word_lists("boxes")["any"][name], key=len, reverse=True)
    alone = [re.escape(word[1:]) for word in words if word.startswith("=")]
    longer = [re.escape(word[:-1]) for word in words if word.endswith("*")]
    whole = [
        re.escape(word) for word in words if not word.startswith("=") and not word.endswith("*")
    ]
    begins, ends = r"(?:\A|(?<=[\s-]))", r"(?![a-z0-9])"
    choices = [
        rf"{begins}(?:{'|'.join(whole)}){ends}" if whole else "",
        rf"{begins}(?:{'|'.join(longer)})[a-z]*" if longer else "",
        rf"(?:\A|(?<=\s))(?:{'|'.join(alone)})(?=\s|\Z)" if alone else "",
    ]
    return re.compile("|".join(filter(None, choices)))


@lru_cache(maxsize=20_000)
def zone_of_names(names: str) -> Zone | None:
    """Return what class and id names say, the surer kinds first; as `Element.names` has them."""
    for name, zone in _ORDER:
        if _pattern(name).search(names):
            return zone
    return None


@cache
def _body_pattern() -> re.Pattern[str]:
    # A prefix of up to three letters is a habit of makers: c-article-body, js-article-body.
    words = word_lists("boxes")["any"]["body"]
    choices = [re.escape(w.rstrip("*")) + ("[a-z-]*" if w.endswith("*") else "") for w in words]
    return re.compile(rf"(?:\A|(?<=\s))(?:[a-z]{{1,3}}-+)?(?:{'|'.join(choices)})(?=\s|\Z|-)")


@lru_cache(maxsize=20_000)
def _is_body_name(names: str) -> bool:
    return bool(_body_pattern().search(names))


def is_body(element: Element) -> bool:
    """Tell whether an element says that it holds the article's text."""
    if "articlebody" in element.get("itemprop").lower():
        return True
    return bool(element.names) and _is_body_name(element.names)


def is_hidden(element: Element) -> bool:
    """Tell whether an element says that readers do not see it."""
    attributes = element.attributes
    if "hidden" in attributes or attributes.get("aria-modal") == "true":
        return True
    if attributes.get("aria-hidden") == "true" and element.tag in ("span", "i", "a", "div"):
        return True
    style = attributes.get("style", "")
    return bool(style) and bool(_HIDDEN_STYLE.search(style))


def zone_of(
    element: Element, *, holds_article: bool, in_article: bool, by_names: bool = True
) -> Zone | None:
    """Return the zone that an element opens, None where it opens none of its own.

    Args:
        holds_article: It holds the title or the marked body: then its names say nothing, since
            pages name whole layouts after their side bars.
        in_article: It stands in the article: a header or footer there is the article's own.
        by_names: Class and id are believed.
    """
    tag = element.tag
    if tag in _NO_TEXT or is_hidden(element):
        return "drop"
    by_tag = _by_tag(element, in_article=in_article)
    if holds_article or tag in ("body", "html", "main"):
        return None
    if not element.names or not by_names:
        return by_tag
    if element.get("role") in _DROP_ROLES:
        return "drop"
    named = zone_of_names(element.names)
    if named in ("drop", "wall", "byline") and (tag == "article" or is_body(element)):
        return None  # such names tell its topics and settings
    if named == "byline" and by_tag == "drop":
        return "drop"
    if named == "drop" and tag == "aside" and not in_article:
        return "drop"
    return named or by_tag


def _by_tag(element: Element, *, in_article: bool) -> Zone | None:
    tag = element.tag
    if tag == "figcaption":
        return "caption"
    if tag == "footer":
        return "drop"
    if tag == "header" and not in_article:
        return "drop"
    if tag == "aside":
        return _aside(element) if in_article else "drop"
    if tag == "address":
        return "byline"
    return None


def _aside(element: Element) -> Zone:
    """Tell a list of links from a box of facts or a quotation."""
    links = sum(len(link.text()) for link in element.find_all("a"))
    return "related" if links * 2 > len(element.text()) else "quote"
