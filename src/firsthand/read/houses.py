"""Names of outlets and publishers as houses with ids, and what is no name of one."""

from __future__ import annotations

import re
import unicodedata

from firsthand.model.document import House
from firsthand.read.addresses import domain_of

_NO_NAME = re.compile(
    r"(?:https?://|www\.)|@|\b(?:all rights reserved|alle rechte|все права|усі права|무단|転載)\b",
    re.IGNORECASE,
)
_TRIM = " \t\r\n\u00a0,;:|·•–—-©®™.\"'“”„«»*"
_LONGEST = 90


def clean_name(name: str | None) -> str | None:
    """Return a house's name without the marks round it; None where it is none."""
    if not name:
        return None
    bare = re.sub(r"\s+", " ", name).strip(_TRIM)
    # "Quay Press Ltd." and "Norrsund Inc." keep the point that belongs to them.
    if re.search(r"\b(?:Ltd|Inc|Co|Corp|S\.A|e\.V|Bros)\Z", bare) and bare + "." in name:
        bare += "."
    for opening, closing in ("«»", "“”", "„“", "()", '""'):
        # The mark that closes a name in a name belongs to it: ООО «Рубеж».
        if opening in bare and (
            bare.count(opening) > bare.count(closing)
            or (opening == closing and bare.count(opening) % 2)
        ):
            bare += closing
            break
    if not bare or len(bare) > _LONGEST or _NO_NAME.search(bare) or not any(map(str.isalpha, bare)):
        return None
    return bare


def slug(name: str) -> str:
    """Return a name in lower case with hyphens: "Harbour Gazette" is `harbour-gazette`."""
    plain = unicodedata.normalize("NFKC", name).lower()
    return re.sub(r"[^\w]+", "-", plain).strip("-_") or "unnamed"


def house(name: str | None, url: str | None = None) -> House | None:
    """Return the house of that name; its id is the domain of `url` where one is told.

    A name that is missing gives None, whatever the address.
    """
    clean = clean_name(name)
    return House(id=domain_of(url) or slug(clean), name=clean) if clean else None


def same_name(left: str | None, right: str | None) -> bool:
    """Tell whether two names differ at most by case, dots, articles and spaces."""
    return bool(left and right) and _folded(left or "") == _folded(right or "")


def _folded(name: str) -> str:
    return re.sub(r"\A(?:the|die|der|das)-", "", slug(name)).replace("-", "")
