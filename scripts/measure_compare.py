"""Measure the comparison of sentence pairs.

    python scripts/measure_compare.py ans/dev.jsonl --paraphrases similarity/paraphrases_dev.jsonl --speed

Lines have "a", "b" and, but for paraphrases, "label" (agree, disagree or other).  Only the odd lines of the
paraphrases are measured: the even ones are learnt from (``train_compare.py``).
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from pathlib import Path

import consistency
from consistency.pairs import Compared

LABELS = {"agree": "agrees", "disagree": "conflicts", "other": "unrelated"}
PRECISIONS = (0.92, 0.95)


def main() -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--paraphrases", type=Path)
    parser.add_argument("--speed", action="store_true")
    parser.add_argument("--wrong", type=int, default=0, help="print so many wrong cases")
    given = parser.parse_args()
    rows = read(given.pairs)
    told = compared(rows)
    labels = [LABELS[row["label"]] for row in rows]
    relations(told, labels)
    operating_points(told, labels)
    if given.paraphrases:
        others = compared(read(given.paraphrases)[1::2])
        conflicts = [one for one in others if one.relation == "conflicts"]
        sure = sum(one.sure for one in conflicts)
        print(
            f"paraphrases: {len(conflicts) / len(others):.4f} conflicts, {sure / len(others):.4f} sure ones"
        )
    if given.speed:
        speed(rows)
    for row, one, label in list(zip(rows, told, labels, strict=True)):
        if one.relation != label and given.wrong > 0:
            given.wrong -= 1
            why = "; ".join(f"{reason.kind}: {reason.why}" for reason in one.reasons)
            print(f"{label} read as {one.relation} {one.score:.2f}\n  {row['a']}\n  {row['b']}\n  {why}")
    return 0


def read(path: Path) -> list[dict[str, str]]:
    """The rows of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def compared(rows: list[dict[str, str]]) -> list[Compared]:
    """Each pair as the tool reads it."""
    return list(consistency.compare_all((row["a"], row["b"]) for row in rows))


def relations(told: list[Compared], labels: list[str]) -> None:
    """Precision, recall and F1 of each relation, and the mean of the F1."""
    counts = Counter(zip(labels, (one.relation for one in told), strict=True))
    every = []
    for relation in LABELS.values():
        right = counts[relation, relation]
        precision = right / max(1, sum(n for (_, said), n in counts.items() if said == relation))
        recall = right / max(1, sum(n for (label, _), n in counts.items() if label == relation))
        every.append(2 * precision * recall / max(1e-9, precision + recall))
        print(f"{relation:10} precision {precision:.3f} recall {recall:.3f} F1 {every[-1]:.3f}")
    print(f"macro-F1   {sum(every) / len(every):.3f}")


def operating_points(told: list[Compared], labels: list[str]) -> None:
    """Recall of conflicts at given precisions, and both at the threshold that ships."""
    said = [
        (-one.score, label == "conflicts")
        for one, label in zip(told, labels, strict=True)
        if one.relation == "conflicts"
    ]
    total = labels.count("conflicts")
    for wanted in PRECISIONS:
        right, best, least = 0, 0, 1.0
        for number, (score, fine) in enumerate(sorted(said), start=1):
            right += fine
            if right / number >= wanted:
                best, least = right, -score
        print(f"conflicts at precision {wanted}: recall {best / total:.3f}, score from {least:.3f} on")
    sure = [label == "conflicts" for one, label in zip(told, labels, strict=True) if one.sure]
    print(f"sure conflicts: precision {sum(sure) / max(1, len(sure)):.3f}, recall {sum(sure) / total:.3f}")


def speed(rows: list[dict[str, str]]) -> None:
    """Pairs a second of processor time, each text made anew so that nothing is remembered."""
    many = [{**row, "a": f"{row['a']} {turn}"} for turn in range(3) for row in rows]
    start = time.process_time()
    compared(many)
    print(f"{len(many) / (time.process_time() - start):.0f} pairs a processor second")


if __name__ == "__main__":
    sys.exit(main())
