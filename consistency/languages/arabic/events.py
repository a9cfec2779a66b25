"""What happens in a clause: the events of ``events.yaml`` in every gender, number and with every particle."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal, NamedTuple

from consistency.languages.arabic.normalise import Token, fold_word, strip_proclitics
from consistency.yaml_places import read_plain

__all__ = ["Trigger", "family", "find_event", "inflections", "is_lasting", "is_repeated", "trigger"]

Part = Literal["past", "present", "noun"]
_PARTS: tuple[Part, ...] = ("past", "present", "noun")
_PRONOUNS = ("هما", "هم", "ها", "ه", "نا", "ي")
_OBJECTS = ("ه", "ها", "هم", "هما")
_VERB_PARTICLES = ("", "و", "ف", "ل")
_PHASES = ("begin", "end", "stop", "receive-goods")
"""Events that pass on to the noun behind them: «بدأ زيارة», «انتهاء زيارة», «تلقى دعوة»."""
_NEAR_NOUN = 4
_REACH = 10
"""Words behind a light verb or a phase among which its noun is sought."""


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


@lru_cache(maxsize=2**16)
def trigger(folded: str) -> Trigger | None:
    """The event that a folded word tells by itself, behind its particles too."""
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
def _light() -> frozenset[str]:
    """Verbs that pass their event on to the noun behind them."""
    data = read_plain((files(__package__) / "speech.yaml").read_text(encoding="utf-8"))
    return frozenset(fold_word(word) for word in data["light"])


def find_event(words: Sequence[Token]) -> tuple[str, Token] | None:
    """The event of a clause and the word that tells it.

    The first verb tells it, unless it passes the event on to a noun («أجرى محادثات») or only says where
    another event stands («أنهى زيارة» is to leave); without a verb the first noun does.
    """
    told = [
        (place, found)
        for place, word in enumerate(words)
        if (found := trigger(word.folded)) and not _according(words, place)
    ]
    verbs = [(place, found) for place, found in told if found.part != "noun"]
    verbs = [v for v in verbs if v[0] == 0 or not _relative(words[v[0] - 1])] or verbs
    if not told:
        return None
    if not verbs and _other_verb(words, told[0][0]):
        return None
    heads = [(p, t) for p, t in told if t.part != "noun" or not _circumstance(words, p)]
    light = next((place for place, word in enumerate(words) if _bare(word.folded) in _light()), None)
    if verbs and (light is None or verbs[0][0] < light):
        place, found = verbs[0]
    elif light is not None:
        passed = next(((p, t) for p, t in heads if light < p <= light + _REACH), None)
        if passed is None and light <= 1:
            return None
        place, found = passed or told[0]
    else:
        place, found = told[0]
    event = found.event
    if event in _PHASES:
        behind = next(
            (
                (p, t)
                for p, t in told
                if place < p <= place + _REACH and t.part == "noun" and t.event not in _PHASES
            ),
            None,
        )
        if behind is not None:
            place = behind[0]
            event = "leave" if (event, behind[1].event) == ("end", "visit") else behind[1].event
    return _fitting(event, words), words[place]


def _fitting(event: str, words: Sequence[Token]) -> str:
    """The event itself, or what it is without the words that it needs."""
    entry = _data()[event]
    needed = {fold_word(word) for word in entry.get("needs", ())}
    if not needed or any(rest in needed for word in words for _, rest in strip_proclitics(word.folded)):
        return event
    return entry["otherwise"][0]


def _according(words: Sequence[Token], place: int) -> bool:
    """«بناء على» builds nothing."""
    following = words[place + 1].folded if place + 1 < len(words) else ""
    return _bare(words[place].folded) == "بناء" and following == "على"


def _circumstance(words: Sequence[Token], place: int) -> bool:
    """«محايد في الحرب», «منذ الهجوم»: an act that the clause only stands in."""
    return place > 0 and _bare(words[place - 1].folded) in (
        "في",
        "من",
        "منذ",
        "خلال",
        "بعد",
        "قبل",
        "على",
        "وسط",
    )


def _relative(word: Token) -> bool:
    return _bare(word.folded) in ("الذي", "التي", "الذين", "اللذين", "اللتين")


@cache
def _others() -> frozenset[str]:
    data = read_plain((files(__package__) / "speech.yaml").read_text(encoding="utf-8"))
    return frozenset(fold_word(word) for word in data["other_verbs"]) - _light()


def _other_verb(words: Sequence[Token], noun: int) -> bool:
    """Whether a verb of no listed event stands before the first noun or near behind: it tells the clause."""
    return any(_bare(word.folded) in _others() for word in words[: noun + _NEAR_NOUN])


def _bare(folded: str) -> str:
    return folded[1:] if folded[:1] in ("و", "ف") and len(folded) > 3 else folded
