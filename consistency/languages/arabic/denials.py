"""Which words of a sentence deny, for the comparison of two sentences."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Literal

from consistency.languages.arabic.normalise import fold_word
from consistency.yaml_places import read_plain

__all__ = ["Denial", "denials"]

Denial = Literal["particle", "other"]
"""A particle denies what stands behind it; the others deny in a word of their own."""


@cache
def _words() -> dict[str, frozenset[str]]:
    data = read_plain((files(__package__) / "denials.yaml").read_text(encoding="utf-8"))
    return {name: frozenset(map(fold_word, words)) for name, words in data.items()}


def denials(folded: Sequence[str]) -> list[Denial | None]:
    """For each folded word of a sentence, how it denies; None where it does not."""
    return [_denial(word, folded[k + 1] if k + 1 < len(folded) else "") for k, word in enumerate(folded)]


def _denial(word: str, following: str) -> Denial | None:
    words = _words()
    bare = word[1:] if word[:1] in ("و", "ف") and len(word) > 3 else word
    if {word, bare} & words["particles"]:
        return "other" if following in words["idle_before"] else "particle"
    return "other" if {word, bare} & words["others"] else None
