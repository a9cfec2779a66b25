"""Cutting a passage into clauses, each one thing said.

A sentence is cut where Arabic news joins clauses: before a conjunction that takes a verb («حيث», «فيما»,
«بعد أن»), a relative pronoun with its verb, «و» written on to a verb, a phrase with an event of its own
(«بعد ساعات من انتهاء الزيارة»), a participle that goes on with what is said, and before and behind the source
(«بحسب», «وفق»).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from consistency.languages.arabic.events import trigger
from consistency.languages.arabic.normalise import Token, tokens
from consistency.languages.arabic.signs import JOINS, OPENS, SAYS, TELLS, THAT, VERB, sign_of
from consistency.languages.arabic.speech import (
    bare,
    classes_of,
    is_in,
    is_plain_verb,
    is_verb,
    joined_by,
    participle,
)

__all__ = ["Clause", "ClauseKind", "clauses_in", "sentences"]

ClauseKind = Literal["main", "coordinate", "content", "relative", "adverbial", "phrase", "source"]
_SENTENCE = re.compile(r"[.!؟?؛…]+[\"»”)]*(?=\s|$)")
_COMMAS = "،,;:–—"
_SHORTEST = 3
"""Words: a shorter piece belongs to the clause before it."""
_SHORTEST_MAIN = 4
_LONGEST_FRAME = 26
_LONGEST = 80
"""Words: a longer stretch says more than one thing, whatever joins it."""
_PHRASE_REACH = 4
"""Words behind «بعد» among which the event of its phrase stands."""


@dataclass(frozen=True)
class Clause:
    """A stretch of a sentence that says one thing, and how it hangs on what stands before it."""

    words: tuple[Token, ...]
    kind: ClauseKind

    @property
    def start(self) -> int:
        return self.words[0].start

    @property
    def end(self) -> int:
        return self.words[-1].end


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The raw spans of the sentences of ``text[start:end]``, without their full stops."""
    begin = start
    for match in _SENTENCE.finditer(text, start, end):
        words = tokens(text, begin, match.start())
        if words and (len(words[-1].folded) > 2 or match.end() == end):  # «د.» and «م.» end no sentence
            yield begin, match.start()
            begin = match.end()
    if text[begin:end].strip():
        yield begin, end


def clauses_in(text: str, words: Sequence[Token]) -> Iterator[Clause]:
    """The clauses of a sentence, in order; together they hold every word.

    :param words: the words of the sentence, with spans in ``text``.
    """
    sentence = _Sentence(text, words)
    signs = sentence.signs
    begin, kind, said_at = 0, _first_kind(words), -1
    for place in range(len(words)):
        if place - begin >= _LONGEST:  # a list, or a text without full stops
            yield Clause(tuple(words[begin:place]), kind)
            begin, kind = place, "coordinate"
        if place <= said_at:
            continue
        if signs[place] & SAYS:
            said_at = _what_is_said(sentence, place)
        if place - begin < 2 or len(words) - place < _SHORTEST or not sentence.may_open(place):
            continue
        cut = _cut(sentence, begin, place, kind)
        if cut is not None:
            yield Clause(tuple(words[begin:place]), kind)
            begin, kind = place, cut
    if words:
        yield Clause(tuple(words[begin:]), kind)


def _what_is_said(sentence: _Sentence, verb: int) -> int:
    """The index of the «أن» behind a verb of saying: nothing is cut before it; without one the verb's own."""
    for place in range(verb + 1, min(len(sentence.words), verb + _LONGEST_FRAME)):
        folded, signs = sentence.folded[place], sentence.signs[place]
        if signs & THAT:
            return place
        quoted = any(mark in '"«“:' for mark in sentence.gap_before(place))
        if quoted or folded == "عن" or signs & SAYS or participle(folded) or is_in("relatives", folded):
            break
    return verb


def _first_kind(words: Sequence[Token]) -> ClauseKind:
    if words and is_in("according", words[0].folded):
        return "source"
    return "main"


_JOINING = ("و", "ف")
_SPECIALLY = ("خاصة", "خصوصا", "لاسيما")


class _Sentence:
    """The words of a sentence with what is asked of them at every place where a clause may begin."""

    def __init__(self, text: str, words: Sequence[Token]) -> None:
        self.text, self.words = text, words
        self.folded = [word.folded for word in words]
        self.signs = [sign_of(folded) for folded in self.folded]

    def may_open(self, place: int) -> bool:
        """Whether anything may begin at a word; most words are ruled out by this look alone."""
        signs = self.signs[place]
        return bool(
            signs & OPENS
            or self.gap_before(place) != " "
            or (signs & JOINS and self.folded[place + 1] in joined_by(self.folded[place]))
        )

    def gap_before(self, place: int) -> str:
        """What stands between a word and the one before it."""
        return self.text[self.words[place - 1].end : self.words[place].start]

    def comma_before(self, place: int) -> bool:
        """Whether a mark that parts clauses stands before a word."""
        gap = self.gap_before(place)
        return gap != " " and any(mark in _COMMAS for mark in gap)

    def any(self, sign: int, begin: int, end: int) -> bool:
        """Whether a word of a range has a sign; the range may reach over the end."""
        return any(signs & sign for signs in self.signs[begin:end])

    def said(self, begin: int, place: int) -> int:
        """The index behind the last «أن»: the verb of saying before it is not the verb of what is said."""
        return next((j + 1 for j in range(place - 1, begin - 1, -1) if self.signs[j] & THAT), begin)


def _cut(sentence: _Sentence, begin: int, place: int, kind: ClauseKind) -> ClauseKind | None:
    """What begins at a word, if a clause does."""
    words = sentence.words
    word, following = sentence.folded[place], sentence.folded[place + 1]
    classes = classes_of(word)
    core = bare(word)
    comma = sentence.comma_before(place)
    if "according" in classes:
        return "source"
    if core in ("كما", "كذلك") and is_verb(following):
        return "coordinate"
    if "conjunctions" in classes or _joins(sentence, place):
        return "adverbial"
    if core in _SPECIALLY and sentence.folded[place + 1 : place + 3] == ["في", "ظل"]:
        return "phrase" if len(words) - place > _SHORTEST_MAIN else None
    if core in ("اضافة", "بالاضافة") and following == "الى":
        told = sentence.any(VERB, place + 2, place + 6)
        return "coordinate" if told and len(words) - place > _SHORTEST_MAIN else None
    if comma and participle(word):
        return "content"
    if word.startswith("و") and core != word and is_in("that", core):
        return "content"
    long_enough = place - begin >= _SHORTEST_MAIN and len(words) - place >= _SHORTEST + 1
    verb_before = sentence.any(VERB, sentence.said(begin, place), place)
    if "relatives" in classes:
        complete = verb_before or kind in ("phrase", "source") or _nominal(sentence, begin, place)
        return "relative" if long_enough and complete and sentence.any(VERB, place + 1, place + 3) else None
    if comma and word in ("وهي", "وهو") and long_enough:
        return "coordinate"
    if word.startswith(_JOINING) and (verb_before or comma or sentence.any(TELLS, begin, place)):
        return _joined(word, following, comma=comma, long_enough=place - begin >= _SHORTEST)
    if "phrases" in classes:
        told = place - begin >= _SHORTEST and len(words) - place >= _SHORTEST_MAIN
        told = told and kind not in ("adverbial", "relative") and sentence.any(VERB, begin, place)
        return "phrase" if told and _event_near(sentence, place, comma=comma) else None
    if comma and _fronted(sentence, begin) and is_verb(word):
        return "main"
    return None


def _nominal(sentence: _Sentence, begin: int, place: int) -> bool:
    """«بأنها داعمة للحرب»: a pronoun on «أن» makes a noun behind it complete."""
    said = sentence.said(begin, place)
    return said > begin and place - said >= 2 and sentence.folded[said - 1].endswith(("ه", "ها", "هم"))


def _joins(sentence: _Sentence, place: int) -> bool:
    """«بعد أن», «في حين»; «في وقت» only with a verb behind it, for «في وقت سابق» is a time."""
    folded = sentence.folded
    following = folded[place + 1]
    if following not in joined_by(folded[place]):
        return False
    if following == "الوقت":  # «في الوقت الذي يعمق فيه», but «في الوقت نفسه»
        return folded[place + 2 : place + 3] == ["الذي"] and sentence.any(VERB, place + 3, place + 4)
    return following != "وقت" or sentence.any(VERB, place + 2, place + 3)


def _joined(word: str, following: str, *, comma: bool, long_enough: bool) -> ClauseKind | None:
    """«وأضاف», «وقد تعززت», «ولم توقع»; a short word that may be a noun needs a comma before it."""
    if not long_enough:
        return None
    core = word[1:]
    if core in ("قد", "لم", "لن", "لا", "كان", "كانت"):
        return "coordinate" if is_verb(following) or core.startswith("كان") else None
    if bare(word) != word and is_plain_verb(core) and (len(core) > 3 or comma):
        return "coordinate"
    return None


def _event_near(sentence: _Sentence, place: int, *, comma: bool) -> bool:
    """Whether a phrase tells an event: close behind «بعد» or «قبل», right behind «مع» and a comma."""
    core = bare(sentence.folded[place])
    if core == "مع" and not comma:
        return False
    reach = 1 if core == "مع" else _PHRASE_REACH
    return any(
        (found := trigger(folded)) is not None and found.part == "noun"
        for folded in sentence.folded[place + 1 : place + 1 + reach]
    )


def _fronted(sentence: _Sentence, begin: int) -> bool:
    """Whether a sentence begins with a clause of time, so that its own verb stands behind a comma."""
    return (
        is_in("conjunctions", sentence.folded[begin])
        or _joins(sentence, begin)
        or bare(sentence.folded[begin]) in ("بناء", "تلبية", "استجابة")
    )
