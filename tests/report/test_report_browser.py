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
from consistency.report import Language, RenderOptions, render, write

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--hide-scrollbars",
)  # fmt: skip

POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
"""Taken out of the copies that a test measures with a script."""

pytestmark = pytest.mark.skipif(
    CHROMIUM is None, reason="no Chromium is installed here: apt-get install chromium"
)

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


def said_widths(browse: Browse, page: str, style: str = "") -> list[float]:
    """The width in pixels of every paragraph of article text, laid out on one line."""
    style = f".said {{ white-space: nowrap; inline-size: max-content }} {style}"
    script = (
        "<script>onload=()=>{const w=[...document.querySelectorAll('.said')]"
        '.map(p=>p.getBoundingClientRect().width);document.body.innerHTML=`<p id="w">${w}</p>`}</script>'
    )
    page = POLICY.sub("", page).replace("</style>", f"{style}</style>").replace("</body>", f"{script}</body>")
    found = re.search(r'<p id="w">([\d.,]+)</p>', browse(page, "--dump-dom", "--virtual-time-budget=5000"))
    assert found
    return [float(width) for width in found[1].split(",")]


@pytest.fixture
def marked_inside_a_word(desk_report: Report) -> str:
    """A page on which a mark begins and ends between joined letters."""
    finding = desk_report.findings[1]
    place = finding.locations[0]
    inner = replace(place, start=place.start + 3, end=place.end - 4, quote=place.quote[3:-4])
    page = render("html", replace(desk_report, findings=(replace(finding, locations=(inner,)),)))
    assert 'الم<mark class="error">نص</mark>ورري' in page
    return page


def test_a_mark_inside_a_word_leaves_its_letters_joined(browse: Browse, marked_inside_a_word: str) -> None:
    bare = re.sub("</?mark[^>]*>", "", marked_inside_a_word)
    with_marks, without = said_widths(browse, marked_inside_a_word), said_widths(browse, bare)
    assert with_marks == pytest.approx(without, abs=0.05)


@pytest.mark.parametrize("torn", ["padding-inline: 2px", "display: inline-block"])
def test_what_tears_letters_apart_would_show(browse: Browse, marked_inside_a_word: str, torn: str) -> None:
    whole = said_widths(browse, marked_inside_a_word)
    apart = said_widths(browse, marked_inside_a_word, f"mark {{ {torn} !important }}")
    assert whole != pytest.approx(apart, abs=0.05)


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


@pytest.mark.parametrize(("width", "language"), [(360, "en"), (1280, "en"), (360, "ar"), (1280, "ar")])
def test_no_page_is_wider_than_its_window(
    browse: Browse, crowded_report: Report, width: int, language: Language
) -> None:
    crowded = replace(crowded_report, findings=crowded_report.findings[:20])
    page = render("html", crowded, RenderOptions(language=language))
    inner = POLICY.sub("", page).replace("&", "&amp;").replace('"', "&quot;")
    frame = (
        f'<!DOCTYPE html><iframe style="width:{width}px;height:900px;border:0" srcdoc="{inner}"></iframe>'
        '<script>onload=()=>{const e=document.querySelector("iframe").contentDocument.documentElement;'
        'document.body.innerHTML=`<p id="w">${e.scrollWidth}/${e.clientWidth}</p>`}</script>'
    )
    found = re.search(r'<p id="w">(\d+)/(\d+)</p>', browse(frame, "--dump-dom", "--virtual-time-budget=5000"))
    assert found
    assert int(found[1]) <= int(found[2]) == width


AXE = Path(__file__).parent / "axe" / "axe.min.js"
RUN_AXE = """<script>onload=()=>axe.run(document,{resultTypes:['violations']}).then(found=>{
const told=found.violations.map(v=>v.id+': '+v.nodes.map(n=>n.target+' '+n.failureSummary).join(' | '));
document.body.innerHTML='<pre id="axe"></pre>';
document.getElementById('axe').textContent='passed '+found.passes.length+'\\n'+told.join('\\n')})</script>"""


def violations(browse: Browse, page: str, scheme: str = "light") -> str:
    """What axe-core holds against a page with all its details open; empty where nothing."""
    script = f"<script>{AXE.read_text(encoding='utf-8')}</script>{RUN_AXE}"
    page = POLICY.sub("", page).replace("<details>", "<details open>").replace("</body>", f"{script}</body>")
    preferred = f"--blink-settings=preferredColorScheme={0 if scheme == 'dark' else 1}"
    tree = browse(page, preferred, "--dump-dom", "--virtual-time-budget=30000", "--window-size=1280,900")
    told = re.search(r'<pre id="axe">passed (\d+)\n(.*?)</pre>', tree, re.DOTALL)
    assert told, "axe did not end"
    assert int(told[1]) > 10
    return told[2].strip()


@pytest.mark.parametrize(
    ("name", "scheme", "language"),
    [
        *[("desk", scheme, language) for scheme in ("light", "dark") for language in ("en", "ar")],
        ("clean", "light", "en"), ("empty", "light", "ar"), ("hostile", "light", "en"),
    ],
)  # fmt: skip
def test_axe_finds_no_violation(
    browse: Browse, name: str, scheme: str, language: Language, request: pytest.FixtureRequest
) -> None:
    page = render("html", request.getfixturevalue(f"{name}_report"), RenderOptions(language=language))
    assert not violations(browse, page, scheme)


def test_axe_would_tell_a_page_without_language(browse: Browse, clean_report: Report) -> None:
    page = render("html", clean_report).replace('<html lang="en"', "<html", 1)
    assert "html-has-lang" in violations(browse, page)
