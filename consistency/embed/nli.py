"""An optional cross-encoder for natural-language inference."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Protocol

import numpy as np

from consistency.embed.encoder import Vectors
from consistency.embed.folder import model_folder
from consistency.embed.libraries import quiet_sentence_transformers
from consistency.errors import UsageError

__all__ = ["LABELS", "CrossEncoderJudge", "Judge", "load_nli"]

LABELS = ("contradiction", "entailment", "neutral")
"""The columns of a judgement, in this order."""


class Judge(Protocol):
    """Says how a second text follows from a first."""

    name: str

    def judge(self, pairs: list[tuple[str, str]]) -> Vectors:
        """(n_pairs, 3), float32, the probabilities of `LABELS`; every row sums to 1."""
        ...


class CrossEncoderJudge:
    """A sentence-transformers cross-encoder read from a folder on this machine."""

    def __init__(self, folder: Path, name: str) -> None:
        library = quiet_sentence_transformers()
        try:
            self._model: Any = library.CrossEncoder(
                str(folder),
                trust_remote_code=False,
                local_files_only=True,
                model_kwargs={"use_safetensors": True},
            )
        except (OSError, ValueError, KeyError, ImportError) as error:
            raise UsageError(f"{name}: sentence-transformers cannot load it: {error}") from error
        self.name = name
        self._columns = _columns(dict(self._model.config.id2label), name)

    def judge(self, pairs: list[tuple[str, str]]) -> Vectors:
        """(n_pairs, 3), float32, the probabilities of `LABELS`; every row sums to 1."""
        if not pairs:
            return np.zeros((0, len(LABELS)), dtype=np.float32)
        raw = self._model.predict(
            [list(pair) for pair in pairs], apply_softmax=True, show_progress_bar=False, convert_to_numpy=True
        )
        return np.asarray(raw, dtype=np.float32)[:, self._columns]


def load_nli(name: str) -> Judge:
    """The cross-encoder of this name or path; nothing is downloaded.

    :raises ModelMissing: if it is not on this machine, with the command that fetches it.
    :raises UsageError: if it is unsafe to load or does not tell contradiction, entailment and neutral apart.
    """
    return CrossEncoderJudge(model_folder(name), name)


def _columns(id2label: dict[Any, str], name: str) -> list[int]:
    """The model's column of each of `LABELS`."""
    stated = {str(label).lower(): int(place) for place, label in id2label.items()}
    if set(stated) != set(LABELS):
        raise UsageError(
            f"{name}: its outputs are {', '.join(sorted(stated))}; a model for inference must name them "
            f"{', '.join(LABELS)} (id2label in its config.json)"
        )
    return [stated[label] for label in LABELS]
