"""Who says it: the frame of saying around a clause, «قال فلان إن», «بحسب فلان», «مخاوف من أن»."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from consistency.languages.arabic.events import trigger
from consistency.languages.arabic.normalise import Token
from consistency.languages.arabic.signs import FRAMES, PARTICIPLE, SAYS, SOURCE, THAT, together
from consistency.languages.arabic.speech import bare, describes, hedges, is_in, is_verb, participle

__all__ = ["Frame", "find_frame", "find_source", "may_frame"]

_FIRST_VERB = 12
"""Words of a clause among which its verb of saying is sought."""
_LONGEST = 26
"""Words from the verb of saying to what is said."""
_LONGEST_NAME = 14
_OPENING = '"«“:'
_OPENING_FRAMES = SOURCE | PARTICIPLE
Spans = Sequence[tuple[int, int]]


class Frame(NamedTuple):
    """Who says a clause, and where what is said begins."""

    speaker: tuple[int, int] | None
    """Indexes of the words of the name; None where nobody is named and the last speaker goes on."""
    content: int
    """Index of the first word of what is said."""
    verb: int
    """Index of the verb of saying."""
    believed: bool = False
    """True where it is told as a belief, a fear or a report."""


def may_frame(signs: Sequence[int], told: int) -> bool:
    """Whether a clause may have a frame or a source, by the signs of its words.

    :param told: these together.
    """
    if signs[0] & _OPENING_FRAMES:
        return True
    return bool(told & FRAMES and together(signs[:_FIRST_VERB]) & FRAMES)


def find_frame(text: str, words: Sequence[Token], signs: Sequence[int], names: Spans) -> Frame | None:
    """The frame of a clause; None where the article itself speaks.

    :param signs: those of the words.
    :param names: the raw spans of the known names in the clause, in order.
    """
    for place, sign in enumerate(signs[:_FIRST_VERB]):
        if not (sign & FRAMES or (place == 0 and sign & PARTICIPLE)):
            continue
        folded = words[place].folded
        if sign & SAYS or describes(folded) or (place == 0 and sign & PARTICIPLE):
            frame = _spoken(text, words, signs, place, names)
            if frame is not None:
                return frame
        if _hedges(words, place):
            return _hedge(words, place)
    return None


def find_source(text: str, words: Sequence[Token], signs: Sequence[int], names: Spans) -> Frame | None:
    """The source that a clause opens with: «بحسب فلان», «وفق ما أعلنت الوزارة الاثنين»."""
    if not words or not signs[0] & SOURCE:
        return None
    begin = 1
    while begin < len(words) and (
        is_in("before_name", words[begin].folded) or is_in("claims_that", words[begin].folded)
    ):
        begin += 1
    end = _name_end(text, words, begin, len(words), names)
    if end <= begin:
        return None
    content = next(
        (j for j in range(end, len(words)) if "،" in _gap(text, words, j) or _opens_content(words[j])), None
    )
    return Frame((begin, end), len(words) if content is None else content, 0)


def _opens_content(word: Token) -> bool:
    return is_in("that", word.folded)


def _gap(text: str, words: Sequence[Token], place: int) -> str:
    return text[words[place - 1].end : words[place].start] if place else ""


def _spoken(text: str, words: Sequence[Token], signs: Sequence[int], verb: int, names: Spans) -> Frame | None:
    content = _content(text, words, signs, verb)
    if content is None:
        return None
    begin = verb + 1
    if bare(words[verb].folded) in ("نقل", "نقلت"):  # «نقلت الوكالة عن فلان قوله»
        begin = next((j + 1 for j in range(verb + 1, content) if words[j].folded == "عن"), begin)
    end = _name_end(text, words, begin, content, names)
    if describes(words[verb].folded):
        content = verb
    if end > begin and _owned(words[begin].folded):
        end = begin  # «ويعتبر زيارته ناجحة»: what is spoken of
    speaker = (begin, end) if end > begin else _before(words, verb)
    return Frame(speaker, content, verb, is_in("belief", words[verb].folded))


def _owned(folded: str) -> bool:
    """Whether a noun of an act has a pronoun written on to it."""
    found = trigger(folded)
    return found is not None and found.part == "noun" and folded.endswith(("ته", "تها", "تهم", "ه"))


def _content(text: str, words: Sequence[Token], signs: Sequence[int], verb: int) -> int | None:
    """Where what is said begins: behind «أن», an opening quotation mark or a colon, or behind «عن»."""
    stop = min(len(words), verb + _LONGEST)
    for place in range(verb + 1, stop):
        if signs[place] & THAT:
            return place
    for place in range(verb + 1, stop):
        if any(mark in _OPENING for mark in _gap(text, words, place)) and len(words) - place > 2:
            return place
    for place in range(verb + 1, min(len(words), verb + 6)):
        if words[place].folded == "عن" and len(words) - place > 3:
            return place + 1
    return None


def _name_end(text: str, words: Sequence[Token], begin: int, stop: int, names: Spans) -> int:
    """The index behind the last word of a name: up to a preposition, a day or a comma.

    A comma may stand inside where a known name follows it («الرئيس الصيني، شي جينبينغ»), a preposition where
    one follows soon («سكرتير مجلس الأمن في الاتحاد الروسي نيكولاي باتروشيف»).
    """
    end = begin
    while end < min(stop, begin + _LONGEST_NAME):
        gap = _gap(text, words, end) if end > begin else ""
        named = any(words[end].start <= start < words[end].end for start, _ in names)
        if any(mark in "،,:(" for mark in gap) and not named:
            behind = _apposition(text, words, end, stop)
            if behind is None:
                break
            return behind
        if end == begin and is_in("that", words[end].folded):
            break
        if end > begin and words[end].folded == "من" and is_in("quantifiers", words[end - 1].folded):
            end += 1
            continue
        if _ends_name(words[end]) and not (
            words[end].folded == "في" and end > begin and _named_soon(text, words, end, stop, names)
        ):
            break
        end += 1
    return end


def _apposition(text: str, words: Sequence[Token], place: int, stop: int) -> int | None:
    """The index behind a name of one to three words between two commas: «المستشار، جيك سوليفان، للصحفيين»."""
    if "،" not in _gap(text, words, place) and "," not in _gap(text, words, place):
        return None
    for end in range(place + 1, min(place + 4, stop, len(words) - 1) + 1):
        if end < len(words) and any(mark in "،," for mark in _gap(text, words, end)):
            return (
                end
                if not any(_ends_name(word) or is_verb(word.folded) for word in words[place:end])
                else None
            )
    return None


def _ends_name(word: Token) -> bool:
    return is_in("after_name", word.folded) or participle(word.folded)


def _named_soon(text: str, words: Sequence[Token], place: int, stop: int, names: Spans) -> bool:
    last = min(stop, place + 5)
    if any("،" in _gap(text, words, j) for j in range(place, last)):
        return False
    begin, end = words[place + 1].end if place + 1 < len(words) else words[place].end, words[last - 1].end
    return any(begin < start < end for start, _ in names)


def _before(words: Sequence[Token], verb: int) -> tuple[int, int] | None:
    """A subject that stands before its verb: «وزارة الخارجية أعلنت أن»."""
    begin = 0
    for place in range(verb):
        if is_in("after_name", words[place].folded) or is_in("conjunctions", words[place].folded):
            return None
    if verb and is_in("relatives", words[0].folded):
        return None
    return (begin, verb) if 0 < verb <= _LONGEST_NAME else None


def _hedges(words: Sequence[Token], place: int) -> bool:
    if not hedges(words[place].folded):
        return False
    return any(is_in("hedged_by", word.folded) for word in words[place + 1 : place + 3])


def _hedge(words: Sequence[Token], place: int) -> Frame:
    """«مخاوف غربية من أن», «تقارير عن إرسال»."""
    by = next(j for j in range(place + 1, place + 3) if is_in("hedged_by", words[j].folded))
    return Frame((place, by), min(by + 1, len(words) - 1), place, True)
