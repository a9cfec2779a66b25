"""Cross-source claim-consistency checks for news articles: offline, explainable, Arabic first.

import consistency

report = consistency.check("seeds/")
for finding in report.findings:
    print(finding.severity, finding.message, finding.locations[0].quote)

print(consistency.compare("ارتفعت أسعار النفط", "انخفضت أسعار النفط").relation)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from consistency.errors import ConsistencyError
from consistency.model import Finding, Report

if TYPE_CHECKING:
    from consistency.pairs import Compared, Comparer
    from consistency.pipeline import Street
    from consistency.rulebook import Rulebook

__all__ = ["ConsistencyError", "Finding", "Report", "check", "compare", "compare_all", "load_rules"]


def check(
    path: str | Path | Iterable[str | Path],
    *,
    rules: Iterable[str | Path] = (),
    only_rules: bool = False,
    model: str | None = None,
    against: Iterable[str | Path] = (),
    jobs: int | None = None,
) -> Report:
    """Check a folder or file of articles, or several.

    :param rules: files and folders of further rules.
    :param only_rules: leave the shipped rules out.
    :param model: a sentence-transformers model instead of the embedded one.
    :param against: folders of an archive: compared with, while only what touches ``path`` is told.
    :param jobs: processes; by default one a core where there is work for them.
    :raises ConsistencyError: a path is missing, a rule is wrong, or there is nothing to check.
    """
    from consistency.embed import load_encoder
    from consistency.pipeline import Engine, Street, check_paths

    paths = [path] if isinstance(path, (str, Path)) else list(path)
    rules = list(rules)
    if rules or only_rules:
        street = Street.of(load_rules(rules, defaults=not only_rules), load_encoder(model))
    else:
        street = _shipped_street(model)
    return check_paths(paths, street, engine=Engine(jobs=jobs), against=against)


def compare(a: str, b: str, *, model: str | None = None) -> Compared:
    """Whether two sentences agree, conflict or are unrelated, how sure that is, and why.

    :param model: a sentence-transformers model instead of the embedded one.
    """
    return _comparer(model).compare(a, b)


def compare_all(pairs: Iterable[tuple[str, str]], *, model: str | None = None) -> Iterator[Compared]:
    """``compare`` of many pairs, in their order; they are read in batches, which is faster."""
    return _comparer(model).compare_all(pairs)


@lru_cache(maxsize=1)
def _comparer(model: str | None) -> Comparer:
    from consistency.pairs import Comparer

    street = _shipped_street(model)
    return Comparer(street.catalogue, street.encoder)


@lru_cache(maxsize=1)
def _shipped_street(model: str | None) -> Street:
    """The last one is kept: the shipped rules take a second to read."""
    from consistency.embed import load_encoder
    from consistency.pipeline import Street

    return Street.of(load_rules(), load_encoder(model))


def load_rules(paths: Iterable[str | Path] = (), *, defaults: bool = True) -> Rulebook:
    """Load the shipped rules and those of further files and folders.

    :raises ConsistencyError: with every mistake of every file.
    """
    from consistency import rulebook

    return rulebook.load_rules(paths, defaults=defaults)
