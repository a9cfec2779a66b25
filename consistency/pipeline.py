"""The street from paths to a report; only this module knows every stage.

Articles are read one by one, fall apart into stories, and every story is checked as a whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from consistency.cache import Cache
from consistency.catalogue import Catalogue
from consistency.checks.house_styles import house_styles
from consistency.checks.name_rule import NameRule
from consistency.checks.registry import RuleSet, cards, run_checks
from consistency.checks.undated import told_once
from consistency.corpus import Reading as CorpusReading
from consistency.corpus import below, bytes_below, read_corpus
from consistency.digest import content_key, key, street_key
from consistency.embed import Encoder, Judge, load_encoder
from consistency.errors import NothingToCheck
from consistency.gathering import Gathered, KeptClaims
from consistency.model import Document, Finding, Report
from consistency.packing import pack, unpack
from consistency.rule import Rule
from consistency.rulebook import Rulebook
from consistency.scope import EVERYTHING, Scope
from consistency.second_opinion import weighed
from consistency.silence import with_unique_fingerprints
from consistency.stories import Plan, Story, one_story, planned
from consistency.story import StoryReport, read_articles, read_story, rows
from consistency.tasks import StoryTask, Tasks
from consistency.workers import Workers, available_jobs

__all__ = ["Engine", "Street", "check_paths", "check_texts", "findings_of"]

_A_TASK = 16
"""Articles that a worker takes at once."""
_KEPT_AT_ONCE = 32
"""Results written to the cache together: what a kill costs."""
_WORTH_A_PROCESS = 48
"""Articles from which on a second process pays for its start."""
_LARGE = 32 * 1024**2
"""Bytes of a corpus that the processes had better not inherit."""


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
    everything = [*paths, *against]
    with _workers(street, engine) as workers:
        if bytes_below(everything) >= _LARGE:
            workers.start()
        corpus = read_corpus(everything, scope)
        if engine.jobs is None and len(corpus.documents) < _WORTH_A_PROCESS:
            workers.jobs = 1
        wanted = below(corpus, paths) if against else None
        return _Run(corpus, street, engine, workers, wanted).report()


def check_texts(texts: Sequence[str], street: Street) -> Report:
    """Check articles given as texts; they are named by their number."""
    corpus, engine = _as_read(texts), Engine(jobs=1)
    with _workers(street, engine) as workers:
        return _Run(corpus, street, engine, workers).report()


def findings_of(rules: Sequence[Rule], texts: Sequence[str], street: Street) -> list[Finding]:
    """The findings of some rules in articles of one story; a single text has no claims to align."""
    readings = read_articles(_as_read(texts).documents, street.encoder)
    near = one_story(rows(readings)).near
    context, _ = read_story(readings, near, street.catalogue, street.encoder, claims=len(texts) > 1)
    return _sorted(run_checks(RuleSet(rules), context))


def _workers(street: Street, engine: Engine) -> Workers[Tasks]:
    tasks = Tasks(RuleSet(street.rulebook.rules), street.catalogue, street.encoder)
    return Workers(tasks, engine.jobs or available_jobs())


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
        workers: Workers[Tasks],
        wanted: frozenset[str] | None = None,
    ) -> None:
        self.corpus, self.street, self.engine, self.workers = corpus, street, engine, workers
        self.documents = corpus.documents
        self.contents = [content_key(document) for document in self.documents]
        self.street_key = street_key(street.rulebook, street.encoder.name)
        self.wanted = wanted
        """The articles that are told of; None for all."""
        self.readings: dict[int, bytes] = {}
        """Vector and rest, packed, by the article's index."""

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
            vector = self.workers.tool.vector
            vectors = b"".join(vector(self.documents[i], self.readings[i]) for i in everything)
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
        results = self.workers.spread(Tasks.read, ([self.documents[i] for i in task] for task in tasks))
        self.readings.update(self._made("reading", tasks, results, keys))

    def _story_reports(self, plan: Plan) -> Iterator[StoryReport]:
        """What was found in each story, in order."""
        keys = [self._story_key(story) for story in plan.stories]
        held = self.engine.cache.holds(keys) if self.engine.cache else set()
        missing = [number for number, one in enumerate(keys) if one not in held]
        self._read(index for number in missing for index in plan.stories[number].members)
        tasks = list(_tasks(plan.stories, missing))
        results = self.workers.spread(
            Tasks.check, ([self._story_task(plan.stories[number]) for number in task] for task in tasks)
        )
        made = self._made("checking stories", tasks, results, keys)
        for at in range(0, len(keys), _KEPT_AT_ONCE):
            kept = self._kept(keys[at : at + _KEPT_AT_ONCE])
            for number in range(at, min(at + _KEPT_AT_ONCE, len(keys))):
                packed = next(made)[1] if keys[number] not in held else kept.get(keys[number], b"")
                yield unpack(packed, StoryReport) or self._again(plan.stories[number])

    def _again(self, story: Story) -> StoryReport:
        """A story whose kept report is damaged."""
        self._read(story.members)
        (packed,) = self.workers.tool.check([self._story_task(story)])
        told = unpack(packed, StoryReport)
        assert told is not None, "what was just packed can be read"
        return told

    def _story_task(self, story: Story) -> StoryTask:
        """A story with its readings, which nobody else needs: every article is in one story."""
        documents = tuple(self.documents[index] for index in story.members)
        return StoryTask(story, documents, tuple(self.readings.pop(index) for index in story.members))

    def _made(
        self,
        stage: str,
        tasks: Sequence[Sequence[int]],
        made: Iterable[Sequence[bytes]],
        keys: Sequence[bytes] | Mapping[int, bytes],
    ) -> Iterator[tuple[int, bytes]]:
        """Each number of the tasks with what was made of it, in order; kept as it comes."""
        whole, done = sum(map(len, tasks)), 0
        fresh: dict[bytes, bytes] = {}
        try:
            for task, results in zip(tasks, made, strict=True):
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
        findings = _sorted([*told_once(gathered.findings, self.workers.tool.rules.undated, by_id), *styles])
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
