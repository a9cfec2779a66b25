"""Markdown that fits into one comment on a pull request."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from consistency.model import Finding, Location, Report, Severity
from consistency.report.options import RenderOptions
from consistency.report.order import plain_fingerprint, worst_first
from consistency.report.safe import one_line, shorten
from consistency.report.terminal import SHAPES, summary
from consistency.report.verdict import verdict
from consistency.report.words import Words, load_words

__all__ = ["BUDGET", "render_markdown"]

BUDGET = 60_000
"""Code points; GitHub takes 65,536 in a comment."""

_QUOTE = 400
_PLACES = 6
_PUNCTUATION = re.compile(r"[\\`*_\[\]|~!$]|:(?=//|[\w+-]+:)|(?<=www)\.", re.IGNORECASE)
_OPENING = re.compile(r"^(\d*)([-+=.)>])")


def render_markdown(report: Report, options: RenderOptions) -> str:
    """The verdict, the summary line, and findings worst first as far as the comment holds."""
    words = load_words(options.language)
    _, sign, key = verdict(report, options.fail_on)
    counts = [
        words.count(name, report.count(severity))
        for name, severity in zip(("errors", "warnings", "infos"), Severity, strict=True)
    ]
    head = f"## {sign} {words(key)}: {words('comma').join(counts)}\n\n{escaped(summary(report, words))}\n"
    parts, left = [head, *_not_read(report, words)], BUDGET - len(head)
    findings = worst_first(report.findings)
    for number, finding in enumerate(findings):
        block = "\n".join(_finding(finding, words)) + "\n"
        left -= len(block) + 1
        if left < 0:
            parts.append(words.count("findings_left_out", len(findings) - number) + "\n")
            break
        parts.append(block)
    return "\n".join(parts)


def escaped(text: str) -> str:
    """A text on one line that Markdown shows as it is: no markup, link, mention or reference."""
    plain = _PUNCTUATION.sub(r"\\\g<0>", html.escape(one_line(text), quote=False))
    plain = _OPENING.sub(r"\1\\\2", plain)
    # A comment between the sign and the word keeps GitHub from making a mention or a reference of them.
    return re.sub(r"(?<!&)([@#])", r"\\\1<!-- -->", plain)


def _finding(finding: Finding, words: Words) -> Iterator[str]:
    severity = words("severity_" + finding.severity.value)
    yield f"### {SHAPES[finding.severity]} {severity}: {escaped(finding.message)}"
    yield ""
    confidence = words("confidence", level=words("level_" + finding.confidence.value))
    yield f"{escaped(finding.rule)} · {confidence} · `#{plain_fingerprint(finding)}`"
    yield ""
    flagged, *compared = finding.locations
    yield from _place(flagged, words("flagged"))
    yield f"<details><summary>{words('why_heading')}</summary>"
    yield ""
    for place in compared[:_PLACES]:
        yield from _place(place, words("compared"))
    if len(compared) > _PLACES:
        yield words.count("more_places", len(compared) - _PLACES)
        yield ""
    yield from (f"{number}. {escaped(step)}" for number, step in enumerate(finding.why, 1))
    if finding.suggestion:
        yield f"\n{words('do_heading')}: {escaped(finding.suggestion)}"
    yield ""
    yield "</details>"


def _place(place: Location, role: str) -> Iterator[str]:
    yield f"**{role}** {escaped(place.document)}:{place.line}:{place.column}"
    yield ""
    yield f"> {escaped(shorten(one_line(place.quote), _QUOTE))}"
    yield ""


def _not_read(report: Report, words: Words) -> list[str]:
    lines = [
        words("unreadable_line", document=escaped(one.document), reason=escaped(one.reason))
        for one in report.corpus.unreadable[:_PLACES]
    ]
    left = len(report.corpus.unreadable) - _PLACES
    if left > 0:
        lines.append(words.count("and_more", left))
    return ["\n\n".join(lines) + "\n"] if lines else []
