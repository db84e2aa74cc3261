"""The brief as one self-contained page: no script, its style inline under a hash policy.

Untrusted text meets the page only through Jinja's autoescape and through `svg.py`, which escapes as
well. The policy names the digest of the one style element; nothing else may load or run.
"""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from firsthand.brief import law
from firsthand.brief.annex import annex
from firsthand.brief.dates import short
from firsthand.brief.facts import Facts
from firsthand.brief.page import first
from firsthand.brief.sources import sources
from firsthand.brief.terminal import origins_of_case
from firsthand.brief.word import scale
from firsthand.model.brief import Brief
from firsthand.model.question import OriginCount

SHEETS = ("base.css", "path.css", "brief.css", "annex.css", "media.css")
"""Style sheets in the order in which they stand; later ones win."""


def render(brief: Brief) -> str:
    """Return the page. The brief should have passed the gate."""
    facts = Facts(brief.corroboration, brief.extractions, brief.tables, brief.dossiers)
    known = sources(brief, facts)
    style = stylesheet()
    page = _environment().get_template("brief.html.j2")
    return page.render(
        brief=brief,
        case=brief.corroboration,
        first=first(brief, facts, known),
        annex=annex(brief, facts),
        style=Markup(style),  # noqa: S704  our own files
        policy=policy(style),
        scale=scale(),
        unverified=law.UNVERIFIED,
    )


def policy(style: str) -> str:
    """Return the Content-Security-Policy of a page with this style and nothing else."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


@cache
def stylesheet() -> str:
    """Return all style sheets as one, without comments."""
    folder = files("firsthand.brief").joinpath("css")
    parts = [folder.joinpath(name).read_text("utf-8") for name in SHEETS]
    lines = (line.strip() for part in parts for line in part.splitlines())
    return "\n".join(line for line in lines if line and not line.startswith("/*"))


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("firsthand.brief"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        day=lambda iso: short((iso or "")[:10] or None, year=True),
        instant=lambda iso: (iso or "").replace("T", " ").removesuffix("Z"),
        figure=lambda number: f"{number:,}",
        markup=Markup,
        full=law.full,
        standing=law.WORDS.__getitem__,
        quoted=_quoted,
        whole_words=_whole_words,
    )
    environment.globals["origins_of_case"] = _origins
    return environment


def _origins(told: OriginCount) -> tuple[str, str]:
    """Return the count of origins of the case and what is printed beside it."""
    text = origins_of_case(told)
    if told.value is None:
        return "?", text.partition(", ")[0] + ", cannot tell"
    first_word, _, rest = text.partition(" ")
    return first_word, rest.replace("origins", "").replace("origin", "").strip()


def _whole_words(text: str) -> Markup:
    """Keep words with a hyphen, such as four-fold, on one line."""
    parts = re.split(r"(\b\w{1,12}-\w{1,12}\b)", text)
    out = Markup("")
    for at, part in enumerate(parts):
        out += Markup('<span class="nb">{}</span>').format(part) if at % 2 else escape(part)
    return out


def _quoted(language: str | None) -> str:
    """Return the language of a quotation for its `lang` attribute; empty where unknown."""
    ok = language and language.replace("-", "").isalnum() and len(language) <= 16
    return language if ok and language else ""
