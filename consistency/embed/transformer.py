"""Any sentence-transformers model behind the Encoder promise. Imported only when one is asked for."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import numpy as np

from consistency.embed.encoder import Vectors, blank, nothing, unit_rows
from consistency.embed.libraries import quiet_sentence_transformers
from consistency.errors import UsageError

__all__ = ["TransformerEncoder"]

_SYMMETRIC = ("STS", "sts", "similarity", "query")
"""Prompts of a model that suit comparing like with like, the best first."""

_UNSTATED = ((re.compile(r"(^|[/_-])e5-(small|base|large)"), "query: "),)
"""Families trained with a prompt that their folders do not state."""


class TransformerEncoder:
    """A sentence-transformers model read from a folder on this machine.

    The row of a text may differ in the last digits with the texts it is encoded beside.
    """

    def __init__(self, folder: Path, name: str) -> None:
        library = quiet_sentence_transformers()
        try:
            self._model: Any = library.SentenceTransformer(
                str(folder),
                trust_remote_code=False,
                local_files_only=True,
                model_kwargs={"use_safetensors": True},
            )
        except (OSError, ValueError, KeyError, ImportError) as error:
            raise UsageError(f"{name}: sentence-transformers cannot load it: {error}") from error
        self.name = name
        self.dim = int(self._model.encode(["ا"], show_progress_bar=False).shape[1])
        self.prompt = _prompt(self._model, name)

    def encode(self, texts: list[str]) -> Vectors:
        """(n_texts, dim), float32, unit rows; an empty text has the row `nothing(dim)`."""
        if not texts:
            return np.zeros((0, self.dim), dtype=np.float32)
        raw = self._model.encode(
            texts, prompt=self.prompt or None, show_progress_bar=False, convert_to_numpy=True
        )
        rows = unit_rows(np.asarray(raw, dtype=np.float32))
        rows[blank(texts)] = nothing(self.dim)
        return rows


def _prompt(model: Any, name: str) -> str:
    """What to put before every text: the model's own default, else its prompt for likeness."""
    prompts: dict[str, str] = model.prompts or {}
    if model.default_prompt_name:
        return prompts.get(model.default_prompt_name) or ""
    for key in _SYMMETRIC:
        if prompts.get(key):
            return prompts[key]
    return next((prompt for pattern, prompt in _UNSTATED if pattern.search(name)), "")
