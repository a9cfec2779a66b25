"""Kind `name`: a catalogued entity written wrong, or in two ways in one article."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator
from functools import cached_property

from consistency.catalogue import Form, Hit
from consistency.checks.context import Context
from consistency.checks.house_styles import RIGHT, mixed_forms
from consistency.checks.name_rule import NameRule
from consistency.checks.slips import slip_findings
from consistency.checks.told_names import entity
from consistency.evidence import Place, finding
from consistency.languages.arabic.normalise import fold_text, fold_word
from consistency.model import Article, Confidence, Finding, RuleCard, Severity
from consistency.wording import Wording, say, term

__all__ = ["CARDS", "check"]

CARDS = (
    RuleCard(
        "name-misspelt", "name", Severity.ERROR, say("A name is misspelt"),
        say("A reader cannot find a person under a wrong name, and a wrong name makes one man two."),
        "نشرت صحيفة نيويرك تايمز التقرير.", "نشرت صحيفة نيويورك تايمز التقرير.",
    ),
    RuleCard(
        "name-nonstandard", "name", Severity.WARNING, say("A name has an unusual form"),
        say("The form is understood, but archives and searches know the name under another one."),
    ),
    RuleCard(
        "name-mixed", "name", Severity.WARNING, say("One article writes a name in two ways"),
        say("A reader may take two spellings for two people; a desk keeps to one."),
    ),
    RuleCard(
        "name-variant", "name", Severity.INFO, say("Articles write a name in different house styles"),
        say(
            "Not an error: it tells which spellings the corpus holds, "
            "for a search that should find all of them."
        ),
    ),
)  # fmt: skip
"""The faults of this kind, as a report explains them."""

_WRONG = ("misspelt", "nonstandard")


def check(rules: Iterable[NameRule], context: Context) -> Iterator[Finding]:
    """Misspelt, nonstandard and mixed forms, article by article; house styles span the corpus."""
    chosen = _Chosen(rules)
    for article in context.articles:
        yield from _wrong_forms(article, context, chosen)
        yield from slip_findings(article, context, chosen)
        yield from mixed_forms(article, chosen, context)


class _Chosen:
    """The identifiers of some of thousands of rules, made only where a fault asks for them."""

    def __init__(self, rules: Iterable[NameRule]) -> None:
        self._rules = rules

    def __contains__(self, identifier: object) -> bool:
        return identifier in self._identifiers

    @cached_property
    def _identifiers(self) -> frozenset[str]:
        return frozenset(rule.id for rule in self._rules)


def _wrong_forms(article: Article, context: Context, chosen: Container[str]) -> Iterator[Finding]:
    hits = context.hits[article.id]
    right_spans = {(h.start, h.end) for h in hits if h.status in RIGHT}
    groups: dict[tuple[str, str], list[Hit]] = defaultdict(list)
    for hit in hits:
        if hit.status in _WRONG and hit.rule.id in chosen and (hit.start, hit.end) not in right_spans:
            groups[hit.rule.id, hit.status].append(hit)
    for wrong in groups.values():
        company = next((c for hit in wrong if (c := _company(hit, article, hits))), None)
        if company:
            yield _wrong_form(wrong, company, article, context)


def _company(hit: Hit, article: Article, hits: tuple[Hit, ...]) -> Wording | None:
    """Why a form is this entity's and nobody else's: None where it may be another's."""
    rule = hit.rule
    if len(hit.form.cuts) >= fold_word(rule.canonical).strip().count(" "):
        return say("the form has as many words as the name")
    other = next((h for h in hits if h.rule.id == rule.id and h.status in RIGHT), None)
    if other:
        return say("the article names «{quote}»", quote=other.quote)
    text = fold_text(article.text)
    title = next((office.title for office in rule.offices if fold_word(office.title) in text), None)
    return say("the article names the office «{title}»", title=title) if title else None


def _wrong_form(wrong: list[Hit], company: Wording, article: Article, context: Context) -> Finding:
    first = wrong[0]
    rule, form = first.rule, first.form
    misspelt = first.status == "misspelt"
    right = _right_form(first)
    message = (
        say(
            "«{quote}» is a misspelling of «{right}» ({english})",
            quote=first.quote,
            right=right,
            english=rule.english or rule.id,
        )
        if misspelt
        else say(
            "«{quote}» is an unusual form of «{right}» ({english})",
            quote=first.quote,
            right=right,
            english=rule.english or rule.id,
        )
    )
    why = [
        *_listed(wrong),
        say("it stands for {entity}: {company}", entity=entity(rule), company=company),
        say("in the corpus: {tally}", tally=_tally(rule, context)),
    ]
    return finding(
        "name-misspelt" if misspelt else "name-nonstandard",
        "name",
        form.severity or (Severity.ERROR if misspelt else Severity.WARNING),
        Confidence.HIGH,
        message,
        [*((article, hit.start, hit.end) for hit in wrong), *_right_places(rule, article, context)],
        why,
        suggestion=say("write «{right}»", right=right),
        values=[rule.id],
        source=rule.id,
    )  # fmt: skip


def _listed(wrong: list[Hit]) -> list[Wording]:
    """What the rule says of each wrong form."""
    forms = {hit.form.text: hit.form for hit in wrong}
    return [_as_listed(form) for form in forms.values()]


def _as_listed(form: Form) -> Wording:
    named = say(
        "rule {rule} lists «{form}» as {status}", rule=form.rule.id, form=form.text, status=term(form.status)
    )
    return say("{named}: {why}", named=named, why=form.why) if form.why else named


def _right_form(hit: Hit) -> str:
    """What to write instead: the short form for a short one."""
    rule = hit.rule
    if rule.short and len(hit.form.cuts) == 0 and " " in rule.canonical:
        return max(rule.short, key=lambda short: _likeness(short, hit.form.text))
    return rule.canonical


def _likeness(a: str, b: str) -> float:
    from consistency.languages.arabic.names import same_name

    return same_name(a, b)


def _right_places(rule: NameRule, article: Article, context: Context) -> Iterator[Place]:
    """The first right form of each article, this article first."""
    for other in sorted(context.articles, key=lambda a: (a.id != article.id, a.id)):
        hit = next((h for h in context.hits[other.id] if h.rule.id == rule.id and h.status in RIGHT), None)
        if hit is None and other.id == article.id:
            hit = next(
                (h for h in context.hits[other.id] if h.rule.id == rule.id and h.status == "short"), None
            )
        if hit:
            yield other, hit.start, hit.end


def _tally(rule: NameRule, context: Context) -> str:
    counts = Counter(h.written for hits in context.hits.values() for h in hits if h.rule.id == rule.id)
    return " · ".join(f"{form} {number}" for form, number in counts.most_common())
