"""Which words of a sentence deny, for the comparison of two sentences."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Literal

from consistency.languages.arabic.normalise import fold_word, strip_proclitics
from consistency.languages.arabic.opposites import forms_of
from consistency.yaml_places import read_plain

__all__ = ["Denial", "denials"]

Denial = Literal["particle", "refusal", "other"]
"""A particle denies what stands behind it, a refusal tells that it is not done, others deny by the way."""


@cache
def _words() -> dict[str, frozenset[str]]:
    data = read_plain((files(__package__) / "denials.yaml").read_text(encoding="utf-8"))
    found = {name: frozenset(map(fold_word, words)) for name, words in data.items()}
    return found | {"refusals": frozenset(form for word in found["refusals"] for form in forms_of(word))}


def denials(folded: Sequence[str]) -> list[Denial | None]:
    """For each folded word of a sentence, how it denies; None where it does not."""
    return [_denial(word, folded[k + 1] if k + 1 < len(folded) else "") for k, word in enumerate(folded)]


def _denial(word: str, following: str) -> Denial | None:
    words = _words()
    bare = word[1:] if word[:1] in ("و", "ف") and len(word) > 3 else word
    if {word, bare} & words["particles"]:
        return "other" if following in words["idle_before"] else "particle"
    if any(rest in words["refusals"] for _, rest in strip_proclitics(word)):
        return "refusal"
    return "other" if {word, bare} & words["others"] else None
