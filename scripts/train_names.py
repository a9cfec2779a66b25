"""Learn what each edit of a name costs, from labelled pairs of Arabic spellings.

    python scripts/train_names.py PAIRS.jsonl --out consistency/languages/arabic/names/costs.json

PAIRS.jsonl holds lines {"a", "b", "label": "variant" | "different"}.  Pairs whose hash says so are held out
(`measure_names.py` measures on them).  To the labelled words come pairs made from the same words: slips of
the hand, names of several words, names that lack a word, words that differ by a consonant.  Alternates
between aligning under the current costs and a logistic regression on the edits of those alignments.
Needs scikit-learn.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from consistency.languages.arabic.names.align import Edit, align, choose, shorter
from consistency.languages.arabic.names.batch import log_odds
from consistency.languages.arabic.names.costs import (
    Model,
    drop_features,
    read,
    sounds,
    substitution_features,
)
from consistency.languages.arabic.names.letters import SPACE, VOWELS, clean

BORDER = 9
LENGTHS = 13
Pair = tuple[str, str, int, float]
"""Two cleaned spellings, 1 for one name, the weight of the example."""

START = {
    "drop": 1.0, "drop consonant": 3.0, "substitution": 1.5, "consonants": 4.5, "consonant for vowel": 4.0,
    "swap": 3.0, "word": 5.6, "space": 0.5, "article": 0.5, "doubled": -1.0, "first consonant": 1.0,
} | {f"sound {sound}": -4.0 for sound in sounds().groups}  # fmt: skip


def held_out(a: str, b: str) -> bool:
    """Whether a pair is kept for measuring: three in ten, by hash, the same for (b, a)."""
    digest = hashlib.sha256("|".join(sorted((a, b))).encode()).digest()
    return digest[0] % 10 < 3


def load(path: Path, held: bool) -> list[Pair]:
    """The labelled pairs of a file that are (or are not) held out."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    pairs = [(clean(row["a"]), clean(row["b"]), int(row["label"] == "variant"), 1.0) for row in rows]
    return [pair for pair in pairs if held_out(pair[0], pair[1]) == held]


SLIPS = ("drop", "drop", "drop vowel", "double", "swap", "neighbour")


def slip(word: str, dice: random.Random, kinds: Sequence[str] = SLIPS) -> str:
    """The word with one slip of the hand; the word itself where the slip finds no place."""
    place, kind = dice.randrange(1, len(word)), dice.choice(kinds)
    if kind == "drop" or (kind == "drop vowel" and word[place] in VOWELS):
        return word[:place] + word[place + 1 :]
    if kind == "double":
        return word[:place] + word[place] + word[place:]
    if kind == "swap":
        place = min(place, len(word) - 2)
        return word[:place] + word[place + 1] + word[place] + word[place + 2 :]
    near = sorted(
        {letter for pair in sounds().dots | sounds().keys if word[place] in pair for letter in pair}
    )
    return word[:place] + dice.choice(near) + word[place + 1 :] if kind == "neighbour" and near else word


def skeleton(word: str) -> str:
    """The consonants of a word, one letter for each sound."""
    groups = sounds().groups
    for sound in ("g", "t", "s", "d", "v"):
        for letter in groups[sound] - VOWELS:
            word = word.replace(letter, sorted(groups[sound])[0])
    return "".join(letter for letter in word if letter not in "اويهعئء")


def mined(words: list[str], dice: random.Random, wanted: int) -> list[Pair]:
    """Pairs of words of the list whose consonants differ by one that only one of them has."""
    by_skeleton: dict[str, list[str]] = {}
    for word in words:
        by_skeleton.setdefault(skeleton(word), []).append(word)
    found = []
    for bones, fuller in sorted(by_skeleton.items()):
        for place in range(len(bones)):
            fewer = bones[:place] + bones[place + 1 :]
            doubled = bones[place] in bones[place - 1 : place] + bones[place + 1 : place + 2]
            if len(fewer) < 2 or doubled:
                continue
            for other in by_skeleton.get(fewer, []):
                word = dice.choice(fuller)
                if abs(len(word) - len(other)) <= 2 and not word.startswith("ال"):
                    found.append((word, other, 0, 0.5))
    dice.shuffle(found)
    return found[:wanted]


def confused(model: Model, labelled: list[Pair], dice: random.Random, wanted: int) -> list[Pair]:
    """Pairs of words that the model takes for one name though nothing links them, mostly two names."""
    words = sorted({word for pair in labelled for word in pair[:2] if 2 < len(word) <= 10})
    home = {word: {word} for word in words}
    for a, b, label, _ in labelled:
        if label and a in home and b in home and home[a] is not home[b]:
            home[a] |= home[b]
            home.update(dict.fromkeys(home[a], home[a]))
    found: list[Pair] = []
    for k in dice.sample(range(len(words)), len(words) // 4):
        word, others = words[k], np.delete(np.arange(len(words)), k)
        likely = log_odds(model, words, np.full(len(others), k), others)
        for other in (words[j] for j in others[likely > -0.5]):
            _, edits = align(choose(model, word, other), word, other)
            kinds = [described(edit, word, other) for edit in edits]
            telling = [kind for kind in kinds if not any(x.startswith(("sound", "article")) for x in kind)]
            if other not in home[word] and len(telling) > 1:
                found.append((word, other, 0, 0.015 if len(telling) == 2 else 0.1))
    dice.shuffle(found)
    return found[:wanted]


def made(pairs: list[Pair], dice: random.Random) -> list[Pair]:
    """Slips and names of several words, made from labelled words."""
    same = [pair for pair in pairs if pair[2] and min(map(len, pair[:2])) > 2]
    different = [pair for pair in pairs if not pair[2]]
    words = sorted({word for pair in pairs for word in pair[:2] if len(word) > 2})
    found: list[Pair] = []
    longer = [word for word in words if len(word) > 4]
    for _ in range(900):
        word = dice.choice(longer)
        found.append((word, slip(word, dice, ("drop vowel", "double", "swap")), 1, 0.3))
    for _ in range(1500):
        (a, b, _, _), (c, d, _, _), (e, f, _, _) = (
            dice.choice(same),
            dice.choice(same),
            dice.choice(different),
        )
        found.append((f"{a} {c}", f"{b} {d}", 1, 0.5))
        found.append((f"{a} {c}", f"{a} {d}", 1, 0.3))
        found.append((f"{a} {c}", f"{a} {clean(slip(c, dice))}", 1, 0.3))
        found.append(
            (f"{a} {e}", f"{b} {f}", 0, 0.5) if dice.random() < 0.5 else (f"{e} {a}", f"{f} {b}", 0, 0.5)
        )
        found.append((f"{a} {c}", f"{b}{d}", 1, 0.2))
        found.append((f"{a}{e}", f"{a}{f}", 0, 0.3))
    return found


def features(model: Model, a: str, b: str) -> Counter[str]:
    """Counted features of the cheapest way from one spelling to the other."""
    prefix = "short" if shorter(a, b) < model.border else "long"
    _, edits = align(choose(model, a, b), a, b)
    counted: Counter[str] = Counter({f"length|{min(shorter(a, b), LENGTHS - 1)}": 1})
    for edit in edits:
        counted.update(f"{prefix}|{name}" for name in described(edit, a, b))
    return counted


def described(edit: Edit, a: str, b: str) -> tuple[str, ...]:
    """The features of one edit."""
    if edit.act == "substitute":
        return substitution_features(a[edit.begin], b[edit.other_begin])
    if edit.act == "swap":
        return ("swap",)
    if edit.act.startswith("word"):
        return ("word",)
    text, place = (a, edit.begin) if edit.act == "drop" else (b, edit.other_begin)
    if text[place] == SPACE:
        return ("space",)
    start = text.rfind(SPACE, 0, place) + 1
    word = text[start:].split(SPACE)[0]
    if place - start < 2 and word.startswith("ال") and len(word) > 4:
        return ("article",)
    framed = f" {text} "
    return drop_features(framed[place], framed[place + 1], framed[place + 2])


def fit(model: Model, pairs: list[Pair], strength: float) -> dict[str, Any]:
    """New weights by logistic regression over the edits of the current alignments, near ``START``."""
    from scipy.optimize import minimize
    from scipy.special import expit
    from sklearn.feature_extraction import DictVectorizer

    vectors = DictVectorizer(sparse=True)
    rows = vectors.fit_transform([features(model, a, b) for a, b, _, _ in pairs]).tocsr()
    names = [str(name) for name in vectors.get_feature_names_out()]
    prior = np.array([expected(name) for name in names])
    labels = np.array([label for _, _, label, _ in pairs], dtype=float)
    weights = np.array([weight for *_, weight in pairs])

    def loss(point: Any) -> tuple[float, Any]:
        odds = rows @ point
        value = weights @ (np.logaddexp(0.0, odds) - labels * odds)
        slope = rows.T @ (weights * (expit(odds) - labels))
        off = point - prior
        return float(value + strength / 2 * off @ off), slope + strength * off

    learned = dict(zip(names, minimize(loss, prior, jac=True, method="L-BFGS-B").x, strict=True))
    lengths = [float(learned.get(f"length|{n}", expected("length|"))) for n in range(LENGTHS)]
    data: dict[str, Any] = {"border": BORDER, "length": [round(x, 3) for x in lengths]}
    for prefix in ("short", "long"):
        named = {name.split("|", 1)[1]: -float(w) for name, w in learned.items() if name.startswith(prefix)}
        named["word"] = START["word"]  # The rules about a lacking word are the rules' own, not learned.
        kept = {name: w for name, w in (START | named).items() if abs(w) > 5e-4 or name in START}
        data[prefix] = {name: round(w, 3) for name, w in sorted(kept.items())}
    return data


def expected(name: str) -> float:
    """The weight of a feature before anything is learned; costs count against the odds."""
    kind, _, rest = name.partition("|")
    return 4.5 if kind == "length" else -START.get(rest, 0.0)


def train(pairs: list[Pair], labelled: list[Pair], rounds: int, strength: float) -> dict[str, Any]:
    """Alternate between aligning and fitting, adding what the model confuses."""
    data: dict[str, Any] = {"border": BORDER, "length": [4.0] * LENGTHS, "short": START, "long": START}
    more: list[Pair] = []
    for turn in range(rounds):
        data = fit(read(data), pairs + more, strength)
        if turn + 1 < rounds:
            more += confused(read(data), labelled, random.Random(turn), 2500)
            print(f"round {turn + 1}: {len(more)} confused pairs")
    return data


def main() -> None:
    """Read the pairs, train, write the data file."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--rounds", type=int, default=4)
    parser.add_argument("--strength", type=float, default=0.2)
    parser.add_argument(
        "--lean", type=float, default=0.3, help="added to the log odds: made pairs are too sceptical"
    )
    parser.add_argument("--everything", action="store_true", help="hold nothing out")
    options = parser.parse_args()
    dice = random.Random(5)
    labelled = load(options.pairs, False) + (load(options.pairs, True) if options.everything else [])
    words = sorted({word for pair in labelled for word in pair[:2]})
    pairs = labelled + made(labelled, dice) + mined(words, dice, 900)
    data = train([pair for pair in pairs if pair[0] != pair[1]], labelled, options.rounds, options.strength)
    data["length"] = [round(odds + options.lean, 3) for odds in data["length"]]
    options.out.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", "utf-8")
    print(f"{len(pairs)} pairs, {np.mean([label for _, _, label, _ in pairs]):.2f} of them one name")


if __name__ == "__main__":
    main()
