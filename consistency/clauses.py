"""Cutting a passage into clauses, each one thing said.

A sentence is cut where Arabic news joins clauses: before a conjunction that takes a verb («حيث», «فيما»,
«بعد أن»), a relative pronoun with its verb, «و» written on to a verb, a phrase with an event of its own
(«بعد ساعات من انتهاء الزيارة»), a participle that goes on with what is said, and before and behind the source
(«بحسب», «وفق»).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from consistency.languages.arabic.events import trigger
from consistency.languages.arabic.normalise import Token, Words, last_token
from consistency.languages.arabic.signs import (
    GOES_ON,
    JOINS,
    OPENS,
    PARTICIPLE,
    SAYS,
    SOURCE,
    TELLS,
    THAT,
    VERB,
    together,
)
from consistency.languages.arabic.speech import (
    bare,
    classes_of,
    is_in,
    is_plain_verb,
    is_verb,
    joined_by,
)

__all__ = ["Clause", "ClauseKind", "clauses_in", "ends_sentence", "sentences"]

ClauseKind = Literal["main", "coordinate", "content", "relative", "adverbial", "phrase", "source"]
_SENTENCE = re.compile(r"[.!؟?؛…][.!؟?؛…]*[\"»”)]*(?=\s|$)")
"""The one mark that it begins with is sought sooner than a run of them."""
_LONG_WORD = 3
"""Letters: a stop behind fewer may be that of an abbreviation."""
_BEHIND_WORD = re.compile(r"[.!؟?؛…][\"»”)]*\s")
_LETTERS = re.compile("[\u0621-\u063a\u0641-\u064a]+")
_COMMAS = frozenset("،,;:–—")
_QUOTING = frozenset('"«“:')
_TURNING = OPENS | JOINS | SAYS
_BEHIND_COMMA = VERB | PARTICIPLE
"""What else may begin a clause behind a comma."""
_PRONOUNS = ("وهي", "وهو")
"""These may too."""
_SHORTEST = 3
"""Words: a shorter piece belongs to the clause before it."""
_SHORTEST_MAIN = 4
_LONGEST_FRAME = 26
_LONGEST = 80
"""Words: a longer stretch says more than one thing, whatever joins it."""
_PASSAGES = 2_048
"""Passages of which the sentences are kept: those of the largest story."""
_PHRASE_REACH = 4
"""Words behind «بعد» among which the event of its phrase stands."""


class Clause(NamedTuple):
    """A stretch of a sentence that says one thing, and how it hangs on what stands before it."""

    words: tuple[Token, ...]
    signs: list[int]
    """Those of the words."""
    kind: ClauseKind
    told: int
    """The signs of its words together."""

    def parted(self, place: int) -> tuple[Clause, Clause]:
        """The words before an index, and those from it on, which are what somebody says."""
        first, second = self.signs[:place], self.signs[place:]
        return (
            Clause(self.words[:place], first, self.kind, together(first)),
            Clause(self.words[place:], second, "content", together(second)),
        )


@lru_cache(maxsize=_PASSAGES)
def sentences(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """The raw spans of the sentences of ``text[start:end]``, without their full stops.

    Claims, comparison and spelling ask for those of the same passages, so they are kept.
    """
    return tuple(_sentences(text, start, end))


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    begin = start
    for match in _SENTENCE.finditer(text, start, end):
        if _ends(text, begin, match.start(), final=match.end() == end):
            yield begin, match.start()
            begin = match.end()
    if text[begin:end].strip():
        yield begin, end


def _ends(text: str, begin: int, place: int, *, final: bool) -> bool:
    """Whether a stop at a place ends a sentence: «د.» and «م.» do not.

    :param final: whether nothing stands behind it.
    """
    if place - begin >= _LONG_WORD and _LETTERS.fullmatch(text, place - _LONG_WORD, place):
        return True
    last = last_token(text, begin, place)
    return last is not None and (len(last.folded) >= _LONG_WORD or final)


def ends_sentence(folded: str, gap: str) -> bool:
    """Whether a sentence ends between a word and the next, as :func:`sentences` parts them.

    :param gap: what stands between the two words.
    """
    return len(folded) >= _LONG_WORD and gap != " " and _BEHIND_WORD.search(gap) is not None


def clauses_in(words: Words, signs: list[int]) -> Iterator[Clause]:
    """The clauses of a sentence, in order; together they hold every word.

    :param words: the words of the sentence.
    :param signs: those of the words.
    """
    if not signs:
        return
    sentence = _Sentence(words, signs)
    begin, said_at = 0, -1
    kind: ClauseKind = "source" if signs[0] & SOURCE else "main"
    for place in sentence.turns():
        while place - begin >= _LONGEST:  # a list, or a text without full stops
            yield sentence.clause(begin, begin + _LONGEST, kind)
            begin, kind = begin + _LONGEST, "coordinate"
        if place <= said_at:
            continue
        if signs[place] & SAYS:
            said_at = _what_is_said(sentence, place)
        if place - begin < 2 or len(signs) - place < _SHORTEST or not sentence.may_open(place):
            continue
        cut = _cut(sentence, begin, place, kind)
        if cut is not None:
            yield sentence.clause(begin, place, kind)
            begin, kind = place, cut
    while len(signs) - begin > _LONGEST:
        yield sentence.clause(begin, begin + _LONGEST, kind)
        begin, kind = begin + _LONGEST, "coordinate"
    yield sentence.clause(begin, len(signs), kind)


def _what_is_said(sentence: _Sentence, verb: int) -> int:
    """The index of the «أن» behind a verb of saying: nothing is cut before it; without one the verb's own."""
    for place in range(verb + 1, min(len(sentence.signs), verb + _LONGEST_FRAME)):
        signs, gap, folded = sentence.signs[place], sentence.gaps[place], sentence.folded[place]
        if signs & THAT:
            return place
        if gap != " " and not _QUOTING.isdisjoint(gap):
            break
        if signs & (SAYS | PARTICIPLE) or folded == "عن" or (signs & OPENS and is_in("relatives", folded)):
            break
    return verb


_JOINING = ("و", "ف")
_SPECIALLY = ("خاصة", "خصوصا", "لاسيما")


class _Sentence:
    """The words of a sentence with what is asked of them at every place where a clause may begin."""

    def __init__(self, words: Words, signs: list[int]) -> None:
        self.tokens, self.folded, self.gaps, self.signs = words.tokens, words.folded, words.gaps, signs

    def clause(self, begin: int, behind: int, kind: ClauseKind) -> Clause:
        """The words from an index up to another as a clause."""
        signs = self.signs[begin:behind]
        return Clause(tuple(self.tokens[begin:behind]), signs, kind, together(signs))

    def turns(self) -> list[int]:
        """Where a clause may begin, as far as a word and its gap tell, or where somebody speaks."""
        folded = self.folded
        return [
            place
            for place, (signs, gap) in enumerate(zip(self.signs, self.gaps, strict=True))
            if signs & _TURNING or (gap != " " and (signs & _BEHIND_COMMA or folded[place] in _PRONOUNS))
        ]

    def may_open(self, place: int) -> bool:
        """Whether anything may begin at a word; most words are ruled out by this look alone."""
        signs = self.signs[place]
        return bool(
            signs & OPENS
            or self.comma_before(place)
            or (signs & JOINS and self.folded[place + 1] in joined_by(self.folded[place]))
        )

    def comma_before(self, place: int) -> bool:
        """Whether a mark that parts clauses stands before a word."""
        gap = self.gaps[place]
        return gap != " " and not _COMMAS.isdisjoint(gap)

    def any(self, sign: int, begin: int, end: int) -> bool:
        """Whether a word of a range has a sign; the range may reach over the end."""
        return bool(together(self.signs[begin:end]) & sign)

    def said(self, begin: int, place: int) -> int:
        """The index behind the last «أن»: the verb of saying before it is not the verb of what is said."""
        return next((j + 1 for j in range(place - 1, begin - 1, -1) if self.signs[j] & THAT), begin)


def _cut(sentence: _Sentence, begin: int, place: int, kind: ClauseKind) -> ClauseKind | None:
    """What begins at a word, if a clause does."""
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
        return "phrase" if len(sentence.signs) - place > _SHORTEST_MAIN else None
    if core in ("اضافة", "بالاضافة") and following == "الى":
        told = sentence.any(VERB, place + 2, place + 6)
        return "coordinate" if told and len(sentence.signs) - place > _SHORTEST_MAIN else None
    if comma and sentence.signs[place] & PARTICIPLE:
        return "content"
    if word.startswith("و") and core != word and is_in("that", core):
        return "content"
    long_enough = place - begin >= _SHORTEST_MAIN and len(sentence.signs) - place >= _SHORTEST + 1
    if "relatives" in classes:
        if not (long_enough and sentence.any(VERB, place + 1, place + 3)):
            return None
        complete = kind in ("phrase", "source") or _verb_before(sentence, begin, place)
        return "relative" if complete or _nominal(sentence, begin, place) else None
    if comma and word in _PRONOUNS and long_enough:
        return "coordinate"
    if word.startswith(_JOINING) and (
        comma or sentence.any(TELLS, begin, place) or _verb_before(sentence, begin, place)
    ):
        return _joined(word, following, comma=comma, long_enough=place - begin >= _SHORTEST)
    if "phrases" in classes:
        told = place - begin >= _SHORTEST and len(sentence.signs) - place >= _SHORTEST_MAIN
        told = told and kind not in ("adverbial", "relative") and sentence.any(VERB, begin, place)
        return "phrase" if told and _event_near(sentence, place, comma=comma) else None
    if comma and _fronted(sentence, begin) and is_verb(word):
        return "main"
    return None


def _verb_before(sentence: _Sentence, begin: int, place: int) -> bool:
    """Whether the clause has a verb, apart from the one of saying before what is said."""
    told = together(sentence.signs[begin:place])
    return bool(told & VERB) and (not told & THAT or sentence.any(VERB, sentence.said(begin, place), place))


def _nominal(sentence: _Sentence, begin: int, place: int) -> bool:
    """«بأنها داعمة للحرب»: a pronoun on «أن» makes a noun behind it complete."""
    said = sentence.said(begin, place)
    return said > begin and place - said >= 2 and sentence.folded[said - 1].endswith(("ه", "ها", "هم"))


def _joins(sentence: _Sentence, place: int) -> bool:
    """«بعد أن», «في حين»; «في وقت» only with a verb behind it, for «في وقت سابق» is a time."""
    if not sentence.signs[place] & JOINS:
        return False
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
    if core in GOES_ON:
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
