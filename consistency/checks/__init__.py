"""One module per kind of rule.

To add a kind: write its rule model and its check in a module here, give it a line in ``KINDS`` and in
``consistency.checks.run.CHECKS``, and a cases file in ``tests/cases``.
"""

from __future__ import annotations

from consistency.checks.document import DocumentRule
from consistency.checks.gazetteer import GazetteerRule
from consistency.checks.name_rule import NameRule
from consistency.checks.passage import PassageRule
from consistency.checks.pattern import PatternRule
from consistency.rule import Rule

__all__ = ["KINDS"]

KINDS: dict[str, type[Rule]] = {
    "document": DocumentRule,
    "gazetteer": GazetteerRule,
    "name": NameRule,
    "passage": PassageRule,
    "pattern": PatternRule,
}
