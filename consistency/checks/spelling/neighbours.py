"""A form that stands elsewhere between the same words with another letter.

Two articles, or two places of one, write the same words around a name, and the name differs by one slip
of the pen.  The form that news does not know, against one that it knows or that more articles write, is
flagged.  House styles and spelling habits (hamza, ى/ي, ة/ه, غ/ج) are no slips.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import chain, compress, count
from typing import NamedTuple

from rapidfuzz.distance import OSA

from consistency.checks.context import Context, named_spans
from consistency.checks.spelling.rule import SpellingRule
from consistency.clauses import ends_sentence
from consistency.evidence import finding
from consistency.languages.arabic.lexicon import frequency, often_written, stem
from consistency.languages.arabic.names import difference
from consistency.languages.arabic.normalise import Token, Words, strip_proclitics, words_of
from consistency.memo import Memo
from consistency.model import Article, Confidence, Finding, Severity
from consistency.name_forms import apart, level, times
from consistency.near_words import near_pairs
from consistency.wording import say

__all__ = ["check"]

_SHORTEST = 4
_KNOWN = 8
"""Times in the lexicon from which on a form is a word or a name of its own."""
_TIMES_RARER = 150
_OWN = 100
"""Times in the lexicon from which on a form is a word of its own, however rare beside another."""
_ANYTHING = 500
"""Words in one surrounding beyond which it tells nothing about what stands there."""
_OFTEN = 2
"""Times that an article writes each of two words where it means two words."""
_ENDINGS = ("ون", "ين", "ات", "ان", "يه", "ية", "ي", "ه", "ها", "هم", "ا", "وا")
_PERSONS = ("ي", "ت", "ن", "ا")
"""The letters before a verb in the present."""
_FUNCTION_WORD = 20_000
"""Times in the lexicon from which on a neighbour says nothing about what stands beside it."""


class _Use(NamedTuple):
    """A word in an article with its neighbours, folded; empty where a sentence begins or ends."""

    article: Article
    token: Token
    before: str
    after: str

    @property
    def word(self) -> str:
        return self.token.folded


_Beside = dict[tuple[str, str], dict[tuple[str, str], _Use]]
"""For what stands around a word: the words that stand there, by word and article."""


class _Passage(NamedTuple):
    """The words of a passage."""

    article: Article
    words: Words

    def places(self, wanted: Container[str]) -> list[int]:
        """Where the wanted words stand."""
        return list(compress(count(), map(wanted.__contains__, self.words.folded)))

    def use(self, at: int) -> _Use:
        """The use of a word."""
        folded = self.words.folded
        before = folded[at - 1] if at and not self._begins(at) else ""
        after = folded[at + 1] if at + 1 < len(folded) and not self._begins(at + 1) else ""
        return _Use(self.article, self.words.tokens[at], before, after)

    def _begins(self, at: int) -> bool:
        """Whether a sentence begins: what stands behind a full stop tells nothing of the word before it."""
        return ends_sentence(self.words.folded[at - 1], self.words.gaps[at])


def check(rule: SpellingRule, context: Context) -> Iterator[Finding]:
    """One finding for each form and article."""
    passages = {article.id: _passages(article, context) for article in context.articles}
    words = {name: _words(own) for name, own in passages.items()}
    spread = Memo(lambda word: sum([word in own for own in words.values()]))
    rights = _alike(set().union(*words.values()), spread)
    if not rights:
        return
    concerned = rights.keys() | set(chain.from_iterable(rights.values()))
    having = [name for name, own in words.items() if not concerned.isdisjoint(own)]
    uses = [
        passage.use(at) for name in having for passage in passages[name] for at in passage.places(concerned)
    ]
    doubtful = _doubtful(uses, rights, context)
    if not doubtful:
        return
    beside = _neighbourhoods(
        chain.from_iterable(passages.values()),
        {key for use in doubtful for key in _keys(use.before, use.after)},
    )
    story = _stories(context)
    groups: dict[tuple[str, str, str], list[tuple[_Use, _Use]]] = defaultdict(list)
    for use in doubtful:
        other = _corrected_by(use, beside, spread, story[use.article.id])
        if (
            other
            and not _by_house(other.word, use.word, context)
            and not _two_words(use, other, passages[use.article.id])
        ):
            groups[use.article.id, use.word, other.word].append((use, other))
    for pairs in groups.values():
        yield _finding(rule, pairs, spread)


def _passages(article: Article, context: Context) -> list[_Passage]:
    spans = named_spans(article)
    return [_Passage(article, words_of(article.text, start, end)) for start, end in spans]


def _words(passages: list[_Passage]) -> set[str]:
    """The words of an article, folded."""
    return set().union(*[passage.words.folded for passage in passages])


def _doubtful(uses: list[_Use], rights: dict[str, list[str]], context: Context) -> list[_Use]:
    """The uses of a word beside which another may be right, where the catalogue has not judged it.

    :param uses: those of all words concerned.
    """
    beside: dict[tuple[str, str], set[str]] = defaultdict(set)
    for use in uses:
        for key in _keys(use.before, use.after):
            beside[key].add(use.word)
    return [
        use
        for use in uses
        if use.word in rights
        and any(not beside[key].isdisjoint(rights[use.word]) for key in _keys(use.before, use.after))
        and not context.judged(use.article).touch(use.token.start, use.token.end)
    ]


def _alike(words: set[str], spread: Mapping[str, int]) -> dict[str, list[str]]:
    """For each word that news hardly knows: the better ones that begin and end like it, one letter away.

    Few words have one; all that is dear is asked of them alone.

    :param spread: in how many articles each word stands.
    """
    doubtful = {word for word in words - often_written() if len(word) >= _SHORTEST and _is_doubtful(word)}
    found: dict[str, list[str]] = defaultdict(list)
    if doubtful:
        for wrong, right in near_pairs([word for word in words if len(word) >= _SHORTEST], doubtful):
            if _better(right, wrong, spread):
                found[wrong].append(right)
    return found


def _is_doubtful(word: str) -> bool:
    """Whether news hardly knows a folded word, behind whatever particles."""
    return times(word) < _OWN and word.isalpha() and "\u0600" <= word[0] <= "\u06ff"


def _keys(before: str, after: str) -> Iterator[tuple[str, str]]:
    """What must be equal around two forms: one telling neighbour, or both."""
    if _tells(before):
        yield before, "*"
    if _tells(after):
        yield "*", after
    if before and after:
        yield before, after


@lru_cache(maxsize=2**15)
def _tells(word: str) -> bool:
    return len(word) > 2 and word.isalpha() and frequency(word) < _FUNCTION_WORD


def _stories(context: Context) -> dict[str, frozenset[str]]:
    """For each article the articles of its story."""
    names = [article.id for article in context.articles]
    return {name: frozenset(names[other] for other in context.story(k)) for k, name in enumerate(names)}


def _neighbourhoods(passages: Iterable[_Passage], wanted: set[tuple[str, str]]) -> _Beside:
    """For each wanted surrounding the words that stand there, each with one use in an article."""
    found: _Beside = defaultdict(dict)
    before = {one for one, other in wanted if other == "*"}
    after = {other for one, other in wanted if one == "*"}
    # Two neighbours of which neither tells by itself are found from the first.
    before |= {one for one, other in wanted if one not in before and other not in after}
    for passage in passages:
        folded = passage.words.folded
        places = {at + 1 for at in passage.places(before)} | {at - 1 for at in passage.places(after)}
        for at in sorted(places):
            if 0 <= at < len(folded) and len(folded[at]) >= _SHORTEST:
                use = passage.use(at)
                for key in ((use.before, "*"), ("*", use.after), (use.before, use.after)):
                    if key in wanted:
                        found[key].setdefault((use.word, use.article.id), use)
    return found


def _corrected_by(
    use: _Use, beside: _Beside, spread: Mapping[str, int], story: frozenset[str]
) -> _Use | None:
    """The best established form one slip away that stands between the same words."""
    found = {
        word: other
        for key in _keys(use.before, use.after)
        if len(beside[key]) <= _ANYTHING
        for (word, article), other in beside[key].items()
        if article in story
        and word != use.word
        and _is_slip(word, use.word)
        and _better(word, use.word, spread)
    }
    return max(found.values(), key=lambda o: (frequency(o.word), spread[o.word], o.word), default=None)


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
    return apart.kind == "slip" and apart.steps == 1


def _by_house(right: str, wrong: str, context: Context) -> bool:
    """Whether the words are names and differ in a long vowel, which each house writes as it likes."""
    named = context.story_names.company
    return apart(right, wrong) == "vowel" and bool(named(level(wrong)) and named(level(right)))


def _two_words(use: _Use, other: _Use, passages: list[_Passage]) -> bool:
    """Whether an article writes both words so often that it means two: «جيرزي» and «جيرنزي».

    :param passages: those of the article of the use.
    """
    return all(
        sum(passage.words.folded.count(word) for passage in passages) >= _OFTEN
        for word in (use.word, other.word)
    )


@lru_cache(maxsize=2**15)
def _may_be_formed(word: str) -> bool:
    """Whether a word that news does not write is one that it does, with an ending or as a verb.

    «المشرقيون» is «مشرقي» with an ending, «تقنن» a form of «قنن», «نشترك» the «يشترك» of others: rare words,
    and no slips.
    """
    for _, rest in strip_proclitics(word):
        bare = rest.removeprefix("ال")
        formed = [bare.removesuffix(ending) for ending in _ENDINGS if bare.endswith(ending)]
        formed += [bare[1:], f"ي{bare[1:]}"] if bare[:1] in _PERSONS else []
        if any(len(root) >= _SHORTEST - 1 and frequency(root) >= _KNOWN for root in formed):
            return True
    return False


def _feminine(one: str, other: str) -> bool:
    """Whether one word is the other's feminine, dual or with a pronoun: «وديين» and «وديتين»."""
    return any(other == one[: -len(end)] + "ت" + end for end in ("ين", "ان", "ها", "هم") if one.endswith(end))


def _better(right: str, wrong: str, spread: Mapping[str, int]) -> bool:
    """Whether news knows the one form and not the other, or more articles write it."""
    known, doubted = times(right), times(wrong)
    if doubted < _KNOWN:
        return known >= _KNOWN or spread[right] > spread[wrong]
    return doubted < _OWN and known >= _TIMES_RARER * doubted


def _finding(rule: SpellingRule, pairs: list[tuple[_Use, _Use]], spread: Mapping[str, int]) -> Finding:
    use, other = pairs[0]
    apart = difference(other.word, use.word)
    sure = times(other.word) >= _KNOWN > times(use.word) and not _may_be_formed(use.word)
    return finding(
        rule.id,
        "spelling",
        rule.severity if sure or _outnumbered(use, other, spread) else Severity.INFO,
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
                times=times(other.word),
                quote=use.word,
                seldom=times(use.word),
            ),
            say(
                "here: in {many} articles, and in {few}",
                many=spread[other.word],
                few=spread[use.word],
            ),
        ],
        suggestion=say("write «{right}»", right=other.token.text),
        values=[other.word],
        source=rule.id,
    )


def _outnumbered(use: _Use, other: _Use, spread: Mapping[str, int]) -> bool:
    """Whether several articles write the other form, and nothing else explains this one."""
    return spread[other.word] > 1 and not _may_be_formed(use.word)


def _around(use: _Use) -> str:
    return " ".join(part for part in (use.before, use.word, use.after) if part)
