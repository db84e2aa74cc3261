"""A page as a light tree of elements, from markup that resiliparse has put in order.

resiliparse parses as browsers do, however broken the page; asking its nodes one by one from Python
is slow, so its serialised tree is read once into plain objects. Size and depth are bounded.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from firsthand.errors import InputError, TooLargeError

MOST_CHARACTERS = 16_000_000
MOST_NODES = 400_000
DEEPEST = 500
_DATA_URI = re.compile(r"""data:[a-z]{2,12}/[\w.+-]{1,40}[^"'()\s<>]{64,}""")
_TOKEN = re.compile(
    r"<!--(?P<comment>.*?)-->"
    r"|<(?P<raw>script|style|svg|math|iframe|noembed|noframes|xmp|object)\b(?P<raw_attributes>[^\"<>]*"
    r"(?:\"[^\"]*\"[^\"<>]*)*)>(?P<content>.*?)</(?P=raw)>"
    r"|<(?P<close>/)?(?P<tag>[a-z][^\s/>]*)(?P<attributes>[^\"<>]*(?:\"[^\"]*\"[^\"<>]*)*)>"
    r"|<![^>]*>|(?P<text>[^<]+|<)",
    re.DOTALL,
)
_PLAIN_TAGS = re.compile(
    r"</?(?:div|b|i|u|em|span|font|strong|a|blockquote|ul|li|section)\b[^<>]{0,200}>", re.IGNORECASE
)
_ATTRIBUTE = re.compile(r"([^\s=\"<>/]+)(?:=\"([^\"]*)\")?")
_REFERENCE = re.compile(r"\[[\w ]{1,12}\]")
_RAISED = str.maketrans("0123456789+-()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿ")
_LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
     "track", "wbr", "basefont", "bgsound", "frame", "keygen"}
)  # fmt: skip


_NAMING = ("class", "id", "role", "data-component", "data-testid", "data-gu-name", "data-qa")


class Element:
    """One element; `children` holds elements and strings in order."""

    __slots__ = ("_attributes", "_names", "_source", "children", "parent", "tag")

    def __init__(self, tag: str, source: str = "", parent: Element | None = None) -> None:
        self.tag = tag
        self.parent = parent
        self.children: list[Element | str] = []
        self._source = source
        self._attributes: dict[str, str] | None = None
        self._names: str | None = None

    @property
    def attributes(self) -> dict[str, str]:
        """Names in lower case to values; read from the markup when first asked for."""
        if self._attributes is None:
            self._attributes = {
                name.lower(): html.unescape(value)
                for name, value in _ATTRIBUTE.findall(self._source)
            }
        return self._attributes

    def get(self, name: str) -> str:
        """Return an attribute; empty where it is missing."""
        if not self._source:
            return ""
        return self.attributes.get(name, "")

    @property
    def names(self) -> str:
        """Class, id and role in lower case, with hyphens between words written together."""
        if not self._source:
            return ""
        if self._names is None:
            self._names = self._joined_names()
        return self._names

    def _joined_names(self) -> str:
        get = self.attributes.get
        joined = " ".join(value for name in _NAMING if (value := get(name)))
        hyphened = re.sub(r"(?<=[a-z])(?=[A-Z])", "-", joined).lower().replace("_", "-")
        return re.sub(r"-{2,}", "-", hyphened).strip()

    def walk(self) -> Iterator[Element]:
        """Yield this element and all below it in the order of the page."""
        stack: list[Element] = [self]
        while stack:
            element = stack.pop()
            yield element
            stack.extend(
                child for child in reversed(element.children) if isinstance(child, Element)
            )

    def find(self, *tags: str) -> Element | None:
        """Return the first element below with one of the tags."""
        return next((each for each in self.walk() if each.tag in tags and each is not self), None)

    def find_all(self, *tags: str) -> list[Element]:
        """Return all elements below with one of the tags."""
        return [each for each in self.walk() if each.tag in tags and each is not self]

    def ancestors(self) -> Iterator[Element]:
        """Yield the elements round this one, the nearest first."""
        above = self.parent
        while above is not None:
            yield above
            above = above.parent

    def text(self) -> str:
        """Return all text below with single spaces; a line break is a space."""
        pieces: list[str] = []
        stack: list[Element | str] = [self]
        while stack:
            node = stack.pop()
            if isinstance(node, str):
                pieces.append(node)
            elif node.tag in ("script", "style", "svg", "template", "noscript", "iframe"):
                continue
            else:
                if node.tag in ("sup", "sub") and node is not self:
                    pieces.append(raised(node))
                    continue
                if node.tag in ("br", "p", "div", "li", "td", "tr", "h1", "h2", "h3"):
                    pieces.append(" ")
                stack.extend(reversed(node.children))
        return " ".join("".join(pieces).split())


class Page(Element):
    """The element `html` of a page, which knows all elements below it in order."""

    __slots__ = ("elements",)

    def __init__(self, source: str = "") -> None:
        super().__init__("html", source)
        self.elements: list[Element] = []

    def walk(self) -> Iterator[Element]:
        """Yield this element and all below it in the order of the page."""
        yield self
        yield from self.elements


def raised(element: Element) -> str:
    """Return raised or lowered figures as such characters: "10⁶" must not become "106"."""
    text = element.text()
    if _REFERENCE.fullmatch(text):
        return ""  # the number of a reference
    if len(text) > 6:
        return text
    return text.translate(_RAISED if element.tag == "sup" else _LOWERED)


def parse_page(markup: str) -> Page:
    """Return the tree of a page: an element `html` with `head` and `body`.

    What nests deeper than 500 elements hangs on the five hundredth.

    Raises:
        TooLargeError: the markup is longer than 16 million characters without embedded files, or
            has more than 400,000 nodes.
        InputError: resiliparse cannot parse it.
    """
    if len(markup) > 200_000:
        markup = _DATA_URI.sub("data:,", markup)  # SingleFile puts pictures into the page
    if len(markup) > MOST_CHARACTERS:
        raise TooLargeError(
            f"the page has {len(markup):,} characters",
            hint=f"Up to {MOST_CHARACTERS:,} are read; save the article alone.",
        )
    return _tree(_in_order(_shallow(markup)))


def _shallow(markup: str) -> str:
    """Return markup whose nesting cannot hurt a parser, without parsing it.

    A page in which far more elements are opened than closed is flattened: its plain block
    elements are taken out, as browsers cut such pages too.
    """
    opened = markup.count("<") - 2 * markup.count("</") - markup.count("<br") - markup.count("<p")
    if opened < 20_000:
        return markup
    return _PLAIN_TAGS.sub(" ", markup)


def _in_order(markup: str) -> str:
    from resiliparse.parse.html import HTMLParserException, HTMLTree

    try:
        tree = HTMLTree.parse(markup)
    except (HTMLParserException, ValueError, UnicodeError) as error:
        raise InputError(f"its markup cannot be parsed: {error}") from error
    return str(tree)


def _tree(markup: str) -> Page:
    root = Page()
    current: Element = root
    depth = 0
    for count, token in enumerate(_TOKEN.finditer(markup)):
        if count > MOST_NODES:
            raise TooLargeError(f"the page has more than {MOST_NODES:,} nodes")
        tag = token["tag"]
        if tag is None:
            _add_leaf(current, token, root)
        elif tag == "html":
            if not root.children:
                current = root = Page(token["attributes"])
        elif token["close"]:
            current, depth = _closed(current, tag, depth)
        else:
            element = Element(tag, token["attributes"], current)
            current.children.append(element)
            root.elements.append(element)
            if tag not in _VOID and depth < DEEPEST:
                current, depth = element, depth + 1
    return root


def _add_leaf(current: Element, token: re.Match[str], root: Page) -> None:
    """Add a text, a comment (an element `!`) or an element whose content is no markup."""
    text = token["text"]
    if text is not None:
        current.children.append(html.unescape(text) if "&" in text else text)
        return
    if token["raw"]:
        leaf = Element(token["raw"], token["raw_attributes"], current)
        leaf.children.append(token["content"])
    elif token["comment"]:
        leaf = Element("!", parent=current)
        leaf.children.append(token["comment"])
    else:
        return
    current.children.append(leaf)
    root.elements.append(leaf)


def _closed(current: Element, tag: str, depth: int) -> tuple[Element, int]:
    """Close the nearest open element of that tag; elements below the bound were never opened."""
    above, steps = current, 0
    while above.tag != tag:
        if above.parent is None:
            return current, depth
        above, steps = above.parent, steps + 1
    return above.parent or above, depth - steps - 1
