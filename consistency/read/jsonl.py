"""JSON Lines, an article a line: ``{"title": ..., "text": ..., "publisher": ..., "date": ..., "url": ...}``.

Only ``text`` is required; other keys are left alone. An article is named by its file and line, and its title
stands above its text as on a page, so that it is checked as well. A line that is no article is named, and the
others are read.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from consistency.model import Document, Metadata, SkippedDocument
from consistency.read.day import day_of
from consistency.read.refused import Refused
from consistency.read.text import decode
from consistency.wording import say

__all__ = ["file_of", "read"]

_KEYS = ("title", "text", "publisher", "date", "url")
_SURROGATES = re.compile("[\ud800-\udfff]")
_LINE = re.compile(r"(\.jsonl|\.ndjson|\Astdin):[0-9]+\Z", re.IGNORECASE)


def read(data: bytes, name: str) -> Iterator[Document | SkippedDocument]:
    """The articles of a file, and the lines that are none.

    :raises Refused: the file is no text, or has no line.
    """
    text, encoding = decode(data)
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            place = f"{name}:{number}"
            try:
                yield _article(line, place, encoding)
            except Refused as refusal:
                yield SkippedDocument(place, refusal.reason)


def file_of(document: str) -> str:
    """The file of an article, from its identifier."""
    return _LINE.sub(r"\1", document)


def _article(line: str, place: str, encoding: str) -> Document:
    told = _fields(line)
    text, title = told["text"], " ".join((told["title"] or "").split()) or None
    if not text or not text.strip():
        raise Refused(say("`text` is missing or empty; an article needs its text"))
    if "\0" in text or "\0" in (title or ""):
        raise Refused(say("the text has a NUL character: it is no text; mend the export"))
    if title and text.lstrip().split("\n", 1)[0].split() != title.split():
        text = f"{title}\n\n{text}"
    day = day_of(told["date"]) if told["date"] else None
    if told["date"] and day is None:
        raise Refused(
            say("`date` is «{date}», which names no day; write it as 2023-09-18", date=told["date"][:40])
        )
    return Document(
        place, text, encoding, Metadata(title, told["publisher"] or None, day, told["url"] or None)
    )


def _fields(line: str) -> dict[str, str | None]:
    """The known keys of a line, lone surrogates replaced: they are in no encoding."""
    try:
        data: Any = json.loads(line)
    except json.JSONDecodeError as error:
        raise Refused(
            say(
                "no JSON at column {column}: {fault}; each line is one JSON object",
                column=error.colno,
                fault=error.msg,
            )
        ) from None
    except (RecursionError, ValueError) as error:
        raise Refused(
            say("this JSON cannot be read ({fault}); each line is one flat JSON object", fault=str(error))
        ) from None
    if not isinstance(data, dict):
        raise Refused(say("this is no JSON object; each line is one object with `text`"))
    told: dict[str, str | None] = {}
    for key in _KEYS:
        value = data.get(key)
        if not isinstance(value, str | None):
            raise Refused(
                say("`{key}` is no text but {value}; put it in quotes", key=key, value=json.dumps(value)[:40])
            )
        told[key] = _SURROGATES.sub("\ufffd", value) if value is not None else None
    return told
