"""Findings of lost spaces: how sure and how harmful each is decides how loud it is told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from consistency.checks.glue import Seam, glued_words, unspaced_stops
from consistency.checks.passage_rule import PassageRule
from consistency.evidence import finding
from consistency.model import Article, Finding, PassageKind, Severity
from consistency.wording import Wording, say, say_count

__all__ = ["joined_words", "missing_spaces", "run_together"]

_HABIT = 3
"""So many lost spaces behind full stops in one article are how its page was made, not a slip at one place."""
_REASONS = 10


def run_together(rule: PassageRule, article: Article) -> Iterator[Finding]:
    """A label written onto a word and two sentences that became one: one finding each."""
    for seam in _seams(article, glued_words):
        if seam.joined != "words":
            yield _one(rule, article, seam)


def joined_words(rule: PassageRule, article: Article) -> Iterator[Finding]:
    """Words of one sentence run together, told once: pages lose the space behind a link everywhere alike."""
    seams = [seam for seam in _seams(article, glued_words) if seam.joined == "words"]
    if seams:
        message = say_count(
            "words run together: «{quote}»", "words run together at {n} places: «{quote}»",
            len(seams), quote=_quote(article, seams[0]),
        )  # fmt: skip
        yield _together(rule, article, seams, rule.severity, message)


def missing_spaces(rule: PassageRule, article: Article) -> Iterator[Finding]:
    """Two sentences without a space between them; an article full of them, and commas, are told once."""
    seams = list(_seams(article, unspaced_stops))
    slips = [seam for seam in seams if seam.joined == "sentences"]
    if len(slips) < _HABIT:
        for seam in slips:
            yield _one(rule, article, seam)
        seams = [seam for seam in seams if seam.joined != "sentences"]
    if seams:
        message = say_count(
            "no space behind a stop or comma: «{quote}»", "no space behind {n} stops and commas: «{quote}»",
            len(seams), quote=_quote(article, seams[0]),
        )  # fmt: skip
        yield _together(rule, article, seams, Severity.INFO, message)


def _seams(article: Article, find: Callable[[str, int, int], Iterable[Seam]]) -> Iterator[Seam]:
    for passage in article.passages:
        if passage.kind is not PassageKind.FOREIGN:
            yield from find(article.text, passage.start, passage.end)


def _one(rule: PassageRule, article: Article, seam: Seam) -> Finding:
    quote = _quote(article, seam)
    return finding(
        rule.id, "passage", rule.severity, rule.confidence,
        say("two sentences run together: «{quote}»", quote=quote)
        if seam.joined == "sentences"
        else say("two words run together: «{quote}»", quote=quote),
        [(article, seam.start, seam.end)], [seam.why],
        suggestion=_split(article, seam), source=rule.id,
    )  # fmt: skip


def _together(
    rule: PassageRule, article: Article, seams: list[Seam], severity: Severity, message: Wording
) -> Finding:
    return finding(
        rule.id, "passage", severity, rule.confidence, message,
        [(article, seam.start, seam.end) for seam in seams],
        list(dict.fromkeys(seam.why for seam in seams))[:_REASONS],
        suggestion=_split(article, seams[0]), source=rule.id,
    )  # fmt: skip


def _quote(article: Article, seam: Seam) -> str:
    return article.text[seam.start : seam.end]


def _split(article: Article, seam: Seam) -> Wording:
    return say(
        "split: «{first}» | «{second}»",
        first=article.text[seam.start : seam.cut].strip(),
        second=article.text[seam.cut : seam.end].strip(),
    )
