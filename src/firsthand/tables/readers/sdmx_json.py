"""SDMX-JSON data messages 1.0 and 2.0 (sdmx.org): series or flat observations, attributes by index."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from firsthand.errors import TableError
from firsthand.tables.coded import Coded, Datum, Parts, sort_parts
from firsthand.tables.readers import limits

Json = Mapping[str, object]
_Group = list[dict[str, object]]


def is_sdmx_json(message: Json) -> bool:
    """Tell whether a JSON object is an SDMX-JSON data message."""
    data = message.get("data")
    return "dataSets" in message or (isinstance(data, dict) and "dataSets" in data)


def read_sdmx_json(message: Json, *, name: str) -> Coded:
    """Return the observations of all data sets of a message.

    Raises:
        TableError: the message does not follow its structure; `where` names the pointer.
    """
    data = message.get("data")
    root, prefix = (data, "/data") if isinstance(data, dict) else (message, "")
    structures = root.get("structures")
    structure = (
        structures[0] if isinstance(structures, list) and structures else root.get("structure")
    )
    if not isinstance(structure, dict):
        raise TableError("the message has no structure", where=name)
    out = Coded([], title=_name(structure) or None, publisher=_sender(message, root))
    data_sets = root.get("dataSets")
    for number, data_set in enumerate(data_sets if isinstance(data_sets, list) else []):
        if isinstance(data_set, dict):
            try:
                _DataSet(structure, f"{prefix}/dataSets/{number}", name).read(data_set, out)
            except (IndexError, KeyError, TypeError, ValueError, AttributeError) as error:
                raise TableError(
                    f"keys and structure do not fit each other ({error})",
                    where=f"{name} {prefix}/dataSets/{number}", hint="Download the message again",
                ) from error  # fmt: skip
    return out


def _name(node: Json) -> str:
    """Return the name of a node: in English where it has several."""
    name = node.get("name")
    if isinstance(name, str):
        return name
    names = node.get("names")
    if isinstance(names, dict) and names:
        first = names.get("en", next(iter(names.values())))
        return first if isinstance(first, str) else ""
    return ""


def _sender(message: Json, root: Json) -> str | None:
    for holder in (message, root):
        header = holder.get("header", holder.get("meta"))
        sender = header.get("sender") if isinstance(header, dict) else None
        if isinstance(sender, dict):
            return _name(sender) or str(sender.get("id", "")) or None
    return None


def _group(structure: Json, kind: str, level: str) -> _Group:
    held = structure.get(kind)
    group = held.get(level) if isinstance(held, dict) else None
    return [each for each in group if isinstance(each, dict)] if isinstance(group, list) else []


class _DataSet:
    """Reads one data set under the message's structure."""

    def __init__(self, structure: Json, pointer: str, name: str) -> None:
        self._pointer, self._name = pointer, name
        self._dims = {level: _group(structure, "dimensions", level) for level in _LEVELS}
        self._attrs = {level: _group(structure, "attributes", level) for level in _LEVELS}

    def read(self, data_set: Json, out: Coded) -> None:
        above = [_part(dim, 0) for dim in self._dims["dataSet"]]
        attributes = _attributes(self._attrs["dataSet"], data_set.get("attributes"))
        series = data_set.get("series")
        if isinstance(series, dict):
            for key, each in series.items():
                dims = [*above, *_key(self._dims["series"], key)]
                own = [*attributes, *_attributes(self._attrs["series"], each.get("attributes"))]
                pointer = f"{self._pointer}/series/{key}/observations"
                self._observations(each["observations"], dims, own, pointer, out)
        flat = data_set.get("observations")
        if isinstance(flat, dict):
            self._observations(flat, above, attributes, f"{self._pointer}/observations", out)

    def _observations(
        self, held: Json, dims: list[Parts], attributes: list[Parts], pointer: str, out: Coded
    ) -> None:
        for key, values in held.items():
            if len(out.data) >= limits.CELLS:
                raise limits.too_large(
                    f"more than {limits.CELLS:,} values", where=f"{self._name} {pointer}"
                )
            fields = values if isinstance(values, list) else [values]
            value = fields[0] if fields else None
            number = (
                value if isinstance(value, int | float) and not isinstance(value, bool) else None
            )
            if isinstance(value, str):
                number = float(value) if value.strip() and value.casefold() != "nan" else None
            parts = sort_parts(
                [*dims, *_key(self._dims["observation"], key)],
                [*attributes, *_attributes(self._attrs["observation"], fields[1:])],
            )
            out.data.append(Datum(
                f"{pointer}/{key}/0", tuple(parts.dims), parts.periods, number,
                "" if value is None else str(value), parts.units, parts.factor, parts.status, parts.confidential,
            ))  # fmt: skip


_LEVELS = ("dataSet", "series", "observation")


def _part(component: dict[str, object], index: int) -> Parts:
    values = component["values"]
    assert isinstance(values, list)  # noqa: S101  a TypeError otherwise, told as a bad structure
    value = values[index]
    id_ = str(component.get("id", ""))
    code = str(value.get("id", value.get("value", "")))
    return id_, _name(component) or id_, code, _name(value) or code


def _key(components: _Group, key: str) -> Iterator[Parts]:
    """Yield the parts of a key such as `0:2:1`."""
    for component, at in zip(components, key.split(":"), strict=True):
        yield _part(component, int(at))


def _attributes(components: _Group, held: object) -> list[Parts]:
    """Return the attributes that are told, by index or, in 2.0, as they are."""
    out: list[Parts] = []
    for component, at in zip(components, held if isinstance(held, list) else [], strict=False):
        if isinstance(at, int) and component.get("values"):
            out.append(_part(component, at))
        elif isinstance(at, str):
            id_ = str(component.get("id", ""))
            out.append((id_, _name(component) or id_, at, at))
    return out
