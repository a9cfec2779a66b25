"""Cutting paragraphs: nothing is lost, nothing is torn."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from consistency.report.excerpt import Mark, Rows, excerpt, paragraph

TEXTS = st.text(alphabet="اب يج\nab .«»\r", max_size=80)
STYLES = st.sampled_from(["error", "warning", "info", "compared"])


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    text = draw(TEXTS)
    ends = st.integers(0, len(text))
    spans = draw(st.lists(st.tuples(ends, ends, STYLES), max_size=5))
    return text, [Mark(min(a, b), max(a, b), style) for a, b, style in spans]  # type: ignore[arg-type]


@given(marked())
def test_the_pieces_of_a_paragraph_are_its_line(case: tuple[str, list[Mark]]) -> None:
    text, marks = case
    rows = Rows(text)
    for number in range(1, len(rows.starts) + 1):
        pieces = paragraph(rows, number, marks).pieces
        assert "".join(piece.text for piece in pieces) == text[slice(*rows.span(number))]


@given(marked())
def test_exactly_what_a_mark_covers_is_marked(case: tuple[str, list[Mark]]) -> None:
    text, marks = case
    rows = Rows(text)
    for number in range(1, len(rows.starts) + 1):
        place = rows.span(number)[0]
        for piece in paragraph(rows, number, marks).pieces:
            for letter in range(place, place + len(piece.text)):
                assert bool(piece.style) == any(mark.start <= letter < mark.end for mark in marks)
            place += len(piece.text)


@given(TEXTS)
def test_lines_cover_the_text(text: str) -> None:
    rows = Rows(text)
    assert [text[slice(*rows.span(n + 1))] for n in range(len(rows.starts))] == [
        row.removesuffix("\r") for row in text.split("\n")
    ]
    assert all(text.count("\n", 0, place) + 1 == rows.at(place) for place in range(len(text)))


def test_of_two_marks_on_one_word_the_worse_colours_it() -> None:
    rows = Rows("كلمة واحدة")
    pieces = paragraph(rows, 1, [Mark(0, 10, "compared"), Mark(0, 4, "error")]).pieces
    assert [(piece.text, piece.style) for piece in pieces] == [("كلمة", "error"), (" واحدة", "compared")]


def test_an_excerpt_keeps_short_paragraphs_whole_and_shows_a_gap_between() -> None:
    rows = Rows("الأول هنا\nالثاني هنا\nالثالث هنا")
    (first, third), more = excerpt(rows, [Mark(0, 5, "error"), Mark(21, 27, "error")])
    assert (first.line, first.gap, third.line, third.gap, more) == (1, False, 3, True, 0)
    assert "".join(piece.text for piece in third.pieces) == "الثالث هنا"


def test_a_blank_line_between_two_paragraphs_is_no_gap() -> None:
    rows = Rows("الأول\n\nالثاني")
    (_, second), _ = excerpt(rows, [Mark(0, 3, "error"), Mark(8, 10, "error")])
    assert not second.gap


def test_a_long_paragraph_is_cut_at_blanks_and_counts_what_it_leaves_out() -> None:
    text = "كلمة " * 300 + "هدف" + " كلمة" * 300
    start = text.index("هدف")
    (shown,), _ = excerpt(Rows(text), [Mark(start, start + 3, "error")])
    kept = sum(len(piece.text) for piece in shown.pieces)
    left_out = sum(piece.left_out for piece in shown.pieces)
    assert kept + left_out == len(text)
    assert kept < 700
    assert set("".join(piece.text for piece in shown.pieces).split()) == {"كلمة", "هدف"}


def test_a_passage_of_many_lines_is_cut_and_counted() -> None:
    text = "\n".join(f"سطر {number}" for number in range(40))
    shown, more = excerpt(Rows(text), [Mark(0, len(text), "warning")], most=10)
    assert (len(shown), more) == (10, 30)
