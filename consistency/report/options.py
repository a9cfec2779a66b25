"""What a person may choose about a report, apart from what was found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from consistency.wording import Language

__all__ = ["FailOn", "Language", "RenderOptions"]

FailOn = Literal["error", "warning", "info", "never"]


@dataclass(frozen=True)
class RenderOptions:
    """Choices that every format sees; each takes what concerns it."""

    fail_on: FailOn = "error"
    """The limit of the gate."""
    no_articles: bool = False
    """True leaves the full texts out of the page."""
    colour: bool = False
    """True colours the terminal text; the caller has asked NO_COLOR, FORCE_COLOR and the terminal."""
    language: Language = "en"
    """The language of the page, the terminal text and the Markdown; what programs read is in English."""
    base: str = ""
    """POSIX path from the working directory to the checked folder, for sarif, github and gitlab."""
    version: str = "unknown"
    """The version of the tool."""
