"""Discrepancies and harmless edits put into real sentences, for ``measure_unseen.py``.

The vocabulary is written for this file alone: nothing is read from the lexicons of the tool, so that a
discrepancy of a kind that they do not list is missed here as it is missed in print.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml

__all__ = ["IN_SENTENCES", "SILENT", "STRUCTURAL", "Edit", "Placed", "Sentences"]

WORD = r"[\u0621-\u0652\u0670-\u06d3]+"
_CLITICS = r"(?<![\u0621-\u0652\u0670-\u06d3])([وف]?[بلك]?)"
_END = r"(?![\u0621-\u0652\u0670-\u06d3])"
_LISTS: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parent / "injections.yaml").read_text(encoding="utf-8")
)
MONTHS, LEVANTINE, NUMBERS = _LISTS["months"], _LISTS["levantine_months"], _LISTS["numbers"]


class Sentences(NamedTuple):
    """A sentence, and the one of another article that tells the same."""

    own: str
    other: str
    story: str
    """All texts of the story."""


class Edit(NamedTuple):
    """What to write instead of ``own[start:end]``."""

    start: int
    end: int
    text: str


class Placed(NamedTuple):
    """A changed article, the changed span of its title, two line breaks and its body, and what was done."""

    title: str
    body: str
    start: int
    end: int
    told: str


Others = list[tuple[str, str]]
"""Titles and bodies of other articles."""

Generator = Callable[[Sentences, random.Random], Iterator[Edit]]


def _swaps(pairs: list[list[str]]) -> Generator:
    """One listed word for its partner, where both sentences have it and neither has the partner."""

    def edits(pair: Sentences, _: random.Random) -> Iterator[Edit]:
        for old, new in pairs:
            for match in re.finditer(_CLITICS + re.escape(old) + _END, pair.own):
                if (
                    re.search(_CLITICS + re.escape(old) + _END, pair.other)
                    and new not in pair.own + pair.other
                ):
                    yield Edit(match.start() + len(match[1]), match.end(), new)

    return edits


def _others(*lists: list[str]) -> Generator:
    """A listed word for another one of its list that the story does not have."""

    def edits(pair: Sentences, chance: random.Random) -> Iterator[Edit]:
        for old, words in [(one, listed) for listed in lists for one in listed]:
            for match in re.finditer(rf"(?<!/){_CLITICS}{old}{_END}", pair.own):
                new = [one for one in words if one not in pair.story]
                if new and re.search(_CLITICS + old + _END, pair.other):
                    yield Edit(match.start() + len(match[1]), match.end(), chance.choice(new))

    return edits


def _numbers(pattern: str) -> Generator:
    """A digit of a number for another one; the pattern's first group is the number."""

    def edits(pair: Sentences, chance: random.Random) -> Iterator[Edit]:
        for match in re.finditer(pattern, pair.own):
            number = match[1]
            if not re.search(rf"(?<![\d.,]){re.escape(number)}(?![\d.,]\d|\d)", pair.other):
                continue
            place = chance.choice([k for k, digit in enumerate(number) if digit.isdigit()])
            digits = [d for d in "123456789" if d != number[place]]
            new = number[:place] + chance.choice(digits) + number[place + 1 :]
            if new not in pair.story:
                yield Edit(match.start(1), match.end(1), new)

    return edits


def _days(pair: Sentences, chance: random.Random) -> Iterator[Edit]:
    months = "|".join([*MONTHS, *LEVANTINE])
    for match in re.finditer(rf"(?<!\d)(\d{{1,2}}) (?={months})", pair.own):
        if match[0] in pair.other:
            yield Edit(
                match.start(1),
                match.end(1),
                str(chance.choice([d for d in range(1, 28) if str(d) != match[1]])),
            )


def _person(pair: Sentences, chance: random.Random) -> Iterator[Edit]:
    """Two words behind an office or a title that both sentences have."""
    titles = "الرئيس|الوزير|السفير|الدكتور|المدرب|اللاعب|النائب|الجنرال|القائد|المهندس|السيد|العميد|الشيخ"
    for match in re.finditer(
        rf"(?:{titles})(?: (?:ال{WORD}))? ((?!ال){WORD} (?!في|من|على|إلى|إن|أن|عن){WORD})(?! الله)", pair.own
    ):
        if match[1] in pair.other and all(len(word) > 2 for word in match[1].split()):
            yield Edit(
                match.start(1),
                match.end(1),
                chance.choice([p for p in _LISTS["persons"] if p not in pair.story]),
            )


def _source(pair: Sentences, chance: random.Random) -> Iterator[Edit]:
    for edit in _swaps(_LISTS["sources"])(pair, chance):
        before = pair.own[: edit.start].split()
        quoted = pair.own[edit.end : edit.end + 2].strip()[:1] in (
            '"',
            "«",
            "“",
        )  # a paper's name tells what it is
        if not quoted and before and before[-1] in _LISTS["saying"]:
            yield edit


def _misspelt(pair: Sentences, chance: random.Random) -> Iterator[Edit]:
    """A slip inside a word that stands, by its letters or its company, as a foreign or a personal name."""
    names = set(re.findall(rf"(?:الرئيس|الوزير|اللاعب|المدرب|مدينة|السيد|الدكتور) ({WORD})", pair.story))
    for match in re.finditer(rf"(?<!{WORD[:-1]})({WORD})", pair.own):
        word = match[1]
        if (
            len(word) < 6
            or word not in pair.other
            or not (word in names or word in _LISTS["countries"] + _LISTS["cities"])
        ):
            continue
        k = chance.randrange(2, len(word) - 2)
        head, tail = word[:k], word[k:]
        slips = [head + tail[1:], head + tail[0] + tail, head + tail[1] + tail[0] + tail[2:]]
        new = chance.choice(slips)
        if new != word:
            yield Edit(match.start(), match.end(), new)


def _hamza(pair: Sentences, _: random.Random) -> Iterator[Edit]:
    for match in re.finditer(rf"(?<!{WORD[:-1]})[أإ]{WORD}", pair.own):
        if match[0] in pair.other and len(match[0]) > 4:
            yield Edit(match.start(), match.start() + 1, "ا")


def _closed(pair: Sentences, _: random.Random) -> Iterator[Edit]:
    for match in re.finditer(rf"{WORD}ة{_END}", pair.own):
        if match[0] in pair.other and len(match[0]) > 4:
            yield Edit(match.end() - 1, match.end(), "ه")


def _about(pair: Sentences, _: random.Random) -> Iterator[Edit]:
    """«نحو» before a number: as true as the number alone."""
    for match in re.finditer(r"(?<![\d.,/:-])(\d{2,4})(?= ال| [\u0621-\u064a]{3})(?![\d.,])", pair.own):
        if match[1] in pair.other and not 1900 <= int(match[1]) <= 2100:
            yield Edit(match.start(), match.end(), f"نحو {match[1]}")


def _spelt_out(pair: Sentences, _: random.Random) -> Iterator[Edit]:
    for number, word in enumerate(NUMBERS, start=3):
        for match in re.finditer(rf"{_CLITICS}{word}(?= {WORD})", pair.own):
            if word in pair.other and not match[1]:
                yield Edit(match.start(), match.end(), str(number))


_NO_COUNT = "|".join([*MONTHS, *LEVANTINE, "بالم", "في الم", "مليون", "مليار"])
COUNT = rf"(?<![\d.,/:\u2013A-Z-])((?!19\d\d|20\d\d)\d{{1,4}})(?= (?!{_NO_COUNT})[\u0621-\u064a]{{3}})"
MONEY = r"(?<![\d.,/:])(\d{1,4}(?:[.,]\d{1,3})?)(?=\s?(?:%|٪|بالم|في الم|مليون|مليار|ألف دولار))"

IN_SENTENCES: dict[str, Generator] = {
    "name-misspelt": _misspelt,
    "person-swapped": _person,
    "role-changed": _swaps(_LISTS["roles"]),
    "number-digits": _numbers(COUNT),
    "number-words": _others(NUMBERS),
    "percent-money": _numbers(MONEY),
    "money-scale": _swaps(_LISTS["scales"]),
    "date-day-changed": _days,
    "month-changed": _others(MONTHS),
    "weekday-changed": _others(_LISTS["weekdays"]),
    "relative-date-changed": _swaps(_LISTS["relative"]),
    "place-swapped": _others(_LISTS["countries"], _LISTS["cities"]),
    "negation": _swaps(_LISTS["denied"]),
    "antonym": _swaps([pair[::turn] for pair in _LISTS["opposites"] for turn in (1, -1)]),
    "attribution-changed": _source,
}
"""Types of discrepancies, and where they can be put."""

SILENT: dict[str, Generator] = {
    "silent-hamza": _hamza,
    "silent-ta-marbuta": _closed,
    "silent-synonym": _swaps(_LISTS["synonyms"]),
    "silent-month-system": _swaps([list(pair) for pair in zip(MONTHS, LEVANTINE, strict=True)]),
    "silent-number-form": _spelt_out,
    "silent-about": _about,
}
"""Edits that change nothing."""


def _alien(body: str, others: Others) -> tuple[str, str]:
    """The article that shares fewest words."""
    own = set(body.split())
    return min(others, key=lambda other: len(own & set(other[1].split())) / (1 + len(set(other[1].split()))))


def _appended(title: str, body: str, others: Others, chance: random.Random) -> Placed | None:
    head, text = _alien(body, others)
    item = next((paragraph for paragraph in text.split("\n") if len(paragraph) > 150), None)
    if item is None:
        return None
    start = len(title) + 2 + len(body) + 1
    longer = f"{body}\n{head}\n{item}" if chance.random() < 0.5 else f"{body}\n{item}"
    return Placed(title, longer, start, len(title) + 2 + len(longer), item[:80])


def _on_top(title: str, body: str, others: Others, chance: random.Random) -> Placed | None:
    head, _ = _alien(body, others)
    return Placed(f"{head}\n{title}", body, 0, len(head), head)


def _twice(title: str, body: str, others: Others, chance: random.Random) -> Placed | None:
    paragraphs = body.split("\n")
    long = [k for k, paragraph in enumerate(paragraphs) if len(paragraph) > 80 and paragraph.endswith(".")]
    if not long:
        return None
    k = chance.choice(long)
    start = len(title) + 2 + len("\n".join(paragraphs[: k + 1])) + 1
    longer = "\n".join([*paragraphs[: k + 1], *paragraphs[k:]])
    return Placed(title, longer, start, start + len(paragraphs[k]), paragraphs[k][:60])


def _glued(title: str, body: str, others: Others, chance: random.Random) -> Placed | None:
    """Two paragraphs without the break between them, half of the time without the full stop as well."""
    breaks = [match.start() for match in re.finditer(r"(?<=[\u0621-\u064a]\.)\n(?=[\u0621-\u064a])", body)]
    if not breaks:
        return None
    at = chance.choice(breaks)
    left = body[: at - 1] if chance.random() < 0.5 else body[:at]
    start = len(title) + 2 + len(left)
    return Placed(title, left + body[at + 1 :], start - 2, start + 2, f"{left[-20:]}{body[at + 1 : at + 20]}")


STRUCTURAL: dict[str, Callable[[str, str, Others, random.Random], Placed | None]] = {
    "appended-passage": _appended,
    "headline-on-top": _on_top,
    "duplicated-paragraph": _twice,
    "run-together": _glued,
}
"""Faults of whole passages."""
