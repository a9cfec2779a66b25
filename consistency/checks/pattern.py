"""Kind `pattern`: house style by text pattern, matched in linear time whatever the pattern and the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, Literal

import re2
from pydantic import Field, field_validator

from consistency.checks.context import Context
from consistency.evidence import Place, finding
from consistency.model import Article, Finding, PassageKind
from consistency.rule import Rule, RuleText
from consistency.validation import Fault
from consistency.wording import Wording, fill, say, say_count

__all__ = ["PatternRule", "check"]


_ARABIC = re.compile("[\u0620-\u064a]")
_LATIN_ONLY = re.compile(r"\\[bBwW]")
_PARTS = re.compile(r"\\.|\[\^|.", re.DOTALL)
"""Signs of a pattern: an escaped one, the beginning of a class of all other letters, or one alone."""
_BORDERS = frozenset(("^", "$", r"\A", r"\z", r"\Q"))
"""Those that see the ends of a passage, or that may reach beyond the end of the pattern."""
_MOST_PLACES = 200
"""So many places are told; a pattern may match every letter of a long text."""


class PatternRule(Rule):
    """A pattern of RE2 (no look-around, no back-references) that flags what it matches."""

    kind: Literal["pattern"]
    pattern: str = Field(min_length=1, max_length=2000)
    """RE2 syntax; a capture group, if there is one, is the flagged place."""
    suggestion: RuleText = Field(default_factory=Wording)
    """What to write instead."""
    passages: tuple[PassageKind, ...] = ()
    """The kinds of passage to look at; all but foreign ones where empty."""

    @classmethod
    def faults(cls, written: Mapping[str, Any]) -> Iterator[Fault]:
        """A word border of RE2 stands between Latin letters only, so that beside Arabic it never matches."""
        yield from super().faults(written)
        pattern = written.get("pattern")
        latin = _LATIN_ONLY.search(pattern) if isinstance(pattern, str) and _ARABIC.search(pattern) else None
        if latin:
            told = (
                f"`{latin[0]}` knows Latin letters only and never fits Arabic; write \\p{{L}} for a letter, "
                "and (?:^|[^\\p{L}])(word)(?:[^\\p{L}]|$) for a whole word"
            )
            yield Fault(("pattern",), told)

    @field_validator("pattern")
    @classmethod
    def _compiles(cls, pattern: str) -> str:
        try:
            compiled(pattern)
        except re2.error as error:
            raise ValueError(f"no RE2 pattern: {_text(error)}") from None
        return pattern


def _text(error: Any) -> str:
    """RE2 gives its message as bytes."""
    message = error.args[0] if error.args else error
    return message.decode("utf-8", "replace") if isinstance(message, bytes) else str(message)


@lru_cache(maxsize=1000)
def compiled(pattern: str) -> Any:
    """The compiled pattern; RE2 logs nothing and takes at most 8 MB."""
    options = re2.Options()
    options.log_errors = False
    return re2.compile(pattern, options)


def check(rules: Iterable[PatternRule], context: Context) -> Iterator[Finding]:
    """One finding for each rule and article in which the pattern matches."""
    rules = tuple(rules)
    anywhere = dict.fromkeys(rule.pattern for rule in rules if not _sees_borders(rule.pattern))
    some = _any_of(tuple(anywhere))
    spotless = {article.id for article in context.articles if some and not some.search(article.text)}
    for rule in rules:
        for article in context.articles:
            if article.id in spotless and rule.pattern in anywhere:
                continue
            places = list(_matches(rule, article))
            if places:
                yield _finding(rule, article, places)


@lru_cache(maxsize=1000)
def _sees_borders(pattern: str) -> bool:
    """Whether a pattern may match a passage, which stands between white space, and not the whole text."""
    return not _BORDERS.isdisjoint(_PARTS.findall(pattern))


@lru_cache(maxsize=8)
def _any_of(patterns: tuple[str, ...]) -> Any:
    """A pattern that matches what any of them does; None where it would be too large."""
    try:
        return compiled("|".join(f"(?:{pattern})" for pattern in patterns)) if patterns else None
    except re2.error:
        return None


def _matches(rule: PatternRule, article: Article) -> Iterator[Place]:
    for passage in article.passages:
        wanted = passage.kind in rule.passages if rule.passages else passage.kind is not PassageKind.FOREIGN
        if wanted:
            # The pattern sees the passage alone, so that ^ and $ mean its borders.
            for match in compiled(rule.pattern).finditer(article.text[passage.start : passage.end]):
                group = 1 if match.re.groups and match.start(1) >= 0 else 0
                if match.end(group) > match.start(group):
                    yield article, passage.start + match.start(group), passage.start + match.end(group)


def _finding(rule: PatternRule, article: Article, places: list[Place]) -> Finding:
    _, start, end = places[0]
    quote = article.text[start:end]
    message = fill(rule.title or rule.id)
    return finding(
        rule.id,
        "pattern",
        rule.severity,
        rule.confidence,
        _often(message, len(places)),
        places[:_MOST_PLACES],
        [
            say("the pattern of rule {rule} matches «{quote}»", rule=rule.id, quote=quote),
            *([rule.why] if rule.why else []),
        ],
        suggestion=rule.suggestion,
        source=rule.id,
    )


def _often(message: Wording, times: int) -> Wording:
    if times == 1:
        return message
    return say_count("{message} ({n} times)", "{message} ({n} times)", times, message=message)
