"""Taking silenced and accepted findings out of a report, and telling of silences that do nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from consistency.model import Confidence, Finding, Location, Report, RuleCard, Severity
from consistency.silence.fingerprint import fingerprint_of
from consistency.silence.sidecar import Baseline, Sidecar
from consistency.wording import say, worded

__all__ = ["CARDS", "with_baseline", "with_silences"]

CARDS = (
    RuleCard(
        "unused-silence", "silence", Severity.WARNING,
        worded("A silence silences nothing", ar="إسكات لا يُسكت شيئًا"),
        worded(
            "What it silenced is mended or gone; a silence that stays behind may one day hide another fault.",
            ar="ما أسكته أُصلح أو زال، وقد يُخفي إسكاتٌ باقٍ خطأً آخر يومًا ما.",
        ),
    ),
    RuleCard(
        "expired-silence", "silence", Severity.WARNING,
        worded("A silence has expired", ar="إسكات انتهى أجله"),
        worded(
            "Its last day has passed, so what it silenced is told again.",
            ar="مضى يومه الأخير، فعاد ما أسكته إلى الظهور.",
        ),
    ),
)  # fmt: skip
"""The faults of the file of silences, as a report explains them."""


def with_silences(report: Report, sidecar: Sidecar, today: dt.date, *, whole: bool = True) -> Report:
    """The report with the silenced findings set apart, and a finding for every silence that does nothing.

    :param whole: False where only a part of the articles was read, so that a silence may belong to another.
    """
    holding = {
        silence.fingerprint: silence.reason
        for silence in sidecar.silences
        if silence.until is None or today <= silence.until
    }
    faults = tuple(_idle(report, sidecar, today, whole))
    split = _set_apart(report, holding)
    cards = (*report.rules, *(card for card in CARDS if any(fault.rule == card.id for fault in faults)))
    return replace(split, findings=(*split.findings, *faults), rules=cards)


def with_baseline(report: Report, baseline: Baseline) -> Report:
    """The report with the findings that the baseline accepts set apart."""
    return _set_apart(report, dict.fromkeys((one.fingerprint for one in baseline.accepted), "baseline"))


def _set_apart(report: Report, reasons: dict[str, str]) -> Report:
    told = [finding for finding in report.findings if finding.fingerprint not in reasons]
    apart = [
        replace(finding, silence=reasons[finding.fingerprint])
        for finding in report.findings
        if finding.fingerprint in reasons
    ]
    return replace(report, findings=tuple(told), silenced=(*report.silenced, *apart))


def _idle(report: Report, sidecar: Sidecar, today: dt.date, whole: bool) -> Iterator[Finding]:
    """The silences that have expired, and those that no finding answers to."""
    found = {finding.fingerprint for finding in report.findings}
    read = {article.id for article in report.articles}
    for number, silence in enumerate(sidecar.silences):
        if silence.until is not None and silence.until < today:
            yield _fault(CARDS[1], sidecar, number, f"{silence.until}")
        elif silence.fingerprint not in found and (silence.document in read if silence.document else whole):
            yield _fault(CARDS[0], sidecar, number, "")


def _fault(card: RuleCard, sidecar: Sidecar, number: int, until: str) -> Finding:
    silence = sidecar.silences[number]
    start, end, line, column = sidecar.span(number)
    told = (
        say("the silence of {fingerprint} held until {day}", fingerprint=silence.fingerprint, day=until)
        if until
        else say("no finding has the fingerprint {fingerprint}", fingerprint=silence.fingerprint)
    )
    return Finding(
        rule=card.id,
        kind=card.kind,
        severity=card.severity,
        confidence=Confidence.HIGH,
        message=told,
        locations=(Location(sidecar.name, start, end, line, column, silence.fingerprint),),
        why=(say("the reason given was: {reason}", reason=silence.reason),),
        suggestion=say("give it a later day, or remove it") if until else say("remove it"),
        fingerprint=fingerprint_of(card.id, [silence.fingerprint]),
        source=card.id,
    )
