"""Names in a running text, without titles and the particles written on to them."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from consistency.languages.arabic.lexicon import frequency
from consistency.languages.arabic.mentions.features import Word, cued, knows, readings, split
from consistency.languages.arabic.mentions.tagger import Tagger, spans
from consistency.languages.arabic.names.letters import clean

__all__ = ["Mention", "NameKind", "find_names", "is_title"]

NameKind = Literal["person", "place"]
_KINDS: dict[str, NameKind] = {"person": "person", "place": "place"}
_SENTENCE = re.compile(r"[^\n.!؟]+(?:[.!؟]+|\n|$)")
_PARTICLES = ("ولل", "فلل", "لل", "ول", "وب", "فل", "فب", "و", "ف", "ل", "ب", "ك")
_COMMON = 500
_LEAST = 3
"""Letters that a name keeps when a particle is taken off it."""


class Mention(NamedTuple):
    """A named person or place: raw span in code points, end exclusive."""

    start: int
    end: int
    kind: NameKind
    quote: str


def find_names(text: str) -> list[Mention]:
    """Persons and places named in a text, in order."""
    found = []
    sentences = [_words(match) for match in _SENTENCE.finditer(text)]
    seen = {word.folded for words in sentences for word in words}
    for words, tags in zip(sentences, Tagger.shipped().tag_all(sentences), strict=True):
        for start, end, kind in spans(words, tags):
            inside = [word for word in words if start <= word.start < end]
            if kind == "person":
                inside = _untitled(inside)
            if kind in _KINDS and inside and not _is_noun(inside):
                start, end = inside[0].start, inside[-1].end
                start += _particle(inside[0].folded, text[start:end], seen)
                found.append(Mention(start, end, _KINDS[kind], text[start:end]))
    return found


def _words(match: re.Match[str]) -> list[Word]:
    """The words of a sentence, placed in the text."""
    return [
        Word(word.start + match.start(), word.end + match.start(), word.folded) for word in split(match[0])
    ]


def _untitled(words: list[Word]) -> list[Word]:
    """A person's words without the titles before them and the office that runs on behind them."""
    while words and (not words[0].folded[:1].isalpha() or is_title(words[0].folded)):
        words = words[1:]
    offices = [k for k, word in enumerate(words) if k and is_title(word.folded)]
    return words[: offices[0]] if offices else words


def is_title(folded: str) -> bool:
    """Whether a folded word is, but for particles, a title, and no given name: «أمير», «الأمين»."""
    titles = any(cued("titles", rest) for _, rest in readings(folded))
    return titles and (folded.startswith("ال") or not knows(clean(folded)))


def _is_noun(words: list[Word]) -> bool:
    """Whether a single word is an ordinary noun with the article, which is commoner without it: «البيان»."""
    word = words[0].folded
    bare = word.removeprefix("ال")
    if len(words) > 1 or word == bare or knows(clean(word)):
        return False
    return frequency(bare) >= _COMMON and 2 * frequency(bare) >= frequency(word)


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
