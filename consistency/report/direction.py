"""Which way a text runs, and the stretches of it that run the other way."""

from __future__ import annotations

import re
from dataclasses import dataclass

from consistency.wording import Language

__all__ = ["Run", "is_arabic", "opens_in_arabic", "runs", "speaks_arabic"]

_LETTERS = r"\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff\u0750-\u077f\u08a0-\u08c9\ufb50-\ufdff\ufe70-\ufefc"
_MARKS = r"\u0600-\u060b\u0610-\u061a\u061c\u064b-\u066d\u06d4-\u06f9\u08ca-\u08ff\u200c\u200d"
_ARABIC = re.compile(f"[{_LETTERS}]")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u0370-\u052f]")
_QUOTED = re.compile("«[^«»]*»")
_QUOTE_PARTS = re.compile("(«[^«»]*»)")
# A run is words of one script with blanks and points between them, never at its ends.
_ARABIC_WORD = f"[{_LETTERS}{_MARKS}]+"
_ARABIC_RUN = re.compile(rf"{_ARABIC_WORD}(?:[\s،؛:.«»\"'()/-]+{_ARABIC_WORD})*")
_LATIN_WORD = r"[A-Za-z\u00c0-\u024f][\w./:#-]*"
_LATIN_RUN = re.compile(rf"{_LATIN_WORD}(?:\s+{_LATIN_WORD})*")
_ARABIC_LETTERS = re.compile(_ARABIC_WORD)
_LATIN_LETTERS = re.compile(r"[A-Za-z]{2,}")
_OWN_WORDS = 3


@dataclass(frozen=True)
class Run:
    """A stretch of a sentence; ``foreign`` where it runs against the sentence."""

    text: str
    foreign: bool


def is_arabic(text: str) -> bool:
    """True where Arabic letters outnumber Latin, Greek and Cyrillic ones."""
    return len(_ARABIC.findall(text)) > len(_LATIN.findall(text))


def opens_in_arabic(text: str) -> bool:
    """True where the first letter is Arabic."""
    arabic, latin = _ARABIC.search(text), _LATIN.search(text)
    return arabic is not None and (latin is None or arabic.start() < latin.start())


def speaks_arabic(sentence: str, language: Language) -> bool:
    """Whether a sentence of the tool is Arabic, whatever it quotes between « ».

    A sentence of the page's language may name more in the other one: three words of its own tell it.
    """
    told = _QUOTED.sub("", sentence)
    words = (_ARABIC_LETTERS if language == "ar" else _LATIN_LETTERS).findall(told)
    return (language == "ar") if len(words) >= _OWN_WORDS else is_arabic(told)


def runs(sentence: str, arabic: bool) -> list[Run]:
    """A sentence, Arabic or not, in stretches: those of the other direction apart, to be isolated whole.

    What stands between « » and is of the other direction is one stretch, numbers and points included.
    """
    pattern = _LATIN_RUN if arabic else _ARABIC_RUN
    stretches: list[Run] = []
    for quoted in _QUOTE_PARTS.split(sentence):
        if (
            quoted.startswith("«")
            and len(quoted) > 2
            and is_arabic(quoted) != arabic
            and pattern.search(quoted)
        ):
            stretches += [Run("«", False), Run(quoted[1:-1], True), Run("»", False)]
        else:
            stretches += _runs(quoted, pattern)
    return [run for run in stretches if run.text]


def _runs(text: str, pattern: re.Pattern[str]) -> list[Run]:
    stretches, done = [], 0
    for match in pattern.finditer(text):
        stretches += [Run(text[done : match.start()], False), Run(match[0], True)]
        done = match.end()
    return [*stretches, Run(text[done:], False)]
