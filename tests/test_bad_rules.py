"""A corpus of bad rule files: each says all its mistakes, at their places, in the words of its golden file.

After a change of words: `python -m tests.test_bad_rules` writes the golden files anew; read what it changed.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from consistency.errors import RuleError
from consistency.rulebook import load_rules

BAD = Path(__file__).parent / "bad_rules"
ENTRIES = sorted(path for path in BAD.iterdir() if path.suffix == ".yaml" or path.is_dir())


def golden(entry: Path) -> Path:
    return entry.with_suffix(".txt")


def told(entry: Path) -> str:
    with pytest.raises(RuleError) as caught:
        load_rules([entry], defaults=False)
    return str(caught.value).replace(f"{BAD.as_posix()}/", "") + "\n"


@pytest.mark.parametrize("entry", ENTRIES, ids=[entry.stem for entry in ENTRIES])
def test_bad_file_tells_all_its_mistakes(entry: Path) -> None:
    assert told(entry) == golden(entry).read_text(encoding="utf-8")


def test_every_golden_file_has_its_rule_file() -> None:
    assert {path.stem for path in BAD.glob("*.txt")} == {entry.stem for entry in ENTRIES}


if __name__ == "__main__":
    for entry in ENTRIES:
        golden(entry).write_text(told(entry), encoding="utf-8")
