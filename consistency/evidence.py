"""From spans to locations: nothing leaves the house whose quote does not stand where it says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from consistency.model import Article, Confidence, Finding, Location, Severity
from consistency.silence import fingerprint, fingerprint_of, fingerprint_of_sides
from consistency.wording import Wording

__all__ = ["Place", "finding", "locate", "short"]

Place = tuple[Article, int, int]
"""An article and a span of it, in code points."""


def locate(article: Article, start: int, end: int) -> Location:
    """The location of a span; line and column are 1-based, columns in code points."""
    text = article.text
    if not 0 <= start < end <= len(text):
        raise ValueError(f"{article.id}: [{start}, {end}) is no span of {len(text)} code points")
    line = text.count("\n", 0, start) + 1
    column = start - (text.rfind("\n", 0, start) + 1) + 1
    return Location(article.id, start, end, line, column, text[start:end])


def finding(
    rule: str,
    kind: str,
    severity: Severity,
    confidence: Confidence,
    message: Wording,
    places: Sequence[Place],
    why: Iterable[Wording],
    *,
    suggestion: Wording | None = None,
    values: Iterable[str] = (),
    source: str = "",
    of_corpus: bool = False,
    sides: Mapping[str, Sequence[Place]] | None = None,
) -> Finding:
    """A finding with its evidence; the first place is the flagged one, and no place stands twice.

    :param values: the values in conflict, where the flagged place is the one at fault.
    :param of_corpus: no place is at fault, so that the finding is known again by its values alone.
    :param sides: the places by the value that they tell, where each may be the one at fault.
    """
    unique = list(dict.fromkeys((article.id, start, end) for article, start, end in places))
    articles = {article.id: article for article, _, _ in places}
    flagged, start, end = places[0]
    values = list(values)
    if sides is not None:
        told = {value: [(a.text, begin, until) for a, begin, until in row] for value, row in sides.items()}
        known_by = fingerprint_of_sides(rule, told)
    elif of_corpus:
        known_by = fingerprint_of(rule, values)
    else:
        known_by = fingerprint(rule, flagged.text, start, end, values)
    return Finding(
        rule=rule,
        kind=kind,
        severity=severity,
        confidence=confidence,
        message=message,
        locations=tuple(locate(articles[name], begin, until) for name, begin, until in unique),
        why=tuple(why),
        suggestion=suggestion or "",
        fingerprint=known_by,
        source=source,
    )


def short(text: str, length: int = 60) -> str:
    """A text as a message shows it: cut with an ellipsis where it is longer than so many code points."""
    return text if len(text) <= length else f"{text[: length - 1].rstrip()}…"
