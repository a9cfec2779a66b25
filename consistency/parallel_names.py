"""Names in one place of two parallel sentences: one name, a spelling of it, or another person.

The words of two sentences are aligned.  A name of the one stands in the place of a name of the other when
both reach from one common word to the next, titles aside, or touch one common word where the rest differs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from consistency.languages.arabic.mentions import Mention, is_title
from consistency.languages.arabic.names import Relation, relation
from consistency.languages.arabic.normalise import Token
from consistency.parallel import Pair, Sentence

__all__ = ["NamePair", "named_in", "named_in_both", "parallel_names"]


_LEAD = 3
"""Words that must lead up to two names where other words follow them."""


@dataclass(frozen=True)
class NamePair:
    """Two mentions in one place of two parallel sentences; raw spans in the article of each side."""

    a: Mention
    b: Mention
    relation: Relation
    framed: bool
    """Whether the same words stand on both sides of them, or the same title and words lead up to them."""


def parallel_names(pair: Pair, a: Sequence[Mention], b: Sequence[Mention]) -> Iterator[NamePair]:
    """The names of one kind in one place that are not letter by letter the same.

    :param a: the mentions of the first article, of which those in the sentence are taken; so is ``b``.
    """
    left, right = _Side(pair.a, a), _Side(pair.b, b)
    aligned = _aligned(left.words, right.words)
    back = {there: here for here, there in aligned.items()}
    for one, (begin, end) in left.names.items():
        for other, (first, last) in right.names.items():
            if one.kind != other.kind or left.words[begin:end] == right.words[first:last]:
                continue
            before = aligned.get(left.before(begin)) == right.before(first)
            after = aligned.get(end) == last
            inside = any(aligned.get(k, first) not in range(first, last) for k in range(begin, end))
            inside = inside or any(back.get(k, begin) not in range(begin, end) for k in range(first, last))
            if (before or after) and not inside:
                kin = relation(one.quote, other.quote)
                led_in = before and _led_in(left.words[:begin], right.words[:first])
                yield NamePair(one, other, kin, (before and after) or led_in)


def _led_in(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether the same words with a title among them end both: «المتحدث باسم القوات المسلحة، العميد»."""
    last = one[-_LEAD:]
    return len(last) == _LEAD and last == other[-_LEAD:] and is_title(last[-1])


def named_in_both(names: NamePair, a: Sequence[Mention], b: Sequence[Mention]) -> bool:
    """Whether one of the two persons stands, under any spelling, in the other's article as well.

    Then the sentences tell of two persons whom both articles know, in another order or choice.

    :param a: all mentions of the first article; ``b`` those of the second.
    """
    return named_in(names.a, b) or named_in(names.b, a)


def named_in(name: Mention, mentions: Sequence[Mention]) -> bool:
    """Whether one of the mentions may be of this person, under any spelling."""
    return any(relation(name.quote, other.quote) not in ("another", "unsure") for other in mentions)


class _Side:
    """The folded words of a sentence, and for each mention in it the words that it takes."""

    def before(self, place: int) -> int:
        """The word before a name, beyond the titles: «د.» and «الدكتور» are no difference."""
        place -= 1
        while place >= 0 and is_title(self.words[place]):
            place -= 1
        return place

    def __init__(self, sentence: Sentence, mentions: Sequence[Mention]) -> None:
        self.words = [word.folded for word in sentence.words]
        self.names: dict[Mention, tuple[int, int]] = {}
        for mention in mentions:
            if sentence.start <= mention.start and mention.end <= sentence.end:
                taken = _taken(sentence.words, mention)
                if taken:
                    self.names[mention] = taken[0], taken[-1] + 1


def _taken(words: Sequence[Token], mention: Mention) -> list[int]:
    return [k for k, word in enumerate(words) if word.start < mention.end and mention.start < word.end]


def _aligned(left: list[str], right: list[str]) -> dict[int, int]:
    """The place in the second sentence of each word of the first that both have; both ends are common."""
    if left > right:  # Ties are broken in the same way whichever sentence comes first.
        return {there: here for here, there in _aligned(right, left).items()}
    found = {-1: -1, len(left): len(right)}
    for match in Levenshtein.editops(left, right).as_matching_blocks():
        found.update({match.a + k: match.b + k for k in range(match.size)})
    return found
