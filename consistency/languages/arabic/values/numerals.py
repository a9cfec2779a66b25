"""Numbers in digits and words: «1,250», «4ر95», «ثلاثة وعشرون ألفا و500»."""

from __future__ import annotations

import re
from typing import NamedTuple

from consistency.languages.arabic.values.dispatch import remembered
from consistency.languages.arabic.values.lexicon import signs, words_of
from consistency.languages.arabic.values.scan import Scan
from consistency.model import Comparator

__all__ = [
    "NUMBER",
    "ORDINAL",
    "Counted",
    "Numeral",
    "counts_alone",
    "counts_something",
    "read_digits",
    "read_number",
    "read_ordinal",
    "read_small",
]

NUMBER = signs("digits", "number", "two", "scale")
"""What a number starts with."""
ORDINAL = signs("ordinal", "number", "ال", "وال", "بال", "لل", "الاحد")
"""What an ordinal starts with."""
_CONTINUING = frozenset(("fraction", "number", "point", "scale", "two"))
"""Meanings of the words that may go on with a number in digits."""
_MARKS = re.compile("[\u200e\u200f\u202a-\u202e]")
_NO_YEAR = re.compile(r"(?:\d{0,2}|\d{5,}|\d{1,3}(?:,\d{3})+)(?:[.٫,]\d+)?|\d{3}[.٫,]\d+")
"""Digits of no year, and of no month in one: «2015.05»."""
_COUNTED = signs("noun", "money")
_OF_TIME = words_of("grammar", "of_time")
_DECIMAL = re.compile(r"\d*\.\d+")
_SPOKEN_HUNDREDS = ("مية", "ميه", "متين")
"""Behind these the dialects leave out «و»: «متين واحد وعشرين» is 221."""
_THOUSANDS = re.compile(r"\d{1,3}(?:[,،٬]\d{3})+(?:[.٫,]\d+)?|\d{1,3}(?:\.\d{3}){2,}")


class Numeral(NamedTuple):
    """A number that was read up to, not including, token ``end``."""

    end: int
    value: float
    words: bool = False
    """True where a part of it is written in words."""
    shy: bool = False
    """True for a lone word that is a number only sometimes."""
    scale: float = 1
    """The last scale word of it: 1e6 in «5 ملايين»."""


class Counted(NamedTuple):
    """A number as an amount sees it: exact, a fraction, a dual or a vague plural."""

    end: int
    value: float
    comparator: Comparator | None = None
    shy: bool = False
    words: bool = False
    how: str = ""
    plain: bool = True
    """False for a fraction or a vague plural."""


def read_digits(text: str, kind: str = "n") -> float | None:
    """The value of a number in digits; None where its marks make no number («1.2.3»)."""
    text = _MARKS.sub("", text)
    if text.isdecimal() or _DECIMAL.fullmatch(text):
        return float(text)
    if kind == "r":  # «95ر4», «34 .1»: agencies and old pages keep the order of print, decimals first.
        decimals, _, whole = text.partition("ر" if "ر" in text else " .")
        return float(f"{whole}.{decimals}")
    if _THOUSANDS.fullmatch(text):
        head, tail = text, ""
        last = max(text.rfind(mark) for mark in ".٫")
        comma = text.rfind(",")
        if last >= 0 and (text.count(".") + text.count("٫")) == 1:
            head, tail = text[:last], text[last + 1 :]
        elif comma >= 0 and len(text) - comma - 1 != 3 and text[comma + 1 :].isdigit():
            head, tail = text[:comma], text[comma + 1 :]
        digits = re.sub(r"\D", "", head)
        return float(f"{digits}.{tail}") if tail else float(digits)
    plain = re.sub("[٫,،]", ".", text)
    return float(plain) if _DECIMAL.fullmatch(plain) else None


def read_small(scan: Scan, index: int, most: int) -> tuple[int, int] | None:
    """A whole number in plain digits of at most ``most``: (end, number)."""
    token = scan.tokens[index]
    if token.kind != "n" or not token.text.isdigit() or len(token.text) > 4 or int(token.text) > most:
        return None
    return index + 1, int(token.text)


@remembered(signs("digits"), timeless=True)
def counts_alone(scan: Scan, index: int) -> bool:
    """Whether a number is no date, no time of day and no length, by itself and by what stands beside it.

    It has no digits of a year, and a noun, a currency or a percent sign stands behind it, or behind its
    scale.
    """
    token, follower = scan.tokens[index], scan.tokens[index + 1]
    if token.kind == "n" and _NO_YEAR.fullmatch(token.text) is None:
        return False
    if scan.tokens[index - 1].folded == "عند":  # «عند 5.»
        return False
    scaled = "scale" in follower.word.roles
    if scaled:
        number = read_number(scan, index)
        if number is None:
            return False
        follower = scan.tokens[number.end]
    if follower.kind != "w":
        return follower.kind == "p" and (scaled or follower.text in "%٪")
    word = follower.word
    plain = not word.conjunction and word.folded.lower() not in _OF_TIME
    return plain and word.signs <= _COUNTED and word.roles.keys() <= _COUNTED


@remembered(NUMBER, timeless=True)
def read_number(scan: Scan, index: int) -> Numeral | None:
    """The longest number that starts here."""
    token, follower = scan.tokens[index], scan.tokens[index + 1]
    if token.kind in "nr" and follower.folded != "و" and _CONTINUING.isdisjoint(follower.word.roles):
        plain = read_digits(token.text, token.kind)
        return Numeral(index + 1, round(plain, 9)) if plain is not None else None
    reader = _Reader(scan)
    end = reader.run(index)
    if end is None:
        return None
    value = round(reader.total + reader.current, 9)
    shy = end == index + 1 and "shy_number" in scan.tokens[index].word.roles
    return Numeral(end, value, reader.words, shy, reader.scale)


class _Reader:
    """Adds up the words of one number from left to right."""

    def __init__(self, scan: Scan) -> None:
        self.scan = scan
        self.total = 0.0
        self.current = 0.0
        self.limit = 1e15
        self.scale = 1.0
        self.last = ""
        self.words = False

    def run(self, index: int) -> int | None:
        """Read from a token on: the token behind the number, or None where none starts."""
        scan, at = self.scan, index
        while True:
            step = at
            joined = False
            if at > index:
                word = scan.tokens[at].word
                if word.folded == "و" and scan.tokens[at].kind == "w":
                    step, joined = at + 1, True
                else:
                    joined = word.conjunction and not word.preposition
                if scan.tokens[step].word.preposition or (
                    not joined and scan.attached(step) and scan.tokens[step].kind in "nr"
                ):
                    break
            end = self._take(step, joined, first=at == index)
            if end is None:
                break
            at = end
        return at if at > index else None

    def _take(self, index: int, joined: bool, first: bool) -> int | None:
        token = self.scan.tokens[index]
        beyond = joined and not first and "fraction" not in token.word.roles
        beyond = beyond and self.scan.tokens[index + 1].word.roles.get("scale", 0) >= self.limit
        if beyond:
            return None  # «بين مليار و9 مليارات»: the second number of a range
        if token.kind in ("n", "r"):
            return self._digits(index, joined, first)
        if token.kind != "w":
            return None
        roles = token.word.roles
        if token.word.article and not first and "fraction" not in roles:
            return None
        for role, take in (("number", self._word), ("two", self._two), ("scale", self._scale)):
            if role in roles:
                end = take(index, joined, first)
                if end is not None:
                    self.words = True
                    return end
        if "fraction" in roles and joined and self.last in ("scale", "two"):
            self.total += float(roles["fraction"]) * self.scale
            self.last = "fraction"
            follower = self.scan.tokens[index + 1].word
            again = "scale" in follower.roles and float(follower.roles["scale"]) == self.scale
            return index + 2 if again else index + 1
        if "point" in roles and self.last == "digits" and self.scan.tokens[index + 1].kind == "n":
            digits = self.scan.tokens[index + 1].text
            if digits.isdigit() and self.current == int(self.current):
                self.current = float(f"{int(self.current)}.{digits}")
                self.last = "closed"
                return index + 2
        return None

    def _digits(self, index: int, joined: bool, first: bool) -> int | None:
        token = self.scan.tokens[index]
        value = read_digits(token.text, token.kind)
        open_place = self.current == 0 and self.last in ("scale", "two") and joined
        if value is None or not (first or (open_place and value < self.limit)):
            return None
        self.current += value
        self.last = "digits"
        return index + 1

    def _word(self, index: int, joined: bool, first: bool) -> int | None:
        group, value = self.scan.tokens[index].word.roles["number"]
        current = self.current
        if (
            group == "hundred"
            and value == 100
            and self.last in ("one", "digits")
            and not joined
            and 3 <= current <= 9
        ):
            self.current, self.last = current * 100, "hundred"
            return index + 1
        spoken = self.last == "hundred" and self.scan.tokens[index - 1].folded.endswith(_SPOKEN_HUNDREDS)
        if not (first or joined or spoken):
            return None
        hundreds_only = current == 0 or (current % 100 == 0 and self.last == "hundred")
        if current == 0 and not first and self.last not in ("scale", "two"):
            return None
        if group == "one":
            if not hundreds_only:
                return None
            follower = self.scan.tokens[index + 1].word
            if follower.roles.get("number", ("", 0))[0] == "ten" and not follower.conjunction:
                self.current, self.last = current + value + 10, "closed"
                return index + 2
            self.current, self.last = current + value, "one"
            return index + 1
        if group == "tens":
            after_one = self.last == "one" and 1 <= current % 100 <= 9
            if not (hundreds_only or after_one):
                return None
            self.current, self.last = current + value, "closed"
            return index + 1
        if group == "hundred" and current == 0:
            self.current, self.last = float(value), "hundred"
            return index + 1
        if group in ("ten", "whole") and hundreds_only and (value or first):
            self.current, self.last = current + value, "closed" if value != 200 else "hundred"
            return index + 1
        return None

    def _two(self, index: int, joined: bool, first: bool) -> int | None:
        value = float(self.scan.tokens[index].word.roles["two"])
        if self.current or not (first or joined) or value >= self.limit or self.last == "digits":
            return None
        word = self.scan.tokens[index].word
        if "scale" in word.roles and (word.stem.endswith("ا")):  # «ألفاً و500» is one, «ألفا جندي» two
            follower = self.scan.tokens[index + 1]
            single = "ً" in self.scan.tokens[index].text or follower.kind != "w" or follower.word.conjunction
            if single:
                return None
        self._add(2, value, "two")
        return index + 1

    def _scale(self, index: int, joined: bool, first: bool) -> int | None:
        word = self.scan.tokens[index].word
        value = float(word.roles["scale"])
        if not (first or joined) and self.current == 0:
            if self.last in ("scale", "two") and value > self.scale and self.total:
                chunk = self.total % (self.scale * 1000) or self.total
                self.total += chunk * value - chunk
                self.scale, self.limit = value, value
                return index + 1
            return None
        if (joined and self.current) or value >= self.limit:
            return None
        plural = "vague" in word.roles
        if plural and not 3 <= self.current % 100 <= 10 and self.last != "digits":
            return None
        self._add(self.current or 1, value, "scale")
        return index + 1

    def _add(self, count: float, scale: float, last: str) -> None:
        self.total += count * scale
        self.current, self.limit, self.scale, self.last = 0.0, scale, scale, last


@remembered(ORDINAL, timeless=True)
def read_ordinal(scan: Scan, index: int) -> tuple[int, int] | None:
    """An ordinal that starts here: «الثالث», «الحادية والعشرين», «الـ18»: (end, number)."""
    word = scan.tokens[index].word
    if word.folded in ("ال", "وال", "بال", "لل") and scan.tokens[index + 1].kind == "n":
        small = read_small(scan, index + 1, 9999)
        return small if small else None
    roles = word.roles
    follower = scan.tokens[index + 1].word
    following = follower.roles.get("number", ("", 0))
    unit = roles.get("ordinal")
    if word.stem == "الاحد" and following[0] == "ten" and not follower.conjunction:
        return index + 2, 11  # «الأحد عشر», not Sunday
    definite_one = word.article and roles.get("number", ("", 0))[0] == "one"
    if unit is None and definite_one:
        unit = roles["number"][1]
        if following[0] not in ("ten", "tens"):
            return None
    if unit is not None:
        if following[0] == "ten" and not follower.conjunction:
            return index + 2, unit + 10
        step = index + 1
        if follower.folded == "و":
            follower = scan.tokens[index + 2].word
            following, step = follower.roles.get("number", ("", 0)), index + 2
        joined = follower.conjunction or step == index + 2
        if following[0] == "tens" and joined and follower.article and word.article:
            return step + 1, unit + following[1]
        return index + 1, unit
    if word.article and "number" in roles and roles["number"][0] in ("tens", "hundred"):
        return index + 1, roles["number"][1]
    return None


def counts_something(scan: Scan, index: int) -> bool:
    """Whether the word after a number is what it counts."""
    word = scan.tokens[index].word
    roles = {} if word.conjunction or word.article else word.roles
    return any(role in roles for role in ("time", "money", "measure", "noun", "scale", "code"))
