"""What separates two spellings of a name, in words that a reader can check."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from rapidfuzz.distance import OSA, Levenshtein

from consistency.languages.arabic.names.align import Act, Edit, align, choose, lacking_word, log_odds
from consistency.languages.arabic.names.costs import model
from consistency.languages.arabic.names.kinds import Kind, in_article, kind_of_name
from consistency.languages.arabic.names.known import canonical
from consistency.languages.arabic.names.letters import SPACE, clean
from consistency.languages.arabic.normalise import fold_word, loose
from consistency.wording import Wording, say

__all__ = ["NameDifference", "compared", "difference"]


_DOUBTFUL = -1.0
"""House style has log odds above this."""
_EXCHANGES: dict[frozenset[str], Act] = {
    frozenset(("drop", "add")): "substitute",
    frozenset(("word dropped", "word added")): "word exchanged",
}


@dataclass(frozen=True)
class NameDifference:
    """What separates two spellings."""

    kind: Kind
    cost: float
    """The learned cost of the operations, in units of log odds; nought where only spelling habits differ."""
    habits: tuple[Wording, ...] = ()
    """Spellings of letters or words that are both usual."""
    edits: tuple[Edit, ...] = ()
    spellings: tuple[str, str] = ("", "")
    """The cleaned spellings that the edits part."""

    @cached_property
    def operations(self) -> tuple[Wording, ...]:
        """What was done to the first spelling to get the second, in order; few ask for it."""
        return self.habits + tuple(_words(edit, *self.spellings) for edit in self.edits)

    @property
    def steps(self) -> int:
        """How many operations there are."""
        return len(self.habits) + len(self.edits)


@lru_cache(maxsize=2**13)
def difference(a: str, b: str) -> NameDifference:
    """What separates spelling ``b`` of a name from spelling ``a``."""
    left, right = (SPACE.join(fold_word(name).split()) for name in (a, b))
    if left == right:
        return NameDifference("same", 0.0)
    if loose(left) == loose(right) or _seatless(left) == _seatless(right):
        return NameDifference("orthographic", 0.0, _letters(left, right))
    first, second = clean(a), clean(b)
    level = _level(first, second)
    changed = [(x, y) for x, y in zip(level.split(SPACE), second.split(SPACE), strict=True) if x != y]
    usual = tuple(say("{new} for {old}, both usual", new=y, old=x) for x, y in changed)
    return replace(compared(first, level), habits=usual)


def _level(a: str, b: str) -> str:
    """The second name with each word in the first name's spelling of it, where both are usual."""
    spelled = {canonical(word): word for word in a.split(SPACE)}
    return SPACE.join(spelled.get(canonical(word), word) for word in b.split(SPACE))


def compared(first: str, second: str) -> NameDifference:
    """What separates two cleaned spellings."""
    cost, plain = align(choose(model(), first, second), first, second)
    edits = _merged(plain, first, second)
    kind = kind_of_name(edits, first, second)
    if kind == "style" and log_odds(first, second, cost) < _DOUBTFUL:
        kind = "other"  # Letters of one sound, but too many or too rarely exchanged.
    return NameDifference(kind, round(cost, 3), edits=edits, spellings=(first, second))


def _seatless(folded: str) -> str:
    """A folded name with every hamza on one seat: شؤون and شئون."""
    return loose(folded.replace("ؤ", "ئ"))


def _merged(edits: tuple[Edit, ...], a: str, b: str) -> tuple[Edit, ...]:
    """The edits with a letter dropped and another added in its place as one exchange, likewise words."""
    found: list[Edit] = []
    for edit in edits:
        last = found[-1] if found else None
        touching = last is not None and (last.end, last.other_end) == (edit.begin, edit.other_begin)
        if last is not None and touching and (simpler := _simpler(last, edit, a, b)):
            found[-1] = simpler
        elif last is not None and touching and (act := _together(last, edit, a, b)):
            cost = last.cost + edit.cost
            whole = Edit(act, last.begin, edit.end, last.other_begin, edit.other_end, cost)
            found[-1:] = _alike(whole, a, b) or [whole]
        else:
            found.append(edit)
    return tuple(found)


def _simpler(last: Edit, edit: Edit, a: str, b: str) -> Edit | None:
    """One letter lost where the alignment dropped its neighbour and exchanged it: ويلسون and ولسون."""
    cost = last.cost + edit.cost
    if edit.act != "substitute" or edit.end - edit.begin != 1:
        return None
    if last.act == "drop" and a[last.begin] == b[edit.other_begin]:
        return Edit("drop", edit.begin, edit.end, edit.other_end, edit.other_end, cost)
    if last.act == "add" and b[last.other_begin] == a[edit.begin]:
        return Edit("add", edit.end, edit.end, edit.other_begin, edit.other_end, cost)
    return None


def _together(last: Edit, edit: Edit, a: str, b: str) -> Act | None:
    """What two touching edits are as one, if they are."""
    if last.act == edit.act and last.act in ("drop", "add"):
        text, place = (a, last.begin) if last.act == "drop" else (b, last.other_begin)
        if in_article(text, place) and in_article(text, place + 1):
            return "article dropped" if last.act == "drop" else "article added"
    return _EXCHANGES.get(frozenset((last.act, edit.act)))


def _alike(edit: Edit, a: str, b: str) -> list[Edit]:
    """The edits of letters behind an exchange of words that are nearly alike; nothing for other edits."""
    x, y = a[edit.begin : edit.end], b[edit.other_begin : edit.other_end]
    if edit.act != "word exchanged" or OSA.distance(x.strip(), y.strip()) > 1:
        return []
    first, second = len(x) - len(x.lstrip()) + edit.begin, len(y) - len(y.lstrip()) + edit.other_begin
    _, inner = align(choose(model(), a, b), x.strip(), y.strip())
    return [
        Edit(e.act, e.begin + first, e.end + first, e.other_begin + second, e.other_end + second, e.cost)
        for e in inner
    ]


def _letters(a: str, b: str) -> tuple[Wording, ...]:
    """Spelling habits that differ, letter by letter."""
    found = []
    for op in Levenshtein.editops(a, b):
        old, new = a[op.src_pos : op.src_pos + 1], b[op.dest_pos : op.dest_pos + 1]
        if op.tag == "replace":
            found.append(say("{new} for {old}", new=new, old=old))
        else:
            found.append(
                say("without {letter}", letter=old)
                if op.tag == "delete"
                else say("with {letter}", letter=new)
            )
    return tuple(found)


def _words(edit: Edit, a: str, b: str) -> Wording:
    """An edit in words."""
    if word := lacking_word(edit, a, b):
        if edit.act == "word dropped":
            return say("lacks the word {word}", word=word)
        return say("adds the word {word}", word=word)
    if edit.act in ("substitute", "word exchanged"):
        new, old = b[edit.other_begin : edit.other_end].strip(), a[edit.begin : edit.end].strip()
        return say("{new} for {old}", new=new, old=old)
    if edit.act.startswith("article"):
        return say("without the article") if edit.act == "article dropped" else say("with the article")
    if edit.act == "swap":
        return say("swapped {first} and {second}", first=a[edit.begin], second=a[edit.begin + 1])
    if edit.act == "drop":
        return _lost(a, edit.begin)
    return _gained(b, edit.other_begin)


def _lost(text: str, place: int) -> Wording:
    letter, before, after = text[place], text[place - 1 : place] if place else "", text[place + 1 : place + 2]
    if letter == SPACE:
        return say("joined two words")
    if before == letter:
        return say("dropped a second {letter}", letter=letter)
    if before.strip():
        return say("dropped {letter} after {other}", letter=letter, other=before)
    return say("dropped {letter} before {other}", letter=letter, other=after)


def _gained(text: str, place: int) -> Wording:
    letter, before, after = text[place], text[place - 1 : place] if place else "", text[place + 1 : place + 2]
    if letter == SPACE:
        return say("split a word")
    if before == letter:
        return say("added a second {letter}", letter=letter)
    if before.strip():
        return say("added {letter} after {other}", letter=letter, other=before)
    return say("added {letter} before {other}", letter=letter, other=after)
