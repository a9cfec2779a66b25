"""Who says a clause, whether it denies, and whether it is asserted, intended, denied or reported."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from consistency.languages.arabic.events import inflections
from consistency.languages.arabic.normalise import Token, fold_word
from consistency.model import Modality, Polarity
from consistency.yaml_places import read_plain

__all__ = ["is_negation", "modality", "opens_clause", "polarity", "speaker_span"]

_END = re.compile(r"[،,؛:.\"«»“”()]|\s(?:أن|إن|إنه|إنها|بأن|أنه|أنها|خلال|في|من|اليوم|أمس|عن)\s")
_LONGEST_SPEAKER = 70


@cache
def _words(name: str) -> frozenset[str]:
    data = read_plain((files(__package__) / "speech.yaml").read_text(encoding="utf-8"))
    if name == "verbs":
        past = (form for verb in data["verbs"]["past"] for form in inflections(past=fold_word(verb)))
        present = (form for verb in data["verbs"]["present"] for form in inflections(present=fold_word(verb)))
        return frozenset((*past, *present))
    return frozenset(fold_word(word) for word in data[name])


def opens_clause(word: Token) -> bool:
    """Whether a clause may begin at this word when it stands behind a comma."""
    folded = word.folded
    bare = folded[1:] if folded[:1] in ("و", "ف") and len(folded) > 3 else folded
    return folded in _words("clause_openers") or bare in _words("clause_openers") or bare in _words("verbs")


def speaker_span(text: str, words: Sequence[Token]) -> tuple[int, int] | None:
    """The raw span of who says it: behind «بحسب», «وفق ما أعلنت», or an opening verb of saying."""
    for index, word in enumerate(words):
        bare = word.folded[1:] if word.folded[:1] in ("و", "ف") and len(word.folded) > 3 else word.folded
        if bare in _words("according"):
            after = words[index + 1 : index + 4]
            skip = next((i + 1 for i, w in enumerate(after) if w.folded in _words("claims_that")), 0)
            start = words[index + 1 + skip].start if index + 1 + skip < len(words) else None
        elif bare in _words("verbs") and index < 4:
            start = words[index + 1].start if index + 1 < len(words) else None
        else:
            continue
        if start is not None:
            end = _end_of_name(text, start, words[-1].end)
            if end > start:
                return start, end
    return None


def _end_of_name(text: str, start: int, limit: int) -> int:
    match = _END.search(text, start, min(limit, start + _LONGEST_SPEAKER))
    end = match.start() if match else min(limit, start + _LONGEST_SPEAKER)
    return start + len(text[start:end].rstrip())


def polarity(words: Sequence[Token]) -> Polarity:
    """Negative where a particle or a verb of refusal denies the event of the clause."""
    for word in words:
        bare = word.folded[1:] if word.folded[:1] in ("و", "ف") else word.folded
        if bare in _words("negations") or bare in _words("negative_verbs"):
            return "negative"
    return "positive"


def is_negation(word: Token) -> bool:
    """Whether a word denies the verb behind it; «عدم» denies a noun and often stands for a verb of denial."""
    return word.folded.removeprefix("و") in ("لم", "لن", "لا", "ليس", "ليست")


def modality(words: Sequence[Token], *, spoken: bool) -> Modality:
    """Intended before denied before reported; asserted where nothing else shows."""
    for word in words:
        bare = word.folded[1:] if word.folded[:1] in ("و", "ف") and len(word.folded) > 3 else word.folded
        future = word is words[0] and len(bare) >= 5 and bare.startswith(("سي", "ست"))
        if future or bare in _words("intended"):
            return "intended"
        if bare in _words("denied"):
            return "denied"
    return "reported" if spoken else "asserted"
