"""The page: complete, safe, and gentle with Arabic words."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from importlib.resources import files

import pytest

from consistency.model import Article, Document, Report, Severity
from consistency.report import RenderOptions, render

VOID = {"meta", "br", "img", "link", "input"}
KNOWN_TAGS = re.compile(
    "a|article|bdi|body|caption|code|details|div|h[1-3]|head|header|html|li|main|mark|meta|nav|ol|p|pre"
    "|section|span|strong|style|summary|table|tbody|td|th|thead|title|tr|ul"
)


class Page(HTMLParser):
    """A page as a flat list of tags and texts."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.stack: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.parts: list[tuple[str, str]] = []
        """("text", words) or ("open"/"close", tag), in order."""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self.parts.append(("open", tag))
        if tag not in VOID:
            self.stack.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.stack.pop() == tag
        self.parts.append(("close", tag))

    def handle_data(self, data: str) -> None:
        self.parts.append(("text", data))

    def all(self, name: str) -> list[str]:
        return [value or "" for _, attrs in self.tags for key, value in attrs.items() if key == name]


def said(text: str) -> list[str]:
    """The inner markup of every paragraph of article text."""
    return re.findall(r'<p class="said"[^>]*>(.*?)</p>', text, re.DOTALL)


def plain(markup: str) -> str:
    return "".join(words for kind, words in Page(f"<p>{markup}</p>").parts if kind == "text")


REPORTS = ["desk", "clean", "empty", "crowded", "hostile"]


@pytest.fixture(params=REPORTS)
def report(request: pytest.FixtureRequest) -> Report:
    return request.getfixturevalue(f"{request.param}_report")  # type: ignore[no-any-return]


@pytest.mark.parametrize("no_articles", [False, True])
def test_only_our_own_tags_stand_on_the_page_and_all_are_closed(report: Report, no_articles: bool) -> None:
    page = Page(render("html", report, RenderOptions(no_articles=no_articles)))
    assert [tag for tag, _ in page.tags if not KNOWN_TAGS.fullmatch(tag)] == []
    assert page.stack == []


def test_nothing_is_fetched_and_nothing_runs(report: Report) -> None:
    text = render("html", report)
    page = Page(text)
    names = {name for _, attrs in page.tags for name in attrs}
    assert not [name for name in names if name.startswith("on") or name in ("src", "srcset", "action")]
    assert all(target.startswith("#") for target in page.all("href"))
    assert "url(" not in text[: text.index("</style>")]
    assert "@import" not in text[: text.index("</style>")]


def test_the_page_forbids_everything_but_its_own_style(report: Report) -> None:
    page = Page(render("html", report))
    metas = [attrs for tag, attrs in page.tags if tag == "meta"]
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    assert {"http-equiv": "Content-Security-Policy", "content": policy} in metas


def test_every_anchor_is_unique_and_every_link_leads_somewhere(report: Report) -> None:
    page = Page(render("html", report))
    anchors = page.all("id")
    assert len(anchors) == len(set(anchors))
    assert {target[1:] for target in page.all("href")} <= set(anchors)
    assert {name for names in page.all("aria-labelledby") for name in names.split()} <= set(anchors)


@pytest.mark.parametrize("name", REPORTS)
def test_links_hold_without_the_articles_too(name: str, request: pytest.FixtureRequest) -> None:
    report = request.getfixturevalue(f"{name}_report")
    page = Page(render("html", report, RenderOptions(no_articles=True)))
    assert {target[1:] for target in page.all("href")} <= set(page.all("id"))


def test_a_finding_is_linked_by_its_fingerprint(desk_report: Report) -> None:
    anchors = Page(render("html", desk_report)).all("id")
    assert {"aa01", "bb02", "cc03", "dd04", "ee05"} <= set(anchors)


def test_two_findings_of_one_fingerprint_get_two_anchors(crowded_report: Report) -> None:
    anchors = Page(render("html", crowded_report)).all("id")
    assert {"0000", "0000-2", "00f9", "00f9-2"} <= set(anchors)


def test_a_fingerprint_cannot_take_the_name_of_a_section(desk_report: Report) -> None:
    finding = replace(desk_report.findings[0], fingerprint="sec.findings")
    anchors = Page(render("html", replace(desk_report, findings=(finding,)))).all("id")
    assert len(anchors) == len(set(anchors))


def test_the_articles_stand_in_full(desk_report: Report) -> None:
    text = render("html", desk_report)
    articles = text[text.index('id="sec.articles"') : text.index('id="sec.rules"')]
    shown = [plain(markup) for markup in said(articles)]
    assert shown == [row for article in desk_report.articles for row in article.text.splitlines() if row]


def test_without_articles_only_the_quoted_paragraphs_remain(desk_report: Report) -> None:
    text = render("html", desk_report, RenderOptions(no_articles=True))
    assert '<article class="text" id="a5"' in text
    assert said(text[text.index('id="sec.articles"') :]) == []
    assert "ويبلغ طول الجسر 900 متر" not in plain("".join(said(text)))


def test_inside_a_word_only_a_mark_may_begin_or_end(desk_report: Report) -> None:
    finding = desk_report.findings[1]
    place = finding.locations[0]
    inner = replace(place, start=place.start + 2, end=place.end - 2, quote=place.quote[2:-2])
    cut = replace(finding, locations=(inner,))
    text = render("html", replace(desk_report, findings=(cut,)))
    assert f'ال<mark class="error">{inner.quote}</mark>ري' in text
    parts = [part for part in Page(text).parts if part[1]]
    for before, (kind, tag), after in zip(parts[:-2], parts[1:-1], parts[2:], strict=True):
        letters = before[0] == after[0] == "text" and before[1][-1].isalpha() and after[1][0].isalpha()
        assert not (letters and kind != "text") or tag == "mark"


def test_a_mark_has_nothing_that_tears_letters_apart() -> None:
    css = files("consistency.report").joinpath("templates", "page.css").read_text("utf-8")
    rules = [rule for rule in re.findall(r"([^{}]+)\{([^{}]*)\}", css) if re.search(r"\bmark\b", rule[0])]
    assert len(rules) >= 4
    allowed = {
        "background", "color", "text-decoration", "text-underline-offset", "text-decoration-skip-ink",
        "print-color-adjust",
    }  # fmt: skip
    for _, body in rules:
        assert {item.split(":")[0].strip() for item in body.split(";") if item.strip()} <= allowed


def test_the_style_places_things_by_logical_properties_only() -> None:
    css = files("consistency.report").joinpath("templates", "page.css").read_text("utf-8")
    assert not re.search(
        r"(margin|padding|border)-(left|right|top|bottom)|[{;]\s*(left|right|top|bottom|float)\s*:", css
    )
    assert not re.search(r"text-align:\s*(left|right)", css)


def test_a_paragraph_tells_its_language_and_direction(desk_report: Report) -> None:
    text = render("html", desk_report)
    assert re.search(r'<p class="said" lang="ar" dir="rtl">تفتتح وزيرة', text)
    assert re.search(r'<p class="said" lang="en" dir="ltr">Great Valley', text)


def test_a_line_of_an_arabic_article_that_opens_in_arabic_runs_right_to_left(desk_report: Report) -> None:
    text = "سطر أول من نص عربي طويل بما يكفي لذلك\nالتاريخ: Tuesday, 18th September 2023 GMT\n"
    report = replace(desk_report, articles=(Article(Document("x.txt", text), ()),), findings=())
    assert '<p class="said" lang="ar" dir="rtl">التاريخ: Tuesday' in render("html", report)


def test_an_english_message_runs_left_to_right_though_it_opens_with_an_arabic_name(
    desk_report: Report,
) -> None:
    text = render("html", desk_report)
    assert (
        '<span lang="en" dir="ltr"><bdi lang="ar" dir="rtl">المنصورري</bdi> stands where three articles '
        'write <bdi lang="ar" dir="rtl">المنصوري</bdi></span>'
    ) in text


def test_several_places_of_one_article_share_a_side(desk_report: Report) -> None:
    text = render("html", desk_report)
    card = text[text.index('id="aa01"') : text.index('id="bb02"')]
    assert card.count('class="side compared"') == 3
    assert card.count('class="side flagged"') == 1
    assert "2 places" in card


def test_the_card_counts_the_forms(desk_report: Report) -> None:
    text = render("html", desk_report)
    card = text[text.index('id="aa01"') : text.index('id="bb02"')]
    assert '<bdi lang="ar">المنصوري</bdi> (5) · <bdi lang="ar">المنصورري</bdi> (1)' in card


def test_the_card_of_a_fact_says_who_tells_it(desk_report: Report) -> None:
    text = render("html", desk_report)
    tally = re.search(r'<p class="tally">Who tells it:.*?</p>', text, re.DOTALL)
    assert tally
    assert re.sub(r"<[^>]+>", "", tally[0]) == (
        "Who tells it: ✓ agrees 3 (desk, harbour, north) · ≠ differs 1 (coast) · – silent 1 (valley)"
    )


def test_the_silence_can_be_pasted(desk_report: Report) -> None:
    page = Page(render("html", desk_report))
    texts = [words for kind, words in page.parts if kind == "text"]
    assert 'check silence aa01 --reason "REASON"' in texts


def test_a_hostile_fingerprint_cannot_add_to_the_command(hostile_report: Report) -> None:
    page = Page(render("html", hostile_report))
    commands = [words for kind, words in page.parts if kind == "text" and words.startswith("check silence")]
    assert commands == ['check silence -fp- --reason "REASON"'] * 2


def test_the_verdict_tells_gate_counts_and_unread_files(desk_report: Report) -> None:
    text = render("html", desk_report)
    header = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", text[text.index("<header") : text.index("<nav")]))
    assert "✖ Gate fails – 2 errors, 2 warnings, 1 info, 1 silenced; limit: no errors" in header
    assert "Incomplete – 1 unreadable: torn.txt" in header
    assert (
        "5 articles · 2 dated · 1 with an inferred date · 2 undated · 10 claims · 9 pairs compared · 5 rules"
        in header
    )


def test_what_was_not_compared_is_told_by_reason(desk_report: Report) -> None:
    text = render("html", desk_report)
    unchecked = text[text.index('id="sec.unchecked"') :]
    assert unchecked.index("other measure") < unchecked.index("other time")
    assert "photo.jpg" in unchecked
    assert "1 silenced finding" in unchecked


def test_more_findings_than_the_page_holds_are_counted(desk_report: Report) -> None:
    finding = desk_report.findings[0]
    many = tuple(replace(finding, fingerprint=f"{number:04x}") for number in range(1003))
    text = render("html", replace(desk_report, findings=many), RenderOptions(no_articles=True))
    assert text.count('<article class="card') == 1000
    assert "3 more findings are not shown here; they are in the JSON report." in text


def test_more_compared_articles_than_stand_open_are_folded_not_dropped(desk_report: Report) -> None:
    finding = desk_report.findings[1]
    places = [replace(finding.locations[1], document=f"{number}.txt") for number in range(9)]
    many = replace(finding, locations=(finding.locations[0], *places))
    text = render("html", replace(desk_report, findings=(many,)))
    assert text.count('class="side compared"') == 9
    assert "<summary>6 more articles it was compared with</summary>" in text


def test_compared_articles_beyond_the_folded_ones_are_counted(desk_report: Report) -> None:
    finding = desk_report.findings[1]
    places = [replace(finding.locations[1], document=f"{number}.txt") for number in range(40)]
    many = replace(finding, locations=(finding.locations[0], *places))
    text = render("html", replace(desk_report, findings=(many,)))
    assert text.count('class="side compared"') == 12
    assert "<summary>37 more articles it was compared with</summary>" in text
    assert "28 more articles are not shown here; they are in the JSON report." in text


def test_of_a_large_corpus_the_touched_articles_stand_on_the_page_and_the_others_are_counted(
    desk_report: Report,
) -> None:
    valley = desk_report.articles[-1]
    more = tuple(replace(valley, document=replace(valley.document, id=f"{n}.txt")) for n in range(300))
    text = render("html", replace(desk_report, articles=(*desk_report.articles, *more)))
    page = Page(text)
    assert text.count('<article class="text"') == 4
    assert "301 more articles are not shown here" in text
    assert {target[1:] for target in page.all("href")} <= set(page.all("id"))


def test_many_articles_make_a_table_of_lists(desk_report: Report) -> None:
    extra = tuple(Article(Document(f"more-{number:02d}.txt", "سطر"), ()) for number in range(12))
    text = render("html", replace(desk_report, articles=desk_report.articles + extra))
    assert '<th scope="col">Agree</th><th scope="col">Differ</th>' in text


def test_severity_is_a_shape_and_a_word(desk_report: Report) -> None:
    text = render("html", desk_report)
    for severity, shape in ((Severity.ERROR, "✖"), (Severity.WARNING, "▲"), (Severity.INFO, "●")):
        assert f'<strong class="sign {severity.value}">{shape} {severity.value}</strong>' in text


def test_the_page_in_arabic_runs_right_to_left(desk_report: Report) -> None:
    text = render("html", desk_report, RenderOptions(language="ar"))
    assert '<html lang="ar" dir="rtl">' in text
    assert "<h1>5 ملاحظات في 5 مقالات</h1>" in text


def test_an_article_that_the_report_does_not_hold_is_named_without_a_link(desk_report: Report) -> None:
    text = render("html", replace(desk_report, articles=desk_report.articles[:1]))
    page = Page(text)
    assert {target[1:] for target in page.all("href")} <= set(page.all("id"))
    assert '<mark class="error">المنصورري</mark>' in text


def test_an_empty_report_still_makes_a_page(empty_report: Report) -> None:
    text = render("html", empty_report)
    assert "<h1>0 findings in 0 articles</h1>" in text
    assert "No fact is told by two articles" in text
    assert "No date is known." in text


def test_links_and_fingerprints_are_the_same_in_every_language(desk_report: Report) -> None:
    english, arabic = (
        Page(render("html", desk_report, RenderOptions(language=name))) for name in ("en", "ar")
    )
    assert english.all("id") == arabic.all("id")
