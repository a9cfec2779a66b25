"""Results as bytes and back, for the cache and between processes.

Pickle keeps every type, a ``Wording`` with its languages too.  What is read back may name this package's own
data classes and nothing else, so that a cache that somebody else wrote cannot run code.
"""

from __future__ import annotations

import io
import pickle
from dataclasses import is_dataclass
from enum import Enum
from functools import cache
from importlib import import_module
from typing import Any, TypeVar

from consistency.wording import Wording

__all__ = ["pack", "unpack"]

T = TypeVar("T")
_OWN = "consistency."


def pack(value: object) -> bytes:
    """A value of this package as bytes."""
    return pickle.dumps(value, protocol=5)


def unpack(data: bytes, shape: type[T]) -> T | None:
    """The value again; None where the bytes do not hold one of this shape."""
    try:
        value = _Reader(io.BytesIO(data)).load()
    except Exception:  # damaged bytes may raise nearly anything; all of it means that there is no value
        return None
    return value if isinstance(value, shape) else None


class _Reader(pickle.Unpickler):
    """Reads data alone, as the library reference advises under «Restricting Globals»."""

    def find_class(self, module: str, name: str) -> Any:
        return _data_class(module, name)


@cache
def _data_class(module: str, name: str) -> type:
    """A data class of this package, found once: every report names the same few."""
    if module.startswith(_OWN) and "." not in name:
        found = getattr(import_module(module), name)
        if isinstance(found, type) and (is_dataclass(found) or issubclass(found, Enum | Wording)):
            return found
    raise pickle.UnpicklingError(f"{module}.{name} is no data of this package")
