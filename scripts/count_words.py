"""Count the words of a corpus, folded as the tool folds them, and write the frequent ones as the lexicon.

    python scripts/count_words.py news-ar.jsonl.xz consistency/languages/arabic/lexicon.txt.xz --least 12

The lexicon holds words and counts only: one ``word<TAB>count`` a line, the most frequent first.
It tells the spelling checks which forms are ordinary words or other people's names.
"""

from __future__ import annotations

import argparse
import json
import lzma
from collections import Counter
from pathlib import Path

from consistency.languages.arabic.normalise import tokens


def main() -> None:
    """Read the corpus named on the command line, write the lexicon, print what it covers."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("corpus", type=Path, help="JSON Lines, .xz, with a field `text`")
    arguments.add_argument("lexicon", type=Path)
    arguments.add_argument("--least", type=int, default=12, help="leave out words seen less often")
    options = arguments.parse_args()
    counts = count(options.corpus)
    kept = [(word, number) for word, number in counts.most_common() if number >= options.least]
    with lzma.open(options.lexicon, "wt", encoding="utf-8", preset=9) as out:
        out.writelines(f"{word}\t{number}\n" for word, number in kept)
    total = sum(counts.values())
    covered = sum(number for _, number in kept) / total
    print(f"{total:,} words, {len(counts):,} forms; kept {len(kept):,}, which cover {covered:.2%}")


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
