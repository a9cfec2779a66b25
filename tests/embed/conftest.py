"""Tiny models that the tests make themselves: random weights from a seed, nothing fetched."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

WORDS = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "query", ":", "وزير", "يزور", "باريس", "لا", "اليوم"]


def tiny_tokenizer() -> Any:
    """A word-level tokenizer of a handful of words."""
    from tokenizers import Tokenizer, models, pre_tokenizers, processors
    from transformers import PreTrainedTokenizerFast

    words = Tokenizer(models.WordLevel({word: place for place, word in enumerate(WORDS)}, unk_token="[UNK]"))
    words.pre_tokenizer = pre_tokenizers.Whitespace()
    words.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]",
        pair="[CLS] $A [SEP] $B [SEP]",
        special_tokens=[("[CLS]", 2), ("[SEP]", 3)],
    )
    return PreTrainedTokenizerFast(
        tokenizer_object=words,
        pad_token="[PAD]",
        unk_token="[UNK]",
        cls_token="[CLS]",
        sep_token="[SEP]",
        model_max_length=32,
    )


def tiny_config(**settings: Any) -> Any:
    """A BERT of one layer and 16 columns."""
    from transformers import BertConfig

    return BertConfig(
        vocab_size=len(WORDS),
        hidden_size=16,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=16,
        max_position_embeddings=32,
        **settings,
    )


@pytest.fixture(scope="session")
def tiny_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sentence-transformers folder with the prompt "query: " for queries."""
    pytest.importorskip("sentence_transformers", reason="sentence-transformers is not in a slim installation")
    import torch
    from sentence_transformers import SentenceTransformer, models
    from transformers import BertModel

    torch.manual_seed(0)
    base = tmp_path_factory.mktemp("tiny") / "base"
    BertModel(tiny_config()).save_pretrained(base)
    tiny_tokenizer().save_pretrained(base)
    reader = models.Transformer(str(base))
    model = SentenceTransformer(
        modules=[reader, models.Pooling(16)], prompts={"query": "query: "}, device="cpu"
    )
    folder = base.parent / "model"
    model.save(str(folder), create_model_card=False)
    return folder


@pytest.fixture(scope="session")
def tiny_judge(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cross-encoder folder whose columns stand in another order than the package's own."""
    pytest.importorskip("sentence_transformers", reason="sentence-transformers is not in a slim installation")
    import torch
    from transformers import BertForSequenceClassification

    torch.manual_seed(0)
    folder = tmp_path_factory.mktemp("judge")
    names = {0: "entailment", 1: "neutral", 2: "contradiction"}
    config = tiny_config(num_labels=3, id2label=names, label2id={name: i for i, name in names.items()})
    BertForSequenceClassification(config).save_pretrained(folder)
    tiny_tokenizer().save_pretrained(folder)
    return folder
