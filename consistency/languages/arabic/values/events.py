"""Catalogued events that dates are counted from: «منذ بدء الحرب في أوكرانيا»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import NamedTuple

from consistency.languages.arabic.normalise import fold_word, strip_proclitics
from consistency.languages.arabic.values.lexicon import table
from consistency.languages.arabic.values.scan import Scan

__all__ = ["Mentioned", "read_event"]

_WINDOW = 9


@dataclass(frozen=True)
class _Event:
    name: str
    words: tuple[frozenset[str], ...]
    begins: tuple[date, ...]


class Mentioned(NamedTuple):
    """An event named up to token ``end``, and the days it began before the reference, the last one last."""

    end: int
    name: str
    begin: date
    elsewhere: bool
    """True where the words right here name only its kind and the text tells elsewhere which one it is."""


@cache
def _events() -> tuple[_Event, ...]:
    return tuple(
        _Event(
            name.replace("-", " "),
            tuple(frozenset(fold_word(word) for word in group) for group in entry["words"]),
            tuple(entry["begins"]),
        )
        for name, entry in table("events").items()
    )


@cache
def _event_words() -> frozenset[str]:
    """All words of the names of events."""
    return frozenset(word for event in _events() for group in event.words for word in group)


def read_event(scan: Scan, index: int) -> Mentioned | None:
    """The catalogued event that is named within a few words from here."""
    found = None
    words = [_readings(scan.tokens[at].folded) for at in _window(scan, index)]
    if not all(map(_event_words().isdisjoint, words)):
        for event in _events():
            end = _named(words, index, event)
            if end is None or (found is not None and end >= found.end):
                continue
            began = [day for day in event.begins if day < scan.reference.date()]
            if began:
                found = Mentioned(end, event.name, began[-1], False)
    return found or _kind_alone(scan, index)


@lru_cache(maxsize=10_000)
def _readings(folded: str) -> frozenset[str]:
    """The word without its particles, and without a pronoun behind it: «حملتها» is «حملة» too."""
    found = frozenset(rest for _, rest in strip_proclitics(folded))
    return found | {rest[:-3] + "ة" for rest in found if rest.endswith("تها") and len(rest) > 5}


def _window(scan: Scan, index: int) -> range:
    for at in range(index, min(index + _WINDOW, scan.count)):
        token = scan.tokens[at]
        if token.kind == "l" or (token.kind == "p" and token.text in "،,.؛؟!()"):
            return range(index, at)
    return range(index, min(index + _WINDOW, scan.count))


def _named(words: Sequence[frozenset[str]], index: int, event: _Event) -> int | None:
    """The token behind the last word of the event's name, of which the words from a place on are given."""
    places = []
    for group in event.words:
        place = next((at for at, word in enumerate(words, index) if not group.isdisjoint(word)), None)
        if place is None:
            return None
        places.append(place)
    return max(places) + 1


def _told(scan: Scan) -> set[str]:
    """Every word of the text without its particles."""
    key = "words told"
    if key not in scan.timeless:
        words = {token.folded for token in scan.tokens[: scan.count] if token.kind == "w"}
        scan.timeless[key] = {reading for word in words for reading in _readings(word)}
    found: set[str] = scan.timeless[key]
    return found


def _kind_alone(scan: Scan, index: int) -> Mentioned | None:
    """«منذ بدء الأزمة» in a text that names one such event elsewhere."""
    kind = next(
        (
            at
            for at in range(index, index + 3)
            if scan.tokens[at].word.article or scan.tokens[at].word.roles.get("noun")
        ),
        None,
    )
    if kind is None or scan.tokens[kind].kind != "w":
        return None
    stems = _readings(scan.tokens[kind].folded)
    fitting = [event for event in _events() if len(event.words) == 2 and not event.words[0].isdisjoint(stems)]
    if not fitting or not scan.tokens[kind].word.folded.startswith("ال"):
        return None
    told = _told(scan)
    named = [event for event in fitting if not event.words[1].isdisjoint(told)]
    began = [day for day in named[0].begins if day < scan.reference.date()] if len(named) == 1 else []
    return Mentioned(kind + 1, named[0].name, began[-1], True) if began else None
