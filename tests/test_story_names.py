"""Names of a story whose spelling is in doubt, and the sentences that are read for them."""

from __future__ import annotations

from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from consistency.languages.arabic.mentions import Mention, NamedText, read_touching
from consistency.model import Article, Document, Passage, PassageKind
from consistency.name_forms import behind_particles, faces_of, key_of, level, levels, may_be_apart
from consistency.story_names import StoryNames
from consistency.story_names.near import alike_levels
from consistency.story_names.words import StoryWords

PERSON = "أكد الوزير سمير الطرابلسي أن الحديقة جاهزة."
SLIP = "وقال سمير الطرابسي إن الأسعار ستنخفض."
OTHER = "هطلت الأمطار على مدينة حلب صباح اليوم."


class Read:
    """The names of some articles, and the quotes of the mentions that were asked for."""

    def __init__(self, *texts: str, near: bool = True) -> None:
        """
        :param near: whether all texts are of one story, or each of its own.
        """
        self.articles = [_article(f"{k}.txt", text) for k, text in enumerate(texts)]
        self.asked: set[str] = set()
        everyone = frozenset(range(len(texts)))
        story = (lambda _: everyone) if near else (lambda article: frozenset((article,)))
        self.names = StoryNames(self.articles, _spans, story, self._mentions_in)

    def _mentions_in(self, asked: Iterable[tuple[Article, Iterable[tuple[int, int]]]]) -> list[list[Mention]]:
        texts = [(NamedText(article.text, _spans(article)), spans) for article, spans in asked]
        found = read_touching(texts)
        self.asked.update(mention.quote for mentions in found for mention in mentions)
        return found


def _article(name: str, text: str) -> Article:
    return Article(Document(name, text), (Passage(PassageKind.BODY, 0, len(text)),))


def _spans(article: Article) -> list[tuple[int, int]]:
    return [(passage.start, passage.end) for passage in article.passages]


def test_no_name_is_read_where_no_word_is_like_another() -> None:
    assert Read(PERSON, OTHER).asked == set()


def test_only_sentences_with_a_word_in_doubt_are_read() -> None:
    read = Read(f"{PERSON} {OTHER}", f"{OTHER} {SLIP}")
    assert any("سمير" in quote for quote in read.asked)
    assert not any("حلب" in quote for quote in read.asked)


def test_a_word_one_slip_away_beside_the_same_word_of_a_name_is_a_slip() -> None:
    slips = Read(PERSON, SLIP).names.slips
    assert (key_of("سمير الطرابسي"), key_of("سمير الطرابلسي")) in {(one.wrong, one.right) for one in slips}


def test_the_uses_of_both_forms_are_known_by_article() -> None:
    uses = Read(PERSON, SLIP).names.uses
    assert {use.article for use in uses[key_of("سمير الطرابلسي")]} == {0}
    assert {use.article for use in uses[key_of("سمير الطرابسي")]} == {1}


def test_company_is_read_for_a_word_that_nothing_doubts() -> None:
    names = Read(PERSON).names
    assert names.company("سمير") == {0: {key_of("الطرابلسي")[0]}}
    assert names.company("التجار") == {}


def test_a_word_may_be_what_its_particles_leave() -> None:
    assert set(faces_of(["وبدمشق"]).forms) >= {"وبدمشق", "بدمشق", "دمشق"}
    assert faces_of(["تونس"]).forms == ["تونس"]


@given(st.lists(st.text("وفبلكءؤپڤاسجيدمة1", min_size=1, max_size=6), min_size=1, max_size=9, unique=True))
def test_whatever_particles_leave_of_a_word_in_one_houses_letters_is_a_face_of_it(words: list[str]) -> None:
    found = faces_of(words)
    faces = set(zip(found.levels, found.words, strict=True))
    assert faces >= {(rest, word) for word in words for rest in behind_particles(level(word))}


@given(st.sets(st.text("بتسشدرقغوي", max_size=2), min_size=2))
def test_no_pair_of_words_that_may_be_apart_is_ruled_out_by_its_letters(inside: set[str]) -> None:
    story = StoryWords(
        [_article("a.txt", " ".join(f"مر{letters}بينا" for letters in sorted(inside)))], _spans
    )
    one, other = alike_levels(story)
    found = {frozenset(pair) for pair in zip(one.tolist(), other.tolist(), strict=True)}
    for k, a in enumerate(story.levels):
        for j, b in enumerate(story.levels):
            if may_be_apart(a, b, level(a), level(b)):
                assert frozenset((k, j)) in found


@given(st.lists(st.one_of(st.sampled_from(["جورج", "ڤيينا", "1.5", "ـ", "ء"]), st.text(max_size=8))))
def test_many_words_are_written_in_one_house_s_letters_as_each_alone(words: list[str]) -> None:
    assert levels(words) == [level(word) for word in words]


def test_a_name_does_not_run_on_from_one_article_to_the_next() -> None:
    names = Read(PERSON, f"{OTHER} سمير", f"الطرابسي {OTHER}").names
    assert not names.uses[key_of("سمير الطرابسي")]


def test_articles_without_a_word_have_no_names() -> None:
    assert not Read("", " ").names.slips


def test_no_article_is_corrected_by_one_of_another_story() -> None:
    read = Read(PERSON, SLIP, near=False)
    assert not read.names.slips
    assert read.asked == set()
