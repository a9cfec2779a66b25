"""Ground `office`: one office of one body, and whom the articles of a story name for it."""

from __future__ import annotations

from collections.abc import Iterator

from consistency.checks.context import Context
from consistency.checks.grounds.views import view_of
from consistency.checks.told import Side, Told
from consistency.holders import Holder, holders, names_office
from consistency.languages.arabic.names import relation
from consistency.languages.arabic.normalise import fold_word
from consistency.model import Article
from consistency.parallel_names import named_in
from consistency.wording import say

__all__ = ["office"]

_SOLE = ("minister", "head", "commander", "governor", "king", "director", "secretary")
"""Offices that one person holds at a time; a body has several spokesmen and deputies."""


def office(context: Context) -> Iterator[Told]:
    """Two persons for one office, of whom neither article names both."""
    held: dict[str, list[Holder]] = {}
    for a, b in context.story_pairs:
        for article in (a, b):
            if article.id not in held:
                held[article.id] = _holders(article, context)
        for one in held[a.id]:
            for other in held[b.id]:
                if _one_office(one, other) and _strangers(one, other, a, b, context):
                    yield _told(one, other, context)


def _holders(article: Article, context: Context) -> list[Holder]:
    told = [sentence for sentence in context.sentences(article) if names_office(sentence)]
    mentions = context.mentions_in(article, ((sentence.start, sentence.end) for sentence in told))
    return list(holders(told, mentions))


def _one_office(one: Holder, other: Holder) -> bool:
    """Whether the titles name one office: the same sole one; of namesakes, one of a kind and country."""
    if one.head != other.head or relation(one.person.quote, other.person.quote) != "another":
        return False
    if one.head in _SOLE and one.body == other.body:
        return True
    return _namesakes(one, other) and bool(one.body & other.body)


def _namesakes(one: Holder, other: Holder) -> bool:
    """Whether two persons share their last name: a slip in the first one is likelier than two men."""
    names = [fold_word(holder.person.quote).split() for holder in (one, other)]
    return min(map(len, names)) > 1 and names[0][-1] == names[1][-1]


def _strangers(one: Holder, other: Holder, a: Article, b: Article, context: Context) -> bool:
    return not named_in(one.person, context.mentions(b)) and not named_in(other.person, context.mentions(a))


def _told(one: Holder, other: Holder, context: Context) -> Told:
    left, right = (
        Side(
            holder.sentence.article,
            holder.person.start,
            holder.person.end,
            fold_word(holder.person.quote),
            view_of(holder.sentence, context),
        )
        for holder in (one, other)
    )
    reason = say("«{one}» and «{other}» are two persons", one=one.person.quote, other=other.person.quote)
    return Told("person", left, right, reason, 1.0, say("both articles name the holder of one office"))
