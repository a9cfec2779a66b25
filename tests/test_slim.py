"""The slim install lists what the project needs, less what only --model needs."""

from __future__ import annotations

import tomllib

from tests.conftest import ROOT

HEAVY = ("torch", "sentence-transformers")


def test_slim_requirements_follow_the_project() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = (ROOT / "requirements-slim.txt").read_text(encoding="utf-8").splitlines()
    slim = [line for line in lines if line and not line.startswith("#")]
    assert slim == [need for need in project["dependencies"] if not need.startswith(HEAVY)]
