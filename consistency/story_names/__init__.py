"""The names in a story whose spelling is in doubt."""

from __future__ import annotations

from consistency.story_names.doubts import ESTABLISHED, KNOWN, TIMES_RARER, places_of_lists
from consistency.story_names.names import NameSlip, StoryNames, Use

__all__ = ["ESTABLISHED", "KNOWN", "TIMES_RARER", "NameSlip", "StoryNames", "Use", "places_of_lists"]
