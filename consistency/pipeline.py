"""The street from paths to a report; only this module knows every stage.

Articles are read one by one, fall apart into stories, and every story is checked as a whole.  Both are pure
functions of their input, so both are spread over processes and kept in the cache.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import numpy as np

from consistency.cache import Cache
from consistency.catalogue import Catalogue
from consistency.checks.house_styles import house_styles
from consistency.checks.name_rule import NameRule
from consistency.checks.registry import RuleSet, cards, run_checks
from consistency.checks.undated import told_once
from consistency.corpus import Reading as CorpusReading
from consistency.corpus import below, read_corpus
from consistency.digest import content_key, key, street_key
from consistency.embed import Encoder, Judge, load_encoder
from consistency.errors import NothingToCheck
from consistency.gathering import Gathered, KeptClaims
from consistency.model import Document, Finding, Report, SkippedDocument
from consistency.packing import pack, unpack
from consistency.rule import Rule
from consistency.rulebook import Rulebook
from consistency.scope import EVERYTHING, Scope
from consistency.second_opinion import weighed
from consistency.silence import with_unique_fingerprints
from consistency.stories import Plan, Story, one_story, planned
from consistency.story import (
    Reading,
    StoryReport,
    fault_of,
    is_vector,
    read_articles,
    read_story,
    report_story,
    rows,
)
from consistency.workers import available_jobs, spread

__all__ = ["Engine", "Street", "check_paths", "check_texts", "findings_of"]

_A_TASK = 16
"""Articles that a worker takes at once."""
_KEPT_AT_ONCE = 32
"""Results written to the cache together: what a kill costs."""
_WORTH_A_PROCESS = 48
"""Articles from which on a second process pays for its start."""


@dataclass(frozen=True)
class Street:
    """What a run works with: the rules, the catalogue made from them, the encoder."""

    rulebook: Rulebook
    catalogue: Catalogue
    encoder: Encoder
    judge: Judge | None = None

    @classmethod
    def of(cls, rulebook: Rulebook, encoder: Encoder | None = None, judge: Judge | None = None) -> Street:
        """A street for these rules; the embedded encoder where none is given."""
        return cls(rulebook, Catalogue(rulebook.of(NameRule)), encoder or load_encoder(), judge)


@dataclass(frozen=True)
class Engine:
    """How a run works, none of which changes what it finds."""

    jobs: int | None = None
    """Processes; None takes one a core where there is work for them."""
    cache: Cache | None = None
    claims: KeptClaims = "all"
    """Which claims the report holds; all are counted."""
    progress: Callable[[str, int, int], None] = lambda stage, done, whole: None
    """Told the stage, how many of its articles are done, and of how many."""


def check_paths(
    paths: Iterable[str | Path],
    street: Street,
    scope: Scope = EVERYTHING,
    engine: Engine = Engine(),
    against: Iterable[str | Path] = (),
) -> Report:
    """Check the articles below the paths.

    :param scope: which names count.
    :param against: an archive: its articles are compared with, and only what touches the paths is told.
    :raises UsageError: a path does not exist.
    :raises NothingToCheck: there is no article.
    :raises WorkerDied: a process was killed.
    """
    paths, against = list(paths), list(against)
    corpus = read_corpus([*paths, *against], scope)
    return _Run(corpus, street, engine, wanted=below(corpus, paths) if against else None).report()


def check_texts(texts: Sequence[str], street: Street) -> Report:
    """Check articles given as texts; they are named by their number."""
    return _Run(_as_read(texts), street, Engine(jobs=1)).report()


def findings_of(rules: Sequence[Rule], texts: Sequence[str], street: Street) -> list[Finding]:
    """The findings of some rules in articles of one story; a single text has no claims to align."""
    readings = read_articles(_as_read(texts).documents, street.encoder)
    near = one_story(rows(readings)).near
    context, _ = read_story(readings, near, street.catalogue, street.encoder, claims=len(texts) > 1)
    return _sorted(run_checks(RuleSet(rules), context))


def _as_read(texts: Sequence[str]) -> CorpusReading:
    if not texts:
        raise NothingToCheck("no text given; nothing was checked")
    documents = tuple(Document(f"{number}.txt", text) for number, text in enumerate(texts, start=1))
    return CorpusReading(documents, (), ())


class _Run:
    """One run over one corpus."""

    def __init__(
        self,
        corpus: CorpusReading,
        street: Street,
        engine: Engine,
        wanted: frozenset[str] | None = None,
    ) -> None:
        self.corpus, self.street, self.engine = corpus, street, engine
        self.documents = corpus.documents
        self.contents = [content_key(document) for document in self.documents]
        self.street_key = street_key(street.rulebook, street.encoder.name)
        enough = len(self.documents) >= _WORTH_A_PROCESS
        self.jobs = engine.jobs or (available_jobs() if enough else 1)
        self.wanted = wanted
        """The articles that are told of; None for all."""
        self.rules = RuleSet(street.rulebook.rules)
        self._vector_size = 4 * street.encoder.dim
        self.readings: dict[int, bytes] = {}
        """Vector and rest, packed, by the article's index: workers forked later unpack what they need."""

    def report(self) -> Report:
        """Read, plan, check, put together."""
        plan = self._plan()
        if self.wanted is None:
            return self._assembled(plan, self._story_reports(plan))
        plan = plan.around({i for i, document in enumerate(self.documents) if document.id in self.wanted})
        return self._assembled(plan, self._story_reports(plan)).touching(self.wanted)

    def _plan(self) -> Plan:
        """How the corpus falls apart into stories."""
        whole = self._key("plan", *self.contents)
        plan = unpack(self._kept([whole]).get(whole, b""), Plan)
        if plan is None:
            everything = range(len(self.documents))
            self._read(everything)
            vectors = b"".join(self._vector(index) for index in everything)
            plan = planned(np.frombuffer(vectors, dtype=np.float32).reshape(-1, self.street.encoder.dim))
            self._keep({whole: pack(plan)})
        return plan

    def _read(self, wanted: Iterable[int]) -> None:
        """Have the readings of these articles at hand."""
        keys = {index: self._key("article", self.contents[index]) for index in wanted}
        keys = {index: one for index, one in keys.items() if index not in self.readings}
        kept = self._kept(keys.values())
        self.readings.update({index: kept[one] for index, one in keys.items() if one in kept})
        missing = [index for index in keys if index not in self.readings]
        tasks = [missing[at : at + _A_TASK] for at in range(0, len(missing), _A_TASK)]
        made = self._made("reading", tasks, self._read_task, {index: keys[index] for index in missing})
        self.readings.update(made)

    def _read_task(self, indexes: Sequence[int]) -> list[bytes]:
        readings = read_articles([self.documents[index] for index in indexes], self.street.encoder)
        return [one.vector + pack(one.without_text()) for one in readings]

    def _vector(self, index: int) -> bytes:
        """The vector of an article, which stands before the rest: the plan of a corpus unpacks no article."""
        found = self.readings[index][: self._vector_size]
        return found if is_vector(found, self._vector_size) else self._reading(index).vector

    def _reading(self, index: int) -> Reading:
        """An article as read, under the name that it has in this corpus."""
        packed = self.readings[index]
        vector = packed[: self._vector_size]
        reading = unpack(packed[self._vector_size :], Reading)
        if reading is None or not is_vector(vector, self._vector_size):  # the cache was damaged
            return read_articles([self.documents[index]], self.street.encoder)[0]
        named = replace(reading.article, document=self.documents[index])
        return replace(reading, vector=vector, article=named)

    def _story_reports(self, plan: Plan) -> Iterator[StoryReport]:
        """What was found in each story, in order."""
        keys = [self._story_key(story) for story in plan.stories]
        held = self.engine.cache.holds(keys) if self.engine.cache else set()
        missing = [number for number, one in enumerate(keys) if one not in held]
        self._read(index for number in missing for index in plan.stories[number].members)
        tasks = list(_tasks(plan.stories, missing))
        made = self._made("checking stories", tasks, partial(self._story_task, plan), keys)
        for at in range(0, len(keys), _KEPT_AT_ONCE):
            kept = self._kept(keys[at : at + _KEPT_AT_ONCE])
            for number in range(at, min(at + _KEPT_AT_ONCE, len(keys))):
                packed = next(made)[1] if keys[number] not in held else kept.get(keys[number], b"")
                told = unpack(packed, StoryReport) or self._again(plan, number)
                yield told

    def _again(self, plan: Plan, number: int) -> StoryReport:
        """A story whose kept report is damaged."""
        self._read(plan.stories[number].members)
        return self._story_report(plan.stories[number])

    def _story_task(self, plan: Plan, numbers: Sequence[int]) -> list[bytes]:
        return [pack(self._story_report(plan.stories[number])) for number in numbers]

    def _story_report(self, story: Story) -> StoryReport:
        """What was found; an article on which the tool fails is named, the others are checked without it."""
        readings = [self._reading(index) for index in story.members]
        failed = {one.article.id: one.fault for one in readings if one.fault}
        if not failed:
            try:
                return self._checked(story, readings)
            except Exception as error:
                failed = self._failing(story) or {one.article.id: fault_of(error) for one in readings}
        rest = tuple(index for index in story.members if self.documents[index].id not in failed)
        report = self._story_report(story.of(rest)) if rest else StoryReport()
        told = tuple(SkippedDocument(name, fault) for name, fault in failed.items())
        return replace(report, failed=(*told, *report.failed))

    def _failing(self, story: Story) -> dict[str, str]:
        """The members that fail on their own."""
        alone = (self._story_report(story.of((index,))) for index in story.members if len(story.members) > 1)
        return {one.document: one.reason for report in alone for one in report.failed}

    def _checked(self, story: Story, readings: Sequence[Reading]) -> StoryReport:
        context, alignment = read_story(readings, story.near, self.street.catalogue, self.street.encoder)
        return report_story(self.rules, context, alignment)

    def _made(
        self,
        stage: str,
        tasks: Sequence[Sequence[int]],
        work: Callable[[Sequence[int]], list[bytes]],
        keys: Sequence[bytes] | Mapping[int, bytes],
    ) -> Iterator[tuple[int, bytes]]:
        """Each number of the tasks with what was made of it, in order; kept as it comes."""
        whole, done = sum(map(len, tasks)), 0
        fresh: dict[bytes, bytes] = {}
        try:
            for task, results in zip(tasks, spread(work, tasks, self.jobs), strict=True):
                fresh.update(zip((keys[number] for number in task), results, strict=True))
                done += len(task)
                self.engine.progress(stage, done, whole)
                if len(fresh) >= _KEPT_AT_ONCE:
                    self._keep(fresh)
                    fresh = {}
                yield from zip(task, results, strict=True)
        finally:
            self._keep(fresh)

    def _key(self, kind: str, *parts: bytes | str) -> bytes:
        return key(kind, self.street_key, *parts)

    def _story_key(self, story: Story) -> bytes:
        named = (part for i in story.members for part in (self.documents[i].id, self.contents[i]))
        return self._key("story", *named, repr(story.near))

    def _kept(self, keys: Iterable[bytes]) -> dict[bytes, bytes]:
        return self.engine.cache.get(keys) if self.engine.cache else {}

    def _keep(self, values: Mapping[bytes, bytes]) -> None:
        if self.engine.cache:
            self.engine.cache.put(values)

    def _assembled(self, plan: Plan, told: Iterable[StoryReport]) -> Report:
        """The stories as one report."""
        gathered = Gathered(self.documents, self.engine.claims, plan.left_out)
        for story in told:
            gathered.add(story)
        articles = gathered.articles()
        by_id = {article.id: article for article in articles}
        styles = house_styles(gathered.uses, self.street.catalogue.rules, by_id)
        findings = _sorted([*told_once(gathered.findings, self.rules.undated, by_id), *styles])
        if self.street.judge:
            findings = _sorted(weighed(findings, articles, self.street.judge))
        return Report(
            corpus=gathered.corpus(self.corpus.unreadable),
            findings=tuple(with_unique_fingerprints(findings)),
            articles=articles,
            claims=gathered.claims(),
            groups=gathered.groups(),
            rules=cards(self.street.rulebook.rules),
            encoder=self.street.encoder.name,
            skipped_files=self.corpus.skipped_files,
        )


def _tasks(everything: Sequence[Story], numbers: Sequence[int]) -> Iterator[list[int]]:
    """Stories put together until a task has enough articles."""
    task: list[int] = []
    articles = 0
    for number in numbers:
        task.append(number)
        articles += len(everything[number].members)
        if articles >= _A_TASK:
            yield task
            task, articles = [], 0
    if task:
        yield task


def _sorted(findings: Iterable[Finding]) -> list[Finding]:
    """Worst first, then by place; the order of the input files does not matter."""
    return sorted(
        findings,
        key=lambda f: (
            f.severity.rank,
            f.confidence.rank,
            f.locations[0].document,
            f.locations[0].start,
            f.locations[0].end,
            f.rule,
            f.message,
        ),
    )
