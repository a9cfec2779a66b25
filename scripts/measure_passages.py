"""How well the first foreign paragraph is found: precision, recall and F1 of the exact place.

    python scripts/measure_passages.py appended_dev.jsonl [--misses]

The first row is what the tool says of the whole text, title and paragraphs a line each; the others are what
it would say of the paragraphs alone at another threshold.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from consistency.breaks import Break, breaks
from consistency.model import Document, PassageKind
from consistency.segment import segment


def main() -> None:
    """Print a table by threshold."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("rows", type=Path)
    arguments.add_argument("--misses", action="store_true")
    options = arguments.parse_args()
    rows = [json.loads(line) for line in options.rows.read_text(encoding="utf-8").splitlines()]
    print("threshold  exact-recall  any-recall  clean-flagged  same-topic-exact   F1")
    told = [first_foreign(row) for row in rows]
    print(f"{'tool':>9}  {scores(rows, told)}")
    best = [best_cut(row) for row in rows]
    for threshold in (0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98):
        found = [cut.index if cut and cut.probability >= threshold else None for cut in best]
        print(f"{threshold:9.2f}  {scores(rows, found)}")
    if options.misses:
        print_misses(rows, told, best)


def scores(rows: Sequence[dict[str, Any]], found: Sequence[int | None]) -> str:
    """One row of the table, from the index of the first foreign paragraph that was found for each article."""
    total = Counter(row["kind"] for row in rows)
    hit: Counter[str] = Counter()
    for row, index in zip(rows, found, strict=True):
        if index is not None:
            hit[row["kind"]] += 1
            hit[row["kind"] + " exact"] += index == row["boundary"]
    exact = hit["unrelated exact"]
    values = (
        exact / total["unrelated"],
        hit["unrelated"] / total["unrelated"],
        hit["clean"] / total["clean"],
        hit["same_topic exact"] / total["same_topic"],
        2 * exact / (total["unrelated"] + hit["unrelated"] + hit["clean"]),
    )
    return "  ".join(f"{value:13.3f}" for value in values)


def first_foreign(row: dict[str, Any]) -> int | None:
    """The paragraph with which the first foreign passage begins; -1 where it begins within one."""
    starts, place = {}, len(row["title"]) + 2
    for index, paragraph in enumerate(row["paragraphs"]):
        starts[place + len(paragraph) - len(paragraph.lstrip())] = index
        place += len(paragraph) + 1
    text = f"{row['title']}\n\n" + "\n".join(row["paragraphs"])
    foreign = [p for p in segment(Document("a", text)).passages if p.kind is PassageKind.FOREIGN]
    return starts.get(foreign[0].start, -1) if foreign else None


def best_cut(row: dict[str, Any]) -> Break | None:
    """The likeliest cut of the paragraphs."""
    return max(breaks(row["title"], row["paragraphs"]), key=lambda cut: cut.probability, default=None)


def print_misses(
    rows: Sequence[dict[str, Any]], told: Sequence[int | None], best: Sequence[Break | None]
) -> None:
    """The clean articles that the tool flags, and the items of another story that it misses or misplaces."""
    for row, index, cut in zip(rows, told, best, strict=True):
        paragraphs, wanted = row["paragraphs"], row["boundary"]
        chance = f"{cut.probability:.2f} at {cut.index}" if cut else "-"
        if row["kind"] == "clean" and index is not None:
            before, after = paragraphs[index - 1][-80:], paragraphs[index][:160]
            print(f"CLEAN {index} ({chance}) {row['title']} | {before} || {after}")
        if row["kind"] == "unrelated" and index != wanted:
            print(f"MISS {index} ({chance}) wanted {wanted} {row['title']} || {paragraphs[wanted][:160]}")


if __name__ == "__main__":
    main()
