"""The embedded encoder: what it is made of and what it does without."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer, models, normalizers

from consistency.embed import load_encoder
from consistency.embed.folding import take_folding
from consistency.embed.load import EMBEDDED
from consistency.embed.token_ids import ID, Ids, reader_of_ids
from consistency.languages.arabic.normalise import fold_word, loose

SENTENCES = [
    "أعلنت وزارة الصحة تسجيل 120 إصابة جديدة بالفيروس",
    "وللمدرسة مديرٌ جديد، وللمهاجرين مركز في شمال البلاد",
    "Reuters قالت إن شويغو سيلتقي نظيره في بيونغ يانغ يوم ١٢ مارس",
    "لا",
    "غرررررج ڤيديو پاريس",
]
HEAVY = ("torch", "transformers", "sentence_transformers", "sklearn", "scipy")


def test_neither_torch_nor_transformers_is_imported_by_the_default_path() -> None:
    code = (
        "import sys; from consistency.embed import load_encoder, similarity, similarity_matrix\n"
        "load_encoder().encode(['باريس']); similarity(['باريس'], ['لندن']); similarity_matrix(['ا'], ['ب'])\n"
        f"print(sorted(set(sys.modules) & set({HEAVY!r})))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def test_importing_the_package_does_not_read_the_weights() -> None:
    code = "import sys; import consistency.embed; print('model2vec' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"


@pytest.mark.filterwarnings("ignore")  # Warnings of other libraries while they are imported.
def test_sentence_transformers_reads_the_same_vectors_from_the_folder() -> None:
    library = pytest.importorskip(
        "sentence_transformers", reason="sentence-transformers is not in a slim installation"
    )
    theirs = library.SentenceTransformer(str(EMBEDDED), device="cpu", local_files_only=True)
    rows = theirs.encode(SENTENCES, normalize_embeddings=True, show_progress_bar=False)
    cosines = np.einsum("ij,ij->i", load_encoder().encode(SENTENCES), rows.astype(np.float32))
    assert cosines.min() > 0.999


def test_a_long_text_is_read_to_its_end() -> None:
    encoder = load_encoder()
    long = "وصل وزير الخارجية " * 400
    plain, told = encoder.encode([long, long + "انفجار " * 400])
    assert float(plain @ told) < 0.95


def test_the_folder_fits_in_the_wheel() -> None:
    assert sum(file.stat().st_size for file in EMBEDDED.rglob("*") if file.is_file()) <= 16_000_000


def test_the_weights_come_with_a_card() -> None:
    card = (EMBEDDED / "MODEL_CARD.md").read_text(encoding="utf-8")
    assert all(part in card for part in ("## Data", "## Training", "## Figures", "## Tried"))


def test_two_processes_give_the_same_bytes() -> None:
    code = (
        "import hashlib; from consistency.embed import load_encoder\n"
        f"print(hashlib.sha256(load_encoder().encode({SENTENCES!r}).tobytes()).hexdigest())"
    )
    runs = [
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
        for _ in range(2)
    ]
    assert runs[0] == runs[1]


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    return Tokenizer.from_file(str(Path(EMBEDDED) / "tokenizer.json"))


@pytest.fixture(scope="module")
def taken() -> tuple[Tokenizer, dict[int, str]]:
    rest = Tokenizer.from_file(str(Path(EMBEDDED) / "tokenizer.json"))
    return rest, take_folding(rest)


@settings(max_examples=200, deadline=None)
@given(text=st.text("ءآأؤإئابةتثجحخدرزسشصضطظعغفقكلمنهوىيًٌٍَُِّْـٱٰکی٠٣٩۴ﻻگپ", max_size=12))
def test_the_tokenizer_folds_as_the_language_pack_does(tokenizer: Tokenizer, text: str) -> None:
    # A letter of another script in front, and behind every digit, keeps the article from being taken off.
    text = re.sub(r"(\d)", r"\1x", text)
    assert tokenizer.normalizer.normalize_str("x" + text) == "x" + loose(fold_word(text))


@settings(max_examples=200, deadline=None)
@given(text=st.text("ءآأؤإئابةتلمنوىيًَُِّْـٱٰکی٠٣٩۴ﻻگ x12.,", max_size=30) | st.text(max_size=20))
def test_folding_by_table_gives_the_tokens_of_the_tokenizer_alone(
    tokenizer: Tokenizer, taken: tuple[Tokenizer, dict[int, str]], text: str
) -> None:
    rest, table = taken
    assert table
    assert rest.encode(text.translate(table)).ids == tokenizer.encode(text).ids


@settings(max_examples=300, deadline=None)
@given(
    texts=st.lists(
        st.text('ءأؤإةاتلموىيًَُّْـٰ٣٪۴ﻻ xX12.,²½م()«»،:"؟\u200c\u200f\u0301İ_', max_size=20)
        | st.text(max_size=12),
        max_size=4,
    )
)
def test_the_tokens_of_a_text_are_those_of_its_pieces(
    tokenizer: Tokenizer, taken: tuple[Tokenizer, dict[int, str]], texts: list[str]
) -> None:
    assert listed(reader_of_ids(*taken)(texts)) == [tokenizer.encode(text).ids for text in texts]


@pytest.mark.parametrize(
    "text", ["(والكتاب)", "5.٦.", "«1,5»", "Ab-12", "كتابx", "xالكتاب", "أً", "ـ", "—", "x\u1680y", "٣ـ.٤"]
)
def test_a_piece_has_the_tokens_that_the_tokenizer_gives(
    tokenizer: Tokenizer, taken: tuple[Tokenizer, dict[int, str]], text: str
) -> None:
    assert listed(reader_of_ids(*taken)([text])) == [tokenizer.encode(text).ids]


def listed(ids: Ids) -> list[list[int]]:
    return [np.frombuffer(one, dtype=ID).tolist() for one in ids]


def test_a_tokenizer_that_cuts_otherwise_sees_whole_texts() -> None:
    other = Tokenizer(models.WordLevel({"a b": 1, "[UNK]": 0}, unk_token="[UNK]"))
    assert listed(reader_of_ids(other, {})(["a b", "b a"])) == [[1], [0]]


def test_a_tokenizer_that_folds_otherwise_is_left_alone() -> None:
    other = Tokenizer(models.WordLevel({"[UNK]": 0}, unk_token="[UNK]"))
    other.normalizer = normalizers.Sequence([normalizers.Lowercase(), normalizers.Replace("أ", "ا")])
    assert take_folding(other) == {}
    assert other.normalizer.normalize_str("Aأ") == "aا"


@pytest.mark.parametrize("form", ["الرئيس", "والرئيس", "بالرئيس", "للرئيس", "فالرئيس", "وللرئيس"])
def test_the_article_and_its_particles_are_taken_off(tokenizer: Tokenizer, form: str) -> None:
    assert tokenizer.normalizer.normalize_str(form) == loose(fold_word("رئيس"))
