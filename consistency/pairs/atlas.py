"""Which state a word of a sentence speaks of: «الروسي», «روسيا», «موسكو»."""

from __future__ import annotations

from consistency.catalogue import Catalogue
from consistency.languages.arabic.normalise import fold_word, loose, strip_proclitics

__all__ = ["Atlas"]

_ENDINGS = ("", "ه", "ين", "ون", "ان", "ا", "تين", "تان")
_LONGEST_PARTICLES = 4


class Atlas:
    """The places of a catalogue by their adjectives, and what contains them."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._around: dict[str, frozenset[str]] = {}
        self._adjectives: dict[str, str] = {}
        for rule in catalogue.rules.values():
            for adjective in rule.adjective:
                for ending in _ENDINGS:
                    self._adjectives.setdefault(loose(fold_word(adjective)) + ending, rule.id)

    def state_of(self, folded: str) -> str | None:
        """The rule of the state or region whose adjective a folded word is, in any gender and number."""
        for particles, rest in strip_proclitics(folded):
            found = self._adjectives.get(loose(rest))
            if found is not None and len(particles) <= _LONGEST_PARTICLES:
                return found
        return None

    def around(self, place: str) -> frozenset[str]:
        """The rules of a place and of all the places that contain it."""
        if place not in self._around:
            self._around[place] = frozenset(self._catalogue.containers(place))
        return self._around[place]

    def states(self, places: frozenset[str]) -> frozenset[str]:
        """The countries among some places."""
        rules = self._catalogue.rules
        return frozenset(place for place in places if place in rules and rules[place].level == "country")
