"""Classes of words that tell who speaks, whether a clause denies, and how sure it is told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from consistency.languages.arabic.events import Trigger, inflections, read_trigger, trigger
from consistency.languages.arabic.normalise import Token, fold_word
from consistency.languages.arabic.values.tense import is_future
from consistency.model import Modality, Polarity
from consistency.yaml_places import read_plain

__all__ = [
    "bare",
    "classes_of",
    "describes",
    "has_verb_shape",
    "hedges",
    "is_in",
    "is_negation",
    "is_plain_verb",
    "is_preposition",
    "is_saying",
    "is_unnamed",
    "is_verb",
    "is_verb_form",
    "joined_by",
    "listed_words",
    "may_colour",
    "may_deny",
    "modality",
    "participle",
    "polarity",
]

_NONE: frozenset[str] = frozenset()
_COLOURING = frozenset(("denied", "intended"))
_SHORTEST_VERB = 4
_DESCRIBING = frozenset(("وصف", "وصفت", "يصف", "تصف", "وصفته", "وصفتها", "وصفها", "وصفه"))
_PREPOSITIONS = frozenset(
    (
        "في", "من", "الى", "على", "عن", "مع", "بين", "ضد", "لدى", "عبر", "نحو", "خلال", "حول", "بعد", "قبل",
        "منذ", "قرب", "شمال", "جنوب", "شرق", "غرب", "وسط", "داخل", "خارج", "تجاه", "باتجاه", "جنوبي", "شمالي",
        "شرقي", "غربي",
    )
)  # fmt: skip
_HEAD = 4
"""Words among which «عدم» denies the clause and no part of it."""


@cache
def _data() -> dict[str, Any]:
    return dict(read_plain((files(__package__) / "speech.yaml").read_text(encoding="utf-8")))


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(fold_word(word) for word in _data()[name])


@cache
def _saying() -> frozenset[str]:
    verbs = _data()["verbs"]
    past = (form for verb in verbs["past"] for form in inflections(past=fold_word(verb)))
    present = (form for verb in verbs["present"] for form in inflections(present=fold_word(verb)))
    return frozenset((*past, *present))


@cache
def _participles() -> frozenset[str]:
    listed = [fold_word(word) for word in _data()["participles"]]
    bodies = [word.removesuffix("ا") for word in listed]
    return frozenset((*listed, *(f"{body}{ending}" for body in bodies for ending in ("ة", "ين", "", "ات"))))


@cache
def _joined() -> dict[str, frozenset[str]]:
    return {fold_word(first): frozenset(map(fold_word, then)) for first, then in _data()["joined"].items()}


def bare(folded: str) -> str:
    """A folded word without «و» or «ف» in front."""
    return folded[1:] if folded[:1] in ("و", "ف") and len(folded) > 3 else folded


@cache
def _classes() -> dict[str, frozenset[str]]:
    """Every listed word with its classes: a word asks once for all of them."""
    classes: dict[str, set[str]] = defaultdict(set)
    for name, words in _data().items():
        if isinstance(words, list):
            for word in words:
                classes[fold_word(word)].add(name)
    return {word: frozenset(names) for word, names in classes.items()}


@cache
def listed_words() -> frozenset[str]:
    """Every word, without particles, of which a list or a table of forms says something."""
    listed = (_PREPOSITIONS, _DESCRIBING, ("قد",))
    return _saying().union(_participles(), _joined(), _classes(), *listed)


@lru_cache(maxsize=2**13)
def classes_of(folded: str) -> frozenset[str]:
    """The classes of ``speech.yaml`` that a folded word belongs to, with or without «و»."""
    own = _classes().get(folded, _NONE)
    core = bare(folded)
    return own if core is folded else own | _classes().get(core, _NONE)


def is_in(name: str, folded: str) -> bool:
    """Whether a folded word, with or without «و», belongs to a class of ``speech.yaml``."""
    return name in classes_of(folded)


def is_saying(folded: str) -> bool:
    """Whether it is a verb of saying."""
    return folded in _saying() or bare(folded) in _saying()


def is_preposition(word: str) -> bool:
    """Whether a word without «و» governs the noun behind it: «في», «شمالي»."""
    return word in _PREPOSITIONS


def describes(folded: str) -> bool:
    """Whether what it governs is only the half of what is said: «وصف»."""
    return bare(folded) in _DESCRIBING


def hedges(folded: str) -> bool:
    """Whether it is a fear, a report or the like: «مخاوف», «التقارير»."""
    return is_in("hedges", folded.removeprefix("ال")) or is_in("hedges", bare(folded).removeprefix("ال"))


def participle(folded: str) -> bool:
    """Whether it goes on with the speaker of the sentence: «مضيفا», «مؤكدة»."""
    return bare(folded) in _participles()


def joined_by(folded: str) -> frozenset[str]:
    """The words that open a clause together with a word before them: «بعد أن», «في حين»."""
    return _joined().get(bare(folded), _NONE) | _joined().get(folded, _NONE)


@lru_cache(maxsize=2**13)
def is_verb(folded: str) -> bool:
    """Whether a folded word, behind «و» or «ف» too, is likely a finite verb."""
    return is_plain_verb(folded) or (bare(folded) != folded and is_plain_verb(bare(folded)))


@cache
def _listed_verbs() -> frozenset[str]:
    return _words("other_verbs") | _words("negative_verbs") | _saying()


def is_plain_verb(word: str) -> bool:
    """Whether a folded word without particles is likely a finite verb."""
    return is_verb_form(word, read_trigger(word))


def is_verb_form(word: str, found: Trigger | None) -> bool:
    """The same, given the event that the word tells."""
    if word in _listed_verbs() or (found is not None and found.part != "noun"):
        return True
    if word in _words("not_verbs"):
        return False
    return has_verb_shape(word)


def has_verb_shape(word: str) -> bool:
    """The same, of a word that no list knows."""
    likely = len(word) >= _SHORTEST_VERB and word[0] == "ي" and not word.endswith(("ة", "ي"))
    return likely or is_future(word)


def is_unnamed(words: Sequence[str]) -> bool:
    """Whether the words of a speaker name nobody: «مصادر أمنية», «الخبراء»."""
    first = 2 if words and is_in("quantifiers", words[0]) else 0
    return any(word.removeprefix("ال") in _words("unnamed") for word in words[first : first + 1])


def is_negation(word: Token) -> bool:
    """Whether a word denies the verb behind it; «عدم» denies a noun and often stands for a verb of denial."""
    return word.folded.removeprefix("و") in ("لم", "لن", "لا", "ليس", "ليست")


def polarity(words: Sequence[Token], denying: Iterable[int]) -> Polarity:
    """Negative where a particle or a verb of refusal denies the event of the clause.

    :param denying: the places of the words that ``may_deny``.
    """
    for place in denying:
        word = words[place]
        following = words[place + 1].folded if place + 1 < len(words) else ""
        core = bare(word.folded)
        if _negates(word.folded) and following not in _words("no_denial"):
            return "negative"
        if core in _words("negative_verbs"):
            return "negative"
        if place < _HEAD and core in _words("negating_nouns") and not is_verb(words[0].folded):
            return "negative"
    return "positive"


def may_deny(folded: str) -> bool:
    """Whether a word can make its clause a negative one, by ``polarity``."""
    core = bare(folded)
    return _negates(folded) or core in _words("negative_verbs") or core in _words("negating_nouns")


def _negates(folded: str) -> bool:
    """«لم», and «ولم», which is too short for a particle elsewhere."""
    return folded in _words("negations") or (folded[:1] in ("و", "ف") and folded[1:] in _words("negations"))


def modality(words: Sequence[Token], colouring: Sequence[int], *, reported: bool, denied: bool) -> Modality:
    """Denied before reported before intended; asserted where nothing else shows.

    :param colouring: the places of the words that ``may_colour``.
    :param reported: whether the speaker names nobody, or only believes.
    :param denied: whether somebody is told to deny it.
    """
    telling = [words[place].folded for place in colouring]
    if denied or any(is_in("denied", word) for word in telling):
        return "denied"
    if reported or any(_may_be(words, place) for place in colouring):
        return "reported"
    if any(is_future(bare(word)) or is_in("intended", word) for word in telling):
        return "intended"
    return "asserted"


def may_colour(folded: str) -> bool:
    """Whether a word can make its clause anything but asserted, by ``modality``."""
    core = bare(folded)
    return core == "قد" or is_future(core) or not _COLOURING.isdisjoint(classes_of(folded))


def _may_be(words: Sequence[Token], place: int) -> bool:
    """«قد تزود»: behind «قد» a verb of the present may be, one of the past has been."""
    if bare(words[place].folded) != "قد" or place + 1 >= len(words):
        return False
    after = words[place + 1]
    return after.folded[:1] in ("ي", "ت") and is_verb(after.folded) and not _past(after)


def _past(word: Token) -> bool:
    found = trigger(word.folded)
    return found is not None and found.part == "past"
