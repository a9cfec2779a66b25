"""What a number counts: time, money, a measure, a noun."""

from __future__ import annotations

from functools import cache

from consistency.languages.arabic.normalise import fold_word
from consistency.languages.arabic.values.draft import Draft
from consistency.languages.arabic.values.lexicon import phrases, table, words_of
from consistency.languages.arabic.values.numerals import Counted, read_number
from consistency.languages.arabic.values.scan import Scan

__all__ = [
    "read_joined",
    "read_measure",
    "read_money",
    "read_noun",
    "read_percent",
    "read_timed",
    "read_unit",
]

_COMPOUND = {
    "second": 1.0,
    "minute": 60.0,
    "hour": 3600.0,
    "day": 86400.0,
    "week": 604800.0,
    "month": 2592000.0,
    "year": 31536000.0,
}
_ONE = ("واحد", "واحدة")


def read_percent(scan: Scan, index: int) -> int | None:
    """The place behind «%», «بالمئة» or «في المئة»."""
    if scan.is_mark(index, "%٪"):
        return index + 1
    folded = scan.tokens[index].folded
    if folded in ("بالمئة", "بالمائة", "بالمئه", "بالمائه", "بالمية"):
        return index + 1
    if folded == "في" and scan.tokens[index + 1].folded in ("المئة", "المائة", "المئه", "المائه", "المية"):
        return index + 2
    return None


def read_joined(scan: Scan, index: int) -> int | None:
    """The index of a word that «و», apart or attached, joins to what stands before."""
    if scan.tokens[index].folded == "و" and scan.tokens[index].kind == "w":
        return index + 1
    if scan.tokens[index].word.conjunction and scan.tokens[index].word.folded.startswith("و"):
        return index
    return None


def read_timed(scan: Scan, start: int, at: int, counted: Counted) -> Draft | None:
    """A unit of time at ``at``, with the halves and smaller units behind it."""
    word = scan.tokens[at].word
    if "time" not in word.roles or (word.conjunction and at > start) or (word.preposition and at > start):
        return None
    unit, form = word.roles["time"]
    if word.article and counted.plain:
        return None
    behind = scan.tokens[at + 1]
    if (
        unit == "year"
        and form == 1
        and behind.kind == "n"
        and behind.text.isdigit()
        and len(behind.text) == 4
    ):
        return None  # «يوم 17 عام 1825»
    value, end = counted.value, at + 1
    if scan.tokens[end].folded in _ONE and read_joined(scan, end + 1) is not None:
        end += 1  # «ساعة واحدة و45 دقيقة»
    less = scan.tokens[end + 1].word.roles.get("fraction") if scan.tokens[end].folded == "الا" else None
    if less in (0.25, 0.333333333333):  # «ساعة إلا ربعا»
        return Draft(
            start, end + 2, "duration", counted.comparator, number=value - less, unit=unit, how=counted.how
        )
    extra = read_joined(scan, end)
    if extra is not None:
        share = scan.tokens[extra].word.roles.get("fraction")
        if (share in (0.5, 0.25, 0.333333333333) and not scan.tokens[extra].word.article) or (
            share in (0.5, 0.25) and "time" not in scan.tokens[extra + 1].word.roles
        ):
            value, end = value + share, extra + 1
            if scan.tokens[end].word.roles.get("time", ("", 0))[0] == unit:
                end += 1
        else:
            return _compound(scan, start, extra, value, unit, end, counted)
    if scan.tokens[end].folded in (
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


def _compound(scan: Scan, start: int, at: int, value: float, unit: str, end: int, counted: Counted) -> Draft:
    """«ساعتين و30 دقيقة», «سنة وشهرين»: in the smaller unit."""
    plain = Draft(start, end, "duration", counted.comparator, number=value, unit=unit, how=counted.how)
    dual = scan.tokens[at].word.roles.get("time", ("", 0))
    number = read_number(scan, at)
    if dual[1] in (1, 2) and not scan.tokens[at].word.article and number is None:
        second, count, stop = dual[0], float(dual[1]), at + 1
        if scan.tokens[stop].folded in ("واحد", "واحدة"):
            stop += 1
    elif (
        number is not None
        and "time" in scan.tokens[number.end].word.roles
        and not scan.tokens[number.end].word.article
    ):
        second, count, stop = scan.tokens[number.end].word.roles["time"][0], number.value, number.end + 1
    else:
        return plain
    if second not in _COMPOUND or unit not in _COMPOUND:
        return plain
    if unit == "year" and second == "month":
        return plain._replace(
            end=stop, number=value * 12 + count, unit="month", how="years and months, in months"
        )
    small, big = sorted((unit, second), key=lambda name: _COMPOUND[name])
    seconds = value * _COMPOUND[unit] + count * _COMPOUND[second]
    if big in ("month", "year") and small != "day":
        return plain
    return plain._replace(
        end=stop, number=seconds / _COMPOUND[small], unit=small, how=f"added up, in {small}s"
    )


@cache
def _adjectives(lemma: str) -> dict[str, str]:
    """The adjectives of a currency, folded, with the currency that each makes it."""
    listed: dict[str, str] = table("money")["nouns"][lemma]["adjectives"]
    return {fold_word(form): code for form, code in listed.items()}


def read_money(scan: Scan, start: int, at: int, counted: Counted) -> Draft | None:
    """A currency at ``at``, with its adjective and its cents."""
    symbol = table("money")["symbols"].get(scan.tokens[at].text) or scan.tokens[at].word.roles.get("code")
    if symbol:
        return Draft(start, at + 1, "money", counted.comparator, number=counted.value, unit=symbol)
    if scan.tokens[at].text.lower() in ("c", "cents") and scan.alone(start, at + 1):
        return Draft(start, at + 1, "money", counted.comparator, number=counted.value / 100, unit="USD")
    word = scan.tokens[at].word
    if "money" not in word.roles or ((word.conjunction or word.preposition) and at > start):
        return None
    lemma = word.roles["money"][0]
    entry = table("money")["nouns"][lemma]
    code, end = entry["code"], at + 1
    adjectives = _adjectives(lemma)
    follower = scan.tokens[end].word
    adjective = follower.folded[2:] if follower.folded.startswith("ال") else follower.folded
    if adjective not in adjectives:
        adjective = adjective.removesuffix("ا")
    if adjective in adjectives:
        code, end = adjectives[adjective], end + 1
    value = counted.value / (100 if entry.get("hundredth") else 1)
    how = counted.how or ("" if code else f"{lemma}: the text does not say of which country")
    extra = read_joined(scan, end)
    number = read_number(scan, extra) if extra is not None else None
    if number is not None and scan.tokens[number.end].word.roles.get("money", ("",))[0] == fold_word("سنت"):
        value, end = value + number.value / 100, number.end + 1
    return Draft(start, end, "money", counted.comparator, number=value, unit=code or lemma, how=how)


_AREA = {
    "مربع": "square_", "مربعة": "square_", "مربعا": "square_",
    "مكعب": "cubic_", "مكعبا": "cubic_", "مكعبة": "cubic_",
}  # fmt: skip


def read_measure(scan: Scan, at: int) -> tuple[int, str, float] | None:
    """The unit of measure at ``at``: (end, base unit, how many of it)."""
    for rest, unit in phrases("units", "words").get(scan.tokens[at].folded, ()):
        if rest and all(scan.tokens[at + 1 + step].folded == item for step, item in enumerate(rest)):
            base, factor = table("units")["scaled"].get(unit, (unit, 1))
            return at + 1 + len(rest), base, float(factor)
    word = scan.tokens[at].word
    year = scan.tokens[at - 1].text.isdigit() and 1800 <= int(scan.tokens[at - 1].text) <= 2199
    if word.folded == "م" and scan.attached(at) and not year:
        return at + 1, "metre", 1.0
    if "measure" not in word.roles or word.article or word.conjunction or word.preposition:
        return None
    unit = word.roles["measure"][0]
    end = at + 1
    base, factor = table("units")["scaled"].get(unit, (unit, 1))
    area = _AREA.get(scan.tokens[end].folded)
    if area:
        return end + 1, f"{area}{unit}", 1.0
    return end, base, float(factor)


def read_noun(scan: Scan, at: int, definite: bool, count: float = 0) -> tuple[int, str] | None:
    """The counted noun at this place: (end, its singular where known, else the folded word)."""
    token = scan.tokens[at]
    word = token.word
    if token.kind != "w" or word.conjunction or word.preposition:
        return None
    if "noun" in word.roles:
        return (at + 1, word.roles["noun"][0]) if definite or not word.article else None
    return _unknown_noun(scan, at, count) if count and not word.roles else None


def _unknown_noun(scan: Scan, at: int, count: float) -> tuple[int, str] | None:
    """A noun of no list, told by its ending: «-ا» after 11-99, «-ات», «-ين» after 3-10, «-ة» after more."""
    word = scan.tokens[at].word
    folded = word.folded
    if word.article or len(folded) < 4 or folded in words_of("context", "stop") or count != int(count):
        return None
    if folded in words_of("context", "daytime") or folded.startswith("و"):
        return None  # «2030 وأجندة»
    rest = int(count) % 100
    if 11 <= rest <= 99 and folded.endswith("ا") and len(folded) >= 5 and folded[-2] not in "اهن":
        return at + 1, folded[:-1]
    if 3 <= rest <= 10 and folded.endswith(("ات", "ين")) and len(folded) >= 5:
        return at + 1, folded
    if (rest > 10 or rest == 0) and folded.endswith("ة"):
        return at + 1, folded
    return None


def read_unit(scan: Scan, start: int, at: int, counted: Counted, kind: str) -> Draft | None:
    """A unit of time, money or measure at ``at`` that the number counts."""
    if kind == "duration":
        return read_timed(scan, start, at, counted)
    if kind == "money":
        return read_money(scan, start, at, counted)
    measured = read_measure(scan, at)
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
        noun = read_noun(scan, at, definite=False)
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
