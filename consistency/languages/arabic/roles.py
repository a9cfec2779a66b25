"""Offices and institutions by class, so that one can be told from another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from consistency.languages.arabic.normalise import fold_word
from consistency.yaml_places import read_plain

__all__ = ["Office", "institution", "is_portfolio", "one_institution", "one_office", "read_office"]


@dataclass(frozen=True)
class Office:
    """The classes of the words of an office: «نائب المدير العام» is deputy, director, general."""

    heads: tuple[str, ...]
    modifiers: frozenset[str]


@cache
def _data() -> Mapping[str, Any]:
    return dict(read_plain((files(__package__) / "roles.yaml").read_text(encoding="utf-8")))


@cache
def _classes(part: str) -> dict[str, str]:
    """Each folded word, masculine and feminine, with its class."""
    found: dict[str, str] = {}
    for name, words in _data()[part].items():
        for word in words:
            folded = fold_word(word).removeprefix("ال")
            found[folded] = found[f"{folded}ة"] = name
    return found


def _bare(word: str) -> str:
    """A folded word without the article."""
    return word[2:] if word.startswith("ال") and len(word) > 4 else word


def is_portfolio(word: str) -> bool:
    """Whether a folded word behind «وزير» or «وزارة» names what it is of."""
    return _bare(word) in _portfolios()


@cache
def _portfolios() -> frozenset[str]:
    return frozenset(fold_word(word) for word in _data()["portfolios"])


def read_office(words: Sequence[str]) -> Office | None:
    """The office that folded words make up; None where another word stands among them."""
    heads, modifiers = [], set()
    for word in words:
        bare = _bare(word)
        if bare in _classes("heads"):
            heads.append(_classes("heads")[bare])
        elif bare in _classes("modifiers"):
            modifiers.add(_classes("modifiers")[bare])
        elif word not in _fillers():
            return None
    return Office(tuple(heads), frozenset(modifiers))


@cache
def _fillers() -> frozenset[str]:
    return frozenset(fold_word(word) for word in _data()["fillers"])


def one_office(a: Office, b: Office) -> bool:
    """Whether two offices may be one in two houses' words."""
    if a.heads == b.heads:
        loose = not (a.modifiers and b.modifiers) or bool(a.modifiers & b.modifiers)
        return loose or a.heads[-1] == "spokesman"
    if len(a.heads) != len(b.heads):
        return False
    near = all(x == y or _together("near", x, y) for x, y in zip(a.heads, b.heads, strict=True))
    return near and (a.modifiers == b.modifiers or bool(a.modifiers & b.modifiers & {"executive"}))


def institution(words: Sequence[str]) -> str | None:
    """The class of the institution that folded words begin with."""
    names = _institutions()
    for length in (2, 1):
        if len(words) >= length and (found := names.get(" ".join(map(_bare, words[:length])))):
            return found
    return None


@cache
def _institutions() -> dict[str, str]:
    return {
        " ".join(_bare(part) for part in fold_word(name).split()): kind
        for kind, names in _data()["institutions"].items()
        for name in names
    }


def one_institution(a: str, b: str) -> bool:
    """Whether institutions of two classes may be one in two houses' words."""
    return a == b or _together("kin", a, b)


def _together(part: str, a: str, b: str) -> bool:
    return any(a in row and b in row for row in _data()[part])
