"""Counts of people by what befell them: killed, injured, missing, arrested."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from consistency.languages.arabic.events import inflections
from consistency.languages.arabic.normalise import Token, fold_word, strip_proclitics
from consistency.model import Value
from consistency.yaml_places import read_plain

__all__ = ["Toll", "befell", "is_age", "is_event", "is_part", "read_tolls"]

_REACH = 3
"""Words between the word that tells what befell people and their number."""


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
        if value.kind not in ("number", "quantity") or not value.number or value.number != int(value.number):
            continue
        taken = [k for k, word in enumerate(words) if word.start < value.end and value.start < word.end]
        if taken and not _partial(words, taken) and not _joined(value, taken, words, values):
            ended = max((other.end for other in values if other.end <= value.start), default=0)
            measures = _measures(words, value, taken, ended)
            if measures:
                yield Toll(measures, value)


def is_part(words: Sequence[Token], value: Value) -> bool:
    """Whether a value counts only some of what a count beside it counts: «15 منهم», «بينهم 3»."""
    taken = [k for k, word in enumerate(words) if word.start < value.end and value.start < word.end]
    return bool(taken) and _partial(words, taken)


def _partial(words: Sequence[Token], taken: Sequence[int]) -> bool:
    """Whether the number counts a part: «15 منهم», «ضابط و3 جنود», «بينهم 3»."""
    behind = words[taken[-1] + 1].folded if taken[-1] + 1 < len(words) else ""
    before = words[taken[0] - 1].folded if taken[0] else ""
    joined = words[taken[0]].folded.startswith("و") and not words[taken[0]].folded.startswith("واحد")
    if behind in ("منهم", "منهن", "منها") or before.removeprefix("و") in ("بينهم", "منهم", "بينها", "و"):
        return True
    return joined or (behind.startswith("و") and _person(behind[1:]))


def _joined(value: Value, taken: Sequence[int], words: Sequence[Token], values: Sequence[Value]) -> bool:
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
    before = [word.folded for word in words if word.start < value.end][-6:]
    return bool(_listed("age") & set(before))


def _measures(words: Sequence[Token], value: Value, taken: Sequence[int], ended: int) -> tuple[str, ...]:
    """What a number counts, by its unit or by the words before it, down to the end of the value before."""
    unit = value.unit and fold_word(value.unit)
    if unit in _forms("unit"):
        return (_forms("unit")[unit],)
    if unit is not None and unit not in _listed("people"):
        return ()
    before = [word for word in words[max(0, taken[0] - _REACH) : taken[0]] if word.start >= ended]
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
    forms = _forms("trigger")
    return next(
        (
            forms[rest]
            for particles, rest in strip_proclitics(word.folded)
            if rest in forms and particles in ("", "و", "ف", "ب", "ل")
        ),
        None,
    )
