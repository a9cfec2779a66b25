"""How the frame of a news page shows in its text: markers, labels, credits, boilerplate.

The words stand in ``page.yaml``, where anyone may add to them.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal

from ahocorasick_rs import AhoCorasick

from consistency.languages.arabic.normalise import fold_text
from consistency.yaml_places import read_plain

__all__ = [
    "Label",
    "agencies_in",
    "credit",
    "frame_label",
    "is_aggregator_residue",
    "is_digest",
    "names_agency",
    "plain",
    "source_values",
    "split_label",
    "wires_in",
]

Label = Literal["related", "other_articles", "tags", "source", "date", "byline", "boilerplate", "sections"]

_LINES = 512
"""Lines kept in both their forms: every list is asked for each line of an article in turn."""
_EDGES = ' \t\r\n\u00a0\u200f\u200e*•·-–—|:：؛.…«»"“”()[]<>#/_='
_ADDRESS = re.compile(r"^\S+@[a-z0-9-]+(?:\.[a-z]{2,4})+\s*", re.IGNORECASE)
_LABELLED = re.compile(r"\s*([^:：|]{2,40}?)\s*[:：|]\s*(.*)", re.DOTALL)


@lru_cache(maxsize=_LINES)
def _spaced(text: str) -> str:
    """A text folded, in lower case, with single spaces between its words and none around them.

    A line that begins so keeps its brackets: «[إعلان» is a placeholder, «إعلان» a word.
    """
    return " ".join(fold_text(text).split()).casefold()


@lru_cache(maxsize=_LINES)
def plain(line: str) -> str:
    """A line as the vocabulary compares it: folded, lower case, one space, no edge marks."""
    return _spaced(line).strip(_EDGES)


@cache
def _vocabulary() -> dict[str, tuple[frozenset[str], tuple[str, ...]]]:
    """Per list: whole lines, and beginnings of lines."""
    data = read_plain((files(__package__) / "page.yaml").read_text(encoding="utf-8"))
    lists: dict[str, tuple[frozenset[str], tuple[str, ...]]] = {}
    for name, groups in data.items():
        entries = [form for group in groups for form in ([group] if isinstance(group, str) else group)]
        whole = frozenset(plain(entry) for entry in entries if not entry.endswith("…"))
        starts = tuple(_spaced(entry[:-1]) for entry in entries if entry.endswith("…"))
        lists[name] = whole, starts
    return lists


def frame_label(line: str) -> Label | None:
    """What a line of the frame is, or None where the line is the article's own."""
    words = _vocabulary()
    whole = plain(line)
    if whole in words["related"][0]:
        return "related"
    label, rest = split_label(line)
    for name in ("tags", "source", "date", "byline"):
        if label in words[name][0] and (rest or name != "byline"):
            return name
    if label in words["related"][0] and rest:
        return "related"
    start = _ADDRESS.sub("", _spaced(line))
    if start.startswith(words["other_articles"][1]):
        return "other_articles"
    if is_aggregator_residue(line):
        return "boilerplate"
    if whole in words["boilerplate"][0] or start.startswith(words["boilerplate"][1]):
        return "boilerplate"
    if whole in words["sections"][0]:
        return "sections"
    return None


@cache
def labels() -> tuple[str, ...]:
    """The labels that stand before a colon on a page, folded, the longest first."""
    words = _vocabulary()
    names = {label for name in ("source", "date", "byline", "credit", "tags") for label in words[name][0]}
    return tuple(sorted((label for label in names if len(label) >= 4), key=len, reverse=True))


def split_label(line: str) -> tuple[str, str]:
    """«المصدر: رويترز» as (label, value); ("", "") where the line has no label."""
    match = _LABELLED.match(line)
    return (plain(match[1]), match[2].strip()) if match else ("", "")


@cache
def _agency() -> re.Pattern[str]:
    names = sorted((re.escape(name) for name in _vocabulary()["agencies"][0]), key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(names) + r")(?!\w)")


@cache
def _credit_patterns() -> tuple[re.Pattern[str], ...]:
    agency = _agency().pattern
    labels = "|".join(
        sorted(map(re.escape, _vocabulary()["credit"][0] | _vocabulary()["source"][0]), key=len)
    )
    via = r"(?:بحسب|حسب|عن|نقلا عن|وكالات|وكاله|وكالة)?"
    return (
        re.compile(rf"[(\[]\s*(?:{labels})?\s*:?\s*{via}\s*(?:{agency})[^()\[\]]{{0,20}}[)\]]\s*\.?$"),
        re.compile(rf"(?:{labels})\s*:\s*{via}\s*(?:{agency})\s*\.?$"),
    )


def credit(line: str) -> int | None:
    """Where the credit of a photo or a byline begins on a line, in code points of its folded form."""
    folded = _spaced(line)
    for pattern in _credit_patterns():
        match = pattern.search(folded)
        if match:
            return match.start()
    return None


@cache
def _agency_names() -> dict[str, str]:
    """Every folded form of an agency with the agency's name."""
    data = read_plain((files(__package__) / "page.yaml").read_text(encoding="utf-8"))
    return {plain(form): group[0] for group in data["agencies"] for form in group}


def agencies_in(text: str) -> tuple[str, ...]:
    """The agencies that a label or credit names, in order, each once."""
    folded = _spaced(text)
    return tuple(dict.fromkeys(_agency_names()[match[0]] for match in _agency().finditer(folded)))


@cache
def _attributed() -> re.Pattern[str]:
    verbs = sorted((re.escape(words) for words in _vocabulary()["attribution"][0]), key=len, reverse=True)
    return re.compile(rf"(?<!\w)و?(?:{'|'.join(verbs)})\s*(?:ل|عن)?\s*[\"«“]?\s*({_agency().pattern})")


def wires_in(folded: str) -> tuple[str, ...]:
    """The agencies to which a running text attributes what it says, in order, each once.

    :param folded: the text folded, with single spaces.
    """
    if not names_agency(folded):
        return ()
    found = (_agency_names()[match[1]] for match in _attributed().finditer(folded.casefold()))
    return tuple(dict.fromkeys(found))


def names_agency(folded: str) -> bool:
    """Whether the name of an agency stands in a text as words of its own: in few does one."""
    text = folded.casefold()
    found = _agency_finder().find_matches_as_indexes(text, overlapping=True)
    return any(
        not (_goes_on(text[max(0, start - 1) : start]) or _goes_on(text[end : end + 1]))
        for _, start, end in found
    )


def _goes_on(letter: str) -> bool:
    return letter.isalnum() or letter == "_"


@cache
def _agency_finder() -> AhoCorasick:
    return AhoCorasick(list(_agency_names()))


def source_values(line: str) -> tuple[str, ...]:
    """The values of every source label on a line, also where two labels are run together."""
    labels = "|".join(sorted(map(re.escape, _vocabulary()["source"][0]), key=len, reverse=True))
    parts = re.split(rf"(?:{labels})\s*[:：|]\s*", line)
    return tuple(part.strip(_EDGES) for part in parts[1:] if part.strip(_EDGES))


def is_aggregator_residue(line: str) -> bool:
    """Whether a line was left by a republishing machine."""
    whole, starts = _vocabulary()["aggregator"]
    return plain(line) in whole or _spaced(line).startswith(starts)


def is_digest(title: str) -> bool:
    """Whether a title announces items of many stories: «موجز», «نشرة الثامنة»."""
    whole, starts = _vocabulary()["digest"]
    return plain(title) in whole or _spaced(title).startswith(starts)
