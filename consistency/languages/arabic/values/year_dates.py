"""Years: «عام 2017», «سنة 1436هـ», «568 ميلادي», four digits that can only be one."""

from __future__ import annotations

from consistency.languages.arabic.values.lexicon import words_of
from consistency.languages.arabic.values.months import is_unit, read_year
from consistency.languages.arabic.values.numerals import counts_something
from consistency.languages.arabic.values.scan import Scan
from consistency.languages.arabic.values.span import Found, When

__all__ = ["read_year_date"]


def read_year_date(scan: Scan, index: int) -> Found | None:
    """«عام 2017», «العام 2015», «سنة 1436هـ», «عامي 2017» of «عامي 2017 و2019»; «568 ميلادي»."""
    if scan.tokens[index].kind == "n":
        return bare_year(scan, index)
    dual = is_unit(scan, index, "year", 2) and scan.tokens[index].word.stem in ("عامي", "سنتي")
    plural = is_unit(scan, index, "year", 0)
    if dual or plural:
        number = scan.tokens[index + 1]
        if number.kind == "n" and number.text.isdigit() and len(number.text) == 4:
            return Found(index, index + 2, When(year=int(number.text)))
        return None
    year = read_year(scan, index)
    if year is not None and scan.tokens[index].folded not in ("من", "في", "هذا", "هذه"):
        return Found(index, year.end, When(year=year.year, hijri=year.hijri))
    return bare_year(scan, index)


def bare_year(scan: Scan, index: int) -> Found | None:
    """Four digits that can only be a year; fewer with an era behind them."""
    token = scan.tokens[index]
    if token.kind != "n" or not token.text.isdigit() or not 3 <= len(token.text) <= 4:
        return None
    value = int(token.text)
    era = scan.tokens[index + 1].folded
    glued = scan.attached(index + 1) or era not in ("م", "ه") or "ـ" in scan.tokens[index + 1].text
    glued |= era == "م" and 1900 <= value <= 2099
    if era in words_of("calendar", "hijri_era") and 1 <= value <= 1600 and glued:
        return Found(index, index + 2, When(year=value, hijri=True))
    metres = (
        era == "م"
        and value < 1800
        and scan.tokens[index - 1].folded not in ("عام", "سنة", "في", "منذ", "حتى", "العام")
    )
    if era in words_of("calendar", "christian_era") and glued and not metres:
        return Found(index, index + 2, When(year=value))
    before = scan.tokens[index - 1].folded
    if 1400 <= value <= 1460 and before in words_of("context", "hijri_season"):
        return Found(index, index + 1, When(year=value, hijri=True))
    if len(token.text) != 4 or not (1900 <= value <= 2099):
        return None
    led = scan.among(index - 1, words_of("grammar", "year_leads")) and value % 100 != 0
    noun = led and "noun" in scan.tokens[index + 1].word.roles
    if (counts_something(scan, index + 1) and not noun) or scan.is_mark(index + 1, "%٪$€£"):
        return None
    if before in words_of("context", "identifier") or scan.is_mark(index - 1, "$€£+#"):
        return None
    if before in ("رؤية", "رؤيا") or scan.tokens[index - 2].folded in ("رؤية", "ورؤية"):
        return None
    return Found(index, index + 1, When(year=value))
