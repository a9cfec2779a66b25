"""How many of the nearest articles the index finds.

python scripts/measure_nearest.py NEWS.jsonl[.xz] [--articles 10000]
"""

from __future__ import annotations

import argparse
import json
import lzma
import random
import time
from pathlib import Path

import numpy as np

from consistency.embed import load_encoder
from consistency.nearest import nearest
from consistency.stories import SAME_STORY

_NEIGHBOURS = 10


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("source", type=Path)
    parser.add_argument("--articles", type=int, default=10_000)
    options = parser.parse_args()
    data = options.source.read_bytes()
    lines = (lzma.decompress(data) if options.source.suffix == ".xz" else data).decode("utf-8").splitlines()
    random.Random(1).shuffle(lines)
    told = [json.loads(line) for line in lines[: options.articles]]
    vectors = load_encoder().encode([f"{one.get('title') or ''}\n{one['text']}" for one in told])
    begun = time.perf_counter()
    exact, cosines = nearest(vectors, _NEIGHBOURS)
    between = time.perf_counter()
    found, _ = nearest(vectors, _NEIGHBOURS, exact=_NEIGHBOURS)
    ended = time.perf_counter()
    hit = np.array([np.isin(a, b) for a, b in zip(exact, found, strict=True)])
    near = cosines >= SAME_STORY
    print(f"{len(told):,} articles: of the {_NEIGHBOURS} nearest {hit.mean():.3f} found, ", end="")
    print(f"of those that may be of one story {hit[near].mean():.3f}; ", end="")
    print(f"exact {between - begun:.1f} s, index {ended - between:.1f} s")


if __name__ == "__main__":
    main()
