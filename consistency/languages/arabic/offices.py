"""Titles of office around a name: «وزير الخارجية الصيني وانغ يي», «نيكولاي باتروشيف، سكرتير مجلس الأمن»."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files

from consistency.languages.arabic.normalise import Token, fold_word, strip_proclitics
from consistency.languages.arabic.speech import is_verb
from consistency.yaml_places import read_plain

__all__ = [
    "duals",
    "is_dual",
    "is_place_type",
    "office_noun",
    "office_nouns",
    "title_before",
    "title_behind",
    "title_told",
]

_LONGEST = 8


@cache
def _words(name: str) -> frozenset[str]:
    data = read_plain((files(__package__) / "offices.yaml").read_text(encoding="utf-8"))
    return frozenset(fold_word(word) for word in data[name])


def office_nouns() -> frozenset[str]:
    """The nouns of office, without particles and article."""
    return _words("nouns")


@lru_cache(maxsize=2**13)
def office_noun(folded: str) -> str | None:
    """The noun of office in a folded word, without particles and article; None where it is none."""
    return next((rest for _, rest in strip_proclitics(folded) if rest in office_nouns()), None)


@lru_cache(maxsize=2**13)
def is_place_type(folded: str) -> bool:
    """Whether a folded word says what kind of place its name is of: «مدينة», «منطقة»."""
    types = _words("place_types")
    return folded in types or folded.removeprefix("ال") in types or folded[1:] in types


def duals() -> frozenset[str]:
    """Words for two parties that were named before: «البلدان», «الجانبين»."""
    return _words("duals")


def is_dual(folded: str) -> bool:
    """Whether a folded word stands for two parties that were named before."""
    return folded in duals() or folded[1:] in duals()


def title_before(text: str, words: Sequence[Token], name: int) -> tuple[int, int] | None:
    """The words of the title that stands before a name, as indexes; a comma may stand right before the name.

    :param name: the index of the first word of the name.
    """
    for place in range(name - 1, max(name - 1 - _LONGEST, -1), -1):
        word = words[place].folded
        if place < name - 1 and _comma(text, words, place + 1):
            return None
        if office_noun(word) is not None and not _inside(words, place):
            return (place, name) if name - place >= 2 else None
        if word in _words("ends") and word != "في":
            return None
        if is_verb(word) and office_noun(word) is None and word[:2] != "ال":
            return None
    return None


def title_behind(text: str, words: Sequence[Token], behind: int) -> tuple[int, int] | None:
    """The words of the title that stands behind a name and a comma.

    :param behind: the index of the word behind the name.
    """
    if behind >= len(words) or not _comma(text, words, behind) or office_noun(words[behind].folded) is None:
        return None
    if words[behind].folded[:1] == "و" and words[behind].folded[:3] not in ("وزي", "ولي"):
        return None
    end = behind + 1
    while end < min(len(words), behind + _LONGEST) and not _comma(text, words, end):
        if words[end].folded in _words("ends") or is_verb(words[end].folded):
            break
        end += 1
    return (behind, end) if end - behind >= 2 else None


def title_told(text: str, words: Sequence[Token]) -> str | None:
    """The title that an appointment gives: «عين فلان سكرتيرا لمجلس الأمن»."""
    for place, word in enumerate(words):
        if word.folded.endswith("ا") and office_noun(word.folded[:-1]) == word.folded[:-1]:
            end = place + 1
            while end < min(len(words), place + _LONGEST) and not _comma(text, words, end):
                if words[end].folded in _words("ends") or is_verb(words[end].folded):
                    break
                end += 1
            return text[word.start : words[end - 1].end]
    return None


def _inside(words: Sequence[Token], place: int) -> bool:
    """Whether a noun of office only goes on with another: «نائب رئيس الوزراء», «مساعد الرئيس الروسي»."""
    return place > 0 and (office_noun(words[place - 1].folded) is not None)


def _comma(text: str, words: Sequence[Token], place: int) -> bool:
    return place > 0 and any(mark in "،,.:;" for mark in text[words[place - 1].end : words[place].start])
