"""Words run together: where a letter that ends a word is followed by another word without a space."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from consistency.languages.arabic.lexicon import frequency
from consistency.languages.arabic.normalise import fold_word, strip_proclitics, tokens
from consistency.languages.arabic.page import labels
from consistency.wording import Wording, say

__all__ = ["Seam", "glued_words", "unspaced_stops"]

_LETTER = "\u0621-\u064a\u0670-\u06d3"
_MARKS = "\u064b-\u065f\u0640"
_FINAL = re.compile(rf"[ةى][{_MARKS}]*(?=[{_LETTER}])")
_FULL_STOP = re.compile(rf"(?<=[{_LETTER}{_MARKS}])[.؟!،؛](?=[{_LETTER}])")
_ABBREVIATION = 2
"""Letters before a point that is no full stop: «د.محمد», «أ.ف.ب»."""
_FREQUENT = 300
_HALF = 3
"""The shortest half of a seam, in letters."""


@dataclass(frozen=True)
class Seam:
    """Two words run together: raw span, where the second begins, and how it was told."""

    start: int
    end: int
    cut: int
    why: Wording


def glued_words(text: str, start: int, end: int) -> Iterator[Seam]:
    """The seams inside words between ``start`` and ``end``, in order, one a word."""
    found = {
        seam.start: seam
        for seams in (
            _before_labels(text, start, end),
            _behind_final_letters(text, start, end),
            _of_frequent_words(text, start, end),
        )
        for seam in seams
    }
    yield from (found[place] for place in sorted(found))


def _before_labels(text: str, start: int, end: int) -> Iterator[Seam]:
    """«فرانس برسالمصدر:»: a label of the page written onto the word before it."""
    for word in tokens(text, start, end):
        if text[word.end : word.end + 2].lstrip()[:1] not in (":", "|"):
            continue
        for label in labels():
            head = word.folded.removesuffix(label)
            if head != word.folded and len(head) >= _ABBREVIATION and head not in ("و", "ال", "وال"):
                cut = word.end - len(label)
                why = say("«{label}» is a label of the page, not a part of a word", label=label)
                yield Seam(word.start, word.end, cut, why)
                break


def unspaced_stops(text: str, start: int, end: int) -> Iterator[Seam]:
    """Sentences that begin without a space behind the full stop or comma of the one before."""
    for match in _FULL_STOP.finditer(text, start, end):
        before = _word_before(text, match.start(), start)
        after = tokens(text, match.end(), min(end, match.end() + 40))
        if len(fold_word(before)) <= _ABBREVIATION or not after or len(after[0].folded) <= _ABBREVIATION:
            continue
        why = say("no space follows «{mark}»", mark=match[0])
        yield Seam(match.start() - len(before), after[0].end, match.end(), why)


def _word_before(text: str, place: int, start: int) -> str:
    found = tokens(text, max(start, place - 40), place)
    return found[-1].text if found else ""


def _behind_final_letters(text: str, start: int, end: int) -> Iterator[Seam]:
    """ة and ى end a word; a letter behind them begins another."""
    for word in tokens(text, start, end):
        match = _FINAL.search(word.text)
        if match and len(word.text) - match.end() >= _rest(match[0]) and match.start() >= 1:
            cut = word.start + match.end()
            why = say("«{letter}» ends a word, and letters follow it", letter=match[0][0])
            yield Seam(word.start, word.end, cut, why)


def _rest(final: str) -> int:
    """How many letters make a second word: «فىها» is «فيها» with a spelling habit."""
    return _ABBREVIATION if final.startswith("ة") else _HALF


def _of_frequent_words(text: str, start: int, end: int) -> Iterator[Seam]:
    """A long unknown word that is two frequent ones, the second with a particle of its own."""
    for word in tokens(text, start, end):
        folded = word.folded
        if len(folded) < 9 or any(frequency(rest) for _, rest in strip_proclitics(folded)):
            continue
        cuts = [
            cut
            for cut in range(_HALF + 1, len(folded) - _HALF)
            if frequency(folded[:cut]) >= _FREQUENT
            and frequency(folded[cut:]) >= _FREQUENT
            and folded[cut:].startswith("ال")
            and not folded[:cut].endswith(("عبد", "ابو", "ابي", "ابا"))  # «عبدالله», «أبوالقاسم»
        ]
        if len(cuts) == 1 and len(word.text) == len(folded):
            cut = cuts[0]
            why = say(
                "«{word}» is no known word, «{first}» and «{second}» are frequent ones",
                word=folded,
                first=folded[:cut],
                second=folded[cut:],
            )
            yield Seam(word.start, word.end, word.start + cut, why)
