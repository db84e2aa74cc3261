"""Unpacks a page saved as one file (MHTML): a mail whose first HTML part is the page."""

from __future__ import annotations

import email
import email.policy
import re
from typing import NamedTuple

from firsthand.errors import InputError
from firsthand.read.dates import parse_date

_HEAD = re.compile(
    rb"\A(?:From: <Saved by|MIME-Version:|Subject:|Date:|Snapshot-Content-Location:)", re.IGNORECASE
)


class Unpacked(NamedTuple):
    """The page in an MHTML file, its address and when it was saved, where the file says so."""

    data: bytes
    url: str | None
    saved: str | None


def is_mhtml(data: bytes) -> bool:
    """Tell an MHTML file by its first lines."""
    head = data[:4000]
    return bool(_HEAD.match(head)) and b"multipart/related" in head.lower()


def unpack(data: bytes) -> Unpacked:
    """Return the page in an MHTML file.

    Raises:
        InputError: there is no HTML in it.
    """
    message = email.message_from_bytes(data, policy=email.policy.compat32)
    for part in message.walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            page = part.get_payload(decode=True)
            if isinstance(page, bytes):
                url = message.get("Snapshot-Content-Location") or part.get("Content-Location")
                return Unpacked(page, url, parse_date(str(message.get("Date") or "")))
    raise InputError("it is a saved page without its page", hint="Save it again as HTML.")
