"""Whether two mentions in one place of two texts name one person or place, and how they are spelt."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from consistency.languages.arabic.names.difference import difference
from consistency.languages.arabic.names.known import known_names, words
from consistency.languages.arabic.names.letters import SPACE, clean
from consistency.languages.arabic.names.score import same_name

__all__ = ["Relation", "is_one_name", "relation"]

Relation = Literal["same", "part", "variant", "misspelling", "another", "unsure"]
"""``part``: the one is a shorter form of the other, a surname or a name without its middle.  ``variant``: two
houses' spellings of one name.  ``unsure``: neither one name nor certainly two."""

_ANOTHER = 0.15
"""Two words of which ``same_name`` says no more than this are two words."""
_ONE = 0.5
_KIN = frozenset(map(clean, ("بن", "ابن", "بنت", "آل")))
_BYNAMES = frozenset(map(clean, ("أبو", "أبي", "أبا", "أم", "ذو", "الملقب", "الشهير")))


@lru_cache(maxsize=50_000)
def relation(a: str, b: str) -> Relation:
    """What the mention ``b`` is to the mention ``a``; the same whichever comes first.

    Titles and particles do not belong to a mention.  «أبو فلان» may be anybody's byname, so it is never
    certainly another name.
    """
    left, right = _words(a), _words(b)
    if not left or not right:
        return "unsure"
    if len(left) != len(right):
        if _is_part(left, right):
            return "part"
    elif same_name(a, b) >= _ONE:
        return _spelling(a, b)
    if _BYNAMES & {*left, *right}:
        return "unsure"
    apart = not _shared(left, right) or _one_word_apart(left, right) or _two_given(a, b)
    return "another" if apart else "unsure"


def is_one_name(a: str, b: str) -> bool:
    """Whether the ``relation`` of two mentions is ``same`` or ``variant``; which other need not be told."""
    left, right = _words(a), _words(b)
    if not left or len(left) != len(right) or same_name(a, b) < _ONE:
        return False
    return _spelling(a, b) in ("same", "variant")


def _words(name: str) -> list[str]:
    return [word for word in words(clean(name)) if word and word not in _KIN]


def _two_given(a: str, b: str) -> bool:
    """Whether the words before the «بن» of two names are two listed given names: they have two bearers."""
    given = [words(clean(name)) for name in (a, b)]
    if not all(name[1:2] and name[1] in _KIN for name in given):
        return False
    return _two_listed(given[0][0], given[1][0])


def _two_listed(a: str, b: str) -> bool:
    known = known_names()
    x, y = a.removeprefix("ال"), b.removeprefix("ال")
    return x in known and y in known and not (_one(a, b) or x.startswith(y) or y.startswith(x))


def _spelling(a: str, b: str) -> Relation:
    kinds = {difference(a, b).kind, difference(b, a).kind}
    if kinds & {"same", "orthographic"} or clean(a).replace(SPACE, "") == clean(b).replace(SPACE, ""):
        return "same"
    if "slip" in kinds:
        return "misspelling"
    return "variant" if "style" in kinds else "unsure"


def _is_part(left: list[str], right: list[str]) -> bool:
    """Whether the words of the shorter name stand in the longer one, in their order."""
    short, long = sorted((left, right), key=len)
    rest = iter(long)
    return all(any(_one(word, other) for other in rest) for word in short)


def _one(a: str, b: str) -> bool:
    return a == b or same_name(a, b) >= _ONE


def _shared(left: list[str], right: list[str]) -> bool:
    """Whether some word of the one may be a word of the other."""
    return any(same_name(x, y) > _ANOTHER for x in left for y in right)


def _one_word_apart(left: list[str], right: list[str]) -> bool:
    """Whether two names of as many words differ in a word that is, on both sides, a listed name of its own.

    «سعيد القرني» and «هاني القرني» are two men of one family.
    """
    if len(left) != len(right) or len(left) < 2:
        return False
    apart = [(x, y) for x, y in zip(left, right, strict=True) if not _one(x, y)]
    return len(apart) == 1 and _two_listed(*apart[0])
