"""What each edit of a name costs: learned weights, read from the data file beside the code."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from consistency.languages.arabic.names.letters import ALPHABET, OTHER, SPACE, VOWELS, clean
from consistency.yaml_places import read_plain

__all__ = ["Costs", "Model", "Sounds", "drop_features", "model", "read", "sounds", "substitution_features"]

SIZE = OTHER + 1
LEAST = 0.05
"""No edit is free: the alignment would wander."""
NEVER = 30.0
"""The cost of what no house and no slip does: a digit for another, a letter for a space."""
_HERE = "consistency.languages.arabic.names"
_PAIRS = frozenset(["تش", "دج", "نغ", "نج", "نك", "تز", "تس", "تج", "كس", "كه", "غه", "غو", "كو", "ين"])


@dataclass(frozen=True)
class Sounds:
    """What one house writes otherwise than another, and where a hand slips."""

    groups: dict[str, frozenset[str]]
    """Letters that write one sound."""
    dots: frozenset[frozenset[str]]
    """Pairs that differ by dots."""
    keys: frozenset[frozenset[str]]
    """Pairs that are neighbours on the keyboard."""
    clusters: frozenset[str]
    """Two letters whose first one house leaves out."""
    fillers: frozenset[str]
    """Words that one house leaves out of a name, cleaned."""
    telling: frozenset[str]
    """Words that make another name of the name they stand beside, cleaned."""

    def shared(self, a: str, b: str) -> list[str]:
        """The sounds that both letters may write."""
        return [sound for sound, letters in self.groups.items() if a in letters and b in letters]


@lru_cache(maxsize=1)
def sounds() -> Sounds:
    """The table of sounds and slips."""
    data = read_plain(files(_HERE).joinpath("sounds.yaml").read_text("utf-8"))
    dots = {frozenset((a, b)) for family in data["dots"] for a in family for b in family if a != b}
    keys = {frozenset(pair) for row in data["keyboard"] for pair in pairwise(row)}
    groups = {name: frozenset(letters) for name, letters in data["sounds"].items()}
    fillers, telling = (frozenset(map(clean, data[name])) for name in ("fillers", "telling"))
    clusters = frozenset(data["clusters"])
    return Sounds(groups, frozenset(dots), frozenset(keys), clusters, fillers, telling)


@lru_cache(maxsize=4096)
def substitution_features(a: str, b: str) -> tuple[str, ...]:
    """What can be said of writing one letter for another, in either direction."""
    table, pair = sounds(), frozenset((a, b))
    found = [f"sound {sound}" for sound in table.shared(a, b)]
    found += ["dots"] if pair in table.dots else []
    found += ["keys"] if pair in table.keys else []
    found.append(("consonants", "consonant for vowel", "vowels")[len(pair & VOWELS)])
    return ("substitution", "pair " + "".join(sorted(pair)), *found)


def drop_features(before: str, letter: str, after: str) -> tuple[str, ...]:
    """What can be said of dropping a letter between its neighbours (a space at the border of a word)."""
    kind = "vowel" if letter in VOWELS else "consonant"
    found = ["drop", f"drop {letter}", f"drop {kind}"]
    found += ["doubled"] if letter == before else []
    found += [f"first {kind}", f"first {letter}"] if before == SPACE else []
    found += [f"last {kind}", f"last {letter}"] if after == SPACE else []
    found += ["beside a vowel"] if letter in VOWELS and (before in VOWELS or after in VOWELS) else []
    found += [f"before {letter}{after}"] if letter + after in _PAIRS else []
    found += [f"after {before}{letter}"] if before + letter in _PAIRS else []
    return tuple(found)


@dataclass(frozen=True)
class Costs:
    """Costs of edits for names of one length class."""

    substitution: NDArray[np.float32]
    """(letters, letters), symmetric, nought on the diagonal."""
    drop: NDArray[np.float32]
    """(letters, letters, letters): the letter before, the letter dropped, the letter after."""
    article: float
    """Each letter of an article that one of the names lacks."""
    swap: float
    word: float
    """A word that one of the names lacks."""


@dataclass(frozen=True)
class Model:
    """The whole of what is learned."""

    short: Costs
    long: Costs
    border: int
    """Names whose shorter spelling has fewer letters than this are short."""
    length: NDArray[np.float32]
    """The log odds that two names without an edit between them are one, by letters of the shorter."""


def _substitutions(weights: dict[str, float]) -> NDArray[np.float32]:
    table = np.full((SIZE, SIZE), NEVER, dtype=np.float32)
    arabic = [code for code, letter in enumerate(ALPHABET) if not letter.isascii()]
    latin = [code for code, letter in enumerate(ALPHABET) if letter.isascii() and letter.isalpha()]
    for letters in (arabic, latin):
        for i in letters:
            for j in letters:
                names = substitution_features(ALPHABET[i], ALPHABET[j])
                table[i, j] = max(LEAST, sum(weights.get(name, 0.0) for name in names))
    np.fill_diagonal(table, 0.0)
    return table


def _drops(weights: dict[str, float]) -> NDArray[np.float32]:
    """The same sums as over ``drop_features``, for all neighbours at once."""
    letters = [*ALPHABET, "\ufffd"]
    vowel = np.array([letter in VOWELS for letter in letters])
    kinds = ["vowel" if letter in VOWELS else "consonant" for letter in letters]

    def weigh(name: str) -> NDArray[np.float64]:
        pairs = zip(letters, kinds, strict=True)
        return np.array(
            [weights.get(f"{name} {x}", 0.0) + weights.get(f"{name} {kind}", 0.0) for x, kind in pairs]
        )

    table = np.zeros((SIZE, SIZE, SIZE)) + (weigh("drop") + weights.get("drop", 0.0))[None, :, None]
    table[0] += weigh("first")[:, None]
    table[:, :, 0] += weigh("last")[None, :]
    table += weights.get("doubled", 0.0) * np.eye(SIZE)[:, :, None]
    beside = vowel[None, :, None] & (vowel[:, None, None] | vowel[None, None, :])
    table += weights.get("beside a vowel", 0.0) * beside
    for pair in _PAIRS:
        i, j = ALPHABET.index(pair[0]), ALPHABET.index(pair[1])
        table[:, i, j] += weights.get(f"before {pair}", 0.0)
        table[i, j, :] += weights.get(f"after {pair}", 0.0)
    table = np.maximum(table, LEAST)
    table[:, [code for code, letter in enumerate(ALPHABET) if letter.isdigit()]] = NEVER
    table[:, 0, :] = max(LEAST, weights["space"])
    return table.astype(np.float32)


def _build(weights: dict[str, float]) -> Costs:
    article, swap, word = (max(LEAST, weights[name]) for name in ("article", "swap", "word"))
    return Costs(_substitutions(weights), _drops(weights), article, swap, word)


def read(data: dict[str, Any]) -> Model:
    """The model in the form of the data file."""
    length = np.asarray(data["length"], dtype=np.float32)
    return Model(_build(data["short"]), _build(data["long"]), int(data["border"]), length)


@lru_cache(maxsize=1)
def model() -> Model:
    """The shipped model."""
    return read(json.loads(files(_HERE).joinpath("costs.json").read_text("utf-8")))
