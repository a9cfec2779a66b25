"""Naming another model."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from consistency.embed import load_encoder
from consistency.embed.load import EMBEDDED
from consistency.errors import ModelMissing, UsageError

pytestmark = pytest.mark.filterwarnings("ignore")  # Warnings of other libraries while they are imported.
SENTENCES = ["وزير يزور باريس", "لا", "اليوم باريس"]


def test_a_folder_of_sentence_transformers_is_loaded(tiny_model: Path) -> None:
    encoder = load_encoder(str(tiny_model))
    rows = encoder.encode(SENTENCES)
    assert rows.shape == (3, encoder.dim) == (3, 16)
    assert rows.dtype == np.float32
    assert np.allclose(np.linalg.norm(rows, axis=1), 1.0, atol=1e-5)


def test_the_prompt_of_the_model_is_put_before_every_text(tiny_model: Path) -> None:
    from sentence_transformers import SentenceTransformer

    plain = SentenceTransformer(str(tiny_model), device="cpu", local_files_only=True)
    prompted = plain.encode(["query: " + text for text in SENTENCES], normalize_embeddings=True)
    bare = plain.encode(SENTENCES, normalize_embeddings=True)
    rows = load_encoder(str(tiny_model)).encode(SENTENCES)
    assert np.allclose(rows, prompted, atol=1e-4)
    assert not np.allclose(rows, bare, atol=1e-4)


def test_a_static_folder_given_by_path_needs_no_torch() -> None:
    code = (
        "import sys; from consistency.embed import load_encoder\n"
        f"load_encoder({str(EMBEDDED)!r}).encode(['باريس']); print('torch' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"


def test_a_static_folder_given_by_path_is_the_embedded_encoder() -> None:
    rows = load_encoder(str(EMBEDDED)).encode(SENTENCES)
    assert np.array_equal(rows, load_encoder().encode(SENTENCES))


def test_the_error_for_a_missing_model_holds_the_command_that_fetches_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SENTENCE_TRANSFORMERS_HOME", str(tmp_path))
    with pytest.raises(ModelMissing, match="hf download someone/some-model"):
        load_encoder("someone/some-model")


def test_a_bare_name_is_looked_for_among_the_librarys_own_models(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SENTENCE_TRANSFORMERS_HOME", str(tmp_path))
    with pytest.raises(ModelMissing, match="hf download sentence-transformers/some-model"):
        load_encoder("some-model")


def test_a_path_that_is_not_there_is_a_missing_model() -> None:
    with pytest.raises(ModelMissing, match="no folder of this name"):
        load_encoder("/no/such/folder/at all")


def test_pickled_weights_are_refused(tiny_model: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(tiny_model, tmp_path / "pickled"))
    (folder / "model.safetensors").rename(folder / "pytorch_model.bin")
    with pytest.raises(UsageError, match=r"pytorch_model\.bin may be a pickle"):
        load_encoder(str(folder))


def test_code_of_the_models_own_is_never_run(tiny_model: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(tiny_model, tmp_path / "own"))
    modules = json.loads((folder / "modules.json").read_text(encoding="utf-8"))
    modules[0]["type"] = "own_code.Reader"
    (folder / "modules.json").write_text(json.dumps(modules), encoding="utf-8")
    (folder / "own_code.py").write_text("raise SystemExit('ran')", encoding="utf-8")
    with pytest.raises(UsageError, match=r"own_code\.Reader is code of the model's own"):
        load_encoder(str(folder))


def test_a_folder_that_is_no_model_is_a_usage_error(tmp_path: Path) -> None:
    pytest.importorskip("sentence_transformers", reason="sentence-transformers is not in a slim installation")
    (tmp_path / "notes.txt").write_text("none", encoding="utf-8")
    with pytest.raises(UsageError, match="cannot load it"):
        load_encoder(str(tmp_path))


def test_without_sentence_transformers_the_error_says_what_to_install(
    tiny_model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)
    with pytest.raises(UsageError, match="pip install sentence-transformers"):
        load_encoder(str(tiny_model))
