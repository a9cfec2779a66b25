"""Findings of lines that stand twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from consistency.checks.passage_rule import PassageRule
from consistency.evidence import finding, short
from consistency.languages.arabic.normalise import fold_text, words_of
from consistency.model import Article, Finding, Passage, PassageKind, Severity
from consistency.wording import Wording, say, say_count, term

__all__ = ["repeated_headline", "repeated_paragraph"]

K = PassageKind
_FULL_STOPS = '.!؟?»"”'


def repeated_headline(rule: PassageRule, article: Article) -> Iterator[Finding]:
    """A headline, a standfirst, a line like a title that stands twice: the page's habit."""
    for copy, original in _copies(article):
        if _is_habit(article, copy, original):
            yield _twice(rule, article, copy, original, rule.severity)


def repeated_paragraph(rule: PassageRule, article: Article) -> Iterator[Finding]:
    """A paragraph printed twice is a slip; one that differs in a word or two may be its second version.

    Paragraphs in a row whose originals stand in a row are one block, told once.
    """
    blocks: list[list[tuple[Passage, Passage]]] = []
    for copy, original in _copies(article):
        if _is_habit(article, copy, original):
            continue
        if blocks and _goes_on(article, blocks[-1][-1], (copy, original)):
            blocks[-1].append((copy, original))
        else:
            blocks.append([(copy, original)])
    for block in blocks:
        (copy, original), *more = block
        equal = all(_key(article.text, one) == _key(article.text, other) for one, other in block)
        severity = rule.severity if equal else Severity.INFO
        if more:
            yield _block_twice(rule, article, block, severity, equal=equal)
        else:
            yield _twice(rule, article, copy, original, severity)


def _goes_on(article: Article, last: tuple[Passage, Passage], now: tuple[Passage, Passage]) -> bool:
    """Whether nothing but white space stands between two copies, and between their originals."""
    return all(
        a.end <= b.start and not article.text[a.end : b.start].strip() for a, b in zip(last, now, strict=True)
    )


def _block_twice(
    rule: PassageRule,
    article: Article,
    block: list[tuple[Passage, Passage]],
    severity: Severity,
    *,
    equal: bool,
) -> Finding:
    (first, original), (last, original_end) = block[0], block[-1]
    return finding(
        rule.id, "passage", severity, rule.confidence,
        say_count(
            "{n} paragraphs stand twice: «{line}»", "{n} paragraphs stand twice: «{line}»",
            len(block), line=short(_key(article.text, first)),
        ),
        [(article, first.start, last.end), (article, original.start, original_end.end)],
        [_how(first, equal=equal), say("the second is counted nowhere")],
        suggestion=say("keep one of them"), source=rule.id,
    )  # fmt: skip


def _copies(article: Article) -> Sequence[tuple[Passage, Passage]]:
    """Each copy with what it is a copy of."""
    if any(passage.kind is K.DUPLICATE for passage in article.passages):
        return _with_originals(article.text, article.passages)
    return ()


@lru_cache(maxsize=128)
def _with_originals(text: str, passages: tuple[Passage, ...]) -> Sequence[tuple[Passage, Passage]]:
    """Kept, for two rules ask for those of every article of a story."""
    own = [passage for passage in passages if passage.kind is not K.DUPLICATE]
    originals = {_key(text, passage): passage for passage in reversed(own)}
    copies = [passage for passage in passages if passage.kind is K.DUPLICATE]
    found = [(copy, originals.get(_key(text, copy)) or _nearest(text, copy, own)) for copy in copies]
    return tuple((copy, original) for copy, original in found if original)


def _nearest(text: str, copy: Passage, own: list[Passage]) -> Passage | None:
    """The passage of which a copy is a second version: the one with most of its words in the same order."""
    words = _words(text, copy)
    return max(
        own,
        key=lambda other: Levenshtein.normalized_similarity(words, _words(text, other)),
        default=None,
    )


def _is_habit(article: Article, copy: Passage, original: Passage) -> bool:
    """A page may repeat its headline and standfirst above the body; one below the other they are a slip."""
    if article.text[original.end - 1] not in _FULL_STOPS:
        return True  # A line like a title stands twice in teasers and lists of links as well.
    below = [passage for passage in article.passages if original.end <= passage.start < copy.start]
    return original.kind in (K.HEADLINE, K.LEAD) and (bool(below) or copy.start < original.start)


def _twice(
    rule: PassageRule, article: Article, copy: Passage, original: Passage, severity: Severity
) -> Finding:
    name = original.kind.value if original.kind in (K.HEADLINE, K.LEAD) else "paragraph"
    key = _key(article.text, copy)
    return finding(
        rule.id, "passage", severity, rule.confidence,
        say("the {kind} stands twice: «{line}»", kind=term(name), line=short(key)),
        [(article, copy.start, copy.end), (article, original.start, original.end)],
        [_how(copy, equal=key == _key(article.text, original)), say("the second is counted nowhere")],
        suggestion=say("keep one of them"), source=rule.id,
    )  # fmt: skip


def _how(copy: Passage, *, equal: bool) -> Wording:
    if equal:
        return say("the two lines are equal but for vowel marks")
    return say("the two lines are nearly equal: {why}", why=copy.why)


def _key(text: str, passage: Passage) -> str:
    return " ".join(fold_text(text[passage.start : passage.end]).split())


def _words(text: str, passage: Passage) -> list[str]:
    return words_of(text, passage.start, passage.end).folded
