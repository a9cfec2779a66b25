"""Sentence vectors and the similarity that alignment uses."""

from __future__ import annotations

from consistency.embed.encoder import Encoder
from consistency.embed.hashing import HashingEncoder
from consistency.embed.load import load_encoder
from consistency.embed.measure import similarity, similarity_matrix

__all__ = ["Encoder", "HashingEncoder", "load_encoder", "similarity", "similarity_matrix"]
