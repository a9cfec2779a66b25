"""The shipped rule files as parsed before, by the hash of their text.

To parse the YAML of 3,000 rules takes longer than to check five articles.  What ``scripts/parse_rules.py``
wrote is used for a text that is the same to the letter; any other file is parsed.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from consistency.yaml_places import read_plain

__all__ = ["PARSED", "pack_parsed", "parsed"]

PARSED = Path(__file__).parent / "rules.json.gz"


def parsed(text: str) -> Any | None:
    """The data of a rule file; None where the text is not known."""
    return _parsed().get(_hash(text))


def pack_parsed(texts: Iterable[str]) -> bytes:
    """The texts parsed, as ``PARSED`` holds them; the same bytes for the same texts."""
    told = {_hash(text): read_plain(text) for text in texts}
    return gzip.compress(json.dumps(told, ensure_ascii=False).encode("utf-8"), mtime=0)


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


@cache
def _parsed() -> dict[str, Any]:
    try:
        told: dict[str, Any] = json.loads(gzip.decompress(PARSED.read_bytes()))
    except (OSError, EOFError, ValueError):  # a checkout in which it was not written, or not wholly
        return {}
    return told
