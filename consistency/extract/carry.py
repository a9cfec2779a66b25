"""Who acts in a clause that does not say so: it goes on with the clauses before it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from consistency.extract.draft import Draft
from consistency.extract.world import World
from consistency.languages.arabic.events import trigger
from consistency.languages.arabic.signs import VERB
from consistency.languages.arabic.speech import bare

__all__ = ["carry_over", "clauses_before", "elliptic"]

_ADJACENT = 3
"""Letters between a name and the relative pronoun that goes with it."""
_HANGING = ("source", "relative", "phrase")
"""Kinds of clauses that others do not go on with."""
_DEMONSTRATIVES = ("هذا", "هذه", "ذلك", "تلك", "هؤلاء")


def carry_over(text: str, drafts: Sequence[Draft], before: Sequence[Draft | None], world: World) -> None:
    """Fill the subjects that a clause has from its neighbours, in the order of the text.

    :param before: the clause that each goes on with, if there is one.
    """
    if any(draft.dual for draft in drafts):
        _countries(drafts, world)
    for place, clause in enumerate(before):
        _subject(text, drafts, place, clause)
    for place, draft in enumerate(drafts):
        _pronoun_object(drafts, place, draft)


def _countries(drafts: Sequence[Draft], world: World) -> None:
    """«البلدان» are the two countries named last."""
    recent: list[str] = []
    for draft in drafts:
        here = [world.country(m.entity) for m in draft.mentions if m.kind == "place"]
        named = [country for country in (*here, *draft.countries) if country is not None]
        if draft.dual and len(set(named)) < 2:
            draft.countries = tuple(dict.fromkeys((*draft.countries, *recent[-2:])))
        for country in named:
            if country in recent:
                recent.remove(country)
            recent.append(country)


def clauses_before(drafts: Iterable[Draft]) -> list[Draft | None]:
    """The clause that each goes on with: no source, relative clause or phrase, unless it speaks."""
    found: list[Draft | None] = []
    whole: Draft | None = None
    framed: Draft | None = None
    latest: Draft | None = None
    for draft in drafts:
        said = draft.kind == "content" and framed is not None and framed.sentence == draft.sentence
        found.append(latest if said else whole)
        if draft.frame_only:
            continue
        if draft.kind not in _HANGING:
            whole = latest = draft
        if draft.frame is not None:
            framed = latest = draft
    return found


def _subject(text: str, drafts: Sequence[Draft], place: int, before: Draft | None) -> None:
    """A verb without a subject of its own goes on with who acted last."""
    draft = drafts[place]
    if draft.voice is not None and draft.subject is None and _possessive(draft):
        draft.subject = draft.voice
    elif draft.kind == "relative" and place and drafts[place - 1].mentions:
        if draft.receives:
            return
        if drafts[place].start - drafts[place - 1].mentions[-1].end > _ADJACENT:
            return
        antecedent, own = (
            drafts[place - 1].mentions[-1],
            draft.mentions[0].kind if draft.mentions else "place",
        )
        if draft.subject is None or (antecedent.kind == "person" and own == "place"):
            draft.object = draft.object or draft.subject
            draft.subject, draft.carried = antecedent.entity, True
    elif draft.subject is None and draft.kind != "source" and not (draft.dual_acts or draft.receives):
        _go_on(draft, before)
    if draft.kind == "phrase" and draft.event == "invite" and place:  # «تلبية لدعوة فلان»: who is invited
        main = drafts[place - 1]
        draft.partners = tuple(name for name in (main.subject, main.object) if name and name != draft.subject)
    if draft.modality == "denied" and draft.speaker is None and draft.subject is not None:
        named = [m for d in drafts[: place + 1] for m in d.mentions if m.entity == draft.subject]
        if named:
            draft.speaker = text[named[-1].start : named[-1].end]


def _go_on(draft: Draft, before: Draft | None) -> None:
    """The subject of the clause before, if that is near."""
    if before is None:
        return
    actor = before.object if before.receives else before.subject
    gap = draft.sentence - before.sentence
    if gap > 1 or (actor is None and not before.mentions):
        return
    headed = elliptic(draft, 2)
    if gap and not headed:
        return
    if before.subject is None and headed:
        draft.partners = tuple(m.entity for m in before.mentions if m.kind == "place")
    if actor and (elliptic(draft, 4) or _pronoun(draft)):
        draft.subject, draft.carried = actor, True
        draft.partners = (*draft.partners, *before.partners)


def _pronoun_object(drafts: Sequence[Draft], place: int, draft: Draft) -> None:
    """«يعتزم زيارتها»: the place that the clause before names last."""
    word = draft.event_word
    if word is None or not word.folded.endswith("تها") or any(m.kind == "place" for m in draft.mentions):
        return
    for earlier in reversed(drafts[max(0, place - 2) : place]):
        places = [m.entity for m in earlier.mentions if m.kind == "place" and m.entity != draft.subject]
        if places and earlier.sentence == draft.sentence:
            draft.object = draft.object or places[-1]
            draft.partners = (*draft.partners, places[-1])
            return


def elliptic(draft: Draft, reach: int) -> bool:
    """Whether a verb stands near the head of a clause, and no subject behind it that is no known name."""
    words, signs = draft.words, draft.signs
    for place in range(draft.content, min(draft.content + reach, len(words))):
        if not signs[place] & VERB or len(bare(words[place].folded)) <= 3:
            continue
        following = words[place + 1].folded if place + 1 < len(words) else ""
        return (
            not (following.startswith("ال") and following not in ("الى", "الي"))
            and following not in _DEMONSTRATIVES
        )
    return False


def _possessive(draft: Draft) -> bool:
    """«إن زيارته»: what the speaker says of himself."""
    return any(word.folded.endswith(("ته", "تها", "ه")) and trigger(word.folded) for word in draft.said[1:2])


def _pronoun(draft: Draft) -> bool:
    """«إنه يعتزم», «لكنها»: a particle with the pronoun of who acts."""
    return any(bare(word.folded).endswith(("نه", "نها", "نهم")) for word in draft.words[:1] + draft.said[:1])
