"""Measure the embedded encoder, or another, on labelled pairs.

    python scripts/measure_encoder.py eval/similarity [--model NAME_OR_PATH] [--speed] [--floors]

Every set is split in two by its connected texts, so that no text stands in both halves.  The training script
reads the first half of the headline and caption sets; only second halves are measured here.  Paraphrases and
stories are never trained on: the first are measured whole, the second too.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from consistency.embed import Encoder, load_encoder, measure, similarity

HEADLINES, CAPTIONS = "headline_entailment_dev.jsonl", "sick_ar_nli.jsonl"
PARAPHRASES, STORIES = "paraphrases_dev.jsonl", "story_pairs_dev.jsonl"
FLOORS = {
    "headlines AUC": 0.82,
    "stories Spearman": 0.74,
    "paraphrases MRR, vectors": 0.96,
}
Row = dict[str, Any]
Compare = Callable[[list[str], list[str]], npt.NDArray[np.float32]]


def read_rows(path: Path) -> list[Row]:
    """The rows of a JSON-lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def halves(rows: list[Row]) -> tuple[list[Row], list[Row]]:
    """The rows for training and the rows held out; pairs that share a text stay together."""
    parent: dict[str, str] = {}

    def root(text: str) -> str:
        while parent.setdefault(text, text) != text:
            parent[text] = parent[parent[text]]
            text = parent[text]
        return text

    for row in rows:
        parent[root(row["a"])] = root(row["b"])
    held_out = [int(hashlib.sha256(root(row["a"]).encode()).hexdigest(), 16) % 2 for row in rows]
    return (
        [row for row, held in zip(rows, held_out, strict=True) if not held],
        [row for row, held in zip(rows, held_out, strict=True) if held],
    )


def ranks(values: npt.ArrayLike) -> npt.NDArray[np.float64]:
    """Ranks from 1, ties at their mean."""
    _, place, counts = np.unique(np.asarray(values), return_inverse=True, return_counts=True)
    return (np.cumsum(counts) - (counts - 1) / 2)[place]


def auc(positive: npt.ArrayLike, scores: npt.ArrayLike) -> float:
    """The share of (positive, negative) pairs in the right order."""
    yes = np.asarray(positive, dtype=bool)
    n = int(yes.sum())
    return float((ranks(scores)[yes].sum() - n * (n + 1) / 2) / (n * (~yes).sum()))


def spearman(one: npt.ArrayLike, other: npt.ArrayLike) -> float:
    """Rank correlation."""
    return float(np.corrcoef(ranks(one), ranks(other))[0, 1])


def columns(rows: list[Row]) -> tuple[list[str], list[str]]:
    return [row["a"] for row in rows], [row["b"] for row in rows]


def quality(folder: Path, encoder: Encoder, compare: Compare) -> dict[str, float]:
    """The measures of one way to compare two texts."""
    found: dict[str, float] = {}
    heads = halves(read_rows(folder / HEADLINES))[1]
    found["headlines AUC"] = auc([row["label"] == "entails" for row in heads], compare(*columns(heads)))
    captions = halves(read_rows(folder / CAPTIONS))[1]
    scores, labels = compare(*columns(captions)), np.array([row["label"] for row in captions])
    told = labels != "contradiction"
    found["captions AUC"] = auc(labels[told] == "entailment", scores[told])
    found["captions related AUC"] = auc(labels != "neutral", scores)
    stories = read_rows(folder / STORIES)
    one = [f"{row['title_a']}\n{row['text_a']}" for row in stories]
    other = [f"{row['title_b']}\n{row['text_b']}" for row in stories]
    likeness = [-row["overall"] for row in stories]
    found["stories Spearman"] = spearman(compare(one, other), likeness)
    return found


def retrieval(folder: Path, encoder: Encoder) -> float:
    """Mean reciprocal rank of the paraphrase among all paraphrases of the set; a tie counts against it."""
    rows = read_rows(folder / PARAPHRASES)
    one, other = (encoder.encode(texts) for texts in columns(rows))
    scores = one @ other.T
    own = scores.diagonal()[:, None]
    return float((1 / (scores >= own - 1e-6).sum(1)).mean())


def seconds(code: str) -> float:
    """The best of three runs of a fresh interpreter."""
    best = float("inf")
    for _ in range(3):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-c", code], check=True, stdout=subprocess.DEVNULL)
        best = min(best, time.perf_counter() - start)
    return best


def speed(texts: list[str]) -> dict[str, float]:
    """Loading and 1,000 sentences in a fresh process against an import; sentences a second on one core."""
    with tempfile.TemporaryDirectory() as folder:
        sample = Path(folder) / "sentences.json"
        sample.write_text(json.dumps((texts * (1000 // len(texts) + 1))[:1000]), encoding="utf-8")
        reading = f"json.load(open({str(sample)!r}, encoding='utf-8'))"
        ours = seconds(
            f"import json; from consistency.embed import load_encoder; load_encoder().encode({reading})"
        )
        theirs = seconds("import sentence_transformers")
    many = [f"{text} {number}" for number in range(20_000 // len(texts) + 1) for text in texts][:20_000]
    encoder, best = load_encoder(), float("inf")
    encoder.encode(many[:100])
    for _ in range(3):
        start = time.process_time()
        encoder.encode(many)
        best = min(best, time.process_time() - start)
    return {
        "load and 1,000 sentences, s": ours,
        "import sentence_transformers, s": theirs,
        "share": ours / theirs,
        "sentences a processor second": len(many) / best,
    }


def main() -> int:
    """Print the figures; with --floors, end with 1 where one is missed."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--model")
    parser.add_argument("--letters", type=float, help="try another share of the letters in sentences")
    parser.add_argument("--speed", action="store_true")
    parser.add_argument("--floors", action="store_true")
    given = parser.parse_args()
    if given.letters is not None:
        measure.LETTERS_SHARE = given.letters
    # One core: the tokenizer would otherwise use them all.
    os.environ["RAYON_NUM_THREADS"] = os.environ["OMP_NUM_THREADS"] = "1"
    os.environ["TOKENIZERS_PARALLELISM"] = "false"
    encoder = load_encoder(given.model)

    def cosine(a: list[str], b: list[str]) -> npt.NDArray[np.float32]:
        rows: npt.NDArray[np.float32] = np.einsum("ij,ij->i", encoder.encode(a), encoder.encode(b))
        return rows

    vectors = quality(given.folder, encoder, cosine)
    vectors["paraphrases MRR"] = retrieval(given.folder, encoder)
    blended = quality(given.folder, encoder, lambda a, b: similarity(a, b, encoder))
    figures = {f"{name}, vectors": value for name, value in vectors.items()} | blended
    if given.speed:
        heads = halves(read_rows(given.folder / HEADLINES))[1]
        figures |= speed([row["a"] for row in heads])
    for name, value in figures.items():
        print(f"{name:36} {value:10.4f}")
    missed = [name for name, floor in FLOORS.items() if figures[name] < floor]
    print("missed: " + (", ".join(missed) or "none"))
    return int(given.floors and bool(missed))


if __name__ == "__main__":
    sys.exit(main())
