"""Whether two claims are about one fact, and how they relate; with the reason either way."""

from __future__ import annotations

from typing import Literal, NamedTuple

from consistency.align.fact import Days, Fact
from consistency.extract.world import World
from consistency.languages.arabic.values import agree
from consistency.model import Comparison

__all__ = ["JOIN", "KEEP", "WHOLE", "Verdict", "apart", "judge", "relate"]

JOIN = 0.57
"""Score from which on two claims begin a group."""
VAGUE = 0.68
"""The same where they share no more than the name of a country."""
KEEP = 0.45
"""Score that every pair of a group has at least."""
_FAR = 45
"""Days between two articles from which on what they tell without a date is not one event."""
WHOLE = 0.8
"""Cosine of two clauses in nearly the same words, whatever their events are called."""
_ALIKE = 0.6
_SAME_TITLE = 0.6
_ONE_NAME = 0.7
"""What a single common name is worth against several."""
_PARTS = {("talk", "visit"), ("visit", "talk")}
"""Events of which one is a part of the other, where who acts, where and when are the same."""
Relation = Literal["agrees", "conflicts", "refines", "supersedes", "not_comparable"]


class Verdict(NamedTuple):
    """How sure it is that two claims are about one fact, in [0, 1], or why they are not."""

    score: float
    reason: str = ""


_OTHER_EVENT = Verdict(0.0, "other event")
_NO_NAME = Verdict(0.0, "no name in common")
_OTHER_ACTOR = Verdict(0.0, "other actor")
_NOT_ALIKE = Verdict(0.0, "not alike enough")
_OTHER_TIME = Verdict(0.0, "other time")
_OTHER_PLACE = Verdict(0.0, "other place")
_OTHER_MEASURE = Verdict(0.0, "other measure")
_DENIED = Verdict(0.0, "one is denied")


def judge(a: Fact, b: Fact, cosine: float, world: World) -> Verdict:
    """A blend of wording, event, names, who acts and when; 0 with a reason where one of them excludes it."""
    if a.office or b.office:
        return _offices(a, b)
    excluded = _excluded(a, b, cosine, world)
    if excluded is not None:
        return excluded
    event = 1.0 if a.event and a.event == b.event else 0.3 if not (a.event and b.event) else 0.0
    shared = a.names & b.names
    either = len(a.names) + len(b.names) - len(shared)
    names = len(shared) / either if either else 0.0
    if either == 1:
        names *= _ONE_NAME
    acts = _acting(a, b)
    score = 0.35 * max(cosine, 0.0) + 0.25 * event + 0.2 * names + 0.1 * acts + 0.1 * _meeting(a, b)
    if _part(a, b, world):
        score += 0.2
    enough = JOIN if _specific(a, b, shared) else VAGUE
    return Verdict(min(score, 1.0), "" if score >= enough else "not alike enough")


def _specific(a: Fact, b: Fact, shared: frozenset[str]) -> bool:
    """Whether the two share more than a country: who acts, a day, a person or a town, or several names."""
    same_one = a.subject is not None and a.subject == b.subject
    same_day = a.time is not None and a.time == b.time
    return same_one or same_day or len(shared) > 1 or (bool(shared) and a.precise and b.precise)


def _offices(a: Fact, b: Fact) -> Verdict:
    """Two holders of one office, or one of them twice."""
    if not (a.office and b.office):
        return _OTHER_EVENT
    shared = len(a.office & b.office) / min(len(a.office), len(b.office))
    if shared < _SAME_TITLE or min(len(a.office), len(b.office)) < 2:
        return Verdict(0.0, "other office")
    if a.subject != b.subject and len(a.office & b.office) < 3:
        return _OTHER_ACTOR
    if a.event == b.event == "appoint" and a.subject != b.subject:
        return _OTHER_ACTOR
    return Verdict(0.6 + 0.4 * len(a.office & b.office) / len(a.office | b.office))


def _excluded(a: Fact, b: Fact, cosine: float, world: World) -> Verdict | None:
    """Why the two cannot be about one fact, if anything says so."""
    if cosine < WHOLE:
        if a.event and b.event and a.event != b.event and not _part(a, b, world):
            return _OTHER_EVENT
        if _nameless(a, b):
            return _NO_NAME
    if a.subject and b.subject and not _acting(a, b):
        return _OTHER_ACTOR
    if not a.event and not b.event and cosine < WHOLE - 0.1:
        return _NOT_ALIKE
    if _apart(a, b, cosine):
        return _OTHER_TIME
    if a.place and b.place and world.apart(a.place, b.place):
        return _OTHER_PLACE
    if _other_count(a, b) and (cosine < _ALIKE or a.place != b.place):
        return _OTHER_MEASURE
    if a.claim.polarity != b.claim.polarity and cosine < _ALIKE:
        return _DENIED
    return None


def apart(a: Fact, b: Fact) -> Verdict | None:
    """Why :func:`judge` excludes two claims that are not in nearly the same words, where one look tells."""
    if a.office or b.office:
        return None
    if a.event and b.event and a.event != b.event:
        return None if (a.event, b.event) in _PARTS else _OTHER_EVENT
    return _NO_NAME if _nameless(a, b) else None


def _nameless(a: Fact, b: Fact) -> bool:
    """Whether two claims have no name in common, nor one event of one time."""
    return a.names.isdisjoint(b.names) and not (a.event and a.time and a.time == b.time)


def _acting(a: Fact, b: Fact) -> float:
    """1 where the same one acts; two states that act together may each be named first."""
    if not (a.subject and b.subject):
        return 0.5
    if a.subject == b.subject:
        return 1.0
    if a.kind != b.kind and "place" not in (a.kind, b.kind):
        return 0.3  # «الكرملين» may stand for who rules there
    return 0.6 if a.lasting and a.subject in b.names and b.subject in a.names else 0.0


def _part(a: Fact, b: Fact, world: World) -> bool:
    """«محادثات في بكين في أكتوبر» as a part of «زيارة الصين في أكتوبر»."""
    if (a.event, b.event) not in _PARTS or not (a.subject or b.subject):
        return False
    one_place = a.place is not None and b.place is not None and not world.apart(a.place, b.place)
    same = a.subject == b.subject or (one_place and not (a.subject and b.subject))
    return same and a.intended == b.intended and a.time is not None and a.time == b.time


def _apart(a: Fact, b: Fact, cosine: float) -> bool:
    if a.time and b.time:
        return a.time[1] <= b.time[0] or b.time[1] <= a.time[0]
    if a.lasting and b.lasting:
        return False
    for plan, past in ((a, b), (b, a)):
        if (
            plan.intended
            and not past.intended
            and plan.published
            and past.time
            and past.time[1] <= plan.published[0]
        ):
            return True
    if a.published and b.published and _gap(a.published, b.published) > _FAR:
        return True
    for dated, other in ((a, b), (b, a)):
        far = dated.time and other.published and _gap(dated.time, other.published) > _FAR
        if far and cosine < _ALIKE and not other.lasting:
            return True
    return False


def _gap(a: Days, b: Days) -> int:
    return max(a[0], b[0]) - min(a[1], b[1])


def _meeting(a: Fact, b: Fact) -> float:
    """How far two times agree: the share of common days; half where one is not told."""
    if not (a.time and b.time):
        return 0.5
    common = min(a.time[1], b.time[1]) - max(a.time[0], b.time[0])
    return max(0.3, common / (max(a.time[1], b.time[1]) - min(a.time[0], b.time[0])))


def relate(a: Fact, b: Fact, cosine: float, score: float, *, versions: bool = False) -> Comparison:
    """How two claims of two articles about one fact relate, in the order of the articles' names.

    :param versions: whether their articles are two versions of one, so that what changed was mended.
    """
    first, second = (a, b) if a.claim.document < b.claim.document else (b, a)
    relation, reason = _relation(first, second, cosine)
    if versions and relation == "conflicts":
        relation, reason = "supersedes", f"{reason}; the articles are versions of one"
    return Comparison(first.claim.id, second.claim.id, relation, reason, round(score, 4))


def _relation(a: Fact, b: Fact, cosine: float) -> tuple[Relation, str]:
    later = _later(a, b)
    if a.office and a.subject != b.subject:
        if later is None:
            return "not_comparable", "two holders of one office, told of about one time"
        return "supersedes", f"{later.claim.id} is later: the office has changed hands"
    if a.claim.polarity != b.claim.polarity:
        return "conflicts", "one says what the other denies"
    count = _other_count(a, b)
    if count:
        if later is None:
            return "conflicts", count
        return "supersedes", f"{count}; {later.claim.id} is later"
    finer = _finer(a, b)
    shared = f"both tell «{a.event}»; " if a.event and a.event == b.event else ""
    if finer:
        return "refines", f"{shared}{finer}"
    return "agrees", f"{shared}similarity {cosine:.2f}"


def _later(a: Fact, b: Fact) -> Fact | None:
    """The one whose article is of a later day; None where they may be of one day."""
    if a.published is None or b.published is None or a.claim.document == b.claim.document:
        return None
    if a.published[1] <= b.published[0]:
        return b
    return a if b.published[1] <= a.published[0] else None


def _other_count(a: Fact, b: Fact) -> str:
    """Two counts of one measure that cannot both be true."""
    if len(a.claim.quantities) != 1 or len(b.claim.quantities) != 1:
        return ""
    x, y = a.claim.quantities[0], b.claim.quantities[0]
    if x.unit is None or x.unit != y.unit or x.kind != y.kind or agree(x, y) != "disjoint":
        return ""
    return f"«{x.quote}» and «{y.quote}» count the same"


def _finer(a: Fact, b: Fact) -> str:
    for one, other in ((a, b), (b, a)):
        if one.time and not other.time:
            return f"{one.claim.id} says when"
        if one.time and other.time and _inside(one.time, other.time):
            return f"{one.claim.id} says more exactly when"
        if one.claim.quantities and not other.claim.quantities:
            return f"{one.claim.id} says how many"
    return ""


def _inside(a: Days, b: Days) -> bool:
    return a != b and b[0] <= a[0] and a[1] <= b[1]
