"""What happens in a clause: the events of ``events.yaml`` in every gender, number and with every particle."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

from consistency.languages.arabic.normalise import Token, fold_word, strip_proclitics
from consistency.yaml_places import read_plain

__all__ = ["find_event", "inflections"]

_PRONOUNS = ("هما", "هم", "ها", "ه", "نا", "ي")


def inflections(past: str = "", present: str = "", noun: str = "") -> Iterator[str]:
    """The folded forms of a verb or noun that news uses, without particles."""
    if past:
        yield from (past, f"{past}ت", f"{past}وا", f"{past}ا", f"{past}تا")
        if past.endswith("ى"):
            yield from (f"{past[:-1]}ت", f"{past[:-1]}وا")
    if present:
        stem = present[1:]
        for prefix in ("ي", "ت", "ن", "سي", "ست", "سن"):
            yield from (f"{prefix}{stem}", f"{prefix}{stem}ون", f"{prefix}{stem}ان")
    if noun:
        bare = noun.removesuffix("ة")
        yield noun
        yield from (f"{bare}{'ت' if bare != noun else ''}{pronoun}" for pronoun in _PRONOUNS)
        yield f"{bare}تين" if bare != noun else f"{bare}ين"


@cache
def _triggers() -> dict[str, str]:
    """Every folded form with its event; the first event that lists a form keeps it."""
    data = read_plain((files(__package__) / "events.yaml").read_text(encoding="utf-8"))
    forms: dict[str, str] = {}
    for event, words in data.items():
        for part in ("past", "present", "noun"):
            for word in words.get(part, ()):
                for form in inflections(**{part: fold_word(word)}):
                    forms.setdefault(form, event)
    return forms


def find_event(words: Sequence[Token]) -> tuple[str, Token] | None:
    """The first event of a clause and the word that tells it."""
    triggers = _triggers()
    for word in words:
        for particles, rest in strip_proclitics(word.folded):
            if rest in triggers and (len(rest) > 3 or particles in ("", "و", "ف")):
                return triggers[rest], word
    return None
