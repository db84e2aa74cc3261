"""Addresses of pages: without tracking and archives, and the domain under which they stand."""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import SplitResult, parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

_TRACKING = re.compile(
    r"(?:utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|yclid|ysclid|msclkid|twclid|igshid|igsh|mc_[ce]id"
    r"|_ga|_gl|ref|ref_src|ref_url|referrer|source|cmpid|ncid|ocid|icid|at_\w+|xtor|wt_?mc|wt_zmc"
    r"|s_cid|smid|spm|mkt_tok|_?hs(?:enc|mi|ctatracking)|vero_id|rss|outputtype|guccounter|guce_\w+"
    r"|__twitter_impression|soc_src|soc_trk|traffic_source|tpcc|sref|mbid|trk\w*)\Z",
    re.IGNORECASE,
)
_WAYBACK = re.compile(
    r"https?://(?:web\.archive\.org|webarchive\.[\w.-]+|[\w.-]*arquivo\.pt)/(?:web/|wayback/)?"
    r"(\d{4,14})(?:[a-z]{2}_)?/(.+)\Z", re.IGNORECASE | re.DOTALL,
)  # fmt: skip
_ARCHIVE_TODAY = re.compile(
    r"https?://archive\.(?:today|ph|is|li|vn|fo|md)/(\d{4})\.(\d\d)\.(\d\d)-(\d{6})/(.+)\Z",
    re.DOTALL,
)
# Second levels under which countries register names: gov.ua, co.kr, com.au.
_SECOND = frozenset({
    "co", "com", "net", "org", "gov", "edu", "ac", "go", "or", "ne", "re", "mil", "gob", "gouv",
    "govt", "nom", "in", "kiev", "kyiv", "lviv", "od", "dp", "msk", "spb", "nsk", "ltd", "plc",
    "info", "biz", "id", "web",
})  # fmt: skip
# Houses under which strangers publish: the name before them tells who.
_HOSTS = frozenset({
    "blogspot.com", "wordpress.com", "substack.com", "livejournal.com", "medium.com", "github.io",
    "tumblr.com", "wixsite.com", "weebly.com", "ghost.io", "netlify.app", "pages.dev",
    "tistory.com", "hatenablog.com", "typepad.com", "beehiiv.com", "squarespace.com", "webflow.io",
    "vercel.app",
})  # fmt: skip


class Unwrapped(NamedTuple):
    """An address without the archive round it, and when that archive saved the page."""

    url: str
    saved: str | None


def unwrap(url: str) -> Unwrapped:
    """Return the address that an archived copy is of; other addresses come back as they are."""
    wayback = _WAYBACK.match(url)
    if wayback:
        stamp, inner = wayback.groups()
        return Unwrapped(inner if "://" in inner[:9] else f"http://{inner}", _instant(stamp))
    today = _ARCHIVE_TODAY.match(url)
    if today:
        return Unwrapped(today[5], _instant(today[1] + today[2] + today[3] + today[4]))
    return Unwrapped(url, None)


def clean_url(url: str | None, base: str | None = None) -> str | None:
    """Return an address without tracking, fragment and archive; None where it is no web address.

    Args:
        url: As the page gives it; may be relative.
        base: What a relative one is relative to.
    """
    parts = _split(url, base)
    if parts is None:
        return None
    query = [
        (k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.match(k)
    ]
    # Many news sites keep the article's own number in the query: those stay.
    host = parts.netloc.lower().rpartition("@")[2]
    host = host.removesuffix(":80") if parts.scheme == "http" else host.removesuffix(":443")
    return urlunsplit((parts.scheme, host, parts.path or "/", urlencode(query), ""))


def _split(url: str | None, base: str | None) -> SplitResult | None:
    if not url or len(url) > 4000:
        return None
    try:
        full = urljoin(base or "", unwrap(url.strip()).url)
        parts = urlsplit(unwrap(full).url)
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or "." not in (parts.hostname or ""):
        return None
    return parts


def host_of(url: str | None) -> str | None:
    """Return the host of an address without `www.`; None where it is none."""
    parts = _split(url, None)
    host = parts.hostname if parts else None
    return re.sub(r"\A(?:www\d?|m|mobile|amp)\.(?=[^.]+\.)", "", host) if host else None


def domain_of(url: str | None) -> str | None:
    """Return the registrable domain of an address: `bbc.co.uk`, `name.substack.com`."""
    host = host_of(url)
    if not host or re.fullmatch(r"[\d.:]+", host):
        return host
    labels = host.split(".")
    keep = 3 if len(labels[-1]) == 2 and len(labels) > 2 and labels[-2] in _SECOND else 2
    if ".".join(labels[-2:]) in _HOSTS:
        keep = 3
    return ".".join(labels[-keep:])


def is_front_page(url: str | None) -> bool:
    """Tell whether an address has neither a path nor a query: a site, not an article."""
    parts = _split(url, None)
    return (
        parts is not None
        and parts.path.strip("/") in ("", "index.html", "index.php")
        and not parts.query
    )


def _instant(stamp: str) -> str | None:
    """Return 14 digits as an instant; fewer as far as they go."""
    if len(stamp) < 8:
        return None
    day = f"{stamp[:4]}-{stamp[4:6]}-{stamp[6:8]}"
    return f"{day}T{stamp[8:10]}:{stamp[10:12]}:{stamp[12:14]}Z" if len(stamp) == 14 else day
