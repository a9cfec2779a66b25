"""Items of other stories: teasers behind a marker, and what does not cohere with the article."""

from __future__ import annotations

from consistency.breaks import Break, breaks, cuts_that_share, open_cuts
from consistency.languages.arabic.discourse import (
    ASKED,
    defines_its_title,
    has_own_title,
    is_headline_like,
    is_prose,
)
from consistency.languages.arabic.page import is_digest, split_label
from consistency.model import Confidence, PassageKind
from consistency.segment.lines import Line
from consistency.wording import Wording, say

__all__ = ["tell_teasers", "tell_unmarked_item"]

K = PassageKind
_TITLED_ITEM = 0.4  # an item with a title of its own must be this likely to be foreign
_SURE_ITEM = 0.9  # an item that is called an error must be this likely
_UNTITLED_ITEM = 0.85  # a paragraph behind a paragraph, without a title or a marker
_HEADING_ITEM = {"؟": 0.9, "?": 0.9, "!": 0.6, ".": 0.6}  # by its last letter: a title, or a heading
_SHORT_ARTICLE = 3  # paragraphs, with the item: one may be the whole article
_TOP = 3  # lines among which the name of a programme or a digest stands
_MARKED_ITEM = 0.5
_SHORTEST_ITEM = 10  # stems
_AROUND_MARKER = 20  # paragraphs on each side of a marker that tell whether the article goes on


def tell_teasers(lines: list[Line], title: str) -> None:
    """What follows a line that points to other articles: their titles, or a whole other item."""
    for index, line in enumerate(lines):
        if line.label != "related" or split_label(line.text)[1]:
            continue
        block = _block_after(lines, index)
        titles = []
        for other in block:
            if not is_headline_like(other.text) and other.text[-1:] not in "؟?!":
                break
            titles.append(other)
        rest = block[len(titles) :]
        before = [other.text for other in lines[:index] if other.kind is None]
        if titles and rest and before:
            why = _foreign_after_marker(lines, index, title, before, [titles[-1], *rest])
            if why:
                for other in (titles.pop(), *rest):
                    other.told(K.FOREIGN, why)
        for other in titles[:6]:
            other.told(K.TEASER, say("a title after «{line}»", line=line.text))


def _foreign_after_marker(
    lines: list[Line], index: int, title: str, before: list[str], item: list[Line]
) -> Wording | None:
    """Why an item with a title of its own behind a marker is foreign; None where it is not."""
    ends = [line for line in lines[:index] if line.kind is K.TAGS or line.label == "source"]
    marker = lines[index].text
    if len(before) >= 2 and ends and lines.index(ends[-1]) > lines.index(_last_own(lines, index)):
        return say(
            "it has a title of its own and stands behind «{end}» and «{marker}»",
            end=ends[-1].text[:30],
            marker=marker,
        )
    before, texts = before[-_AROUND_MARKER:], [line.text for line in item[:_AROUND_MARKER]]
    chances = [breaks(title, [*before, *rest])[len(before) - 1].probability for rest in (texts, texts[1:])]
    if min(chances) >= _MARKED_ITEM:  # with its title and without: a teaser may stand between two paragraphs
        return say(
            "it follows «{marker}» and does not go on with the article ({chance} sure)",
            marker=marker,
            chance=f"{min(chances):.0%}",
        )
    return None


def _last_own(lines: list[Line], index: int) -> Line:
    return next(line for line in reversed(lines[:index]) if line.kind is None)


def _block_after(lines: list[Line], index: int) -> list[Line]:
    """The untold lines from a marker to the next one."""
    block = []
    for line in lines[index + 1 :]:
        if line.label == "related":
            break
        if line.kind is None:
            block.append(line)
    return block


def tell_unmarked_item(lines: list[Line], title: str) -> None:
    """An item appended without a marker: a cut after which nothing goes on."""
    own = [line for line in lines if line.kind is None]
    if any(line.kind is K.FOREIGN for line in lines) or len(own) < 2:
        return
    if any(is_digest(line.text) for line in lines[:_TOP]) or defines_its_title(title, own[0].text):
        return  # «موجز» holds many items, and an encyclopaedia goes through all sides of its subject
    if not is_prose([line.text for line in own]):
        return  # every verse of a poem, and every entry of a list, looks like a title
    texts = [line.text for line in own]
    if not _may_hold_item(title, texts):
        return
    likely = [cut for cut in breaks(title, texts) if _begins_item(cut, own)]
    if not likely:
        return
    # A title of its own marks where an item begins; inside the item no other cut is looked for.
    cut = max(likely, key=lambda cut: (cut.titled, cut.probability))
    item = own[cut.index :]
    if sum(line.stems.total() for line in item) >= _SHORTEST_ITEM:
        why = _cut_why(cut)
        for line in item:
            line.told(K.FOREIGN, why, Confidence.HIGH if _is_sure(cut) else Confidence.MEDIUM)


def _is_sure(cut: Break) -> bool:
    """Whether an item may be called an error: a title, and hardly a doubt."""
    return cut.titled and cut.probability >= _SURE_ITEM


def _may_hold_item(title: str, texts: list[str]) -> bool:
    """Whether a cut could be likely enough: of most articles nothing but words need be counted."""
    cuts = open_cuts(texts)
    if any(has_own_title(texts[cut : cut + ASKED]) for cut in cuts):
        return True
    untitled = {cut for cut in cuts if not _is_below_standfirst(cut, len(texts))}
    return bool(untitled) and not untitled <= cuts_that_share(title, texts)


def _is_below_standfirst(cut: int, paragraphs: int) -> bool:
    return cut == 1 and paragraphs > _SHORT_ARTICLE


def _begins_item(cut: Break, own: list[Line]) -> bool:
    """Whether a cut is likely enough.

    Of 6,000 articles of news 20 had a paragraph that looked like an item without a title, and nearly all of
    them shared a name with the article, or stood below a standfirst; a question or an exclamation between
    paragraphs is mostly a heading.
    """
    if cut.titled:
        return cut.probability >= _HEADING_ITEM.get(own[cut.index].text.rstrip()[-1:], _TITLED_ITEM)
    below_standfirst = _is_below_standfirst(cut.index, len(own))
    return cut.probability >= _UNTITLED_ITEM and cut.shared == 0 and not below_standfirst


def _cut_why(cut: Break) -> Wording:
    chance, share = f"{cut.probability:.0%}", f"{cut.overlap:.2f}"
    if cut.titled:
        return say(
            "it has a title of its own, and from here on nothing goes on with the article "
            "({chance} sure; shared words weigh {share} of 1)",
            chance=chance,
            share=share,
        )
    return say(
        "from here on nothing goes on with the article ({chance} sure; shared words weigh {share} of 1)",
        chance=chance,
        share=share,
    )
