"""Rule files: found, read and checked, with every mistake of every file at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from consistency.checks.registry import KINDS
from consistency.errors import NothingToCheck, RuleError, RuleMistake
from consistency.parsed_rules import parsed
from consistency.rule import Rule
from consistency.validation import Fault, faults_of, unknown
from consistency.yaml_places import DuplicateKey, Place, Places, YamlFault, read_plain, read_yaml

__all__ = ["Rulebook", "default_rules", "load_rules"]

RuleT = TypeVar("RuleT", bound=Rule)
_SUFFIXES = (".yaml", ".yml")


@dataclass(frozen=True)
class Rulebook:
    """The rules of a run, in the order of their files."""

    rules: tuple[Rule, ...]
    files: dict[str, str] = field(default_factory=dict)
    """The file of each rule as it is told, by its identifier."""
    paths: dict[str, Path] = field(default_factory=dict)
    """The same as resolved paths."""
    shipped: frozenset[str] = frozenset()
    """The identifiers of the rules that come with the tool."""

    def below(self, paths: Iterable[str | Path]) -> tuple[Rule, ...]:
        """The rules of these files and folders."""
        wanted = {Path(path).resolve() for path in paths}
        return tuple(
            rule for rule in self.rules if wanted & {self.paths[rule.id], *self.paths[rule.id].parents}
        )

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

    def mistake(self, fault: Fault) -> RuleMistake:
        path = (*self.path, *fault.path)
        place = self.places.of_key(path) if fault.on_key else self.places.of(path)
        return RuleMistake(self.file, *place, fault.message)


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
    rules: list[tuple[Rule, _Written]] = []
    written_rules: list[_Written] = []
    seen: set[Path] = set()
    resolved_paths: dict[str, Path] = {}
    shipped: set[str] = set()
    home = default_rules().resolve()
    for folder in folders:
        for file, name in _rule_files(folder, mistakes):
            resolved = file.resolve()
            if resolved in seen:  # a shipped file named by hand is no second copy
                continue
            seen.add(resolved)
            is_shipped = resolved.is_relative_to(home)
            for written in _read_file(file, name, mistakes):
                written_rules.append(written)
                rule = _validate(written, mistakes)
                if rule is not None:
                    rules.append((rule, written))
                    resolved_paths[rule.id] = resolved
                    if is_shipped:
                        shipped.add(rule.id)
    mistakes.extend(_across(written_rules))
    if mistakes:
        raise RuleError(mistakes)
    if not rules:
        raise NothingToCheck(
            f"{', '.join(map(str, folders)) or 'no folder'}: no rule found; nothing was checked"
        )
    return Rulebook(
        tuple(rule for rule, _ in rules),
        {rule.id: written.file for rule, written in rules},
        resolved_paths,
        frozenset(shipped),
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


def _read_file(file: Path, name: str, mistakes: list[RuleMistake]) -> Iterator[_Written]:
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
            yield _Written(name, path, text, entry)
        else:
            place = _places(text).of(path)
            mistakes.append(RuleMistake(name, *place, "a rule is a mapping that begins with `id:`"))


def _data(text: str, name: str, mistakes: list[RuleMistake]) -> Any:
    """The data of a file; a key that stands twice is a mistake, and the first one counts."""
    known = parsed(text)
    if known is not None:
        return known
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
        yield RuleMistake(name, *place(key), unknown("key", key, ["version", "rules"]))


def _validate(written: _Written, mistakes: list[RuleMistake]) -> Rule | None:
    """Check one rule; an unknown kind is checked as far as the head that all kinds share."""
    kind = written.data.get("kind")
    model = KINDS[kind].shape if isinstance(kind, str) and kind in KINDS else None
    if model is None:
        fault = (
            Fault(("kind",), unknown("kind", str(kind), KINDS))
            if kind is not None
            else Fault((), f"missing key `kind`; one of {', '.join(sorted(KINDS))}")
        )
        mistakes.append(written.mistake(fault))
    found = [written.mistake(fault) for fault in (model or Rule).faults(written.data)]
    rule = None
    try:
        rule = (model or Rule).model_validate(written.data)
    except ValidationError as error:
        for fault in faults_of(error, written.data, model or Rule):
            # The keys of an unknown kind cannot be judged, and its kind has been judged.
            of_kind = fault.on_key or fault.path == ("kind",) or fault.message == "missing key `kind`"
            if model is not None or not of_kind:
                found.append(written.mistake(fault))
    mistakes.extend(dict.fromkeys(found))
    return rule if model and not found else None


def _across(written_rules: list[_Written]) -> Iterator[RuleMistake]:
    """What no rule shows alone: an identifier that stands twice, and a name of a rule that is not there."""
    first: dict[Any, _Written] = {}
    for written in written_rules:
        name = written.data.get("id")
        if isinstance(name, str) and first.setdefault(name, written) is not written:
            where = first[name]
            line = where.places.of_key((*where.path, "id"))[0]
            yield written.mistake(
                Fault(("id",), f"duplicate rule id `{name}` (first in {where.file}:{line})")
            )
    for written in written_rules:
        within = written.data.get("within")
        for index, other in enumerate(within if isinstance(within, list) else []):
            if isinstance(other, str) and other not in first:
                yield written.mistake(Fault(("within", index), unknown("rule", other, first)))
