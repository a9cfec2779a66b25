"""Words run together: where a letter that ends a word is followed by another word without a space.

How harmful a lost space is depends on what it joins.  A label of the page written onto a name makes a name
that nobody has, and two sentences run together make one claim of two; two words inside a sentence are read
all the same.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from consistency.languages.arabic.lexicon import (
    LONGEST_WORD,
    frequency,
    known_words,
    often_written,
    opens_sentence,
)
from consistency.languages.arabic.normalise import Token, fold_word, strip_proclitics, tokens, words_of
from consistency.languages.arabic.page import labels
from consistency.memo import Memo
from consistency.wording import Wording, say

__all__ = ["Joined", "Seam", "glued_words", "unspaced_stops"]

Joined = Literal["label", "sentences", "words", "clauses"]
"""What a seam joins: a label of the page, two sentences, two words of one sentence, two clauses of one."""

_LETTER = "\u0621-\u064a\u0670-\u06d3"
_MARKS = "\u064b-\u065f\u0640"
_FINAL = re.compile(rf"[ةى][{_MARKS}]*(?=[{_LETTER}])")
_SHOWS_SEAM = re.compile(rf"[ةى:|](?:(?<=[:|])|[{_MARKS}]*(?=[{_LETTER}]))")
"""Inside a word, or right behind it: a letter that ends words, and what stands behind a label."""
_FULL_STOP = re.compile(rf"[.؟!،؛](?=[{_LETTER}])(?<=[{_LETTER}{_MARKS}].)")
_SHORTEST_GLUED = 7
_ABBREVIATION = 2
"""Letters before a point that is no full stop: «د.محمد», «أ.ف.ب»."""
_FREQUENT = 300
_HALF = 3
"""The shortest half of a seam, in letters."""
_SHORTEST_OPENER = 4
"""«وهم» and «وها» behind a verb are its endings: «أبلغوهم»."""


@dataclass(frozen=True)
class Seam:
    """Two words run together: raw span, where the second begins, what is joined and how it was told."""

    start: int
    end: int
    cut: int
    joined: Joined
    why: Wording


@lru_cache(maxsize=128)
def glued_words(text: str) -> tuple[Seam, ...]:
    """The seams inside words of a text, in order, one a word.

    Two rules ask for those of every article of a story, so that the last answers are kept.
    """
    words, known = words_of(text), known_words()
    folded, common = words.folded, often_written()
    long = [at for at, word in enumerate(folded) if len(word) >= _SHORTEST_GLUED and word not in common]
    halved = {at for at in long if folded[at] not in known and _HALVES[folded[at]]}
    shown = {bisect_right(words.starts, m.start()) - 1 for m in _SHOWS_SEAM.finditer(text)}
    shown = {at for at in shown if len(folded[at]) >= _SHORTEST_GLUED}
    found = (
        (_shown(words.tokens[at], text) if at in shown else None) or _of_frequent_words(words.tokens[at])
        for at in sorted(halved | shown)
    )
    return tuple(seam for seam in found if seam)


def _shown(word: Token, text: str) -> Seam | None:
    """A seam before a label of the page, or behind a letter that ends words."""
    behind = text[word.end : word.end + 2].lstrip()[:1]
    return (_before_label(word) if behind in (":", "|") else None) or _behind_final_letter(word)


def _before_label(word: Token) -> Seam | None:
    """«فرانس برسالمصدر:»: a label of the page written onto the word before it."""
    for label in labels():
        head = word.folded.removesuffix(label)
        if head != word.folded and len(head) >= _ABBREVIATION and head not in ("و", "ال", "وال"):
            why = say("«{label}» is a label of the page, not a part of a word", label=label)
            return Seam(word.start, word.end, word.end - len(label), "label", why)
    return None


def _behind_final_letter(word: Token) -> Seam | None:
    """ة and ى end a word; a letter behind them begins another."""
    match = _FINAL.search(word.text)
    if not match or match.start() < 1 or len(word.text) - match.end() < _rest(match[0]):
        return None
    joined: Joined = "sentences" if opens_sentence(fold_word(word.text[match.end() :])) else "words"
    why = say("«{letter}» ends a word, and letters follow it", letter=match[0][0])
    return Seam(word.start, word.end, word.start + match.end(), joined, why)


def _rest(final: str) -> int:
    """How many letters make a second word: «فىها» is «فيها» with a spelling habit."""
    return _ABBREVIATION if final.startswith("ة") else _HALF


def _of_frequent_words(word: Token) -> Seam | None:
    """A long unknown word that is two frequent ones, the second with a particle of its own."""
    folded = word.folded
    if len(word.text) != len(folded) or frequency(folded):
        return None
    halves = _HALVES[folded]
    if halves is None:
        return None
    cut, joined = halves
    why = say(
        "«{word}» is no known word, «{first}» and «{second}» are frequent ones",
        word=folded,
        first=folded[:cut],
        second=folded[cut:],
    )
    return Seam(word.start, word.end, word.start + cut, joined, why)


def _halves(folded: str) -> tuple[int, Joined] | None:
    """The one seam of a word that no reading of its particles makes a known one: where, and what it joins."""
    if len(folded) > LONGEST_WORD or any(frequency(rest) for _, rest in strip_proclitics(folded)):
        return None
    found: list[tuple[int, Joined]] = [
        (cut, joined)
        for cut in range(_HALF + 1, len(folded) - _HALF)
        if (joined := _joined(folded[:cut], folded[cut:])) is not None
    ]
    return found[0] if len(found) == 1 else None


_HALVES = Memo(_halves)


def _joined(head: str, tail: str) -> Joined | None:
    """What two halves of an unknown word are, where both are words that the corpus knows well."""
    if frequency(head) < _FREQUENT or head.endswith(("عبد", "ابو", "ابي", "ابا")):  # «عبدالله», «أبوالقاسم»
        return None
    is_ending = len(tail) == _SHORTEST_OPENER and tail.endswith("ات")  # «المجرورات»
    if len(tail) >= _SHORTEST_OPENER and opens_sentence(tail) and not is_ending:
        return "sentences"
    return "words" if tail.startswith("ال") and frequency(tail) >= _FREQUENT else None


def unspaced_stops(text: str) -> Iterator[Seam]:
    """Sentences and clauses that begin without a space behind the full stop or comma of the one before."""
    for match in _FULL_STOP.finditer(text):
        before, after = _word_before(text, match.start()), tokens(text, match.end(), match.end() + 40)
        if len(fold_word(before)) <= _ABBREVIATION or not after or len(after[0].folded) <= _ABBREVIATION:
            continue
        joined: Joined = "clauses" if match[0] in "،؛" else "sentences"
        why = say("no space follows «{mark}»", mark=match[0])
        yield Seam(match.start() - len(before), after[0].end, match.end(), joined, why)


def _word_before(text: str, place: int) -> str:
    found = tokens(text, max(0, place - 40), place)
    return found[-1].text if found else ""
