"""Static token vectors, mean-pooled: the embedded encoder, without torch."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np

from consistency.embed.encoder import Vectors, blank, nothing, unit_rows

__all__ = ["StaticEncoder", "is_static"]

_STATIC = {"StaticEmbedding", "Normalize"}


class StaticEncoder:
    """The mean of the vectors of a text's tokens, read from a folder of static embeddings.

    The folder is one that model2vec and sentence-transformers both load; both give the same rows.
    """

    def __init__(self, folder: Path, name: str) -> None:
        from model2vec import StaticModel

        # The file holds 16-bit numbers; NumPy is faster on 32 bits, and the values are the same.
        self._model = StaticModel.from_pretrained(
            folder, quantize_to="float32", max_length=None, force_download=False
        )
        self.name = name
        self.dim = int(self._model.dim)

    def encode(self, texts: list[str]) -> Vectors:
        """(n_texts, dim), float32, unit rows; a text without a known token has the row `nothing(dim)`."""
        if not texts:
            return np.zeros((0, self.dim), dtype=np.float32)
        readable = [text.encode("utf-8", "replace").decode("utf-8") for text in texts]
        rows = unit_rows(self._model.encode(readable, use_multiprocessing=False))
        rows[blank(texts)] = nothing(self.dim)
        return rows


def is_static(folder: Path) -> bool:
    """Whether a model folder holds nothing but static embeddings, so that torch is not needed."""
    modules = folder / "modules.json"
    if not modules.is_file() or not any(folder.rglob("tokenizer.json")):
        return False
    stated = json.loads(modules.read_text("utf-8"))
    kinds = {str(module.get("type", "")).rsplit(".", 1)[-1] for module in stated}
    return "StaticEmbedding" in kinds and kinds <= _STATIC and not _has_prompts(folder)


def _has_prompts(folder: Path) -> bool:
    settings = folder / "config_sentence_transformers.json"
    if not settings.is_file():
        return False
    return any((json.loads(settings.read_text("utf-8")).get("prompts") or {}).values())
