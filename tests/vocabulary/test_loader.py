"""A bad line is refused with its file and line, so that an expert finds it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from firsthand.errors import VocabularyError
from firsthand.vocabulary.gazetteer import read_gazetteer

HEADS = {
    "bodies/b.csv": "id,name,kind,country,office,owner,domain,aliases,source",
    "places/countries.csv": "id,name,capital,demonyms,people,aliases,source",
    "places/cities.csv": "id,name,kind,country,aliases,source",
    "offices.csv": "id,kind,seat,aliases",
    "ambiguous.csv": "name,ids,note",
    "decoys.csv": "name,note",
    "context.csv": "role,words,note",
}
GOOD = {
    "bodies/b.csv": "harbour-wire,Harbour Wire,news-agency,xa,,,wire.example,HW; Гавань,own site",
    "places/countries.csv": "xa,Xanadu,kubla,Xanadian,Xanadians,Ксанаду,invented",
    "places/cities.csv": "kubla,Kubla,city,xa,,invented",
    "offices.csv": "police,government,local,police",
}


def vocabulary(folder: Path, **changed: str) -> Path:
    """Write a small vocabulary; `changed` appends a line to a file, by its stem."""
    shutil.rmtree(folder, ignore_errors=True)
    for name, head in HEADS.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        lines = [head, GOOD.get(name), changed.get(path.stem)]
        path.write_text("\n".join(line for line in lines if line) + "\n", encoding="utf-8")
    return folder


def test_a_vocabulary_of_one_s_own_is_read(tmp_path: Path) -> None:
    gazette = read_gazetteer(vocabulary(tmp_path))
    assert [m.ids for m in gazette.find("HW, Kubla, the Xanadian police")] == [
        ("harbour-wire",), ("xa", "kubla"), ("xa-police",)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("stem", "line", "says"),
    [
        ("b", "Bad Id,Name,company,,,,,,x", "Bad Id"),
        ("b", "harbour-wire,Again,company,,,,,,x", "taken (b.csv:2)"),
        ("b", "other,Other,newspaper,,,,,,x", "newspaper"),
        ("b", "other,Other,company,,,,,,", "no name or no source"),
        ("b", "other,,company,,,,,,x", "no name or no source"),
        ("b", "other,Other,company,qq,,,,,x", "qq"),
        ("b", "other,Other,company,,post,,,,x", "post"),
        ("b", "other,Other,company,,,nobody,,,x", "nobody"),
        ("b", "other,Other,company,,,,not a domain,,x", "not a domain"),
        ("b", "other,Other,company,,,,,HW,x", "HW"),
        ("b", "other,Other,company,too few cells", "4 cells"),
        ("cities", "kubla-2,Kubla Two,village,xa,,x", "village"),
        ("cities", "kubla-2,Kubla Two,city,qq,,x", "qq"),
        ("countries", "xb,Ybor,nowhere,,,,x", "nowhere"),
        ("offices", "post,government,sea,post", "sea"),
        ("offices", "police,government,home,militia", "police"),
        ("ambiguous", "Both,harbour-wire,one only", "Both"),
        ("ambiguous", "Both,harbour-wire; nobody,", "nobody"),
        ("context", "beneath,newspaper,", "beneath"),
    ],
)
def test_a_bad_line_is_named_with_file_and_line(
    tmp_path: Path, stem: str, line: str, says: str
) -> None:
    last = 3 if f"{stem}.csv" in {"b.csv", "cities.csv", "countries.csv", "offices.csv"} else 2
    with pytest.raises(VocabularyError) as caught:
        read_gazetteer(vocabulary(tmp_path, **{stem: line}))
    assert caught.value.where == f"{stem}.csv:{last}"
    assert says in str(caught.value)


def test_a_wrong_head_is_named(tmp_path: Path) -> None:
    folder = vocabulary(tmp_path)
    (folder / "decoys.csv").write_text("word,note\n", encoding="utf-8")
    with pytest.raises(VocabularyError, match=r"decoys\.csv:1"):
        read_gazetteer(folder)


def test_comments_and_blank_lines_are_passed_over(tmp_path: Path) -> None:
    folder = vocabulary(tmp_path, decoys="\n# a remark\nKubla Khan,a person")
    assert not read_gazetteer(folder).find("Kubla Khan")


def test_two_bodies_cannot_hold_one_office(tmp_path: Path) -> None:
    holder = "{0},{1},government,xa,police,,,,x"
    lines = "\n".join((holder.format("one", "One"), holder.format("two", "Two")))
    with pytest.raises(VocabularyError, match=r"b\.csv:4"):
        read_gazetteer(vocabulary(tmp_path, b=lines))
