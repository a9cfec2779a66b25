"""Names in a running text, without the particles written on to them."""

from __future__ import annotations

import re
from typing import Literal

from consistency.languages.arabic.mentions.features import Word, knows, split
from consistency.languages.arabic.mentions.tagger import Tagger, spans
from consistency.languages.arabic.names.letters import clean

__all__ = ["NameKind", "find_names"]

NameKind = Literal["person", "place"]
_KINDS: dict[str, NameKind] = {"person": "person", "place": "place"}
_SENTENCE = re.compile(r"[^\n.!؟]+(?:[.!؟]+|\n|$)")
_PARTICLES = ("ولل", "فلل", "لل", "ول", "وب", "فل", "فب", "و", "ف", "ل", "ب", "ك")
_LEAST = 3
"""Letters that a name keeps when a particle is taken off it."""


def find_names(text: str) -> list[tuple[int, int, NameKind]]:
    """Persons and places named in a text: (start, end, kind), raw code points, end exclusive, in order."""
    tagger, found = Tagger.shipped(), []
    sentences = [_words(match) for match in _SENTENCE.finditer(text)]
    seen = {word.folded for words in sentences for word in words}
    for words in sentences:
        first = {word.start: word for word in words}
        for start, end, kind in spans(words, tagger.tag(words)):
            start += _particle(first[start].folded, text[start:end], seen)
            if kind in _KINDS:
                found.append((start, end, _KINDS[kind]))
    return found


def _words(match: re.Match[str]) -> list[Word]:
    """The words of a sentence, placed in the text."""
    return [
        Word(word.start + match.start(), word.end + match.start(), word.folded) for word in split(match[0])
    ]


def _particle(folded: str, raw: str, seen: set[str]) -> int:
    """How many raw letters at the head of a name are particles.

    A particle is taken off where the rest stands alone in the text or in the lists, and the whole is in none;
    «و» also before the article.
    """
    if knows(clean(folded)):
        return 0
    for particle in _PARTICLES:
        rest = folded[len(particle) :]
        if not folded.startswith(particle) or len(rest) < _LEAST or not raw.startswith(particle):
            continue
        if rest in seen or knows(clean(rest)) or (particle == "و" and rest.startswith("ال")):
            return len(particle)
    return 0
