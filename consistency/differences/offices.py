"""Another office of the same person or body."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from consistency.differences.shape import Block, Contrast, Difference, View, span_of
from consistency.languages.arabic.normalise import Token
from consistency.languages.arabic.roles import Office, is_portfolio, one_office, read_office
from consistency.wording import say

__all__ = ["offices"]

_LEAST_ALIKE = 0.6
_DEPUTIES = ("deputy", "member")


def offices(contrast: Contrast) -> Iterator[Difference]:
    """An office for an office, a deputy for the head, one portfolio for another, before the same words."""
    if contrast.alike < _LEAST_ALIKE:
        return
    for block in contrast.blocks:
        if block.cut == "head" or not _beside_a_word(contrast, block):
            continue
        one, other = (_office_words(side) for side in contrast.sides(block))
        if one and other:
            if _portfolios(contrast, block, one, other) or _other_office(one, other):
                yield _told(one, other, span_of(one), span_of(other))
        elif not one and _deputised(contrast.a, block.src_end, other):
            yield _told(one, other, _next(contrast.a, block.src_end), span_of(other))
        elif not other and _deputised(contrast.b, block.dest_end, one):
            yield _told(one, other, span_of(one), _next(contrast.b, block.dest_end))


def _office_words(words: Sequence[Token]) -> Sequence[Token]:
    """The last words of a side that make up an office, or the portfolio of a minister."""
    if len(words) == 1 and is_portfolio(words[0].folded):
        return words
    begin = len(words)
    while begin and _office([words[begin - 1]]) is not None:
        begin -= 1
    return words[begin:]


def _office(words: Sequence[Token]) -> Office | None:
    return _office_of(tuple(word.folded for word in words))


@lru_cache(maxsize=2**12)
def _office_of(folded: tuple[str, ...]) -> Office | None:
    """The office that words make up, «و» before the first of them aside."""
    return read_office(folded) or read_office([folded[0].removeprefix("و"), *folded[1:]])


def _told(one: Sequence[Token], other: Sequence[Token], a: tuple[int, int], b: tuple[int, int]) -> Difference:
    said = _joined(one) or "-", _joined(other) or "-"
    reason = say("«{one}» and «{other}» are two offices", one=said[0], other=said[1])
    return Difference("office", a, b, said, reason)


def _joined(words: Sequence[Token]) -> str:
    return " ".join(word.folded for word in words)


def _beside_a_word(contrast: Contrast, block: Block) -> bool:
    """Whether a common word stands behind the block: the office is somebody's."""
    return block.src_end < len(contrast.a.words) and block.dest_end < len(contrast.b.words)


def _other_office(one: Sequence[Token], other: Sequence[Token]) -> bool:
    if not one or not other:
        return False
    a, b = (_office(side) for side in (one, other))
    if a is None or b is None or not a.heads or not b.heads:
        return False
    return not one_office(a, b)


def _deputised(plain: View, place: int, added: Sequence[Token]) -> bool:
    """Whether only one side says «نائب» before the head of an office that both name."""
    office = _office(added)
    if office is None or len(office.heads) != 1 or office.heads[0] not in _DEPUTIES or office.modifiers:
        return False
    head = _office(plain.words[place : place + 1])
    return head is not None and len(head.heads) == 1 and head.heads[0] not in _DEPUTIES


def _portfolios(contrast: Contrast, block: Block, one: Sequence[Token], other: Sequence[Token]) -> bool:
    """«وزير الدفاع» for «وزير الداخلية»."""
    if not block.single or block.src_start == 0:
        return False
    office = _office(contrast.a.words[block.src_start - 1 : block.src_start])
    minister = office is not None and office.heads == ("minister",)
    return minister and is_portfolio(one[0].folded) and is_portfolio(other[0].folded)


def _next(view: View, place: int) -> tuple[int, int]:
    """The head that the other side puts a deputy before."""
    return span_of(view.words[place : place + 1])
