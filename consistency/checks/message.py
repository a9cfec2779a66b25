"""The message that a rule writes for its findings, filled in from the finding's own places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from consistency.checks.context import Context
from consistency.message import CLAIM_FIELDS, FIELDS
from consistency.model import Claim, Finding, Location
from consistency.rule import Rule
from consistency.wording import fill

__all__ = ["with_message"]


def with_message(finding: Finding, rule: Rule, context: Context) -> Finding:
    """The finding with the message of its rule, where the rule writes one."""
    if not rule.message:
        return finding
    values = dict.fromkeys(FIELDS, "–") | {"quote": finding.locations[0].quote}
    for side, location in zip("ab", finding.locations, strict=False):
        values |= {f"{side}.{name}": value for name, value in _values(location, context) if value}
    return replace(finding, message=fill(rule.message, **values))


def _values(location: Location, context: Context) -> Iterator[tuple[str, str]]:
    article = context.article(location.document)
    yield "quote", location.quote
    yield "document", location.document
    yield "title", article.title or ""
    yield "publisher", article.publisher or ""
    date = article.published
    yield "date", date.earliest if date and date.earliest == date.latest else ""
    claim = _claim_at(location, context)
    if claim is not None:
        for name in CLAIM_FIELDS:
            value = claim.time.quote if name == "time" and claim.time else getattr(claim, name)
            yield name, value or ""


def _claim_at(location: Location, context: Context) -> Claim | None:
    return next(
        (
            claim
            for claim in context.claims
            if claim.document == location.document and claim.start <= location.start < claim.end
        ),
        None,
    )
