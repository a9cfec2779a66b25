"""Names of their own, and spellings that are one: محمد and محمود are two names, إسحاق and إسحق are one."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

from rapidfuzz.distance import OSA

from consistency.languages.arabic.names.letters import SPACE, VOWELS, clean

__all__ = [
    "arabic_names",
    "canonical",
    "known_names",
    "of_one_house",
    "persons",
    "same_known",
    "slip_of_known",
    "spelt_in_many_ways",
    "two_names",
    "words",
]

_LISTS = ("given_names.txt", "foreign_names.txt", "place_names.txt", "usual_spellings.txt")
_SERVANT = "عبد"
_ENDINGS = ("ي", "ه")
"""What makes another word of an Arabic name: عباس and عباسي, نبيل and نبيلة."""
_ENOUGH = 4
"""Letters that a word needs to be told from its misspelling."""


def _lines(lists: tuple[str, ...] = _LISTS) -> list[list[str]]:
    """The spellings of each line of the lists, cleaned, each without the article."""
    found = []
    for name in lists:
        text = files("consistency.languages.arabic.names").joinpath(name).read_text("utf-8")
        forms = [line.partition("#")[0].split("،") for line in text.splitlines()]
        found += [["".join(words(_bare(clean(form)))) for form in line if form.strip()] for line in forms]
    return [line for line in found if line]


@lru_cache(maxsize=1)
def known_names() -> dict[str, frozenset[int]]:
    """For each listed spelling, the numbers of the lines it stands in."""
    found: dict[str, set[int]] = {}
    for number, line in enumerate(_lines()):
        for form in line:
            found.setdefault(form, set()).add(number)
    return {form: frozenset(lines) for form, lines in found.items()}


@lru_cache(maxsize=1)
def persons() -> frozenset[str]:
    """The listed names of persons, cleaned, without the article."""
    return frozenset(form for line in _lines(_LISTS[:2]) for form in line)


@lru_cache(maxsize=1)
def arabic_names() -> frozenset[str]:
    """The listed Arabic given names and family words, cleaned, without the article."""
    return frozenset(form for line in _lines(_LISTS[:1]) for form in line)


@lru_cache(maxsize=1)
def _first() -> dict[str, str]:
    """For each spelling of a line with several, the first of them; with the article and without."""
    found = {form: line[0] for line in _lines() for form in line[1:] if form != line[0]}
    return found | {"ال" + form: "ال" + first for form, first in found.items()}


@lru_cache(maxsize=1)
def spelt_in_many_ways() -> frozenset[str]:
    """The listed spellings for which ``canonical`` may give another one, in one house's letters."""
    return frozenset(map(of_one_house, _first()))


def of_one_house(name: str) -> str:
    """A name with one letter for g, which houses write in four ways."""
    return name.replace("ج", "غ").replace("ق", "غ").replace("ك", "غ").replace("گ", "غ")


def canonical(name: str) -> str:
    """A cleaned name with each word in the first of its listed spellings."""
    get = _first().get
    if SPACE not in name:
        return get(name) or get(of_one_house(name), name)
    return SPACE.join([get(word) or get(of_one_house(word), word) for word in name.split(SPACE)])


def _bare(word: str) -> str:
    """A word without the article, where three letters are left."""
    return word[2:] if word.startswith("ال") and len(word) > 4 else word


def words(name: str) -> list[str]:
    """The words of a cleaned name; «عبد الله» is one, as where it is written «عبدالله»."""
    found: list[str] = []
    for word in name.split(SPACE):
        if found and found[-1] == _SERVANT:
            found[-1] += word
        else:
            found.append(word)
    return found


@lru_cache(maxsize=2**15)
def same_known(a: str, b: str) -> bool | None:
    """Whether two cleaned words are one listed name; None when the lists do not tell."""
    names, left, right = known_names(), _bare(a), _bare(b)
    if left == right:
        return True
    for short, long in ((left, right), (right, left)):
        if short in names and short[-1] not in VOWELS and long[:-1] == short and long.endswith(_ENDINGS):
            return bool(names[short] & names.get(long, frozenset()))
    if left not in names or right not in names:
        return None
    return bool(names[left] & names[right]) or of_one_house(left) == of_one_house(right)


def two_names(a: str, b: str) -> bool:
    """Whether some word of one name is, at its place in the other, another name of the lists."""
    left, right = words(a), words(b)
    if len(left) != len(right):
        common = set(left) & set(right)
        left, right = [x for x in left if x not in common], [x for x in right if x not in common]
        if len(left) != len(right):
            return False
    return any(x != y and same_known(x, y) is False for x, y in zip(left, right, strict=True))


def slip_of_known(a: str, b: str) -> bool:
    """Whether two names differ by one letter, in a word that the lists know on one side only."""
    left, right = words(a), words(b)
    if len(left) != len(right):
        return False
    pairs = [(_bare(x), _bare(y)) for x, y in zip(left, right, strict=True) if x != y]
    if len(pairs) != 1 or min(map(len, pairs[0])) < _ENOUGH or pairs[0][0][:2] != pairs[0][1][:2]:
        return False
    known = known_names()
    return (pairs[0][0] in known) != (pairs[0][1] in known) and OSA.distance(*pairs[0], score_cutoff=1) <= 1
