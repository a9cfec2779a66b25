"""Count the words of a corpus, folded as the tool folds them, and write the frequent ones as the lexicon.

    python scripts/count_words.py news-ar.jsonl.xz consistency/languages/arabic

Writes ``lexicon.txt.xz`` (words) and ``stems.txt.xz`` (their stems) into that folder: words and counts
only, one ``word<TAB>count`` a line, the most frequent first.  They tell the spelling checks which forms are
ordinary words or other people's names, and the passage checks how rare a word is.
"""

from __future__ import annotations

import argparse
import json
import lzma
from collections import Counter
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
    write(options.folder / "lexicon.txt.xz", kept)
    write(options.folder / "stems.txt.xz", stems.most_common())
    total = sum(counts.values())
    covered = sum(number for _, number in kept) / total
    print(f"{total:,} words, {len(counts):,} forms; kept {len(kept):,}, which cover {covered:.2%}")


def write(path: Path, rows: list[tuple[str, int]]) -> None:
    """One word and its count a line."""
    with lzma.open(path, "wt", encoding="utf-8", preset=9) as out:
        out.writelines(f"{word}\t{number}\n" for word, number in rows)


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
