"""The patterns of other languages, by their English ones."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Literal

from consistency.yaml_places import read_plain

__all__ = ["Language", "patterns", "plural_form"]

Language = Literal["en", "ar"]
Pattern = str | dict[str, str]
"""A sentence with places in braces, or one for each plural category."""


@cache
def patterns(language: Language) -> dict[str, Pattern]:
    """The patterns of a language by the English ones; English needs none.

    :raises ValueError: one English pattern stands in two files.
    """
    found: dict[str, Pattern] = {}
    if language == "en":
        return found
    folder = files("consistency.wording").joinpath(language)
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        entries: dict[str, Pattern] = read_plain(file.read_text(encoding="utf-8")) or {}
        twice = found.keys() & entries.keys()
        if twice:
            raise ValueError(f"{file}: told in another file already: {sorted(twice)}")
        found |= entries
    return found


def plural_form(language: Language, number: int) -> str:
    """The plural category of a count (Unicode CLDR): zero, one, two, few, many or other."""
    if language == "en":
        return "one" if number == 1 else "other"
    if number < 3:
        return ("zero", "one", "two")[number]
    rest = number % 100
    if 3 <= rest <= 10:
        return "few"
    return "many" if rest >= 11 else "other"
