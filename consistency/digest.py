"""What a result hangs on, as a key: the tool, the rules, the encoder, and the texts."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from consistency.model import Document
from consistency.rulebook import Rulebook, default_rules

__all__ = ["content_key", "key", "street_key"]

_SIZE = 20
"""Bytes of a key."""


def key(*parts: bytes | str) -> bytes:
    """A key of parts, none of which can run into the next."""
    digest = hashlib.blake2b(digest_size=_SIZE)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        digest.update(len(data).to_bytes(8, "big"))
        digest.update(data)
    return digest.digest()


def content_key(document: Document) -> bytes:
    """What an article says, whatever its name: its text and what its source states of it."""
    return key(document.text, repr(document.metadata))


def street_key(rulebook: Rulebook, encoder: str) -> bytes:
    """The code and data of the tool, the rules of a run, and its encoder.

    :param encoder: its name; the files of a model folder count too.
    """
    own = (rule.model_dump_json() for rule in rulebook.rules if rule.id not in rulebook.shipped)
    folder = Path(encoder)
    return key(
        _tool(),
        encoder,
        _stamps(sorted(folder.rglob("*"))) if folder.is_dir() else b"",
        *(rule.id for rule in rulebook.rules),
        *own,
    )


@cache
def _tool() -> bytes:
    """Every file of the package and of the shipped rules, by name, size and time of change.

    Not the version alone: a checkout changes without one, and a stale finding is worse than a slow run.
    """
    package = Path(__file__).parent
    files = {*package.rglob("*"), *default_rules().rglob("*")}
    return _stamps(sorted(file for file in files if file.suffix != ".pyc"))


def _stamps(files: Iterable[Path]) -> bytes:
    told = (
        f"{file.name}:{stat.st_size}:{stat.st_mtime_ns}"
        for file in files
        if file.is_file()
        for stat in [file.stat()]
    )
    return key(*told)
