"""What a sequence model is told of each word of a text."""

from __future__ import annotations

import lzma
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib.resources import files

from consistency.languages.arabic.lexicon import frequency, stem
from consistency.languages.arabic.names.known import known_names, persons
from consistency.languages.arabic.names.letters import clean
from consistency.languages.arabic.normalise import PROCLITICS, Token, fold_word, strip_proclitics, tokens
from consistency.yaml_places import read_plain

__all__ = [
    "FIRST",
    "GAPS",
    "Word",
    "cued",
    "cues",
    "features",
    "gap_of",
    "is_place",
    "is_verb",
    "knows",
    "listed_places",
    "of_pair",
    "of_word",
    "readings",
    "split",
    "with_particles",
]

_PIECE = re.compile(r"[^\W_]+(?:[ً-ٰٟـ]+[^\W_]*)*|[^\w\s]|_", re.UNICODE)
Word = Token
"""Here a number with letters is one word, and every mark a word as well."""
_HERE = "consistency.languages.arabic.mentions"
_PLACES = ("places.txt", "cities.txt")
GAPS = (-2, -1, 0, 1, 2)
"""The places around a word of which it is told."""
FIRST = "first"
_VERB = 20
"""Times in the lexicon from which on «يجتمع» makes a verb of «سيجتمع»."""
_COMMONEST = 12
_SIZES = tuple(f"size={size}" for size in range(10))
_TIMES = tuple(f"common={power}" for power in range(_COMMONEST + 1))
_EDGES = tuple([(n, f"p{n}=", f"s{n}=") for n in range(1, most + 1)] for most in range(4))
"""What is told of so many letters at either end of a word, by the most of them."""


def split(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """Words, numbers and single marks of ``text[start:end]``, in order, with their places in the text."""
    stop = len(text) if end is None else end
    found: list[Word] = []
    done = start
    for token in tokens(text, start, stop):
        before, after = text[token.start - 1 : token.start], text[token.end : token.end + 1]
        if before == " " == after and token.start > start and token.end < stop and token.folded.isalpha():
            if token.start > done + 1:
                found += _pieces(text, done, token.start)
            found.append(token)
            done = token.end
    return [*found, *_pieces(text, done, stop)]


def _pieces(text: str, start: int, end: int) -> Iterator[Word]:
    for piece in _PIECE.finditer(text, start, end):
        yield Word(*piece.span(), piece[0], fold_word(piece[0]))


@lru_cache(maxsize=1)
def _cues() -> dict[str, frozenset[str]]:
    data = read_plain(files(_HERE).joinpath("cues.yaml").read_text("utf-8"))
    return {kind: frozenset(map(fold_word, words)) for kind, words in data.items()}


@lru_cache(maxsize=1)
def _kinds() -> dict[str, tuple[str, ...]]:
    """The kinds of cue that each cue is of."""
    words = frozenset().union(*_cues().values())
    return {word: tuple(kind for kind, cues in _cues().items() if word in cues) for word in words}


def cues(kind: str) -> frozenset[str]:
    """The cues of a kind, folded, without particles: titles, verbs, kin, places, bodies."""
    return _cues()[kind]


def cued(kind: str, folded: str) -> bool:
    """Whether a folded word without particles is a cue of this kind."""
    return folded in _cues()[kind]


@lru_cache(maxsize=1)
def _places() -> tuple[frozenset[str], frozenset[str]]:
    """Places of one word, and the words of places of several."""
    here = files(_HERE)
    lines = [line for name in _PLACES for line in here.joinpath(name).read_text("utf-8").splitlines()]
    names = [clean(line).split() for line in lines if not line.startswith("#")]
    single = frozenset(name[0].removeprefix("ال") for name in names if len(name) == 1)
    return single, frozenset(word for name in names for word in name if len(name) > 1 and len(word) > 2)


@lru_cache(maxsize=1)
def listed_places() -> frozenset[str]:
    """The names of the listed places, as they are listed."""
    here = files(_HERE)
    lines = [line for name in _PLACES for line in here.joinpath(name).read_text("utf-8").splitlines()]
    return frozenset(line for line in lines if line and line[0] != "#")


@lru_cache(maxsize=1)
def _classes() -> dict[str, int]:
    """The class of each frequent word, by the company it keeps."""
    packed = files(_HERE).joinpath("classes.txt.xz").read_bytes()
    lines = lzma.decompress(packed).decode().splitlines()
    return {word: number for number, line in enumerate(lines) for word in line.split()}


@lru_cache(maxsize=2**15)
def readings(folded: str) -> tuple[tuple[str, str], ...]:
    """(particles, rest) of a folded word, the article left on the rest."""
    stripped = strip_proclitics(folded)
    if len(stripped) == 1:
        return stripped
    found = []
    for particles, rest in stripped:
        if particles.endswith("ال"):
            particles, rest = particles[:-2], "ال" + rest
        elif particles.endswith("لل") and particles:
            particles, rest = particles[:-1], "ال" + rest
        if (particles, rest) not in found:
            found.append((particles, rest))
    return tuple(found)


def with_particles(words: Iterable[str]) -> frozenset[str]:
    """All folded words of which one of some words is a reading."""
    own = frozenset(words)
    written = {
        particles + rest
        for word in own
        for particles in ("", *PROCLITICS)
        for rest in (word, word.removeprefix("ال"))
    }
    return frozenset(one for one in written if any(rest in own for _, rest in readings(one)))


def knows(word: str) -> bool:
    """Whether a cleaned word is a listed given name or place."""
    bare = word.removeprefix("ال")
    return bare in known_names() or bare in _places()[0]


@lru_cache(maxsize=2**15)
def is_place(folded: str) -> bool:
    """Whether a folded word is, but for particles, a listed place and in no list of persons' names."""
    bare = [clean(rest).removeprefix("ال") for _, rest in readings(folded)]
    return any(word in _places()[0] for word in bare) and not any(word in persons() for word in bare)


def is_verb(folded: str) -> bool:
    """Whether news knows a verb's other forms of a word: «يجتمع» of «سيجتمع», «تقترح», «اقترح» of «يقترح»."""
    rest = folded[1:]
    if folded.startswith("س") and rest.startswith(("ي", "ت")):
        return frequency(rest) >= _VERB
    if not folded.startswith(("ي", "ت")):
        return False
    other = ("ت" if folded[0] == "ي" else "ي") + rest
    return frequency(other) > 0 and max(frequency(rest), frequency("ا" + rest)) >= _VERB


def _own(folded: str) -> tuple[str, ...]:
    """What a word says by itself."""
    if not folded:
        return ("mark",)
    if not folded[0].isalpha():
        return ("number",) if folded[0].isdigit() else ("mark", f"w={folded}")
    if folded[0].isascii():
        return ("latin",)
    size, read = len(folded), readings(folded)
    found = ["w=" + folded, _SIZES[min(size, 9)], _often(folded), "stem=" + stem(folded)]
    if is_verb(folded):
        found.append("verbish")
    edges = _EDGES[min(size - 1, 3)]
    found += [mark + folded[:n] for n, mark, _ in edges]
    found += [mark + folded[-n:] for n, _, mark in edges]
    found += _class_of(folded, read)
    for particles, rest in read:
        if particles:
            found += [f"r={rest}", *(f"{kind}+" for kind in _listed(rest))]
        else:
            found += _listed(rest)
    return tuple(found)


def _often(folded: str) -> str:
    """How common news finds a word, by powers of two."""
    return _TIMES[min(frequency(folded).bit_length(), _COMMONEST)]


def _class_of(folded: str, read: tuple[tuple[str, str], ...]) -> list[str]:
    """The class of a word, or of the last of its readings that has one."""
    classes = _classes()
    if folded in classes:
        return [f"class={classes[folded]}"]
    return ["rare", *[f"stem class={classes[rest]}" for _, rest in read if rest in classes][-1:]]


def _listed(word: str) -> list[str]:
    """The kinds of lists in which a folded word without particles stands."""
    found = list(_kinds().get(word, ()))
    single, several = _places()
    cleaned = clean(word)
    bare = cleaned.removeprefix("ال")
    if bare in known_names():
        found.append("given")
    if bare in single:
        found.append("place")
    if cleaned in several:
        found.append("of place")
    return found


def of_word(folded: str) -> tuple[str, ...]:
    """What a word tells of itself."""
    return ("bias", *_own(folded))


def _reaches(name: str) -> bool:
    """Whether what a word tells is told to the words around it as well."""
    return name.startswith("place") or not name.startswith(("bias", "p", "s1", "r="))


def named(gap: int, told: str) -> str:
    """The name of a feature that a word at this distance tells."""
    return f"{gap}:{told}" if gap else told


def gap_of(feature: str) -> tuple[int, str]:
    """The distance and what is told, of a feature's name."""
    head, mark, told = feature.partition(":")
    return (int(head), told) if mark and head.lstrip("-").isdigit() else (0, feature)


def of_pair(before: str, folded: str) -> str:
    """What a word is told of itself and the word before it together."""
    return f"pair={before}|{folded}"


def features(words: list[Word]) -> list[list[str]]:
    """The features of each word: its own, its neighbours' at a distance of up to two, and pairs of words."""
    found = []
    for k, word in enumerate(words):
        told: list[str] = []
        for gap in GAPS:
            if 0 <= k + gap < len(words):
                heard = of_word(words[k + gap].folded)
                told += [named(gap, name) for name in heard if not gap or _reaches(name)]
        told += [FIRST] if k == 0 else [of_pair(words[k - 1].folded, word.folded)]
        found.append(told)
    return found
