"""What a wrong rule file is told: every mistake at once, each at its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from consistency.errors import NothingToCheck, RuleError
from consistency.rulebook import default_rules, load_rules
from consistency.yaml_places import read_plain, read_yaml

GOOD = """\
version: 1
rules:
- id: tall-tower
  kind: name
  entity: place
  canonical: البرج العالي
  tests:
    flags: "وصل إلى البرج العالى"
    passes: ["وصل إلى البرج العالي"]
"""


def mistakes(tmp_path: Path, text: str) -> list[str]:
    file = tmp_path / "r.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(RuleError) as caught:
        load_rules([file], defaults=False)
    return [str(mistake).removeprefix(f"{file.as_posix()}:") for mistake in caught.value.mistakes]


def test_good_file_loads(tmp_path: Path) -> None:
    (tmp_path / "r.yaml").write_text(GOOD, encoding="utf-8")
    book = load_rules([tmp_path], defaults=False)
    assert [rule.id for rule in book.rules] == ["tall-tower"]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("  canonical:", "  cannonical:", "6:3: unknown key `cannonical`; did you mean `canonical`?"),
        ("kind: name", "kind: names", "4:9: unknown kind `names`; did you mean `name`?"),
        ("entity: place", "entity: planet", "5:11: `entity`: unknown value `planet`; did you mean `place`?"),
        ("id: tall-tower", "id: Tall Tower", "3:7: `Tall Tower`: an identifier has small letters, digits and hyphens"),
        ("version: 1", "version: 2", "1:1: `version: 1` is missing or not 1"),
        ("  entity: place\n", "  entity: place\n  entity: place\n", "6:3: duplicate key `entity` (first on line 5)"),
        ("    passes:", "    pases:", "8:5: missing key `passes`"),
        ("  entity: place\n", "  entity: place\n  within: [atlantis]\n", "6:12: unknown rule `atlantis`"),
        ("rules:", "rule:", "1:1: `rules:` is missing or not a list"),
    ],
)  # fmt: skip
def test_mistake_is_told_at_its_place(tmp_path: Path, old: str, new: str, message: str) -> None:
    assert old in GOOD
    found = mistakes(tmp_path, GOOD.replace(old, new))
    assert any(line.startswith(message) for line in found), found


def test_one_wrong_kind_hides_no_other_mistake(tmp_path: Path) -> None:
    found = mistakes(tmp_path, GOOD.replace("kind: name", "kind: nam").replace("flags:", "flag:"))
    assert len(found) >= 2


def test_text_that_is_no_yaml_is_told_by_place(tmp_path: Path) -> None:
    assert mistakes(tmp_path, "version: 1\nrules: [\n")[0].startswith("3:1: not YAML")


def test_same_identifier_in_two_files_is_a_mistake(tmp_path: Path) -> None:
    for name in ("a.yaml", "b.yaml"):
        (tmp_path / name).write_text(GOOD, encoding="utf-8")
    with pytest.raises(
        RuleError, match=r"b\.yaml:3:7: duplicate rule id `tall-tower` \(first in .*a\.yaml:3\)"
    ):
        load_rules([tmp_path], defaults=False)


def test_pattern_that_does_not_compile_is_a_mistake(tmp_path: Path) -> None:
    text = GOOD.replace(
        "kind: name\n  entity: place\n  canonical: البرج العالي", "kind: pattern\n  pattern: '(a'"
    )
    assert any("5:12: no RE2 pattern: missing )" in line for line in mistakes(tmp_path, text))


def test_no_rule_at_all_is_not_a_green_exit(tmp_path: Path) -> None:
    with pytest.raises(NothingToCheck):
        load_rules([tmp_path], defaults=False)


def test_fast_reading_equals_reading_with_places() -> None:
    for file in sorted(default_rules().rglob("*.yaml")):
        text = file.read_text(encoding="utf-8")
        assert read_plain(text) == read_yaml(text)[0]


def test_plain_scalars_mean_what_a_writer_means() -> None:
    assert read_plain("a: no\nb: 12:30\nc: 007\nd: 7\ne: true\nf: '7'") == {
        "a": "no", "b": "12:30", "c": "007", "d": 7, "e": True, "f": "7",
    }  # fmt: skip
