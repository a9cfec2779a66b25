"""Amounts: numbers with what they count, money, percentages, durations, and their comparators."""

from __future__ import annotations

import re

from consistency.languages.arabic.values.comparators import (
    COMPARATOR,
    far_comparator,
    read_comparator,
    read_comparator_behind,
)
from consistency.languages.arabic.values.counted import COUNTED, OPENING, read_counted
from consistency.languages.arabic.values.dispatch import Choice, remembered
from consistency.languages.arabic.values.draft import Draft
from consistency.languages.arabic.values.lexicon import signs, table, words_of
from consistency.languages.arabic.values.numbered import is_part_of_name, read_numbered
from consistency.languages.arabic.values.numerals import Counted, read_number
from consistency.languages.arabic.values.scan import Scan
from consistency.languages.arabic.values.uncounted import read_dual, read_few, read_none, read_one, read_vague
from consistency.languages.arabic.values.units import read_noun, read_percent, read_timed, read_unit

__all__ = ["AMOUNT", "DURATION", "read_amount", "read_duration"]

DURATION = COMPARATOR | COUNTED | signs("time", "few")
"""What a length of time starts with."""
_NONE = signs("اي", *words_of("context", "without"))
AMOUNT = DURATION | _NONE | signs("vague", "measure", "money", "noun", "code", "ال", "بالمئة", "بالمائة")
"""What an amount starts with."""
_DOTTED = re.compile(r"[1-9]\d{0,2}\.\d{3}")


@remembered(AMOUNT, timeless=True)
def read_amount(scan: Scan, index: int) -> Draft | None:
    """An amount that starts here, its comparator before or behind it included."""
    comparator = read_comparator(scan, index)
    if comparator is not None:
        at = comparator[0]
        inner = read_comparator(scan, at)
        if inner is not None:
            at = inner[0]
        found = _plain_amount(scan, at, led=True)
        if found is None or found.kind == "ordinal":
            return read_none(scan, index)
        found = found._replace(start=index)
        if found.comparator is not None or _states_an_age(scan, index, found):
            return found
        return found._replace(comparator=comparator[1])
    found = _plain_amount(scan, index)
    if found is None:
        return None
    after = read_comparator_behind(scan, found.end)
    if after is None and found.kind == "quantity" and _describes(scan, found.end):
        after = read_comparator_behind(scan, found.end + 1)
    if after is not None and found.comparator is None:
        return found._replace(end=after[0], comparator=after[1])
    bound = far_comparator(scan, index) if found.comparator is None else None
    return found if bound is None else found._replace(comparator=bound)


def _describes(scan: Scan, index: int) -> bool:
    """Whether the word can be an adjective of what is counted: «14 جنديا أفغانيا على الأقل»."""
    word = scan.tokens[index].word
    particles = word.article or word.conjunction or word.preposition
    return scan.tokens[index].kind == "w" and not particles and word.folded not in words_of("context", "stop")


def _states_an_age(scan: Scan, index: int, found: Draft) -> bool:
    """«عن عمر يناهز 37 عاما»: the idiom gives the age as it is."""
    if (
        found.kind != "duration"
        or found.unit != "year"
        or not scan.among(index, words_of("context", "reaching"))
    ):
        return False
    return any(scan.among(back, words_of("context", "age")) for back in (index - 1, index - 2))


def _plain_amount(scan: Scan, index: int, led: bool = False) -> Draft | None:
    found = _RULES.first(scan, index)
    if found is not None:
        return found
    counted = read_counted(scan, index)
    return _with_unit(scan, index, counted, led) if counted is not None else None


def _symbol_money(scan: Scan, index: int) -> Draft | None:
    """«$10,000», «€ 5 ملايين», «USD 20»."""
    symbols = table("money")["symbols"]
    code = symbols.get(scan.tokens[index].text) or scan.tokens[index].word.roles.get("code")
    number = read_number(scan, index + 1) if code else None
    if code is None or number is None:
        return None
    value = number.value
    cents = scan.tokens[number.end]
    two_digits = cents.kind == "n" and cents.text.isdigit() and len(cents.text) == 2
    if two_digits and scan.tokens[number.end - 1].text.isdigit() and scan.alone(index, number.end + 1):
        return Draft(index, number.end + 1, "money", number=value + int(cents.text) / 100, unit=code)
    return Draft(index, number.end, "money", number=value, unit=code, how="amount in figures with a symbol")


def _percent_first(scan: Scan, index: int) -> Draft | None:
    """«بالمائة 210», «%5»."""
    mark = scan.is_mark(index, "%٪") and scan.attached(index + 1)
    if not mark and scan.tokens[index].folded not in ("بالمئة", "بالمائة"):
        return None
    number = read_number(scan, index + 1)
    if number is None or number.words or (not mark and index > 0 and scan.tokens[index - 1].kind in "nwr"):
        return None
    return Draft(index, number.end, "percent", number=number.value, how="percentage")


def _definite(scan: Scan, index: int) -> Draft | None:
    """«الدول الخمس», «الركاب الـ150»: a definite count behind its noun."""
    word, before = scan.tokens[index].word, scan.tokens[index - 1].word
    if word.folded == "ال" and scan.tokens[index + 1].kind in "nr":
        number = read_number(scan, index + 1)
        found = (
            _with_unit(scan, index, Counted(number.end, number.value), led=False)
            if number is not None
            else None
        )
        if found is not None and found.kind != "number":
            return found
    if not before.article or scan.tokens[index - 1].kind != "w" or "time" in before.roles or word.preposition:
        return None
    unit = before.roles["noun"][0] if "noun" in before.roles else before.stem
    counted = scan.tokens[index - 2].word
    if (
        before.roles.get("noun", ("", 1))[1]
        and counted.roles.get("time", ("", 1))[1] == 0
        and not counted.article
    ):
        return None  # «أيام المعرض الثمانية» counts days
    if (
        word.folded == "ال"
        and scan.tokens[index + 1].kind == "n"
        and before.roles.get("noun", ("", 1))[1] == 0
    ):
        number = read_number(scan, index + 1)
        return (
            Draft(index, number.end, "quantity", number=number.value, unit=unit)
            if number is not None
            else None
        )
    group, value = word.roles.get("number", ("", 0))
    if not word.article or group != "one" or value < 3 or word.conjunction or "weekday" in before.roles:
        return None
    if scan.tokens[index + 1].word.roles.get("number") or scan.tokens[index + 1].word.roles.get("scale"):
        return None
    return Draft(
        index, index + 1, "quantity", number=float(value), unit=unit, how="a definite count behind its noun"
    )


_RULES = Choice(
    (signs("mark", "code"), _symbol_money),
    (signs("mark", "بالمئة", "بالمائة"), _percent_first),
    (signs("time", "measure", "money", "noun"), read_dual),
    (signs("vague"), read_vague),
    (signs("few"), read_few),
    (_NONE, read_none),
    (signs("measure", "noun"), read_one),
    (signs("ال", "number"), _definite),
)


def _with_unit(scan: Scan, index: int, counted: Counted, led: bool) -> Draft | None:
    """Percent, money, duration, measure or counted noun behind a number; else the number alone."""
    end = counted.end
    alone = led or scan.alone(index, end)
    if counted.shy and counted.value == 1 and scan.tokens[index].kind == "w" and not alone:
        return None  # one is not counted in front of its noun: «أحد يوما»
    percent = read_percent(scan, end)
    if percent is not None:
        return Draft(index, percent, "percent", number=counted.value, how=counted.how or "percentage")
    for kind in ("duration", "money", "measure"):
        found = read_unit(scan, index, end, counted, kind)
        if found is not None:
            aside = found.kind == "duration" and counted.value < 0 and scan.is_mark(index, "-−")
            # «قال فلان -30 عاما-»: a dash beside an age is no minus.
            return found._replace(start=index + 1, number=-counted.value) if aside else found
    found = _with_noun(scan, index, counted)
    if found is not None:
        return found
    bracket = scan.is_mark(index, OPENING)  # without a unit the number inside is read alone
    if bracket or (counted.shy and not alone) or (scan.tokens[index].word.article and not led):
        return None
    if end == index + 1 and not led:
        if is_part_of_name(scan, index):
            return None
        which = read_numbered(scan, index)
        if which is not None:
            return which
    return Draft(index, end, "number", counted.comparator, number=counted.value, how=counted.how)


def _with_noun(scan: Scan, index: int, counted: Counted) -> Draft | None:
    """«12 جنديا», «اثنان من الجنود», «30.000 مشارك»."""
    if not counted.plain:
        return None
    end, value = counted.end, counted.value
    if end == index + 1 and _is_dated(scan, index):
        return None
    of = scan.tokens[end + 1].word
    if scan.tokens[end].folded == "من" and of.roles.get("noun", ("", 1))[1] == 0 and not of.conjunction:
        return _quantity(index, end + 2, counted, value, of.roles["noun"][0])
    noun = read_noun(scan, end, False, value)
    if noun is None:
        return None
    if (
        end == index + 1
        and "noun" in scan.tokens[end].word.roles
        and _DOTTED.fullmatch(scan.tokens[index].folded)
    ):
        value *= 1000  # nobody counts people in thousandths: the point is the Maghreb's comma
    return _quantity(index, noun[0], counted, value, noun[1])


def _is_dated(scan: Scan, index: int) -> bool:
    """«طبقت في 2001 آلية»: a year behind «في», whatever noun follows; a round number may still count."""
    text = scan.tokens[index].text
    led = scan.among(index - 1, words_of("grammar", "year_leads"))
    return led and text.isdigit() and 1900 <= int(text) <= 2099 and int(text) % 100 != 0


def _quantity(start: int, end: int, counted: Counted, value: float, unit: str) -> Draft:
    return Draft(start, end, "quantity", counted.comparator, number=value, unit=unit, how=counted.how)


def _names_its_day(scan: Scan, index: int, unit: str) -> bool:
    """«يوم أمس», «يوم الخميس», «عام 2011»: the unit leads a date and counts nothing."""
    follower = scan.tokens[index + 1].word
    if unit == "day":
        dated = ("day_words", "weekday", "bare_weekday")
        return any(role in follower.roles for role in dated) or scan.tokens[index + 1].kind == "n"
    return unit in ("year", "month") and (scan.tokens[index + 1].kind == "n" or "month" in follower.roles)


@remembered(DURATION, timeless=True)
def read_duration(scan: Scan, index: int) -> Draft | None:
    """A duration that starts here: with a number, dual, a few, or one unit alone."""
    comparator = read_comparator(scan, index)
    at = comparator[0] if comparator else index
    found = read_dual(scan, at) or read_few(scan, at)
    if found is None:
        counted = read_counted(scan, at)
        one = counted is not None and counted.shy and counted.value == 1  # «أحد يوما» counts nothing
        found = read_timed(scan, at, counted.end, counted) if counted is not None and not one else None
    if found is None:
        word = scan.tokens[at].word
        unit, count = word.roles.get("time", ("", 0))
        if count == 1 and _names_its_day(scan, at, unit):
            return None
        if count == 1 and not word.article and (at == index or not word.preposition) and not word.conjunction:
            found = read_timed(scan, at, at, Counted(at, 1.0))
        elif count == 0 and unit and not word.article and not word.conjunction:
            found = Draft(
                at, at + 1, "duration", "at_least", number=3.0, unit=unit, how="a plural without a number"
            )
    if found is None or found.kind != "duration":
        return None
    if comparator is None:
        return found
    age = _states_an_age(scan, index, found)
    return found._replace(start=index, comparator=found.comparator if age else comparator[1])
