"""Count with which words sentences and articles of news begin, and write the lists that passages use.

    python scripts/count_openers.py news-ar.jsonl.xz consistency/languages/arabic

``openers.txt``: conjunctions with a word that begin sentences.  Such a word that runs on behind another one
without a space is a lost border between two sentences: «والأخبار» may stand anywhere, «وأوضحت» opens.
``leads.txt``: words, and pairs of words, with the logarithm of how much likelier an article begins with them
than a later sentence does, in nats: «أعلن» 2.8, «وأعلن» -3.
"""

from __future__ import annotations

import argparse
import json
import lzma
import math
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from consistency.languages.arabic.lexicon import frequency
from consistency.languages.arabic.normalise import fold_word

_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE = re.compile(r"\n|(?<=[.؟!]) +")
_LEAST = 15
_SHARE = 0.05  # of a word's places that are the first of a sentence; news has long sentences
_ROOT = 0.05  # «وزير»: without its first letter it is hardly a word, so the letter is no conjunction
_SENTENCES = 25  # of an article
_SHORT = 30  # letters: a shorter sentence is a title, a name, a credit
_LEADS = {1: 20, 2: 15}  # how often a word, or a pair, must begin a sentence
_TELLING, _MOST = 0.7, 3.0


def main() -> None:
    """Count, choose, write both lists in alphabetical order."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("corpus", type=Path, help="JSON Lines, .xz, with the fields `text` and `dataset`")
    arguments.add_argument("folder", type=Path)
    options = arguments.parse_args()
    everywhere: Counter[str] = Counter()
    first: Counter[str] = Counter()
    leads = {length: (Counter[str](), Counter[str]()) for length in _LEADS}
    for article in read(options.corpus):
        sentences = [_WORD.findall(sentence) for sentence in article]
        everywhere.update(word for words in sentences for word in words)
        first.update(words[0] for words in sentences if words)
        long = [w for w, text in zip(sentences, article, strict=True) if len(text) > _SHORT and len(w) > 1]
        for length, (first_ones, later_ones) in leads.items():
            keys = [" ".join(words[:length]) for words in long[:_SENTENCES]]
            first_ones.update(keys[:1])
            later_ones.update(keys[1:])
    rows = sorted(row for length, counts in leads.items() for row in telling(*counts, _LEADS[length]))
    of_leads = {words for words, value in rows if value > 0}  # «وصف», «فاجأ»: the letter is the verb's own
    chosen = sorted(
        word
        for word, number in first.items()
        if opens(word, number, everywhere[word]) and word not in of_leads
    )
    (options.folder / "openers.txt").write_text("\n".join(chosen) + "\n", encoding="utf-8")
    (options.folder / "leads.txt").write_text(
        "".join(f"{words}\t{value}\n" for words, value in rows), encoding="utf-8"
    )
    print(f"{len(chosen):,} openers, {len(rows):,} leads")


def read(corpus: Path) -> Iterator[list[str]]:
    """The folded sentences of each article of news."""
    with lzma.open(corpus, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if not row["dataset"].startswith("wikipedia"):
                yield _SENTENCE.split(fold_word(row["text"]))


def opens(word: str, first: int, everywhere: int) -> bool:
    """Whether a word is a conjunction with what begins a sentence, and no noun with its article."""
    return (
        word[0] in "وف"
        and not word.startswith(("وال", "فال"))
        and len(word) >= 3
        and first >= _LEAST
        and first >= _SHARE * everywhere
        and frequency(word[1:]) >= _ROOT * frequency(word)
    )


def telling(leads: Counter[str], others: Counter[str], least: int) -> Iterator[tuple[str, float]]:
    """The words that tell a lead from a later sentence, with the log of the ratio of their shares."""
    ratio = others.total() / leads.total()
    for words in leads.keys() | others.keys():
        if leads[words] + others[words] >= least:
            value = math.log((leads[words] + 0.5) * ratio / (others[words] + 0.5 * ratio))
            if abs(value) >= _TELLING:
                yield words, round(max(-_MOST, min(_MOST, value)), 1)


if __name__ == "__main__":
    main()
