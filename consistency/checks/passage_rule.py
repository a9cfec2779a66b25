"""The shape of the rules of kind `passage`."""

from __future__ import annotations

from typing import Literal

from consistency.rule import Rule

__all__ = ["Fault", "PassageRule"]

Fault = Literal[
    "unrelated",
    "repeated-headline",
    "repeated-paragraph",
    "run-together",
    "joined-words",
    "missing-space",
    "broken-encoding",
    "aggregator-residue",
    "page-residue",
]


class PassageRule(Rule):
    """One fault of passages; the segmentation has told what each passage is."""

    kind: Literal["passage"]
    finds: Fault
    """Which fault; each has one rule of its own."""
