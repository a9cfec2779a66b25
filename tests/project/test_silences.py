"""Silences and the baseline: what they silence, and what is told of those that do nothing."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consistency.errors import RuleError, UsageError
from consistency.model import Report
from consistency.report import FORMATS, RenderOptions
from consistency.silence.apply import with_baseline, with_silences
from consistency.silence.sidecar import (
    Silence,
    baseline_text,
    read_baseline,
    read_silences,
    with_silence,
)

TODAY = dt.date(2026, 3, 3)
NOBODY = "0" * 16


def report_with(report: Report, folder: Path, *silences: Silence, whole: bool = True) -> Report:
    text = ""
    for silence in silences:
        text = with_silence(text, silence)
    (folder / ".consistency.yaml").write_text(text, encoding="utf-8")
    sidecar = read_silences(folder / ".consistency.yaml")
    assert sidecar is not None
    return with_silences(report, sidecar, TODAY, whole=whole)


def test_silenced_finding_is_set_apart_with_its_reason(seeds_report: Report, tmp_path: Path) -> None:
    first = seeds_report.findings[0]
    told = report_with(
        seeds_report, tmp_path, Silence(fingerprint=first.fingerprint, reason="the desk's style")
    )
    assert first.fingerprint not in {finding.fingerprint for finding in told.findings}
    assert [(f.fingerprint, f.silence) for f in told.silenced] == [(first.fingerprint, "the desk's style")]
    assert len(told.findings) == len(seeds_report.findings) - 1


@pytest.mark.parametrize(("until", "silent"), [("2026-03-03", True), ("2026-03-02", False)])
def test_silence_holds_through_its_last_day(
    seeds_report: Report, tmp_path: Path, until: str, silent: bool
) -> None:
    first = seeds_report.findings[0]
    told = report_with(
        seeds_report,
        tmp_path,
        Silence(fingerprint=first.fingerprint, reason="x", until=dt.date.fromisoformat(until)),
    )
    assert (first.fingerprint in {f.fingerprint for f in told.silenced}) is silent
    assert ("expired-silence" in {f.rule for f in told.findings}) is not silent


def test_silence_that_silences_nothing_is_a_finding_at_its_place(
    seeds_report: Report, tmp_path: Path
) -> None:
    told = report_with(seeds_report, tmp_path, Silence(fingerprint=NOBODY, reason="long ago"))
    (fault,) = [finding for finding in told.findings if finding.rule == "unused-silence"]
    (place,) = fault.locations
    text = (tmp_path / ".consistency.yaml").read_text(encoding="utf-8")
    assert text[place.start : place.end] == place.quote == NOBODY
    assert text.split("\n")[place.line - 1][place.column - 1 :].startswith(NOBODY)
    assert "unused-silence" in {card.id for card in told.rules}


def test_silence_of_an_article_that_was_not_read_is_not_called_unused(
    seeds_report: Report, tmp_path: Path
) -> None:
    elsewhere = Silence(fingerprint=NOBODY, reason="x", document="another.txt")
    assert report_with(seeds_report, tmp_path, elsewhere).findings == seeds_report.findings
    anywhere = Silence(fingerprint=NOBODY, reason="x")
    assert report_with(seeds_report, tmp_path, anywhere, whole=False).findings == seeds_report.findings


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_every_format_takes_silenced_findings_and_faults_of_silences(
    seeds_report: Report, tmp_path: Path, form: str
) -> None:
    first = seeds_report.findings[0]
    told = report_with(
        seeds_report, tmp_path,
        Silence(fingerprint=first.fingerprint, reason="x"), Silence(fingerprint=NOBODY, reason="y"),
    )  # fmt: skip
    text = FORMATS[form](told, RenderOptions(fail_on="never"))
    assert NOBODY in text


def test_sarif_tells_why_a_finding_is_suppressed(seeds_report: Report, tmp_path: Path) -> None:
    first = seeds_report.findings[0]
    told = report_with(
        seeds_report, tmp_path, Silence(fingerprint=first.fingerprint, reason="an old spelling")
    )
    assert '"justification": "an old spelling"' in FORMATS["sarif"](told, RenderOptions())


@pytest.mark.parametrize(
    ("text", "mistake"),
    [
        ("version: 1\nsilences:\n- fingerprint: 12\n  reason: x\n", "3:16: `fingerprint`: a text is expected; put quotes around it: '12'"),
        ("version: 1\nsilences:\n- fingerprint: abc\n  reason: x\n", "3:16: `abc` is no fingerprint: 16 digits of 0-9 and a-f, as a report shows behind #"),
        (f"version: 1\nsilences:\n- fingerprint: '{NOBODY}'\n", "3:3: missing key `reason`; a silence needs its reason"),
        (f"version: 1\nsilences:\n- fingerprint: '{NOBODY}'\n  reason: ''\n", "4:11: `reason`: is empty"),
        (f"version: 1\nsilences:\n- fingerprint: '{NOBODY}'\n  reason: x\n  until: tomorrow\n", "5:10: `tomorrow` names no day; write it as 2023-09-18"),
        (f"version: 1\nsilences:\n- fingerprint: '{NOBODY}'\n  reason: x\n  reasn: y\n", "5:3: unknown key `reasn`; did you mean `reason`?"),
        (f"version: 1\nsilences:\n- fingerprint: '{NOBODY}'\n  reason: x\n  reason: y\n", "5:3: duplicate key `reason` (first on line 4)"),
        ("silences: []\n", "1:1: missing key `version`"),
        ("version: 1\nsilence: []\n", "2:1: unknown key `silence`; did you mean `silences`?"),
        ("", "1:1: a mapping of keys and values is expected"),
        ("a: [\n", "2:1: not YAML: did not find expected node content; a bracket or a quotation mark stays open"),
    ],
)  # fmt: skip
def test_mistake_of_a_file_of_silences_is_told_at_its_place(tmp_path: Path, text: str, mistake: str) -> None:
    file = tmp_path / ".consistency.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(RuleError) as caught:
        read_silences(file)
    assert [str(one).removeprefix(f"{file.as_posix()}:") for one in caught.value.mistakes] == [mistake]


def test_fingerprint_of_digits_alone_stays_a_text(tmp_path: Path) -> None:
    digits = Silence(fingerprint="1234567890123456", reason="x")
    (tmp_path / "s.yaml").write_text(with_silence("", digits), encoding="utf-8")
    sidecar = read_silences(tmp_path / "s.yaml")
    assert sidecar is not None
    assert sidecar.silences == (digits,)


@given(st.text(min_size=1).filter(lambda text: text.strip()))
def test_any_reason_is_written_so_that_it_is_read_again(reason: str) -> None:
    from consistency.yaml_places import read_plain

    text = with_silence("", Silence(fingerprint=NOBODY, reason=reason))
    assert read_plain(text)["silences"][0]["reason"] == " ".join(reason.split())


@pytest.mark.parametrize(
    "text",
    [
        "# ours\nversion: 1\nsilences: []\n",
        "# ours\nversion: 1\nsilences:\n",
        f"# ours\nversion: 1\nsilences:\n- fingerprint: '{'1' * 16}'  # ours\n  reason: x\n",
        f"# ours\nversion: 1\nsilences:\n  - fingerprint: '{'1' * 16}'\n    reason: |\n      two\n      lines\n",
    ],
)
def test_silence_is_added_and_the_rest_of_the_file_stays(tmp_path: Path, text: str) -> None:
    file = tmp_path / ".consistency.yaml"
    file.write_text(with_silence(text, Silence(fingerprint=NOBODY, reason="x")), encoding="utf-8")
    sidecar = read_silences(file)
    assert sidecar is not None
    assert sidecar.silences[-1].fingerprint == NOBODY
    assert len(sidecar.silences) == text.count("reason") + 1
    assert sidecar.text.startswith("# ours")


def test_file_whose_last_key_is_another_is_not_broken() -> None:
    with pytest.raises(UsageError, match="add it by hand"):
        with_silence(
            f"silences:\n- fingerprint: '{'1' * 16}'\n  reason: x\nversion: 1\n",
            Silence(fingerprint=NOBODY, reason="x"),
        )


def test_baseline_accepts_what_stands_and_nothing_new(seeds_report: Report, tmp_path: Path) -> None:
    *old, new = seeds_report.findings
    (tmp_path / "baseline.yaml").write_text(baseline_text(old), encoding="utf-8")
    baseline = read_baseline(tmp_path / "baseline.yaml")
    assert baseline is not None
    told = with_baseline(seeds_report, baseline)
    assert told.findings == (new,)
    assert {finding.silence for finding in told.silenced} == {"baseline"}


def test_baseline_of_nothing_is_a_valid_file(tmp_path: Path) -> None:
    (tmp_path / "baseline.yaml").write_text(baseline_text([]), encoding="utf-8")
    baseline = read_baseline(tmp_path / "baseline.yaml")
    assert baseline is not None
    assert baseline.accepted == ()
