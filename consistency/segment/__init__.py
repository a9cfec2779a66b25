"""Taking an article apart: what each line is, and what belongs to another story.

A line is a passage.  First the frame of the page is told by its words (labels, credits, boilerplate), then
the headline, repeated lines, teasers, and at last what does not cohere with the rest: a ticker above the
headline, an item appended below.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from consistency.languages.arabic.discourse import is_headline_like
from consistency.model import Article, Document, Passage, PassageKind, PublicationDate
from consistency.segment.frame import publisher, tell_captions, tell_frame, wires
from consistency.segment.headline import tell_headline
from consistency.segment.items import tell_teasers, tell_unmarked_item
from consistency.segment.lines import Line, lines_of, tell_marked
from consistency.segment.repeats import tell_duplicates
from consistency.wording import say

__all__ = ["OWN_KINDS", "segment"]

K = PassageKind
OWN_KINDS = frozenset({K.HEADLINE, K.LEAD, K.BODY, K.QUOTE, K.SUBHEADING})
"""The kinds of passage that carry the article's own claims."""


def segment(document: Document) -> Article:
    """The passages of a document in order, with its title, publisher, wire and stated date."""
    lines = list(lines_of(document.text))
    stated = document.metadata
    tell_marked(lines, document.marked)
    published = tell_frame(lines)
    tell_captions(lines)
    paper = stated.publisher or publisher(lines)
    headline = tell_headline(lines, paper, stated.title)
    tell_duplicates(lines)
    tell_teasers(lines, headline.text if headline else "")
    tell_unmarked_item(lines, headline.text if headline else "")
    _tell_rest(lines)
    passages = (
        Passage(line.kind or K.BODY, line.start, line.end, line.why, line.confidence) for line in lines
    )
    return Article(
        document,
        tuple(_merge_foreign(passages)),
        title=headline.text if headline else stated.title,
        publisher=paper,
        wire=wires(lines, OWN_KINDS),
        published=_stated_day(stated.published) or published,
    )


def _stated_day(day: str | None) -> PublicationDate | None:
    """The date that the source states outside the text."""
    return PublicationDate(day, day, explicit=True, why="the source states it") if day else None


def _tell_rest(lines: list[Line]) -> None:
    own = [line for line in lines if line.kind is None]
    has_lead = False
    for index, line in enumerate(own):
        if index and is_headline_like(line.text) and index + 1 < len(own):
            line.told(K.SUBHEADING, say("a short line without a full stop between paragraphs"))
        elif line.text[0] in '"«“' and line.text.rstrip(".")[-1:] in '"»”':
            line.told(K.QUOTE, say("the whole paragraph is a quotation"))
        elif has_lead:
            line.told(K.BODY, say("a paragraph"))
        else:
            line.told(K.LEAD, say("the first paragraph"))
            has_lead = True


def _merge_foreign(passages: Iterator[Passage]) -> Iterator[Passage]:
    """A foreign item is one passage from its first to its last line."""
    held: Passage | None = None
    between: list[Passage] = []
    for passage in passages:
        if passage.kind is K.FOREIGN:
            held = replace(held, end=passage.end) if held else passage
            between = []
        elif held:
            between.append(passage)
        else:
            yield passage
    if held:
        yield held
        yield from between
