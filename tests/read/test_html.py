"""Web pages give the same passages as their text."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from consistency.cli import _run
from consistency.model import Document, PassageKind, SkippedDocument
from consistency.read import READERS, Refused
from consistency.segment import segment

pytest.importorskip("trafilatura")
PAGES = sorted((Path(__file__).parent / "pages").glob("*.html"))


def read(page: Path) -> Document:
    (document,) = READERS[".html"](page.read_bytes(), page.name)
    assert not isinstance(document, SkippedDocument)
    return document


def expected(page: Path) -> list[tuple[str, str]]:
    rows = page.with_suffix(".txt").read_text(encoding="utf-8").splitlines()
    return [(kind, line) for kind, _, line in (row.partition("\t") for row in rows)]


def told(document: Document) -> list[tuple[str, str]]:
    return [(p.kind.value, document.text[p.start : p.end]) for p in segment(document).passages]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_gives_its_passages(page: Path) -> None:
    assert told(read(page)) == expected(page)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_gives_the_own_passages_of_its_text(page: Path) -> None:
    """The text of a page knows no markup: captions and comments look like any line there."""
    own = [
        (kind, line) for kind, line in expected(page) if kind in ("headline", "lead", "body", "subheading")
    ]
    assert told(Document("a.txt", "\n".join(line for _, line in own))) == own


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_head_of_a_page_states_title_publisher_and_day(page: Path) -> None:
    article = segment(read(page))
    headline = next(line for kind, line in expected(page) if kind == "headline")
    assert (article.title, article.publisher) == (headline, "صحيفة الرافد")
    assert article.published is not None
    assert (article.published.earliest, article.published.explicit) == ("2021-03-03", True)


def test_marked_passages_are_lines_of_the_text() -> None:
    for page in PAGES:
        document = read(page)
        for passage in document.marked:
            assert document.text[passage.start : passage.end] in document.text.split("\n")


def test_a_ticker_stands_above_the_headline_and_is_told() -> None:
    page = (
        PAGES[0]
        .read_text(encoding="utf-8")
        .replace(
            "<article>",
            '<div class="news-ticker">زلزال بقوة خمس درجات يضرب سواحل تشيلي الشمالية</div><article>',
        )
    )
    (document,) = READERS[".html"](page.encode(), "a.html")
    assert isinstance(document, Document)
    first = segment(document).passages[0]
    assert (first.kind, first.start) == (PassageKind.TICKER, 0)


@pytest.mark.parametrize(
    "data",
    [
        b"<html><body></body></html>",
        b"<html>\x00\x01\x02</html>",
        "<html><body><nav><a href='/'>الرئيسية</a></nav></body></html>".encode(),
        b"",
    ],
    ids=["empty body", "binary", "menu only", "no byte"],
)
def test_a_page_without_an_article_is_refused(data: bytes) -> None:
    with pytest.raises(Refused, match=r"\w"):
        list(READERS[".html"](data, "a.html"))


def test_a_page_with_a_broken_byte_is_read_and_the_lost_letter_shows() -> None:
    page = next(page for page in PAGES if page.stem == "article-element").read_bytes()
    (document,) = READERS[".html"](page.replace("الزحام".encode(), b"\xd8" + "زحام".encode()), "a.html")
    assert isinstance(document, Document)
    assert "\ufffdزحام" in document.text


@pytest.mark.parametrize("charset", ["utf-7", "rot13", "hex", "no-such-thing", "windows-1252"])
def test_a_wrong_charset_ends_in_text_or_in_a_refusal(charset: str) -> None:
    page = next(page for page in PAGES if page.stem == "article-element").read_bytes()
    try:
        (document,) = READERS[".html"](
            page.replace(b'charset="utf-8"', f'charset="{charset}"'.encode()), "a.html"
        )
    except Refused:
        return
    assert isinstance(document, Document)
    assert document.text.strip()


def test_a_page_that_cannot_be_read_makes_the_run_incomplete(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    (tmp_path / "a.html").write_bytes(PAGES[0].read_bytes())
    (tmp_path / "b.txt").write_text("وصل الوزير إلى العاصمة في زيارة رسمية.", encoding="utf-8")
    assert _run([str(tmp_path), "--fail-on", "never", "--format", "json"]) == 4
    (unreadable,) = json.loads(capsys.readouterr().out)["corpus"]["unreadable"]
    assert unreadable["document"] == "a.html"
    assert "consistency[html]" in unreadable["reason"]


def test_pages_nested_without_end_are_read() -> None:
    text = "افتتحت السلطات جسرا جديدا في المدينة بعد ثلاث سنوات من أعمال البناء المتواصلة."
    page = "<div>" * 3000 + f"<p>{text}</p>" * 3 + "</div>" * 3000
    try:
        (document,) = READERS[".html"](f"<html><body>{page}</body></html>".encode(), "a.html")
    except Refused:
        return
    assert text in document.text if isinstance(document, Document) else False


def test_without_the_extra_a_page_is_named_with_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(Refused, match=r"consistency\[html\]"):
        list(READERS[".html"](PAGES[0].read_bytes(), "a.html"))
