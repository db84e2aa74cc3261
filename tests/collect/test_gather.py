"""What is gathered from files, folders and standard input, and what becomes a notice instead."""

from __future__ import annotations

import io
import json
import os
from pathlib import Path

import pytest

from firsthand.collect.captured import Captured
from firsthand.collect.gather import MOST_BYTES, gather
from firsthand.model.document import House
from firsthand.model.notice import Notice


def write(folder: Path, **files: str) -> None:
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_DOT_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def names(found: list[Captured | Notice]) -> list[str]:
    return [each.name for each in found if isinstance(each, Captured)]


def notices(found: list[Captured | Notice]) -> list[str]:
    return [each.code for each in found if isinstance(each, Notice)]


def test_a_folder_is_walked_in_the_order_of_names(tmp_path: Path) -> None:
    write(tmp_path, c_DOT_txt="three", a__z_DOT_txt="one", b_DOT_txt="two")
    found = list(gather([str(tmp_path)], stdin=None))
    assert names(found) == ["z.txt", "b.txt", "c.txt"]
    assert found[0].subject.endswith("a/z.txt")


def test_no_folder_of_the_machine_stands_in_a_capture(tmp_path: Path) -> None:
    write(tmp_path, a_DOT_txt="one")
    (captured,) = gather([str(tmp_path)], stdin=None)
    assert isinstance(captured, Captured)
    assert captured.capture.file == "a.txt"
    assert captured.capture.got.endswith("Z")


def test_hidden_files_side_files_and_pictures_are_passed_over(tmp_path: Path) -> None:
    write(tmp_path, _DOT_DS_Store="x", a_DOT_txt="one", a_DOT_meta_DOT_json="{}", sources_DOT_csv="file\n",
          logo_DOT_png="x", README_DOT_md="about")  # fmt: skip
    found = list(gather([str(tmp_path)], stdin=None))
    assert names(found) == ["a.txt"]
    assert notices(found) == []


@pytest.mark.parametrize("ending", ["_files", ".files", "-Dateien", "_fichiers"])
def test_3000_frames_of_a_saved_page_belong_to_it(tmp_path: Path, ending: str) -> None:
    frames = tmp_path / f"Story{ending}"
    frames.mkdir()
    for number in range(3_000 if ending == "_files" else 3):
        (frames / f"ad{number}.html").write_bytes(b"<html>ad</html>")
    write(tmp_path, Story_DOT_html="<p>The story</p>")
    assert names(list(gather([str(tmp_path)], stdin=None))) == ["Story.html"]


def test_a_folder_that_only_sounds_like_a_pages_is_walked(tmp_path: Path) -> None:
    write(tmp_path, case_files__a_DOT_txt="one")
    assert names(list(gather([str(tmp_path)], stdin=None))) == ["a.txt"]


def test_equal_bytes_are_one_article(tmp_path: Path) -> None:
    write(tmp_path, a_DOT_txt="one", b_DOT_txt="one")
    found = list(gather([str(tmp_path), str(tmp_path / "a.txt")], stdin=None))
    assert names(found) == ["a.txt"]
    assert notices(found) == ["duplicate", "duplicate"]


def test_equal_bytes_of_two_outlets_are_two_articles(tmp_path: Path) -> None:
    """A wire text that two papers print word for word is what echo is about."""
    write(tmp_path, a_DOT_txt="one", b_DOT_txt="one")
    write(tmp_path, sources_DOT_csv="file,outlet\na.txt,Harbour Gazette\nb.txt,Morning Courier\n")
    assert names(list(gather([str(tmp_path)], stdin=None))) == ["a.txt", "b.txt"]


def test_what_cannot_be_opened_is_told_and_the_rest_goes_on(tmp_path: Path) -> None:
    write(tmp_path, a_DOT_txt="one", empty_DOT_txt=" \n")
    (tmp_path / "link.txt").symlink_to(tmp_path / "gone.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    found = list(gather([str(tmp_path), str(tmp_path / "nowhere"), "a\0b"], stdin=None))
    assert names(found) == ["a.txt"]
    assert notices(found) == ["empty", "unreadable", "unreadable", "unreadable", "unreadable"]


def test_a_file_without_permission_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, a_DOT_txt="one", b_DOT_txt="two")
    real = Path.open

    def refuse(self: Path, *args: object, **kwargs: object) -> object:
        if self.name == "a.txt":
            raise PermissionError(13, "Permission denied")
        return real(self, *args, **kwargs)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refuse)
    found = list(gather([str(tmp_path)], stdin=None))
    assert names(found) == ["b.txt"]
    assert isinstance(found[0], Notice)
    assert "permission denied" in found[0].message


def test_standard_input_is_bounded() -> None:
    (captured,) = gather(["-"], stdin=io.BytesIO(b"The bridge is closed."))
    assert isinstance(captured, Captured)
    assert (captured.capture.how, captured.capture.file) == ("stdin", None)
    (notice,) = gather(["-"], stdin=io.BytesIO(b"x" * (MOST_BYTES + 5)))
    assert isinstance(notice, Notice)
    assert notice.code == "too-large"
    assert notices(list(gather(["-"], stdin=None))) == ["unreadable"]


def test_side_files_say_what_a_page_does_not(tmp_path: Path) -> None:
    write(tmp_path, a_DOT_txt="one", b_DOT_html="two", f_DOT_xml="three")
    (tmp_path / "a.meta.json").write_text(
        json.dumps(
            {
                "outlet": {"id": "hg.example", "name": "Harbour Gazette"},
                "authors": ["A B"],
                "sample": True,
            }
        )
    )
    write(
        tmp_path,
        sources_DOT_csv="File;Outlet;Date;Author\nb.html;Morning Courier;2026-02-13;C D; \nf.xml#2;Digest;;\n",
    )
    found = {
        each.name: each
        for each in gather([str(tmp_path)], stdin=None)
        if isinstance(each, Captured)
    }
    assert found["a.txt"].side.outlet == House(id="hg.example", name="Harbour Gazette")
    assert found["a.txt"].side.sample is True
    assert found["b.html"].side.published == "2026-02-13"
    assert found["b.html"].side.authors == ("C D",)
    assert found["f.xml"].items["2"].outlet == House(id="", name="Digest")


def test_a_row_for_a_star_is_about_every_file_of_the_folder(tmp_path: Path) -> None:
    write(tmp_path, a_DOT_txt="one", b_DOT_txt="two")
    write(tmp_path, sources_DOT_csv="file,outlet,sample\n*,,true\na.txt,Harbour Gazette,\n")
    found = [
        each.side for each in gather([str(tmp_path)], stdin=None) if isinstance(each, Captured)
    ]
    assert [side.sample for side in found] == [True, True]
    assert [bool(side.outlet) for side in found] == [True, False]


@pytest.mark.parametrize("content", ["{", "[1]", '"x"'])
def test_a_broken_side_file_costs_itself_only(tmp_path: Path, content: str) -> None:
    write(tmp_path, a_DOT_txt="one")
    (tmp_path / "a.meta.json").write_text(content)
    found = list(gather([str(tmp_path)], stdin=None))
    assert names(found) == ["a.txt"]
    assert [each.set_aside for each in found if isinstance(each, Notice)] == [False]
