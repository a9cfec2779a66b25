"""A name with a slip in one word, which stands right in the same story.

The other words of the name are the same, or the word stands alone and names nobody else; the form that news
does not know, or that one article writes against several, is the slip.
"""

from __future__ import annotations

from collections.abc import Iterator

from consistency.checks.context import Context
from consistency.checks.spelling.judge import Told, told_slips
from consistency.checks.spelling.rule import SpellingRule
from consistency.evidence import Place, finding
from consistency.languages.arabic.names import difference
from consistency.model import Confidence, Finding, Severity
from consistency.name_forms import level
from consistency.story_names import KNOWN, Use
from consistency.wording import say, say_count

__all__ = ["check"]

_ESTABLISHED = 2
"""Articles of the story that write a name otherwise, from which on a form is impossible."""
_OWN = 200
"""Times in the lexicon from which on a word is another name's as well."""


def check(rule: SpellingRule, context: Context) -> Iterator[Finding]:
    """One finding for each form and article."""
    for told in told_slips(context):
        if told.fault == "slip" or told.mixed:
            places = _places(told, context)
            if places:
                yield _finding(rule, places, told, context)


def _places(told: Told, context: Context) -> list[Place]:
    """Where the article writes the slip, alone as well if it is no word of its own; none that is judged."""
    article, word = context.articles[told.article], told.slip.wrong[told.slip.place]
    uses = list(told.wrong)
    if told.seen[1] < _OWN:
        uses += [use for use in context.story_names.places(word) if use.article == told.article]
    kept: list[Use] = []
    for use in sorted(uses, key=lambda one: (one.start, -one.end)):
        if not kept or use.start >= kept[-1].end:
            kept.append(use)
    judged = context.judged(article)
    free = [u for u in kept if not judged.touch(u.start, u.end)]
    return [(article, use.start, use.end) for use in free]


def _finding(rule: SpellingRule, places: list[Place], told: Told, context: Context) -> Finding:
    use, right = told.wrong[0], min(told.right, key=lambda other: other.article != told.article)
    wrong_name, right_name = _quoted(use, context), _quoted(right, context)
    apart = difference(*_differing(right, use))
    known, doubted = told.seen
    sure = known >= KNOWN > doubted
    impossible = (
        len(use.words) > 1 and told.articles >= _ESTABLISHED and not told.mixed and not told.may_be_family
    )
    seen: dict[int, Use] = {}
    for one in told.right:
        seen.setdefault(one.article, one)
    return finding(
        rule.id,
        "spelling",
        Severity.ERROR if impossible and (sure or doubted >= KNOWN) else rule.severity,
        Confidence.HIGH if sure else Confidence.MEDIUM,
        say(
            "the article spells one name in two ways: «{quote}» and «{right}»",
            quote=wrong_name,
            right=right_name,
        )
        if told.fault == "house"
        else say("«{quote}» looks like a slip for «{right}»", quote=wrong_name, right=right_name),
        [*places, *((context.articles[u.article], u.start, u.end) for _, u in sorted(seen.items()))],
        [
            say("one slip apart: {slip}", slip=apart.operations[0]),
            say_count(
                "in the story {n} article writes «{right}»",
                "in the story {n} articles write «{right}»",
                n=told.articles,
                right=right_name,
            ),
            say(
                "in news: the right word {times} times, the other {seldom}",
                times=known,
                seldom=doubted,
            ),
        ],
        suggestion=say("keep to one spelling")
        if told.fault == "house"
        else say("write «{right}»", right=right_name),
        values=[right_name],
        source=rule.id,
    )


def _differing(right: Use, wrong: Use) -> tuple[str, str]:
    """The words at one place of the two names that differ by more than the house's letters."""
    pairs = zip(right.words, wrong.words, strict=True)
    return next((a, b) for a, b in pairs if level(a) != level(b))


def _quoted(use: Use, context: Context) -> str:
    return context.articles[use.article].text[use.start : use.end]
