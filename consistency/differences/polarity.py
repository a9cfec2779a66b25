"""A negation that only one of two sentences has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from consistency.differences.shape import Contrast, Difference, View, span_of
from consistency.languages.arabic.normalise import Token
from consistency.languages.arabic.speech import is_in, is_negation
from consistency.wording import say

__all__ = ["polarity"]

_SAME_VERB = 65
_REACH = 4
_LONGEST_NAME = 3
_POINTERS = frozenset(
    (
        "بلاده",
        "بلادها",
        "انه",
        "انها",
        "انهم",
        "بانه",
        "بانها",
        "حكومته",
        "حكومتها",
        "وزارته",
        "فريقه",
        "حزبه",
        "جيشه",
        "موكله",
    )
)
"""Words for somebody named before."""
_NO_DENIAL = ("يزال", "تزال", "زال", "سيما", "سمح", "بد", "شك", "غير", "صحة", "اساس")
"""Behind «لا»: «لا يزال», «لا سيما», «لا بد» deny nothing; «لا صحة لخبر» calls the news untrue."""

_EXCEPT = frozenset(("الا", "سوى"))
"""«لن تزيدنا إلا» affirms."""


def polarity(contrast: Contrast) -> Iterator[Difference]:
    """A negation on one side alone, and the word it denies on both."""
    for block in contrast.blocks:
        one, other = contrast.sides(block)
        no_a = [word for word in one if is_negation(word)]
        no_b = [word for word in other if is_negation(word)]
        if len(no_a) + len(no_b) != 1:
            continue
        if block.cut == "tail" and not any(is_negation(word) for word in (*one[-2:-1], *other[-2:-1])):
            continue  # What the negation denies was cut off.
        rest_a = [word.folded for word in one if word not in no_a]
        rest_b = [word.folded for word in other if word not in no_b]
        if block.cut == "tail":
            rest_a, rest_b = rest_a[-1:], rest_b[-1:]
        before_verb = not block.cut and (no_a or no_b)[-1] is (one if no_a else other)[-1]
        if not (_one_word(rest_a, rest_b) or (before_verb and _pointed_at(rest_a, rest_b))):
            continue
        denied, denying, silent = (
            (no_a[0], contrast.a, contrast.b) if no_a else (no_b[0], contrast.b, contrast.a)
        )
        place = block.dest_start if no_a else block.src_start
        others = other if no_a else one
        if any(is_in("negating_nouns", word.folded) or word.folded == "غير" for word in others):
            continue  # «ليس قابلا» and «غير قابل» deny alike.
        if _is_denied(silent, place) and not _is_denied(denying, len(denying.words)):
            continue  # «لا تراجع» and «نفى أي نية للتراجع» deny alike.
        if _denies_nothing(denied, denying, silent) or (block.cut and _denied_before(silent, place)):
            continue
        span_a = span_of(one) if one else _beside(contrast.a, block.src_start)
        span_b = span_of(other) if other else _beside(contrast.b, block.dest_start)
        said = ("denied", "said") if no_a else ("said", "denied")
        reason = say("only one of them says «{word}»", word=denied.text)
        yield Difference("polarity", span_a, span_b, said, reason)


def _one_word(rest_a: Sequence[str], rest_b: Sequence[str]) -> bool:
    """Whether without the negation both sides have the same words: none, or a verb in two forms."""
    if not rest_a and not rest_b:
        return True
    return len(rest_a) == len(rest_b) == 1 and fuzz.ratio(rest_a[0], rest_b[0]) >= _SAME_VERB


def _pointed_at(rest_a: Sequence[str], rest_b: Sequence[str]) -> bool:
    """Whether one side names by «بلاده» or «أنه» whom the other calls by a name, before a common verb."""
    return (
        any(len(rest) == 1 and rest[0] in _POINTERS for rest in (rest_a, rest_b))
        and max(len(rest_a), len(rest_b)) <= _LONGEST_NAME
    )


def _denied_before(view: View, place: int) -> bool:
    """Whether a negation stands right before the words that were cut off."""
    return any(is_negation(word) for word in view.words[max(0, place - _REACH) : place])


def _is_denied(view: View, place: int) -> bool:
    """Whether somebody denies what stands from a place on: «نفى»."""
    return any(is_in("denied", word.folded) for word in view.words[:place])


def _denies_nothing(denied: Token, denying: View, silent: View) -> bool:
    """Whether it is «لا يزال», or the other side denies as well, in other writing.

    «لايجوز» is «لا يجوز», a word may end in «لم» for want of a space, and «لن» denies the next verb too.
    """
    place = denying.words.index(denied)
    particle = denied.folded.removeprefix("و")
    following = denying.words[place + 1].folded if place + 1 < len(denying.words) else ""
    if following.startswith(_NO_DENIAL) or _EXCEPT & {word.folded for word in denying.words[place:]}:
        return True
    joined = {particle + following, denied.folded + following}
    glued = any(
        word.folded in joined or (len(word.folded) > len(particle) + 3 and word.folded.endswith(particle))
        for word in silent.words
    )
    again = denied.folded.startswith("و") and particle in {word.folded for word in silent.words}
    return glued or again


def _beside(view: View, place: int) -> tuple[int, int]:
    word = view.words[min(place, len(view.words) - 1)]
    return word.start, word.end
