"""How well the first foreign paragraph is found: precision, recall and F1 of the exact place.

python scripts/measure_passages.py appended_dev.jsonl [--misses]
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import Any

from consistency.cohesion import Break, breaks


def main() -> None:
    """Print a table by threshold."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("rows", type=Path)
    arguments.add_argument("--misses", action="store_true")
    options = arguments.parse_args()
    rows = [json.loads(line) for line in options.rows.read_text(encoding="utf-8").splitlines()]
    best = []
    for row in rows:
        cuts = breaks(row["title"], row["paragraphs"])
        best.append(max(cuts, key=lambda cut: cut.probability) if cuts else None)
    total = Counter(row["kind"] for row in rows)
    print("threshold  exact-recall  any-recall  clean-flagged  same-topic-exact   F1")
    for threshold in (0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98):
        hit: Counter[str] = Counter()
        for row, cut in zip(rows, best, strict=True):
            if cut and cut.probability >= threshold:
                hit[row["kind"]] += 1
                hit[row["kind"] + " exact"] += cut.index == row["boundary"]
        exact = hit["unrelated exact"]
        f1 = 2 * exact / (total["unrelated"] + hit["unrelated"] + hit["clean"])
        row = (
            exact / total["unrelated"],
            hit["unrelated"] / total["unrelated"],
            hit["clean"] / total["clean"],
            hit["same_topic exact"] / total["same_topic"],
            f1,
        )
        print(f"{threshold:9.2f}  " + "  ".join(f"{value:13.3f}" for value in row))
    if options.misses:
        _print_misses(rows, best)


def _print_misses(rows: list[dict[str, Any]], best: list[Break | None]) -> None:
    for row, cut in zip(rows, best, strict=True):
        paragraphs = row["paragraphs"]
        if cut and row["kind"] == "clean" and cut.probability > 0.6:
            before, after = paragraphs[cut.index - 1][-80:], paragraphs[cut.index][:160]
            print(f"CLEAN {cut.probability:.2f} {row['title']} | {before} || {after}")
        wanted = row["boundary"]
        if row["kind"] == "unrelated" and (not cut or cut.probability < 0.6 or cut.index != wanted):
            given = (cut.index, round(cut.probability, 2)) if cut else None
            print(f"MISS {given} wanted {wanted} {row['title']} || {paragraphs[wanted][:160]}")


if __name__ == "__main__":
    main()
