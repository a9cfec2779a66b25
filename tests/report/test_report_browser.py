"""The page in a real Chromium, where one is installed."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from consistency.model import Report
from consistency.report import RenderOptions, render, write

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--hide-scrollbars",
)  # fmt: skip

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed here")

Browse = Callable[..., str]


@pytest.fixture
def browse(tmp_path: Path) -> Browse:
    """Open a page with more flags and give what Chromium prints."""

    def run(page: str, *flags: str) -> str:
        write(tmp_path / "page.html", page)
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
            done = subprocess.run(
                [
                    str(CHROMIUM),
                    *FLAGS,
                    f"--user-data-dir={profile}",
                    *flags,
                    f"file://{tmp_path / 'page.html'}",
                ],
                capture_output=True,
                timeout=120,
                check=True,
                env=dict(os.environ, HOME=profile),
            )
        return done.stdout.decode("utf-8", "replace")

    return run


def picture(browse: Browse, path: Path, page: str) -> bytes:
    browse(page, f"--screenshot={path}", "--window-size=1000,5000")
    return path.read_bytes()


def test_a_mark_inside_a_word_moves_no_pixel_of_its_letters(
    browse: Browse, tmp_path: Path, desk_report: Report
) -> None:
    finding = desk_report.findings[1]
    place = finding.locations[0]
    inner = replace(place, start=place.start + 3, end=place.end - 3, quote=place.quote[3:-3])
    page = render("html", replace(desk_report, findings=(replace(finding, locations=(inner,)),)))
    unseen = page.replace(
        "</style>", "mark { background: none !important; text-decoration: none !important }</style>"
    )
    bare = re.sub("</?mark[^>]*>", "", unseen)
    assert unseen.count("<mark") >= 2
    assert picture(browse, tmp_path / "a.png", unseen) == picture(browse, tmp_path / "b.png", bare)


def test_padding_on_a_mark_would_move_them(browse: Browse, tmp_path: Path, desk_report: Report) -> None:
    page = render("html", desk_report)
    padded = page.replace("</style>", "mark { padding-inline: 2px !important }</style>")
    assert picture(browse, tmp_path / "a.png", page) != picture(browse, tmp_path / "b.png", padded)


def test_hostile_text_runs_nothing(browse: Browse, hostile_report: Report) -> None:
    tree = browse(render("html", hostile_report), "--dump-dom")
    assert "<title>2 findings in 2 articles</title>" in tree
    assert "<script" not in tree
    assert "<img" not in tree


def test_the_page_prints_with_the_silences_open(browse: Browse, tmp_path: Path, desk_report: Report) -> None:
    page = render("html", desk_report, RenderOptions(no_articles=True))
    closed = page.replace("details::details-content", "details::none")
    sizes = []
    for name, text in (("open", page), ("closed", closed)):
        browse(text, f"--print-to-pdf={tmp_path / name}.pdf", "--no-pdf-header-footer")
        sizes.append((tmp_path / f"{name}.pdf").stat().st_size)
    assert sizes[0] > sizes[1]


@pytest.mark.parametrize("width", [360, 1280])
def test_no_page_is_wider_than_its_window(browse: Browse, crowded_report: Report, width: int) -> None:
    page = render("html", replace(crowded_report, findings=crowded_report.findings[:20]))
    page = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page)
    frame = (
        f'<!DOCTYPE html><iframe style="width:{width}px;height:900px;border:0" srcdoc="'
        + page.replace("&", "&amp;").replace('"', "&quot;")
        + '"></iframe><script>onload=()=>{const e=document.querySelector("iframe").contentDocument'
        + '.documentElement;document.body.innerHTML=`<p id="w">${e.scrollWidth}/${e.clientWidth}</p>`}</script>'
    )
    found = re.search(r'<p id="w">(\d+)/(\d+)</p>', browse(frame, "--dump-dom", "--virtual-time-budget=5000"))
    assert found
    assert int(found[1]) <= int(found[2]) == width
