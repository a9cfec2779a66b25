"""What a clause carries on from the clauses before it: who acts, and when."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from consistency.extract.draft import Draft
from consistency.extract.times import own_time
from consistency.extract.world import World
from consistency.languages.arabic.events import trigger
from consistency.languages.arabic.speech import bare, is_in, is_verb
from consistency.model import Article, PassageKind, TimeSlot

__all__ = ["carry_over"]

_MEETINGS = frozenset(("meet", "talk", "visit", "receive", "arrive"))
"""What «الزيارة» and «المحادثات» go back to."""
_DURING = ("خلال", "اثناء", "ضمن", "علي هامش")
_BACK = 4
"""Sentences that a word like «خلال المعرض» goes back."""
_DEMONSTRATIVES = ("هذا", "هذه", "ذلك", "تلك", "هؤلاء")
_PERSONS = ("الزعيم", "الرئيس", "الوزير", "الجانب", "الطرف")
"""The duals of these go on with the meeting of the sentence before; «البلدان» need not."""


def carry_over(article: Article, drafts: Sequence[Draft], world: World) -> None:
    """Fill the subjects and times that a clause has from its neighbours, in the order of the text."""
    _countries(drafts, world)
    for place, draft in enumerate(drafts):
        _subject(article.text, drafts, place, draft)
    for place, draft in enumerate(drafts):
        _pronoun_object(drafts, place, draft)
    for place, draft in enumerate(drafts):
        if draft.outer_times and place:
            _give(article.text, draft, drafts[place - 1])
    for _ in range(2):  # what is dated by the same act elsewhere dates what goes on with it
        for place, draft in enumerate(drafts):
            if draft.time is None:
                draft.time = (
                    _from_frame(draft)
                    or _near(drafts, place)
                    or _from_anaphor(drafts, place)
                    or _one_meeting(drafts, place)
                )
        for draft in drafts:
            if draft.time is None:
                draft.time = _same_event(drafts, draft) or _same_occasion(drafts, draft)
    for draft in drafts:
        draft.time = _clipped(article, draft)


def _countries(drafts: Sequence[Draft], world: World) -> None:
    """«البلدان» are the two countries named last."""
    recent: list[str] = []
    for draft in drafts:
        here = [world.country(m.entity) for m in draft.mentions if m.kind == "place"]
        named = [country for country in (*here, *draft.countries) if country is not None]
        if draft.dual and len(set(named)) < 2:
            draft.countries = tuple(dict.fromkeys((*draft.countries, *recent[-2:])))
        for country in named:
            if country in recent:
                recent.remove(country)
            recent.append(country)


def _before(drafts: Sequence[Draft], place: int) -> Draft | None:
    """The clause that a clause goes on with: no source, relative clause or phrase, unless it speaks."""
    said = drafts[place].kind == "content"
    for draft in reversed(drafts[:place]):
        spoken = said and draft.frame is not None and draft.sentence == drafts[place].sentence
        if not draft.frame_only and (spoken or draft.kind not in ("source", "relative", "phrase")):
            return draft
    return None


def _subject(text: str, drafts: Sequence[Draft], place: int, draft: Draft) -> None:
    """A verb without a subject of its own goes on with who acted last."""
    if draft.voice is not None and draft.subject is None and _possessive(draft):
        draft.subject = draft.voice
    elif draft.kind == "relative" and place and drafts[place - 1].mentions:
        if draft.receives:
            return
        antecedent, own = (
            drafts[place - 1].mentions[-1],
            draft.mentions[0].kind if draft.mentions else "place",
        )
        if draft.subject is None or (antecedent.kind == "person" and own == "place"):
            draft.object = draft.object or draft.subject
            draft.subject, draft.carried = antecedent.entity, True
    elif draft.subject is None and draft.kind != "source" and not (draft.dual_acts or draft.receives):
        before = _before(drafts, place)
        gap = draft.sentence - before.sentence if before is not None else 9
        near = gap == 0 or (gap == 1 and _elliptic(draft, 2))
        if before is not None and before.subject is None and near and _elliptic(draft, 2):
            draft.partners = tuple(m.entity for m in before.mentions if m.kind == "place")
        actor = None if before is None else before.object if before.receives else before.subject
        if before is not None and actor and near and (_elliptic(draft, 4) or _pronoun(draft)):
            draft.subject, draft.carried = actor, True
            draft.partners = (*draft.partners, *before.partners)
    if draft.kind == "phrase" and draft.event == "invite" and place:  # «تلبية لدعوة فلان»: who is invited
        main = drafts[place - 1]
        draft.partners = tuple(name for name in (main.subject, main.object) if name and name != draft.subject)
    if draft.modality == "denied" and draft.speaker is None and draft.subject is not None:
        named = [m for d in drafts[: place + 1] for m in d.mentions if m.entity == draft.subject]
        if named:
            draft.speaker = text[named[-1].start : named[-1].end]


def _pronoun_object(drafts: Sequence[Draft], place: int, draft: Draft) -> None:
    """«يعتزم زيارتها»: the place that the clause before names last."""
    word = draft.event_word
    if word is None or not word.folded.endswith("تها") or any(m.kind == "place" for m in draft.mentions):
        return
    for earlier in reversed(drafts[max(0, place - 2) : place]):
        places = [m.entity for m in earlier.mentions if m.kind == "place" and m.entity != draft.subject]
        if places and earlier.sentence == draft.sentence:
            draft.object = draft.object or places[-1]
            draft.partners = (*draft.partners, places[-1])
            return


def _elliptic(draft: Draft, reach: int) -> bool:
    """Whether a verb stands near the head of a clause, and no subject behind it that is no known name."""
    said = draft.said
    for place, word in enumerate(said[:reach]):
        core = bare(word.folded)
        if not is_verb(word.folded) or len(core) <= 3:
            continue
        following = said[place + 1].folded if place + 1 < len(said) else ""
        return (
            not (following.startswith("ال") and following not in ("الى", "الي"))
            and following not in _DEMONSTRATIVES
        )
    return False


def _possessive(draft: Draft) -> bool:
    """«إن زيارته»: what the speaker says of himself."""
    return any(word.folded.endswith(("ته", "تها", "ه")) and trigger(word.folded) for word in draft.said[1:2])


def _pronoun(draft: Draft) -> bool:
    """«إنه يعتزم», «لكنها»: a particle with the pronoun of who acts."""
    return any(bare(word.folded).endswith(("نه", "نها", "نهم")) for word in draft.words[:1] + draft.said[:1])


def _give(text: str, phrase: Draft, before: Draft) -> None:
    """«قبل أسابيع من إطلاق الحملة» is the time of the clause before it."""
    if before.time is None:
        before.time = own_time(text, phrase.outer_times)


def _from_frame(draft: Draft) -> TimeSlot | None:
    """«أكد الكرملين الجمعة أن»: the day of saying, where what is said has none."""
    if draft.frame_time is None or draft.modality == "intended":
        return None
    return replace(draft.frame_time, how="inherited")


def _near(drafts: Sequence[Draft], place: int) -> TimeSlot | None:
    """The time of the clause that this one goes on with, where the same one acts in the same way."""
    draft, before = drafts[place], _before(drafts, place)
    apposed = draft.words[0].folded in ("وهي", "وهو")
    if apposed and before is not None:
        draft.modality = before.modality
    if before is None or before.time is None or draft.kind in ("source", "relative"):
        return None
    gap = draft.sentence - before.sentence
    if draft.kind == "phrase":
        goes_on = gap == 0 and bare(draft.words[0].folded) == "مع"
    elif apposed:
        goes_on = gap == 0
    elif before.modality != draft.modality:
        goes_on = False
    else:
        one = draft.subject is not None and draft.subject == before.subject
        silent = draft.subject is None and _elliptic(draft, 2)
        persons = any(bare(word.folded).startswith(_PERSONS) for word in draft.said) and draft.dual_acts
        verbal = _elliptic(draft, 3) or draft.kind == "adverbial" or draft.carried or before.kind == "source"
        goes_on = (gap == 0 and verbal and (one or draft.dual_acts or silent)) or (
            gap == 1 and (persons or (one and draft.event in _MEETINGS and before.event in _MEETINGS))
        )
    return replace(before.time, how="inherited") if goes_on else None


def _from_anaphor(drafts: Sequence[Draft], place: int) -> TimeSlot | None:
    """«المحادثات», «خلال المعرض»: what was told and dated shortly before."""
    draft = drafts[place]
    earlier = [d for d in drafts[:place] if d.time is not None and draft.sentence - d.sentence <= _BACK]
    for index, word in enumerate(draft.words):
        core = bare(word.folded)
        if not core.startswith("ال"):
            continue
        found = trigger(word.folded)
        if found is not None and found.part == "noun" and found.event in _MEETINGS:
            same = next((d.time for d in reversed(earlier) if d.event in _MEETINGS), None)
        elif index and bare(draft.words[index - 1].folded) in _DURING:
            noun = core.removeprefix("ال")
            same = next((d.time for d in reversed(earlier) if _tells(d, noun)), None)
        else:
            continue
        if same is not None:
            return replace(same, how="inherited")
    return None


def _one_meeting(drafts: Sequence[Draft], place: int) -> TimeSlot | None:
    """«استقبل فلان ضيفه الأربعاء ... وناقش فلان معه»: one meeting, told on."""
    draft = drafts[place]
    if draft.event not in _MEETINGS or draft.subject is None or draft.kind == "source":
        return None
    for earlier in reversed(drafts[:place]):
        if draft.sentence - earlier.sentence > 2:
            return None
        same = (
            earlier.subject == draft.subject
            and earlier.event in _MEETINGS
            and earlier.modality == draft.modality
        )
        if same and earlier.time is not None:
            return replace(earlier.time, how="inherited")
    return None


def _tells(draft: Draft, noun: str) -> bool:
    return any(bare(word.folded).removeprefix("ال") == noun for word in draft.words)


def _same_event(drafts: Iterable[Draft], draft: Draft) -> TimeSlot | None:
    """Where the article dates the same act of the same one elsewhere, once; a headline tells what it does."""
    if draft.event is None or draft.kind == "source":
        return None
    headline = draft.passage is PassageKind.HEADLINE
    told = {
        (d.time.begin, d.time.until): d.time
        for d in drafts
        if d.event == draft.event
        and (headline or (draft.subject is not None and d.subject == draft.subject))
        and d.time is not None
        and d.time.how == "own"
    }
    if not told or (len(told) > 1 and not headline):
        return None
    return replace(next(iter(told.values())), how="inherited")


def _same_occasion(drafts: Iterable[Draft], draft: Draft) -> TimeSlot | None:
    """Where the article dates elsewhere, once, what the same one does at the same forum or festival."""
    occasions = _occasions(draft)
    if not occasions or draft.subject is None:
        return None
    told = {
        (d.time.begin, d.time.until): d.time
        for d in drafts
        if d.time is not None
        and d.time.how == "own"
        and d.modality == draft.modality
        and d.subject == draft.subject
        and occasions & _occasions(d)
    }
    return replace(next(iter(told.values())), how="inherited") if len(told) == 1 else None


def _occasions(draft: Draft) -> set[tuple[str, str]]:
    """The forums, summits and games of a clause by their first two words."""
    pairs = pairwise(draft.words)
    return {
        (bare(a.folded), b.folded) for a, b in pairs if is_in("occasions", bare(a.folded).removeprefix("ل"))
    }


def _clipped(article: Article, draft: Draft) -> TimeSlot | None:
    """What is told as past ended with the day of publication: «صادقت هذا الأسبوع»."""
    slot, published = draft.time, article.published
    if slot is None or published is None or draft.modality == "intended" or draft.event_word is None:
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
