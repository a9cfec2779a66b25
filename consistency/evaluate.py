"""Precision and recall of a report against a gold annotation."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from consistency.errors import UsageError
from consistency.evaluate_claims import ClaimFigures, claim_figures
from consistency.model import Finding, Report, Severity

__all__ = ["Evaluation", "evaluate", "load_gold"]

_KINDS = {
    "name-misspelling": {"name", "spelling"},
    "nonstandard name form": {"name", "spelling"},
    "nonstandard name form (spelling mixed inside one article)": {"name", "spelling"},
    "name-variant/transliteration": {"name", "spelling"},
    "terminology variant": {"name", "spelling", "pattern"},
    "place error": {"gazetteer", "claims"},
    "place error / internal contradiction": {"claims"},
    "unrelated item": {"passage"},
    "anachronism": {"document", "passage", "timeline"},
    "run-together text": {"passage"},
    "duplicated text": {"passage"},
    "site residue": {"passage"},
    "machine-translation / aggregator residue": {"passage"},
    "missing publication date": {"document"},
    "missing headline / missing publisher": {"document"},
    "non-independent sources": {"document", "claims"},
    "date-format": {"pattern"},
    "typography": {"pattern", "passage"},
    "attribution mismatch": {"claims"},
    "number mismatch": {"claims"},
    "attribution / stale quote": {"claims"},
    "headline stronger than body": {"claims"},
    "unnamed sources": {"claims", "pattern"},
    "undated caption": {"document", "passage"},
}
"""Which kinds of rule may find a type of discrepancy."""

_CONFLICTS = ("claims", "timeline")


@dataclass(frozen=True)
class Evaluation:
    """What was found of a gold annotation, and what was found beside it."""

    found: dict[str, str]
    """The rule that found each discrepancy, by the discrepancy's identifier."""
    missed: dict[str, str]
    """The tier of each discrepancy that was not found."""
    tiers: dict[str, tuple[int, int]]
    """Found and all, by tier."""
    false_alarms: tuple[Finding, ...]
    """Errors and warnings that match no discrepancy."""
    traps_sprung: tuple[str, ...]
    """Traps whose places a false alarm touches."""
    right: Counter[tuple[str, str]]
    """Findings that match, by rule and severity."""
    wrong: Counter[tuple[str, str]]
    conflicts: tuple[Finding, ...]
    """Errors and warnings that tell a conflict of claims and match no discrepancy."""
    claims: ClaimFigures

    def lines(self) -> Iterator[str]:
        """The figures, a line each."""
        for tier, (found, whole) in self.tiers.items():
            missed = [name for name, of in self.missed.items() if of == tier]
            rest = f"; missed {', '.join(missed)}" if missed else ""
            yield f"{tier:<7} {found} of {whole} found{rest}"
        yield f"false alarms (error or warning): {len(self.false_alarms)}"
        for finding in self.false_alarms:
            place = finding.locations[0]
            yield f"  {place.document}:{place.line}:{place.column}: {finding.rule}: {finding.message}"
        yield f"conflicts reported beyond the gold's: {len(self.conflicts)}"
        yield f"traps sprung: {', '.join(self.traps_sprung) or 'none'}"
        yield ""
        yield from self.claims.lines()
        yield ""
        yield f"{'rule':<28} {'severity':<9} right  wrong  precision"
        for rule, severity in sorted({*self.right, *self.wrong}):
            right, wrong = self.right[rule, severity], self.wrong[rule, severity]
            yield f"{rule:<28} {severity:<9} {right:>5}  {wrong:>5}  {right / (right + wrong):.2f}"


def load_gold(path: str | Path) -> dict[str, Any]:
    """Read a gold annotation.

    :raises UsageError: the file is missing or no such annotation.
    """
    try:
        gold = json.loads(Path(path).read_text(encoding="utf-8"))
        files = {document["id"]: document["file"] for document in gold["documents"]}
        places = [q for item in (*gold["discrepancies"], *gold["traps"]) for q in item["quotes"]]
        missing = next((q["doc"] for q in places if q["doc"] not in files), None)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UsageError(f"{path}: no gold annotation ({error}); see tests/gold/seeds.json") from None
    if missing is not None:
        raise UsageError(f"{path}: a quote names document {missing}, which the annotation lacks")
    return dict(gold)


def evaluate(report: Report, gold: dict[str, Any]) -> Evaluation:
    """Match findings with the discrepancies of a gold annotation.

    A finding counts for a discrepancy when one of its locations overlaps a quote, its kind may find that
    type and its severity is allowed; where a type takes no such finding, an info beside it does no harm.
    """
    files = {document["id"]: document["file"] for document in gold["documents"]}
    found: dict[str, str] = {}
    right: Counter[tuple[str, str]] = Counter()
    wrong: Counter[tuple[str, str]] = Counter()
    false_alarms = []
    for finding in report.findings:
        matched = [item for item in gold["discrepancies"] if _matches(finding, item, files)]
        for item in matched:
            found.setdefault(item["id"], finding.rule)
        key = finding.rule, finding.severity.value
        if matched:
            right[key] += 1
        elif finding.severity is not Severity.INFO:
            wrong[key] += 1
            false_alarms.append(finding)
    _satisfied_by_others(gold, found, report, files)
    missed = {d["id"]: d["tier"] for d in gold["discrepancies"] if d["id"] not in found}
    tiers = {}
    for tier in ("must", "should", "may"):
        whole = [d["id"] for d in gold["discrepancies"] if d["tier"] == tier]
        tiers[tier] = sum(name in found for name in whole), len(whole)
    sprung = [t["id"] for t in gold["traps"] if any(_overlaps(f, t["quotes"], files) for f in false_alarms)]
    conflicts = tuple(f for f in false_alarms if f.kind in _CONFLICTS)
    return Evaluation(
        found,
        missed,
        tiers,
        tuple(false_alarms),
        tuple(sprung),
        right,
        wrong,
        conflicts,
        claim_figures(report, gold),
    )


def _matches(finding: Finding, item: dict[str, Any], files: dict[str, str]) -> bool:
    allowed = item["severity_ok"]
    kinds = _KINDS.get(item["type"])
    if finding.severity.value not in allowed or (kinds is not None and finding.kind not in kinds):
        return False
    return _overlaps(finding, item["quotes"], files)


def _overlaps(finding: Finding, quotes: list[dict[str, Any]], files: dict[str, str]) -> bool:
    return any(
        place.document == files[quote["doc"]]
        and max(place.start, quote["start"]) < min(place.end, quote["end"])
        for place in finding.locations
        for quote in quotes
    )


def _satisfied_by_others(
    gold: dict[str, Any], found: dict[str, str], report: Report, files: dict[str, str]
) -> None:
    """An anachronism inside a foreign item is told with the item, if the item's span holds its quote."""
    for item in gold["discrepancies"]:
        if item["id"] in found or item["type"] != "anachronism":
            continue
        for finding in report.findings:
            flagged = finding.locations[0]
            if finding.kind == "passage" and any(
                flagged.document == files[q["doc"]]
                and flagged.start <= q["start"]
                and q["end"] <= flagged.end
                for q in item["quotes"]
            ):
                found[item["id"]] = finding.rule
