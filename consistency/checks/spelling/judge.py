"""Whether two forms of a name in one story are a slip and the right form, two houses', or two persons."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from consistency.checks.context import Context
from consistency.languages.arabic.names.known import arabic_names
from consistency.name_forms import Key, is_one_slip, times
from consistency.story_names import (
    ESTABLISHED,
    KNOWN,
    TIMES_RARER,
    NameSlip,
    StoryNames,
    Use,
    places_of_lists,
)

__all__ = ["Told", "told_slips"]

_SENTENCE = 400
"""Letters from which on two words are of two sentences, whatever stands between them."""
_STOPS = frozenset(".\n!؟:")

Fault = Literal["slip", "house"]


@dataclass(frozen=True)
class Told:
    """A form of a name in one article: its uses there, and those of the other form in the story."""

    slip: NameSlip
    fault: Fault
    """``house`` where another house may spell the name so."""
    article: int
    wrong: tuple[Use, ...]
    right: tuple[Use, ...]
    seen: tuple[int, int]
    """How often news writes the right word and the wrong one."""

    @property
    def articles(self) -> int:
        """How many articles of the story write the other form."""
        return len({use.article for use in self.right})

    @property
    def mixed(self) -> bool:
        """Whether the article itself writes the other form as well."""
        return any(use.article == self.article for use in self.right)

    @property
    def may_be_family(self) -> bool:
        """Whether a family's name has a letter more, and not a letter twice: that may be another family."""
        longer, shorter = sorted(_words(self.slip), key=len, reverse=True)
        doubled = any(a == b for a, b in pairwise(longer))
        return longer.startswith("ال") and len(longer) > len(shorter) and not doubled

    @property
    def weight(self) -> tuple[int, bool, int, int]:
        """What makes one reading surer: articles, other words of the name, uses, a short name."""
        words = len(self.slip.right)
        return self.articles, words > 1, len(self.right), -words


def told_slips(context: Context) -> Iterator[Told]:
    """The surest reading of each word and article, in order."""
    forms = context.story_names
    found: dict[tuple[int, str, str], Told] = {}
    for slip in forms.slips:
        for article in sorted({use.article for use in forms.uses[slip.wrong]}):
            told = _told(slip, article, forms, context)
            place = article, slip.wrong[slip.place], slip.right[slip.place]
            if told and (place not in found or told.weight > found[place].weight):
                found[place] = told
    for _, told in sorted(found.items()):
        yield told


def _told(slip: NameSlip, article: int, forms: StoryNames, context: Context) -> Told | None:
    """The slip in an article, if the story makes clear which form is right."""
    story = context.story(article)
    wrong = [use for use in forms.uses[slip.wrong] if use.article in story]
    right = [use for use in forms.uses[slip.right] if use.article in story]
    here = tuple(use for use in wrong if use.article == article)
    if len(slip.wrong) == 1:
        here = tuple(use for use in here if article in forms.company(slip.wrong[0]))
        right = [use for use in right if use.article in forms.company(slip.right[0])]
        if _two_persons(slip, article, {use.article for use in right}, forms):
            return None
    if not right or not here or _in_one_sentence(here, right, context):
        return None
    seen = times(right[0].words[slip.place]), times(here[0].words[slip.place])
    others = len({use.article for use in wrong})
    told = Told(slip, _fault(slip), article, here, tuple(right), seen)
    if not _may_be_slip(told) or not (_is_better(told, others) or _is_outweighed(told, forms)):
        return None
    return told


def _is_better(told: Told, others: int) -> bool:
    """Whether news or more articles know the other form better."""
    known, doubted = told.seen
    alone = len(told.slip.wrong) == 1
    if doubted < KNOWN:
        return known >= KNOWN or told.articles > (max(others, 1) if alone else others)
    if alone:
        return False
    if known >= TIMES_RARER * doubted:
        return told.articles >= others
    return told.articles >= ESTABLISHED and others == 1 and _is_listed(told.slip)


def _is_outweighed(told: Told, forms: StoryNames) -> bool:
    """Whether one article alone writes both, and the other form more often or, where it is a draw, first."""
    if (
        len(told.slip.wrong) == 1
        or told.seen[1] >= KNOWN
        or {u.article for u in told.right} != {told.article}
    ):
        return False
    wrong, right = (_starts(name, told, forms) for name in (told.slip.wrong, told.slip.right))
    return (len(right), -min(right)) > (len(wrong), -min(wrong))


def _starts(name: Key, told: Told, forms: StoryNames) -> list[int]:
    """Where the word in doubt stands in the article; a word of no other name stands in this one alone."""
    uses = [use for use in forms.places(name[told.slip.place]) if use.article == told.article]
    return [use.start for use in uses or forms.uses[name] if use.article == told.article]


def _two_persons(slip: NameSlip, article: int, others: set[int], forms: StoryNames) -> bool:
    """Whether the two words stand beside other words of names, so that they may be two families."""
    own = forms.company(slip.wrong[0]).get(article, set())
    theirs = set[str]().union(*(forms.company(slip.right[0])[other] for other in others))
    return bool(own and theirs) and own.isdisjoint(theirs)


def _fault(slip: NameSlip) -> Fault:
    """Letters of one sound and long vowels are each house's own choice; but for listed places."""
    if not is_one_slip(*_words(slip)):
        return "house"
    if slip.apart == "letter" or not _is_foreign(slip):
        return "slip"
    return "slip" if _is_listed(slip) else "house"


def _is_listed(slip: NameSlip) -> bool:
    """Whether every list of places has the one form, and none the other."""
    return "".join(slip.right) in places_of_lists() and "".join(slip.wrong) not in places_of_lists()


def _may_be_slip(told: Told) -> bool:
    """Whether the difference is not one of two Arabic families, as «البهاء» and «الدبهاء»."""
    if _is_foreign(told.slip):
        return True
    if not is_one_slip(*_words(told.slip)):
        return False
    return told.articles >= ESTABLISHED or not told.may_be_family


def _words(slip: NameSlip) -> tuple[str, str]:
    return slip.right[slip.place], slip.wrong[slip.place]


def _is_foreign(slip: NameSlip) -> bool:
    """Whether no word of the names is an Arabic given name or has the article: families share such names."""
    return not any(_is_arabic(word) for word in (*slip.right, *slip.wrong))


def _is_arabic(word: str) -> bool:
    return word in arabic_names() or word.startswith(("ال", "عبد"))


def _in_one_sentence(wrong: tuple[Use, ...], right: list[Use], context: Context) -> bool:
    """Whether a sentence names both, as it names two persons."""
    text = context.articles[wrong[0].article].text
    for use in wrong:
        for other in right:
            first, last = sorted((use, other), key=_start)
            near = other.article == use.article and last.start - first.end < _SENTENCE
            if near and _STOPS.isdisjoint(text[first.end : last.start]):
                return True
    return False


def _start(use: Use) -> int:
    return use.start
