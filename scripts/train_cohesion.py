"""Learn when a paragraph begins another item, on articles put together from two.

    python scripts/train_cohesion.py news-ar.jsonl.xz consistency/languages/arabic/cohesion.json

Needs scikit-learn, which the tool itself does not.
"""

from __future__ import annotations

import argparse
import json
import lzma
import random
import re
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

from consistency.breaks.meaning import OF_MEANING, meaning_features
from consistency.breaks.words import OF_WORDS, Matrix, word_features
from consistency.cohesion import overlap, stems
from consistency.languages.arabic.discourse import has_own_title


def main() -> None:
    """Compose, fit a model by words for all cuts and one by meaning for untitled ones, write the weights."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("corpus", type=Path)
    arguments.add_argument("weights", type=Path)
    arguments.add_argument("--articles", type=int, default=10_000)
    options = arguments.parse_args()
    rows, labels, titled = [], [], []
    for title, paragraphs, boundary in compose(options.corpus, options.articles):
        if len(paragraphs) < 2:
            continue
        features = np.hstack([word_features(title, paragraphs, 1), meaning_features(title, paragraphs, 1)])
        for index, row in enumerate(features, start=1):
            if boundary is None or index <= boundary:  # cuts inside the foreign item say nothing
                rows.append(row)
                labels.append(index == boundary)
                titled.append(has_own_title(paragraphs[index:]))
    table, truth, untitled = np.array(rows), np.array(labels), ~np.array(titled)
    models = {
        "words": fit(table[:, : len(OF_WORDS)], truth, OF_WORDS),
        "meaning": fit(table[untitled], truth[untitled], (*OF_WORDS, *OF_MEANING)),
    }
    options.weights.write_text(json.dumps(models, indent=1) + "\n")


def fit(table: Matrix, truth: Matrix, columns: tuple[str, ...]) -> dict[str, object]:
    """The weights of a logistic regression, in the features' own units."""
    model = LogisticRegression(C=1.0, max_iter=5000).fit(table, truth)
    print(f"{len(truth):,} cuts, {truth.sum():,} true; accuracy {model.score(table, truth):.4f}")
    weights = {name: round(float(w), 4) for name, w in zip(columns, model.coef_[0], strict=True)}
    return {"weights": weights, "bias": round(float(model.intercept_[0]), 4)}


def compose(corpus: Path, number: int) -> list[tuple[str, list[str], int | None]]:
    """Articles of two items (two in three) and of one, with the index of the first foreign paragraph."""
    draw = random.Random(7)
    articles = [article for article in read(corpus) if len(article[1]) >= 2]
    draw.shuffle(articles)
    composed: list[tuple[str, list[str], int | None]] = []
    for host, guest in zip(articles[:number], articles[number : 2 * number], strict=False):
        if draw.random() < 0.5:
            composed.append((*host, None))
            continue
        if draw.random() < 0.4:  # a hard one: the nearest of forty in topic
            host_bag = stems(" ".join(host[1]))
            guests = draw.sample(articles[number:], 40)
            guest = max(guests, key=lambda other: overlap(host_bag, stems(" ".join(other[1][:6]))))
        item = guest[1][: draw.randint(1, 6)]
        if draw.random() < 0.6:
            item = [guest[0], *item]
        composed.append((host[0], host[1] + item, len(host[1])))
    return composed


def read(corpus: Path) -> list[tuple[str, list[str]]]:
    """Titles and paragraphs; a text without line breaks is cut after every second or third sentence."""
    draw = random.Random(3)
    articles = []
    with lzma.open(corpus, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if row["dataset"].startswith("wikipedia") or not row.get("title"):
                continue
            paragraphs = [part.strip() for part in row["text"].split("\n") if part.strip()]
            if len(paragraphs) == 1:
                if draw.random() > 0.12:
                    continue
                sentences = re.split(r"(?<=[.!؟]) ", paragraphs[0])
                step = draw.randint(1, 3)
                paragraphs = [" ".join(sentences[i : i + step]) for i in range(0, len(sentences), step)]
            articles.append((row["title"], paragraphs[:30]))
    return articles


if __name__ == "__main__":
    main()
