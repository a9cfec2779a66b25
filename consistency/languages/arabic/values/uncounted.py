"""Amounts without a number: «شهرين», «عشرات القتلى», «بضعة أسابيع», «أي إصابات» behind a negation."""

from __future__ import annotations

from consistency.languages.arabic.normalise import fold_word
from consistency.languages.arabic.values.draft import Draft
from consistency.languages.arabic.values.lexicon import table, words_of
from consistency.languages.arabic.values.numerals import Counted
from consistency.languages.arabic.values.scan import Scan
from consistency.languages.arabic.values.units import read_measure, read_noun, read_unit
from consistency.model import ValueKind

__all__ = ["read_dual", "read_few", "read_none", "read_one", "read_vague"]

_SINGLE = ("واحد", "واحدة", "واحدا")
_BACK = 8
"""Words back to the negation that «أي إصابات» stands behind."""


def read_dual(scan: Scan, index: int) -> Draft | None:
    """«شهرين», «قتيلان», «كيلومترين»: two of the unit."""
    word = scan.tokens[index].word
    if not word.stem.endswith("ن") or word.article or scan.tokens[index].kind != "w":
        return None
    for role, kind in (
        ("time", "duration"),
        ("measure", "quantity"),
        ("money", "money"),
        ("noun", "quantity"),
    ):
        unit, count = word.roles.get(role, ("", 0))
        if count != 2 or (unit == "decade" and not _spans_time(scan, index)):
            continue
        if role == "noun":
            measure = read_measure(scan, index)
            if measure is not None:  # «نقطتين مئويتين»
                return Draft(
                    index, measure[0], "quantity", number=2.0 * measure[2], unit=measure[1], how="dual"
                )
            return Draft(index, index + 1, "quantity", number=2.0, unit=unit, how="dual")
        counted = Counted(index, 2.0, how="dual")
        return read_unit(scan, index, index, counted, kind)
    return None


def _spans_time(scan: Scan, index: int) -> bool:
    """Whether «عقدين» are two decades and not two contracts."""
    return scan.among(index - 1, words_of("grammar", "decade_before")) or scan.tokens[index + 1].folded in (
        "من",
        "ونصف",
    )


def read_vague(scan: Scan, index: int) -> Draft | None:
    """«عشرات القتلى», «مئات الآلاف من النازحين»: more than one of the unit of counting."""
    word = scan.tokens[index].word
    if "vague" not in word.roles or word.article:
        return None
    value, end = float(word.roles["vague"]), index + 1
    while (
        "vague" in scan.tokens[end].word.roles
        and scan.tokens[end].word.article
        and not scan.tokens[end].word.conjunction
    ):
        value, end = value * float(scan.tokens[end].word.roles["vague"]), end + 1
    if scan.tokens[end].folded == "من":
        noun = scan.tokens[end + 1].word
        if noun.article:
            end += 1
    unit = read_noun(scan, end, definite=True)
    if unit is None:
        money = scan.tokens[end].word.roles.get("money")
        if money is not None:
            counted = Counted(end, value, "more_than", how="a plural without a number", plain=False)
            return read_unit(scan, index, end, counted, "money")
        if end > index + 1:  # «عشرات الآلاف», of whom the text has told before
            return Draft(index, end, "number", "more_than", number=value, how="a plural without a number")
        return None
    return Draft(
        index, unit[0], "quantity", "more_than", number=value, unit=unit[1], how="a plural without a number"
    )


def read_few(scan: Scan, index: int) -> Draft | None:
    """«بضع دقائق», «بضعة أسابيع», «عدة أشهر»: at least three."""
    word = scan.tokens[index].word
    if "few" not in word.roles or word.article:
        return None
    follower = scan.tokens[index + 1].word
    unit, count = follower.roles.get("time", ("", 1))
    if unit and count == 0:
        return Draft(
            index, index + 2, "duration", "at_least", number=3.0, unit=unit, how="a few: three to nine"
        )
    scale = follower.roles.get("vague")
    if scale is not None and not follower.article:  # «بضعة آلاف», «عدة ملايين»
        of = index + 3 if scan.tokens[index + 2].folded == "من" else index + 2
        unit = read_noun(scan, of, definite=True)
        kind: ValueKind = "number" if unit is None else "quantity"
        end, what = unit if unit is not None else (index + 2, None)
        return Draft(index, end, kind, "at_least", number=3.0 * scale, unit=what, how="a few: three to nine")
    if word.stem == fold_word("عدة"):
        return None
    noun = read_noun(scan, index + 1, definite=False)
    if noun is not None:
        return Draft(
            index, noun[0], "quantity", "at_least", number=3.0, unit=noun[1], how="a few: three to nine"
        )
    return None


def read_none(scan: Scan, index: int) -> Draft | None:
    """«لم تسجل أي إصابات», «دون وقوع ضحايا»: none of what is counted."""
    any_one = scan.tokens[index].folded == "اي"
    at = index + 1
    if not any_one and scan.tokens[at].folded in words_of("context", "occurring"):
        at += 1
    word = scan.tokens[at].word
    if "noun" not in word.roles or word.article or word.preposition or word.conjunction:
        return None
    lemma, count = word.roles["noun"]
    person = lemma in words_of("context", "persons") or lemma in words_of("context", "harm")
    if count == 2 or (count == 1 and not (person and any_one)):
        return None  # «دون موقع», «لا يعيبه أي ضعف» are no counts
    if not (_negated(scan, index) if any_one else scan.among(index, words_of("context", "without"))):
        return None
    return Draft(index, at + 1, "quantity", number=0.0, unit=lemma, how="denied: none of them")


def _negated(scan: Scan, index: int) -> bool:
    for at in range(index - 1, max(index - _BACK, -1), -1):
        if scan.tokens[at].kind != "w":
            return False
        if scan.among(at, words_of("context", "denied")) or scan.among(at, words_of("context", "without")):
            return True
    return False


def read_one(scan: Scan, index: int) -> Draft | None:
    """«طن واحد»; «مقتل شخص وإصابة آخر»: an indefinite singular behind a word of loss counts one."""
    word = scan.tokens[index].word
    if scan.tokens[index + 1].folded in _SINGLE and not word.article:
        for role in ("measure", "noun"):
            unit, forms = word.roles.get(role, ("", 0))
            if forms == 1:
                base, factor = (
                    table("units")["scaled"].get(unit, (unit, 1.0)) if role == "measure" else (unit, 1.0)
                )
                return Draft(index, index + 2, "quantity", number=float(factor), unit=base, how="one")
    lemma, count = word.roles.get("noun", ("", 0))
    if count != 1 or word.article or word.preposition or word.conjunction or len(word.roles) > 1:
        return None
    if lemma not in words_of("context", "persons") or not scan.among(
        index - 1, words_of("context", "losses")
    ):
        return None
    return Draft(index, index + 1, "quantity", number=1.0, unit=lemma, how="an indefinite singular: one")
