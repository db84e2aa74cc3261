"""`firsthand watch` from the outside."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from firsthand.cli.exits import FAIL_ON, Exit
from firsthand.cli.watch import command

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "entries-2024"
REFERENCE = ROOT.parent / "shared" / "reference" / "surveillance"


def run(*arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(command, list(arguments))
    return (
        done.exception.code if isinstance(done.exception, Exit) else done.exit_code
    ), done.stdout


def test_folder_gives_a_ranked_table() -> None:
    code, out = run(str(EXAMPLE))
    assert code == 0
    assert out.splitlines()[0] == "11 series   2 judged   2 outside the band   9 too short to say"
    assert "▲ above    2024-Q3   5,263" in out


def test_lines_of_a_setting_have_the_columns_of_the_reference() -> None:
    code, out = run(
        str(REFERENCE / "series.csv"),
        "--settings",
        str(REFERENCE / "settings.yaml"),
        "--setting",
        "EA02",
        "--format",
        "csv",
    )
    assert code == 0
    assert (
        out.splitlines()[0] == "series,method,setting,index,date,observed,upperbound,alarm,status"
    )
    assert {line.split(",")[0][0] for line in out.splitlines()[1:]} == {"a"}


@pytest.mark.parametrize("form", ["json", "csv", "html"])
def test_other_formats(form: str) -> None:
    code, out = run(str(EXAMPLE / "quarters.csv"), "--format", form)
    assert code == 0
    assert {"json": '{"schema":1', "csv": "table,series", "html": "<!doctype html>"}[form] in out
    if form == "json":
        assert json.loads(out)["series"][0]["state"] == "alarm"


def test_page_and_drawings_are_written(tmp_path: Path) -> None:
    page, folder = tmp_path / "w.html", tmp_path / "svg"
    assert run(str(EXAMPLE), "-o", str(page), "--svg", str(folder))[0] == 0
    assert page.read_text().startswith("<!doctype html>")
    assert all("<desc" in p.read_text() for p in folder.iterdir())
    assert len(list(folder.iterdir())) == 2


def test_alarm_can_fail_a_script() -> None:
    assert run(str(EXAMPLE), "--fail-on-alarm")[0] == FAIL_ON
