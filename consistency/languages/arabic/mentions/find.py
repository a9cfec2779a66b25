"""Names in a running text, without titles and the particles written on to them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from consistency.languages.arabic.lexicon import frequency
from consistency.languages.arabic.mentions.cued import goes_on, is_title, placed, titled
from consistency.languages.arabic.mentions.features import Word, knows, readings, split
from consistency.languages.arabic.mentions.tagger import Tagger, tagged_spans
from consistency.languages.arabic.names.letters import clean
from consistency.languages.arabic.normalise import words_of

__all__ = ["PARTICLES", "Mention", "NameKind", "NamedText", "find_names", "read_touching", "rests_of"]

NameKind = Literal["person", "place"]
_KINDS: dict[str, NameKind] = {"person": "person", "place": "place"}
_SENTENCE = re.compile(r"[^\n.!؟]+(?:[.!؟]+|\n|$)")
PARTICLES = ("ولل", "فلل", "لل", "ول", "وب", "فل", "فب", "و", "ف", "ل", "ب", "ك")
"""What may be written on to a name."""
_PARTICLES = {first: [mark for mark in PARTICLES if mark[0] == first] for first in "وفلبك"}
_JOINED = ("عبد", "بن", "ابن")
"""Words that make a name of the title behind them: «عبد الملك»."""
_FAMILY = 1500
"""Times in the lexicon from which on a word with the article is no family's name."""
_COMMON = 500
_LEAST = 3
"""Letters that a name keeps when a particle is taken off it."""


def rests_of(folded: str) -> list[str]:
    """A folded word, and what is left of it behind each particle that may be written on to a name."""
    marks = _PARTICLES.get(folded[:1], ())
    return [folded, *(folded[len(mark) :] for mark in marks if folded.startswith(mark))]


class Mention(NamedTuple):
    """A named person or place: raw span in code points, end exclusive."""

    start: int
    end: int
    kind: NameKind
    quote: str
    title: tuple[str, ...] = ()
    """The folded words of the title or office right before a person's name."""


def find_names(text: str, spans: Sequence[tuple[int, int]] | None = None) -> list[Mention]:
    """Persons and places named in a text, in order.

    :param spans: the passages to read, each on its own; the whole text where none are given.
    """
    return NamedText(text, [(0, len(text))] if spans is None else spans).mentions()


class _Sentence(NamedTuple):
    """A sentence to read: raw span in code points, and the number of its passage."""

    start: int
    end: int
    passage: int


class NamedText:
    """The persons and places named in a text; a sentence is read when it is first asked for.

    What a sentence names hangs on its own words alone, but for particles: one is taken off a name that stands
    without it elsewhere in the passage.
    """

    def __init__(self, text: str, spans: Sequence[tuple[int, int]]) -> None:
        """Cut the passages into sentences; nothing is read yet."""
        self._text, self._spans = text, spans
        self._sentences = [
            _Sentence(*match.span(), passage)
            for passage, (start, end) in enumerate(spans)
            for match in _SENTENCE.finditer(text, start, end)
        ]
        self._ends = [sentence.end for sentence in self._sentences]
        self._read: dict[int, list[Mention]] = {}
        self._words: dict[int, list[Word]] = {}
        self._seen: dict[int, set[str]] = {}

    def mentions(self) -> list[Mention]:
        """All persons and places, in order."""
        return read_touching([(self, [(0, len(self._text))])])[0]

    def touched_by(self, spans: Iterable[tuple[int, int]]) -> list[int]:
        """The numbers of the sentences that share a code point with one of the spans, in order."""
        numbers: set[int] = set()
        for start, end in spans:
            number = bisect_right(self._ends, start)
            while number < len(self._ends) and self._sentences[number].start < end:
                numbers.add(number)
                number += 1
        return sorted(numbers)

    def unread(self, numbers: Iterable[int]) -> dict[int, list[Word]]:
        """The words of those of some sentences that were not read, by number."""
        return {number: self._words_of(number) for number in numbers if number not in self._read}

    def read(self, number: int, tags: list[str]) -> None:
        """Take the tags of the words of a sentence."""
        self._read[number] = list(self._named(number, self._words_of(number), tags))

    def mentions_of(self, numbers: Iterable[int]) -> list[Mention]:
        """The persons and places in sentences that were read."""
        return [mention for number in numbers for mention in self._read[number]]

    def _named(self, number: int, words: list[Word], tags: list[str]) -> Iterator[Mention]:
        for begin, end, kind, title in _named(words, tags):
            start, stop = words[begin].start, words[end - 1].end
            start += self._particle(words[begin].folded, self._text[start:stop], number)
            yield Mention(start, stop, kind, self._text[start:stop], title)

    def _words_of(self, number: int) -> list[Word]:
        if number not in self._words:
            sentence = self._sentences[number]
            self._words[number] = split(self._text, sentence.start, sentence.end)
        return self._words[number]

    def _stands_beside(self, folded: str, number: int) -> bool:
        """Whether a folded word stands in the passage of a sentence.

        What is no token of the text is no word here, but for what has numbers in it: few sentences are cut.
        """
        passage = self._sentences[number].passage
        if folded.isalpha() and folded not in words_of(self._text, *self._spans[passage]).folded:
            return False
        if passage not in self._seen:
            own = (k for k, sentence in enumerate(self._sentences) if sentence.passage == passage)
            self._seen[passage] = {word.folded for k in own for word in self._words_of(k)}
        return folded in self._seen[passage]

    def _particle(self, folded: str, raw: str, number: int) -> int:
        """How many raw letters at the head of a name are particles.

        A particle is taken off where the rest stands alone in the passage or in the lists, and the whole is
        in none; «و» also before the article.
        """
        if knows(clean(folded)):
            return 0
        for particle in PARTICLES:
            rest = folded[len(particle) :]
            if not folded.startswith(particle) or len(rest) < _LEAST or not raw.startswith(particle):
                continue
            if (
                knows(clean(rest))
                or (particle == "و" and rest.startswith("ال"))
                or self._stands_beside(rest, number)
            ):
                return len(particle)
        return 0


def read_touching(
    asked: Sequence[tuple[NamedText, Iterable[tuple[int, int]]]],
) -> list[list[Mention]]:
    """For each text the persons and places of the sentences that share a code point with one of its spans.

    What was not read yet is tagged side by side, since that costs little more than a single sentence.
    """
    touched = [(text, text.touched_by(spans)) for text, spans in asked]
    unread = [(text, *new) for text, numbers in touched for new in text.unread(numbers).items()]
    tagged = Tagger.shipped().tag_all([words for _, _, words in unread]) if unread else []
    for (text, number, _), tags in zip(unread, tagged, strict=True):
        text.read(number, tags)
    return [text.mentions_of(numbers) for text, numbers in touched]


class _Name(NamedTuple):
    """A name in a sentence, as indexes into its words."""

    begin: int
    end: int
    kind: NameKind
    title: tuple[str, ...] = ()


def _named(words: list[Word], tags: list[str]) -> list[_Name]:
    """The names that the tags and the words around them give away, in order, not overlapping."""
    told = [_Name(name.start, name.end, "person", name.title) for name in titled(words)]
    tagged = list(_tagged(words, tags))
    found = [_longer(name, tagged, words) for name in told]
    found += [name for name in tagged if not any(_meet(name, other) for other in found)]
    new = [_Name(k, k + 1, "place") for k in placed(words)]
    found += [name for name in new if not any(_meet(name, other) for other in found)]
    kept: list[_Name] = []
    for name in sorted(found):
        if not kept or name.begin >= kept[-1].end:
            kept.append(name)
    return kept


def _longer(name: _Name, tagged: list[_Name], words: list[Word]) -> _Name:
    """A name behind a title, as far as the tags let it run on over words of names."""
    end = max(
        [other.end for other in tagged if other.begin == name.begin and other.kind == "person"], default=0
    )
    while name.end < end and (goes_on(words[name.end].folded) or _is_rare(words[name.end].folded)):
        name = name._replace(end=name.end + 1)
    return name


def _is_rare(folded: str) -> bool:
    """Whether a tagged word may end a name: no common word, or a family's name like «المصري»."""
    if folded == "الله" or (folded.startswith("ال") and folded.endswith("ي")):
        return True
    return not folded.startswith("وال") and all(frequency(rest) < _FAMILY for _, rest in readings(folded))


def _meet(a: _Name, b: _Name) -> bool:
    return a.begin < b.end and b.begin < a.end


def _tagged(words: list[Word], tags: list[str]) -> Iterator[_Name]:
    """The tagged persons and places without titles and stray marks."""
    for begin, end, kind in tagged_spans(tags):
        if kind == "person":
            begin, end = _untitled(words, begin, end)
        if kind in _KINDS and begin < end and not _is_noun(words[begin:end]):
            yield _Name(begin, end, _KINDS[kind])


def _untitled(words: list[Word], begin: int, end: int) -> tuple[int, int]:
    """A person without the titles before the name and the office that runs on behind it."""
    while begin < end and (not words[begin].folded[:1].isalpha() or is_title(words[begin].folded)):
        begin += 1
    offices = [
        k for k in range(begin + 1, end) if is_title(words[k].folded) and words[k - 1].folded not in _JOINED
    ]
    return begin, offices[0] if offices else end


def _is_noun(words: list[Word]) -> bool:
    """Whether a single word is an ordinary noun with the article, which is commoner without it: «البيان»."""
    word = words[0].folded
    bare = word.removeprefix("ال")
    if len(words) > 1 or word == bare or knows(clean(word)):
        return False
    return frequency(bare) >= _COMMON and 2 * frequency(bare) >= frequency(word)
