"""JSON Lines as a CMS exports them: an article a line, bad lines named."""

from __future__ import annotations

import contextlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consistency.model import Document, Metadata, SkippedDocument
from consistency.read.day import day_of
from consistency.read.jsonl import file_of, read
from consistency.read.refused import Refused
from consistency.segment import segment

BODY = "افتتحت البلدية الجسر الجديد صباح أمس، وقال المحافظ إن العمل استمر عامين وإن الطريق آمن."


def line(**fields: object) -> bytes:
    return json.dumps(fields, ensure_ascii=False).encode() + b"\n"


def only(data: bytes) -> Document | SkippedDocument:
    (one,) = read(data, "feed.jsonl")
    return one


def reason(data: bytes) -> str:
    one = only(data)
    assert isinstance(one, SkippedDocument)
    return one.reason


def test_fields_of_a_line_reach_the_article() -> None:
    one = only(
        line(
            title="الجسر الجديد",
            text=BODY,
            publisher="صحيفة الضفة",
            date="2021-03-03T23:30:00+02:00",
            url="https://example.org/1",
        )
    )
    assert isinstance(one, Document)
    assert one.id == "feed.jsonl:1"
    assert one.metadata == Metadata("الجسر الجديد", "صحيفة الضفة", "2021-03-03", "https://example.org/1")
    article = segment(one)
    assert (article.title, article.publisher) == ("الجسر الجديد", "صحيفة الضفة")
    assert article.published is not None
    assert (article.published.earliest, article.published.explicit) == ("2021-03-03", True)
    assert article.text == f"الجسر الجديد\n\n{BODY}"


def test_title_that_the_text_begins_with_stands_once() -> None:
    one = only(line(title="الجسر  الجديد", text=f"الجسر الجديد\n{BODY}"))
    assert isinstance(one, Document)
    assert one.text.count("الجسر الجديد") == 1 + BODY.count("الجسر الجديد")


def test_articles_are_named_by_their_line_and_blank_lines_are_none() -> None:
    data = line(text=BODY) + b"\n" + line(text=BODY, id=7, tags=["x"])
    assert [one.id for one in read(data, "feed.jsonl") if isinstance(one, Document)] == [
        "feed.jsonl:1",
        "feed.jsonl:3",
    ]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"{nope}\n", "no JSON at column 2"),
        (b"[1]\n", "no JSON object"),
        (line(title="x"), "`text` is missing"),
        (line(text="  "), "`text` is missing"),
        (line(text=7), "`text` is no text but 7"),
        (line(text=BODY, date="yesterday"), "`date` is «yesterday», which names no day"),
        (b'{"text": "a\\u0000b"}\n', "NUL"),
        (b'{"text": ' + b"[" * 100_000 + b"\n", "cannot be read"),
    ],
)
def test_line_that_is_no_article_is_named_with_its_fault(data: bytes, told: str) -> None:
    assert told in reason(data)


def test_one_bad_line_hides_no_other() -> None:
    outcomes = list(read(line(text=BODY) + b"{\n" + line(text=BODY), "feed.jsonl"))
    assert [type(one) for one in outcomes] == [Document, SkippedDocument, Document]


def test_lone_surrogate_becomes_a_mark_that_every_encoding_has() -> None:
    one = only(b'{"text": "a \\ud800 b"}\n')
    assert isinstance(one, Document)
    assert one.text == "a \ufffd b"


def test_empty_file_is_refused() -> None:
    with pytest.raises(Refused):
        list(read(b"", "feed.jsonl"))


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2023-09-18", "2023-09-18"),
        ("2023-09-18T23:59:00Z", "2023-09-18"),
        ("Mon, 18 Sep 2023 20:00:00 GMT", "2023-09-18"),
        ("18/09", None),
        ("", None),
    ],
)
def test_day_of_a_date_that_a_program_wrote(written: str, day: str | None) -> None:
    assert day_of(written) == day


@given(st.text(max_size=60))
def test_no_date_text_raises(written: str) -> None:
    day_of(written)


@given(st.binary(max_size=200))
def test_no_bytes_raise_anything_but_a_refusal(data: bytes) -> None:
    with contextlib.suppress(Refused):
        list(read(data, "feed.jsonl"))


@pytest.mark.parametrize(
    ("document", "file"),
    [
        ("a/feed.jsonl:12", "a/feed.jsonl"),
        ("feed.NDJSON:1", "feed.NDJSON"),
        ("stdin:3", "stdin"),
        ("a:1.txt", "a:1.txt"),
        ("b.txt", "b.txt"),
    ],
)
def test_file_of_an_article(document: str, file: str) -> None:
    assert file_of(document) == file
