"""A project as its desk uses it: init, check, silence, baseline, explain, input of a CMS."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from consistency import cli
from tests.conftest import SEEDS

Caught = pytest.CaptureFixture[bytes]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def project(here: Path, capfdbinary: Caught) -> Path:
    """The starter of `check init`."""
    assert check("init") == 0
    capfdbinary.readouterr()
    return here


def check(*argv: str | Path) -> int:
    return cli._run([str(part) for part in argv])


def findings(capfdbinary: Caught, *argv: str | Path) -> list[dict[str, object]]:
    capfdbinary.readouterr()
    check(*argv, "--format", "json", "-q")
    told: list[dict[str, object]] = json.loads(capfdbinary.readouterr().out)["findings"]
    return told


def test_starter_works(project: Path, capfdbinary: Caught) -> None:
    assert check() == 1
    assert "النهيري".encode() in capfdbinary.readouterr().out
    assert check("rules", "test", "rules/") == 0
    assert b"fuad-al-nahri" in capfdbinary.readouterr().out
    assert check("rules", "validate", "rules/") == 0
    assert b"rules/: 1 rule, no mistake found" in capfdbinary.readouterr().out


def test_init_writes_over_nothing(project: Path, capfdbinary: Caught) -> None:
    (project / "consistency.toml").write_text("# mine\n", encoding="utf-8")
    assert check("init") == 2
    assert b"consistency.toml: is there already" in capfdbinary.readouterr().err
    assert (project / "consistency.toml").read_text(encoding="utf-8") == "# mine\n"


def test_silence_is_one_command(project: Path, capfdbinary: Caught) -> None:
    assert check() == 1
    (finding,) = findings(capfdbinary)
    print_ = str(finding["fingerprint"])
    check("--format", "json:reports/report.json", "-q")
    assert check("silence", print_[:8], "--reason", "كذا كتبه الوزير: «نعم»") == 0
    assert check("--format", "json", "-q") == 0
    assert findings(capfdbinary) == []
    assert "كذا كتبه الوزير: «نعم»" in (project / ".consistency.yaml").read_text(encoding="utf-8")
    assert check("silence", print_, "--reason", "again") == 2
    assert b"is silenced already" in capfdbinary.readouterr().err


@pytest.mark.parametrize(
    ("argv", "told"),
    [
        (["abc", "--reason", "x"], "begins so"),
        (["0123456789abcdef", "--reason", " "], "--reason is empty"),
        (["0123456789abcdef", "--reason", "x", "--until", "soon"], "names no day"),
        (["0123456789abcdef"], "--reason"),
    ],
)
def test_silence_that_cannot_be_is_refused(
    project: Path, capfdbinary: Caught, argv: list[str], told: str
) -> None:
    assert check("silence", *argv) == 2
    assert told in capfdbinary.readouterr().err.decode()
    assert not (project / ".consistency.yaml").exists()


def test_unused_silence_is_told_and_does_not_fail_the_gate(project: Path, capfdbinary: Caught) -> None:
    assert check("silence", "0123456789abcdef", "--reason", "x") == 0
    told = findings(capfdbinary)
    assert {row["rule"] for row in told} == {"name-misspelt", "unused-silence"}
    place = next(row for row in told if row["rule"] == "unused-silence")["locations"]
    assert isinstance(place, list)
    assert (project / "articles" / place[0]["document"]).resolve() == project / ".consistency.yaml"


def test_after_a_baseline_only_new_findings_count(project: Path, capfdbinary: Caught) -> None:
    assert check("baseline", "create") == 0
    assert check("--format", "json", "-q") == 0
    assert check("--format", "json", "-q", "--no-baseline") == 1
    article = project / "articles" / "new.txt"
    article.write_text(
        "خبر\nتاريخ النشر: 3 مارس 2021\n\nزار فؤاد النهري السد، وقال النهيري إنه آمن.", encoding="utf-8"
    )
    assert check("--format", "json", "-q") == 1
    assert len(findings(capfdbinary)) == 1
    assert check("baseline", "create") == 2
    assert b"prune it, or write over it with --force" in capfdbinary.readouterr().err
    article.unlink()
    (project / "articles" / "example.txt").write_text(
        "خبر\nتاريخ النشر: 3 مارس 2021\n\nقال الوزير إن السد آمن.", encoding="utf-8"
    )
    assert check("baseline", "prune") == 0
    assert b"0 findings stay, 1 taken out" in capfdbinary.readouterr().out


def test_explain_tells_both_sentences_and_the_conditions(project: Path, capfdbinary: Caught) -> None:
    (finding,) = findings(capfdbinary)
    assert check("explain", str(finding["fingerprint"])[:6]) == 0
    told = capfdbinary.readouterr().out.decode()
    for part in (
        "وأضاف النهيري أن الوزارة",
        "تفقد وزير الري فؤاد النهري",
        "lists «النهيري» as misspelt",
        "alignment",
    ):
        assert part in told
    assert check("explain", "ffff") == 2
    assert b"no finding begins so" in capfdbinary.readouterr().err


def test_explain_shows_hostile_text_by_name(project: Path, capfdbinary: Caught) -> None:
    article = project / "articles" / "example.txt"
    text = article.read_text(encoding="utf-8")
    article.write_text(text.replace("أن الوزارة", "أن \x1b[31m\u202eالوزارة"), encoding="utf-8")
    (finding,) = findings(capfdbinary)
    assert check("explain", str(finding["fingerprint"])) == 0
    told = capfdbinary.readouterr().out.decode()
    assert "\x1b" not in told
    assert "\u202e" not in told
    assert "[U+202E]" in told


def test_settings_choose_and_the_command_line_counts_first(project: Path, capfdbinary: Caught) -> None:
    text = (project / "consistency.toml").read_text(encoding="utf-8")
    (project / "consistency.toml").write_text(
        text.replace('fail-on = "error"', 'fail-on = "never"') + '[severity]\nname-misspelt = "warning"\n',
        encoding="utf-8",
    )
    assert check("--format", "json", "-q") == 0
    assert check("--format", "json", "-q", "--fail-on", "warning") == 1
    assert [row["severity"] for row in findings(capfdbinary)] == ["warning"]


def test_wrong_settings_are_a_usage_error(project: Path, capfdbinary: Caught) -> None:
    (project / "consistency.toml").write_text('pahts = ["x"]\n', encoding="utf-8")
    assert check("articles") == 2
    assert b"consistency.toml:1:1: unknown key `pahts`; did you mean `paths`?" in capfdbinary.readouterr().err


def test_edit_of_an_own_rule_counts_at_once(project: Path, capfdbinary: Caught) -> None:
    assert len(findings(capfdbinary)) == 1
    rule = project / "rules" / "desk.yaml"
    rule.write_text(
        rule.read_text(encoding="utf-8")
        .replace("short: [النهري]", "short: [النهري, النهيري]")
        .replace("  misspelt: [النهيري]\n", ""),
        encoding="utf-8",
    )
    assert findings(capfdbinary) == []


def test_json_lines_and_standard_input(
    here: Path, capfdbinary: Caught, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = {
        "title": "الجسر الجديد",
        "text": "افتتح الرئيس الروسي فلاديمير بوتن الجسر صباح أمس.",
        "date": "2021-03-03",
        "publisher": "صحيفة الضفة",
    }
    data = (json.dumps(row, ensure_ascii=False) + "\n{}\n").encode()
    (here / "feed.jsonl").write_bytes(data)
    assert check("feed.jsonl", "--format", "json", "-q") == 4
    tree = json.loads(capfdbinary.readouterr().out)
    assert [one["document"] for one in tree["corpus"]["unreadable"]] == ["feed.jsonl:2"]
    rules = {finding["rule"] for finding in tree["findings"]}
    assert "name-nonstandard" in rules
    assert not {"missing-publication-date", "missing-headline"} & rules
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert check("-", "--format", "json", "-q") == 4
    assert json.loads(capfdbinary.readouterr().out)["findings"][0]["locations"][0]["document"] == "stdin:1"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(row["text"].encode())))
    assert check("-", "--format", "json", "-q", "--fail-on", "never") == 0
    assert json.loads(capfdbinary.readouterr().out)["findings"][0]["locations"][0]["document"] == "stdin"


def test_exclude_that_leaves_nothing_is_not_a_green_exit(capfdbinary: Caught) -> None:
    assert check(SEEDS, "--exclude", "*.txt", "--format", "json") == 3
    assert b"5 files were left out by include and exclude" in capfdbinary.readouterr().err


def test_include_reads_only_what_matches(capfdbinary: Caught) -> None:
    check(SEEDS, "--include", "00[01]*", "--format", "json", "-q")
    assert json.loads(capfdbinary.readouterr().out)["corpus"]["documents"] == 2


def test_changed_since_compares_with_everything_and_tells_of_the_changed(
    here: Path, capfdbinary: Caught
) -> None:
    def git(*argv: str) -> None:
        who = ["-c", "user.name=t", "-c", "user.email=t@example.org"]
        subprocess.run(["git", *who, *argv], cwd=here, check=True, capture_output=True)

    text = "خبر\nتاريخ النشر: 2021-03-03\nأعلنت وزارة الصحة في بيان لها إصابة {} عاملا بحالات تسمم في مصنع النسيج بمدينة المحلة."
    (here / "in").mkdir()
    (here / "in" / "a.txt").write_text(text.format(15), encoding="utf-8")
    (here / "in" / "c.txt").write_text(
        "خبر\nتاريخ النشر: 2021-03-03\n\nقال فلاديمير بوتن إن الجسر الجديد آمن.", encoding="utf-8"
    )
    git("init", "-q")
    git("add", ".")
    git("commit", "-qm", "first")
    (here / "in" / "b.txt").write_text(text.format(12), encoding="utf-8")
    everything = {row["rule"] for row in findings(capfdbinary, "in")}
    assert everything == {"number-conflict", "name-nonstandard"}
    assert [row["rule"] for row in findings(capfdbinary, "in", "--changed-since", "HEAD")] == [
        "number-conflict"
    ]


def test_unknown_rule_on_the_command_line_is_refused(capfdbinary: Caught) -> None:
    assert check(SEEDS, "--ignore", "unrelated-pasage") == 2
    assert b"did you mean `unrelated-passage`?" in capfdbinary.readouterr().err


def test_verbose_tells_what_was_used(here: Path, capfdbinary: Caught) -> None:
    check(SEEDS, "--format", "json", "-v")
    told = capfdbinary.readouterr().err.decode()
    assert "settings: none" in told
    assert "rules: 3" in told


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shell_completion_knows_commands_and_files(shell: str) -> None:
    words = {"COMP_WORDS": "check sil", "COMP_CWORD": "sil" if shell == "fish" else "1"}
    run = subprocess.run(
        [sys.executable, "-c", "import sys; sys.argv = ['check']; from consistency.cli import main; main()"],
        env={**os.environ, "_CHECK_COMPLETE": f"{shell}_complete", **words}, capture_output=True, check=False,
    )  # fmt: skip
    assert b"silence" in run.stdout
    assert b"file" in run.stdout


def test_rules_show_tells_a_rule_and_a_fault(capfdbinary: Caught) -> None:
    assert check("rules", "show", "wang-yi") == 0
    assert "فونج" in capfdbinary.readouterr().out.decode()
    assert check("rules", "show", "name-misspelt", "--format", "json") == 0
    assert json.loads(capfdbinary.readouterr().out)["severity"] == "error"
    assert check("rules", "show", "wang-yu") == 2
    assert b"did you mean `wang-yi`?" in capfdbinary.readouterr().err
