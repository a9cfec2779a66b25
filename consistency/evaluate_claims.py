"""How the claims and groups of a report compare with those that a careful reader marked.

Covered: a claim of the gold counts as covered when one extracted claim of the same article holds at least
half of its characters.  Of several the one with the highest share of common characters (intersection over
union) is its match, and that one's slots and group are judged:

- time: both empty; or the same days; or days of which at least half are common; or, for a single day of an
  article whose own day the gold infers, an interval that contains it.
- speaker: one of the accepted speakers of the gold (an empty one is the article's own voice), by the share of
  common words.
- polarity, modality: equal.

A pair is predicted when two claims of different articles stand in one group.  It is right when the gold has a
pair of claims that these two match under a label that is about one fact; it is judged only where both match
a claim of the gold.  A pair that must not merge is merged when its two matches stand in one group.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations
from typing import Any

from rapidfuzz import fuzz

from consistency.languages.arabic.normalise import fold_word, loose
from consistency.model import Claim, Report

__all__ = ["ClaimFigures", "claim_figures"]

_ONE_FACT = ("corroborates", "superseded-over-time", "contradicts")
_SLOTS = ("time", "speaker", "polarity", "modality")
_HALF = 0.5
_ONE_SPEAKER = 70
_OWN_VOICE = ("publisher voice", "headline")
Pair = tuple[str, str]


@dataclass(frozen=True)
class ClaimFigures:
    """What was reached; all names are those of the gold."""

    claims: int
    covered: dict[str, str]
    """The extracted claim that matches, by the gold claim's name."""
    uncovered: tuple[str, ...]
    wrong: dict[str, tuple[str, ...]]
    """The covered claims whose slot is wrong, by slot."""
    pairs: int
    found: int
    missed: tuple[Pair, ...]
    right: int
    """Predicted pairs, both of whose claims match claims of the gold, that the gold has."""
    false: tuple[Pair, ...]
    """Those that it has not."""
    unjudged: int
    """Predicted pairs of which one claim matches none of the gold."""
    must_not_merge: int
    merged: tuple[Pair, ...]

    @property
    def coverage(self) -> float:
        return len(self.covered) / self.claims if self.claims else 1.0

    @property
    def recall(self) -> float:
        return self.found / self.pairs if self.pairs else 1.0

    @property
    def precision(self) -> float:
        judged = self.right + len(self.false)
        return self.right / judged if judged else 1.0

    def right_share(self, slot: str) -> float:
        """The share of the covered claims whose slot is right."""
        return 1 - len(self.wrong[slot]) / len(self.covered) if self.covered else 0.0

    def lines(self) -> Iterator[str]:
        """The figures, a line each."""
        yield f"claims covered        {len(self.covered):>3} of {self.claims:>3}  {self.coverage:.3f}"
        yield from _listed("not covered", self.uncovered)
        for slot in _SLOTS:
            right = len(self.covered) - len(self.wrong[slot])
            share = self.right_share(slot)
            yield f"  {slot + ' right':<20}{right:>3} of {len(self.covered):>3}  {share:.3f}"
            yield from _listed("wrong", self.wrong[slot])
        yield f"pairs found (recall)  {self.found:>3} of {self.pairs:>3}  {self.recall:.3f}"
        yield from _listed("missed", ["/".join(pair) for pair in self.missed])
        judged = self.right + len(self.false)
        yield f"pairs right (precision){self.right:>2} of {judged:>3}  {self.precision:.3f}"
        yield from _listed("not in the gold", ["/".join(pair) for pair in self.false])
        yield f"  with a claim that the gold does not mark: {self.unjudged}, not judged"
        yield f"must-not-merge merged {len(self.merged):>3} of {self.must_not_merge:>3}"
        yield from _listed("merged", ["/".join(pair) for pair in self.merged])


def _listed(label: str, names: Any) -> Iterator[str]:
    if names:
        yield f"    {label}: {', '.join(names)}"


def claim_figures(report: Report, gold: dict[str, Any]) -> ClaimFigures:
    """Match the claims and groups of a report with those of a gold annotation."""
    marked = {item["id"]: item for item in gold["claims"]}
    files = {document["id"]: document for document in gold["documents"]}
    by_document: dict[str, list[Claim]] = defaultdict(list)
    for claim in report.claims:
        by_document[claim.document].append(claim)
    matched: dict[str, Claim] = {}
    for name, item in marked.items():
        best = _best(item, by_document[files[item["doc"]]["file"]])
        if best is not None:
            matched[name] = best
    wrong = {
        slot: tuple(name for name, claim in matched.items() if not _right(slot, claim, marked[name], files))
        for slot in _SLOTS
    }
    wanted = _wanted(gold)
    found = {pair for pair in wanted if _together(matched, pair)}
    right, false, unjudged = _judged(report, matched, wanted)
    forbidden = [(item["claims"][0], item["claims"][1]) for item in gold["must_not_merge"]]
    return ClaimFigures(
        claims=len(marked),
        covered={name: claim.id for name, claim in matched.items()},
        uncovered=tuple(name for name in marked if name not in matched),
        wrong=wrong,
        pairs=len(wanted),
        found=len(found),
        missed=tuple(sorted(wanted - found)),
        right=right,
        false=false,
        unjudged=unjudged,
        must_not_merge=len(forbidden),
        merged=tuple(pair for pair in forbidden if _together(matched, pair)),
    )


def _best(item: dict[str, Any], claims: list[Claim]) -> Claim | None:
    """The claim with the highest share of common characters, of those that hold half of the gold's."""
    start, end = item["start"], item["end"]
    common = {claim: min(end, claim.end) - max(start, claim.start) for claim in claims}
    holding = [claim for claim in claims if common[claim] >= _HALF * (end - start)]
    return max(
        holding,
        key=lambda c: common[c] / (max(end, c.end) - min(start, c.start)),
        default=None,
    )


def _right(slot: str, claim: Claim, item: dict[str, Any], files: dict[str, Any]) -> bool:
    if slot == "time":
        return _right_time(claim, item, unsure=_unsure(item, files[item["doc"]]))
    if slot == "speaker":
        return _right_speaker(claim, item)
    return bool(getattr(claim, slot) == item[slot])


def _unsure(item: dict[str, Any], document: dict[str, Any]) -> bool:
    """Whether a day is known only as far as the day of publication is, which the gold itself infers."""
    published = document.get("pub_date") or {}
    told = item.get("time") or {}
    of_that_day = (told.get("start"), told.get("end")) == (published.get("earliest"), published.get("latest"))
    return published.get("kind") == "inferred" and (told.get("granularity") == "day" or of_that_day)


def _right_time(claim: Claim, item: dict[str, Any], *, unsure: bool) -> bool:
    told = item.get("time") or {}
    slot = claim.time
    if slot is None or slot.begin is None or slot.until is None:
        return not told.get("start")
    if not told.get("start"):
        return False
    begin = date.fromisoformat(slot.begin[:10])
    until = date.fromisoformat(slot.until[:10])
    until = max(until, begin + timedelta(days=1))
    first = date.fromisoformat(told["start"])
    behind = date.fromisoformat(told["end"]) + timedelta(days=1)
    if unsure and begin <= first and behind <= until:
        return True
    common = (min(until, behind) - max(begin, first)).days
    return common >= _HALF * (max(until, behind) - min(begin, first)).days


def _right_speaker(claim: Claim, item: dict[str, Any]) -> bool:
    accepted = item.get("speakers")
    if accepted is None:  # an annotation without them tells only whether somebody speaks
        told = item.get("attribution") or _OWN_VOICE[0]
        return (claim.speaker is None) == told.startswith(_OWN_VOICE)
    if not claim.speaker:
        return "" in accepted
    said_by = loose(fold_word(claim.speaker))
    return any(
        fuzz.token_set_ratio(said_by, loose(fold_word(name))) >= _ONE_SPEAKER for name in accepted if name
    )


def _wanted(gold: dict[str, Any]) -> set[Pair]:
    return {
        (min(pair), max(pair))
        for group in gold["alignment"]
        if group["label"] in _ONE_FACT
        for pair in group["cross_doc_pairs"]
    }


def _together(matched: dict[str, Claim], pair: Pair) -> bool:
    one, other = matched.get(pair[0]), matched.get(pair[1])
    return one is not None and other is not None and one.group is not None and one.group == other.group


def _judged(
    report: Report, matched: dict[str, Claim], wanted: set[Pair]
) -> tuple[int, tuple[Pair, ...], int]:
    names: dict[str, list[str]] = defaultdict(list)
    for name, claim in matched.items():
        names[claim.id].append(name)
    documents = {claim.id: claim.document for claim in report.claims}
    right, unjudged, false = 0, 0, []
    for group in report.groups:
        for a, b in combinations(group.claims, 2):
            if documents[a] == documents[b]:
                continue
            pairs = [(min(x, y), max(x, y)) for x in names[a] for y in names[b]]
            if not pairs:
                unjudged += 1
            elif wanted.isdisjoint(pairs):
                false.append(min(pairs))
            else:
                right += 1
    return right, tuple(sorted(false)), unjudged
