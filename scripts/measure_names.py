"""How well two Arabic spellings are told to be one name, on the held-out pairs, and how fast.

python scripts/measure_names.py PAIRS.jsonl [--misses 30] [--all]
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path

import numpy as np
from train_names import held_out

from consistency.languages.arabic.names import same_name_matrix, same_name_pairs
from consistency.languages.arabic.names.letters import clean


def scores(likely: np.ndarray, truth: np.ndarray) -> str:
    """Precision, recall and F1 of `variant` with 0.5 as the threshold."""
    said = likely >= 0.5
    right = int((said & truth).sum())
    precision, recall = right / max(1, said.sum()), right / max(1, truth.sum())
    both = 2 * precision * recall / (precision + recall)
    return f"precision {precision:.4f} recall {recall:.4f} F1 {both:.4f}"


def speed(names: list[str]) -> str:
    """Pairs a second, for a list of pairs and for a matrix of distinct names."""
    a, b = (names * 40)[:100_000], (names[::-1] * 40)[:100_000]
    begun = time.perf_counter()
    same_name_pairs(a, b)
    pairs = len(a) / (time.perf_counter() - begun)
    few = sorted(set(names))[:1000]
    begun = time.perf_counter()
    same_name_matrix(few, few)
    matrix = len(few) ** 2 / (time.perf_counter() - begun)
    return f"{pairs:,.0f} pairs/s as lists, {matrix:,.0f} pairs/s as a matrix"


def main() -> None:
    """Measure, and show the pairs that went wrong."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--misses", type=int, default=0)
    parser.add_argument("--all", action="store_true", help="the pairs of the training part too")
    options = parser.parse_args()
    rows = [json.loads(line) for line in options.pairs.read_text("utf-8").splitlines()]
    rows = [row for row in rows if options.all or held_out(clean(row["a"]), clean(row["b"]))]
    likely = same_name_pairs([row["a"] for row in rows], [row["b"] for row in rows])
    truth = np.array([row["label"] == "variant" for row in rows])
    print(f"{len(rows)} pairs: {scores(likely, truth)}")
    print(speed([row["a"] for row in rows]))
    wrong = np.flatnonzero((likely >= 0.5) != truth)
    for place in wrong[: options.misses]:
        print(f"{likely[place]:.2f} {rows[place]['label']:9} {rows[place]['a']} / {rows[place]['b']}")


if __name__ == "__main__":
    main()
