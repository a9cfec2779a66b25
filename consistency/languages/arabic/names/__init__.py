"""Whether two Arabic spellings stand for one name, and what separates them."""

from __future__ import annotations

from consistency.languages.arabic.names.difference import NameDifference, difference
from consistency.languages.arabic.names.relation import Relation, is_one_name, relation
from consistency.languages.arabic.names.score import same_name, same_name_matrix, same_name_pairs

__all__ = [
    "NameDifference",
    "Relation",
    "difference",
    "is_one_name",
    "relation",
    "same_name",
    "same_name_matrix",
    "same_name_pairs",
]
