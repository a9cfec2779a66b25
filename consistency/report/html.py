"""The report as one page that needs no script and no network, on screen and on paper.

Everything from an article, a file name or a rule passes through autoescaping and ``visible``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache, partial
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from consistency.model import Article, Finding, PassageKind, Report, RuleCard
from consistency.report.cards import Library, build_cards, build_library
from consistency.report.direction import is_arabic, runs, speaks_arabic
from consistency.report.excerpt import Mark, Paragraph, Rows, Style, paragraph, style_of
from consistency.report.matrix import SIGNS
from consistency.report.naming import publication, short_names
from consistency.report.options import RenderOptions
from consistency.report.order import unique_fingerprints, worst_first
from consistency.report.overview import build_overview
from consistency.report.safe import visible
from consistency.report.terminal import SHAPES
from consistency.report.timeline import build_timeline
from consistency.report.verdict import verdict
from consistency.report.words import load_words
from consistency.wording import Language

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = ["render_html"]

_CARDS = 1000
"""More findings than this are told by number only; the JSON report has them all."""
_ROWS = 40
_COLUMNS = 12
"""More articles than this do not fit a matrix; a table of lists stands for it."""
_EVENTS = 8
_NAMES = 8
_TOUCHING = 4
"""Places of a finding that bring their articles onto the page."""
_TEXTS = 200
"""Of more articles than this only those that a finding touches stand on the page."""
_OWN = frozenset(
    [PassageKind.HEADLINE, PassageKind.LEAD, PassageKind.BODY, PassageKind.QUOTE, PassageKind.SUBHEADING]
)
"""The passages that carry an article's own claims."""


@dataclass(frozen=True)
class _Line:
    """A line of an article in full, with what its margin says."""

    paragraph: Paragraph
    kinds: tuple[str, ...]
    links: tuple[tuple[str, Style], ...]


def render_html(report: Report, options: RenderOptions) -> str:
    """The page."""
    words = load_words(options.language)
    findings = worst_first(report.findings)
    links = dict(zip(unique_fingerprints(findings), findings, strict=True))
    shown = dict(list(links.items())[:_CARDS])
    names = short_names([article.id for article in report.articles])
    on_page = _on_page(report, shown.values())
    library = build_library(report.articles, names, words, on_page, linked=not options.no_articles)
    overview = build_overview(report, shown, _ROWS)
    fired = Counter(name for finding in findings for name in {finding.rule, finding.source})
    page = _environment(options.language).get_template("page.html")
    return page.render(
        w=words,
        css=_css(),
        report=report,
        options=options,
        verdict=verdict(report, options.fail_on),
        counts={severity.value: report.count(severity) for severity in SHAPES},
        shapes={severity.value: shape for severity, shape in SHAPES.items()},
        signs=SIGNS,
        names=names,
        library=library,
        overview=overview,
        wide=len(report.articles) > _COLUMNS,
        most_names=_NAMES,
        timeline=build_timeline(report, words, _EVENTS),
        cards=build_cards(shown, library, overview),
        cards_left_out=len(links) - len(shown),
        dates={article.id: publication(article.published, words) for article in report.articles},
        articles_left_out=len(report.articles) - len(on_page),
        dated=_dated(report.articles),
        flagged=Counter(finding.locations[0].document for finding in findings),
        numbers={link: number for number, link in enumerate(shown, 1)},
        lines={} if options.no_articles else _articles(library, shown),
        rules=_rules(report, fired),
        rule_links={rule.id: f"rule.{number}" for number, rule in enumerate(report.rules, 1)},
        fired=fired,
        set_aside=_set_aside(report.articles),
    )


@lru_cache(maxsize=2)
def _environment(language: Language) -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("consistency.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_finalize,
    )
    environment.globals.update(
        runs=runs, is_arabic=is_arabic, speaks_arabic=partial(speaks_arabic, language=language)
    )
    return environment


def _finalize(value: Any) -> Any:
    """Every plain text is made visible just before it is escaped."""
    return visible(value) if isinstance(value, str) and not hasattr(value, "__html__") else value


def _css() -> Any:
    from markupsafe import Markup

    return Markup(files("consistency.report").joinpath("templates", "page.css").read_text("utf-8"))


def _articles(library: Library, links: dict[str, Finding]) -> dict[str, list[_Line]]:
    """Every line of every article that is not blank, with its marks and margin."""
    marks: dict[str, list[tuple[str, Mark]]] = {document: [] for document in library.shelves}
    for link, finding in links.items():
        for number, place in enumerate(finding.locations):
            style: Style = "compared" if number else style_of(finding.severity)
            if place.document in marks:
                marks[place.document].append((link, Mark(place.start, place.end, style)))
    return {
        document: _lines(shelf.article, shelf.rows, marks[document])
        for document, shelf in library.shelves.items()
    }


def _lines(article: Article, rows: Rows, marks: list[tuple[str, Mark]]) -> list[_Line]:
    on_line: dict[int, list[tuple[str, Mark]]] = {}
    for link, mark in sorted(marks, key=lambda one: one[1].start):
        for number in rows.touched(mark.start, mark.end):
            on_line.setdefault(number, []).append((link, mark))
    kinds: dict[int, dict[str, None]] = {}
    for passage in article.passages:
        for number in rows.touched(passage.start, passage.end):
            kinds.setdefault(number, {})[passage.kind.value] = None
    lines = []
    for number in range(1, len(rows.starts) + 1):
        if article.text[slice(*rows.span(number))].strip():
            here = on_line.get(number, [])
            told = tuple(dict.fromkeys((link, mark.style) for link, mark in here))
            whole = paragraph(rows, number, [mark for _, mark in here])
            lines.append(_Line(whole, tuple(kinds.get(number, ())), told))
    return lines


def _on_page(report: Report, shown: Iterable[Finding]) -> frozenset[str]:
    """The articles of the page: all of them, or those that the findings shown touch."""
    every = [article.id for article in report.articles]
    if len(every) <= _TEXTS:
        return frozenset(every)
    touched = {place.document for finding in shown for place in finding.locations[:_TOUCHING]}
    return frozenset(touched.intersection(every))


def _dated(articles: tuple[Article, ...]) -> dict[str, int]:
    """How many articles state their date, have an inferred one, have none."""
    dates = [article.published for article in articles]
    stated = sum(date is not None and date.explicit for date in dates)
    unknown = sum(date is None for date in dates)
    return {"stated": stated, "inferred": len(dates) - stated - unknown, "unknown": unknown}


def _rules(report: Report, fired: Counter[str]) -> dict[bool, list[RuleCard]]:
    """The rules that found something, and the others."""
    sorted_rules: dict[bool, list[RuleCard]] = {True: [], False: []}
    for rule in sorted(report.rules, key=lambda one: (one.severity.rank, one.id)):
        sorted_rules[rule.id in fired].append(rule)
    return sorted_rules


def _set_aside(articles: tuple[Article, ...]) -> list[tuple[str, int]]:
    """How many passages of each kind carry no claims of the article's own, the commonest first."""
    kinds = Counter(
        passage.kind.value for article in articles for passage in article.passages if passage.kind not in _OWN
    )
    return sorted(kinds.items(), key=lambda item: (-item[1], item[0]))
