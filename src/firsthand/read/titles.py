"""The title of an article and the name of its site, told apart."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import NamedTuple

from firsthand.read.addresses import domain_of
from firsthand.read.dom import Element
from firsthand.read.houses import clean_name, same_name, slug
from firsthand.read.phrases import is_line
from firsthand.read.zones import HEADINGS, is_hidden, zone_of_names

_SEPARATOR = re.compile(
    r"\s{1,3}(?:[|｜·•»«‹›/]|::|—|–|-|~)\s{1,3}|\s?[|｜]\s?|(?<=\S)[:：]\s(?=\S)"
)
_LONGEST_TITLE = 400
_LONGEST_NAME = 60
_TITLE_NAMES = re.compile(r"(?:\A|[\s-])(?:head-?line|title|heading|h1)(?:\Z|[\s-])")


class Split(NamedTuple):
    """A page's <title> in two: the article's title, and the site's name if it stands there."""

    title: str
    site: str | None


def split_title(raw: str, known: list[str], headings: list[str], url: str | None) -> Split:
    """Part the site's name from a page title.

    Args:
        raw: Content of <title>.
        known: Names that the page gives to its site or house elsewhere.
        headings: Texts that may be the article's title as the page shows it.
        url: Address of the page.
    """
    raw = " ".join(raw.split())
    for heading in headings:
        whole = fold_title(heading)
        at = fold_title(raw).find(whole) if len(whole) > 5 else -1
        if at >= 0 and len(whole) >= 0.4 * len(fold_title(raw)):
            return Split(heading, _rest(raw, heading))
    cuts = list(_SEPARATOR.finditer(raw))
    for cut in (*reversed(cuts), *cuts):
        left, right = raw[: cut.start()].strip(), raw[cut.end() :].strip()
        for name, title in ((right, left), (left, right)):
            if any(same_name(name, each) for each in known) or _is_domain(name, url):
                return Split(_without_section(title), name)
    spaced = [cut for cut in cuts if ":" not in cut.group() and "：" not in cut.group()]
    if spaced:
        left, right = raw[: spaced[-1].start()].strip(), raw[spaced[-1].end() :].strip()
        if (
            right
            and len(right) <= _LONGEST_NAME
            and len(right.split()) <= 5
            and len(right) < len(left)
        ):
            return Split(left, clean_name(right))
    return Split(raw, None)


def _without_section(title: str) -> str:
    """Drop a section between title and site: "Tanker goes dark - World"."""
    cuts = [cut for cut in _SEPARATOR.finditer(title) if ":" not in cut.group()]
    if cuts and len(title[cuts[-1].end() :].split()) <= 2 and len(title[: cuts[-1].start()]) > 25:
        return title[: cuts[-1].start()].strip()
    return title


def _rest(raw: str, title: str) -> str | None:
    """Return the site's name that is left of a page title beside the article's title."""
    folded = re.sub(r"\s+", " ", raw)
    at = folded.lower().find(re.sub(r"\s+", " ", title).lower())
    if at < 0:
        cuts = list(_SEPARATOR.finditer(folded))
        return clean_name(folded[cuts[-1].end() :]) if cuts else None
    before, after = folded[:at], folded[at + len(title) :]
    side = after if len(after.strip()) >= 2 else before
    parts = [part for part in _SEPARATOR.split(f" {side} ") if part.strip(" |-–—:·")]
    name = (parts[-1] if side is after else parts[0]) if parts else None
    return clean_name(name) if name and len(name) <= _LONGEST_NAME else None


def _is_domain(name: str, url: str | None) -> bool:
    """Tell whether a name is spelled as the domain: "Harbour Gazette", harbour-gazette.example."""
    domain = domain_of(url)
    if not domain:
        return False
    bare = slug(name).replace("-", "").removeprefix("the")
    host = domain.replace("-", "")
    return len(bare) > 2 and (
        bare == host.replace(".", "") or bare == host.split(".")[0].removeprefix("the")
    )


def fold_title(text: str) -> str:
    """Return a title as titles are compared: lower case, words only."""
    return re.sub(r"[^\w]+", " ", text).lower().strip()


def find_title(page: Element, wanted: list[str], site: str | None, *, sure: bool) -> Element | None:
    """Return the element that shows the article's title.

    Args:
        page: The page.
        wanted: Titles that tags and JSON-LD give, the surest first.
        site: Name of the site, which is no title.
        sure: The titles come from tags that are made for them, not from the window's title.
    """
    candidates = [pair for pair in _candidates(page) if not same_name(pair[1], site)]
    folded = [fold_title(each) for each in wanted if each and not same_name(each, site)]
    headed = next((each for each, text in candidates if _may_head(each, text)), None)
    for element, text in candidates:
        if len(fold_title(text)) > 3 and fold_title(text) in folded:
            # Bold words that repeat the window's title may be the site's name over all its pages.
            banner = not sure and element.tag in ("b", "strong", "font") and headed is not None
            return headed if banner else element
    best, score = None, 0.0
    for element, text in candidates[:40]:
        likeness = max((_likeness(fold_title(text), each) for each in folded), default=0.0)
        if likeness > score:
            best, score = element, likeness
    if best is not None and score >= 0.6:
        return best
    return next((each for each, _ in candidates if each.tag == "h1"), None if folded else headed)


def _may_head(element: Element, text: str) -> bool:
    if element.tag not in ("h1", "h2", "h3"):
        return False
    return not is_line("related", text) and not is_line("boilerplate", text)


def _likeness(left: str, right: str) -> float:
    if not left or not right or len(left) < 8:
        return 0.0
    if left in right or right in left:
        return min(len(left), len(right)) / max(len(left), len(right)) + 0.3
    return SequenceMatcher(None, left[:200], right[:200], autojunk=False).ratio()


def _candidates(page: Element) -> list[tuple[Element, str]]:
    """Return the elements that may show a title: headings, then what is named or set like one."""
    headings: list[tuple[Element, str]] = []
    others: list[tuple[Element, str]] = []
    for element in page.walk():
        if element.tag in HEADINGS:
            group = headings
        elif may_show(element):
            group = others
        else:
            continue
        if len(group) > 200:
            continue
        text = element.text()
        if 3 < len(text) <= _LONGEST_TITLE and not is_hidden(element) and not _in_box(element):
            group.append((element, text))
    order = sorted(headings, key=lambda pair: pair[0].tag != "h1")
    return order + others


def may_show(element: Element) -> bool:
    """Tell whether an element may show a title or a name: a heading, bold, named so, or a leaf."""
    if element.tag in HEADINGS or element.tag in ("b", "strong", "font"):
        return True
    return element.tag in ("p", "div", "span", "td", "a") and (
        bool(_TITLE_NAMES.search(element.names))
        or not any(isinstance(child, Element) for child in element.children)
    )


def sides_of(raw: str) -> list[tuple[str, str]]:
    """Return the two sides of a window's title at each mark that may part title and site."""
    plain = " ".join(raw.split())
    cuts = _SEPARATOR.finditer(plain)
    sides = ((plain[: cut.start()].strip(), plain[cut.end() :].strip()) for cut in cuts)
    return [(left, right) for left, right in sides if left and right]


def _in_box(element: Element) -> bool:
    """Tell whether an element stands in a navigation, a related box or the like."""
    for above in (element, *element.ancestors()):
        if above.tag in ("nav", "footer", "aside", "dialog"):
            return True
        if above.tag in ("body", "main", "article", "html"):
            return False
        if above.names and zone_of_names(above.names) == "related":
            return True
    return False
