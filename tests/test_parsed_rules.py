"""The rules as parsed ahead of time are the rules as written."""

from __future__ import annotations

from consistency.parsed_rules import parsed
from consistency.rulebook import default_rules
from consistency.yaml_places import read_plain


def test_every_shipped_file_is_parsed_and_current() -> None:
    for file in sorted(default_rules().rglob("*.yaml")):
        text = file.read_text(encoding="utf-8-sig")
        assert parsed(text) == read_plain(text), f"{file}: run `python scripts/parse_rules.py`"


def test_another_text_is_not_known() -> None:
    assert parsed("version: 1\nrules: []\n") is None
