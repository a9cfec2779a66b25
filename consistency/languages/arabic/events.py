"""What happens in a clause: the events of ``events.yaml`` in every gender, number and with every particle."""

from __future__ import annotations

from collections.abc import Iterator, KeysView
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal, NamedTuple

from consistency.languages.arabic.normalise import fold_word, strip_proclitics
from consistency.yaml_places import read_plain

__all__ = [
    "MEETINGS",
    "Trigger",
    "family",
    "inflections",
    "is_lasting",
    "is_light",
    "is_other_verb",
    "is_repeated",
    "needs",
    "read_trigger",
    "told_words",
    "trigger",
]

Part = Literal["past", "present", "noun"]
_PARTS: tuple[Part, ...] = ("past", "present", "noun")
_PRONOUNS = ("هما", "هم", "ها", "ه", "نا", "ي")
_OBJECTS = ("ه", "ها", "هم", "هما")
_VERB_PARTICLES = ("", "و", "ف", "ل")
MEETINGS = frozenset(("meet", "talk", "visit", "receive", "arrive"))
"""What «الزيارة» and «المحادثات» go back to."""


class Trigger(NamedTuple):
    """The event that a word tells and what kind of word it is."""

    event: str
    part: Part


def inflections(past: str = "", present: str = "", noun: str = "") -> Iterator[str]:
    """The folded forms of a verb or noun that news uses, without particles."""
    if past:
        yield from (past, f"{past}ت", f"{past}وا", f"{past}ا", f"{past}تا")
        if past.endswith("ى"):
            yield from (f"{past[:-1]}ت", f"{past[:-1]}وا", f"{past[:-1]}يا")
    if present:
        stem = present[1:]
        for prefix in ("ي", "ت", "ن", "سي", "ست", "سن"):
            yield from (f"{prefix}{stem}", f"{prefix}{stem}ون", f"{prefix}{stem}ان")
    if noun:
        bare = noun.removesuffix("ة")
        yield noun
        yield from (f"{bare}{'ت' if bare != noun else ''}{pronoun}" for pronoun in _PRONOUNS)
        yield f"{bare}تين" if bare != noun else f"{bare}ين"


def _with_objects(past: str = "", present: str = "", noun: str = "") -> Iterator[str]:
    """More forms of verbs: with the object written on, and shortened behind «لم»."""
    if past:
        yield from (f"{past}{ending}{pronoun}" for ending in ("", "ت") for pronoun in _OBJECTS)
    if present:
        stem = present[1:]
        for prefix in ("ي", "ت", "سي", "ست"):
            yield from (f"{prefix}{stem}{ending}" for ending in (*_OBJECTS, "وا", "ا"))


@cache
def _data() -> dict[str, dict[str, list[str]]]:
    return dict(read_plain((files(__package__) / "events.yaml").read_text(encoding="utf-8")))


def family(event: str | None) -> str | None:
    """The event under which two of one kind are compared: to arrive is to visit."""
    return None if event is None else _data().get(event, {}).get("kind of", [event])[0]


def is_lasting(event: str | None) -> bool:
    """Whether what is told of it on one day holds on others too."""
    return event is not None and "lasting" in _data().get(event, {})


def is_repeated(event: str | None) -> bool:
    """Whether it happens at many places on one day."""
    return event is not None and "repeated" in _data().get(event, {})


@cache
def needs(event: str) -> tuple[frozenset[str], str]:
    """The folded words of which an event needs one in its clause, if any, and what it is without them."""
    entry = _data()[event]
    needed = frozenset(fold_word(word) for word in entry.get("needs", ()))
    return needed, entry["otherwise"][0] if needed else event


@cache
def _triggers() -> dict[str, Trigger]:
    """Every folded form with its event; the first event that lists a form keeps it."""
    data = _data()
    forms: dict[str, Trigger] = {}
    for make in (inflections, _with_objects):
        for event, words in data.items():
            for part in _PARTS:
                for word in words.get(part, ()):
                    for form in make(**{part: fold_word(word)}):
                        forms.setdefault(form, Trigger(event, part))
    return forms


def told_words() -> KeysView[str]:
    """Every form, without particles, that tells an event."""
    return _triggers().keys()


@lru_cache(maxsize=2**13)
def trigger(folded: str) -> Trigger | None:
    """The event that a folded word tells by itself, behind its particles too."""
    return read_trigger(folded)


def read_trigger(folded: str) -> Trigger | None:
    """The same, for a word that is asked once."""
    triggers = _triggers()
    for particles, rest in strip_proclitics(folded):
        found = triggers.get(rest)
        if found is None or (len(rest) <= 3 and particles not in ("", "و", "ف", "ال", "وال")):
            continue
        if particles == "ف" and len(rest) <= 3:  # «فيصل» is a name
            continue
        if found.part == "noun" or particles in _VERB_PARTICLES:
            return found
        if found.part == "past" and particles.endswith("ال"):  # «التوجه», «القصف»: the act itself
            return Trigger(found.event, "noun")
    return None


@cache
def _listed(name: str) -> frozenset[str]:
    data = read_plain((files(__package__) / "speech.yaml").read_text(encoding="utf-8"))
    return frozenset(fold_word(word) for word in data[name])


def is_light(word: str) -> bool:
    """Whether a word without «و» is a verb that passes its event on to the noun behind it."""
    return word in _listed("light")


def is_other_verb(word: str) -> bool:
    """Whether a word without «و» is a verb of no listed event."""
    return word in _listed("other_verbs") and not is_light(word)
