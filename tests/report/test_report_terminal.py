"""The terminal text."""

from __future__ import annotations

import re
from dataclasses import replace

from consistency.model import Corpus, Report
from consistency.report import RenderOptions, render
from consistency.report.terminal import summary
from consistency.report.words import load_words


def test_the_last_line_is_the_summary(desk_report: Report) -> None:
    assert render("text", desk_report).splitlines()[-1] == (
        "5 articles · 2 errors · 2 warnings · 1 info · 1 silenced · 1 unreadable · "
        "9 pairs compared, 5 not comparable (other measure 3, other time 2)"
    )


def test_the_summary_of_a_clean_corpus_leaves_out_what_is_not_there(clean_report: Report) -> None:
    corpus = replace(clean_report.corpus, not_comparable={})
    line = summary(replace(clean_report, corpus=corpus), load_words("en"))
    assert line == "5 articles · 0 errors · 0 warnings · 0 infos · 9 pairs compared"


def test_the_commonest_reason_comes_first_and_equal_ones_by_name() -> None:
    corpus = Corpus(documents=2, not_comparable={"b": 1, "c": 7, "a": 1})
    line = summary(Report(corpus, (), (), (), (), ()), load_words("en"))
    assert line.endswith("9 not comparable (c 7, a 1, b 1)")


def test_a_quote_stands_alone_on_its_line_between_isolates(desk_report: Report) -> None:
    lines = render("text", desk_report).splitlines()
    assert "    «\u2068المنصورري\u2069»" in lines


def test_places_of_one_article_with_the_same_words_share_a_line(desk_report: Report) -> None:
    assert "  compared  coast.txt:2:19 3:13\n" in render("text", desk_report)


def test_no_caret_line_is_drawn(desk_report: Report) -> None:
    assert not re.search(r"^\s*[\^~]+\s*$", render("text", desk_report), re.MULTILINE)


def test_plain_text_has_no_escape(desk_report: Report) -> None:
    assert "\x1b" not in render("text", desk_report)


def test_colour_adds_escapes_and_nothing_else(desk_report: Report) -> None:
    coloured = render("text", desk_report, RenderOptions(colour=True))
    assert coloured != render("text", desk_report)
    assert re.sub("\x1b\\[[0-9]+m", "", coloured) == render("text", desk_report)


def test_the_summary_line_stays_plain_in_colour(desk_report: Report) -> None:
    assert "\x1b" not in render("text", desk_report, RenderOptions(colour=True)).splitlines()[-1]


def test_a_long_quote_is_cut_and_says_so(desk_report: Report) -> None:
    finding = desk_report.findings[0]
    words = "كلمة " * 200
    long = replace(finding.locations[0], quote=words)
    text = render("text", replace(desk_report, findings=(replace(finding, locations=(long,)),)))
    assert "    (1000 code points in all; the whole is in the JSON report)\n" in text
    assert max(len(line) for line in text.splitlines()) < 260


def test_many_compared_places_are_cut_and_counted(desk_report: Report) -> None:
    finding = desk_report.findings[0]
    others = tuple(replace(finding.locations[1], document=f"{n}.txt") for n in range(20))
    many = replace(finding, locations=(finding.locations[0], *others))
    text = render("text", replace(desk_report, findings=(many,)))
    assert text.count("  compared  ") == 6
    assert "  and 14 more places (in the JSON report)\n" in text


def test_the_verdict_names_the_limit(desk_report: Report) -> None:
    assert "✖ Gate fails - limit: no errors\n" in render("text", desk_report)
    assert "✓ Gate passes - no limit was set\n" in render("text", desk_report, RenderOptions(fail_on="never"))


def test_unread_files_are_named(desk_report: Report) -> None:
    text = render("text", desk_report)
    assert "not read: torn.txt: is not text" in text
    assert "left out, no reader for it: photo.jpg" in text


def test_arabic_counts_follow_the_rules_of_arabic_plurals() -> None:
    words = load_words("ar")
    counts = [words.count("articles", number) for number in (1, 2, 3, 11, 100, 103)]
    assert counts == ["مقال واحد", "مقالان", "3 مقالات", "11 مقالًا", "100 مقال", "103 مقالات"]


def test_both_languages_have_the_same_words() -> None:
    english, arabic = load_words("en").entries, load_words("ar").entries
    assert list(english) == list(arabic)
    for key, entry in english.items():
        assert type(entry) is type(arabic[key]), key
        if isinstance(entry, list):
            assert len(entry) == len(arabic[key]), key
        if isinstance(entry, str):
            assert re.findall(r"{\w*}", entry) == re.findall(r"{\w*}", arabic[key]), key


def test_every_count_has_a_form_for_all_other_numbers() -> None:
    for language in ("en", "ar"):
        entries = load_words(language).entries  # type: ignore[arg-type]
        counts = {key: forms for key, forms in entries.items() if isinstance(forms, dict)}
        for key in set(counts) - {"passages"}:
            assert "other" in counts[key], key
