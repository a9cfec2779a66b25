"""Where a value may start, as far as a word and those beside it tell."""

from __future__ import annotations

from collections.abc import Iterator

from consistency.languages.arabic.values.amounts import AMOUNT, DURATION
from consistency.languages.arabic.values.clock import PART_OF_DAY
from consistency.languages.arabic.values.comparators import COMPARATOR, read_comparator
from consistency.languages.arabic.values.lexicon import signs, words_of
from consistency.languages.arabic.values.numerals import ORDINAL
from consistency.languages.arabic.values.ordinals import RANK
from consistency.languages.arabic.values.periods import PERIOD
from consistency.languages.arabic.values.points import POINT
from consistency.languages.arabic.values.ranges import END, may_be_joined
from consistency.languages.arabic.values.scan import Scan, Token

__all__ = ["starting_places"]

_IN = frozenset(("في", "وفي", "ففي"))
_BEHIND_IN = PART_OF_DAY | signs("this", "غضون", "خلال", "وقت")
"""What «في» starts a value with: a part of the day, a length of time."""
_FROM = frozenset(("من", "ومن", "فمن"))
_OPENING = (PERIOD | POINT | AMOUNT | ORDINAL | RANK | signs("بين")) - COMPARATOR | {"في"}
"""Signs of the words that open something else than a bounded number, «في» as well."""
_LENGTH_LEADS = signs("خلال", "غضون")
"""A length of time alone stands behind these."""
_THINGS = signs("noun", "measure", "money")
"""What no time starts with: «هذه الشركة»."""
_ONE = frozenset(("واحد", "واحدة", "واحدا"))
_LOOKING_BACK = words_of("grammar", "looking_back")
_AFTER_SINCE = words_of("grammar", "after_since")
_WRITTEN = words_of("grammar", "written")


def starting_places(scan: Scan) -> Iterator[int]:
    """The places at which it is worth reading, in order."""
    tokens = scan.tokens
    for index in scan.heads:
        token = tokens[index]
        if token.leans:  # three in four, most of them beside what tells nothing
            word, follower = token.word, tokens[index + 1]
            opens = follower.tells and (word.opens or not word.counts)
            if not opens and not (word.counts and _counts_one(scan, index)):
                continue
        if _may_start(scan, index, token):
            yield index


def _may_start(scan: Scan, index: int, token: Token) -> bool:
    if token.kind == "w":
        word = token.word
        if word.opens and not word.starts:
            return _opener_may(scan, index, token)
        if "month_head" in word.roles and len(word.roles) == 1:
            return scan.tokens[index + 1].folded in word.roles["month_head"][0]
        return word.starts or (word.counts and _counts_one(scan, index))
    if token.kind != "p":
        return token.kind in "nr"
    if token.text in '([«“"':
        return scan.tokens[index + 1].kind in "nr" and scan.tokens[index + 2].kind == "p"
    if token.text in "-−":
        return scan.attached(index + 1) and not scan.attached(index)
    return token.text in "$€£¥₪₽₺﷼₹%٪"


def _opener_may(scan: Scan, index: int, token: Token) -> bool:
    """Whether a word starts a value that does so only in front of some others."""
    word = token.word
    if word.counts and _counts_one(scan, index):
        return True
    if not COMPARATOR.isdisjoint(word.signs) and read_comparator(scan, index) is not None:
        return True
    return not _OPENING.isdisjoint(word.signs) and _opens(scan, index, token)


def _counts_one(scan: Scan, index: int) -> bool:
    """«طن واحد», «مقتل شخص»."""
    return scan.tokens[index + 1].folded in _ONE or scan.tokens[index - 1].loses


def _opens(scan: Scan, index: int, token: Token) -> bool:
    """Whether what follows an opening word lets it open something."""
    follower = scan.tokens[index + 1]
    if token.folded in _IN:
        return follower.kind in "nr" or not _BEHIND_IN.isdisjoint(follower.word.signs)
    if token.folded in _FROM and index and PART_OF_DAY.isdisjoint(follower.word.signs):
        return not END.isdisjoint(follower.word.signs) and may_be_joined(scan, index + 1)
    if token.word.signs <= _LENGTH_LEADS:
        return not DURATION.isdisjoint(follower.word.signs)
    if "this" in token.word.signs and follower.word.signs <= _THINGS:
        return False
    if token.folded in _LOOKING_BACK and (follower.word.article or follower.folded in _AFTER_SINCE):
        return True
    if token.word.stem == "اخر" and follower.word.stem in _WRITTEN:
        return True
    known = follower.word.starts or follower.word.opens or bool(follower.word.roles)
    return follower.kind in "nrp" or known
