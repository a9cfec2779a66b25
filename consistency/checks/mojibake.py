"""Text in the letters of another encoding: «Ø§Ù„» for «ال».

The text stays as it was read, so that every offset counts in it; what it should say is told as a suggestion.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from consistency.checks.passage_rule import PassageRule
from consistency.evidence import finding
from consistency.languages.arabic.lexicon import frequency
from consistency.languages.arabic.normalise import tokens
from consistency.model import Article, Finding
from consistency.wording import say

__all__ = ["broken_encoding"]

_CONTINUED = (
    "\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122"
)
_LATIN = re.compile("[\u00c0-\u00ff]")
_UTF8_READ_AS_LATIN = re.compile(rf"(?:[\u00d8-\u00db][{_CONTINUED}]\W{{0,3}}?){{3,}}")
_WINDOWS_READ_AS_LATIN = re.compile(
    r"[\u00c0-\u00ff]{2,}(?:[ \u00c0-\u00ff,.:\u00a1\u00ba]*[\u00c0-\u00ff]{2,})*"
)
_SHORTEST = 8  # letters: «éàü» is no broken word
_KNOWN = 0.6  # of the repaired words must be words of news
_SHOWN = 80


def broken_encoding(rule: PassageRule, article: Article) -> Iterator[Finding]:
    """Runs of letters that become Arabic words when they are read in the encoding they were written in."""
    if not _LATIN.search(article.text):
        return
    runs = [(start, end, right) for start, end, right in _runs(article.text) if _is_arabic(right)]
    if runs:
        start, end, right = runs[0]
        quote = article.text[start:end]
        yield finding(
            rule.id, "passage", rule.severity, rule.confidence,
            say("text in the letters of another encoding: «{quote}»", quote=quote[:_SHOWN]),
            [(article, first, last) for first, last, _ in runs],
            [say("read in its own encoding it says «{right}»", right=right[:_SHOWN])],
            suggestion=say("save the text as UTF-8 from its source"), source=rule.id,
        )  # fmt: skip


def _runs(text: str) -> Iterator[tuple[int, int, str]]:
    """Spans that look broken, with what they say when they are mended."""
    end = 0
    for match in _UTF8_READ_AS_LATIN.finditer(text):
        from ftfy import fix_encoding  # costs 20 ms to import, and few articles need it

        end = match.end()
        yield match.start(), end, fix_encoding(match[0])
    if end:
        return
    for match in _WINDOWS_READ_AS_LATIN.finditer(text):
        if len(match[0]) >= _SHORTEST:
            yield match.start(), match.end(), match[0].encode("cp1252", "replace").decode("cp1256", "replace")


def _is_arabic(text: str) -> bool:
    words = [word.folded for word in tokens(text)]
    return bool(words) and sum(frequency(word) > 0 for word in words) >= _KNOWN * len(words)
