"""A claim in the form in which it is compared: names by country, days as numbers, titles by their words."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from consistency.extract.world import World
from consistency.languages.arabic.events import family, is_lasting
from consistency.languages.arabic.lexicon import stem
from consistency.languages.arabic.normalise import tokens
from consistency.languages.arabic.offices import office_noun
from consistency.model import Claim, PublicationDate, TimeSlot

__all__ = ["Days", "Fact", "days_of", "fact_of"]

_LONGEST = 62
"""Days: what a longer time tells is no event of a day, but how long something has lasted."""
_MOVES = ("visit", "leave", "return", "flee", "withdraw", "deploy", None)
_OFFICES = ("hold-office", "appoint")
_NONE: frozenset[str] = frozenset()
Days = tuple[int, int]
"""First day and the day behind the last, as ordinals."""


class Fact(NamedTuple):
    """What two claims must share to be about one fact."""

    claim: Claim
    event: str | None
    """The family of the event: to arrive is to visit."""
    lasting: bool
    """Whether it is told of a state, so that it holds on other days too."""
    subject: str | None
    kind: str | None
    """Whether a person, a place or an organisation acts."""
    names: frozenset[str]
    place: str | None
    """The country, of a move: where it began and where it ends are told alike."""
    precise: bool
    """Whether the names say more than a country."""
    time: Days | None
    published: Days | None
    intended: bool
    office: frozenset[str]
    """The stems of the title, where the claim tells who holds an office."""


def days_of(published: PublicationDate | None) -> Days | None:
    """The days that an article may be of."""
    if published is None:
        return None
    return (
        date.fromisoformat(published.earliest[:10]).toordinal(),
        date.fromisoformat(published.latest[:10]).toordinal() + 1,
    )


def fact_of(claim: Claim, world: World, published: Days | None) -> Fact:
    """The claim as it is compared.

    :param published: the days that its article may be of.
    """
    names, place, told, slot = claim.names, claim.place, claim.event, claim.time
    event, lasting, country = family(told), is_lasting(told), world.within
    kind = world.kinds.get(claim.subject or "")
    office = told in _OFFICES and bool(claim.object)
    dated = slot is not None and not office and not (lasting and slot.how == "inherited")
    return Fact(
        claim,
        event,
        lasting,
        subject=None if kind is None else country.get(claim.subject or "", claim.subject),
        kind=kind,
        names=frozenset([country.get(name, name) for name in names]) if names else _NONE,
        place=country.get(place, place) if place and event in _MOVES else place,
        precise=bool(names) and not world.countries.issuperset(names),
        time=_days(slot, lasting=lasting) if dated else None,
        published=published,
        intended=claim.modality == "intended",
        office=_title(claim, world) if office else _NONE,
    )


def _days(slot: TimeSlot | None, *, lasting: bool) -> Days | None:
    if slot is None or slot.begin is None or slot.until is None or slot.how == "published":
        return None
    begin = date.fromisoformat(slot.begin[:10]).toordinal()
    until = date.fromisoformat(slot.until[:10]).toordinal() + (slot.until[11:] > "00:00:00")
    long = until - begin > _LONGEST and not lasting and slot.grain != "year"
    return None if long else (begin, max(until, begin + 1))


def _title(claim: Claim, world: World) -> frozenset[str]:
    """The words of a title; its country under whatever name."""
    words = tokens(claim.object or "")
    countries = set(world.of_words(words))
    found: set[str] = set(countries)
    for place, word in enumerate(words):
        noun = office_noun(word.folded) if place == 0 else None
        if noun is not None:
            found.add(noun)
        elif not world.of_words([word]) and len(word.folded) > 2:
            found.add(stem(word.folded))
    return frozenset(found)
