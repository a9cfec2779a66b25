"""The optional cross-encoder."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from consistency.embed import load_nli
from consistency.errors import ModelMissing, UsageError

pytestmark = pytest.mark.filterwarnings("ignore")  # Warnings of other libraries while they are imported.
PAIRS = [("وزير يزور باريس", "وزير لا يزور باريس"), ("اليوم", "اليوم")]


def test_every_judgement_is_a_distribution(tiny_judge: Path) -> None:
    rows = load_nli(str(tiny_judge)).judge(PAIRS)
    assert rows.shape == (2, 3)
    assert rows.dtype == np.float32
    assert np.allclose(rows.sum(axis=1), 1.0, atol=1e-5)


def test_columns_stand_in_the_packages_order_whatever_the_models_is(tiny_judge: Path) -> None:
    from sentence_transformers import CrossEncoder

    raw = CrossEncoder(str(tiny_judge), device="cpu", local_files_only=True).predict(
        PAIRS, apply_softmax=True
    )
    entailment, neutral, contradiction = 0, 1, 2
    expected = raw[:, [contradiction, entailment, neutral]]
    assert np.allclose(load_nli(str(tiny_judge)).judge(PAIRS), expected, atol=1e-5)


def test_no_pairs_give_no_judgements(tiny_judge: Path) -> None:
    assert load_nli(str(tiny_judge)).judge([]).shape == (0, 3)


def test_a_model_that_does_not_name_contradiction_is_refused(tiny_judge: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(tiny_judge, tmp_path / "unnamed"))
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    config["id2label"] = {"0": "LABEL_0", "1": "LABEL_1", "2": "LABEL_2"}
    config["label2id"] = {"LABEL_0": 0, "LABEL_1": 1, "LABEL_2": 2}
    (folder / "config.json").write_text(json.dumps(config), encoding="utf-8")
    with pytest.raises(UsageError, match="must name them contradiction, entailment, neutral"):
        load_nli(str(folder))


def test_a_judge_that_is_not_there_is_a_missing_model(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SENTENCE_TRANSFORMERS_HOME", str(tmp_path))
    with pytest.raises(ModelMissing, match="hf download someone/judge"):
        load_nli("someone/judge")
