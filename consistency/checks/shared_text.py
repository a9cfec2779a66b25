"""Articles that print the same sentences: one origin, whether they name it or not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from consistency.checks.context import Context
from consistency.evidence import Place
from consistency.parallel import Sentence

__all__ = ["SharedText", "shared_texts"]

_SHORTEST = 8  # words: «وأضاف المتحدث أن التحقيق مستمر» may stand anywhere
_SENTENCES = 3  # shared by two articles; a quotation of one or two is none
_SHARE = 0.4  # of the sentences of the shorter article, where it has few


@dataclass(frozen=True)
class SharedText:
    """Articles of one origin: how many sentences they share at most, and the longest of them in each."""

    sentences: int
    places: tuple[Place, ...]
    words: str


def shared_texts(context: Context) -> Iterator[SharedText]:
    """The groups of articles that share most of a text, word for word but for vowel marks and punctuation."""
    if len(context.articles) < 2:
        return
    printed = {article.id: _long_sentences(context, article.id) for article in context.articles}
    shared = _shared(printed)
    for group in _groups(printed, shared):
        pairs = {pair: keys for pair, keys in shared.items() if set(pair) <= set(group)}
        longest = {name: _longest(printed[name], pairs, name) for name in group}
        places = tuple(
            (context.article(name), sentence.start, sentence.end) for name, (_, sentence) in longest.items()
        )
        most = max(len(keys) for keys in pairs.values())
        yield SharedText(most, places, min(key for key, _ in longest.values()))


def _long_sentences(context: Context, name: str) -> dict[str, Sentence]:
    """The sentences of an article by their words."""
    found: dict[str, Sentence] = {}
    for sentence in context.sentences(context.article(name)):
        words = [word.folded for word in sentence.words]
        if len(words) >= _SHORTEST:
            found.setdefault(" ".join(words), sentence)
    return found


def _shared(printed: dict[str, dict[str, Sentence]]) -> dict[tuple[str, str], set[str]]:
    """For each pair of articles, in the order of their names, the sentences that both print."""
    where: dict[str, list[str]] = defaultdict(list)
    for name in sorted(printed):
        for key in printed[name]:
            where[key].append(name)
    shared: dict[tuple[str, str], set[str]] = defaultdict(set)
    for key, names in where.items():
        for number, name in enumerate(names):
            for other in names[number + 1 :]:
                shared[name, other].add(key)
    return shared


def _groups(
    printed: dict[str, dict[str, Sentence]], shared: dict[tuple[str, str], set[str]]
) -> list[list[str]]:
    """Articles linked by shared text, each group and all groups in the order of their names."""
    group = {name: {name} for name in printed}
    for (a, b), keys in shared.items():
        shorter = min(len(printed[a]), len(printed[b]))
        if len(keys) >= _SENTENCES or len(keys) >= max(2, _SHARE * shorter):
            together = group[a] | group[b]
            for name in together:
                group[name] = together
    return [
        list(names) for names in sorted({tuple(sorted(names)) for names in group.values()}) if len(names) > 1
    ]


def _longest(
    printed: dict[str, Sentence], pairs: dict[tuple[str, str], set[str]], name: str
) -> tuple[str, Sentence]:
    """The longest sentence that an article shares with another of its group."""
    keys = sorted({key for pair, keys in pairs.items() if name in pair for key in keys})
    key = max(keys, key=len)
    return key, printed[key]
