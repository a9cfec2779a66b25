"""The signs of a word are the same whether its lists are asked or not."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from consistency.languages.arabic import signs
from consistency.languages.arabic.signs import DENIES, OFFICE, OPENS, SAYS, TELLS, VERB, signs_of
from consistency.languages.arabic.speech import bare

PARTICLES = ("", "و", "ف", "ال", "وال", "ل", "ب", "ول", "لل", "فال")


@given(
    st.sampled_from(PARTICLES),
    st.one_of(st.sampled_from(sorted(signs._all_listed())), st.text("ابتدرسعفقكلمنهوي", max_size=6)),
    st.sampled_from(("", "ه", "ات", "ين")),
)
def test_no_sign_of_a_list_is_missed(particles: str, stem: str, ending: str) -> None:
    folded = particles + stem + ending
    found = signs._sign_of(folded)
    core = bare(folded)
    assert found | signs._listed(folded, core) | signs._acts(folded, core, told=True) == found


def test_a_verb_with_its_conjunction_opens_a_clause_and_a_noun_does_not() -> None:
    verb, noun = signs_of(["ويعتزم", "ووزارة"])
    assert verb & VERB
    assert verb & OPENS
    assert not noun & OPENS


def test_words_have_the_signs_of_their_lists() -> None:
    says, denies, office, tells = signs_of(["وقال", "لم", "الوزير", "زيارة"])
    assert says & SAYS
    assert denies & DENIES
    assert office & OFFICE
    assert tells & TELLS
