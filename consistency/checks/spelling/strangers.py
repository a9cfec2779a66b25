"""A titled name that is nobody's, where one person of the article is meant.

«السيد س» speaks of somebody whom the article has named.  Where nothing in the story sounds like س, and just
one holder of an office was named before and never again, that person is meant, if the sound of the name
through another script, or the same event in another article, says so as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from consistency.checks.context import Context
from consistency.checks.spelling.rule import SpellingRule
from consistency.clauses import sentences
from consistency.evidence import Place, finding
from consistency.languages.arabic.lexicon import frequency, idf, stem
from consistency.languages.arabic.mentions import Mention, rests_of, title_places, titled_alone
from consistency.languages.arabic.names import is_one_name, relation, same_name
from consistency.languages.arabic.normalise import Words, strip_proclitics, tokens, words_of
from consistency.model import Article, Confidence, Finding
from consistency.name_forms import faces_of, key_of, levels
from consistency.wording import Wording, say

__all__ = ["check"]

_KNOWN = 8
"""Times in the lexicon from which on news knows a word."""
_LIKE = 0.3
"""Likeness of two words from which on the one may be the other's spelling."""
_TELLING = 3.5
"""Inverse frequency of a stem from which on it tells of an event."""
_MANY = 5
"""Unknown short names beyond which an article is a list, where nobody in particular is missed."""
_TWO_LETTERS = 2
"""Letters of a word that tells nothing."""
_SHARED = 4
"""Telling stems that two sentences of one event share."""
_ONE = ("same", "variant", "part")
_COURTESY = frozenset(("السيد", "السيده", "السيدة"))


@dataclass(frozen=True)
class _Stranger:
    """A titled name of nobody, the person who is meant, and what says so."""

    places: tuple[Mention, ...]
    meant: Mention
    evidence: tuple[Wording, ...]
    others: tuple[Place, ...]


def check(rule: SpellingRule, context: Context) -> Iterator[Finding]:
    """One finding for each name and article."""
    for number, article in enumerate(context.articles):
        asked = _asked(words_of(article.text))
        if not asked:
            continue
        mentions = context.mentions_in(article, asked)
        judged = context.judged(article)
        by_word: dict[str, list[Mention]] = {}
        for mention in mentions:
            key = key_of(mention.quote)
            if key and not judged.touch(mention.start, mention.end):
                by_word.setdefault(key[0], []).append(mention)
        short = [uses for uses in by_word.values() if all(_is_short(use) for use in uses)]
        for uses in short if len(short) <= _MANY else ():
            found = _meant(uses, number, mentions, context)
            if found:
                yield _finding(rule, article, found)


def _asked(words: Words) -> list[tuple[int, int]]:
    """The spans of the words whose sentences must be read: titles, and where a stranger may stand.

    Most articles have none: no word that news does not know stands behind a title that somebody named before
    may bear.
    """
    titles = title_places(words.folded)
    strange = [
        place
        for place in titles
        if place + 1 < len(words.folded)
        and _may_be_unknown(words.folded[place + 1])
        and titled_alone(words.tokens, place)
    ]
    if not any(place > titles[0] and _allows(words.folded[place], words.folded[:place]) for place in strange):
        return []
    names = set(faces_of([words.folded[place + 1] for place in strange]).levels)
    faces = faces_of(list(dict.fromkeys(words.folded)))
    used = {word for level, word in zip(faces.levels, faces.words, strict=True) if level in names}
    uses = (word for word in words.tokens if word.folded in used)
    return [(word.start, word.end) for word in (*(words.tokens[place] for place in titles), *uses)]


@lru_cache(maxsize=2**15)
def _may_be_unknown(folded: str) -> bool:
    """Whether news does not know a word, or what particles may leave of it."""
    return any(map(_is_unknown, rests_of(folded)))


def _is_short(mention: Mention) -> bool:
    """Whether a mention is a word that news does not know behind a title of one word."""
    words = tokens(mention.quote)
    return (
        mention.kind == "person"
        and len(mention.title) == 1
        and len(words) == 1
        and _is_unknown(words[0].folded)
    )


def _is_unknown(folded: str) -> bool:
    return len(folded) > 2 and all(frequency(rest) < _KNOWN for rest in _rests(folded))


def _rests(folded: str) -> list[str]:
    """A word, and what particles may leave of it, if that is long enough to be a word by more than chance."""
    return [rest for mark, rest in strip_proclitics(folded) if not mark or len(rest) > 3]


def _is_nobodys(mention: Mention, number: int, context: Context) -> bool:
    """Whether no name of the story may be another spelling of this one."""
    names, own = context.story_names, key_of(mention.quote)[0]
    if names.company(own)[number] or {use.article for use in names.places(own)} - {number}:
        return False
    articles = [context.articles[other] for other in context.story(number)]
    words = {word for a in articles for other in context.mentions(a) for word in key_of(other.quote)}
    return not any(word != own and same_name(word, own) > _LIKE for word in words)


def _meant(
    uses: list[Mention], number: int, mentions: Sequence[Mention], context: Context
) -> _Stranger | None:
    """The one person with an office who was named before and never again."""
    first = uses[0]
    article = context.articles[number]
    behind = words_of(article.text, first.end, len(article.text))
    after = set(levels(behind.folded))
    meant: Mention | None = None
    for mention in mentions:
        if mention.start >= first.start or mention.kind != "person" or not mention.title:
            continue
        key = key_of(mention.quote)
        if len(key) > 1 and after.isdisjoint(key) and _allows(first.title[0], mention.title):
            if meant and relation(mention.quote, meant.quote) not in _ONE:
                return None
            meant = meant or mention
    if meant is None:
        return None
    evidence, places = _evidence(first, meant, number, context)
    if not evidence or not _is_nobodys(first, number, context):
        return None
    return _Stranger(tuple(uses), meant, tuple(evidence), tuple(places))


def _allows(title: str, office: Sequence[str]) -> bool:
    """Whether an office allows a short title: anybody is «السيد», not everybody «الوزير»."""
    rests = {rest for _, rest in strip_proclitics(title)}
    heads = {stem(rest) for rest in rests}
    return bool(rests & _COURTESY) or any(stem(word) in heads for word in office)


def _evidence(
    name: Mention, meant: Mention, number: int, context: Context
) -> tuple[list[Wording], list[Place]]:
    article = context.articles[number]
    evidence, places = [], []
    sound = skeleton(key_of(name.quote)[0])
    if any(skeleton(word) == sound for word in key_of(meant.quote)):
        evidence.append(say("both have the consonants {sound}", sound=" ".join(sound)))
    mine = _telling(article.text[slice(*_sentence(article, name))])
    for other in sorted(context.story(number) - {number}) if len(mine) >= _SHARED else ():
        article = context.articles[other]
        for mention, shared in _told_with(mine, article, context):
            if is_one_name(mention.quote, meant.quote):
                evidence.append(
                    say(
                        "another article tells the same of «{name}»: {words}",
                        name=mention.quote,
                        words=" · ".join(sorted(shared)),
                    )
                )
                places.append((article, mention.start, mention.end))
                return evidence, places
    return evidence, places


def _told_with(mine: set[str], article: Article, context: Context) -> Iterator[tuple[Mention, set[str]]]:
    """Whom an article names in sentences that share enough telling stems with another, and these stems."""
    words = set(words_of(article.text).folded)
    if len(mine.intersection(map(stem, words))) < _SHARED:
        return
    for start, end in sentences(article.text, 0, len(article.text)):
        told = words_of(article.text, start, end).folded
        shared = mine.intersection(stem(word) for word in told if len(word) > _TWO_LETTERS)
        if len(shared) >= _SHARED:
            for mention in context.mentions_in(article, [(start, end)]):
                if start <= mention.start < end:
                    yield mention, shared


def skeleton(word: str) -> str:
    """The consonants of a word, as they come through another script: w, v and f are one, so are g and j."""
    sound = word.translate(str.maketrans("جقكگڤپ", "غغغغفف"))
    first = "ف" if sound[:1] == "و" else sound[:1]
    return first + "".join(letter for letter in sound[1:] if letter not in "اويءئؤه")


def _sentence(article: Article, mention: Mention) -> tuple[int, int]:
    for start, end in sentences(article.text, 0, len(article.text)):
        if start <= mention.start < end:
            return start, end
    return mention.start, mention.end


def _telling(text: str) -> set[str]:
    """The stems of a text that tell of an event."""
    found = {stem(token.folded) for token in tokens(text) if len(token.folded) > _TWO_LETTERS}
    return {one for one in found if idf(one) >= _TELLING}


def _finding(rule: SpellingRule, article: Article, stranger: _Stranger) -> Finding:
    use, meant = stranger.places[0], stranger.meant
    return finding(
        rule.id,
        "spelling",
        rule.severity,
        Confidence.HIGH if len(stranger.evidence) > 1 else Confidence.MEDIUM,
        say("«{quote}» names nobody; «{right}» is meant", quote=use.quote, right=meant.quote),
        [
            *((article, one.start, one.end) for one in stranger.places),
            (article, meant.start, meant.end),
            *stranger.others,
        ],
        [
            say("no name of the story is spelt like it"),
            say(
                "«{title} {right}» is the one person with an office named before and not again",
                title=" ".join(meant.title),
                right=meant.quote,
            ),
            *stranger.evidence,
        ],
        suggestion=say("write the name of «{right}»", right=meant.quote),
        values=[use.quote, meant.quote],
        source=rule.id,
    )
