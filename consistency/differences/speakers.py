"""Another speaker of the same words: another institution, or one of another country."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from consistency.differences.shape import Block, Contrast, Difference, span_of
from consistency.languages.arabic.normalise import Token
from consistency.languages.arabic.roles import institution, is_portfolio, one_institution
from consistency.languages.arabic.speech import is_in, is_saying
from consistency.wording import say

__all__ = ["speakers"]

_MINISTRY = "وزارة"
_REACH = 4
"""Words between the verb of saying and the adjective of who says it."""


def speakers(contrast: Contrast) -> Iterator[Difference]:
    """Institutions of two kinds, or adjectives of two countries, behind one verb of saying."""
    for block in contrast.blocks:
        sides = contrast.sides(block)
        if block.cut or not all(sides):
            continue
        one, other = (_behind_the_verb(side) for side in sides)
        if not one or not other:
            continue
        spoken = all(len(side) < len(whole) for side, whole in zip((one, other), sides, strict=True))
        if (
            _other_institution(contrast, block, one, other, spoken)
            or _other_country(contrast, block, one, other)
            or _other_ministry(contrast, block, one, other)
        ):
            said = _joined(one), _joined(other)
            reason = say("«{one}» says it here, «{other}» there", one=said[0], other=said[1])
            yield Difference("speaker", span_of(one), span_of(other), said, reason)


@lru_cache(maxsize=2**13)
def _opens_speech(folded: str) -> bool:
    """Whether who says it stands behind the word."""
    return is_saying(folded) or is_in("according", folded)


def _joined(words: Sequence[Token]) -> str:
    return " ".join(word.folded for word in words)


def _behind_the_verb(words: Sequence[Token]) -> Sequence[Token]:
    """A side without the verb of saying that it begins with."""
    return words[1:] if words and _opens_speech(words[0].folded) else words


def _other_institution(
    contrast: Contrast, block: Block, one: Sequence[Token], other: Sequence[Token], spoken: bool
) -> bool:
    if not spoken and not _behind_a_verb(contrast, block, 1):
        return False
    a, b = (institution([word.folded for word in side]) for side in (one, other))
    return bool(a and b) and not one_institution(a or "", b or "")


def _other_country(contrast: Contrast, block: Block, one: Sequence[Token], other: Sequence[Token]) -> bool:
    if not block.single or not _behind_a_verb(contrast, block, _REACH):
        return False
    a, b = contrast.country_of(one[0].folded), contrast.country_of(other[0].folded)
    return bool(a and b) and not (a or set()) & (b or set())


def _other_ministry(contrast: Contrast, block: Block, one: Sequence[Token], other: Sequence[Token]) -> bool:
    """«أعلنت وزارة الصحة» for «أعلنت وزارة التعليم»."""
    if not block.single or not _behind_a_verb(contrast, block, 2):
        return False
    ministry = contrast.a.words[block.src_start - 1].folded == _MINISTRY
    return ministry and is_portfolio(one[0].folded) and is_portfolio(other[0].folded)


def _behind_a_verb(contrast: Contrast, block: Block, reach: int) -> bool:
    """Whether within so many common words before the block a verb of saying stands."""
    before = contrast.a.words[max(0, block.src_start - reach) : block.src_start]
    return any(_opens_speech(word.folded) for word in before)
