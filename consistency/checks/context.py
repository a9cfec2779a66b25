"""What a check may look at."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace
from functools import cached_property, lru_cache

from consistency.article_values import ArticleValues
from consistency.catalogue import Catalogue, Hit
from consistency.checks.name_rule import NameRule
from consistency.differences import View
from consistency.languages.arabic.mentions import Mention, NamedText, read_touching
from consistency.languages.arabic.normalise import fold_word, words_of
from consistency.model import Article, Claim, ClaimGroup, PassageKind
from consistency.parallel import Pair, Sentence, parallel_sentences, sentences_of, story_pairs
from consistency.slips import Slip, find_slips
from consistency.spans import Spans
from consistency.story_names import StoryNames

__all__ = ["Context", "adjectives_of", "named_spans"]


_ENDINGS = ("", "ة", "ين", "ون", "ات", "تين", "ان")
"""Of an adjective in any gender and number."""


@lru_cache(maxsize=4)
def adjectives_of(
    catalogue: Catalogue, endings: tuple[str, ...] = _ENDINGS
) -> dict[str, tuple[NameRule, ...]]:
    """The countries and regions by their adjectives, folded, without the article."""
    found: dict[str, list[NameRule]] = {}
    for rule in catalogue.rules.values():
        for adjective in rule.adjective:
            for ending in endings:
                found.setdefault(fold_word(adjective) + ending, []).append(rule)
    return {form: tuple(rules) for form, rules in found.items()}


K = PassageKind
_NAMED = frozenset({K.HEADLINE, K.LEAD, K.BODY, K.QUOTE, K.SUBHEADING, K.CAPTION, K.TAGS})


def named_spans(article: Article) -> list[tuple[int, int]]:
    """The spans in which names are checked, in code points."""
    return [(p.start, p.end) for p in article.passages if p.kind in _NAMED]


class _NamedTexts:
    """The articles whose persons and places were asked for.

    What is made from a context holds this and not the context: in a circle of the two, all of a story would
    stay until the collector of garbage comes.
    """

    def __init__(self) -> None:
        self._texts: dict[str, NamedText] = {}

    def text(self, article: Article) -> NamedText:
        if article.id not in self._texts:
            self._texts[article.id] = NamedText(article.text, named_spans(article))
        return self._texts[article.id]

    def mentions_in(self, asked: Iterable[tuple[Article, Iterable[tuple[int, int]]]]) -> list[list[Mention]]:
        return read_touching([(self.text(article), spans) for article, spans in asked])


@dataclass(frozen=True)
class Context:
    """The articles of a run with everything read from them."""

    articles: tuple[Article, ...]
    catalogue: Catalogue
    claims: tuple[Claim, ...] = ()
    groups: tuple[ClaimGroup, ...] = ()
    near: tuple[tuple[int, int], ...] = ()
    """Pairs of articles that may be of one story, as indexes."""

    def with_claims(self, claims: tuple[Claim, ...], groups: tuple[ClaimGroup, ...]) -> Context:
        """The same with claims; what was computed from the texts stays computed."""
        fresh = replace(self, claims=claims, groups=groups)
        own = {field.name for field in fields(self)}
        vars(fresh).update({name: value for name, value in vars(self).items() if name not in own})
        return fresh

    @cached_property
    def hits(self) -> dict[str, tuple[Hit, ...]]:
        """The catalogued names of each article, by its identifier, outside foreign and page text."""
        return {article.id: tuple(self._hits_of(article)) for article in self.articles}

    @cached_property
    def slips(self) -> dict[str, tuple[Slip, ...]]:
        """The slips of each article that no rule lists, by the article's identifier."""
        return {
            a.id: tuple(find_slips(a.text, named_spans(a), self.catalogue, self.hits[a.id]))
            for a in self.articles
        }

    def mentions(self, article: Article) -> tuple[Mention, ...]:
        """The persons and places that an article names, without a catalogue."""
        return tuple(self._named.text(article).mentions())

    def mentions_in(self, article: Article, spans: Iterable[tuple[int, int]]) -> list[Mention]:
        """The mentions in the sentences that touch one of the spans; no other sentence is read."""
        return self._named.mentions_in([(article, spans)])[0]

    @cached_property
    def _named(self) -> _NamedTexts:
        return _NamedTexts()

    @cached_property
    def story_names(self) -> StoryNames:
        """How the articles write the names in them, without a catalogue."""
        return StoryNames(self.articles, named_spans, self.story, self._named.mentions_in)

    def story(self, article: int) -> frozenset[int]:
        """An article and those that may be of one story with it, by index."""
        return self._stories.get(article, frozenset((article,)))

    def others(self, article: Article) -> tuple[Article, ...]:
        """The other articles that may be of one story with this one."""
        own = self._numbers[article.id]
        return tuple(self.articles[number] for number in sorted(self.story(own)) if number != own)

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {article.id: number for number, article in enumerate(self.articles)}

    @cached_property
    def _stories(self) -> dict[int, frozenset[int]]:
        found: dict[int, set[int]] = {}
        for a, b in self.near:
            found.setdefault(a, {a}).add(b)
            found.setdefault(b, {b}).add(a)
        return {number: frozenset(others) for number, others in found.items()}

    def judged(self, article: Article) -> Spans:
        """The spans whose spelling the catalogue knows, right or wrong."""
        return self._judged[article.id]

    @cached_property
    def _judged(self) -> dict[str, Spans]:
        hits = {name: [(hit.start, hit.end) for hit in hits] for name, hits in self.hits.items()}
        slips = {name: [(slip.start, slip.end) for slip in slips] for name, slips in self.slips.items()}
        return {name: Spans([*hits[name], *slips[name]]) for name in hits}

    def _hits_of(self, article: Article) -> Iterator[Hit]:
        own = named_spans(article)
        begins = [start for start, _ in own]
        for hit in self.catalogue.find(article.text):
            # A place takes no tanween: «كتالونيًا» is Catalan, «جينيًا» genetically.
            indefinite = hit.rule.entity == "place" and "\u064b" in hit.quote[-2:]
            before = bisect_right(begins, hit.start)
            if before and hit.end <= own[before - 1][1] and not indefinite:
                yield hit

    @cached_property
    def views(self) -> dict[tuple[str, int, int], View]:
        """What stands in sentences of the articles, by article and span, where it was looked up."""
        return {}

    @cached_property
    def story_pairs(self) -> tuple[tuple[Article, Article], ...]:
        """The pairs of articles that tell one story."""
        return tuple(story_pairs(self.articles, self.near))

    @cached_property
    def parallel(self) -> tuple[Pair, ...]:
        """The parallel sentences of articles of one story."""
        pairs = self.story_pairs
        return tuple(p for a, b in pairs for p in parallel_sentences(self.sentences(a), self.sentences(b)))

    def sentences(self, article: Article) -> list[Sentence]:
        """The sentences of an article; made once, when asked for."""
        if article.id not in self._sentences:
            self._sentences[article.id] = list(sentences_of(article))
        return self._sentences[article.id]

    @cached_property
    def _sentences(self) -> dict[str, list[Sentence]]:
        return {}

    def values(self, article: Article) -> ArticleValues:
        """The times and amounts that an article tells; read once, when asked for."""
        if article.id not in self._values:
            self._values[article.id] = ArticleValues(article)
        return self._values[article.id]

    @cached_property
    def _values(self) -> dict[str, ArticleValues]:
        return {}

    def nested(self, a: str, b: str) -> bool:
        """Whether one of two places contains the other, or they share the narrowest container."""
        return a in self.catalogue.containers(b) or b in self.catalogue.containers(a)

    def country_of(self, adjective: str) -> frozenset[str]:
        """The countries and regions, by rule, whose adjective a folded word is, in any gender and number."""
        rules = adjectives_of(self.catalogue).get(adjective.removeprefix("ال"), ())
        return frozenset(rule.id for rule in rules)

    def folded(self, article: Article) -> str:
        """The folded words of an article, a space between each two and around them all."""
        if article.id not in self._folded:
            words = " ".join(words_of(article.text).folded)
            self._folded[article.id] = f" {words} "
        return self._folded[article.id]

    @cached_property
    def _folded(self) -> dict[str, str]:
        return {}

    def claims_of(self, article: Article) -> tuple[Claim, ...]:
        """The claims of an article, in the order of their places."""
        return self._claims_of.get(article.id, ())

    @cached_property
    def _claims_of(self) -> dict[str, tuple[Claim, ...]]:
        found: dict[str, list[Claim]] = {}
        for claim in self.claims:
            found.setdefault(claim.document, []).append(claim)
        return {name: tuple(claims) for name, claims in found.items()}

    def article(self, identifier: str) -> Article:
        """The article of this name."""
        return self._by_id[identifier]

    @cached_property
    def _by_id(self) -> dict[str, Article]:
        return {article.id: article for article in self.articles}
