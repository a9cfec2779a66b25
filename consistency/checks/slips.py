"""Findings for slips that no rule lists."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator

from rapidfuzz.distance import OSA

from consistency.checks.context import Context
from consistency.checks.located import type_words
from consistency.checks.name_rule import NameRule
from consistency.evidence import Place, finding
from consistency.languages.arabic.names.known import arabic_names
from consistency.languages.arabic.normalise import fold_word
from consistency.model import Article, Confidence, Finding, Severity
from consistency.name_forms import apart, key_of
from consistency.slips import Slip
from consistency.wording import say, say_count

__all__ = ["slip_findings"]

_RIGHT = ("canonical", "accepted", "style", "short")
_FULL = ("canonical", "accepted", "style")
_LONG_PLACE = 8
"""Letters: a shorter word that resembles a place is often another foreign name."""
_FEW_LETTERS = 3


def slip_findings(article: Article, context: Context, chosen: Container[str]) -> Iterator[Finding]:
    """Findings of `name-misspelt` for forms that no rule lists, one for each form in an article."""
    groups: dict[tuple[str, str], list[Slip]] = defaultdict(list)
    for slip in context.slips[article.id]:
        if slip.form.rule.id in chosen and _in_place(slip, article, context):
            quote = fold_word(article.text[slip.start : slip.end])
            groups[slip.form.rule.id, quote].append(slip)
    for group in groups.values():
        yield _finding(group, article, context)


def _in_place(slip: Slip, article: Article, context: Context) -> bool:
    """Whether the word stands as a name of this entity would, or the articles write it right elsewhere."""
    rule = slip.form.rule
    if slip.whole_name:
        return not _other_type(slip, article)
    if rule.entity == "place" and slip.letters >= _LONG_PLACE and not slip.exchange:
        return True
    quote = fold_word(article.text[slip.start : slip.end])
    if slip.letters < _LONG_PLACE and (slip.exchange or quote[-1:] != slip.form.bare[-1:]):
        return False  # «العراف» is no slip of «العراق»: short words end in many ways
    return _named_near(slip, article, context, _FULL if rule.entity == "person" else _RIGHT)


def _other_type(slip: Slip, article: Article) -> bool:
    """Whether the word that differs says what the place is: «أقاليم» is no slip of «إقليم»."""
    listed, given = fold_word(slip.form.text).split(), fold_word(article.text[slip.start : slip.end]).split()
    return any(right in type_words() for right, wrong in zip(listed, given, strict=False) if right != wrong)


def _named_near(slip: Slip, article: Article, context: Context, named: tuple[str, ...]) -> bool:
    """Whether this article or another one near it writes the name right."""
    near = [article] if slip.form.rule.entity == "person" else [article, *context.others(article)]
    return any(
        hit.rule.id == slip.form.rule.id and hit.status in named and _is_form_of(hit.written, slip.form.text)
        for other in near
        for hit in context.hits[other.id]
    )


def _is_form_of(written: str, listed: str) -> bool:
    """Whether one form holds the other or differs by a few letters: «عسقلان» is no form of «أشكلون»."""
    form = fold_word(listed)
    near = OSA.distance(written, form, score_cutoff=_FEW_LETTERS) <= _FEW_LETTERS
    return near or form in written or written in form


def _finding(group: list[Slip], article: Article, context: Context) -> Finding:
    first = group[0]
    rule = first.form.rule
    quote = article.text[first.start : first.end]
    here = [h for h in context.hits[article.id] if h.rule.id == rule.id and h.status in _RIGHT]
    places = [(article, slip.start, slip.end) for slip in group]
    named = [*((article, h.start, h.end) for h in here[:1]), *_elsewhere(rule, article, context)]
    return finding(
        "name-misspelt",
        "name",
        _severity(group, article, context, named=bool(named)),
        Confidence.HIGH if named else Confidence.MEDIUM,
        say(
            "«{quote}» looks like a slip for «{right}» ({english})",
            quote=quote,
            right=first.form.text,
            english=rule.english or rule.id,
        ),
        [*places, *named],
        [
            say(
                "one slip away from «{right}» (rule {rule}): {slip}",
                right=first.form.text,
                rule=rule.id,
                slip=first.operation,
            ),
            say("the form is no known word and no known name of its own"),
            say_count(
                "the corpus names it right {n} times", "the corpus names it right {n} times", len(named)
            )
            if named
            else say("the corpus names it nowhere else"),
        ],
        suggestion=say("write «{right}»", right=first.form.text),
        values=[rule.id],
        source=rule.id,
    )


def _severity(group: list[Slip], article: Article, context: Context, *, named: bool) -> Severity:
    """A long vowel of a foreign name is each house's choice: no error, and an info where it is kept to."""
    first = group[0]
    if not _by_house(first, article.text[first.start : first.end]):
        return Severity.ERROR if named else Severity.WARNING
    kept_to = len(group) > 1 and not _named_near(first, article, context, _RIGHT)
    return Severity.INFO if kept_to else Severity.WARNING


def _by_house(slip: Slip, quote: str) -> bool:
    """Whether a foreign name differs in a long vowel, which houses write as they like."""
    right, wrong = key_of(slip.form.text), key_of(quote)
    foreign = slip.form.rule.entity in ("person", "place") and not arabic_names() & {*right, *wrong}
    if not foreign or len(right) != len(wrong):
        return False
    return all(a == b or apart(a, b) == "vowel" for a, b in zip(right, wrong, strict=True))


def _elsewhere(rule: NameRule, article: Article, context: Context) -> list[Place]:
    """The first right form in each other article."""
    places: list[Place] = []
    for other in context.articles:
        if other.id != article.id:
            hit = next(
                (h for h in context.hits[other.id] if h.rule.id == rule.id and h.status in _RIGHT), None
            )
            if hit:
                places.append((other, hit.start, hit.end))
    return places
