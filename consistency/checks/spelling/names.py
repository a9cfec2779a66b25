"""A name with a slip in one word, which stands right in the same story.

The other words of the name are the same, or the word stands alone and names nobody else; the form that news
does not know, or that one article writes against several, is the slip.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from consistency.checks.context import Context
from consistency.checks.spelling.rule import SpellingRule
from consistency.evidence import Place, finding
from consistency.languages.arabic.names import difference
from consistency.languages.arabic.names.known import arabic_names
from consistency.model import Confidence, Finding, Severity
from consistency.name_forms import Key, NameForms, NameSlip, Use, level, times
from consistency.wording import say, say_count

__all__ = ["check"]

_KNOWN = 8
"""Times in the lexicon from which on news knows a word."""
_ESTABLISHED = 2
"""Articles of the story that must write a name right, where news knows both forms."""
_TIMES_RARER = 150
_OWN = 200
"""Times in the lexicon from which on a word is another name's as well."""


@dataclass(frozen=True)
class _Slip:
    """A slip in one article: the uses of the wrong form there, those of the right one in the story."""

    wrong: tuple[Use, ...]
    right: tuple[Use, ...]
    articles: int
    """How many articles of the story write it right."""
    seen: tuple[int, int]
    """How often news writes the right word and the wrong one."""


def check(rule: SpellingRule, context: Context) -> Iterator[Finding]:
    """One finding for each form and article."""
    forms = context.name_forms
    found: dict[tuple[int, str, str], _Slip] = {}
    for slip in forms.slips:
        for article in sorted({use.article for use in forms.uses[slip.wrong]}):
            told = _told(slip, article, forms, context)
            words = slip.wrong[slip.place], slip.right[slip.place]
            if told and ((article, *words) not in found or _support(told) > _support(found[article, *words])):
                found[article, *words] = told
    for (article, word, _), told in sorted(found.items()):
        places = _places(article, word, told, forms, context)
        if places:
            yield _finding(rule, places, told, context)


def _support(slip: _Slip) -> tuple[int, bool, int, int]:
    """What makes one reading of a slip surer: articles, other words of the name, uses, a short name."""
    words = len(slip.right[0].words)
    return slip.articles, words > 1, len(slip.right), -words


def _told(slip: NameSlip, article: int, forms: NameForms, context: Context) -> _Slip | None:
    """The slip in an article, if the story makes clear which form is right."""
    story = context.story(article)
    wrong = [use for use in forms.uses[slip.wrong] if use.article in story]
    right = [use for use in forms.uses[slip.right] if use.article in story]
    here = tuple(use for use in wrong if use.article == article)
    if len(slip.wrong) == 1:
        here = tuple(use for use in here if forms.company[slip.wrong[0]].get(article) is not None)
        right = [use for use in right if use.article in forms.company[slip.right[0]]]
        if _two_persons(slip, article, {use.article for use in right}, forms):
            return None
    if not right or not here or _in_one_sentence(here, right, context):
        return None
    known, doubted = times(_word(right[0], slip)), times(_word(here[0], slip))
    articles, others = len({use.article for use in right}), len({use.article for use in wrong})
    if doubted < _KNOWN and len(slip.wrong) == 1:
        better = known >= _KNOWN or articles > max(others, 1)
    elif doubted < _KNOWN:
        better = known >= _KNOWN or articles > others or _outweighed(slip, article, right, forms)
    elif len(slip.wrong) == 1:
        return None
    elif known >= _TIMES_RARER * doubted:
        better = articles >= others
    else:
        better = (
            articles >= _ESTABLISHED and others == 1 and _is_foreign(slip.wrong) and _is_foreign(slip.right)
        )
    return _Slip(here, tuple(right), articles, (known, doubted)) if better else None


def _outweighed(slip: NameSlip, article: int, right: list[Use], forms: NameForms) -> bool:
    """Whether one article writes both, and the right form more often or, where it is a draw, first."""
    if {use.article for use in right} != {article}:
        return False
    wrong = _starts(slip.wrong, slip.place, article, forms)
    better = _starts(slip.right, slip.place, article, forms)
    return (len(better), -min(better)) > (len(wrong), -min(wrong))


def _starts(name: Key, place: int, article: int, forms: NameForms) -> list[int]:
    """Where the word in doubt stands in an article; a word of no other name stands in this one alone."""
    uses = [use for use in forms.words.get(name[place], ()) if use.article == article]
    return [use.start for use in uses or forms.uses[name] if use.article == article]


def _two_persons(slip: NameSlip, article: int, others: set[int], forms: NameForms) -> bool:
    """Whether the two words stand beside other words of names, so that they may be two families."""
    own = forms.company[slip.wrong[0]].get(article, set())
    theirs = set[str]().union(*(forms.company[slip.right[0]][other] for other in others))
    return bool(own and theirs) and own.isdisjoint(theirs)


def _word(use: Use, slip: NameSlip) -> str:
    return use.words[slip.place]


def _is_foreign(name: Key) -> bool:
    """Whether no word of a name is an Arabic given name or has the article: families share such names."""
    return not any(word in arabic_names() or word.startswith("ال") for word in name)


def _in_one_sentence(wrong: tuple[Use, ...], right: list[Use], context: Context) -> bool:
    """Whether a sentence names both, as it names two persons."""
    text = context.articles[wrong[0].article].text
    for use in wrong:
        for other in right:
            if other.article == use.article:
                first, last = sorted((use, other), key=lambda one: one.start)
                if not set(".\n!؟:") & set(text[first.end : last.start]):
                    return True
    return False


def _places(article: int, word: str, slip: _Slip, forms: NameForms, context: Context) -> list[Place]:
    """Where the article writes the slip, alone as well if it is no word of its own; none that is judged."""
    uses = list(slip.wrong)
    if slip.seen[1] < _OWN:
        uses += [use for use in forms.words[word] if use.article == article]
    judged = context.judged(context.articles[article])
    kept: list[Use] = []
    for use in sorted(uses, key=lambda one: (one.start, -one.end)):
        if not kept or use.start >= kept[-1].end:
            kept.append(use)
    free = [u for u in kept if not judged.touch(u.start, u.end)]
    return [(context.articles[article], use.start, use.end) for use in free]


def _finding(rule: SpellingRule, places: list[Place], slip: _Slip, context: Context) -> Finding:
    use, right = slip.wrong[0], slip.right[0]
    wrong_name, right_name = _quoted(use, context), _quoted(right, context)
    apart = difference(*_differing(right, use))
    known, doubted = slip.seen
    sure = known >= _KNOWN > doubted
    impossible = (
        len(use.words) > 1
        and slip.articles >= _ESTABLISHED
        and all(u.article != use.article for u in slip.right)
    )
    seen: dict[int, Use] = {}
    for one in slip.right:
        seen.setdefault(one.article, one)
    return finding(
        rule.id,
        "spelling",
        Severity.ERROR if impossible and (sure or doubted >= _KNOWN) else rule.severity,
        Confidence.HIGH if sure else Confidence.MEDIUM,
        say("«{quote}» looks like a slip for «{right}»", quote=wrong_name, right=right_name),
        [*places, *((context.articles[u.article], u.start, u.end) for _, u in sorted(seen.items()))],
        [
            say("one slip apart: {slip}", slip=apart.operations[0]),
            say_count(
                "in the story {n} article writes «{right}»",
                "in the story {n} articles write «{right}»",
                n=slip.articles,
                right=right_name,
            ),
            say(
                "in news: the right word {times} times, the other {seldom}",
                times=known,
                seldom=doubted,
            ),
        ],
        suggestion=say("write «{right}»", right=right_name),
        values=[right_name],
        source=rule.id,
    )


def _differing(right: Use, wrong: Use) -> tuple[str, str]:
    """The words at one place of the two names that differ by more than the house's letters."""
    pairs = zip(right.words, wrong.words, strict=True)
    return next((a, b) for a, b in pairs if level(a) != level(b))


def _quoted(use: Use, context: Context) -> str:
    return context.articles[use.article].text[use.start : use.end]
