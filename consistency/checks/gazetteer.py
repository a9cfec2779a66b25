"""Kind `gazetteer`: a place put where it is not.

Only constructions that can mean nothing but location are read: «قاعدة X ... في Y», «مدينة X» with
a country's adjective, «العاصمة» with an adjective and a city.  A bare «موسكو في سوريا» may be Moscow's
stance on Syria and stays silent.  Two places conflict when the gazetteer knows a region for both and none
in common, or else a country for both and none in common.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from consistency.catalogue import Catalogue
from consistency.checks.context import Context, adjectives_of, named_spans
from consistency.checks.name_rule import NameRule
from consistency.evidence import finding
from consistency.languages.arabic.normalise import (
    PROCLITICS,
    Token,
    fold_word,
    strip_proclitics,
    tokens,
    words_of,
)
from consistency.model import Article, Finding
from consistency.rule import Rule
from consistency.wording import Wording, listed, say
from consistency.yaml_places import read_plain

__all__ = ["GazetteerRule", "check", "type_words"]

_ADJECTIVES_BETWEEN = 3
_BEFORE = 3
"""Words before a place that say what it is: two, and the particles that the name itself stands behind."""
_LONGEST_NAME = 40
"""Code points behind a name in which a longer one may go on."""


class GazetteerRule(Rule):
    """A place put inside another that does not contain it; the places are those of the `name` rules."""

    kind: Literal["gazetteer"]


@dataclass(frozen=True)
class _Named:
    """A place in a text: raw span and its rule."""

    rule: NameRule
    start: int
    end: int


@dataclass(frozen=True)
class _Claimed:
    """A text's claim that a place lies in one of some others; the span covers the whole construction."""

    place: _Named
    inside: tuple[NameRule, ...]
    given: str
    start: int
    end: int


def check(rules: Iterable[GazetteerRule], context: Context) -> Iterator[Finding]:
    """Places that an article puts where the gazetteer does not know them."""
    for rule in rules:
        for article in context.articles:
            for claimed in _claims(article, context):
                why = _conflict(claimed, context.catalogue)
                if why:
                    yield _finding(rule, claimed, article, why, context.catalogue)


def _claims(article: Article, context: Context) -> Iterator[_Claimed]:
    places, text = _places(article, context), article.text
    folded, starts = words_of(text).folded, words_of(text).starts
    for place in places:
        at = bisect.bisect_left(starts, place.start)
        if not _openings().isdisjoint(folded[max(0, at - _BEFORE) : at + 1]):
            yield from _claims_of(place, places, article, context.catalogue)


def _claims_of(
    place: _Named, places: list[_Named], article: Article, catalogue: Catalogue
) -> Iterator[_Claimed]:
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
            found.setdefault((slip.start, slip.end), _Named(slip.form.rule, slip.start, slip.end))
    return [found[span] for span in sorted(found)]


def _inside_another(
    place: _Named,
    before: list[Token],
    after: list[Token],
    places: list[_Named],
    catalogue: Catalogue,
    text: str,
) -> Iterator[_Claimed]:
    """«قاعدة X (صفة) في Y», also with a type word before Y."""
    opening = _type_word(place, before, text)
    for index, word in enumerate(after[: _ADJECTIVES_BETWEEN + 1]):
        if text[after[index - 1].end if index else place.end : word.start].strip(" \u00a0\"«»“”’'"):
            return
        if word.folded in _words("inside"):
            if opening is None:
                return
            target = next((p for p in places if p.start >= word.end), None)
            if target and _adjoins(word.end, target, text) and not _runs_on(target, catalogue, text):
                yield _Claimed(place, (target.rule,), text[target.start : target.end], opening, target.end)
            return
        if not word.folded.startswith("ال"):
            return


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
) -> Iterator[_Claimed]:
    """«العاصمة الروسية X» and «مدينة X الروسية»."""
    if (
        len(before) >= 2
        and before[-2].folded in _capital_words()
        and _close(before[-1].end, place.start, text)
    ):
        countries = _countries(before[-1], catalogue)
        if countries:
            yield _Claimed(place, countries, before[-1].text, before[-2].start, place.end)
    opening = _type_word(place, before, text)
    settled = opening is not None and tokens(text, opening, place.end)[0].folded[-20:]
    if settled and _is_settlement(settled) and after and _close(place.end, after[0].start, text):
        countries = _countries(after[0], catalogue)
        if opening is not None and countries and place.rule.level == "city":
            yield _Claimed(place, countries, after[0].text, opening, after[0].end)


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
        if rest in type_words() and not boycott:
            return before[-1].start
    return None


def _is_settlement(word: str) -> bool:
    return any(rest in _words("settlements") for _, rest in strip_proclitics(word))


def _countries(word: Token, catalogue: Catalogue) -> tuple[NameRule, ...]:
    """The countries and regions whose adjective a word is, in any gender, with the article."""
    if not word.folded.startswith("ال"):
        return ()
    return adjectives_of(catalogue, ("", "ة")).get(word.folded[2:], ())


def _conflict(claimed: _Claimed, catalogue: Catalogue) -> Wording | None:
    """Why the place cannot lie there; None where it can, or where the gazetteer does not know."""
    place = claimed.place.rule
    own = catalogue.containers(place.id)
    others = [catalogue.containers(rule.id) for rule in claimed.inside]
    if any(rule.id in own or place.id in other for rule, other in zip(claimed.inside, others, strict=True)):
        return None
    for level in ("region", "country"):
        mine = _of_level(own, level, catalogue)
        theirs = {name for other in others for name in _of_level(other, level, catalogue)}
        if mine and theirs:
            if mine & theirs:
                return None
            right, wrong = _names(mine, catalogue), _names(theirs, catalogue)
            return say("{right} contains it, {wrong} does not", right=right, wrong=wrong)
    return None


def _of_level(names: set[str], level: str, catalogue: Catalogue) -> set[str]:
    return {name for name in names if catalogue.rules[name].level == level}


def _names(names: set[str], catalogue: Catalogue) -> Wording:
    return listed(f"«{catalogue.rules[name].canonical}»" for name in sorted(names))


def _finding(
    rule: GazetteerRule, claimed: _Claimed, article: Article, why: Wording, catalogue: Catalogue
) -> Finding:
    place = claimed.place.rule
    containers = (catalogue.rules[name].canonical for name in place.within)
    chain = " ⊂ ".join(f"«{name}»" for name in (place.canonical, *containers))
    return finding(
        rule.id,
        "gazetteer",
        rule.severity,
        rule.confidence,
        say("«{place}» is put in «{given}»", place=place.canonical, given=claimed.given),
        [(article, claimed.start, claimed.end)],
        [
            say("the text: «{quote}»", quote=article.text[claimed.start : claimed.end]),
            say("gazetteer (rule {rule}): {chain}", rule=place.id, chain=chain),
            why,
        ],
        suggestion=say("check the place; one of the two names is wrong"),
        values=[place.id, *(other.id for other in claimed.inside)],
        source=place.id,
    )


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
