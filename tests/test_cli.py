"""The command line as a user meets it: messages, exit codes, the JSON contract, the same bytes each time."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from consistency import cli
from tests.conftest import GOLD, SEEDS

LOCATION_KEYS = {"document", "start", "end", "line", "column", "quote"}
FINDING_KEYS = {
    "rule", "kind", "severity", "confidence", "message", "fingerprint", "locations", "why", "suggestion",
}  # fmt: skip


def check(*argv: str | Path) -> int:
    return cli._run([str(part) for part in argv])


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    shutil.copytree(SEEDS, folder)
    return folder


def test_json_is_one_object_of_the_contract(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert check(SEEDS, "--format", "json") == 1
    tree = json.loads(capfdbinary.readouterr().out)
    assert tree["schema_version"] == 1
    assert tree["corpus"]["documents"] == 5
    assert {"claims", "groups", "unreadable", "compared_pairs", "not_comparable"} <= tree["corpus"].keys()
    for finding in tree["findings"]:
        assert finding.keys() == FINDING_KEYS
        assert all(place.keys() == LOCATION_KEYS for place in finding["locations"])
    fingerprints = [finding["fingerprint"] for finding in tree["findings"]]
    assert len(set(fingerprints)) == len(fingerprints)


def test_same_input_gives_the_same_bytes_whatever_the_order(
    corpus: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    files = sorted(corpus.iterdir())
    outputs = set()
    for order in ([corpus], files, files[::-1]):
        check(*order, "--format", "json", "-q")
        outputs.add(capfdbinary.readouterr().out)
    assert len(outputs) == 1


def test_default_writes_page_and_json_beside_the_terminal_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert check(SEEDS) == 1
    assert "فونج".encode() in capfdbinary.readouterr().out
    assert (tmp_path / "reports" / "report.html").is_file()
    assert json.loads((tmp_path / "reports" / "report.json").read_text(encoding="utf-8"))["findings"]


@pytest.mark.parametrize(("limit", "code"), [("error", 1), ("warning", 1), ("info", 1), ("never", 0)])
def test_gate_limit_decides_the_exit_code(limit: str, code: int) -> None:
    assert check(SEEDS, "--fail-on", limit, "--format", "json", "-q") == code


def test_missing_path_is_a_usage_error(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert check(tmp_path / "nowhere", "--format", "json") == 2
    captured = capfd.readouterr()
    assert "nowhere: no such file or folder" in captured.err
    assert captured.out == ""


def test_no_path_is_a_usage_error(capfd: pytest.CaptureFixture[str]) -> None:
    assert check("--format", "json") == 2
    assert "no path given" in capfd.readouterr().err


def test_empty_folder_is_not_a_green_exit(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert check(tmp_path, "--format", "json") == 3
    assert "nothing was checked" in capfd.readouterr().err


@pytest.mark.parametrize(
    "content", [b"", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4, b"\xd9\x85\xff\xff\xfe" * 50], ids=str
)
def test_unreadable_article_is_named_and_the_others_are_checked(
    corpus: Path, content: bytes, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    (corpus / "broken.txt").write_bytes(content)
    assert check(corpus, "--format", "json") == 4
    tree = json.loads(capfdbinary.readouterr().out)
    assert [one["document"] for one in tree["corpus"]["unreadable"]] == ["broken.txt"]
    assert tree["corpus"]["documents"] == 5
    assert tree["findings"]


def test_file_without_a_reader_that_is_named_by_hand_is_reported(tmp_path: Path) -> None:
    photo = tmp_path / "photo.png"
    photo.write_bytes(b"\x89PNG")
    assert check(photo, "--format", "json") == 4


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1256"])
def test_every_encoding_gives_the_same_findings(
    tmp_path: Path, encoding: str, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    text = (
        "الجسر الجديد\n\nأعلن الرئيس الروسي فلاديمير بوتن أمس الأحد في موسكو افتتاح الجسر بعد عامين من العمل."
    )
    (tmp_path / "a.txt").write_bytes(text.encode(encoding))
    assert check(tmp_path, "--format", "json", "-q", "--fail-on", "never") == 0
    findings = json.loads(capfdbinary.readouterr().out)["findings"]
    places = [(f["rule"], p["start"], p["end"], p["quote"]) for f in findings for p in f["locations"]]
    assert ("name-nonstandard", 33, 46, "فلاديمير بوتن") in places


def test_broken_rule_file_is_told_by_place(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    rules = tmp_path / "mine.yaml"
    rules.write_text("version: 1\nrules:\n- id: x\n  kind: nam\n  mesage: hi\n", encoding="utf-8")
    assert check(SEEDS, "--rules", rules, "--format", "json") == 2
    captured = capfd.readouterr()
    assert f"{rules.as_posix()}:4:9: unknown kind `nam`; did you mean `name`?" in captured.err
    assert captured.out == ""


def test_unknown_format_names_the_known_ones(capfd: pytest.CaptureFixture[str]) -> None:
    assert check(SEEDS, "--format", "xml") == 2
    assert "known are text, html, json" in capfd.readouterr().err


def test_claims_come_as_json_lines_of_the_contract(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert check("claims", SEEDS, "--format", "jsonl") == 0
    rows = [json.loads(line) for line in capfdbinary.readouterr().out.splitlines()]
    keys = {
        "id", "document", "start", "end", "quote", "subject", "event", "object", "time", "place",
        "quantities", "speaker", "polarity", "modality", "group",
    }  # fmt: skip
    texts = {path.name: path.read_text(encoding="utf-8") for path in SEEDS.iterdir()}
    for row in rows:
        assert row.keys() == keys
        assert texts[row["document"]][row["start"] : row["end"]] == row["quote"]
        assert row["time"] is None or row["time"].keys() == {"begin", "until", "grain", "quote"}
        assert all(q.keys() == {"number", "unit", "comparator", "quote"} for q in row["quantities"])
    assert any(row["group"] for row in rows)


def test_inspect_shows_what_was_read(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    article = sorted(SEEDS.iterdir())[2]
    assert check("inspect", article, "--format", "json") == 0
    seen = json.loads(capfdbinary.readouterr().out)
    assert {"passages", "mentions", "values", "claims"} <= seen.keys()
    assert seen["published"]["earliest"] == "2023-09-18"
    assert check("inspect", article) == 0
    assert "passages" in capfdbinary.readouterr().out.decode()


def test_rules_can_be_listed_and_validated(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert check("rules", "list", "--format", "json") == 0
    rows = json.loads(capfdbinary.readouterr().out)
    assert {"unrelated-passage", "place-misplaced"} <= {row["id"] for row in rows}
    assert check("rules", "validate") == 0


def test_evaluate_prints_the_tiers(capfd: pytest.CaptureFixture[str]) -> None:
    assert check("evaluate", GOLD, SEEDS) == 0
    assert "must    15 of 15 found" in capfd.readouterr().out


def test_evaluate_refuses_what_is_no_gold(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "gold.json").write_text("{}", encoding="utf-8")
    assert check("evaluate", tmp_path / "gold.json", SEEDS) == 2
    assert "no gold annotation" in capfd.readouterr().err


def test_closed_pipe_ends_quietly() -> None:
    run = subprocess.run(
        f"{sys.executable} -m consistency {SEEDS} -q --format json | head -c 10",
        shell=True, capture_output=True, check=False, env={**os.environ, "PYTHONWARNINGS": ""},
    )  # fmt: skip
    assert run.stderr == b""
