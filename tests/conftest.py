"""What many tests share: the seeds, the shipped rules, a street that is built once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from consistency.model import Finding, Report
from consistency.pipeline import Street, check_paths, check_texts
from consistency.rulebook import load_rules

ROOT = Path(__file__).parent.parent
SEEDS = ROOT / "seeds"
GOLD = ROOT / "tests" / "gold" / "seeds.json"


@pytest.fixture(scope="session")
def street() -> Street:
    """The shipped rules and the default encoder."""
    return Street.of(load_rules())


@pytest.fixture(scope="session")
def seeds_report(street: Street) -> Report:
    """The report of the five articles."""
    return check_paths([SEEDS], street)


@pytest.fixture(scope="session")
def findings_in(street: Street) -> Callable[..., list[Finding]]:
    """The findings for articles given as texts."""

    def run(*texts: str) -> list[Finding]:
        return list(check_texts(texts, street).findings)

    return run
