"""What a model for natural-language inference adds to a conflict: it may lower the confidence, no more.

A model that reads two sentences as saying the same is a reason to look twice; it is no proof, so the
finding stays, with the model's opinion in the why-chain.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from consistency.clauses import sentences
from consistency.embed import Judge
from consistency.model import Article, Confidence, Finding, Location
from consistency.wording import say

__all__ = ["weighed"]

_SURE = 0.5


def weighed(findings: Sequence[Finding], articles: Sequence[Article], judge: Judge) -> list[Finding]:
    """The same findings in the same order; conflicts between claims carry the model's reading."""
    texts = {article.id: article.text for article in articles}
    conflicts = [f for f in findings if f.kind == "claims" and len(f.locations) > 1]
    pairs = [tuple(_sentence(place, texts) for place in (f.locations[0], f.locations[-1])) for f in conflicts]
    opinions = judge.judge([(a, b) for a, b in pairs])
    readings = {id(f): row for f, row in zip(conflicts, opinions.tolist(), strict=True)}
    return [_weigh(f, readings[id(f)], judge.name) if id(f) in readings else f for f in findings]


def _sentence(place: Location, texts: dict[str, str]) -> str:
    """The sentence around a place."""
    text = texts[place.document]
    start = text.rfind("\n", 0, place.start) + 1
    end = text.find("\n", place.end)
    line_end = len(text) if end < 0 else end
    for begin, until in sentences(text, start, line_end):
        if begin <= place.start < until:
            return text[begin:until].strip()
    return text[start:line_end].strip()


def _weigh(finding: Finding, opinion: Sequence[float], name: str) -> Finding:
    contradiction, entailment, _ = opinion
    if entailment >= _SURE:
        note = say(
            "model {name} reads both sentences as saying the same ({sure}): look twice",
            name=name,
            sure=f"{entailment:.2f}",
        )
        return replace(finding, confidence=Confidence.LOW, why=(*finding.why, note))
    note = say(
        "model {name} reads both sentences as {verdict} ({sure} for a contradiction)",
        name=name,
        verdict=say("contradicting each other")
        if contradiction >= _SURE
        else say("neither agreeing nor contradicting"),
        sure=f"{contradiction:.2f}",
    )
    return replace(finding, why=(*finding.why, note))
