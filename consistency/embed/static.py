"""Static token vectors, mean-pooled: the embedded encoder, with nothing but NumPy and a tokenizer.

model2vec and sentence-transformers read the same folders and give the same rows; both take longer to be
imported and to load them than this takes to do its work (see the figures in MODEL_CARD.md).
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np

from consistency.embed.encoder import Vectors, blank, nothing, unit_rows
from consistency.embed.folding import take_folding
from consistency.embed.token_ids import ID, Ids, reader_of_ids

__all__ = ["StaticEncoder", "is_static"]

_STATIC = {"StaticEmbedding", "Normalize"}
_BATCH = 4096
"""Texts encoded together."""
_TOKENS = 1024
"""Tokens of which the vectors are gathered at once: so many stay in the cache of a processor."""


class StaticEncoder:
    """The mean of the vectors of a text's tokens, read from a folder of static embeddings."""

    def __init__(self, folder: Path, name: str) -> None:
        from tokenizers import Tokenizer

        place = _weights_folder(folder)
        tokenizer = Tokenizer.from_file(str(place / "tokenizer.json"))
        tokenizer.no_truncation()
        tokenizer.no_padding()
        self._ids = reader_of_ids(tokenizer, take_folding(tokenizer))
        self._rows = _token_rows(place / "model.safetensors")
        self.name = name
        self.dim = int(self._rows.shape[1])

    def encode(self, texts: list[str]) -> Vectors:
        """(n_texts, dim), float32, unit rows; a text without a known token has the row `nothing(dim)`."""
        parts = [self._encode(texts[start : start + _BATCH]) for start in range(0, len(texts), _BATCH)]
        return np.concatenate(parts) if parts else np.zeros((0, self.dim), dtype=np.float32)

    def _encode(self, texts: list[str]) -> Vectors:
        rows = unit_rows(self._sums(self._ids(texts)))
        rows[blank(texts)] = nothing(self.dim)
        return rows

    def _sums(self, ids: Ids) -> Vectors:
        """The sum of the vectors of each text's tokens, some texts at a time."""
        lengths = np.fromiter(map(len, ids), dtype=np.int64, count=len(ids)) // ID.itemsize
        flat = np.frombuffer(b"".join(ids), dtype=ID)
        sums = np.zeros((len(ids), self.dim), dtype=np.float32)
        filled = np.flatnonzero(lengths)
        ends = np.cumsum(lengths[filled])
        starts = ends - lengths[filled]
        done = 0
        while done < len(filled):
            begin = starts[done]
            until = max(done + 1, int(np.searchsorted(ends, begin + _TOKENS, side="right")))
            rows = self._rows[flat[begin : ends[until - 1]]]
            sums[filled[done:until]] = np.add.reduceat(rows, starts[done:until] - begin, axis=0)
            done = until
        return sums


def is_static(folder: Path) -> bool:
    """Whether a model folder holds nothing but static embeddings, so that torch is not needed."""
    kinds = {str(module.get("type", "")).rsplit(".", 1)[-1] for module in _modules(folder)}
    if "StaticEmbedding" not in kinds or not kinds <= _STATIC or _has_prompts(folder):
        return False
    place = _weights_folder(folder)
    return (place / "model.safetensors").is_file() and (place / "tokenizer.json").is_file()


def _modules(folder: Path) -> list[dict[str, Any]]:
    """The modules of a sentence-transformers folder, in order."""
    path = folder / "modules.json"
    stated: list[dict[str, Any]] = json.loads(path.read_text("utf-8")) if path.is_file() else []
    return stated


def _weights_folder(folder: Path) -> Path:
    """Where the static module keeps its files."""
    for module in _modules(folder):
        if str(module.get("type", "")).endswith("StaticEmbedding"):
            return folder / str(module.get("path", ""))
    return folder


def _token_rows(path: Path) -> Vectors:
    """(n_tokens, dim), float32: one row a token; 16-bit numbers on disk are widened, which loses nothing."""
    from safetensors.numpy import load_file

    tensors = load_file(path)
    stored = tensors["embeddings"] if "embeddings" in tensors else tensors["embedding.weight"]
    rows: Vectors = stored.astype(np.float32)
    if "mapping" in tensors:
        rows = rows[tensors["mapping"]]
    if "weights" in tensors:
        rows = rows * tensors["weights"].astype(np.float32)[:, None]
    return rows


def _has_prompts(folder: Path) -> bool:
    settings = folder / "config_sentence_transformers.json"
    if not settings.is_file():
        return False
    return any((json.loads(settings.read_text("utf-8")).get("prompts") or {}).values())
