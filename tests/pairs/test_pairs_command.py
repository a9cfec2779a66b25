"""`check pairs` and its lines."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from consistency import cli
from consistency.errors import Unreadable
from consistency.pairs.lines import PairLine, read_lines

UP, DOWN = "ارتفاع أسعار القمح في الأسواق", "انخفاض أسعار القمح في الأسواق"


def written(folder: Path, text: str) -> str:
    file = folder / "pairs.jsonl"
    file.write_text(text, encoding="utf-8")
    return str(file)


def line(a: str, b: str, **more: object) -> str:
    return json.dumps({"a": a, "b": b, **more}, ensure_ascii=False) + "\n"


def test_lines_come_back_in_order_with_their_keys(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    file = written(tmp_path, line(UP, DOWN, id=7) + "\n" + line(UP, UP, id=8))
    assert cli._run(["pairs", file]) == 0
    told = [json.loads(one) for one in capfd.readouterr().out.splitlines()]
    assert [one["id"] for one in told] == [7, 8]
    assert [one["relation"] for one in told] == ["conflicts", "agrees"]
    assert told[0]["a"] == UP
    assert told[0]["reasons"][0]["a"]["quote"] == "ارتفاع"
    assert 0 <= told[0]["score"] <= 1


def test_a_bad_line_is_named_and_the_others_are_answered(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    file = written(tmp_path, line(UP, DOWN) + '{"a": 3, "b": ""}\n' + line(UP, UP))
    assert cli._run(["pairs", file]) == 4
    seen = capfd.readouterr()
    assert len(seen.out.splitlines()) == 2
    assert f'{file}:2: "a" is no text but 3' in seen.err


def test_standard_input_is_read(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    given = io.TextIOWrapper(io.BytesIO(line(UP, DOWN).encode()), encoding="utf-8")
    monkeypatch.setattr(sys, "stdin", given)
    assert cli._run(["pairs", "-"]) == 0
    assert json.loads(capfd.readouterr().out)["relation"] == "conflicts"


@pytest.mark.parametrize(("text", "code"), [("", 3), ("\n\n", 3), ("no json\n", 4)])
def test_a_file_without_a_pair_ends_with_its_code(tmp_path: Path, text: str, code: int) -> None:
    assert cli._run(["pairs", written(tmp_path, text)]) == code


@pytest.mark.parametrize("name", ["missing.jsonl", ".", "a\0b"])
def test_a_file_that_is_none_is_a_mistake_of_the_user(name: str, tmp_path: Path) -> None:
    assert cli._run(["pairs", f"{tmp_path}/{name}"]) == 2


@pytest.mark.parametrize(
    ("raw", "fault"),
    [
        (b"[1]", "no JSON object"),
        (b'{"a": "x"}', '"b" is missing'),
        (b'{"a": "x", "b": null}', '"b" is no text but null'),
        (b'{"a": "\xff", "b": "y"}', "no UTF-8 at byte 8"),
        (b"{", "no JSON at column"),
        (b'{"a": "' + b"x" * 5001 + b'", "b": "y"}', '"a" has 5001 letters'),
        (b"[" * 100_000, "cannot be read"),
        (b'{"a": "x", "b": "y", "n": ' + b"9" * 5000 + b"}", "cannot be read"),
    ],
)
def test_what_is_wrong_with_a_line_is_said(raw: bytes, fault: str) -> None:
    first, second = read_lines([raw, b'\n{"a": "x", "b": "y"}'], "file")
    assert isinstance(first, Unreadable)
    assert first.document == "file:1"
    assert fault in first.reason
    assert isinstance(second, PairLine)


def test_a_mark_at_the_head_of_a_file_is_no_part_of_its_first_line() -> None:
    (only,) = read_lines([b'\xef\xbb\xbf{"a": "x", "b": "y"}\n'], "file")
    assert isinstance(only, PairLine)
    assert only.texts == ("x", "y")


def test_hostile_text_is_answered(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    rows = [
        '{"a": "\\ud800", "b": "\\u0000"}',
        line("\u202e\u2066", "م" * 5000).strip(),
        line("", "").strip(),
    ]
    assert cli._run(["pairs", written(tmp_path, "\n".join(rows))]) == 0
    assert len([json.loads(one) for one in capfd.readouterr().out.splitlines()]) == 3
