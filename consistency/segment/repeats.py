"""Lines that stand twice: equal, or nearly so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from rapidfuzz.distance import Levenshtein

from consistency.model import PassageKind
from consistency.segment.lines import Line
from consistency.wording import say

__all__ = ["tell_duplicates"]

K = PassageKind
_SHORTEST_DUPLICATE = 15
_SHORTEST_NEAR = 15  # words of a paragraph that may be a second version of another
_NEARLY = 0.9  # of the words stand in both, in the same order
_NEIGHBOURS = 12  # paragraphs of nearly the same length that are compared


def tell_duplicates(lines: list[Line]) -> None:
    """The second of two equal lines is the copy; above a repeated headline it is the page's standfirst."""
    copies: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        if line.kind in (None, K.HEADLINE) and len(line.folded) >= _SHORTEST_DUPLICATE:
            copies[line.folded].append(line)
    headings = next((same for same in copies.values() if same[0].kind is K.HEADLINE and len(same) > 1), None)
    for same in copies.values():
        standfirst = (
            headings is not None and len(same) > 1 and same[0].start < headings[1].start < same[1].start
        )
        original = same[1] if standfirst else same[0]
        for line in same:
            if line is not original and line.kind is None:
                line.told(K.DUPLICATE, say("the same line stands in the article"))
    for line, share in _second_versions(lines):
        line.told(
            K.DUPLICATE, say("{share} of its words stand in another paragraph alike", share=f"{share:.0%}")
        )


def _second_versions(lines: list[Line]) -> Iterator[tuple[Line, float]]:
    """The later of two long paragraphs that differ in a word or two and in no number."""
    rows = [(line, line.folded.split()) for line in lines if line.kind is None]
    rows = sorted((row for row in rows if len(row[1]) >= _SHORTEST_NEAR), key=lambda row: len(row[1]))
    sets = [frozenset(words) for _, words in rows]
    for place, (line, words) in enumerate(rows):
        for at, (other, others) in enumerate(rows[place + 1 : place + 1 + _NEIGHBOURS], place + 1):
            if len(words) < _NEARLY * len(others):
                break
            if len(sets[place] - sets[at]) > (1 - _NEARLY) * len(others) + 1:
                continue  # each word that the other has not is a difference of its own
            share = Levenshtein.normalized_similarity(words, others, score_cutoff=_NEARLY)
            later = max(line, other, key=lambda paragraph: paragraph.start)
            if share and later.kind is None and _numbers(words) == _numbers(others):
                yield later, share


def _numbers(words: list[str]) -> list[str]:
    return [word for word in words if any(letter.isdigit() for letter in word)]
