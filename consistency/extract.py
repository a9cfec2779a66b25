"""From passages to claims: who, what, when, where, how many, says who."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from consistency.catalogue import Hit
from consistency.clauses import clauses
from consistency.dating import reference_of
from consistency.languages.arabic.events import find_event
from consistency.languages.arabic.normalise import Token, tokens
from consistency.languages.arabic.speech import modality, polarity, speaker_span
from consistency.languages.arabic.values import read_values
from consistency.model import Article, Claim, PassageKind, TimeSlot, Value
from consistency.segment import OWN_KINDS

__all__ = ["extract"]

_TIMES = ("date", "time", "period")
_FAR = datetime(2000, 1, 1)
"""Counts relative dates of an article without a date; what hangs on it is left out."""
_FAR_AWAY = datetime(2013, 8, 21)


def extract(article: Article, hits: tuple[Hit, ...]) -> Iterator[Claim]:
    """The claims of an article, in order; headings make none."""
    number = 0
    for passage in article.passages:
        if passage.kind in OWN_KINDS and passage.kind is not PassageKind.SUBHEADING:
            values = _values(article, passage.start, passage.end)
            for start, end in clauses(article.text, passage.start, passage.end):
                words = tokens(article.text, start, end)
                if len(words) >= 3:
                    number += 1
                    yield _claim(article, number, words, hits, values)


def _values(article: Article, start: int, end: int) -> list[Value]:
    """The values of a passage in raw spans; a date that hangs on an unknown day is none."""
    text = article.text[start:end]
    reference = reference_of(article.published)
    found = read_values(text, reference or _FAR)
    if reference is None:
        again = {(v.start, v.end): v.begin for v in read_values(text, _FAR_AWAY)}
        found = [v for v in found if v.begin is None or again.get((v.start, v.end)) == v.begin]
    return [value.shifted(start) for value in found]


def _claim(
    article: Article, number: int, words: list[Token], hits: tuple[Hit, ...], values: list[Value]
) -> Claim:
    start, end = words[0].start, words[-1].end
    text = article.text
    named = [hit for hit in hits if start <= hit.start and hit.end <= end and hit.rule.entity != "event"]
    inside = [value for value in values if start <= value.start and value.end <= end]
    event = find_event(words)
    said_by = speaker_span(text, words)
    actors = [h for h in named if not (said_by and said_by[0] <= h.start < said_by[1])]
    times = [value for value in inside if value.kind in _TIMES]
    return Claim(
        id=f"{article.id}#{number}",
        document=article.id,
        start=start,
        end=end,
        quote=text[start:end],
        subject=actors[0].rule.id if actors else None,
        event=event[0] if event else None,
        object=actors[1].rule.id if len(actors) > 1 else None,
        time=_slot(times[0]) if times else None,
        place=_place(named, words),
        quantities=tuple(v for v in inside if v.kind not in (*_TIMES, "ordinal")),
        speaker=text[said_by[0] : said_by[1]] if said_by else None,
        polarity=polarity(words),
        modality=modality(words, spoken=said_by is not None),
    )


def _slot(value: Value) -> TimeSlot:
    return TimeSlot(value.begin, value.until, value.grain, value.quote)


def _place(named: list[Hit], words: list[Token]) -> str | None:
    """A place behind «في», «إلى» or «من», or else behind the particle ب."""
    for hit in named:
        if hit.rule.entity == "place":
            before = [word.folded for word in words if word.end <= hit.start][-2:]
            if any(
                word in ("في", "الي", "إلى", "الى", "من", "مدينة", "قاعدة", "مطار") for word in before[-1:]
            ):
                return hit.rule.id
    return None
