"""The words of the page and of the terminal text, from one YAML file a language."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import Any

from consistency.wording import Language, plural_form, term
from consistency.yaml_places import read_plain

__all__ = ["Words", "load_words"]


class Words:
    """The interface in one language: ``words("key", name=value)`` and ``words.count("key", 3)``."""

    def __init__(self, language: Language, entries: dict[str, Any]) -> None:
        self.language = language
        self.direction = "rtl" if language == "ar" else "ltr"
        self.entries = entries

    def __call__(self, key: str, **values: object) -> str:
        """The phrase; a place of its text in braces takes the value of that name."""
        phrase: str = self.entries[key]
        return phrase.format(**values) if values else phrase

    def count(self, key: str, number: int) -> str:
        """The phrase for this number of things: ``3 articles``."""
        forms: dict[str, str] = self.entries[key]
        form = forms.get(plural_form(self.language, number), forms["other"])
        return form.format(n=number)

    def reason(self, reason: str) -> str:
        """Why pairs could not be compared, in this language where it is known, else as it came."""
        return term(reason.replace("_", " ")).said_in(self.language)


@lru_cache(maxsize=4)
def load_words(language: Language) -> Words:
    """The words of a language."""
    text = files("consistency.report").joinpath("words", f"{language}.yaml").read_text("utf-8")
    return Words(language, read_plain(text))
