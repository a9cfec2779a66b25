"""Frozen dataclasses as bytes and back, for the cache and between processes.

MessagePack with the types of the dataclasses checked on the way in: what another version wrote, or a damaged
cache gives, is refused, and nothing in it can run.
"""

from __future__ import annotations

from typing import Any, TypeVar

import msgspec

__all__ = ["pack", "unpack"]

T = TypeVar("T")
_encoder = msgspec.msgpack.Encoder()
_decoders: dict[type[Any], msgspec.msgpack.Decoder[Any]] = {}


def pack(value: object) -> bytes:
    """A dataclass as bytes."""
    return _encoder.encode(value)


def unpack(data: bytes, shape: type[T]) -> T | None:
    """The dataclass again; None where the bytes do not hold one."""
    if shape not in _decoders:
        _decoders[shape] = msgspec.msgpack.Decoder(shape)
    try:
        value: T = _decoders[shape].decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
    return value
