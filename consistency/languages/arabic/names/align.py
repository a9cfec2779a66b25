"""The cheapest way from one spelling to the other, edit by edit, for one pair."""

from __future__ import annotations

from typing import Literal, NamedTuple

from consistency.languages.arabic.names.costs import Costs, Model, model
from consistency.languages.arabic.names.letters import ALPHABET, OTHER, SPACE

__all__ = ["Act", "Edit", "align", "choose", "dropping", "lacking_word", "log_odds", "shorter", "skips"]

Act = Literal[
    "drop",
    "add",
    "substitute",
    "swap",
    "word dropped",
    "word added",
    "word exchanged",
    "article dropped",
    "article added",
]
Way = tuple[Act, int, int]
"""The last edit of a way, and the prefixes of both spellings before it."""
Table = list[list[float]]
"""The least cost between two prefixes, by their lengths."""
_START: Way = ("substitute", 0, 0)
_NEVER = float("inf")
_CODE = {letter: code for code, letter in enumerate(ALPHABET)}


class Edit(NamedTuple):
    """One edit: places are code points of the two cleaned spellings, end exclusive."""

    act: Act
    begin: int
    end: int
    other_begin: int
    other_end: int
    cost: float


def codes(name: str) -> list[int]:
    """The code of each letter of a cleaned name."""
    return [_CODE.get(letter, OTHER) for letter in name]


def choose(model: Model, a: str, b: str) -> Costs:
    """The costs for names of this length."""
    return model.short if shorter(a, b) < model.border else model.long


def log_odds(a: str, b: str, cost: float) -> float:
    """The log odds that two cleaned spellings at this cost from one another are one name."""
    table = model().length
    return float(table[min(shorter(a, b), len(table) - 1)]) - cost


def shorter(a: str, b: str) -> int:
    """The letters of the shorter spelling, spaces not counted."""
    return min(len(a) - a.count(SPACE), len(b) - b.count(SPACE))


def dropping(costs: Costs, name: str) -> list[float]:
    """What it costs to drop each letter of a cleaned name."""
    points = [0, *codes(name), 0]
    found = [float(costs.drop[points[i : i + 3][0], points[i + 1], points[i + 2]]) for i in range(len(name))]
    for place in range(len(name) - 4):
        begins = place == 0 or name[place - 1] == SPACE
        if begins and name.startswith("ال", place) and SPACE not in name[place : place + 5]:
            found[place] = found[place + 1] = costs.article
    return found


def skips(name: str) -> list[int]:
    """For each length of a prefix, where it would end without its last word; -1 inside words."""
    found, start = [-1] * (len(name) + 1), 0
    if SPACE not in name:
        return found
    for word in name.split(SPACE):
        end = start + len(word)
        if start:
            found[end] = start - 1
        else:
            found[end + 1] = 0
        start = end + 1
    return found


def align(costs: Costs, a: str, b: str) -> tuple[float, tuple[Edit, ...]]:
    """The least cost between two cleaned spellings and the edits that make it up, in order.

    Of ways that cost the same the first counts: exchange, drop, add, swap, a word dropped, a word added.
    """
    left, right = dropping(costs, a), dropping(costs, b)
    skip_left, skip_right = skips(a), skips(b)
    exchange = costs.substitution[codes(a)][:, codes(b)].tolist() if a and b else []
    least: Table = []
    came: list[list[Way]] = []
    for i in range(len(a) + 1):
        line, ways = [0.0] * (len(b) + 1), [_START] * (len(b) + 1)
        least.append(line)
        came.append(ways)
        swaps = i > 1 and SPACE not in a[i - 2 : i]
        for j in range(0 if i else 1, len(b) + 1):
            cost, way = _NEVER, _START
            if i and j:
                cost, way = least[i - 1][j - 1] + exchange[i - 1][j - 1], ("substitute", i - 1, j - 1)
            if i and (other := least[i - 1][j] + left[i - 1]) < cost:
                cost, way = other, ("drop", i - 1, j)
            if j and (other := line[j - 1] + right[j - 1]) < cost:
                cost, way = other, ("add", i, j - 1)
            if swaps and j > 1 and a[i - 1] == b[j - 2] and a[i - 2] == b[j - 1]:
                other = least[i - 2][j - 2] + costs.swap
                if other < cost:
                    cost, way = other, ("swap", i - 2, j - 2)
            if (place := skip_left[i]) >= 0 and (other := least[place][j] + costs.word) < cost:
                cost, way = other, ("word dropped", place, j)
            if (place := skip_right[j]) >= 0 and (other := line[place] + costs.word) < cost:
                cost, way = other, ("word added", i, place)
            line[j], ways[j] = cost, way
    return least[-1][-1], _trace(least, came)


def lacking_word(edit: Edit, a: str, b: str) -> str:
    """The word that one of the spellings lacks by this edit, or nothing."""
    if edit.act == "word dropped":
        return a[edit.begin : edit.end].strip()
    return b[edit.other_begin : edit.other_end].strip() if edit.act == "word added" else ""


def _trace(least: Table, came: list[list[Way]]) -> tuple[Edit, ...]:
    """The edits on the way back from the end, matches left out."""
    edits: list[Edit] = []
    i, j = len(came) - 1, len(came[0]) - 1
    while i or j:
        act, p, q = came[i][j]
        cost = least[i][j] - least[p][q]
        if act != "substitute" or cost > 0:
            edits.append(Edit(act, p, i, q, j, cost))
        i, j = p, q
    return tuple(reversed(edits))
