"""JSON-stat 1 and 2 (json-stat.org): datasets, bundles and collections; a value's place is its JSON pointer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from firsthand.errors import TableError
from firsthand.tables.coded import Coded, Datum, Parts, sort_parts
from firsthand.tables.readers import limits

Json = Mapping[str, object]


class _Dimension(msgspec.Struct):
    """A dimension with its categories in order."""

    id: str
    name: str
    codes: list[str]
    labels: dict[str, str]
    units: dict[str, tuple[str, ...]]
    time: bool
    metric: bool


def is_json_stat(message: Json) -> bool:
    """Tell whether a JSON object is JSON-stat."""
    if message.get("class") in {"dataset", "collection", "bundle"}:
        return True
    held = [each for each in message.values() if isinstance(each, dict)]
    return any("dimension" in each and "value" in each for each in held) or (
        "dimension" in message and "value" in message
    )


def read_json_stat(message: Json, *, name: str) -> Coded:
    """Return the observations of all datasets of a message.

    Raises:
        TableError: sizes, categories and values do not fit each other; `where` names the pointer.
    """
    out = Coded([])
    for pointer, dataset in _datasets(message, ""):
        _read(dataset, pointer, out, name)
    if not out.data:
        raise TableError("no dataset in the message", where=name)
    return out


def _datasets(node: Json, pointer: str) -> Iterator[tuple[str, Json]]:
    if "dimension" in node and "value" in node:
        yield pointer, node
        return
    link = node.get("link")
    items = link.get("item") if isinstance(link, dict) else None
    if isinstance(items, list):
        for number, item in enumerate(items):
            if isinstance(item, dict):
                yield from _datasets(item, f"{pointer}/link/item/{number}")
    elif node.get("class") != "collection":
        for key, item in node.items():
            if isinstance(item, dict) and "value" in item and "dimension" in item:
                yield f"{pointer}/{key}", item


def _read(dataset: Json, pointer: str, out: Coded, name: str) -> None:
    dimensions = _dimensions(dataset, f"{name} {pointer or '/'}")
    total = 1
    for dimension in dimensions:
        total *= len(dimension.codes)
    if total > limits.CELLS:
        raise limits.too_large(f"a dataset of {total:,} values", where=f"{name} {pointer}/value")
    out.title = out.title or _text(dataset.get("label"))
    out.publisher = out.publisher or _text(dataset.get("source"))
    updated = _text(dataset.get("updated"))
    out.vintage = out.vintage or (updated[:10] if updated and len(updated) >= 10 else None)
    out.notes = (*out.notes, *_notes(dataset.get("note")))
    out.legend |= _status_labels(dataset)
    status = dataset.get("status")
    for index, value in _values(dataset.get("value"), status, total, f"{name} {pointer}/value"):
        out.data.append(_datum(dimensions, index, value, _status_of(status, index), pointer))


def _text(value: object) -> str | None:
    return value.strip() or None if isinstance(value, str) else None


def _notes(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    return tuple(each for each in value if isinstance(each, str)) if isinstance(value, list) else ()


def _status_labels(dataset: Json) -> dict[str, str]:
    extension = dataset.get("extension")
    status = extension.get("status") if isinstance(extension, dict) else None
    labels = status.get("label") if isinstance(status, dict) else None
    if not isinstance(labels, dict):
        return {}
    return {key: value for key, value in labels.items() if isinstance(value, str)}


def _dimensions(dataset: Json, where: str) -> list[_Dimension]:
    held = dataset["dimension"]
    if not isinstance(held, dict):
        raise TableError("`dimension` is no object", where=where)
    ids, sizes = dataset.get("id", held.get("id")), dataset.get("size", held.get("size"))
    role = dataset.get("role", held.get("role"))
    if not isinstance(ids, list) or not isinstance(sizes, list) or len(ids) != len(sizes):
        raise TableError("`id` and `size` do not fit each other", where=where)
    out = []
    for id_, size in zip(ids, sizes, strict=True):
        node = held.get(id_) if isinstance(id_, str) else None
        if not isinstance(node, dict):
            raise TableError(f"no dimension {id_!r}", where=where)
        dimension = _dimension(id_, node, role if isinstance(role, dict) else {})
        if len(dimension.codes) != size:
            raise TableError(
                f"dimension {id_!r} has {len(dimension.codes)} categories and size {size}",
                where=where,
            )
        out.append(dimension)
    return out


def _dimension(id_: str, node: Json, role: Json) -> _Dimension:
    category = node.get("category")
    category = category if isinstance(category, dict) else {}
    labels = category.get("label")
    labels = (
        {k: v for k, v in labels.items() if isinstance(v, str)} if isinstance(labels, dict) else {}
    )
    index = category.get("index")
    if isinstance(index, list):
        codes = [str(code) for code in index]
    elif isinstance(index, dict):
        codes = sorted(index, key=lambda code: index[code] if isinstance(index[code], int) else 0)
    else:
        codes = list(labels)
    return _Dimension(
        id_, _text(node.get("label")) or id_, codes, labels, _units(category.get("unit")),
        id_ in _listed(role.get("time")), id_ in _listed(role.get("metric")),
    )  # fmt: skip


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _units(value: object) -> dict[str, tuple[str, ...]]:
    """Return the words of each category's unit: its label, its base, its symbol."""
    out: dict[str, tuple[str, ...]] = {}
    for code, unit in value.items() if isinstance(value, dict) else ():
        if isinstance(unit, dict):
            words = (_text(unit.get(key)) for key in ("label", "base", "symbol"))
            out[code] = tuple(each for each in words if each)
    return out


def _values(
    value: object, status: object, total: int, where: str
) -> Iterator[tuple[int, float | int | None]]:
    """Yield (index, value) of all values told, and of those left out that have a status."""
    if isinstance(value, list):
        if len(value) > total:
            raise TableError(f"{len(value)} values for {total} places", where=where)
        for index, each in enumerate(value):
            yield index, _number(each, f"{where}/{index}")
        return
    if not isinstance(value, dict):
        raise TableError("`value` is neither list nor object", where=where)
    indices = {int(key) for key in value if key.isascii() and key.isdigit()}
    if isinstance(status, dict):
        indices |= {int(key) for key in status if key.isascii() and key.isdigit()}
    for index in sorted(indices):
        if index >= total:
            raise TableError(f"place {index} of {total}", where=where)
        yield index, _number(value.get(str(index)), f"{where}/{index}")


def _number(value: object, where: str) -> float | int | None:
    if value is None or (isinstance(value, int | float) and not isinstance(value, bool)):
        return value
    raise TableError(f"{str(value)[:40]!r} is no number", where=where)


def _status_of(status: object, index: int) -> str | None:
    if isinstance(status, str):
        return status
    if isinstance(status, list):
        return _text(status[index]) if index < len(status) else None
    return _text(status.get(str(index))) if isinstance(status, dict) else None


def _datum(
    dimensions: list[_Dimension],
    index: int,
    value: float | int | None,
    status: str | None,
    pointer: str,
) -> Datum:
    parts: list[Parts] = []
    units: tuple[str, ...] = ()
    periods: tuple[str, ...] = ()
    rest = index
    for dimension in reversed(dimensions):
        rest, at = divmod(rest, len(dimension.codes))
        code = dimension.codes[at]
        label = dimension.labels.get(code, code)
        units = (*dimension.units.get(code, ()), *units)
        if dimension.time:
            periods = (code, label)
        elif not (dimension.metric and len(dimension.codes) == 1):
            parts.insert(0, (dimension.id, dimension.name, code, label))
    sorted_ = sort_parts(parts, [])
    printed = "" if value is None else f"{value:.15g}" if isinstance(value, float) else str(value)
    return Datum(
        f"{pointer}/value/{index}", tuple(sorted_.dims), periods or sorted_.periods, value, printed,
        (*units, *sorted_.units), None, (status,) if status else (),
    )  # fmt: skip
