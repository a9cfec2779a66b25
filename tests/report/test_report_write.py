"""Writing a report whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from consistency.errors import UsageError
from consistency.report import write


def test_write_makes_the_folders_above(tmp_path: Path) -> None:
    write(tmp_path / "a" / "b" / "report.txt", "سطر\n")
    assert (tmp_path / "a" / "b" / "report.txt").read_bytes() == "سطر\n".encode()


def test_write_leaves_nothing_beside_the_file(tmp_path: Path) -> None:
    write(tmp_path / "report.txt", "one\n")
    write(tmp_path / "report.txt", "two\n")
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("report.txt", "two\n")]


def test_a_text_that_cannot_be_written_leaves_the_old_file(tmp_path: Path) -> None:
    target = tmp_path / "report.txt"
    write(target, "old\n")
    with pytest.raises(UnicodeEncodeError):
        write(target, "new \udcff\n")
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("report.txt", "old\n")]


def test_a_link_stays_a_link_to_the_file_it_names(tmp_path: Path) -> None:
    real, link = tmp_path / "real.txt", tmp_path / "link.txt"
    real.write_text("old\n")
    link.symlink_to(real)
    write(link, "new\n")
    assert link.is_symlink()
    assert real.read_text() == "new\n"


def test_a_device_is_written_to_and_not_replaced() -> None:
    write("/dev/null", "text\n")
    assert not Path("/dev/null").is_file()


def test_a_new_file_has_the_rights_that_the_umask_leaves(tmp_path: Path) -> None:
    write(tmp_path / "report.txt", "x\n")
    (tmp_path / "plain.txt").write_text("x\n")
    assert (tmp_path / "report.txt").stat().st_mode == (tmp_path / "plain.txt").stat().st_mode


@pytest.mark.parametrize("place", ["", "file.txt/report.txt"])
def test_a_place_that_cannot_be_written_is_told_with_its_path(tmp_path: Path, place: str) -> None:
    (tmp_path / "file.txt").write_text("x\n")
    with pytest.raises(UsageError, match=r"cannot be written: .*; name another place"):
        write(tmp_path / place, "x\n")
