"""Persons and places named in an Arabic text."""

from __future__ import annotations

from consistency.languages.arabic.mentions.find import find_names

__all__ = ["find_names"]
