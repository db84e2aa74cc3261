"""Bad input never loses good input: one clear line each, the brief is made, nothing is damaged."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.journeys.conftest import GOOD, ROOT, Run

NESTED = b"<html><body>" + b"<div>" * 100_000 + b"x" + b"</div>" * 100_000 + b"</body></html>"
FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Delta Post</title><link>https://delta.example/</link>
<item><title>Ferries</title><guid>g1</guid><description>The ferries on Lake Ostrel carried 212,000 passengers last year, the operator said.</description></item>
<item><title>Barges</title><guid>g2</guid><description>The barges on Lake Ostrel carried 31,000 tonnes last year, the operator said.</description></item>
"""
ONE_FILE = {
    "empty": ("empty.txt", b""),
    "binary": ("binary.txt", bytes(range(256)) * 40),
    "nested": ("nested.html", NESTED),
    "nul": ("nul.txt", b"\0" * 5000),
    "bad JSON": ("lines.jsonl", b'{"document": "a", "text": '),
    "entities": (
        "bomb.xml",
        b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]><rss><channel><title>&b;</title></channel></rss>',
    ),
}


def holds_the_good_article(out: str) -> bool:
    return "18,642" in out and "1 article" in out


@pytest.mark.parametrize("name", ONE_FILE)
def test_one_broken_file_is_told_and_the_good_one_is_briefed(
    name: str, folder: Path, firsthand: Run
) -> None:
    file, data = ONE_FILE[name]
    (folder / file).write_bytes(data)
    done = firsthand("brief", folder)
    assert done.returncode in (0, 1), done.stderr
    assert holds_the_good_article(done.stdout), done.stdout
    assert file in done.stderr


def test_a_wrong_declared_encoding_is_seen_through(tmp_path: Path, firsthand: Run) -> None:
    """A page that says UTF-8 and is not is still read."""
    page = "<html><head><meta charset='utf-8'><title>Écluse</title></head><body><article><p>Le préfet a déclaré que 12 péniches étaient bloquées à l’écluse depuis mardi.</p></article></body></html>"
    (tmp_path / "page.html").write_bytes(page.encode("cp1252"))
    done = firsthand("numbers", "page.html", "--highlight", "--color", "never")
    assert "péniches" in done.stdout


def test_a_huge_page_is_refused_at_once(folder: Path, firsthand: Run) -> None:
    """200 MB of markup cost a line, not the machine."""
    with (folder / "huge.html").open("wb") as out:
        out.write(b"<html><body>")
        out.truncate(200_000_000)
    began = time.monotonic()
    done = firsthand("brief", folder)
    assert holds_the_good_article(done.stdout)
    assert "huge.html" in done.stderr
    assert time.monotonic() - began < 60


def test_a_feed_that_is_cut_off_keeps_its_whole_items(folder: Path, firsthand: Run) -> None:
    (folder / "feed.xml").write_text(FEED + "<item><title>Cut", encoding="utf-8")
    done = firsthand("extract", folder)
    assert done.stdout.count('"outlet":{') == 3, done.stdout
    assert done.returncode in (0, 1)


def test_items_of_a_feed_without_dates_are_articles_of_their_own(
    folder: Path, firsthand: Run
) -> None:
    (folder / "feed.xml").write_text(FEED + "</channel></rss>", encoding="utf-8")
    done = firsthand("brief", folder)
    assert "3 articles" in done.stdout, done.stdout + done.stderr


def test_the_same_file_twice_is_one_article(folder: Path, firsthand: Run) -> None:
    (folder / "copy.txt").write_text(GOOD, encoding="utf-8")
    done = firsthand("brief", folder)
    assert holds_the_good_article(done.stdout)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_file_is_told(folder: Path, firsthand: Run) -> None:
    locked = folder / "locked.txt"
    locked.write_text(GOOD.replace("18,642", "11"), encoding="utf-8")
    locked.chmod(0)
    done = firsthand("brief", folder)
    assert "locked.txt" in done.stderr
    assert done.returncode == 1


def test_a_link_to_nothing_is_told(folder: Path, firsthand: Run) -> None:
    (folder / "gone.html").symlink_to(folder / "nowhere.html")
    done = firsthand("brief", folder)
    assert "gone.html" in done.stderr
    assert done.returncode == 1


def test_a_folder_of_ad_frames_does_not_bury_the_article(folder: Path, firsthand: Run) -> None:
    """Browsers save three thousand frames beside a page; none of them is an article."""
    frames = folder / "gazette_files"
    frames.mkdir()
    for i in range(3000):
        (frames / f"frame{i}.html").write_text(
            f"<html><body><a href='/{i}'>Buy {i}</a></body></html>"
        )
    (folder / "gazette.html").write_text(
        f"<html><head><title>t</title></head><body><article>{'<p>The ferries carried 212,000 passengers last year, the operator said.</p>' * 3}</article></body></html>"
    )
    done = firsthand("brief", folder)
    assert holds_the_good_article(done.stdout) or "2 articles" in done.stdout
    assert "frame" not in done.stderr


def test_a_table_without_numbers_is_told(folder: Path, tmp_path: Path, firsthand: Run) -> None:
    (tmp_path / "words.csv").write_text("a,b\nc,d\n", encoding="utf-8")
    done = firsthand("brief", folder, "--table", "words.csv")
    assert holds_the_good_article(done.stdout)
    assert "words.csv" in done.stderr
    assert done.returncode == 1


def test_nothing_readable_is_exit_3(tmp_path: Path, firsthand: Run) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    done = firsthand("brief", "empty.txt")
    assert done.returncode == 3
    assert "empty.txt" in done.stderr


def test_a_path_that_is_not_there_is_told(firsthand: Run) -> None:
    done = firsthand("brief", "no-such-folder")
    assert done.returncode == 3
    assert "no-such-folder" in done.stderr


def test_a_full_disk_leaves_the_old_brief_as_it_was(folder: Path, tmp_path: Path) -> None:
    """A limit on the size of files stands in for a full disk: the write fails half-way."""
    old = tmp_path / "brief.html"
    old.write_text("the old brief", encoding="utf-8")

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))

    done = subprocess.run(
        [sys.executable, "-X", "pycache_prefix=/nowhere", "-m", "firsthand", "brief", str(folder), "-o", str(old)],
        capture_output=True, text=True, preexec_fn=limit, timeout=100, check=False, cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONDONTWRITEBYTECODE": "1"},
    )  # fmt: skip
    assert done.returncode == 2, done.stderr
    assert "cannot write" in done.stderr
    assert "Traceback" not in done.stderr
    assert old.read_text(encoding="utf-8") == "the old brief"
    assert [p.name for p in tmp_path.iterdir() if p.name.startswith(".brief")] == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_output_that_cannot_be_written_is_told(folder: Path, tmp_path: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "firsthand", "brief", str(folder)], stdout=full, stderr=subprocess.PIPE,
            text=True, timeout=100, check=False, cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        )  # fmt: skip
    assert done.returncode == 2, done.stderr
    assert "cannot write" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_reader_that_goes_away_is_no_error(folder: Path, tmp_path: Path) -> None:
    """`firsthand brief … | head -1` ends quietly."""
    done = subprocess.run(
        ["bash", "-c", f'"{sys.executable}" -m firsthand extract "{folder}" "{folder}" | head -c 10'],
        capture_output=True, text=True, timeout=100, check=False, cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
    )  # fmt: skip
    assert done.stderr == "" or "set aside" in done.stderr


def test_a_run_that_is_killed_leaves_the_old_brief(folder: Path, tmp_path: Path) -> None:
    """kill -9 half-way: the file is the old one or the new one, never half of it."""
    old = tmp_path / "brief.html"
    old.write_text("the old brief", encoding="utf-8")
    for i in range(30):
        (folder / f"more{i}.txt").write_text(
            GOOD.replace("18,642", f"{i + 2},642"), encoding="utf-8"
        )
    process = subprocess.Popen(
        [sys.executable, "-m", "firsthand", "brief", str(folder), "-o", str(old)],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
    )  # fmt: skip
    time.sleep(0.5)
    process.kill()
    process.wait()
    text = old.read_text(encoding="utf-8")
    assert text == "the old brief" or text.rstrip().endswith("</html>")
