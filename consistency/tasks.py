"""What a process is asked to do for a run: read articles, check stories.

Both are pure functions of what they are given, so both are spread over processes and kept in the cache.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from consistency.catalogue import Catalogue
from consistency.checks.registry import RuleSet
from consistency.embed import Encoder
from consistency.model import Document, SkippedDocument
from consistency.packing import pack, unpack
from consistency.stories import Story
from consistency.story import (
    Reading,
    StoryReport,
    fault_of,
    is_vector,
    read_articles,
    read_story,
    report_story,
)

__all__ = ["StoryTask", "Tasks"]


@dataclass(frozen=True)
class StoryTask:
    """A story with its members and their packed readings."""

    story: Story
    documents: tuple[Document, ...]
    readings: tuple[bytes, ...]


class Tasks:
    """What the work on a corpus is done with; the corpus itself comes with the tasks."""

    def __init__(self, rules: RuleSet, catalogue: Catalogue, encoder: Encoder) -> None:
        self.rules = rules
        self._catalogue, self._encoder = catalogue, encoder
        self._vector_size = 4 * encoder.dim

    def read(self, documents: Sequence[Document]) -> list[bytes]:
        """The packed readings of these articles: the vector, then the rest."""
        readings = read_articles(documents, self._encoder)
        return [one.vector + pack(one.without_text()) for one in readings]

    def vector(self, document: Document, packed: bytes) -> bytes:
        """The vector of an article, which stands before the rest: the plan of a corpus unpacks no article."""
        found = packed[: self._vector_size]
        return found if is_vector(found, self._vector_size) else self._reading(document, packed).vector

    def check(self, stories: Sequence[StoryTask]) -> list[bytes]:
        """The packed reports of these stories."""
        return [
            pack(self._report(task.story, list(map(self._reading, task.documents, task.readings))))
            for task in stories
        ]

    def _reading(self, document: Document, packed: bytes) -> Reading:
        """An article as read, under the name that it has in this corpus."""
        vector = packed[: self._vector_size]
        reading = unpack(packed[self._vector_size :], Reading)
        if reading is None or not is_vector(vector, self._vector_size):  # the cache was damaged
            return read_articles([document], self._encoder)[0]
        return replace(reading, vector=vector, article=replace(reading.article, document=document))

    def _report(self, story: Story, readings: Sequence[Reading]) -> StoryReport:
        """What was found; an article on which the tool fails is named, the others are checked without it."""
        failed = {one.article.id: one.fault for one in readings if one.fault}
        if not failed:
            try:
                return self._checked(story, readings)
            except Exception as error:
                failed = self._failing(story, readings) or {
                    one.article.id: fault_of(error) for one in readings
                }
        rest = [place for place, one in enumerate(readings) if one.article.id not in failed]
        report = self._part(story, readings, rest) if rest else StoryReport()
        told = tuple(SkippedDocument(name, fault) for name, fault in failed.items())
        return replace(report, failed=(*told, *report.failed))

    def _part(self, story: Story, readings: Sequence[Reading], places: Sequence[int]) -> StoryReport:
        """What was found in some members of a story."""
        members = [story.members[place] for place in places]
        return self._report(story.of(members), [readings[place] for place in places])

    def _failing(self, story: Story, readings: Sequence[Reading]) -> dict[str, str]:
        """The members that fail on their own."""
        alone = (self._part(story, readings, [place]) for place in range(len(readings)) if len(readings) > 1)
        return {one.document: one.reason for report in alone for one in report.failed}

    def _checked(self, story: Story, readings: Sequence[Reading]) -> StoryReport:
        context, alignment = read_story(readings, story.near, self._catalogue, self._encoder)
        return report_story(self.rules, context, alignment)
