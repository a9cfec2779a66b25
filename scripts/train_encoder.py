"""Train the embedded Arabic encoder and write its folder.

    python scripts/train_encoder.py --corpus news-ar.jsonl.xz --parallel parallel-en-ar.jsonl.xz \
        --pairs eval/similarity --teacher TEACHER --work WORK --out consistency/embed/arabic

Three steps, each repeatable from its seed:
1. a vocabulary of whole words, with pieces for the words outside it, over folded text;
2. one vector a token, so that the mean of a sentence's tokens has the neighbours that the teacher gives it;
3. the same with pairs beside it: halves of one article, a headline and a sentence of its article,
   entailed headlines and captions (the first half of each set; the other half is never read here).

WORK keeps what is slow to make, above all the teacher's vectors, for when the script is run again.
"""

from __future__ import annotations

import argparse
import json
import lzma
import math
import random
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import torch
from measure_encoder import CAPTIONS, HEADLINES, halves, read_rows
from tokenizers import Regex, Tokenizer, models, trainers
from tokenizers import normalizers as nz
from tokenizers import pre_tokenizers as pt
from torch.nn import functional as F

from consistency.embed.ngrams import ngram_hashes
from consistency.languages.arabic import normalise

# How many rows: as many whole words as the size of the wheel allows, and pieces to spell the rest with.
WORDS, PIECES, DIM = 30_000, 6_000, 208
PARTICLES = ("و", "ف", "ب", "ل", "ك", "س", "لل", "وب", "ول", "وس", "فب", "فل")
AFFIXES = {*"وفبلكسايتنهمة", "لل", "ها", "هم", "نا", "ات", "ون", "ين", "ان", "وا", "كم", "هما"}
ALPHABET = {*"ابتثجحخدذرزسشصضطظعغفقكلمنهويپچڤگ", *"0123456789", *"abcdefghijklmnopqrstuvwxyz"}
ARTICLE = r"(?<![\p{L}])(?:[وف]?(?:[بك]?ال|لل))(?=\p{L}{3})"
WORD = r"\p{L}+|\p{N}+(?:[.,٫٬]\p{N}+)*"
ARABIC = re.compile(r"^[\u0620-\u064a\u066e-\u06d3]+$")
SENTENCE_END = re.compile(r"(?<=[.!؟?])\s*|\n+|؛\s*")


# --- Reading -----------------------------------------------------------------------------------------


def articles(corpus: Path) -> Iterator[dict[str, Any]]:
    """The articles of the corpus, with `dataset`, `title` and `text`."""
    with lzma.open(corpus, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def is_sentence(text: str) -> bool:
    """Whether a stretch is a sentence of Arabic of a length that news has."""
    letters = text.replace(" ", "")
    return 4 <= len(text.split()) <= 45 and sum("\u0600" <= c <= "\u06ff" for c in text) > 0.6 * len(letters)


def sentences(corpus: Path, parallel: Path, seed: int = 7) -> list[str]:
    """Headlines, leads, sentences from bodies and short everyday sentences, each once, in a random order."""
    rng = random.Random(seed)
    heads, leads, bodies = [], [], []
    for article in articles(corpus):
        parts = [part.strip(' .\t"*-') for part in SENTENCE_END.split(article["text"][:6000]) if part.strip()]
        parts = [part for part in parts if is_sentence(part)]
        title = article.get("title")
        if title and not article["dataset"].startswith("wikipedia") and len(title.split()) >= 4:
            heads.append(title)
        leads += parts[:1]
        bodies += rng.sample(parts[1:], min(3, len(parts[1:])))
    rng.shuffle(bodies)
    everyday = [row["ar"] for row in articles(parallel)]
    chosen = list(dict.fromkeys(heads + leads + bodies[:90_000] + everyday))
    rng.shuffle(chosen)
    return chosen


def stories(corpus: Path, seed: int = 11) -> list[tuple[str, str, str, list[str]]]:
    """(title, one half, the other half, first sentences) of every article long enough to be halved."""
    rng, found = random.Random(seed), []
    for article in articles(corpus):
        if article["dataset"].startswith("wikipedia"):
            continue
        parts = [part.strip() for part in re.split(r"(?<=[.!؟?])\s*|\n+", article["text"][:5000])]
        parts = [part for part in parts if len(part.split()) >= 4]
        if sum(len(part.split()) for part in parts) < 60:
            continue
        one: list[str] = []
        other: list[str] = []
        for part in parts:
            (one if rng.random() < 0.5 else other).append(part)
        if one and other:
            halved = " ".join(one)[:1200], " ".join(other)[:1200]
            found.append((article.get("title") or "", *halved, parts[1:5]))
    return found


# --- 1. The vocabulary -------------------------------------------------------------------------------


def folding() -> nz.Normalizer:
    """The folding of `consistency.languages.arabic.normalise`, written as steps of a tokenizer.

    ى/ي, ة/ه and the seats of hamza are unified too (`normalise.loose`), and the article with the particles
    before it is taken off: for likeness «الرئيس», «والرئيس» and «رئيس» are one word.
    """
    targets: dict[str, list[int]] = {}
    for point in (p for p in range(0x10000) if not 0xD800 <= p < 0xE000):
        folded = normalise.loose(normalise.fold_word(chr(point)))
        if folded != chr(point):
            targets.setdefault(folded, []).append(point)
    steps: list[nz.Normalizer] = []
    for target, points in sorted(targets.items()):
        letters = "".join(f"\\x{{{point:X}}}" for point in points)
        steps.append(nz.Replace(Regex(f"[{letters}]" + ("+" if not target else "")), target))
    return nz.Sequence([*steps, nz.Lowercase(), nz.Replace(Regex(ARTICLE), "")])


def count_words(corpus: Path, parallel: Path) -> Counter[str]:
    """How often each folded word stands in the corpus."""
    fold, split = folding(), pt.Split(Regex(WORD), "removed", invert=True)
    counts: Counter[str] = Counter()
    texts = [f"{a.get('title') or ''} {a['text']}" for a in articles(corpus)]
    for text in texts + [row["ar"] for row in articles(parallel)]:
        counts.update(word for word, _ in split.pre_tokenize_str(fold.normalize_str(text)))
    return counts


def is_derived(word: str, counts: Counter[str]) -> bool:
    """Whether a word is a particle and a commoner word: a row of its own would say the same as theirs."""
    for particle in PARTICLES:
        rest = word[len(particle) :]
        if word.startswith(particle) and len(rest) >= 4 and counts[rest] >= 2 * counts[word]:
            return True
    return word.endswith("ا") and len(word) >= 5 and counts[word[:-1]] >= 3 * counts[word]


def has_row(word: str, counts: Counter[str]) -> bool:
    """Whether a word may have a row of its own: Arabic words, common numbers and common foreign words."""
    if word.isdigit():
        return len(word) <= 4 and counts[word] >= 300
    if not ARABIC.match(word):
        return counts[word] >= 150 and word.isalpha()
    return not is_derived(word, counts)


def spelling_pieces(counts: Counter[str], words: set[str]) -> list[tuple[str, float]]:
    """Pieces to spell the words outside the vocabulary with, and their log probabilities."""
    rare = [w for w in counts if w not in words and counts[w] >= 2 and ARABIC.match(w) and len(w) <= 14]
    rare = [word for word in sorted(rare) if not is_derived(word, counts)]
    speller = Tokenizer(models.Unigram())
    speller.pre_tokenizer = pt.WhitespaceSplit()
    trainer = trainers.UnigramTrainer(
        vocab_size=PIECES,
        special_tokens=["[UNK]"],
        unk_token="[UNK]",
        max_piece_length=8,
        show_progress=False,
    )
    speller.train_from_iterator((" ".join([word] * min(counts[word], 8)) for word in rare), trainer)
    pieces = json.loads(speller.to_str())["model"]["vocab"]
    return [(piece, score) for piece, score in pieces if piece != "[UNK]"]


def make_tokenizer(counts: Counter[str]) -> Tokenizer:
    """A Unigram tokenizer that prefers whole words, then particle and word, then pieces."""
    total = sum(counts.values())
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    words = [word for word, _ in ranked if has_row(word, counts)][:WORDS]
    scores = {"[UNK]": 0.0} | {word: math.log(counts[word] / total) for word in words}
    for piece, score in spelling_pieces(counts, set(words)):
        scores.setdefault(piece, -9.0 if piece in AFFIXES else score - 4.0)
    for letter in sorted(AFFIXES | ALPHABET):
        scores.setdefault(letter, -9.0 if letter in AFFIXES else -15.0)
    # A letter must not be cheap inside a word because it also stands alone.
    for letter in [piece for piece in scores if len(piece) == 1]:
        scores[letter] = min(scores[letter], -9.0 if letter in AFFIXES else -13.0)
    tokenizer = Tokenizer(models.Unigram(list(scores.items()), unk_id=0))
    tokenizer.normalizer = folding()
    tokenizer.pre_tokenizer = pt.Split(Regex(WORD), "removed", invert=True)
    return tokenizer


# --- 2. The teacher ----------------------------------------------------------------------------------


class Teacher:
    """Mean-pooled vectors of a BERT model, 16-bit, with batches of a few fixed shapes (fast on a CPU)."""

    def __init__(self, folder: Path) -> None:
        from transformers import AutoModel

        model = AutoModel.from_pretrained(folder, use_safetensors=True, add_pooling_layer=False)
        self.model = model.eval().to(torch.bfloat16)
        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.tokenizer.enable_truncation(64)

    @torch.inference_mode()
    def encode(self, texts: list[str], prompt: str = "query: ", tokens: int = 2048) -> np.ndarray:
        """(n_texts, dim), float16, unit rows."""
        ids = [e.ids for e in self.tokenizer.encode_batch_fast([prompt + text for text in texts])]
        out = np.empty((len(texts), self.model.config.hidden_size), dtype=np.float16)
        by_length: dict[int, list[int]] = {}
        for place, row in enumerate(ids):
            by_length.setdefault(-(-len(row) // 8) * 8, []).append(place)
        for length, places in by_length.items():
            size = tokens // length
            for start in range(0, len(places), size):
                rows = places[start : start + size]
                out[rows] = self._batch([ids[place] for place in rows], size, length)
        return out

    def _batch(self, ids: list[list[int]], size: int, length: int) -> np.ndarray:
        padded = torch.full((size, length), 1)
        mask = torch.zeros(size, length, dtype=torch.long)
        mask[len(ids) :, 0] = 1
        for place, row in enumerate(ids):
            padded[place, : len(row)] = torch.tensor(row)
            mask[place, : len(row)] = 1
        hidden = self.model(input_ids=padded, attention_mask=mask).last_hidden_state.float()
        mean = (hidden * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
        return F.normalize(mean, dim=1)[: len(ids)].numpy().astype(np.float16)


def taught(teacher: Path, texts: list[str], work: Path, limit: int, shard: int = 8192) -> np.ndarray:
    """(min(n, limit), dim): the teacher's vectors, kept in WORK shard by shard."""
    work.mkdir(parents=True, exist_ok=True)
    model, found = None, []
    for start in range(0, min(len(texts), limit), shard):
        path = work / f"{start // shard:03d}.npy"
        if not path.exists():
            model = model or Teacher(teacher)
            np.save(path, model.encode(texts[start : start + shard]))
        found.append(np.load(path))
    return np.concatenate(found).astype(np.float32)


# --- 3. The student ----------------------------------------------------------------------------------


class Student(torch.nn.Module):
    """One vector a token; a text is the mean of its tokens."""

    def __init__(self, tokenizer: Tokenizer, rows: np.ndarray) -> None:
        super().__init__()
        self.tokenizer = tokenizer
        self.bag = torch.nn.EmbeddingBag(*rows.shape, mode="mean")
        self.bag.weight.data = torch.from_numpy(rows).float().clone()

    def ids(self, texts: list[str]) -> list[list[int]]:
        encoded = self.tokenizer.encode_batch_fast(texts, add_special_tokens=False)
        return [[i for i in e.ids if i] or [0] for e in encoded]

    def forward(self, ids: list[list[int]]) -> torch.Tensor:
        """(n_texts, dim), unit rows."""
        offsets = np.cumsum([0] + [len(row) for row in ids[:-1]])
        flat = torch.tensor([i for row in ids for i in row])
        return F.normalize(self.bag(flat, torch.from_numpy(offsets)), dim=1)


def first_rows(words: np.ndarray, counts: np.ndarray, dim: int, rare: float = 1e-3) -> np.ndarray:
    """The start: the teacher's vectors of the bare tokens, turned to `dim` axes, common words short."""
    centred = words - words.mean(0)
    _, _, axes = np.linalg.svd(centred, full_matrices=False)
    turned = centred @ axes[:dim].T
    turned /= np.linalg.norm(turned, axis=1, keepdims=True) + 1e-9
    share = counts / counts.sum()
    return np.asarray(turned * (rare / (rare + share))[:, None])


def as_taught(rows: torch.Tensor, taught_rows: torch.Tensor, bridge: torch.nn.Linear) -> torch.Tensor:
    """Neighbours as the teacher has them, and the teacher's own vectors through a linear bridge."""
    same = torch.eye(len(rows), dtype=torch.bool)
    wanted = (taught_rows @ taught_rows.T / 0.05).masked_fill(same, -1e4).log_softmax(1)
    given = (rows @ rows.T / 0.05).masked_fill(same, -1e4).log_softmax(1)
    neighbours = F.kl_div(given, wanted, log_target=True, reduction="batchmean")
    return neighbours + (1 - F.cosine_similarity(bridge(rows), taught_rows)).mean()


def in_order(cosines: torch.Tensor, labels: torch.Tensor, scale: float = 20.0) -> torch.Tensor:
    """Every pair with a higher label should have the higher cosine (the loss called CoSENT)."""
    gaps = (cosines[None, :] - cosines[:, None])[labels[:, None] > labels[None, :]] * scale
    return torch.logsumexp(torch.cat([torch.zeros(1), gaps]), 0)


def found_again(one: torch.Tensor, other: torch.Tensor, scale: float = 20.0) -> torch.Tensor:
    """Each row should find its partner among all the others of the batch."""
    scores, own = one @ other.T * scale, torch.arange(len(one))
    return (F.cross_entropy(scores, own) + F.cross_entropy(scores.T, own)) / 2


def distil(student: Student, ids: list[list[int]], lessons: torch.Tensor, epochs: int) -> None:
    """Step 2: the teacher's sentences alone."""
    bridge = torch.nn.Linear(student.bag.embedding_dim, lessons.shape[1], bias=False)
    optimiser = torch.optim.Adam([*student.parameters(), *bridge.parameters()], lr=0.003)
    size, order = 1024, torch.Generator().manual_seed(0)
    steps = epochs * (len(ids) // size)
    for step in range(steps):
        if step % (len(ids) // size) == 0:
            shuffled = torch.randperm(len(ids), generator=order).tolist()
        start = step % (len(ids) // size) * size
        rows = shuffled[start : start + size]
        loss = as_taught(student([ids[i] for i in rows]), lessons[rows], bridge)
        descend(optimiser, loss, 0.003 * (1 - step / steps))


def descend(optimiser: torch.optim.Optimizer, loss: torch.Tensor, rate: float) -> None:
    for group in optimiser.param_groups:
        group["lr"] = rate
    optimiser.zero_grad()
    loss.backward()
    optimiser.step()


class Pairs:
    """Labelled pairs as token ids, drawn at random."""

    def __init__(self, student: Student, one: list[str], other: list[str], labels: list[float]) -> None:
        self.one, self.other, self.labels = student.ids(one), student.ids(other), torch.tensor(labels)

    def draw(self, student: Student, rng: random.Random, size: int) -> tuple[torch.Tensor, torch.Tensor, Any]:
        rows = rng.sample(range(len(self.one)), size)
        return student([self.one[i] for i in rows]), student([self.other[i] for i in rows]), self.labels[rows]


def labelled(student: Student, path: Path, grades: dict[str, float]) -> Pairs:
    """The training half of a set of labelled pairs."""
    rows = halves(read_rows(path))[0]
    grade = [grades[row["label"]] for row in rows]
    return Pairs(student, [row["a"] for row in rows], [row["b"] for row in rows], grade)


def refine(
    student: Student, ids: list[list[int]], lessons: torch.Tensor, sets: dict[str, Pairs], steps: int
) -> None:
    """Step 3: pairs, with the teacher's sentences beside them so that nothing is forgotten."""
    rng = random.Random(5)
    bridge = torch.nn.Linear(student.bag.embedding_dim, lessons.shape[1], bias=False)
    with torch.no_grad():
        start = torch.linalg.lstsq(student(ids[:20_000]), lessons[:20_000]).solution
        bridge.weight.copy_(start.T)
    optimiser = torch.optim.Adam([*student.parameters(), *bridge.parameters()], lr=0.001)
    for step in range(steps):
        rows = rng.sample(range(len(ids)), 512)
        loss = as_taught(student([ids[i] for i in rows]), lessons[rows], bridge)
        for name, weight, size in (("headlines", 0.3, 256), ("captions", 0.15, 256)):
            one, other, grades = sets[name].draw(student, rng, size)
            loss = loss + weight * in_order((one * other).sum(1), grades)
        for name, weight, size in (("stories", 1.0, 512), ("leads", 0.5, 512)):
            one, other, _ = sets[name].draw(student, rng, size)
            loss = loss + weight * found_again(one, other)
        descend(optimiser, loss, 0.001 * (1 - step / steps))
        if (step + 1) % 50 == 0:
            print(f"refine {step + 1}/{steps} loss {loss.item():.3f}", flush=True)


# --- Writing -----------------------------------------------------------------------------------------


def rarity_table(texts: list[str]) -> np.ndarray:
    """(65536,), float16: the inverse document frequency of n-grams by the low 16 bits of their hash."""
    seen = np.zeros(65536)
    for start in range(0, len(texts), 1000):
        rows, hashes = ngram_hashes(texts[start : start + 1000])
        keys = np.unique(rows.astype(np.uint64) * np.uint64(65536) + (hashes & np.uint64(0xFFFF)))
        seen += np.bincount((keys & np.uint64(0xFFFF)).astype(np.int64), minlength=65536)
    return np.log((len(texts) + 1) / (seen + 1)).astype(np.float16)


def write_folder(out: Path, tokenizer: Tokenizer, rows: np.ndarray, rarity: np.ndarray) -> None:
    """The folder that model2vec and sentence-transformers both load."""
    from safetensors.numpy import save_file

    out.mkdir(parents=True, exist_ok=True)
    rows = rows.astype(np.float16)
    rows[0] = 0  # [UNK] says nothing, and some readers of the folder drop it while others add it.
    save_file({"embeddings": rows}, out / "model.safetensors")
    tokenizer.save(str(out / "tokenizer.json"), pretty=False)
    settings = {
        "model_type": "model2vec",
        "normalize": False,
        "max_length": None,
        "embedding_dtype": "float16",
    }
    (out / "config.json").write_text(json.dumps(settings, indent=1) + "\n", encoding="utf-8")
    module = {"idx": 0, "name": "0", "path": ".", "type": "sentence_transformers.models.StaticEmbedding"}
    (out / "modules.json").write_text(json.dumps([module], indent=1) + "\n", encoding="utf-8")
    np.save(out / "rarity.npy", rarity)


def main() -> int:
    """Run the three steps."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    for name in ("corpus", "parallel", "pairs", "teacher", "work", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--sentences", type=int, default=1 << 17, help="how many the teacher reads")
    parser.add_argument("--threads", type=int, default=2)
    given = parser.parse_args()
    torch.set_num_threads(given.threads)
    given.work.mkdir(parents=True, exist_ok=True)

    kept = given.work / "tokenizer.json"
    if not kept.exists():
        make_tokenizer(count_words(given.corpus, given.parallel)).save(str(kept), pretty=False)
    tokenizer = Tokenizer.from_file(str(kept))
    texts = sentences(given.corpus, given.parallel)
    vectors = taught(given.teacher, texts, given.work / "sentences", given.sentences)
    texts = texts[: len(vectors)]
    tokens = [token for token, _ in sorted(tokenizer.get_vocab().items(), key=lambda item: item[1])]
    bare = taught(given.teacher, tokens, given.work / "tokens", len(tokens))
    print(f"{len(tokens)} tokens, {len(texts)} sentences", flush=True)

    student = Student(tokenizer, np.zeros((len(tokens), DIM)))
    ids = student.ids(texts)
    counts = np.bincount([i for row in ids for i in row], minlength=len(tokens)) + 1.0
    student.bag.weight.data = torch.from_numpy(first_rows(bare, counts, DIM)).float()
    lessons = F.normalize(torch.from_numpy(vectors - vectors.mean(0)), dim=1)
    torch.manual_seed(1)  # Loading the teacher draws random numbers, reading its kept vectors does not.
    distil(student, ids, lessons, epochs=4)
    print("distilled", flush=True)

    halved = stories(given.corpus)
    rarity = rarity_table([story[1] for story in halved[::5]])
    rng = random.Random(5)
    titled = [story for story in halved if story[0] and story[3]]
    some = rng.sample(halved, 30_000)
    sets = {
        "headlines": labelled(student, given.pairs / HEADLINES, {"entails": 1.0, "not": 0.0}),
        "captions": labelled(
            student, given.pairs / CAPTIONS, {"entailment": 1.0, "contradiction": 0.7, "neutral": 0.0}
        ),
        "stories": Pairs(student, [s[1] for s in some], [s[2] for s in some], [1.0] * len(some)),
        "leads": Pairs(
            student, [s[0] for s in titled], [rng.choice(s[3]) for s in titled], [1.0] * len(titled)
        ),
    }
    refine(student, ids, lessons, sets, steps=300)
    write_folder(given.out, tokenizer, student.bag.weight.detach().numpy(), rarity)
    print(sum(file.stat().st_size for file in given.out.iterdir()), "bytes", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
