"""Kind `name`: a catalogued entity written wrong, in two ways in one article, or in two house styles."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from consistency.catalogue import Form, Hit
from consistency.checks.context import Context
from consistency.checks.name_rule import NameRule
from consistency.checks.slips import slip_findings
from consistency.evidence import Place, finding
from consistency.languages.arabic.names import difference
from consistency.languages.arabic.normalise import fold_word
from consistency.model import Article, Confidence, Finding, RuleCard, Severity
from consistency.wording import Wording, say, say_count, term, worded

__all__ = ["CARDS", "check"]

CARDS = (
    RuleCard(
        "name-misspelt", "name", Severity.ERROR, say("A name is misspelt"),
        say("A reader cannot find a person under a wrong name, and a wrong name makes one man two."),
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

_RIGHT = ("canonical", "accepted", "style")
_WRONG = ("misspelt", "nonstandard")
_CASES = ("ون", "ين")


def check(rules: Iterable[NameRule], context: Context) -> Iterator[Finding]:
    """Misspelt and nonstandard forms per article, then mixed forms, then house styles over all articles."""
    chosen = {rule.id for rule in rules}
    for article in context.articles:
        yield from _wrong_forms(article, context, chosen)
        yield from slip_findings(article, context, chosen)
    named = {hit.rule.id for hits in context.hits.values() for hit in hits if hit.status in _RIGHT}
    for entity in sorted(named & chosen):
        yield from _variants(context.catalogue.rules[entity], context)


def _wrong_forms(article: Article, context: Context, chosen: set[str]) -> Iterator[Finding]:
    hits = context.hits[article.id]
    right_spans = {(h.start, h.end) for h in hits if h.status in _RIGHT}
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
    other = next((h for h in hits if h.rule.id == rule.id and h.status in _RIGHT), None)
    if other:
        return say("the article names «{quote}»", quote=other.quote)
    text = fold_word(article.text)
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
        say("it stands for {entity}: {company}", entity=_entity(rule), company=company),
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


def _entity(rule: NameRule) -> Wording:
    quoted = f"«{rule.canonical}»"
    return worded(f"{quoted} ({rule.english})" if rule.english else quoted, ar=quoted)


def _plain(rule: NameRule) -> Wording:
    return worded(rule.english or rule.canonical, ar=f"«{rule.canonical}»")


def _all_right(rule: NameRule) -> Wording:
    return say("all are right forms of {entity} (rule {rule})", entity=_entity(rule), rule=rule.id)


def _right_places(rule: NameRule, article: Article, context: Context) -> Iterator[Place]:
    """The first right form of each article, this article first."""
    for other in sorted(context.articles, key=lambda a: (a.id != article.id, a.id)):
        hit = next((h for h in context.hits[other.id] if h.rule.id == rule.id and h.status in _RIGHT), None)
        if hit is None and other.id == article.id:
            hit = next(
                (h for h in context.hits[other.id] if h.rule.id == rule.id and h.status == "short"), None
            )
        if hit:
            yield other, hit.start, hit.end


def _tally(rule: NameRule, context: Context) -> str:
    counts = Counter(h.written for hits in context.hits.values() for h in hits if h.rule.id == rule.id)
    return " · ".join(f"{form} {number}" for form, number in counts.most_common())


def _variants(rule: NameRule, context: Context) -> Iterator[Finding]:
    """Right forms that are spellings of each other: mixed inside an article, or split between articles."""
    uses: dict[str, list[tuple[Article, Hit]]] = defaultdict(list)
    adjectives = {f"{fold_word(adjective)}ة" for adjective in rule.adjective}  # «سورية» is «Syrian» as well
    for article in context.articles:
        for hit in context.hits[article.id]:
            if hit.rule.id == rule.id and hit.status in _RIGHT and hit.written not in adjectives:
                uses[hit.written].append((article, hit))
    for family in _families(sorted(uses, key=lambda form: (-len(uses[form]), form))):
        mixed = _mixed_articles(family, uses)
        for article in mixed:
            yield _mixed(rule, family, uses, article)
        if not mixed and len({article.id for form in family for article, _ in uses[form]}) > 1:
            yield _variant(rule, family, uses, context)


def _families(forms: list[str]) -> Iterator[list[str]]:
    """Two or more forms that differ as house styles do; official names and short forms stay apart."""
    left = list(forms)
    while left:
        head = left.pop(0)
        kin = [form for form in left if _two_styles(head, form)]
        if kin:
            left = [form for form in left if form not in kin]
            yield [head, *kin]


def _two_styles(a: str, b: str) -> bool:
    """Whether two right forms are two spellings, not one with the article or in another case."""
    bare_a, bare_b = (form.removeprefix("ال") for form in (a, b))
    if bare_a == bare_b or (bare_a[-2:] in _CASES and bare_b[-2:] in _CASES and bare_a[:-2] == bare_b[:-2]):
        return False
    return difference(a, b).kind in ("style", "slip")


def _mixed_articles(family: list[str], uses: dict[str, list[tuple[Article, Hit]]]) -> list[Article]:
    by_article: dict[str, set[str]] = defaultdict(set)
    articles: dict[str, Article] = {}
    for form in family:
        for article, _ in uses[form]:
            by_article[article.id].add(form.replace(" ", ""))  # a space is no second spelling
            articles[article.id] = article
    return [articles[name] for name, forms in sorted(by_article.items()) if len(forms) > 1]


def _mixed(
    rule: NameRule, family: list[str], uses: dict[str, list[tuple[Article, Hit]]], article: Article
) -> Finding:
    here = {form: [hit for a, hit in uses[form] if a.id == article.id] for form in family}
    here = {form: hits for form, hits in here.items() if hits}
    order = sorted(here, key=lambda form: (len(here[form]), -family.index(form)))
    tally = " · ".join(f"{form} {len(here[form])}" for form in reversed(order))
    return finding(
        "name-mixed", "name", Severity.WARNING, Confidence.HIGH,
        say_count(
            "the article writes {entity} in {n} ways: {tally}",
            "the article writes {entity} in {n} ways: {tally}",
            len(here), entity=_plain(rule), tally=tally,
        ),
        [(article, hit.start, hit.end) for form in order for hit in here[form]],
        [_all_right(rule), say("in this article: {tally}", tally=tally)],
        suggestion=say("keep to «{right}»", right=here[order[-1]][0].quote), values=[rule.id, *sorted(here)],
        source=rule.id,
    )  # fmt: skip


def _variant(
    rule: NameRule, family: list[str], uses: dict[str, list[tuple[Article, Hit]]], context: Context
) -> Finding:
    rarest_first = list(reversed(family))
    places: list[Place] = []
    for form in rarest_first:
        seen: set[str] = set()
        for article, hit in uses[form]:
            if article.id not in seen:
                seen.add(article.id)
                places.append((article, hit.start, hit.end))
    tally = " · ".join(f"{form} {len(uses[form])}" for form in family)
    return finding(
        "name-variant", "name", Severity.INFO, Confidence.HIGH,
        say("house styles of {entity}: {tally}", entity=_plain(rule), tally=tally),
        places,
        [_all_right(rule), say("in the corpus: {tally}", tally=tally)],
        suggestion=say("none is wrong; choose one if the articles are published together"),
        values=[rule.id, *sorted(family)], source=rule.id, of_corpus=True,
    )  # fmt: skip
