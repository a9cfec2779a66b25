"""Folding Arabic spelling for matching, with the way back to the raw text.

Folding removes what never tells two words apart in print (short vowels, shadda, tatweel,
direction marks) and unifies hamza seats on alif and digit systems.  It keeps ى and ي, ة and ه,
and every consonant apart: those differences are what a spelling check looks for.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from functools import lru_cache
from itertools import accumulate, repeat
from typing import NamedTuple

from consistency.memo import Memo

__all__ = [
    "PLAIN_WORD",
    "PROCLITICS",
    "Token",
    "Words",
    "first_token",
    "fold_letters",
    "fold_text",
    "fold_word",
    "last_token",
    "loose",
    "strip_proclitics",
    "tokens",
    "words_of",
    "written_words",
]

_DROPPED = frozenset(
    [chr(c) for c in range(0x0610, 0x061B)]
    + [chr(c) for c in range(0x064B, 0x0660)]  # short vowels, shadda, sukun, hamza above and below
    + [chr(c) for c in (0x0640, 0x0670)]  # tatweel, dagger alif
    + [chr(c) for c in range(0x06D6, 0x06EE) if c not in (0x06DD, 0x06DE, 0x06E5, 0x06E6, 0x06E9)]
    + [chr(c) for c in (0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x00AD, 0xFEFF, 0x061C)]
    + [chr(c) for c in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))]
)
_UNIFIED = {ord(c): "ا" for c in "أإآٱ"}
_UNIFIED |= {0x06A9: "ك", 0x06CC: "ي", 0x06C1: "ه", 0x06AF: "گ"}  # Persian and Urdu letter shapes
_UNIFIED |= {0x0660 + i: str(i) for i in range(10)} | {0x06F0 + i: str(i) for i in range(10)}
_TABLE = dict.fromkeys(map(ord, _DROPPED), "") | _UNIFIED
_LAM_ALIF = {"ﻻ": "لا", "ﻷ": "لا", "ﻹ": "لا", "ﻵ": "لا", "ﻼ": "لا", "ﻸ": "لا", "ﻺ": "لا", "ﻶ": "لا"}
_TABLE |= {ord(c): pair for c, pair in _LAM_ALIF.items()}
_SEATS = "أإآٱ"
_FOLDED = re.compile(f"[{''.join(re.escape(chr(code)) for code in sorted(_TABLE))}]+")

_WORD = re.compile(r"[^\W\d_]+(?:[ً-ٰٟـ]+[^\W\d_]*)*|\d+(?:[.,٫٬]\d+)*", re.UNICODE)
PLAIN_WORD = "[\u0621-\u063a\u0641-\u064a]++(?=[ \u060c.\n])"
"""Pattern of what most words are, letters with a blank or a stop behind them; sooner told than all others."""
_BETWEEN = re.compile(f"({PLAIN_WORD}|{_WORD.pattern})")
"""Cuts a text into what stands between words, and the words, in turn."""
_STOPS = frozenset('،.:؛؟!»”")')
"""What often ends a word, and is of no word or number."""
_LONG = 400
"""Code points of a text from which on its tokens are worth keeping."""
PROCLITICS = (
    "وبال", "فبال", "وكال", "ولل", "فلل", "وال", "فال", "بال", "كال", "لل",
    "وب", "ول", "وك", "فب", "فل", "فك", "ال", "و", "ف", "ب", "ل", "ك",
)  # fmt: skip
_BY_LETTER = {
    letter: tuple(sorted((p for p in PROCLITICS if p[0] == letter), key=len)) for letter in "وفبكلا"
}
"""Particles by their first letter, the shortest first."""
_LOOSE = str.maketrans({"ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي", "ء": ""})


class Token(NamedTuple):
    """A word or number: raw span in code points, the word folded."""

    start: int
    end: int
    text: str
    folded: str


class Words(NamedTuple):
    """Words and numbers of a text in columns, in order; not to be changed."""

    tokens: list[Token]
    starts: list[int]
    folded: list[str]
    gaps: list[str]
    """What stands before each."""

    def part(self, first: int, behind: int) -> Words:
        """The words from an index up to another."""
        return Words(
            self.tokens[first:behind],
            self.starts[first:behind],
            self.folded[first:behind],
            self.gaps[first:behind],
        )


def fold_text(text: str) -> str:
    """The folded form of a text of any length.

    The seats of hamza, by far the commonest letters to fold, are replaced all at once.
    """
    for seat in _SEATS:
        text = text.replace(seat, "ا")
    return _FOLDED.sub(_folded_letter, text)


def _folded_letter(match: re.Match[str]) -> str:
    return match[0].translate(_TABLE)


def fold_letters(word: str) -> str:
    """The same for a few letters, where looking each of them up takes half as long: a word not met before."""
    return word.translate(_TABLE)


fold_word: Callable[[str], str] = Memo(fold_letters).__getitem__
"""The folded form of a word or a short phrase."""


def loose(folded: str) -> str:
    """Fold further what Arabic houses write in two ways: ى/ي, ة/ه and the seats of hamza."""
    return folded.translate(_LOOSE)


def written_words(text: str) -> list[str]:
    """The words and numbers of a text as they are written, where their places do not matter."""
    chunks, found = text.split(), list[str]()
    for chunk, one_word in zip(chunks, map(str.isalpha, chunks), strict=True):
        if one_word:
            found.append(chunk)
        else:
            found += _WORD.findall(chunk)
    return found


def first_token(text: str) -> Token | None:
    """The first word or number of a text, if there is one."""
    match = _WORD.search(text)
    return Token(*match.span(), match[0], fold_word(match[0])) if match else None


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Words and numbers of ``text[start:end]`` in order, with raw spans."""
    stop = len(text) if end is None else end
    if len(text) >= _LONG:
        return _tokens_between(_cut(text).words, text, start, stop)
    return _columns(text[start:stop], start).tokens


def _tokens_between(words: Words, text: str, start: int, stop: int) -> list[Token]:
    """The tokens of a part of a text; of a word that an end of the part cuts, what stands inside."""
    first, behind = bisect_left(words.starts, start), bisect_left(words.starts, stop)
    if first < behind and first and words.tokens[first - 1].end == words.starts[first] > start:
        return _columns(text[start:stop], start).tokens  # without its letter a digit goes on with the next
    found = words.tokens[first:behind]
    if found and found[-1].end > stop:
        cut = found.pop().start
        found += _columns(text[cut:stop], cut).tokens
    if first:
        end = words.tokens[first - 1].end
        if end > start:
            found[:0] = _columns(text[start : min(end, stop)], start).tokens
    return found


def words_of(text: str, start: int = 0, end: int | None = None) -> Words:
    """The same in columns."""
    cut = _cut(text)
    if end is None and not start:
        return cut.words
    span = (start, len(text) if end is None else end)
    part = cut.parts.get(span)
    if part is None:
        part = cut.parts[span] = _part(cut.words, text, *span)
    return part


def _part(words: Words, text: str, start: int, stop: int) -> Words:
    whole = _whole(words, start, stop)
    return words.part(*whole) if whole is not None else _columns(text[start:stop], start)


def last_token(text: str, start: int, end: int) -> Token | None:
    """The last word or number of ``text[start:end]``, if there is one."""
    if len(text) >= _LONG:
        words = _cut(text).words
        place = bisect_left(words.starts, end) - 1
        if place >= 0 and words.starts[place] >= start and words.tokens[place].end <= end:
            return words.tokens[place]
    return next(reversed(tokens(text, start, end)), None)


def _whole(words: Words, start: int, stop: int) -> tuple[int, int] | None:
    """Which words of a text lie in a span; None where an end of it cuts one of them."""
    first, behind = bisect_left(words.starts, start), bisect_left(words.starts, stop)
    cut = (first and words.tokens[first - 1].end > start) or (behind and words.tokens[behind - 1].end > stop)
    return None if cut else (first, behind)


class _Cut(NamedTuple):
    """The words of a text, and of those of its parts that were asked for."""

    words: Words
    parts: dict[tuple[int, int], Words]


@lru_cache(maxsize=128)
def _cut(text: str) -> _Cut:
    """A text cut into words, kept: every stage asks for the same passages of the same few articles."""
    return _Cut(_columns(text, 0), {})


def _columns(text: str, start: int) -> Words:
    """Nothing but the cut is done word by word."""
    pieces, folded = _pieces(text)
    places = list(accumulate(map(len, pieces), initial=start))
    words, starts = pieces[1::2], places[1:-1:2]
    spans = zip(starts, places[2::2], words, folded, strict=True)
    return Words(list(map(tuple.__new__, repeat(Token), spans)), starts, folded, pieces[:-1:2])


def _pieces(text: str) -> tuple[list[str], list[str]]:
    """What stands between words, and the words, in turn; and the folded words.

    Most words are what stands between two blanks, or that with a stop; and they are folded with their text.
    """
    chunks, between = text.split(" "), _BETWEEN_BLANKS.__getitem__
    pieces, words, gap = list[str](), list[str](), ""
    for chunk, folded, one_word in zip(
        chunks, fold_text(text).split(" "), map(str.isalpha, chunks), strict=True
    ):
        if one_word:
            pieces.append(gap)
            pieces.append(chunk)
            words.append(folded)
            gap = " "
        elif chunk[-1:] in _STOPS and (word := chunk[:-1]).isalpha():
            pieces.append(gap)
            pieces.append(word)
            words.append(folded[:-1])
            gap = chunk[-1] + " "
        else:
            before, inside, behind, folds = between(chunk)
            if inside:
                pieces.append(gap + before)
                pieces += inside
                words += folds
                gap = behind + " "
            else:
                gap += before + " "
    pieces.append(gap[:-1])
    return pieces, words


def _between(chunk: str) -> tuple[str, list[str], str, list[str]]:
    """Before the words of a chunk, the words with what parts them, behind them; and the words folded."""
    before, *inside = _BETWEEN.split(chunk)
    if not inside:
        return before, [], "", []
    return before, inside[:-1], inside[-1], [fold_letters(word) for word in inside[:-1:2]]


_BETWEEN_BLANKS = Memo(_between)
"""Most of what is more than a word comes again: a word of news with its vowel, a number."""


@lru_cache(maxsize=2**15)
def strip_proclitics(folded: str) -> tuple[tuple[str, str], ...]:
    """Every reading of a folded word as (particles, rest), the whole word first.

    «ولبوتين» gives ("", "ولبوتين"), ("و", "لبوتين"), ("ول", "بوتين").  A rest shorter than two
    letters is no word.  «لل» and «ولل» hide the alif of the article, so their rest stands without it.
    """
    readings = [("", folded)]
    for particles in _BY_LETTER.get(folded[:1], ()):
        if len(folded) >= len(particles) + 2 and folded.startswith(particles):
            readings.append((particles, folded[len(particles) :]))
    return tuple(readings)
