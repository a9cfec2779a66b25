"""Ordinals and what they put in order: «المرة الثالثة», «أول رحلة», «الـ18», «السطر الأخير».

The number of an ordinal counts from the start; where it is negative it counts from the end: -1 is the last.
"""

from __future__ import annotations

from consistency.languages.arabic.normalise import fold_word
from consistency.languages.arabic.values.draft import Draft
from consistency.languages.arabic.values.lexicon import Word, signs, words_of
from consistency.languages.arabic.values.numerals import read_ordinal
from consistency.languages.arabic.values.scan import Scan

__all__ = ["RANK", "read_ordinal_value", "read_rank"]

_FIRST_TWO = frozenset(fold_word(word) for word in ("أوليين", "أوليان", "أولين", "أولان"))
_LAST = frozenset(fold_word(word) for word in ("الأخير", "الأخيرة"))
RANK = signs("اخر", "قبل", "ماقبل", *_LAST)
"""What a rank that is counted from the end starts with."""


def read_ordinal_value(scan: Scan, index: int) -> Draft | None:
    """«المرة الثالثة», «الـ18», «أول رحلة», «النسختين الأوليين»."""
    word = scan.tokens[index].word
    found = read_ordinal(scan, index)
    if found is None or scan.tokens[index - 1].folded in words_of("context", "discourse"):
        return None
    if scan.tokens[found[0]].folded in ("بن", "ابن", "ال"):
        return None  # «ثاني بن أحمد» is a man
    end, value = found
    if "time" in word.roles and not word.article and "ordinal" in word.roles and end == index + 1:
        return None
    if not word.article and end == index + 1 and not (_orders(scan, end) or scan.alone(index, end)):
        return None
    if _of_a_monarch(scan, index):
        return None
    if scan.tokens[end].folded == "من" and scan.among(end + 1, words_of("context", "age")) and value > 1:
        return Draft(index, end, "duration", number=float(value), unit="year", how="the year of a life")
    if scan.tokens[end].folded in ("من", "الى") and scan.tokens[end + 1].folded in _LAST and value > 1:
        return Draft(index, end + 2, "ordinal", number=float(-value), how="counted from the end")
    before = scan.tokens[index - 1].word
    if word.stem in _FIRST_TWO and before.article and before.stem.endswith(("ين", "ان")):
        unit = before.roles["noun"][0] if "noun" in before.roles else before.stem
        return Draft(index, end, "quantity", number=2.0, unit=unit, how="the first two")
    return Draft(index, end, "ordinal", number=float(value), unit=_ordered(scan, index, end), how="ordinal")


def read_rank(scan: Scan, index: int) -> Draft | None:
    """«آخر زيارة», «السطر الأخير», «المرحلة قبل الأخيرة»: a rank counted from the end.

    «الأيام الأخيرة», «الاتفاق الأخير» are recent, and «شخص آخر» is another one: none of them is a rank.
    """
    word, before = scan.tokens[index].word, scan.tokens[index - 1].word
    if word.stem == "اخر" and not word.article:
        singular = _singular(scan.tokens[index + 1].word)
        another = "noun" in before.roles and not before.article
        if singular is None or another or scan.tokens[index - 1].kind == "n":
            return None
        return Draft(
            index, index + 1, "ordinal", number=-1.0, unit=singular, how="the last, counted from the end"
        )
    if word.folded in ("قبل", "ماقبل") and scan.tokens[index + 1].folded in _LAST:
        unit = before.stem if before.article and len(before.stem) > 2 else None
        how = "the last but one, counted from the end"
        return Draft(index, index + 2, "ordinal", number=-2.0, unit=unit, how=how)
    if word.folded in _LAST and before.article and before.stem in words_of("grammar", "written"):
        return Draft(
            index, index + 1, "ordinal", number=-1.0, unit=before.stem, how="the last, counted from the end"
        )
    return None


def _singular(word: Word) -> str | None:
    """The indefinite singular that «آخر» ranks."""
    if word.article or word.conjunction or word.preposition:
        return None
    if word.roles.get("noun", ("", 0))[1] == 1 and not word.folded.endswith("ا"):
        return str(word.roles["noun"][0])
    return word.stem if word.stem in words_of("grammar", "written") and "time" not in word.roles else None


def _of_a_monarch(scan: Scan, index: int) -> bool:
    """«الملك محمد السادس»."""
    for back in range(1, 4):
        if scan.tokens[index - back].folded in words_of("context", "monarch"):
            return True
        if scan.tokens[index - back].kind != "w":
            break
    return False


def _orders(scan: Scan, index: int) -> bool:
    """Whether a word follows that «أول» or «ثالث» can put in order."""
    token = scan.tokens[index]
    return (
        token.kind == "w"
        and token.word.folded not in words_of("context", "stop")
        and not token.word.conjunction
    )


def _ordered(scan: Scan, index: int, end: int) -> str | None:
    word = scan.tokens[index].word
    if word.article or word.folded == "ال":
        before = scan.tokens[index - 1].word
        return before.stem if before.article and scan.tokens[index - 1].kind == "w" else None
    following, before = scan.tokens[end].word, scan.tokens[index - 1].word
    for noun in (following, before):
        if "noun" in noun.roles and not noun.article:
            return str(noun.roles["noun"][0])
    return following.stem or None
