"""The error of a reader."""

from __future__ import annotations

from consistency.wording import Wording

__all__ = ["Refused"]


class Refused(Exception):
    """The bytes are no article of this format; the reason says why and what to do."""

    def __init__(self, reason: Wording) -> None:
        super().__init__(reason)
        self.reason = reason
