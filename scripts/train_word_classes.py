r"""Sort the words of a corpus into classes by the words beside them, for the sequence model of names.

    python scripts/train_word_classes.py CORPUS.jsonl.xz \
        --out consistency/languages/arabic/mentions/classes.txt.xz

Each line of the corpus holds {"text"}.  Words are folded.  Needs scikit-learn.
"""

from __future__ import annotations

import argparse
import json
import lzma
from collections import Counter
from pathlib import Path

import numpy as np

from consistency.languages.arabic.normalise import tokens


def read(path: Path, every: int) -> list[list[str]]:
    """The folded words of each article taken."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        taken = [line for number, line in enumerate(lines) if number % every == 0]
    return [[token.folded for token in tokens(json.loads(line)["text"])] for line in taken]


def main() -> None:
    """Count neighbours, reduce, cluster, write a line of words for each class."""
    from scipy.sparse import coo_matrix, hstack
    from sklearn.cluster import MiniBatchKMeans
    from sklearn.decomposition import TruncatedSVD
    from sklearn.preprocessing import normalize

    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--every", type=int, default=3)
    parser.add_argument("--words", type=int, default=30_000)
    parser.add_argument("--contexts", type=int, default=2_000)
    parser.add_argument("--classes", type=int, default=256)
    options = parser.parse_args()
    articles = read(options.corpus, options.every)
    count = Counter(word for article in articles for word in article if word[:1].isalpha())
    words = [word for word, _ in count.most_common(options.words)]
    number = {word: k for k, word in enumerate(words)}
    running = np.concatenate([[number.get(word, -1) for word in article] + [-1] for article in articles])
    sides = []
    for mine, beside in ((running[1:], running[:-1]), (running[:-1], running[1:])):
        kept = (mine >= 0) & (beside >= 0) & (beside < options.contexts)
        shape = (len(words), options.contexts)
        sides.append(coo_matrix((np.ones(int(kept.sum())), (mine[kept], beside[kept])), shape=shape).tocsr())
    table = hstack(sides).tocsr()
    table.data = np.log1p(table.data)
    vectors = normalize(TruncatedSVD(80, random_state=0).fit_transform(normalize(table)))
    labels = MiniBatchKMeans(options.classes, random_state=0, batch_size=4096, n_init=3).fit_predict(vectors)
    groups: list[list[str]] = [[] for _ in range(options.classes)]
    for word, label in zip(words, labels, strict=True):
        groups[label].append(word)
    text = "".join(" ".join(group) + "\n" for group in groups)
    options.out.write_bytes(lzma.compress(text.encode(), preset=9))
    print(f"{len(words)} words, {options.out.stat().st_size} bytes")
    for group in groups[:40]:
        print(" ".join(group[:12]))


if __name__ == "__main__":
    main()
