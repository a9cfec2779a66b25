"""What a user would otherwise write: every sentence through sentence-transformers, then paraphrase mining.

python tests/benchmarks/paraphrase_mining.py CORPUS.jsonl
"""

from __future__ import annotations

import json
import re
import sys
import time
from pathlib import Path


def main(corpus: str) -> None:
    begun = time.perf_counter()
    from sentence_transformers import SentenceTransformer, util

    import consistency.embed

    folder = Path(consistency.embed.__file__).parent / "arabic"
    model = SentenceTransformer(str(folder), device="cpu")
    sentences = [
        sentence
        for line in Path(corpus).read_text(encoding="utf-8").splitlines()
        for sentence in re.split(r"[.!؟\n]+\s*", json.loads(line)["text"])
        if len(sentence.split()) >= 3
    ]
    vectors = model.encode(sentences, convert_to_tensor=True, show_progress_bar=False)
    encoded = time.perf_counter() - begun
    pairs = util.paraphrase_mining_embeddings(vectors, top_k=10)
    wall = time.perf_counter() - begun
    print(json.dumps({"sentences": len(sentences), "pairs": len(pairs), "encoded": encoded, "wall": wall}))


if __name__ == "__main__":
    main(sys.argv[1])
