"""Which files count, by pattern and by what git calls changed."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from consistency.errors import UsageError
from consistency.scope import Scope, changed_since


@pytest.mark.parametrize(
    ("include", "exclude", "taken"),
    [
        ((), (), {"a.txt", "drafts/b.txt", "drafts/old/c.txt"}),
        (("drafts",), (), {"drafts/b.txt", "drafts/old/c.txt"}),
        ((), ("drafts/",), {"a.txt"}),
        (("*.txt",), ("drafts/old/*",), {"a.txt", "drafts/b.txt"}),
        (("b.*",), (), {"drafts/b.txt"}),
        (("./drafts/b.txt",), (), {"drafts/b.txt"}),
        (("*.md",), (), set()),
    ],
)
def test_patterns_choose_files(include: tuple[str, ...], exclude: tuple[str, ...], taken: set[str]) -> None:
    names = {"a.txt", "drafts/b.txt", "drafts/old/c.txt"}
    assert {name for name in names if Scope(include, exclude).takes(name)} == taken


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    def git(*arguments: str) -> None:
        subprocess.run(
            ["git", "-c", "user.name=t", "-c", "user.email=t@example.org", *arguments],
            cwd=tmp_path, check=True, capture_output=True,
        )  # fmt: skip

    git("init", "-q")
    for name in ("same", "edited"):
        (tmp_path / f"{name}.txt").write_text(name, encoding="utf-8")
    git("add", ".")
    git("commit", "-qm", "first")
    (tmp_path / "edited.txt").write_text("otherwise", encoding="utf-8")
    (tmp_path / "جديد.txt").write_text("new", encoding="utf-8")
    return tmp_path


def test_edited_and_new_files_are_changed(repository: Path) -> None:
    changed = changed_since("HEAD", repository)
    assert {path.name for path in changed} == {"edited.txt", "جديد.txt"}


@pytest.mark.parametrize("revision", ["nowhere", "--output=x", ""])
def test_unknown_revision_is_a_usage_error(repository: Path, revision: str) -> None:
    with pytest.raises(UsageError, match="--changed-since"):
        changed_since(revision, repository)


def test_folder_outside_git_is_a_usage_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(UsageError, match="--changed-since"):
        changed_since("HEAD", tmp_path)
