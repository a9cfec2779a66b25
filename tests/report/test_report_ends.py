"""From files to formats by the command line: every format with every exit code, and a hostile folder."""

from __future__ import annotations

import html
import json
import os
import re
import shlex
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from consistency import cli
from consistency.report import FORMATS

RULES = """version: 1
rules:
- id: no-rumours
  kind: pattern
  severity: error
  message: "<script>alert(1)</script> \\e[31m «{quote}» \\u202e"
  title: {en: "<b>rumour</b> {0}", ar: "<b>إشاعة</b>"}
  why: "[a](javascript:alert(1)) {{7*7}}"
  suggestion: "`rm -rf` <img src=x onerror=alert(1)>"
  pattern: إشاعة
  tests:
    flags: ["هذه إشاعة."]
    passes: ["هذا خبر."]
"""
CALM = "افتتاح السوق الجديد\nافتتح المحافظ السوق الجديد أمام التجار يوم أمس.\n"
RUMOUR = "افتتاح السوق الجديد\nإشاعة عن إغلاق السوق انتشرت بين التجار يوم أمس.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "rules.yaml").write_text(RULES, encoding="utf-8")
    (tmp_path / "news").mkdir()
    return tmp_path


def check(folder: Path, *argv: str) -> int:
    rules = ["--rules", str(folder / "rules.yaml"), "--only-rules", "--no-cache", "--jobs", "1"]
    return cli._run([str(folder / "news"), *rules, *argv])


def is_xml(text: str) -> bool:
    return ET.fromstring(text).tag == "testsuites"


READS: dict[str, Callable[[str], object]] = {
    "text": lambda text: re.search(r"^1 article · ", text, re.MULTILINE),
    "html": lambda text: text.endswith("</html>\n"),
    "json": lambda text: json.loads(text)["schema_version"] == 1,
    "jsonl": lambda text: all(isinstance(json.loads(line), dict) for line in text.splitlines()),
    "markdown": lambda text: text.startswith("## "),
    "sarif": lambda text: json.loads(text)["version"] == "2.1.0",
    "junit": is_xml,
    "github": lambda text: text.splitlines()[-1].startswith("1 article · "),
    "gitlab": lambda text: isinstance(json.loads(text), list),
}
"""Whether a text is a report of this format."""


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_comes_with_every_exit_code(name: str, folder: Path) -> None:
    article, target = folder / "news" / "a.txt", folder / "out" / name
    where = f"{name}:{target}"
    assert check(folder, "--format", where) == 3, "an empty folder"
    assert not target.exists()
    article.write_text(CALM, encoding="utf-8")
    assert check(folder, "--format", f"{where}-x", "--fail-on", "no-such-limit") == 2
    seen = []
    for text, limit, code in ((CALM, "info", 0), (RUMOUR, "never", 0), (RUMOUR, "error", 1)):
        article.write_text(text, encoding="utf-8")
        assert check(folder, "--format", where, "--fail-on", limit) == code
        seen.append(target.read_text(encoding="utf-8"))
        assert READS[name](seen[-1])
    (folder / "news" / "torn.txt").write_bytes(b"\x00\x01\x02" * 50)
    assert check(folder, "--format", where) == 4
    seen.append(target.read_text(encoding="utf-8"))
    assert READS[name](seen[-1])
    assert seen[0] != seen[2] or name == "jsonl"
    assert [path.name for path in (folder / "out").iterdir()] == [name]


def test_several_formats_are_written_by_one_run(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (folder / "news" / "a.txt").write_text(RUMOUR, encoding="utf-8")
    targets = [
        part for name in FORMATS if name != "text" for part in ("--format", f"{name}:{folder}/r.{name}")
    ]
    assert check(folder, "--format", "text", *targets) == 1
    assert "1 article · 1 error" in capfd.readouterr().out
    assert {path.suffix[1:] for path in folder.glob("r.*")} == FORMATS.keys() - {"text"}


def test_the_silence_pasted_from_the_page_silences_the_finding(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    (folder / "news" / "a.txt").write_text(RUMOUR, encoding="utf-8")
    assert check(folder, "--format", "html:page.html") == 1
    shown = re.findall(r"<code>(check silence .*?)</code>", (folder / "page.html").read_text("utf-8"))
    for command in shown:
        program, *argv = shlex.split(html.unescape(command).replace("REASON", "the desk has settled it"))
        assert program == "check"
        assert cli._run(argv) == 0
    assert check(folder, "--format", "html:page.html") == 0
    assert "the desk has settled it" in (folder / "page.html").read_text("utf-8")


HARMFUL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2028\u2029\ud800-\udfff]")
NAMES = [
    b"<img src=x onerror=alert(1)>.txt",
    b"\x1b]0;owned\x07\x1b[31mred.txt",
    "\u202eevil\u2066.txt".encode(),
    b"line\nbreak::error::.txt",
    b"torn\xff\xfe.txt",
    b"{{7*7}}{% raw %}&amp;'\"%,:.txt",
]
HOSTILE = (
    "<script>document.title='owned'</script> إشاعة \u202eمقلوبة\u202c\n"
    "إشاعة </style><!-- ]]> {{7*7}} ::error::x {% raw %} \u2028 \x85 @user #1 [a](javascript:x)\n"
    "قال المحافظ إن السوق الجديد يفتح أبوابه أمام التجار يوم أمس\n"
)


@pytest.fixture
def hostile_folder(folder: Path) -> Path:
    for number, name in enumerate(NAMES):
        with open(os.path.join(os.fsencode(folder / "news"), name), "wb") as file:
            file.write(HOSTILE.encode() + str(number).encode())
    (folder / "news" / "nul\x1b[31m.txt").write_bytes(b"\x00\x00\x00binary" * 20)
    return folder


@pytest.mark.parametrize("name", FORMATS)
def test_a_hostile_folder_is_told_as_text(
    name: str, hostile_folder: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert check(hostile_folder, "--format", name) == 4
    captured = capfdbinary.readouterr()
    out, err = captured.out.decode("utf-8"), captured.err.decode("utf-8")
    assert not HARMFUL.search(out)
    assert not HARMFUL.search(err)
    if name == "html":
        assert not re.search(r"<(script|img|b>)", out)
    if name == "github":
        assert sum(line.startswith("::") for line in out.splitlines()) == len(NAMES) + 1
    if name in ("json", "sarif", "gitlab", "junit"):
        assert READS[name](out)
