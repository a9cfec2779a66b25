"""Which files count: patterns of names, and what git calls changed."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from consistency.errors import UsageError

__all__ = ["EVERYTHING", "Scope", "changed_since"]


@dataclass(frozen=True)
class Scope:
    """Shell patterns against the POSIX name of an article file, relative to the checked folder.

    A pattern also covers everything below a folder that it names, and a pattern without a slash is tried on
    the file's own name as well.
    """

    include: tuple[str, ...] = ()
    """Where there is one, only what matches one of them is read."""
    exclude: tuple[str, ...] = ()

    def takes(self, name: str) -> bool:
        """Whether an article file of this name is read."""
        included = not self.include or any(_matches(name, pattern) for pattern in self.include)
        return included and not any(_matches(name, pattern) for pattern in self.exclude)


EVERYTHING = Scope()


def _matches(name: str, pattern: str) -> bool:
    pattern = pattern.removeprefix("./").rstrip("/")
    own = name.rpartition("/")[2]
    return (
        fnmatchcase(name, pattern)
        or fnmatchcase(name, f"{pattern}/*")
        or ("/" not in pattern and fnmatchcase(own, pattern))
    )


def changed_since(revision: str, folder: Path) -> frozenset[Path]:
    """The files that differ from a revision of the folder's git repository, new ones too; resolved paths.

    :raises UsageError: git is missing, this is no repository, or there is no such revision.
    """
    top = Path(_git(folder, ["rev-parse", "--show-toplevel"]).strip("\n"))
    commit = _git(folder, ["rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}"]).strip()
    changed = _git(top, ["diff", "--name-only", "-z", "--no-renames", commit])
    fresh = _git(top, ["ls-files", "--others", "--exclude-standard", "-z"])
    return frozenset((top / name).resolve() for name in _names(changed, fresh))


def _names(*outputs: str) -> Iterable[str]:
    return (name for output in outputs for name in output.split("\0") if name)


def _git(folder: Path, arguments: list[str]) -> str:
    try:
        run = subprocess.run(
            ["git", "-C", str(folder), *arguments], capture_output=True, check=False, errors="surrogateescape"
        )
    except OSError as error:
        raise UsageError(f"--changed-since needs git: {error.strerror or error}") from None
    if run.returncode:
        fault = run.stderr.strip().splitlines()[-1:] or ["git failed"]
        raise UsageError(f"--changed-since: {folder}: {fault[0]}")
    return run.stdout
