"""Whether the parts of an article belong together.

Each paragraph is a bag of stems weighted by how rare they are in news.  A cut between two paragraphs is
judged by what both sides share, how long they are, and how the second side begins: a continuation of the
same story repeats names and opens with a conjunction, a new item does neither.  The weights are learnt on
articles put together from two (``scripts/train_cohesion.py``).
"""

from __future__ import annotations

import heapq
import json
import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from consistency.languages.arabic.lexicon import idf, stem
from consistency.languages.arabic.normalise import fold_word, tokens
from consistency.yaml_places import read_plain

__all__ = [
    "FEATURES",
    "Bag",
    "Break",
    "break_features",
    "breaks",
    "coverage",
    "is_headline_like",
    "overlap",
    "stems",
    "unit_weights",
]

Bag = Counter[str]
FEATURES = (
    "overlap", "best_paragraph", "log_tail", "log_head", "shared", "conjunction", "continues", "headline",
    "first_line", "title_overlap", "overlap_log_tail", "own_cohesion", "new_focus", "lost_focus",
    "last",
)  # fmt: skip
_OPENING = " \u00a0\t\"'«“‘(-–•"
_COMMONEST = 6.0  # stems with a smaller idf weigh nothing
_NEAR = 12  # paragraphs of the tail that are compared one by one
_LAST_CUTS = 60
_RARE = 8.0  # names and topic words lie above


@dataclass(frozen=True)
class Break:
    """A cut before paragraph ``index`` and how likely another item begins there."""

    index: int
    probability: float
    overlap: float
    """Weighted cosine of both sides, in [0, 1]."""


def stems(text: str) -> Bag:
    """The stems of a text with their numbers; words of two letters and numerals are left out."""
    return Counter(stem(t.folded) for t in tokens(text) if len(t.folded) > 2 and t.folded[0].isalpha())


def overlap(a: Bag, b: Bag) -> float:
    """Cosine of two bags, in [0, 1], weighted by rarity."""
    return _cosine(a, b, _norm(a), _norm(b))


def _cosine(a: Bag, b: Bag, norm_a: float, norm_b: float) -> float:
    if len(a) > len(b):
        a, b = b, a
    product = sum(_weight(s, n) * _weight(s, b[s]) for s, n in a.items() if s in b)
    return product / (norm_a * norm_b) if product else 0.0


def _weight(stemmed: str, number: int) -> float:
    return (1 + math.log(number)) * max(0.0, idf(stemmed) - _COMMONEST)


def _norm(bag: Bag) -> float:
    return math.sqrt(sum(_weight(s, n) ** 2 for s, n in bag.items()))


def unit_weights(bag: Bag) -> dict[str, float]:
    """The stems of a bag with their weights, of length 1; common words weigh nothing and are left out."""
    weights = {s: w for s, n in bag.items() if (w := _weight(s, n)) > 0}
    norm = math.sqrt(sum(w * w for w in weights.values())) or 1.0
    return {s: w / norm for s, w in weights.items()}


def coverage(line: Bag, body: Bag) -> float:
    """The share of a line's weight that its body repeats, in [0, 1]; 1 for a line of common words only."""
    whole = sum(_weight(s, 1) for s in line)
    return sum(_weight(s, 1) for s in line if s in body) / whole if whole else 1.0


def break_features(title: str, paragraphs: Sequence[str], first: int = 1) -> Iterator[tuple[float, ...]]:
    """The features of the cuts before paragraphs ``first`` and following, in the order of ``FEATURES``."""
    bags = [stems(paragraph) for paragraph in paragraphs]
    norms = [_norm(bag) for bag in bags]
    titled = stems(title)
    head = Counter(titled)
    for bag in bags[: first - 1]:
        head.update(bag)
    tail: Bag = sum(bags[first - 1 :], Counter())
    for index in range(first, len(paragraphs)):
        head.update(bags[index - 1])
        tail -= bags[index - 1]
        norm_head, norm_tail = _norm(head), _norm(tail)
        together = _cosine(head, tail, norm_head, norm_tail)
        length = math.log(1 + tail.total())
        last = index + 1 == len(paragraphs)
        near = range(index, min(index + _NEAR, len(bags)))
        yield (
            together,
            max(_cosine(head, bags[i], norm_head, norms[i]) for i in near),
            length,
            math.log(1 + head.total()),
            math.log(1 + sum(1 for s in tail if s in head and idf(s) > _RARE)),
            float(_opens_with_conjunction(paragraphs[index])),
            float(_continues(paragraphs[index])),
            float(not last and is_headline_like(paragraphs[index])),
            float(index > 1 and is_headline_like(paragraphs[index - 1])),
            overlap(titled, tail),
            together * length,
            0.0 if last else overlap(bags[index], tail - bags[index]),
            math.log(1 + max((n for s, n in tail.items() if s not in head and idf(s) > _RARE), default=0)),
            _lost_focus(head, tail),
            float(last),
        )


def _lost_focus(head: Bag, tail: Bag) -> float:
    """The share of what the head speaks of most that the tail never names."""
    focus = heapq.nlargest(6, head, key=lambda s: _weight(s, head[s]))
    return sum(s not in tail for s in focus) / max(1, len(focus))


def _opens_with_conjunction(paragraph: str) -> bool:
    return paragraph.lstrip(_OPENING)[:1] in ("و", "ف")


@cache
def _openers(name: str) -> tuple[str, ...]:
    file = files("consistency.languages.arabic") / "discourse.yaml"
    data = read_plain(file.read_text(encoding="utf-8"))
    return tuple(fold_word(words) for words in data[name])


def _opens_with(paragraph: str, name: str) -> bool:
    opening = fold_word(paragraph).lstrip(_OPENING)
    return any(
        opening.startswith(words) and not opening[len(words) : len(words) + 1].isalpha()
        for words in _openers(name)
    )


def _continues(paragraph: str) -> bool:
    return _opens_with(paragraph, "continues")


def _cannot_begin_an_item(paragraph: str) -> bool:
    return _opens_with(paragraph, "never_first")


def is_headline_like(line: str) -> bool:
    """Whether a line is short and ends like a title, without a full stop."""
    text = line.rstrip()
    return len(text) <= 130 and text.count(" ") < 18 and text[-1:] not in ".:،؛,"


@cache
def _model() -> tuple[tuple[float, ...], float]:
    data = json.loads((files("consistency.languages.arabic") / "cohesion.json").read_text(encoding="utf-8"))
    return tuple(data["weights"][name] for name in FEATURES), data["bias"]


def breaks(title: str, paragraphs: Sequence[str]) -> list[Break]:
    """The cuts of an article with the probability that another item begins there.

    Of a very long article only the last cuts are judged: an appended item stands at the end.
    """
    weights, bias = _model()
    found = []
    first = max(1, len(paragraphs) - _LAST_CUTS)
    for index, features in enumerate(break_features(title, paragraphs, first), start=first):
        score = bias + sum(weight * value for weight, value in zip(weights, features, strict=True))
        chance = 0.0 if _cannot_begin_an_item(paragraphs[index]) else 1 / (1 + math.exp(-score))
        found.append(Break(index, chance, features[0]))
    return found
