"""What the clauses of one sentence tell: who acts, what happens, when, how sure, and who says it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from consistency.catalogue import Hit
from consistency.clauses import clauses_in
from consistency.extract.actors import (
    Titles,
    mentions_in,
    parties,
    partners,
    subject_told,
)
from consistency.extract.draft import Draft, Named
from consistency.extract.speakers import Speech
from consistency.extract.times import Timed, own_time
from consistency.languages.arabic.clause_event import find_event
from consistency.languages.arabic.events import trigger
from consistency.languages.arabic.normalise import Token, Words
from consistency.languages.arabic.offices import is_dual, title_told
from consistency.languages.arabic.signs import COLOURS, DENIES, DUAL, INVITES, TELLS, VERB, together
from consistency.languages.arabic.speech import modality, polarity
from consistency.model import PassageKind, Value

__all__ = ["Found", "Reader", "Sentence"]

_ACTING = ("organisation", "person")
"""A word inside the name of one of these tells no event."""
_NOT = ("لم", "ولم", "فلم")
_AT = frozenset(
    (
        "قرب", "داخل", "وسط", "شمال", "جنوب", "شرق", "غرب", "في", "الى", "الي", "من", "مدينة", "قاعدة",
        "مطار", "العاصمة", "بلدة", "محافظة",
    )
)  # fmt: skip


class Sentence(NamedTuple):
    """A sentence of an article with what stands in it."""

    passage: PassageKind
    words: Words
    signs: list[int]
    """Those of the words."""
    hits: Sequence[Hit]
    countries: Sequence[tuple[int, str]]
    """Where its words begin that stand for a country, and that country."""
    quoted: bool
    """Whether it begins inside a quotation that an earlier sentence opened."""


class Found:
    """Values of an article, by place."""

    def __init__(self, times: list[Timed], amounts: list[Value]) -> None:
        self._times, self._amounts = times, amounts
        self._timed = [time.value.start for time in times]
        self._counted = [value.start for value in amounts]

    def times_in(self, start: int, end: int) -> tuple[Timed, ...]:
        """Those inside a span."""
        near = self._times[bisect_left(self._timed, start) : bisect_left(self._timed, end)]
        return tuple(time for time in near if time.value.end <= end) if near else ()

    def amounts_in(self, start: int, end: int) -> tuple[Value, ...]:
        """The other values inside a span."""
        near = self._amounts[bisect_left(self._counted, start) : bisect_left(self._counted, end)]
        return tuple(value for value in near if value.end <= end) if near else ()


@dataclass(frozen=True)
class Reader:
    """Reads the sentences of one article."""

    text: str
    found: Found
    titles: Titles
    certain: frozenset[str]
    speech: Speech

    def read(self, sentence: Sentence, number: int) -> list[Draft]:
        """The clauses of a sentence with what stands in them, and who says them."""
        words, signs = sentence.words, sentence.signs
        named = mentions_in(words.tokens, signs, sentence.hits, self.titles, self.certain)
        spans = [(m.start, m.end) for m in named]
        drafts = [
            Draft(part.words, part.signs, part.kind, sentence.passage, number, part.told, frame)
            for part, frame in self.speech.split(clauses_in(words, signs), spans)
        ]
        self.speech.attribute(drafts, spans, quoted=sentence.quoted)
        for draft in drafts:
            self._tell(draft, named, sentence.countries)
        return drafts

    def _tell(self, draft: Draft, named: Sequence[Named], countries: Sequence[tuple[int, str]]) -> None:
        """Fill what the words of a clause themselves say."""
        said, signs, told = draft.words, draft.signs, draft.told
        if draft.content:
            said, signs = said[draft.content :], signs[draft.content :]
            told = together(signs)
            draft.frame_time = own_time(self.text, self.found.times_in(draft.start, said[0].start))
        start, end = said[0].start, said[-1].end
        times = self.found.times_in(start, end)
        draft.quantities = self.found.amounts_in(start, end)
        if named or countries:
            draft.mentions, draft.countries = _names(named, countries, (start, end), times)
        if told & TELLS:
            draft.event, draft.event_word = _event(said, signs, draft.mentions)
        self._actors(draft, said, signs, told)
        if draft.frame is not None:
            draft.voice = _voice(draft, named)
        if told & DUAL:
            draft.dual = True
            draft.dual_acts = any(is_dual(w.folded) for w in said[:4]) or any(
                is_dual(w.folded) and w.folded.endswith("ان") for w in said[4:7]
            )
        if times and draft.kind == "phrase":  # «قبل أسابيع من إطلاق الحملة» dates what stands before it
            draft.outer_times = tuple(t for t in times if t.value.start <= start + 1)
            times = tuple(t for t in times if t.value.start > start + 1)
        if times:
            draft.time = own_time(self.text, times)
        if told & (DENIES | COLOURS) or draft.believed or draft.denied:
            _colour(draft, said, signs, told)

    def _actors(self, draft: Draft, said: Sequence[Token], signs: Sequence[int], told: int) -> None:
        """Fill who acts, on whom and where.

        :param told: the signs of the words together.
        """
        if draft.mentions:
            invites = bool(told & INVITES)
            draft.subject, draft.object = parties(self.text, said, draft.mentions, invites=invites)
            draft.place = _place(said, draft.mentions)
        if draft.event == "invite" and any(_receives(word.folded) for word in said):
            draft.subject, draft.object, draft.receives = None, draft.subject, True
        if draft.subject is None:
            if told & VERB and draft.kind != "source":
                draft.acts = subject_told(self.text, said, signs)
        else:
            draft.partners = partners(self.text, draft.mentions, draft.subject)
        if draft.event == "appoint":
            draft.object = title_told(self.text, said) or draft.object


def _names(
    named: Sequence[Named],
    countries: Sequence[tuple[int, str]],
    span: tuple[int, int],
    times: Sequence[Timed],
) -> tuple[tuple[Named, ...], tuple[str, ...]]:
    """The names and countries inside a span of the text, outside its times."""
    start, end = span
    near = [mention for mention in named if start <= mention.start < end]
    told = countries[bisect_left(countries, (start, "")) : bisect_left(countries, (end, ""))]
    if times:
        dated = [(time.value.start, time.value.end) for time in times]
        near = [mention for mention in near if not _within(mention.start, dated)]
        told = [(place, country) for place, country in told if not _within(place, dated)]
    return (
        tuple(mention for mention in near if mention.end <= end) if near else (),
        tuple(dict.fromkeys(country for _, country in told)) if told else (),
    )


def _event(
    said: Sequence[Token], signs: Sequence[int], mentions: Sequence[Named]
) -> tuple[str | None, Token | None]:
    """What happens, and the word that tells it, outside the names of those who act."""
    bodies = [(m.start, m.end) for m in mentions if m.kind in _ACTING]
    if bodies:
        hidden = _places_in(bodies, [word.start for word in said])
        free = [place for place in range(len(said)) if place not in hidden]
        said, signs = [said[place] for place in free], [signs[place] for place in free]
    return find_event(said, signs) or (None, None)


def _places_in(spans: Iterable[tuple[int, int]], starts: Sequence[int]) -> set[int]:
    """Which words begin in one of the spans."""
    return {
        place for start, end in spans for place in range(bisect_left(starts, start), bisect_left(starts, end))
    }


def _voice(draft: Draft, named: Sequence[Named]) -> str | None:
    """Who speaks, where it is a person of a known name."""
    if draft.frame is None or draft.frame.speaker is None or not draft.content:
        return None
    first, last = draft.words[draft.frame.speaker[0]], draft.words[draft.frame.speaker[1] - 1]
    inside = [m.entity for m in named if first.start <= m.start < last.end and m.kind == "person"]
    return inside[-1] if inside else None


def _colour(draft: Draft, said: Sequence[Token], signs: Sequence[int], told: int) -> None:
    """Fill whether a clause denies, and how sure it is told."""
    if told & DENIES:
        denying = [place for place, sign in enumerate(signs) if sign & DENIES]
        draft.polarity = polarity(said, denying)
    spoken = bool(told & DENIES) and draft.speaker is not None and any(w.folded in _NOT for w in said)
    if told & COLOURS or draft.believed or draft.denied or spoken:
        colouring = [place for place, sign in enumerate(signs) if sign & COLOURS]
        denied = draft.denied or spoken
        draft.modality = modality(said, colouring, reported=draft.believed, denied=denied)


def _receives(folded: str) -> bool:
    found = trigger(folded)
    return found is not None and found.event == "receive-goods"


def _within(place: int, spans: Iterable[tuple[int, int]]) -> bool:
    """Whether a place lies in a span: «منذ بدء الحرب في أوكرانيا» names a time and no actor."""
    return any(start <= place < end for start, end in spans)


def _place(words: Sequence[Token], named: Sequence[Named]) -> str | None:
    """A place behind «في», «إلى» or «من», or the name of its kind; or with «ب» written on to it."""
    for mention in named:
        if mention.kind != "place":
            continue
        at = next((j for j, word in enumerate(words) if word.end > mention.start), len(words))
        if at < len(words) and words[at].start < mention.start and words[at].folded.startswith("ب"):
            return mention.entity
        if at and words[at - 1].folded in _AT:
            return mention.entity
    return None
