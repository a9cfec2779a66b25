"""The frame of the page: date lines, labels, credits, boilerplate; publisher and agencies."""

from __future__ import annotations

from dataclasses import replace

from consistency.languages.arabic.normalise import fold_text, fold_word, written_words
from consistency.languages.arabic.page import (
    agencies_in,
    credit,
    frame_label,
    names_agency,
    source_values,
    wires_in,
)
from consistency.languages.arabic.values import read_dateline
from consistency.model import PassageKind, PublicationDate
from consistency.segment.lines import LONG_LINE, Line
from consistency.wording import say, term

__all__ = ["publisher", "tell_captions", "tell_frame", "wires"]

K = PassageKind
_BEGINNING = 200  # letters that tell whether a line belongs to the page; paragraphs are much longer

_FIRST_WORDS = 40


def tell_frame(lines: list[Line]) -> PublicationDate | None:
    """Tell the lines that belong to the page; give the stated date of publication."""
    published = None
    first_body = next((i for i, line in enumerate(lines) if len(line.text) > LONG_LINE), len(lines))
    for index, line in enumerate(lines):
        if line.kind is not None:
            continue
        line.label = frame_label(line.text[:_BEGINNING])
        if line.label == "sections" and first_body < index < len(lines) - 4:
            line.label = None  # a short line between paragraphs is a heading of the article
        may_be_date = (
            line.label in (None, "date") and len(line.text) < LONG_LINE and any(map(str.isdigit, line.text))
        )
        date = read_dateline(line.text) if may_be_date else None
        if date is not None:
            line.told(K.DATELINE, say("the line states a date and nothing else"))
            if published is None and date.start is not None and date.end is not None:
                published = replace(date, start=line.start + date.start, end=line.start + date.end)
        elif line.label in ("related", "other_articles"):
            line.told(K.TEASER, say("the line points to other articles"))
        elif line.label == "tags":
            line.told(K.TAGS, say("the line begins with the label of key words"))
        elif not (_has_words(line.text[:_FIRST_WORDS]) or _has_words(line.text)):
            line.told(K.BOILERPLATE, say("the line has no words"))
        elif line.label:
            line.told(K.BOILERPLATE, say("the line belongs to the page ({label})", label=term(line.label)))
    return published


def _has_words(text: str) -> bool:
    return any(len(word) > 2 and word.isalpha() for word in map(fold_word, written_words(text)))


def tell_captions(lines: list[Line]) -> None:
    """A short line that ends in a credit is a caption, or, with a bare name before it, a byline."""
    for line in lines:
        if line.kind is None and len(line.text) < 2 * LONG_LINE:
            place = credit(line.text)
            if place is not None:
                named = fold_text(line.text)[:place].split()
                bare = len(named) <= 3 and "(" in line.text and line is not lines[0]
                kind = K.BOILERPLATE if bare and _is_late(line, lines) else K.CAPTION
                line.told(kind, say("the line ends in a credit"))


def _is_late(line: Line, lines: list[Line]) -> bool:
    return lines.index(line) * 2 > len(lines)


def publisher(lines: list[Line]) -> str | None:
    for line in lines:
        if line.label == "source":
            for value in source_values(line.text):
                if not agencies_in(value):
                    return value
    return None


def wires(lines: list[Line], own_kinds: frozenset[PassageKind]) -> tuple[str, ...]:
    """Agencies of the source line, the byline and the running text; the credit of a photo is none."""
    found: list[str] = []
    attributed = names_agency("\n".join([line.folded for line in lines if line.kind in own_kinds]))
    for line in lines:
        if line.label == "source" or (line.kind is K.BOILERPLATE and credit(line.text) is not None):
            found.extend(agencies_in(line.text.replace("المصدر", " المصدر")))
        elif attributed and line.kind in own_kinds:
            found.extend(wires_in(line.folded))
    return tuple(dict.fromkeys(found))
