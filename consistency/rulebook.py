"""Rule files: found, read and checked, with every mistake of every file at once."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from consistency.checks.registry import KINDS
from consistency.errors import NothingToCheck, RuleError, RuleMistake
from consistency.rule import Rule
from consistency.yaml_places import DuplicateKey, Place, Places, YamlFault, read_plain, read_yaml

__all__ = ["Rulebook", "default_rules", "load_rules"]

RuleT = TypeVar("RuleT", bound=Rule)
_SUFFIXES = (".yaml", ".yml")


@dataclass(frozen=True)
class Rulebook:
    """The rules of a run, in the order of their files."""

    rules: tuple[Rule, ...]
    files: dict[str, str] = field(default_factory=dict)
    """The file of each rule, by its identifier."""

    def of(self, model: type[RuleT]) -> tuple[RuleT, ...]:
        """The rules of one kind."""
        return tuple(rule for rule in self.rules if isinstance(rule, model))


@dataclass(frozen=True)
class _Written:
    """A rule as it stands in a file."""

    file: str
    path: tuple[str | int, ...]
    text: str
    data: dict[str, Any]

    @property
    def places(self) -> Places:
        """Read only when there is something to complain about: places double the time of reading."""
        return _places(self.text)

    def mistake(self, place: Place, message: str) -> RuleMistake:
        return RuleMistake(self.file, *place, message)


@lru_cache(maxsize=8)
def _places(text: str) -> Places:
    return read_yaml(text)[1]


def default_rules() -> Path:
    """The folder of the shipped rules: inside an installed wheel, or beside the package in a checkout."""
    package = Path(__file__).parent
    installed = package / "default_rules"
    return installed if installed.is_dir() else package.parent / "rules"


def load_rules(paths: Iterable[str | Path] = (), *, defaults: bool = True) -> Rulebook:
    """Load the shipped rules and those of further files and folders.

    :raises RuleError: with all mistakes of all files.
    :raises NothingToCheck: there is no rule.
    """
    folders = [*([default_rules()] if defaults else []), *(Path(path) for path in paths)]
    mistakes: list[RuleMistake] = []
    rules: dict[str, tuple[Rule, _Written]] = {}
    seen: set[Path] = set()
    for folder in folders:
        for file, name in _rule_files(folder, mistakes):
            if file.resolve() in seen:  # a shipped file named by hand is no second copy
                continue
            seen.add(file.resolve())
            for rule, written in _read_file(file, name, mistakes):
                if rule.id in rules:
                    mistakes.append(_second(rule, written, rules[rule.id][1]))
                else:
                    rules[rule.id] = rule, written
    mistakes.extend(_dangling(rules))
    if mistakes:
        raise RuleError(mistakes)
    if not rules:
        raise NothingToCheck(
            f"{', '.join(map(str, folders)) or 'no folder'}: no rule found; nothing was checked"
        )
    return Rulebook(
        tuple(rule for rule, _ in rules.values()), {key: written.file for key, (_, written) in rules.items()}
    )


def _rule_files(folder: Path, mistakes: list[RuleMistake]) -> Iterator[tuple[Path, str]]:
    """The rule files of a folder, named so that a reader finds them."""
    if folder.is_file():
        yield folder, folder.as_posix()
    elif folder.is_dir():
        base = folder.parent if folder == default_rules() else Path()
        for file in sorted(path for path in folder.rglob("*") if path.suffix in _SUFFIXES):
            yield file, file.relative_to(base).as_posix() if base != Path() else file.as_posix()
    else:
        mistakes.append(RuleMistake(folder.as_posix(), 1, 1, "no such file or folder of rules"))


def _read_file(file: Path, name: str, mistakes: list[RuleMistake]) -> Iterator[tuple[Rule, _Written]]:
    try:
        text = file.read_text(encoding="utf-8-sig")
        data = _data(text, name, mistakes)
    except YamlFault as fault:
        mistakes.append(RuleMistake(name, *fault.place, f"not YAML: {fault.message}"))
        return
    except (UnicodeDecodeError, OSError) as error:
        mistakes.append(RuleMistake(name, 1, 1, f"cannot be read as UTF-8 text: {error}"))
        return
    if not isinstance(data, dict):
        mistakes.append(RuleMistake(name, 1, 1, "a rule file is a mapping with `version: 1` and `rules:`"))
        return
    mistakes.extend(_frame(data, text, name))
    entries = data.get("rules")
    for index, entry in enumerate(entries if isinstance(entries, list) else []):
        path = ("rules", index)
        if isinstance(entry, dict):
            written = _Written(name, path, text, entry)
            rule = _validate(written, mistakes)
            if rule is not None:
                yield rule, written
        else:
            place = _places(text).of(path)
            mistakes.append(RuleMistake(name, *place, "a rule is a mapping that begins with `id:`"))


def _data(text: str, name: str, mistakes: list[RuleMistake]) -> Any:
    """The data of a file; a key that stands twice is a mistake, and the first one counts."""
    try:
        return read_plain(text)
    except DuplicateKey:
        data, places = read_yaml(text)
        for key, place, first in places.duplicates:
            mistakes.append(RuleMistake(name, *place, f"duplicate key `{key}` (first on line {first[0]})"))
        return data


def _frame(data: dict[str, Any], text: str, name: str) -> Iterator[RuleMistake]:
    def place(key: str) -> Place:
        return _places(text).of_key((key,))

    if data.get("version") != 1:
        yield RuleMistake(name, *place("version"), "`version: 1` is missing or not 1")
    if not isinstance(data.get("rules"), list):
        yield RuleMistake(name, *place("rules"), "`rules:` is missing or not a list")
    for key in sorted(data.keys() - {"version", "rules"}):
        yield RuleMistake(name, *place(key), _unknown("key", key, ["version", "rules"]))


def _validate(written: _Written, mistakes: list[RuleMistake]) -> Rule | None:
    """Check one rule; an unknown kind is checked as far as the head that all kinds share."""
    kind = written.data.get("kind")
    model = KINDS[kind].shape if isinstance(kind, str) and kind in KINDS else None
    if model is None:
        place = written.places.of((*written.path, "kind"))
        known = sorted(KINDS)
        message = (
            _unknown("kind", str(kind), known)
            if kind is not None
            else f"missing key `kind`; one of {', '.join(known)}"
        )
        mistakes.append(written.mistake(place, message))
    try:
        rule = (model or Rule).model_validate(written.data)
    except ValidationError as error:
        mistakes.extend(_explain(error, written, model))
        return None
    return rule if model else None


def _explain(error: ValidationError, written: _Written, model: type[Rule] | None) -> Iterator[RuleMistake]:
    seen = set()
    for fault in error.errors(include_url=False, include_context=False):
        loc = tuple(part for part in fault["loc"] if part != "function-after")
        path = (*written.path, *loc)
        last = str(loc[-1]) if loc else ""
        if fault["type"] == "extra_forbidden":
            if model is None:
                continue  # the keys of an unknown kind cannot be judged
            siblings = list(model.model_fields) if len(loc) == 1 else []
            place, message = written.places.of_key(path), _unknown("key", last, siblings)
        elif fault["type"] == "missing":
            place, message = written.places.of(path[:-1]), f"missing key `{last}`"
        else:
            place, message = (
                written.places.of(path),
                f"{_dotted(loc)}{fault['msg'].removeprefix('Value error, ')}",
            )
        if (place, message) not in seen:
            seen.add((place, message))
            yield written.mistake(place, message)


def _dotted(loc: tuple[str | int, ...]) -> str:
    return f"`{'.'.join(map(str, loc))}`: " if loc else ""


def _unknown(what: str, given: str, known: Iterable[str]) -> str:
    close = difflib.get_close_matches(given, list(known), n=1, cutoff=0.6)
    return f"unknown {what} `{given}`" + (f"; did you mean `{close[0]}`?" if close else "")


def _second(rule: Rule, written: _Written, first: _Written) -> RuleMistake:
    line = first.places.of_key((*first.path, "id"))[0]
    place = written.places.of((*written.path, "id"))
    return written.mistake(place, f"duplicate rule id `{rule.id}` (first in {first.file}:{line})")


def _dangling(rules: dict[str, tuple[Rule, _Written]]) -> Iterator[RuleMistake]:
    """A rule may name other rules: a place the places that contain it."""
    for rule, written in rules.values():
        for index, other in enumerate(getattr(rule, "within", ())):
            if other not in rules:
                place = written.places.of((*written.path, "within", index))
                yield written.mistake(place, _unknown("rule", other, rules))
