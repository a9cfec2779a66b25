"""From the name of a model to an encoder."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from consistency.embed.encoder import Encoder
from consistency.embed.folder import model_folder
from consistency.embed.static import StaticEncoder, is_static
from consistency.errors import ModelMissing

__all__ = ["EMBEDDED", "load_encoder"]

EMBEDDED = Path(__file__).parent / "arabic"
"""The folder of the embedded Arabic encoder."""


def load_encoder(name: str | None = None) -> Encoder:
    """The embedded Arabic encoder, or the sentence-transformers model of this name or path.

    Nothing is downloaded: a model that is named must be a folder, or fetched before.

    :raises ModelMissing: if it is not on this machine, with the command that fetches it.
    :raises UsageError: if it is unsafe to load, or sentence-transformers is not installed.
    """
    if name is None:
        return _embedded()
    folder = model_folder(name)
    if is_static(folder):
        return StaticEncoder(folder, name)
    from consistency.embed.transformer import TransformerEncoder

    return TransformerEncoder(folder, name)


@cache
def _embedded() -> Encoder:
    if not (EMBEDDED / "model.safetensors").is_file():
        raise ModelMissing(f"the embedded encoder is not in {EMBEDDED}: install the package again")
    return StaticEncoder(EMBEDDED, "arabic")
