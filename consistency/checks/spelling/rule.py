"""The shape of a `spelling` rule."""

from __future__ import annotations

from typing import Literal

from consistency.rule import Rule

__all__ = ["By", "SpellingRule"]

By = Literal["names", "neighbours", "news", "role", "style"]


class SpellingRule(Rule):
    """A form that the articles themselves correct, without a catalogue."""

    kind: Literal["spelling"]
    by: By = "neighbours"
    """What corrects it.

    ``names``: the other words of the name.  ``neighbours``: the words around it.  ``news``: a form that news
    writes often.  ``role``: the one person of the article who is meant.
    ``style``: nothing, each house keeps to its own.
    """
