"""`check silence FINGERPRINT --reason TEXT`."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import click

from consistency.cli.options import project_options
from consistency.cli.project import Project
from consistency.errors import UsageError

__all__ = ["silence"]


@click.command("silence")
@click.argument("fingerprint", metavar="FINGERPRINT")
@click.option("--reason", required=True, metavar="TEXT", help="Why the finding is right to be silent.")
@click.option("--until", metavar="DATE", help="The last day on which it is silent, as 2027-01-31.")
@click.option(
    "--report",
    default="reports/report.json",
    show_default=True,
    metavar="FILE",
    help="The JSON report that tells what the fingerprint stands for.",
)
@project_options
def silence(project: Project, *, fingerprint: str, reason: str, until: str | None, report: str) -> int:
    """Silence one finding, with the reason; the beginning of its fingerprint is enough."""
    from consistency.report import write
    from consistency.report.safe import one_line
    from consistency.silence.sidecar import Silence, read_silences, with_silence

    found = _finding(fingerprint, Path(report))
    if not reason.strip():
        raise UsageError("--reason is empty; say why the finding is right to be silent")
    file = project.silence_file
    sidecar = read_silences(file)
    for number, known in enumerate(sidecar.silences if sidecar else ()):
        if sidecar and known.fingerprint == found["fingerprint"]:
            line = sidecar.span(number)[2]
            raise UsageError(f"{file}:{line}: this finding is silenced already: {known.reason}")
    told = Silence(**found, reason=reason.strip(), until=_day(until))
    write(file, with_silence(sidecar.text if sidecar else "", told))
    click.echo(
        f"{file}: silenced {told.fingerprint}" + (f" ({one_line(told.finding)})" if told.finding else "")
    )
    return 0


def _finding(given: str, report: Path) -> dict[str, str]:
    """What a report knows of a fingerprint, or of the only one that begins so."""
    from consistency.silence.fingerprint import is_fingerprint

    given = given.removeprefix("#").lower()
    rows = [row for row in _rows(report) if row["fingerprint"].startswith(given)]
    if len(rows) > 1:
        names = ", ".join(row["fingerprint"] for row in rows)
        raise UsageError(f"{given}: more than one finding begins so: {names}")
    if rows:
        (row,) = rows
        return {
            "fingerprint": row["fingerprint"],
            "finding": f"{row['rule']}: {row['message']}"[:200],
            "document": row["locations"][0]["document"],
        }
    if not is_fingerprint(given):
        raise UsageError(
            f"{given}: no finding of {report} begins so; give all 16 digits, or name another --report FILE"
        )
    click.echo(f"check: {report} knows no finding {given}; it is silenced all the same", err=True)
    return {"fingerprint": given}


def _rows(report: Path) -> list[dict[str, Any]]:
    try:
        rows: list[dict[str, Any]] = json.loads(report.read_text(encoding="utf-8"))["findings"]
    except (
        OSError,
        ValueError,
        KeyError,
        TypeError,
    ):
        return []
    return rows


def _day(until: str | None) -> dt.date | None:
    if until is None:
        return None
    try:
        return dt.date.fromisoformat(until)
    except ValueError:
        raise UsageError(f"--until {until}: this names no day; write it as 2027-01-31") from None
