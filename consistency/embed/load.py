"""From the name of a model to an encoder."""

from __future__ import annotations

from consistency.embed.encoder import Encoder
from consistency.embed.hashing import HashingEncoder

__all__ = ["load_encoder"]


def load_encoder(name: str | None = None) -> Encoder:
    """The embedded Arabic encoder, or the sentence-transformers model of this name or path."""
    if name is None:
        return HashingEncoder()
    raise NotImplementedError(name)
