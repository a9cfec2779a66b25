"""Web pages, an article a page: ``pip install 'consistency[html]'``.

The text of the document is what a reader of the page would copy: the visible lines from the headline to the
end of the article, with the captions, links to other articles and comments between and below them, a line
each.  Offsets count in this text.  Menus, forms, advertisements and scripts are left out.  What the markup
says of a line (a caption, a comment, a list of other articles) is handed on as a marked passage.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Sequence
from typing import Any

from consistency.model import Document, Metadata, Passage, PassageKind
from consistency.read.page_blocks import Block, Zone, blocks
from consistency.read.refused import Refused
from consistency.read.text import decode
from consistency.wording import Wording, say

__all__ = ["read"]

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_-]{3,40})""", re.IGNORECASE)
_DECLARED_WITHIN = 4096  # bytes
_LOST = 5  # letters that a page may have lost without being of another encoding
_MARKS: dict[Zone, tuple[PassageKind, Wording]] = {
    "caption": (PassageKind.CAPTION, say("the page marks it as a caption")),
    "related": (PassageKind.TEASER, say("the page marks it as a link to another article")),
    "comment": (PassageKind.BOILERPLATE, say("the page marks it as a comment of a reader")),
    "tags": (PassageKind.TAGS, say("the page marks it as key words")),
}
_LINKED = 0.8  # the share of letters in links from which on a line outside the text is a menu


def read(data: bytes, name: str) -> Iterator[Document]:
    """The one article of a page.

    :raises Refused: the bytes are no text, no article can be found, or trafilatura is not installed.
    """
    try:
        import trafilatura
        from lxml import etree, html
    except ImportError:
        raise Refused(say("reading HTML needs an extra: pip install 'consistency[html]'")) from None
    page, encoding = _decoded(data)
    try:
        root = html.document_fromstring(
            page.encode(), parser=html.HTMLParser(encoding="utf-8", huge_tree=True)
        )
    except (etree.ParserError, ValueError):
        raise Refused(say("the page holds no markup that can be read; save its text as .txt")) from None
    metadata = _metadata(trafilatura, root)
    main = trafilatura.extract(page, include_comments=False, include_tables=True, favor_recall=True)
    kept = _kept(blocks(root), _keys(main or ""), metadata.title)
    if not kept:
        raise Refused(say("no article was found in the page; save its text as .txt"))
    yield _document(name, encoding, kept, metadata)


def _decoded(data: bytes) -> tuple[str, str]:
    """The text of a page by its byte order mark, its declared encoding, or its letters, in this order."""
    declared = _CHARSET.search(data[:_DECLARED_WITHIN])
    if declared and not data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            encoding = codecs.lookup(declared[1].decode("ascii")).name
            text = data.decode(encoding, errors="replace")
        except (LookupError, UnicodeError, AssertionError):
            return decode(data)
        if "\0" not in text and text.strip() and text.count("\ufffd") <= max(_LOST, len(text) // 1000):
            return text, encoding  # like a browser; `lost-letters` tells of a letter that was lost
    return decode(data)


def _metadata(trafilatura: Any, root: Any) -> Metadata:
    """What the head of the page states; the day is taken as stated there, never guessed from the text."""
    from copy import deepcopy

    stated = trafilatura.extract_metadata(
        deepcopy(root), date_config={"original_date": True, "extensive_search": False}
    )
    if stated is None:
        return Metadata()
    title = " ".join((stated.title or "").split())
    return Metadata(title or None, stated.sitename or None, stated.date or None, stated.url or None)


def _kept(found: Sequence[Block], main: frozenset[str], title: str | None) -> list[Block]:
    """The lines from the headline, or a ticker above it, to the end of the article, and what hangs below."""
    own = [
        number
        for number, block in enumerate(found)
        if block.zone in ("text", "title") and _key(block.text) in main
    ]
    heads = [
        number
        for number, block in enumerate(found)
        if block.zone == "title" or (title and _key(block.text) == _key(title))
    ]
    if not own:
        return []
    first = min([own[0], *(number for number in heads if number < own[0])])
    return [
        block
        for number, block in enumerate(found)
        if _belongs(
            block, inside=first <= number <= own[-1], above=number < first, in_main=_key(block.text) in main
        )
    ]


def _belongs(block: Block, *, inside: bool, above: bool, in_main: bool) -> bool:
    if block.zone == "menu":
        return False
    if inside:
        return in_main or block.zone != "text" or not _is_link(block)
    if above:
        return block.zone == "ticker"
    return block.zone in _MARKS


def _is_link(block: Block) -> bool:
    return block.linked >= _LINKED * len("".join(block.text.split()))


def _key(text: str) -> str:
    """A line as it is compared with what trafilatura extracts."""
    return "".join(letter for letter in text if letter.isalnum())


def _keys(extracted: str) -> frozenset[str]:
    return frozenset(key for line in extracted.split("\n") if (key := _key(line)))


def _document(name: str, encoding: str, kept: Sequence[Block], metadata: Metadata) -> Document:
    lines = [block.text for block in kept]
    zones = [block.zone for block in kept]
    if metadata.title and all(_key(line) != _key(metadata.title) for line in lines) and "title" not in zones:
        lines, zones = [metadata.title, *lines], ["title", *zones]
    marked: list[Passage] = []
    place = 0
    for line, zone in zip(lines, zones, strict=True):
        if zone in _MARKS:
            kind, why = _MARKS[zone]
            marked.append(Passage(kind, place, place + len(line), why))
        place += len(line) + 1
    return Document(name, "\n".join(lines), encoding, metadata, tuple(marked))
