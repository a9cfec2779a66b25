"""A small report made by hand: five invented articles about the opening of a bridge that does not exist."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from consistency.model import (
    Article,
    Claim,
    ClaimGroup,
    Comparison,
    Confidence,
    Corpus,
    Document,
    Finding,
    Location,
    Passage,
    PassageKind,
    PublicationDate,
    Report,
    RuleCard,
    Severity,
    SkippedDocument,
    TimeSlot,
)

NORTH = """افتتاح جسر الوادي الكبير يوم الخميس
تاريخ النشر: 3 مايو 2022
تفتتح وزيرة النقل ليلى المنصوري، الخميس 5 مايو، جسر الوادي الكبير الذي بلغت كلفته 40 مليون دولار.
وقالت المنصوري إن الجسر يختصر الطريق إلى الميناء بنحو ساعة.
اقرأ أيضا
فريق الساحل يفوز بكأس الشاطئ للمرة الثالثة
تغلب فريق الساحل على ضيفه بهدفين، ورفع رصيده إلى تسع نقاط.
وأهدى المدرب الفوز إلى الجمهور.
"""
COAST = """وزيرة النقل تدشن جسر الوادي الكبير
قالت الوزيرة ليلى المنصوري إن جسر الوادي الكبير يفتح يوم السبت 7 مايو أمام السيارات.
وأضافت ليلى المنصوري أن كلفة الجسر 40 مليون دولار.
"""
HARBOUR = """مدينة الميناء - 4 مايو 2022
من المنتظر أن تفتتح ليلى المنصورري جسر الوادي الكبير يوم الخميس المقبل.
ويبلغ طول الجسر 900 متر.
"""
VALLEY = """الجسر الجديد يقرب الميناء
يبلغ طول جسر الوادي الكبير 900 متر، وكلفته 40 مليون دولار، حسب وزارة النقل.
"""
DESK = """Great Valley bridge opens on Thursday
Transport minister Laila Al Mansouri (ليلى المنصوري) opens the bridge on 5 May 🎉 ليلى المنصوري
"""

TEXTS = {
    "coast.txt": COAST,
    "desk-en.txt": DESK,
    "harbour.txt": HARBOUR,
    "north.txt": NORTH,
    "valley.txt": VALLEY,
}


def place(document: str, text: str, quote: str, nth: int = 0) -> Location:
    """The nth place where a text has these words."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(quote, start + 1)
    line = text.count("\n", 0, start) + 1
    column = start - (text.rfind("\n", 0, start) + 1) + 1
    return Location(document, start, start + len(quote), line, column, quote)


def _at(document: str, quote: str, nth: int = 0) -> Location:
    return place(document, TEXTS[document], quote, nth)


def _claim(number: int, document: str, quote: str, time: TimeSlot | None = None, group: str = "") -> Claim:
    spot = _at(document, quote)
    return Claim(f"c{number}", document, spot.start, spot.end, quote, time=time, group=group or None)


def _articles() -> tuple[Article, ...]:
    def article(name: str, kinds: dict[str, PassageKind], **frame: object) -> Article:
        text = TEXTS[name]
        passages, start = [], 0
        for row in text.splitlines():
            kind = next(
                (kind for opening, kind in kinds.items() if row.startswith(opening)), PassageKind.BODY
            )
            passages.append(Passage(kind, start, start + len(row)))
            start += len(row) + 1
        return Article(Document(name, text), tuple(passages), **frame)  # type: ignore[arg-type]

    foreign = dict.fromkeys(["فريق الساحل", "تغلب فريق", "وأهدى"], PassageKind.FOREIGN)
    return (
        article("coast.txt", {"وزيرة": PassageKind.HEADLINE}, title="وزيرة النقل تدشن جسر الوادي الكبير"),
        article(
            "desk-en.txt", {"Great": PassageKind.HEADLINE}, title="Great Valley bridge opens on Thursday"
        ),
        article(
            "harbour.txt",
            {"مدينة": PassageKind.DATELINE},
            published=PublicationDate("2022-05-04", "2022-05-04", True, "stated in line 1", 15, 26),
        ),
        article(
            "north.txt",
            {
                "افتتاح": PassageKind.HEADLINE,
                "تاريخ": PassageKind.DATELINE,
                "اقرأ": PassageKind.TEASER,
                **foreign,
            },
            title="افتتاح جسر الوادي الكبير يوم الخميس",
            publisher="جريدة الشمال",
            wire=("afp",),
            published=PublicationDate("2022-05-03", "2022-05-03", True, "stated in line 2", 49, 59),
        ),
        article(
            "valley.txt",
            {"الجسر": PassageKind.HEADLINE},
            published=PublicationDate("2022-04-20", "2022-05-02", False, "before the opening it announces"),
        ),
    )


THURSDAY = TimeSlot("2022-05-05T00:00:00", "2022-05-06T00:00:00", "day", "الخميس 5 مايو")
SATURDAY = TimeSlot("2022-05-07T00:00:00", "2022-05-08T00:00:00", "day", "السبت 7 مايو")


def _claims() -> tuple[Claim, ...]:
    cost = "كلفته 40 مليون دولار"
    return (
        _claim(
            1,
            "north.txt",
            "تفتتح وزيرة النقل ليلى المنصوري، الخميس 5 مايو، جسر الوادي الكبير",
            THURSDAY,
            "g1",
        ),
        _claim(2, "coast.txt", "جسر الوادي الكبير يفتح يوم السبت 7 مايو أمام السيارات", SATURDAY, "g1"),
        _claim(3, "harbour.txt", "تفتتح ليلى المنصورري جسر الوادي الكبير يوم الخميس المقبل", THURSDAY, "g1"),
        _claim(4, "desk-en.txt", "opens the bridge on 5 May", THURSDAY, "g1"),
        _claim(5, "north.txt", cost, None, "g2"),
        _claim(6, "coast.txt", "كلفة الجسر 40 مليون دولار", None, "g2"),
        _claim(7, "valley.txt", "وكلفته 40 مليون دولار", None, "g2"),
        _claim(8, "harbour.txt", "ويبلغ طول الجسر 900 متر", None, "g3"),
        _claim(9, "valley.txt", "يبلغ طول جسر الوادي الكبير 900 متر", None, "g3"),
        _claim(10, "north.txt", "الجسر يختصر الطريق إلى الميناء بنحو ساعة", None, "g4"),
    )


def _groups() -> tuple[ClaimGroup, ...]:
    opening = (
        Comparison("c1", "c2", "conflicts", "the days do not overlap", 0.81),
        Comparison("c1", "c3", "agrees", "the same day", 0.84),
        Comparison("c1", "c4", "agrees", "the same day", 0.71),
        Comparison("c2", "c3", "conflicts", "the days do not overlap", 0.78),
        Comparison("c2", "c4", "conflicts", "the days do not overlap", 0.7),
        Comparison("c3", "c4", "agrees", "the same day", 0.69),
    )
    cost = (
        Comparison("c5", "c6", "agrees", "the same sum", 0.8),
        Comparison("c5", "c7", "not_comparable", "other_measure", 0.6),
    )
    length = (Comparison("c8", "c9", "agrees", "the same length", 0.9),)
    return (
        ClaimGroup("g1", ("c1", "c2", "c3", "c4"), opening),
        ClaimGroup("g2", ("c5", "c6", "c7"), cost),
        ClaimGroup("g3", ("c8", "c9"), length),
        ClaimGroup("g4", ("c10",)),
    )


def _findings() -> tuple[Finding, ...]:
    item_start = NORTH.index("فريق الساحل يفوز")
    item = NORTH[item_start : NORTH.index("الجمهور.") + len("الجمهور.")]
    return (
        Finding(
            "name-style-differs",
            "name",
            Severity.INFO,
            Confidence.MEDIUM,
            "Articles write the name in two scripts",
            (
                _at("desk-en.txt", "Laila Al Mansouri"),
                _at("coast.txt", "ليلى المنصوري"),
                _at("coast.txt", "ليلى المنصوري", 1),
            ),
            ("one article writes it in Latin letters",),
            "Nothing need be done.",
            "cc03",
            "laila-al-mansouri",
        ),
        Finding(
            "name-misspelt",
            "name",
            Severity.ERROR,
            Confidence.HIGH,
            "المنصورري stands where three articles write المنصوري",
            (
                _at("harbour.txt", "المنصورري"),
                _at("coast.txt", "المنصوري"),
                _at("coast.txt", "المنصوري", 1),
                _at("desk-en.txt", "المنصوري"),
                _at("desk-en.txt", "المنصوري", 1),
                _at("north.txt", "المنصوري"),
            ),
            ("«المنصورري» differs from «المنصوري» by one letter", "no other article writes it so"),
            "Write «المنصوري».",
            "aa01",
            "laila-al-mansouri",
        ),
        Finding(
            "event-date-conflict",
            "claims",
            Severity.ERROR,
            Confidence.MEDIUM,
            "coast.txt opens the bridge on 7 May, three articles on 5 May",
            (
                _at("coast.txt", "السبت 7 مايو"),
                _at("harbour.txt", "الخميس المقبل"),
                _at("north.txt", "الخميس 5 مايو"),
            ),
            ("the claims were aligned: similarity 0.81", "the days do not overlap"),
            "Ask the ministry which day holds.",
            "bb02",
            "event-date-conflict",
        ),
        Finding(
            "unrelated-passage",
            "passage",
            Severity.WARNING,
            Confidence.HIGH,
            "The last lines of north.txt tell another story",
            (place("north.txt", NORTH, item), _at("north.txt", "افتتاح جسر الوادي الكبير يوم الخميس")),
            ("no other article tells it", "it follows a line that opens related items"),
            "Cut the lines.",
            "dd04",
            "unrelated-passage",
        ),
        Finding(
            "missing-date",
            "document",
            Severity.WARNING,
            Confidence.HIGH,
            "coast.txt bears no publication date",
            (_at("coast.txt", "وزيرة النقل تدشن جسر الوادي الكبير"),),
            ("no date was found in the frame of the text",),
            "Add the date of publication.",
            "ee05",
            "missing-date",
        ),
    )


def _rules() -> tuple[RuleCard, ...]:
    return (
        RuleCard(
            "name-misspelt",
            "name",
            Severity.ERROR,
            "A name is misspelt",
            "A reader takes two spellings for two people.",
            "افتتحت ليلى المنصورري الجسر.",
            "افتتحت ليلى المنصوري الجسر.",
        ),
        RuleCard(
            "event-date-conflict",
            "claims",
            Severity.ERROR,
            "Sources date the same event differently",
            "A reader cannot tell which day it happened.",
        ),
        RuleCard(
            "unrelated-passage",
            "passage",
            Severity.WARNING,
            "A passage belongs to another story",
            "It puts other people's words into this one.",
        ),
        RuleCard(
            "missing-date",
            "document",
            Severity.WARNING,
            "An article bears no date",
            "Words such as «today» say nothing without it.",
        ),
        RuleCard(
            "number-conflict",
            "claims",
            Severity.ERROR,
            "Sources give different numbers",
            "One of them is wrong.",
        ),
    )


@pytest.fixture
def desk_report() -> Report:
    """Five articles, five findings, one silenced, one unreadable file."""
    findings = _findings()
    corpus = Corpus(
        documents=5,
        claims=10,
        groups=4,
        unreadable=(
            SkippedDocument("torn.txt", "is not text: it holds a NUL in its first line; export it again"),
        ),
        compared_pairs=9,
        not_comparable={"other_time": 2, "other_measure": 3},
    )
    silenced = (replace(findings[0], fingerprint="ff06", message="A house style that the desk has settled"),)
    return Report(
        corpus=corpus,
        findings=findings,
        articles=_articles(),
        claims=_claims(),
        groups=_groups(),
        rules=_rules(),
        silenced=silenced,
        encoder="embedded",
        skipped_files=("photo.jpg",),
    )


@pytest.fixture
def clean_report(desk_report: Report) -> Report:
    """The same articles, and nothing found."""
    corpus = replace(desk_report.corpus, unreadable=())
    return replace(desk_report, findings=(), silenced=(), skipped_files=(), corpus=corpus)


@pytest.fixture
def empty_report() -> Report:
    """Nothing read at all."""
    return Report(Corpus(), (), (), (), (), ())


@pytest.fixture
def crowded_report(desk_report: Report) -> Report:
    """Five hundred findings, each with a fingerprint that occurs twice."""
    findings = tuple(
        replace(desk_report.findings[number % 5], fingerprint=f"{number // 2:04x}") for number in range(500)
    )
    return replace(desk_report, findings=findings)


HOSTILE = (
    "<script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\"> ' </style>"
    " </textarea> {{7*7}} {% raw %} {0} \u202eevil\u2069\u2069 \x00 \x1b[31m &amp; ]]> --> <!-- @user #1 [a](http://x)"
    " `c` ``` | * _ 1. - ::error::x\r\n::error::y\n# z\u2028w\x85v\ufffe"
)
HOSTILE_NAME = "a<b>\"'&:,%\udcff\u202e\n::error::.txt"


@pytest.fixture
def hostile_report() -> Report:
    """Markup, commands, controls and direction marks wherever an article or a rule can put them."""
    text = HOSTILE + "\r\nسطر ثان \u202eمقلوب\x00 انتهى\n"
    flagged, compared = place(HOSTILE_NAME, text, text[:40]), place(HOSTILE_NAME, text, text[120:-3])
    finding = Finding(
        "rule<b>:,%",
        "name",
        Severity.ERROR,
        Confidence.HIGH,
        HOSTILE,
        (flagged, compared),
        (HOSTILE,),
        HOSTILE,
        '"><fp \n',
        HOSTILE,
    )
    first = Article(
        Document(HOSTILE_NAME, text),
        (Passage(PassageKind.HEADLINE, 0, 20, HOSTILE),),
        HOSTILE,
        HOSTILE,
        (HOSTILE,),
        PublicationDate("2022-05-01", "2022-05-01", True, HOSTILE),
    )
    second = Article(Document("b.txt", "x y z"), ())
    claims = (
        Claim("c1", HOSTILE_NAME, 0, 40, text[:40], time=TimeSlot("bad", "worse", "day", HOSTILE)),
        Claim("c2", "b.txt", 0, 5, "x y z", place=HOSTILE),
    )
    pair = Comparison("c1", "c2", "not_comparable", HOSTILE, 0.1)
    skipped = SkippedDocument(HOSTILE_NAME, HOSTILE)
    return Report(
        corpus=Corpus(2, 2, 1, (skipped,), 0, {HOSTILE: 1}),
        findings=(finding, finding),
        articles=(first, second),
        claims=claims,
        groups=(ClaimGroup("g", ("c1", "c2", "missing"), (pair,)),),
        rules=(RuleCard("rule<b>:,%", "name", Severity.ERROR, HOSTILE, HOSTILE),),
        silenced=(finding,),
        encoder=HOSTILE,
        skipped_files=(HOSTILE_NAME,),
    )


@pytest.fixture
def find_place() -> Callable[..., Location]:
    """The function that makes a Location from a text and a quote."""
    return place
