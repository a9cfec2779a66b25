"""Sentence vectors and the similarity that alignment uses."""

from __future__ import annotations

from consistency.embed.encoder import Encoder
from consistency.embed.hashing import HashingEncoder
from consistency.embed.load import load_encoder
from consistency.embed.measure import similarity, similarity_matrix
from consistency.embed.nli import Judge, load_nli

__all__ = [
    "Encoder",
    "HashingEncoder",
    "Judge",
    "load_encoder",
    "load_nli",
    "similarity",
    "similarity_matrix",
]
