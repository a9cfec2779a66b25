"""Which event a clause tells, of all that its words may tell."""

from __future__ import annotations

from collections.abc import Sequence

from consistency.languages.arabic.events import is_other_verb, needs, trigger
from consistency.languages.arabic.normalise import Token, strip_proclitics
from consistency.languages.arabic.signs import LIGHT, TELLS, VERB
from consistency.languages.arabic.speech import bare

__all__ = ["find_event"]

_PHASES = ("begin", "end", "stop", "receive-goods")
"""Events that pass on to the noun behind them: «بدأ زيارة», «انتهاء زيارة», «تلقى دعوة»."""
_TELLING = TELLS | LIGHT
_NEAR_NOUN = 4
_REACH = 10
"""Words behind a light verb or a phase among which its noun is sought."""
_CIRCUMSTANCES = frozenset(("في", "من", "منذ", "خلال", "بعد", "قبل", "على", "وسط"))
_RELATIVES = frozenset(("الذي", "التي", "الذين", "اللذين", "اللتين"))


def find_event(words: Sequence[Token], signs: Sequence[int]) -> tuple[str, Token] | None:
    """The event of a clause and the word that tells it.

    The first verb tells it, unless it passes the event on to a noun («أجرى محادثات») or only says where
    another event stands («أنهى زيارة» is to leave); without a verb the first noun does.

    :param signs: those of the words.
    """
    telling = [(place, sign) for place, sign in enumerate(signs) if sign & _TELLING]
    told = [
        (place, found)
        for place, sign in telling
        if sign & TELLS and (found := trigger(words[place].folded)) and not _according(words, place)
    ]
    if not told:
        return None
    verbs = [(place, found) for place, found in told if found.part != "noun"]
    verbs = [v for v in verbs if v[0] == 0 or not _relative(words[v[0] - 1])] or verbs
    if not verbs and _other_verb(words, signs, told[0][0]):
        return None
    light = next((place for place, sign in telling if sign & LIGHT), None)
    if verbs and (light is None or verbs[0][0] < light):
        place, found = verbs[0]
    elif light is not None:
        heads = ((p, t) for p, t in told if t.part != "noun" or not _circumstance(words, p))
        passed = next(((p, t) for p, t in heads if light < p <= light + _REACH), None)
        if passed is None and light <= 1:
            return None
        place, found = passed or told[0]
    else:
        place, found = told[0]
    event = found.event
    if event in _PHASES:
        behind = next(
            (
                (p, t)
                for p, t in told
                if place < p <= place + _REACH and t.part == "noun" and t.event not in _PHASES
            ),
            None,
        )
        if behind is not None:
            place = behind[0]
            event = "leave" if (event, behind[1].event) == ("end", "visit") else behind[1].event
    return _fitting(event, words), words[place]


def _fitting(event: str, words: Sequence[Token]) -> str:
    """The event itself, or what it is without the words that it needs."""
    needed, otherwise = needs(event)
    if not needed or any(rest in needed for word in words for _, rest in strip_proclitics(word.folded)):
        return event
    return otherwise


def _according(words: Sequence[Token], place: int) -> bool:
    """«بناء على» builds nothing."""
    following = words[place + 1].folded if place + 1 < len(words) else ""
    return following == "على" and bare(words[place].folded) == "بناء"


def _circumstance(words: Sequence[Token], place: int) -> bool:
    """«محايد في الحرب», «منذ الهجوم»: an act that the clause only stands in."""
    return place > 0 and bare(words[place - 1].folded) in _CIRCUMSTANCES


def _relative(word: Token) -> bool:
    return bare(word.folded) in _RELATIVES


def _other_verb(words: Sequence[Token], signs: Sequence[int], noun: int) -> bool:
    """Whether a verb of no listed event stands before the first noun or near behind: it tells the clause."""
    near = signs[: noun + _NEAR_NOUN]
    return any(sign & VERB and is_other_verb(bare(words[at].folded)) for at, sign in enumerate(near))
