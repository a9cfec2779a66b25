"""One finding in full: both sentences, how they were brought together, and every condition that held."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from consistency.model import Article, Claim, Comparison, Finding, Location, Report
from consistency.report.safe import one_line
from consistency.rule import Rule

__all__ = ["Explanation", "Sentence", "explain", "explanation_text"]


@dataclass(frozen=True)
class Sentence:
    """The sentence that a place stands in."""

    place: Location
    text: str
    publisher: str
    date: str
    claim: str
    """The identifier of the claim that it makes; empty where none was extracted."""


@dataclass(frozen=True)
class Explanation:
    """Everything that is known of a finding."""

    finding: Finding
    rule: Rule | None
    sentences: tuple[Sentence, ...]
    alignment: tuple[Comparison, ...]
    """How the claims of the sentences were compared."""


def explain(finding: Finding, report: Report, rules: dict[str, Rule]) -> Explanation:
    """Explain a finding of a report.

    :param rules: the rules of the run by identifier.
    """
    articles = {article.id: article for article in report.articles}
    sentences = tuple(
        _sentence(place, articles[place.document], report)
        for place in finding.locations
        if place.document in articles
    )
    claims = {sentence.claim for sentence in sentences if sentence.claim}
    alignment = tuple(
        comparison
        for group in report.groups
        for comparison in group.comparisons
        if comparison.a in claims and comparison.b in claims
    )
    rule = rules.get(finding.rule) or rules.get(finding.source)
    return Explanation(finding, rule, sentences, alignment)


def _sentence(place: Location, article: Article, report: Report) -> Sentence:
    claim = _claim_at(place, report)
    begin, end = (claim.start, claim.end) if claim else _line(place, article.text)
    date = article.published
    day = f"{date.earliest} … {date.latest}" if date and date.earliest != date.latest else ""
    return Sentence(
        place,
        " ".join(article.text[begin:end].split()),
        article.publisher or "",
        day or (date.earliest if date else ""),
        claim.id if claim else "",
    )


def _claim_at(place: Location, report: Report) -> Claim | None:
    return next(
        (
            claim
            for claim in report.claims
            if claim.document == place.document and claim.start <= place.start and place.end <= claim.end
        ),
        None,
    )


def _line(place: Location, text: str) -> tuple[int, int]:
    end = text.find("\n", place.end)
    return text.rfind("\n", 0, place.start) + 1, len(text) if end < 0 else end


def explanation_text(told: Explanation) -> str:
    """The explanation for a terminal: quotes on lines of their own, isolated."""
    return "\n".join(_lines(told)) + "\n"


def _lines(told: Explanation) -> Iterator[str]:
    finding = told.finding
    yield f"{finding.severity}  {finding.rule}  confidence {finding.confidence}  #{finding.fingerprint}"
    yield f"  {one_line(finding.message)}"
    if finding.silence:
        yield f"  silenced: {one_line(finding.silence)}"
    yield ""
    yield "sentences"
    for number, sentence in enumerate(told.sentences):
        place = sentence.place
        about = " · ".join(one_line(p) for p in (sentence.publisher, sentence.date, sentence.claim) if p)
        role = "compared" if number else "flagged"
        yield f"  {role}  {one_line(place.document)}:{place.line}:{place.column}  {about}".rstrip()
        yield f"    \u2068«{one_line(place.quote)}»\u2069"
        if sentence.text != place.quote:
            yield f"    in \u2068«{one_line(sentence.text)}»\u2069"
    yield ""
    yield "alignment"
    for comparison in told.alignment:
        told_of = f"{comparison.relation}, {comparison.score:.2f} of 1; {comparison.reason}"
        yield "  " + one_line(f"{comparison.a} / {comparison.b}: {told_of}")
    if not told.alignment:
        yield "  no two of these sentences were aligned as claims: the rule compares what it names below"
    yield ""
    yield "conditions that held"
    for number, reason in enumerate(finding.why, 1):
        yield f"  {number}. {one_line(reason)}"
    yield from _of_rule(told)
    if finding.suggestion:
        yield f"what you can do: {one_line(finding.suggestion)}"
    yield f'to silence it: check silence {finding.fingerprint} --reason "..."'


def _of_rule(told: Explanation) -> Iterator[str]:
    rule = told.rule
    if rule is not None:
        yield ""
        yield f"rule {rule.id} (kind {rule.kind})" + (f": {one_line(rule.title)}" if rule.title else "")
        if rule.why:
            yield f"  why: {one_line(rule.why)}"
        body = rule.model_dump(mode="json", exclude_defaults=True, exclude=set(Rule.model_fields))
        for key, value in body.items():
            if rule.kind == "claims":
                yield f"  {key}: {one_line(_plain(value))}"
    yield ""


def _plain(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(_plain(one) for one in value)
    if isinstance(value, dict):
        return " ".join(_plain(one) for one in value.values())
    return str(value)
