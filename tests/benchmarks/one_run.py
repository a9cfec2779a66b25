"""One run over a corpus in a process of its own; prints what it took as JSON.

python tests/benchmarks/one_run.py CORPUS CACHE [JOBS]
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path


def main(corpus: str, cache_folder: str, jobs: int | None = None) -> None:
    begun = time.perf_counter()
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the command line does: a core has a process
    from consistency.cache import Cache
    from consistency.embed import load_encoder
    from consistency.pipeline import Engine, Street, check_paths
    from consistency.report import RenderOptions, render
    from consistency.rulebook import load_rules

    street = Street.of(load_rules(), load_encoder())
    marks = {"start": time.perf_counter() - begun}

    def told(stage: str, done: int, whole: int) -> None:
        marks[stage] = time.perf_counter() - begun

    cache = Cache(Path(cache_folder))
    report = check_paths(
        [corpus], street, engine=Engine(jobs=jobs, cache=cache, claims="none", progress=told)
    )
    cache.close()
    marks["putting together"] = time.perf_counter() - begun
    text = render("json", report, RenderOptions())
    marks["writing"] = time.perf_counter() - begun
    print(
        json.dumps(
            {
                "articles": len(report.articles),
                "findings": len(report.findings),
                "claims": report.corpus.claims,
                "bytes": len(text),
                "marks": marks,
            }
        )
    )


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 else None)
