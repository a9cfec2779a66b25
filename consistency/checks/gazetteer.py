"""Kind `gazetteer`: a place put where it is not.

Two places conflict when the gazetteer knows a region for both and none in common, or else a country for
both and none in common.  Many cities share a name, and the others are told by what lies around them: «بلدة
كليفلاند في ولاية تكساس».  A city put into a region or city, and a place known by a misspelt name alone,
conflict only where an article of the story names what the catalogued place lies in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from consistency.catalogue import Catalogue
from consistency.checks.context import Context
from consistency.checks.located import Placed, placed_in
from consistency.evidence import finding
from consistency.model import Article, Finding
from consistency.rule import Rule
from consistency.wording import Wording, listed, say

__all__ = ["GazetteerRule", "check"]


class GazetteerRule(Rule):
    """A place put inside another that does not contain it; the places are those of the `name` rules."""

    kind: Literal["gazetteer"]


@dataclass(frozen=True)
class _Conflict:
    """What contains a place, and what does not: rules of one level."""

    right: frozenset[str]
    wrong: frozenset[str]


def check(rules: Iterable[GazetteerRule], context: Context) -> Iterator[Finding]:
    """Places that an article puts where the gazetteer does not know them."""
    for rule in rules:
        for article in context.articles:
            for claimed in placed_in(article, context):
                conflict = _conflict(claimed, context.catalogue)
                if conflict and not (claimed.of_a_namesake and not _told(conflict, article, context)):
                    yield _finding(rule, claimed, article, conflict, context.catalogue)


def _told(conflict: _Conflict, article: Article, context: Context) -> bool:
    """Whether an article of the story names what contains the place."""
    story = (article, *context.others(article))
    return any(hit.rule.id in conflict.right for one in story for hit in context.hits[one.id])


def _conflict(claimed: Placed, catalogue: Catalogue) -> _Conflict | None:
    """What shows that the place cannot lie there; None where it can, or where the gazetteer does not know."""
    place = claimed.place.rule
    own = catalogue.containers(place.id)
    others = [catalogue.containers(rule.id) for rule in claimed.inside]
    if any(rule.id in own or place.id in other for rule, other in zip(claimed.inside, others, strict=True)):
        return None
    for level in ("region", "country"):
        mine = _of_level(own, level, catalogue)
        theirs = {name for other in others for name in _of_level(other, level, catalogue)}
        if mine and theirs:
            return None if mine & theirs else _Conflict(frozenset(mine), frozenset(theirs))
    return None


def _of_level(names: set[str], level: str, catalogue: Catalogue) -> set[str]:
    return {name for name in names if catalogue.rules[name].level == level}


def _names(names: Iterable[str], catalogue: Catalogue) -> Wording:
    return listed(f"«{catalogue.rules[name].canonical}»" for name in sorted(names))


def _finding(
    rule: GazetteerRule, claimed: Placed, article: Article, conflict: _Conflict, catalogue: Catalogue
) -> Finding:
    place = claimed.place.rule
    right, wrong = _names(conflict.right, catalogue), _names(conflict.wrong, catalogue)
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
            say("{right} contains it, {wrong} does not", right=right, wrong=wrong),
        ],
        suggestion=say("check the place; one of the two names is wrong"),
        values=[place.id, *(other.id for other in claimed.inside)],
        source=place.id,
    )
