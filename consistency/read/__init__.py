"""Reading articles: a suffix tells the reader.

To read another format, write a module with ``read(data: bytes, name: str)`` that gives the articles of a
file, and those it cannot read, or raises ``Refused``; then give its suffix a line in ``READERS``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from consistency.model import Document, SkippedDocument
from consistency.read import html, jsonl, text
from consistency.read.refused import Refused

__all__ = ["READERS", "Reader", "Refused"]

Reader = Callable[[bytes, str], Iterable[Document | SkippedDocument]]
"""The bytes of a file and its name, to the articles in it."""

READERS: dict[str, Reader] = {
    ".txt": text.read,
    ".jsonl": jsonl.read,
    ".ndjson": jsonl.read,
    ".html": html.read,
    ".htm": html.read,
    ".xhtml": html.read,
}
