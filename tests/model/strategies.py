"""Hypothesis strategies for every record, made from its own types."""

from __future__ import annotations

from typing import Any

import msgspec
from hypothesis import strategies as st
from msgspec import inspect as mi

from firsthand.model.base import Record

TEXT = st.text(max_size=8)
NUMBER = st.floats(allow_nan=False, allow_infinity=False)


def record(kind: type[Record]) -> st.SearchStrategy[Any]:
    """Records of a kind, every field drawn from its type."""
    return of_type(mi.type_info(kind))


def of_type(info: mi.Type) -> st.SearchStrategy[Any]:
    match info:
        case mi.StructType():
            return st.builds(info.cls, **{f.name: of_field(f) for f in info.fields})
        case mi.UnionType():
            return st.one_of(*[of_type(t) for t in info.types])
        case mi.LiteralType():
            return st.sampled_from(info.values)
        case mi.VarTupleType():
            return st.lists(of_type(info.item_type), max_size=2).map(tuple)
        case mi.TupleType():
            return st.tuples(*[of_type(t) for t in info.item_types])
        case mi.DictType():
            return st.dictionaries(TEXT, of_type(info.value_type), max_size=2)
    simple: dict[type[mi.Type], st.SearchStrategy[Any]] = {
        mi.StrType: TEXT,
        mi.IntType: st.integers(-(10**6), 10**12),
        mi.FloatType: NUMBER,
        mi.BoolType: st.booleans(),
        mi.NoneType: st.none(),
    }
    return simple[type(info)]


def of_field(field: mi.Field) -> st.SearchStrategy[Any]:
    drawn = of_type(field.type)
    return st.one_of(st.just(msgspec.UNSET), drawn) if field.default is msgspec.UNSET else drawn
