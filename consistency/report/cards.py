"""A finding as a card of the page: both sides of the evidence, the tally, the way to silence it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from consistency.model import Article, Finding, Location
from consistency.report.direction import is_arabic
from consistency.report.excerpt import Mark, Paragraph, Piece, Rows, Style, excerpt, style_of
from consistency.report.naming import publication
from consistency.report.order import plain_fingerprint
from consistency.report.overview import Overview
from consistency.report.safe import one_line
from consistency.report.words import Words

__all__ = ["Card", "Library", "Shelf", "Side", "build_cards", "build_library"]

_OPEN = 3
_SIDES = 12
_FORM = 60
"""Longer quotes are no name forms to count."""


@dataclass(frozen=True)
class Shelf:
    """An article as the page refers to it."""

    number: int
    """1-based, for links."""
    article: Article
    rows: Rows
    name: str
    date: str


@dataclass(frozen=True)
class Library:
    """The articles of a report by name."""

    shelves: Mapping[str, Shelf]
    shown: frozenset[str]
    """The articles that stand on the page; a large corpus has only those that a finding touches."""
    linked: bool
    """False where the page leaves the full texts out, so that no line can be linked to."""

    def link(self, document: str, line: int) -> str:
        """Where a line of an article stands on the page; empty where it does not."""
        shelf = self.shelves.get(document)
        on_page = self.linked and document in self.shown
        if shelf is None or not on_page or not 1 <= line <= len(shelf.rows.starts):
            return ""
        start, end = shelf.rows.span(line)
        return f"a{shelf.number}.{line}" if shelf.article.text[start:end].strip() else f"a{shelf.number}"


@dataclass(frozen=True)
class Side:
    """What one article says: all places of a finding in it, merged."""

    document: str
    name: str
    publisher: str
    date: str
    line: int
    link: str
    places: int
    paragraphs: tuple[Paragraph, ...]
    more_lines: int
    same_article: bool = False


@dataclass(frozen=True)
class Card:
    """A finding as the page shows it."""

    number: int
    """1-based, worst first; the margins of the articles refer to it."""
    link: str
    fingerprint: str
    """What silences it, fit to be pasted into a shell."""
    finding: Finding
    flagged: Side
    compared: tuple[Side, ...]
    more: tuple[Side, ...]
    left_out: int
    """Compared articles that the page does not show."""
    forms: tuple[tuple[str, int], ...]
    """Name forms and how often the places shown have them."""
    stances: tuple[tuple[str, tuple[str, ...]], ...]
    """State and the articles in it, from the row of the fact; empty where it has none."""
    before: str
    after: str


def build_library(
    articles: Sequence[Article],
    names: Mapping[str, str],
    words: Words,
    shown: frozenset[str],
    linked: bool,
) -> Library:
    """The articles with what the page calls them."""
    shelves = {
        article.id: Shelf(
            number, article, Rows(article.text), names[article.id], publication(article.published, words)
        )
        for number, article in enumerate(articles, 1)
    }
    return Library(shelves, shown, linked)


def build_cards(links: Mapping[str, Finding], library: Library, overview: Overview) -> list[Card]:
    """A card for each finding; a few compared articles stand open, some are folded, the rest is counted."""
    order = list(links)
    cards = []
    for number, (link, finding) in enumerate(links.items(), 1):
        flagged, *others = finding.locations
        compared = _compared(others, flagged.document, library)
        cards.append(
            Card(
                number=number,
                link=link,
                fingerprint=plain_fingerprint(finding),
                finding=finding,
                flagged=_side([flagged], style_of(finding.severity), library),
                compared=tuple(compared[:_OPEN]),
                more=tuple(compared[_OPEN:_SIDES]),
                left_out=max(0, len(compared) - _SIDES),
                forms=_forms(finding),
                stances=_stances(link, overview, library),
                before=order[number - 2] if number > 1 else "",
                after=order[number] if number < len(order) else "",
            )
        )
    return cards


def _compared(places: Sequence[Location], flagged: str, library: Library) -> list[Side]:
    """The compared places, those of one article merged, in the order of their first."""
    by_document: dict[str, list[Location]] = {}
    for place in places:
        by_document.setdefault(place.document, []).append(place)
    return [_side(own, "compared", library, document == flagged) for document, own in by_document.items()]


def _side(places: Sequence[Location], style: Style, library: Library, same: bool = False) -> Side:
    first = min(places, key=lambda place: place.start)
    shelf = library.shelves.get(first.document)
    if shelf is None:
        paragraphs = tuple(_bare(place, style) for place in places)
        return Side(first.document, first.document, "", "", first.line, "", len(places), paragraphs, 0, same)
    marks = [Mark(place.start, place.end, style) for place in places]
    paragraphs, more = excerpt(shelf.rows, marks)
    return Side(
        document=first.document,
        name=shelf.name,
        publisher=shelf.article.publisher or "",
        date=shelf.date,
        line=first.line,
        link=library.link(first.document, first.line),
        places=len(places),
        paragraphs=paragraphs,
        more_lines=more,
        same_article=same,
    )


def _bare(place: Location, style: Style) -> Paragraph:
    """A quote of an article that the report does not hold."""
    return Paragraph(place.line, (Piece(place.quote, style),), is_arabic(place.quote))


def _forms(finding: Finding) -> tuple[tuple[str, int], ...]:
    if finding.kind not in ("name", "spelling"):
        return ()
    quotes = [one_line(place.quote) for place in dict.fromkeys(finding.locations)]
    counted = Counter(quote for quote in quotes if len(quote) <= _FORM)
    return tuple(sorted(counted.items(), key=lambda item: (-item[1], item[0])))


def _stances(link: str, overview: Overview, library: Library) -> tuple[tuple[str, tuple[str, ...]], ...]:
    row = overview.by_finding.get(link)
    if row is None or row.kind != "fact":
        return ()
    states: dict[str, list[str]] = {}
    for document, shelf in library.shelves.items():
        cell = row.cells.get(document)
        states.setdefault(cell.state if cell else "silent", []).append(shelf.name)
    order = ("agrees", "differs", "says", "later", "uncompared", "silent")
    return tuple((state, tuple(states[state])) for state in order if state in states)
