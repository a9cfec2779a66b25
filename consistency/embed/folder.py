"""From the name of a model to a folder on this machine that is safe to load."""

from __future__ import annotations

import json
import os
from pathlib import Path

from consistency.errors import ModelMissing, UsageError

__all__ = ["model_folder", "refuse_unsafe"]

_PICKLES = ("*.bin", "*.pt", "*.pth", "*.ckpt", "*.pkl", "*.pickle")
_OWN_MODULES = "sentence_transformers."


def model_folder(name: str) -> Path:
    """The folder of a model given by path, or by a name that was fetched before; nothing is downloaded.

    :raises ModelMissing: with the command that fetches it.
    :raises UsageError: if the folder holds pickled weights or asks for code of its own.
    """
    here = Path(name).expanduser()
    folder = here if here.is_dir() else _fetched(name)
    refuse_unsafe(folder, name)
    return folder


def _fetched(name: str) -> Path:
    """The folder of a model in the local store of fetched models."""
    from huggingface_hub import snapshot_download
    from huggingface_hub.errors import HFValidationError, LocalEntryNotFoundError

    # sentence-transformers itself takes a name without an owner for one of its own models.
    full = name if "/" in name else f"sentence-transformers/{name}"
    store = os.environ.get("SENTENCE_TRANSFORMERS_HOME")
    try:
        return Path(snapshot_download(full, local_files_only=True, cache_dir=store))
    except HFValidationError as error:
        raise ModelMissing(f"{name}: no folder of this name, and no name that a model can have") from error
    except (LocalEntryNotFoundError, OSError) as error:
        raise ModelMissing(
            f"{name}: not on this machine, and nothing is downloaded unasked; fetch it once with "
            f"`hf download {full}`, or give the path of its folder"
        ) from error


def refuse_unsafe(folder: Path, name: str) -> None:
    """Refuse weights that are pickles and modules that bring their own code."""
    for pattern in _PICKLES:
        for weights in sorted(folder.rglob(pattern)):
            if not any(weights.parent.glob("*.safetensors")):
                raise UsageError(
                    f"{name}: {weights.relative_to(folder)} may be a pickle, which can run code when read; "
                    "only safetensors weights are loaded: convert them, or take another model"
                )
    modules = folder / "modules.json"
    if not modules.is_file():
        return
    for module in json.loads(modules.read_text("utf-8")):
        if not str(module.get("type", "")).startswith(_OWN_MODULES):
            kind = module.get("type")
            raise UsageError(f"{name}: module {kind} is code of the model's own, which is never run")
