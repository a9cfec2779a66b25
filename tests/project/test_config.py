"""consistency.toml: what it may say, and what is told of its mistakes."""

from __future__ import annotations

from pathlib import Path

import pytest

from consistency.cli.project import Project
from consistency.config import Config, load_config
from consistency.errors import RuleError, UsageError
from consistency.model import Confidence, Severity


def told(folder: Path, text: str) -> list[str]:
    file = folder / "consistency.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(RuleError) as caught:
        load_config(file)
    return [str(mistake).removeprefix(f"{file.as_posix()}:") for mistake in caught.value.mistakes]


def test_keys_are_read(tmp_path: Path) -> None:
    file = tmp_path / "consistency.toml"
    file.write_text(
        'paths = ["in"]\nonly-rules = true\nrules = ["r"]\nmin-confidence = "medium"\n[severity]\nname-mixed = "error"\n',
        encoding="utf-8",
    )
    config, folder = load_config(file)
    assert folder == tmp_path
    assert (config.paths, config.only_rules, config.rules) == (("in",), True, ("r",))
    assert config.min_confidence is Confidence.MEDIUM
    assert config.severity == {"name-mixed": Severity.ERROR}


@pytest.mark.parametrize(
    ("text", "mistakes"),
    [
        ('path = ["a"]\n', ["1:1: unknown key `path`; did you mean `paths`?"]),
        ('\nfail-on = "eror"\n', ["2:1: `fail-on`: unknown value `eror`; did you mean `error`?"]),
        ('paths = "in"\n', ["1:1: `paths`: a list is expected, as in `[in]`"]),
        ('[severity]\nx = "bad"\n', ["2:1: `x`: unknown value `bad`; one of error, info, warning"]),
        ("a = \n", ["1:5: not TOML: Invalid value"]),
        ('a = 1\nmin_confidence = "low"\n', ["1:1: unknown key `a`", "2:1: unknown key `min_confidence`; did you mean `min-confidence`?"]),
    ],
)  # fmt: skip
def test_every_mistake_is_told_at_its_key(tmp_path: Path, text: str, mistakes: list[str]) -> None:
    assert told(tmp_path, text) == mistakes


def test_file_that_was_named_must_exist(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such settings file"):
        load_config(tmp_path / "other.toml")


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert load_config(tmp_path / "consistency.toml", required=False)[0] == Config()


def test_paths_of_the_settings_are_relative_to_their_file(tmp_path: Path) -> None:
    (tmp_path / "c.toml").write_text('paths = ["in"]\nrules = ["r"]\n', encoding="utf-8")
    project = Project.load(str(tmp_path / "c.toml"), ["mine.yaml"], only_rules=False)
    assert project.paths([]) == (str(tmp_path / "in"),)
    assert project.paths(["given"]) == ("given",)
    assert project.rule_paths == (str(tmp_path / "r"), "mine.yaml")


def test_starter_settings_are_valid_with_every_line_uncommented(tmp_path: Path) -> None:
    from importlib.resources import files

    text = (files("consistency") / "starter" / "consistency.toml").read_text(encoding="utf-8")
    head, *rest = text.split("\n")
    lines = [line.removeprefix("# ") for line in rest]
    (tmp_path / "c.toml").write_text("\n".join([head, *lines]), encoding="utf-8")
    config, _ = load_config(tmp_path / "c.toml")
    assert config.severity == {"name-nonstandard": Severity.INFO}
