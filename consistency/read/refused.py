"""The error of a reader."""

from __future__ import annotations

__all__ = ["Refused"]


class Refused(Exception):
    """The bytes are no article of this format; the message says why and what to do."""
