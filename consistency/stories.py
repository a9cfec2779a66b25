"""Which articles may be of one story, so that nothing is compared with everything.

Articles are linked to their nearest ones; the strongest links are taken first, and a link that would make
a story too large is left out (single linkage, Sibson 1973, with a limit).  A story is checked as a whole and
knows nothing of other stories.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from consistency.nearest import nearest
from consistency.parts import Parts

__all__ = ["SAME_STORY", "Plan", "Story", "one_story", "planned"]

SAME_STORY = 0.55
"""Cosine of two articles: of real pairs of one event 98 % lie above, of pairs of two events 1 %."""
_NEIGHBOURS = 10
_LARGEST = 64
"""Articles of a story: beyond it a topic is linked to the next one by ever weaker links."""


@dataclass(frozen=True)
class Story:
    """Articles that are checked together, as indexes into the corpus, in order."""

    members: tuple[int, ...]
    near: tuple[tuple[int, int], ...]
    """Pairs of members that may tell of one event, as positions in ``members``."""

    def of(self, members: Sequence[int]) -> Story:
        """The story with only some of its members."""
        kept = set(members)
        near = ((self.members[i], self.members[j]) for i, j in self.near)
        return _story(members, [(i, j) for i, j in near if i in kept and j in kept])


@dataclass(frozen=True)
class Plan:
    """How a corpus falls apart."""

    stories: tuple[Story, ...]
    """Every article is in one; a lone article is a story of its own."""
    left_out: int
    """Pairs of near articles that are not compared, since their story would have grown too large."""

    def around(self, asked: Collection[int]) -> Plan:
        """The stories of these articles alone."""
        return replace(self, stories=tuple(s for s in self.stories if not set(asked).isdisjoint(s.members)))


def planned(vectors: npt.NDArray[np.float32]) -> Plan:
    """How the articles of these vectors fall apart into stories.

    :param vectors: (n_articles, dim), float32, unit rows.
    """
    links = _links(vectors)
    heads, left_out = _heads(len(vectors), links)
    members: dict[int, list[int]] = defaultdict(list)
    for index, head in enumerate(heads):
        members[head].append(index)
    near: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for i, j in sorted(links):
        if heads[i] == heads[j]:
            near[heads[i]].append((i, j))
    return Plan(tuple(_story(members[head], near[head]) for head in sorted(members)), left_out)


def one_story(vectors: npt.NDArray[np.float32]) -> Story:
    """All articles as one story, however little they share: the articles of an example of a rule.

    :param vectors: (n_articles, dim), float32, unit rows.
    """
    return _story(range(len(vectors)), sorted(_links(vectors)))


def _links(vectors: npt.NDArray[np.float32]) -> list[tuple[int, int]]:
    """Pairs (i, j), i < j, of near articles, the nearest first."""
    indexes, cosines = nearest(vectors, _NEIGHBOURS)
    rows, places = np.nonzero((cosines >= SAME_STORY) & (indexes >= 0))
    others = indexes[rows, places]
    strength = np.round(cosines[rows, places].astype(np.float64), 4)
    pairs = {
        (min(i, j), max(i, j)): score
        for i, j, score in zip(rows.tolist(), others.tolist(), strength.tolist(), strict=True)
    }
    return sorted(pairs, key=lambda pair: (-pairs[pair], pair))


def _heads(n: int, links: Iterable[tuple[int, int]]) -> tuple[list[int], int]:
    """The first member of each article's story, and how many links were left out."""
    parts: Parts[int] = Parts()
    size = [1] * n
    left_out = 0
    for i, j in links:
        first, second = sorted((parts.head(i), parts.head(j)))
        if first == second:
            continue
        if size[first] + size[second] > _LARGEST:
            left_out += 1
        else:
            parts.join(first, second)
            size[first] += size[second]
    return [parts.head(index) for index in range(n)], left_out


def _story(members: Sequence[int], near: Sequence[tuple[int, int]]) -> Story:
    place = {member: position for position, member in enumerate(members)}
    return Story(tuple(members), tuple((place[i], place[j]) for i, j in near))
