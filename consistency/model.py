"""The types that travel between the stages.

Every span is in code points of the article's text as decoded, end exclusive:
``text[start:end] == quote`` holds for everything that has a quote.
All are frozen; a stage that knows more makes a new one with ``replace``.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Literal

__all__ = [
    "Article",
    "Claim",
    "ClaimGroup",
    "Comparison",
    "Confidence",
    "Corpus",
    "Document",
    "Finding",
    "Gate",
    "Location",
    "Metadata",
    "Passage",
    "PassageKind",
    "PublicationDate",
    "Report",
    "RuleCard",
    "Severity",
    "SkippedDocument",
    "TimeSlot",
    "Value",
]


class _Word(StrEnum):
    """A word of a fixed few."""

    def __reduce_ex__(self, protocol: object) -> tuple[type[_Word], tuple[str]]:
        """By its value: the first releases of Python 3.11 pack a call of ``getattr``, which is no data."""
        return type(self), (self.value,)


class Severity(_Word):
    """How bad a finding is."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 is worst."""
        return ("error", "warning", "info").index(self.value)


class Confidence(_Word):
    """How sure the tool is, apart from how bad the finding would be."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"

    @property
    def rank(self) -> int:
        """0 is surest."""
        return ("high", "medium", "low").index(self.value)


class PassageKind(_Word):
    """What a stretch of an article is. Only the first five carry the article's own claims."""

    HEADLINE = "headline"
    LEAD = "lead"
    BODY = "body"
    QUOTE = "quote"
    SUBHEADING = "subheading"
    CAPTION = "caption"
    TICKER = "ticker"
    TEASER = "teaser"
    TAGS = "tags"
    DATELINE = "dateline"
    BOILERPLATE = "boilerplate"
    FOREIGN = "foreign"
    DUPLICATE = "duplicate"


ValueKind = Literal["date", "time", "period", "duration", "number", "ordinal", "percent", "money", "quantity"]
Comparator = Literal["about", "at_least", "at_most", "more_than", "less_than"]
Grain = Literal[
    "second", "minute", "hour", "day", "week", "month", "quarter", "season", "year", "decade", "century"
]
Polarity = Literal["positive", "negative"]
Modality = Literal["asserted", "intended", "denied", "reported"]
EntityKind = Literal["person", "place", "organisation", "event"]


@dataclass(frozen=True)
class Value:
    """A date, time, period, duration, number, ordinal, percentage, sum of money or quantity in a text."""

    kind: ValueKind
    start: int
    end: int
    quote: str
    comparator: Comparator | None = None
    begin: str | None = None
    """date, time, period: ``YYYY-MM-DDTHH:MM:SS`` without offset, inclusive."""
    until: str | None = None
    """The same form, exclusive."""
    grain: Grain | None = None
    number: float | None = None
    unit: str | None = None
    """duration: second ... year; money: ISO 4217; quantity: what is counted."""
    how: str = ""
    """How it was resolved, in words a reader can check."""

    def shifted(self, by: int) -> Value:
        """The same value in a longer text that begins so many code points earlier."""
        return replace(self, start=self.start + by, end=self.end + by)


@dataclass(frozen=True)
class PublicationDate:
    """When an article was published; an interval of days where it is not exact."""

    earliest: str
    """``YYYY-MM-DD``, inclusive."""
    latest: str
    """``YYYY-MM-DD``, inclusive."""
    explicit: bool
    """True where the article states it, False where it was inferred."""
    why: str
    start: int | None = None
    """Where the article states it, in code points; None where inferred."""
    end: int | None = None


@dataclass(frozen=True)
class Metadata:
    """What the source says of an article outside its running text; None where it says nothing."""

    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    """The day, ``YYYY-MM-DD``."""
    url: str | None = None


@dataclass(frozen=True)
class Passage:
    """A stretch of an article and what it is."""

    kind: PassageKind
    start: int
    end: int
    why: str = ""
    """The mark or measure by which the kind was told."""
    confidence: Confidence = Confidence.HIGH


@dataclass(frozen=True)
class Document:
    """One article as read."""

    id: str
    """Relative to the checked path, in POSIX form; ``feed.jsonl:17`` for line 17 of a file of many."""
    text: str
    encoding: str = "utf-8"
    metadata: Metadata = Metadata()
    marked: tuple[Passage, ...] = ()
    """Whole lines of the text of which the source says what they are, in order: captions, comments."""


@dataclass(frozen=True)
class SkippedDocument:
    """An article that could not be read, and why."""

    document: str
    reason: str


@dataclass(frozen=True)
class Article:
    """A document taken apart: its passages and what its frame says of it."""

    document: Document
    passages: tuple[Passage, ...]
    title: str | None = None
    publisher: str | None = None
    wire: tuple[str, ...] = ()
    """News agencies the article names as the source of its text."""
    published: PublicationDate | None = None

    @property
    def id(self) -> str:
        return self.document.id

    @property
    def text(self) -> str:
        return self.document.text


@dataclass(frozen=True)
class TimeSlot:
    """When a claim says it happens; ``until`` is exclusive."""

    begin: str | None
    until: str | None
    grain: Grain | None
    quote: str
    how: Literal["own", "inherited", "published"] = "own"
    """Whether the clause tells it, another clause of the article, or the article's day alone."""


@dataclass(frozen=True)
class Claim:
    """What one clause says. Any slot may be empty."""

    id: str
    document: str
    start: int
    end: int
    quote: str
    subject: str | None = None
    event: str | None = None
    object: str | None = None
    time: TimeSlot | None = None
    place: str | None = None
    quantities: tuple[Value, ...] = ()
    speaker: str | None = None
    polarity: Polarity | None = None
    modality: Modality | None = None
    group: str | None = None
    names: tuple[str, ...] = ()
    """Entities that the clause names or carries on from before, sorted; identifiers of their rules."""
    said: int = 0
    """Where what is said begins, behind «قال فلان إن»; equal to ``start`` where the article itself speaks."""


@dataclass(frozen=True)
class Comparison:
    """How two claims of a group relate, and why."""

    a: str
    b: str
    relation: Literal["agrees", "conflicts", "refines", "supersedes", "not_comparable"]
    reason: str
    score: float
    """Similarity in [-1, 1]."""


@dataclass(frozen=True)
class ClaimGroup:
    """Claims about one fact."""

    id: str
    claims: tuple[str, ...]
    comparisons: tuple[Comparison, ...] = ()


@dataclass(frozen=True)
class Location:
    """A place in an article. Lines and columns are 1-based, columns in code points."""

    document: str
    start: int
    end: int
    line: int
    column: int
    quote: str


@dataclass(frozen=True)
class Finding:
    """Something that does not fit, with its evidence."""

    rule: str
    """The fault: ``name-misspelt``, ``unrelated-passage`` ..."""
    kind: str
    severity: Severity
    confidence: Confidence
    message: str
    locations: tuple[Location, ...]
    """The first is the flagged place, the others what it was compared with."""
    why: tuple[str, ...]
    suggestion: str = ""
    fingerprint: str = ""
    source: str = ""
    """The identifier of the rule, or catalogue entry, that found it."""

    silence: str = ""
    """Why it is to be silent, in the words of who silenced it; empty where it is not."""

    def touches(self, documents: Collection[str]) -> bool:
        """Whether a place of it lies in one of these articles, by their identifiers."""
        return any(location.document in documents for location in self.locations)


@dataclass(frozen=True)
class RuleCard:
    """What a report says of a rule."""

    id: str
    kind: str
    severity: Severity
    title: str
    why: str
    flags: str = ""
    """A text on which it speaks: the first of its examples, several articles with a line between."""
    passes: str = ""
    """One on which it is silent."""


@dataclass(frozen=True)
class Gate:
    """Whether a corpus passes, and by which limit."""

    fail_on: Literal["error", "warning", "info", "never"]
    failed: bool


@dataclass(frozen=True)
class Corpus:
    """What was read, compared and not compared."""

    documents: int = 0
    claims: int = 0
    groups: int = 0
    unreadable: tuple[SkippedDocument, ...] = ()
    compared_pairs: int = 0
    not_comparable: dict[str, int] = field(default_factory=dict)
    """How many pairs, by reason."""


@dataclass(frozen=True)
class Report:
    """All that a format sees."""

    corpus: Corpus
    findings: tuple[Finding, ...]
    articles: tuple[Article, ...]
    claims: tuple[Claim, ...]
    groups: tuple[ClaimGroup, ...]
    rules: tuple[RuleCard, ...]
    silenced: tuple[Finding, ...] = ()
    encoder: str = ""
    skipped_files: tuple[str, ...] = ()
    """Files of a folder that no reader takes, by name."""

    def gate(self, fail_on: Literal["error", "warning", "info", "never"] = "error") -> Gate:
        """Whether the corpus passes at this limit."""
        if fail_on == "never":
            return Gate(fail_on, failed=False)
        limit = Severity(fail_on).rank
        return Gate(fail_on, any(finding.severity.rank <= limit for finding in self.findings))

    def touching(self, documents: Collection[str]) -> Report:
        """The same report with only the findings that have a place in one of these articles.

        Everything was compared with everything all the same: only what is told is narrowed.
        """
        return replace(
            self,
            findings=tuple(finding for finding in self.findings if finding.touches(documents)),
            silenced=tuple(finding for finding in self.silenced if finding.touches(documents)),
        )

    def count(self, severity: Severity) -> int:
        """How many findings have this severity."""
        return sum(finding.severity is severity for finding in self.findings)
