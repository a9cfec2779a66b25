"""Count the words of a corpus, folded as the tool folds them, and write the frequent ones as the lexicon.

    python scripts/count_words.py news-ar.jsonl.xz consistency/languages/arabic

Writes ``lexicon.txt.gz`` (words) and ``stems.txt.gz`` (their stems) into that folder: words and counts
only, a line for each count with the words that have it, the highest first.  They tell the spelling checks
which forms are ordinary words or other people's names, and the passage checks how rare a word is.
"""

from __future__ import annotations

import argparse
import gzip
import json
import lzma
from collections import Counter
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from consistency.languages.arabic.lexicon import stem
from consistency.languages.arabic.normalise import tokens


def main() -> None:
    """Read the corpus named on the command line, write the lexicon, print what it covers."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("corpus", type=Path, help="JSON Lines, .xz, with a field `text`")
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--least", type=int, default=8, help="leave out words seen less often")
    options = arguments.parse_args()
    counts = count(options.corpus)
    kept = [(word, number) for word, number in counts.most_common() if number >= options.least]
    stems: Counter[str] = Counter()
    for word, number in kept:
        stems[stem(word)] += number
    write(options.folder / "lexicon.txt.gz", kept)
    write(options.folder / "stems.txt.gz", stems.most_common())
    total = sum(counts.values())
    covered = sum(number for _, number in kept) / total
    print(f"{total:,} words, {len(counts):,} forms; kept {len(kept):,}, which cover {covered:.2%}")


def write(path: Path, rows: list[tuple[str, int]]) -> None:
    """A count and its words a line; the same bytes for the same rows.

    :param rows: the highest count first.
    """
    counted = groupby(rows, key=itemgetter(1))
    text = "".join(f"{number} {' '.join(word for word, _ in words)}\n" for number, words in counted)
    path.write_bytes(gzip.compress(text.encode("utf-8"), mtime=0))


def count(corpus: Path) -> Counter[str]:
    """How often each folded word of two letters or more stands in the titles and texts."""
    counts: Counter[str] = Counter()
    with lzma.open(corpus, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            text = f"{row.get('title') or ''}\n{row.get('text') or ''}"
            counts.update(t.folded for t in tokens(text) if len(t.folded) > 1 and t.folded[0].isalpha())
    return counts


if __name__ == "__main__":
    main()
