"""The matrix of who says what: facts of two sources or more, spellings, and what one source has alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from consistency.model import Finding, Report
from consistency.report.facts import fact_rows
from consistency.report.matrix import LABEL, Cell, Linked, Row, flagged_cell, short
from consistency.report.safe import one_line, shorten

__all__ = ["Overview", "build_overview"]

_ORIGINS = ("shared-wire", "shared-text")
"""Faults that tell of articles which repeat one another."""


@dataclass(frozen=True)
class Overview:
    """The rows shown, and how many are not."""

    rows: tuple[Row, ...]
    left_out: int
    by_finding: Mapping[str, Row]
    """The row of a finding, by its link name, among all rows."""


def build_overview(report: Report, links: Mapping[str, Finding], most: int) -> Overview:
    """The matrix of a report.

    :param links: the findings by their link names, worst first.
    :param most: how many rows are shown.
    """
    rows = [*fact_rows(report, links), *_spelling_rows(links), *_passage_rows(links), *_origin_rows(links)]
    rows.sort(key=lambda row: row.order)
    by_finding = {link: row for row in rows for link in sorted(row.findings)}
    return Overview(tuple(rows[:most]), max(0, len(rows) - most), by_finding)


def _spelling_rows(links: Mapping[str, Finding]) -> Iterable[Row]:
    """One row a name: findings from one catalogue entry share it."""
    names: dict[str, list[Linked]] = {}
    for link, finding in links.items():
        if finding.kind in ("name", "spelling"):
            names.setdefault(finding.source or link, []).append(Linked(link, finding))
    for found in names.values():
        yield _spelling_row(found)


def _spelling_row(found: list[Linked]) -> Row:
    places = dict.fromkeys(place for one in found for place in one.finding.locations)
    forms: dict[str, Counter[str]] = {}
    for place in places:
        forms.setdefault(place.document, Counter())[short(place.quote)] += 1
    flags = {one.finding.locations[0].document: one for one in reversed(found)}
    cells = {
        document: flagged_cell(flags[document]) if document in flags else Cell("says", _commonest(own))
        for document, own in sorted(forms.items())
    }
    return Row("spelling", _right_form(found), cells, frozenset(one.link for one in found))


def _right_form(found: list[Linked]) -> str:
    """The commonest of the forms that no finding flags; a flagged one where there is no other."""
    places = dict.fromkeys(place for one in found for place in one.finding.locations)
    forms = Counter(short(place.quote) for place in places)
    flagged = {short(one.finding.locations[0].quote) for one in found}
    return _commonest(Counter({form: n for form, n in forms.items() if form not in flagged}) or forms)


def _commonest(forms: Counter[str]) -> str:
    return min(forms, key=lambda form: (-forms[form], form))


def _passage_rows(links: Mapping[str, Finding]) -> Iterable[Row]:
    for link, finding in links.items():
        flagged = finding.locations[0]
        if finding.rule == "unrelated-passage":
            cell = Cell("only", "", link, finding.severity.value)
            label = shorten(one_line(flagged.quote), LABEL)
            yield Row("passage", label, {flagged.document: cell}, frozenset([link]))


def _origin_rows(links: Mapping[str, Finding]) -> Iterable[Row]:
    """Articles of one origin, which confirm nothing to one another."""
    for link, finding in links.items():
        documents = sorted({place.document for place in finding.locations})
        if finding.rule in _ORIGINS and len(documents) > 1:
            cell = Cell("origin", "", link, finding.severity.value)
            label = shorten(one_line(finding.locations[0].quote), LABEL)
            yield Row("origin", label, dict.fromkeys(documents, cell), frozenset([link]))
