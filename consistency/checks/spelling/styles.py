"""Two houses' spellings of names that no rule lists: one info for a story.

A house has its letter for g (وانغ and وانج) and its long vowels (ميشال and ميشيل).  Two articles differ by
house where they keep to their letters in two names or more; a single name may be anything.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from consistency.checks.context import Context
from consistency.checks.spelling.judge import told_slips
from consistency.checks.spelling.rule import SpellingRule
from consistency.evidence import Place, finding
from consistency.languages.arabic.names.letters import clean
from consistency.model import Confidence, Finding, Severity
from consistency.name_forms import Key
from consistency.story_names import Use
from consistency.wording import say

__all__ = ["check"]

_SYSTEM = 2
"""Names from which on a difference is a house's."""
Spelling = tuple[str, ...]


def check(rule: SpellingRule, context: Context) -> Iterator[Finding]:
    """One finding for the story, with every name that its articles spell in two ways."""
    pairs = [*_letters(context), *_vowels(context)]
    if pairs:
        yield _finding(rule, pairs, context)


def _letters(context: Context) -> Iterator[tuple[Use, Use]]:
    """The names of which two articles each keep to a spelling, where they do so with two names or more."""
    found: dict[tuple[int, int], list[tuple[Use, Use]]] = defaultdict(list)
    for uses in _by_article(context).values():
        for one, mine in uses.items():
            for other, theirs in uses.items():
                if one < other and len(mine) == len(theirs) == 1 and mine.keys() != theirs.keys():
                    found[one, other].append((*mine.values(), *theirs.values()))  # type: ignore[arg-type]
    seen: set[frozenset[Spelling]] = set()
    for _, pairs in sorted(found.items()):
        if len(pairs) >= _SYSTEM:
            for a, b in pairs:
                both = frozenset((_spelt(a), _spelt(b)))
                if both not in seen:
                    seen.add(both)
                    yield a, b


def _by_article(context: Context) -> dict[Key, dict[int, dict[Spelling, Use]]]:
    """For each name and article the spellings there with their first use; no catalogued name."""
    found: dict[Key, dict[int, dict[Spelling, Use]]] = {}
    for key, uses in sorted(context.story_names.uses.items()):
        if len(key) > 1 and not any(_is_judged(use, context) for use in uses):
            spellings: dict[int, dict[Spelling, Use]] = defaultdict(dict)
            for use in uses:
                spellings[use.article].setdefault(_spelt(use), use)
            found[key] = spellings
    return found


def _vowels(context: Context) -> Iterator[tuple[Use, Use]]:
    """The names of several words that differ in a long vowel between two articles."""
    seen: set[frozenset[Key]] = set()
    for told in told_slips(context):
        both = frozenset((told.slip.wrong, told.slip.right))
        free = not any(_is_judged(use, context) for use in (*told.wrong, *told.right))
        if (
            told.fault == "house"
            and not told.mixed
            and len(told.slip.right) > 1
            and free
            and both not in seen
        ):
            seen.add(both)
            yield told.wrong[0], told.right[0]


def _spelt(use: Use) -> Spelling:
    return tuple(clean(word) for word in use.words)


def _is_judged(use: Use, context: Context) -> bool:
    return context.judged(context.articles[use.article]).touch(use.start, use.end)


def _place(use: Use, context: Context) -> Place:
    return context.articles[use.article], use.start, use.end


def _finding(rule: SpellingRule, pairs: list[tuple[Use, Use]], context: Context) -> Finding:
    quotes = [tuple(context.articles[u.article].text[u.start : u.end] for u in pair) for pair in pairs]
    names = " · ".join(f"{a} / {b}" for a, b in quotes)
    return finding(
        rule.id,
        "spelling",
        Severity.INFO,
        Confidence.MEDIUM,
        say("the articles spell names by their own house: {names}", names=names),
        [_place(use, context) for pair in pairs for use in pair],
        [say("the spellings differ in a house's letters or in a long vowel of a foreign name")],
        suggestion=say("none is wrong; choose one if the articles are published together"),
        values=sorted({quote for pair in quotes for quote in pair}),
        source=rule.id,
        of_corpus=True,
    )
