"""Write docs/rules/ and docs/rules.schema.json from the shipped rules and the shapes that check them.

    python scripts/write_rule_pages.py            # writes them
    python scripts/write_rule_pages.py --check    # fails where they are not current

A page for every shipped rule but the names: those are data, and one page tells their faults.
"""

from __future__ import annotations

import inspect
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from consistency.checks.claims_rule import HOW, SLOTS
from consistency.checks.grounds import GROUNDS
from consistency.checks.name import CARDS
from consistency.checks.name_rule import NameRule, Office, WrongForm
from consistency.checks.reasons import REASONS
from consistency.checks.registry import KINDS
from consistency.message import CLAIM_FIELDS, SIDE_FIELDS
from consistency.rule import Rule
from consistency.rulebook import Rulebook, load_rules
from consistency.schema import documented, rule_file_schema
from consistency.wording import said_in

DOCS = Path(__file__).parent.parent / "docs"
_FIELDS = {
    "antonym": "two opposites, such as a rise and a fall",
    "extent": "the one says the oldest, the other one of the oldest",
    "number": "two numbers of one measure",
    "office": "two offices of one person",
    "person": "two persons in one place",
    "place": "two places of which neither contains the other",
    "polarity": "the one says it, the other denies it",
    "speaker": "the same words, said by two speakers",
    "time": "two times that do not meet",
}
NOTE = "<!-- Written by scripts/write_rule_pages.py from the rule files; do not edit. -->\n"


def pages() -> dict[str, str]:
    """Every written file by its path below docs/."""
    book = load_rules()
    told = [rule for rule in book.rules if not isinstance(rule, NameRule)]
    written = {f"rules/{rule.id}.md": page(rule, book) for rule in told}
    written["rules/names.md"] = names_page(book)
    written["rules/words.md"] = words_page()
    written["rules/README.md"] = index(told)
    written["rules.schema.json"] = json.dumps(rule_file_schema(), ensure_ascii=False, indent=2) + "\n"
    return written


def page(rule: Rule, book: Rulebook) -> str:
    """The page of one rule."""
    return NOTE + "\n".join(_lines(rule, book)) + "\n"


def _lines(rule: Rule, book: Rulebook) -> Iterator[str]:
    yield f"# {rule.id}\n"
    yield f"{rule.title}" + (
        f" · {said_in(rule.title, 'ar')}" if said_in(rule.title, "ar") != rule.title else ""
    )
    yield f"\n{rule.why}\n"
    yield "| kind | severity | confidence | file |\n|---|---|---|---|"
    yield f"| `{rule.kind}` | {rule.severity.value} | {rule.confidence.value} | `{book.files[rule.id]}` |\n"
    yield from _body(rule)
    for heading, examples in (("It speaks on", rule.tests.flags), ("It is silent on", rule.tests.passes)):
        yield f"## {heading}\n"
        for example in examples:
            together = f"{len(example.articles)} articles" if len(example.articles) > 1 else ""
            if together or example.because:
                yield ": ".join(part for part in (together, example.because) if part) + "\n"
            yield from (f"```\n{text.strip()}\n```\n" for text in example.articles)
    yield "## Not in my articles\n"
    yield f'Leave it out: `ignore = ["{rule.id}"]` in `consistency.toml`, or `--ignore {rule.id}`.'
    yield f'Change how bad it is: `{rule.id} = "info"` below `[severity]` in `consistency.toml`.'
    yield 'Silence one finding: `check silence FINGERPRINT --reason "..."`.'


def _body(rule: Rule) -> Iterator[str]:
    body = rule.model_dump(mode="json", by_alias=True, exclude_defaults=True, exclude=set(Rule.model_fields))
    if rule.kind == "claims":
        yield "## What it compares\n"
        grounds = " or ".join(f"`{name}`" for name in getattr(rule, "grounds", ()))
        yield f"Sentences that have the same {grounds} may not differ in"
        yield f"{_names([one['field'] for one in body['differ']])}; scope: {getattr(rule, 'scope', '')}.\n"
        if slots := sorted(getattr(rule, "slots", ())):
            told = ", ".join(f"`{slot}`" for slot in slots)
            yield f"Claims of one `event` are left out where they tell it apart by {told}.\n"
        for key, heading in (("unless", "It is silent where"), ("doubt", "It is an info where")):
            if body.get(key):
                yield f"{heading}:\n"
                yield from (f"- `{name}`: {_doc(REASONS[name])}" for name in body[key])
                yield ""
    elif rule.kind == "pattern":
        yield f"## Its pattern\n\n```\n{body['pattern']}\n```\n"


def _names(words: list[str]) -> str:
    return " and ".join(f"`{word}`" for word in words)


def _doc(thing: Any) -> str:
    """The first sentence that the code says of something, without the name before its colon."""
    text = " ".join((inspect.getdoc(thing) or "").split("\n\n")[0].split())
    text = re.sub(r"^\w+ `[^`]+`: ", "", text)
    return text[:1].lower() + text[1:]


def names_page(book: Rulebook) -> str:
    """The faults of names, and what an entry of the catalogue may say."""
    counts = Counter(rule.entity for rule in book.of(NameRule))
    lines = [
        "# Names\n",
        "A rule of kind `name` is an entity of the world: the form to write, other right forms, short ones,",
        "and forms that a desk mends. The shipped catalogue has "
        + ", ".join(f"{number:,} {entity}s" for entity, number in counts.most_common())
        + ".\n",
        "A finding is named by its fault, and the entity stands in its reasons:\n",
        "| fault | severity | what | why |\n|---|---|---|---|",
        *(f"| `{card.id}` | {card.severity.value} | {card.title} | {card.why} |" for card in CARDS),
        "\n## What an entry may say\n",
        *_keys(NameRule, set(Rule.model_fields)),
        "\nAn entry of `offices`:\n",
        *_keys(Office, set()),
        "\nAn entry of `nonstandard` or `misspelt` is a form, or:\n",
        *_keys(WrongForm, set()),
        "\nLook at one with `check rules show wang-yi`.",
    ]
    return NOTE + "\n".join(lines) + "\n"


def _keys(model: Any, without: set[str]) -> Iterator[str]:
    told = documented(model)
    yield "| key | what it says |\n|---|---|"
    for name, field in model.model_fields.items():
        if name not in without:
            key = field.alias or name
            must = " (needed)" if field.is_required() else ""
            yield f"| `{key}`{must} | {told.get(key, '').replace('|', '/')} |"


def words_page() -> str:
    """The closed lists that a rule may draw from."""
    lines = [
        "# Words that a rule may use\n",
        "## Kinds\n",
        "| kind | what it is |\n|---|---|",
        *(f"| `{name}` | {_doc(inspect.getmodule(kind.check))} |" for name, kind in sorted(KINDS.items())),
        "\n## Keys of every rule\n",
        *_keys(Rule, set()),
        "\n## `same`: what brings two sentences together\n",
        *(f"- `{name}`: {_doc(inspect.getmodule(ground))}" for name, ground in sorted(GROUNDS.items())),
        "\nOne of these is enough. With `event` also "
        + ", ".join(f"`{slot}`" for slot in SLOTS)
        + ": what two claims both tell of it must not exclude that they are of one event.",
        "\n## `differ`: what they may then not tell differently, and `how`\n",
        "| field | how | what |\n|---|---|---|",
        *(f"| `{field}` | `{how}` | {_FIELDS.get(field, '')} |" for field, how in sorted(HOW.items())),
        "\n## `unless` and `doubt`: reasons for silence, and for an info\n",
        *(f"- `{name}`: {_doc(reason)}" for name, reason in sorted(REASONS.items())),
        "\n## `message`: names in braces\n",
        "`{quote}` is the flagged words. `{a.…}` is the flagged side, `{b.…}` the other one; each has",
        ", ".join(f"`{name}`" for name in (*SIDE_FIELDS, *CLAIM_FIELDS)) + ".",
        "What is not known becomes a dash.",
    ]
    return NOTE + "\n".join(lines) + "\n"


def index(rules: list[Rule]) -> str:
    """All pages."""
    lines = [
        "# The shipped rules\n",
        "| rule | kind | severity | what |\n|---|---|---|---|",
        *(
            f"| [{rule.id}]({rule.id}.md) | `{rule.kind}` | {rule.severity.value} | {rule.title} |"
            for rule in sorted(rules, key=lambda rule: (rule.kind, rule.id))
        ),
        "| [names](names.md) | `name` | by fault | Names misspelt, unusual, mixed, or in two house styles |",
        "\n[How to write a rule](../writing-rules.md) · [words that a rule may use](words.md) ·",
        "[JSON Schema](../rules.schema.json)",
    ]
    return NOTE + "\n".join(lines) + "\n"


def stale() -> list[str]:
    """What stands in docs/ otherwise than it would be written, and pages of rules that are gone."""
    written = pages()
    there = {path.relative_to(DOCS).as_posix() for path in (DOCS / "rules").glob("*.md")}
    wrong = [
        name
        for name, text in written.items()
        if not (DOCS / name).is_file() or (DOCS / name).read_text(encoding="utf-8") != text
    ]
    return sorted([*wrong, *(there - written.keys())])


def main() -> None:
    """Write or check."""
    if "--check" in sys.argv[1:]:
        wrong = stale()
        print("\n".join(wrong) or "docs/rules is current")
        sys.exit(1 if wrong else 0)
    (DOCS / "rules").mkdir(exist_ok=True)
    for name in stale():
        (DOCS / name).unlink(missing_ok=True)
    for name, text in pages().items():
        (DOCS / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
