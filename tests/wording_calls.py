"""Every sentence that the code says, read from its source."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import ROOT

PACKAGE = ROOT / "consistency"


@dataclass(frozen=True)
class Call:
    """One call of `say` or `say_count`: the English patterns and the names of the values given."""

    where: str
    patterns: tuple[str | None, ...]
    """None where a pattern is no literal."""
    names: frozenset[str]

    @property
    def key(self) -> str | None:
        """What the catalogue has it under: the plural, where there are two."""
        return self.patterns[-1]


def calls() -> Iterator[Call]:
    """The calls of the whole package, in order of file and line."""
    for path in sorted(PACKAGE.rglob("*.py")):
        if path.parent != PACKAGE / "wording":
            yield from _calls(path)


def _calls(path: Path) -> Iterator[Call]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            number = {"say": 1, "say_count": 2}.get(node.func.id)
            if number:
                where = f"{path.relative_to(ROOT)}:{node.lineno}"
                names = {keyword.arg or "**" for keyword in node.keywords} | ({"n"} if number == 2 else set())
                yield Call(where, tuple(_literal(arg) for arg in node.args[:number]), frozenset(names))


def _literal(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None
