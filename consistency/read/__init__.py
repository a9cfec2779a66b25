"""Reading articles: a suffix tells the reader.

To read another format, write a module with ``read(data: bytes) -> tuple[str, str]`` (text, name of the
encoding) that raises ``Refused``, and give its suffix a line in ``READERS``.
"""

from __future__ import annotations

from collections.abc import Callable

from consistency.read import text
from consistency.read.refused import Refused

__all__ = ["READERS", "Reader", "Refused"]

Reader = Callable[[bytes], tuple[str, str]]

READERS: dict[str, Reader] = {
    ".txt": text.read,
}
