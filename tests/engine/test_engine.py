"""Processes and the cache change nothing that is found, and only what changed is done again."""

from __future__ import annotations

import gc
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from consistency import pipeline, story, tasks
from consistency.cache import Cache
from consistency.errors import NothingToCheck
from consistency.model import Document, Report
from consistency.pipeline import Engine, Street, check_paths
from tests.conftest import SEEDS


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """The five articles, and five that tell of something else."""
    folder = tmp_path / "corpus"
    shutil.copytree(SEEDS, folder)
    for number in range(5):
        text = f"افتتاح معرض الكتاب رقم {number} في المدينة\nافتتح الوزير معرض الكتاب يوم الاثنين بحضور {number + 3} آلاف زائر."
        (folder / f"other-{number}.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def read_again(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the articles that are read rather than taken from the cache."""
    names: list[str] = []
    real: Callable[..., object] = tasks.read_articles

    def watched(documents: Sequence[Document], encoder: object) -> object:
        names.extend(document.id for document in documents)
        return real(documents, encoder)

    monkeypatch.setattr(tasks, "read_articles", watched)
    return names


def run(folder: Path, street: Street, cache: Path | None = None, jobs: int = 1) -> Report:
    kept = Cache(cache) if cache else None
    report = check_paths([folder], street, engine=Engine(jobs=jobs, cache=kept))
    if kept:
        kept.close()
        assert not kept.faults
    return report


def test_processes_and_cache_change_nothing(corpus: Path, street: Street, tmp_path: Path) -> None:
    plain = run(corpus, street)
    assert plain.findings
    assert run(corpus, street, jobs=2) == plain
    assert run(corpus, street, tmp_path / "cache", jobs=2) == plain
    assert run(corpus, street, tmp_path / "cache") == plain


def test_reading_and_checking_leave_no_garbage_in_circles(corpus: Path, street: Street) -> None:
    run(corpus, street)  # modules and lists are loaded
    gc.collect()
    gc.disable()
    try:
        run(corpus, street)
        assert gc.collect() == 0
    finally:
        gc.enable()


def test_an_unchanged_corpus_is_read_once(
    corpus: Path, street: Street, tmp_path: Path, read_again: list[str]
) -> None:
    run(corpus, street, tmp_path / "cache")
    assert len(read_again) == 10
    run(corpus, street, tmp_path / "cache")
    assert len(read_again) == 10


def test_one_changed_article_is_the_one_that_is_read_again(
    corpus: Path, street: Street, tmp_path: Path, read_again: list[str]
) -> None:
    run(corpus, street, tmp_path / "cache")
    read_again.clear()
    changed = corpus / "other-3.txt"
    changed.write_text(changed.read_text(encoding="utf-8") + "\nوحضر المعرض سفراء.", encoding="utf-8")
    report = run(corpus, street, tmp_path / "cache")
    assert read_again == ["other-3.txt"]
    assert report == run(corpus, street)


def test_a_moved_article_is_not_read_again_and_has_its_new_name(
    corpus: Path, street: Street, tmp_path: Path, read_again: list[str]
) -> None:
    run(corpus, street, tmp_path / "cache")
    read_again.clear()
    (corpus / "other-3.txt").rename(corpus / "z.txt")
    report = run(corpus, street, tmp_path / "cache")
    assert not read_again
    assert report == run(corpus, street)


def test_other_rules_make_other_results(corpus: Path, street: Street, tmp_path: Path) -> None:
    run(corpus, street, tmp_path / "cache")
    fewer = Street.of(
        pipeline.Rulebook(
            tuple(r for r in street.rulebook.rules if r.kind != "document"), street.rulebook.files
        )
    )
    assert {f.kind for f in run(corpus, fewer, tmp_path / "cache").findings} & {"document"} == set()


@pytest.mark.parametrize("damage", ["x'c1'", "zeroblob(length(value))", "randomblob(length(value))"])
def test_a_damaged_result_is_made_again(corpus: Path, street: Street, tmp_path: Path, damage: str) -> None:
    plain = run(corpus, street, tmp_path / "cache")
    with Cache(tmp_path / "cache") as cache:
        assert cache._connection is not None
        cache._connection.execute(f"UPDATE entries SET value = {damage}")
    assert run(corpus, street, tmp_path / "cache") == plain


def test_against_an_archive_only_the_draft_is_told_of(street: Street, tmp_path: Path) -> None:
    archive, draft = tmp_path / "archive", tmp_path / "draft"
    archive.mkdir()
    draft.mkdir()
    line = "تاريخ النشر: 2021-03-03\nأعلنت وزارة الصحة في بيان لها إصابة {} عاملا بحالات تسمم في مصنع النسيج بمدينة المحلة."
    (archive / "a.txt").write_text(line.format(15), encoding="utf-8")
    (archive / "b.txt").write_text("قال فلاديمير بوتن إن بوتين يزور بكين.", encoding="utf-8")
    (draft / "d.txt").write_text(line.format(12), encoding="utf-8")
    report = check_paths([draft], street, against=[archive])
    assert "number-conflict" in {finding.rule for finding in report.findings}
    assert all(any(p.document == "draft/d.txt" for p in f.locations) for f in report.findings)
    assert "archive/b.txt" not in {article.id for article in report.articles}


def test_a_draft_without_articles_is_no_green_exit(street: Street, tmp_path: Path) -> None:
    (tmp_path / "draft").mkdir()
    with pytest.raises(NothingToCheck, match="nothing was checked"):
        check_paths([tmp_path / "draft"], street, against=[SEEDS])


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("stage", ["segment", "extract"])
def test_an_article_on_which_the_tool_fails_is_named_and_the_others_are_checked(
    stage: str, jobs: int, corpus: Path, street: Street, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = getattr(story, stage)

    def failing(first: Any, *rest: Any) -> Any:
        read = [first] if stage == "segment" else [values.article for values in first]
        if any("other-3" in one.id for one in read):
            raise RuntimeError("a mistake of ours")
        return real(first, *rest)

    monkeypatch.setattr(story, stage, failing)
    report = run(corpus, street, jobs=jobs)
    assert [one.document for one in report.corpus.unreadable] == ["other-3.txt"]
    assert "a mistake of ours" in report.corpus.unreadable[0].reason
    assert report.corpus.documents == 9
    monkeypatch.undo()
    (corpus / "other-3.txt").unlink()
    assert report.findings == run(corpus, street).findings


def test_a_report_holds_the_claims_that_are_asked_for_and_counts_them_all(
    corpus: Path, street: Street
) -> None:
    whole, shown, none = (
        check_paths([corpus], street, engine=Engine(jobs=1, claims=kept)) for kept in ("all", "shown", "none")
    )
    assert len(whole.claims) == whole.corpus.claims > len(shown.claims) > 0
    assert shown.claims == tuple(claim for claim in whole.claims if claim.group or claim.time)
    assert shown.groups == whole.groups
    assert (none.claims, none.groups) == ((), ())
    assert whole.corpus == shown.corpus == none.corpus
    assert whole.findings == shown.findings == none.findings
