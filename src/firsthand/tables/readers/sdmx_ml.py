"""SDMX-ML data messages 2.0 and 2.1, generic and structure-specific; a value's place is a path of elements."""

from __future__ import annotations

from collections.abc import Iterator

from firsthand.tables.coded import Coded, Datum, Parts, sort_parts
from firsthand.tables.readers import limits
from firsthand.tables.readers.archive import parse_xml

ROOTS = (b"StructureSpecific", b"GenericData", b"GenericTimeSeriesData", b"CompactData")
_PLAIN = frozenset(
    {"structureRef", "setID", "action", "type", "dataScope", "schemaLocation", "validFromDate"}
)


def is_sdmx_ml(head: bytes) -> bool:
    """Tell from the first bytes of an XML file whether it is an SDMX-ML data message."""
    return any(root in head for root in ROOTS)


def read_sdmx_ml(data: bytes, *, name: str) -> Coded:
    """Return the observations of a message.

    Raises:
        TableError: it is not well formed or declares a document type.
    """
    message = _Message(name)
    parse_xml(_chunks(data), message.start, message.end, message.text, where=name)
    return message.out


def _chunks(data: bytes) -> Iterator[bytes]:
    for at in range(0, len(data), 1 << 16):
        yield data[at : at + (1 << 16)]


class _Message:
    """Walks a message; what is told of a data set or series holds for the observations in it."""

    def __init__(self, name: str) -> None:
        self.out = Coded([])
        self._name = name
        self._sets = self._series = self._obs = 0
        self._scopes: list[dict[str, str]] = [{}]
        self._within = ""
        self._named = ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "Sender":
            self.out.publisher = attributes.get("id")
        elif name == "DataSet":
            self._sets, self._series, self._obs = self._sets + 1, 0, 0
            self._scopes.append(_plain(attributes))
        elif name in {"Series", "Group"}:
            self._series, self._obs = self._series + (name == "Series"), 0
            self._scopes.append(_plain(attributes))
        elif name == "Obs":
            self._obs += 1
            self._scopes.append(_plain(attributes))
        elif name in {"Value", "ObsDimension", "ObsValue", "Time"}:
            self._told(name, attributes)
        self._named = name

    def _told(self, name: str, attributes: dict[str, str]) -> None:
        """Take a component of a generic message into the scope in which it stands."""
        key = {"ObsDimension": "TIME_PERIOD", "ObsValue": "OBS_VALUE"}.get(name, "")
        key = attributes.get("id") or attributes.get("concept") or key
        if key and "value" in attributes:
            self._scopes[-1][key] = attributes["value"]

    def text(self, data: str) -> None:
        if self._named == "Time" and data.strip():
            self._scopes[-1]["TIME_PERIOD"] = data.strip()
        elif (
            self._named == "Name"
            and self.out.title is None
            and len(self._scopes) == 1
            and data.strip()
        ):
            self.out.title = data.strip()

    def end(self, name: str) -> None:
        if name == "Obs":
            self._observe()
        if name in {"DataSet", "Series", "Group", "Obs"}:
            self._scopes.pop()
        self._named = ""

    def _observe(self) -> None:
        if len(self.out.data) >= limits.CELLS:
            raise limits.too_large(f"more than {limits.CELLS:,} values", where=self._name)
        told: dict[str, str] = {}
        for scope in self._scopes:
            told |= scope
        printed = told.pop("OBS_VALUE", "")
        parts: list[Parts] = [(key, key, value, value) for key, value in told.items()]
        sorted_ = sort_parts(parts, [])
        series = f"/Series[{self._series}]" if self._series else ""
        self.out.data.append(Datum(
            f"/DataSet[{self._sets}]{series}/Obs[{self._obs}]", tuple(sorted_.dims), sorted_.periods,
            _number(printed), printed, sorted_.units, sorted_.factor, sorted_.status, sorted_.confidential,
        ))  # fmt: skip


def _plain(attributes: dict[str, str]) -> dict[str, str]:
    return {key: value for key, value in attributes.items() if key not in _PLAIN}


def _number(text: str) -> float | int | None:
    try:
        value = float(text)
    except ValueError:
        return None
    if value != value or value in {float("inf"), float("-inf")}:
        return None
    return int(value) if value == int(value) and abs(value) < 2**53 else value
