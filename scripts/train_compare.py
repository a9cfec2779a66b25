"""Train the weights of the scorer of sentence pairs: consistency/pairs/weights.json.

    python scripts/train_compare.py ans/train.jsonl --paraphrases similarity/paraphrases_dev.jsonl \\
        --out consistency/pairs/weights.json
    python scripts/train_compare.py ans/train.jsonl --paraphrases paraphrases_dev.jsonl --cross-validate

Each line has "a" and "b"; those of the first file also "label" (agree, disagree or other).  Of paraphrases
the even lines are learnt as agreeing, the odd ones are left for measuring (``measure_compare.py``): headlines
written to disagree alone would teach that any single word in another place is a conflict.

Needs scikit-learn, which the package does not.  Pairs that share a text stand on one side of every fold.  No
sentence is written, only stems and weights.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from pathlib import Path

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import GroupKFold

from consistency.catalogue import Catalogue
from consistency.checks.name_rule import NameRule
from consistency.embed import load_encoder
from consistency.languages.arabic.normalise import tokens
from consistency.pairs.comparer import Comparer, ReadPair
from consistency.pairs.scorer import RELATIONS, Scorer
from consistency.rulebook import load_rules

LABELS = {"agree": "agrees", "disagree": "conflicts", "other": "unrelated"}
STRENGTH = 0.3
"""Inverse of the penalty on the squares of the weights."""
LEAST_WORD, LEAST_PAIR = 2, 3
"""How many pairs must have a word, or two words, before they are learnt."""
FOLDS = 5


def main() -> int:
    """Train and write the weights, or print figures of cross-validation."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--paraphrases", type=Path, required=True)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--cross-validate", action="store_true")
    given = parser.parse_args()
    rows, others = rows_of(given.pairs), rows_of(given.paraphrases)[::2]
    blank = Scorer([], np.zeros(0), np.ones(0), np.zeros((3, 0)), np.zeros(3), {})
    comparer = Comparer(Catalogue(load_rules([]).of(NameRule)), load_encoder(), blank)
    read = comparer.read([(row["a"], row["b"]) for row in [*rows, *others]])
    told = [LABELS[row["label"]] for row in rows] + ["agrees"] * len(others)
    labels = np.array([RELATIONS.index(label) for label in told])
    if given.cross_validate:
        cross_validate(read, labels, groups([*rows, *others]), len(rows))
    if given.out:
        given.out.write_text(dumped(train(read, labels)), encoding="utf-8")
    return 0


def rows_of(path: Path) -> list[dict[str, str]]:
    """The rows of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def groups(rows: list[dict[str, str]]) -> list[int]:
    """A number for each pair; pairs that share a text, directly or through others, have the same."""
    parent: dict[str, str] = {}

    def root(text: str) -> str:
        while parent.setdefault(text, text) != text:
            text = parent[text]
        return text

    keys = [[" ".join(word.folded for word in tokens(row[side])) for side in "ab"] for row in rows]
    for a, b in keys:
        parent[root(a)] = root(b)
    numbers: dict[str, int] = {}
    return [numbers.setdefault(root(a), len(numbers)) for a, _ in keys]


def known_words(read: list[ReadPair]) -> list[str]:
    """The word features that enough pairs have."""
    counts = Counter(word for pair in read for word in set(pair.words))
    return sorted(w for w, n in counts.items() if n >= (LEAST_WORD if w.startswith("= ") else LEAST_PAIR))


def train(read: list[ReadPair], labels: npt.NDArray[np.int64]) -> dict[str, object]:
    """The weights as plain data."""
    names = list(read[0].features)
    table = np.array([[pair.features[name] for name in names] for pair in read])
    mean, scale = table.mean(0), table.std(0)
    scale[scale == 0] = 1.0
    words = known_words(read)
    column = {word: number for number, word in enumerate(words)}
    cells = Counter(
        (number, column[word]) for number, pair in enumerate(read) for word in pair.words if word in column
    )
    places = np.array(list(cells), dtype=np.int64).reshape(-1, 2)
    counted = csr_matrix((list(cells.values()), places.T), shape=(len(read), len(words)), dtype=float)
    joined = hstack([csr_matrix((table - mean) / scale), counted]).tocsr()
    model = LogisticRegression(C=STRENGTH, max_iter=3000).fit(joined, labels)
    learnt = model.coef_
    return {
        "bias": model.intercept_.tolist(),
        "features": {
            name: {"mean": mean[k], "scale": scale[k], "weights": learnt[:, k].tolist()}
            for k, name in enumerate(names)
        },
        "words": {word: learnt[:, len(names) + k].tolist() for k, word in enumerate(words)},
    }


def scorer_of(data: dict[str, object]) -> Scorer:
    """A scorer with these weights."""
    return Scorer.of(json.loads(dumped(data)))


def dumped(data: dict[str, object]) -> str:
    """JSON with four decimals, a word a line."""
    rounded = json.loads(json.dumps(data), parse_float=lambda number: round(float(number), 4))
    return json.dumps(rounded, ensure_ascii=False, indent=0).replace(",\n-", ", -") + "\n"


def cross_validate(
    read: list[ReadPair], labels: npt.NDArray[np.int64], group: list[int], headlines: int
) -> None:
    """Print macro-F1 and the recall of conflicts at two precisions, over folds that share no text.

    :param headlines: how many of the pairs, from the first, are headlines; the others are paraphrases.
    """
    chances = np.zeros((len(read), len(RELATIONS)))
    for learn, test in GroupKFold(FOLDS).split(read, labels, group):
        scorer = scorer_of(train([read[k] for k in learn], labels[learn]))
        chances[test] = scorer.chances([read[k].features for k in test], [read[k].words for k in test])
    own, right = chances[:headlines], labels[:headlines]
    each = f1_score(right, own.argmax(1), average=None)
    figures = " ".join(f"{relation} {f1:.3f}" for relation, f1 in zip(RELATIONS, each, strict=True))
    print(f"macro-F1 {each.mean():.3f} {figures}")
    conflict = RELATIONS.index("conflicts")
    order = np.argsort(-own[:, conflict], kind="stable")
    found = np.cumsum(right[order] == conflict)
    precision, recall = found / np.arange(1, len(order) + 1), found / (right == conflict).sum()
    apart = chances[headlines:]
    print(f"paraphrases read as conflicts: {(apart.argmax(1) == conflict).mean():.4f}")
    for wanted in (0.92, 0.95):
        place = np.flatnonzero(precision >= wanted)[-1]
        least = own[order[place], conflict]
        share = (apart[:, conflict] >= least).mean()
        print(f"precision {wanted}: recall {recall[place]:.3f}, score {least:.3f}, paraphrases {share:.4f}")


if __name__ == "__main__":
    sys.exit(main())
