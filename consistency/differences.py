"""What two parallel sentences tell differently, typed, with the words on both sides.

The words of both are aligned (Levenshtein over folded words).  A block that is replaced is a difference only
if both sides hold values of one measure that cannot both be true, places of which neither contains the other,
or two ends of a pair of opposites; a negation that only one side has is one too.  Everything else is wording.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from importlib.resources import files
from typing import Literal

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
_TIMES = ("date", "time", "period")
_UNKNOWN_DAY = datetime(2001, 1, 1)


@dataclass(frozen=True)
class Difference:
    """One difference: raw spans in the article of each side, and why both cannot be true."""

    field: Field
    a: tuple[int, int]
    b: tuple[int, int]
    reason: str


@dataclass(frozen=True)
class _Side:
    """A sentence with what was read in it."""

    sentence: Sentence
    values: tuple[Value, ...]
    places: tuple[Hit, ...]

    def words(self, begin: int, end: int) -> Sequence[Token]:
        return self.sentence.words[begin:end]


def differences(
    pair: Pair, hits: Callable[[str], Sequence[Hit]], nested: Callable[[str, str], bool]
) -> Iterator[Difference]:
    """The differences of a pair, in the order of the first sentence.

    :param hits: the catalogued names of an article, by its identifier.
    :param nested: whether one of two places contains the other.
    """
    a, b = _side(pair.a, hits), _side(pair.b, hits)
    left = [word.folded for word in pair.a.words]
    right = [word.folded for word in pair.b.words]
    for block in Levenshtein.opcodes(left, right):
        one = a.words(block.src_start, block.src_end)
        other = b.words(block.dest_start, block.dest_end)
        if block.tag == "equal" or max(len(one), len(other)) > _LONGEST_BLOCK:
            continue
        yield from _negated(a, b, block.src_start, block.dest_start, one, other)
        if one and other:
            yield from _values(a, b, one, other)
            yield from _places(a, b, one, other, nested)
            yield from _opposites(one, other)


def _side(sentence: Sentence, hits: Callable[[str], Sequence[Hit]]) -> _Side:
    article = sentence.article
    text = article.text[sentence.start : sentence.end]
    values = (
        _moved(value, sentence.start)
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


def _moved(value: Value, by: int) -> Value:
    from dataclasses import replace

    return replace(value, start=value.start + by, end=value.end + by)


def _span(words: Sequence[Token]) -> tuple[int, int]:
    return words[0].start, words[-1].end


def _touched(values: Sequence[Value], words: Sequence[Token]) -> list[Value]:
    start, end = _span(words)
    return [value for value in values if value.start < end and start < value.end]


def _values(a: _Side, b: _Side, one: Sequence[Token], other: Sequence[Token]) -> Iterator[Difference]:
    left, right = _touched(a.values, one), _touched(b.values, other)
    if len(left) != 1 or len(right) != 1:
        return
    x, y = left[0], right[0]
    if x.kind in _TIMES and y.kind in _TIMES:
        if _absolute(x, y) and x.grain == y.grain and agree(x, y) == "disjoint":
            yield Difference(
                "time", (x.start, x.end), (y.start, y.end), f"{_told(x)} and {_told(y)} do not meet"
            )
    elif x.kind == y.kind and x.kind != "ordinal" and x.unit == y.unit and agree(x, y) == "disjoint":
        reason = f"{_told(x)} and {_told(y)} count the same and differ"
        yield Difference("number", (x.start, x.end), (y.start, y.end), reason)


def _absolute(x: Value, y: Value) -> bool:
    """Whether two times can be compared without the days of publication, which pages often get wrong."""
    relative = (
        "today",
        "yesterday",
        "tomorrow",
        "days from",
        "counted from the reference",
        "nearest one before",
    )
    return not any(mark in value.how for value in (x, y) for mark in relative[:4]) or _weekday(x, y)


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
            yield Difference("place", (x.start, x.end), (y.start, y.end), reason)


def _named(side: _Side, words: Sequence[Token]) -> list[Hit]:
    start, end = _span(words)
    return [hit for hit in side.places if start <= hit.start and hit.end <= end]


def _negated(
    a: _Side, b: _Side, at_a: int, at_b: int, one: Sequence[Token], other: Sequence[Token]
) -> Iterator[Difference]:
    """A negation on one side alone, before words that both sides have."""
    no_a = [word for word in one if is_negation(word)]
    no_b = [word for word in other if is_negation(word)]
    if bool(no_a) == bool(no_b) or max(len(one), len(other)) > 3:
        return
    denied = no_a[0] if no_a else no_b[0]
    span_a = _span(one) if one else _beside(a, at_a)
    span_b = _span(other) if other else _beside(b, at_b)
    yield Difference("polarity", span_a, span_b, f"only one of them says «{denied.text}»")


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
                yield Difference("antonym", (x.start, x.end), (y.start, y.end), reason)
                return
