"""Findings of lost spaces: how sure and how harmful each is decides how loud it is told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from consistency.checks.context import Context
from consistency.checks.glue import Seam, glued_words, unspaced_stops
from consistency.checks.passage_rule import PassageRule
from consistency.evidence import Place, finding
from consistency.languages.arabic.normalise import tokens
from consistency.model import Article, Finding, PassageKind, Severity
from consistency.wording import Wording, say, say_count

__all__ = ["joined_words", "missing_spaces", "run_together"]

_HABIT = 3
"""So many lost spaces behind full stops in one article are how its page was made, not a slip at one place."""
_REASONS = 10
_SAME_WORDS = 3
"""So many words on either side show that another article prints the same two sentences."""
_NEIGHBOURS = 80
"""Code points around a seam in which these words stand."""


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


def missing_spaces(rule: PassageRule, article: Article, context: Context) -> Iterator[Finding]:
    """Sentences and clauses without a space between them: typesetting, told once an article as an info.

    A sentence that another article of the story begins apart shows that this copy lost the break: told at
    its place, with the other's.  An article full of lost spaces was made so and is still told once.
    """
    seams = list(_seams(article, unspaced_stops))
    slips = [(seam, place) for seam in seams if (place := _apart(seam, article, context)) is not None]
    if len(slips) < _HABIT:
        for seam, place in slips:
            yield _one(rule, article, seam, place)
        lost = {seam for seam, _ in slips}
        seams = [seam for seam in seams if seam not in lost]
    if seams:
        message = say_count(
            "no space behind a stop or comma: «{quote}»", "no space behind {n} stops and commas: «{quote}»",
            len(seams), quote=_quote(article, seams[0]),
        )  # fmt: skip
        yield _together(rule, article, seams, Severity.INFO, message)


def _apart(seam: Seam, article: Article, context: Context) -> Place | None:
    """Where another article of the story prints the same words with the break between them."""
    if seam.joined != "sentences":
        return None
    before = tokens(article.text, max(0, seam.start - _NEIGHBOURS), seam.cut)[-_SAME_WORDS:]
    behind = tokens(article.text, seam.cut, seam.end + _NEIGHBOURS)[:_SAME_WORDS]
    words = [word.folded for word in (*before, *behind)]
    for other in context.others(article):
        if f" {' '.join(words)} " in context.folded(other) and _quote(article, seam) not in other.text:
            return other, *_break_in(other.text, words, len(before))
    return None


def _break_in(text: str, words: list[str], cut: int) -> tuple[int, int]:
    """From the last word before the break to the first behind it, in a text that has these words in a row."""
    found = tokens(text)
    folded = [word.folded for word in found]
    start = next(n for n in range(len(found)) if folded[n : n + len(words)] == words)
    return found[start + cut - 1].start, found[start + cut].end


def _seams(article: Article, find: Callable[[str], Iterable[Seam]]) -> Iterator[Seam]:
    """What is joined in passages that are not foreign, in order; a passage is whole lines."""
    seams = list(find(article.text))
    own = [p for p in article.passages if p.kind is not PassageKind.FOREIGN] if seams else []
    for seam in seams:
        if any(passage.start <= seam.start and seam.end <= passage.end for passage in own):
            yield seam


def _one(rule: PassageRule, article: Article, seam: Seam, apart: Place | None = None) -> Finding:
    quote = _quote(article, seam)
    why = [seam.why, say("another article of the story keeps them apart")] if apart else [seam.why]
    return finding(
        rule.id, "passage", rule.severity, rule.confidence,
        say("two sentences run together: «{quote}»", quote=quote)
        if seam.joined == "sentences"
        else say("two words run together: «{quote}»", quote=quote),
        [(article, seam.start, seam.end), *([apart] if apart else [])], why,
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
