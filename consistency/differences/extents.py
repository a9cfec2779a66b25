"""A rank that one sentence claims whole and another only shares: «أقدم نسخة», «من أقدم النسخ»."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from consistency.differences.shape import Contrast, Difference, View, span_of
from consistency.languages.arabic.lexicon import stem
from consistency.languages.arabic.normalise import Token, fold_word
from consistency.wording import say
from consistency.yaml_places import read_plain

__all__ = ["extents"]

_FEWEST_COMMON = 2
"""Content words that two sentences share beside the superlative, so that they rank the same."""
_SHORTEST = 4
_NOUN = 3
"""Letters with which a noun and its plural begin alike."""


def extents(contrast: Contrast) -> Iterator[Difference]:
    """Superlatives of which one side alone says that there are several such."""
    here, there = _ranks(contrast.a), _ranks(contrast.b)
    for word, (a, one) in here.items():
        if word in there:
            b, other = there[word]
            if one != other and _common(contrast) >= _FEWEST_COMMON and _one_noun(contrast, a, b):
                said = ("one of several", "the only one") if one else ("the only one", "one of several")
                reason = say("only one of them says that there are several: «{word}»", word=a.text)
                yield Difference("extent", span_of([a]), span_of([b]), said, reason)


@cache
def _listed(name: str) -> frozenset[str]:
    path = files("consistency.languages.arabic") / "superlatives.yaml"
    return frozenset(fold_word(word) for word in read_plain(path.read_text(encoding="utf-8"))[name])


def _ranks(view: View) -> dict[str, tuple[Token, bool]]:
    """Each superlative that stands once in a sentence, and whether it is one of several."""
    found: dict[str, tuple[Token, bool]] = {}
    if _listed("superlatives").isdisjoint(view.folded):
        return found
    for place, word in enumerate(view.words[:-1]):
        if word.folded in _listed("superlatives"):
            before = view.words[place - 1].folded if place else ""
            shared = before in _listed("among") or before[1:] in _listed("among")
            if word.folded in found:
                return {}
            found[word.folded] = word, shared
    return found


def _common(contrast: Contrast) -> int:
    left, right = (
        {stem(word.folded) for word in view.words if len(word.folded) >= _SHORTEST}
        for view in (contrast.a, contrast.b)
    )
    return len(left & right) - 1


def _one_noun(contrast: Contrast, a: Token, b: Token) -> bool:
    """Whether the same noun stands behind both: «نسخة», «نسخ»."""
    nouns = []
    for view, word in ((contrast.a, a), (contrast.b, b)):
        behind = view.words[view.words.index(word) + 1].folded
        nouns.append(behind.removeprefix("ال")[:_NOUN])
    return nouns[0] == nouns[1]
