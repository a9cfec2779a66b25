"""Rows of the matrix for facts: groups of claims, and conflicts that no group tells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from consistency.model import Claim, ClaimGroup, Finding, Location, Report
from consistency.report.matrix import LABEL, Cell, Linked, Row, flagged_cell, short
from consistency.report.safe import one_line, shorten

__all__ = ["fact_rows"]

_NOT_FACTS = ("name", "spelling", "passage", "document", "pattern")
_TELLING = 30


def fact_rows(report: Report, links: Mapping[str, Finding]) -> Iterable[Row]:
    """A row for each fact that two articles tell, and for each conflict between two."""
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

    linked: tuple[Linked, ...]
    by_document: Mapping[str, tuple[Linked, ...]]

    @classmethod
    def of(cls, links: Mapping[str, Finding]) -> _Conflicts:
        linked = tuple(Linked(*pair) for pair in links.items() if pair[1].kind not in _NOT_FACTS)
        by_document: dict[str, list[Linked]] = {}
        for one in linked:
            for document in dict.fromkeys(place.document for place in one.finding.locations):
                by_document.setdefault(document, []).append(one)
        return cls(linked, {document: tuple(found) for document, found in by_document.items()})

    def about(self, members: list[Claim]) -> list[Linked]:
        """The findings that belong to a fact, worst first."""
        near = {one.link for claim in members for one in self.by_document.get(claim.document, ())}
        return [one for one in self.linked if one.link in near and _belongs(one.finding, members)]


def _fact_row(group: ClaimGroup, members: list[Claim], conflicts: _Conflicts, days: Mapping[str, str]) -> Row:
    found = conflicts.about(members)
    touching = {one.finding.locations[0].document: one for one in reversed(found)}
    told = {place.document: short(place.quote) for one in found for place in one.finding.locations[1:]}
    relations = _relations(group, {claim.id: claim.document for claim in members}, days)
    cells = {}
    for document in sorted({claim.document for claim in members} | touching.keys()):
        own = [claim for claim in members if claim.document == document]
        if document in touching:
            cells[document] = flagged_cell(touching[document])
        else:
            cell = _plain_cell(own, relations[document], document in told)
            # Beside a value that differs a reader wants the one that it differs from.
            cells[document] = replace(cell, value=told.get(document, "")) if cell.state == "agrees" else cell
    return Row("fact", _label(group, members), cells, frozenset(one.link for one in found))


def _conflict_row(one: Linked, texts: Mapping[str, str]) -> Row:
    """A fact that no group of claims tells: each article with the words it was compared by."""
    flagged, *others = one.finding.locations
    cells = {place.document: Cell("says", short(place.quote)) for place in reversed(others)}
    cells[flagged.document] = flagged_cell(one)
    label = shorten(one_line(_around(flagged, texts.get(flagged.document, flagged.quote))), LABEL)
    return Row("fact", label, dict(sorted(cells.items())), frozenset([one.link]))


def _around(place: Location, text: str) -> str:
    """The sentence, or what of it stands on the line, around a place."""
    start = max(text.rfind("\n", 0, place.start), text.rfind(". ", 0, place.start) + 1) + 1
    ends = [end for end in (text.find("\n", place.end), text.find(". ", place.end)) if end >= 0]
    return text[start : min(ends, default=len(text))]


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
        return Cell("later", _told(own) or short(own[0].quote))
    if relations["not_comparable"] and not relations["conflicts"]:
        because = sorted(key[8:] for key in relations if key.startswith("because "))
        return Cell("uncompared", because[0])
    return Cell("says", _told(own))


def _told(own: list[Claim]) -> str:
    """The values that a claim gives: its time, then its quantities, then its place."""
    claim = own[0]
    if claim.time is not None:
        return short(claim.time.quote)
    if claim.quantities:
        return short("، ".join(value.quote for value in claim.quantities))
    return short(claim.place or "")


def _label(group: ClaimGroup, members: list[Claim]) -> str:
    """The words of the claim that most others agree with, the shortest of them that tells enough."""
    agreed = Counter(
        name for pair in group.comparisons if pair.relation == "agrees" for name in (pair.a, pair.b)
    )
    best = min(members, key=lambda one: (-agreed[one.id], len(one.quote) < _TELLING, len(one.quote), one.id))
    return shorten(one_line(best.quote), LABEL)
