"""The letter-by-letter steps of a tokenizer's normaliser, taken over by one `str.translate`.

The folder's tokenizer folds with a regular expression for each target letter, because every reader of the
folder must fold alike.  Two thirds of the time of encoding would go into them; a translation table does the
same in a tenth of it.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tokenizers import Tokenizer

__all__ = ["take_folding"]

_CLASS = re.compile(r"\[((?:\\x\{[0-9A-F]+\})+)\](\+?)")
_POINT = re.compile(r"[0-9A-F]{2,}")


def take_folding(tokenizer: Tokenizer) -> dict[int, str]:
    """The translation that the leading steps of the normaliser make; they are taken out of the tokenizer.

    Empty, and the tokenizer unchanged, where it begins with other steps.
    """
    from tokenizers import normalizers

    if not isinstance(tokenizer.normalizer, normalizers.Sequence):
        return {}
    state = json.loads(tokenizer.normalizer.__getstate__())
    steps: list[dict[str, Any]] = state["normalizers"]
    table: dict[int, str] = {}
    taken = 0
    for step in steps:
        points = _points(step)
        # A letter made by one step and changed by a later one would need the steps in turn.
        if not points or any(chr(point) in made for made in table.values() for point in points):
            break
        table.update(dict.fromkeys(points - set(table), step["content"]))
        taken += 1
    rest = normalizers.Sequence([])
    rest.__setstate__(json.dumps(state | {"normalizers": steps[taken:]}).encode())
    tokenizer.normalizer = rest
    return table


def _points(step: dict[str, Any]) -> set[int]:
    """The code points that a step replaces one by one; empty for any other step."""
    pattern = (step.get("pattern") or {}).get("Regex", "") if step.get("type") == "Replace" else ""
    match = _CLASS.fullmatch(pattern)
    if match is None or (match[2] and step["content"]):
        return set()
    return {int(point, 16) for point in _POINT.findall(match[1])}
