"""A rule in full, for people and for programs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from consistency.checks.name import CARDS
from consistency.checks.name_rule import NameRule
from consistency.errors import UsageError
from consistency.model import RuleCard
from consistency.report.safe import visible
from consistency.rule import Rule
from consistency.rulebook import Rulebook
from consistency.validation import unknown

__all__ = ["card_of", "card_text"]

_HEAD = frozenset(Rule.model_fields)


def card_of(identifier: str, book: Rulebook) -> dict[str, Any]:
    """Everything that a rule says, or what a fault of names is.

    :raises UsageError: there is no such rule.
    """
    rule = next((rule for rule in book.rules if rule.id == identifier), None)
    if rule is not None:
        return _card(rule, book.files[rule.id])
    fault = next((card for card in CARDS if card.id == identifier), None)
    if fault is None:
        raise UsageError(unknown("rule", identifier, [*book.files, *(card.id for card in CARDS)]))
    return _fault(fault)


def _card(rule: Rule, file: str) -> dict[str, Any]:
    told = rule.model_dump(mode="json", by_alias=True)
    body = rule.model_dump(mode="json", by_alias=True, exclude_defaults=True, exclude=set(_HEAD))
    severity = None if isinstance(rule, NameRule) else told["severity"]
    title = rule.title or (f"{rule.canonical} ({rule.english})" if isinstance(rule, NameRule) else rule.id)
    return {
        "id": rule.id,
        "kind": rule.kind,
        "severity": severity,
        "confidence": told["confidence"],
        "title": str(title),
        "why": told["why"],
        "message": told["message"],
        "body": body,
        "tests": told["tests"],
        "file": file,
    }


def _fault(card: RuleCard) -> dict[str, Any]:
    return {
        "id": card.id,
        "kind": card.kind,
        "severity": card.severity.value,
        "title": str(card.title),
        "why": str(card.why),
        "body": {},
    }


def card_text(card: dict[str, Any]) -> str:
    """The same for a terminal."""
    return "".join(f"{_shown(line)}\n" for line in _lines(card))


def _shown(line: str) -> str:
    """What a rule writes may not act on the screen; the isolates of this module stay."""
    isolated = line.startswith("    \u2068")
    return f"    \u2068{visible(line[5:-1])}\u2069" if isolated else visible(line)


def _lines(card: dict[str, Any]) -> Iterator[str]:
    about = [f"kind {card['kind']}"]
    about += [f"{key} {card[key]}" for key in ("severity", "confidence") if card.get(key)]
    yield f"{card['id']} · {' · '.join(about)}"
    yield f"  {card['title']}"
    for key in ("why", "message"):
        if card.get(key):
            yield f"  {key}: {card[key]}"
    if card.get("file"):
        yield f"  file: {card['file']}"
    for key, value in card["body"].items():
        yield f"  {key}: {_plain(value)}"
    for key, heading in (("flags", "speaks on"), ("passes", "is silent on")):
        for example in card.get("tests", {}).get(key, []):
            yield f"  {heading}" + (f" ({example['because']})" if example["because"] else "")
            yield from (
                f"    \u2068{line}\u2069" for text in example["articles"] for line in text.split("\n")
            )
    yield f'  to leave it out: ignore = ["{card["id"]}"] in consistency.toml, or --ignore {card["id"]}'
    yield '  to silence one finding of it: check silence FINGERPRINT --reason "..."'


def _plain(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(_plain(one) for one in value)
    if isinstance(value, dict):
        return " ".join(_plain(one) for one in value.values() if one not in (None, ""))
    return str(value)
