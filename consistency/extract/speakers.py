"""Who says each clause of an article: a speaker stays for the whole sentence and for the whole quotation."""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from consistency.clauses import Clause
from consistency.extract.draft import Draft
from consistency.languages.arabic.events import trigger
from consistency.languages.arabic.frames import Frame, find_frame, find_source, may_frame
from consistency.languages.arabic.normalise import fold_word
from consistency.languages.arabic.speech import is_saying, is_unnamed

__all__ = ["Speech"]

_SHORTEST_CONTENT = 3
_LONGEST_LABEL = 5
_GATHERINGS = ("meet", "talk", "visit", "phone")
"""Events that a frame tells besides the saying: «قال خلال اجتماع مع الوزير»."""
Spans = Sequence[tuple[int, int]]


class _Voice(NamedTuple):
    """Who speaks, and whether it is told as a belief or of nobody named."""

    name: str | None = None
    believed: bool = False


class Speech:
    """The speakers of an article as its sentences go by."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._last = _Voice()
        """Who spoke last, for «وأضاف»."""
        self._told: list[str] = []
        """Every speaker so far, for «الوزارة» behind «وزارة الدفاع»."""

    def split(self, clauses: Iterable[Clause], names: Spans) -> Iterator[tuple[Clause, Frame | None]]:
        """The clauses with their frames; a source stands apart from what it says, and so does a frame that
        tells an event of its own.
        """
        for clause in clauses:
            frame = self._frame(clause, names) if may_frame(clause.signs, clause.told) else None
            if frame is None or not self._apart(clause, frame):
                yield clause, frame
            else:
                telling, said = clause.parted(frame.content)
                yield telling, frame
                yield said, None

    def _frame(self, clause: Clause, names: Spans) -> Frame | None:
        words, signs = clause.words, clause.signs
        first = bisect.bisect_left(names, (words[0].start, 0))
        inside = names[first : bisect.bisect_left(names, (words[-1].end, 0))]
        source = find_source(self._text, words, signs, inside)
        return source or find_frame(self._text, words, signs, inside)

    def _apart(self, clause: Clause, frame: Frame) -> bool:
        if len(clause.words) - frame.content < _SHORTEST_CONTENT:
            return False
        if clause.kind == "source":
            return True
        if frame.speaker is None or frame.believed:
            return False
        between = clause.words[max(frame.verb + 1, frame.speaker[1]) : frame.content]
        told = (trigger(word.folded) for word in between)
        return any(
            found is not None and found.part == "noun" and found.event in _GATHERINGS for found in told
        )

    def attribute(self, drafts: Sequence[Draft], names: Spans, *, quoted: bool) -> None:
        """Give the clauses of a sentence their speakers."""
        voice = self._last if quoted else _Voice()
        for place, draft in enumerate(drafts):
            frame = draft.frame or (self._label(draft) if place == 0 else None)
            if frame is None:
                draft.speaker, draft.believed = voice
            elif draft.kind == "source":
                voice = self._source(draft, frame, drafts[:place], voice, names)
            else:
                voice = self._framed(draft, frame, drafts[:place], voice, names)

    def _source(
        self, draft: Draft, frame: Frame, earlier: Sequence[Draft], voice: _Voice, names: Spans
    ) -> _Voice:
        """«بحسب فلان»: of what stands before it, or with «و», or first in its sentence, of what follows."""
        heard = self._voice(draft, frame, earlier, names)
        draft.frame_only = True
        if not earlier or (
            draft.words[0].folded.startswith("و") and not draft.words[0].folded.startswith("وفق")
        ):
            self._hear(heard)
            return heard
        silent = [d for d in earlier if d.speaker is None and d.kind != "source"]
        for other in silent:
            other.speaker, other.believed = heard
        if silent or voice.name is None:
            self._hear(heard)
        return voice

    def _framed(
        self, draft: Draft, frame: Frame, earlier: Sequence[Draft], voice: _Voice, names: Spans
    ) -> _Voice:
        heard = self._voice(draft, frame, earlier, names)
        rest = len(draft.words) - frame.content
        if rest <= 0 or rest < _SHORTEST_CONTENT <= frame.content:
            draft.frame_only = rest <= 0 or draft.kind != "content"
            draft.speaker, draft.believed = voice
        else:
            draft.content = frame.content
            draft.speaker, draft.believed = heard
        if frame.believed and not is_saying(draft.words[frame.verb].folded):
            return voice
        self._hear(heard)
        return heard

    def _hear(self, voice: _Voice) -> None:
        if voice.name is not None:
            self._last = voice
            self._told.append(voice.name)

    def _voice(self, draft: Draft, frame: Frame, earlier: Sequence[Draft], names: Spans) -> _Voice:
        """The words of the speaker; without a name the last one, or whom a relative clause goes with."""
        if frame.speaker is None:
            if draft.kind == "relative" and earlier:
                return _Voice(self._antecedent(earlier[-1], names))
            return _Voice(self._last.name, frame.believed or self._last.believed)
        words = draft.words[frame.speaker[0] : frame.speaker[1]]
        name = self._text[words[0].start : words[-1].end]
        full = self._full(words[0].folded) if len(words) == 1 else None
        return _Voice(full or name, frame.believed or is_unnamed([word.folded for word in words]))

    def _antecedent(self, draft: Draft, names: Spans) -> str | None:
        """Whom a relative clause goes with: the last known name before it."""
        named = next((span for span in reversed(names) if draft.start <= span[0] < draft.end), None)
        return self._text[slice(*named)] if named is not None else None

    def _full(self, folded: str) -> str | None:
        """«الوزارة» for the «وزارة الدفاع» that spoke before."""
        plain = folded.removeprefix("ال")
        if plain == folded:
            return None
        for name in reversed(self._told):
            words = fold_word(name).split()
            if len(words) > 1 and plain == words[0].removeprefix("ال"):
                return name
        return None

    def _label(self, draft: Draft) -> Frame | None:
        """«بوتين: ...» in a headline."""
        behind = min(_LONGEST_LABEL, len(draft.words))
        if ":" not in self._text[draft.start : draft.words[behind - 1].start]:
            return None
        for place in range(1, behind):
            gap = self._text[draft.words[place - 1].end : draft.words[place].start]
            if ":" in gap:
                return Frame((0, place), place, 0)
            if gap.strip() not in ("", '"', "«", "»", "“", "”"):
                return None
        return None
