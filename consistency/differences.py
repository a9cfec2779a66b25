"""What two parallel sentences tell differently, typed, with the words on both sides.

The words of both are aligned (Levenshtein over folded words).  A block that is replaced is a difference only
if both sides hold values of one measure that cannot both be true, places of which neither contains the other,
or two ends of a pair of opposites; a negation that only one side has is one too.  Everything else is wording.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from importlib.resources import files
from typing import Literal, NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from consistency.catalogue import Hit
from consistency.dating import reference_of
from consistency.languages.arabic.events import inflections
from consistency.languages.arabic.normalise import Token, fold_word, strip_proclitics
from consistency.languages.arabic.speech import is_negation
from consistency.languages.arabic.values import agree, read_values
from consistency.model import Value
from consistency.parallel import Pair, Sentence
from consistency.yaml_places import read_plain

__all__ = ["Difference", "Field", "differences"]

Field = Literal["number", "time", "place", "polarity", "antonym"]
_LONGEST_BLOCK = 5
_OPPOSITE = 0.7
"""Similarity of two sentences from which on opposite words in them are no accident."""
_SAME_VERB = 65
_SAME_WORDS = 75
_NO_DENIAL = ("يزال", "تزال", "زال", "سيما", "سمح", "بد", "شك", "غير")
"""Behind «لا»: «لا يزال», «لا سيما», «لا بد» deny nothing."""
_TIMES = ("date", "time", "period")
_UNKNOWN_DAY = datetime(2001, 1, 1)


@dataclass(frozen=True)
class Difference:
    """One difference: raw spans in the article of each side, and why both cannot be true."""

    field: Field
    a: tuple[int, int]
    b: tuple[int, int]
    said: tuple[str, str]
    """What each side says, in a form in which equal values are equal."""
    reason: str


@dataclass(frozen=True)
class _Side:
    """A sentence with what was read in it."""

    sentence: Sentence
    values: tuple[Value, ...]
    places: tuple[Hit, ...]

    def words(self, begin: int, end: int) -> Sequence[Token]:
        return self.sentence.words[begin:end]


class _Block(NamedTuple):
    """A stretch of differing words, as indexes into both sentences' words."""

    src_start: int
    src_end: int
    dest_start: int
    dest_end: int


def differences(
    pair: Pair, hits: Callable[[str], Sequence[Hit]], nested: Callable[[str, str], bool]
) -> Iterator[Difference]:
    """The differences of a pair, in the order of the first sentence.

    :param hits: the catalogued names of an article, by its identifier.
    :param nested: whether one of two places contains the other.
    """
    if _told_on_two_days(pair):
        return
    a, b = _side(pair.a, hits), _side(pair.b, hits)
    left = [word.folded for word in pair.a.words]
    right = [word.folded for word in pair.b.words]
    for block in _replaced(left, right):
        one = a.words(block.src_start, block.src_end)
        other = b.words(block.dest_start, block.dest_end)
        if max(len(one), len(other)) > _LONGEST_BLOCK:
            continue
        yield from _negated(a, b, block.src_start, block.dest_start, one, other)
        if one and other:
            yield from _values(a, b, block)
            yield from _places(a, b, one, other, nested)
            if pair.score >= _OPPOSITE:
                yield from _opposites(one, other)


def _replaced(left: list[str], right: list[str]) -> Iterator[_Block]:
    """The stretches in which the words differ, each from one common word to the next."""
    end_left = end_right = 0
    for match in Levenshtein.editops(left, right).as_matching_blocks():
        if (match.a, match.b) != (end_left, end_right):
            yield _Block(end_left, match.a, end_right, match.b)
        end_left, end_right = match.a + match.size, match.b + match.size


def _told_on_two_days(pair: Pair) -> bool:
    """Whether each article tells of its own day: a daily count of Thursday and one of Friday."""
    one, other = (
        {word.folded for word in sentence.words if word.folded in _weekdays()}
        for sentence in (pair.a, pair.b)
    )
    return bool(one and other) and one.isdisjoint(other) and pair.days_apart != 0


def _side(sentence: Sentence, hits: Callable[[str], Sequence[Hit]]) -> _Side:
    article = sentence.article
    text = article.text[sentence.start : sentence.end]
    values = (
        value.shifted(sentence.start)
        for value in read_values(text, reference_of(article.published) or _UNKNOWN_DAY)
    )
    places = (
        h
        for h in hits(article.id)
        if h.rule.entity == "place" and h.status in ("canonical", "accepted", "style")
    )
    return _Side(
        sentence,
        tuple(values),
        tuple(h for h in places if sentence.start <= h.start and h.end <= sentence.end),
    )


def _span(words: Sequence[Token]) -> tuple[int, int]:
    return words[0].start, words[-1].end


def _touched(values: Sequence[Value], words: Sequence[Token]) -> list[Value]:
    start, end = _span(words)
    return [value for value in values if value.start < end and start < value.end]


def _values(a: _Side, b: _Side, block: _Block) -> Iterator[Difference]:
    one = a.words(block.src_start, block.src_end)
    other = b.words(block.dest_start, block.dest_end)
    days = [word for word in (*one, *other) if word.folded in _weekdays()]
    if len(one) == len(other) == 1 and len(days) == 2:
        said = one[0].folded, other[0].folded
        yield Difference(
            "time", _span(one), _span(other), said, f"«{one[0].text}» and «{other[0].text}» are two days"
        )
        return
    left, right = _touched(a.values, one), _touched(b.values, other)
    if len(left) != 1 or len(right) != 1:
        return
    x, y = left[0], right[0]
    if _same_digits(x.quote, y.quote) and _same_words(x.quote, y.quote):
        return
    if x.unit is None and x.number is not None and not _framed(a, b, block):
        return
    said = _key(x), _key(y)
    if x.kind in _TIMES and y.kind in _TIMES:
        if _absolute(x, y) and x.grain == y.grain and agree(x, y) == "disjoint":
            reason = f"{_told(x)} and {_told(y)} do not meet"
            yield Difference("time", (x.start, x.end), (y.start, y.end), said, reason)
    elif x.kind == y.kind and x.kind != "ordinal" and x.unit == y.unit and agree(x, y) == "disjoint":
        reason = f"{_told(x)} and {_told(y)} count the same and differ"
        yield Difference("number", (x.start, x.end), (y.start, y.end), said, reason)


def _same_digits(a: str, b: str) -> bool:
    """Whether only points, colons or, in long numbers, the order of print differ."""
    one, other = (sorted(re.findall(r"\d+", fold_word(quote))) for quote in (a, b))
    joined = ["".join(groups) for groups in (one, other)]
    return one == other or (bool(one) and (len(joined[0]) > 4 and sorted(joined[0]) == sorted(joined[1])))


def _same_words(a: str, b: str) -> bool:
    """Whether the words of two values are one but for small words and endings: no other month or day."""
    one, other = (" ".join(re.findall(r"[^\W\d_]+", fold_word(quote))) for quote in (a, b))
    days = {word for word in one.split() if word in _weekdays()}
    return fuzz.ratio(one, other) >= _SAME_WORDS or bool(days & set(other.split()))


def _framed(a: _Side, b: _Side, block: _Block) -> bool:
    """Whether a bare number stands between the same words on both sides, so that it counts the same."""
    left = [word.folded for word in a.sentence.words]
    right = [word.folded for word in b.sentence.words]
    before = left[block.src_start - 1 : block.src_start] == right[block.dest_start - 1 : block.dest_start]
    after = left[block.src_end : block.src_end + 1] == right[block.dest_end : block.dest_end + 1]
    return block.src_start > 0 and block.dest_start > 0 and before and after


def _key(value: Value) -> str:
    if value.begin:
        return value.begin
    return (
        f"{value.number:g} {value.unit or ''}".strip() if value.number is not None else fold_word(value.quote)
    )


@cache
def _weekdays() -> frozenset[str]:
    days = ("الأحد", "الاثنين", "الإثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت")
    return frozenset(fold_word(day) for day in days)


def _absolute(x: Value, y: Value) -> bool:
    """Whether two times can be compared without the days of publication, which pages often get wrong."""
    relative = ("today", "yesterday", "tomorrow", "days from")
    return not any(mark in value.how for value in (x, y) for mark in relative) or _weekday(x, y)


def _weekday(x: Value, y: Value) -> bool:
    return "nearest" in x.how and "nearest" in y.how


def _told(value: Value) -> str:
    if value.begin:
        return f"«{value.quote}» ({value.begin[:10]})"
    return f"«{value.quote}»"


def _places(
    a: _Side, b: _Side, one: Sequence[Token], other: Sequence[Token], nested: Callable[[str, str], bool]
) -> Iterator[Difference]:
    left = _named(a, one)
    right = _named(b, other)
    if len(left) == 1 and len(right) == 1 and len(one) <= 3 and len(other) <= 3:
        x, y = left[0], right[0]
        same_level = x.rule.level == y.rule.level
        if same_level and not nested(x.rule.id, y.rule.id):
            reason = f"«{x.quote}» and «{y.quote}» are two places, and neither contains the other"
            said = x.rule.canonical, y.rule.canonical
            yield Difference("place", (x.start, x.end), (y.start, y.end), said, reason)


def _named(side: _Side, words: Sequence[Token]) -> list[Hit]:
    start, end = _span(words)
    return [hit for hit in side.places if start <= hit.start and hit.end <= end]


def _negated(
    a: _Side, b: _Side, at_a: int, at_b: int, one: Sequence[Token], other: Sequence[Token]
) -> Iterator[Difference]:
    """A negation on one side alone, and the word it denies on both."""
    no_a = [word for word in one if is_negation(word)]
    no_b = [word for word in other if is_negation(word)]
    rest_a = [word.folded for word in one if word not in no_a]
    rest_b = [word.folded for word in other if word not in no_b]
    if len(no_a) + len(no_b) != 1 or not _one_word(rest_a, rest_b):
        return
    denied = no_a[0] if no_a else no_b[0]
    following = _following(a if no_a else b, denied)
    silent = b if no_a else a
    joined = {denied.folded.removeprefix("و") + following, denied.folded + following}
    if following.startswith(_NO_DENIAL) or any(word.folded in joined for word in silent.sentence.words):
        return  # «لا يزال» denies nothing, and «لايجوز» is «لا يجوز»
    span_a = _span(one) if one else _beside(a, at_a)
    span_b = _span(other) if other else _beside(b, at_b)
    said = ("denied", "said") if no_a else ("said", "denied")
    yield Difference("polarity", span_a, span_b, said, f"only one of them says «{denied.text}»")


def _one_word(rest_a: list[str], rest_b: list[str]) -> bool:
    """Whether without the negation both sides have the same words: none, or a verb in two forms."""
    if not rest_a and not rest_b:
        return True
    return len(rest_a) == len(rest_b) == 1 and fuzz.ratio(rest_a[0], rest_b[0]) >= _SAME_VERB


def _following(side: _Side, word: Token) -> str:
    words = side.sentence.words
    place = words.index(word)
    return words[place + 1].folded if place + 1 < len(words) else ""


def _beside(side: _Side, place: int) -> tuple[int, int]:
    words = side.sentence.words
    word = words[min(place, len(words) - 1)]
    return word.start, word.end


@cache
def _opposite_sides() -> dict[str, frozenset[tuple[int, int]]]:
    """Each folded word with its pairs: (number of the pair, side)."""
    data = read_plain((files("consistency.languages.arabic") / "antonyms.yaml").read_text(encoding="utf-8"))
    found: dict[str, set[tuple[int, int]]] = {}
    for number, pair in enumerate(data):
        for side, words in enumerate(pair):
            for word in words:
                for form in {*inflections(past=fold_word(word)), *inflections(noun=fold_word(word))}:
                    found.setdefault(form, set()).add((number, side))
    return {word: frozenset(sides) for word, sides in found.items()}


def _sides(word: Token) -> frozenset[tuple[int, int]]:
    known = _opposite_sides()
    return frozenset().union(*(known.get(rest, frozenset()) for _, rest in strip_proclitics(word.folded)))


def _opposites(one: Sequence[Token], other: Sequence[Token]) -> Iterator[Difference]:
    for x in one:
        for y in other:
            if any((number, 1 - side) in _sides(y) for number, side in _sides(x)):
                reason = f"«{x.text}» and «{y.text}» are opposites"
                said = x.folded, y.folded
                yield Difference("antonym", (x.start, x.end), (y.start, y.end), said, reason)
                return
