"""What an article says about where a place lies.

Only constructions that can mean nothing but location are read: «قاعدة X ... في Y», «مدينة X» with
a country's adjective, «العاصمة» with an adjective and a city.  A bare «موسكو في سوريا» may be Moscow's
stance on Syria and stays silent.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from consistency.catalogue import Catalogue
from consistency.checks.context import Context, adjectives_of, named_spans
from consistency.checks.name_rule import NameRule
from consistency.languages.arabic.normalise import (
    PROCLITICS,
    Token,
    fold_word,
    strip_proclitics,
    tokens,
    words_of,
)
from consistency.model import Article
from consistency.yaml_places import read_plain

__all__ = ["Placed", "placed_in", "type_words"]

_ADJECTIVES_BETWEEN = 3
_BEFORE = 3
"""Words before a place that say what it is: two, and the particles that the name itself stands behind."""
_LONGEST_NAME = 40
"""Code points behind a name in which a longer one may go on."""


@dataclass(frozen=True)
class _Named:
    """A place in a text: raw span and its rule."""

    rule: NameRule
    start: int
    end: int
    sure: bool = True
    """Whether it stands there as the rule writes it, and not with a slip."""


@dataclass(frozen=True)
class Placed:
    """A text's claim that a place lies in one of some others; the span covers the whole construction."""

    place: _Named
    inside: tuple[NameRule, ...]
    given: str
    start: int
    end: int

    @property
    def of_a_namesake(self) -> bool:
        """Whether another place of the name may well be meant."""
        narrow = any(rule.level in ("city", "region") for rule in self.inside)
        return (narrow and self.place.rule.level == "city") or not self.place.sure


def placed_in(article: Article, context: Context) -> Iterator[Placed]:
    """What the article puts where, in the order of the places."""
    places, text = _places(article, context), article.text
    folded, starts = words_of(text).folded, words_of(text).starts
    for place in places:
        at = bisect.bisect_left(starts, place.start)
        if not _openings().isdisjoint(folded[max(0, at - _BEFORE) : at + 1]):
            yield from _placed_of(place, places, article, context.catalogue)


def _placed_of(
    place: _Named, places: list[_Named], article: Article, catalogue: Catalogue
) -> Iterator[Placed]:
    text = article.text
    for start, end in named_spans(article):
        if start <= place.start and place.end <= end:
            words, starts = words_of(text, start, end).tokens, words_of(text, start, end).starts
            first = bisect.bisect_left(starts, place.start)
            behind = bisect.bisect_left(starts, place.end)
            before = [word for word in words[max(0, first - _BEFORE - 1) : first] if word.end <= place.start]
            after = words[behind : behind + _ADJECTIVES_BETWEEN + 3]
            yield from _inside_another(place, before[-_BEFORE:], after, places, catalogue, text)
            yield from _with_adjective(place, before[-_BEFORE:], after, catalogue, text)


def _places(article: Article, context: Context) -> list[_Named]:
    found = {
        (hit.start, hit.end): _Named(hit.rule, hit.start, hit.end)
        for hit in context.hits[article.id]
        if hit.rule.entity == "place"
    }
    for slip in context.slips[article.id]:
        if slip.form.rule.entity == "place":
            named = _Named(slip.form.rule, slip.start, slip.end, sure=False)
            found.setdefault((slip.start, slip.end), named)
    return [found[span] for span in sorted(found)]


def _inside_another(
    place: _Named,
    before: list[Token],
    after: list[Token],
    places: list[_Named],
    catalogue: Catalogue,
    text: str,
) -> Iterator[Placed]:
    """«قاعدة X (صفة) في Y», also with a type word before Y."""
    opening = _type_word(place, before, text)
    for index, word in enumerate(after[: _ADJECTIVES_BETWEEN + 1]):
        if text[after[index - 1].end if index else place.end : word.start].strip(" \u00a0\"«»“”’'"):
            return
        if word.folded in _words("inside"):
            if opening is None:
                return
            target = next((p for p in places if p.start >= word.end), None)
            if target is None or _is_wider(place.rule, target.rule):
                return  # «حاكم لولاية نيويورك في كينغستون» was sworn in there
            if _adjoins(word.end, target, text) and not _runs_on(target, catalogue, text):
                yield Placed(place, (target.rule,), text[target.start : target.end], opening, target.end)
            return
        if not word.folded.startswith("ال") or word.folded in _words("no_adjectives"):
            return


def _is_wider(one: NameRule, other: NameRule) -> bool:
    """Whether one place cannot lie in the other for its kind."""
    return (one.level, other.level) in {("region", "city"), ("country", "city"), ("country", "region")}


def _adjoins(end: int, target: _Named, text: str) -> bool:
    """Whether a place follows at once, with at most a type word before it."""
    between = [t.folded for t in tokens(text, end, target.start)]
    return not between or (len(between) == 1 and between[0].removeprefix("ال") in type_words())


def _runs_on(target: _Named, catalogue: Catalogue, text: str) -> bool:
    """Whether the name goes on: «ولاية ساكسونيا أنهالت» is not Saxony, «الضفة الغربية لنهر» no region."""
    last = tokens(text, target.start, target.end)[-1]
    following = tokens(text, target.end, target.end + _LONGEST_NAME)[:1]
    if not following or text[target.end : following[0].start].strip():
        return False
    if any(
        particles == "ل" and rest in _words("waters")
        for particles, rest in strip_proclitics(following[0].folded)
    ):
        return True
    longer = catalogue.find(text[last.start : target.end + _LONGEST_NAME])
    return any(hit.start == 0 and hit.end > target.end - last.start for hit in longer)


def _with_adjective(
    place: _Named, before: list[Token], after: list[Token], catalogue: Catalogue, text: str
) -> Iterator[Placed]:
    """«العاصمة الروسية X» and «مدينة X الروسية»."""
    if (
        len(before) >= 2
        and before[-2].folded in _capital_words()
        and _close(before[-1].end, place.start, text)
    ):
        countries = _countries(before[-1], catalogue)
        if countries:
            yield Placed(place, countries, before[-1].text, before[-2].start, place.end)
    opening = _type_word(place, before, text)
    settled = opening is not None and tokens(text, opening, place.end)[0].folded[-20:]
    if settled and _is_settlement(settled) and after and _close(place.end, after[0].start, text):
        countries = _countries(after[0], catalogue)
        if opening is not None and countries and place.rule.level == "city":
            yield Placed(place, countries, after[0].text, opening, after[0].end)


def _close(end: int, start: int, text: str) -> bool:
    return not text[end:start].strip(' \u00a0"«»“”')


def _type_word(place: _Named, before: list[Token], text: str) -> int | None:
    """Where the construction begins: at a type word before the name, or in a name that begins with one."""
    first = tokens(text, place.start, place.end)[0]
    if first.folded in type_words():
        return place.start
    if not before or not _close(before[-1].end, place.start, text):
        return None
    for _, rest in strip_proclitics(before[-1].folded):
        boycott = rest == fold_word("مقاطعة") and place.rule.level == "country"
        called_after = rest in _words("called_after") and place.rule.level != "site"
        if rest in type_words() and not boycott and not called_after:
            return before[-1].start
    return None


def _is_settlement(word: str) -> bool:
    return any(rest in _words("settlements") for _, rest in strip_proclitics(word))


def _countries(word: Token, catalogue: Catalogue) -> tuple[NameRule, ...]:
    """The countries and regions whose adjective a word is, in any gender, with the article."""
    if not word.folded.startswith("ال"):
        return ()
    return adjectives_of(catalogue, ("", "ة")).get(word.folded[2:], ())


def type_words() -> frozenset[str]:
    """The folded words that stand before the name of a place and say what it is: «مدينة»."""
    return _words("types")


@cache
def _openings() -> frozenset[str]:
    """The words, particles included, without one of which nothing before a name says where it lies."""
    return _capital_words() | {p + word for word in type_words() for p in ("", *PROCLITICS)}


@cache
def _capital_words() -> frozenset[str]:
    return frozenset(p + word for word in _words("capital") for p in ("", "و", "ب", "ف")) | {"للعاصمة"}


@cache
def _words(name: str) -> frozenset[str]:
    file = files("consistency.languages.arabic") / "places.yaml"
    data = read_plain(file.read_text(encoding="utf-8"))
    return frozenset(fold_word(word) for word in data[name])
