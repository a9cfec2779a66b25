"""Kind `spelling`: forms that the articles themselves correct, without a catalogue."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from consistency.checks.context import Context
from consistency.checks.spelling import names, neighbours, news, strangers, styles
from consistency.checks.spelling.rule import By, SpellingRule
from consistency.model import Finding, Location

__all__ = ["SpellingRule", "check"]

_CHECKS: dict[By, Callable[[SpellingRule, Context], Iterator[Finding]]] = {
    "names": names.check,
    "role": strangers.check,
    "neighbours": neighbours.check,
    "news": news.check,
    "style": styles.check,
}
"""The ways to correct a form, the surest first."""


def check(rules: Iterable[SpellingRule], context: Context) -> Iterator[Finding]:
    """The findings of all rules; a place is flagged by the surest rule alone."""
    rules = tuple(rules)
    flagged: dict[str, list[Location]] = {}
    for by, run in _CHECKS.items():
        for rule in rules:
            if rule.by != by:
                continue
            for found in run(rule, context):
                first = found.locations[0]
                taken = flagged.setdefault(first.document, [])
                if not any(first.start < place.end and place.start < first.end for place in taken):
                    yield found
                    taken += [place for place in found.locations if place.document == first.document]
