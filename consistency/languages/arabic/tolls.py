"""Counts of people by what befell them: killed, injured, missing, arrested."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from operator import attrgetter

from consistency.languages.arabic.events import inflections
from consistency.languages.arabic.normalise import Token, fold_word
from consistency.model import Value
from consistency.yaml_places import read_plain

__all__ = ["Toll", "befell", "is_age", "is_event", "is_part", "read_tolls", "toll_of"]

_REACH = 3
"""Words between the word that tells what befell people and their number."""
_AGE_REACH = 6
"""Words down to a number of years among which one says that it is an age."""
_PARTICLES = ("و", "ف", "ب", "ل")
_start, _end = attrgetter("start"), attrgetter("end")


@dataclass(frozen=True)
class Toll:
    """A count of people; several measures where one number counts them together («مقتل وإصابة 17»)."""

    measures: tuple[str, ...]
    value: Value


@cache
def _forms(part: str) -> dict[str, str]:
    """Every folded form of a part of the lexicon with its measure."""
    data = read_plain((files(__package__) / "tolls.yaml").read_text(encoding="utf-8"))
    found: dict[str, str] = {}
    for measure, words in data["measures"].items():
        if part == "trigger":
            forms = [form for word in words["noun"] for form in (fold_word(word), f"ال{fold_word(word)}")]
            forms += [form for word in words["past"] for form in inflections(past=fold_word(word))]
        else:
            forms = [fold_word(word) for word in words[part]]
        for form in forms:
            found.setdefault(form, measure)
    return found


def read_tolls(words: Sequence[Token], values: Sequence[Value]) -> Iterator[Toll]:
    """The counts of people in a sentence, in order; parts of a count («15 منهم») are none.

    :param values: the values of the sentence, in the same raw code points as the words.
    """
    for value in values:
        toll = toll_of(value, words, values)
        if toll is not None:
            yield toll


def toll_of(value: Value, words: Sequence[Token], values: Sequence[Value]) -> Toll | None:
    """The count of people that a value of a sentence is; None where it is none, or a part of one.

    :param values: all values of the sentence, in the same raw code points as the words.
    """
    if value.kind not in ("number", "quantity") or not value.number or value.number != int(value.number):
        return None
    taken = _taken(words, value)
    measures = _measures(words, value, taken, values) if taken else ()
    if not measures or _partial(words, taken) or _joined(value, taken, words, values):
        return None
    return Toll(measures, value)


def is_part(words: Sequence[Token], value: Value) -> bool:
    """Whether a value counts only some of what a count beside it counts: «15 منهم», «بينهم 3»."""
    taken = _taken(words, value)
    return bool(taken) and _partial(words, taken)


def _taken(words: Sequence[Token], value: Value) -> range:
    """The indexes of the words that a value reaches into."""
    first = bisect_right(words, value.start, key=_end)
    return range(first, bisect_left(words, value.end, lo=first, key=_start))


def _partial(words: Sequence[Token], taken: range) -> bool:
    """Whether the number counts a part: «15 منهم», «ضابط و3 جنود», «بينهم 3»."""
    behind = words[taken[-1] + 1].folded if taken[-1] + 1 < len(words) else ""
    before = words[taken[0] - 1].folded if taken[0] else ""
    joined = words[taken[0]].folded.startswith("و") and not words[taken[0]].folded.startswith("واحد")
    if behind in ("منهم", "منهن", "منها") or before.removeprefix("و") in ("بينهم", "منهم", "بينها", "و"):
        return True
    return joined or (behind.startswith("و") and _person(behind[1:]))


def _joined(value: Value, taken: range, words: Sequence[Token], values: Sequence[Value]) -> bool:
    """Whether another count goes on with this one: «ضابط و3 جنود», «ضابط وثلاثة جنود»."""
    behind = words[taken[-1] + 1 : taken[-1] + 3]
    if not behind or not behind[0].folded.startswith("و") or befell(behind[0]):
        return False
    return any(other is not value and behind[0].start <= other.start <= behind[-1].start for other in values)


def _person(word: str) -> bool:
    return word in _listed("people")


@cache
def _listed(name: str) -> frozenset[str]:
    data = read_plain((files(__package__) / "tolls.yaml").read_text(encoding="utf-8"))
    return frozenset(fold_word(word) for word in data[name])


def is_event(value: Value) -> bool:
    """Whether a value counts events: «ثلاث حوادث»."""
    return value.kind == "quantity" and value.unit is not None and fold_word(value.unit) in _listed("events")


def is_age(words: Sequence[Token], value: Value) -> bool:
    """Whether a number of years is somebody's age: «عن عمر يناهز 36 عاما»."""
    if value.kind != "duration" or value.unit != "year":
        return False
    until = bisect_left(words, value.end, key=_start)
    before = [word.folded for word in words[max(0, until - _AGE_REACH) : until]]
    return bool(_listed("age") & set(before))


def _measures(words: Sequence[Token], value: Value, taken: range, values: Sequence[Value]) -> tuple[str, ...]:
    """What a number counts, by its unit or by the words before it, down to the end of the value before."""
    unit = value.unit and fold_word(value.unit)
    if unit in _forms("unit"):
        return (_forms("unit")[unit],)
    if unit is not None and unit not in _listed("people"):
        return ()
    before = words[max(0, taken[0] - _REACH) : taken[0]]
    if any(map(befell, before)):
        ended = max((other.end for other in values if other.end <= value.start), default=0)
        before = [word for word in before if word.start >= ended]
    told = [measure for word in before if (measure := befell(word))]
    if len(told) > 1 and befell(before[-1]) and befell(before[-2]):
        return tuple(dict.fromkeys(told[-2:]))
    behind = words[taken[-1] + 1 : taken[-1] + 1 + _REACH]
    after = [_forms("after")[word.folded] for word in behind if word.folded in _forms("after")]
    if after and not any(befell(word) for word in before[-1:]):
        return (after[0],)
    return (told[-1],) if told else ()


def befell(word: Token) -> str | None:
    """What a word says befell people: killed, injured, missing, arrested; None for other words."""
    return _triggers().get(word.folded)


@cache
def _triggers() -> dict[str, str]:
    """Every word that tells what befell people, with its particles, and the measure."""
    forms = _forms("trigger")
    found = dict(forms)
    for form, measure in forms.items():
        for particle in _PARTICLES:
            found.setdefault(particle + form, measure)
    return found
