"""Words of dates and numbers: what a word of the text can mean, with its particles taken off."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import yaml

from consistency.languages.arabic.normalise import PROCLITICS, fold_letters, fold_word, strip_proclitics

__all__ = [
    "DIGITS",
    "EMPTY",
    "HEAD",
    "MARK",
    "NO_WORD",
    "Word",
    "look_up",
    "phrases",
    "signs",
    "table",
    "words_of",
]

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_CONJUNCTIONS = ("و", "ف")
_WRITTEN_ON = ("و", "ف", "ب", "ل")
_LENGTHS = {
    letter: sorted(
        {len(particles) for particles in PROCLITICS if particles[0] == letter}
        | ({1, 2} if letter in _WRITTEN_ON else set())
    )
    for letter in {particles[0] for particles in PROCLITICS}
}
"""By first letter: of how many letters the particles at the head of a word may be."""
_DEFINITE = re.compile("([وف]?)(?:([بك]?)ال|لل)(?=..)")


@dataclass(slots=True, eq=False)
class Word:
    """A word of the text: its folded form, its particles, and what the rest of it can mean."""

    folded: str
    stem: str
    conjunction: bool
    preposition: str
    article: bool
    roles: dict[str, Any]
    starts: bool = False
    """Whether a value may start with the word alone."""
    opens: bool = False
    """Whether a value may start with it in front of a number, a date or a unit: «منذ», «بين», «أكثر من»."""
    counts: bool = False
    """Whether a value may start with it where «واحد» stands behind or a loss in front: «مقتل شخص»."""
    signs: frozenset[str] = frozenset()
    """By what it is known that some reader may find something here; see ``signs``."""


_SIGNS: set[str] = set()
"""Every sign that a reader has asked for: a word keeps no others."""


def signs(*names: str) -> frozenset[str]:
    """The signs of which a word has one where a reader can find something that starts with it.

    :param names: meanings («weekday»; of a unit of time also «time hour») or folded forms, with or without
        «و», «ف», «ب», «ل» before them; «digits» for every number, «mark» for every mark.

    To be called while modules load: a word that was looked up before does not know the sign.
    """
    _SIGNS.update(names)
    return frozenset(names)


_NO_ROLES: dict[str, Any] = {}
EMPTY = Word("", "", False, "", False, _NO_ROLES)
DIGITS = replace(EMPTY, signs=signs("digits"))
"""Stands for the word of a number."""
HEAD = frozenset(("head",))
"""The sign of a word that may start a value and has no other sign."""
MARK = replace(EMPTY, signs=signs("mark"))
"""Stands for the word of a mark."""
NO_WORD = replace(MARK, folded="²")
"""Of letters that are digits."""
_STARTING = frozenset(
    (
        "number",
        "scale",
        "two",
        "vague",
        "few",
        "fraction",
        "ordinal",
        "month",
        "month_head",
        "weekday",
        "bare_weekday",
        "season",
        "part_of_month",
        "day_words",
        "now",
        "part_of_day",
        "decade",
        "time",
        "code",
        "minus",
    )
)
_COUNTED = frozenset(("noun", "measure", "money"))


@cache
def table(name: str) -> dict[str, Any]:
    """One of the tables beside this module, as it stands there."""
    text = Path(__file__).with_name(f"{name}.yaml").read_text(encoding="utf-8")
    loaded: dict[str, Any] = yaml.load(text, Loader=_Loader)
    return loaded


@cache
def words_of(name: str, key: str) -> frozenset[str]:
    """The folded words of one list of a table."""
    return frozenset(fold_word(str(word)) for word in table(name)[key])


@cache
def phrases(name: str, key: str) -> dict[str, tuple[tuple[tuple[str, ...], Any], ...]]:
    """Phrases of a table by their first word, the longest first: (following words, meaning)."""
    found: dict[str, list[tuple[tuple[str, ...], Any]]] = {}
    entries = table(name)[key]
    for meaning, forms in entries.items():
        listed = forms if isinstance(forms, list) and key not in ("holiday",) else None
        for phrase in listed if listed is not None else [meaning]:
            first, *rest = fold_word(str(phrase)).split()
            found.setdefault(first, []).append((tuple(rest), meaning if listed is not None else forms))
    return {first: tuple(sorted(items, key=lambda item: -len(item[0]))) for first, items in found.items()}


@cache
def _lexicon() -> dict[str, dict[str, Any]]:
    """Folded form -> role -> meaning."""
    entries: dict[str, dict[str, Any]] = {}
    for form, role, meaning in _entries():
        entries.setdefault(fold_word(form), {}).setdefault(role, meaning)
    for form in words_of("numbers", "shy"):
        entries[form]["shy_number"] = True
    for form in words_of("calendar", "shy"):
        entries.setdefault(form, {})["shy_month"] = True
    return entries


def _entries() -> Iterator[tuple[str, str, Any]]:
    yield from _number_entries()
    yield from _calendar_entries()
    yield from _unit_entries()
    yield from _noun_entries()


def _number_entries() -> Iterator[tuple[str, str, Any]]:
    numbers = table("numbers")
    for group in ("one", "ten", "tens", "hundred", "egyptian"):
        for value, forms in numbers[group].items():
            for form in forms:
                yield form, "number", (_rank(value) if group == "egyptian" else group, value)
    for group, role in (("scale", "scale"), ("scale_two", "two"), ("vague", "vague")):
        for value, forms in numbers[group].items():
            for form in forms:
                yield form, role, value
    for form in numbers["zero"]:
        yield form, "number", ("whole", 0)
    for key, role in (("fraction", "fraction"), ("parts", "parts"), ("ordinal", "ordinal")):
        for value, forms in numbers[key].items():
            for form in forms:
                yield form, role, value
    for role in ("minus", "point", "few"):
        for form in numbers[role]:
            yield form, role, True


def _rank(value: int) -> str:
    """The place of an Egyptian number word among the others."""
    if value < 10:
        return "one"
    return "whole" if value < 20 else "tens" if value < 100 else "hundred"


def _calendar_entries() -> Iterator[tuple[str, str, Any]]:
    calendar = table("calendar")
    for hijri, key in ((False, "gregorian"), (True, "hijri")):
        for month, forms in calendar[key].items():
            for form in forms:
                yield form, "month", (month, hijri)
    for hijri, key in ((False, "two_words"), (True, "two_words_hijri")):
        for first, seconds in calendar[key].items():
            yield (
                first,
                "month_head",
                ({fold_word(second): month for second, month in seconds.items()}, hijri),
            )
    for key in ("weekday", "bare_weekday"):
        for number, forms in calendar[key].items():
            for form in forms:
                yield form, key, number
    for role in ("day_words", "part_of_month"):
        for meaning, forms in calendar[role].items():
            for form in forms:
                yield form, role, meaning
    for turn, key in ((-1, "past"), (1, "future"), (0, "present")):
        for form in calendar[key]:
            yield form, "turn", turn
    for role in ("this", "now", "moment"):
        for form in calendar[role]:
            yield form, role, True
    for role in ("season", "part_of_day", "decade"):
        for form, meaning in calendar[role].items():
            yield form, role, meaning


def _unit_entries() -> Iterator[tuple[str, str, Any]]:
    for role in ("time", "measure"):
        for unit, forms in table("units")[role].items():
            for count, key in ((1, "one"), (2, "two"), (0, "many")):
                for form in forms[key]:
                    yield form, role, (unit, count)
                    if count == 1 and len(form) > 2 and form[-1] not in "ةها":
                        yield form + "ا", role, (unit, count)
    for lemma, entry in table("money")["nouns"].items():
        for form in entry["forms"]:
            yield form, "money", (lemma, 2 if form.endswith(("ان", "ين")) and len(form) > 4 else 0)
    for code in table("money")["codes"]:
        yield code, "code", code


def _noun_entries() -> Iterator[tuple[str, str, Any]]:
    for lemma, plurals in table("nouns").items():
        yield lemma, "noun", (lemma, 1)
        if lemma[-1] not in "ةىاء":
            yield lemma + "ا", "noun", (lemma, 1)
        stem = lemma[:-1] + ("ت" if lemma.endswith("ة") else "ي") if lemma[-1] in "ةى" else lemma
        for ending in ("ان", "ين"):
            if stem + ending not in plurals:
                yield stem + ending, "noun", (lemma, 2)
        for plural in plurals:
            yield plural, "noun", (lemma, 0)


def look_up(raw: str) -> Word:
    """What a raw word can mean; ``roles`` is empty for a word of no table; ``NO_WORD`` for «²»."""
    folded = fold_letters(raw)
    known = _known(len(_SIGNS))
    lengths = _LENGTHS.get(folded[:1], ())
    if folded not in known and known.isdisjoint([folded[n:] for n in lengths]):  # nine new words in ten
        return NO_WORD if raw.isdigit() else _unknown(folded)
    lexicon = _lexicon()
    if raw.startswith("وأ") and folded[1:] in ("احد", "احدا"):  # «وأحد» folds to «واحد»
        return _marked(_word(folded, "و", folded[1:], lexicon["احد"]))
    if raw.isdigit():
        return NO_WORD
    if folded not in words_of("numbers", "never"):
        for particles, rest in strip_proclitics(folded):
            if rest in lexicon:
                return _marked(_word(folded, particles, rest, lexicon[rest]))
    return _marked(_unknown(folded))


def _marked(word: Word) -> Word:
    """The word with what it may start."""
    folded, roles = word.folded, word.roles
    written_on = (folded[1:], folded[2:]) if folded[:1] in _WRITTEN_ON else ()
    forms = {folded, word.stem, *written_on}
    if not roles and _telling(len(_SIGNS)).isdisjoint(forms):
        return word
    starting, heads = _first_words()
    starts, opens = not forms.isdisjoint(starting), not forms.isdisjoint(heads)
    two = any(role in roles and roles[role][1] == 2 for role in ("noun", "measure", "money"))
    forms.update(roles)
    if "time" in roles:
        forms.add(f"time {roles['time'][0]}")
    word.starts = starts or two or not _STARTING.isdisjoint(roles)
    word.opens = opens or "this" in roles
    word.counts = not _COUNTED.isdisjoint(roles)
    word.signs = _one_of(frozenset(forms & _SIGNS) or HEAD)
    return word


_SETS: dict[frozenset[str], frozenset[str]] = {}


def _one_of(signs: frozenset[str]) -> frozenset[str]:
    """The one object that stands for these signs: sets that are the same object are told equal at once."""
    return _SETS.setdefault(signs, signs)


@lru_cache(maxsize=1)
def _known(count: int) -> frozenset[str]:
    """The forms of the tables and all that may start a value."""
    return _telling(count).union(_lexicon())


@lru_cache(maxsize=1)
def _telling(_count: int) -> frozenset[str]:
    """All that may start a value, and the signs asked for so far."""
    return frozenset(_SIGNS).union(*_first_words())


@cache
def _first_words() -> tuple[frozenset[str], frozenset[str]]:
    """What may start a value, and what may in front of a number, a date or a unit."""
    starting = phrases("calendar", "holiday").keys() | words_of("grammar", "starting")
    heads = phrases("context", "comparator").keys() | words_of("grammar", "opening")
    return frozenset(starting), frozenset(heads)


def _unknown(folded: str) -> Word:
    """A word of no table; its article still tells a definite noun."""
    if folded[:1] not in _LENGTHS:
        return Word(folded, folded, False, "", False, _NO_ROLES)
    if folded.startswith("ال") and len(folded) > 3:
        return Word(folded, folded[2:], False, "", True, _NO_ROLES)
    match = _DEFINITE.match(folded) if "ال" in folded[:4] or "لل" in folded[:3] else None
    if match is None:
        return Word(folded, folded, False, "", False, _NO_ROLES)
    conjunction, preposition = match[1] != "", match[2] or ("ل" if match[0].endswith("لل") else "")
    return Word(folded, folded[match.end() :], conjunction, preposition, True, _NO_ROLES)


def _word(folded: str, particles: str, stem: str, roles: dict[str, Any]) -> Word:
    article = particles.endswith(("ال", "لل"))
    rest = particles[:-2] if article else particles
    conjunction = rest[:1] in _CONJUNCTIONS and rest != ""
    preposition = rest[1:] if conjunction else rest
    if particles.endswith("لل"):
        preposition += "ل"
    if stem.startswith("ال") and not particles and ("weekday" in roles or "turn" in roles):
        article = True
    return Word(folded, stem, conjunction, preposition, article, roles)
