"""Kind `timeline`: who holds an office when.

The catalogue dates offices; an article that gives somebody an office before his term began, or gives it to
two persons at one time, cannot be right.  An office given after its term is often memory («وزير الخارجية كولن
باول» in a look back), so that alone it is an info.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Literal

from consistency.catalogue import Hit
from consistency.checks.context import Context
from consistency.checks.name_rule import NameRule, Office
from consistency.evidence import finding
from consistency.languages.arabic.mentions import is_title
from consistency.languages.arabic.normalise import Token, fold_word, strip_proclitics, tokens
from consistency.languages.arabic.values import read_values
from consistency.model import Article, Finding
from consistency.rule import Rule
from consistency.wording import say

__all__ = ["TimelineRule", "check"]

_SLACK = timedelta(days=120)
"""A name is told with its office some time before the term (elected, appointed) and after it."""
_FORMER = ("سابق", "اسبق", "راحل", "منتخب", "مرشح", "مقبل", "جديد", "معين", "مكلف", "مستقيل", "رحم")
_REACH = 3
"""Words around a name in which «السابق» stands."""
_PAST = ("زمن", "عهد", "عصر", "حقبة", "ايام", "ابان", "فترة", "ولاية", "رئاسة", "حكم")
"""Before an office: «في عهد الرئيس ...» looks back."""


class TimelineRule(Rule):
    """What an office may not be given: two holders at one time, or one outside of the term."""

    kind: Literal["timeline"]
    finds: Literal["two-holders", "before-term", "after-term"]
    """Which fault; each has one rule of its own."""


@dataclass(frozen=True)
class _Named:
    """A person named with a catalogued office right before the name."""

    article: Article
    hit: Hit
    start: int
    """Where the office begins, in code points."""
    title: str
    day: date

    @property
    def place(self) -> tuple[Article, int, int]:
        return self.article, self.start, self.hit.end

    def terms(self) -> list[Office]:
        return [office for office in self.hit.rule.offices if fold_word(office.title) == self.title]


def check(rules: Iterable[TimelineRule], context: Context) -> Iterator[Finding]:
    """One finding for each person and article, of the first place."""
    rules = tuple(rules)
    named = [one for article in context.articles for one in _named(article, context)] if rules else []
    for rule in rules:
        seen: set[tuple[str, str, str]] = set()
        for one in named:
            key = one.article.id, one.hit.rule.id, one.title
            other = next((n for n in named if _rivals(one, n)), None)
            if key not in seen and _faulty(rule, one, other):
                seen.add(key)
                yield _finding(rule, one, other)


def _faulty(rule: TimelineRule, one: _Named, other: _Named | None) -> bool:
    match rule.finds:
        case "before-term":
            return all(term.begin is not None and one.day < term.begin - _SLACK for term in one.terms())
        case "two-holders":
            return _over(one) and other is not None
        case "after-term":
            return _over(one) and other is None


def _over(one: _Named) -> bool:
    """Whether every term of the office was over when the article appeared."""
    return all(term.until is not None and term.until + _SLACK < one.day for term in one.terms())


def _rivals(one: _Named, other: _Named) -> bool:
    """Whether the other is a person whose term of the same office holds the day of his article."""
    if one.title != other.title or one.hit.rule.id == other.hit.rule.id:
        return False
    return any(
        (term.begin is None or term.begin <= other.day) and (term.until is None or other.day <= term.until)
        for term in other.terms()
    )


def _named(article: Article, context: Context) -> Iterator[_Named]:
    published = article.published
    hits = [hit for hit in context.hits[article.id] if hit.rule.entity == "person" and _dated(hit.rule)]
    if not hits or published is None or published.earliest != published.latest:
        return
    words, day = tokens(article.text), date.fromisoformat(published.earliest[:10])
    for hit in hits:
        first = next((k for k, word in enumerate(words) if word.start >= hit.start), len(words))
        for title in sorted({fold_word(office.title) for office in hit.rule.offices}):
            start = _title_before(words, first, title)
            if start is not None and not _of_another_time(article, words, first, start, hit, day):
                yield _Named(article, hit, start, title, day)


def _dated(rule: NameRule) -> bool:
    return any(office.begin or office.until for office in rule.offices)


def _title_before(words: list[Token], first: int, title: str) -> int | None:
    """Where a title begins that ends right before a word, ranks between them aside."""
    parts = title.split()
    end = first
    while (
        end > 0 and end > first - 2 and is_title(words[end - 1].folded) and words[end - 1].folded != parts[-1]
    ):
        end -= 1
    begin = end - len(parts)
    if begin < 0:
        return None
    written = [word.folded for word in words[begin:end]]
    heads = {rest for _, rest in strip_proclitics(written[0])} | {written[0]}
    if written[1:] == parts[1:] and parts[0] in heads and not _deputy(words, begin):
        return words[begin].start
    return None


def _deputy(words: list[Token], begin: int) -> bool:
    """Whether «نائب» or «مكتب» stands before the title, so that it is another's."""
    return begin > 0 and is_title(words[begin - 1].folded)


def _of_another_time(
    article: Article, words: list[Token], first: int, start: int, hit: Hit, day: date
) -> bool:
    """Whether the office is called a former or coming one, or the line tells of another time."""
    title = next(k for k, word in enumerate(words) if word.start == start)
    near = words[max(0, first - _REACH) : first + hit.written.count(" ") + 1 + _REACH]
    if any(rest.startswith(_FORMER) for word in near for _, rest in strip_proclitics(word.folded)):
        return True
    before = words[title - 1].folded if title else ""
    if any(rest in _PAST for _, rest in strip_proclitics(before)):
        return True
    begin = article.text.rfind("\n", 0, hit.start) + 1
    end = article.text.find("\n", hit.end)
    line = article.text[begin : end if end >= 0 else len(article.text)]
    years = {value.begin[:4] for value in read_values(line, datetime.combine(day, time())) if value.begin}
    return bool(years - {str(day.year)})


def _finding(rule: TimelineRule, one: _Named, other: _Named | None) -> Finding:
    terms = " · ".join(f"{term.begin or '…'} – {term.until or '…'}" for term in one.terms())
    places = [one.place, *([other.place] if other and rule.finds == "two-holders" else [])]
    return finding(
        rule.id,
        "timeline",
        rule.severity,
        rule.confidence,
        say(
            "{fault}: «{quote}» in an article of {day}",
            fault=rule.title or rule.id,
            quote=one.article.text[one.start : one.hit.end],
            day=one.day.isoformat(),
        ),
        places,
        [say("by the catalogue «{person}» held it: {terms}", person=one.hit.rule.canonical, terms=terms)],
        suggestion=say("see who held the office then, or say that it is a former one"),
        values=[one.hit.rule.id, one.title],
        source=rule.id,
    )
