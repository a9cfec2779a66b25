"""What the catalogue knows of countries: their adjectives, and the places that lie in them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from weakref import WeakKeyDictionary

from consistency.catalogue import Catalogue
from consistency.checks.name_rule import NameRule
from consistency.languages.arabic.normalise import Token, Words, fold_word, strip_proclitics
from consistency.languages.arabic.signs import ADJECTIVE, signs_of
from consistency.memo import Memo

__all__ = ["World", "world_of"]

_WORDS = 2**13
"""Of the words that end as adjectives do, the countries of so many are kept."""


@dataclass(frozen=True)
class World:
    """Countries by what news calls them by."""

    adjectives: dict[str, str]
    """The folded adjective without article, feminine and plural too, and its country."""
    countries: frozenset[str]
    kinds: dict[str, str]
    """Person, place, organisation or event, by entity."""
    containers: dict[str, frozenset[str]]
    """All the places that a place lies in."""
    within: dict[str, str]
    """A place inside a country, and that country: «موسكو» is told of Russia."""
    _of_word: Callable[[str], str | None] = field(init=False, repr=False, compare=False)
    """The country that a folded word stands for; kept, for the words of news come again."""

    _odd: frozenset[str] = field(init=False, repr=False, compare=False)
    """The adjectives that do not end as such."""

    def __post_init__(self) -> None:
        signs = zip(self.adjectives, signs_of(self.adjectives), strict=True)
        object.__setattr__(self, "_odd", frozenset(word for word, sign in signs if not sign & ADJECTIVE))
        object.__setattr__(self, "_of_word", Memo(self._read, _WORDS).__getitem__)

    def country(self, entity: str) -> str | None:
        """The country that a place is or lies in; None for what is no place of one country."""
        return entity if entity in self.countries else self.within.get(entity)

    def apart(self, a: str, b: str) -> bool:
        """Whether neither of two places is or contains the other."""
        return a != b and a not in self.containers.get(b, ()) and b not in self.containers.get(a, ())

    def of_words(self, words: Iterable[Token]) -> tuple[str, ...]:
        """The countries whose adjectives stand among the words, in order."""
        of_word = self._of_word
        found = [country for word in words if (country := of_word(word.folded)) is not None]
        return tuple(dict.fromkeys(found))

    def told_by(self, words: Words, signs: Sequence[int]) -> list[tuple[int, str]]:
        """Where the words begin that stand for a country, and that country.

        :param signs: those of the words.
        """
        starts, folded, of_word = words.starts, words.folded, self._of_word
        places = [place for place, sign in enumerate(signs) if sign & ADJECTIVE]
        if not self._odd.isdisjoint(folded):
            places = sorted({*places, *(place for place, word in enumerate(folded) if word in self._odd)})
        return [
            (starts[place], country) for place in places if (country := of_word(folded[place])) is not None
        ]

    def _read(self, folded: str) -> str | None:
        if folded in self.adjectives:
            return self.adjectives[folded]
        if not signs_of([folded])[0] & ADJECTIVE:
            return None
        return next(
            (self.adjectives[rest] for _, rest in strip_proclitics(folded) if rest in self.adjectives), None
        )


_WORLDS: WeakKeyDictionary[Catalogue, World] = WeakKeyDictionary()
"""By catalogue: it is asked for in every story."""


def world_of(catalogue: Catalogue) -> World:
    """The countries among the entities."""
    if catalogue not in _WORLDS:
        _WORLDS[catalogue] = _world(tuple(catalogue.rules.values()))
    return _WORLDS[catalogue]


def _world(rules: tuple[NameRule, ...]) -> World:
    adjectives: dict[str, str] = {}
    countries = frozenset(rule.id for rule in rules if rule.level == "country")
    for rule in rules:
        if rule.id not in countries:
            continue
        for adjective in rule.adjective:
            base = fold_word(adjective)
            for form in (base, f"{base}ة", f"{base}ين", f"{base}ون", f"{base}ان", f"{base}تين"):
                adjectives.setdefault(form, rule.id)
    kinds: dict[str, str] = {rule.id: rule.entity for rule in rules}
    containers = dict(_lying(rules))
    within = {
        place: found[0]
        for place, outer in containers.items()
        if place not in countries and len(found := sorted(outer & countries)) == 1
    }
    return World(adjectives, countries, kinds, containers, within)


def _lying(rules: tuple[NameRule, ...]) -> Iterator[tuple[str, frozenset[str]]]:
    """Each place with all the places that contain it."""
    by_id = {rule.id: rule for rule in rules if rule.entity == "place"}
    for rule in by_id.values():
        left, seen = list(rule.within), set[str]()
        while left:
            outer = left.pop(0)
            if outer not in seen and outer in by_id:
                seen.add(outer)
                left.extend(by_id[outer].within)
        yield rule.id, frozenset(seen)
