"""Persons and places named in an Arabic text."""

from __future__ import annotations

from consistency.languages.arabic.mentions.cued import is_title, title_places, titled_alone
from consistency.languages.arabic.mentions.features import listed_places
from consistency.languages.arabic.mentions.find import (
    PARTICLES,
    Mention,
    NamedText,
    find_names,
    read_touching,
    rests_of,
)

__all__ = [
    "PARTICLES",
    "Mention",
    "NamedText",
    "find_names",
    "is_title",
    "listed_places",
    "read_touching",
    "rests_of",
    "title_places",
    "titled_alone",
]
