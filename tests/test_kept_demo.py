"""The prepared demo that tests share: the same for the same code, and nobody else's."""

import os
import time
from pathlib import Path

import pytest

import kept_demo


@pytest.fixture
def make(tmp_path, monkeypatch):
    """Makes a demo in a folder of its own; gives how often it was made so far, and what is in the folder."""
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(kept_demo.tempfile, "tempdir", str(tmp_path / "temporary"))
    made: list[Path] = []

    def fill(name: str) -> tuple[int, list[str]]:
        folder = tmp_path / name
        folder.mkdir()

        def work() -> None:
            (folder / "media").mkdir()
            (folder / "media" / "a.jpg").write_bytes(b"a")
            made.append(folder)

        kept_demo.fill(folder, work)
        return len(made), sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))

    return fill


def kept(tmp_path: Path) -> list[Path]:
    return list((tmp_path / "temporary").iterdir())


def test_the_second_gets_a_copy(make, tmp_path):
    assert make("one") == make("two") == (1, ["media", "media/a.jpg"])
    (tmp_path / "two" / "media" / "a.jpg").write_bytes(b"changed")
    make("three")
    assert (tmp_path / "three" / "media" / "a.jpg").read_bytes() == b"a"
    assert [path.stat().st_mode & 0o777 for path in kept(tmp_path)] == [0o700]


def test_other_code_has_another_demo(make, tmp_path, monkeypatch):
    make("one")
    source = tmp_path / "source.py"
    source.write_text("changed = True")
    monkeypatch.setattr(kept_demo, "sources", lambda: [source])
    monkeypatch.setattr(kept_demo, "ROOT", tmp_path)
    assert make("two")[0] == 2


def test_what_is_old_or_open_to_others_is_not_used(make, tmp_path):
    make("one")
    (copy,) = kept(tmp_path)
    copy.chmod(0o755)
    assert make("two")[0] == 2
    copy.chmod(0o700)
    assert make("three")[0] == 2
    long_ago = time.time() - kept_demo.KEPT - 1
    os.utime(copy, (long_ago, long_ago))
    assert make("four")[0] == 3


def test_a_link_to_elsewhere_is_not_followed(make, tmp_path):
    make("one")
    (copy,) = kept(tmp_path)
    copy.rename(tmp_path / "elsewhere")
    copy.symlink_to(tmp_path / "elsewhere")
    assert make("two")[0] == 2
    assert copy.is_symlink()


def test_every_source_counts():
    names = {path.relative_to(kept_demo.ROOT).as_posix() for path in kept_demo.sources()}
    assert {"manage.py", "uv.lock", "media/encoding.py", "site/config/settings.py", "tests/running.py"} <= names
    assert not any("__pycache__" in name for name in names)
