"""The message of a rule: a text with names in braces that a finding fills in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from consistency.validation import Fault

__all__ = ["CLAIM_FIELDS", "FIELDS", "SIDE_FIELDS", "message_faults"]

CLAIM_FIELDS = (
    "subject", "event", "object", "time", "place", "speaker", "polarity", "modality",
)  # fmt: skip
"""What a claim has."""
SIDE_FIELDS = ("quote", "document", "title", "publisher", "date")
"""What every flagged or compared place has beside."""
FIELDS = (
    "quote",
    *(f"{side}.{field}" for side in ("a", "b") for field in (*CLAIM_FIELDS, *SIDE_FIELDS)),
)
"""All names: `a` is the flagged place, `b` the first that it was compared with, `quote` the flagged words."""
_NAME = re.compile(r"\{([^{}]*)\}")


def message_faults(message: Any) -> Iterator[Fault]:
    """The names that nothing can fill in, and braces that do not close.

    :param message: as written: a text, or a mapping of languages to texts.
    """
    texts = message.items() if isinstance(message, Mapping) else [(None, message)]
    for language, text in texts:
        if isinstance(text, str):
            path = ("message", *([language] if language is not None else []))
            for told in _faults(text):
                yield Fault(path, told)


def _faults(text: str) -> Iterator[str]:
    for name in dict.fromkeys(_NAME.findall(text)):
        if name not in FIELDS:
            yield f"message names {{{name}}}, {_what_there_is(name)}"
    if set("{}") & set(_NAME.sub("", text)):
        yield "message has a brace that stands alone; names stand in braces, as in {a.quote}"


def _what_there_is(name: str) -> str:
    side, dot, _ = name.partition(".")
    if dot and side in ("a", "b"):
        return f"which a claim does not have; it has: {', '.join((*CLAIM_FIELDS, *SIDE_FIELDS))}"
    return "which is no name of a message; there are: {quote}, and {a.…} and {b.…} for the two places"
