"""The report on a terminal: plain lines, no tables, no carets.

Terminals do not lay out right-to-left text reliably, so a quote stands on a line of its own between
« », isolated by U+2068 and U+2069.
"""

from __future__ import annotations

from collections.abc import Iterator

from consistency.model import Corpus, Finding, Location, Report, Severity
from consistency.report.options import RenderOptions
from consistency.report.order import plain_fingerprint, worst_first
from consistency.report.safe import one_line, shorten
from consistency.report.verdict import verdict
from consistency.report.words import Words, load_words

__all__ = ["SHAPES", "render_text", "summary"]

SHAPES = {Severity.ERROR: "✖", Severity.WARNING: "▲", Severity.INFO: "●"}
"""A shape beside every word, so that colour never speaks alone."""

_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36"}
_BOLD = "1"
_FAINT = "2"
_QUOTE_LIMIT = 240
_PLACES = 6


class _Painter:
    """Wraps a text in an ANSI colour, or does not."""

    def __init__(self, colour: bool) -> None:
        self.colour = colour

    def __call__(self, code: str, text: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.colour else text


def render_text(report: Report, options: RenderOptions) -> str:
    """Findings worst first, then what was not read, the verdict, and last the summary line."""
    words = load_words(options.language)
    paint = _Painter(options.colour)
    lines: list[str] = []
    for finding in worst_first(report.findings):
        lines.extend(_finding(finding, words, paint))
        lines.append("")
    lines.extend(_not_read(report, words))
    lines.append(_verdict(report, options, words, paint))
    lines.append(summary(report, words))
    return "\n".join(lines) + "\n"


def summary(report: Report, words: Words) -> str:
    """One line that a script can search: what was read, found, compared and not compared."""
    corpus = report.corpus
    parts = [
        words.count("articles", corpus.documents),
        words.count("errors", report.count(Severity.ERROR)),
        words.count("warnings", report.count(Severity.WARNING)),
        words.count("infos", report.count(Severity.INFO)),
    ]
    if report.silenced:
        parts.append(words.count("silenced", len(report.silenced)))
    if corpus.unreadable:
        parts.append(words.count("unreadable", len(corpus.unreadable)))
    parts.append(words.count("pairs_compared", corpus.compared_pairs))
    return " · ".join(parts) + _not_compared(corpus, words)


def _not_compared(corpus: Corpus, words: Words) -> str:
    """The pairs left out, the commonest reason first."""
    total = sum(corpus.not_comparable.values())
    if not total:
        return ""
    by_number = sorted(corpus.not_comparable.items(), key=lambda item: (-item[1], item[0]))
    reasons = ", ".join(f"{one_line(words.reason(reason))} {number}" for reason, number in by_number)
    return f"{words('comma')}{words.count('not_comparable', total)} ({reasons})"


def _finding(finding: Finding, words: Words, paint: _Painter) -> Iterator[str]:
    severity = finding.severity
    sign = paint(_COLOURS[severity], f"{SHAPES[severity]} {words('severity_' + severity.value)}")
    confidence = words("confidence", level=words("level_" + finding.confidence.value))
    yield f"{sign}  {one_line(finding.rule)}  {confidence}  #{plain_fingerprint(finding)}"
    yield "  " + paint(_BOLD, one_line(finding.message))
    flagged, *compared = finding.locations
    yield from _place([flagged], words("flagged"), words, paint)
    alike = _alike(compared)
    for places in alike[:_PLACES]:
        yield from _place(places, words("compared"), words, paint)
    left = sum(len(places) for places in alike[_PLACES:])
    if left:
        yield "  " + words.count("more_places", left)
    if finding.why:
        yield f"  {words('why')}"
        yield from (f"    {number}. {one_line(step)}" for number, step in enumerate(finding.why, 1))
    if finding.suggestion:
        yield f"  {words('what_to_do')}: {one_line(finding.suggestion)}"


def _alike(places: list[Location]) -> list[list[Location]]:
    """Places of one article with the same words stand together."""
    groups: dict[tuple[str, str], list[Location]] = {}
    for place in places:
        groups.setdefault((place.document, place.quote), []).append(place)
    return list(groups.values())


def _place(places: list[Location], role: str, words: Words, paint: _Painter) -> Iterator[str]:
    first, *others = places
    where = f"{one_line(first.document)}:{first.line}:{first.column}"
    where += "".join(f" {place.line}:{place.column}" for place in others)
    yield f"  {role}  {paint(_FAINT, where)}"
    whole = one_line(first.quote)
    quote = shorten(whole, _QUOTE_LIMIT)
    yield f"    «\u2068{quote}\u2069»"
    if quote != whole:
        yield "    " + words("quote_cut", n=len(first.quote))


def _not_read(report: Report, words: Words) -> Iterator[str]:
    for one in report.corpus.unreadable:
        reason = one_line(one.reason)
        yield words("unreadable_line", document=one_line(one.document), reason=reason)
    if report.skipped_files:
        names = words("comma").join(one_line(name) for name in report.skipped_files[:_PLACES])
        more = len(report.skipped_files) - _PLACES
        yield words("skipped_line", names=f"{names} {words.count('and_more', more)}" if more > 0 else names)


def _verdict(report: Report, options: RenderOptions, words: Words, paint: _Painter) -> str:
    good, sign, key = verdict(report, options.fail_on)
    return f"{paint('32' if good else '31', f'{sign} {words(key)}')} - {words('limit_' + options.fail_on)}"
