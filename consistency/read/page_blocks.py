"""The visible lines of a web page in order, each with what the markup says of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

__all__ = ["Block", "Zone", "blocks"]

Zone = Literal["text", "title", "caption", "related", "comment", "tags", "ticker", "menu"]
"""What the markup says a line belongs to; "text" where it says nothing."""

_LINES = frozenset((
    "address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd", "details", "div",
    "dl", "dt", "fieldset", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hr", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot",
    "th", "thead", "time", "tr", "ul", "amp-img", "amp-carousel",
))  # fmt: skip
_CELLS = frozenset(("td", "th"))
_DROPPED = frozenset((
    "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "embed", "form", "button",
    "select", "option", "input", "textarea", "audio", "video", "canvas", "map", "head", "amp-ad",
    "amp-analytics", "amp-sidebar", "amp-embed", "amp-social-share",
))  # fmt: skip
_BY_TAG: dict[str, Zone] = {"nav": "menu", "footer": "menu", "figcaption": "caption", "h1": "title"}
_BY_NAME: tuple[tuple[Zone, re.Pattern[str]], ...] = (
    ("comment", re.compile(r"\bcomments?\b|comment-?(list|body|text|area|s)|disqus", re.IGNORECASE)),
    (
        "related",
        re.compile(
            r"\brelated|recommend|read-?(more|also|next)|also-?read|see-?also|more-?(news|stories)|"
            r"most-?(read|viewed|popular)|suggested|outbrain|taboola",
            re.IGNORECASE,
        ),
    ),
    ("ticker", re.compile(r"ticker|breaking-?news|news-?bar|marquee|urgent-?bar", re.IGNORECASE)),
    ("caption", re.compile(r"\bcaption\b|image-?(caption|credit|description)|caption-text", re.IGNORECASE)),
    ("tags", re.compile(r"\b(post-?|article-?|entry-?)?(tags|keywords)\b", re.IGNORECASE)),
    (
        "menu",
        re.compile(
            r"\b(nav|navbar|menu|breadcrumbs?|share|sharing|social|cookie|newsletter|subscribe|pagination)\b|"
            r"site-?(header|footer)|social-?(share|links)|share-?(buttons|bar)",
            re.IGNORECASE,
        ),
    ),
)
_ADVERTISEMENT = re.compile(r"(^|[\s_-])(ads?|advert\w*|adsbygoogle|sponsor\w*|dfp)([\s_-]|$)", re.IGNORECASE)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


@dataclass
class Block:
    """A visible line: its text with single spaces, its zone, and how many of its letters are linked."""

    text: str
    zone: Zone
    linked: int = 0


@dataclass
class _Walk:
    """The line that is being put together."""

    parts: list[str] = field(default_factory=list)
    linked: int = 0
    done: list[Block] = field(default_factory=list)

    def add(self, text: str | None, zone: Zone, in_link: bool) -> None:
        if text:
            self.parts.append(text)
            self.linked += len("".join(text.split())) if in_link else 0

    def end_line(self, zone: Zone) -> None:
        text = " ".join("".join(self.parts).split())
        if text:
            self.done.append(Block(text, zone, self.linked))
        self.parts, self.linked = [], 0


def blocks(root: Any) -> list[Block]:
    """The visible lines below an element of lxml, without scripts, forms, advertisements and hidden parts.

    The cells of a table's row are one line, with « | » between them.
    """
    walk = _Walk()
    for step in _steps(root):
        kind, value, zone, in_link = step
        if kind == "text":
            walk.add(value, zone, in_link)
        else:
            walk.end_line(zone)
    walk.end_line("text")
    return walk.done


_Step = tuple[Literal["text", "line"], str | None, Zone, bool]


def _steps(root: Any) -> Iterator[_Step]:
    """Texts and ends of lines in document order; a stack and no recursion, since pages nest without limit."""
    stack: list[tuple[str, Any, Zone, bool]] = [("open", root, "text", False)]
    while stack:
        action, element, zone, in_link = stack.pop()
        if action == "text":
            yield "text", element, zone, in_link
        elif action == "line":
            yield "line", None, zone, in_link
        else:
            inside = _zone(element, zone)
            linked = in_link or element.tag == "a"
            line = element.tag in _LINES and element.tag not in _CELLS
            if line:
                yield "line", None, zone, in_link
            later: list[tuple[str, Any, Zone, bool]] = [("text", element.text, inside, linked)]
            for number, child in enumerate(element):
                if _is_visible(child):
                    if child.tag in _CELLS and number and any(c.tag in _CELLS for c in element[:number]):
                        later.append(("text", " | ", inside, False))
                    later.append(("open", child, inside, linked))
                later.append(("text", child.tail, inside, linked))
            if line:
                later.append(("line", None, inside, linked))
            stack.extend(reversed(later))


def _is_visible(element: Any) -> bool:
    if not isinstance(element.tag, str) or element.tag in _DROPPED:
        return False
    if element.get("hidden") is not None or _HIDDEN.search(element.get("style") or ""):
        return False
    return not _ADVERTISEMENT.search(_names(element))


def _zone(element: Any, outer: Zone) -> Zone:
    """The zone of an element; what lies in a comment, a list of links or a menu stays there."""
    if outer not in ("text", "title"):
        return outer
    names = _names(element)
    if names and element.tag not in ("body", "html", "article", "main"):
        for zone, pattern in _BY_NAME:
            if pattern.search(names):
                return zone
    return _BY_TAG.get(element.tag, outer)


def _names(element: Any) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}".strip()
