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
    """The least cost between two cleaned spellings and the edits that make it up, in order."""
    left, right = dropping(costs, a), dropping(costs, b)
    skip_left, skip_right = skips(a), skips(b)
    rows = costs.substitution[codes(a)][:, codes(b)].tolist() if a and b else []
    least: list[list[float]] = [[0.0] * (len(b) + 1) for _ in range(len(a) + 1)]
    came: list[list[Edit | None]] = [[None] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i in range(len(a) + 1):
        for j in range(len(b) + 1):
            if not i and not j:
                continue
            ways: list[tuple[float, Act, int, int]] = []
            if i and j:
                ways.append((least[i - 1][j - 1] + rows[i - 1][j - 1], "substitute", i - 1, j - 1))
            if i:
                ways.append((least[i - 1][j] + left[i - 1], "drop", i - 1, j))
            if j:
                ways.append((least[i][j - 1] + right[j - 1], "add", i, j - 1))
            if (
                i > 1
                and j > 1
                and a[i - 1] == b[j - 2]
                and a[i - 2] == b[j - 1]
                and SPACE not in a[i - 2 : i]
            ):
                ways.append((least[i - 2][j - 2] + costs.swap, "swap", i - 2, j - 2))
            if skip_left[i] >= 0:
                ways.append((least[skip_left[i]][j] + costs.word, "word dropped", skip_left[i], j))
            if skip_right[j] >= 0:
                ways.append((least[i][skip_right[j]] + costs.word, "word added", i, skip_right[j]))
            cost, act, p, q = min(ways, key=lambda way: way[0])
            least[i][j] = cost
            came[i][j] = Edit(act, p, i, q, j, cost - least[p][q])
    return least[-1][-1], _trace(came)


def lacking_word(edit: Edit, a: str, b: str) -> str:
    """The word that one of the spellings lacks by this edit, or nothing."""
    if edit.act == "word dropped":
        return a[edit.begin : edit.end].strip()
    return b[edit.other_begin : edit.other_end].strip() if edit.act == "word added" else ""


def _trace(came: list[list[Edit | None]]) -> tuple[Edit, ...]:
    """The edits on the way back from the end, matches left out."""
    edits: list[Edit] = []
    i, j = len(came) - 1, len(came[0]) - 1
    while (edit := came[i][j]) is not None:
        if edit.act != "substitute" or edit.cost > 0:
            edits.append(edit)
        i, j = edit.begin, edit.other_begin
    return tuple(reversed(edits))
