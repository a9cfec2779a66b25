"""A count and its parts in one sentence: «3785 معاملة موزعة على 393 معاملة ... و3076 معاملة ...»."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from consistency.differences import View
from consistency.languages.arabic.normalise import fold_word
from consistency.languages.arabic.speech import is_verb
from consistency.languages.arabic.values import agree
from consistency.model import Value
from consistency.yaml_places import read_plain

__all__ = ["Sum", "may_have_sums", "wrong_sums"]

_NEAR = 2
"""Words between a count and the word that joins its parts to it."""
_REACH = 6
"""Words between two parts."""
_REST = 5
"""Words behind the last part, beyond which the list may go on."""
_FEWEST = 2
_ROUNDED = 0.01
"""Share of the whole that rounding of the parts may make."""
_SCALED = 0.1
"""The same of «1.8 مليار»."""


@dataclass(frozen=True)
class Sum:
    """A count and the parts told of it."""

    whole: Value
    parts: tuple[Value, ...]

    @property
    def total(self) -> float:
        """What the parts make together."""
        return sum(part.number or 0.0 for part in self.parts)


@cache
def _listed(name: str) -> frozenset[str]:
    data = read_plain((files("consistency.languages.arabic") / "sums.yaml").read_text(encoding="utf-8"))
    return frozenset(fold_word(word) for word in data[name])


@cache
def _joining() -> frozenset[str]:
    """All words that join parts to a count."""
    return _listed("all") | _listed("some")


def may_have_sums(folded: Iterable[str]) -> bool:
    """Whether a word that joins parts to a count is among folded words."""
    return not _joining().isdisjoint(folded)


def wrong_sums(view: View) -> Iterator[Sum]:
    """The counts of a sentence whose parts make more, or, where all are told, less than the whole."""
    joining = _joining()
    for place in [place for place, word in enumerate(view.folded) if word in joining]:
        found = _sum_at(view, place)
        if found is not None and _wrong(view, found, every=view.folded[place] in _listed("all")):
            yield found


def _sum_at(view: View, place: int) -> Sum | None:
    """The count before a joining word and the parts behind it, which end where another measure begins."""
    counts = [value for value in view.values if value.kind in ("quantity", "number")]
    whole = next((value for value in reversed(counts) if value.end <= view.words[place].start), None)
    if whole is None or whole.kind != "quantity" or not whole.number or whole.comparator:
        return None
    if whole.quote.startswith("ال"):  # «عتبة ال20 نقطة» counts nothing.
        return None
    if _between(view, whole.end, view.words[place].start) > _NEAR:
        return None
    parts: list[Value] = []
    end = view.words[place].end
    for value in counts:
        if value.start < end:
            continue
        if _between(view, end, value.start) > _REACH or not _part(whole, value):
            break
        parts.append(value)
        end = value.end
    return Sum(whole, tuple(parts)) if len(parts) >= _FEWEST else None


def _part(whole: Value, value: Value) -> bool:
    """Whether a value may be a part: a count of the same thing, or of men or women among people."""
    same = value.unit == whole.unit or fold_word(value.unit or "") in _listed("apart")
    return value.kind == "quantity" and same and value.comparator is None


def _between(view: View, start: int, end: int) -> int:
    """How many words stand between two places; joining words, verbs and full stops end a list."""
    words = [word for word in view.words if start <= word.start and word.end <= end]
    folded = [word.folded for word in words]
    ended = may_have_sums(folded) or any(map(is_verb, folded)) or "." in view.text[start:end]
    return _REACH + 1 if ended else len(words)


def _of_several(view: View, found: Sum) -> bool:
    """Whether the parts are those of several counts: «471 شخصا و268 شخصا، بينهم 146 رجلا و593 امرأة»."""
    before = [v.number or 0.0 for v in view.values if v.unit == found.whole.unit and v.end <= found.whole.end]
    return any(sum(before[-count:]) == found.total for count in range(2, len(before) + 1))


def _scaled(value: Value) -> bool:
    """Whether the number is written with a word of scale, «1.8 مليار», and so cut to its first digits."""
    return len(value.quote.split()) > 2


def _wrong(view: View, found: Sum, *, every: bool) -> bool:
    units = {part.unit for part in found.parts}
    if _of_several(view, found):
        return False
    made = replace(found.whole, number=found.total)
    if (len(units) > 1 and found.whole.unit in units) or agree(found.whole, made) != "disjoint":
        return False
    if abs(found.total / (found.whole.number or 1.0) - 1) < (_SCALED if _scaled(found.whole) else _ROUNDED):
        return False
    if found.total > (found.whole.number or 0.0):
        return True
    last = found.parts[-1].end
    return every and units == {found.whole.unit} and _between(view, last, view.end) <= _REST
