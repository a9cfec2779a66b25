"""A form that stands elsewhere between the same words with another letter.

Two articles, or two places of one, write the same words around a name, and the name differs by one slip
of the pen.  The form that news does not know, against one that it knows or that more articles write, is
flagged.  House styles and spelling habits (hamza, ى/ي, ة/ه, غ/ج) are no slips.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from consistency.checks.context import Context
from consistency.checks.spelling.rule import SpellingRule
from consistency.evidence import finding
from consistency.languages.arabic.lexicon import frequency, stem
from consistency.languages.arabic.names import difference
from consistency.languages.arabic.normalise import Token, strip_proclitics, tokens
from consistency.model import Article, Confidence, Finding, Severity
from consistency.name_forms import apart, level
from consistency.wording import say

__all__ = ["check"]

_SHORTEST = 4
_KNOWN = 8
"""Times in the lexicon from which on a form is a word or a name of its own."""
_RARE = 1000
_TIMES_RARER = 150
_OWN = 100
"""Times in the lexicon from which on a form is a word of its own, however rare beside another."""
_FUNCTION_WORD = 20_000
"""Times in the lexicon from which on a neighbour says nothing about what stands beside it."""


@dataclass(frozen=True)
class _Use:
    """A word in an article with its neighbours, folded; empty where a passage begins or ends."""

    article: Article
    token: Token
    before: str
    after: str

    @property
    def word(self) -> str:
        return self.token.folded


_Beside = dict[tuple[str, str], dict[tuple[str, str], _Use]]
"""For what stands around a word: the words that stand there, by word and article."""


def check(rule: SpellingRule, context: Context) -> Iterator[Finding]:
    """One finding for each form and article."""
    uses = [use for article in context.articles for use in _uses(article, context)]
    doubtful = [use for use in uses if _is_doubtful(use, context)]
    beside = _neighbourhoods(uses, {key for use in doubtful for key in _keys(use)})
    articles = _articles_of(uses)
    story = _stories(context)
    groups: dict[tuple[str, str, str], list[tuple[_Use, _Use]]] = defaultdict(list)
    for use in doubtful:
        other = _corrected_by(use, beside, articles, story[use.article.id])
        if other and not _by_house(other.word, use.word, context):
            groups[use.article.id, use.word, other.word].append((use, other))
    for pairs in groups.values():
        yield _finding(rule, pairs, articles)


def _uses(article: Article, context: Context) -> Iterator[_Use]:
    for start, end in context.named_spans(article):
        words = tokens(article.text, start, end)
        for place, token in enumerate(words):
            before = words[place - 1].folded if place else ""
            after = words[place + 1].folded if place + 1 < len(words) else ""
            yield _Use(article, token, before, after)


def _is_doubtful(use: _Use, context: Context) -> bool:
    """A word that news hardly knows and that the catalogue has not judged."""
    word = use.word
    if len(word) < _SHORTEST or not word.isalpha() or not "\u0600" <= word[0] <= "\u06ff":
        return False
    if any(frequency(rest) >= _RARE for _, rest in strip_proclitics(word)):
        return False
    token = use.token
    return not context.judged(use.article).touch(token.start, token.end)


def _keys(use: _Use) -> Iterator[tuple[str, str]]:
    """What must be equal around two forms: one telling neighbour, or both."""
    if _tells(use.before):
        yield use.before, "*"
    if _tells(use.after):
        yield "*", use.after
    if use.before and use.after:
        yield use.before, use.after


def _tells(word: str) -> bool:
    return len(word) > 2 and word.isalpha() and frequency(word) < _FUNCTION_WORD


def _stories(context: Context) -> dict[str, frozenset[str]]:
    """For each article the articles of its story."""
    names = [article.id for article in context.articles]
    return {name: frozenset(names[other] for other in context.story(k)) for k, name in enumerate(names)}


def _neighbourhoods(uses: list[_Use], wanted: set[tuple[str, str]]) -> _Beside:
    """For each wanted surrounding the words that stand there, each with one use in an article."""
    found: _Beside = defaultdict(dict)
    for use in uses:
        if len(use.word) >= _SHORTEST:
            for key in _keys(use):
                if key in wanted:
                    found[key].setdefault((use.word, use.article.id), use)
    return found


def _articles_of(uses: list[_Use]) -> dict[str, set[str]]:
    articles: dict[str, set[str]] = defaultdict(set)
    for use in uses:
        articles[use.word].add(use.article.id)
    return articles


def _corrected_by(
    use: _Use, beside: _Beside, articles: dict[str, set[str]], story: frozenset[str]
) -> _Use | None:
    """The best established form one slip away that stands between the same words."""
    found = {
        word: other
        for key in _keys(use)
        for (word, article), other in beside[key].items()
        if article in story and word != use.word and _is_slip(word, use.word) and _better(word, use, articles)
    }
    return max(found.values(), key=lambda o: (frequency(o.word), len(articles[o.word]), o.word), default=None)


def _is_slip(right: str, wrong: str) -> bool:
    """One slip inside the word: a letter more or less at its ends is an ending or a particle."""
    if OSA.distance(right, wrong, score_cutoff=1) > 1 or right[0] != wrong[0] or right[-1] != wrong[-1]:
        return False
    right, wrong = (word.replace("اميرك", "امريك") for word in (right, wrong))  # two houses' America
    if _feminine(right, wrong) or _feminine(wrong, right):
        return False
    if stem(right) == stem(wrong):  # «الرفاهة» and «الرفاهية» are two words of one stem
        return False
    apart = difference(right, wrong)
    return apart.kind == "slip" and len(apart.operations) == 1


def _by_house(right: str, wrong: str, context: Context) -> bool:
    """Whether the words are names and differ in a long vowel, which each house writes as it likes."""
    names = context.name_forms.company
    return level(wrong) in names and level(right) in names and apart(right, wrong) == "vowel"


def _feminine(one: str, other: str) -> bool:
    """Whether one word is the other's feminine, dual or with a pronoun: «وديين» and «وديتين»."""
    return any(other == one[: -len(end)] + "ت" + end for end in ("ين", "ان", "ها", "هم") if one.endswith(end))


def _better(right: str, use: _Use, articles: dict[str, set[str]]) -> bool:
    """Whether news knows the one form and not the other, or more articles write it."""
    known, doubted = _frequency(right), _frequency(use.word)
    if doubted < _KNOWN:
        return known >= _KNOWN or len(articles[right]) > len(articles[use.word])
    return doubted < _OWN and known >= _TIMES_RARER * doubted


def _frequency(word: str) -> int:
    return max(frequency(rest) for _, rest in strip_proclitics(word))


def _finding(rule: SpellingRule, pairs: list[tuple[_Use, _Use]], articles: dict[str, set[str]]) -> Finding:
    use, other = pairs[0]
    apart = difference(other.word, use.word)
    sure = _frequency(other.word) >= _KNOWN > _frequency(use.word)
    return finding(
        rule.id,
        "spelling",
        rule.severity if sure or len(articles[other.word]) > 1 else Severity.INFO,
        Confidence.HIGH if sure else Confidence.MEDIUM,
        say("«{quote}» looks like a slip for «{right}»", quote=use.token.text, right=other.token.text),
        [
            *((one.article, one.token.start, one.token.end) for one, _ in pairs),
            (other.article, other.token.start, other.token.end),
        ],
        [
            say("one slip apart: {slip}", slip=apart.operations[0]),
            say(
                "both stand between the same words: «{one}» / «{other}»",
                one=_around(use),
                other=_around(other),
            ),
            say(
                "in news: «{right}» {times} times, «{quote}» {seldom}",
                right=other.word,
                times=_frequency(other.word),
                quote=use.word,
                seldom=_frequency(use.word),
            ),
            say(
                "here: in {many} articles, and in {few}",
                many=len(articles[other.word]),
                few=len(articles[use.word]),
            ),
        ],
        suggestion=say("write «{right}»", right=other.token.text),
        values=[other.word],
        source=rule.id,
    )


def _around(use: _Use) -> str:
    return " ".join(part for part in (use.before, use.word, use.after) if part)
