"""How findings speak of a catalogued entity."""

from __future__ import annotations

from consistency.checks.name_rule import NameRule
from consistency.wording import Wording, say, worded

__all__ = ["all_right", "entity", "plain"]


def entity(rule: NameRule) -> Wording:
    """«وانغ يي» (Wang Yi)."""
    quoted = f"«{rule.canonical}»"
    return worded(f"{quoted} ({rule.english})" if rule.english else quoted, ar=quoted)


def plain(rule: NameRule) -> Wording:
    """The name in the reader's language."""
    return worded(rule.english or rule.canonical, ar=f"«{rule.canonical}»")


def all_right(rule: NameRule) -> Wording:
    """Why no form is at fault."""
    return say("all are right forms of {entity} (rule {rule})", entity=entity(rule), rule=rule.id)
