"""The units of a sentence that are compared: values, catalogued names, and the words between them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from consistency.catalogue import Hit
from consistency.differences import View, view
from consistency.languages.arabic.denials import Denial, denials
from consistency.languages.arabic.lexicon import is_common_word, stem
from consistency.languages.arabic.normalise import Token, loose, tokens
from consistency.languages.arabic.opposites import Side, sides
from consistency.languages.arabic.siblings import Thing, things
from consistency.model import Value
from consistency.pairs.atlas import Atlas

__all__ = ["Sentence", "Unit", "UnitKind", "read_sentence"]

UnitKind = Literal["word", "number", "place", "name", "value"]
_DERIVING = ("است", "يست", "تست", "مست", "سي", "ست", "ي", "ت", "م", "ا")
_WEAK = frozenset("اويىء")
_SHORTEST_ROOT = 3
_NAMED = ("canonical", "accepted", "style", "short")


@dataclass(frozen=True)
class Unit:
    """A value, a catalogued name of one word or several, or a single word; the span is in code points."""

    kind: UnitKind
    start: int
    end: int
    text: str
    folded: str
    key: str
    """The stem of a word, the identifier of a name, the folded words of a value: equal keys say the same."""
    value: Value | None = None
    places: frozenset[str] = frozenset()
    """place: its rules, those of the places that contain it, and the state that its adjective names."""
    states: frozenset[str] = frozenset()
    """place: the countries among them."""
    sides: frozenset[Side] = frozenset()
    """word: the sides of the families of opposites that it may stand on."""
    things: frozenset[Thing] = frozenset()
    """word: the things of a kind that it may name."""
    root: str = ""
    """word: its consonants without the letters that derivation adds: equal for «ارتفاع» and «يرتفع»."""
    rare: bool = False
    """word: news hardly knows it, so it is likely a name."""
    denial: Denial | None = None
    """word: how it denies."""


@dataclass(frozen=True)
class Sentence:
    """A sentence as it is compared."""

    text: str
    units: tuple[Unit, ...]


def read_sentence(text: str, find: Callable[[str], Sequence[Hit]], atlas: Atlas) -> Sentence:
    """Read a sentence into its units.

    :param find: the catalogued names of a text.
    """
    hits = [hit for hit in find(text) if hit.status in _NAMED and not _is_word(hit)]
    read = view(text, 0, len(text), hits=hits)
    return Sentence(text, tuple(_units(read, hits, atlas)))


def _says_none(value: Value) -> bool:
    """Whether a count is told by a denial, which is compared as one: «دون سقوط ضحايا»."""
    words = [word.folded for word in tokens(value.quote)]
    return bool(words) and denials(words)[0] == "particle" and not any(map(str.isdigit, value.quote))


def _is_word(hit: Hit) -> bool:
    """Whether a short form is an ordinary word as well: «بأن» is no name."""
    return hit.status == "short" and is_common_word(hit.written)


def _units(read: View, hits: Sequence[Hit], atlas: Atlas) -> Iterator[Unit]:
    """Values take words before names, and names before single words."""
    denying = denials([word.folded for word in read.words])
    taken: dict[int, Value | Hit] = {}
    values = [value for value in read.values if not _says_none(value)]
    for number, word in enumerate(read.words):
        value = next((v for v in values if v.start < word.end and word.start < v.end), None)
        owner = value or next((h for h in hits if h.start < word.end and word.start < h.end), None)
        if owner is not None:
            taken[number] = owner
    number = 0
    while number < len(read.words):
        owner = taken.get(number)
        last = number + 1
        while owner is not None and taken.get(last) is owner:
            last += 1
        words = [word for word in read.words[number:last] if word.folded]
        if words:
            yield _unit(words, owner, atlas, denying[number])
        number = last


def _unit(words: Sequence[Token], owner: Value | Hit | None, atlas: Atlas, denial: Denial | None) -> Unit:
    start, end = words[0].start, words[-1].end
    folded = " ".join(word.folded for word in words)
    text = " ".join(word.text for word in words)
    if isinstance(owner, Value):
        return Unit("value", start, end, text, folded, folded, value=owner)
    if isinstance(owner, Hit):
        rule = owner.rule
        places = atlas.around(rule.id) if rule.entity == "place" else frozenset()
        kind: UnitKind = "place" if rule.entity == "place" else "name"
        return Unit(kind, start, end, text, folded, rule.id, places=places, states=atlas.states(places))
    if not folded[0].isalpha():
        return Unit("number", start, end, text, folded, folded)
    state = atlas.state_of(folded)
    if state is not None:
        around = atlas.around(state)
        return Unit("place", start, end, text, folded, state, places=around, states=atlas.states(around))
    return Unit(
        "word",
        start,
        end,
        text,
        folded,
        loose(stem(folded)),
        sides=sides(folded),
        things=things(folded),
        root=_root(folded),
        rare=not is_common_word(folded),
        denial=denial,
    )


@lru_cache(maxsize=2**15)
def _root(folded: str) -> str:
    """The consonants of a word; the word itself where fewer than two would be left."""
    bare = loose(stem(folded))
    for prefix in _DERIVING:
        if bare.startswith(prefix) and len(bare) - len(prefix) >= _SHORTEST_ROOT:
            bare = bare[len(prefix) :]
            break
    consonants = "".join(letter for letter in bare if letter not in _WEAK)
    return consonants if len(consonants) >= _SHORTEST_ROOT else folded
