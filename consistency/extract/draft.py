"""A claim in the making: a clause with what was read in it, and what it carries on from its neighbours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from consistency.clauses import ClauseKind
from consistency.extract.times import Timed
from consistency.languages.arabic.frames import Frame
from consistency.languages.arabic.normalise import Token
from consistency.model import Modality, PassageKind, Polarity, TimeSlot, Value

__all__ = ["Draft", "Named"]


class Named(NamedTuple):
    """A known name in the text, or a title that stands for one; raw span."""

    start: int
    end: int
    entity: str
    kind: str


@dataclass(slots=True)
class Draft:
    """One clause; filled step by step inside this package alone."""

    words: tuple[Token, ...]
    signs: list[int]
    """Those of the words."""
    kind: ClauseKind
    passage: PassageKind
    sentence: int
    told: int
    """The signs of its words together."""
    frame: Frame | None = None
    """The words that say who speaks."""
    content: int = 0
    """Index of the first word of what is said, behind the frame of saying."""
    mentions: tuple[Named, ...] = ()
    """Those of the content."""
    countries: tuple[str, ...] = ()
    """What its adjectives and capitals stand for."""
    outer_times: tuple[Timed, ...] = ()
    """Times that a phrase tells of the clause before it."""
    voice: str | None = None
    """Who speaks, where it is a known name."""
    frame_time: TimeSlot | None = None
    """When somebody said it."""
    frame_only: bool = False
    """Whether it tells who speaks and nothing else."""
    quantities: tuple[Value, ...] = ()
    event: str | None = None
    event_word: Token | None = None
    subject: str | None = None
    acts: str | None = None
    """The words of a subject that is no known name."""
    partners: tuple[str, ...] = ()
    """Who acts together with the subject: «روسيا والصين»; and whom a pronoun of the clause means."""
    carried: bool = False
    """Whether the subject stands in an earlier clause."""
    object: str | None = None
    place: str | None = None
    time: TimeSlot | None = None
    speaker: str | None = None
    believed: bool = False
    denied: bool = False
    polarity: Polarity = "positive"
    modality: Modality = "asserted"
    receives: bool = False
    """Whether its object is given something, and who gives it is not told: «تلقى دعوة»."""
    dual: bool = False
    """Whether it goes on with two parties that were named before."""
    dual_acts: bool = False
    """Whether these act in it."""

    @property
    def start(self) -> int:
        return self.words[0].start

    @property
    def end(self) -> int:
        return self.words[-1].end

    @property
    def said(self) -> tuple[Token, ...]:
        """The words of what is said."""
        return self.words[self.content :]
