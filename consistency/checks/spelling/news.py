"""A long foreign name that news never writes, one vowel or one swap away from one that it writes often.

No article need write it right.  Short names and Arabic ones are left alone: every family has its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from consistency.checks.context import Context
from consistency.checks.spelling.rule import SpellingRule
from consistency.evidence import finding
from consistency.languages.arabic.lexicon import LONGEST_WORD, frequency, written_often
from consistency.languages.arabic.mentions import Mention, listed_places, rests_of
from consistency.languages.arabic.names import difference
from consistency.languages.arabic.names.known import arabic_names
from consistency.languages.arabic.normalise import fold_word, tokens, words_of
from consistency.model import Article, Confidence, Finding, Severity
from consistency.name_forms import apart, is_one_slip, level, times
from consistency.wording import say

__all__ = ["check"]

_LONG = 7
_WRITTEN = 12
"""Times in the lexicon from which on news knows a name."""
_VOWELS = "اوي"


def check(rule: SpellingRule, context: Context) -> Iterator[Finding]:
    """One finding for each form and article."""
    written = set[str]().union(*(words_of(article.text).folded for article in context.articles))
    doubtful = {word for word in written if _LONG <= len(word) <= LONGEST_WORD and _may_be_slip(word)}
    for article in context.articles if doubtful else ():
        words = words_of(article.text)
        if doubtful.isdisjoint(words.folded):
            continue
        places = [(word.start, word.end) for word in words.tokens if word.folded in doubtful]
        judged = context.judged(article)
        told: dict[str, list[tuple[int, int]]] = {}
        kinds: dict[str, Mention] = {}
        for mention in context.mentions_in(article, places):
            for word in tokens(article.text, mention.start, mention.end):
                free = not judged.touch(word.start, word.end)
                if free and _is_unknown(word.folded):
                    told.setdefault(word.folded, []).append((word.start, word.end))
                    kinds[word.folded] = mention
        for form, spans in told.items():
            right = _as_news_writes(form)
            if right:
                yield _finding(rule, article, spans, right, kinds[form])


@lru_cache(maxsize=2**15)
def _may_be_slip(folded: str) -> bool:
    """Whether news writes a word, or what particles leave of it, in one other form alone."""
    return any(_is_unknown(rest) and _as_news_writes(rest) for rest in rests_of(folded))


def _is_unknown(folded: str) -> bool:
    long = len(folded) >= _LONG and not folded.startswith("ال")
    return long and not times(folded) and level(folded) not in arabic_names()


def _as_news_writes(word: str) -> str:
    """The one form that news knows; nothing where there are several."""
    found = {form for form in written_often(_mended(word), _WRITTEN) if is_one_slip(form, word)}
    return found.pop() if len(found) == 1 else ""


def _mended(word: str) -> Iterator[str]:
    """The forms with a vowel more inside, with one of two equal letters, or with two letters swapped back."""
    for k in range(1, len(word)):
        before, behind = word[:k], word[k:]
        yield from [before + vowel + behind for vowel in _VOWELS]
        if word[k] == word[k - 1]:
            yield word[:k] + word[k + 1 :]
        elif k < len(word) - 1:
            yield word[:k] + word[k + 1] + word[k] + word[k + 2 :]


def _is_listed(word: str) -> bool:
    return any(fold_word(name) == word for name in listed_places())


def _finding(
    rule: SpellingRule, article: Article, places: list[tuple[int, int]], right: str, mention: Mention
) -> Finding:
    quote = article.text[slice(*places[0])]
    may_be_house = apart(right, quote) == "vowel" or mention.kind == "person"
    return finding(
        rule.id,
        "spelling",
        Severity.INFO if may_be_house and not _is_listed(right) else rule.severity,
        Confidence.MEDIUM,
        say("«{quote}» looks like a slip for «{right}»", quote=quote, right=right),
        [(article, start, end) for start, end in places],
        [
            say("one slip apart: {slip}", slip=difference(right, quote).operations[0]),
            say(
                "in news: the right word {times} times, the other {seldom}", times=frequency(right), seldom=0
            ),
            say("it stands as a name: «{name}»", name=mention.quote),
        ],
        suggestion=say("write «{right}»", right=right),
        values=[right],
        source=rule.id,
    )
