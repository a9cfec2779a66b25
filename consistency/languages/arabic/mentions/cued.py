"""Names that their neighbours give away: behind a title or an office, or between «في» and «شرقي».

The sequence model is told of few Chinese, Korean or African names.  A word that news hardly knows and that
stands where only a name can stand is one all the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import compress, count, pairwise
from typing import Literal, NamedTuple

from consistency.languages.arabic.lexicon import frequency
from consistency.languages.arabic.mentions.features import (
    Word,
    cued,
    cues,
    is_place,
    is_verb,
    knows,
    readings,
    with_particles,
)
from consistency.languages.arabic.names.known import persons
from consistency.languages.arabic.names.letters import clean

__all__ = ["Titled", "goes_on", "is_title", "placed", "title_places", "titled", "titled_alone"]

_RARE = 400
"""Times in the lexicon's 29 million words from which on a word that no list names is no name."""
_SHORT = 3
_SURNAME = 5000
_NOUN = 30
_TEAMS = frozenset(("فريق", "الفريق", "العالم", "عالم"))
"""Titles that are other things more often."""
_NO_NAMES = frozenset(("باسم", "هو", "هي", "خادم", "ان", "ال"))
"""Listed names that are other words more often."""
_BARE_TITLES = frozenset(("د", "دكتور", "نظيره", "نظيرته"))
"""Titles that stand before a name without the article."""
_JOINED = ("وال", "فال", "بال", "كال", "لل", "ولل")
"""Particles before the article: no name begins with them."""
_PRONOUNS = ("ها", "هم", "هما", "نا")
_ADJECTIVE = ("ي", "يه", "ية", "يين", "يون")
_OFFICE = 6
"""Words of the longest office before a name: «نائب رئيس مجلس الوزراء وزير الدولة لشؤون الطاقة»."""
_NAME = 4

_SIDES = frozenset(
    ("شرق", "غرب", "شمال", "جنوب", "شرقي", "غربي", "شمالي", "جنوبي", "عاصمه", "عاصمة", "العاصمه", "العاصمة")
)
_TOWNS = frozenset(
    (
        "مدينه",
        "مدينة",
        "بلده",
        "بلدة",
        "قريه",
        "قرية",
        "ولايه",
        "ولاية",
        "محافظه",
        "محافظة",
        "مقاطعه",
        "مقاطعة",
        "اقليم",
        "جزيره",
        "جزيرة",
    )
)


class Titled(NamedTuple):
    """A name behind a title: indexes into the words of its sentence, and the words of the title, folded."""

    start: int
    end: int
    title: tuple[str, ...]

    @property
    def kind(self) -> Literal["person"]:
        return "person"


def is_title(folded: str) -> bool:
    """Whether a folded word is, but for particles, a title, and no given name: «أمير», «الأمين»."""
    return folded in _titles()


def title_places(words: Sequence[str]) -> list[int]:
    """Which of the folded words of a text are titles, in order."""
    return list(compress(count(), map(_titles().__contains__, words)))


@lru_cache(maxsize=1)
def _titles() -> frozenset[str]:
    """Whatever is a title, particles before it or not: every word is asked for it."""
    words = with_particles(cues("titles")) - _TEAMS
    return frozenset(word for word in words if word.startswith("ال") or not knows(clean(word)))


def titled_alone(words: Sequence[Word], place: int) -> bool:
    """Whether a single title stands at a place, and what may be a name behind it: «السيد س»."""
    head = words[place].folded
    return is_title(head) and _is_whole([head]) and _begins(words, place + 1)


def titled(words: list[Word]) -> Iterator[Titled]:
    """The names behind titles in a sentence, in order."""
    place = 0
    while place < len(words):
        found = _behind(words, place) if is_title(words[place].folded) else None
        if found and not (place and words[place - 1].folded in ("عبد", "بن", "ابن")):
            yield found
            place = found.end
        else:
            place += 1


def _behind(words: list[Word], head: int) -> Titled | None:
    """The name behind the title at a place, over the words of its office and one comma."""
    place, title = head + 1, [words[head].folded]
    while place < len(words) and len(title) < _OFFICE:
        word = words[place].folded
        if _begins(words, place) and _is_whole(title):
            return _name(words, place, title)
        if word == "،" and len(title) > 1 and _begins(words, place + 1):
            return _name(words, place + 1, title)
        if not _is_of_office(word):
            return None
        title.append(word)
        place += 1
    return None


def _is_whole(title: list[str]) -> bool:
    """Whether a title may stand before a name: «الوزير», or an office that a noun or a country ends."""
    if len(title) == 1:
        return any(rest.startswith("ال") or rest in _BARE_TITLES for _, rest in readings(title[0]))
    return title[-1].startswith("ال") or len(title) > 2


def _name(words: list[Word], start: int, title: list[str]) -> Titled:
    end = start + 1
    while end < len(words) and end - start < _NAME and goes_on(words[end].folded):
        end += 1
    return Titled(start, end, tuple(title))


def _begins(words: Sequence[Word], place: int) -> bool:
    """Whether a name begins at a place; a short word begins one before a rare word only: «لي تشيانغ»."""
    if place >= len(words):
        return False
    word = words[place].folded
    if _may_be_name(word):
        return True
    follows = words[place + 1].folded if place + 1 < len(words) else ""
    return word.isalpha() and 2 <= len(word) <= _SHORT and not cued("into", word) and _is_unknown(follows)


def _may_be_name(folded: str) -> bool:
    if (
        not _is_arabic(folded)
        or len(folded) < 2
        or folded in _NO_NAMES
        or cued("verbs", folded)
        or cued("into", folded)
        or is_title(folded)
    ):
        return False
    return (clean(folded) in persons() and not folded.endswith("ى")) or _is_unknown(folded)


def goes_on(folded: str) -> bool:
    """Whether a word behind a name belongs to it; news knows «بايدن» well, but never with the article."""
    if _may_be_name(folded) or folded == "الله":
        return True
    common = frequency(folded)
    if not _is_arabic(folded) or len(folded) <= _SHORT or common > _SURNAME:
        return False
    if folded.startswith("ال"):
        return common < _RARE or clean(folded).removeprefix("ال") in persons()
    if cued("verbs", folded) or cued("into", folded):
        return False
    if is_verb(folded) or is_place(folded) or is_title(folded) or folded.endswith(_PRONOUNS):
        return False
    if any(frequency(rest) >= common for mark, rest in readings(folded) if mark):
        return False
    return _NOUN * frequency("ال" + folded) < common


@lru_cache(maxsize=2**15)
def _is_unknown(folded: str) -> bool:
    """Whether news hardly knows a word, and it is no adjective of a country: «الكوستاريكي»."""
    if not _is_arabic(folded) or (folded.startswith("ال") and folded.endswith(_ADJECTIVE)):
        return False
    if is_verb(folded) or folded.startswith(_JOINED):
        return False
    return all(frequency(rest) < _RARE for _, rest in readings(folded))


def _is_arabic(folded: str) -> bool:
    return folded.isalpha() and "\u0600" <= folded[0] <= "\u06ff"


def _is_of_office(folded: str) -> bool:
    """Whether a word may stand in the name of an office: a common word, no verb of news, no preposition."""
    outside = any(cued(kind, folded) for kind in ("verbs", "into"))
    return _is_arabic(folded) and not outside and len(folded) > 1 and not is_title(folded)


def placed(words: list[Word]) -> Iterator[int]:
    """The places of unknown words that stand as places: «في س شرقي», «مدينة س»."""
    towns, into = _towns(), cues("into")
    for k, (one, word) in enumerate(pairwise(words), start=1):
        before, after = one.folded, words[k + 1].folded if k + 1 < len(words) else ""
        if (before in towns or (after in _SIDES and before in into)) and _is_unknown(word.folded):
            yield k


@lru_cache(maxsize=1)
def _towns() -> frozenset[str]:
    return with_particles(_TOWNS)
