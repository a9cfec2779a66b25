"""How a paragraph opens: a title, a new item, or more of the one before.

The phrases stand in ``discourse.yaml``, counted words in ``openers.txt`` and ``leads.txt``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from itertools import islice

from consistency.languages.arabic.lexicon import frequency, opens_sentence
from consistency.languages.arabic.normalise import first_token, fold_text, fold_word, tokens, written_words
from consistency.yaml_places import read_plain

__all__ = [
    "ASKED",
    "begins_no_item",
    "continues",
    "defines_its_title",
    "has_own_title",
    "is_headline_like",
    "is_prose",
    "lead_likeness",
    "opens_with_conjunction",
]

ASKED = 3
"""Paragraphs of an item that tell how it begins: its first, and the two below."""
_OPENING = " \u00a0\t\"'«“‘(-–•"
_BULLET = re.compile(r"\s*(?:[*•·▪■●◄►✓-]|–|—|\d{1,2}\s*[.)-])\s*")
_QUOTES = "\"«»“”'"
_LETTERS = 60  # of a line that are looked at for its script
_MORE_NAMES = 3  # words that a full name has more than the title
_COPULAS = ("هو", "هي", "كان", "كانت", "ولد", "ولدت")
_PRONOUNS = ("ها", "هم", "هما")
_KNOWN_NOUN = 60  # times in the lexicon of a word that has a pronoun, and does not merely end so
_ROOT = 0.05  # a word that is hardly one without its first letter has no conjunction there


def opens_with_conjunction(paragraph: str) -> bool:
    """Whether the first word begins with the conjunction و or ف, and not with a letter of its own: «وقع»."""
    word = first_token(paragraph[:_LETTERS])
    if word is None or word.folded[:1] not in ("و", "ف") or paragraph[: word.start].strip(_OPENING):
        return False
    first = word.folded
    return lead_likeness(paragraph)[0] <= 0 and frequency(first[1:]) >= _ROOT * frequency(first)


def continues(paragraph: str) -> bool:
    """Whether a paragraph opens with words that go on with the one before it."""
    return _opens_with(paragraph, "continues")


def begins_no_item(paragraphs: Sequence[str], before: Sequence[str]) -> bool:
    """Whether no item of another story can begin with the first of these paragraphs, whatever it is about.

    It opens with «من جهته» or «وأوضح», stands in a list, is announced by the colon before it, or is no
    Arabic; or it is a heading, and is a quotation, or what stands below opens so or is no paragraph either.
    """
    first = paragraphs[0]
    if (
        ":" in (before[-1].rstrip()[-1:], first.rstrip()[-1:])
        or _goes_on(first)
        or _BULLET.match(first)
        or _is_foreign_script(first)
        or (not is_headline_like(first) and _points_back(first))
    ):
        return True
    heads = is_headline_like(first) and len(paragraphs) > 1
    quoted = first.lstrip()[:1] in _QUOTES and first.rstrip()[-1:] in _QUOTES
    return heads and (quoted or _goes_on(paragraphs[1]) or not has_own_title(paragraphs))


def has_own_title(paragraphs: Sequence[str]) -> bool:
    """Whether the first of these paragraphs is a title, and one of the next two a paragraph."""
    below = paragraphs[1:ASKED]
    return is_headline_like(paragraphs[0]) and any(not is_headline_like(paragraph) for paragraph in below)


def _goes_on(paragraph: str) -> bool:
    word = first_token(paragraph[:_LETTERS])
    return (word is not None and opens_sentence(word.folded)) or _opens_with(paragraph, "never_first")


def _points_back(paragraph: str) -> bool:
    """Whether the second word has the pronoun of somebody whom nothing names before: «بدأت مشوارها»."""
    words = [word.folded for word in tokens(paragraph[:_LETTERS])[:2]]
    return len(words) == 2 and any(
        words[1].endswith(pronoun) and frequency(words[1].removesuffix(pronoun)) >= _KNOWN_NOUN
        for pronoun in _PRONOUNS
    )


def _is_foreign_script(paragraph: str) -> bool:
    letters = [letter for letter in paragraph[:_LETTERS] if letter.isalpha()]
    return sum("\u0600" <= letter <= "\u06ff" for letter in letters) * 2 < len(letters)


def defines_its_title(title: str, lead: str) -> bool:
    """Whether a text begins with its own title, as the entry of an encyclopaedia does and news does not.

    The lead may give it the article («نحو دنماركي»: «النحو الدنماركي ...»); and, where it goes on as a
    definition, a full name («سيلين ديون»: «سيلين ماري ديون (مواليد 1968)»), a title before it
    («البابا شنودة»), or leave its first word out («نادي تليفونات بني سويف»: «تليفونات بني سويف هو نادي ...»).
    """
    name, opening = _bare_words(title.split("(")[0]), _bare_words(lead[: 4 * _LETTERS])
    if not name or opening[: len(name)] == name:
        return bool(name)
    bracket = "(" in title or "(" in lead[: 2 * _LETTERS]
    if len(name) == 1 or not (bracket or any(word in _COPULAS for word in opening)):
        return False
    if opening[1 : len(name) + 1] == name or (len(name) > 2 and opening[: len(name) - 1] == name[1:]):
        return True
    rest = iter(opening[: len(name) + _MORE_NAMES])
    return opening[:1] == name[:1] and all(word in rest for word in name)


def _bare_words(text: str) -> list[str]:
    """The folded words of a text without their article."""
    return [fold_word(word).removeprefix("ال") for word in written_words(text)]


def is_prose(paragraphs: Sequence[str]) -> bool:
    """Whether most words stand in paragraphs, and not in lines like titles, as in verse and lists."""
    words = [(is_headline_like(paragraph), paragraph.count(" ") + 1) for paragraph in paragraphs]
    return 2 * sum(count for short, count in words if short) <= sum(count for _, count in words)


def is_headline_like(line: str) -> bool:
    """Whether a line is short and ends like a title, without a full stop."""
    text = line.rstrip()
    return len(text) <= 130 and text.count(" ") < 18 and text[-1:] not in ".:،؛,"


def lead_likeness(paragraph: str) -> tuple[float, float]:
    """How much likelier an article begins with the first word, and the first two, than a later sentence does.

    Natural logarithms in [-3, 3]; 0 where the corpus says nothing (``scripts/count_openers.py``).
    """
    written = map(fold_word, written_words(paragraph[: 2 * _LETTERS]))
    words = list(islice((word for word in written if word[:1].isalpha()), 2))
    return _leads().get(" ".join(words[:1]), 0.0), _leads().get(" ".join(words[:2]), 0.0)


@cache
def _leads() -> dict[str, float]:
    lines = (files(__package__) / "leads.txt").read_text(encoding="utf-8").splitlines()
    return {words: float(value) for words, _, value in (line.partition("\t") for line in lines)}


@cache
def _openers(name: str) -> tuple[str, ...]:
    data = read_plain((files(__package__) / "discourse.yaml").read_text(encoding="utf-8"))
    return tuple(fold_word(words) for words in data[name])


def _opens_with(paragraph: str, name: str) -> bool:
    opening = fold_text(paragraph[: 2 * _LETTERS]).lstrip(_OPENING)
    openers = _openers(name)
    return opening.startswith(openers) and any(
        opening.startswith(words) and not opening[len(words) : len(words) + 1].isalpha() for words in openers
    )
