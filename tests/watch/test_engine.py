"""From tables to verdicts: what is raised, what is too short, and how it is said."""

from __future__ import annotations

from pathlib import Path

import msgspec
import numpy as np

from firsthand.model.alarm import SeriesVerdict, Watched
from firsthand.model.table import Series, Table, Value
from firsthand.tables.load import load_table
from firsthand.watch.engine import watch
from firsthand.watch.page import policy, render, stylesheet
from firsthand.watch.text import render as text
from firsthand.watch.text import sparkline

EXAMPLE = Path(__file__).parents[2] / "examples" / "entries-2024"


def series(values: dict[str, float | None], name: str = "Total", **more: object) -> Series:
    told = tuple(
        Value(period=p, value=v, printed=str(v), cell=f"B{i}")
        for i, (p, v) in enumerate(values.items(), 2)
    )
    return Series(
        **({"id": name, "dims": {"purpose": name}, "frequency": "annual", "values": told} | more)
    )  # type: ignore[arg-type]


def table(*those: Series) -> Table:
    return Table(table="t.csv", sha256="0" * 64, series=those)


def years(*values: float | None, first: int = 2015) -> dict[str, float | None]:
    return {str(first + i): v for i, v in enumerate(values)}


def only(watched: Watched) -> SeriesVerdict:
    (verdict,) = watched.series
    return verdict


def test_example_tells_the_multiple_and_its_base_effect() -> None:
    verdict = watch([load_table(EXAMPLE / "entries.csv")]).series[0]
    assert verdict.labels == ("Total",)
    assert verdict.state == "too-short"
    assert verdict.fold is not None
    assert round(verdict.fold.ratio, 1) == 11.8
    assert verdict.fold.higher == "2019"
    assert "Base effect: 2019 was higher (21,000)" in verdict.words


def test_example_quarters_leave_the_band() -> None:
    found = watch([load_table(EXAMPLE / "quarters.csv")])
    alarms = {v.labels[0]: v for v in found.series if v.state == "alarm"}
    assert set(alarms) == {"Total", "Education"}
    assert all(v.direction == "above" and "Assumed" in v.assumption for v in alarms.values())
    assert [o.period for o in found.oddities if o.kind == "stopped"] == ["2023-Q3"]


def test_twelve_fold_jump_is_raised_and_shown_under_half_and_double() -> None:
    verdict = only(watch([table(series(years(1000, 1100, 900, 12000)))]))
    assert (verdict.state, verdict.direction) == ("alarm", "above")
    assert [u.alarm for u in verdict.under] == ["above", "above"]
    assert "12.0 times" not in verdict.words
    assert "13.3 times 2017 (900)" in verdict.words


def test_usual_change_raises_nothing() -> None:
    assert only(watch([table(series(years(100, 140, 90, 130, 105)))])).state == "inside"


def test_shares_are_not_judged_as_counts() -> None:
    assert only(watch([table(series(years(10, 11, 12, 90), unit="%"))])).state == "not-judged"


def test_cumulative_figures_are_held_against_the_same_months() -> None:
    values = {
        f"{y}-01/{y}-0{m}": v for y in (2020, 2021, 2022) for m, v in ((3, 100.0), (6, 220.0))
    }
    values["2023-01/2023-03"] = 105.0
    verdict = only(watch([table(series(values, frequency="irregular", cumulative=True))]))
    assert (verdict.state, verdict.fold) == ("inside", None)


def test_long_monthly_series_goes_to_the_improved_method() -> None:
    rng = np.random.default_rng(0)
    values = {
        f"{2014 + i // 12}-{i % 12 + 1:02d}": float(v) for i, v in enumerate(rng.poisson(20, 100))
    }
    values["2022-04"] = 90.0
    verdict = only(watch([table(series(values, frequency="monthly"))]))
    assert verdict.method == "farrington-2013-monthly"
    assert (verdict.state, verdict.direction) == ("alarm", "above")
    assert verdict.points[-1].high is not None


def test_false_discoveries_are_controlled_over_all_series() -> None:
    rng = np.random.default_rng(3)
    many = [
        series(years(*rng.poisson(50 * rng.gamma(8, 1 / 8, 6))), name=f"s{i}") for i in range(60)
    ]
    assert sum(v.state == "alarm" for v in watch([table(*many)]).series) <= 1


def test_parts_are_raised_only_with_their_total_where_asked() -> None:
    parts = table(
        series(years(1000, 1050, 980, 1020)),
        series(years(20, 22, 18, 200), name="Work"),
        series(years(980, 1028, 962, 820), name="Tourism"),
    )
    raised = {v.labels[0] for v in watch([parts]).series if v.state == "alarm"}
    assert raised == {"Work"}
    assert not [v for v in watch([parts], total_first=True).series if v.state == "alarm"]


def test_share_of_a_part_that_explodes_is_a_change_of_composition() -> None:
    found = watch(
        [
            table(
                series(years(1000, 1050, 980, 1020)),
                series(years(20, 22, 18, 600), name="Education"),
            )
        ]
    )
    (change,) = [o for o in found.oddities if o.kind == "composition"]
    assert "Education is 59 % of the total in 2018" in change.words


def test_level_that_shifts_for_good_is_told_with_its_period() -> None:
    found = watch([table(series(years(100, 110, 95, 105, 900, 1000, 950, 980)))])
    (shift,) = [o for o in found.oddities if o.kind == "level-shift"]
    assert shift.period == "2019"


def test_gap_inside_a_series_is_told() -> None:
    found = watch([table(series({"2015": 10.0, "2016": None, "2017": 12.0, "2018": 11.0}))])
    assert [o.words for o in found.oddities] == ["1 period without a figure between 2015 and 2017"]


def trade(reporter: str, partner: str, flow: str, values: dict[str, float | None]) -> Series:
    dims = {"Reporter": reporter, "Partner": partner, "Flow": flow, "Commodity": "Coal"}
    return msgspec.structs.replace(series(values, name=f"{reporter}-{flow}"), dims=dims, unit="t")


def test_exports_that_the_partner_never_imported_are_told() -> None:
    sent = trade("Kestania", "Vall", "Export", years(100, 110, 500))
    got = trade("Vall", "Kestania", "Import", years(108, 118, 120))
    mirrors = [o for o in watch([table(sent, got)]).oddities if o.kind == "mirror"]
    assert [o.period for o in mirrors] == ["2017"]
    assert "Kestania says it sent 500 to Vall" in mirrors[0].words


def test_page_holds_hostile_labels_and_nothing_that_runs() -> None:
    page = render(
        watch([table(series(years(1000, 1100, 900, 12000), name="<script>alert(1)</script>"))])
    )
    assert "<script" not in page
    assert policy(stylesheet()).replace("'", "&#39;") in page
    assert page.count("<svg") == page.count("<desc")


def test_text_keeps_controls_of_labels_from_the_terminal() -> None:
    out = text(watch([table(series(years(1000, 1100, 900, 12000), name="\x1b[31mred"))]))
    assert "\x1b" not in out
    assert all(len(line) <= 80 for line in out.splitlines())


def test_sparkline_leaves_gaps_blank() -> None:
    verdict = only(watch([table(series(years(1, 2, 3, 4)))]))
    points = [
        *verdict.points[:2],
        msgspec.structs.replace(verdict.points[0], value=None),
        verdict.points[3],
    ]
    assert sparkline(points) == "▁▃ █"
    assert sparkline(points, unicode=False).isascii()


def test_record_reads_back_from_its_json() -> None:
    watched = watch([load_table(EXAMPLE / "quarters.csv")])
    assert msgspec.json.decode(msgspec.json.encode(watched), type=Watched) == watched
