"""`firsthand numbers`: the numbers of a text and what they count."""

from __future__ import annotations

import click

from firsthand.cli.exits import DONE, SET_ASIDE, Exit
from firsthand.cli.options import colour_option, given_options
from firsthand.cli.output import print_line, print_notices, print_text, wants_colour
from firsthand.model.claim import Found
from firsthand.model.notice import Notice


@click.command(
    epilog="""\b
Examples:
  firsthand numbers article.txt
  firsthand numbers --highlight article.txt
  echo '{"id": "1", "text": "up 12 % to 3.4 million t", "language": "en"}' | firsthand numbers -"""
)
@click.argument("files", nargs=-1, required=True, metavar="FILE...|-")
@click.option("--highlight", is_flag=True, help="Print the text with its numbers marked.")
@given_options
@colour_option
def command(
    files: tuple[str, ...],
    highlight: bool,
    outlet: str | None,
    published: str | None,
    colour: str,
) -> None:
    """Print the quantities of FILEs, one JSON line a text.

    FILES are texts, pages, or JSON lines of {"id", "text", "language"}; - reads standard input.
    """
    from firsthand.claim.numbers import find_numbers
    from firsthand.run.given import Given
    from firsthand.run.pipeline import read_stream

    aside: list[Notice] = []
    for each in read_stream(list(files), given=Given(outlet=outlet, published=published)):
        if isinstance(each, Notice):
            aside.append(each)
            continue
        language = each.language or "en"
        found = find_numbers(each.text, language=language, published=each.published_on)
        if highlight:
            print_text(marked(each.text, found, colour=wants_colour(colour)))
        else:
            print_line({"id": each.document, "quantities": found})
    raise Exit(SET_ASIDE if print_notices(aside) else DONE)


def marked(text: str, found: tuple[Found, ...], *, colour: bool) -> str:
    """Return the text with each reading in bold (in brackets without colour), its value behind."""
    on, off = ("\x1b[1;34m", "\x1b[0m") if colour else ("[", "]")
    outer = [f for f in found if not any(_inside(f, g) for g in found)]
    out, at = [], 0
    for f in sorted({f.span: f for f in outer}.values(), key=lambda f: f.span):
        if f.span[0] < at:
            continue
        unit = f" {f.unit}" if f.unit else ""
        told = f"{_value(f)}{unit}"
        out += [
            text[at : f.span[0]],
            on,
            text[slice(*f.span)],
            off,
            f"\x1b[2m⟨{told}⟩\x1b[0m" if colour else f"⟨{told}⟩",
        ]
        at = f.span[1]
    return "".join([*out, text[at:]])


def _inside(f: Found, g: Found) -> bool:
    return f.span != g.span and g.span[0] <= f.span[0] and f.span[1] <= g.span[1]


def _value(f: Found) -> str:
    if isinstance(f.value, tuple):
        return "–".join("" if end is None else f"{end:,}" for end in f.value)
    return f"{f.value:,}"
