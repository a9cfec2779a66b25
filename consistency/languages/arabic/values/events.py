"""Catalogued events that dates are counted from: «منذ بدء الحرب في أوكرانيا»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import chain
from typing import NamedTuple

from consistency.languages.arabic.normalise import PROCLITICS, fold_word
from consistency.languages.arabic.values.lexicon import table
from consistency.languages.arabic.values.scan import Scan

__all__ = ["Mentioned", "read_event"]

_WINDOW = 9
_SHORTEST_OWNED = 3
"""Letters; a word that ends in «ة» has more before a pronoun is told from a part of it."""


@dataclass(frozen=True)
class _Event:
    name: str
    words: tuple[frozenset[str], ...]
    """Its words, each in all forms in which a text may have it: «الحرب», «للحرب», «وحربها»."""
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
            tuple(frozenset(chain.from_iterable(map(_written, group))) for group in entry["words"]),
            tuple(entry["begins"]),
        )
        for name, entry in table("events").items()
    )


def _written(word: str) -> Iterator[str]:
    """A word with what may be written together with it: particles, and behind «ة» a pronoun («حملتها»)."""
    folded = fold_word(word)
    owned = f"{folded[:-1]}تها" if folded.endswith("ة") and len(folded) > _SHORTEST_OWNED else folded
    for form in (folded, owned):
        yield form
        if len(form) > 1:
            yield from (particles + form for particles in PROCLITICS)


@cache
def _event_words() -> frozenset[str]:
    """All words of the names of events."""
    return frozenset(word for event in _events() for group in event.words for word in group)


def read_event(scan: Scan, index: int) -> Mentioned | None:
    """The catalogued event that is named within a few words from here."""
    found = None
    words = [scan.tokens[at].folded for at in _window(scan, index)]
    if not _event_words().isdisjoint(words):
        for event in _events():
            end = _named(words, index, event)
            if end is None or (found is not None and end >= found.end):
                continue
            began = [day for day in event.begins if day < scan.reference.date()]
            if began:
                found = Mentioned(end, event.name, began[-1], False)
    return found or _kind_alone(scan, index)


def _window(scan: Scan, index: int) -> range:
    for at in range(index, min(index + _WINDOW, scan.count)):
        token = scan.tokens[at]
        if token.kind == "l" or (token.kind == "p" and token.text in "،,.؛؟!()"):
            return range(index, at)
    return range(index, min(index + _WINDOW, scan.count))


def _named(words: Sequence[str], index: int, event: _Event) -> int | None:
    """The token behind the last word of the event's name, of which the words from a place on are given."""
    places = []
    for group in event.words:
        place = next((at for at, word in enumerate(words, index) if word in group), None)
        if place is None:
            return None
        places.append(place)
    return max(places) + 1


def _told(scan: Scan) -> set[str]:
    """The words of the text."""
    key = "words told"
    if key not in scan.timeless:
        scan.timeless[key] = {token.folded for token in scan.tokens[: scan.count] if token.kind == "w"}
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
    name = scan.tokens[kind].folded
    fitting = [event for event in _events() if len(event.words) == 2 and name in event.words[0]]
    if not fitting or not scan.tokens[kind].word.folded.startswith("ال"):
        return None
    told = _told(scan)
    named = [event for event in fitting if not event.words[1].isdisjoint(told)]
    began = [day for day in named[0].begins if day < scan.reference.date()] if len(named) == 1 else []
    return Mentioned(kind + 1, named[0].name, began[-1], True) if began else None
