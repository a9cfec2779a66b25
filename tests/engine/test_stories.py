"""How a corpus falls apart into stories."""

from __future__ import annotations

import numpy as np

from consistency.stories import Plan, planned
from tests.engine.test_nearest import clustered


def test_every_article_is_in_one_story() -> None:
    told = planned(clustered(200)).stories
    assert sorted(index for story in told for index in story.members) == list(range(200))


def test_near_pairs_are_places_in_the_story() -> None:
    vectors = clustered(200)
    for story in planned(vectors).stories:
        for i, j in story.near:
            assert i < j
            assert vectors[story.members[i]] @ vectors[story.members[j]] >= 0.549


def test_a_lone_article_is_a_story_of_its_own() -> None:
    told = planned(np.eye(3, dtype=np.float32)).stories
    assert [story.members for story in told] == [(0,), (1,), (2,)]


def test_a_story_stays_small_and_the_links_left_out_are_counted() -> None:
    row = np.ones((300, 4), dtype=np.float32) / 2
    plan = planned(row)
    assert max(len(story.members) for story in plan.stories) <= 64
    assert plan.left_out > 0


def test_no_article_no_story() -> None:
    assert planned(np.zeros((0, 4), dtype=np.float32)) == Plan((), 0)
