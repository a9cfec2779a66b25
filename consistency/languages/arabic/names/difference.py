"""What separates two spellings of a name, in words that a reader can check."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from rapidfuzz.distance import Levenshtein

from consistency.languages.arabic.names.align import Act, Edit, align, choose, lacking_word
from consistency.languages.arabic.names.costs import model, sounds
from consistency.languages.arabic.names.known import canonical, slip_of_known, two_names
from consistency.languages.arabic.names.letters import SPACE, VOWELS, clean
from consistency.languages.arabic.normalise import fold_word, loose

__all__ = ["Kind", "NameDifference", "compared", "difference"]

Kind = Literal["same", "orthographic", "style", "slip", "truncated", "other"]
_SLIPS = 2
"""More slips than this in one name are another name."""
_LONG = 6
"""A letter exchanged for its neighbour is a slip in names of so many letters, another name in shorter ones."""


_EXCHANGES: dict[frozenset[str], Act] = {
    frozenset(("drop", "add")): "substitute",
    frozenset(("word dropped", "word added")): "word exchanged",
}


_WHOLE = 9
"""In names of several words and so many letters a lost letter is a slip even in a word of four letters."""


@dataclass(frozen=True)
class NameDifference:
    """What separates two spellings."""

    kind: Kind
    operations: tuple[str, ...]
    """What was done to the first spelling to get the second, in order."""
    cost: float
    """The learned cost of the operations, in units of log odds; nought where only spelling habits differ."""


@lru_cache(maxsize=50_000)
def difference(a: str, b: str) -> NameDifference:
    """What separates spelling ``b`` of a name from spelling ``a``."""
    left, right = (SPACE.join(fold_word(name).split()) for name in (a, b))
    if left == right:
        return NameDifference("same", (), 0.0)
    if loose(left) == loose(right) or _seatless(left) == _seatless(right):
        return NameDifference("orthographic", _letters(left, right), 0.0)
    first, second = clean(a), clean(b)
    usual = tuple(_usual(first, second))
    found = compared(canonical(first), canonical(second))
    return NameDifference(found.kind, usual + found.operations, found.cost)


def _usual(a: str, b: str) -> list[str]:
    """Words of which both spellings are usual, in words."""
    left, right = a.split(SPACE), b.split(SPACE)
    pairs = zip(left, right, strict=True) if len(left) == len(right) else []
    return [f"{y} for {x}, both usual" for x, y in pairs if x != y and canonical(x) == canonical(y)]


def compared(first: str, second: str) -> NameDifference:
    """What separates two cleaned spellings."""
    cost, plain = align(choose(model(), first, second), first, second)
    edits = _merged(plain, first, second)
    kinds = [_kind(edit, first, second) for edit in edits]
    operations = tuple(_words(edit, first, second) for edit in edits)
    return NameDifference(_whole(kinds, first, second), operations, round(cost, 3))


def _seatless(folded: str) -> str:
    """A folded name with every hamza on one seat: شؤون and شئون."""
    return loose(folded.replace("ؤ", "ئ"))


def _merged(edits: tuple[Edit, ...], a: str, b: str) -> tuple[Edit, ...]:
    """The edits with a letter dropped and another added in its place as one exchange, likewise words."""
    found: list[Edit] = []
    for edit in edits:
        last = found[-1] if found else None
        touching = last is not None and (last.end, last.other_end) == (edit.begin, edit.other_begin)
        if last is not None and touching and (act := _together(last, edit, a, b)):
            found[-1] = Edit(
                act, last.begin, edit.end, last.other_begin, edit.other_end, last.cost + edit.cost
            )
        else:
            found.append(edit)
    return tuple(found)


def _together(last: Edit, edit: Edit, a: str, b: str) -> Act | None:
    """What two touching edits are as one, if they are."""
    if last.act == edit.act and last.act in ("drop", "add"):
        text, place = (a, last.begin) if last.act == "drop" else (b, last.other_begin)
        if _is_article(text, place) and _is_article(text, place + 1):
            return "article dropped" if last.act == "drop" else "article added"
    return _EXCHANGES.get(frozenset((last.act, edit.act)))


def _is_article(name: str, place: int) -> bool:
    """Whether a letter belongs to the article of its word."""
    word, at = _word(name, place)
    return at < 2 and word.startswith("ال") and len(word) > 4


def _letters(a: str, b: str) -> tuple[str, ...]:
    """Spelling habits that differ, letter by letter."""
    found = []
    for op, i, j in Levenshtein.editops(a, b).as_list():
        found.append(
            f"{b[j]} for {a[i]}"
            if op == "replace"
            else f"without {a[i]}"
            if op == "delete"
            else f"with {b[j]}"
        )
    return tuple(found)


def _whole(kinds: list[Kind], a: str, b: str) -> Kind:
    """The kind of a difference from the kinds of its edits."""
    if two_names(a, b) or "other" in kinds or kinds.count("slip") > _SLIPS:
        return "other"
    if "truncated" in kinds:
        return "truncated"
    return "slip" if "slip" in kinds else "style"


def _kind(edit: Edit, a: str, b: str) -> Kind:
    if edit.act == "word exchanged":
        return "other"
    if edit.act.startswith("article"):
        return "style"
    if word := lacking_word(edit, a, b):
        if word in sounds().fillers:
            return "style"
        return "other" if word.removeprefix("ال") in sounds().telling else "truncated"
    if edit.act == "substitute":
        return _substituted(edit, a, b)
    if edit.act == "swap":
        return (
            "slip" if min(len(_word(a, edit.begin)[0]), len(_word(b, edit.other_begin)[0])) > 3 else "other"
        )
    text, place = (a, edit.begin) if edit.act == "drop" else (b, edit.other_begin)
    return _dropped(text, place)


def _word(name: str, place: int) -> tuple[str, int]:
    """The word that a place of a name lies in, and the place within the word."""
    start = name.rfind(SPACE, 0, place) + 1
    return name[start:].split(SPACE)[0], place - start


def _substituted(edit: Edit, a: str, b: str) -> Kind:
    x, y = a[edit.begin], b[edit.other_begin]
    (word, place), (other, _) = _word(a, edit.begin), _word(b, edit.other_begin)
    letters, pair = min(len(word), len(other)), frozenset((x, y))
    final = edit.end in (len(a), a.find(SPACE, edit.end)) and place == len(word) - 1
    if final and pair == {"ا", "ه"}:
        return "style"
    if pair <= VOWELS:
        return "style" if 0 < place and letters > 3 else "other"
    if sounds().shared(x, y):
        return "style"
    near = pair in sounds().dots or pair in sounds().keys
    return "slip" if near and letters > 3 and len(a) >= _LONG else "other"


def _dropped(name: str, place: int) -> Kind:
    """The kind of a letter that the other spelling lacks."""
    word, at = _word(name, place)
    letter, before, after = name[place], word[at - 1 : at] if at else "", word[at + 1 : at + 2]
    if letter == SPACE or _is_article(name, place) or (letter == "و" and not at and len(word) > 3):
        return "style"  # A و before a word is the particle «and» more often than a slip.
    if letter + after in sounds().clusters or (
        letter == "ا" and not before and (len(word) > 4 or word == "ابن")
    ):
        return "style"
    if letter in VOWELS and letter in (before, after) and after:
        return "style"
    if letter == "ه" and before and before not in VOWELS and after:
        return "style"
    if letter in VOWELS or letter in (before, after):
        return "slip" if len(word) > (3 if SPACE in name else 4) else "other"
    if at and slip_of_known(name, name[:place] + name[place + 1 :]):
        return "slip"
    least = 3 if SPACE in name and len(name) >= _WHOLE else 5
    return "slip" if len(word) > least and before else "other"


def _words(edit: Edit, a: str, b: str) -> str:
    """An edit in words."""
    if word := lacking_word(edit, a, b):
        return f"{'lacks' if edit.act == 'word dropped' else 'adds'} the word {word}"
    if edit.act in ("substitute", "word exchanged"):
        return f"{b[edit.other_begin : edit.other_end].strip()} for {a[edit.begin : edit.end].strip()}"
    if edit.act.startswith("article"):
        return "without the article" if edit.act == "article dropped" else "with the article"
    if edit.act == "swap":
        return f"swapped {a[edit.begin]} and {a[edit.begin + 1]}"
    text, place, verb = (a, edit.begin, "dropped") if edit.act == "drop" else (b, edit.other_begin, "added")
    if text[place] == SPACE:
        return "joined two words" if edit.act == "drop" else "split a word"
    before = text[place - 1 : place] if place else ""
    if before == text[place]:
        return f"{verb} a second {before}"
    return f"{verb} {text[place]} " + (
        f"after {before}" if before.strip() else f"before {text[place + 1 : place + 2]}"
    )
