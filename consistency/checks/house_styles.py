"""Right forms of a name that are spellings of each other: mixed in one article, or one in each house.

Mixed forms are a fault of their article.  House styles span the corpus: a story gives its uses of the right
forms, and the styles are told once, when all stories are known.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass

from consistency.catalogue import Hit
from consistency.checks.context import Context
from consistency.checks.located import type_words
from consistency.checks.name_rule import NameRule
from consistency.checks.told_names import all_right, plain
from consistency.evidence import finding
from consistency.languages.arabic.names import difference
from consistency.languages.arabic.normalise import fold_word
from consistency.model import Article, Confidence, Finding, Severity
from consistency.wording import say, say_count

__all__ = ["RIGHT", "FormUse", "form_uses", "house_styles", "mixed_forms"]

RIGHT = ("canonical", "accepted", "style")
"""The statuses of forms that nobody need mend."""
_CASES = ("ون", "ين")


@dataclass(frozen=True)
class FormUse:
    """A right form of an entity in one article: its first place, and how often it stands there."""

    entity: str
    """The identifier of its rule."""
    form: str
    """The folded words as written."""
    document: str
    start: int
    end: int
    number: int


def form_uses(context: Context) -> tuple[FormUse, ...]:
    """The right forms of every entity that the articles name, by entity, form and article."""
    found = {
        (entity, form, article.id): hits
        for article in context.articles
        for (entity, form), hits in _right_hits(article, context).items()
    }
    return tuple(
        FormUse(entity, form, document, hits[0].start, hits[0].end, len(hits))
        for (entity, form, document), hits in sorted(found.items())
    )


def _right_hits(article: Article, context: Context) -> dict[tuple[str, str], list[Hit]]:
    found: dict[tuple[str, str], list[Hit]] = defaultdict(list)
    for hit in context.hits[article.id]:
        if hit.status in RIGHT and hit.written not in _adjectives(hit.rule):
            found[hit.rule.id, hit.written].append(hit)
    return found


def _adjectives(rule: NameRule) -> set[str]:
    """«سورية» is «Syrian» as well."""
    return {f"{fold_word(adjective)}ة" for adjective in rule.adjective}


def _named(form: str) -> str:
    """The name in a form: a space is no second spelling, and «ميناء العقبة» and «مدينة العقبة» are no two."""
    first, _, rest = form.partition(" ")
    return (rest if rest and first in type_words() else form).replace(" ", "")


def mixed_forms(article: Article, chosen: Container[str], context: Context) -> Iterator[Finding]:
    """The names that one article writes in two ways."""
    by_entity: dict[str, dict[str, list[Hit]]] = defaultdict(dict)
    for (entity, form), hits in _right_hits(article, context).items():
        by_entity[entity][form] = hits
    for entity, forms in sorted(by_entity.items()):
        for family in _families({form: len(hits) for form, hits in forms.items()}):
            if len({_named(form) for form in family}) > 1 and entity in chosen:
                rule = context.catalogue.rules[entity]
                yield _mixed(rule, {form: forms[form] for form in family}, article)


def _mixed(rule: NameRule, forms: Mapping[str, list[Hit]], article: Article) -> Finding:
    rarest_first = sorted(forms, key=lambda form: (len(forms[form]), -forms[form][0].start))
    tally = " · ".join(f"{form} {len(forms[form])}" for form in reversed(rarest_first))
    return finding(
        "name-mixed", "name", Severity.WARNING, Confidence.HIGH,
        say_count(
            "the article writes {entity} in {n} ways: {tally}",
            "the article writes {entity} in {n} ways: {tally}",
            len(forms), entity=plain(rule), tally=tally,
        ),
        [(article, hit.start, hit.end) for form in rarest_first for hit in forms[form]],
        [all_right(rule), say("in this article: {tally}", tally=tally)],
        suggestion=say("keep to «{right}»", right=forms[rarest_first[-1]][0].quote),
        values=[rule.id, *sorted(forms)], source=rule.id,
    )  # fmt: skip


def house_styles(
    uses: Iterable[FormUse], rules: Mapping[str, NameRule], articles: Mapping[str, Article]
) -> Iterator[Finding]:
    """The names that articles of the corpus write in two ways, none of them in both.

    :param uses: of all stories.
    :param articles: the articles of the corpus, by their identifiers.
    """
    by_entity: dict[str, dict[str, list[FormUse]]] = defaultdict(lambda: defaultdict(list))
    for use in uses:
        by_entity[use.entity][use.form].append(use)
    for entity, forms in sorted(by_entity.items()):
        for family in _families({form: sum(use.number for use in forms[form]) for form in forms}):
            houses = Counter(use.document for form in family for use in forms[form])
            if entity in rules and len(houses) > 1 and max(houses.values()) == 1:
                yield _styles(rules[entity], {form: forms[form] for form in family}, articles)


def _styles(rule: NameRule, forms: dict[str, list[FormUse]], articles: Mapping[str, Article]) -> Finding:
    tally = " · ".join(f"{form} {sum(use.number for use in uses)}" for form, uses in forms.items())
    return finding(
        "name-variant", "name", Severity.INFO, Confidence.HIGH,
        say("house styles of {entity}: {tally}", entity=plain(rule), tally=tally),
        [
            (articles[use.document], use.start, use.end)
            for form in reversed(forms)
            for use in sorted(forms[form], key=lambda use: use.document)
        ],
        [all_right(rule), say("in the corpus: {tally}", tally=tally)],
        suggestion=say("none is wrong; choose one if the articles are published together"),
        values=[rule.id, *sorted(forms)], source=rule.id, of_corpus=True,
    )  # fmt: skip


def _families(times: Mapping[str, int]) -> Iterator[list[str]]:
    """Two or more forms that differ as house styles do, the commonest first; other names stay apart."""
    left = sorted(times, key=lambda form: (-times[form], form))
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
