"""Taking an article apart: what each line is, and what belongs to another story.

A line is a passage.  First the frame of the page is told by its words (labels, credits, boilerplate), then
the headline, repeated lines, teasers, and at last what does not cohere with the rest: a ticker above the
headline, an item appended below.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from consistency.cohesion import breaks, coverage, is_headline_like, stems
from consistency.languages.arabic.normalise import fold_word, tokens
from consistency.languages.arabic.page import (
    agencies_in,
    credit,
    frame_label,
    source_values,
    split_label,
    wires_in,
)
from consistency.languages.arabic.values import read_dateline
from consistency.model import Article, Document, Passage, PassageKind, PublicationDate
from consistency.wording import Wording, say, term

__all__ = ["OWN_KINDS", "segment"]

K = PassageKind
OWN_KINDS = frozenset({K.HEADLINE, K.LEAD, K.BODY, K.QUOTE, K.SUBHEADING})
"""The kinds of passage that carry the article's own claims."""

_UNMARKED_ITEM = 0.88  # an item without any marker must be this likely to be foreign
_MARKED_ITEM = 0.5
_TICKER_COVERAGE = 0.15  # of 3,000 headlines 1.7 % lie below; of headlines of other articles 94 %
_APART_COVERAGE = 0.3  # 4.1 % and 98.9 %: where a repeated headline shows which line is the title
_SHORTEST_TICKER = 4  # stems: fewer say nothing
_SHORTEST_ITEM = 10  # stems
_BYLINE = 7  # words
_HEADLINE_COVERAGE = 0.35
_LONG_LINE = 160
_AROUND_MARKER = 20  # paragraphs on each side of a marker that tell whether the article goes on
_SHORTEST_DUPLICATE = 15


@dataclass
class _Line:
    """A line without its outer white space; the kind is None until it is told."""

    start: int
    end: int
    text: str
    kind: PassageKind | None = None
    why: Wording | None = None
    label: str | None = None

    def told(self, kind: PassageKind, why: Wording) -> None:
        self.kind, self.why = kind, why


def segment(document: Document) -> Article:
    """The passages of a document in order, with its title, publisher, wire and stated date."""
    lines = list(_lines(document.text))
    published = _tell_frame(lines)
    _tell_captions(lines)
    stated = document.metadata
    publisher = stated.publisher or _publisher(lines)
    headline = _stated_headline(lines, stated.title) or _tell_headline(lines, publisher)
    _tell_duplicates(lines)
    _tell_teasers(lines, headline.text if headline else "")
    _tell_unmarked_item(lines, headline.text if headline else "")
    _tell_rest(lines)
    passages = (Passage(line.kind or K.BODY, line.start, line.end, line.why or "") for line in lines)
    return Article(
        document,
        tuple(_merge_foreign(passages)),
        title=headline.text if headline else stated.title,
        publisher=publisher,
        wire=_wires(lines),
        published=_stated_day(stated.published) or published,
    )


def _stated_day(day: str | None) -> PublicationDate | None:
    """The date that the source states outside the text."""
    return PublicationDate(day, day, explicit=True, why="the source states it") if day else None


def _stated_headline(lines: list[_Line], title: str | None) -> _Line | None:
    """The first line that is the title as the source states it."""
    for line in lines:
        if title and line.kind is None and line.text.split() == title.split():
            line.told(K.HEADLINE, say("the source states it as the title"))
            return line
    return None


def _lines(text: str) -> Iterator[_Line]:
    start = 0
    for raw in text.split("\n"):
        body = raw.strip()
        if body.strip("\u200e\u200f\ufeff"):
            begin = start + raw.index(body)
            yield _Line(begin, begin + len(body), body)
        start += len(raw) + 1


def _tell_frame(lines: list[_Line]) -> PublicationDate | None:
    """Tell the lines that belong to the page; give the stated date of publication."""
    published = None
    first_body = next((i for i, line in enumerate(lines) if len(line.text) > _LONG_LINE), len(lines))
    for index, line in enumerate(lines):
        line.label = frame_label(line.text)
        if line.label == "sections" and first_body < index < len(lines) - 4:
            line.label = None  # a short line between paragraphs is a heading of the article
        may_be_date = line.label in (None, "date") and len(line.text) < _LONG_LINE
        date = read_dateline(line.text) if may_be_date else None
        if date is not None:
            line.told(K.DATELINE, say("the line states a date and nothing else"))
            if published is None and date.start is not None and date.end is not None:
                published = replace(date, start=line.start + date.start, end=line.start + date.end)
        elif line.label == "related":
            line.told(K.TEASER, say("the line points to other articles"))
        elif line.label == "tags":
            line.told(K.TAGS, say("the line begins with the label of key words"))
        elif not any(len(word.folded) > 2 and word.folded.isalpha() for word in tokens(line.text)):
            line.told(K.BOILERPLATE, say("the line has no words"))
        elif line.label:
            line.told(K.BOILERPLATE, say("the line belongs to the page ({label})", label=term(line.label)))
    return published


def _tell_captions(lines: list[_Line]) -> None:
    """A short line that ends in a credit is a caption, or, with a bare name before it, a byline."""
    for line in lines:
        if line.kind is None and len(line.text) < 2 * _LONG_LINE:
            place = credit(line.text)
            if place is not None:
                named = fold_word(line.text)[:place].split()
                bare = len(named) <= 3 and "(" in line.text and line is not lines[0]
                kind = K.BOILERPLATE if bare and _is_late(line, lines) else K.CAPTION
                line.told(kind, say("the line ends in a credit"))


def _is_late(line: _Line, lines: list[_Line]) -> bool:
    return lines.index(line) * 2 > len(lines)


def _tell_headline(lines: list[_Line], publisher: str | None) -> _Line | None:
    """The headline is the line above the body whose words the body repeats; a ticker's it ignores."""
    top = _top(lines)
    if not top:
        return None
    body = stems("\n".join(line.text for line in lines if line.kind is None and line not in top))
    shares = [coverage(stems(line.text), body) for line in top]
    texts = [fold_word(line.text) for line in lines]
    repeated = [texts.count(fold_word(line.text)) > 1 for line in top]
    best = max(range(len(top)), key=lambda i: (repeated[i], shares[i] >= _HEADLINE_COVERAGE, -i, shares[i]))
    headline = top[best]
    headline.told(K.HEADLINE, say("a line like a title above the body"))
    if shares[best] >= _HEADLINE_COVERAGE or repeated[best]:
        for line, share in zip(top, shares, strict=True):
            limit = _APART_COVERAGE if repeated[best] else _TICKER_COVERAGE
            if line.kind is None and publisher and _is_byline(line, publisher):
                line.told(K.BOILERPLATE, say("a byline: the line names the publisher"))
            elif line.kind is None and share < limit and len(stems(line.text)) >= _shortest_ticker(line):
                line.told(
                    K.TICKER, say("the article repeats {share} of this line's words", share=f"{share:.0%}")
                )
    return headline


def _shortest_ticker(line: _Line) -> int:
    """A short line with a dash may be an author and a paper."""
    return _SHORTEST_TICKER + bool(set("-–—/|") & set(line.text))


def _is_byline(line: _Line, publisher: str) -> bool:
    """«سارة عمر – الميناء»: a short line with a dash; a paper named «اليوم» is a word of many headlines."""
    return (
        publisher in line.text and len(tokens(line.text)) <= _BYLINE and bool(set("-–—/|") & set(line.text))
    )


def _top(lines: list[_Line]) -> list[_Line]:
    """The lines like titles above the first paragraph, if there is a paragraph at all."""
    top: list[_Line] = []
    for line in lines:
        if line.kind is None:
            if not is_headline_like(line.text):
                return top
            top.append(line)
    return top[:1] if len(top) == len(lines) else top


def _tell_duplicates(lines: list[_Line]) -> None:
    """The second of two equal lines is the copy; above a repeated headline it is the page's standfirst."""
    copies: dict[str, list[_Line]] = defaultdict(list)
    for line in lines:
        key = " ".join(fold_word(line.text).split())
        if line.kind in (None, K.HEADLINE) and len(key) >= _SHORTEST_DUPLICATE:
            copies[key].append(line)
    headings = next((same for same in copies.values() if same[0].kind is K.HEADLINE and len(same) > 1), None)
    for same in copies.values():
        standfirst = (
            headings is not None and len(same) > 1 and same[0].start < headings[1].start < same[1].start
        )
        original = same[1] if standfirst else same[0]
        for line in same:
            if line is not original and line.kind is None:
                line.told(K.DUPLICATE, say("the same line stands in the article"))


def _tell_teasers(lines: list[_Line], title: str) -> None:
    """What follows a line that points to other articles: their titles, or a whole other item."""
    for index, line in enumerate(lines):
        if line.label != "related" or split_label(line.text)[1]:
            continue
        block = _block_after(lines, index)
        titles = []
        for other in block:
            if not is_headline_like(other.text) and other.text[-1:] not in "؟?!":
                break
            titles.append(other)
        rest = block[len(titles) :]
        before = [other.text for other in lines[:index] if other.kind is None]
        if titles and rest and before:
            why = _foreign_after_marker(lines, index, title, before, [titles[-1], *rest])
            if why:
                for other in (titles.pop(), *rest):
                    other.told(K.FOREIGN, why)
        for other in titles[:6]:
            other.told(K.TEASER, say("a title after «{line}»", line=line.text))


def _foreign_after_marker(
    lines: list[_Line], index: int, title: str, before: list[str], item: list[_Line]
) -> Wording | None:
    """Why an item with a title of its own behind a marker is foreign; None where it is not."""
    ends = [line for line in lines[:index] if line.kind is K.TAGS or line.label == "source"]
    marker = lines[index].text
    if len(before) >= 2 and ends and lines.index(ends[-1]) > lines.index(_last_own(lines, index)):
        return say(
            "it has a title of its own and stands behind «{end}» and «{marker}»",
            end=ends[-1].text[:30],
            marker=marker,
        )
    before, texts = before[-_AROUND_MARKER:], [line.text for line in item[:_AROUND_MARKER]]
    chances = [breaks(title, [*before, *rest])[len(before) - 1].probability for rest in (texts, texts[1:])]
    if min(chances) >= _MARKED_ITEM:  # with its title and without: a teaser may stand between two paragraphs
        return say(
            "it follows «{marker}» and does not go on with the article ({chance} sure)",
            marker=marker,
            chance=f"{min(chances):.0%}",
        )
    return None


def _last_own(lines: list[_Line], index: int) -> _Line:
    return next(line for line in reversed(lines[:index]) if line.kind is None)


def _block_after(lines: list[_Line], index: int) -> list[_Line]:
    """The untold lines from a marker to the next one."""
    block = []
    for line in lines[index + 1 :]:
        if line.label == "related":
            break
        if line.kind is None:
            block.append(line)
    return block


def _tell_unmarked_item(lines: list[_Line], title: str) -> None:
    """An item appended without a marker: a cut after which nothing goes on."""
    own = [line for line in lines if line.kind is None]
    if any(line.kind is K.FOREIGN for line in lines) or len(own) < 2:
        return
    cut = max(breaks(title, [line.text for line in own]), key=lambda cut: cut.probability)
    long_enough = stems(" ".join(line.text for line in own[cut.index :])).total() >= _SHORTEST_ITEM
    if cut.probability >= _UNMARKED_ITEM and long_enough:
        why = say(
            "from here on nothing goes on with the article ({chance} sure; shared words weigh {share} of 1)",
            chance=f"{cut.probability:.0%}",
            share=f"{cut.overlap:.2f}",
        )
        for line in own[cut.index :]:
            line.told(K.FOREIGN, why)


def _tell_rest(lines: list[_Line]) -> None:
    own = [line for line in lines if line.kind is None]
    for index, line in enumerate(own):
        if index and is_headline_like(line.text) and index + 1 < len(own):
            line.told(K.SUBHEADING, say("a short line without a full stop between paragraphs"))
        elif line.text[0] in '"«“' and line.text.rstrip(".")[-1:] in '"»”':
            line.told(K.QUOTE, say("the whole paragraph is a quotation"))
        else:
            first = not any(other.kind is K.LEAD for other in own)
            line.told(
                K.LEAD if first else K.BODY, say("the first paragraph") if first else say("a paragraph")
            )


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


def _publisher(lines: list[_Line]) -> str | None:
    for line in lines:
        if line.label == "source":
            for value in source_values(line.text):
                if not agencies_in(value):
                    return value
    return None


def _wires(lines: list[_Line]) -> tuple[str, ...]:
    """Agencies of the source line, the byline and the running text; the credit of a photo is none."""
    found: list[str] = []
    for line in lines:
        if line.label == "source" or (line.kind is K.BOILERPLATE and credit(line.text) is not None):
            found.extend(agencies_in(line.text.replace("المصدر", " المصدر")))
        elif line.kind in OWN_KINDS:
            found.extend(wires_in(line.text))
    return tuple(dict.fromkeys(found))
