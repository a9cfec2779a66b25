r"""Learn to find persons and places in Arabic text, from sentences with marked names.

    python scripts/train_mentions.py SENTENCES.jsonl... \
        --out consistency/languages/arabic/mentions/weights.json.xz

Each line holds {"id", "split", "text", "tokens", "entities": [{"type", "start_token", "end_token"}]}, the
text being the tokens with single spaces between.  The sentences of the split "test" are held out; precision,
recall and F1 of whole spans are measured there.  Needs python-crfsuite; the weights are read without it.
"""

from __future__ import annotations

import argparse
import json
import lzma
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from consistency.languages.arabic.mentions import find_names
from consistency.languages.arabic.mentions.features import Word, features, split
from consistency.languages.arabic.mentions.tagger import Tagger, spans

Reader = Callable[[list[Word], str], set[tuple[int, int, str]]]
KINDS = {"PER": "person", "PERS": "person", "LOC": "place", "GPE": "place", "FAC": "place", "ORG": "body"}


def held_out(row: dict[str, Any]) -> bool:
    """Whether a sentence is kept for measuring: the test part holds other articles than the rest."""
    return bool(row["split"] == "test")


def marked(row: dict[str, Any]) -> list[tuple[int, int, str]]:
    """The named spans of a sentence in code points."""
    starts = [0]
    for token in row["tokens"]:
        starts.append(starts[-1] + len(token) + 1)
    return [
        (starts[e["start_token"]], starts[e["end_token"]] - 1, KINDS[e["type"]])
        for e in row["entities"]
        if e["type"] in KINDS
    ]


def tags(words: list[Word], names: list[tuple[int, int, str]]) -> list[str]:
    """A tag for each word: B- at the first word of a name, I- at the others, O outside."""
    found = ["O"] * len(words)
    for start, end, kind in names:
        inside = [k for k, word in enumerate(words) if word.start >= start and word.end <= end]
        for k in inside:
            found[k] = ("B-" if k == inside[0] else "I-") + kind
    return found


def train(rows: list[dict[str, Any]], options: argparse.Namespace) -> dict[str, Any]:
    """The weights of a linear-chain conditional random field, rounded."""
    import pycrfsuite

    trainer = pycrfsuite.Trainer(verbose=False)
    for row in rows:
        words = split(row["text"])
        trainer.append(features(words), tags(words, marked(row)))
    trainer.set_params({"c1": options.c1, "c2": options.c2, "max_iterations": options.rounds})
    with tempfile.TemporaryDirectory() as folder:
        trainer.train(f"{folder}/model")
        tagger = pycrfsuite.Tagger()
        tagger.open(f"{folder}/model")
        info = tagger.info()
    states: dict[str, dict[str, float]] = {}
    for (name, tag), weight in info.state_features.items():
        if abs(weight) >= options.least:
            states.setdefault(name, {})[tag] = round(weight, 2)
    moves = {f"{a} {b}": round(weight, 2) for (a, b), weight in info.transitions.items()}
    return {
        "tags": sorted(info.labels),
        "moves": dict(sorted(moves.items())),
        "states": dict(sorted(states.items())),
    }


def tagged(tagger: Tagger) -> Reader:
    """The names that the tags alone make."""
    return lambda words, _: set(spans(words, tagger.tag(words)))


def found(words: list[Word], text: str) -> set[tuple[int, int, str]]:
    """The names that the checks see, from the first letters of their first words, as they are marked."""
    starts = [word.start for word in words]
    return {
        (max(start for start in starts if start <= name.start), name.end, str(name.kind))
        for name in find_names(text)
    }


def measure(read: Reader, rows: list[dict[str, Any]]) -> None:
    """Print precision, recall and F1 of whole spans, and of spans that touch, for each kind and source."""
    counts: dict[tuple[str, str], Counter[str]] = {}
    for row in rows:
        source, words = row["id"].rsplit("-", 1)[0], split(row["text"])
        said = read(words, row["text"])
        true = set(spans(words, tags(words, marked(row))))
        for kind in ("person", "place"):
            count = counts.setdefault((source, kind), Counter())
            mine, theirs = ({span for span in side if span[2] == kind} for side in (said, true))
            count.update(right=len(mine & theirs), said=len(mine), true=len(theirs))
            count.update(touched=sum(any(a < d and c < b for c, d, _ in theirs) for a, b, _ in mine))
            count.update(reached=sum(any(a < d and c < b for c, d, _ in mine) for a, b, _ in theirs))
    for (source, kind), count in sorted(counts.items()):
        precision, recall = count["right"] / max(1, count["said"]), count["right"] / max(1, count["true"])
        both = 2 * precision * recall / max(1e-9, precision + recall)
        touched, reached = count["touched"] / max(1, count["said"]), count["reached"] / max(1, count["true"])
        print(f"{source:8} {kind:7} P {precision:.3f} R {recall:.3f} F1 {both:.3f}", end=" ")
        print(f"({count['true']} true; touching: P {touched:.3f} R {reached:.3f})")


def main() -> None:
    """Read, train, write, measure."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("sentences", type=Path, nargs="+")
    parser.add_argument("--out", type=Path)
    parser.add_argument("--c1", type=float, default=0.2)
    parser.add_argument("--c2", type=float, default=0.02)
    parser.add_argument("--rounds", type=int, default=120)
    parser.add_argument("--least", type=float, default=0.05)
    parser.add_argument("--measure", action="store_true", help="measure the shipped weights, train nothing")
    options = parser.parse_args()
    rows = [json.loads(line) for path in options.sentences for line in path.read_text("utf-8").splitlines()]
    kept = [row for row in rows if held_out(row)]
    if options.measure:
        print("by the tags alone")
        measure(tagged(Tagger.shipped()), kept)
        print("as the checks see them, without titles")
        measure(found, kept)
        return
    data = train([row for row in rows if not held_out(row)], options)
    if options.out:
        text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
        options.out.write_bytes(lzma.compress(text.encode(), preset=9))
        print(f"{len(data['states'])} features, {options.out.stat().st_size} bytes")
    measure(tagged(Tagger(data)), kept)


if __name__ == "__main__":
    main()
