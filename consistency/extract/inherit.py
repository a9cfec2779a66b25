"""When a clause happens that does not say so: as another clause of the article does."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise, takewhile

from consistency.extract.carry import elliptic
from consistency.extract.draft import Draft
from consistency.extract.times import own_time
from consistency.languages.arabic.events import MEETINGS, trigger
from consistency.languages.arabic.signs import DURING, MEETS, OCCASION
from consistency.languages.arabic.speech import bare
from consistency.model import Article, PassageKind, PublicationDate, TimeSlot

__all__ = ["inherit_times"]

_LEAD = 5
"""Sentences among which the act of a headline is told."""
_MONTH = 31
_BACK = 4
"""Sentences that a word like «خلال المعرض» goes back."""
_PERSONS = ("الزعيم", "الرئيس", "الوزير", "الجانب", "الطرف")
"""The duals of these go on with the meeting of the sentence before; «البلدان» need not."""


def inherit_times(article: Article, drafts: Sequence[Draft], before: Sequence[Draft | None]) -> None:
    """Fill the times that a clause has from others, in the order of the text.

    :param before: the clause that each goes on with, if there is one.
    """
    for place, draft in enumerate(drafts):
        if draft.outer_times and place:
            _give(article.text, draft, drafts[place - 1])
    dated = _Dated(drafts)
    undated = [(place, draft) for place, draft in enumerate(drafts) if draft.time is None]
    for place, draft in undated:
        draft.time = (
            _from_frame(draft)
            or _near(draft, before[place])
            or _from_anaphor(drafts, place)
            or _one_meeting(drafts, place)
        )
    undated = [(place, draft) for place, draft in undated if draft.time is None]
    for _, draft in undated:
        draft.time = dated.of_event(draft) or dated.of_occasion(draft)
    for place, draft in undated:  # what is dated by the same act elsewhere dates what goes on with it
        if draft.time is None:
            draft.time = _near(draft, before[place])
    if article.published is not None:
        for draft in drafts:
            draft.time = _clipped(draft, article.published)


def _give(text: str, phrase: Draft, before: Draft) -> None:
    """«قبل أسابيع من إطلاق الحملة» is the time of the clause before it."""
    if before.time is None:
        before.time = own_time(text, phrase.outer_times)


def _from_frame(draft: Draft) -> TimeSlot | None:
    """«أكد الكرملين الجمعة أن»: the day of saying, where what is said has none."""
    if draft.frame_time is None or draft.modality == "intended":
        return None
    return replace(draft.frame_time, how="inherited")


def _near(draft: Draft, before: Draft | None) -> TimeSlot | None:
    """The time of the clause that this one goes on with, where the same one acts in the same way."""
    if before is None:
        return None
    apposed = draft.words[0].folded in ("وهي", "وهو")
    if apposed:
        draft.modality = before.modality
    if before.time is None or draft.kind in ("source", "relative"):
        return None
    gap = draft.sentence - before.sentence
    if gap > 1:
        return None
    if draft.kind == "phrase":
        goes_on = gap == 0 and bare(draft.words[0].folded) == "مع"
    elif apposed:
        goes_on = gap == 0
    elif before.modality != draft.modality:
        goes_on = False
    else:
        one = draft.subject is not None and draft.subject == before.subject
        goes_on = _verbal(draft, before, one=one) if gap == 0 else _of_one_meeting(draft, before, one=one)
    return replace(before.time, how="inherited") if goes_on else None


def _verbal(draft: Draft, before: Draft, *, one: bool) -> bool:
    """Whether a clause goes on with the act of the one before it in its sentence.

    :param one: whether both have one subject.
    """
    if not (one or draft.dual_acts or (draft.subject is None and elliptic(draft, 2))):
        return False
    return draft.kind == "adverbial" or draft.carried or before.kind == "source" or elliptic(draft, 3)


def _of_one_meeting(draft: Draft, before: Draft, *, one: bool) -> bool:
    """Whether a clause goes on with the meeting of the sentence before it."""
    if one and draft.event in MEETINGS and before.event in MEETINGS:
        return True
    return draft.dual_acts and any(bare(word.folded).startswith(_PERSONS) for word in draft.said)


def _from_anaphor(drafts: Sequence[Draft], place: int) -> TimeSlot | None:
    """«المحادثات», «خلال المعرض»: what was told and dated shortly before."""
    draft = drafts[place]
    if not draft.told & (MEETS | DURING):
        return None
    for index, (before, sign) in enumerate(pairwise((0, *draft.signs))):
        meets = sign & MEETS
        if not (meets or before & DURING):
            continue
        core = bare(draft.words[index].folded)
        if not meets and not core.startswith("ال"):
            continue
        recent = takewhile(lambda d: draft.sentence - d.sentence <= _BACK, reversed(drafts[:place]))
        earlier = (d for d in recent if d.time is not None)
        if meets:
            same = next((d.time for d in earlier if d.event in MEETINGS), None)
        else:
            noun = core.removeprefix("ال")
            same = next((d.time for d in earlier if _tells(d, noun)), None)
        if same is not None:
            return replace(same, how="inherited")
    return None


def _one_meeting(drafts: Sequence[Draft], place: int) -> TimeSlot | None:
    """«استقبل فلان ضيفه الأربعاء ... وناقش فلان معه»: one meeting, told on."""
    draft = drafts[place]
    if draft.event not in MEETINGS or draft.subject is None or draft.kind == "source":
        return None
    for earlier in reversed(drafts[:place]):
        if draft.sentence - earlier.sentence > 2:
            return None
        same = (
            earlier.subject == draft.subject
            and earlier.event in MEETINGS
            and earlier.modality == draft.modality
        )
        if same and earlier.time is not None:
            return replace(earlier.time, how="inherited")
    return None


def _tells(draft: Draft, noun: str) -> bool:
    return any(bare(word.folded).removeprefix("ال") == noun for word in draft.words)


class _Dated:
    """The clauses of an article that tell their own time, by what they tell."""

    def __init__(self, drafts: Iterable[Draft]) -> None:
        self._by_event: dict[str, list[Draft]] = defaultdict(list)
        self._by_occasion: dict[tuple[str, str], list[Draft]] = defaultdict(list)
        for draft in drafts:
            if draft.time is None or draft.time.how != "own":
                continue
            if draft.event is not None:
                self._by_event[draft.event].append(draft)
            for occasion in _occasions(draft):
                self._by_occasion[occasion].append(draft)

    def of_event(self, draft: Draft) -> TimeSlot | None:
        """Where the article dates the same act of the same one elsewhere, once; a headline tells its act."""
        if draft.event is None or draft.kind == "source":
            return None
        headline = draft.passage is PassageKind.HEADLINE
        told = [
            d
            for d in self._by_event[draft.event]
            if (headline and d.sentence <= _LEAD and _short(d))
            or (draft.subject is not None and d.subject == draft.subject)
        ]
        return _once(told, first=headline)

    def of_occasion(self, draft: Draft) -> TimeSlot | None:
        """Where the article dates elsewhere, once, what the same one does at the same forum or festival."""
        if draft.subject is None:
            return None
        told = [
            d
            for occasion in _occasions(draft)
            for d in self._by_occasion.get(occasion, ())
            if d.modality == draft.modality and d.subject == draft.subject
        ]
        return _once(told, first=False)


def _short(draft: Draft) -> bool:
    """Whether it tells of a month or less."""
    slot = draft.time
    if slot is None or slot.begin is None or slot.until is None:
        return False
    return (date.fromisoformat(slot.until[:10]) - date.fromisoformat(slot.begin[:10])).days <= _MONTH


def _once(told: Iterable[Draft], *, first: bool) -> TimeSlot | None:
    """The one time of some clauses, or the first of several; inherited."""
    times = {(d.time.begin, d.time.until): d.time for d in told if d.time is not None}
    if not times or (len(times) > 1 and not first):
        return None
    return replace(next(iter(times.values())), how="inherited")


def _occasions(draft: Draft) -> set[tuple[str, str]]:
    """The forums, summits and games of a clause by their first two words."""
    if not draft.told & OCCASION:
        return set()
    words = draft.words
    return {
        (bare(word.folded), following.folded)
        for (word, following), sign in zip(pairwise(words), draft.signs, strict=False)
        if sign & OCCASION
    }


def _clipped(draft: Draft, published: PublicationDate) -> TimeSlot | None:
    """What is told as past ended with the day of publication: «صادقت هذا الأسبوع»."""
    slot = draft.time
    if slot is None or draft.modality == "intended" or draft.event_word is None:
        return slot
    found = trigger(draft.event_word.folded)
    if found is None or found.part != "past" or slot.begin is None or slot.until is None:
        return slot
    last = f"{published.latest[:10]}T24"
    if (
        slot.begin[:10] <= published.latest[:10]
        and slot.until > last
        and slot.grain in ("week", "month", "year")
    ):
        return replace(slot, until=_day_after(published.latest[:10]))
    return slot


def _day_after(day: str) -> str:
    return f"{date.fromisoformat(day) + timedelta(days=1)}T00:00:00"
