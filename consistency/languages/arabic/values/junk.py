"""What looks like a value and is none: types, versions, telephone numbers, scores, names with dates."""

from __future__ import annotations

from consistency.languages.arabic.values.dates import read_date
from consistency.languages.arabic.values.lexicon import words_of
from consistency.languages.arabic.values.months import read_month
from consistency.languages.arabic.values.numerals import read_digits, read_ordinal
from consistency.languages.arabic.values.scan import Scan

__all__ = ["is_name"]

_SHORTEST_CALLED = 5
"""Digits: a telephone has no fewer."""


def is_name(scan: Scan, index: int) -> int | None:
    """The end of a name that starts with a number at this place; None where it may be a value."""
    token = scan.tokens[index]
    if token.kind == "n":
        for test in (_list_mark, _designation, _telephone, _score, _version, _slashed, _agenda, _verse):
            end = test(scan, index)
            if end is not None:
                return end
    return _named_day(scan, index) or (_title(scan, index) if scan.tokens[index].folded in _TITLES else None)


_TITLES = {title.split()[0]: title.split() for title in words_of("context", "titles")}
"""By their first words."""


def _title(scan: Scan, index: int) -> int | None:
    """«ألف ليلة وليلة»."""
    words = _TITLES[scan.tokens[index].folded]
    named = all(scan.tokens[index + step].folded == word for step, word in enumerate(words))
    return index + len(words) if named else None


def _list_mark(scan: Scan, index: int) -> int | None:
    """«2- », «3.» at the start of a line."""
    if index and scan.tokens[index - 1].kind != "l":
        return None
    plain = scan.tokens[index].text.isdigit() and len(scan.tokens[index].text) <= 2
    follower = scan.tokens[index + 2]
    if plain and scan.is_mark(index + 1, "-.)–") and follower.kind == "w" and not follower.word.roles:
        return index + 1
    return None


def _designation(scan: Scan, index: int) -> int | None:
    """«سو-57», «F16», «أبولو 11», «كوفيد-19»."""
    before = scan.tokens[index - 1]
    latin = before.kind == "w" and before.text[-1:].isascii()
    if before.kind == "w":
        model = scan.among(index - 1, words_of("context", "model"))
        if model and not before.word.roles and len(scan.tokens[index].text) <= 4:
            return index + 1
        if latin and scan.attached(index) and before.text != "T":
            return index + 1
        if (
            latin
            and before.text.isalpha()
            and before.text.isupper()
            and len(before.text) <= 3
            and (
                scan.tokens[index - 1].word.roles.get("code") is None
                and before.text not in ("GMT", "UTC", "T")
            )
        ):
            return index + 1
    if scan.is_mark(index - 1, "-–") and scan.attached(index) and scan.attached(index - 1):
        name = scan.tokens[index - 2]
        if (
            name.kind == "w"
            and not _calendar_word(scan, index - 2)
            and name.word.stem not in ("ال", "ب", "ل", "و")
        ):
            return index + 1
    return index + 1 if _typed(scan, index) else _suffixed(scan, index)


def _typed(scan: Scan, index: int) -> bool:
    """«صاروخ قاهر 1», «دبابة ميركافا 4»: a name stands between what has types and the number, no verb."""
    name, token = scan.tokens[index - 1], scan.tokens[index]
    if name.kind != "w" or name.word.roles or not token.text.isdigit() or len(token.text) > 4:
        return False
    verb = name.folded.startswith(("ي", "ت", "و")) or name.folded.endswith("ت")
    follower = scan.tokens[index + 1].word
    counts = (follower.roles and not follower.conjunction) or scan.is_mark(index + 1, "%٪$€£")
    if verb or counts or name.folded in words_of("context", "stop"):
        return False
    return any(scan.among(back, words_of("context", "typed")) for back in (index - 2, index - 3))


def _suffixed(scan: Scan, index: int) -> int | None:
    """«7Plus», «1M»: Latin letters written on to the number, units and ordinal endings apart."""
    if (
        scan.tokens[index + 1].kind == "w"
        and scan.attached(index + 1)
        and scan.tokens[index + 1].text[:1].isascii()
    ):
        suffix = scan.tokens[index + 1].text.lower()
        if suffix not in (
            "th",
            "st",
            "nd",
            "rd",
            "c",
            "km",
            "kg",
            "m",
            "cm",
            "mm",
            "am",
            "pm",
            "egp",
            "t",
        ) and ("code" not in scan.tokens[index + 1].word.roles):
            return index + 2
    return None


def _calendar_word(scan: Scan, index: int) -> bool:
    roles = scan.tokens[index].word.roles
    return any(
        role in roles for role in ("month", "weekday", "bare_weekday", "time", "part_of_day", "month_head")
    ) or (
        scan.tokens[index].word.folded
        in ("من", "في", "الى", "بين", "ما", "و", "حتى", "الساعة", "اول", "الثاني")
    )


def _telephone(scan: Scan, index: int) -> int | None:
    """Long digits, digits in groups, or digits behind «هاتف» or «+»."""
    end = index + 1
    groups = 1
    while (scan.tokens[end].kind == "n" and scan.starts[end] - scan.ends[end - 1] <= 1) or (
        scan.is_mark(end, "-/")
        and scan.tokens[end + 1].kind == "n"
        and scan.attached(end)
        and scan.attached(end + 1)
    ):
        end += 1 if scan.tokens[end].kind == "n" else 2
        groups += 1
        if groups > 12:
            break
    if scan.ends[end - 1] - scan.starts[index] < _SHORTEST_CALLED:
        return None
    digits = sum(character.isdigit() for character in scan.quote(index, end))
    text = scan.tokens[index].text
    called = index - 2 if scan.is_mark(index - 1, ":") else index - 1
    if scan.tokens[called].folded in words_of("context", "phone") and digits >= _SHORTEST_CALLED:
        return end
    if scan.is_mark(index - 1, "+") and scan.attached(index) and digits >= 7:
        return end
    if (text.startswith("00") and digits >= 9) or (groups >= 3 and digits >= 9 and _not_date(scan, index)):
        return end
    if (
        text.isdigit()
        and len(text) >= 9
        and groups == 1
        and not scan.tokens[end].word.roles
        and not text.endswith("000")
    ):
        return end
    return end if text.isdigit() and text[0] == "0" and len(text) >= 7 else None


def _not_date(scan: Scan, index: int) -> bool:
    first, third = scan.tokens[index].text, scan.tokens[index + 4].text
    return not (scan.is_mark(index + 1, "-/") and (len(first) == 4 or len(third) == 4) and len(first) != 3)


def _score(scan: Scan, index: int) -> int | None:
    """«2-1», «(3 - 0)», «2 / 1»: the result of a match, where nothing counted follows."""
    first, second = scan.tokens[index], scan.tokens[index + 2]
    if scan.is_mark(index - 1, "-–/") and scan.tokens[index - 2].folded == "صفر" and first.text.isdigit():
        return index + 1  # «صفر-1»
    if not (
        scan.is_mark(index + 1, "-–/" if not scan.attached(index + 2) else "-–")
        and second.kind == "n"
        and first.text.isdigit()
        and second.text.isdigit()
    ):
        return None
    if (
        len(first.text) > 3
        or len(second.text) > 3
        or (scan.is_mark(index + 3, "-–/") and scan.attached(index + 3))
    ):
        return None
    after = scan.tokens[index + 3].word
    if (
        after.roles
        or scan.tokens[index + 3].text in ("%", "٪", "$", "€", "£")
        or scan.tokens[index + 3].folded in ("من", "بالمئة", "بالمائة", "في", "م", "مساء")
    ):
        return None if after.roles or scan.tokens[index + 3].folded not in ("في", "من") else index + 3
    if (
        scan.tokens[index - 1].folded == "و"
        and scan.tokens[index - 2].kind == "n"
        and scan.is_mark(index - 3, "-–")
    ):
        return index + 3  # «6-4 و3-6»
    if scan.tokens[index - 1].folded in ("من", "بين", "الساعة") or _calendar_word(scan, index - 1):
        return None
    return index + 3


def _version(scan: Scan, index: int) -> int | None:
    """«3.2.1», «192.168.0.1»."""
    text = scan.tokens[index].text
    if text.count(".") >= 2 and read_digits(text) is None:
        parts = text.split(".")
        dated = len(parts) == 3 and (len(parts[2]) == 4 or len(parts[0]) == 4)
        return None if dated else index + 1
    return None


def _agenda(scan: Scan, index: int) -> int | None:
    """«رؤية 2030», «أجندة 2063»."""
    year = scan.tokens[index].text
    led = scan.among(index - 1, words_of("context", "agenda"))
    return index + 1 if led and year.isdigit() and 2000 <= int(year) <= 2099 else None


def _verse(scan: Scan, index: int) -> int | None:
    """«يوحنا 3:16», «سورة النساء 4:34»."""
    listed = words_of("context", "scripture")
    pair = scan.is_mark(index + 1, ":") and scan.attached(index + 1) and scan.tokens[index + 2].kind == "n"
    named = scan.among(index - 1, listed) or scan.among(index - 2, listed)
    return index + 3 if pair and named else None


def _slashed(scan: Scan, index: int) -> int | None:
    """«11/9» and «9/11» without a year."""
    pair = (
        scan.is_mark(index + 1, "/")
        and scan.tokens[index + 2].kind == "n"
        and not scan.is_mark(index + 3, "/")
    )
    if pair and (scan.tokens[index].text, scan.tokens[index + 2].text) in (
        ("11", "9"),
        ("9", "11"),
        ("24", "7"),
    ):
        return index + 3
    if scan.is_mark(index + 1, "+") and scan.tokens[index + 2].kind == "n":
        return index + 3  # «مجموعة 5+1»
    triple = (
        scan.is_mark(index + 1, "/") and scan.is_mark(index + 3, "/") and scan.tokens[index + 4].kind == "n"
    )
    if triple and scan.attached(index + 4) and read_date(scan, index) is None:
        return index + 5  # «32/13/2015» is no date
    return None


_PLACES = words_of("grammar", "places")
_NAMED = words_of("context", "named")
_HELD = _PLACES | {"مجموعة", "قمة", "دول"}


def _named_day(scan: Scan, index: int) -> int | None:
    """«ثورة 25 يناير», «هجمات 11 سبتمبر», «قوى 14 آذار», «مجموعة العشرين»: without a year behind it."""
    before = scan.tokens[index - 1].word
    if before.stem not in _NAMED and not scan.among(index - 1, _NAMED):
        return None
    kind = next(
        (name for name in (before.stem, before.folded[1:], before.folded[2:]) if name in _HELD), before.stem
    )
    if scan.tokens[index].kind == "n" and scan.tokens[index].text.isdigit():
        month = read_month(scan, index + 1)
        if month is not None and scan.tokens[month.end].kind != "n":
            return month.end
        if month is None and "month_head" in scan.tokens[index + 1].word.roles:
            return index + 2  # «انتفاضة 17 تشرين»
        if month is None and kind in ("مجموعة", "قمة") and not scan.tokens[index + 1].word.roles:
            return index + 1
        return None
    ordinal = read_ordinal(scan, index) if scan.tokens[index].word.article else None
    if ordinal is not None and kind in _PLACES:
        at = ordinal[0] + 1 if scan.tokens[ordinal[0]].folded == "من" else ordinal[0]
        month = read_month(scan, at)
        return month.end if month is not None and scan.tokens[month.end].kind != "n" else None
    if scan.tokens[index].folded == "ال" and scan.tokens[index + 1].kind == "n" and kind in ("مجموعة", "قمة"):
        return index + 2
    if scan.tokens[index].word.article and (
        kind in ("مجموعة", "قمة") or (kind == "دول" and not before.article)
    ):
        number = scan.tokens[index].word.roles.get("number") or scan.tokens[index].word.roles.get("fraction")
        return index + 1 if number and not (ordinal and "ordinal" in scan.tokens[index].word.roles) else None
    return None
