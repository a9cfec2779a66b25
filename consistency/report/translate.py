"""A report in the language of its reader, before a format lays it out."""

from __future__ import annotations

from dataclasses import replace

from consistency.model import Article, Finding, Report, RuleCard
from consistency.wording import Language, said_in

__all__ = ["in_language"]


def in_language(report: Report, language: Language) -> Report:
    """The same report with every sentence of the tool in a language; quotes and names stay as they are."""
    if language == "en":
        return report
    unreadable = tuple(replace(one, reason=said_in(one.reason, language)) for one in report.corpus.unreadable)
    return replace(
        report,
        corpus=replace(report.corpus, unreadable=unreadable),
        findings=tuple(_finding(finding, language) for finding in report.findings),
        silenced=tuple(_finding(finding, language) for finding in report.silenced),
        articles=tuple(_article(article, language) for article in report.articles),
        rules=tuple(_card(rule, language) for rule in report.rules),
    )


def _finding(finding: Finding, language: Language) -> Finding:
    return replace(
        finding,
        message=said_in(finding.message, language),
        why=tuple(said_in(step, language) for step in finding.why),
        suggestion=said_in(finding.suggestion, language),
    )


def _article(article: Article, language: Language) -> Article:
    date = article.published
    return replace(article, published=date and replace(date, why=said_in(date.why, language)))


def _card(rule: RuleCard, language: Language) -> RuleCard:
    return replace(rule, title=said_in(rule.title, language), why=said_in(rule.why, language))
