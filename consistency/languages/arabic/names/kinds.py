"""The kind of a difference: habit, house style, slip of the hand, or another name."""

from __future__ import annotations

from functools import lru_cache
from itertools import permutations
from typing import Literal

from rapidfuzz.distance import Prefix

from consistency.languages.arabic.names.align import Edit, lacking_word
from consistency.languages.arabic.names.costs import sounds
from consistency.languages.arabic.names.known import slip_of_known, two_names
from consistency.languages.arabic.names.letters import ALPHABET, SPACE, VOWELS

__all__ = ["Kind", "exchanges", "in_article", "kind_of_edit", "kind_of_name", "may_be_one"]

Kind = Literal["same", "orthographic", "style", "slip", "truncated", "other"]
_SLIPS = 2
"""More slips than this in one name are another name."""
_EDITS = 3
"""More edits than this in one word are another word, whatever their kinds."""
_LONG = 6
"""A letter exchanged for its neighbour is a slip in names of so many letters, not in shorter ones."""
_WHOLE = 9
"""In names of several words and so many letters a lost letter is a slip even in a word of four letters."""
_LETTERS = frozenset(ALPHABET) - {SPACE}
_FOREIGN_ONLY = frozenset(("ayn", "end"))
"""Sounds that mix where an Arabic name comes back through another script, which is no house's style."""


def kind_of_name(edits: tuple[Edit, ...], a: str, b: str) -> Kind:
    """The kind of the difference between two cleaned names, from the edits between them."""
    kinds = [kind_of_edit(edit, a, b) for edit in edits]
    counted = sum(not _free(edit, a, b) for edit in edits)
    if two_names(a, b) or "other" in kinds or kinds.count("slip") > _SLIPS:
        return "other"
    if counted > _EDITS + a.count(SPACE):
        return "other"
    if "truncated" in kinds:
        return "truncated"
    return "slip" if "slip" in kinds else "style"


def _free(edit: Edit, a: str, b: str) -> bool:
    """Whether any number of such edits leaves a name the same."""
    if edit.act == "substitute" and edit.end - edit.begin == 1:
        return "g" in sounds().shared(a[edit.begin], b[edit.other_begin : edit.other_begin + 1])
    return SPACE in a[edit.begin : edit.end] + b[edit.other_begin : edit.other_end] or "article" in edit.act


def kind_of_edit(edit: Edit, a: str, b: str) -> Kind:
    """The kind of one edit between two cleaned names."""
    if edit.act == "word exchanged":
        return "other"
    if edit.act.startswith("article"):
        return "style"
    if word := lacking_word(edit, a, b):
        if word in sounds().fillers:
            return "style"
        return "other" if word.removeprefix("ال") in sounds().telling else "truncated"
    if edit.act == "substitute":
        return _substituted(edit, a, b)
    if edit.act == "swap":
        shorter = min(len(_word(a, edit.begin)[0]), len(_word(b, edit.other_begin)[0]))
        return "slip" if shorter > 3 else "other"
    text, place = (a, edit.begin) if edit.act == "drop" else (b, edit.other_begin)
    return _dropped(text, place)


def may_be_one(a: str, b: str) -> bool:
    """Whether one edit may part two cleaned words so that they are one name: asked before they are aligned.

    False only where one letter is exchanged, lost or added, and makes another word.
    """
    place = Prefix.similarity(a, b)
    if len(a) == len(b):
        exchanged = place < len(a) and a[place + 1 :] == b[place + 1 :]
        return not exchanged or _substituted(_exchange(place), a, b) != "other"
    short, long = (a, b) if len(a) < len(b) else (b, a)
    if long[place + 1 :] != short[place:] or not _LETTERS.issuperset(long):
        return True
    run = place - len(long[: place + 1].rstrip(long[place])) + 1  # Any of equal letters may be the lost one.
    return any(_dropped(long, place - back) != "other" for back in range(run))


def _exchange(place: int) -> Edit:
    return Edit("substitute", place, place + 1, place, place + 1, 0.0)


def _word(name: str, place: int) -> tuple[str, int]:
    """The word that a place of a name lies in, and the place within the word."""
    start = name.rfind(SPACE, 0, place) + 1
    return name[start:].split(SPACE)[0], place - start


def in_article(name: str, place: int) -> bool:
    """Whether a letter of a cleaned name belongs to the article of its word."""
    word, at = _word(name, place)
    return at < 2 and word.startswith("ال") and len(word) > 4


def _substituted(edit: Edit, a: str, b: str) -> Kind:
    x, y = a[edit.begin], b[edit.other_begin]
    if not _may_be_exchanged(x, y):
        return "other"
    (word, place), (other, _) = _word(a, edit.begin), _word(b, edit.other_begin)
    letters, pair = min(len(word), len(other)), frozenset((x, y))
    if pair == {"ا", "ه"} and place == len(word) - 1:
        return "style"
    if pair <= VOWELS:
        return "style" if place > 0 and letters > 3 else "other"
    if _sound_alike(x, y):
        return "style"
    return "slip" if letters > 3 and len(a) >= _LONG else "other"


@lru_cache(maxsize=2**12)
def _may_be_exchanged(x: str, y: str) -> bool:
    """Whether one of two letters may stand for the other in some word: for most no word need be looked at."""
    pair = frozenset((x, y))
    written = pair == {"ا", "ه"} or pair <= VOWELS or pair in sounds().dots or pair in sounds().keys
    return written or _sound_alike(x, y)


@lru_cache(maxsize=1)
def exchanges() -> tuple[tuple[str, str], ...]:
    """The letters of which the one may stand for the other in some word, each two both ways round.

    Of words that another letter parts, ``may_be_one`` rules out all others.
    """
    return tuple(both for both in permutations(ALPHABET, 2) if _may_be_exchanged(*both))


def _sound_alike(x: str, y: str) -> bool:
    return bool(set(sounds().shared(x, y)) - _FOREIGN_ONLY)


def _dropped(name: str, place: int) -> Kind:
    """The kind of a letter that the other spelling lacks."""
    word, at = _word(name, place)
    letter, before, after = name[place], word[at - 1 : at] if at else "", word[at + 1 : at + 2]
    if letter == SPACE or in_article(name, place) or (letter == "و" and not at and len(word) > 3):
        return "style"  # A و before a word is the particle «and» more often than a slip.
    if letter == "ا" and not at and (len(word) > 4 or word == "ابن"):
        return "style"
    if letter + after in sounds().clusters:
        return "style"
    if letter in VOWELS and letter in (before, after) and after:
        return "style"
    if letter == "ه" and at and after:
        return "style"
    if letter in VOWELS or letter in (before, after):
        return "slip" if len(word) > (3 if SPACE in name else 4) else "other"
    if at and slip_of_known(name, name[:place] + name[place + 1 :]):
        return "slip"
    least = 3 if SPACE in name and len(name) >= _WHOLE else 5
    return "slip" if len(word) > least and before else "other"
