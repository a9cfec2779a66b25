"""What many tests share: the seeds, the shipped rules, a street that is built once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from consistency.model import Finding, Report
from consistency.pipeline import Street, check_paths, check_texts
from consistency.rulebook import load_rules

ROOT = Path(__file__).parent.parent
SEEDS = ROOT / "seeds"
GOLD = ROOT / "tests" / "gold" / "seeds.json"


@pytest.fixture(scope="session", autouse=True)
def _no_cache_of_the_user(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Runs of the command line keep their results in a folder of the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


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
