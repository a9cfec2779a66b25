"""The heavy libraries, fetched into a process only when a model needs them."""

from __future__ import annotations

from types import ModuleType
from typing import Any

from consistency.errors import UsageError

__all__ = ["quiet_sentence_transformers"]


def quiet_sentence_transformers() -> ModuleType:
    """The sentence_transformers module, with the progress bars of loading switched off.

    :raises UsageError: if it is not installed, as in a slim installation.
    """
    try:
        import sentence_transformers
        import transformers.utils
    except ImportError as error:
        raise UsageError(
            "another model than the embedded one needs sentence-transformers: "
            "`pip install sentence-transformers`, or leave --model and --nli out"
        ) from error
    bars: Any = transformers.utils.logging
    bars.disable_progress_bar()
    module: ModuleType = sentence_transformers
    return module
