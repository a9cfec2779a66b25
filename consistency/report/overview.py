"""The matrix of who says what: facts of two sources or more, spellings, and what one source has alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal, NamedTuple

from consistency.model import Claim, ClaimGroup, Finding, Location, Report, Severity
from consistency.report.safe import one_line, shorten

__all__ = ["SIGNS", "Cell", "Overview", "Row", "State", "build_overview"]

State = Literal["agrees", "differs", "says", "later", "uncompared", "silent", "only"]
SIGNS: dict[State, str] = {
    "agrees": "✓",
    "differs": "≠",
    "says": "○",
    "later": "↻",
    "uncompared": "~",
    "silent": "–",
    "only": "◆",
}
"""A sign beside every word of the matrix."""

RowKind = Literal["fact", "spelling", "passage"]

_RANKS = {severity.value: severity.rank for severity in Severity}
_NOT_FACTS = ("name", "spelling", "passage", "document", "pattern")
_LABEL, _VALUE, _TELLING = 110, 40, 30


@dataclass(frozen=True)
class Cell:
    """What one article says in one row."""

    state: State
    value: str = ""
    finding: str = ""
    """The link name of the finding that flags it; empty where none does."""
    severity: str = ""


@dataclass(frozen=True)
class Row:
    """One fact, name or passage, and a cell for each article that speaks of it."""

    kind: RowKind
    label: str
    cells: Mapping[str, Cell]
    findings: frozenset[str] = field(default_factory=frozenset)
    """Link names of the findings that belong to it."""

    @property
    def order(self) -> tuple[int, int]:
        """Rows with something to look at first, the worst of them before, then those that most tell."""
        ranks = [
            _RANKS.get(cell.severity, 3) for cell in self.cells.values() if cell.state in ("differs", "only")
        ]
        return (min(ranks, default=4), -len(self.cells))


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
    rows = [*_fact_rows(report, links), *_spelling_rows(links), *_passage_rows(links)]
    rows.sort(key=lambda row: row.order)
    by_finding = {link: row for row in rows for link in sorted(row.findings)}
    return Overview(tuple(rows[:most]), max(0, len(rows) - most), by_finding)


class _Linked(NamedTuple):
    link: str
    finding: Finding


def _fact_rows(report: Report, links: Mapping[str, Finding]) -> Iterable[Row]:
    claims = {claim.id: claim for claim in report.claims}
    conflicts = _Conflicts.of(links)
    days = {one.id: one.published.earliest for one in report.articles if one.published is not None}
    placed: set[str] = set()
    for group in report.groups:
        members = [claims[name] for name in group.claims if name in claims]
        if len({claim.document for claim in members}) >= 2:
            row = _fact_row(group, members, conflicts, days)
            placed |= row.findings
            yield row
    texts = {article.id: article.text for article in report.articles}
    for one in conflicts.linked:
        if one.link not in placed and len({place.document for place in one.finding.locations}) >= 2:
            yield _conflict_row(one, texts)


@dataclass(frozen=True)
class _Conflicts:
    """The findings about facts, and those that have a place in an article."""

    linked: tuple[_Linked, ...]
    by_document: Mapping[str, tuple[_Linked, ...]]

    @classmethod
    def of(cls, links: Mapping[str, Finding]) -> _Conflicts:
        linked = tuple(_Linked(*pair) for pair in links.items() if pair[1].kind not in _NOT_FACTS)
        by_document: dict[str, list[_Linked]] = {}
        for one in linked:
            for document in dict.fromkeys(place.document for place in one.finding.locations):
                by_document.setdefault(document, []).append(one)
        return cls(linked, {document: tuple(found) for document, found in by_document.items()})

    def about(self, members: list[Claim]) -> list[_Linked]:
        """The findings that belong to a fact, worst first."""
        near = {one.link for claim in members for one in self.by_document.get(claim.document, ())}
        return [one for one in self.linked if one.link in near and _belongs(one.finding, members)]


def _fact_row(group: ClaimGroup, members: list[Claim], conflicts: _Conflicts, days: Mapping[str, str]) -> Row:
    found = conflicts.about(members)
    touching = {one.finding.locations[0].document: one for one in reversed(found)}
    told = {place.document: _short(place.quote) for one in found for place in one.finding.locations[1:]}
    relations = _relations(group, {claim.id: claim.document for claim in members}, days)
    cells = {}
    for document in sorted({claim.document for claim in members} | touching.keys()):
        own = [claim for claim in members if claim.document == document]
        if document in touching:
            cells[document] = _flagged_cell(touching[document])
        else:
            cell = _plain_cell(own, relations[document], document in told)
            # Beside a value that differs a reader wants the one that it differs from.
            cells[document] = replace(cell, value=told.get(document, "")) if cell.state == "agrees" else cell
    return Row("fact", _label(group, members), cells, frozenset(one.link for one in found))


def _conflict_row(one: _Linked, texts: Mapping[str, str]) -> Row:
    """A fact that no group of claims tells: each article with the words it was compared by."""
    flagged, *others = one.finding.locations
    cells = {place.document: Cell("says", _short(place.quote)) for place in reversed(others)}
    cells[flagged.document] = _flagged_cell(one)
    label = shorten(one_line(_around(flagged, texts.get(flagged.document, flagged.quote))), _LABEL)
    return Row("fact", label, dict(sorted(cells.items())), frozenset([one.link]))


def _around(place: Location, text: str) -> str:
    """The sentence, or what of it stands on the line, around a place."""
    start = max(text.rfind("\n", 0, place.start), text.rfind(". ", 0, place.start) + 1) + 1
    ends = [end for end in (text.find("\n", place.end), text.find(". ", place.end)) if end >= 0]
    return text[start : min(ends, default=len(text))]


def _flagged_cell(one: _Linked) -> Cell:
    value = _short(one.finding.locations[0].quote)
    return Cell("differs", value, one.link, one.finding.severity.value)


def _belongs(finding: Finding, members: list[Claim]) -> bool:
    """A finding belongs to a fact where it flags one of its claims and compares it with another.

    The flagged claim may stand outside the group: it is what the others do not agree with.
    """
    flagged, *others = finding.locations
    compared = any(_overlap(place, claim) for place in others for claim in members)
    if all(claim.document != flagged.document for claim in members):
        return compared
    return any(_overlap(flagged, claim) for claim in members) and (compared or not others)


def _overlap(place: Location, claim: Claim) -> bool:
    return place.document == claim.document and place.start < claim.end and claim.start < place.end


def _relations(
    group: ClaimGroup, document_of: Mapping[str, str], days: Mapping[str, str]
) -> dict[str, Counter[str]]:
    """For each article how often its claims stand in each relation to another article's.

    Of two articles of which one supersedes the other, the earlier one has no relation to it.
    """
    relations: dict[str, Counter[str]] = {document: Counter() for document in document_of.values()}
    for pair in group.comparisons:
        a, b = document_of.get(pair.a), document_of.get(pair.b)
        if a is None or b is None or a == b:
            continue
        for document in (a, b):
            if pair.relation == "supersedes" and _earlier(document, a, b, days):
                continue
            relations[document][pair.relation] += 1
            if pair.relation == "not_comparable":
                relations[document]["because " + pair.reason] += 1
    return relations


def _earlier(document: str, a: str, b: str, days: Mapping[str, str]) -> bool:
    """Whether it is the earlier of two articles, as far as their days are known."""
    return days.get(document, "") < days.get(b if document == a else a, "")


def _plain_cell(own: list[Claim], relations: Counter[str], challenged: bool) -> Cell:
    agreeing = relations["agrees"] + relations["refines"]
    if relations["conflicts"] and not challenged and relations["conflicts"] >= agreeing:
        return Cell("differs", _told(own))
    if agreeing:
        return Cell("agrees")
    if relations["supersedes"]:
        return Cell("later", _told(own) or _short(own[0].quote))
    if relations["not_comparable"] and not relations["conflicts"]:
        because = sorted(key[8:] for key in relations if key.startswith("because "))
        return Cell("uncompared", because[0])
    return Cell("says", _told(own))


def _told(own: list[Claim]) -> str:
    """The values that a claim gives: its time, then its quantities, then its place."""
    claim = own[0]
    if claim.time is not None:
        return _short(claim.time.quote)
    if claim.quantities:
        return _short("، ".join(value.quote for value in claim.quantities))
    return _short(claim.place or "")


def _label(group: ClaimGroup, members: list[Claim]) -> str:
    """The words of the claim that most others agree with, the shortest of them that tells enough."""
    agreed = Counter(
        name for pair in group.comparisons if pair.relation == "agrees" for name in (pair.a, pair.b)
    )
    best = min(members, key=lambda one: (-agreed[one.id], len(one.quote) < _TELLING, len(one.quote), one.id))
    return shorten(one_line(best.quote), _LABEL)


def _short(text: str) -> str:
    return shorten(one_line(text), _VALUE)


def _spelling_rows(links: Mapping[str, Finding]) -> Iterable[Row]:
    """One row a name: findings from one catalogue entry share it."""
    names: dict[str, list[_Linked]] = {}
    for link, finding in links.items():
        if finding.kind in ("name", "spelling"):
            names.setdefault(finding.source or link, []).append(_Linked(link, finding))
    for found in names.values():
        yield _spelling_row(found)


def _spelling_row(found: list[_Linked]) -> Row:
    places = dict.fromkeys(place for one in found for place in one.finding.locations)
    forms: dict[str, Counter[str]] = {}
    for place in places:
        forms.setdefault(place.document, Counter())[_short(place.quote)] += 1
    flags = {one.finding.locations[0].document: one for one in reversed(found)}
    cells = {
        document: _flagged_cell(flags[document]) if document in flags else Cell("says", _commonest(own))
        for document, own in sorted(forms.items())
    }
    return Row("spelling", _right_form(found), cells, frozenset(one.link for one in found))


def _right_form(found: list[_Linked]) -> str:
    """The commonest of the forms that no finding flags; a flagged one where there is no other."""
    places = dict.fromkeys(place for one in found for place in one.finding.locations)
    forms = Counter(_short(place.quote) for place in places)
    flagged = {_short(one.finding.locations[0].quote) for one in found}
    return _commonest(Counter({form: n for form, n in forms.items() if form not in flagged}) or forms)


def _commonest(forms: Counter[str]) -> str:
    return min(forms, key=lambda form: (-forms[form], form))


def _passage_rows(links: Mapping[str, Finding]) -> Iterable[Row]:
    for link, finding in links.items():
        flagged = finding.locations[0]
        if finding.rule == "unrelated-passage":
            cell = Cell("only", "", link, finding.severity.value)
            label = shorten(one_line(flagged.quote), _LABEL)
            yield Row("passage", label, {flagged.document: cell}, frozenset([link]))
