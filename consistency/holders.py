"""Who holds which office, as an article names them: «المتحدثة باسم الوزارة سلمى الراوي»."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from consistency.languages.arabic.lexicon import stem
from consistency.languages.arabic.mentions import Mention, is_title
from consistency.languages.arabic.normalise import Token, strip_proclitics
from consistency.languages.arabic.offices import office_noun, title_before, title_behind
from consistency.languages.arabic.roles import read_office
from consistency.parallel import Sentence

__all__ = ["Holder", "holders", "names_office"]


_FORMER = ("سابق", "اسبق", "راحل", "منتخب", "مرشح", "المقبل")


@dataclass(frozen=True)
class Holder:
    """A person with an office."""

    person: Mention
    head: str
    """The class of the office: minister, spokesman ..."""
    body: frozenset[str]
    """The stems of the words that say of what, without ranks."""
    sentence: Sentence


def names_office(sentence: Sentence) -> bool:
    """Whether a sentence names an office, so that it may name the holder."""
    return any(office_noun(word.folded) for word in sentence.words)


def holders(sentences: Iterable[Sentence], mentions: Sequence[Mention]) -> Iterator[Holder]:
    """The persons whose office their sentence names right before or behind them; former ones are none.

    :param sentences: those of an article that name an office.
    :param mentions: the persons and places in them.
    """
    for sentence in sentences:
        for mention in mentions:
            if mention.kind == "person" and sentence.start <= mention.start and mention.end <= sentence.end:
                for title in _titles(sentence, mention):
                    holder = _holder(sentence, mention, title)
                    if holder is not None:
                        yield holder


def _titles(sentence: Sentence, mention: Mention) -> Iterator[Sequence[Token]]:
    words, text = sentence.words, sentence.article.text
    first = next((k for k, word in enumerate(words) if word.end > mention.start), len(words))
    behind = next((k for k, word in enumerate(words) if word.start >= mention.end), len(words))
    for span in (title_before(text, words, first), title_behind(text, words, behind)):
        if span is not None:
            yield words[span[0] : span[1]]


def _holder(sentence: Sentence, mention: Mention, title: Sequence[Token]) -> Holder | None:
    stems = [rest for word in title for rest in (_bare(word.folded),)]
    if any(word.startswith(_FORMER) for word in stems):
        return None
    heads = [office.heads[0] for word in stems if (office := read_office([word])) and office.heads]
    if len(heads) != 1:
        return None
    body = frozenset(stem(word.folded) for word in title if not _aside(word.folded))
    return Holder(mention, heads[0], body, sentence) if body else None


def _aside(word: str) -> bool:
    """Whether a word of a title does not say of what it is: the office itself, «الرسمي», a rank."""
    return is_title(word) or read_office([_bare(word)]) is not None or office_noun(word) is not None


def _bare(word: str) -> str:
    """A word without particles and article."""
    return min((rest for _, rest in strip_proclitics(word) if len(rest) > 2), key=len, default=word)
