"""A pair of sentences as numbers that explain themselves, and as the words that only one side has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
from rapidfuzz import fuzz

from consistency.languages.arabic.lexicon import idf, stem
from consistency.pairs.alignment import Aligned
from consistency.pairs.mismatches import Mismatch
from consistency.pairs.topics import SaidOf
from consistency.pairs.units import Unit

__all__ = ["features", "word_features"]

_TELLING = 7.0
"""Stems with a smaller idf stand in stories of every kind."""
_ALONE = ("antonym", "exchanged", "name", "number", "place", "polarity", "thing", "time")
_MOST = 3
"""Counts beyond this say no more."""


def features(pair: Aligned, found: Sequence[Mismatch], meaning: float, likeness: float) -> dict[str, float]:
    """The features of a pair, by name; exchanging the sentences changes none.

    :param meaning: cosine of the encoder's vectors of both sentences.
    :param likeness: the similarity that alignment of claims uses.
    """
    return {
        "meaning": meaning,
        "likeness": likeness,
        "likeness squared": likeness * likeness,
        **_lengths(pair),
        **_overlaps(pair),
        **_leftovers(pair),
        **_mismatches(pair, found),
        **_alone(pair, found),
        **_names(pair),
        **_values(pair),
        "question on one side": float(("؟" in pair.a.text) != ("؟" in pair.b.text)),
    }


def word_features(pair: Aligned) -> list[str]:
    """The left-over words: «= stem» for each, «a + b» for each two of different sides."""
    left, right = ([_word(unit) for unit in units] for units in (pair.left_units(), pair.right_units()))
    singles = [f"= {word}" for word in (*left, *right)]
    pairs = {" + ".join(sorted((x, y))) for x in left for y in right}
    return [*singles, *sorted(pairs)]


def _word(unit: Unit) -> str:
    """Names and numbers stand for their kind: what is learnt must not hang on who was in the news."""
    return unit.key if unit.kind == "word" else f"<{unit.kind}>"


def _both(name: str, one: float, other: float) -> dict[str, float]:
    return {f"{name}, less": min(one, other), f"{name}, more": max(one, other)}


def _weight(units: Sequence[Unit]) -> float:
    return sum(idf(stem(unit.folded)) for unit in units)


def _lengths(pair: Aligned) -> dict[str, float]:
    n, m = len(pair.a.units), len(pair.b.units)
    return {**_both("units", n, m), "difference in length": abs(n - m)}


def _overlaps(pair: Aligned) -> dict[str, float]:
    longest = max(1, len(pair.a.units), len(pair.b.units))
    left, right = (" ".join(unit.key for unit in s.units) for s in (pair.a, pair.b))
    rights = [match.right for match in pair.matches]
    crossings = sum(x > y for k, x in enumerate(rights) for y in rights[k + 1 :])
    shared = [pair.a.units[match.left] for match in pair.matches]
    telling = [unit for unit in shared if unit.kind == "word" and idf(stem(unit.folded)) > _TELLING]
    return {
        "telling words in common": min(_MOST, len(telling)),
        "few telling words in common": float(len(telling) < 2),
        "only names in common": float(not telling and any(unit.kind in ("place", "name") for unit in shared)),
        "share of equal units": sum(match.likeness >= 0.95 for match in pair.matches) / longest,
        "share of matched units": sum(match.likeness for match in pair.matches) / longest,
        "words as a set": fuzz.token_set_ratio(left, right) / 100,
        "words in any order": fuzz.token_sort_ratio(left, right) / 100,
        "words in order": (fuzz.ratio(left, right) + fuzz.ratio(right, left)) / 200,
        "crossed order": crossings / max(1, len(rights) * (len(rights) - 1) / 2),
    }


def _leftovers(pair: Aligned) -> dict[str, float]:
    one, other = pair.left_units(), pair.right_units()
    shares = [_weight(rest) / (_weight(s.units) or 1.0) for rest, s in ((one, pair.a), (other, pair.b))]
    near = pair.nearness[np.ix_(pair.left, pair.right)]
    some = bool(one) and bool(other)
    return {
        **_both("left over", len(one), len(other)),
        **_both("weight left over", *shares),
        "nearest left over": float(near.max()) if some else 0.5,
        "mean nearness left over": float(near.max(0).mean() + near.max(1).mean()) / 2 if some else 0.5,
        "nothing left over on one side": float(not one) + float(not other),
        "nothing left over": float(not one and not other),
    }


def _mismatches(pair: Aligned, found: Sequence[Mismatch]) -> dict[str, float]:
    kinds = Counter(one.kind for one in found)
    attached = Counter(one.kind for one in found if one.attached)
    said = SaidOf(pair)
    alike = [
        (i, j) for i, x in enumerate(pair.a.units) for j, y in enumerate(pair.b.units) if x.sides & y.sides
    ]
    denials = [any(unit.denial for unit in s.units) for s in (pair.a, pair.b)]
    denying = [any(unit.denial == "particle" for unit in s.units) for s in (pair.a, pair.b)]
    return {
        "numbers differ": min(_MOST, kinds["number"]),
        "times differ": min(_MOST, kinds["time"]),
        "numbers differ about one thing": min(_MOST, attached["number"]),
        "places differ": min(_MOST, kinds["place"]),
        "places differ about one thing": min(_MOST, attached["place"]),
        "names differ": min(_MOST, kinds["name"]),
        "a negation on one side": min(_MOST, attached["polarity"]),
        "another denial on one side": min(_MOST, kinds["polarity"] - attached["polarity"]),
        "other things of one kind": min(_MOST, kinds["thing"]),
        "other things said of one thing": min(_MOST, attached["thing"]),
        "negations on both sides": float(all(denying)),
        "a denial of any kind on one side": float(denials[0] != denials[1]),
        "opposites": min(_MOST, kinds["antonym"]),
        "opposites said of one thing": min(_MOST, attached["antonym"]),
        "exchanged places": min(_MOST, kinds["exchanged"]),
        "words of one family": min(_MOST, len(alike)),
        "words of one family said of one thing": min(_MOST, sum(said.one_thing(i, j) for i, j in alike)),
    }


def _alone(pair: Aligned, found: Sequence[Mismatch]) -> dict[str, float]:
    """A mismatch counts for more where the sentences have all else in common."""
    share = len(pair.matches) / max(1, len(pair.a.units), len(pair.b.units))
    kinds = {one.kind for one in found}
    return {f"{kind}, all else equal": share**2 * (kind in kinds) for kind in _ALONE}


def _names(pair: Aligned) -> dict[str, float]:
    here, there = (frozenset().union(*(u.states for u in s.units)) for s in (pair.a, pair.b))
    one, other = ({unit.key for unit in s.units if unit.kind == "name"} for s in (pair.a, pair.b))
    return {
        "states differ": float(bool(here - there) and bool(there - here)),
        "a state on one side": float(bool(here - there) != bool(there - here)),
        "a state on both sides": float(bool(here & there)),
        "a name on one side": float(bool(one - other) != bool(other - one)),
        "a name on both sides": float(bool(one & other)),
    }


def _values(pair: Aligned) -> dict[str, float]:
    kinds = ("value", "number")
    rest = [sum(unit.kind in kinds for unit in units) for units in (pair.left_units(), pair.right_units())]
    matched = sum(pair.a.units[match.left].kind in kinds for match in pair.matches)
    return {
        "values that agree": min(_MOST, matched),
        "a value on one side": float(bool(rest[0]) != bool(rest[1])),
    }
