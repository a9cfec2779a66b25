"""Pairs of articles that tell one event, mined from a corpus; for ``measure_unseen.py``."""

from __future__ import annotations

import json
import lzma
import random
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from injections import Sentences

from consistency.embed import load_encoder

__all__ = ["News", "Retold", "alike", "first_lines", "pairs_of_one_event", "read"]

_NEAR = 0.72
"""Cosine of two articles that may tell one event."""
_ALIKE = 0.55
"""Share of common words of two sentences that tell the same."""
_LONGEST = 5_000
_GLUED = 2
"""Lost spaces from which on an article is no fair one."""


@dataclass(frozen=True)
class News:
    """An article with its day, as 2021-03-03."""

    title: str
    body: str
    date: str

    @property
    def text(self) -> str:
        return f"{self.title}\n\n{self.body}"


@dataclass(frozen=True)
class Retold:
    """Two articles of one event; the sentences of the first that the second tells too, with their places."""

    a: News
    b: News
    sentences: tuple[tuple[int, Sentences], ...]


def read(path: Path, without: set[str], seed: int) -> list[News]:
    """The dated articles of paragraphs, in an order of the seed's own."""
    text = lzma.decompress(path.read_bytes()) if path.suffix == ".xz" else path.read_bytes()
    lines = text.decode("utf-8").splitlines()
    random.Random(seed).shuffle(lines)
    found = []
    for line in lines:
        told = json.loads(line)
        body = without_copy(told["text"].strip())
        title = (told.get("title") or "").strip()
        if told.get("date_iso") and title and is_whole(body) and not {body[:60], title} & without:
            found.append(News(title, body, told["date_iso"][:10]))
    return found


def without_copy(body: str) -> str:
    """Without the first line where it stands again as the last: one paper's pages end so."""
    first, *rest = body.split("\n")
    return "\n".join([first, *rest[:-1]]) if rest[-1:] == [first] else body


def is_whole(body: str) -> bool:
    """Whether it is an article of paragraphs, of which none stands twice, without lost spaces."""
    lines = body.split("\n")
    glued = re.findall("[ةى][\u0621-\u064a]{2}", body)
    return 2 <= len(lines) == len(set(lines)) and len(body) < _LONGEST and len(glued) < _GLUED


def first_lines(folder: Path | None) -> set[str]:
    """The beginnings of all lines of the texts below a folder."""
    if folder is None:
        return set()
    texts = (path.read_text(encoding="utf-8", errors="replace") for path in folder.rglob("*.txt"))
    return {
        part for text in texts for line in text.splitlines() for part in (line.strip(), line.strip()[:60])
    }


def sentences(text: str) -> list[tuple[int, str]]:
    return [(m.start(), m[0]) for m in re.finditer(r"(?:[^\n.؟!]|(?<=\d)\.(?=\d)){40,}", text)]


def alike(one: str, other: str) -> float:
    a, b = set(one.split()), set(other.split())
    return len(a & b) / max(1, len(a | b))


def pairs_of_one_event(news: list[News], seed: int) -> Iterator[Retold]:
    """Near articles a day apart at most that share two sentences; seeds of other parity get other pairs."""
    vectors = load_encoder().encode([f"{one.title}. {one.body[:600]}" for one in news])
    used: set[int] = set()
    for number, a in enumerate(news):
        scores = vectors @ vectors[number]
        for other in map(int, np.argsort(-scores)[:6]):
            b = news[other]
            fits = other != number and scores[other] >= _NEAR and not used & {number, other}
            if not fits or zlib.crc32(min(a.body, b.body).encode()) % 2 != seed % 2:
                continue
            days = abs(int((np.datetime64(a.date) - np.datetime64(b.date)).astype(int)))
            shared = tuple(_shared(a, b)) if days <= 1 and alike(a.body, b.body) <= 0.9 else ()
            if len(shared) > 1:
                used |= {number, other}
                yield Retold(a, b, shared)


def _shared(a: News, b: News) -> Iterator[tuple[int, Sentences]]:
    theirs = [sentence for _, sentence in sentences(b.body)]
    for start, own in sentences(a.body) if theirs else []:
        nearest = max(theirs, key=lambda other: alike(own, other))
        if alike(own, nearest) >= _ALIKE:
            yield start, Sentences(own, nearest, a.text + b.text)
