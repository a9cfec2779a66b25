"""How common a word is in Arabic news, and light stems.

The counts come from 29 million words of news and encyclopedia text (``scripts/count_words.py``).
"""

from __future__ import annotations

import gzip
import math
import re
from collections.abc import Iterable, Set
from functools import cache, lru_cache
from importlib.resources import files
from itertools import repeat, takewhile

from consistency.languages.arabic.normalise import strip_proclitics

__all__ = [
    "LONGEST_WORD",
    "RARE",
    "frequency",
    "idf",
    "is_common_word",
    "known_words",
    "often_written",
    "opens_sentence",
    "stem",
    "written_often",
]

_CORPUS_WORDS = 29_287_609
_PREFIXES = ("وال", "فال", "بال", "كال", "ولل", "لل", "ال", "و", "ف", "ب", "ل", "ك")
_SUFFIXES = (
    "هما", "كما", "تها", "تهم", "ات", "ون", "ين", "ان", "ية", "يه", "ها", "هم", "نا", "وا",
    "ة", "ه", "ي", "ا", "ى",
)  # fmt: skip
_STEM = re.compile(
    rf"(?:(?:{'|'.join(_PREFIXES)})(?=.{{3}}))?(.{{3,}}?)(?:{'|'.join(_SUFFIXES)})?\Z", re.DOTALL
)
"""Of the prefixes the first that leaves three letters, of the suffixes the longest one."""
_COMMON = 60
RARE = 300
"""A word that stands fewer times in the corpus is rare."""
LONGEST_WORD = 40
"""Letters; a longer line of letters without a space is no word or name, and has as many slips as letters."""


@cache
def _counts() -> dict[str, int]:
    """The commonest first."""
    return _read("lexicon.txt.gz")


@cache
def _stem_counts() -> dict[str, int]:
    """Kept beside the words: to stem them all at every start would take half a second."""
    return _read("stems.txt.gz")


def _read(name: str) -> dict[str, int]:
    """A line for each count, the count first: to read 136,000 numbers would take as long as the words."""
    counts: dict[str, int] = {}
    for line in gzip.decompress((files(__package__) / name).read_bytes()).decode("utf-8").splitlines():
        count, *words = line.split(" ")
        counts.update(zip(words, repeat(int(count))))
    return counts


def frequency(folded: str) -> int:
    """How often a folded word stands in the corpus; 0 below eight times."""
    return _counts().get(folded, 0)


def known_words() -> Set[str]:
    """The words whose frequency is not 0."""
    return _counts().keys()


def written_often(words: Iterable[str], least: int) -> list[str]:
    """Those of many folded words that stand so many times in the corpus."""
    counts = _counts()
    return [word for word in words if counts.get(word, 0) >= least]


@cache
def often_written() -> frozenset[str]:
    """The words that are not rare: most of a text, ruled out by one look at a small set."""
    return frozenset(word for word, _ in takewhile(lambda counted: counted[1] >= RARE, _counts().items()))


@lru_cache(maxsize=2**15)
def is_common_word(folded: str, least: int = _COMMON) -> bool:
    """Whether a folded word, as it stands or behind its particles, is an ordinary word of news."""
    return any(frequency(rest) >= least for _, rest in strip_proclitics(folded))


@cache
def _openers() -> frozenset[str]:
    return frozenset((files(__package__) / "openers.txt").read_text(encoding="utf-8").split())


def opens_sentence(folded: str) -> bool:
    """Whether a folded word is a conjunction with a word that begins sentences.

    The list comes from ``scripts/count_openers.py``.
    """
    return folded in _openers()


@lru_cache(maxsize=2**15)
def stem(folded: str) -> str:
    """A word without its outer particles and endings, at least three letters long (light10, Larkey 2007)."""
    match = _STEM.match(folded)
    return match[1] if match else folded


@lru_cache(maxsize=2**15)
def idf(stemmed: str) -> float:
    """Inverse frequency of a stem in the corpus, in nats: 3 for the commonest, 15.6 for an unseen one."""
    return math.log(_CORPUS_WORDS / (_stem_counts().get(stemmed, 0) + 5))
