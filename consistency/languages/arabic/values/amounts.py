"""Amounts: numbers with what they count, money, percentages, durations, ordinals, and their comparators."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from consistency.languages.arabic.normalise import fold_word
from consistency.languages.arabic.values.draft import Draft
from consistency.languages.arabic.values.lexicon import phrases, table, words_of
from consistency.languages.arabic.values.months import is_unit
from consistency.languages.arabic.values.numerals import Numeral, read_digits, read_number, read_ordinal
from consistency.languages.arabic.values.scan import Scan, remembered
from consistency.model import Comparator

__all__ = ["read_amount", "read_comparator", "read_duration", "read_ordinal_value"]

_PERCENT_WORDS = frozenset(
    fold_word(word)
    for word in ("بالمئة", "بالمائة", "بالمية", "بالمئه", "بالمائه", "المئة", "المائة", "مئوية")
)
_COMPOUND = {
    "second": 1.0,
    "minute": 60.0,
    "hour": 3600.0,
    "day": 86400.0,
    "week": 604800.0,
    "month": 2592000.0,
}
_COMPOUND["year"] = 31536000.0


class _Counted(NamedTuple):
    """A number as an amount sees it: exact, a fraction, a dual or a vague plural."""

    end: int
    value: float
    comparator: Comparator | None = None
    shy: bool = False
    words: bool = False
    how: str = ""
    plain: bool = True
    """False for a fraction or a vague plural."""


def read_comparator(scan: Scan, index: int, key: str = "comparator") -> tuple[int, Comparator] | None:
    """«ما لا يقل عن», «نحو», «أكثر من»: (end, comparator)."""
    listed = phrases("context", key)
    word = scan.word(index)
    if scan.at(index).kind != "w":
        return None
    forms = (
        (word.folded,) if not word.folded[:1] in "وفبل" else (word.folded, word.folded[1:], word.folded[2:])
    )
    for first in forms:
        for rest, meaning in listed.get(first, ()):
            if all(scan.folded(index + 1 + step) == item for step, item in enumerate(rest)):
                return index + 1 + len(rest), meaning
    return None


@remembered
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
            return None
        found = replace(found, start=index)
        return (
            found
            if found.comparator is not None and not found.how.startswith("=")
            else replace(found, comparator=comparator[1])
        )
    found = _plain_amount(scan, index)
    if found is None:
        return None
    after = read_comparator(scan, found.end, "after")
    if after is not None and found.comparator is None:
        return replace(found, end=after[0], comparator=after[1])
    if found.comparator is None:
        return replace(found, comparator=_far_comparator(scan, index))
    return found


def _far_comparator(scan: Scan, index: int) -> Comparator | None:
    """«وتزيد المسافة من ... إلى ... على 200 كيلومتر»: the verb stands far before «على» or «عن»."""
    if scan.folded(index - 1) not in ("على", "عن"):
        return None
    more, less = words_of("context", "far_more"), words_of("context", "far_less")
    for at in range(index - 2, max(index - 25, -1), -1):
        if scan.at(at).kind == "l" or scan.is_mark(at, ".؛"):
            return None
        word = scan.folded(at)
        denied = scan.folded(at - 1) == "لا" or scan.folded(at - 1) == "لم"
        for form in (word, word[1:] if word[:1] in "وف" else word):
            if form in more:
                return "at_most" if denied else "more_than"
            if form in less:
                return "at_least" if denied else "less_than"
    return None


def _plain_amount(scan: Scan, index: int, led: bool = False) -> Draft | None:
    readers = (_symbol_money, _percent_first, _dual, _vague, _few)
    for reader in readers:
        found = reader(scan, index)
        if found is not None:
            return found
    counted = _counted(scan, index)
    if counted is None:
        return None
    return _with_unit(scan, index, counted, led)


def _symbol_money(scan: Scan, index: int) -> Draft | None:
    """«$10,000», «€ 5 ملايين», «USD 20»."""
    symbols = table("money")["symbols"]
    code = symbols.get(scan.at(index).text) or scan.word(index).roles.get("code")
    number = read_number(scan, index + 1) if code else None
    if code is None or number is None:
        return None
    value = number.value
    cents = scan.at(number.end)
    if (
        cents.kind == "n"
        and cents.text.isdigit()
        and len(cents.text) == 2
        and not scan.is_mark(number.end + 1, ".,")
    ):
        if scan.at(number.end - 1).text.isdigit() and scan.alone(index, number.end + 1):
            return Draft(index, number.end + 1, "money", number=value + int(cents.text) / 100, unit=code)
    return Draft(index, number.end, "money", number=value, unit=code, how="amount in figures with a symbol")


def _percent_first(scan: Scan, index: int) -> Draft | None:
    """«بالمائة 210», «%5»."""
    mark = scan.is_mark(index, "%٪") and scan.attached(index + 1)
    if not mark and scan.folded(index) not in ("بالمئة", "بالمائة"):
        return None
    number = read_number(scan, index + 1)
    if number is None or number.words or (not mark and index > 0 and scan.at(index - 1).kind in "nwr"):
        return None
    return Draft(index, number.end, "percent", number=number.value, how="percentage")


def _dual(scan: Scan, index: int) -> Draft | None:
    """«شهرين», «قتيلان», «كيلومترين»: two of the unit."""
    word = scan.word(index)
    if not word.stem.endswith("ن") or word.article or scan.at(index).kind != "w":
        return None
    for role, kind in (
        ("time", "duration"),
        ("measure", "quantity"),
        ("money", "money"),
        ("noun", "quantity"),
    ):
        unit, count = word.roles.get(role, ("", 0))
        if count != 2:
            continue
        counted = _Counted(index, 2.0, how="dual")
        return _close(scan, index, index, counted, kind)
    return None


def _vague(scan: Scan, index: int) -> Draft | None:
    """«عشرات القتلى», «مئات الآلاف من النازحين»: more than one of the unit of counting."""
    word = scan.word(index)
    if "vague" not in word.roles or word.article or word.folded.startswith(("الفا", "الاف")) and False:
        return None
    value, end = float(word.roles["vague"]), index + 1
    while "vague" in scan.word(end).roles and scan.word(end).article and not scan.word(end).conjunction:
        value, end = value * float(scan.word(end).roles["vague"]), end + 1
    if scan.folded(end) == "من":
        noun = scan.word(end + 1)
        if noun.article:
            end += 1
    unit = _noun(scan, end, definite=True)
    if unit is None:
        money = scan.word(end).roles.get("money")
        if money is not None:
            counted = _Counted(end, value, "more_than", how="a plural without a number", plain=False)
            return _close(scan, index, end, counted, "money")
        return None
    return Draft(
        index, unit[0], "quantity", "more_than", number=value, unit=unit[1], how="a plural without a number"
    )


def _few(scan: Scan, index: int) -> Draft | None:
    """«بضع دقائق», «بضعة أسابيع», «عدة أشهر»: at least three."""
    word = scan.word(index)
    if "few" not in word.roles or word.article:
        return None
    follower = scan.word(index + 1)
    unit, count = follower.roles.get("time", ("", 1))
    if unit and count == 0:
        return Draft(
            index, index + 2, "duration", "at_least", number=3.0, unit=unit, how="a few: three to nine"
        )
    if word.stem == fold_word("عدة"):
        return None
    noun = _noun(scan, index + 1, definite=False)
    if noun is not None:
        return Draft(
            index, noun[0], "quantity", "at_least", number=3.0, unit=noun[1], how="a few: three to nine"
        )
    return None


def _counted(scan: Scan, index: int) -> _Counted | None:
    """The number at this place: with a sign, in words, or a fraction."""
    at, sign = index, 1.0
    if "minus" in scan.word(at).roles and read_number(scan, at + 1) is not None:
        at, sign = at + 1, -1.0
    elif scan.is_mark(at, "-−") and scan.attached(at + 1) and not scan.attached(at):
        at, sign = at + 1, -1.0
    if scan.word(at).preposition and scan.word(at).article and sign > 0:
        pass
    number = read_number(scan, at)
    fraction = _fraction(scan, at, number)
    if fraction is not None:
        return fraction._replace(value=fraction.value * sign)
    if number is None:
        return None
    return _Counted(number.end, number.value * sign, shy=number.shy and sign > 0, words=number.words)


def _fraction(scan: Scan, index: int, number: Numeral | None) -> _Counted | None:
    """«3/4», «ثلاثة أرباع», «نصف», «ثلثي»."""
    if number is not None:
        end = number.end
        if scan.is_mark(end, "/") and scan.attached(end) and scan.attached(end + 1) and not number.words:
            below = read_digits(scan.at(end + 1).text) if scan.at(end + 1).kind == "n" else None
            if below and not scan.is_mark(end + 2, "/"):
                return _Counted(end + 2, round(number.value / below, 9), how="fraction", plain=False)
        parts = scan.word(end).roles.get("parts")
        if parts and 2 <= number.value < parts and number.words:
            return _Counted(end + 1, round(number.value / parts, 9), how="fraction", plain=False)
    word = scan.word(index)
    share = word.roles.get("fraction")
    if share is None or word.article or scan.folded(index + 1) in words_of("context", "finals"):
        return None
    follower = scan.word(index + 1)
    definite = follower.article and scan.at(index + 1).kind == "w" and not follower.preposition
    if "number" in word.roles and not definite:
        return None
    if "number" in word.roles and not (
        "time" in follower.roles or follower.stem in ("سكان", "ناتج", "انتاج")
    ):
        return None
    if share in (0.5, 0.25, 0.333333333333, 0.666666666667, 0.166666666667) or "number" in word.roles:
        scale = follower.roles.get("scale")
        if scale and not follower.conjunction:
            return _Counted(index + 2, round(share * float(scale), 6), how="fraction", plain=False)
        usable = definite or {"time", "money", "measure", "noun"} & follower.roles.keys() or index == 0
        if usable and "turn" not in follower.roles:
            return _Counted(index + 1, share, how="fraction", plain=False)
        if scan.alone(index, index + 1):
            return _Counted(index + 1, share, how="fraction", plain=False)
    return None


def _with_unit(scan: Scan, index: int, counted: _Counted, led: bool) -> Draft | None:
    """Percent, money, duration, measure or counted noun behind a number; else the number alone."""
    end = counted.end
    percent = _percent(scan, end)
    if percent is not None:
        return Draft(index, percent, "percent", number=counted.value, how=counted.how or "percentage")
    for kind in ("duration", "money", "measure"):
        found = _close(scan, index, end, counted, kind)
        if found is not None:
            return found
    noun = _noun(scan, end, not counted.plain, counted.value if counted.plain else 0)
    article = scan.word(index).article
    if noun is not None and counted.plain and not (article and not led):
        value = counted.value
        return Draft(
            index, noun[0], "quantity", counted.comparator, number=value, unit=noun[1], how=counted.how
        )
    if counted.shy and not led and not scan.alone(index, end):
        return None
    if article and not led:
        return None
    return Draft(index, end, "number", counted.comparator, number=counted.value, how=counted.how)


def _percent(scan: Scan, index: int) -> int | None:
    if scan.is_mark(index, "%٪"):
        return index + 1
    folded = scan.folded(index)
    if folded in ("بالمئة", "بالمائة", "بالمئه", "بالمائه", "بالمية"):
        return index + 1
    if folded == "في" and scan.folded(index + 1) in ("المئة", "المائة", "المئه", "المائه", "المية"):
        return index + 2
    return None


def _close(scan: Scan, start: int, at: int, counted: _Counted, kind: str) -> Draft | None:
    """A unit of time, money or measure at ``at`` that the number counts."""
    if kind == "duration":
        return _duration(scan, start, at, counted)
    if kind == "money":
        return _money(scan, start, at, counted)
    measured = _measure(scan, at)
    if measured is not None:
        end, unit, factor = measured
        return Draft(
            start,
            end,
            "quantity",
            counted.comparator,
            number=round(counted.value * factor, 9),
            unit=unit,
            how=counted.how,
        )
    if kind == "quantity":
        noun = _noun(scan, at, definite=False)
        if noun is not None:
            return Draft(
                start,
                noun[0],
                "quantity",
                counted.comparator,
                number=counted.value,
                unit=noun[1],
                how=counted.how,
            )
    return None


def _joined(scan: Scan, index: int) -> int | None:
    """The index of a word that «و», apart or attached, joins to what stands before."""
    if scan.folded(index) == "و" and scan.at(index).kind == "w":
        return index + 1
    if scan.word(index).conjunction and scan.word(index).folded.startswith("و"):
        return index
    return None


def _duration(scan: Scan, start: int, at: int, counted: _Counted) -> Draft | None:
    word = scan.word(at)
    if "time" not in word.roles or word.conjunction and at > start or word.preposition and at > start:
        return None
    unit, count = word.roles["time"]
    if word.article and counted.plain:
        return None
    value, end = counted.value, at + 1
    extra = _joined(scan, end)
    if extra is not None:
        share = scan.word(extra).roles.get("fraction")
        if (
            share in (0.5, 0.25, 0.333333333333)
            and not scan.word(extra).article
            or (share in (0.5, 0.25) and "time" not in scan.word(extra + 1).roles)
        ):
            value, end = value + share, extra + 1
            if scan.word(end).roles.get("time", ("", 0))[0] == unit:
                end += 1
        else:
            return _compound(scan, start, extra, value, unit, end, counted)
    if scan.folded(end) in (
        "كامل",
        "كاملة",
        "كاملا",
        "كاملين",
        "كاملتين",
        "واحد",
        "واحدة",
        "متتالية",
        "متواصلة",
    ):
        end += 1
    return Draft(start, end, "duration", counted.comparator, number=value, unit=unit, how=counted.how)


def _compound(scan: Scan, start: int, at: int, value: float, unit: str, end: int, counted: _Counted) -> Draft:
    """«ساعتين و30 دقيقة», «سنة وشهرين»: in the smaller unit."""
    plain = Draft(start, end, "duration", counted.comparator, number=value, unit=unit, how=counted.how)
    dual = scan.word(at).roles.get("time", ("", 0))
    number = read_number(scan, at)
    if dual[1] in (1, 2) and not scan.word(at).article and number is None:
        second, count, stop = dual[0], float(dual[1]), at + 1
        if scan.folded(stop) in ("واحد", "واحدة"):
            stop += 1
    elif number is not None and "time" in scan.word(number.end).roles and not scan.word(number.end).article:
        second, count, stop = scan.word(number.end).roles["time"][0], number.value, number.end + 1
    else:
        return plain
    if second not in _COMPOUND or unit not in _COMPOUND:
        return plain
    if unit == "year" and second == "month":
        return replace(
            plain, end=stop, number=value * 12 + count, unit="month", how="years and months, in months"
        )
    small, big = sorted((unit, second), key=lambda name: _COMPOUND[name])
    seconds = value * _COMPOUND[unit] + count * _COMPOUND[second]
    if big in ("month", "year") and small != "day":
        return plain
    return replace(
        plain, end=stop, number=seconds / _COMPOUND[small], unit=small, how=f"added up, in {small}s"
    )


def _money(scan: Scan, start: int, at: int, counted: _Counted) -> Draft | None:
    symbol = table("money")["symbols"].get(scan.at(at).text) or scan.word(at).roles.get("code")
    if symbol:
        return Draft(start, at + 1, "money", counted.comparator, number=counted.value, unit=symbol)
    if scan.at(at).text.lower() in ("c", "cents") and scan.alone(start, at + 1):
        return Draft(start, at + 1, "money", counted.comparator, number=counted.value / 100, unit="USD")
    word = scan.word(at)
    if "money" not in word.roles or (word.conjunction or word.preposition) and at > start:
        return None
    lemma = word.roles["money"][0]
    entry = table("money")["nouns"][lemma]
    code, end = entry["code"], at + 1
    adjectives = {fold_word(form): value for form, value in entry["adjectives"].items()}
    follower = scan.word(end)
    adjective = follower.folded[2:] if follower.folded.startswith("ال") else follower.folded
    if adjective in adjectives:
        code, end = adjectives[adjective], end + 1
    value = counted.value / (100 if entry.get("hundredth") else 1)
    how = counted.how or ("" if code else f"{lemma}: the text does not say of which country")
    extra = _joined(scan, end)
    number = read_number(scan, extra) if extra is not None else None
    if number is not None and scan.word(number.end).roles.get("money", ("",))[0] == fold_word("سنت"):
        value, end = value + number.value / 100, number.end + 1
    return Draft(start, end, "money", counted.comparator, number=value, unit=code or lemma, how=how)


def _measure(scan: Scan, at: int) -> tuple[int, str, float] | None:
    for rest, unit in phrases("units", "words").get(scan.folded(at), ()):
        if rest and all(scan.folded(at + 1 + step) == item for step, item in enumerate(rest)):
            end = at + 1 + len(rest)
            return end, unit, 1.0
    word = scan.word(at)
    if "measure" not in word.roles or word.article or word.conjunction or word.preposition:
        return None
    unit = word.roles["measure"][0]
    end = at + 1
    base, factor = table("units")["scaled"].get(unit, (unit, 1))
    area = {
        "مربع": "square_",
        "مربعة": "square_",
        "مربعا": "square_",
        "مكعب": "cubic_",
        "مكعبا": "cubic_",
        "مكعبة": "cubic_",
    }.get(scan.folded(end))
    if area:
        return end + 1, f"{area}{unit}", 1.0
    return end, base, float(factor)


def _noun(scan: Scan, at: int, definite: bool, count: float = 0) -> tuple[int, str] | None:
    """The counted noun at this place: (end, its singular where known, else the folded word)."""
    token = scan.at(at)
    word = token.word
    if token.kind != "w" or word.conjunction or word.preposition:
        return None
    if "noun" in word.roles:
        return (at + 1, word.roles["noun"][0]) if definite or not word.article else None
    return _unknown_noun(scan, at, count) if count and not word.roles else None


def _unknown_noun(scan: Scan, at: int, count: float) -> tuple[int, str] | None:
    """A noun of no list, told by its ending: «-ا» after 11 to 99, «-ات», «-ين» after 3 to 10, «-ة» after any."""
    word = scan.word(at)
    folded = word.folded
    if word.article or len(folded) < 4 or folded in words_of("context", "stop") or count != int(count):
        return None
    rest = int(count) % 100
    if 11 <= rest <= 99 and folded.endswith("ا") and len(folded) >= 5 and folded[-2] not in "اهن":
        return at + 1, folded[:-1]
    if 3 <= rest <= 10 and folded.endswith(("ات", "ين")) and len(folded) >= 5:
        return at + 1, folded
    if (rest > 10 or rest == 0) and folded.endswith("ة"):
        return at + 1, folded
    return None


@remembered
def read_duration(scan: Scan, index: int) -> Draft | None:
    """A duration that starts here: with a number, dual, a few, or one unit alone."""
    comparator = read_comparator(scan, index)
    at = comparator[0] if comparator else index
    found = _dual(scan, at) or _few(scan, at)
    if found is None:
        counted = _counted(scan, at)
        found = _duration(scan, at, counted.end, counted) if counted is not None else None
    if found is None:
        word = scan.word(at)
        unit, count = word.roles.get("time", ("", 0))
        if count == 1 and not word.article and (at == index or not word.preposition) and not word.conjunction:
            found = _duration(scan, at, at, _Counted(at, 1.0))
        elif count == 0 and unit and not word.article and not word.conjunction:
            found = Draft(
                at, at + 1, "duration", "at_least", number=3.0, unit=unit, how="a plural without a number"
            )
    if found is None or found.kind != "duration":
        return None
    return replace(found, start=index, comparator=comparator[1]) if comparator else found


def read_ordinal_value(scan: Scan, index: int) -> Draft | None:
    """«المرة الثالثة», «الـ18», «أول رحلة», «النسختين الأوليين»."""
    word = scan.word(index)
    found = read_ordinal(scan, index)
    if found is None or scan.folded(index - 1) in words_of("context", "discourse"):
        return None
    end, value = found
    if "time" in word.roles and not word.article and "ordinal" in word.roles and end == index + 1:
        return None
    if not word.article and end == index + 1 and not (_orders(scan, end) or scan.alone(index, end)):
        return None
    for back in range(1, 4):
        if scan.folded(index - back) in words_of("context", "monarch"):
            return None
        if scan.at(index - back).kind != "w":
            break
    return Draft(index, end, "ordinal", number=float(value), unit=_ordered(scan, index, end), how="ordinal")


def _orders(scan: Scan, index: int) -> bool:
    """Whether a word follows that «أول» or «ثالث» can put in order."""
    token = scan.at(index)
    return (
        token.kind == "w"
        and token.word.folded not in words_of("context", "stop")
        and not token.word.conjunction
    )


def _ordered(scan: Scan, index: int, end: int) -> str | None:
    word = scan.word(index)
    if word.article or word.folded == "ال":
        before = scan.word(index - 1)
        return before.stem if before.article and scan.at(index - 1).kind == "w" else None
    return scan.word(end).stem or None


def _unused() -> tuple[object, ...]:
    return (is_unit, _PERCENT_WORDS)
