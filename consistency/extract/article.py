"""The claims of one article: its clauses, read one by one and told what they carry on from each other."""

from __future__ import annotations

import bisect
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from consistency.article_values import ArticleValues
from consistency.catalogue import Hit
from consistency.clauses import clauses_in, sentences
from consistency.extract.actors import (
    Office,
    Titles,
    mentions_in,
    offices_in,
    parties,
    partners,
    subject_told,
)
from consistency.extract.carry import carry_over
from consistency.extract.draft import Draft, Named
from consistency.extract.inherit import inherit_times
from consistency.extract.speakers import Speech
from consistency.extract.times import Timed, own_time, published_slot, read_times
from consistency.extract.world import World
from consistency.languages.arabic.events import find_event, trigger
from consistency.languages.arabic.normalise import Token, tokens
from consistency.languages.arabic.offices import is_dual, title_told
from consistency.languages.arabic.signs import COLOURS, DENIES, DUAL, TELLS, signs
from consistency.languages.arabic.speech import modality, polarity
from consistency.model import Article, Claim, Passage, PassageKind, TimeSlot, Value
from consistency.segment import OWN_KINDS

__all__ = ["extract"]

_SHORTEST = 3
"""Words: less says nothing."""
_NOT = ("لم", "ولم", "فلم")
_QUOTATION = re.compile('["«“»”]')
_AT = (
    "قرب",
    "داخل",
    "وسط",
    "شمال",
    "جنوب",
    "شرق",
    "غرب",
    "في",
    "الى",
    "الي",
    "من",
    "مدينة",
    "قاعدة",
    "مطار",
    "العاصمة",
    "بلدة",
    "محافظة",
)


@dataclass(frozen=True)
class _Sentence:
    passage: PassageKind
    words: tuple[Token, ...]
    hits: tuple[Hit, ...]
    quoted: bool
    """Whether it begins inside a quotation that an earlier sentence opened."""


@dataclass
class _Found:
    """Values of a passage, by place."""

    times: list[Timed] = field(default_factory=list)
    amounts: list[Value] = field(default_factory=list)

    def times_in(self, start: int, end: int) -> tuple[Timed, ...]:
        return tuple(t for t in self.times if start <= t.value.start and t.value.end <= end)

    def amounts_in(self, start: int, end: int) -> tuple[Value, ...]:
        return tuple(v for v in self.amounts if start <= v.start and v.end <= end)


def extract(values: ArticleValues, hits: Sequence[Hit], world: World) -> Iterator[Claim]:
    """The claims of an article, in order of their places; subheadings make none.

    :param values: those of the article.
    :param hits: the catalogued names of the article, in order.
    """
    article, hits = values.article, _meant(hits)
    own = [p for p in article.passages if p.kind in OWN_KINDS and p.kind is not PassageKind.SUBHEADING]
    found = _Found(*read_times(values))
    told = [s for passage in own for s in _sentences(article.text, passage, hits)]
    offices = [o for s in told for o in offices_in(article.text, s.words, s.hits)]
    certain = _certain(hits)
    reader = _Reader(article.text, found, Titles(offices), certain, Speech(article.text), world)
    drafts = [d for number, sentence in enumerate(told) for d in reader.read(sentence, number)]
    carry_over(article.text, drafts, world)
    inherit_times(article, drafts)
    drafts = [draft for draft in drafts if not draft.frame_only or draft.time is not None]
    claims = [_claim(article, draft) for draft in drafts if len(draft.words) >= _SHORTEST]
    claims += _office_claims(article, offices, claims)
    claims.sort(key=lambda claim: (claim.start, -claim.end))
    for position, claim in enumerate(claims, start=1):
        yield replace(claim, id=f"{article.id}#{position}")


def _meant(hits: Sequence[Hit]) -> list[Hit]:
    """The names without short forms of persons whom the article never names in full: «سعيد» is many men."""
    full = {hit.rule.id for hit in hits if hit.status != "short"}
    return [h for h in hits if h.status != "short" or h.rule.entity != "person" or h.rule.id in full]


def _certain(hits: Iterable[Hit]) -> frozenset[str]:
    """The entities that some form of the article names alone."""
    spans: dict[tuple[int, int], set[str]] = defaultdict(set)
    for hit in hits:
        spans[hit.start, hit.end].add(hit.rule.id)
    return frozenset(next(iter(who)) for who in spans.values() if len(who) == 1)


def _sentences(text: str, passage: Passage, hits: Sequence[Hit]) -> Iterator[_Sentence]:
    words = tokens(text, passage.start, passage.end)
    starts = [word.start for word in words]
    places = [hit.start for hit in hits]
    quoted, seen = False, passage.start
    for begin, until in sentences(text, passage.start, passage.end):
        quoted = _open(text, seen, begin, quoted)
        seen = begin
        inside = words[bisect.bisect_left(starts, begin) : bisect.bisect_left(starts, until)]
        named = hits[bisect.bisect_left(places, begin) : bisect.bisect_left(places, until)]
        if inside:
            yield _Sentence(passage.kind, tuple(inside), tuple(named), quoted)


def _open(text: str, start: int, end: int, quoted: bool) -> bool:
    """Whether a quotation is open behind a stretch of text."""
    for mark in _QUOTATION.findall(text, start, end):
        if mark == '"':
            quoted = not quoted
        elif mark in "«“":
            quoted = True
        elif mark in "»”":
            quoted = False
    return quoted


@dataclass(frozen=True)
class _Reader:
    """Reads the sentences of one article."""

    text: str
    found: _Found
    titles: Titles
    certain: frozenset[str]
    speech: Speech
    world: World

    def read(self, sentence: _Sentence, number: int) -> list[Draft]:
        """The clauses of a sentence with what stands in them, and who says them."""
        named = mentions_in(sentence.words, sentence.hits, self.titles, self.certain)
        spans = [(m.start, m.end) for m in named]
        parts = list(clauses_in(self.text, sentence.words))
        drafts = [
            Draft(part.words, part.kind, sentence.passage, number, frame=frame)
            for part, frame in self.speech.split(parts, spans)
        ]
        self.speech.attribute(drafts, spans, quoted=sentence.quoted)
        for draft in drafts:
            self._tell(draft, named)
        return drafts

    def _tell(self, draft: Draft, named: Sequence[Named]) -> None:
        """Fill what the words of a clause themselves say."""
        said = draft.said or draft.words
        start, end = said[0].start, said[-1].end
        times = self.found.times_in(start, end)
        dated = [(t.value.start, t.value.end) for t in times]
        at = bisect.bisect_left(named, start, key=_start)
        near = named[at : bisect.bisect_left(named, end, key=_start)]
        draft.mentions = tuple(m for m in near if m.end <= end and not _within(m.start, dated))
        draft.countries = self.world.of_words(
            (w for w in said if not _within(w.start, dated)) if dated else said
        )
        draft.quantities = self.found.amounts_in(start, end)
        bodies = [(m.start, m.end) for m in draft.mentions if m.kind in ("organisation", "person")]
        told = signs(said)
        if told & TELLS:
            event = find_event([w for w in said if not _within(w.start, bodies)] if bodies else said)
            if event is not None:
                draft.event, draft.event_word = event
        draft.subject, draft.object = parties(self.text, said, draft.mentions)
        if draft.event == "invite" and any(_receives(word.folded) for word in said):
            draft.subject, draft.object, draft.receives = None, draft.subject, True
        if draft.subject is None and draft.kind != "source":
            draft.acts = subject_told(self.text, said)
        draft.partners = partners(self.text, draft.mentions, draft.subject)
        if draft.event == "appoint":
            draft.object = title_told(self.text, said) or draft.object
        draft.place = _place(said, draft.mentions)
        frame = draft.frame
        if frame is not None and frame.speaker is not None and draft.content:
            first, last = draft.words[frame.speaker[0]], draft.words[frame.speaker[1] - 1]
            inside = [m.entity for m in named if first.start <= m.start < last.end and m.kind == "person"]
            draft.voice = inside[-1] if inside else None
        if told & DUAL:
            draft.dual = True
            draft.dual_acts = any(is_dual(w.folded) for w in said[:4]) or any(
                is_dual(w.folded) and w.folded.endswith("ان") for w in said[4:7]
            )
        if draft.kind == "phrase":  # «قبل أسابيع من إطلاق الحملة» dates what stands before it
            draft.outer_times = tuple(t for t in times if t.value.start <= start + 1)
            times = tuple(t for t in times if t.value.start > start + 1)
        draft.time = own_time(self.text, times)
        if draft.said is not draft.words:
            draft.frame_time = own_time(self.text, self.found.times_in(draft.start, start))
        if told & DENIES:
            draft.polarity = polarity(said)
        spoken = bool(told & DENIES) and draft.speaker is not None and any(w.folded in _NOT for w in said)
        if told & COLOURS or draft.believed or draft.denied or spoken:
            draft.modality = modality(said, reported=draft.believed, denied=draft.denied or spoken)


def _receives(folded: str) -> bool:
    found = trigger(folded)
    return found is not None and found.event == "receive-goods"


def _within(place: int, spans: Iterable[tuple[int, int]]) -> bool:
    """Whether a place lies in a span: «منذ بدء الحرب في أوكرانيا» names a time and no actor."""
    return any(start <= place < end for start, end in spans)


def _start(mention: Named) -> int:
    return mention.start


def _place(words: Sequence[Token], named: Sequence[Named]) -> str | None:
    """A place behind «في», «إلى» or «من», or the name of its kind; or with «ب» written on to it."""
    for mention in named:
        if mention.kind != "place":
            continue
        before = [word for word in words if word.end <= mention.start]
        own = next((word for word in words if word.start <= mention.start < word.end), None)
        if own is not None and own.start < mention.start and own.folded[:1] in ("ب",):
            return mention.entity
        if before and before[-1].folded in _AT:
            return mention.entity
    return None


def _claim(article: Article, draft: Draft) -> Claim:
    names = {m.entity for m in draft.mentions} | set(draft.countries) | set(draft.partners)
    if draft.subject:
        names.add(draft.subject)
    return Claim(
        id="",
        document=article.id,
        start=draft.start,
        end=draft.end,
        quote=article.text[draft.start : draft.end],
        subject=draft.subject or draft.acts,
        event=draft.event,
        object=draft.object,
        time=draft.time,
        place=draft.place,
        quantities=draft.quantities,
        speaker=draft.speaker,
        polarity=draft.polarity,
        modality=draft.modality,
        names=tuple(sorted(names)),
        said=(draft.said or draft.words)[0].start,
    )


def _office_claims(article: Article, offices: Iterable[Office], claims: Sequence[Claim]) -> Iterator[Claim]:
    """Who holds which office: a claim for the fullest title of each person."""
    best: dict[str, Office] = {}
    for office in offices:
        known = best.get(office.person)
        if known is None or len(office.title) > len(known.title):
            best[office.person] = office
    for office in best.values():
        holder = next((c for c in claims if c.start <= office.start and office.end <= c.end), None)
        time: TimeSlot | None = published_slot(article)
        yield Claim(
            id="",
            document=article.id,
            start=office.start,
            end=office.end,
            quote=article.text[office.start : office.end],
            subject=office.person,
            event="hold-office",
            object=office.text,
            time=time,
            speaker=holder.speaker if holder and holder.said <= office.start else None,
            polarity="positive",
            modality="asserted",
            names=(office.person,),
            said=office.start,
        )
