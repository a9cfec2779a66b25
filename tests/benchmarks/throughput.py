"""How fast large corpora are checked, and what a second run costs.

python tests/benchmarks/throughput.py NEWS.jsonl[.xz] [--sizes 1000,10000,70000] [--mine-up-to 10000]

NEWS.jsonl has an article a line: title, text, date_iso or date.  For each size a corpus is made and checked
three times: with an empty cache, unchanged, and with one article changed.  Up to --mine-up-to articles the
same corpus goes through sentence-transformers and paraphrase mining in the same run.  Machines are noisy:
compare the ratios of one run, not the seconds of two.  Memory is the sum over all processes (PSS, Linux).
"""

from __future__ import annotations

import argparse
import json
import lzma
import math
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
_PAUSE = 2.0
"""Seconds between two looks at the memory."""
_GROWN = 1.02
"""How much more must be resident for a closer look, which walks through all pages of the processes."""


def articles(source: Path, number: int) -> Iterator[dict[str, str]]:
    """A fixed sample of the articles, in a fixed order."""
    text = lzma.decompress(source.read_bytes()) if source.suffix == ".xz" else source.read_bytes()
    lines = text.decode("utf-8").splitlines()
    random.Random(1).shuffle(lines)
    for line in lines[:number]:
        told = json.loads(line)
        date = told.get("date") or told.get("date_iso")
        article = {"title": told.get("title") or "", "text": told["text"]}
        yield article | ({"date": date[:10]} if date else {})


def write(corpus: Path, told: list[dict[str, str]]) -> None:
    corpus.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in told), encoding="utf-8")


def run(script: str, *arguments: str) -> dict[str, Any]:
    """What a script printed, with its wall time and the peak memory of its processes in MB."""
    begun = time.perf_counter()
    process = subprocess.Popen([sys.executable, str(HERE / script), *arguments], stdout=subprocess.PIPE)
    peak = [0.0]
    watcher = threading.Thread(target=_watch, args=(process, peak), daemon=True)
    watcher.start()
    out, _ = process.communicate()
    if process.returncode:
        raise SystemExit(f"{script} {' '.join(arguments)}: exit {process.returncode}")
    return {"wall": time.perf_counter() - begun, "peak": peak[0]} | json.loads(out)


def _watch(process: subprocess.Popen[bytes], peak: list[float]) -> None:
    seen = 0
    while process.poll() is None:
        family = list(_family(process.pid))
        resident = sum(map(_resident, family))
        if resident > seen * _GROWN:
            seen = resident
            peak[0] = max(peak[0], sum(map(_memory, family)))
        time.sleep(_PAUSE)


def _family(pid: int) -> Iterator[int]:
    yield pid
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return
    for child in children:
        yield from _family(int(child))


def _resident(pid: int) -> int:
    """Pages in memory, those shared with other processes too: told at once."""
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    except OSError:
        return 0


def _memory(pid: int) -> float:
    """MB in memory, pages shared by n processes as an nth."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


def stages(marks: dict[str, float]) -> str:
    """The share of each stage, from the times at which they ended."""
    ends = sorted(marks.items(), key=lambda mark: mark[1])
    whole, before, told = ends[-1][1], 0.0, []
    for name, end in ends:
        told.append(f"{name} {(end - before) / whole:.0%}")
        before = end
    return ", ".join(told)


def measure(source: Path, size: int, folder: Path, mine: bool) -> dict[str, Any]:
    told = list(articles(source, size))
    corpus, cache = folder / f"{size}.jsonl", folder / f"cache-{size}"
    write(corpus, told)
    first = run("one_run.py", str(corpus), str(cache))
    again = run("one_run.py", str(corpus), str(cache))
    middle = len(told) // 2
    told[middle]["text"] += "\nوأضاف المصدر أن العمل مستمر."
    write(corpus, told)
    changed = run("one_run.py", str(corpus), str(cache))
    mined = run("paraphrase_mining.py", str(corpus)) if mine else None
    return {"size": len(told), "first": first, "again": again, "changed": changed, "mined": mined}


def exponent(small: dict[str, Any], large: dict[str, Any]) -> float:
    """The exponent of growth of the time between two sizes: 1 is linear."""
    times = large["first"]["wall"] / small["first"]["wall"]
    return math.log(times) / math.log(large["size"] / small["size"])


def rows(measured: list[dict[str, Any]]) -> Iterator[str]:
    yield "| articles | seconds | articles/s | peak MB | unchanged | one changed | paraphrase mining | growth |"
    yield "|---|---|---|---|---|---|---|---|"
    before: dict[str, Any] | None = None
    for one in measured:
        wall = one["first"]["wall"]
        mined = f"{one['mined']['wall']:.0f} s, x {one['mined']['wall'] / wall:.1f}" if one["mined"] else "-"
        growth = "-"
        if before:
            growth = f"{exponent(before, one):.2f}"
        yield (
            f"| {one['size']:,} | {wall:.0f} | {one['size'] / wall:.1f} | {one['first']['peak']:,.0f} "
            f"| {one['again']['wall']:.1f} s, / {wall / one['again']['wall']:.0f} "
            f"| {one['changed']['wall']:.1f} s, / {wall / one['changed']['wall']:.0f} | {mined} | {growth} |"
        )
        before = one
    if len(measured) > 2:
        yield f"growth from {measured[0]['size']:,} to {measured[-1]['size']:,}: {exponent(measured[0], measured[-1]):.2f}"
    for one in measured:
        yield f"{one['size']:,}: {stages(one['first']['marks'])}; {one['first']['findings']:,} findings"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("source", type=Path)
    parser.add_argument("--sizes", default="1000,10000,70000")
    parser.add_argument("--mine-up-to", type=int, default=10_000)
    options = parser.parse_args()
    measured = []
    with tempfile.TemporaryDirectory() as folder:
        for size in map(int, options.sizes.split(",")):
            measured.append(measure(options.source, size, Path(folder), size <= options.mine_up_to))
            print(*rows(measured[-1:]), sep="\n", file=sys.stderr, flush=True)  # a long run may be cut off
    print("\n".join(rows(measured)))


if __name__ == "__main__":
    main()
