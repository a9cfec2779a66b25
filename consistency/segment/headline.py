"""Which line is the headline, and what stands above it that is none: a ticker, a byline."""

from __future__ import annotations

import re

from consistency.cohesion import coverage, rare_stems
from consistency.languages.arabic.discourse import defines_its_title, is_headline_like, is_prose
from consistency.languages.arabic.normalise import tokens
from consistency.languages.arabic.page import is_digest
from consistency.model import PassageKind
from consistency.segment.lines import Line
from consistency.wording import say

__all__ = ["tell_headline"]

K = PassageKind
_TICKER_COVERAGE = 0.15  # of 3,000 headlines 1.7 % lie below; of headlines of other articles 94 %
_APART_COVERAGE = 0.3  # 4.1 % and 98.9 %: where a repeated headline shows which line is the title
_STANDFIRST_COVERAGE = 0.15  # of a line below the headline stands in the headline itself
_SHORTEST_TICKER = 4  # stems: fewer say nothing
_BYLINE = 7  # words
_HEADLINE_COVERAGE = 0.35
_DASH = re.compile(r"[-–—/|]|(?<!\S)ـ+(?!\S)")  # tatweel alone between spaces is a dash in print


def tell_headline(lines: list[Line], publisher: str | None, stated: str | None) -> Line | None:
    """The headline: the line that the source states, or one above the body whose words the body repeats."""
    top = _top(lines)
    title = _stated(lines, stated)
    if title is None and not top:
        return None
    above = {id(line) for line in top}
    body = _told_again(top, [line for line in lines if line.kind is None and id(line) not in above])
    shares = {id(line): coverage(line.stems, body) for line in top}
    texts = [line.folded for line in lines]
    repeated = {id(line): texts.count(line.folded) > 1 for line in top}
    headline = title or _best(top, shares, repeated)
    is_sure = headline is title or repeated[id(headline)]
    headline.told(
        K.HEADLINE,
        say("the source states it as the title")
        if headline is title
        else say("a line like a title above the body"),
    )
    is_prose_below = is_prose([line.text for line in lines if line.kind in (None, K.HEADLINE)])
    if is_prose_below and (is_sure or shares[id(headline)] >= _HEADLINE_COVERAGE):
        limit = _APART_COVERAGE if is_sure else _TICKER_COVERAGE
        _tell_others(top, shares, limit, publisher, headline)
    return headline


def _told_again(top: list[Line], body: list[Line]) -> set[str]:
    """The telling stems of the upper lines that the body repeats.

    Few paragraphs are taken apart, for what repeats a stem has its letters.
    """
    sought = set().union(*(rare_stems(line.stems) for line in top))
    found: set[str] = set()
    for line in body:
        if any(stemmed in line.folded for stemmed in sought):
            found |= sought & line.stems.keys()
            sought -= found
    return found


def _stated(lines: list[Line], title: str | None) -> Line | None:
    """The first line that is the title as the source states it."""
    words = title.split() if title else []
    return next((line for line in lines if line.kind is None and words and line.text.split() == words), None)


def _best(top: list[Line], shares: dict[int, float], repeated: dict[int, bool]) -> Line:
    places = {id(line): place for place, line in enumerate(top)}
    return max(
        top,
        key=lambda line: (
            repeated[id(line)],
            shares[id(line)] >= _HEADLINE_COVERAGE,
            -places[id(line)],
            shares[id(line)],
        ),
    )


def _tell_others(
    top: list[Line], shares: dict[int, float], limit: float, publisher: str | None, headline: Line
) -> None:
    """Tell bylines, and the lines of which the article repeats hardly a word."""
    if any(defines_its_title(headline.text, line.text) for line in top if line.folded != headline.folded):
        return
    for line in top:
        share = shares[id(line)]
        if line.kind is None and publisher and _is_byline(line, publisher):
            line.told(K.BOILERPLATE, say("a byline: the line names the publisher"))
        elif (
            line.kind is None
            and not is_digest(line.text)
            and not _is_standfirst(line, headline)
            and share < limit
            and len(line.stems) >= _shortest_ticker(line)
        ):
            line.told(K.TICKER, say("the article repeats {share} of this line's words", share=f"{share:.0%}"))


def _is_standfirst(line: Line, headline: Line) -> bool:
    """Whether a line below the headline tells the same: a lead without a full stop."""
    return line.start > headline.start and coverage(line.stems, headline.stems) >= _STANDFIRST_COVERAGE


def _shortest_ticker(line: Line) -> int:
    """A short line with a dash may be an author and a paper."""
    return _SHORTEST_TICKER + bool(_DASH.search(line.text))


def _is_byline(line: Line, publisher: str) -> bool:
    """«سارة عمر – الميناء»: a short line with a dash; a paper named «اليوم» is a word of many headlines."""
    return publisher in line.text and len(tokens(line.text)) <= _BYLINE and bool(_DASH.search(line.text))


def _top(lines: list[Line]) -> list[Line]:
    """The lines like titles above the first paragraph, if there is a paragraph at all."""
    top: list[Line] = []
    for line in lines:
        if line.kind is None:
            if not is_headline_like(line.text):
                return top
            top.append(line)
    return top[:1] if len(top) == len(lines) else top
