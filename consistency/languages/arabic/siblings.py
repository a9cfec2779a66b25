"""Words for two things of one kind: «الذهب» and «النفط», «فيلم» and «أغنية» (``siblings.yaml``)."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from consistency.languages.arabic.events import inflections
from consistency.languages.arabic.normalise import fold_word, strip_proclitics
from consistency.yaml_places import read_plain

__all__ = ["Thing", "things"]

_ENDINGS = ("", "ا", "ة", "ات", "ين", "ون", "ي", "ية")
_SHORTEST = 2


class Thing(NamedTuple):
    """A thing of a kind: the number of the kind, and of the thing in it."""

    kind: int
    number: int


@cache
def _forms() -> dict[str, frozenset[Thing]]:
    data = read_plain((files(__package__) / "siblings.yaml").read_text(encoding="utf-8"))
    found: dict[str, set[Thing]] = {}
    for kind, members in enumerate(data):
        for number, words in enumerate(members):
            for word in map(fold_word, words):
                bare = word.removesuffix("ة")
                for form in {*inflections(noun=word), *(f"{bare}{ending}" for ending in _ENDINGS)}:
                    found.setdefault(form, set()).add(Thing(kind, number))
    return {form: frozenset(where) for form, where in found.items()}


@lru_cache(maxsize=2**15)
def things(folded: str) -> frozenset[Thing]:
    """The things that a folded word may name, with the particles written on to it; mostly none."""
    forms = _forms()
    for particles, rest in strip_proclitics(folded):
        if rest in forms and (not particles or len(rest) >= _SHORTEST):
            return forms[rest]
    return frozenset()
