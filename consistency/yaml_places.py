"""YAML as plain data, with the line and column of every key and value.

PyYAML's constructors keep the last of two equal keys without a word and read ``12:30`` as 750 and ``no``
as False, so scalars are read here: only true, false, null and plain decimal numbers are more than text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import yaml

__all__ = ["DuplicateKey", "Place", "Places", "YamlFault", "read_plain", "read_yaml"]

Place = tuple[int, int]
"""Line and column, 1-based."""
_NUMBER = re.compile(r"[-+]?(0|[1-9][0-9]{0,17})(\.[0-9]{1,17})?")
_HINTS = {
    "mapping values are not allowed": "a text with a colon and a space needs quotes around it",
    "cannot start any token": "indent with spaces, not tabs; a text that begins with % @ or ` needs quotes",
    "did not find expected ',' or": "a text that begins with [ or { needs quotes; close every bracket",
    "found a tab character": "indent with spaces",
    "did not find expected key": "a text with { or with a quotation mark inside needs quotes around it",
    "did not find expected node content": "a bracket or a quotation mark stays open",
    "block end": "look at the indentation, and at text with quotes inside",
    "undefined alias": "a text that begins with * needs quotes",
    "another document": "leave out the line `---`",
}
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_LOADER):  # type: ignore[misc]
    """Scalars are read by this module, so the tags that the parser would look up for each are not needed."""

    def resolve(self, kind: Any, value: Any, implicit: Any) -> str:
        return ""


class YamlFault(Exception):
    """The file is no YAML at all."""

    def __init__(self, place: Place, message: str) -> None:
        super().__init__(message)
        self.place = place
        self.message = message


class DuplicateKey(Exception):
    """A mapping has a key twice; reading with places tells where."""


@dataclass
class Places:
    """Where each key and value stands, by its path from the root."""

    values: dict[tuple[str | int, ...], Place] = field(default_factory=dict)
    keys: dict[tuple[str | int, ...], Place] = field(default_factory=dict)
    duplicates: list[tuple[str, Place, Place]] = field(default_factory=list)
    """Key, its place, the place of the first one."""
    seen: set[yaml.Node] = field(default_factory=set, repr=False)
    """The lists and mappings that were read, to tell an alias."""

    def of(self, path: tuple[str | int, ...]) -> Place:
        """The place of a value, or of the nearest thing that contains it."""
        while path not in self.values and path:
            path = path[:-1]
        return self.values.get(path, (1, 1))

    def of_key(self, path: tuple[str | int, ...]) -> Place:
        """The place of a key, or of its value where it has none."""
        return self.keys.get(path) or self.of(path)


def read_yaml(text: str) -> tuple[Any, Places]:
    """Data and places of a YAML text.

    :raises YamlFault: the text is no YAML.
    """
    places = Places()
    node = _compose(text)
    data = _plain(node, (), places) if node is not None else None
    return data, places


def read_plain(text: str) -> Any:
    """The data alone, in half the time.

    :raises YamlFault: the text is no YAML.
    :raises DuplicateKey: a mapping has a key twice.
    """
    node = _compose(text)
    return _data(node, set()) if node is not None else None


def _compose(text: str) -> yaml.Node | None:
    try:
        return yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        raise YamlFault(place, _in_words(error.problem or "this is no YAML")) from None
    except yaml.YAMLError as error:  # a character that YAML forbids has no mark
        raise YamlFault((1, 1), str(error).splitlines()[0]) from None


def _in_words(problem: str) -> str:
    """The parser's complaint with the next step, where one slip is nearly always behind it."""
    hint = next((hint for part, hint in _HINTS.items() if part in problem), "")
    return f"{problem}; {hint}" if hint else problem


def _data(node: yaml.Node, seen: set[yaml.Node]) -> Any:
    if isinstance(node, yaml.ScalarNode):
        return _scalar(node)
    _refuse_alias(node, seen)
    if isinstance(node, yaml.SequenceNode):
        return [_data(child, seen) for child in node.value]
    pairs = {str(key.value): value for key, value in node.value}
    if len(pairs) < len(node.value):
        raise DuplicateKey
    return {key: _data(value, seen) for key, value in pairs.items()}


def _refuse_alias(node: yaml.Node, seen: set[yaml.Node]) -> None:
    """An alias reads one value in many places, which a few lines can blow up to billions of values."""
    if node in seen:
        told = "this value is used again through an alias (`*name`); write it out where it is used"
        raise YamlFault(_place(node), told)
    seen.add(node)


def _place(node: yaml.Node) -> Place:
    return node.start_mark.line + 1, node.start_mark.column + 1


def _plain(node: yaml.Node, path: tuple[str | int, ...], places: Places) -> Any:
    places.values[path] = _place(node)
    if isinstance(node, yaml.ScalarNode):
        return _scalar(node)
    _refuse_alias(node, places.seen)
    if isinstance(node, yaml.SequenceNode):
        return [_plain(child, (*path, index), places) for index, child in enumerate(node.value)]
    assert isinstance(node, yaml.MappingNode)  # the third of three kinds of node
    return _mapping(node, path, places)


def _mapping(node: yaml.MappingNode, path: tuple[str | int, ...], places: Places) -> dict[str, Any]:
    data: dict[str, Any] = {}
    for key_node, value_node in node.value:
        key = str(key_node.value)
        place = _place(key_node)
        if key in data:
            places.duplicates.append((key, place, places.keys[(*path, key)]))
            continue
        places.keys[(*path, key)] = place
        data[key] = _plain(value_node, (*path, key), places)
    return data


def _scalar(node: yaml.Node) -> Any:
    value: str = node.value
    if getattr(node, "style", None):  # quoted or block: always text
        return value
    if value in ("", "~", "null"):
        return None
    if value in ("true", "false"):
        return value == "true"
    if _NUMBER.fullmatch(value):
        return float(value) if "." in value else int(value)
    return value
