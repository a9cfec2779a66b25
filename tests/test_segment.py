"""What each line of a page is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from consistency.model import Document, Finding, PassageKind
from consistency.segment import segment

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "cases" / "segment.yaml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_lines_are_told_by_kind(case: dict[str, Any]) -> None:
    text = "\n".join(line for row in case["lines"] for line in row.values())
    article = segment(Document("a.txt", text))
    told = {}
    for passage in article.passages:
        for line in text[passage.start : passage.end].split("\n"):
            told.setdefault(line, passage.kind.value)
    expected = {}
    for row in case["lines"]:
        for kind, line in row.items():
            if line.strip():
                expected.setdefault(line, kind)
    assert told == expected
    for name, value in case.get("article", {}).items():
        given = getattr(article, name)
        if name == "published":
            given = given and given.earliest
        assert (list(given) if isinstance(given, tuple) else given) == value


def test_passages_are_in_order_and_do_not_overlap() -> None:
    for case in CASES:
        text = "\n".join(line for row in case["lines"] for line in row.values())
        end = 0
        for passage in segment(Document("a.txt", text)).passages:
            assert end <= passage.start < passage.end <= len(text)
            end = passage.end


@pytest.mark.parametrize("text", ["كلمة", ".", "\u200f\n\n", "a\n" * 500, "اقرأ أيضا", "اقرأ أيضا\nعنوان"])
def test_odd_texts_are_taken_apart_without_a_fault(text: str) -> None:
    kinds = {passage.kind for passage in segment(Document("a.txt", text)).passages}
    assert kinds <= set(PassageKind)


COUNCIL = (
    "مجلس المدينة يقر ميزانية الطرق\nأقر مجلس مدينة صفرو أمس ميزانية الطرق للعام المقبل بعد نقاش دام ثلاث ساعات.\n"
    "وقال رئيس المجلس إن الميزانية تكفي لإصلاح أربعين كيلومترا من الطرق.\nوصوت ضدها عضوان من المعارضة.\n"
)


@pytest.mark.parametrize(
    ("item", "severity"),
    [
        (
            "افتتاح معرض الخزف في تطوان\nيعرض خمسون حرفيا أعمالهم في معرض الخزف الذي افتتح أمس في تطوان ويستمر أسبوعا.\n"
            "ودعت الغرفة الحرفية الزوار إلى الحضور.",
            "error",
        ),
        (
            "شروط الإصلاح\nينبغي أن يختار المهندسون المواد وأن تراقب اللجنة الأشغال.\nوينبغي أن تدفع الأجور في وقتها.",
            "warning",
        ),
    ],
    ids=["another story", "perhaps a section"],
)
def test_what_is_hardly_in_doubt_alone_is_an_error(
    item: str, severity: str, findings_in: Callable[..., list[Finding]]
) -> None:
    found = [f for f in findings_in(COUNCIL + item) if f.rule == "unrelated-passage"]
    assert [f.severity for f in found] == [severity]
