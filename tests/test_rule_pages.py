"""docs/rules is what the rule files say today, and what docs/writing-rules.md shows is true."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

import pytest

from consistency.config import load_config
from consistency.pipeline import Street
from consistency.rulebook import load_rules
from consistency.ruletests import run_rule_tests
from tests.conftest import ROOT

GUIDE = (ROOT / "docs" / "writing-rules.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)


def test_pages_are_current() -> None:
    spec = importlib.util.spec_from_file_location("pages", ROOT / "scripts" / "write_rule_pages.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert module.stale() == [], "run `python scripts/write_rule_pages.py`"


@pytest.mark.parametrize("text", blocks("yaml"))
def test_rule_of_the_guide_does_what_its_examples_say(tmp_path: Path, street: Street, text: str) -> None:
    (tmp_path / "r.yaml").write_text(text, encoding="utf-8")
    own = Street.of(load_rules([tmp_path / "r.yaml"]), street.encoder)
    results = list(run_rule_tests(own.rulebook.below([tmp_path]), own))
    assert results
    assert [failure for result in results for failure in result.failures] == []


@pytest.mark.parametrize("text", blocks("toml"))
def test_settings_of_the_guide_are_valid(tmp_path: Path, text: str) -> None:
    (tmp_path / "c.toml").write_text(text, encoding="utf-8")
    assert load_config(tmp_path / "c.toml")[0].ignore


def test_links_of_the_guide_lead_somewhere() -> None:
    links = re.findall(r"\]\((?!http)([^)]+)\)", GUIDE)
    assert [link for link in links if not (ROOT / "docs" / link).is_file()] == []
