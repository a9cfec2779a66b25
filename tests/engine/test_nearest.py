"""The nearest rows: exactly, and through an index."""

from __future__ import annotations

import numpy as np
import pytest

from consistency.nearest import nearest


def clustered(n: int, dim: int = 32, seed: int = 3) -> np.ndarray:
    """Unit rows in clouds, as articles of stories are; on rows without any order every index fails."""
    chance = np.random.default_rng(seed)
    centres = chance.normal(size=(n // 20, dim))
    rows = centres[chance.integers(len(centres), size=n)] + 0.4 * chance.normal(size=(n, dim))
    return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)


def test_nearest_rows_are_those_of_the_whole_matrix() -> None:
    vectors = clustered(300)
    likeness = vectors @ vectors.T
    np.fill_diagonal(likeness, -2)
    indexes, cosines = nearest(vectors, 5)
    assert (indexes == np.argsort(-likeness, axis=1)[:, :5]).all()
    assert np.allclose(cosines, -np.sort(-likeness, axis=1)[:, :5], atol=1e-6)


def test_index_finds_nearly_all_of_them() -> None:
    vectors = clustered(4000)
    exact, _ = nearest(vectors, 10)
    approximate, _ = nearest(vectors, 10, exact=100)
    found = [len(set(a) & set(b)) / 10 for a, b in zip(exact.tolist(), approximate.tolist(), strict=True)]
    assert np.mean(found) >= 0.9


def test_index_gives_the_same_rows_again() -> None:
    vectors = clustered(2000)
    assert (nearest(vectors, 5, exact=100)[0] == nearest(vectors, 5, exact=100)[0]).all()


def test_no_row_is_its_own_neighbour_even_among_copies() -> None:
    vectors = np.repeat(clustered(20), 60, axis=0)
    for exact in (10, 10_000):
        indexes, _ = nearest(vectors, 10, exact=exact)
        assert not (indexes == np.arange(len(vectors))[:, None]).any()


@pytest.mark.parametrize("n", [0, 1, 2])
def test_few_rows_have_few_neighbours(n: int) -> None:
    indexes, cosines = nearest(clustered(40)[:n], 10)
    assert indexes.shape == cosines.shape == (n, max(0, n - 1))
