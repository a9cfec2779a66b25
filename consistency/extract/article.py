"""The claims of one article: its clauses, read one by one and told what they carry on from each other."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from consistency.article_values import ArticleValues
from consistency.catalogue import Hit
from consistency.clauses import sentences
from consistency.extract.actors import (
    Office,
    Titles,
    offices_in,
)
from consistency.extract.carry import carry_over, clauses_before
from consistency.extract.draft import Draft
from consistency.extract.inherit import inherit_times
from consistency.extract.reader import Found, Reader, Sentence
from consistency.extract.speakers import Speech
from consistency.extract.times import published_slot, read_times
from consistency.extract.world import World
from consistency.languages.arabic.normalise import words_of
from consistency.languages.arabic.signs import signs_of
from consistency.model import Article, Claim, Passage, PassageKind
from consistency.segment import OWN_KINDS

__all__ = ["extract"]

_SHORTEST = 3
"""Words: less says nothing."""
_QUOTATION = re.compile('["«“»”]')


def extract(values: ArticleValues, hits: Sequence[Hit], world: World) -> Iterator[Claim]:
    """The claims of an article, in order of their places; subheadings make none.

    :param values: those of the article.
    :param hits: the catalogued names of the article, in order.
    """
    article, hits = values.article, _meant(hits)
    own = [p for p in article.passages if p.kind in OWN_KINDS and p.kind is not PassageKind.SUBHEADING]
    found = Found(*read_times(values))
    places = [hit.start for hit in hits]
    told = [s for passage in own for s in _sentences(article.text, passage, hits, places, world)]
    offices = [o for s in told if s.hits for o in offices_in(article.text, s.words.tokens, s.hits)]
    certain = _certain(hits)
    reader = Reader(article.text, found, Titles(offices), certain, Speech(article.text))
    drafts = [d for number, sentence in enumerate(told) for d in reader.read(sentence, number)]
    before = clauses_before(drafts)
    carry_over(article.text, drafts, before, world)
    inherit_times(article, drafts, before)
    telling = [
        draft
        for draft in drafts
        if len(draft.words) >= _SHORTEST and (not draft.frame_only or draft.time is not None)
    ]
    claims: list[Draft | Office] = [*telling, *_fullest(offices)]
    claims.sort(key=lambda claim: (claim.start, -claim.end))
    for position, claim in enumerate(claims, start=1):
        name = f"{article.id}#{position}"
        if isinstance(claim, Draft):
            yield _claim(article, claim, name)
        else:
            yield _office_claim(article, claim, telling, name)


def _meant(hits: Sequence[Hit]) -> list[Hit]:
    """The names without short forms of persons whom the article never names in full: «سعيد» is many men."""
    short = {hit.rule.id for hit in hits if hit.status == "short" and hit.rule.entity == "person"}
    if not short:
        return list(hits)
    alone = short.difference([hit.rule.id for hit in hits if hit.status != "short"])
    return [hit for hit in hits if hit.status != "short" or hit.rule.id not in alone]


def _certain(hits: Iterable[Hit]) -> frozenset[str]:
    """The entities that some form of the article names alone."""
    spans: dict[tuple[int, int], set[str]] = defaultdict(set)
    for hit in hits:
        spans[hit.start, hit.end].add(hit.rule.id)
    return frozenset(next(iter(who)) for who in spans.values() if len(who) == 1)


def _sentences(
    text: str, passage: Passage, hits: Sequence[Hit], places: Sequence[int], world: World
) -> Iterator[Sentence]:
    """The sentences of a passage.

    :param places: where the names begin.
    """
    words = words_of(text, passage.start, passage.end)
    signs = signs_of(words.folded)
    countries = world.told_by(words, signs)
    quoted, seen = False, passage.start
    for begin, until in sentences(text, passage.start, passage.end):
        quoted = _open(text, seen, begin, quoted)
        seen = begin
        first, behind = bisect_left(words.starts, begin), bisect_left(words.starts, until)
        if first < behind:
            yield Sentence(
                passage.kind,
                words.part(first, behind),
                signs[first:behind],
                hits[bisect_left(places, begin) : bisect_left(places, until)],
                countries[bisect_left(countries, (begin, "")) : bisect_left(countries, (until, ""))],
                quoted,
            )


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


def _claim(article: Article, draft: Draft, name: str) -> Claim:
    words, subject = draft.words, draft.subject
    start, end = words[0].start, words[-1].end
    names: Iterable[str] = (subject,) if subject else ()
    if draft.mentions or draft.countries or draft.partners:
        named = [mention.entity for mention in draft.mentions]
        names = sorted({*names, *named, *draft.countries, *draft.partners})
    return Claim(
        id=name,
        document=article.id,
        start=start,
        end=end,
        quote=article.text[start:end],
        subject=subject or draft.acts,
        event=draft.event,
        object=draft.object,
        time=draft.time,
        place=draft.place,
        quantities=draft.quantities,
        speaker=draft.speaker,
        polarity=draft.polarity,
        modality=draft.modality,
        names=tuple(names),
        said=words[draft.content].start,
    )


def _fullest(offices: Iterable[Office]) -> Iterable[Office]:
    """The fullest title of each person."""
    best: dict[str, Office] = {}
    for office in offices:
        known = best.get(office.person)
        if known is None or len(office.title) > len(known.title):
            best[office.person] = office
    return best.values()


def _office_claim(article: Article, office: Office, drafts: Iterable[Draft], name: str) -> Claim:
    """Who holds which office."""
    holder = next((d for d in drafts if d.start <= office.start and office.end <= d.end), None)
    told = holder is not None and holder.words[holder.content].start <= office.start
    return Claim(
        id=name,
        document=article.id,
        start=office.start,
        end=office.end,
        quote=article.text[office.start : office.end],
        subject=office.person,
        event="hold-office",
        object=office.text,
        time=published_slot(article),
        speaker=holder.speaker if holder and told else None,
        polarity="positive",
        modality="asserted",
        names=(office.person,),
        said=office.start,
    )
