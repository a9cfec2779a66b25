"""Kind `passage`: text that is not the article's own, that stands twice, or that is damaged."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from consistency.checks.context import Context
from consistency.checks.joined import joined_words, missing_spaces, run_together
from consistency.checks.mojibake import broken_encoding
from consistency.checks.passage_rule import Fault, PassageRule
from consistency.checks.repeated import repeated_headline, repeated_paragraph
from consistency.evidence import Place, finding, short
from consistency.languages.arabic.page import frame_label, is_aggregator_residue
from consistency.model import Article, Confidence, Finding, Passage, PassageKind, Severity
from consistency.wording import Wording, say, say_count, term

__all__ = ["check"]

K = PassageKind


def check(rules: Iterable[PassageRule], context: Context) -> Iterator[Finding]:
    """The faults of every article's passages."""
    for rule in rules:
        for article in context.articles:
            yield from _FAULTS[rule.finds](rule, article, context)


def _unrelated(rule: PassageRule, article: Article) -> Iterator[Finding]:
    own = next((p for p in article.passages if p.kind in (K.HEADLINE, K.LEAD)), None)
    for passage in article.passages:
        if passage.kind in (K.FOREIGN, K.TICKER):
            lines = article.text.count("\n", passage.start, passage.end) + 1
            first = article.text[passage.start : passage.end].split("\n", 1)[0]
            told = _finding(
                rule, article, [passage, *([own] if own else [])],
                say_count(
                    "a line of another story: «{line}»",
                    "{n} lines of another story: «{line}»",
                    lines, line=short(first),
                ),
                [
                    say("told as {kind}: {why}", kind=term(passage.kind.value), why=passage.why),
                    say("its claims are kept out of the comparison"),
                ],
                say("take it out, or give it an article of its own"),
            )  # fmt: skip
            sure = passage.confidence is Confidence.HIGH
            yield told if sure else replace(told, severity=_weaker(rule), confidence=passage.confidence)


def _weaker(rule: PassageRule) -> Severity:
    """What cannot be told for sure is never an error."""
    return Severity.WARNING if rule.severity is Severity.ERROR else rule.severity


def _aggregator_residue(rule: PassageRule, article: Article) -> Iterator[Finding]:
    yield from _residue(rule, article, is_aggregator_residue, _left_by_machine)


def _page_residue(rule: PassageRule, article: Article) -> Iterator[Finding]:
    yield from _residue(rule, article, _is_page_residue, _left_by_page)


def _left_by_machine(lines: int, first: str) -> Wording:
    return say_count(
        "a line left by a republishing machine: «{line}»",
        "{n} lines left by a republishing machine: «{line}»",
        lines,
        line=first,
    )


def _left_by_page(lines: int, first: str) -> Wording:
    return say_count(
        "a line of the page left in the text: «{line}»",
        "{n} lines of the page left in the text: «{line}»",
        lines,
        line=first,
    )


def _is_page_residue(line: str) -> bool:
    """Buttons, counters, section names; a line that tells the source or the date is no residue."""
    return frame_label(line) in ("boilerplate", "sections") and not is_aggregator_residue(line)


def _residue(
    rule: PassageRule,
    article: Article,
    belongs: Callable[[str], bool],
    message: Callable[[int, str], Wording],
) -> Iterator[Finding]:
    lines = [
        passage
        for passage in article.passages
        if passage.kind is K.BOILERPLATE and belongs(article.text[passage.start : passage.end])
    ]
    if lines:
        first = article.text[lines[0].start : lines[0].end]
        yield _finding(
            rule, article, lines, message(len(lines), short(first)),
            [
                say("line {number}: {why}", number=article.text.count("\n", 0, p.start) + 1, why=p.why)
                for p in lines
            ],
            say("take them out; the checks leave them aside"),
        )  # fmt: skip


def _finding(
    rule: PassageRule,
    article: Article,
    passages: list[Passage],
    message: Wording,
    why: list[Wording],
    suggestion: Wording,
) -> Finding:
    places: list[Place] = [(article, passage.start, passage.end) for passage in passages]
    return finding(
        rule.id, "passage", rule.severity, rule.confidence, message, places, why,
        suggestion=suggestion, source=rule.id,
    )  # fmt: skip


_Find = Callable[[PassageRule, Article, Context], Iterator[Finding]]


def _alone(find: Callable[[PassageRule, Article], Iterator[Finding]]) -> _Find:
    """A fault that an article shows without the others of its story."""
    return lambda rule, article, _: find(rule, article)


_FAULTS: dict[Fault, _Find] = {
    "unrelated": _alone(_unrelated),
    "repeated-headline": _alone(repeated_headline),
    "repeated-paragraph": _alone(repeated_paragraph),
    "run-together": _alone(run_together),
    "joined-words": _alone(joined_words),
    "missing-space": missing_spaces,
    "broken-encoding": _alone(broken_encoding),
    "aggregator-residue": _alone(_aggregator_residue),
    "page-residue": _alone(_page_residue),
}
