"""Articles of a corpus that was exported without dates: one finding, not one for each of thousands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from consistency.evidence import finding
from consistency.model import Article, Finding, Severity
from consistency.wording import say, say_count

__all__ = ["told_once"]

_MANY = 20
"""Undated articles, up to which each is told on its own."""
_SHARE = 0.5
"""Share of the corpus from which on the dates were lost on the way, and not by an article."""


def told_once(
    findings: Sequence[Finding], rules: Iterable[str], articles: Mapping[str, Article]
) -> list[Finding]:
    """The findings, with those of a rule that most articles of a large corpus break as a single one.

    :param rules: the identifiers of the rules on missing dates.
    :param articles: all articles of the corpus, by their identifiers.
    """
    told = list(findings)
    for rule in rules:
        same = [one for one in told if one.rule == rule]
        if len(same) > _MANY and len(same) >= _SHARE * len(articles):
            told = [one for one in told if one.rule != rule]
            told.append(_together(same, articles))
    return told


def _together(same: Sequence[Finding], articles: Mapping[str, Article]) -> Finding:
    """One finding with the first line of each article; as severe as the worst of them."""
    worst = min(same, key=lambda one: one.severity.rank)
    hanging = sum(one.severity is not Severity.INFO for one in same)
    firsts = sorted((one.locations[0] for one in same), key=lambda place: place.document)
    return finding(
        worst.rule, worst.kind, worst.severity, worst.confidence,
        say_count(
            "{n} article states no publication date", "{n} articles state no publication date", len(same)
        ),
        [(articles[place.document], place.start, place.end) for place in firsts],
        [
            say("most articles of the corpus state none, so it is told once"),
            say_count(
                "in {n} of them dates in the text hang on it", "in {n} of them dates in the text hang on it",
                hanging,
            ),
        ],
        suggestion=say("export the dates with the articles before you compare dates"),
        values=[worst.rule], source=worst.source, of_corpus=True,
    )  # fmt: skip
