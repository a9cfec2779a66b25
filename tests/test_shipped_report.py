"""reports/ holds the report of seeds/, as the code makes it today; `make report` rewrites it."""

from __future__ import annotations

from pathlib import Path

import pytest

from consistency import cli
from tests.conftest import ROOT


@pytest.mark.parametrize("name", ["report.json", "report.html"])
def test_shipped_report_is_current(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    form = name.rpartition(".")[2]
    fresh = tmp_path / name
    assert cli._run(["seeds/", "--fail-on", "never", "-q", "--format", f"{form}:{fresh}"]) == 0
    assert fresh.read_bytes() == (ROOT / "reports" / name).read_bytes(), (
        "run `make report` and commit reports/"
    )
