"""What a page says of itself in JSON-LD: the article, its houses and its site, however nested."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

import msgspec

from firsthand.read.dom import Element

Thing = dict[str, object]

_ARTICLES = frozenset({
    "article", "newsarticle", "reportagenewsarticle", "analysisnewsarticle", "opinionnewsarticle",
    "backgroundnewsarticle", "reviewnewsarticle", "blogposting", "liveblogposting", "report",
    "scholarlyarticle", "techarticle", "socialmediaposting", "advertisercontentarticle",
})  # fmt: skip
_LISTS = frozenset({"collectionpage", "itemlist", "searchresultspage"})
_COMMENT = re.compile(r"/\*.{0,200}?\*/|<!--|-->|<!\[CDATA\[|\]\]>", re.DOTALL)
_LINE_COMMENT = re.compile(r"(?<=[,{}\[\]])[ \t]{0,50}//[^\n\"]{0,500}(?=\n)")
_NAMED = re.compile(
    r'"(publisher|author)"\s{0,9}:\s{0,9}[\[{]{1,2}[^{}\[\]]{0,500}?"name"\s{0,9}:\s{0,9}"((?:[^"\\]|\\.){1,300})"'
)
_TRAILING = re.compile(r",(\s{0,50}[}\]])")
_FIELD = re.compile(
    r'"(headline|datePublished|dateModified|url|articleBody|inLanguage)"\s{0,9}:\s{0,9}"((?:[^"\\]|\\.){0,100000})"'
)
_MOST_THINGS = 400


class LinkedData:
    """The things that a page describes, ready to be asked."""

    def __init__(self, things: list[Thing]) -> None:
        self._by_id = {str(each["@id"]): each for each in things if "@id" in each and len(each) > 1}
        self.article = _best_article(things)
        self.website = next((each for each in things if "website" in types_of(each)), {})
        self.is_list = not self.article and any(types_of(each) & _LISTS for each in things)

    def text(self, key: str) -> str | None:
        """Return a field of the article as text; None where it is missing or no text."""
        return text_of(self.article.get(key))

    def thing(self, key: str) -> Thing:
        """Return a field of the article as a thing, with references followed; empty if none."""
        return next(iter(self.things(key)), {})

    def things(self, key: str) -> list[Thing]:
        """Return a field that may hold one or several; a bare name becomes a thing with it."""
        value = self.article.get(key)
        found: list[Thing] = []
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, dict):
                found.append(self._by_id.get(str(each.get("@id")), each) | each)
            elif isinstance(each, str) and each.strip():
                found.append({"name": html.unescape(each)})
        return found

    @property
    def is_free(self) -> bool | None:
        """Whether the article may be read without paying; None where it does not say."""
        value = self.article.get("isAccessibleForFree")
        if value is None:
            return None
        return str(value).strip().rpartition("/")[2].lower() not in ("false", "0", "no")


def linked_data(page: Element) -> LinkedData:
    """Read all JSON-LD of a page; what is broken is mended or searched for its plain fields."""
    things: list[Thing] = []
    for script in page.find_all("script"):
        if "ld+json" in script.get("type").lower() and script.children:
            things.extend(_things(str(script.children[0])))
    return LinkedData(things[:_MOST_THINGS])


def types_of(thing: Thing) -> set[str]:
    """Return the types of a thing in lower case, without the vocabulary's address."""
    value = thing.get("@type")
    names = value if isinstance(value, list) else [value]
    return {str(name).rpartition("/")[2].rpartition(":")[2].lower() for name in names if name}


def text_of(value: object) -> str | None:
    """Return a value as plain text: the first of a list, the name, address or value of a thing."""
    if isinstance(value, list):
        return text_of(value[0]) if value else None
    if isinstance(value, dict):
        for key in ("@value", "name", "url", "@id"):
            if isinstance(value.get(key), str):
                return text_of(value[key])
        return None
    if isinstance(value, str):
        return html.unescape(value).strip() or None
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def _things(source: str) -> list[Thing]:
    for attempt in (source, _mended(source)):
        try:
            return list(_flat(msgspec.json.decode(attempt)))
        except (ValueError, RecursionError):
            continue
    # A rescue for what no reader can parse: plain fields by name, the first of each.
    rescued: Thing = {}
    for key, value in _FIELD.findall(source):
        rescued.setdefault(key, value.replace('\\"', '"').replace("\\/", "/"))
    for key, name in _NAMED.findall(source):
        rescued.setdefault(key, {"name": name})
    return [{"@type": "Article", **rescued}] if rescued else []


def _mended(source: str) -> str:
    plain = _LINE_COMMENT.sub("", _COMMENT.sub("", source)).strip().rstrip(";")
    plain = re.sub(r"[\x00-\x1f]+", " ", plain)
    return _TRAILING.sub(r"\1", plain)


def _flat(value: object) -> Iterator[Thing]:
    """Yield the things on all levels, outer ones first; bounded in number by the caller."""
    stack = [value]
    count = 0
    while stack and count < _MOST_THINGS:
        each = stack.pop(0)
        if isinstance(each, list):
            stack.extend(each)
        elif isinstance(each, dict):
            count += 1
            yield each
            stack.extend(child for child in each.values() if isinstance(child, dict | list))


def _best_article(things: list[Thing]) -> Thing:
    articles = [each for each in things if types_of(each) & _ARTICLES]
    # Pages list other articles too: the one that tells most of itself is the page's own.
    wanted = ("headline", "datePublished", "author", "publisher", "articleBody", "mainEntityOfPage")
    best = max(articles, key=lambda each: sum(key in each for key in wanted), default=None)
    if best is not None:
        return best
    dated = [
        each
        for each in things
        if "datePublished" in each and ("headline" in each or "name" in each)
    ]
    return dated[0] if dated else {}
