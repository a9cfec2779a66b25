"""Persons and places in running text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consistency.languages.arabic.mentions import find_names
from consistency.languages.arabic.mentions.cued import placed
from consistency.languages.arabic.mentions.features import Word, features, readings, split
from consistency.languages.arabic.mentions.tagger import Tagger, spans


def named(text: str) -> list[tuple[str, str]]:
    return [(mention.quote, mention.kind) for mention in find_names(text)]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("وصل وزير الخارجية المصري سامح شكري إلى لندن أمس.", "سامح شكري", "person"),
        ("وصل وزير الخارجية المصري سامح شكري إلى لندن أمس.", "لندن", "place"),
        ("وقال الرئيس الفرنسي جاك شيراك إن بلاده ستدرس الأمر.", "جاك شيراك", "person"),
        ("عقد المؤتمر في مدينة برشلونة الإسبانية.", "برشلونة", "place"),
        ("تنطلق القافلة من القاهرة إلى الخرطوم.", "القاهرة", "place"),
    ],
)
def test_a_name_beside_its_cue_is_found(text: str, name: str, kind: str) -> None:
    assert any(name in quote and found == kind for quote, found in named(text))


def test_a_particle_does_not_belong_to_the_name() -> None:
    text = "زار الوفد فرنسا وألمانيا وإيطاليا."
    assert ("ألمانيا", "place") in named(text)


def test_titles_and_offices_do_not_belong_to_the_name() -> None:
    assert ("خالد بن سعد", "person") in named("استقبل الأمير خالد بن سعد نائب وزير الزراعة وفدا من التجار.")


@pytest.mark.parametrize(
    ("text", "name", "title"),
    [
        (
            "يبدأ وزير المالية الكوري، تشوي مين سوك، زيارة إلى أوسلو.",
            "تشوي مين سوك",
            ("وزير", "المالية", "الكوري"),
        ),
        ("وقال المهندس راضي السويلمي إن العمل مستمر.", "راضي السويلمي", ("المهندس",)),
        ("ويقوم السيد أوبونغا بزيارة مدتها أسبوع.", "أوبونغا", ("السيد",)),
    ],
)
def test_an_unknown_name_behind_an_office_is_a_person(text: str, name: str, title: tuple[str, ...]) -> None:
    found = [mention for mention in find_names(text) if mention.quote == name]
    assert [(mention.kind, mention.title) for mention in found] == [("person", title)]


def test_an_unknown_word_before_a_side_of_the_world_is_a_place() -> None:
    words = split("سقط المطر في تيركولاند شرقي البلاد")
    assert [words[place].folded for place in placed(words)] == ["تيركولاند"]


@pytest.mark.parametrize(
    "text", ["الوزير أكد أن القرار نهائي.", "رئيس نادي المدينة وصل.", "المتحدث باسم الوزارة قال."]
)
def test_no_verb_and_no_noun_behind_a_title_is_a_name(text: str) -> None:
    assert [mention for mention in find_names(text) if mention.title] == []


def test_a_text_without_names_has_none() -> None:
    assert named("ارتفعت الأسعار في الأسواق هذا العام بنسبة كبيرة.") == []


@given(st.text(alphabet="ابتجدرسلمنوي أة.،؟\n0A", max_size=80))
def test_spans_are_ordered_and_lie_in_the_text(text: str) -> None:
    end = 0
    for start, stop, _, quote, _ in find_names(text):
        assert text[start:stop] == quote
        assert end <= start < stop <= len(text)
        assert text[start:stop].strip() == text[start:stop]
        end = stop


def test_words_and_marks_are_split_with_their_places() -> None:
    text = "زار (لندن)"
    assert [text[word.start : word.end] for word in split(text)] == ["زار", "(", "لندن", ")"]


@given(st.text(alphabet="ابجد5٥ ًـ،.,_(\n", max_size=40), st.integers(0, 10))
def test_every_letter_digit_and_mark_stands_in_one_word(text: str, start: int) -> None:
    words = split(text, start)
    assert all(word.text == text[word.start : word.end] for word in words)
    assert all(a.end <= b.start for a, b in pairwise(words))
    left = set(range(start, len(text))) - {k for word in words for k in range(word.start, word.end)}
    assert all(text[k].isspace() for k in left)
    assert not any(a.end == b.start and (a.text[-1] + b.text[0]).isalnum() for a, b in pairwise(words))


def test_readings_keep_the_article() -> None:
    assert ("و", "القاهرة") in readings("والقاهرة")
    assert ("ل", "القاهرة") in readings("للقاهرة")


def test_each_word_is_told_of_its_neighbours() -> None:
    told = features(split("مدينة لندن"))
    assert "-1:places" in told[1]
    assert "place" in told[1]


def test_the_inside_of_a_name_follows_its_beginning() -> None:
    data = {
        "tags": ["B-person", "I-person", "O"],
        "moves": {"B-person I-person": 1.0, "O O": 0.0, "O B-person": 0.0, "I-person O": 0.0},
        "states": {"w=زيد": {"I-person": 5.0, "B-person": 4.0}, "w=قال": {"O": 9.0}},
    }
    assert Tagger(data).tag(split("قال زيد")) == ["O", "B-person"]


def test_tags_become_spans() -> None:
    words = [Word(0, 2, "اب", "اب"), Word(3, 5, "جد", "جد"), Word(6, 8, "هو", "هو")]
    assert spans(words, ["B-person", "I-person", "B-place"]) == [(0, 5, "person"), (6, 8, "place")]
