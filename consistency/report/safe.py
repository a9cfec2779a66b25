"""Showing hostile text: nothing from an article, a file name or a rule may act on the reader's screen.

Characters that would reorder, hide or execute are shown by name instead; every other one stays as it is.
"""

from __future__ import annotations

import re

__all__ = ["one_line", "shorten", "visible"]

_BIDI = [*range(0x202A, 0x202F), *range(0x2066, 0x206A)]
_NAMED = [*range(0x80, 0xA0), 0x2028, 0x2029, *_BIDI, 0xFFFE, 0xFFFF, *range(0xE0000, 0xE0080)]
# Tab and line feed are layout; the other controls get their pictures (U+2400 block).
_SHOWN = {code: chr(0x2400 + code) for code in range(0x20) if code not in (0x09, 0x0A)}
_SHOWN |= {0x7F: "␡"} | {code: f"[U+{code:04X}]" for code in _NAMED}
# A file name that is not UTF-8 reaches Python with its odd bytes as lone surrogates.
_SURROGATE = re.compile("[\ud800-\udfff]")
_ODD = re.compile("[" + "".join(re.escape(chr(code)) for code in _SHOWN) + "\ud800-\udfff]")


def visible(text: str) -> str:
    """The text with controls, direction overrides and lone surrogates shown by name."""
    if not _ODD.search(text):
        return text
    return _SURROGATE.sub(_name, text.replace("\r\n", "\n").translate(_SHOWN))


def _name(match: re.Match[str]) -> str:
    return f"[U+{ord(match[0]):04X}]"


def one_line(text: str) -> str:
    """The text made visible, every run of white space as one blank."""
    return visible(" ".join(text.split()))


def shorten(text: str, limit: int) -> str:
    """At most about ``limit`` code points, cut between words, with an ellipsis where words are left out."""
    if len(text) <= limit:
        return text
    head = text[:limit]
    cut = head.rfind(" ")
    return (head[:cut] if cut > limit // 2 else head).rstrip() + " …"
