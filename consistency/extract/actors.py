"""Who acts in a clause: known names, the titles that stand for them, and what is carried over from before."""

from __future__ import annotations

import bisect
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from consistency.catalogue import Hit
from consistency.extract.draft import Named
from consistency.languages.arabic.events import trigger
from consistency.languages.arabic.normalise import Token
from consistency.languages.arabic.offices import is_place_type, office_noun, title_before, title_behind
from consistency.languages.arabic.signs import CLOSES, OFFICE, VERB, together
from consistency.languages.arabic.speech import bare, classes_of, is_preposition, is_verb

__all__ = ["Office", "Titles", "mentions_in", "offices_in", "parties", "partners", "subject_told"]

_ENDING_NAME = CLOSES | VERB
_LONGEST_TITLE = 6
_FIRST_VERB = 5
_FUNCTION = frozenset(
    ("that", "conjunctions", "relatives", "according", "negations", "after_name", "phrases", "joined_to")
)
"""Classes of words that nobody owns."""
_LONGEST_SUBJECT = 4
_MARKS = frozenset('،,:؛"«»')
_WRITTEN_ON = ("ل", "ب", "ك", "ول", "وب", "فل", "فب")


@dataclass(frozen=True)
class Office:
    """Words of an article that say who holds which office: raw spans of title and name together."""

    start: int
    end: int
    person: str
    title: tuple[str, ...]
    """The folded words of the title."""
    text: str


class Titles:
    """The titles that an article gives to its persons, by their folded words."""

    def __init__(self, offices: Iterable[Office]) -> None:
        holders: dict[tuple[str, ...], set[str]] = defaultdict(set)
        for office in offices:
            holders[_plain(office.title)].add(office.person)
        self._holder = {title: next(iter(who)) for title, who in holders.items() if len(who) == 1}
        nouns: dict[str, set[str]] = defaultdict(set)
        for title, who in holders.items():
            nouns[title[0]] |= who
        self._noun = {noun: next(iter(who)) for noun, who in nouns.items() if len(who) == 1}

    def among(self, words: Sequence[Token], signs: Sequence[int]) -> Iterator[tuple[int, int, str]]:
        """The titles in a sentence: first word, index behind the last, the only holder in this article."""
        if not self._holder:
            return
        behind = 0
        for place, sign in enumerate(signs):
            if sign & OFFICE and place >= behind:
                title = self._at(words, place)
                if title is not None:
                    behind, holder = title
                    yield place, behind, holder

    def _at(self, words: Sequence[Token], place: int) -> tuple[int, str] | None:
        for end in range(min(len(words), place + _LONGEST_TITLE), place + 1, -1):
            holder = self._holder.get(_plain([word.folded for word in words[place:end]]))
            if holder is not None:
                return end, holder
        noun = office_noun(words[place].folded)
        if noun is not None and noun in self._noun and bare(words[place].folded).endswith("ال" + noun):
            end = place + 1
            while end < min(len(words), place + 3) and words[end].folded.startswith("ال"):
                end += 1
            return end, self._noun[noun]
        return None


def _plain(title: Sequence[str]) -> tuple[str, ...]:
    first = office_noun(title[0]) if title else None
    return (first or title[0], *title[1:]) if title else ()


def offices_in(text: str, words: Sequence[Token], hits: Sequence[Hit]) -> Iterator[Office]:
    """The offices that the words of a sentence give to the persons named in it."""
    persons = [hit for hit in hits if hit.rule.entity == "person"]
    if not persons:
        return
    starts = [word.start for word in words]
    taken: set[int] = set()
    named = [hit.start for hit in persons]
    placed = [
        (hit, bisect.bisect_right(starts, hit.start) - 1, bisect.bisect_left(starts, hit.end))
        for hit in persons
    ]
    spans = [(hit, title_before(text, words, first)) for hit, first, _ in placed if first >= 0]
    spans += [(hit, title_behind(text, words, behind)) for hit, _, behind in placed]
    for hit, span in spans:
        if span is not None and taken.isdisjoint(range(*span)) and _clear(words, span, named):
            taken.update(range(*span))
            title = words[span[0] : span[1]]
            first_letter = title[0].start + _particles(title[0])
            begin, end = min(first_letter, hit.start), max(title[-1].end, hit.end)
            told = text[first_letter : title[-1].end]
            yield Office(begin, end, hit.rule.id, tuple(word.folded for word in title), told)


def _particles(word: Token) -> int:
    """How many letters before the noun of a title are particles: «وأمير», «بالرئيس»."""
    noun = office_noun(word.folded) or word.folded
    whole = "ال" + noun if word.folded.endswith("ال" + noun) else noun
    return len(word.folded) - len(whole) if len(word.text) == len(word.folded) else 0


def _clear(words: Sequence[Token], span: tuple[int, int], starts: Sequence[int]) -> bool:
    """Whether no name of a person stands inside a title.

    :param starts: where the names of persons begin, in order.
    """
    begin, end = words[span[0]].start, words[span[1] - 1].end
    return bisect.bisect_left(starts, begin) == bisect.bisect_left(starts, end)


def subject_told(text: str, words: Sequence[Token], signs: Sequence[int]) -> str | None:
    """The words of a subject that is no known name: «بلدية المعابدة» behind its verb, or before it."""
    verbs = [place for place, sign in enumerate(signs[:_FIRST_VERB]) if sign & VERB]
    if not verbs:
        return None
    verb = verbs[0]
    begin = verb + 1 if verb < 2 or together(signs[:verb]) & CLOSES else 0
    end = begin
    for sign in signs[begin : begin + _LONGEST_SUBJECT]:
        if sign & _ENDING_NAME or (end > begin and _comma(text, words, end)):
            break
        end += 1
    if not begin < end < begin + _LONGEST_SUBJECT or not words[end - 1].folded.startswith("ال"):
        return None
    return None if _written_on(words[begin].folded) else text[words[begin].start : words[end - 1].end]


def _written_on(folded: str) -> bool:
    act = folded[:1] in ("ل", "ب") and trigger(folded[1:]) is not None
    return act or folded.startswith(("لل", "بال")) or folded[:1].isdigit()


def _comma(text: str, words: Sequence[Token], place: int) -> bool:
    gap = text[words[place - 1].end : words[place].start]
    return gap != " " and not _MARKS.isdisjoint(gap)


def mentions_in(
    words: Sequence[Token], signs: Sequence[int], hits: Sequence[Hit], titles: Titles, told: frozenset[str]
) -> list[Named]:
    """The names of a sentence in order; a title counts for its holder, and hides the names inside it.

    :param signs: those of the words.
    :param told: the entities that the article names beyond doubt; of several that a form may mean they count.
    """
    found = [
        Named(words[place].start, words[end - 1].end, holder, "person")
        for place, end, holder in titles.among(words, signs)
    ]
    if not hits:
        return found
    if found:
        hits = [hit for hit in hits if not any(m.start <= hit.start < m.end for m in found)]
    shared = _shared([(hit.start, hit.end) for hit in hits]) if len(hits) > 1 else ()
    found += [
        Named(hit.start, hit.end, hit.rule.id, hit.rule.entity)
        for hit in hits
        if hit.start not in shared or hit.rule.id in told
    ]
    return sorted(found)


def _shared(spans: Sequence[tuple[int, int]]) -> set[int]:
    """Where names begin that stand for several entities."""
    if len(set(spans)) == len(spans):
        return set()
    return {start for (start, _), count in Counter(spans).items() if count > 1}


def parties(
    text: str, words: Sequence[Token], mentions: Sequence[Named], *, invites: bool
) -> tuple[str | None, str | None]:
    """Who acts and on whom: the first name that no preposition governs, and the next other name.

    :param invites: whether one of the words is a noun of inviting.
    """
    acting = [m for m in mentions if m.kind != "event"]
    if not acting:
        return None, None
    between = _between(words, acting)
    if between:
        return between
    agent = next((m for m in acting if _agent(words, m)), None) if invites else None
    free = agent or next((m for m in acting if not _governed(text, words, m)), None)
    other = next((m for m in acting if free is None or (m.entity != free.entity)), None)
    return (free.entity if free else None), (other.entity if other else None)


def _agent(words: Sequence[Token], mention: Named) -> bool:
    """«بدعوة من فلان»: who acts behind a noun of the act and «من», be it behind his title."""
    place = next((j for j, word in enumerate(words) if word.end > mention.start), 0)
    for back in range(place - 1, max(place - 9, 0), -1):
        if words[back].folded == "من":
            found = trigger(words[back - 1].folded)
            titled = back == place - 1 or office_noun(words[back + 1].folded) is not None
            return found is not None and found.part == "noun" and found.event == "invite" and titled
    return False


def _between(words: Sequence[Token], acting: Sequence[Named]) -> tuple[str, str] | None:
    """«محادثات بين فلان وفلان»: who stands behind «بين» acts, where that is all that acts."""
    if len(acting) < 2:
        return None
    place = next((j for j, word in enumerate(words) if word.folded == "بين"), None)
    if place is None or acting[0].start < words[place].start:
        return None
    return acting[0].entity, acting[1].entity


def partners(text: str, mentions: Sequence[Named], subject: str | None) -> tuple[str, ...]:
    """The names joined to the subject by «و» alone."""
    found: list[str] = []
    place = next((j for j, m in enumerate(mentions) if m.entity == subject), None)
    while place is not None and place + 1 < len(mentions):
        if text[mentions[place].end : mentions[place + 1].start].strip() != "و":
            break
        place += 1
        found.append(mentions[place].entity)
    return tuple(found)


def _possessed(word: Token) -> bool:
    """Whether a noun stands before a name that owns it: «مقترحات بكين»; of an act the name is the actor."""
    folded = word.folded
    if len(folded) < 4 or "ال" in folded[:4] or is_verb(folded) or trigger(folded) or office_noun(folded):
        return False
    return _FUNCTION.isdisjoint(classes_of(folded))


def _behind_preposition(text: str, words: Sequence[Token], place: int) -> bool:
    """Whether one of the three words before a place is a preposition, with no verb or comma between."""
    if place and (is_place_type(words[place - 1].folded) or office_noun(words[place - 1].folded)):
        return True
    for back in range(place - 1, max(place - 4, -1), -1):
        if is_preposition(bare(words[back].folded)):
            return True
        if is_verb(words[back].folded) or "،" in text[words[back].end : words[back + 1].start]:
            return False
    return False


def _governed(text: str, words: Sequence[Token], mention: Named) -> bool:
    """Whether a preposition stands before a name, be it words of a title before, or is written on to it."""
    place = next((j for j, word in enumerate(words) if word.end > mention.start), None)
    if place is None:
        return False
    if text[words[place].start : mention.start] in _WRITTEN_ON:
        return True
    if mention.kind == "place" and _behind_preposition(text, words, place):
        return True
    if place and _possessed(words[place - 1]):
        return True
    for back in range(place - 1, max(place - 5, -1), -1):
        if is_preposition(bare(words[back].folded)):
            return True
        if "،" in text[words[back].end : words[back + 1].start] and back != place - 1:
            return False
        noun = office_noun(words[back].folded)
        if noun is None and not words[back].folded.startswith("ال"):
            return False
        if noun is not None:
            start = words[back].folded
            if start != noun and not start.startswith("ال") and start[:1] in ("ل", "ب"):
                return True
    return False
