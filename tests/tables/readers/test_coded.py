"""JSON-stat and SDMX: what does not fit its own structure is named by its pointer."""

from __future__ import annotations

import json
from typing import Any

import pytest

from firsthand.errors import TableError
from firsthand.tables.load import read_table
from tests.tables.conftest import labels, series_of, values


def dataset(**more: Any) -> dict[str, Any]:
    base: dict[str, Any] = {
        "version": "2.0", "class": "dataset", "label": "Visas", "id": ["c", "time"], "size": [1, 2], "role": {"time": ["time"]},
        "dimension": {"c": {"label": "Country", "category": {"index": ["KP"], "label": {"KP": "DPRK"}}}, "time": {"category": {"index": ["2023", "2024"]}}},
        "value": [1, 2],
    }  # fmt: skip
    return {**base, **more}


def read(message: object) -> Any:
    return read_table(json.dumps(message).encode(), name="x.json")


def test_places_count_the_last_dimension_fastest() -> None:
    table = read(dataset())
    assert (values(table)["/value/1"].period, labels(table, "/value/1")) == ("2024", ["DPRK"])


def test_a_collection_holds_datasets_with_pointers_of_their_own() -> None:
    table = read({"class": "collection", "link": {"item": [dataset(), dataset(label="Permits")]}})
    assert "/link/item/1/value/0" in values(table)


def test_sizes_that_do_not_fit_are_named() -> None:
    with pytest.raises(TableError, match="categories and size"):
        read(dataset(size=[2, 2]))
    with pytest.raises(TableError, match="values for"):
        read(dataset(value=[1, 2, 3]))
    with pytest.raises(TableError, match="no number"):
        read(dataset(value=["x", 2]))


def test_a_half_year_and_a_unit_by_category_are_told() -> None:
    table = read(dataset(dimension={
        "c": {"category": {"label": {"V": "Value"}, "index": ["V"], "unit": {"V": {"label": "thousand euros"}}}},
        "time": {"category": {"index": ["2023S1", "2023S2"]}},
    }))  # fmt: skip
    assert (values(table)["/value/0"].period, series_of(table, "/value/0").unit) == (
        "2023-H1",
        "EUR",
    )


def test_flat_sdmx_json_observations_carry_whole_keys() -> None:
    structure = {
        "dimensions": {"observation": [{"id": "REF_AREA", "name": "Area", "values": [{"id": "NV", "name": "Norvania"}]},
                                       {"id": "TIME_PERIOD", "name": "Time", "values": [{"id": "2024"}]}]},
        "attributes": {"observation": [{"id": "OBS_STATUS", "values": [{"id": "P"}]}]},
    }  # fmt: skip
    table = read(
        {"data": {"structures": [structure], "dataSets": [{"observations": {"0:0": [5, 0]}}]}}
    )
    value = values(table)["/data/dataSets/0/observations/0:0/0"]
    assert (value.value, value.period, value.flags) == (5, "2024", ("provisional",))


def test_an_sdmx_key_that_its_structure_lacks_is_an_error() -> None:
    with pytest.raises(TableError, match="do not fit"):
        read(
            {
                "structure": {"dimensions": {"series": []}},
                "dataSets": [{"series": {"9:9": {"observations": {"0": [1]}}}}],
            }
        )


def test_generic_sdmx_ml_is_read() -> None:
    text = """<m:GenericData xmlns:m="m" xmlns:g="g"><m:DataSet><g:Series><g:SeriesKey><g:Value id="AREA" value="NV"/></g:SeriesKey>
      <g:Attributes><g:Value id="UNIT_MULT" value="3"/></g:Attributes>
      <g:Obs><g:ObsDimension value="2024-03"/><g:ObsValue value="1.5"/></g:Obs></g:Series></m:DataSet></m:GenericData>"""
    table = read_table(text.encode(), name="x.xml")
    assert [(v.period, v.value) for v in values(table).values()] == [("2024-03", 1500)]
