"""A sentence of the tool: English text that can be said in another language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache, reduce
from typing import Any

from consistency.wording.catalogue import Language, patterns, plural_form

__all__ = ["Wording", "fill", "listed", "said_in", "say", "say_count", "term", "worded"]

_PLACE = re.compile(r"\{([\w.]+)\}")
Values = Mapping[str, str | int]
_NONE: dict[Any, Any] = {}
_KEPT = 4_096
"""Sentences without values that are made once: a corpus says «a paragraph» a million times."""


class Wording(str):
    """A sentence in English, equal to the plain ``str``, with what it takes to say it in another language.

    Cutting, joining or formatting it gives a plain ``str`` that stays English: put a sentence into another
    one by naming it as a value.
    """

    __slots__ = ("key", "own", "pattern", "values")

    pattern: str
    """The English sentence with its places still open."""
    values: Values
    own: Mapping[Language, str]
    """Patterns that it brings along; empty where the catalogue has them."""
    key: str
    """The English pattern by which the catalogue knows it."""

    def __new__(
        cls,
        pattern: str = "",
        values: Values | None = None,
        own: Mapping[Language, str] | None = None,
        key: str = "",
    ) -> Wording:
        if values or own:
            return cls._made(pattern, values or _NONE, own or _NONE, key or pattern)
        return _without_values(pattern, key or pattern)

    @classmethod
    def _made(cls, pattern: str, values: Values, own: Mapping[Language, str], key: str) -> Wording:
        wording = str.__new__(cls, _filled(pattern, values))
        wording.pattern, wording.values, wording.own, wording.key = pattern, values, own, key
        return wording

    def __reduce__(self) -> tuple[object, ...]:
        """Pickled as it was made, so that it crosses to another process whole."""
        return Wording, (self.pattern, self.values, self.own, self.key)

    def said_in(self, language: Language) -> str:
        """The sentence in a language; English where the language does not know it."""
        pattern = self.own.get(language) or patterns(language).get(self.key)
        if language == "en" or pattern is None:
            return str(self)
        if isinstance(pattern, dict):
            form = plural_form(language, int(self.values["n"]))
            pattern = pattern.get(form, pattern["other"])
        return _filled(pattern, {name: said_in(value, language) for name, value in self.values.items()})


def said_in(value: str | int, language: Language) -> str:
    """A sentence, or a part of one, in a language; a plain text or number is the same in all."""
    return value.said_in(language) if isinstance(value, Wording) else str(value)


def say(pattern: str, **values: str | int) -> Wording:
    """A sentence; each place ``{name}`` takes the value of that name, which may be a sentence itself."""
    return Wording(pattern, values)


def say_count(one: str, other: str, n: int, **values: str | int) -> Wording:
    """A sentence about ``n`` things; the catalogue has its plural forms by the English plural."""
    return Wording(one if n == 1 else other, {"n": n, **values}, key=other)


def term(word: str) -> Wording:
    """A word from a closed list of the code, such as a kind of passage."""
    return Wording(word)


def worded(english: str, **own: str) -> Wording:
    """A text that brings its other languages along: ``worded("Wang Yi", ar="وانغ يي")``."""
    return Wording(english, own=own)  # type: ignore[arg-type]


def fill(text: str, **values: str | int) -> Wording:
    """A text of a rule file with its places filled in; other braces stay as they are."""
    if isinstance(text, Wording):
        return Wording(text.pattern, {**text.values, **values}, text.own, text.key)
    return Wording(text, values)


def listed(parts: Iterable[str], between: str = ", ") -> Wording:
    """Parts in a row, with the comma or semicolon of the language between them."""
    pattern = f"{{first}}{between}{{next}}"
    row = [part if isinstance(part, Wording) else Wording("{part}", {"part": part}) for part in parts]
    return reduce(lambda first, then: Wording(pattern, {"first": first, "next": then}), row or [Wording()])


@lru_cache(maxsize=_KEPT)
def _without_values(pattern: str, key: str) -> Wording:
    return Wording._made(pattern, _NONE, _NONE, key)


def _filled(pattern: str, values: Values) -> str:
    return _PLACE.sub(lambda place: str(values.get(place[1], place[0])), pattern)
