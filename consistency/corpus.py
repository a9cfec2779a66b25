"""Finding and reading the articles below the paths of a command line."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from consistency.errors import NothingToCheck, UsageError
from consistency.model import Document, SkippedDocument
from consistency.read import READERS, Reader, Refused, jsonl, text
from consistency.scope import EVERYTHING, Scope
from consistency.wording import Wording, say

__all__ = ["STANDARD_INPUT", "Reading", "below", "bytes_below", "common_root", "read_corpus"]

STANDARD_INPUT = "-"
"""The path that stands for standard input."""
_STANDARD_INPUT_NAME = "stdin"


@dataclass(frozen=True)
class Reading:
    """What was read below the paths, in the order of the documents' names."""

    documents: tuple[Document, ...]
    unreadable: tuple[SkippedDocument, ...]
    skipped_files: tuple[str, ...]
    """Files of a folder whose suffix no reader takes."""
    root: Path = Path()
    """The folder from which the documents are named."""


def read_corpus(paths: Iterable[str | Path], scope: Scope = EVERYTHING) -> Reading:
    """Read every article below the paths; names are relative to the one folder, or to the common parent.

    The path ``-`` is standard input: one text, or JSON Lines.

    :param scope: which names count.
    :raises UsageError: a path does not exist.
    :raises NothingToCheck: there is no article below the paths.
    """
    everything = [str(path) for path in paths]
    given = [Path(path) for path in everything if path != STANDARD_INPUT]
    if not everything:
        raise UsageError("no path given; name a folder of articles: check seeds/")
    for path in given:
        if not path.exists():
            raise UsageError(f"{path}: no such file or folder")
    root = common_root(given)
    found = sorted({file.resolve(): file for path in given for file in _files_below(path)}.items())
    documents: list[Document] = []
    unreadable: list[SkippedDocument] = []
    skipped: list[str] = []
    left_out = 0
    named_by_hand = {path.resolve() for path in given if path.is_file()}
    for resolved, file in found:
        name = _name(resolved, file, root)
        if not scope.takes(name):
            left_out += 1
            continue
        if file.suffix.lower() not in READERS and resolved not in named_by_hand:
            skipped.append(name)
            continue
        _sort_in(_read(file, name), documents, unreadable)
    if STANDARD_INPUT in everything:
        _sort_in(_read_standard_input(), documents, unreadable)
    if not documents and not unreadable:
        raise NothingToCheck(_nothing_found(everything, len(skipped), left_out))
    documents.sort(key=lambda document: document.id)
    unreadable.sort(key=lambda document: document.document)
    return Reading(tuple(documents), tuple(unreadable), tuple(sorted(skipped)), root)


def bytes_below(paths: Iterable[str | Path]) -> int:
    """The size of the files below the paths; what does not exist and standard input count nothing."""
    given = [Path(path) for path in paths if str(path) != STANDARD_INPUT]
    found = [file for path in given if path.exists() for file in _files_below(path)]
    return sum(file.stat().st_size for file in found if file.is_file())


def below(reading: Reading, paths: Iterable[str | Path]) -> frozenset[str]:
    """The articles, by name, that lie below these of the paths that were read.

    :raises NothingToCheck: none does.
    """
    given = [str(path) for path in paths]
    folders = {Path(path).resolve() for path in given if path != STANDARD_INPUT}
    names = [
        *(document.id for document in reading.documents),
        *(one.document for one in reading.unreadable),
    ]
    found = {name for name in names if _lies_in((reading.root / jsonl.file_of(name)).resolve(), folders)}
    if STANDARD_INPUT in given:
        found |= {name for name in names if jsonl.file_of(name) == _STANDARD_INPUT_NAME}
    if not found:
        raise NothingToCheck(f"{', '.join(given)}: no article found to compare; nothing was checked")
    return frozenset(found)


def _lies_in(file: Path, folders: set[Path]) -> bool:
    return not folders.isdisjoint((file, *file.parents))


def _sort_in(
    outcomes: Iterable[Document | SkippedDocument],
    documents: list[Document],
    unreadable: list[SkippedDocument],
) -> None:
    for outcome in outcomes:
        if isinstance(outcome, Document):
            documents.append(outcome)
        else:
            unreadable.append(outcome)


def common_root(paths: Iterable[Path]) -> Path:
    """The folder that documents are named from: the one given, or the common parent of several."""
    paths = [path for path in paths if str(path) != STANDARD_INPUT] or [Path()]
    folders = [path.resolve() if path.is_dir() else path.resolve().parent for path in paths]
    return Path(os.path.commonpath(folders))


def _files_below(path: Path) -> Iterator[Path]:
    if path.is_file():
        yield path
        return
    for folder, subfolders, files in os.walk(path):
        subfolders[:] = sorted(name for name in subfolders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith("."):
                yield Path(folder, name)


def _name(resolved: Path, file: Path, root: Path) -> str:
    """A link is named by its own place where its target lies outside the root."""
    for path in (resolved, Path(os.path.abspath(file))):
        if path.is_relative_to(root):
            return path.relative_to(root).as_posix()
    return resolved.as_posix()


def _read(file: Path, name: str) -> Iterable[Document | SkippedDocument]:
    reader = READERS.get(file.suffix.lower())
    if reader is None:
        return [SkippedDocument(name, _no_reader(file.suffix))]
    try:
        return _articles(reader, file.read_bytes(), name)
    except OSError as error:
        fault = error.strerror or str(error)
        return [SkippedDocument(name, say("cannot be opened: {fault}; check its permissions", fault=fault))]


def _no_reader(suffix: str) -> Wording:
    known = ", ".join(READERS)
    if not suffix:
        return say("no reader for «no suffix»; known are {known}", known=known)
    return say("no reader for «{suffix}»; known are {known}", suffix=suffix, known=known)


def _read_standard_input() -> Iterable[Document | SkippedDocument]:
    """A first line that is a JSON object makes it JSON Lines; anything else is one article."""
    data = sys.stdin.buffer.read()
    return _articles(jsonl.read if data.lstrip().startswith(b"{") else text.read, data, _STANDARD_INPUT_NAME)


def _articles(reader: Reader, data: bytes, name: str) -> list[Document | SkippedDocument]:
    try:
        return list(reader(data, name))
    except Refused as refusal:
        return [SkippedDocument(name, refusal.reason)]


def _nothing_found(paths: list[str], skipped: int, left_out: int) -> str:
    known = ", ".join(READERS)
    others = f"; {skipped} files with another suffix were left out" if skipped else ""
    others += f"; {left_out} files were left out by include and exclude" if left_out else ""
    return f"{', '.join(paths)}: no article found ({known}){others}; nothing was checked"
