"""Milliseconds that an article takes to be dated, and to be read for its values and its claims.

python scripts/measure_reading.py NEWS.jsonl [--articles 200] [--runs 9]

The smallest of several runs of each article, so that all words are known and other work of the machine counts
little.  Both trees, run in turn, show what a change gains.
"""

from __future__ import annotations

import argparse
import time
from collections import defaultdict
from dataclasses import replace
from itertools import islice
from pathlib import Path

import numpy as np

from consistency.article_values import ArticleValues
from consistency.checks.context import Context
from consistency.corpus import read_corpus
from consistency.dating import date_articles
from consistency.extract import extract
from consistency.extract.world import world_of
from consistency.pipeline import Street
from consistency.rulebook import load_rules
from consistency.segment import segment

_SHORTEST = 1_000
"""Code points: what is read in shorter texts is kept."""
_MOST_KEPT = 128
"""Articles: with fewer than this the words of all would be kept from run to run."""


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("source", type=Path)
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--runs", type=int, default=9)
    options = parser.parse_args()
    long = (d for d in read_corpus([options.source]).documents if len(d.text) >= _SHORTEST)
    articles = tuple(map(segment, islice(long, max(options.articles, _MOST_KEPT + 1))))
    catalogue = Street.of(load_rules()).catalogue
    hits, world = Context(articles, catalogue).hits, world_of(catalogue)
    alone = np.zeros((1, 1), dtype=np.float32)
    best: dict[tuple[str, str], float] = defaultdict(lambda: float("inf"))
    for _ in range(options.runs):
        for article in articles:
            begun = time.perf_counter()
            (dated,) = date_articles([replace(article, published=None)], alone)
            between = time.perf_counter()
            values = ArticleValues(dated)
            _ = values.seen
            behind = time.perf_counter()
            list(extract([values], hits, world))
            for name, took in (
                ("day", between - begun),
                ("values", behind - between),
                ("claims", time.perf_counter() - behind),
            ):
                best[name, article.id] = min(best[name, article.id], took)
    for name in ("day", "values", "claims"):
        whole = sum(took for (told, _), took in best.items() if told == name)
        print(f"{name} {whole / len(articles) * 1_000:.2f}", end="  ")
    print(f"ms an article, {len(articles)} articles")


if __name__ == "__main__":
    main()
